//! Notes looked through before they are written: what is doubtful one after the other, then the sure ones as one row.
//!
//! Keys go to what is looked at, or to a line of the source. What they say of it is in `put_right`.

use super::asking::Ask;
use crate::app::context::Context;
use crate::app::widgets::list::move_cursor;
use crate::domain::id::QuestionId;
use crate::domain::import_review::{Becomes, Correction, Doubtful, Is, LookedThrough, offered};
use crate::domain::import_summary::Intake;
use crate::keys::action::Action;

/// What is looked at one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReviewStop {
    /// A column of a table, by its place.
    Column(usize),
    /// What stands at a line: doubtful, or put right already.
    Line(usize),
    /// All that is sure.
    Sure,
}

/// A file that is looked through.
#[derive(Debug)]
pub struct Look {
    /// What it would bring.
    pub intake: Intake,
    /// Its lines, and what becomes of them.
    pub looked: LookedThrough,
    /// What there is to look at, from the top.
    pub stops: Vec<ReviewStop>,
    /// Which of it is looked at.
    pub at: usize,
    /// The line of the source the keys go to, where they go there.
    pub source: Option<usize>,
    /// What is asked over it.
    pub ask: Option<Ask>,
    /// The question that what is looked at may answer: a guess.
    pub offer: Option<(QuestionId, String)>,
    /// Whether the sure ones are looked at one by one, too.
    pub every: bool,
    /// The lines that something was said of.
    said: Vec<usize>,
    /// Those whose category was said.
    pub placed: Vec<usize>,
}

impl Look {
    /// Begins at the first thing that is to be looked at.
    pub(super) fn new(intake: Intake, looked: LookedThrough, corrections: &[Correction], cx: &Context) -> Look {
        let mut look = Look {
            intake: Intake::default(),
            looked: LookedThrough::default(),
            stops: Vec::new(),
            at: 0,
            source: None,
            ask: None,
            offer: None,
            every: false,
            said: Vec::new(),
            placed: Vec::new(),
        };
        look.renew(intake, looked, corrections, cx);
        if look.looked.columns.is_empty() {
            look.at = look.next_open(None);
        }
        look.offer_again(cx);
        look
    }

    /// The file was read again: what was looked at stays so, or what is next below it.
    pub(super) fn renew(&mut self, intake: Intake, looked: LookedThrough, corrections: &[Correction], cx: &Context) {
        (self.intake, self.looked) = (intake, looked);
        self.said = corrections.iter().filter_map(Correction::line).collect();
        let placed = corrections.iter().filter(|one| matches!(one, Correction::Category(..)));
        self.placed = placed.filter_map(Correction::line).collect();
        self.list();
        self.source = self.source.map(|line| line.min(self.looked.lines.len()));
        self.offer_again(cx);
    }

    /// Lists what there is to look at.
    fn list(&mut self) {
        let now = self.stops.get(self.at).copied();
        let looked = &self.looked;
        let doubts = looked.doubts.iter().map(|doubt| doubt.lines.0);
        let mut lines: Vec<usize> = doubts.filter(|line| self.open(*line).is_some()).collect();
        lines.extend(self.said.iter().filter(|line| **line <= looked.lines.len()));
        if self.every {
            lines.extend(looked.items.iter().map(|item| item.lines.0));
        }
        lines.sort_unstable();
        lines.dedup();
        let columns = (0..looked.columns.len()).map(ReviewStop::Column);
        self.stops = columns
            .chain(lines.into_iter().map(ReviewStop::Line))
            .chain([ReviewStop::Sure])
            .collect();
        let same = now.and_then(|now| self.stops.iter().position(|stop| *stop >= now));
        self.at = same.unwrap_or(0);
    }

    /// Looks at the sure ones one by one, or no longer.
    pub(super) fn look_at_each(&mut self, every: bool) {
        self.every = every;
        self.list();
        if every {
            let first = self.stops.iter().position(|stop| matches!(stop, ReviewStop::Line(_)));
            self.at = first.unwrap_or(self.at);
        }
    }

    /// What is looked at.
    pub fn stop(&self) -> ReviewStop {
        self.stops.get(self.at).copied().unwrap_or(ReviewStop::Sure)
    }

    /// The line looked at, counted from 1; none on a column and on the row of the sure ones.
    pub fn line(&self) -> Option<usize> {
        match (self.source, self.stop()) {
            (Some(line), _) | (None, ReviewStop::Line(line)) => Some(line),
            (None, ReviewStop::Column(_) | ReviewStop::Sure) => None,
        }
    }

    /// The item the line is in.
    pub fn item(&self) -> Option<&Becomes> {
        self.looked.at(self.line()?)
    }

    /// What is doubtful at a line and not looked at; what is here already brings nothing, so it waits for nobody.
    pub fn open(&self, line: usize) -> Option<&Doubtful> {
        let doubt = self.looked.doubts.iter().find(|doubt| doubt.lines.0 == line)?;
        let known = |item: &Becomes| item.known && item.lines == doubt.lines;
        (!self.looked.at(line).is_some_and(known)).then_some(doubt)
    }

    /// Whether nothing was said of it yet.
    pub(super) fn untouched(&self) -> bool {
        self.said.is_empty()
    }

    /// Whether a line is of what is looked at: one of the item, or of all those that are asked about.
    pub fn lit(&self, line: usize) -> bool {
        let here = self.line();
        if here.is_some_and(|here| self.asks(here).is_some()) {
            let kind = |line: usize| self.looked.alike.get(line.wrapping_sub(1));
            return here.and_then(kind) == kind(line);
        }
        self.item()
            .is_some_and(|item| item.lines.0 <= line && line <= item.lines.1)
    }

    /// How much of what was doubtful is looked at, and how much there is.
    pub fn progress(&self) -> (usize, usize) {
        let open = |stop: &ReviewStop| matches!(stop, ReviewStop::Line(line) if self.open(*line).is_some());
        let said = |stop: &ReviewStop| matches!(stop, ReviewStop::Line(line) if self.said.contains(line));
        let done = self.stops.iter().filter(|stop| said(stop) && !open(stop)).count();
        (done, done + self.stops.iter().filter(|stop| open(stop)).count())
    }

    /// The place of the next thing that is doubtful, after one: below it, then from the top, then the sure ones.
    pub(super) fn next_open(&self, after: Option<usize>) -> usize {
        let open = |at: &usize| matches!(self.stops[*at], ReviewStop::Line(line) if self.open(line).is_some());
        let others = || (0..self.stops.len()).filter(|at| Some(*at) != after);
        let below = others().filter(|at| after.is_none_or(|after| *at > after)).find(open);
        below
            .or_else(|| others().find(open))
            .unwrap_or(self.stops.len().saturating_sub(1))
    }

    /// Moves to another thing, or to another line of the source.
    pub(super) fn go(&mut self, action: Action, page: usize) {
        match self.source {
            Some(line) => {
                let lines = self.looked.lines.len();
                self.source = Some(move_cursor(line.saturating_sub(1), lines, page, action) + 1);
            }
            None => self.at = move_cursor(self.at, self.stops.len(), page, action),
        }
    }

    /// Leaves the source for what stands where one was in it; answers whether one was in it.
    pub(super) fn leave_source(&mut self) -> bool {
        let Some(line) = self.source.take() else { return false };
        let first = self.looked.at(line).map_or(line, |item| item.lines.0);
        let stands = |wanted: usize| self.stops.iter().position(|stop| *stop == ReviewStop::Line(wanted));
        self.at = stands(line).or_else(|| stands(first)).unwrap_or(self.at);
        true
    }

    /// Goes to a line that was clicked: to what is looked at there, else into the source.
    pub(super) fn go_to_line(&mut self, line: usize) {
        if line == 0 || line > self.looked.lines.len() {
            return;
        }
        let first = self.looked.at(line).map_or(line, |item| item.lines.0);
        let there = self.stops.iter().position(|stop| *stop == ReviewStop::Line(first));
        match there {
            Some(at) if self.source.is_none() && at != self.at => self.at = at,
            _ => self.source = Some(line),
        }
    }

    /// Guesses which question is answered by what is looked at. It is only offered.
    pub(super) fn offer_again(&mut self, cx: &Context) {
        let told = self.item().filter(|item| {
            let tells = matches!(item.is, Is::Story | Is::Point);
            tells && !item.known && item.answers.is_none()
        });
        self.offer = told.and_then(|item| {
            let title = item.title.as_deref().unwrap_or_default();
            let question = offered(&cx.workspace.library, title, item.category)?;
            Some((question.id.clone(), question.ask.clone()))
        });
    }
}
