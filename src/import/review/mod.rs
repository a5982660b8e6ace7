//! A person's corrections of a reading, as data: what a line begins, what an item is called, where it belongs. One
//! correction can go for all lines of its kind, and the file is read again with it at once.

mod apply;
mod correction;
mod script;
pub mod shape;

use std::collections::BTreeMap;

use crate::import::account::{Held, account};
use crate::import::item::Item;
use crate::import::reading::Reading;

pub use correction::{Correction, Is, Reach, Rule};
pub use script::script;
pub use shape::{shape, siblings};

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
