//! Which lines begin the parts of stories, and which of them are alike: those called by the same name, wherever they stand,
//! and those in the same place of stories that are laid out alike.

use std::collections::HashMap;

use crate::domain::import_review::{Correction, Reach, Says, ShapeRule};
use crate::domain::part::Part;
use crate::import::item::{Body, Item, ItemKind};
use crate::import::language::{called, labels};
use crate::import::lines::{Line, Mark};
use crate::import::reading::{PartsSaid, Reading, Shape};

/// What is known of the lines of a file as parts of stories, a line each.
#[derive(Debug, Default)]
pub struct Told {
    /// The part it begins.
    pub parts: Vec<Option<Part>>,
    /// What it is called by.
    pub labels: Vec<Option<String>>,
    /// What the lines alike to it share, in words.
    pub alike: Vec<Option<String>>,
}

/// Looks at all lines of a file; there is nothing to know where its pieces are no lines.
pub fn told(reading: &Reading) -> Told {
    let count = reading.spans.len();
    let mut told = Told {
        parts: vec![None; count],
        labels: vec![None; count],
        alike: vec![None; count],
    };
    if reading.shape != Shape::Lines {
        return told;
    }
    let lines: Vec<Line<'_>> = (1..=count).map(|line| reading.line(line)).collect();
    let mut places = vec![None; count];
    for item in &reading.items {
        if let (true, Body::Lines(runs)) = (tells(item), &item.body) {
            for line in runs.iter().flat_map(|run| run.0..=run.1) {
                told.parts[line - 1] = first_part(&lines[line - 1]);
            }
        }
        in_story(item, &lines, &mut places);
    }
    let called: Vec<Option<(String, &str)>> = lines.iter().map(called::called).collect();
    let mut often: HashMap<&str, usize> = HashMap::new();
    for (name, _) in called.iter().flatten() {
        *often.entry(name).or_default() += 1;
    }
    for (at, place) in places.into_iter().enumerate() {
        // A few words alone on a line are a name where they come again.
        let name = called[at].as_ref().filter(|(name, after)| {
            let heads = matches!(lines[at].mark, Mark::Heading(_) | Mark::Letter) || !after.is_empty();
            heads || often.get(name.as_str()) > Some(&1)
        });
        told.labels[at] = name.map(|(name, _)| name.clone());
        told.alike[at] = name.map(|(name, _)| format!("label {name}")).or(place);
    }
    told
}

fn tells(item: &Item) -> bool {
    matches!(item.kind, ItemKind::Story | ItemKind::Point)
}

fn first_part(line: &Line<'_>) -> Option<Part> {
    let label = labels::labels(line).first()?;
    label.leads.then_some(label.part)
}

/// Says of the lines of an item which of how many items or paragraphs they begin.
fn in_story(item: &Item, lines: &[Line<'_>], places: &mut [Option<String>]) {
    let Body::Lines(runs) = &item.body else { return };
    if !matches!(item.kind, ItemKind::Story | ItemKind::Point | ItemKind::Note) {
        return;
    }
    let mut inside = runs.iter().flat_map(|run| run.0..=run.1).map(|line| line - 1);
    let title = |at: usize| matches!(lines[at].mark, Mark::Heading(_));
    let begins = |at: &usize| {
        let fresh = *at == 0 || lines[at - 1].blank() || title(at - 1);
        !lines[*at].blank() && !title(*at) && (lines[*at].listed() || fresh)
    };
    let begun: Vec<usize> = inside.by_ref().filter(begins).collect();
    let Some(edge) = begun.iter().map(|at| lines[*at].indent).min() else {
        return;
    };
    let outer: Vec<usize> = begun.into_iter().filter(|at| lines[*at].indent == edge).collect();
    let sign = |at: &usize| match lines[*at].mark {
        mark if mark == lines[outer[0]].mark => mark,
        _ => Mark::Blank,
    };
    let kind = match outer
        .iter()
        .map(sign)
        .reduce(|one, other| if one == other { one } else { Mark::Blank })
    {
        Some(Mark::Plain) => "paragraph",
        Some(Mark::Bullet | Mark::Number | Mark::Letter) => "item",
        _ => "piece",
    };
    for (n, at) in outer.iter().enumerate().filter(|_| outer.len() > 1) {
        places[*at] = Some(format!("{kind} {} of {}", n + 1, outer.len()));
    }
}

/// The parts that lines were said to begin: by the rules of their folder, then by corrections, the later over the earlier.
pub(super) fn said(reading: &Reading, rules: &[ShapeRule], corrections: &[Correction]) -> PartsSaid {
    let parts_of_kinds = rules.iter().filter_map(|rule| match rule.says {
        Says::Part(part) => Some((rule.like.as_str(), part)),
        Says::Is(_) => None,
    });
    let by_kind: HashMap<&str, Option<Part>> = parts_of_kinds.collect();
    let corrected = corrections.iter().any(|one| matches!(one, Correction::Part(..)));
    if reading.shape != Shape::Lines || by_kind.is_empty() && !corrected {
        return PartsSaid::new();
    }
    let alike = told(reading).alike;
    let kinds = || {
        alike
            .iter()
            .zip(1..)
            .filter_map(|(kind, line)| Some((kind.as_deref()?, line)))
    };
    let mut said: PartsSaid = kinds()
        .filter_map(|(kind, line)| Some((line, *by_kind.get(kind)?)))
        .collect();
    for correction in corrections {
        let Correction::Part(at, part, reach) = correction else {
            continue;
        };
        if !(1..=alike.len()).contains(at) || reading.line(*at).blank() {
            continue;
        }
        said.insert(*at, *part);
        if let (Reach::Like, Some(wanted)) = (reach, &alike[at - 1]) {
            let others = kinds().filter(|(kind, _)| kind == wanted);
            said.extend(others.map(|(_, line)| (line, *part)));
        }
    }
    said
}

/// Has a heading written over each part of a story of which somebody named one.
pub(super) fn head(reading: &mut Reading) {
    let mut items = std::mem::take(&mut reading.items);
    for item in items.iter_mut().filter(|item| tells(item)) {
        let Body::Lines(runs) = &item.body else { continue };
        let lines = || runs.iter().flat_map(|run| run.0..=run.1);
        if lines().any(|line| reading.parts.contains_key(&line)) {
            let part = |line: usize| Some((line, first_part(&reading.line(line))?));
            item.headed = lines().filter_map(part).collect();
        }
    }
    reading.items = items;
}

#[cfg(test)]
mod tests;
