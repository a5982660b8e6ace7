//! Where the keys go now, and which actions make sense.

pub use super::context::{FOLD, SIDE_BY_SIDE};
use super::overlays::Overlay;
use super::state::App;
use crate::keys::action::Action;
use crate::keys::bindings::Context;
use crate::keys::context::{on_screen, over_screen};

impl Overlay {
    /// The contexts a key is looked up in while it lies over the screen, the nearest first.
    pub fn contexts(&self) -> &'static [Context] {
        match self {
            Overlay::Actions(_) | Overlay::Find(_) => Context::FILTER,
            Overlay::Confirm(_) => &[Context::Confirm, Context::NotTyping, Context::Anywhere],
            Overlay::Conflict(_) => Context::CHOOSING,
            Overlay::Settings { .. } | Overlay::Problems { .. } | Overlay::Trash(_) => over_screen![],
        }
    }
}

impl App {
    /// The contexts a key is looked up in, the nearest first.
    pub fn contexts(&self) -> &'static [Context] {
        if let Some(overlay) = &self.overlay {
            return overlay.contexts();
        }
        let screen = self.contexts_of_screen();
        // What opened by itself is not answered yet, and covers what other keys would change.
        if self.conflicts.shown().is_some() && !screen.contains(&Context::Editing) {
            return &[Context::Anywhere];
        }
        screen
    }

    fn contexts_of_screen(&self) -> &'static [Context] {
        let screen = self.own_screen();
        screen.map_or(on_screen![Home], |screen| screen.contexts(&self.context()))
    }

    /// Whether printable keys type text.
    pub fn typing(&self) -> bool {
        self.contexts().contains(&Context::Editing)
    }

    /// Why an action makes no sense now; none when it does.
    pub fn why_not(&self, action: Action) -> Option<&'static str> {
        let screen = self.own_screen().filter(|_| self.overlay.is_none());
        screen.and_then(|screen| screen.refusal(action, &self.context()))
    }
}
