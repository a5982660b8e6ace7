//! What `greenroom check` finds: rules over banks, one file for each family, one table of codes.
//!
//! It knows no files: what is checked comes as words with their lines.

pub mod alike;
pub mod bank;
pub mod codes;
mod entry;
pub mod finding;
mod hidden;
mod id;
mod known;
mod wording;

use crate::domain::question::Question;
use bank::Bank;
use finding::Finding;

/// Checks banks, each by itself, against each other, and against the shipped questions that none of them replaces.
///
/// Findings stand in the order of the banks and, within one, of the lines.
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
    let place: std::collections::HashMap<&str, usize> = banks
        .iter()
        .enumerate()
        .map(|(n, bank)| (bank.path.as_str(), n))
        .collect();
    found.sort_by_key(|finding| (place.get(finding.path.as_str()).copied(), finding.line, finding.rule));
    found
}
