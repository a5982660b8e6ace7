//! One key to link both ways: answers to the selected question, or questions to the selected answer.

use super::Shown;
use crate::app::effect::Effect;
use crate::app::overlays::{Hit, Overlay, Search};
use crate::app::state::App;
use crate::app::widgets::finder::Finder;
use crate::app::writes::Deed;
use crate::domain::answer::Answer;
use crate::domain::question::Question;
use crate::text::search::Index;

/// What can be linked to the selected row.
#[derive(Debug)]
pub struct Link {
    /// The question or answer.
    pub of: Hit,
    /// Its prompt or title.
    pub title: String,
    /// The other side, what is linked first, then what fits.
    pub search: Search<Side>,
}

/// A row that can be linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Side {
    /// The question or answer.
    pub hit: Hit,
    /// Whether it is linked.
    pub linked: bool,
}

impl App {
    pub(super) fn ask_for_link(&mut self) {
        let link = match self.browse_shown() {
            Some(Shown::Question(question)) => self.answers_for(question),
            Some(Shown::Answer(answer)) => self.questions_for(answer),
            Some(Shown::Note(_)) | None => return,
        };
        if link.search.items.is_empty() {
            return self.say("There is no answer yet; n writes one");
        }
        self.overlay = Some(Overlay::Link(link));
    }

    fn answers_for(&self, question: &Question) -> Link {
        let mut rows: Vec<(u8, &Answer)> = self
            .workspace
            .library
            .answers()
            .iter()
            .map(|answer| {
                let near = self.workspace.library.category_of(answer) == question.category;
                let linked = answer.questions.contains(&question.id);
                (rank(linked, near), answer)
            })
            .collect();
        rows.sort_by_key(|(rank, _)| *rank);
        let side = |(rank, answer): &(u8, &Answer)| Side {
            hit: Hit::Answer(answer.id.clone()),
            linked: *rank == 0,
        };
        Link {
            of: Hit::Question(question.id.clone()),
            title: question.ask.clone(),
            search: Search::new(
                rows.iter().map(side).collect(),
                rows.iter().map(|(_, answer)| answer.title.clone()).collect(),
            ),
        }
    }

    fn questions_for(&self, answer: &Answer) -> Link {
        let category = self.workspace.library.category_of(answer);
        let mut rows: Vec<(u8, &Question)> = self
            .workspace
            .library
            .questions()
            .iter()
            .map(|question| {
                let linked = answer.questions.contains(&question.id);
                (rank(linked, question.category == category), question)
            })
            .collect();
        rows.sort_by_key(|(rank, _)| *rank);
        let side = |(rank, question): &(u8, &Question)| Side {
            hit: Hit::Question(question.id.clone()),
            linked: *rank == 0,
        };
        let asks = rows.iter().map(|(_, question)| question.ask.clone()).collect();
        let ids = rows.iter().map(|(_, question)| &question.id).enumerate();
        let finder = Finder::new(Index::new(asks)).asking(&self.workspace.library, ids);
        Link {
            of: Hit::Answer(answer.id.clone()),
            title: answer.title.clone(),
            search: Search::over(rows.iter().map(side).collect(), finder, |_| 0),
        }
    }

    /// Links what is selected, or takes the link out.
    pub(in crate::app) fn take_link(&mut self) -> Vec<Effect> {
        let Some(Overlay::Link(link)) = self.overlay.take() else {
            return Vec::new();
        };
        let Some(side) = link.search.selected() else {
            return Vec::new();
        };
        let (Hit::Question(question), Hit::Answer(answer)) = (match &side.hit {
            Hit::Question(_) => (&side.hit, &link.of),
            _ => (&link.of, &side.hit),
        }) else {
            return Vec::new();
        };
        let deed = Deed::Link {
            answer: answer.clone(),
            question: question.clone(),
            link: !side.linked,
        };
        self.write(deed)
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
