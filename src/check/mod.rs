//! What `greenroom check` finds: rules over banks, one file for each family, one table of codes.
//!
//! It knows no files: what is checked comes as words with their lines.

pub mod alike;
pub mod bank;
pub mod codes;
mod entry;
mod hidden;
mod id;
mod known;

use bank::Bank;
use codes::{Code, Rule};

use crate::domain::question::Question;

/// One thing found: which rule, where, and what exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// The file, as it is shown.
    pub path: String,
    /// The line, from 1.
    pub line: usize,
    /// What is found.
    pub what: String,
}

impl Finding {
    fn new(rule: Rule, bank: &Bank, line: usize, what: impl Into<String>) -> Finding {
        Finding {
            rule,
            path: bank.path.clone(),
            line,
            what: what.into(),
        }
    }

    /// The row of the table: code, why, what to do.
    pub fn code(&self) -> &'static Code {
        self.rule.code()
    }
}

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
    let place: std::collections::HashMap<&str, usize> = banks
        .iter()
        .enumerate()
        .map(|(n, bank)| (bank.path.as_str(), n))
        .collect();
    found.sort_by_key(|finding| (place.get(finding.path.as_str()).copied(), finding.line, finding.rule));
    found
}
