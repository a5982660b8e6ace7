//! The palette: every action by its name, and where find can be opened every question by its wordings.

use super::{Hit, Search};
use crate::app::effect::Effect;
use crate::app::state::App;
use crate::app::widgets::finder::Finder;
use crate::domain::clock::Moment;
use crate::domain::id::QuestionId;
use crate::domain::library::Library;
use crate::keys::action::Action;
use crate::keys::resolve::holding;
use crate::text::search::Index;

/// Something the palette reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// An action.
    Do(Action),
    /// A question.
    Question(QuestionId),
}

impl Reach {
    /// Actions stand before questions.
    fn group(&self) -> usize {
        usize::from(matches!(self, Reach::Question(_)))
    }
}

/// What can be reached now.
pub(super) fn search(app: &App) -> Search<Reach> {
    let mut reaches: Vec<Reach> = Vec::new();
    for binding in holding(app.contexts()) {
        let reach = Reach::Do(binding.action);
        if !reaches.contains(&reach) && app.why_not(binding.action).is_none() {
            reaches.push(reach);
        }
    }
    let library = &app.workspace.library;
    if reaches.contains(&Reach::Do(Action::Find)) && app.drill().is_none() {
        let questions = library.questions().iter();
        reaches.extend(questions.map(|question| Reach::Question(question.id.clone())));
    }
    let lines = reaches.iter().map(|reach| line(library, reach)).collect();
    let questions = reaches.iter().enumerate().filter_map(|(line, reach)| match reach {
        Reach::Question(id) => Some((line, id)),
        Reach::Do(_) => None,
    });
    let finder = Finder::new(Index::new(lines)).asking(library, questions);
    Search::over(reaches, finder, Reach::group)
}

fn line(library: &Library, reach: &Reach) -> String {
    match reach {
        Reach::Do(action) => action.sentence().to_owned(),
        Reach::Question(id) => {
            let question = library.question(id.as_str());
            question.map(|question| question.ask.clone()).unwrap_or_default()
        }
    }
}

/// Does an action, or opens a question.
pub(super) fn reach(app: &mut App, reach: Reach, now: Moment) -> Vec<Effect> {
    match reach {
        Reach::Do(action) => app.act(action, now),
        Reach::Question(id) => {
            app.open_hit(&Hit::Question(id), now);
            Vec::new()
        }
    }
}
