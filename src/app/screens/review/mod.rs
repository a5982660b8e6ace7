//! Review: where one is weak, which answers cover what, and what was told. One tab each; what can be done with a row is
//! in `verbs`, what is asked for in a small pane in `form`.

mod actions;
pub mod coverage;
pub mod dialogs;
pub mod history;
pub mod weak;

use self::coverage::Cover;
use self::history::Past;
use self::weak::Weak;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::state::{AnyScreen, App};
use crate::domain::clock::Moment;
use crate::domain::progress::coverage::Row;
use crate::keys::action::Action;

/// One of the three.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Where one is weak, and why.
    #[default]
    Weak,
    /// Which answers cover what.
    Coverage,
    /// What was told.
    History,
}

impl Tab {
    /// From left to right.
    pub const ALL: [Tab; 3] = [Tab::Weak, Tab::Coverage, Tab::History];

    /// Its name.
    pub fn title(self) -> &'static str {
        match self {
            Tab::Weak => "Weak",
            Tab::Coverage => "Coverage",
            Tab::History => "History",
        }
    }

    /// What it is remembered as, once it was used.
    fn word(self) -> &'static str {
        match self {
            Tab::Weak => "weak",
            Tab::Coverage => "coverage",
            Tab::History => "history",
        }
    }

    /// What it is for, said until it was used once.
    pub fn purpose(self) -> &'static str {
        match self {
            Tab::Weak => "What to practise next and why. Enter drills exactly that.",
            Tab::Coverage => "Which of your answers serves what, the gaps first. Enter fills one.",
            Tab::History => "All you have told, the last first. Enter shows how it went.",
        }
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
}

impl App {
    /// Opens Review.
    pub fn open_review(&mut self, now: Moment) {
        self.screens.push(AnyScreen::Review(Box::default()));
        self.show_tab(Tab::Weak, now);
    }

    /// Review, if it is in front.
    pub fn review(&self) -> Option<&Review> {
        match self.screens.last() {
            Some(AnyScreen::Review(review)) => Some(review),
            _ => None,
        }
    }

    /// Changes Review, if it is in front, with the rest of the state to look at.
    fn with_review(&mut self, change: impl FnOnce(&mut Review, &App)) {
        match self.screens.pop() {
            Some(AnyScreen::Review(mut review)) => {
                change(&mut review, self);
                self.screens.push(AnyScreen::Review(review));
            }
            other => self.screens.extend(other),
        }
    }

    /// Files, history or settings changed.
    pub(in crate::app) fn renew_review(&mut self, now: Moment) {
        self.with_review(|review, app| {
            review.weak.forget();
            review.cover.forget();
            review.past.forget();
            review.work_out(app, now);
        });
    }

    /// What was used in earlier runs.
    pub(in crate::app) fn used_before(&mut self, words: &[String]) {
        for tab in Tab::ALL {
            self.reviewed[tab as usize] |= words.iter().any(|word| word == tab.word());
        }
    }

    fn show_tab(&mut self, tab: Tab, now: Moment) {
        self.with_review(|review, app| {
            review.tab = tab;
            review.work_out(app, now);
        });
    }

    /// An action while Review is in front.
    pub(in crate::app) fn review_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let Some(tab) = self.review().map(|review| review.tab) else {
            return Vec::new();
        };
        let step = |steps: usize| Tab::ALL[(tab as usize + steps) % Tab::ALL.len()];
        match action {
            Action::NextTab => self.show_tab(step(1), now),
            Action::TabBefore => self.show_tab(step(2), now),
            Action::Values => self.turn_values(now),
            Action::Filter => {
                self.show_tab(Tab::History, now);
                self.ask_what_to_keep();
            }
            Action::Open => {
                let first = !std::mem::replace(&mut self.reviewed[tab as usize], true);
                let mut effects: Vec<Effect> = first
                    .then(|| Effect::Disk(DiskEffect::KeepUsed(tab.word())))
                    .into_iter()
                    .collect();
                match tab {
                    Tab::Weak => effects.extend(self.drill_weak_row(now)),
                    Tab::Coverage => self.open_cover_row(now),
                    Tab::History => self.open_past_row(),
                }
                return effects;
            }
            Action::Copy => return self.copy_from_review(),
            Action::Untrash => return vec![Effect::Disk(DiskEffect::Untrash)],
            Action::EditAnswer => self.open_answers_here(now),
            Action::NewAnswer => self.write_answer_here(now),
            action => self.go_in_review(action),
        }
        Vec::new()
    }

    fn go_in_review(&mut self, action: Action) {
        let seen = self.viewport;
        self.with_review(|review, app| match review.tab {
            Tab::Weak => review.weak.go(action, seen.rows, app),
            Tab::Coverage => review.cover.go(action, seen),
            Tab::History => review.past.go(action, seen.rows, app),
        });
    }

    /// Why an action makes no sense in Review now; none when it does.
    pub(in crate::app) fn why_not_in_review(&self, action: Action) -> Option<&'static str> {
        let review = self.review()?;
        match action {
            Action::Copy if review.tab == Tab::Coverage => Some("there is nothing to copy here"),
            Action::Values if self.workspace.library.lenses().is_empty() => Some("there are no company values"),
            Action::Values if review.tab != Tab::Coverage => Some("company values are on the second tab"),
            Action::Filter if self.figures.attempts == 0 => Some("nothing was told yet"),
            Action::Filter if review.tab != Tab::History => Some("only what was told can be filtered"),
            Action::Open | Action::EditAnswer | Action::NewAnswer | Action::Copy
                if review.tab == Tab::History && self.past_attempt().is_none() =>
            {
                Some("there is nothing in this list")
            }
            _ => None,
        }
    }

    /// The footer's word for an action in Review; no word takes it from the footer.
    pub(in crate::app) fn review_word(&self, action: Action, label: &'static str) -> Option<&'static str> {
        let Some(review) = self.review() else {
            return Some(label);
        };
        let answered = !self.answers_here().is_empty();
        let gap = review.tab == Tab::Coverage && review.cover.selected().is_some_and(Row::is_gap);
        Some(match (action, review.tab) {
            (Action::EditAnswer, Tab::Coverage) => return None,
            (Action::Open, Tab::Weak) => "drill it",
            (Action::Open, Tab::Coverage) if gap => "write an answer",
            (Action::Open, Tab::Coverage) => "its answers",
            (Action::EditAnswer, _) if !answered => "write an answer",
            (Action::EditAnswer, Tab::History) => "answer",
            (Action::NextTab, Tab::Weak) => "coverage",
            (Action::NextTab, Tab::Coverage) => "history",
            (Action::NextTab, Tab::History) => "weak",
            _ => label,
        })
    }
}

impl Review {
    /// Works out what the tab in front shows, unless it is there.
    fn work_out(&mut self, app: &App, now: Moment) {
        match self.tab {
            Tab::Weak => self.weak.work_out(app, now),
            Tab::Coverage => self.cover.work_out(app),
            Tab::History => self.past.work_out(app),
        }
    }
}
