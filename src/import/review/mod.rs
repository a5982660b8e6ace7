//! A person's corrections of a reading, as data: what a line begins, what an item is called, where it belongs. One
//! correction can go for all lines of its kind, and the file is read again with it at once.

mod apply;
mod category;
mod parts;
mod place;
pub mod shape;

use std::collections::BTreeMap;

use crate::domain::import_review::{Asked, Correction, Is, Reach, Says, ShapeRule};
use crate::import::account::{Held, account};
use crate::import::item::{Item, ItemKind};
use crate::import::read_named;
use crate::import::reading::{Named, Reading, Shape};

pub use parts::{Told, told};
pub use place::places;
pub use shape::{shape, siblings};

/// A file read with what is known of its lines: the rules of its folder, then the corrections.
pub fn read_reviewed(name: &str, bytes: &[u8], rules: &[ShapeRule], corrections: &[Correction]) -> Reading {
    let column = |correction: &Correction| match correction {
        Correction::Column(at, holds) => Some((at - 1, *holds)),
        _ => None,
    };
    let mut named = Named {
        columns: corrections.iter().filter_map(column).collect(),
        ..Named::default()
    };
    let reading = read_named(name, bytes, &named);
    if rules.is_empty() && corrections.is_empty() {
        return reading;
    }
    let reading = reviewed(reading, rules, corrections);
    named.parts = parts::said(&reading, rules, corrections);
    if named.parts.is_empty() {
        return reading;
    }
    // With these parts it is read as if they had been known before.
    let mut reading = reviewed(read_named(name, bytes, &named), rules, corrections);
    parts::head(&mut reading);
    reading
}

/// The rules that corrections make: each for the shape of its line.
pub fn rules(reading: &Reading, corrections: &[Correction]) -> Vec<ShapeRule> {
    let of_parts = corrections.iter().any(|one| matches!(one, Correction::Part(..)));
    let alike = if of_parts { told(reading).alike } else { Vec::new() };
    let rule = |correction: &Correction| match correction {
        Correction::Is(line, is, Reach::Like) => Some(ShapeRule {
            like: shape(reading, *line)?,
            says: Says::Is(*is),
        }),
        Correction::Part(line, part, Reach::Like) => Some(ShapeRule {
            like: alike.get(line.checked_sub(1)?)?.clone()?,
            says: Says::Part(*part),
        }),
        _ => None,
    };
    corrections.iter().filter_map(rule).collect()
}

/// A reading put right: first by the rules, then by the corrections, the later ones over the earlier.
#[must_use]
pub fn reviewed(mut reading: Reading, rules: &[ShapeRule], corrections: &[Correction]) -> Reading {
    let mut says: BTreeMap<usize, Is> = BTreeMap::new();
    let lines = if rules.is_empty() { 0 } else { reading.spans.len() };
    for line in 1..=lines {
        let shape = shape(&reading, line);
        let mut rules = rules.iter().rev();
        let is = rules.find_map(|rule| match rule.says {
            Says::Is(is) if shape.as_ref() == Some(&rule.like) => Some(is),
            _ => None,
        });
        says.extend(is.map(|is| (line, is)));
    }
    for correction in corrections {
        match correction {
            Correction::Is(line, is, Reach::Line) => drop(says.insert(*line, *is)),
            Correction::Is(line, is, Reach::Beside) => {
                let places = places(&reading);
                let place = line.checked_sub(1).and_then(|at| places.get(at)).copied().unwrap_or(0);
                let beside = (1..=places.len()).filter(|at| at == line || place > 0 && places[at - 1] == place);
                says.extend(beside.map(|line| (line, *is)));
            }
            Correction::Is(line, is, Reach::Like) => {
                says.extend(siblings(&reading, *line).into_iter().map(|line| (line, *is)));
            }
            _ => {}
        }
    }
    // A script may name a line that the file has no more.
    says.retain(|line, _| (1..=reading.spans.len()).contains(line));
    apply::lines(&mut reading, &says);
    let taken = |correction: &&Correction| matches!(correction, Correction::Take(_));
    reading.taken = corrections.iter().filter(taken).filter_map(Correction::line).collect();
    reading.looked_at = says
        .into_keys()
        .chain(reading.parts.keys().copied())
        .chain(corrections.iter().filter_map(Correction::line))
        .collect();
    for correction in corrections {
        match correction {
            Correction::Is(line, is, reach) if reading.shape != Shape::Lines => {
                of_rows(&mut reading.items, *line, *is, *reach);
            }
            Correction::TitleLine(line, other) => {
                let title = shape::title_of(&reading, *other);
                of_item(&mut reading.items, &Correction::Title(*line, title));
                if line == other {
                    apply::without_first(&mut reading.items, *line);
                }
            }
            Correction::Category(line, category) => category::of(&mut reading, *line, *category),
            correction => of_item(&mut reading.items, correction),
        }
    }
    let held: Vec<Held> = reading.items.iter().map(Item::held).collect();
    reading.coverage = account(&reading, &held).coverage();
    reading
}

/// What a row of a table or a value of a bank is; alike are those that were read as the same.
fn of_rows(items: &mut [Item], line: usize, is: Is, reach: Reach) {
    let kind = match is {
        Is::Question => ItemKind::Question,
        Is::AskThem => ItemKind::AskThem,
        Is::Story => ItemKind::Story,
        Is::Point => ItemKind::Point,
        Is::Note => ItemKind::Note,
        Is::Heading | Is::Text => return,
    };
    let mut there = (0..items.len()).filter(|at| items[*at].lines.0 == line);
    // Of a question and its answer on one row it is the answer that is left out first.
    let told = |at: &usize| matches!(items[*at].kind, ItemKind::Story | ItemKind::Point);
    let Some(first) = (if kind == ItemKind::Note {
        there.clone().find(told)
    } else {
        None
    })
    .or_else(|| there.next()) else {
        return;
    };
    let was = items[first].kind;
    for at in 0..items.len() {
        if at == first || reach == Reach::Like && items[at].kind == was {
            apply::kind(items, at, kind);
        }
    }
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
        Correction::Answers(line, asked) => {
            if let Some(item) = at(items, *line) {
                let question = |line: &usize| at(items, *line).filter(|at| items[*at].kind == ItemKind::Question);
                let (answers, serves) = match asked {
                    Asked::Nothing => (Vec::new(), None),
                    Asked::Line(line) => match question(line) {
                        Some(question) => (vec![question], None),
                        None => return,
                    },
                    Asked::Known(id) => (Vec::new(), Some(id.clone())),
                };
                (items[item].answers, items[item].serves) = (answers, serves);
                apply::answered(items);
            }
        }
        Correction::Leave(line) => {
            if let Some(item) = at(items, *line) {
                apply::leave(items, item);
            }
        }
        Correction::Is(..)
        | Correction::TitleLine(..)
        | Correction::Category(..)
        | Correction::Part(..)
        | Correction::Take(_)
        | Correction::Column(..) => {}
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
