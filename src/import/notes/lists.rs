//! Texts that are lists: what their items say together.

use crate::import::language::voice::Count;
use crate::import::lines::Line;

/// Whether every line is an item of a list: without a heading or a question nobody says that they tell a story.
pub(super) fn listed(run: &[Line<'_>]) -> bool {
    run.iter().filter(|line| !line.blank()).all(Line::listed)
}

/// Whether in more than half of the items of a list somebody does something, or a text is no list.
pub(super) fn items_act(run: &[Line<'_>]) -> bool {
    let full = || run.iter().filter(|line| !line.blank());
    let Some(edge) = full().map(|line| line.indent).min().filter(|_| listed(run)) else {
        return true;
    };
    let mut items: Vec<Count> = Vec::new();
    for line in full() {
        match items.last_mut() {
            Some(last) if line.indent > edge => *last = [*last, line.count()].into_iter().sum(),
            _ => items.push(line.count()),
        }
    }
    let acting = items.iter().filter(|item| item.acts()).count();
    acting * 2 > items.len()
}
