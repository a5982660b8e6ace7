//! Where typed text goes, what keys other than letters do meanwhile, and how it comes into drafts.

use std::time::Duration;

use super::effect::Effect;
use super::forms::Filled;
use super::overlays::Overlay;
use super::screens::workbench::buffer::DRAFT;
use super::state::{AnyScreen, App};
use super::widgets::field::{Field, MOST};
use crate::domain::clock::Moment;
use crate::domain::saved_file::DraftOf;
use crate::keys::action::Action;

/// How long after a draft could not be written that is tried again.
const RETRY: Duration = Duration::from_secs(5);

impl Overlay {
    fn field_mut(&mut self) -> Option<&mut Field> {
        match self {
            Overlay::Actions(list) => Some(&mut list.search.field),
            Overlay::Find(search) => Some(&mut search.field),
            Overlay::Problems { .. }
            | Overlay::Settings { .. }
            | Overlay::Confirm(_)
            | Overlay::Conflict(_)
            | Overlay::Trash(_) => None,
        }
    }
}

impl App {
    /// The line that is typed in now; none where a text of many lines is, or nothing.
    fn field_mut(&mut self) -> Option<&mut Field> {
        match &mut self.overlay {
            Some(overlay) => overlay.field_mut(),
            None => self.screens.last_mut()?.own_mut().line(),
        }
    }

    /// Text from the clipboard, for whatever is typed in now; where nothing is, that is said.
    pub(super) fn pasted(&mut self, text: &str, now: Moment) -> Vec<Effect> {
        let reads = self.workbench().is_some() && !self.typing();
        self.typed(text, now).unwrap_or_else(|| {
            self.notify(if reads {
                "Enter begins typing here; then paste again"
            } else {
                "Nothing is typed here, so nothing was pasted"
            });
            Vec::new()
        })
    }

    /// Text for whatever is typed in now; none where nothing is.
    pub(super) fn typed(&mut self, text: &str, now: Moment) -> Option<Vec<Effect>> {
        let Some(field) = self.field_mut() else {
            if self.overlay.is_some() || !self.typing() {
                return None;
            }
            return self.ask_screen(now, |screen, cx| screen.insert(text, cx));
        };
        if !field.takes(text) {
            self.warn(format!(
                "Not taken: a line holds {MOST} characters; longer text goes into an answer"
            ));
            return Some(Vec::new());
        }
        field.insert(text);
        Some(self.line_changed(now))
    }

    /// Moves in the line that is typed in, or changes it; none where no line is, or the action is none of a line.
    pub(super) fn edit_line(&mut self, action: Action, now: Moment) -> Option<Vec<Effect>> {
        let field = self.field_mut()?;
        let before = (field.text().to_owned(), field.is_guess());
        if !field.edit(action) {
            return None;
        }
        let changed = (field.text(), field.is_guess()) != (&before.0, before.1);
        Some(if changed { self.line_changed(now) } else { Vec::new() })
    }

    /// What follows from a line that was typed in.
    fn line_changed(&mut self, now: Moment) -> Vec<Effect> {
        match &mut self.overlay {
            Some(Overlay::Actions(list)) => list.typed(),
            Some(Overlay::Find(search)) => search.typed(),
            Some(_) => {}
            None => {
                let changed = self.ask_screen(now, |screen, cx| screen.line_changed(cx));
                return changed.unwrap_or_default();
            }
        }
        Vec::new()
    }

    /// An action while text is typed.
    pub(super) fn typing_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        if action == Action::Help {
            self.open_actions();
            return Vec::new();
        }
        let done = self.ask_screen(now, |screen, cx| screen.act(action, cx));
        done.unwrap_or_default()
    }

    /// Typing that is in no draft yet is written there in time.
    pub(super) fn keep_drafts(&mut self, now: Moment, at_once: bool) -> Vec<Effect> {
        let due = |at: Duration| at_once || now.elapsed >= at + DRAFT;
        let own = self.screens.iter_mut().map(AnyScreen::own_mut);
        let mut effects: Vec<Effect> = own.flat_map(|screen| screen.drafts(&due)).collect();
        let open = self.forms_open();
        effects.extend(self.forms.follow(open, now, due));
        effects
    }

    /// The forms that are open or on their way to the disk, with what stands in them.
    fn forms_open(&self) -> Vec<Filled> {
        let mut open: Vec<Filled> = self.writes.forms().cloned().collect();
        if let Some(screen) = self.own_screen() {
            open.extend(screen.forms(&self.context()));
            open.extend(screen.filled());
        }
        open
    }

    /// Typed text could not be kept as a draft: it is tried again in a while.
    pub(super) fn not_drafted(&mut self, of: &DraftOf, reason: &str, now: Moment) {
        let again = (now.elapsed + RETRY).saturating_sub(DRAFT);
        self.forms.not_drafted(of, again);
        self.warn(format!("What you type is in memory only: {reason}. Save it"));
    }
}
