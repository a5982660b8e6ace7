//! Whether a bank already has a question, and which questions of a bank a topic's answer serves.

use super::lines::words::words;
use crate::domain::category::Category;
use crate::domain::id::QuestionId;
use crate::domain::library::Library;
use crate::domain::question::Question;
use crate::domain::question::wording::{Meant, Sure, Wordings};

/// What a text has to do with a bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Linked {
    /// The bank has this question, in the same words or nearly.
    Same(QuestionId),
    /// Questions that an answer on this topic likely serves, the likeliest first; at most three, often none.
    Serves(Vec<QuestionId>),
}

/// How alike a text and a wording are, from 0 to 1, to be the same question, where they share [`SHARED`] words.
const SAME: f64 = 0.86;
/// Words that tell something; of fewer, all must be the same, and the text must be a sentence.
const SHARED: usize = 3;
/// Words from which on a text is a sentence, and no heading.
const SENTENCE: usize = 5;
/// How far behind the likeliest another question may be, as a part of its likeness.
const BEHIND: f64 = 0.7;
/// Questions looked at for one text.
const LOOKED: usize = 500;

/// A bank made ready for many look-ups.
#[derive(Debug)]
pub struct Index<'a> {
    questions: &'a [Question],
    wordings: &'a Wordings,
}

impl<'a> Index<'a> {
    /// Over the questions of a library.
    pub fn new(library: &'a Library) -> Index<'a> {
        Index {
            questions: library.questions(),
            wordings: library.wordings(),
        }
    }

    /// Looks a question or a topic up.
    pub fn link(&self, text: &str, category: Category) -> Linked {
        let found = self.wordings.look_up(text, LOOKED);
        match found.first() {
            Some(first) if same(first, text) => Linked::Same(self.questions[first.place].id.clone()),
            _ => self.served(text, category, &found),
        }
    }

    /// Questions of the category that hold at least half of the topic's telling words.
    fn served(&self, text: &str, category: Category, found: &[Meant]) -> Linked {
        let sought = Wordings::telling(text);
        let enough = |meant: &&Meant| meant.shared * 2 >= sought.max(1) && (meant.shared >= 2 || sought <= 2);
        let of = |meant: &&Meant| category != Category::Unsorted && self.questions[meant.place].category == category;
        let serving: Vec<&Meant> = found.iter().filter(enough).filter(of).take(3).collect();
        let best = serving.iter().map(|meant| meant.likeness).fold(0.0, f64::max);
        let near = serving.into_iter().filter(|meant| meant.likeness >= best * BEHIND);
        Linked::Serves(near.map(|meant| self.questions[meant.place].id.clone()).collect())
    }
}

/// Whether a text is a wording of the question found for it.
fn same(meant: &Meant, text: &str) -> bool {
    let all = meant.alike > 0.999 && words(text).len() >= SENTENCE;
    meant.sure <= Sure::Also || all || meant.shared >= SHARED && meant.alike >= SAME
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::tests::question;

    fn linked(text: &str, category: Category) -> Linked {
        let ask = |id: &str, ask: &str, category| Question {
            ask: ask.to_owned(),
            ..question(id, category, &[])
        };
        let mast = Question {
            also: std::iter::once("Tell me about a time you did not listen.").collect(),
            ..ask(
                "mast",
                "Describe a time you climbed a mast against advice.",
                Category::Conflict,
            )
        };
        let bank = vec![
            ask(
                "storm",
                "Tell me about a storm that broke your plan for the voyage.",
                Category::Failure,
            ),
            mast,
            ask(
                "crew",
                "How do you settle a quarrel between two crews?",
                Category::Conflict,
            ),
            ask("sleep", "When did you last sleep on watch?", Category::Failure),
        ];
        Index::new(&Library::new(bank, Vec::new())).link(text, category)
    }

    #[test]
    fn nearly_the_same_words_are_the_same_question() {
        for text in [
            "tell me about a storm that broke your plan for the voyage",
            "3. Tell us about the storms that broke your plans for a voyage?",
        ] {
            assert_eq!(linked(text, Category::Unsorted), Linked::Same("storm".into()), "{text}");
        }
    }

    #[test]
    fn another_wording_is_the_question_and_a_heading_of_its_words_is_not() {
        let same = Linked::Same("mast".into());
        assert_eq!(
            linked("Tell me about a time you did not listen", Category::Failure),
            same
        );
        assert_eq!(
            linked(
                "Have you ever been in a situation where you didn't listen?",
                Category::Failure
            ),
            same
        );
        assert_eq!(
            linked("Not listening", Category::Conflict),
            Linked::Serves(vec!["mast".into()])
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
}
