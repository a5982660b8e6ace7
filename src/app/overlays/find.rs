//! Find: questions, answers with their text, interviews and notes, by a few letters.

use std::sync::Arc;

use super::{Hit, Overlay, Search};
use crate::app::screens::browse::Shown;
use crate::app::state::App;
use crate::app::widgets::finder::Finder;
use crate::domain::library::Library;
use crate::text::search::Index;

/// What find looks through, all in step.
#[derive(Default)]
pub(in crate::app) struct Haystack {
    hits: Vec<Hit>,
    lines: Vec<String>,
    labels: Vec<&'static str>,
    texts: Vec<(usize, Arc<str>)>,
}

impl Haystack {
    pub(in crate::app) fn add(&mut self, hit: Hit, line: String, label: &'static str) {
        self.hits.push(hit);
        self.lines.push(line);
        self.labels.push(label);
    }

    /// Something of Browse, an answer or a note with its text.
    pub(in crate::app) fn add_shown(&mut self, hit: Hit, shown: &Shown) {
        let place = self.hits.len();
        match shown {
            Shown::Question(question) => self.add(hit, question.ask.clone(), question.category.id()),
            Shown::Answer(answer) => {
                self.texts.push((place, answer.body().into()));
                self.add(hit, answer.title.clone(), "answer");
            }
            Shown::Note(note) => {
                self.texts.push((place, note.text.as_ref().into()));
                self.add(hit, note.title.clone(), "note");
            }
        }
    }

    fn search(self, library: &Library) -> Search<Hit> {
        let index = Index::new(self.lines)
            .labelled(self.labels)
            .with_texts(self.texts.into_iter());
        let questions = self.hits.iter().enumerate().filter_map(|(line, hit)| match hit {
            Hit::Question(id) => Some((line, id)),
            _ => None,
        });
        let finder = Finder::new(index).asking(library, questions);
        Search::over(self.hits, finder, Hit::group)
    }
}

impl Hit {
    /// What stands together: one's own before what everybody is asked.
    fn group(&self) -> usize {
        match self {
            Hit::Answer(_) => 0,
            Hit::Interview(_) => 1,
            Hit::Note(_) => 2,
            Hit::Question(_) => 3,
            Hit::Attempt(_) => 4,
        }
    }
}

impl App {
    /// Find over other files than it was opened over: what is typed stays.
    pub(in crate::app) fn find_anew(&mut self) {
        if let Some(Overlay::Find(before)) = self.overlay.take_if(|overlay| matches!(overlay, Overlay::Find(_))) {
            self.open_find();
            if let Some(Overlay::Find(search)) = &mut self.overlay {
                let chosen = before.selected().cloned();
                search.field = before.field;
                search.typed();
                search.select(chosen.as_ref());
            }
        }
    }

    /// Opens find: over the list in front, else over everything.
    pub(in crate::app) fn open_find(&mut self) {
        let listed = self.browse_hits().or_else(|| self.past_hits());
        let search = listed
            .unwrap_or_else(|| self.everything())
            .search(&self.workspace.library);
        self.overlay = Some(Overlay::Find(search));
    }

    fn everything(&self) -> Haystack {
        let mut all = Haystack::default();
        for answer in self.workspace.library.answers() {
            all.add_shown(Hit::Answer(answer.id.clone()), &Shown::Answer(answer));
        }
        for one in &self.workspace.interviews {
            let line = match &one.role {
                Some(role) => format!("{}, {role}", one.company),
                None => one.company.clone(),
            };
            all.add(Hit::Interview(one.path.clone()), line, "interview");
        }
        for question in self.workspace.library.questions() {
            all.add_shown(Hit::Question(question.id.clone()), &Shown::Question(question));
        }
        all
    }
}
