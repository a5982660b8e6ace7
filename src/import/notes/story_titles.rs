//! Which items of a list are titles of stories.

use std::ops::Range;

use crate::import::language::labels;
use crate::import::lines::blocks::{Block, under};
use crate::import::lines::title::titled;
use crate::import::lines::{Line, Mark};

/// The items of a list that are titles of stories: short, each with text under it, or any right under a heading of stories.
pub(super) fn story_titles(lines: &[Line<'_>], found: &[Block], stories: bool) -> Vec<Range<usize>> {
    let listed = |block: &&Block| matches!(block.mark, Mark::Bullet | Mark::Number);
    let Some(first) = found.iter().filter(listed).min_by_key(|block| block.indent) else {
        return Vec::new();
    };
    let items: Vec<usize> = (0..found.len())
        .filter(|at| found[*at].mark == first.mark && found[*at].indent == first.indent)
        .filter(|at| found[*at].text.contains(char::is_alphanumeric))
        .collect();
    let heads: Vec<bool> = items.iter().map(|at| title_over(lines, found, *at)).collect();
    let full = heads.iter().filter(|heads| **heads).count();
    let quoted = first.mark == Mark::Bullet
        && items.iter().any(|at| {
            found
                .get(at + 1)
                .is_some_and(|next| next.mark == Mark::Quote && !next.fresh)
        });
    let Some(at) = items.first() else {
        return Vec::new();
    };
    let inside = labelled_before(lines, found, *at);
    let list = !inside && full >= 2 && full * 10 >= items.len() * 7;
    let short = items.iter().filter(|at| titled(&found[**at].text, 12)).count();
    let alone = full > 0 || short * 2 > items.len();
    let listed = stories && alone && (items.len() >= 2 || found.len() == 1) && !labelled(lines, found);
    if !(list || quoted || listed) {
        return Vec::new();
    }
    items
        .into_iter()
        .zip(heads)
        .map(|(at, heads)| {
            let lines = &found[at].lines;
            if heads {
                lines.start..lines.start + 1
            } else {
                lines.clone()
            }
        })
        .collect()
}

/// Whether an item is a title over text: deeper blocks, or the lines that carry it on after a short first one.
fn title_over(lines: &[Line<'_>], found: &[Block], at: usize) -> bool {
    const SHORT: usize = 50;
    let block = &found[at];
    let first = lines[block.lines.start].text;
    let carried = block.lines.len() > 1 && first.len() <= SHORT && titled(first, 8);
    carried || (block.lines.len() == 1 && titled(&block.text, 12) && !under(found, at).is_empty())
}

/// Whether the labels of one story stand over the items: they tell a part of it.
fn labelled_before(lines: &[Line<'_>], found: &[Block], item: usize) -> bool {
    let range = found[0].lines.start..found[item].lines.start;
    labelled(lines, found) && lines[range].iter().any(labels::only_labels)
}

fn labelled(lines: &[Line<'_>], found: &[Block]) -> bool {
    match (found.first(), found.last()) {
        (Some(first), Some(last)) => labels::read(&lines[first.lines.start..last.lines.end]).sure,
        _ => false,
    }
}
