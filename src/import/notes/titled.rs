//! Stories in a list or a grid, each with a title line of its own.

use std::ops::Range;

use super::answers::{Place, respond, trimmed};
use super::{Reader, blank};
use crate::domain::category::Category;
use crate::import::language::category;
use crate::import::language::voice::Hint;
use crate::import::lines::Mark;
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
