//! Which question a sentence means, by its words against the prompts and the other wordings of the questions.
//!
//! Case, marks and endings do not count, and words that interviewers use for one another are one. A
//! question is the surer, first, if the sentence is its prompt or one of its other wordings word for word; else by how
//! much the two share. A word weighs the more the fewer questions have it, up to a bound: ln(1 + questions / questions
//! with it), where one that has few of the wordings with it hardly counts. What stands beside the part that asks weighs
//! half: it leads up to it, or asks for more (*How did you handle it?*). A word
//! nobody knows is taken for one that it is a slip of the pen away from.
//!
//! Likeness, from 0 to 1, is one half what the sentence and the likest wording share over the mean of what each says
//! (Dice), and the other half how much of the sentence the wordings of the question say between them, where a word that
//! n of them have counts n / (n + 1). So one chance word in one wording does not carry a question. Likeness tells whether
//! a question may be meant. Which comes first goes by the same two, two to three, where a word counts the less the more of
//! all wordings have it: p / (p + 0.3 q), where p of the wordings of this question and q of all have it; and small words
//! tell a little by how they ask.

use foldhash::fast::FixedState;
use foldhash::{HashMap, HashMapExt};
use std::cmp::Reverse;
use std::hash::{BuildHasher, Hash};

use sentence::{parts, said, small, telling};
use vocabulary::standing;

pub mod later;
mod reading;
pub mod sentence;
mod slip;
mod vocabulary;

/// The part of likeness that goes by the likest wording; the rest goes by all wordings of the question together.
const BY_ONE: f64 = 0.5;

/// The same for the order.
const ORDER_BY_ONE: f64 = 0.4;

/// How much of its share of all wordings is held against the share of a word in those of a question.
const OF_ALL: f64 = 0.3;

/// From this likeness on two wordings mean the same question: of real wordings at least this like, some 19 in 20 do.
const NEAR: f64 = 0.66;

/// The same where they share a single word: then the wording says little else.
const NEAR_BY_A_WORD: f64 = 0.75;

/// The share of what the order goes by from which on the next question may as well be meant.
const AS_LIKELY: f64 = 0.9;

/// What a word weighs that no question has. It tells that something else is meant, not what.
const UNKNOWN: f64 = 3.0;

/// What words beside the part that asks weigh.
const LATER: f64 = 0.5;

/// What small words weigh. *Why did you* and *how do you* tell which of two questions about the same thing is meant.
const SMALL: f64 = 0.2;

/// A word that more wordings than this have, and more than one in twenty of all, is passed over beside others: it tells
/// next to nothing, and walking all that have it would cost the most.
const MANY: usize = 2000;

/// Characters of a sentence that are read: no question is longer.
const READ: usize = 2000;

/// Letters from which on the last word may be the beginning of one.
const BEGUN: usize = 3;

/// How sure it is that a question is meant, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// It is the prompt, word for word.
    Prompt,
    /// It is one of the other wordings, word for word.
    Also,
    /// It is nearly one of them.
    Near,
    /// It shares words with one of them.
    Alike,
}

impl Sure {
    /// Whether the question may be taken for the one that is meant without asking.
    pub fn enough(self) -> bool {
        self <= Sure::Near
    }
}

/// A question that may be meant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Meant {
    /// Its place among the questions.
    pub place: usize,
    /// How sure that is.
    pub sure: Sure,
    /// How like it is, from 0 to 1.
    pub likeness: f64,
    /// What the order goes by, from 0 to 1.
    pub order: f64,
    /// How like the likest wording is by itself, from 0 to 1.
    pub alike: f64,
    /// The words that tell something which the sentence and the likest wording share.
    pub shared: usize,
    /// The likest wording, where it is not the prompt, by its place among the other wordings.
    pub also: Option<usize>,
}

impl Meant {
    /// Whether a question that comes after another may as well be meant: it is about as like, and the other is not it word
    /// for word.
    pub fn as_likely_as(&self, first: &Meant) -> bool {
        first.sure == Sure::Near && self.sure.enough() && self.order >= AS_LIKELY * first.order
    }
}

/// The wordings of all questions, made ready for many look-ups. It is kept small, since it stays as long as they do.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wordings {
    /// The number of each root, by its hash.
    roots: HashMap<u64, u32>,
    /// Every word there is, a line each, and its number; those that stand for one another have the same.
    words: Box<str>,
    numbers: Box<[u32]>,
    /// How much each number weighs.
    weights: Box<[f64]>,
    /// The wordings that have each number, those of number n from `starts[n]` to `starts[n + 1]`, in order.
    having: Box<[u32]>,
    starts: Box<[u32]>,
    /// The wordings, those of a question side by side, the prompt first.
    all: Vec<Wording>,
    /// Every wording word for word, as the hash of its words.
    exact: HashMap<u64, u32>,
    common: Vec<bool>,
    /// How many wordings each question has.
    sizes: Vec<u32>,
}

#[derive(Clone, Debug, PartialEq)]
struct Wording {
    question: u32,
    /// Its place among the other wordings; none: it is the prompt.
    also: Option<u16>,
    /// Its words, and how many of them tell something.
    words: u16,
    telling: u16,
    /// What those that tell something weigh, and what the small ones do.
    weight: f64,
    small: f64,
}

impl Wordings {
    /// How many words of a sentence tell something.
    pub fn telling(sentence: &str) -> usize {
        let said = said(sentence);
        let mut words: Vec<&str> = telling(&said).collect();
        words.sort_unstable();
        words.dedup();
        words.len()
    }

    /// The questions a sentence may mean, the likeliest first, at most so many. Of two that are as like, the one that
    /// everybody is asked is first. A last word that no question has may be the beginning of one, so that a sentence can be
    /// looked up while it is typed.
    pub fn look_up(&self, sentence: &str, most: usize) -> Vec<Meant> {
        let end = sentence.char_indices().nth(READ).map_or(sentence.len(), |(end, _)| end);
        let sentence = &*self.mended(&sentence[..end]);
        let parts = parts(sentence);
        let mut found = self.compared(&self.sought(sentence, &parts));
        let exactly = |text: &&str| self.exact.get(&hash(said(text)));
        if let Some(place) = exactly(&sentence).or_else(|| parts.first().and_then(exactly)) {
            let wording = &self.all[*place as usize];
            let sure = if wording.also.is_none() {
                Sure::Prompt
            } else {
                Sure::Also
            };
            let meant = self.meant(*place, sure, (1.0, 1.0, 1.0), usize::from(wording.telling));
            found.retain(|other| other.place != meant.place);
            found.push(meant);
        }
        let exactly = |meant: &Meant| meant.sure.min(Sure::Near);
        found.sort_by(|a, b| {
            exactly(a)
                .cmp(&exactly(b))
                .then_with(|| b.order.total_cmp(&a.order))
                .then_with(|| self.common[b.place].cmp(&self.common[a.place]))
                .then_with(|| a.place.cmp(&b.place))
        });
        found.truncate(most);
        found
    }

    /// A question by one of its wordings: how like it is, what the order goes by, and how like the wording is by itself.
    fn meant(&self, place: u32, sure: Sure, (likeness, order, alike): (f64, f64, f64), shared: usize) -> Meant {
        let wording = &self.all[place as usize];
        Meant {
            place: wording.question as usize,
            sure,
            likeness,
            order,
            alike,
            shared,
            also: wording.also.map(usize::from),
        }
    }

    /// Every question that shares a word, by the likest of its wordings.
    fn compared(&self, sought: &Sought) -> Vec<Meant> {
        let mut shared: HashMap<u32, Overlap> = HashMap::new();
        let mut said: HashMap<u32, (f64, f64)> = HashMap::new();
        let words = sought.words.iter().map(|(number, part)| (number, part, true));
        for (number, part, tells) in words.chain(sought.small.iter().map(|number| (number, &1.0, false))) {
            let having = self.having(*number);
            if sought.words.len() > 1 && having.len() > MANY && having.len() * 20 > self.all.len() {
                continue;
            }
            let weight = self.weights[*number as usize];
            let usual = OF_ALL * having.len() as f64 / self.all.len() as f64;
            for places in having.chunk_by(|a, b| self.question_of(*a) == self.question_of(*b)) {
                let count = places.len() as f64;
                let question = self.question_of(places[0]);
                if !tells && !said.contains_key(&question) {
                    continue;
                }
                let share = count / f64::from(self.sizes[question as usize]);
                let says = weight * part * count / (count + 1.0);
                let said = said.entry(question).or_default();
                said.0 += if tells { says } else { 0.0 };
                said.1 += says * share / (share + usual);
                for place in places {
                    shared.entry(*place).or_default().add(weight, *part, tells);
                }
            }
        }
        let mut best: HashMap<u32, (f64, u32)> = HashMap::new();
        for (place, shared) in &shared {
            let dice = shared.dice(&self.all[*place as usize], sought, Some(shared.small));
            let best = best.entry(self.question_of(*place)).or_insert((dice, *place));
            if (dice, Reverse(*place)) > (best.0, Reverse(best.1)) {
                *best = (dice, *place);
            }
        }
        let meant = |(question, (dice, place)): (u32, (f64, u32))| {
            let (says, tells) = said[&question];
            let alike = shared[&place].dice(&self.all[place as usize], sought, None);
            let likeness = BY_ONE * alike + (1.0 - BY_ONE) * (says / sought.weight).min(1.0);
            let all = sought.weight + sought.small_weight;
            let order = ORDER_BY_ONE * dice + (1.0 - ORDER_BY_ONE) * (tells / all).min(1.0);
            let words = shared[&place].words;
            let near = if words > 1 { NEAR } else { NEAR_BY_A_WORD };
            let sure = if likeness >= near { Sure::Near } else { Sure::Alike };
            self.meant(place, sure, (likeness, order, alike), words)
        };
        best.into_iter().map(meant).collect()
    }

    fn having(&self, number: u32) -> &[u32] {
        let number = number as usize;
        &self.having[self.starts[number] as usize..self.starts[number + 1] as usize]
    }

    fn question_of(&self, place: u32) -> u32 {
        self.all[place as usize].question
    }

    /// The words of a sentence that tell something; all of them where none does.
    fn sought(&self, sentence: &str, parts: &[&str]) -> Sought {
        let mut sought = Sought::default();
        let whole = said(sentence);
        let begun = whole.last().filter(|_| sentence.ends_with(char::is_alphanumeric));
        let begun = begun.map_or("", String::as_str);
        for (n, part) in parts.iter().enumerate() {
            for word in telling(&said(part)) {
                sought.add(self, word, if n == 0 { 1.0 } else { LATER }, word == begun);
            }
        }
        if sought.weight == 0.0 {
            for word in &whole {
                sought.add(self, word, 1.0, word == begun);
            }
        } else {
            small(&whole).for_each(|word| sought.add_small(self, word));
        }
        sought
    }

    /// The numbers of the words that begin like this one.
    fn begun(&self, word: &str) -> Vec<u32> {
        if word.chars().count() < BEGUN {
            return Vec::new();
        }
        let all = self.words.lines().zip(&self.numbers);
        let begins = all.filter(|(other, _)| other.starts_with(word));
        let mut numbers: Vec<u32> = begins.map(|(_, number)| *number).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }
}

/// What a wording shares with what is looked for.
#[derive(Default)]
struct Overlap {
    weight: f64,
    /// What its words lose of their weight because the sentence says them later.
    lost: f64,
    small: f64,
    words: usize,
}

impl Overlap {
    fn add(&mut self, weight: f64, part: f64, tells: bool) {
        if tells {
            self.weight += weight * part;
            self.lost += weight * (1.0 - part);
            self.words += 1;
        } else {
            self.small += weight;
        }
    }

    /// What is shared over the mean of what the wording and the sentence say, at most 1; with small words where they count.
    fn dice(&self, wording: &Wording, sought: &Sought, small: Option<f64>) -> f64 {
        let besides = small.map_or(0.0, |_| wording.small + sought.small_weight);
        let says = wording.weight - self.lost + sought.weight + besides;
        (2.0 * (self.weight + small.unwrap_or_default()) / says).min(1.0)
    }
}

/// What is looked for.
#[derive(Default)]
struct Sought {
    /// The words, and how much of their weight counts.
    words: Vec<(u32, f64)>,
    /// The small words, and what they weigh.
    small: Vec<u32>,
    small_weight: f64,
    /// Words that no question has.
    unknown: Vec<String>,
    /// What all of them but the small ones weigh.
    weight: f64,
}

impl Sought {
    fn add(&mut self, wordings: &Wordings, word: &str, part: f64, last: bool) {
        if let Some(number) = wordings.roots.get(&hash(standing(word))) {
            return self.add_known(wordings, &[*number], part);
        }
        let begun = if last { wordings.begun(word) } else { Vec::new() };
        if !begun.is_empty() {
            self.add_known(wordings, &begun, part);
        } else if !self.unknown.iter().any(|known| known == word) {
            self.unknown.push(word.to_owned());
            self.weight += UNKNOWN * part;
        }
    }

    fn add_small(&mut self, wordings: &Wordings, word: &str) {
        let known = wordings.roots.get(&small_hash(word));
        if let Some(number) = known.filter(|number| !self.small.contains(number)) {
            self.small.push(*number);
            self.small_weight += wordings.weights[*number as usize];
        }
    }

    /// Adds words of which the sentence means one.
    fn add_known(&mut self, wordings: &Wordings, numbers: &[u32], part: f64) {
        let fresh = |number: &&u32| !self.words.iter().any(|(known, _)| known == *number);
        let fresh: Vec<u32> = numbers.iter().filter(fresh).copied().collect();
        let heaviest = fresh.iter().map(|number| wordings.weights[*number as usize]);
        self.weight += part * heaviest.fold(0.0, f64::max);
        self.words.extend(fresh.into_iter().map(|number| (number, part)));
    }
}

/// A small word is none of those that tell something, though it be the same.
fn small_hash(word: &str) -> u64 {
    hash((standing(word), "small"))
}

/// The same in every run, so that the place of a collision, were there one, is too.
fn hash(of: impl Hash) -> u64 {
    FixedState::default().hash_one(of)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
