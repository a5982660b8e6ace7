//! What follows from library and history, worked out when one of them changes.

pub mod already_told;
pub mod company_row;
pub mod feedback;
pub mod interview_stats;
pub mod meetings;

use std::collections::HashMap;
use std::time::Duration;

use self::already_told::Heard;
use self::feedback::FeedbackItem;
use self::meetings::Meetings;
use super::workspace::Workspace;
use crate::domain::category::Category;
use crate::domain::clock::Moment;
use crate::domain::history::History;
use crate::domain::history::unended::Unended;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::progress::standing::{CategoryStatus, practise_next, standings};
use crate::domain::progress::trend::calendar;
use crate::domain::rating::Rating;

/// How long figures are shown without being looked at again: the hours of interviews and follow-ups move on.
const FRESH: Duration = Duration::from_secs(60);

/// Figures that follow from library and history, kept until one of them changes.
#[derive(Debug, Default)]
pub struct Overview {
    /// Where the person stands in each category.
    pub standings: Vec<CategoryStatus>,
    /// A drill of today with questions left.
    pub unended: Option<Unended>,
    /// Attempts on each day of the last twelve weeks, from a Monday to today.
    pub days: Vec<usize>,
    /// The last six ratings of each category, the oldest first.
    strips: HashMap<Category, Vec<Rating>>,
    /// Attempts in all.
    pub attempts: usize,
    /// The questions of Today's drill.
    pub today: Vec<QuestionId>,
    /// The interviews, as they are listed.
    pub meetings: Meetings,
    /// All feedback, newest first.
    pub feedback: Vec<FeedbackItem>,
    /// What the company of the next round heard already.
    pub heard: Option<Heard>,
    /// What these are of the day.
    pub share: Share,
    /// Whether something was practised since.
    pub(in crate::app) stale: bool,
    /// How many screens there were; those below the last were covered when these changed.
    screens: usize,
    /// When they were worked out.
    at: Duration,
}

/// What Today's drill is of the day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Share {
    /// What there is to do.
    #[default]
    Planned,
    /// That is done: this is more.
    More,
    /// The day of an interview: a light warm-up, or nothing more.
    WarmUp,
    /// A day off: this is for whoever practises all the same.
    Off,
}

/// Ratings in a strip.
const STRIP: usize = 6;

/// The last ratings of each category, the oldest first.
fn strips(history: &History) -> HashMap<Category, Vec<Rating>> {
    let mut strips: HashMap<Category, Vec<Rating>> = HashMap::new();
    for attempt in history.attempts() {
        let strip = strips.entry(attempt.category).or_default();
        if strip.len() == STRIP {
            strip.remove(0);
        }
        strip.push(attempt.rating);
    }
    strips
}

impl Overview {
    /// The figures of a moment, for so many screens; what Today asks is another matter.
    pub(super) fn of(workspace: &Workspace, screens: usize, now: Moment) -> Overview {
        let zone = &workspace.zone;
        let mut overview = Overview {
            standings: standings(&workspace.practice(now.wall)),
            unended: workspace.history.unended(workspace.today, zone),
            days: calendar(&workspace.history, workspace.today, zone),
            strips: strips(&workspace.history),
            attempts: workspace.history.len(),
            screens,
            at: now.elapsed,
            ..Overview::default()
        };
        overview.follow_interviews(workspace, now);
        overview
    }

    /// Whether so many screens, the one in front uncovered just now, may show figures that are no longer true.
    pub(super) fn outdated(&self, screens: usize, now: Moment) -> bool {
        screens < self.screens || now.elapsed.saturating_sub(self.at) >= FRESH
    }

    /// The last six ratings of a category, the oldest first.
    pub fn strip(&self, category: Category) -> &[Rating] {
        self.strips.get(&category).map_or(&[], Vec::as_slice)
    }

    /// The newest thing still to be done better, and the newest good one before it.
    pub fn keep_in_mind(&self) -> (Option<&FeedbackItem>, Option<&FeedbackItem>) {
        let all = &self.feedback;
        let open = all.iter().find(|item| item.open);
        let good = open.and_then(|open| {
            let there = all.iter().find(|item| item.good && item.company == open.company);
            there.or_else(|| all.iter().find(|item| item.good))
        });
        (good, open)
    }

    /// Works out anew what follows from interviews: it moves on with the hours.
    pub(super) fn follow_interviews(&mut self, workspace: &Workspace, now: Moment) {
        self.meetings = workspace.listing(now.wall);
        self.feedback = self::feedback::all(&workspace.ground(now.wall));
        self.heard = workspace.heard_next(now.wall);
    }

    /// Categories in the order of practice.
    pub fn neediest(&self) -> Vec<&CategoryStatus> {
        practise_next(&self.standings)
    }

    /// The company of the next round, if it heard this answer.
    pub fn heard_by(&self, answer: &AnswerId) -> Option<&str> {
        let heard = self.heard.as_ref()?;
        heard.answers.contains(answer).then_some(heard.company.as_str())
    }
}
