//! Plain, Markdown and org notes: sections to questions, answers and notes.

use std::ops::Range;

use super::ask::{self, Asks};
use super::blocks::{Block, blocks, under};
use super::category;
use super::grid;
use super::line::{self, Dialect, Line, Mark};
use super::org;
use super::outline::{Section, outline, titled};
use super::respond::{Draft, Place, respond, stub, trimmed};
use super::starters::{Begins, Starter, starters};
use super::voice::Hint;
use super::{Body, Item, ItemKind};
use crate::domain::category::Category;

/// What the headings above say about a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Plain,
    Advice,
    Them,
    Stories,
}

/// Reads notes into items, in the order of the source.
pub(super) fn read(raw: &[&str], dialect: Dialect) -> Vec<Item> {
    let mut lines: Vec<Line<'_>> = raw.iter().map(|line| Line::read(line, dialect)).collect();
    if dialect == Dialect::Org {
        org::leaves_to_items(&mut lines);
    }
    let sections = outline(&lines);
    let mut reader = Reader {
        dialect,
        roles: Vec::with_capacity(sections.len()),
        lines,
        sections,
        items: Vec::new(),
    };
    for at in 0..reader.sections.len() {
        let role = reader.role(at);
        reader.roles.push(role);
        reader.section(at, role);
    }
    reader.items
}

struct Reader<'a> {
    dialect: Dialect,
    lines: Vec<Line<'a>>,
    sections: Vec<Section>,
    roles: Vec<Role>,
    items: Vec<Item>,
}

impl Reader<'_> {
    fn title(&self, section: usize) -> &str {
        self.sections[section].head.as_ref().map_or("", |head| &head.title)
    }

    /// The headings over a section, its own first.
    fn headings(&self, section: usize) -> Vec<&str> {
        let mut found = Vec::new();
        let mut at = Some(section);
        while let Some(here) = at.filter(|_| found.len() < 8) {
            found.push(self.title(here));
            at = self.sections[here].parent;
        }
        found
    }

    fn role(&self, section: usize) -> Role {
        let title = self.title(section);
        let above = self.sections[section]
            .parent
            .map_or(Role::Plain, |parent| self.roles[parent]);
        if ask::for_them(title) {
            Role::Them
        } else if ask::heading_asks(title) {
            if above == Role::Them { Role::Them } else { Role::Plain }
        } else if ask::advice(title) {
            Role::Advice
        } else if ask::stories(title) {
            Role::Stories
        } else if ask::gathers(title) && !title.is_empty() {
            Role::Plain
        } else {
            above
        }
    }

    fn section(&mut self, at: usize, role: Role) {
        let section = self.sections[at].clone();
        let body = trimmed(&self.lines, section.body.clone());
        let found = blocks(&self.lines, body.clone());
        let asking = found.iter().filter(|block| block.asks == Asks::Surely).count();
        let role = if role == Role::Advice && asking >= 3 && asking * 5 >= found.len() * 2 {
            Role::Plain
        } else {
            role
        };
        let asks = ask::heading_asks(self.title(at));
        match role {
            Role::Them => self.questions_for_them(at, &found),
            _ if asks => self.asked_heading(at, &body, &found),
            _ if body.is_empty() => self.hollow(at),
            Role::Advice => self.note_under(at, body),
            Role::Plain | Role::Stories => self.topic(at, &body, &found, role),
        }
    }

    /// A heading without text: a note that says so, unless it only gathers other sections.
    fn hollow(&mut self, at: usize) {
        let section = &self.sections[at];
        if let Some(head) = section
            .head
            .clone()
            .filter(|head| !section.has_inner && !ask::gathers(&head.title))
        {
            let mut item = blank(ItemKind::Note, head.line..head.end);
            if self.dialect == Dialect::Markdown {
                item.unfinished = vec![head.line + 1];
            }
            item.title = Some(head.title);
            item.body = Body::Lines(Vec::new());
            self.items.push(item);
        }
    }

    /// Text under a heading that is nobody's answer.
    fn note_under(&mut self, at: usize, body: Range<usize>) {
        let mut item = blank(ItemKind::Note, body.clone());
        if let Some(head) = &self.sections[at].head {
            item.title = Some(head.title.clone());
            item.lines.0 = head.line + 1;
        }
        self.items.push(item);
    }

    /// A heading that asks, and its answers.
    fn asked_heading(&mut self, at: usize, body: &Range<usize>, found: &[Block]) {
        let Some(head) = self.sections[at].head.clone() else {
            return;
        };
        let prompts = found
            .iter()
            .filter(|block| ask::opens(&block.text) && block.asks == Asks::Surely)
            .count();
        if prompts >= 3 && prompts * 2 >= found.len() {
            self.topic(at, body, found, Role::Plain);
            return;
        }
        let headings: Vec<String> = self.headings(at).into_iter().skip(1).map(str::to_owned).collect();
        let above: Vec<&str> = headings.iter().map(String::as_str).collect();
        let question = self.question(&head.title, head.line..head.end, &above);
        if self.items[question].category != Category::AskThem {
            self.items[question].category = category::of_heading(&head.title, &above);
        }
        self.answer(question, body.clone(), found);
    }

    fn question(&mut self, text: &str, lines: Range<usize>, above: &[&str]) -> usize {
        let mut item = blank(ItemKind::Question, lines);
        let title = line::title(text);
        let cut = title
            .find("TODO")
            .filter(|at| *at > 0)
            .map_or(title.as_str(), |at| &title[..at]);
        item.category = if ask::for_them(cut) {
            Category::AskThem
        } else {
            category::under(cut, above)
        };
        item.title = Some(cut.trim().to_owned());
        item.answered = Some(false);
        self.items.push(item);
        self.items.len() - 1
    }

    /// Reads what stands under a question.
    fn answer(&mut self, question: usize, body: Range<usize>, found: &[Block]) {
        let body = trimmed(&self.lines, body);
        if body.is_empty() {
            return;
        }
        let title = self.items[question].title.clone().unwrap_or_default();
        if ask::for_them(&title) {
            self.items[question].answered = None;
            self.them(found, Category::AskThem);
            return;
        }
        let asking = found
            .iter()
            .filter(|block| block.asks != Asks::No && block.mark != Mark::Quote)
            .count();
        if asking == found.len() || stub(&self.lines, body.clone()) {
            self.items[question].lines.1 = body.end;
            return;
        }
        let category = self.items[question].category;
        for draft in respond(&self.lines, body, Place::Question, hint(&title, category)) {
            let note = draft.kind == ItemKind::Note;
            let mut item = from_draft(draft, category);
            if !note {
                item.answers = vec![question];
                self.items[question].answered = Some(true);
            }
            self.items.push(item);
        }
    }

    fn questions_for_them(&mut self, at: usize, found: &[Block]) {
        if let Some(head) = self.sections[at].head.clone()
            && ask::heading_asks(&head.title)
        {
            let question = self.question(&head.title, head.line..head.end, &[]);
            self.items[question].answered = None;
            self.items[question].category = Category::AskThem;
        }
        self.them(found, Category::AskThem);
    }

    /// Blocks that are questions for the interviewer, and the remarks between.
    fn them(&mut self, found: &[Block], category: Category) {
        let mut at = 0;
        while at < found.len() {
            let block = &found[at];
            let inner = under(found, at);
            let listed = matches!(block.mark, Mark::Bullet | Mark::Number | Mark::Letter);
            let asks = block.text.contains('?') || listed || ask::asks(&block.text) != Asks::No;
            let heads = !inner.is_empty()
                && !block.text.contains('?')
                && found[inner.clone()].iter().all(|one| one.text.contains('?'));
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
            item.title = Some(line::title(&block.text));
            if kind == ItemKind::AskThem {
                item.category = category;
                item.body = Body::Lines(after(block, end));
            }
            self.items.push(item);
        }
    }

    /// A heading that names a topic, or none: questions, a list of stories, or one answer.
    fn topic(&mut self, at: usize, body: &Range<usize>, found: &[Block], role: Role) {
        let begun = starters(found);
        let questions = begun.iter().filter(|one| one.begins == Begins::Question).count();
        let first = begun.first().map(|one| &found[one.block]);
        let quoted = questions == 1 && first.is_some_and(|block| block.mark == Mark::Quote || block.number == Some(0));
        if quoted && self.whole_story(at, body, first) {
            return;
        }
        if questions > 0 {
            self.asked(at, body, found, &begun);
            return;
        }
        let grids = grid::titled_grids(&self.lines, body.clone());
        let titles = if grids.is_empty() {
            story_titles(found, role == Role::Stories)
        } else {
            grids
        };
        if titles.is_empty() {
            self.single(at, body.clone());
        } else {
            self.titled(at, body, &titles);
        }
    }

    /// A labelled story under its heading that quotes the question it answers.
    fn whole_story(&mut self, at: usize, body: &Range<usize>, asked: Option<&Block>) -> bool {
        let drafts = respond(&self.lines, body.clone(), Place::Topic(Category::Unsorted), Hint::Event);
        let (Some(block), Some(draft)) = (asked, drafts.iter().find(|draft| draft.labelled)) else {
            return false;
        };
        let Some(head) = self.sections[at].head.clone() else {
            return false;
        };
        let above = head.title.clone();
        let question = self.question(&block.text, block.lines.clone(), &[&above]);
        self.items[question].answered = Some(true);
        let mut item = from_draft(draft.clone(), self.items[question].category);
        item.title = Some(head.title);
        item.lines = (head.line + 1, body.end);
        item.answers = vec![question];
        self.items.push(item);
        true
    }

    /// One answer under a heading, or text under none.
    fn single(&mut self, at: usize, body: Range<usize>) {
        let category = self.category(at);
        let head = self.sections[at].head.clone();
        let gathers = self.sections[at].has_inner;
        let place = match &head {
            Some(_) => Place::Topic(if gathers { Category::Unsorted } else { category }),
            None => Place::Loose,
        };
        let mut drafts = respond(&self.lines, body.clone(), place, Hint::None);
        if !drafts.iter().any(|draft| draft.labelled) && drafts.len() > 1 {
            drafts = respond_whole(&self.lines, body, place, &drafts);
        }
        for (n, draft) in drafts.into_iter().enumerate() {
            let mut item = from_draft(draft, category);
            if let Some(head) = &head {
                if n == 0 {
                    item.lines.0 = head.line + 1;
                }
                if n == 0 || item.kind != ItemKind::Note {
                    item.title = Some(head.title.clone());
                }
            } else if item.kind != ItemKind::Note {
                item.category = Category::Unsorted;
            }
            self.items.push(item);
        }
    }

    fn category(&self, at: usize) -> Category {
        let headings = self.headings(at);
        category::of_heading(headings[0], &headings[1..])
    }

    /// Questions with what stands between them.
    fn asked(&mut self, at: usize, body: &Range<usize>, found: &[Block], begun: &[Starter]) {
        let headings: Vec<String> = self.headings(at).into_iter().map(str::to_owned).collect();
        let above: Vec<&str> = headings.iter().map(String::as_str).collect();
        let first = found[begun[0].block].lines.start;
        self.loose(at, body.start..first, true);
        for (n, starter) in begun.iter().enumerate() {
            let next = begun.get(n + 1);
            let block = &found[starter.block];
            let end = next.map_or(body.end, |next| found[next.block].lines.start);
            let inner = &found[starter.block + 1..next.map_or(found.len(), |next| next.block)];
            if starter.begins == Begins::Break {
                let letter = trimmed(&self.lines, block.lines.start..end);
                self.items
                    .extend((!letter.is_empty()).then(|| blank(ItemKind::Note, letter)));
            } else if let Some((asked, answer)) = ask::inline_answer(&block.text) {
                self.inline(block, asked, answer, &above);
                self.loose(at, block.lines.end..end, false);
            } else {
                let question = self.question(&block.text, block.lines.clone(), &above);
                let rule = inner
                    .iter()
                    .position(|one| matches!(one.mark, Mark::Rule(_)))
                    .filter(|rule| *rule > 0);
                let until = rule.map_or(end, |rule| inner[rule].lines.start);
                self.answer(question, block.lines.end..until, &inner[..rule.unwrap_or(inner.len())]);
                self.loose(at, until..end, false);
            }
        }
    }

    /// A question and its answer on one line.
    fn inline(&mut self, block: &Block, asked: &str, answer: &str, above: &[&str]) {
        let question = self.question(asked, block.lines.clone(), above);
        if answer.is_empty() {
            self.items[question].unfinished = vec![block.lines.start + 1];
            return;
        }
        let category = self.items[question].category;
        let mut item = blank(ItemKind::Point, block.lines.clone());
        if block.lines.len() == 1 {
            item.body = Body::Text(answer.to_owned());
        }
        item.category = category;
        item.answers = vec![question];
        self.items[question].answered = Some(true);
        self.items.push(item);
    }

    /// Text that belongs to no question.
    fn loose(&mut self, at: usize, range: Range<usize>, leads: bool) {
        let range = trimmed(&self.lines, range);
        if range.is_empty() {
            return;
        }
        let head = self.sections[at].head.clone().filter(|_| leads);
        let drafts = respond(&self.lines, range.clone(), Place::Loose, Hint::None);
        for (n, draft) in respond_whole(&self.lines, range, Place::Loose, &drafts)
            .into_iter()
            .enumerate()
        {
            let mut item = from_draft(draft, Category::Unsorted);
            if let Some(head) = head.as_ref().filter(|_| n == 0 && item.kind == ItemKind::Note) {
                item.lines.0 = head.line + 1;
                item.title = Some(head.title.clone());
            }
            self.items.push(item);
        }
    }

    /// Stories that each have a title line: from each to the next.
    fn titled(&mut self, at: usize, body: &Range<usize>, titles: &[Range<usize>]) {
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

/// Joins unlabelled pieces of one text again: without labels a rule or a blank line is no border.
fn respond_whole(lines: &[Line<'_>], range: Range<usize>, place: Place, drafts: &[Draft]) -> Vec<Draft> {
    let labelled = drafts.iter().any(|draft| draft.labelled);
    let ruled = lines[range].iter().any(|line| matches!(line.mark, Mark::Rule(_)));
    if labelled || ruled || drafts.len() < 2 {
        return drafts.to_vec();
    }
    let mut whole = drafts[0].clone();
    whole.lines.end = drafts[drafts.len() - 1].lines.end;
    if let Some(kind) = drafts
        .iter()
        .map(|draft| draft.kind)
        .find(|kind| *kind != ItemKind::Note || place == Place::Loose)
    {
        whole.kind = kind;
    }
    vec![whole]
}

/// The items of a list that are titles of stories: short, each with text under it, or any in a section of stories.
fn story_titles(found: &[Block], stories: bool) -> Vec<Range<usize>> {
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
    if !list && !quoted && !(items.len() >= 2 && stories) {
        return Vec::new();
    }
    items.into_iter().map(|at| found[at].lines.clone()).collect()
}

/// What a question asks for, by its words and its category.
pub(super) fn hint(question: &str, category: Category) -> Hint {
    let words = super::words::first_words(question, 30);
    let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
    if has(&["time", "rime", "example", "situation", "occasion", "instance", "ever"]) && !has(&["yourself"]) {
        return Hint::Event;
    }
    match (category, words.first().map(String::as_str)) {
        (Category::Motivation | Category::Logistics, _) => Hint::Reason,
        (Category::Failure | Category::Proudest, _) | (_, Some("describe" | "tell")) => Hint::Event,
        (_, Some("how" | "why" | "what" | "whats" | "if" | "where" | "do" | "are")) => Hint::Opinion,
        _ => Hint::None,
    }
}

fn blank(kind: ItemKind, lines: Range<usize>) -> Item {
    let span = (lines.start + 1, lines.end);
    Item {
        kind,
        title: None,
        lines: span,
        body: Body::Lines(vec![span]),
        category: Category::Unsorted,
        parts: Vec::new(),
        labelled: false,
        answered: None,
        answers: Vec::new(),
        unfinished: Vec::new(),
        sample: false,
    }
}

fn from_draft(draft: Draft, category: Category) -> Item {
    let mut item = blank(draft.kind, draft.lines);
    if draft.kind != ItemKind::Note {
        item.category = category;
    }
    item.parts = draft.parts;
    item.labelled = draft.labelled;
    item.sample = draft.sample;
    item
}

fn after(block: &Block, end: usize) -> Vec<(usize, usize)> {
    if end > block.lines.end {
        vec![(block.lines.end + 1, end)]
    } else {
        Vec::new()
    }
}

#[cfg(test)]
mod tests;
