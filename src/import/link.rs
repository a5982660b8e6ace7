//! Whether a bank already has a question, and which questions of a bank a topic's answer serves.

use std::collections::HashMap;

use super::lines::words::{first_words, stem};
use crate::domain::category::Category;
use crate::domain::id::QuestionId;

/// What a text has to do with a bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Linked {
    /// The bank has this question, in the same words or nearly.
    Same(QuestionId),
    /// Questions that an answer on this topic likely serves, the likeliest first; at most three, often none.
    Serves(Vec<QuestionId>),
}

/// Words that say nothing about what is asked.
const STOP: &str = " a an the and or but of to in on for with at by from as is are was were be been do did does have has had you your yourself me us i my we our it its this that these those \
when where how what why who which there their them they can could would will should about time tell describe give example share explain situation please ever one any some so if not than then into out up \
something someone somebody most more very much think talk walk through case instance say happened happen handle handled work worked working job ";

/// How alike two questions are, in percent of their shared words, to be the same.
const SAME: usize = 86;

/// A bank made ready for many look-ups.
#[derive(Debug)]
pub struct Index<'a> {
    questions: Vec<(&'a QuestionId, Category, usize)>,
    by_stem: HashMap<String, Vec<u32>>,
    by_words: HashMap<String, u32>,
}

impl<'a> Index<'a> {
    /// Reads a bank once; a look-up then touches only questions that share a word.
    pub fn new(bank: &[(&'a QuestionId, &str, Category)]) -> Index<'a> {
        let mut index = Index {
            questions: Vec::with_capacity(bank.len()),
            by_stem: HashMap::new(),
            by_words: HashMap::new(),
        };
        for (n, (id, ask, category)) in bank.iter().enumerate() {
            let n = n as u32;
            let stems = telling(ask);
            index.questions.push((id, *category, stems.len()));
            index.by_words.entry(joined(ask)).or_insert(n);
            for stem in stems {
                index.by_stem.entry(stem).or_default().push(n);
            }
        }
        index
    }

    /// Looks a question or a topic up.
    pub fn link(&self, text: &str, category: Category) -> Linked {
        if let Some((id, _, _)) = self
            .by_words
            .get(&joined(text))
            .and_then(|n| self.questions.get(*n as usize))
        {
            return Linked::Same((*id).clone());
        }
        let stems = telling(text);
        let mut shared: HashMap<u32, (usize, f64)> = HashMap::new();
        for (stem, found) in stems.iter().filter_map(|stem| Some((stem, self.by_stem.get(stem)?))) {
            // A word in a large share of the bank tells nothing, and walking it would cost the most.
            if found.len() > 2000 && found.len() * 20 > self.questions.len() && stems.len() > 1 && !stem.is_empty() {
                continue;
            }
            let rare = (self.questions.len() as f64 / found.len() as f64).ln() + 1.0;
            for n in found {
                let sum = shared.entry(*n).or_default();
                *sum = (sum.0 + 1, sum.1 + rare);
            }
        }
        let alike = |n: u32, count: usize| 200 * count / (stems.len() + self.questions[n as usize].2).max(1);
        let same = shared
            .iter()
            .filter(|(n, (count, _))| *count >= 3 && alike(**n, *count) >= SAME)
            .max_by_key(|(n, (count, _))| (alike(**n, *count), std::cmp::Reverse(**n)));
        if let Some((n, _)) = same {
            return Linked::Same(self.questions[*n as usize].0.clone());
        }
        self.served(&stems, category, &shared)
    }

    /// Questions of the category that hold at least half of the topic's telling words.
    fn served(&self, stems: &[String], category: Category, shared: &HashMap<u32, (usize, f64)>) -> Linked {
        let enough = |count: usize| count * 2 >= stems.len().max(1) && (count >= 2 || stems.len() <= 2);
        let mut found: Vec<(u32, f64)> = shared
            .iter()
            .filter(|(n, (count, _))| {
                category != Category::Unsorted && self.questions[**n as usize].1 == category && enough(*count)
            })
            .map(|(n, (_, weight))| (*n, *weight / (self.questions[*n as usize].2 as f64).sqrt()))
            .collect();
        found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let best = found.first().map_or(0.0, |one| one.1);
        let near = found.into_iter().take(3).filter(|one| one.1 >= best * 0.7);
        Linked::Serves(near.map(|(n, _)| self.questions[n as usize].0.clone()).collect())
    }
}

/// Looks one text up in a bank; for many texts an [`Index`] reads the bank only once.
pub fn link(text: &str, category: Category, bank: &[(&QuestionId, &str, Category)]) -> Linked {
    Index::new(bank).link(text, category)
}

/// All words of a question, so that case, marks and numbering do not count.
fn joined(text: &str) -> String {
    first_words(text, 80).join(" ")
}

/// The stems of the words that tell what is asked, each once.
fn telling(text: &str) -> Vec<String> {
    let mut stems: Vec<String> = first_words(text, 80)
        .iter()
        .filter(|word| !STOP.contains(&format!(" {word} ")))
        .map(|word| stem(word))
        .collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(text: &str, category: Category) -> Linked {
        let ids: Vec<QuestionId> = ["storm", "mast", "crew", "sleep"]
            .iter()
            .map(QuestionId::from)
            .collect();
        let bank = [
            (
                &ids[0],
                "Tell me about a storm that broke your plan for the voyage.",
                Category::Failure,
            ),
            (
                &ids[1],
                "Describe a time you climbed a mast against advice.",
                Category::Conflict,
            ),
            (
                &ids[2],
                "How do you settle a quarrel between two crews?",
                Category::Conflict,
            ),
            (&ids[3], "When did you last sleep on watch?", Category::Failure),
        ];
        link(text, category, &bank)
    }

    #[test]
    fn nearly_the_same_words_are_the_same_question() {
        assert_eq!(
            linked(
                "tell me about a storm that broke your plan for the voyage",
                Category::Unsorted
            ),
            Linked::Same("storm".into())
        );
        assert_eq!(
            linked(
                "3. Tell us about the storms that broke your plans for a voyage?",
                Category::Failure
            ),
            Linked::Same("storm".into())
        );
    }

    #[test]
    fn a_topic_serves_questions_of_its_category_that_share_its_words() {
        assert_eq!(
            linked("Quarrel of two crews", Category::Conflict),
            Linked::Serves(vec!["crew".into()])
        );
        assert_eq!(
            linked("Quarrel of two crews", Category::Failure),
            Linked::Serves(Vec::new())
        );
    }

    #[test]
    fn one_word_in_common_is_not_enough() {
        assert_eq!(
            linked("The voyage to the north where the cook fell ill", Category::Failure),
            Linked::Serves(Vec::new())
        );
        assert_eq!(linked("", Category::Failure), Linked::Serves(Vec::new()));
    }

    #[test]
    fn a_hundred_thousand_questions_are_read_once() {
        let ids: Vec<QuestionId> = (0..100_000).map(|n| QuestionId::from(format!("q{n}"))).collect();
        let asks: Vec<String> = (0..100_000)
            .map(|n| format!("Tell me about voyage {n} and the storm on it"))
            .collect();
        let bank: Vec<_> = ids
            .iter()
            .zip(&asks)
            .map(|(id, ask)| (id, ask.as_str(), Category::Failure))
            .collect();
        let index = Index::new(&bank);
        assert_eq!(
            index.link("Tell me about voyage 77 and the storm on it!", Category::Failure),
            Linked::Same("q77".into())
        );
        assert_eq!(index.link("A quiet day", Category::Failure), Linked::Serves(Vec::new()));
    }
}
