//! Which items of a list are stories, by their titles or by what they tell.

use std::ops::Range;

use crate::import::language::labels;
use crate::import::language::voice;
use crate::import::lines::blocks::{Block, under};
use crate::import::lines::title::{begins_anew, titled};
use crate::import::lines::words::first_words;
use crate::import::lines::{Line, Mark};

/// Where titles of stories were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Titles {
    /// In a list.
    Listed,
    /// Over grids, each with the parts of one story.
    OfGrids,
}

/// What ends a sentence.
pub(super) const ENDS: [char; 5] = ['.', '!', '?', '。', '…'];

/// The items of a list that are titles of stories: short, each with text under it, or any right under a heading of stories.
/// The items of a list that each tell something of their own are as well: what stands for their title is empty then.
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
    let own = !inside && !list && each_tells(lines, found, &items);
    let short = items.iter().filter(|at| titled(&found[**at].text, 12)).count();
    let alone = full > 0 || short * 2 > items.len();
    let listed = stories && alone && (items.len() >= 2 || found.len() == 1) && !labelled(lines, found);
    if !(list || quoted || listed || own) {
        return Vec::new();
    }
    items
        .into_iter()
        .zip(heads)
        .map(|(at, heads)| {
            let lines = &found[at].lines;
            if heads {
                lines.start..lines.start + 1
            } else if own {
                lines.start..lines.start
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
    if labels::said(&lines[block.lines.start]) {
        return false;
    }
    let first = lines[block.lines.start].text;
    let carried = block.lines.len() > 1 && first.len() <= SHORT && titled(first, 8);
    carried || (block.lines.len() == 1 && titled(&block.text, 12) && !under(found, at).is_empty())
}

/// Whether each item of a list tells something of its own: several sentences or text under it, and none goes on with the
/// one above it. Items of more than one line are set off by blank lines, or their lines may be only broken.
fn each_tells(lines: &[Line<'_>], found: &[Block], items: &[usize]) -> bool {
    const WORDS: u32 = 12;
    let set_off = items.iter().skip(1).all(|at| found[*at].fresh);
    let own = |(n, at): (usize, &usize)| {
        let (block, inner) = (&found[*at], under(found, *at));
        let sentences = block
            .text
            .split_inclusive(ENDS)
            .filter(|one| first_words(one, 3).len() == 3);
        let full = !inner.is_empty() || sentences.count() > 1 || set_off && block.lines.len() > 1;
        let end = items.get(n + 1).map_or(found.len(), |next| *next);
        let run = &lines[block.lines.start..found[end - 1].lines.end];
        let count: voice::Count = run.iter().map(Line::count).sum();
        let spoken = count.personal();
        full && count.words >= WORDS
            && spoken
            && begins_anew(&block.text)
            && !run.iter().any(|line| labels::leads(line))
    };
    items.len() > 1 && items.iter().enumerate().all(own)
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
