//! Stories in a list or a grid, each with a title line of its own.

use std::ops::Range;

use super::answers::{Place, respond, trimmed};
use super::story_titles::{ENDS, Titles, story_titles};
use super::{Reader, blank};
use crate::domain::category::Category;
use crate::import::language::voice;
use crate::import::language::voice::{Count, Hint, Voice};
use crate::import::language::{category, headings, labels};
use crate::import::lines::blocks::Block;
use crate::import::lines::{Line, Mark};
use crate::import::{Body, ItemKind};

impl Reader<'_> {
    /// Stories that each have a title line: from each to the next. Of titles in a list the texts decide.
    pub(super) fn titled(&mut self, at: usize, body: &Range<usize>, titles: &[Range<usize>], from: Titles) {
        let headings: Vec<String> = self.headings(at).into_iter().map(str::to_owned).collect();
        let above: Vec<&str> = headings.iter().map(String::as_str).collect();
        self.lead(at, body.start..titles[0].start);
        let question = self.asked_above(at);
        let promised =
            from == Titles::OfGrids || question.is_some() || headings.iter().any(|heading| headings::stories(heading));
        let most = promised || self.most_act(titles, body.end);
        for (n, title) in titles.iter().enumerate() {
            let end = titles.get(n + 1).map_or(body.end, |next| next.start);
            let end = (title.start..end)
                .find(|at| {
                    matches!(self.lines[*at].mark, Mark::Rule(_))
                        || *at >= title.end && self.hollow_item(*at, title.start)
                })
                .unwrap_or(end);
            let lines = trimmed(&self.lines, title.start..end);
            let text = self.title_of(title);
            let mut item = blank(self.kind_of(title, &lines, most), lines.clone());
            item.category = above
                .iter()
                .find_map(|heading| category::matched(heading))
                .or_else(|| category::matched(&text))
                .map_or(Category::Unsorted, |found| found.category);
            item.title = Some(text);
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
                (item.kind, item.parts, item.labelled) = (ItemKind::Story, draft.parts, true);
            }
            if lines.end == title.end {
                item.unfinished = vec![title.start + 1];
            }
            self.respond_to(question, item);
            let next = titles.get(n + 1).map_or(body.end, |next| next.start);
            self.loose(end..next);
        }
    }

    /// Where the stories of a list begin. Under a heading that is asked the items without titles are one answer.
    pub(super) fn stories_listed(&self, at: usize, found: &[Block]) -> Vec<Range<usize>> {
        let titles = story_titles(&self.lines, found, headings::stories(self.title(at)));
        let answers = self.asked_above(at).is_some() && titles.iter().any(Range::is_empty);
        if answers { Vec::new() } else { titles }
    }

    /// The title of a story: its title line, or the first clause of a text without one.
    fn title_of(&self, title: &Range<usize>) -> String {
        let line = self.lines[title.start].title();
        if title.is_empty() {
            let two = title.start..(title.start + 2).min(self.lines.len());
            let text: Vec<String> = self.lines[two].iter().map(Line::title).collect();
            return first_clause(&text.join(" "));
        }
        let text = line.trim_end_matches([':', ' ']);
        text.split_once(": ").map_or(text, |(_, name)| name.trim()).to_owned()
    }

    /// Whether in a third of some titled texts somebody does what is told: then the others are stories as well. A title
    /// without text counts where it tells by itself.
    fn most_act(&self, titles: &[Range<usize>], end: usize) -> bool {
        let ends = titles.iter().skip(1).map(|next| next.start).chain([end]);
        let mut acting = 0;
        let mut told = 0;
        for (title, end) in titles.iter().zip(ends) {
            let text = &self.lines[title.start..end];
            let acts = labels::read(text).sure || text.iter().map(Line::count).sum::<Count>().acts();
            acting += usize::from(acts);
            told += usize::from(acts || self.lines[title.end..end].iter().any(|line| !line.blank()));
        }
        acting * 3 >= told
    }

    /// What an item of a list is: a story by its title line where most of its kind tell one, else by its voice.
    fn kind_of(&self, title: &Range<usize>, lines: &Range<usize>, most: bool) -> ItemKind {
        let count: Count = self.lines[lines.clone()].iter().map(Line::count).sum();
        if !title.is_empty() && most || voice::judge(count, Hint::Event) == Voice::Tells && count.acts() {
            ItemKind::Story
        } else if title.is_empty() || count.personal() {
            ItemKind::Point
        } else {
            ItemKind::Note
        }
    }

    /// Whether a line is an item without words in the list of a title.
    fn hollow_item(&self, at: usize, title: usize) -> bool {
        let (line, title) = (&self.lines[at], &self.lines[title]);
        line.mark == title.mark && line.indent == title.indent && !line.text.contains(char::is_alphanumeric)
    }
}

/// The first clause of a text, or its first words where that is long.
fn first_clause(text: &str) -> String {
    const MOST: usize = 12;
    let words = |text: &str| text.split_whitespace().count();
    let sentence = text.split_inclusive(ENDS).next().unwrap_or(text).trim_end_matches(ENDS);
    let clause = [
        sentence,
        sentence
            .split([',', '，', ';', ':', '：', '–', '—'])
            .next()
            .unwrap_or(sentence),
    ];
    if let Some(clause) = clause.into_iter().find(|clause| words(clause) <= MOST) {
        return clause.trim().to_owned();
    }
    let first: Vec<&str> = sentence.split_whitespace().take(MOST).collect();
    format!("{} …", first.join(" "))
}
