//! What Browse lists: everything filtered, ordered and put into sections, once for each change and never for a frame.

use super::facts::{Answered, Known, KnownAnswer, KnownQuestion};
use super::filter::{Filter, SectionKind, Sort};
use crate::app::widgets::finder::Finder;
use crate::app::workspace::Workspace;
use crate::check::answer::{Private, found_in};
use crate::domain::answer::Answer;
use crate::domain::answer::imported_note::ImportedNote;
use crate::domain::category::Category;
use crate::domain::id::QuestionId;
use crate::domain::question::level::Levels;
use crate::text::search::Index;

/// What a row of the list stands for, by its place in the library or among the notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A question.
    Question(u32),
    /// An answer.
    Answer(u32),
    /// What an import could not place.
    Note(u32),
    /// A question of one's own that is not there yet.
    Another,
}

/// One section with its rows.
#[derive(Debug)]
pub struct Section {
    /// Which.
    pub kind: SectionKind,
    /// Its rows.
    pub rows: Vec<Item>,
    /// Rows that stand for something there is.
    pub count: usize,
    /// Of these, questions that have an answer.
    pub answered: usize,
}

/// Where the sections stand.
const ALL: usize = 0;
const ANSWERS: usize = 1;
const FIRST: usize = 2;
const NOTES: usize = FIRST + Category::ALL.len() + 1;

impl Section {
    fn empty(kind: SectionKind) -> Section {
        Section {
            kind,
            rows: Vec::new(),
            count: 0,
            answered: 0,
        }
    }

    fn push(&mut self, item: Item, answered: bool) {
        self.rows.push(item);
        self.count += 1;
        self.answered += usize::from(answered);
    }
}

/// The sections in force.
#[derive(Debug, Default)]
pub struct Listing {
    /// What is known of everything.
    pub known: Known,
    /// The sections from the top.
    pub sections: Vec<Section>,
    /// Which questions are listed.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    orders: [Vec<u32>; 3],
    hits: Hits,
}

/// What words or the check found, worked out when they were chosen.
#[derive(Debug, Default)]
struct Hits {
    questions: Vec<bool>,
    answers: Vec<bool>,
    ranked: Vec<u32>,
}

impl Listing {
    /// Looks at everything anew and lists it.
    pub(super) fn renew(&mut self, workspace: &Workspace, now: jiff::Timestamp) {
        self.known.look(workspace, now);
        self.orders = Default::default();
        self.find(workspace);
        self.list(workspace);
    }

    /// Lists by another filter.
    pub(super) fn choose(&mut self, filter: Filter, workspace: &Workspace) {
        self.sort = match (&filter, self.sort) {
            (Filter::Words(_), _) => Sort::Best,
            (_, Sort::Best) => Sort::Need,
            (_, sort) => sort,
        };
        self.filter = filter;
        self.find(workspace);
        self.list(workspace);
    }

    /// Lists in another order.
    pub(super) fn order_by(&mut self, sort: Sort, workspace: &Workspace) {
        self.sort = sort;
        self.list(workspace);
    }

    /// One question was hidden, or brought back.
    pub(super) fn hide(&mut self, place: usize, hidden: bool, workspace: &Workspace) {
        if let Some(known) = self.known.questions.get_mut(place) {
            known.hidden = hidden;
        }
        self.list(workspace);
    }

    fn find(&mut self, workspace: &Workspace) {
        self.hits = match &self.filter {
            Filter::Words(words) => match tags_called(words, workspace) {
                Some(tags) => Hits::of_tags(&tags, workspace),
                None => Hits::of_words(words, workspace),
            },
            Filter::Found => Hits::of_findings(workspace),
            _ => Hits::default(),
        };
    }

    fn list(&mut self, workspace: &Workspace) {
        self.put_in_order(workspace);
        let mut sections: Vec<Section> = SectionKind::all().into_iter().map(Section::empty).collect();
        self.list_questions(&mut sections);
        self.list_answers(workspace, &mut sections);
        for (place, note) in workspace.notes.iter().enumerate() {
            if self.lists_note(note) {
                sections[NOTES].push(Item::Note(place as u32), false);
            }
        }
        if self.filter == Filter::Everything {
            let questions = sections.iter_mut().filter(|section| section.kind.of_questions());
            questions.for_each(|section| section.rows.push(Item::Another));
        }
        let unsorted = |known: &KnownQuestion| known.category == Category::Unsorted;
        if !self.known.questions.iter().any(unsorted) {
            sections.remove(FIRST + Category::Unsorted as usize);
        }
        self.sections = sections;
    }

    fn list_questions(&self, sections: &mut [Section]) {
        let order = match self.sort {
            Sort::Best => &self.hits.ranked,
            sort => &self.orders[sort as usize],
        };
        for place in order {
            let Some(known) = self.known.questions.get(*place as usize) else {
                continue;
            };
            if self.lists_question(*place as usize, known) {
                for section in [ALL, FIRST + known.category as usize] {
                    sections[section].push(Item::Question(*place), known.answered != Answered::No);
                }
            }
        }
    }

    fn list_answers(&self, workspace: &Workspace, sections: &mut [Section]) {
        for place in self.answers_in_order(workspace) {
            let known = &self.known.answers[place];
            if self.lists_answer(place, known, workspace) {
                sections[ANSWERS].push(Item::Answer(place as u32), false);
            }
        }
    }

    /// Each order is worked out when it is first wanted.
    fn put_in_order(&mut self, workspace: &Workspace) {
        let known = &self.known.questions;
        let Some(order) = self.orders.get_mut(self.sort as usize).filter(|order| order.is_empty()) else {
            return;
        };
        *order = (0..known.len() as u32).collect();
        let told = |place: &u32| std::cmp::Reverse(known[*place as usize].told.map(|(t, _)| t));
        match self.sort {
            Sort::Need => order.sort_by(|a, b| known[*b as usize].want.total_cmp(&known[*a as usize].want)),
            Sort::Told => order.sort_by_key(told),
            Sort::Name => workspace.library.by_name().clone_into(order),
            Sort::Best => {}
        }
    }

    fn answers_in_order(&self, workspace: &Workspace) -> Vec<usize> {
        let known = &self.known.answers;
        let mut order: Vec<usize> = (0..known.len()).collect();
        match self.sort {
            Sort::Need => order.sort_by(|a, b| known[*b].want.total_cmp(&known[*a].want)),
            Sort::Told => order.sort_by_key(|place| std::cmp::Reverse(known[*place].told.map(|(t, _)| t))),
            Sort::Name | Sort::Best => {
                order.sort_by_cached_key(|place| workspace.library.answers()[*place].title.to_lowercase());
            }
        }
        order
    }

    fn lists_question(&self, place: usize, known: &KnownQuestion) -> bool {
        let lists = self.filter.lists(known);
        lists.unwrap_or_else(|| !known.hidden && self.hits.questions.get(place) == Some(&true))
    }

    fn lists_answer(&self, place: usize, known: &KnownAnswer, workspace: &Workspace) -> bool {
        match &self.filter {
            Filter::Everything => true,
            Filter::Unanswered | Filter::Hidden => false,
            Filter::Unlinked => !known.linked,
            Filter::Unfinished => known.unfinished > 0,
            Filter::Untold => known.told.is_none(),
            Filter::Level(level) => workspace.library.answers()[place]
                .questions
                .iter()
                .filter_map(|id| workspace.library.question(id))
                .any(|question| question.suits(Some(Levels::one(*level)))),
            Filter::Words(_) | Filter::Found => self.hits.answers.get(place) == Some(&true),
        }
    }

    /// Notes have no level and no answer: only words leave any of them out.
    fn lists_note(&self, note: &ImportedNote) -> bool {
        match &self.filter {
            Filter::Words(words) => {
                let text = note.text.to_lowercase();
                words.to_lowercase().split_whitespace().all(|word| text.contains(word))
            }
            _ => true,
        }
    }
}

/// The tags that words name: the tag itself, or those of a value of a lens, by its title or by `lens: title`.
fn tags_called(words: &str, workspace: &Workspace) -> Option<Vec<String>> {
    let called = words.trim().to_lowercase();
    let lenses = workspace.library.lenses().iter();
    let mut values = lenses.flat_map(|lens| lens.values.iter().map(move |value| (lens, value)));
    let value = values.find(|(lens, value)| {
        let title = value.title.to_lowercase();
        called == title || called == format!("{}: {title}", lens.id)
    });
    let tag = || {
        workspace
            .library
            .tagged()
            .contains_key(&called)
            .then(|| vec![called.clone()])
    };
    value.map(|(_, value)| value.tags.clone()).or_else(tag)
}

/// The places of the questions with any of these tags; one with several comes several times.
fn places_with<'a>(tags: &'a [String], workspace: &'a Workspace) -> impl Iterator<Item = usize> + 'a {
    let places = tags.iter().filter_map(|tag| workspace.library.tagged().get(tag));
    places.flatten().map(|place| *place as usize)
}

/// Which questions have any of these tags.
fn with_tags(tags: &[String], workspace: &Workspace) -> Vec<bool> {
    let mut found = vec![false; workspace.library.questions().len()];
    for place in places_with(tags, workspace) {
        found[place] = true;
    }
    found
}

impl Hits {
    /// Questions with one of these tags, and answers that have one or are told for such a question.
    fn of_tags(tags: &[String], workspace: &Workspace) -> Hits {
        let questions = with_tags(tags, workspace);
        let asked = |id: &QuestionId| {
            workspace
                .library
                .question_place(id)
                .is_some_and(|place| questions[place])
        };
        let fits =
            |answer: &Answer| answer.tags.iter().any(|tag| tags.contains(tag)) || answer.questions.iter().any(asked);
        Hits {
            answers: workspace.library.answers().iter().map(fits).collect(),
            ranked: (0..questions.len() as u32)
                .filter(|place| questions[*place as usize])
                .collect(),
            questions,
        }
    }

    /// Questions that are surely meant, and lines that hold all the words as they are; if there are none of either, those
    /// that have their letters.
    fn of_words(words: &str, workspace: &Workspace) -> Hits {
        let (questions, answers) = (workspace.library.questions(), workspace.library.answers());
        let lines = questions.iter().map(|question| question.ask.clone());
        let index = Index::new(lines.chain(answers.iter().map(|answer| answer.title.clone())).collect());
        let ids = questions.iter().map(|question| &question.id).enumerate();
        let mut found = Finder::new(index).asking(&workspace.library, ids).find(words);
        if found.iter().any(|found| found.whole) {
            found.retain(|found| found.whole);
        }
        let mut hits = Hits {
            questions: vec![false; questions.len()],
            answers: vec![false; answers.len()],
            ranked: Vec::new(),
        };
        for place in found.into_iter().map(|found| found.place) {
            if place < questions.len() {
                hits.rank(place);
            } else if let Some(answer) = answers.get(place - questions.len()) {
                hits.answers[place - questions.len()] = true;
                for id in &answer.questions {
                    workspace
                        .library
                        .question_place(id)
                        .into_iter()
                        .for_each(|place| hits.rank(place));
                }
            }
        }
        hits
    }

    /// Answers in which something is found.
    fn of_findings(workspace: &Workspace) -> Hits {
        let (library, settings) = (&workspace.library, &workspace.settings);
        let private = Private::of(&settings.private_words, &workspace.interviews);
        Hits {
            answers: found_in(library.answers(), library, settings, &private),
            ..Hits::default()
        }
    }

    fn rank(&mut self, place: usize) {
        if !std::mem::replace(&mut self.questions[place], true) {
            self.ranked.push(place as u32);
        }
    }
}
