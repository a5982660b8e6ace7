//! Makes the wordings of questions ready for look-ups.

use foldhash::HashMap;

use super::sentence::{said, telling};
use super::vocabulary::standing;
use super::{Wording, Wordings, hash};
use crate::domain::question::Question;

/// The most a word weighs, so that one that a single question has by chance does not outweigh all others.
const HEAVIEST: f64 = 4.5;

/// What is known while questions are read.
#[derive(Default)]
struct Reading {
    wordings: Wordings,
    /// The number of every word met.
    met: HashMap<String, u32>,
    /// The words met, a line each, with their numbers, in the order they were met.
    words: String,
    numbers: Vec<u32>,
    /// The numbers of each wording that tell something, one wording after the other.
    telling: Vec<u32>,
}

impl Wordings {
    /// Reads all questions once; a look-up then touches only those that share a word.
    pub fn new<'a>(questions: impl IntoIterator<Item = &'a Question>) -> Wordings {
        let mut reading = Reading::default();
        for (place, question) in questions.into_iter().enumerate() {
            reading.wordings.common.push(question.common);
            let before = reading.wordings.all.len();
            for (n, text) in question.wordings().enumerate() {
                reading.add(place as u32, n, text);
            }
            let wordings = reading.wordings.all.len() - before;
            reading.wordings.sizes.push(wordings as u32);
        }
        reading.sort();
        reading.weigh();
        Wordings {
            words: reading.words.into(),
            numbers: reading.numbers.into(),
            ..reading.wordings
        }
    }
}

impl Reading {
    /// The n-th wording of a question, from 0 for the prompt.
    fn add(&mut self, question: u32, n: usize, text: &str) {
        let said = said(text);
        let mut numbers: Vec<u32> = telling(&said).map(|word| self.number(word)).collect();
        if numbers.is_empty() {
            numbers = said.iter().map(|word| self.number(word)).collect();
        }
        numbers.sort_unstable();
        numbers.dedup();
        self.know_exactly(&said, n == 0);
        self.wordings.all.push(Wording {
            question,
            also: n.checked_sub(1).map(|n| u16::try_from(n).unwrap_or(u16::MAX)),
            words: u16::try_from(numbers.len()).unwrap_or(u16::MAX),
            weight: 0.0,
        });
        self.telling.extend(numbers);
    }

    /// The number of a word; one that stands for none met before gets the next.
    fn number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.met.get(word) {
            return *number;
        }
        let next = self.wordings.roots.len() as u32;
        let number = *self.wordings.roots.entry(hash(standing(word))).or_insert(next);
        self.met.insert(word.to_owned(), number);
        self.words.push_str(word);
        self.words.push('\n');
        self.numbers.push(number);
        number
    }

    /// Keeps the exact words; a prompt stays before another wording, and the first of two stays.
    fn know_exactly(&mut self, said: &[String], prompt: bool) {
        let all = &self.wordings.all;
        let place = all.len() as u32;
        let known = self.wordings.exact.entry(hash(said)).or_insert(place);
        if prompt && all.get(*known as usize).is_some_and(|known| known.also.is_some()) {
            *known = place;
        }
    }

    /// The numbers of each wording.
    fn each<'r>(all: &'r [Wording], telling: &'r [u32]) -> impl Iterator<Item = &'r [u32]> {
        let mut rest = telling;
        all.iter().map(move |wording| {
            let (numbers, after) = rest.split_at(usize::from(wording.words).min(rest.len()));
            rest = after;
            numbers
        })
    }

    /// Puts the wordings that have a number side by side.
    fn sort(&mut self) {
        let mut starts = vec![0_u32; self.wordings.roots.len() + 1];
        for number in &self.telling {
            starts[*number as usize + 1] += 1;
        }
        for n in 1..starts.len() {
            starts[n] += starts[n - 1];
        }
        let mut next = starts.clone();
        let mut having = vec![0_u32; self.telling.len()];
        for (place, numbers) in Reading::each(&self.wordings.all, &self.telling).enumerate() {
            for number in numbers {
                let at = &mut next[*number as usize];
                having[*at as usize] = place as u32;
                *at += 1;
            }
        }
        self.wordings.starts = starts.into();
        self.wordings.having = having.into();
    }

    fn weigh(&mut self) {
        let wordings = &mut self.wordings;
        let questions = wordings.common.len() as f64;
        let weight = |number: u32| {
            let same = |a: &u32, b: &u32| wordings.question_of(*a) == wordings.question_of(*b);
            let with = wordings.having(number).chunk_by(same).count();
            (1.0 + questions / with.max(1) as f64).ln().min(HEAVIEST)
        };
        let weights: Box<[f64]> = (0..wordings.roots.len() as u32).map(weight).collect();
        let sums: Vec<f64> = Reading::each(&wordings.all, &self.telling)
            .map(|numbers| numbers.iter().map(|number| weights[*number as usize]).sum())
            .collect();
        for (wording, sum) in wordings.all.iter_mut().zip(sums) {
            wording.weight = sum;
        }
        wordings.weights = weights;
    }
}
