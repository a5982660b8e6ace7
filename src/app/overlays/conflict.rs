//! Two changes of one file that met, shown: the keys that say what becomes of them.

use crate::app::context::Context;
use crate::app::merge_conflict::{MergeConflict, Resolution};
use crate::app::request::{Request, Requests};
use crate::app::widgets::list::move_cursor;
use crate::keys::action::Action;

impl MergeConflict {
    /// Does what a key asks for: a file changed by two is taken, chosen from, or left with both files kept.
    pub(in crate::app) fn act(mut self, action: Action, cx: &Context) -> (Option<MergeConflict>, Requests) {
        let (page, of) = (cx.viewport.rows, cx.viewport.of);
        let how = match action {
            Action::Open if self.merged.is_some() => Resolution::Take,
            Action::Choose(1) => Resolution::Mine,
            Action::Choose(2) => Resolution::Theirs,
            Action::Choose(3) => Resolution::Both,
            Action::Back if self.merged.is_some() => return (None, Requests::new()),
            Action::Back => Resolution::KeepFiles,
            action => {
                self.scroll = move_cursor(self.scroll, of.saturating_sub(page) + 1, page, action);
                return (Some(self), Requests::new());
            }
        };
        (None, vec![Request::Resolve(Box::new(self), how)])
    }
}
