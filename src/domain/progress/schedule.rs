//! What to practise on which day, up to the interview or for the week ahead.
//!
//! Nothing of it is kept: it is worked out anew from the history each time, so it is as true on the day after a skipped
//! day as on the day after a good one.

use std::cmp::Reverse;
use std::collections::HashSet;

use fsrs::FSRS;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use super::evidence::Practice;
use super::need::{RECALLS, Standing, first_to_try};
use super::selection::apart;
use crate::domain::category::Category;
use crate::domain::days;
use crate::domain::id::QuestionId;
use crate::domain::memory::Memory;
use crate::domain::memory::review::Grade;
use crate::domain::memory::review::Review;
use crate::domain::question::Question;
use crate::domain::rating::Rating;

/// The need from which on a category is weak here.
const WEAK: f64 = 0.6;
/// Weak categories in one plan.
const CATEGORIES: usize = 8;
/// Days looked ahead at the most, and the days for which the gaps hold: two weeks.
const FORTNIGHT: i32 = 14;
/// Days planned where there is no interview.
const WEEK: i32 = 7;
/// Questions of a weak category that are looked at.
const CARDS: usize = 2 * RECALLS;
/// The shares of the days that were left after which a question may be told again, and a category comes up again: the
/// gaps that serve best for a date so near (Cepeda and others, 2008).
const GAPS: (f64, f64) = (0.2, 0.4);
/// What recall beyond the best five is worth beside that among them.
const BEYOND: f64 = 0.3;
/// The recall worth having two weeks before the date, and on the day itself.
const RETENTION: (f64, f64) = (0.8, 0.95);

/// What a plan keeps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The local day.
    pub today: Date,
    /// The day of the interview; none, or a day that is past: the week ahead.
    pub date: Option<Date>,
    /// Minutes a day at the most.
    pub minutes: u32,
    /// Seconds one question takes.
    pub each: usize,
    /// Questions told today already.
    pub told: usize,
}

impl Terms {
    /// Days to the interview, where there is one to come.
    pub fn days_left(&self) -> Option<i32> {
        let days = number(self.date?) - number(self.today);
        (days > 0).then_some(days)
    }

    /// Questions that fit a day: the last before the interview is half a day.
    fn room(&self, day: i32) -> usize {
        let last = self.days_left() == Some(day + 1);
        let seconds = self.minutes as usize * 60 / if last { 2 } else { 1 };
        let told = if day == 0 { self.told } else { 0 };
        (seconds / self.each.max(1)).saturating_sub(told)
    }
}

/// One day of practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub date: Date,
    /// The questions in their order.
    pub questions: Vec<QuestionId>,
    /// Their categories with how many of each, in the order they come up.
    pub categories: Vec<(Category, usize)>,
    /// Minutes it takes.
    pub minutes: usize,
}

/// A plan, from today on, days without practice among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// What it keeps to.
    pub terms: Terms,
    /// The days.
    pub days: Vec<Day>,
    /// The categories it works at, the neediest first.
    pub weak: Vec<Category>,
    /// Of these, the ones no day has room for.
    pub without_room: Vec<Category>,
    /// Weak ones beyond the eight, to come when those are better.
    pub later: Vec<Category>,
}

impl Schedule {
    /// What does not fit, in words; nothing where all does.
    pub fn does_not_fit(&self) -> Vec<String> {
        let said = |what: &str, some: &[Category]| {
            let named: Vec<&str> = some.iter().map(|category| category.id()).collect();
            (!some.is_empty()).then(|| format!("{what}: {}", named.join(", ")))
        };
        let without = said("no place in these days", &self.without_room);
        let later = said("weak too, once these are better", &self.later);
        without.into_iter().chain(later).collect()
    }
}

/// The number of a day, counted from 1970.
fn number(date: Date) -> i32 {
    days::between(jiff::civil::date(1970, 1, 1), date) as i32
}

/// A question the plan may tell, as it will stand on the day looked at.
struct Card<'a> {
    question: &'a Question,
    memory: Option<Memory>,
    /// Rated under solid last time.
    poor: bool,
}

/// A weak category with its questions.
struct Group<'a> {
    category: Category,
    need: f64,
    /// The number of the day it was told last.
    last: Option<i32>,
    cards: Vec<Card<'a>>,
}

/// The plan under these terms.
///
/// Weak is a category with a need of at least .6, the neediest eight; one never tried wants all there is. Place by
/// place it is the turn of the telling that adds most to what will be remembered of its category on the day of the
/// interview, weighed by need; but a category that was not told for two fifths of the days left comes first, and none
/// comes up once more on a day before every other that has something to tell did. A question told before waits for a
/// fifth of the days left, and one that went well and will be remembered is left in peace.
pub fn schedule(practice: &Practice, standings: &[Standing], terms: Terms) -> Schedule {
    let (weak, later) = weak(standings);
    let mut groups = groups(practice, &weak);
    let model = practice.history.pace().model();
    let days = terms.days_left().map_or(WEEK, |left| left.min(FORTNIGHT));
    let ahead = |day| Ahead::new(practice, &model, terms, day);
    let days: Vec<Day> = (0..days).map(|day| ahead(day).planned(&mut groups)).collect();
    let touched: HashSet<Category> = days
        .iter()
        .flat_map(|day| day.categories.iter().map(|(category, _)| *category))
        .collect();
    let weak: Vec<Category> = weak.into_iter().map(|(category, _)| category).collect();
    let untouched = weak.iter().filter(|category| !touched.contains(category));
    Schedule {
        terms,
        without_room: untouched.copied().collect(),
        days,
        weak,
        later,
    }
}

/// What is planned for the first day alone.
pub fn todays(practice: &Practice, standings: &[Standing], terms: Terms) -> Day {
    let mut groups = groups(practice, &weak(standings).0);
    Ahead::new(practice, &practice.history.pace().model(), terms, 0).planned(&mut groups)
}

/// The weak categories with their need, and those beyond the eight. One never tried wants all there is.
fn weak(standings: &[Standing]) -> (Vec<(Category, f64)>, Vec<Category>) {
    let mut weak: Vec<(Category, f64)> = standings
        .iter()
        .map(|standing| (standing.category, standing.need.unwrap_or(1.0)))
        .filter(|(_, need)| *need >= WEAK)
        .collect();
    weak.sort_by_key(|(category, _)| first_to_try(*category));
    weak.sort_by(|a, b| b.1.total_cmp(&a.1));
    let later = weak.split_off(weak.len().min(CATEGORIES));
    (weak, later.into_iter().map(|(category, _)| category).collect())
}

fn groups<'a>(practice: &Practice<'a>, weak: &[(Category, f64)]) -> Vec<Group<'a>> {
    let Practice { library, history, .. } = *practice;
    let mut groups: Vec<Group> = weak
        .iter()
        .map(|(category, need)| Group {
            category: *category,
            need: *need,
            last: None,
            cards: Vec::new(),
        })
        .collect();
    for question in library.questions().iter().filter(|q| practice.settings.admits(q)) {
        if let Some(group) = groups.iter_mut().find(|group| group.category == question.category) {
            let last = history.of_question(&question.id).next_back();
            let memory = history.memory(&question.id).copied();
            group.last = group.last.max(memory.map(|memory| memory.last().day));
            group.cards.push(Card {
                question,
                memory,
                poor: last.is_some_and(|attempt| attempt.rating < Rating::Solid),
            });
        }
    }
    for group in &mut groups {
        group.cards.sort_by_cached_key(|card| {
            let recall = history.recall(&card.question.id, practice.now);
            let answered = library.answers_to(&card.question.id).next().is_some();
            // Thousandths, since no order is wanted beyond them.
            Reverse((card.poor, (recall * 1000.0) as u32, answered))
        });
        group.cards.truncate(CARDS);
    }
    groups
}

/// What makes it the turn of a category, the weightiest first: that it presses, how seldom it came up that day, and what
/// telling it adds.
type Worth = (bool, Reverse<usize>, f64);

/// One day to come, seen from today.
struct Ahead<'a> {
    practice: &'a Practice<'a>,
    model: &'a FSRS,
    terms: Terms,
    day: i32,
}

impl<'a> Ahead<'a> {
    fn new(practice: &'a Practice<'a>, model: &'a FSRS, terms: Terms, day: i32) -> Ahead<'a> {
        Ahead {
            practice,
            model,
            terms,
            day,
        }
    }

    fn planned(&self, groups: &mut [Group<'a>]) -> Day {
        let mut questions: Vec<&Question> = Vec::new();
        while questions.len() < self.terms.room(self.day) {
            let Some((place, card)) = self.turn(groups, &questions) else {
                break;
            };
            let group = &mut groups[place];
            let card = &mut group.cards[card];
            card.memory = self.told(card);
            card.poor = false;
            group.last = Some(self.number());
            questions.push(card.question);
        }
        let questions = apart(questions);
        let mut categories: Vec<(Category, usize)> = Vec::new();
        for question in &questions {
            match categories
                .iter_mut()
                .find(|(category, _)| *category == question.category)
            {
                Some((_, count)) => *count += 1,
                None => categories.push((question.category, 1)),
            }
        }
        Day {
            date: self.terms.today.saturating_add(jiff::Span::new().days(self.day)),
            minutes: (questions.len() * self.terms.each).div_ceil(60),
            questions: questions.into_iter().map(|question| question.id.clone()).collect(),
            categories,
        }
    }

    /// Whose turn it is after what that day has already, and with which question: the first of equals.
    fn turn(&self, groups: &[Group], so_far: &[&Question]) -> Option<(usize, usize)> {
        let mut turn: Option<(Worth, (usize, usize))> = None;
        for (place, group) in groups.iter().enumerate() {
            let Some((card, gain)) = self.best(group) else {
                continue;
            };
            let had = so_far.iter().filter(|question| question.category == group.category);
            let worth = (self.pressing(group), Reverse(had.count()), group.need * gain);
            if turn.is_none_or(|(most, _)| worth > most) {
                turn = Some((worth, (place, card)));
            }
        }
        turn.map(|(_, turn)| turn)
    }

    /// Whether a category was not told for two fifths of the days that were left then.
    fn pressing(&self, group: &Group) -> bool {
        group.last.is_none_or(|last| {
            let gap = f64::from(self.number() - last);
            gap >= 1.0 && gap >= GAPS.1 * self.left(last)
        })
    }

    /// The question of a category whose telling that day adds most to its recall on the day of the interview, and how
    /// much: the sum of the best five, and a little for what lies beyond them.
    fn best(&self, group: &Group) -> Option<(usize, f64)> {
        let (then, pace) = (self.horizon(), self.practice.history.pace());
        let recall = |memory: &Option<Memory>| memory.as_ref().map_or(0.0, |memory| memory.recall(pace, then));
        let kept: Vec<f64> = group.cards.iter().map(|card| recall(&card.memory)).collect();
        let mut sorted = kept.clone();
        sorted.sort_by(|a, b| b.total_cmp(a));
        let fifth = sorted.get(RECALLS - 1).copied().unwrap_or(0.0);
        let mut best: Option<(usize, f64)> = None;
        for (place, card) in group.cards.iter().enumerate() {
            if !self.ready(card, kept[place]) {
                continue;
            }
            let after = recall(&self.told(card));
            // What was among the best five grows; what was not takes the place of the fifth.
            let gain = (after - kept[place].max(fifth)).max(0.0) + BEYOND * (after - kept[place]).max(0.0);
            if best.is_none_or(|(_, most)| gain > most) {
                best = Some((place, gain));
            }
        }
        best
    }

    /// Whether a question may be told that day: not too soon after the last time, and not for nothing.
    fn ready(&self, card: &Card, kept: f64) -> bool {
        card.memory.as_ref().is_none_or(|memory| {
            let last = memory.last().day;
            let gap = f64::from(self.number() - last);
            gap >= 1.0 && gap >= (GAPS.0 * self.left(last)).floor() && (card.poor || kept < self.retention())
        })
    }

    /// The days that were left on a day, two weeks at the most.
    fn left(&self, number: i32) -> f64 {
        f64::from((self.end() - number).clamp(1, FORTNIGHT))
    }

    /// What is remembered of a question after telling it that day, well.
    fn told(&self, card: &Card) -> Option<Memory> {
        let review = Review {
            t: self.at(self.day),
            day: self.number(),
            grade: Grade::Good,
        };
        Memory::after(card.memory.as_ref(), review, self.model)
    }

    fn at(&self, day: i32) -> Timestamp {
        let ahead = SignedDuration::from_hours(24 * i64::from(day));
        self.practice.now.checked_add(ahead).unwrap_or(self.practice.now)
    }

    /// The number of the day looked at.
    fn number(&self) -> i32 {
        number(self.terms.today) + self.day
    }

    /// The number of the day of the interview, or of the one two weeks on.
    fn end(&self) -> i32 {
        let fortnight = self.day + FORTNIGHT;
        let left = self.terms.days_left().map_or(fortnight, |left| left.min(fortnight));
        number(self.terms.today) + left
    }

    fn horizon(&self) -> Timestamp {
        self.at(self.end() - number(self.terms.today))
    }

    /// The recall worth having, which rises as the date nears.
    fn retention(&self) -> f64 {
        let left = f64::from(self.end() - self.number()) / f64::from(FORTNIGHT);
        RETENTION.1 + (RETENTION.0 - RETENTION.1) * left.clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests;
