//! From a wish to a drill.

use super::context::Context;
use super::drill_request::DrillRequest;
use super::overview::Share;
use crate::domain::answer::Answer;
use crate::domain::drill::{DrillPlan, Turn};
use crate::domain::history::attempt::Pick;
use crate::domain::history::unended::Unended;
use crate::domain::id::{EventId, QuestionId};
use crate::domain::progress::schedule::{Constraints, DayKind, todays};
use crate::domain::progress::selection::{Only, SelectionCriteria, pick};
use crate::domain::progress::standing::told_in_parts;
use crate::domain::question::Parts;
use crate::domain::question::level::Levels;
use crate::domain::random::DrillRng;

/// Attempts below which drills are picked at random.
const BEFORE_WEAK: usize = 10;

impl DrillRequest {
    /// One question.
    pub fn one(question: QuestionId) -> DrillRequest {
        DrillRequest {
            name: "one".to_owned(),
            questions: vec![question],
            ..DrillRequest::default()
        }
    }

    /// The questions Today speaks of.
    pub fn todays(cx: &Context) -> DrillRequest {
        DrillRequest {
            name: "today".to_owned(),
            questions: cx.overview.today.clone(),
            pick: Some(cx.usual_pick()),
            ..DrillRequest::default()
        }
    }

    /// What is left of a drill of today.
    pub fn going_on(unended: &Unended) -> DrillRequest {
        DrillRequest {
            name: unended.begun.name.clone(),
            questions: unended.left.clone(),
            think: Some(unended.begun.think as u32),
            speak: Some(unended.begun.speak as u32),
            probes: Some(unended.begun.probes),
            // A drill for company values is called by their lens.
            lens: Some(unended.begun.name.clone()),
            resumes: Some(unended.begun.drill.clone()),
            ..DrillRequest::default()
        }
    }

    /// The plan it leads to, under an id; none when nothing fits it.
    pub(super) fn plan(&self, cx: &Context, seed: u64, id: EventId) -> Option<DrillPlan> {
        let settings = &cx.workspace.settings;
        let mode = self.pick.unwrap_or(cx.usual_pick());
        let questions = self.asked(cx, seed, mode);
        (!questions.is_empty()).then(|| DrillPlan {
            id,
            name: self.name.clone(),
            questions,
            think: self.think.unwrap_or(settings.think),
            speak: self.speak.unwrap_or(settings.speak).max(1),
            speak_asked: self.speak.is_some(),
            probes: self.probes.unwrap_or(settings.probes),
            lens: self.lens.clone(),
            pick: if self.picks() { Some(mode) } else { self.pick },
            seed,
            resumes: self.resumes.clone(),
        })
    }

    /// The questions it names, then those that are picked.
    fn asked(&self, cx: &Context, seed: u64, pick: Pick) -> Vec<QuestionId> {
        let known = |id: &&QuestionId| cx.workspace.library.question(id).is_some();
        let mut asked: Vec<QuestionId> = self.questions.iter().filter(known).cloned().collect();
        if self.picks() {
            let wish = SelectionCriteria {
                categories: &self.categories,
                tags: &self.tags,
                only: &self.only_for(cx),
                count: self.count + asked.len(),
                pick,
                first: self.first.as_ref(),
            };
            let drawn = cx.drawn(&wish, seed).into_iter();
            let more: Vec<QuestionId> = drawn.filter(|id| !asked.contains(id)).collect();
            let free = self.count.saturating_sub(asked.len());
            asked.extend(more.into_iter().take(free));
        }
        asked
    }

    /// Whether any question is picked: where some are named, only beside a category.
    pub fn picks(&self) -> bool {
        self.questions.is_empty() || !self.categories.is_empty()
    }

    /// What its questions must be. Until the log says what is weak, an order that asks for nothing of its own begins with
    /// what everybody is asked, where that is enough.
    fn only_for(&self, cx: &Context) -> Only {
        let own = self.pick.is_some() || !self.categories.is_empty() || !self.tags.is_empty();
        if own || self.only.narrows() {
            self.only.clone()
        } else {
            cx.first_ones(self.count, self.only.levels)
        }
    }

    /// Why nothing fits it.
    pub(super) fn why_nothing(&self) -> &'static str {
        match self.pick {
            Some(Pick::Due) => "Nothing you have told is fading yet",
            Some(Pick::New) => "You have tried every question that fits",
            _ => "No question fits: look at level and hidden categories with ,",
        }
    }
}

impl Context<'_> {
    /// How questions are picked when nobody says.
    pub fn usual_pick(&self) -> Pick {
        if self.overview.attempts < BEFORE_WEAK {
            Pick::Random
        } else {
            Pick::Weak
        }
    }

    /// How many questions fit the daily minutes.
    fn todays_length(&self) -> usize {
        let settings = &self.workspace.settings;
        (settings.minutes as usize * 60 / settings.seconds_each()).clamp(1, 8)
    }

    /// The company values a question tests, `Ownership, Dive Deep (amazon)`: those the drill was begun for, else those of
    /// the next round's company or of the settings. None where it tests none.
    pub fn values_tested(&self, id: &QuestionId, lens: Option<&str>) -> Option<String> {
        let library = &self.workspace.library;
        let question = library.question(id)?;
        let begun_for = lens.and_then(|id| library.lens(id));
        let lens = begun_for.or_else(|| self.workspace.practice(self.now.wall).lens())?;
        let titles: Vec<&str> = lens.tested_by(question).map(|value| value.title.as_str()).collect();
        (!titles.is_empty()).then(|| format!("{} ({})", titles.join(", "), lens.id))
    }

    /// A question of a plan, not begun.
    pub(super) fn telling(&self, id: &QuestionId, plan: &DrillPlan) -> Turn {
        let question = self.workspace.library.question(id);
        let answer = self.answer_to_tell(id);
        let own = question
            .and_then(|question| question.speak)
            .filter(|_| !plan.speak_asked);
        let parts = question.map_or(Parts::Star, |question| question.parts);
        Turn {
            answer: answer.map(|answer| answer.id.clone()),
            beats: answer.map(Answer::beats).unwrap_or_default(),
            ..Turn::new(id.clone(), own.unwrap_or(plan.speak), told_in_parts(parts, answer))
        }
    }

    /// The questions of Today's drill: the first day of the plan; where that is done, what is picked as usual with a seed,
    /// but for the day of an interview.
    pub(super) fn todays_questions(&self, seed: u64) -> (Vec<QuestionId>, Share) {
        let practice = self.workspace.practice(self.now.wall);
        let day = todays(&practice, &self.overview.standings, Constraints::of(&practice));
        if day.kind == DayKind::Interview {
            return (day.questions, Share::WarmUp);
        }
        if !day.questions.is_empty() {
            return (day.questions, Share::Planned);
        }
        let wish = SelectionCriteria {
            categories: &[],
            tags: &[],
            only: &self.first_ones(self.todays_length(), None),
            count: self.todays_length(),
            pick: self.usual_pick(),
            first: None,
        };
        let told = self.overview.days.last().is_some_and(|told| *told > 0);
        let share = match day.kind {
            DayKind::Off => Share::Off,
            _ if told => Share::More,
            _ => Share::Planned,
        };
        (self.drawn(&wish, seed), share)
    }

    /// What a drill is of until the log says what is weak: what everybody is asked, where there are so many of these.
    fn first_ones(&self, count: usize, levels: Option<Levels>) -> Only {
        let settings = &self.workspace.settings;
        let as_level = levels.or(settings.level);
        let asked = self.workspace.library.questions().iter();
        let common = asked.filter(|question| question.common && settings.admits_as(question, as_level));
        Only {
            common: self.overview.attempts < BEFORE_WEAK && common.take(count).count() == count,
            levels,
            ..Only::default()
        }
    }

    fn drawn(&self, wish: &SelectionCriteria, seed: u64) -> Vec<QuestionId> {
        let practice = self.workspace.practice(self.now.wall);
        let questions = pick(&practice, wish, &mut DrillRng::new(seed));
        questions.into_iter().map(|question| question.id.clone()).collect()
    }
}

impl<'a> Context<'a> {
    /// The answer to tell to a question: the usual one, unless the company of the next round heard it and another is there.
    pub(in crate::app) fn answer_to_tell(&self, question: &QuestionId) -> Option<&'a Answer> {
        let library = &self.workspace.library;
        let usual = library.answer_for(question, &self.workspace.history)?;
        if self.overview.heard_by(&usual.id).is_none() {
            return Some(usual);
        }
        let fresh = library.answers_to(question);
        let fresh = fresh.filter(|answer| self.overview.heard_by(&answer.id).is_none());
        fresh.max_by_key(|answer| answer.modified).or(Some(usual))
    }
}
