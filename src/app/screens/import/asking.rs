//! What is asked over notes that are looked through: a title, a category, the question that something answers, the part
//! that a line begins.

use crate::app::hit::SearchHit;
use crate::app::widgets::field::Field;
use crate::app::widgets::filter_list::Search;
use crate::app::widgets::finder::Finder;
use crate::app::workspace::Workspace;
use crate::domain::category::Category;
use crate::domain::id::QuestionId;
use crate::domain::import_review::{Asked, Becomes, Correction, LookedThrough, Reach};
use crate::domain::library::Library;
use crate::domain::part::Part;
use crate::domain::question::Question;
use crate::domain::subject::Subject;
use crate::keys::action::Action;
use crate::text::search::Index;

/// What is asked for.
#[derive(Debug)]
pub enum Ask {
    /// The title.
    Title(Field),
    /// The category.
    Category(Search<Category>),
    /// The question that it answers.
    Question(Search<QuestionRow>),
    /// The part that a line begins.
    Part(usize, Search<Option<Part>>),
}

/// A row of the questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionRow {
    /// It answers none.
    None,
    /// A question of the library, and whether it is one that everybody is asked.
    Question(QuestionId, bool),
}

impl QuestionRow {
    /// The question of the library.
    pub fn subject<'a>(&self, workspace: &'a Workspace) -> Option<Subject<'a>> {
        match self {
            QuestionRow::Question(id, _) => SearchHit::Question(id.clone()).subject(workspace),
            QuestionRow::None => None,
        }
    }
}

impl Ask {
    /// What an action asks for of an item.
    pub(super) fn of(action: Action, item: &Becomes, library: &Library) -> Option<Ask> {
        match action {
            Action::Edit => Some(Ask::Title(Field::new(item.title.as_deref().unwrap_or_default()))),
            Action::Categorise => Some(Ask::Category(categories(item))),
            Action::Link => Some(Ask::Question(questions(item, library))),
            _ => None,
        }
    }

    /// The line that is typed.
    pub(super) fn field(&mut self) -> &mut Field {
        match self {
            Ask::Title(field) => field,
            Ask::Category(search) => &mut search.field,
            Ask::Question(search) => &mut search.field,
            Ask::Part(_, search) => &mut search.field,
        }
    }

    /// Finds what fits the line that is typed.
    pub(super) fn typed(&mut self) {
        match self {
            Ask::Title(_) => {}
            Ask::Category(search) => search.typed(),
            Ask::Question(search) => search.typed(),
            Ask::Part(_, search) => search.typed(),
        }
    }

    /// Moves among what is found.
    pub(super) fn act(&mut self, action: Action) {
        match self {
            Ask::Title(_) => {}
            Ask::Category(search) => search.act(action),
            Ask::Question(search) => search.act(action),
            Ask::Part(_, search) => search.act(action),
        }
    }

    /// The footer's word for an action.
    pub(super) fn word(&self, action: Action, usual: Option<&'static str>) -> Option<&'static str> {
        match (self, action) {
            (Ask::Title(field), Action::Accept) if field.text().trim().is_empty() => None,
            (Ask::Title(_), Action::Accept) => Some("call it so"),
            (Ask::Title(_), Action::StopTyping) => Some("leave it"),
            (Ask::Title(_), _) => usual,
            (Ask::Category(search), Action::Open) => search.selected().map(|_| "it belongs there"),
            (Ask::Question(search), Action::Open) => search.selected().map(|choice| match choice {
                QuestionRow::None => "it answers none",
                QuestionRow::Question(..) => "it answers this",
            }),
            (Ask::Part(_, search), Action::Open) => search.selected().map(|part| match part {
                Some(_) => "it begins this",
                None => "it begins none",
            }),
            (Ask::Part(_, search), action) => search.word(action, usual),
            (Ask::Category(search), action) => search.word(action, usual),
            (Ask::Question(search), action) => search.word(action, usual),
        }
    }

    /// What is said by taking it, of what begins at a line. What a line is called by means the same wherever it stands.
    pub(super) fn correction(self, line: usize, looked: &LookedThrough) -> Option<Correction> {
        match self {
            Ask::Title(field) => {
                let title = field.text().trim();
                (!title.is_empty()).then(|| Correction::Title(line, title.to_owned()))
            }
            Ask::Category(search) => Some(Correction::Category(line, *search.selected()?)),
            Ask::Question(search) => {
                let asked = match search.selected()? {
                    QuestionRow::None => Asked::Nothing,
                    QuestionRow::Question(id, _) => Asked::Known(id.clone()),
                };
                Some(Correction::Answers(line, asked))
            }
            Ask::Part(line, search) => {
                let called = looked.label(line).is_some();
                let reach = if called { Reach::Like } else { Reach::Line };
                Some(Correction::Part(line, *search.selected()?, reach))
            }
        }
    }
}

/// All parts and none, the one that a line begins or the next after those above it selected.
pub(super) fn parts(line: usize, looked: &LookedThrough) -> Ask {
    let all: Vec<Option<Part>> = Part::ALL.into_iter().map(Some).chain([None]).collect();
    let lines = all
        .iter()
        .map(|part| part.map_or("None of them", Part::title).to_owned());
    let mut search = Search::new(all.clone(), lines.collect());
    let first = looked.at(line).map_or(line, |item| item.lines.0);
    let above = (first..line).filter_map(|line| looked.part(line)).max();
    let next = || Part::ALL.into_iter().find(|part| Some(*part) > above);
    search.select(Some(&looked.part(line).or_else(next)));
    Ask::Part(line, search)
}

/// All categories, the one it has or may have selected.
fn categories(item: &Becomes) -> Search<Category> {
    let all: Vec<Category> = Category::ALL.into_iter().chain([Category::Unsorted]).collect();
    let lines = all.iter().map(|category| category.title().to_owned()).collect();
    let mut search = Search::new(all, lines);
    search.select(Some(&item.category));
    search
}

/// All questions: those everybody is asked first, of its category before others.
fn questions(item: &Becomes, library: &Library) -> Search<QuestionRow> {
    let mut sorted: Vec<&Question> = library.questions().iter().collect();
    sorted.sort_by_key(|question| (!question.common, question.category != item.category));
    let mut choices = Vec::new();
    let mut lines = Vec::new();
    if item.answers.is_some() {
        choices.push(QuestionRow::None);
        lines.push("No question".to_owned());
    }
    let before = choices.len();
    choices.extend(
        sorted
            .iter()
            .map(|one| QuestionRow::Question(one.id.clone(), one.common)),
    );
    lines.extend(sorted.iter().map(|question| question.ask.clone()));
    let ids = sorted
        .iter()
        .enumerate()
        .map(|(n, question)| (n + before, &question.id));
    let finder = Finder::new(Index::new(lines)).asking(library, ids);
    Search::over(choices, finder, |_| 0)
}
