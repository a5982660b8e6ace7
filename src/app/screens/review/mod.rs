//! Progress: what to practise next, which answers cover what, what was told, and the plan. One tab each; what can be done with a row is
//! in `actions`, which attempts are listed is chosen in `keep`.

mod actions;
pub mod coverage;
pub mod history;
pub mod keep;
pub mod plan;
#[cfg(test)]
mod tests;
pub mod weak;

use self::coverage::Cover;
use self::history::Past;
use self::keep::KeepChoice;
use self::plan::Plan;
use self::weak::Weak;
use super::Screen;
use crate::app::context::Context;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::hit::Haystack;
use crate::app::overlays::SearchHit;
use crate::app::request::{Request, Requests};
use crate::app::route::Route;
use crate::app::widgets::list::move_cursor;
use crate::domain::history::attempt::Attempt;
use crate::domain::progress::coverage::Row;
use crate::domain::progress::schedule::DayKind;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::{on_screen, over_screen};

/// One of the four.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Where one is weak, and why.
    #[default]
    Weak,
    /// Which answers cover what.
    Coverage,
    /// What was told.
    History,
    /// What each day holds.
    Plan,
}

impl Tab {
    /// From left to right.
    pub const ALL: [Tab; 4] = [Tab::Weak, Tab::Coverage, Tab::History, Tab::Plan];

    /// Its name.
    pub fn title(self) -> &'static str {
        match self {
            Tab::Weak => "Practise next",
            Tab::Plan => "The plan",
            Tab::Coverage => "Coverage",
            Tab::History => "All you told",
        }
    }

    /// What it is remembered as, once it was used.
    fn word(self) -> &'static str {
        match self {
            Tab::Weak => "weak",
            Tab::Plan => "plan",
            Tab::Coverage => "coverage",
            Tab::History => "history",
        }
    }

    /// What it is for, said until it was used once.
    pub fn purpose(self) -> &'static str {
        match self {
            Tab::Weak => "What to practise next and why. Enter drills exactly that.",
            Tab::Plan => "What each day holds. A day off gives its share to the others.",
            Tab::Coverage => "Which of your answers serves what, the gaps first. Enter fills one.",
            Tab::History => "All you have told, the last first. Enter shows how it went.",
        }
    }

    /// Whether it was used once on this machine.
    pub fn is_known(self, cx: &Context) -> bool {
        cx.workspace.used.iter().any(|word| word == self.word())
    }
}

/// Review on the screen. What a tab shows is worked out when it is first shown, and again when something changed.
#[derive(Debug, Default)]
pub struct Review {
    /// The tab in front.
    pub tab: Tab,
    /// The first tab.
    pub weak: Weak,
    /// The second.
    pub cover: Cover,
    /// The third.
    pub past: Past,
    /// The fourth.
    pub plan: Plan,
    /// Which attempts are listed, while that is chosen.
    pub keep: Option<KeepChoice>,
}

impl Review {
    /// Its first tab.
    pub(in crate::app) fn open(cx: &Context) -> Review {
        let mut review = Review::default();
        review.compute(cx);
        review
    }

    /// Works out what the tab in front shows, unless it is there.
    fn compute(&mut self, cx: &Context) {
        match self.tab {
            Tab::Weak => self.weak.compute(cx),
            Tab::Plan => self.plan.compute(cx),
            Tab::Coverage => self.cover.compute(cx),
            Tab::History => self.past.compute(cx),
        }
    }

    fn show(&mut self, tab: Tab, cx: &Context) {
        self.tab = tab;
        self.compute(cx);
    }

    fn turn(&mut self, steps: usize, cx: &Context) {
        self.show(Tab::ALL[(self.tab as usize + steps) % Tab::ALL.len()], cx);
    }

    fn go(&mut self, action: Action, cx: &Context) {
        match self.tab {
            Tab::Weak => self.weak.go(action, cx),
            Tab::Plan => self.plan.go(action, cx),
            Tab::Coverage => self.cover.go(action, cx),
            Tab::History => self.past.go(action, cx),
        }
    }

    /// The selected attempt, where those are listed.
    pub fn told<'a>(&self, cx: &Context<'a>) -> Option<&'a Attempt> {
        self.past.selected(cx).filter(|_| self.tab == Tab::History)
    }

    /// An action while it is chosen which attempts are listed.
    fn choose(&mut self, action: Action, cx: &Context) {
        let Some(choice) = &mut self.keep else { return };
        match action {
            Action::Back => self.keep = None,
            Action::Open => {
                let chosen = choice.rows.get(choice.row).map(|(keep, ..)| keep.clone());
                self.keep = None;
                if let Some(keep) = chosen {
                    self.past.choose(keep);
                    self.compute(cx);
                }
            }
            action => choice.row = move_cursor(choice.row, choice.rows.len(), cx.viewport.rows, action),
        }
    }
}

impl Screen for Review {
    fn contexts(&self, _: &Context) -> &'static [At] {
        match self.keep {
            Some(_) => over_screen![],
            None => on_screen![],
        }
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        if self.keep.is_some() {
            self.choose(action, cx);
            return Requests::new();
        }
        match action {
            Action::Back => return vec![Request::Close],
            Action::Next => self.turn(1, cx),
            Action::Previous => self.turn(Tab::ALL.len() - 1, cx),
            Action::LeaveOut => return self.plan.turn_off(cx).map(Request::Change).into_iter().collect(),
            Action::Filter => {
                self.show(Tab::History, cx);
                self.keep = Some(KeepChoice::of(&self.past.keep, cx));
            }
            Action::Open => return self.open_row(cx),
            Action::Drill => return vec![Route::DrillSetup(self.category(cx)).into()],
            Action::Copy => return self.copy(cx),
            Action::TakeBack => return vec![Effect::Disk(DiskEffect::Untrash).into()],
            Action::Edit => return self.open_answers(cx),
            Action::New => return self.write_answer(cx),
            action => self.go(action, cx),
        }
        Requests::new()
    }

    fn refusal(&self, action: Action, cx: &Context) -> Option<&'static str> {
        match action {
            _ if self.keep.is_some() => None,
            Action::Copy if self.tab == Tab::Coverage => Some("there is nothing to copy here"),
            Action::LeaveOut if self.tab != Tab::Plan => Some("days off are on the tab The plan"),
            Action::LeaveOut if self.plan.selected().is_none_or(|day| day.kind == DayKind::Interview) => {
                Some("the day of the interview stays")
            }
            Action::Open if self.tab == Tab::Plan && self.plan.today().is_none() => Some("only today can be started"),
            Action::Edit | Action::New | Action::Drill | Action::Copy if self.tab == Tab::Plan => {
                Some("there is nothing of the kind in the plan")
            }
            Action::Filter if cx.overview.attempts == 0 => Some("nothing was told yet"),
            Action::Filter if self.tab != Tab::History => Some("only what was told can be filtered"),
            Action::Open | Action::Edit | Action::New | Action::Copy
                if self.tab == Tab::History && self.told(cx).is_none() =>
            {
                Some("there is nothing in this list")
            }
            _ => None,
        }
    }

    fn label(&self, action: Action, usual: Option<&'static str>, cx: &Context) -> Option<&'static str> {
        if self.keep.is_some() {
            return match action {
                Action::Open => Some("list these"),
                Action::Back => Some("leave it"),
                _ => usual,
            };
        }
        let gap = self.tab == Tab::Coverage && self.cover.selected().is_some_and(Row::is_gap);
        Some(match (action, self.tab) {
            (Action::LeaveOut, Tab::Plan) => match self.plan.selected()?.kind {
                DayKind::Interview => return None,
                DayKind::Off => "practise that day",
                DayKind::Practice | DayKind::Eve => "a day off",
            },
            (Action::Open, Tab::Plan) => return self.plan.today().map(|_| "start"),
            (Action::Open, Tab::Weak) => "drill it",
            (Action::Open, Tab::Coverage) if gap => "write an answer",
            (Action::Open, Tab::History) => "open it",
            (Action::Edit, Tab::Weak | Tab::History) if self.answers(cx).is_empty() => "write an answer",
            (Action::Open, Tab::Coverage) | (Action::Edit, Tab::Weak) => "its answers",
            (Action::Edit, Tab::History) => "its answer",
            (Action::New, Tab::Coverage) if !gap => "new answer",
            (Action::Drill, Tab::Weak | Tab::Coverage) => "set up a drill",
            (Action::Filter, Tab::History) => "filter",
            (Action::TakeBack, _) if !cx.workspace.put_aside.is_empty() => "bring back",
            (Action::Next, Tab::Weak) => "coverage",
            (Action::Next, Tab::Coverage) => "all you told",
            (Action::Next, Tab::History) => "the plan",
            (Action::Next, Tab::Plan) => "practise next",
            (Action::More, Tab::Coverage) if !cx.workspace.library.lenses().is_empty() => "company values",
            _ => return usual,
        })
    }

    fn named(&self, action: Action, cx: &Context) -> Option<String> {
        let row = self.cover.selected().filter(|_| self.tab == Tab::Coverage);
        match (action, self.tab) {
            (Action::Open, Tab::Weak) => Some(format!("drill {}", self.category(cx)?.id())),
            (Action::Open, Tab::Coverage) if row?.is_gap() => Some(format!("write an answer for {}", row?.name)),
            (Action::Open, Tab::Coverage) => Some(format!("answers to {}", row?.name)),
            _ => None,
        }
    }

    fn besides(&self, _: &Context) -> &'static [(Action, &'static str)] {
        match (&self.keep, self.tab) {
            (None, Tab::Weak) => &[(Action::Copy, "copy what is to be done")],
            (None, Tab::History) => &[(Action::Copy, "copy the question")],
            _ => &[],
        }
    }

    fn refresh(&mut self, cx: &Context) {
        self.weak.forget();
        self.plan.forget();
        self.cover.forget();
        self.past.forget();
        self.compute(cx);
    }

    fn hits(&self, cx: &Context) -> Option<Haystack> {
        let mut found = Haystack::default();
        let rows = 0..self.past.listed().len();
        for attempt in rows.filter_map(|row| self.past.attempt(row, cx)) {
            let told = attempt.answer.as_ref();
            let told = told.and_then(|id| cx.workspace.library.answer(id.as_str()));
            let title = told.map_or("", |answer| answer.title.as_str());
            let (how, asked) = (attempt.rating.word(), cx.workspace.asked(attempt));
            let line = format!("{how} {asked} {title} {}", attempt.note);
            found.add(SearchHit::Attempt(attempt.id.clone()), line, "");
        }
        (self.tab == Tab::History).then_some(found)
    }

    fn select(&mut self, hit: &SearchHit, cx: &Context) {
        if let SearchHit::Attempt(id) = hit {
            self.past.select(id, cx);
        }
    }
}
