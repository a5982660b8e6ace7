//! One key to link both ways: answers to the selected question, or questions to the selected answer.

use super::Browse;
use super::over::{BrowseDialog, Link, Side};
use crate::app::deed::Deed;
use crate::app::hit::SearchHit;
use crate::app::request::{Request, Requests};
use crate::app::widgets::filter_list::Search;
use crate::app::widgets::finder::Finder;
use crate::app::workspace::Workspace;
use crate::domain::answer::Answer;
use crate::domain::question::Question;
use crate::domain::subject::Subject;
use crate::keys::action::Action;
use crate::text::search::Index;

impl Link {
    fn answers_for(question: &Question, workspace: &Workspace) -> Link {
        let category = |answer: &Answer| workspace.library.category_of(answer);
        let rows = workspace.library.answers().iter().map(|answer| {
            let linked = answer.questions.contains(&question.id);
            let rank = rank(linked, category(answer) == question.category);
            (rank, SearchHit::Answer(answer.id.clone()), answer.title.clone())
        });
        let (sides, lines) = ranked(rows);
        Link {
            of: SearchHit::Question(question.id.clone()),
            title: question.ask.clone(),
            search: Search::new(sides, lines),
        }
    }

    fn questions_for(answer: &Answer, workspace: &Workspace) -> Link {
        let category = workspace.library.category_of(answer);
        let rows = workspace.library.questions().iter().map(|question| {
            let linked = answer.questions.contains(&question.id);
            let rank = rank(linked, question.category == category);
            (rank, SearchHit::Question(question.id.clone()), question.ask.clone())
        });
        let (sides, lines) = ranked(rows);
        let ids = sides.iter().enumerate().filter_map(|(n, side)| match &side.hit {
            SearchHit::Question(id) => Some((n, id)),
            _ => None,
        });
        let finder = Finder::new(Index::new(lines)).asking(&workspace.library, ids);
        Link {
            of: SearchHit::Answer(answer.id.clone()),
            title: answer.title.clone(),
            search: Search::over(sides, finder, |_| 0),
        }
    }

    /// The change that links what is selected, or takes the link out.
    fn deed(&self) -> Option<Deed> {
        let side = self.search.selected()?;
        let (question, answer) = match (&side.hit, &self.of) {
            (SearchHit::Question(question), SearchHit::Answer(answer))
            | (SearchHit::Answer(answer), SearchHit::Question(question)) => (question.clone(), answer.clone()),
            _ => return None,
        };
        let link = !side.linked;
        Some(Deed::Link { answer, question, link })
    }

    /// The footer's word for an action; no word takes it from the footer.
    pub(super) fn word(&self, action: Action, usual: Option<&'static str>) -> Option<&'static str> {
        if action == Action::Open {
            let side = self.search.selected()?;
            return Some(if side.linked { "take the link out" } else { "link" });
        }
        self.search.word(action, usual)
    }
}

impl Browse {
    pub(super) fn ask_for_link(&mut self, workspace: &Workspace) -> Requests {
        let link = match self.shown(workspace) {
            Some(Subject::Question(question)) => Link::answers_for(question, workspace),
            Some(Subject::Answer(answer)) => Link::questions_for(answer, workspace),
            Some(Subject::Note(_)) | None => return Requests::new(),
        };
        if link.search.items.is_empty() {
            return vec![Request::notify("There is no answer yet; n writes one")];
        }
        self.dialog = Some(BrowseDialog::Link(link));
        Requests::new()
    }

    /// An action while the links are listed.
    pub(super) fn link_action(&mut self, mut link: Link, action: Action) -> Requests {
        match action {
            Action::Open => return link.deed().map(Request::Write).into_iter().collect(),
            Action::Back | Action::StopTyping => {}
            action => {
                link.search.act(action);
                self.dialog = Some(BrowseDialog::Link(link));
            }
        }
        Requests::new()
    }
}

/// What is linked first, then what is of the same category.
fn rank(linked: bool, near: bool) -> u8 {
    match (linked, near) {
        (true, _) => 0,
        (false, true) => 1,
        (false, false) => 2,
    }
}

/// The rows with their lines, in the order of their rank.
fn ranked(rows: impl Iterator<Item = (u8, SearchHit, String)>) -> (Vec<Side>, Vec<String>) {
    let mut rows: Vec<(u8, SearchHit, String)> = rows.collect();
    rows.sort_by_key(|(rank, ..)| *rank);
    let side = |(rank, hit, line)| {
        let linked = rank == 0;
        (Side { hit, linked }, line)
    };
    rows.into_iter().map(side).unzip()
}
