//! Makes the wordings of questions ready for look-ups.

use foldhash::{HashMap, HashSet};

use super::sentence::{said, small, telling};
use super::vocabulary::standing;
use super::{SMALL, Wording, Wordings, hash, small_hash};
use crate::domain::question::Question;

/// The most a word weighs, so that one that a single question has by chance does not outweigh all others.
const HEAVIEST: f64 = 4.5;

/// What is known while questions are read.
#[derive(Default)]
struct Reading {
    wordings: Wordings,
    /// The number of every word met.
    met: HashMap<String, u32>,
    /// The number of every small word.
    small: HashMap<String, u32>,
    /// The words met, a line each, with their numbers, in the order they were met.
    words: String,
    numbers: Vec<u32>,
    /// The numbers of each wording, those that tell something first, one wording after the other.
    each: Vec<u32>,
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

    /// How many questions have a word, by how its wordings are spread over them: one that has most of them counts almost
    /// alone.
    fn spread(&self, number: u32) -> f64 {
        let having = self.having(number);
        let same = |a: &u32, b: &u32| self.question_of(*a) == self.question_of(*b);
        let shares = having
            .chunk_by(same)
            .map(|places| places.len() as f64 / having.len() as f64);
        (-shares.map(|share| share * share.ln()).sum::<f64>()).exp()
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
        let tell = numbers.len();
        for word in small(&said) {
            let number = self.small_number(word);
            if !numbers[tell..].contains(&number) {
                numbers.push(number);
            }
        }
        self.know_exactly(&said, n == 0);
        self.wordings.all.push(Wording {
            question,
            also: n.checked_sub(1).map(|n| u16::try_from(n).unwrap_or(u16::MAX)),
            words: u16::try_from(numbers.len()).unwrap_or(u16::MAX),
            telling: u16::try_from(tell).unwrap_or(u16::MAX),
            weight: 0.0,
            small: 0.0,
        });
        self.each.extend(numbers);
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

    /// The same for a small word.
    fn small_number(&mut self, word: &str) -> u32 {
        if let Some(number) = self.small.get(word) {
            return *number;
        }
        let next = self.wordings.roots.len() as u32;
        let number = *self.wordings.roots.entry(small_hash(word)).or_insert(next);
        self.small.insert(word.to_owned(), number);
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
        for number in &self.each {
            starts[*number as usize + 1] += 1;
        }
        for n in 1..starts.len() {
            starts[n] += starts[n - 1];
        }
        let mut next = starts.clone();
        let mut having = vec![0_u32; self.each.len()];
        for (place, numbers) in Reading::each(&self.wordings.all, &self.each).enumerate() {
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
        let mut weights: Box<[f64]> = (0..wordings.roots.len() as u32)
            .map(|number| (1.0 + questions / wordings.spread(number)).ln().min(HEAVIEST))
            .collect();
        for number in self.small.values().collect::<HashSet<_>>() {
            weights[*number as usize] *= SMALL;
        }
        let telling: Vec<usize> = wordings
            .all
            .iter()
            .map(|wording| usize::from(wording.telling))
            .collect();
        let sum = |numbers: &[u32]| numbers.iter().map(|number| weights[*number as usize]).sum();
        let sums: Vec<(f64, f64)> = Reading::each(&wordings.all, &self.each)
            .zip(telling)
            .map(|(numbers, telling)| (sum(&numbers[..telling]), sum(&numbers[telling..])))
            .collect();
        for (wording, (telling, small)) in wordings.all.iter_mut().zip(sums) {
            (wording.weight, wording.small) = (telling, small);
        }
        wordings.weights = weights;
    }
}
