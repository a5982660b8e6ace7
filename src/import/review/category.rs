//! A category that a person gives: to what begins at a line and what answers it, or to all below a heading.

use crate::domain::category::Category;
use crate::import::item::{Item, ItemKind};
use crate::import::lines::{Dialect, Line, Mark};
use crate::import::reading::Reading;

/// What begins at a line belongs to a category, and so do answers to it that have none of their own; where the line is a
/// heading under which other things begin, all of those that have none of their own.
pub(super) fn of(reading: &mut Reading, line: usize, category: Category) {
    let there = reading.items.iter().position(|item| item.lines.0 == line);
    let under = match there {
        Some(_) => line..line,
        None => below(reading, line),
    };
    for at in 0..reading.items.len() {
        let item = &reading.items[at];
        let answers = there.is_some_and(|question| item.answers.contains(&question));
        let own = item.category != Category::Unsorted && !item.guessed;
        if there == Some(at) || !own && (answers || under.contains(&item.lines.0)) {
            give(&mut reading.items[at], category);
        }
    }
}

fn give(item: &mut Item, category: Category) {
    if item.kind != ItemKind::Note {
        (item.category, item.guessed) = (category, false);
    }
}

/// The lines under a heading, up to the next one that is as high; none where the line is no heading.
fn below(reading: &Reading, line: usize) -> std::ops::Range<usize> {
    let depth = |line: usize| match Line::read(reading.span((line, line)), Dialect::Markdown).mark {
        Mark::Heading(depth) => Some(depth),
        _ => None,
    };
    let count = reading.spans.len();
    let Some(own) = (1..=count).contains(&line).then(|| depth(line)).flatten() else {
        return line..line;
    };
    let next = (line + 1..=count).find(|line| depth(*line).is_some_and(|depth| depth <= own));
    line + 1..next.unwrap_or(count + 1)
}
