//! From a wish to a drill.

use jiff::civil::Date;

use super::effect::Effect;
use super::screens::drill::DrillScreen;
use super::state::{AnyScreen, App, Share};
use crate::domain::category::Category;
use crate::domain::clock::Moment;
use crate::domain::drill::{Drill, Plan, Telling};
use crate::domain::history::attempt::Pick;
use crate::domain::history::unended::Unended;
use crate::domain::id::{EventId, QuestionId};
use crate::domain::interview::next_round;
use crate::domain::progress::need::told_in_parts;
use crate::domain::progress::schedule::{Terms, todays};
use crate::domain::progress::selection::{Wish, pick};
use crate::domain::random::Chance;

/// Attempts below which drills are picked at random.
const BEFORE_WEAK: usize = 10;

/// What somebody wants to drill; what is none is left to settings and history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Order {
    /// What it is called.
    pub name: String,
    /// These questions and no others.
    pub questions: Vec<QuestionId>,
    /// Only these categories.
    pub categories: Vec<Category>,
    /// Only questions with one of these tags.
    pub tags: Vec<String>,
    /// How many.
    pub count: usize,
    /// How they are chosen.
    pub pick: Option<Pick>,
    /// Seconds to think.
    pub think: Option<u32>,
    /// Seconds to speak.
    pub speak: Option<u32>,
    /// Probes after each.
    pub probes: Option<usize>,
    /// The question to begin with, where it may be asked.
    pub first: Option<QuestionId>,
    /// The drill this one goes on with.
    pub resumes: Option<EventId>,
}

impl App {
    /// How questions are picked when nobody says.
    pub fn usual_pick(&self) -> Pick {
        if self.figures.attempts < BEFORE_WEAK {
            Pick::Random
        } else {
            Pick::Weak
        }
    }

    /// How many questions fit the daily minutes.
    pub fn todays_length(&self) -> usize {
        (self.workspace.settings.minutes as usize * 60 / self.workspace.settings.seconds_each()).clamp(1, 8)
    }

    /// The day of the next round of an interview.
    pub fn interview_day(&self, now: Moment) -> Option<Date> {
        next_round(&self.workspace.interviews, now.wall, &self.workspace.zone).map(|next| next.day)
    }

    /// What a plan from today on keeps to.
    pub fn terms(&self, now: Moment) -> Terms {
        Terms {
            today: self.workspace.today,
            date: self.interview_day(now),
            minutes: self.workspace.settings.minutes,
            each: self.workspace.settings.seconds_each(),
            told: self.figures.days.last().copied().unwrap_or(0),
        }
    }

    /// The drill an order leads to; none when nothing fits it.
    pub fn plan(&mut self, order: &Order, now: Moment) -> Option<Drill> {
        let seed = self.next_seed();
        let named = !order.questions.is_empty();
        let mode = order.pick.unwrap_or(self.usual_pick());
        let questions: Vec<QuestionId> = if named {
            let known = |id: &&QuestionId| self.workspace.library.question(id.as_str()).is_some();
            order.questions.iter().filter(known).cloned().collect()
        } else {
            self.drawn(
                &Wish {
                    categories: &order.categories,
                    tags: &order.tags,
                    count: order.count,
                    pick: mode,
                    first: order.first.as_ref(),
                },
                seed,
                now,
            )
        };
        if questions.is_empty() {
            return None;
        }
        self.drills += 1;
        let plan = Plan {
            id: self.record.new_id(now),
            name: order.name.clone(),
            questions,
            think: order.think.unwrap_or(self.workspace.settings.think),
            speak: order.speak.unwrap_or(self.workspace.settings.speak).max(1),
            speak_asked: order.speak.is_some(),
            probes: order.probes.unwrap_or(self.workspace.settings.probes),
            pick: if named { order.pick } else { Some(mode) },
            seed,
            resumes: order.resumes.clone(),
        };
        let tellings = plan.questions.iter().map(|id| self.telling(id, &plan)).collect();
        Some(Drill::start(plan, tellings, now))
    }

    fn telling(&self, id: &QuestionId, plan: &Plan) -> Telling {
        let question = self.workspace.library.question(id.as_str());
        let answer = self.answer_to_tell(id);
        let own = question
            .and_then(|question| question.speak)
            .filter(|_| !plan.speak_asked);
        let parts = question.map_or(crate::domain::question::Parts::Star, |question| question.parts);
        Telling {
            answer: answer.map(|answer| answer.id.clone()),
            beats: answer.map(crate::domain::answer::Answer::beats).unwrap_or_default(),
            ..Telling::new(id.clone(), own.unwrap_or(plan.speak), told_in_parts(parts, answer))
        }
    }

    /// Begins a drill in front of what is there; says so when nothing fits.
    pub fn begin(&mut self, order: &Order, now: Moment) -> Vec<Effect> {
        match self.plan(order, now) {
            Some(drill) => {
                self.overlay = None;
                self.screens.push(AnyScreen::Drill(Box::new(DrillScreen::new(drill))));
            }
            None if self.workspace.library.questions().is_empty() => self.say("Your files are still being read"),
            None => self.warn(match order.pick {
                Some(Pick::Due) => "Nothing you have told is fading yet",
                Some(Pick::New) => "You have tried every question that fits",
                _ => "No question fits: look at level and hidden categories with ,",
            }),
        }
        Vec::new()
    }

    /// The order for Today: the questions Home speaks of.
    pub fn todays_order(&self) -> Order {
        Order {
            name: "today".to_owned(),
            questions: self.figures.today.clone(),
            pick: Some(self.usual_pick()),
            ..Order::default()
        }
    }

    /// The questions of Today's drill: today's share of the plan; where that is done, or nothing is weak, what is picked
    /// as usual.
    pub(super) fn todays_questions(&self, now: Moment) -> (Vec<QuestionId>, Share) {
        let planned = todays(
            &self.workspace.practice(now.wall),
            &self.figures.standings,
            self.terms(now),
        )
        .questions;
        if !planned.is_empty() {
            return (planned, Share::Planned);
        }
        let wish = Wish {
            categories: &[],
            tags: &[],
            count: self.todays_length(),
            pick: self.usual_pick(),
            first: None,
        };
        let told = self.figures.days.last().is_some_and(|told| *told > 0);
        let share = if told { Share::More } else { Share::Planned };
        (self.drawn(&wish, self.next_seed(), now), share)
    }

    /// The seed of the next drill.
    pub(super) fn next_seed(&self) -> u64 {
        self.birth.seed.wrapping_add(self.drills)
    }

    fn drawn(&self, wish: &Wish, seed: u64, now: Moment) -> Vec<QuestionId> {
        let questions = pick(&self.workspace.practice(now.wall), wish, &mut Chance::new(seed));
        questions.into_iter().map(|question| question.id.clone()).collect()
    }

    /// The order that goes on with a drill of today.
    pub fn order_to_go_on(unended: &Unended) -> Order {
        Order {
            name: unended.begun.name.clone(),
            questions: unended.left.clone(),
            think: Some(unended.begun.think as u32),
            speak: Some(unended.begun.speak as u32),
            probes: Some(unended.begun.probes),
            resumes: Some(unended.begun.drill.clone()),
            ..Order::default()
        }
    }
}
