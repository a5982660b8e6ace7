//! What `greenroom check` finds: rules over answers and banks, one file for each family, one table of codes.
//!
//! It knows no files: what is checked comes as texts, or as words with their lines.

pub mod alike;
pub mod answer;
pub mod bank;
pub mod codes;
mod entry;
pub mod finding;
mod hidden;
mod id;
mod known;
mod wording;

use std::collections::HashMap;

use crate::domain::question::Question;
use bank::Bank;
use codes::Rule;
use finding::{Finding, LineStarts};

/// Checks banks, each by itself, against each other, and against the shipped questions that none of them replaces.
///
/// Findings stand in the order of the banks and, within one, of the lines. What an import or a form left open in the bank
/// they add to, and how its questions are worded, is marked as unlisted.
pub fn banks(banks: &[Bank], shipped: &[Question]) -> Vec<Finding> {
    let mut found: Vec<Finding> = banks
        .iter()
        .flat_map(|bank| {
            let entries = bank.questions.iter().flat_map(|question| entry::check(bank, question));
            known::check(bank)
                .into_iter()
                .chain(entries)
                .chain(hidden::check(bank))
                .collect::<Vec<_>>()
        })
        .collect();
    found.extend(id::check(banks));
    found.extend(alike::check(banks, shipped));
    found.extend(wording::check(banks, shipped));
    let place: HashMap<&str, usize> = banks
        .iter()
        .enumerate()
        .map(|(n, bank)| (bank.path.as_str(), n))
        .collect();
    found.sort_by_key(|finding| (place.get(finding.path.as_str()).copied(), finding.line(), finding.rule));
    let lines: Vec<LineStarts> = banks.iter().map(|bank| LineStarts::of(&bank.source)).collect();
    let placed = |mut finding: Finding| match place.get(finding.path.as_str()) {
        Some(place) => {
            finding.unlisted = banks[*place].added_to && left_open(finding.rule);
            finding.within(&lines[*place])
        }
        None => finding,
    };
    found.into_iter().map(placed).collect()
}

/// Whether a rule is about what is not there yet, or how somebody else worded it.
fn left_open(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::PromptLong
            | Rule::PromptDouble
            | Rule::ProbeCount
            | Rule::ProbeWhen
            | Rule::ProbeForm
            | Rule::ListenCount
            | Rule::PromptAlike
            | Rule::ProbeAlike
    )
}
