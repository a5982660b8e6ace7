//! Stories in a list or a grid, each with a title line of its own.

use std::ops::Range;

use super::{Reader, blank};
use crate::domain::category::Category;
use crate::import::blocks::{Block, under};
use crate::import::line::Mark;
use crate::import::outline::titled;
use crate::import::respond::{Place, respond, trimmed};
use crate::import::voice::Hint;
use crate::import::{Body, ItemKind, category};

impl Reader<'_> {
    /// Stories that each have a title line: from each to the next.
    pub(super) fn titled(&mut self, at: usize, body: &Range<usize>, titles: &[Range<usize>]) {
        let headings: Vec<String> = self.headings(at).into_iter().map(str::to_owned).collect();
        let above: Vec<&str> = headings.iter().map(String::as_str).collect();
        self.loose(at, body.start..titles[0].start, true);
        for (n, title) in titles.iter().enumerate() {
            let end = titles.get(n + 1).map_or(body.end, |next| next.start);
            let end = (title.start..end)
                .find(|at| matches!(self.lines[*at].mark, Mark::Rule(_)))
                .unwrap_or(end);
            let lines = trimmed(&self.lines, title.start..end);
            let text = self.lines[title.start].title();
            let text = text.trim_end_matches([':', ' ']);
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
            self.items.push(item);
            let next = titles.get(n + 1).map_or(body.end, |next| next.start);
            self.loose(at, end..next, false);
        }
    }
}

/// The items of a list that are titles of stories: short, each with text under it, or any in a section of stories.
pub(super) fn story_titles(found: &[Block], stories: bool) -> Vec<Range<usize>> {
    let Some(edge) = found
        .iter()
        .filter(|block| block.mark == Mark::Bullet)
        .map(|block| block.indent)
        .min()
    else {
        return Vec::new();
    };
    let items: Vec<usize> = (0..found.len())
        .filter(|at| found[*at].mark == Mark::Bullet && found[*at].indent == edge)
        .collect();
    let full = items
        .iter()
        .filter(|at| titled(&found[**at].text, 12) && !under(found, **at).is_empty())
        .count();
    let quoted = items.iter().any(|at| {
        found
            .get(at + 1)
            .is_some_and(|next| next.mark == Mark::Quote && !next.fresh)
    });
    let list = full >= 2 && full * 10 >= items.len() * 7;
    let listed = stories && items.len() >= 2;
    if !(list || quoted || listed) {
        return Vec::new();
    }
    items.into_iter().map(|at| found[at].lines.clone()).collect()
}
