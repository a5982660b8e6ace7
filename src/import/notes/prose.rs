//! Prose: one answer under a heading, or text that belongs to nothing.

use std::ops::Range;

use super::answers::{Draft, Place, respond, stub, trimmed, variant};
use super::{Reader, blank};
use crate::domain::category::Category;
use crate::import::language::voice::{Hint, Voice, judge};
use crate::import::language::{category, headings};
use crate::import::lines::bare_headings;
use crate::import::lines::{Line, Mark};
use crate::import::{Body, Item, ItemKind};

impl Reader<'_> {
    /// All the text of a section: one answer, as a rule.
    pub(super) fn single(&mut self, at: usize, range: Range<usize>) {
        let place = if self.sections[at].has_inner {
            Place::Lead
        } else {
            Place::Topic(self.category(at))
        };
        self.prose(at, range, place);
    }

    /// The text of a section in front of its questions or stories: an answer, or only an introduction.
    pub(super) fn lead(&mut self, at: usize, range: Range<usize>) {
        self.prose(at, range, Place::Lead);
    }

    fn prose(&mut self, at: usize, range: Range<usize>, place: Place) {
        let range = trimmed(&self.lines, range);
        let Some(head) = self.sections[at].head.clone().filter(|_| !range.is_empty()) else {
            self.loose(range);
            return;
        };
        let question = self.asked_above(at);
        let category = question.map_or_else(|| self.category(at), |question| self.items[question].category);
        let (place, hint) = match question.and_then(|question| self.items[question].title.as_deref()) {
            Some(asked) => (Place::Question, Hint::of(asked, category)),
            None if self.introduces(at, category) => (Place::Intro, Hint::None),
            None => (place, Hint::None),
        };
        let drafts = respond(&self.lines, range.clone(), place, hint);
        for (n, draft) in whole(&self.lines, range, place, drafts).into_iter().enumerate() {
            let mut item = self.proposal(&draft, category);
            let promised = self
                .promised(at)
                .filter(|_| n == 0 && !stub(&self.lines, draft.lines.clone()));
            if let Some(kind) = promised.filter(|kind| *kind == ItemKind::Story || item.kind == ItemKind::Note) {
                (item.kind, item.category) = (kind, category);
            }
            if n == 0 && !draft.titled {
                item.lines.0 = head.line + 1;
            }
            if item.title.is_none() && (n == 0 || item.kind != ItemKind::Note) {
                let names = self.named_by(at, question);
                item.title = names.map(|names| self.name_of(names));
                if let Some(above) = names.filter(|names| n == 0 && *names != at) {
                    item.lines.0 = self.whole_from(above).unwrap_or(item.lines.0);
                }
            }
            self.respond_to(question, item);
        }
    }

    /// The section whose heading is the title of an answer: its own; where that only says that an answer follows, the one
    /// above. None where the question is all its title.
    fn named_by(&self, at: usize, question: Option<usize>) -> Option<usize> {
        let title = self.title(at);
        if variant(title) || question.is_some() && headings::says_answer(title) {
            return None;
        }
        let above = self.sections[at]
            .parent
            .filter(|above| !headings::gathers(self.title(*above)));
        above.filter(|_| headings::says_answer(title)).or(Some(at))
    }

    /// The title a heading gives: where it means nothing by itself, behind the one above it.
    fn name_of(&self, at: usize) -> String {
        let own = self.title(at).trim_end_matches([':', ' ']);
        let above = self.sections[at].parent.filter(|_| self.siblings.shares(at));
        match above.map(|above| self.title(above).trim_end_matches([':', '?', '.', ' '])) {
            Some(above) if !above.is_empty() => format!("{above}: {own}"),
            _ => own.to_owned(),
        }
    }

    /// The line of a heading that has nothing but other sections under it, counted from 1.
    fn whole_from(&self, at: usize) -> Option<usize> {
        let section = &self.sections[at];
        let bare = trimmed(&self.lines, section.body.clone()).is_empty();
        section.head.as_ref().filter(|_| bare).map(|head| head.line + 1)
    }

    /// What the headings promise of a text, whatever it shows itself: a numbered story, or one of the answers.
    fn promised(&self, at: usize) -> Option<ItemKind> {
        let headings = self.headings(at);
        if bare_headings::numbered_story(headings[0]) {
            return Some(ItemKind::Story);
        }
        let lines = &self.lines[self.sections[at].body.clone()];
        let count = lines.iter().filter(|line| !line.blank()).map(Line::count).sum();
        let answers = headings[1..].iter().any(|above| headings::answers(above));
        (answers && judge(count, Hint::None) != Voice::Advises).then_some(ItemKind::Point)
    }

    /// Text that belongs to no heading and no question.
    pub(super) fn loose(&mut self, range: Range<usize>) {
        let range = trimmed(&self.lines, range);
        if range.is_empty() {
            return;
        }
        let drafts = respond(&self.lines, range.clone(), Place::Loose, Hint::None);
        for draft in whole(&self.lines, range, Place::Loose, drafts) {
            let item = self.proposal(&draft, Category::Unsorted);
            self.respond_to(None, item);
        }
    }

    /// Keeps an item, as an answer to a question where there is one.
    pub(super) fn respond_to(&mut self, question: Option<usize>, mut item: Item) {
        let below = self.elsewhere.take_if(|_| item.labelled);
        if let Some(question) = below.or(question).filter(|_| item.kind != ItemKind::Note) {
            item.answers = vec![question];
            self.items[question].answered = Some(true);
        }
        self.items.push(item);
    }

    /// Whether the text under a heading likely introduces what follows: the heading only gathers.
    fn introduces(&self, at: usize, category: Category) -> bool {
        let title = self.title(at);
        let gathers = self.sections[at].has_inner && category == Category::Unsorted;
        gathers || headings::gathers(title) || headings::questions(title)
    }

    /// The item of a draft: a story with a title line of its own takes it as its title.
    pub(super) fn proposal(&self, draft: &Draft, category: Category) -> Item {
        let mut item = blank(draft.kind, draft.lines.clone());
        if draft.kind != ItemKind::Note {
            item.category = category;
        }
        item.parts.clone_from(&draft.parts);
        item.labelled = draft.labelled;
        item.sample = draft.sample;
        if draft.titled {
            let title = self.lines[draft.lines.start].title();
            if category == Category::Unsorted {
                item.category = category::category(&title);
            }
            item.title = Some(title.trim_end_matches([':', ' ']).to_owned());
            item.body = Body::Lines(vec![(draft.lines.start + 2, draft.lines.end)]);
        }
        item
    }
}

/// Joins unlabelled pieces of one text again: without labels a rule or a blank line is no border.
fn whole(lines: &[Line<'_>], range: Range<usize>, place: Place, drafts: Vec<Draft>) -> Vec<Draft> {
    let labelled = drafts.iter().any(|draft| draft.labelled);
    let ruled = lines[range]
        .iter()
        .any(|line| matches!(line.mark, Mark::Rule(sign) if sign != '<'));
    if labelled || ruled || drafts.len() < 2 || place == Place::Question {
        return drafts;
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
