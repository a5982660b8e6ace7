//! Plain, Markdown and org notes: sections to questions, answers and notes.

use std::ops::Range;

use self::answers::{Place, respond, trimmed};
use self::story_titles::Titles;
use super::formats::grid;
use super::language::asks;
use super::language::asks::Asks;
use super::language::category;
use super::language::headings;
use super::language::labels;
use super::language::starters::{Begins, Under, starters};
use super::language::voice::Hint;
use super::lines;
use super::lines::blocks::{Block, blocks};
use super::lines::outline::{Section, outline};
use super::lines::{Dialect, Line, Mark};
use super::lines::{contents, fold, front, markers, org};
use super::reading::PartsSaid;
use super::{Body, Item, ItemKind};
use crate::domain::category::Category;

pub(super) mod answers;
mod asked;
pub(super) mod between;
mod for_them;
mod lists;
mod prose;
mod siblings;
mod spoken;
mod story_titles;
mod tabled;
mod titled;

/// What the headings above say about a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Plain,
    Advice,
    Them,
    Stories,
}

/// Reads notes into items, in the order of the source, with the parts that lines were said to begin.
pub(super) fn read(raw: &[&str], dialect: Dialect, parts: &PartsSaid) -> Vec<Item> {
    let mut lines: Vec<Line<'_>> = raw.iter().map(|line| Line::read(line, dialect)).collect();
    match dialect {
        Dialect::Org => org::leaves_to_items(&mut lines),
        Dialect::Markdown => {
            front::title_to_heading(raw, &mut lines);
            fold::summaries_to_headings(&mut lines);
            contents::links_to_blanks(&mut lines);
        }
    }
    markers::decide(&mut lines);
    for (at, part) in parts {
        if let Some(line) = at.checked_sub(1).and_then(|at| lines.get_mut(at)) {
            labels::say(line, *part);
        }
    }
    let sections = outline(&lines);
    let mut reader = Reader {
        dialect,
        elsewhere: None,
        siblings: siblings::Siblings::of(&lines, &sections),
        for_them: for_them::ForThem::of(&lines, &sections),
        roles: Vec::with_capacity(sections.len()),
        told: Vec::with_capacity(sections.len()),
        asked: vec![None; sections.len()],
        lines,
        sections,
        items: Vec::new(),
    };
    for at in 0..reader.sections.len() {
        let role = reader.role(at);
        reader.roles.push(role);
        let before = reader.items.len();
        reader.section(at, role);
        let labelled = |item: &Item| item.labelled && item.kind == ItemKind::Story;
        reader.told.push(reader.items[before..].iter().any(labelled));
    }
    between::asked_in_quotes(&mut reader.items, &reader.lines);
    between::told_elsewhere(&mut reader.items);
    between::guess_with_the_question(&mut reader.items);
    between::wordless(&mut reader.items);
    reader.items
}

struct Reader<'a> {
    dialect: Dialect,
    lines: Vec<Line<'a>>,
    sections: Vec<Section>,
    roles: Vec<Role>,
    /// The sections that hold a labelled story of their own: their heading is its title.
    told: Vec<bool>,
    /// A question whose answer says that it stands further down.
    elsewhere: Option<usize>,
    /// The sections whose headings are prompts as those beside them are, and those whose titles only their parents part.
    siblings: siblings::Siblings,
    /// The sections that ask those one may come to work for.
    for_them: for_them::ForThem,
    /// The question each section's heading asks, as an index into the items.
    asked: Vec<Option<usize>>,
    items: Vec<Item>,
}

impl Reader<'_> {
    fn title(&self, section: usize) -> &str {
        self.sections[section].head.as_ref().map_or("", |head| &head.title)
    }

    /// The headings over a section, its own first; one that is the title of a story stands over nothing else.
    fn headings(&self, section: usize) -> Vec<&str> {
        let mut found = Vec::new();
        let mut at = Some(section);
        while let Some(here) = at.filter(|_| found.len() < 8) {
            if here == section || !self.told[here] {
                found.push(self.title(here));
            }
            at = self.sections[here].parent;
        }
        found
    }

    fn role(&self, section: usize) -> Role {
        let title = self.title(section);
        let above = self.sections[section]
            .parent
            .map_or(Role::Plain, |parent| self.roles[parent]);
        if headings::for_them(title) {
            Role::Them
        } else if asks::heading_asks(title) {
            if above == Role::Them { Role::Them } else { Role::Plain }
        } else if headings::advice(title) {
            Role::Advice
        } else if headings::stories(title) {
            Role::Stories
        } else if own_topic(title, above) {
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
        let asked = asking >= 3 && asking * 5 >= found.len() * 2;
        let asks = asks::heading_asks(self.title(at)) || self.siblings.prompts(at);
        let told = self.tells_story(at, &body);
        let role = match role {
            _ if self.lines[body.clone()].iter().any(labels::said) => Role::Plain,
            Role::Advice if asked || told && !headings::tips(self.title(at)) || self.own_voice(at, &body) => {
                Role::Plain
            }
            Role::Them if told && asks => Role::Plain,
            Role::Plain | Role::Stories if !asks && !told && self.for_them.under(at) => Role::Them,
            role => role,
        };
        match role {
            Role::Them if asks::heading_asks(self.title(at)) && !headings::for_them(self.title(at)) => {
                self.heading_for_them(at, &body, &found);
            }
            Role::Them => self.questions_for_them(at, &found),
            _ if !told && self.for_them.head(at) => self.heading_for_them(at, &body, &found),
            _ if asks => self.asked_heading(at, &body, &found),
            _ if body.is_empty()
                && self.lines[section.body.clone()]
                    .iter()
                    .all(|line| line.raw.trim().is_empty()) =>
            {
                self.hollow(at);
            }
            _ if body.is_empty() => {}
            Role::Advice => self.note_under(at, body),
            Role::Plain | Role::Stories => self.between_tables(at, body, &found),
        }
    }

    /// The question whose answers a section stands among: the nearest heading above that asks.
    fn asked_above(&self, section: usize) -> Option<usize> {
        let mut at = self.sections[section].parent;
        while let Some(here) = at {
            if self.asked[here].is_some() {
                return self.asked[here];
            }
            at = self.sections[here].parent;
        }
        None
    }

    /// A heading without text: a note that says so, unless it only gathers other sections.
    fn hollow(&mut self, at: usize) {
        let section = &self.sections[at];
        if let Some(head) = section
            .head
            .clone()
            .filter(|head| !section.has_inner && !headings::gathers(&head.title))
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
            .filter(|block| asks::opens(&block.text) && block.asks == Asks::Surely)
            .count();
        if prompts >= 3 && prompts * 2 >= found.len() && !asks::stands_alone(&head.title) {
            self.topic(at, body, found);
            return;
        }
        let headings: Vec<String> = self.headings(at).into_iter().skip(1).map(str::to_owned).collect();
        let above: Vec<&str> = headings.iter().map(String::as_str).collect();
        let question = self.question(&head.title, head.line..head.end, &above);
        if self.items[question].category != Category::AskThem {
            self.items[question].category = category::of_heading(&head.title, &above);
            self.items[question].guessed = !said(self.items[question].category, &above);
        }
        self.asked[at] = Some(question);
        self.answer(question, body.clone(), found);
    }

    fn question(&mut self, text: &str, lines: Range<usize>, above: &[&str]) -> usize {
        let mut item = blank(ItemKind::Question, lines);
        let title = lines::title(text);
        let cut = title
            .find("TODO")
            .filter(|at| *at > 0)
            .map_or(title.as_str(), |at| &title[..at]);
        item.category = if headings::for_them(cut) {
            Category::AskThem
        } else {
            category::under(cut, above)
        };
        item.guessed = item.kind == ItemKind::Question && !said(item.category, above);
        item.title = Some(cut.trim().to_owned());
        item.answered = Some(false);
        self.items.push(item);
        self.items.len() - 1
    }

    /// A heading that names a topic, or none: questions, a list of stories, or one answer.
    fn topic(&mut self, at: usize, body: &Range<usize>, found: &[Block]) {
        if self.sections[at].head.is_some() && fields(found) {
            self.single(at, body.clone());
            return;
        }
        let under = if headings::questions(self.title(at)) {
            Under::Questions
        } else {
            Under::Any
        };
        let mut begun = starters(found, under);
        if !begun.is_empty() {
            let parts = self.parts_by_line(body);
            begun.retain(|one| !among_parts(&parts, found[one.block].lines.start));
        }
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
        let from = if grids.is_empty() {
            Titles::Listed
        } else {
            Titles::OfGrids
        };
        let titles = if grids.is_empty() && !self.advises(at, body) {
            self.stories_listed(at, found)
        } else {
            grids
        };
        if titles.is_empty() {
            self.single(at, body.clone());
        } else {
            self.titled(at, body, &titles, from);
        }
    }

    /// The lines that name a part, from the top, and how late in a story it is told.
    fn parts_by_line(&self, body: &Range<usize>) -> Vec<(usize, usize)> {
        let part = |at: usize| Some((at, labels::labels(&self.lines[at]).first()?.part.index()));
        body.clone().filter_map(part).collect()
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
        let mut item = self.proposal(draft, self.items[question].category);
        item.title = Some(head.title);
        item.lines = (head.line + 1, body.end);
        item.answers = vec![question];
        self.items.push(item);
        true
    }

    fn category(&self, at: usize) -> Category {
        let headings = self.headings(at);
        category::of_heading(headings[0], &headings[1..])
    }
}

/// Whether items of a list are the fields of a form, each with what was filled in under it: `What ???`, `Impact ???`.
fn fields(found: &[Block]) -> bool {
    const NAME: usize = 5;
    let field = |block: &&Block| {
        let text = block.text.trim_end();
        let name = text.trim_end_matches('?');
        text.len() > name.len() + 1 && name.split_whitespace().count() <= NAME
    };
    found.iter().filter(field).take(2).count() == 2
}

/// Whether a line stands between two parts of one story: what it asks belongs to the story.
fn among_parts(parts: &[(usize, usize)], line: usize) -> bool {
    let (before, after) = parts.split_at(parts.partition_point(|(at, _)| *at < line));
    let later = |before: usize| {
        after
            .iter()
            .find(|(at, _)| *at > line)
            .is_some_and(|(_, part)| before < *part)
    };
    before.last().is_some_and(|(_, part)| later(*part))
}

/// Whether a heading starts anew under those above: it gathers questions, or names a category under advice.
fn own_topic(title: &str, above: Role) -> bool {
    let gathers = headings::gathers(title) && !title.is_empty();
    gathers || (above == Role::Advice && category::matched(title).is_some_and(|found| found.weight >= 4))
}

/// Whether one of the headings above names a category.
fn said(category: Category, above: &[&str]) -> bool {
    let names = |heading: &&str| category::matched(heading).is_some_and(|found| found.category == category);
    category == Category::AskThem || category == Category::Unsorted || above.iter().any(names)
}

fn blank(kind: ItemKind, lines: Range<usize>) -> Item {
    let span = (lines.start + 1, lines.end);
    Item::new(kind, span, Body::Lines(vec![span]))
}

#[cfg(test)]
mod kinds;
#[cfg(test)]
mod outlines;
#[cfg(test)]
mod shapes;
#[cfg(test)]
mod tests;
