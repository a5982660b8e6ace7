//! What a plan is made of: categories with the questions it may ask, as they will stand on the day looked at.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::history::attempt::Attempt;
use crate::domain::id::AnswerId;
use crate::domain::memory::Memory;
use crate::domain::progress::evidence::Evidence;
use crate::domain::progress::readiness::{Readiness, has_finished, went_well};
use crate::domain::progress::score::method;
use crate::domain::progress::standing::{CategoryStatus, practise_next};
use crate::domain::question::Question;

/// Questions never told that are looked at in each category, of those that are asked most and stand worst.
const NEW: usize = 10;

/// Where a card lies: its category's place, and its own there.
pub(super) type Place = (usize, usize);

/// A question the plan may ask, as it will stand on the day looked at.
pub(super) struct Card<'a> {
    pub(super) question: &'a Question,
    pub(super) memory: Option<Memory>,
    /// Told before, in practice or in the plan.
    pub(super) told: bool,
    /// Rated under solid last time.
    pub(super) poor: bool,
    /// How likely it goes well.
    pub(super) ready: f64,
    /// How often it is asked beside others.
    pub(super) drawn: f64,
    /// There is a finished answer to it.
    pub(super) answered: bool,
}

/// A category with its questions.
pub(super) struct CategoryCards<'a> {
    pub(super) category: Category,
    pub(super) wanted: f64,
    /// How often it was planned so far.
    pub(super) planned: usize,
    pub(super) cards: Vec<Card<'a>>,
}

/// Everything there is to choose from, the categories in the order they are practised.
pub(super) struct Material<'a> {
    pub(super) groups: Vec<CategoryCards<'a>>,
    /// Finished answers never told.
    pub(super) untold: Vec<Untold<'a>>,
}

/// A finished answer that was never told.
pub(super) struct Untold<'a> {
    pub(super) answer: &'a AnswerId,
    /// The questions it could be told for.
    pub(super) places: Vec<Place>,
}

impl Card<'_> {
    /// What telling it is worth beside others of its category: how often it is asked, times what is missing.
    pub(super) fn worth(&self) -> f64 {
        self.drawn * (1.0 - self.ready)
    }
}

impl<'a> Material<'a> {
    pub(super) fn of(practice: &'a Evidence<'a>, standings: &[CategoryStatus]) -> Material<'a> {
        let mut groups: Vec<CategoryCards> = practise_next(standings)
            .into_iter()
            .map(|standing| CategoryCards {
                category: standing.category,
                wanted: standing.wanted(),
                planned: 0,
                cards: Vec::new(),
            })
            .collect();
        let readiness = Readiness::of(practice, method(practice.history));
        let admitted = practice.library.questions().iter();
        for question in admitted.filter(|question| practice.settings.admits(question)) {
            if let Some(group) = groups.iter_mut().find(|group| group.category == question.category) {
                group.cards.push(card(practice, &readiness, question));
            }
        }
        for group in &mut groups {
            group.keep_the_worthiest();
        }
        let untold = untold(practice, &groups);
        Material { groups, untold }
    }

    /// The card at a place.
    pub(super) fn card(&self, (group, card): Place) -> &Card<'a> {
        &self.groups[group].cards[card]
    }

    /// All places of cards, those of the category wanted most first.
    pub(super) fn places(&self) -> impl Iterator<Item = Place> {
        let groups = self.groups.iter().enumerate();
        groups.flat_map(|(group, found)| (0..found.cards.len()).map(move |card| (group, card)))
    }

    /// What was told and goes best, one of each category first.
    pub(super) fn strongest(&self) -> Vec<Place> {
        let mut told: Vec<Place> = self.places().filter(|place| self.card(*place).told).collect();
        told.sort_by_key(|place| {
            let card = self.card(*place);
            (card.poor, Reverse((card.ready * 1e6) as u64))
        });
        let mut seen: Vec<usize> = Vec::new();
        let (first, rest): (Vec<Place>, Vec<Place>) = told.into_iter().partition(|(group, _)| {
            let new = !seen.contains(group);
            seen.push(*group);
            new
        });
        first.into_iter().chain(rest).collect()
    }
}

impl CategoryCards<'_> {
    /// Leaves what was told or has an answer, and the first few of the others.
    fn keep_the_worthiest(&mut self) {
        let mut new: Vec<(Reverse<u64>, usize)> = Vec::new();
        for (place, card) in self.cards.iter().enumerate() {
            if !card.told && !card.answered {
                // Millionths, since no order is wanted beyond them.
                new.push((Reverse((card.worth() * 1e6) as u64), place));
            }
        }
        new.sort_unstable();
        let dropped: HashSet<usize> = new.into_iter().skip(NEW).map(|(_, place)| place).collect();
        let mut place = 0;
        self.cards.retain(|_| {
            place += 1;
            !dropped.contains(&(place - 1))
        });
    }
}

fn card<'a>(practice: &Evidence, readiness: &Readiness, question: &'a Question) -> Card<'a> {
    let last = practice.history.of_question(&question.id).next_back();
    Card {
        question,
        memory: practice.history.memory(&question.id).copied(),
        told: last.is_some(),
        poor: last.is_some_and(|attempt| !went_well(attempt)),
        ready: readiness.of_question(question),
        drawn: readiness.drawn(question),
        answered: has_finished(practice.library, question),
    }
}

/// The finished answers that were never told. One whose questions were all told with another is not waited for.
fn untold<'a>(practice: &Evidence<'a>, groups: &[CategoryCards]) -> Vec<Untold<'a>> {
    let told = practice.history.attempts();
    let told: HashSet<&AnswerId> = told.filter_map(|attempt: &Attempt| attempt.answer.as_ref()).collect();
    let places = |answer: &Answer| -> Vec<Place> {
        let mut places = Vec::new();
        for (group, found) in groups.iter().enumerate() {
            for (card, found) in found.cards.iter().enumerate() {
                if !found.told && answer.questions.contains(&found.question.id) {
                    places.push((group, card));
                }
            }
        }
        places
    };
    let never_told = practice.library.finished().filter(|answer| !told.contains(&answer.id));
    let mut untold: Vec<Untold> = never_told
        .map(|answer| Untold {
            answer: &answer.id,
            places: places(answer),
        })
        .filter(|untold| !untold.places.is_empty())
        .collect();
    untold.sort_by_key(|untold| untold.places[0]);
    untold
}
