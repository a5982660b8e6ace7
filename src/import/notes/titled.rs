//! Stories in a list or a grid, each with a title line of its own.

use std::ops::Range;

use super::answers::{Place, respond, trimmed};
use super::{Reader, blank};
use crate::domain::category::Category;
use crate::import::language::voice::Hint;
use crate::import::language::{category, labels};
use crate::import::lines::blocks::{Block, under};
use crate::import::lines::title::titled;
use crate::import::lines::{Line, Mark};
use crate::import::{Body, ItemKind};

impl Reader<'_> {
    /// Stories that each have a title line: from each to the next.
    pub(super) fn titled(&mut self, at: usize, body: &Range<usize>, titles: &[Range<usize>]) {
        let headings: Vec<String> = self.headings(at).into_iter().map(str::to_owned).collect();
        let above: Vec<&str> = headings.iter().map(String::as_str).collect();
        self.lead(at, body.start..titles[0].start);
        let question = self.asked_above(at);
        for (n, title) in titles.iter().enumerate() {
            let end = titles.get(n + 1).map_or(body.end, |next| next.start);
            let end = (title.start..end)
                .find(|at| {
                    matches!(self.lines[*at].mark, Mark::Rule(_))
                        || *at >= title.end && self.hollow_item(*at, title.start)
                })
                .unwrap_or(end);
            let lines = trimmed(&self.lines, title.start..end);
            let text = self.lines[title.start].title();
            let text = text.trim_end_matches([':', ' ']);
            let text = text.split_once(": ").map_or(text, |(_, name)| name.trim());
            let mut item = blank(ItemKind::Story, lines.clone());
            item.category = above
                .iter()
                .find_map(|heading| category::matched(heading))
                .or_else(|| category::matched(text))
                .map_or(Category::Unsorted, |found| found.category);
            item.title = Some(text.to_owned());
            item.body = Body::Lines(if lines.end > title.end {
                vec![(title.end + 1, lines.end)]
            } else {
                Vec::new()
            });
            let draft = respond(
                &self.lines,
                title.end..lines.end,
                Place::Topic(item.category),
                Hint::None,
            )
            .into_iter()
            .find(|draft| draft.labelled);
            if let Some(draft) = draft {
                (item.parts, item.labelled) = (draft.parts, true);
            }
            if lines.end == title.end {
                item.unfinished = vec![title.start + 1];
            }
            self.respond_to(question, item);
            let next = titles.get(n + 1).map_or(body.end, |next| next.start);
            self.loose(end..next);
        }
    }

    /// Whether a line is an item without words in the list of a title.
    fn hollow_item(&self, at: usize, title: usize) -> bool {
        let (line, title) = (&self.lines[at], &self.lines[title]);
        line.mark == title.mark && line.indent == title.indent && !line.text.contains(char::is_alphanumeric)
    }
}

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
