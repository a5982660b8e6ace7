//! The plan as it was before readiness: the eight categories that need most, each question by what telling it adds to
//! the recall of its category. It knows neither common questions nor written answers beyond counting two of them.

use std::cmp::Reverse;
use std::collections::HashMap;

use fsrs::FSRS;
use greenroom::domain::category::Category;
use greenroom::domain::clock::age_days;
use greenroom::domain::id::QuestionId;
use greenroom::domain::memory::Memory;
use greenroom::domain::memory::review::{Grade, Review};
use greenroom::domain::progress::evidence::Evidence;
use greenroom::domain::progress::schedule::Constraints;
use greenroom::domain::question::Question;
use greenroom::domain::rating::Rating;
use jiff::{SignedDuration, Timestamp};

const WEAK: f64 = 0.6;
const CATEGORIES: usize = 8;
const FORTNIGHT: i32 = 14;
const RECALLS: usize = 5;
const BEYOND: f64 = 0.3;

struct Card<'a> {
    question: &'a Question,
    memory: Option<Memory>,
    poor: bool,
}

struct Group<'a> {
    category: Category,
    need: f64,
    last: Option<i32>,
    cards: Vec<Card<'a>>,
}

struct Today<'a> {
    practice: &'a Evidence<'a>,
    model: FSRS,
    /// The number of today, and of the day of the interview.
    number: i32,
    end: i32,
}

/// The questions of today.
pub(super) fn todays(practice: &Evidence, terms: Constraints) -> Vec<QuestionId> {
    let number = (practice.now.as_second() / 86_400) as i32;
    let left = terms.days_left().unwrap_or(FORTNIGHT).min(FORTNIGHT);
    let today = Today {
        practice,
        model: practice.history.pace().model(),
        number,
        end: number + left,
    };
    let seconds = terms.minutes as usize * 60 / if left == 1 { 2 } else { 1 };
    let mut groups = today.groups();
    let mut asked: Vec<&Question> = Vec::new();
    while asked.len() < seconds / terms.each {
        let Some((place, card)) = today.turn(&groups, &asked) else {
            break;
        };
        let group = &mut groups[place];
        group.last = Some(number);
        let card = &mut group.cards[card];
        card.memory = today.told(card);
        card.poor = false;
        asked.push(card.question);
    }
    asked.into_iter().map(|question| question.id.clone()).collect()
}

impl<'a> Today<'a> {
    fn groups(&self) -> Vec<Group<'a>> {
        let history = self.practice.history;
        let needs = needs(self.practice);
        let mut groups: Vec<Group> = needs
            .into_iter()
            .map(|(category, need)| Group {
                category,
                need,
                last: None,
                cards: Vec::new(),
            })
            .collect();
        let admitted = self.practice.library.questions().iter();
        for question in admitted.filter(|question| self.practice.settings.admits(question)) {
            if let Some(group) = groups.iter_mut().find(|group| group.category == question.category) {
                let memory = history.memory(&question.id).copied();
                group.last = group.last.max(memory.map(|memory| memory.last().day));
                let last = history.of_question(&question.id).next_back();
                group.cards.push(Card {
                    question,
                    memory,
                    poor: last.is_some_and(|attempt| attempt.rating < Rating::Solid),
                });
            }
        }
        for group in &mut groups {
            // The banks of its time did not begin with what everybody is asked; the order of ids says nothing of that.
            group.cards.sort_by(|a, b| a.question.id.cmp(&b.question.id));
            group.cards.sort_by_cached_key(|card| {
                let recall = history.recall(&card.question.id, self.practice.now);
                let answered = self.practice.library.answers_to(&card.question.id).next().is_some();
                Reverse((card.poor, (recall * 1000.0) as u32, answered))
            });
            group.cards.truncate(2 * RECALLS);
        }
        groups
    }

    fn turn(&self, groups: &[Group], so_far: &[&Question]) -> Option<(usize, usize)> {
        let mut turn = None;
        for (place, group) in groups.iter().enumerate() {
            let Some((card, gain)) = self.best(group) else {
                continue;
            };
            let had = so_far
                .iter()
                .filter(|question| question.category == group.category)
                .count();
            let pressing = group.last.is_none_or(|last| {
                let gap = f64::from(self.number - last);
                gap >= 1.0 && gap >= 0.4 * self.left(last)
            });
            let worth = (pressing, Reverse(had), group.need * gain);
            if turn.as_ref().is_none_or(|(most, _)| worth > *most) {
                turn = Some((worth, (place, card)));
            }
        }
        turn.map(|(_, turn)| turn)
    }

    fn best(&self, group: &Group) -> Option<(usize, f64)> {
        let then = self.horizon();
        let recall = |memory: &Option<Memory>| {
            memory
                .as_ref()
                .map_or(0.0, |memory| memory.recall(self.practice.history.pace(), then))
        };
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
            let gain = (after - kept[place].max(fifth)).max(0.0) + BEYOND * (after - kept[place]).max(0.0);
            if best.is_none_or(|(_, most)| gain > most) {
                best = Some((place, gain));
            }
        }
        best
    }

    fn ready(&self, card: &Card, kept: f64) -> bool {
        card.memory.as_ref().is_none_or(|memory| {
            let last = memory.last().day;
            let gap = f64::from(self.number - last);
            let left = f64::from(self.end - self.number) / f64::from(FORTNIGHT);
            let retention = 0.95 - 0.15 * left.clamp(0.0, 1.0);
            gap >= 1.0 && gap >= (0.2 * self.left(last)).floor() && (card.poor || kept < retention)
        })
    }

    fn left(&self, number: i32) -> f64 {
        f64::from((self.end - number).clamp(1, FORTNIGHT))
    }

    fn told(&self, card: &Card) -> Option<Memory> {
        let review = Review {
            t: self.practice.now,
            day: self.number,
            grade: Grade::Good,
        };
        Memory::after(card.memory.as_ref(), review, &self.model)
    }

    fn horizon(&self) -> Timestamp {
        self.practice.now + SignedDuration::from_hours(24 * i64::from(self.end - self.number))
    }
}

/// The eight categories that need most: what is missing of rating, recall and two answers.
fn needs(practice: &Evidence) -> Vec<(Category, f64)> {
    let mut ratings: HashMap<Category, (f64, f64)> = HashMap::new();
    for attempt in practice.history.attempts() {
        let weight = 0.5_f64.powf(age_days(attempt.t, practice.now) / 14.0);
        let (sum, weights) = ratings.entry(attempt.category).or_insert((4.0, 2.0));
        *sum += weight * f64::from(attempt.rating.number());
        *weights += weight;
    }
    let mut needs: Vec<(Category, f64)> = Vec::new();
    for category in Category::ALL.into_iter().filter(|category| category.scored()) {
        let need = ratings.get(&category).map_or(1.0, |(sum, weights)| {
            let quality = (sum / weights - 1.0) / 3.0;
            let of = practice
                .library
                .questions()
                .iter()
                .filter(|question| question.category == category);
            let mut recalls: Vec<f64> = of
                .map(|question| practice.history.recall(&question.id, practice.now))
                .collect();
            recalls.sort_by(|a, b| b.total_cmp(a));
            let recall = recalls.iter().take(RECALLS).sum::<f64>() / RECALLS as f64;
            let answers = practice.library.finished();
            let answers = answers
                .filter(|answer| practice.library.categories_of(answer).contains(&category))
                .count();
            let covered = 0.5 + 0.5 * (answers as f64 / 2.0).min(1.0);
            (1.0 - quality * recall * covered).clamp(0.0, 1.0)
        });
        needs.push((category, need));
    }
    needs.retain(|(_, need)| *need >= WEAK);
    needs.sort_by(|a, b| b.1.total_cmp(&a.1));
    needs.truncate(CATEGORIES);
    needs
}
