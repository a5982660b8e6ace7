//! Which questions a day takes.

use fsrs::FSRS;
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::material::{Card, Material, Place, Untold};
use super::terms::{Constraints, Day, DayKind, FORTNIGHT, number};
use crate::domain::category::Category;
use crate::domain::memory::Memory;
use crate::domain::memory::review::{Grade, Review};
use crate::domain::progress::evidence::Evidence;
use crate::domain::progress::selection::apart;
use crate::domain::question::Question;

/// The share of the days that were left after which a question that went well may be told again (Cepeda and others,
/// 2008: a fifth to two fifths serve best).
const GAP: f64 = 0.2;
/// The recall worth having two weeks before the date, and on the day itself.
const RETENTION: (f64, f64) = (0.8, 0.95);
/// What went froze or rough takes this part of a day at the most, at least one: the rest is kept for what is new.
const COMEBACKS: usize = 3;
/// Of the worst, how many are told on the evening before.
const WORST: usize = 2;

/// What telling a question gains, and its place in its category.
type Gain = (f64, usize);

/// One day to come, seen from today.
pub(super) struct Ahead<'a> {
    practice: &'a Evidence<'a>,
    model: &'a FSRS,
    terms: Constraints,
    day: i32,
}

impl<'a> Ahead<'a> {
    pub(super) fn new(practice: &'a Evidence<'a>, model: &'a FSRS, terms: Constraints, day: i32) -> Ahead<'a> {
        Ahead {
            practice,
            model,
            terms,
            day,
        }
    }

    /// The day with what it holds; what it takes is told then, and went well.
    pub(super) fn planned(&self, material: &mut Material<'a>) -> Day {
        let kind = self.terms.kind(self.day);
        let mut chosen: Vec<&Question> = Vec::new();
        match kind {
            DayKind::Practice => {
                let (room, owed) = (self.terms.room(self.day), self.owed(material.untold.len()));
                let (back, untold) = (self.comebacks(material), self.untold(material));
                let for_back = room.saturating_sub(owed).min(room.div_ceil(COMEBACKS));
                self.take(material, &mut chosen, back, for_back);
                let with_owed = (chosen.len() + owed).min(room);
                self.take(material, &mut chosen, untold, with_owed);
                self.share_out(material, &mut chosen, room);
            }
            DayKind::Eve => self.eve(material, &mut chosen),
            DayKind::Off => {}
            DayKind::Interview => {
                let room = self.terms.room(self.day);
                let strongest = material.strongest();
                self.take(material, &mut chosen, strongest, room);
            }
        }
        let questions = apart(chosen);
        Day {
            date: self.terms.today.saturating_add(self.day.days()),
            kind,
            minutes: (questions.len() * self.terms.each).div_ceil(60),
            categories: counted(&questions),
            questions: questions.into_iter().map(|question| question.id.clone()).collect(),
        }
    }

    /// Takes what may be told that day, in this order, until so many are chosen.
    fn take(&self, material: &mut Material<'a>, chosen: &mut Vec<&'a Question>, places: Vec<Place>, until: usize) {
        for place in places {
            if chosen.len() >= until {
                break;
            }
            if self.is_free(material.card(place)) {
                self.tell(material, chosen, place);
            }
        }
    }

    fn tell(&self, material: &mut Material<'a>, chosen: &mut Vec<&'a Question>, (group, card): Place) {
        material.untold.retain(|untold| !untold.places.contains(&(group, card)));
        let group = &mut material.groups[group];
        group.planned += 1;
        let card = &mut group.cards[card];
        card.memory = self.told(card);
        card.told = true;
        card.poor = false;
        card.ready += (1.0 - card.ready) / 2.0;
        chosen.push(card.question);
    }

    /// What went froze or rough last time, what gains most first.
    fn comebacks(&self, material: &Material) -> Vec<Place> {
        let claim = |place: Place| material.groups[place.0].wanted * self.gain(material.card(place));
        let poor = material.places().filter(|place| material.card(*place).poor);
        let mut poor: Vec<(f64, Place)> = poor.map(|place| (claim(place), place)).collect();
        poor.sort_by(|a, b| b.0.total_cmp(&a.0));
        poor.into_iter().map(|(_, place)| place).collect()
    }

    /// A question for each finished answer that was never told, those of the category wanted most first.
    fn untold(&self, material: &Material) -> Vec<Place> {
        let first = |untold: &Untold| {
            let free = untold
                .places
                .iter()
                .filter(|place| self.is_free(material.card(**place)));
            free.copied()
                .max_by(|a, b| material.card(*a).drawn.total_cmp(&material.card(*b).drawn))
        };
        material.untold.iter().filter_map(first).collect()
    }

    /// How many of so many answers that day has to take for all to be told before the date: its share of the days, and
    /// what the days after it have no room for.
    fn owed(&self, untold: usize) -> usize {
        let end = self.end() - number(self.terms.today);
        let later: usize = (self.day + 1..end).map(|day| self.terms.room(day)).sum();
        let share = untold.div_ceil((end - self.day).max(1) as usize);
        share.max(untold.saturating_sub(later))
    }

    /// Gives the places that are left to the categories: each time to the one where telling a question gains most, weighed
    /// by how much is wanted of the category beside what the plan and that day hold of it.
    fn share_out(&self, material: &mut Material<'a>, chosen: &mut Vec<&'a Question>, room: usize) {
        let mut due: Vec<Vec<Gain>> = material.groups.iter().map(|group| self.due(&group.cards)).collect();
        while chosen.len() < room {
            let mut turn: Option<(f64, Place)> = None;
            for (place, group) in material.groups.iter().enumerate() {
                let Some((gain, card)) = due[place].last() else {
                    continue;
                };
                let today = chosen
                    .iter()
                    .filter(|question| question.category == group.category)
                    .count();
                let claim = group.wanted * gain / (1 + 2 * (group.planned + today)) as f64;
                if turn.is_none_or(|(most, _)| claim > most) {
                    turn = Some((claim, (place, *card)));
                }
            }
            let Some((_, place)) = turn else { break };
            due[place.0].pop();
            self.tell(material, chosen, place);
        }
    }

    /// The questions of a category that may be told that day, what gains most last, the first of equals.
    fn due(&self, cards: &[Card]) -> Vec<Gain> {
        let places = (0..cards.len()).filter(|place| self.is_due(&cards[*place]));
        let mut due: Vec<Gain> = places.map(|place| (self.gain(&cards[place]), place)).collect();
        due.sort_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        due
    }

    /// What telling a question that day gains: what is missing of it as often as it is asked, times how much more of it is
    /// remembered on the day of the interview for having been told.
    fn gain(&self, card: &Card) -> f64 {
        let recall = |memory: Option<&Memory>| {
            memory.map_or(0.0, |memory| {
                memory.recall(self.practice.history.pace(), self.horizon())
            })
        };
        let more = recall(self.told(card).as_ref()) - recall(card.memory.as_ref());
        card.worth() * more.max(0.0)
    }

    /// What is remembered of a question once it was told that day and went well.
    fn told(&self, card: &Card) -> Option<Memory> {
        let review = Review {
            t: self.at(self.day),
            day: self.number(),
            grade: Grade::Good,
        };
        Memory::after(card.memory.as_ref(), review, self.model)
    }

    /// The evening before: answers that would else go untold, the worst two, then answers of one's own. Where nothing was
    /// ever told and nothing is written, two of the questions everybody is asked.
    fn eve(&self, material: &mut Material<'a>, chosen: &mut Vec<&'a Question>) {
        let room = self.terms.room(self.day);
        let untold = self.untold(material);
        self.take(material, chosen, untold, room);
        let mut told: Vec<Place> = material.places().filter(|place| material.card(*place).told).collect();
        told.sort_by(|a, b| material.card(*a).ready.total_cmp(&material.card(*b).ready));
        let own = told
            .iter()
            .filter(|place| material.card(**place).answered)
            .copied()
            .collect();
        let with_worst = (chosen.len() + WORST).min(room);
        self.take(material, chosen, told.clone(), with_worst);
        self.take(material, chosen, own, room);
        if chosen.is_empty() && told.is_empty() {
            self.share_out(material, chosen, room.min(WORST));
        }
    }

    /// Whether a question was not told that day already.
    fn is_free(&self, card: &Card) -> bool {
        card.memory
            .as_ref()
            .is_none_or(|memory| memory.last().day < self.number())
    }

    /// Whether anything of a category could be told that day, on a day of practice.
    pub(super) fn has_use_for(&self, cards: &[Card]) -> bool {
        self.terms.kind(self.day) == DayKind::Practice && cards.iter().any(|card| self.is_due(card))
    }

    /// Whether a question that is shared out may be told that day: not too soon after the last time, and not for nothing.
    fn is_due(&self, card: &Card) -> bool {
        card.memory.as_ref().is_none_or(|memory| {
            let last = memory.last().day;
            let gap = f64::from(self.number() - last);
            let kept = memory.recall(self.practice.history.pace(), self.horizon());
            gap >= 1.0 && gap >= (GAP * self.left(last)).floor() && (card.poor || kept < self.retention())
        })
    }

    /// The days that were left on a day, two weeks at the most.
    fn left(&self, number: i32) -> f64 {
        f64::from((self.end() - number).clamp(1, FORTNIGHT))
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
    pub(super) fn retention(&self) -> f64 {
        let left = f64::from(self.end() - self.number()) / f64::from(FORTNIGHT);
        RETENTION.1 + (RETENTION.0 - RETENTION.1) * left.clamp(0.0, 1.0)
    }
}

/// The categories of some questions with how many of each, in the order they come up.
fn counted(questions: &[&Question]) -> Vec<(Category, usize)> {
    let mut counted: Vec<(Category, usize)> = Vec::new();
    for question in questions {
        match counted.iter_mut().find(|(category, _)| *category == question.category) {
            Some((_, count)) => *count += 1,
            None => counted.push((question.category, 1)),
        }
    }
    counted
}
