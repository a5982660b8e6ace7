//! A file made ready to be written, as a person looks through it.

use std::collections::HashMap;

use super::look::Prepared;
use super::plan::PlannedStep;
use crate::domain::import_review::{Becomes, Doubtful, Is, LookedThrough, NamedColumn};
use crate::import::doubts::doubts;
use crate::import::review::{places, shape, told};
use crate::import::{Item, ItemKind};
use crate::text::line_ends::ENDS;

/// Its lines and what becomes of them.
pub fn looked_through(prepared: &Prepared) -> LookedThrough {
    let reading = &prepared.reading;
    let items = || reading.items.iter().zip(&prepared.plan);
    let lines: Vec<String> = (1..=reading.lines())
        .map(|line| reading.span((line, line)).trim_end_matches(ENDS).to_owned())
        .collect();
    let told = told(reading);
    LookedThrough {
        alike: numbered((1..=lines.len()).map(|line| shape(reading, line))),
        beside: places(reading),
        parts: told.parts,
        told_alike: numbered(told.alike.into_iter()),
        labels: told.labels,
        lines,
        items: items()
            .filter_map(|(item, planned)| becomes(prepared, item, &planned.step))
            .collect(),
        columns: reading
            .columns
            .iter()
            .map(|column| NamedColumn {
                name: column.name.clone(),
                samples: column.samples.clone(),
                holds: column.holds,
            })
            .collect(),
        doubts: items()
            .filter(|(_, planned)| matches!(planned.step, PlannedStep::Changed))
            .map(|(item, _)| changed(item))
            .chain(doubts(reading).into_iter().map(|doubt| Doubtful {
                lines: doubt.lines,
                what: doubt.what,
                yes: doubt.yes,
                part: doubt.part,
            }))
            .collect(),
    }
}

/// It was brought in other words before.
fn changed(item: &Item) -> Doubtful {
    Doubtful {
        lines: item.lines,
        what: "it is here in an earlier text; taken, it stands beside that".to_owned(),
        yes: None,
        part: false,
    }
}

/// Lines by their kinds, numbered as they come; 0 is none.
fn numbered(kinds: impl Iterator<Item = Option<String>>) -> Vec<u32> {
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let number = |kind: Option<String>| {
        let next = numbers.len() as u32 + 1;
        kind.map_or(0, |kind| *numbers.entry(kind).or_insert(next))
    };
    kinds.map(number).collect()
}

fn becomes(prepared: &Prepared, item: &Item, step: &PlannedStep) -> Option<Becomes> {
    let is = match item.kind {
        ItemKind::Story if matches!(step, PlannedStep::Question(_)) => Is::Question,
        ItemKind::Question => Is::Question,
        ItemKind::AskThem => Is::AskThem,
        ItemKind::Story => Is::Story,
        ItemKind::Point => Is::Point,
        ItemKind::Note => Is::Note,
        // A journal of interviews has dates and companies: there is nothing to choose.
        ItemKind::Interview => return None,
    };
    let asked = item.answers.first().and_then(|at| prepared.reading.items.get(*at));
    let known = item.serves.as_ref().and_then(|id| prepared.asks.get(id).cloned());
    Some(Becomes {
        is,
        title: match step {
            PlannedStep::Answer(answer) => Some(answer.title.clone()),
            _ => item.title.clone(),
        },
        lines: item.lines,
        category: item.category,
        guessed: item.guessed,
        parts: item.parts.clone(),
        answers: asked
            .map(|question| question.title.clone().unwrap_or_default())
            .or(known),
        unfinished: item.unfinished.len(),
        known: matches!(step, PlannedStep::Known),
    })
}
