//! Finds lines by what stands in them, and questions among them by what is meant.

use std::collections::HashSet;

use crate::domain::id::QuestionId;
use crate::domain::library::Library;
use crate::domain::question::wording::later::Later;
use crate::domain::question::wording::{Meant, Wordings};
use crate::text::search::{Found, Index};

/// Questions that may be meant for what is typed.
const MEANT: usize = 8;

/// From this likeness on a question may be meant, where it shares more than half of the telling words or [`SHARED`].
const LIKE: f64 = 0.3;
const SHARED: usize = 3;

/// Lines to look through; of some it is known which questions they are.
#[derive(Debug)]
pub struct Finder {
    index: Index,
    meaning: Option<Meaning>,
}

/// The questions among the lines.
#[derive(Debug)]
struct Meaning {
    wordings: Later,
    /// The line of each question of the library, by its place there.
    lines: Vec<Option<usize>>,
}

impl Finder {
    /// Finds lines by what stands in them only.
    pub(in crate::app) fn new(index: Index) -> Finder {
        Finder { index, meaning: None }
    }

    /// Finds the questions of a library; a line's place is that of its question.
    pub(in crate::app) fn of_questions(library: &Library) -> Finder {
        let questions = library.questions();
        let lines = questions.iter().map(|question| question.ask.clone()).collect();
        let ids = questions.iter().map(|question| &question.id).enumerate();
        Finder::new(Index::new(lines)).asking(library, ids)
    }

    /// The same, with the lines that are questions: they are found by their other wordings too.
    #[must_use]
    pub(in crate::app) fn asking<'a>(
        self,
        library: &Library,
        questions: impl IntoIterator<Item = (usize, &'a QuestionId)>,
    ) -> Finder {
        let mut lines = vec![None; library.questions().len()];
        for (line, id) in questions {
            if let Some(place) = library.question_place(id) {
                lines[place] = Some(line);
            }
        }
        let wordings = library.wordings_later();
        Finder {
            meaning: Some(Meaning { wordings, lines }),
            ..self
        }
    }

    /// The lines.
    pub fn lines(&self) -> &[String] {
        self.index.lines()
    }

    /// What is shown for a line that was found.
    pub fn shown<'a>(&'a self, found: &'a Found) -> &'a str {
        self.index.shown(found)
    }

    /// The questions that are surely meant, then the lines that hold every word; where there are none of either, those that
    /// may be meant; then the lines that have only the letters.
    pub fn find(&self, query: &str) -> Vec<Found> {
        let held = self.index.find(query);
        let Some(meaning) = &self.meaning else {
            return held;
        };
        let meant = meaning.meant(query, held.first().is_some_and(|found| found.whole));
        let known: HashSet<usize> = meant.iter().map(|(line, _)| *line).collect();
        let (moved, held): (Vec<Found>, Vec<Found>) = held.into_iter().partition(|found| known.contains(&found.place));
        let meant = meant.into_iter().map(|(line, meant)| self.found(line, &meant, &moved));
        meant.chain(held).collect()
    }

    /// A question that is meant: with its marks where the line itself was found, with the wording that fits where not.
    fn found(&self, line: usize, meant: &Meant, held: &[Found]) -> Found {
        let whole = meant.sure.enough();
        if let Some(known) = held.iter().find(|found| found.place == line && found.whole) {
            return known.clone();
        }
        let also = self.meaning.as_ref().and_then(|meaning| meaning.wordings.also(meant));
        Found {
            place: line,
            marks: Vec::new(),
            passage: also.map(|also| format!("{} · {also}", self.lines()[line]).into()),
            whole,
        }
    }
}

impl Meaning {
    /// The lines of the questions that a text surely means, and of those it may mean where none is sure and nothing holds
    /// all its words.
    fn meant(&self, text: &str, held: bool) -> Vec<(usize, Meant)> {
        let meant = self.wordings.wordings().look_up(text, MEANT).into_iter();
        let lines = meant.filter_map(|meant| Some(((*self.lines.get(meant.place)?)?, meant)));
        let mut lines: Vec<(usize, Meant)> = lines.collect();
        let only_sure = held || lines.iter().any(|(_, meant)| meant.sure.enough());
        let telling = Wordings::telling(text);
        let shares = |meant: &Meant| meant.shared * 2 > telling || meant.shared >= SHARED;
        let maybe = |meant: &Meant| !only_sure && meant.likeness >= LIKE && shares(meant);
        lines.retain(|(_, meant)| meant.sure.enough() || maybe(meant));
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::category::Category;
    use crate::domain::question::Question;
    use crate::domain::question::tests::question;

    fn finder() -> Finder {
        let ask = |id: &str, ask: &str, also: &[&str]| Question {
            ask: ask.to_owned(),
            also: also.iter().collect(),
            ..question(id, Category::Failure, &[])
        };
        let questions = vec![
            ask(
                "storm",
                "Which storm broke your plan?",
                &["How do you deal with bad weather?"],
            ),
            ask("sail", "When did you mend a sail in a storm?", &[]),
        ];
        let mut lines = vec!["A storm at sea".to_owned()];
        lines.extend(questions.iter().map(|question| question.ask.clone()));
        let library = Library::new(questions, Vec::new());
        let ids: Vec<QuestionId> = library.questions().iter().map(|question| question.id.clone()).collect();
        Finder::new(Index::new(lines)).asking(&library, ids.iter().enumerate().map(|(n, id)| (n + 1, id)))
    }

    fn places(query: &str) -> Vec<usize> {
        finder().find(query).iter().map(|found| found.place).collect()
    }

    #[test]
    fn a_question_is_found_by_another_wording_which_is_shown() {
        let finder = finder();
        let found = finder.find("how to deal with weather that is bad");
        assert_eq!((found[0].place, found[0].whole), (1, true));
        assert_eq!(
            finder.shown(&found[0]),
            "Which storm broke your plan? · How do you deal with bad weather?"
        );
    }

    #[test]
    fn what_is_surely_meant_comes_first_then_lines_with_every_word() {
        assert_eq!(places("the storm that broke the plan")[0], 1);
        assert_eq!(places("a storm")[0], 0, "it holds every word, and no question is sure");
        assert_eq!(places(""), [0, 1, 2]);
        assert_eq!(places("strm"), [0, 1, 2], "letters in order");
    }

    #[test]
    fn a_line_comes_once() {
        for query in ["storm", "mend a sail", "bad storm", "weather"] {
            let mut places = places(query);
            let count = places.len();
            places.sort_unstable();
            places.dedup();
            assert_eq!(places.len(), count, "{query}");
        }
    }
}
