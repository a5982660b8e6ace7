//! Questions and what stands under and between them.

use std::ops::Range;

use super::answers::{Place, respond, stub, trimmed};
use super::story_titles::Titles;
use super::{Reader, blank};
use crate::domain::category::Category;
use crate::import::language::asks;
use crate::import::language::asks::Asks;
use crate::import::language::starters::{Begins, Starter};
use crate::import::language::voice;
use crate::import::language::voice::{Hint, Voice};
use crate::import::language::{headings, labels};
use crate::import::lines;
use crate::import::lines::blocks::{Block, blocks, under};
use crate::import::lines::words::first_words;
use crate::import::lines::{Line, Mark};
use crate::import::{Body, ItemKind};

impl Reader<'_> {
    /// Reads what stands under a question.
    pub(super) fn answer(&mut self, question: usize, body: Range<usize>, found: &[Block]) {
        let body = self.behind_hints(trimmed(&self.lines, body));
        if body.is_empty() {
            return;
        }
        let found = &found[found.partition_point(|block| block.lines.end <= body.start)..];
        let title = self.items[question].title.clone().unwrap_or_default();
        if headings::for_them(&title) && !labels::read(&self.lines[body.clone()]).sure {
            self.items[question].answered = None;
            self.them(found, Category::AskThem);
            return;
        }
        let asking = found
            .iter()
            .filter(|block| block.mark != Mark::Quote)
            .filter(|block| asks_back(block) || asks::stands_alone(&block.text))
            .count();
        let prompts = found.iter().filter(|block| asks::stands_alone(&block.text)).count();
        let prompts = prompts >= 3 && asking * 5 >= found.len() * 4;
        if prompts || asking == found.len() || stub(&self.lines, body.clone()) {
            self.probes(question, body.end, found);
            return;
        }
        let category = self.items[question].category;
        let drafts = respond(&self.lines, body, Place::Question, Hint::of(&title, category));
        if drafts.iter().all(|draft| draft.kind == ItemKind::Note) {
            self.probes_among_notes(question, found);
        }
        for draft in drafts {
            let item = self.proposal(&draft, category);
            self.respond_to(Some(question), item);
        }
    }

    /// A text without the hints to the writer in front of it: they are notes.
    fn behind_hints(&mut self, mut body: Range<usize>) -> Range<usize> {
        while body.start < body.end && asks::hints(self.lines[body.start].text) {
            self.items.push(blank(ItemKind::Note, body.start..body.start + 1));
            body = trimmed(&self.lines, body.start + 1..body.end);
        }
        body
    }

    /// Where nothing under a question answers it, the lines of the list there that ask are its probes.
    fn probes_among_notes(&mut self, question: usize, found: &[Block]) {
        for block in found.iter().filter(|block| asks_back(block)) {
            if block.mark != Mark::Plain || block.indent > 0 {
                let item = &mut self.items[question];
                item.probes.push(lines::title(&block.text));
                item.pieces.end = block.lines.end;
                item.lines.1 = item.lines.1.max(block.lines.end);
            }
        }
    }

    /// What stands under a question and only asks: a prompt of its own is a question of its own, the others are probes of
    /// the question above them.
    fn probes(&mut self, question: usize, end: usize, found: &[Block]) {
        let prompt = |block: &Block| block.mark != Mark::Number && asks::stands_alone(&block.text);
        let prompts = found
            .iter()
            .filter(|block| prompt(block))
            .map(|block| block.lines.start);
        let ends: Vec<usize> = prompts.chain([end]).collect();
        let category = self.items[question].category;
        self.items[question].lines.1 = self.full_until(ends[0]).max(self.items[question].lines.1);
        let (mut last, mut next) = (question, 1);
        for block in found {
            if prompt(block) {
                last = self.question(&block.text, block.lines.clone(), &[]);
                self.items[last].lines.1 = self.full_until(ends[next]);
                if self.items[last].category == Category::Unsorted {
                    self.items[last].category = category;
                }
                next += 1;
            } else if block.asks != Asks::No {
                self.items[last].probes.push(lines::title(&block.text));
            }
        }
    }

    /// The last line with words in front of a line, counted from 1.
    fn full_until(&self, line: usize) -> usize {
        self.lines[..line]
            .iter()
            .rposition(|line| !line.blank())
            .map_or(0, |at| at + 1)
    }

    pub(super) fn questions_for_them(&mut self, at: usize, found: &[Block]) {
        if let Some(head) = self.sections[at].head.clone()
            && asks::heading_asks(&head.title)
        {
            let question = self.question(&head.title, head.line..head.end, &[]);
            self.items[question].answered = None;
            self.items[question].category = Category::AskThem;
        }
        let found = line_by_line(&self.lines, found);
        self.them(&found, Category::AskThem);
    }

    /// A heading that asks them, and what stands under it: more questions, or what there is to say of it.
    pub(super) fn heading_for_them(&mut self, at: usize, body: &Range<usize>, found: &[Block]) {
        let Some(head) = self.sections[at].head.clone() else {
            return;
        };
        let asks = !found.is_empty() && found.iter().all(|block| asks::marked(&block.text));
        let mut item = blank(
            ItemKind::AskThem,
            head.line..if asks { head.end } else { body.end.max(head.end) },
        );
        item.title = Some(head.title);
        item.category = Category::AskThem;
        item.body = Body::Lines(if asks || body.is_empty() {
            Vec::new()
        } else {
            vec![(body.start + 1, body.end)]
        });
        self.items.push(item);
        if asks {
            self.them(found, Category::AskThem);
        }
    }

    /// Blocks that are questions for the interviewer, and the remarks between.
    fn them(&mut self, found: &[Block], category: Category) {
        let mut at = 0;
        while at < found.len() {
            let block = &found[at];
            let inner = under(found, at);
            let listed = matches!(block.mark, Mark::Bullet | Mark::Number | Mark::Letter);
            let asks = asks::marked(&block.text) || listed || asks::asks(&block.text) != Asks::No;
            let heads = !inner.is_empty()
                && !asks::marked(&block.text)
                && found[inner.clone()].iter().all(|one| asks::marked(&one.text));
            let end = if heads {
                block.lines.end
            } else {
                found[at..inner.end].last().map_or(block.lines.end, |one| one.lines.end)
            };
            at = if heads { at + 1 } else { inner.end };
            if matches!(block.mark, Mark::Rule(_)) || block.text.trim().is_empty() {
                continue;
            }
            let kind = if asks && !heads && !block.strong {
                ItemKind::AskThem
            } else {
                ItemKind::Note
            };
            let mut item = blank(kind, block.lines.start..end);
            item.title = Some(lines::title(&block.text));
            if kind == ItemKind::AskThem {
                item.category = category;
                item.body = Body::Lines(after(block, end));
            }
            self.items.push(item);
        }
    }

    /// Questions with what stands between them.
    pub(super) fn asked(&mut self, at: usize, body: &Range<usize>, found: &[Block], begun: &[Starter]) {
        let mut headings: Vec<String> = self.headings(at).into_iter().map(str::to_owned).collect();
        let before = self.items.len();
        let lead = body.start..found[begun[0].block].lines.start;
        let titles = if headings::stories(self.title(at)) || !self.advises(at, &lead) {
            self.stories_listed(at, &found[..begun[0].block])
        } else {
            Vec::new()
        };
        if titles.is_empty() {
            self.lead(at, lead);
        } else {
            self.titled(at, &lead, &titles, Titles::Listed);
        }
        if self.items[before..].iter().any(|item| item.kind != ItemKind::Note) {
            // The heading had its answer: a question below it is about something else.
            headings.remove(0);
        }
        let above: Vec<&str> = headings.iter().map(String::as_str).collect();
        let first = self.items.len();
        for (n, starter) in begun.iter().enumerate() {
            let next = begun.get(n + 1);
            let block = &found[starter.block];
            let end = next.map_or(body.end, |next| found[next.block].lines.start);
            let inner = &found[starter.block + 1..next.map_or(found.len(), |next| next.block)];
            if starter.begins == Begins::Break {
                let letter = trimmed(&self.lines, block.lines.start..end);
                self.items
                    .extend((!letter.is_empty()).then(|| blank(ItemKind::Note, letter)));
            } else if let Some((asked, answer)) = asks::inline_answer(&block.text) {
                self.inline(block, asked, answer, &above);
                self.loose(block.lines.end..end);
            } else {
                let question = self.question(&block.text, block.lines.clone(), &above);
                // A rule right under the last of a list of questions ends the list; under one alone it is an ornament.
                let ends = next.is_none() && begun.len() > 1;
                let rule = inner
                    .iter()
                    .position(|one| matches!(one.mark, Mark::Rule(_)))
                    .filter(|rule| *rule > 0 || ends && !matches!(inner[0].mark, Mark::Rule('<')));
                let until = rule.map_or(end, |rule| inner[rule].lines.start);
                if next.is_none() && self.closes_a_list(begun, block.lines.end..until) {
                    self.loose(block.lines.end..end);
                    continue;
                }
                self.answer(question, block.lines.end..until, &inner[..rule.unwrap_or(inner.len())]);
                self.loose(until..end);
            }
        }
        self.answered_below(at, first);
    }

    /// Where nothing but questions stands right under a heading, and under them sections that say that they hold an answer,
    /// these answer the questions: the first of them, the others being other words for it.
    fn answered_below(&mut self, at: usize, first: usize) {
        let bare = self.items[first..]
            .iter()
            .all(|item| item.kind == ItemKind::Question && item.answered == Some(false));
        let mut inner = self.sections.iter().filter(|section| section.parent == Some(at));
        let answers = inner.any(|section| {
            section
                .head
                .as_ref()
                .is_some_and(|head| headings::says_answer(&head.title))
        });
        if bare && answers && first < self.items.len() {
            self.asked[at] = Some(first);
        }
    }

    /// Whether advice that follows a list of bare questions closes the list: it answers none of them.
    fn closes_a_list(&self, begun: &[Starter], range: Range<usize>) -> bool {
        const LIST: usize = 4;
        let bare = begun.windows(2).all(|pair| pair[0].block + 1 == pair[1].block);
        let lines = self.lines[range].iter().filter(|line| !line.blank());
        let advises = || voice::judge(lines.map(Line::count).sum(), Hint::None) == Voice::Advises;
        begun.len() >= LIST && bare && advises()
    }

    /// A question and its answer on one line.
    fn inline(&mut self, block: &Block, asked: &str, answer: &str, above: &[&str]) {
        let question = self.question(asked, block.lines.clone(), above);
        if asks::elsewhere(answer) {
            self.elsewhere = Some(question);
            return;
        }
        if answer.is_empty() {
            self.items[question].unfinished = vec![block.lines.start + 1];
            return;
        }
        let category = self.items[question].category;
        let tells = voice::judge(voice::count(answer), Hint::of(asked, category)) == Voice::Tells;
        let kind = if tells { ItemKind::Story } else { ItemKind::Point };
        let mut item = blank(kind, block.lines.clone());
        if block.lines.len() == 1 {
            item.body = Body::text(answer);
        }
        item.category = category;
        self.respond_to(Some(question), item);
    }
}

/// Whether a block under a question asks on: a longer text that only ends in a question mark tells something too.
fn asks_back(block: &Block) -> bool {
    const SHORT: usize = 10;
    block.asks == Asks::Surely || block.asks == Asks::Maybe && first_words(&block.text, SHORT + 1).len() <= SHORT
}

/// Runs of plain lines most of which ask, taken apart line by line; the other blocks as they are.
fn line_by_line(lines: &[Line<'_>], found: &[Block]) -> Vec<Block> {
    let plain = |block: &&Block| block.mark == Mark::Plain && !block.strong;
    let mut apart = Vec::new();
    let mut at = 0;
    while at < found.len() {
        let run = found[at..].iter().take_while(plain).count();
        let range = found[at].lines.start..found[at + run.saturating_sub(1)].lines.end;
        let inside: Vec<usize> = range.filter(|at| !lines[*at].blank()).collect();
        let asking = inside.iter().filter(|at| asks::marked(lines[**at].text)).count();
        if run > 0 && asking >= 3 && asking * 2 >= inside.len() {
            apart.extend(
                inside
                    .into_iter()
                    .flat_map(|at| blocks(lines, at..at + 1))
                    .map(|mut one| {
                        one.mark = Mark::Bullet;
                        one
                    }),
            );
        } else {
            apart.extend(found[at..at + run.max(1)].iter().cloned());
        }
        at += run.max(1);
    }
    apart
}

fn after(block: &Block, end: usize) -> Vec<(usize, usize)> {
    if end > block.lines.end {
        vec![(block.lines.end + 1, end)]
    } else {
        Vec::new()
    }
}
