//! What follows from library and history, worked out when one of them changes.

pub mod already_told;
pub mod interview_stats;
pub mod meetings;

use std::time::Duration;

use self::already_told::Heard;
use self::meetings::Listing;
use super::screens::interviews::feedback::Item;
use super::state::{AnyScreen, App, Share};
use crate::domain::clock::Moment;
use crate::domain::history::unended::Unended;
use crate::domain::id::QuestionId;
use crate::domain::progress::standing::{Standing, standings};

/// How long figures are shown without being looked at again: the hours of interviews and follow-ups move on.
const FRESH: Duration = Duration::from_secs(60);

/// Figures that follow from library and history, kept until one of them changes.
#[derive(Debug, Default)]
pub struct Figures {
    /// Where the person stands in each category.
    pub standings: Vec<Standing>,
    /// A drill of today with questions left.
    pub unended: Option<Unended>,
    /// Attempts on each of the last fourteen days, today last.
    pub days: Vec<usize>,
    /// Attempts in all.
    pub attempts: usize,
    /// The questions of Today's drill.
    pub today: Vec<QuestionId>,
    /// The interviews, as they are listed.
    pub meetings: Listing,
    /// All feedback, newest first.
    pub feedback: Vec<Item>,
    /// What the company of the next round heard already.
    pub heard: Option<Heard>,
    /// What these are of the day.
    pub share: Share,
    /// The lowest screen that shows these figures; those below it were covered when they changed.
    fresh_from: usize,
    /// When they were worked out.
    at: Duration,
}

impl Figures {
    /// The newest thing still to be done better, and the newest good one before it.
    pub fn keep_in_mind(&self) -> (Option<&Item>, Option<&Item>) {
        let all = &self.feedback;
        let open = all.iter().find(|item| item.open);
        let good = open.and_then(|open| {
            let there = all.iter().find(|item| item.good && item.company == open.company);
            there.or_else(|| all.iter().find(|item| item.good))
        });
        (good, open)
    }
}

impl App {
    /// Works out the figures anew.
    pub fn refresh(&mut self, now: Moment) {
        self.workspace.today = self.workspace.day_of(now.wall);
        self.stale = false;
        self.workspace.lessons = self.workspace.ground(now.wall).lessons();
        let zone = &self.workspace.zone;
        self.figures = Figures {
            standings: standings(&self.workspace.practice(now.wall)),
            unended: self.workspace.history.unended(self.workspace.today, zone),
            days: self.workspace.history.by_day(self.workspace.today, 14, zone),
            attempts: self.workspace.history.len(),
            today: Vec::new(),
            meetings: std::mem::take(&mut self.figures.meetings),
            feedback: Vec::new(),
            heard: None,
            share: Share::Planned,
            fresh_from: self.screens.len().saturating_sub(1),
            at: now.elapsed,
        };
        self.renew_interviews(now);
        if matches!(self.screens.last(), Some(AnyScreen::Home(_))) {
            (self.figures.today, self.figures.share) = self.context().todays_questions(self.next_seed());
        }
        self.renew_review(now);
        self.look_again(now);
    }

    /// Whether the screen in front, uncovered just now, may show figures that are no longer true.
    pub(super) fn outdated(&self, now: Moment) -> bool {
        self.screens.len() <= self.figures.fresh_from || now.elapsed.saturating_sub(self.figures.at) >= FRESH
    }
}
