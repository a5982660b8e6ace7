//! What can be listed and found: by an id that outlives the list, and as it stands in the files now.

use std::sync::Arc;

use super::widgets::filter_list::Search;
use super::widgets::finder::Finder;
use super::workspace::Workspace;
use crate::domain::id::{AnswerId, EventId, QuestionId};
use crate::domain::library::Library;
use crate::domain::subject::Subject;
use crate::text::search::Index;

/// Something find can find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SearchHit {
    /// A question.
    Question(QuestionId),
    /// An answer.
    Answer(AnswerId),
    /// An interview, by its file.
    Interview(String),
    /// What an import could not place, by its file.
    Note(String),
    /// Something told.
    Attempt(EventId),
}

impl SearchHit {
    /// What finds a row again however the list changes.
    pub fn of(shown: &Subject) -> SearchHit {
        match shown {
            Subject::Question(question) => SearchHit::Question(question.id.clone()),
            Subject::Answer(answer) => SearchHit::Answer(answer.id.clone()),
            Subject::Note(note) => SearchHit::Note(note.path.clone()),
        }
    }

    /// What stands together: one's own before what everybody is asked.
    fn group(&self) -> usize {
        match self {
            SearchHit::Answer(_) => 0,
            SearchHit::Interview(_) => 1,
            SearchHit::Note(_) => 2,
            SearchHit::Question(_) => 3,
            SearchHit::Attempt(_) => 4,
        }
    }

    /// What it stands for now: of something told its question, of an interview nothing.
    pub fn subject<'a>(&self, workspace: &'a Workspace) -> Option<Subject<'a>> {
        let library = &workspace.library;
        match self {
            SearchHit::Question(id) => library.question(id).map(Subject::Question),
            SearchHit::Answer(id) => library.answer(id).map(Subject::Answer),
            SearchHit::Note(path) => workspace
                .notes
                .iter()
                .find(|note| note.path == *path)
                .map(Subject::Note),
            SearchHit::Attempt(id) => {
                let attempt = workspace.history.attempt(id)?;
                library.question(&attempt.question).map(Subject::Question)
            }
            SearchHit::Interview(_) => None,
        }
    }
}

/// What find looks through, all in step.
#[derive(Default)]
pub struct Haystack {
    hits: Vec<SearchHit>,
    lines: Vec<String>,
    labels: Vec<&'static str>,
    texts: Vec<(usize, Arc<str>)>,
}

impl Haystack {
    /// All answers, interviews and questions.
    pub(in crate::app) fn everything(workspace: &Workspace) -> Haystack {
        let mut all = Haystack::default();
        for answer in workspace.library.answers() {
            all.add_shown(&Subject::Answer(answer));
        }
        for one in &workspace.interviews {
            let line = match &one.role {
                Some(role) => format!("{}, {role}", one.company),
                None => one.company.clone(),
            };
            all.add(SearchHit::Interview(one.path.clone()), line, "interview");
        }
        for question in workspace.library.questions() {
            all.add_shown(&Subject::Question(question));
        }
        all
    }

    pub(in crate::app) fn add(&mut self, hit: SearchHit, line: String, label: &'static str) {
        self.hits.push(hit);
        self.lines.push(line);
        self.labels.push(label);
    }

    /// A question, or an answer or a note with its text.
    pub(in crate::app) fn add_shown(&mut self, shown: &Subject) {
        let hit = SearchHit::of(shown);
        let place = self.hits.len();
        match shown {
            Subject::Question(question) => self.add(hit, question.ask.clone(), question.category.id()),
            Subject::Answer(answer) => {
                self.texts.push((place, answer.body().into()));
                self.add(hit, answer.title.clone(), "answer");
            }
            Subject::Note(note) => {
                self.texts.push((place, note.text.as_ref().into()));
                self.add(hit, note.title.clone(), "note");
            }
        }
    }

    pub(in crate::app) fn search(self, library: &Library) -> Search<SearchHit> {
        let index = Index::new(self.lines)
            .labelled(self.labels)
            .with_texts(self.texts.into_iter());
        let questions = self.hits.iter().enumerate().filter_map(|(line, hit)| match hit {
            SearchHit::Question(id) => Some((line, id)),
            _ => None,
        });
        let finder = Finder::new(index).asking(library, questions);
        Search::over(self.hits, finder, SearchHit::group)
    }
}
