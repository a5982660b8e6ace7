//! A person's corrections of a reading, as data: what a line begins, what an item is called, where it belongs. One
//! correction can go for all lines of its kind, and the file is read again with it at once.

mod apply;
mod script;
pub mod shape;

use std::collections::BTreeMap;

use crate::domain::category::Category;
use crate::import::account::{Held, account};
use crate::import::{Item, Reading};

pub use script::script;
pub use shape::{shape, siblings};

/// What a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// A question, answered by what follows.
    Question,
    /// A question for the interviewer.
    AskThem,
    /// A story; a short line is its title.
    Story,
    /// A talking point; a short line is its title.
    Point,
    /// Text that is nobody's answer.
    Note,
    /// A heading: what follows is under it.
    Heading,
    /// Nothing: it goes on with what stands above.
    Text,
}

impl Is {
    /// All of them, by the word for each.
    pub const ALL: [(Is, &'static str); 7] = [
        (Is::Question, "question"),
        (Is::AskThem, "ask-them"),
        (Is::Story, "story"),
        (Is::Point, "point"),
        (Is::Note, "note"),
        (Is::Heading, "heading"),
        (Is::Text, "text"),
    ];

    /// The meaning of a word.
    pub fn from_word(word: &str) -> Option<Is> {
        Is::ALL.into_iter().find(|(_, one)| *one == word).map(|(is, _)| is)
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        Is::ALL
            .into_iter()
            .find(|(is, _)| *is == self)
            .map_or("", |(_, word)| word)
    }
}

/// How far a correction goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The line alone.
    Line,
    /// All lines of its shape.
    Like,
}

/// One correction; lines are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Correction {
    /// What a line begins.
    Is(usize, Is, Reach),
    /// The title of what begins at a line.
    Title(usize, String),
    /// The category of it.
    Category(usize, Category),
    /// The question it answers, by the line of that; none for no question.
    Answers(usize, Option<usize>),
    /// It is left out: kept as notes.
    Leave(usize),
}

/// What goes for all lines of a shape, in this file and in others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The shape, in words.
    pub like: String,
    /// What lines of it begin.
    pub is: Is,
}

/// The rules that corrections make: each for the shape of its line.
pub fn rules(reading: &Reading, corrections: &[Correction]) -> Vec<Rule> {
    let rule = |correction: &Correction| match correction {
        Correction::Is(line, is, Reach::Like) => Some(Rule {
            like: shape(reading, *line)?,
            is: *is,
        }),
        _ => None,
    };
    corrections.iter().filter_map(rule).collect()
}

/// A reading put right: first by the rules, then by the corrections, the later ones over the earlier.
#[must_use]
pub fn reviewed(mut reading: Reading, rules: &[Rule], corrections: &[Correction]) -> Reading {
    let mut says: BTreeMap<usize, Is> = BTreeMap::new();
    for line in 1..=reading.spans.len() {
        let shape = shape(&reading, line);
        let rule = rules.iter().rev().find(|rule| shape.as_ref() == Some(&rule.like));
        says.extend(rule.map(|rule| (line, rule.is)));
    }
    for correction in corrections {
        match correction {
            Correction::Is(line, is, Reach::Line) => drop(says.insert(*line, *is)),
            Correction::Is(line, is, Reach::Like) => {
                says.extend(siblings(&reading, *line).into_iter().map(|line| (line, *is)));
            }
            _ => {}
        }
    }
    // A script may name a line that the file has no more.
    says.retain(|line, _| (1..=reading.spans.len()).contains(line));
    apply::lines(&mut reading, &says);
    for correction in corrections {
        of_item(&mut reading.items, correction);
    }
    let held: Vec<Held> = reading.items.iter().map(Item::held).collect();
    reading.coverage = account(&reading, &held).coverage();
    reading
}

/// Corrections of one item: those of what begins at a line.
fn of_item(items: &mut [Item], correction: &Correction) {
    let at = |items: &[Item], line: usize| items.iter().position(|item| item.lines.0 == line);
    match correction {
        Correction::Title(line, title) => {
            if let Some(item) = at(items, *line) {
                items[item].title = Some(title.clone());
            }
        }
        Correction::Category(line, category) => {
            if let Some(item) = at(items, *line) {
                (items[item].category, items[item].guessed) = (*category, false);
            }
        }
        Correction::Answers(line, question) => {
            let question = question.map(|line| at(items, line));
            if let (Some(item), None | Some(Some(_))) = (at(items, *line), question) {
                items[item].answers = question
                    .flatten()
                    .filter(|question| *question < item)
                    .into_iter()
                    .collect();
                apply::answered(items);
            }
        }
        Correction::Leave(line) => {
            if let Some(item) = at(items, *line) {
                apply::leave(items, item);
            }
        }
        Correction::Is(..) => {}
    }
}

#[cfg(test)]
mod tests;
