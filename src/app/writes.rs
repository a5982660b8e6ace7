//! Changes of files, one at a time: each is made from the file as the one before it left it.
//!
//! Whatever must know what a file holds is asked for here. While one change is on its way to the disk the next is held
//! as it was asked for, and its text is made when its turn comes. So no change meets another of this program as if
//! somebody else had made it, and of two saves the second has what was typed since the first.

use std::collections::VecDeque;

use super::deed::{Deed, Then};
use super::effect::{Effect, TerminalEffect};
use super::forms::Filled;

/// What is on its way, and what waits for it.
#[derive(Debug, Default)]
pub(super) struct Writes {
    pub(super) under_way: Option<Deed>,
    pub(super) held: VecDeque<Deed>,
    /// Whether the disk has what is under way, or somebody is asked about it.
    pub(super) done: bool,
    /// What was asked for and waits until everything is written.
    pub(super) then: Option<Then>,
    /// Files to be opened in the person's editor once everything is written.
    pub(super) editor: Vec<Effect>,
}

impl Writes {
    /// Whether something is on its way to the disk.
    pub(super) fn busy(&self) -> bool {
        self.under_way.is_some()
    }

    /// Whether the debrief of this interview is being written.
    pub(super) fn debriefs(&self, path: &str) -> bool {
        let mut deeds = self.under_way.iter().chain(&self.held);
        deeds.any(|deed| match deed {
            Deed::Debrief { path: of, .. } => of == path,
            Deed::Whole { path: of, debrief, .. } => *debrief && of == path,
            _ => false,
        })
    }

    /// The forms that are taken and not on the disk yet.
    pub(super) fn forms(&self) -> impl Iterator<Item = &Filled> {
        let deeds = self.under_way.iter().chain(&self.held);
        deeds.filter_map(|deed| match deed {
            Deed::Entered { filled, .. } => Some(filled),
            _ => None,
        })
    }

    /// What is under way came out well, or is the person's to decide.
    pub(super) fn came_out(&mut self) {
        self.done = true;
    }

    /// The person does something else instead of waiting.
    pub(super) fn stays(&mut self) {
        self.then = None;
    }

    /// Does this once everything is written.
    pub(super) fn then(&mut self, then: Then) {
        self.then = Some(then);
    }

    /// Keeps the editor from a file while another text is on its way there.
    pub(super) fn hold_editor(&mut self, effects: &mut Vec<Effect>) {
        if self.busy() {
            let edits = |effect: &mut Effect| matches!(effect, Effect::Terminal(TerminalEffect::EditFile { .. }));
            self.editor.extend(effects.extract_if(.., edits));
        }
    }
}
