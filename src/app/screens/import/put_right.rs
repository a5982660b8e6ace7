//! What a person says of what is looked at: right as it is, or what it is instead.

use super::asking;
use super::asking::Ask;
use super::look::{Look, ReviewStop};
use crate::app::context::Context;
use crate::domain::import_review::{Asked, Correction, Holds, Is, Reach, corrected};
use crate::keys::action::Action;
use crate::text::time::count;

impl Look {
    /// Moves, asks, or says something of what is looked at; answers whether the file is to be read again.
    pub(super) fn act(&mut self, action: Action, corrections: &mut Vec<Correction>, cx: &Context) -> bool {
        let said = match action {
            Action::More | Action::Less if self.stop() == ReviewStop::Sure && self.source.is_none() => {
                self.look_at_each(action == Action::More);
                None
            }
            Action::More => self.turned(1),
            Action::Less => self.turned(-1),
            Action::Open => self.taken(),
            Action::Toggle => self.agreed(),
            Action::Likewise => self.likewise(corrections),
            Action::LeaveOut => self.left_out(),
            Action::Split => self.split(),
            Action::Join => self.line().map(|line| Correction::Is(line, Is::Text, Reach::Line)),
            Action::TitleLine => self.titled_by_the_line(),
            Action::TakeBack => return corrections.pop().is_some(),
            Action::Edit | Action::Categorise | Action::Link => {
                self.ask = self
                    .item()
                    .and_then(|item| Ask::of(action, item, &cx.workspace.library));
                None
            }
            Action::Part => {
                match self.part_begins() {
                    Some(line) => self.ask = Some(asking::parts(line, &self.looked)),
                    None => self.source = self.item().map(|item| item.lines.0 + 1),
                }
                None
            }
            Action::Next | Action::Previous => {
                if !self.leave_source() {
                    self.source = self.line().or_else(|| (!self.looked.lines.is_empty()).then_some(1));
                }
                None
            }
            Action::ToLine(line) => {
                self.go_to_line(line as usize);
                None
            }
            action => {
                self.go(action, cx.viewport.rows);
                None
            }
        };
        self.offer_again(cx);
        let again = said.is_some();
        if let Some(said) = said {
            corrected(corrections, said);
        }
        again
    }

    /// What was asked for is taken; answers whether the file is to be read again.
    pub(super) fn answer(&mut self, corrections: &mut Vec<Correction>) -> bool {
        let line = self.item().map(|item| item.lines.0).or_else(|| self.line());
        let (Some(ask), Some(line)) = (self.ask.take(), line) else {
            return false;
        };
        let asked_after = matches!(ask, Ask::Part(..)) && self.asks_part();
        let said = ask.correction(line, &self.looked);
        if asked_after && said.is_some() {
            self.at = self.next_open(Some(self.at));
        }
        let again = said.is_some();
        if let Some(said) = said {
            corrected(corrections, said);
        }
        again
    }

    /// Why an action does nothing now.
    pub(super) fn refusal(&self, action: Action, corrections: &[Correction]) -> Option<&'static str> {
        let begins = self.line().map(|line| self.looked.begins(line));
        match action {
            Action::LeaveOut | Action::Edit | Action::Categorise | Action::TitleLine if self.item().is_none() => {
                Some("nothing is made of this line")
            }
            Action::Link if !self.item().is_some_and(|item| matches!(item.is, Is::Story | Is::Point)) => {
                Some("only a story or a talking point answers a question")
            }
            Action::Part if !self.line().is_some_and(|line| self.looked.says_something(line)) => {
                Some("no part begins here")
            }
            Action::Toggle if self.agreed().is_none() => Some("there is nothing to say yes to"),
            Action::Likewise if self.likewise(corrections).is_none() => Some("no other line is like it"),
            Action::Split if self.source.is_some() && begins != Some(Is::Text) => Some("something begins here already"),
            Action::Split if self.item().is_none_or(|item| item.lines.0 >= item.lines.1) => {
                Some("there is nothing to split")
            }
            Action::Join if begins.is_none_or(|begins| begins == Is::Text) => Some("nothing begins here"),
            Action::Join if !self.above() => Some("nothing stands above it"),
            Action::TitleLine if self.source.is_none() => Some("go into the source first, to the line"),
            Action::TakeBack if corrections.is_empty() => Some("nothing was changed"),
            Action::Less if self.stop() == ReviewStop::Sure && self.source.is_none() && !self.every => {
                Some("they are one row already")
            }
            _ => None,
        }
    }

    /// The footer's word for an action; none leaves it out.
    pub(super) fn word(&self, action: Action, usual: Option<&'static str>) -> Option<&'static str> {
        let sure = self.stop() == ReviewStop::Sure && self.source.is_none();
        Some(match action {
            Action::Open | Action::Back if self.source.is_some() => "back",
            Action::Open => self.enter(),
            Action::Back if self.untouched() => "leave",
            Action::Back => "leave, kept",
            Action::LeaveOut | Action::Next | Action::Edit if self.source.is_some() => return None,
            Action::More | Action::Next | Action::Edit | Action::Likewise if self.asks_part() => return None,
            Action::Part if self.asks_part() => "say which part",
            Action::More if sure && self.every => return None,
            Action::More if sure => "look at each",
            Action::More if self.line().is_none() => "what it holds",
            Action::Toggle if self.line().is_some_and(|line| self.asks(line).is_some()) => "yes, they are",
            Action::Split if self.source.is_none() => "split it",
            Action::More => "what it is",
            Action::Toggle => "yes, it does",
            Action::LeaveOut => "leave out",
            Action::Edit => "title",
            // Where one can say yes, that is said first.
            Action::Next if self.agreed().is_some() => return None,
            Action::Next => "the source",
            Action::TakeBack => "undo",
            _ => return usual,
        })
    }

    /// What Enter does with what is looked at.
    fn enter(&self) -> &'static str {
        let ReviewStop::Line(line) = self.stop() else {
            return match self.stop() {
                ReviewStop::Column(_) => "the columns are right",
                _ if self.intake.items.iter().all(|item| item.known || item.waits.is_some()) => "keep the notes",
                _ => "write them",
            };
        };
        if self.open(line).is_none() {
            return "next";
        }
        if self.asks(line).is_some() {
            return "no, as it is";
        }
        if self.asks_part() {
            return "none, as it is";
        }
        match self.item().map(|item| item.is) {
            Some(Is::Question | Is::AskThem) => "take the question",
            Some(Is::Story) => "take the story",
            Some(Is::Point) => "take the point",
            _ => "it is right",
        }
    }

    /// What all lines like one are, if one says yes to what is asked there.
    pub fn asks(&self, line: usize) -> Option<Is> {
        self.open(line)?.yes
    }

    /// Whether what is looked at asks which part of a story it is.
    fn asks_part(&self) -> bool {
        let open = |line| self.open(line).is_some_and(|doubt| doubt.part);
        self.source.is_none() && self.line().is_some_and(open)
    }

    /// Whether something stands above what is looked at.
    fn above(&self) -> bool {
        self.line()
            .is_some_and(|line| self.looked.items.iter().any(|item| item.lines.0 < line))
    }

    /// It is right as it is; then what is doubtful next.
    fn taken(&mut self) -> Option<Correction> {
        if self.leave_source() {
            return None;
        }
        let said = match self.stop() {
            ReviewStop::Line(line) if self.open(line).is_some() => Some(Correction::Take(line)),
            _ => None,
        };
        self.at = self.next_open(Some(self.at));
        said
    }

    /// Yes to what is asked or offered.
    fn agreed(&self) -> Option<Correction> {
        let line = self.line()?;
        if let Some(is) = self.asks(line) {
            return Some(Correction::Is(line, is, Reach::Like));
        }
        let (id, _) = self.offer.as_ref()?;
        Some(Correction::Answers(self.item()?.lines.0, Asked::Known(id.clone())))
    }

    /// The line begins the next thing, or the column holds it.
    fn turned(&self, by: isize) -> Option<Correction> {
        let Some(line) = self.line() else {
            let ReviewStop::Column(at) = self.stop() else {
                return None;
            };
            let holds = self.looked.columns.get(at)?.holds;
            return Some(Correction::Column(at + 1, next(&Holds::ALL, holds, by)));
        };
        let all = Is::ALL.map(|(is, _)| is);
        let is = next(&all, self.looked.begins(line), by);
        Some(Correction::Is(line, is, Reach::Line))
    }

    /// The lines beside this one begin what it begins, and said once more all those like it.
    fn likewise(&self, corrections: &[Correction]) -> Option<Correction> {
        let line = self.line()?;
        if let Some(Correction::Part(last, part, reach)) = corrections.last()
            && *last == line
        {
            let more = *reach == Reach::Line && !self.looked.others_told_like(line).is_empty();
            return more.then_some(Correction::Part(line, *part, Reach::Like));
        }
        let said =
            |reach| matches!(corrections.last(), Some(Correction::Is(last, _, one)) if *last == line && *one == reach);
        let reach = [Reach::Beside, Reach::Like].into_iter().find(|reach| match reach {
            Reach::Like => !self.looked.others_like(line).is_empty(),
            _ => self.beside(line) && !said(Reach::Beside) && !said(Reach::Like),
        })?;
        Some(Correction::Is(line, self.looked.begins(line), reach))
    }

    /// Whether the lines beside one are others than those like it.
    pub(super) fn beside(&self, line: usize) -> bool {
        let beside = self.looked.others_beside(line);
        !beside.is_empty() && beside != self.looked.others_like(line)
    }

    /// What is said of the others, once something was said of a line: of those beside it, of those like it.
    pub(super) fn offer_others(&self, line: usize) -> Option<String> {
        let alike = self.looked.others_like(line).len();
        let beside = self.looked.others_beside(line).len();
        match (self.beside(line), alike) {
            (false, 0) => None,
            (false, alike) => Some(format!("a says the same of {} like it", count(alike, "other line"))),
            (true, 0) => Some(format!("a says the same of {} beside it", count(beside, "other line"))),
            (true, alike) => Some(format!(
                "a says the same of {} under its heading, again of all {alike} like it",
                count(beside, "other line")
            )),
        }
    }

    /// The line whose part is asked for; none where it is to be chosen first, since what is looked at is a whole story with
    /// its title.
    fn part_begins(&self) -> Option<usize> {
        let line = self.line()?;
        let whole = self.source.is_none()
            && self
                .item()
                .is_some_and(|item| item.lines.0 == line && item.lines.1 > line)
            && self.looked.others_told_like(line).is_empty();
        (!whole).then_some(line)
    }

    /// What else follows once it was said which part a line begins.
    pub(super) fn offer_parts(&self, last: Option<&Correction>) -> Option<String> {
        let Some(Correction::Part(line, _, reach)) = last else {
            return None;
        };
        match (self.looked.others_told_like(*line).len(), reach) {
            (0, _) => None,
            (1, Reach::Like) => Some("So does the other line of that name".to_owned()),
            (more, Reach::Like) => Some(format!("So do the {more} other lines of that name")),
            (more, _) => {
                let lines = count(more, "other line");
                Some(format!("a says the same of {lines} in the same place of a story"))
            }
        }
    }

    /// It is left out; then what is doubtful next.
    fn left_out(&mut self) -> Option<Correction> {
        let line = self.item()?.lines.0;
        if self.source.is_none() {
            self.at = self.next_open(Some(self.at));
        }
        Some(Correction::Is(line, Is::Note, Reach::Line))
    }

    /// Something of the same kind begins at the line; where none is chosen yet, goes to choose it.
    fn split(&mut self) -> Option<Correction> {
        let item = self.item()?;
        let (is, first) = (item.is, item.lines.0);
        if let Some(line) = self.source {
            return Some(Correction::Is(line, is, Reach::Line));
        }
        self.source = Some(first + 1);
        None
    }

    /// The line of the source is the title.
    fn titled_by_the_line(&mut self) -> Option<Correction> {
        let first = self.item()?.lines.0;
        let line = self.source?;
        self.leave_source();
        Some(Correction::TitleLine(first, line))
    }
}

/// What stands so many places after one of a list, from its other end again past the last.
fn next<T: Copy + PartialEq>(all: &[T], now: T, by: isize) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or(0) as isize;
    all[(at + by).rem_euclid(all.len() as isize) as usize]
}
