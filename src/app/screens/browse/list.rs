//! What Browse lists: everything filtered, ordered and put on shelves, once for each change and never for a frame.

use super::facts::{Answered, Known, KnownAnswer, KnownQuestion};
use super::filter::{Filter, Shelf, Sort};
use crate::app::widgets::finder::Finder;
use crate::app::workspace::Workspace;
use crate::domain::answer::Answer;
use crate::domain::answer::imported_note::Leftover;
use crate::domain::category::Category;
use crate::domain::id::QuestionId;
use crate::domain::question::lens::{Lens, Value};
use crate::domain::question::level::{Level, Levels};
use crate::text::search::Index;

/// What a row of the list stands for, by its place in the library or among the notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// A question.
    Question(u32),
    /// An answer; with `under`, below the question it is for.
    Answer {
        /// Its place.
        place: u32,
        /// Whether its question is above it.
        under: bool,
    },
    /// What an import could not place.
    Note(u32),
}

/// One shelf with what stands on it.
#[derive(Debug)]
pub struct Stack {
    /// Which.
    pub shelf: Shelf,
    /// Its rows.
    pub rows: Vec<Item>,
    /// Rows that stand for themselves: answers below their questions are not counted.
    pub count: usize,
    /// Of these, questions that have an answer.
    pub answered: usize,
}

/// Where the shelves stand.
const ALL: usize = 0;
const ANSWERS: usize = 1;
const FIRST: usize = 2;
const UNLINKED: usize = FIRST + Category::ALL.len() + 1;
const NOTES: usize = UNLINKED + 1;

impl Stack {
    fn empty(shelf: Shelf) -> Stack {
        Stack {
            shelf,
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

/// The shelves in force.
#[derive(Debug, Default)]
pub struct Listing {
    /// What is known of everything.
    pub known: Known,
    /// The shelves from the top.
    pub stacks: Vec<Stack>,
    /// Which questions are listed.
    pub filter: Filter,
    /// In which order.
    pub sort: Sort,
    orders: [Vec<u32>; 3],
    hits: Hits,
}

/// What a tag or words found, worked out when they were chosen.
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
            Filter::Tag(tag) => Hits {
                questions: with_tags(std::slice::from_ref(tag), workspace),
                answers: workspace
                    .library
                    .answers()
                    .iter()
                    .map(|a| a.tags.contains(tag))
                    .collect(),
                ranked: Vec::new(),
            },
            Filter::Value { tags, .. } => Hits::of_value(tags, workspace),
            Filter::Words(words) => Hits::of_words(words, workspace),
            _ => Hits::default(),
        };
    }

    fn list(&mut self, workspace: &Workspace) {
        self.put_in_order(workspace);
        let mut stacks: Vec<Stack> = Shelf::all().into_iter().map(Stack::empty).collect();
        self.list_questions(workspace, &mut stacks);
        self.list_answers(workspace, &mut stacks);
        for (place, note) in workspace.notes.iter().enumerate() {
            if self.lists_note(note) {
                stacks[NOTES].push(Item::Note(place as u32), false);
            }
        }
        let unsorted = |known: &KnownQuestion| known.category == Category::Unsorted;
        if !self.known.questions.iter().any(unsorted) {
            stacks.remove(FIRST + Category::Unsorted as usize);
        }
        self.stacks = stacks;
    }

    fn list_questions(&self, workspace: &Workspace, stacks: &mut [Stack]) {
        let order = match self.sort {
            Sort::Best => &self.hits.ranked,
            sort => &self.orders[sort as usize],
        };
        for place in order {
            let Some(known) = self.known.questions.get(*place as usize) else {
                continue;
            };
            if self.lists_question(*place as usize, known) {
                for stack in [ALL, FIRST + known.category as usize] {
                    shelve(workspace, &mut stacks[stack], *place, known);
                }
            }
        }
    }

    fn list_answers(&self, workspace: &Workspace, stacks: &mut [Stack]) {
        for place in self.answers_in_order(workspace) {
            let known = &self.known.answers[place];
            if self.lists_answer(place, known, workspace) {
                let item = Item::Answer {
                    place: place as u32,
                    under: false,
                };
                stacks[ANSWERS].push(item, false);
                if !known.linked {
                    stacks[UNLINKED].push(item, false);
                }
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
            Sort::Need => order.sort_by(|a, b| known[*b as usize].want().total_cmp(&known[*a as usize].want())),
            Sort::Told => order.sort_by_key(told),
            Sort::Name => workspace.library.by_name().clone_into(order),
            Sort::Best => {}
        }
    }

    fn answers_in_order(&self, workspace: &Workspace) -> Vec<usize> {
        let known = &self.known.answers;
        let mut order: Vec<usize> = (0..known.len()).collect();
        match self.sort {
            Sort::Need => order.sort_by(|a, b| known[*b].want().total_cmp(&known[*a].want())),
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
            Filter::Answered => known.linked,
            Filter::Unfinished => known.unfinished > 0,
            Filter::Untold => known.told.is_none(),
            Filter::Level(level) => workspace.library.answers()[place]
                .questions
                .iter()
                .filter_map(|id| workspace.library.question(id.as_str()))
                .any(|question| question.suits(Some(Levels::one(*level)))),
            Filter::Tag(_) | Filter::Value { .. } | Filter::Words(_) => self.hits.answers.get(place) == Some(&true),
        }
    }

    /// Notes have no level, tag or answer: only words leave any of them out.
    fn lists_note(&self, note: &Leftover) -> bool {
        match &self.filter {
            Filter::Words(words) => {
                let text = note.text.to_lowercase();
                words.to_lowercase().split_whitespace().all(|word| text.contains(word))
            }
            _ => true,
        }
    }

    /// The filters that can be chosen, each with how many questions it would list.
    pub(super) fn choices(&self, workspace: &Workspace) -> Vec<(Filter, usize)> {
        let plain = Filter::PLAIN.into_iter().chain(Level::ALL.map(Filter::Level));
        let mut rows: Vec<(Filter, usize)> = plain.map(|filter| (filter, 0)).collect();
        for known in &self.known.questions {
            for (filter, count) in &mut rows {
                *count += usize::from(filter.lists(known) == Some(true));
            }
        }
        let tags = workspace.library.tagged().keys();
        let tags = tags.map(|tag| (Filter::Tag(tag.clone()), vec![tag.clone()]));
        // A question is counted once for a filter, however many of its tags it has.
        let mut counted = vec![usize::MAX; self.known.questions.len()];
        for (n, (filter, tags)) in values(workspace).into_iter().chain(tags).enumerate() {
            let mut count = 0;
            for place in places_with(&tags, workspace) {
                let fresh = std::mem::replace(&mut counted[place], n) != n;
                count += usize::from(fresh && !self.known.questions[place].hidden);
            }
            rows.push((filter, count));
        }
        rows
    }
}

/// The values of the lens in force as filters, else those of every lens, each with its tags.
fn values(workspace: &Workspace) -> Vec<(Filter, Vec<String>)> {
    let chosen = workspace
        .settings
        .lens
        .as_deref()
        .and_then(|id| workspace.library.lens(id));
    let lenses = chosen.map_or(workspace.library.lenses(), std::slice::from_ref).iter();
    let values = lenses.flat_map(|lens| lens.values.iter().map(move |value| (lens, value)));
    let filter = |(lens, value): (&Lens, &Value)| {
        let filter = Filter::Value {
            name: format!("{}: {}", lens.id, value.title),
            tags: value.tags.clone(),
        };
        (filter, value.tags.clone())
    };
    values.map(filter).collect()
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

/// Puts a question on a shelf, with its answers below it.
fn shelve(workspace: &Workspace, stack: &mut Stack, place: u32, known: &KnownQuestion) {
    let answered = known.answered != Answered::No;
    stack.push(Item::Question(place), answered);
    if answered && let Some(question) = workspace.library.questions().get(place as usize) {
        let answers = workspace.library.places_of_answers_to(&question.id).iter();
        stack.rows.extend(answers.map(|answer| Item::Answer {
            place: *answer as u32,
            under: true,
        }));
    }
}

impl Hits {
    /// What tests a value: questions with one of its tags, and answers that have one or are told for such a question.
    fn of_value(tags: &[String], workspace: &Workspace) -> Hits {
        let questions = with_tags(tags, workspace);
        let asked = |id: &QuestionId| {
            workspace
                .library
                .question_place(id.as_str())
                .is_some_and(|place| questions[place])
        };
        let fits =
            |answer: &Answer| answer.tags.iter().any(|tag| tags.contains(tag)) || answer.questions.iter().any(asked);
        Hits {
            answers: workspace.library.answers().iter().map(fits).collect(),
            ranked: Vec::new(),
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
                        .question_place(id.as_str())
                        .into_iter()
                        .for_each(|place| hits.rank(place));
                }
            }
        }
        hits
    }

    fn rank(&mut self, place: usize) {
        if !std::mem::replace(&mut self.questions[place], true) {
            self.ranked.push(place as u32);
        }
    }
}
