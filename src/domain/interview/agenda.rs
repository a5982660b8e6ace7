//! What each interview asks of the person, and the one order interviews are listed in.
//!
//! What is to be done now stands first, the longest owed before the rest; then what comes, by the day of the next round
//! and those without a date last; then what waits, by the day its state changes; then what is over, the newest first.
//! Among equals the one whose file was begun last.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::Interview;
use super::follow_up::{FollowUp, FollowUpCalendar, State, follow_up};
use super::round::Round;

listed! {
    /// What is asked of the person.
    #[derive(PartialOrd, Ord)]
    pub enum Group {
        /// Its heading.
        title,
    }
    /// Something is to be done now.
    Now => "Do now";
    /// A round comes.
    Coming => "Coming";
    /// The other side has to move.
    Waiting => "Waiting";
    /// It is over.
    Closed => "Closed";
}

/// One interview and what it asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaItem<'a> {
    /// The interview.
    pub interview: &'a Interview,
    /// Where it belongs.
    pub group: Group,
    /// Where it stands.
    pub follow_up: FollowUp,
    /// The place of the round nothing is written down about yet.
    pub to_debrief: Option<usize>,
    /// The local day it is ordered by in its group, and none where something is to be done now: of the next round, of
    /// the change of its state, of its end.
    pub day: Option<Date>,
}

impl<'a> AgendaItem<'a> {
    /// What one interview asks.
    pub fn of(interview: &'a Interview, when: &FollowUpCalendar) -> AgendaItem<'a> {
        let follow_up = follow_up(interview, when);
        let to_debrief = interview
            .to_debrief(when.now, when.zone)
            .filter(|_| interview.is_open());
        let group = match follow_up.state {
            _ if !interview.is_open() => Group::Closed,
            _ if to_debrief.is_some() => Group::Now,
            State::ThankYou | State::AskNow => Group::Now,
            State::Coming => Group::Coming,
            State::Cold | State::Closed => Group::Closed,
            State::Deciding | State::Asked | State::LikelyNo => Group::Waiting,
        };
        let local = |round: &Round| round.at.as_ref().map(|at| at.local_day(when.zone));
        let day = match group {
            Group::Now => None,
            Group::Coming => interview.next_round(when.now, when.zone).and_then(local),
            Group::Waiting => follow_up.due,
            Group::Closed => {
                let last = || interview.last_round(when.now, when.zone).and_then(local);
                interview.closed.or_else(last).or_else(|| interview.begun())
            }
        };
        AgendaItem {
            interview,
            group,
            follow_up,
            to_debrief,
            day,
        }
    }

    /// What makes the order: the group, then the days it is late, a day to come, or a day gone by.
    fn order(&self) -> impl Ord + use<'a> {
        let gone = self.group == Group::Closed;
        let (to_come, gone_by) = if gone { (None, self.day) } else { (self.day, None) };
        (
            self.group,
            Reverse(self.follow_up.days_late),
            (to_come.is_none(), to_come),
            Reverse(gone_by),
            Reverse(self.interview.path.as_str()),
        )
    }
}

/// All interviews in the order they are listed in.
pub fn by_what_is_asked<'a>(interviews: &'a [Interview], when: &FollowUpCalendar) -> Vec<AgendaItem<'a>> {
    let mut asked: Vec<AgendaItem> = interviews.iter().map(|one| AgendaItem::of(one, when)).collect();
    asked.sort_by(|a, b| a.order().cmp(&b.order()));
    asked
}
