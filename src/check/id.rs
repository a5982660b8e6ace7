//! Rules about ids.

use std::collections::HashMap;

use super::bank::Bank;
use super::codes::Rule;
use super::finding::Finding;
use crate::domain::id::well_formed;

/// Ids that are missing, ill-formed, or given twice within or across the banks.
pub(super) fn check(banks: &[Bank]) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut seen: HashMap<&str, (&Bank, usize)> = HashMap::new();
    for (bank, entry) in banks
        .iter()
        .flat_map(|bank| bank.questions.iter().map(move |q| (bank, q)))
    {
        let id = entry.id();
        let line = entry.id.as_ref().map_or(entry.line, |words| words.line);
        if id.is_empty() {
            found.push(Finding::new(
                Rule::IdMissing,
                &bank.path,
                line,
                "this question has no id",
            ));
            continue;
        }
        if !well_formed(id) {
            let what = format!("\"{id}\" is not a plain id");
            found.push(Finding::new(Rule::IdForm, &bank.path, line, what));
        }
        if let Some((other, first)) = seen.get(id) {
            let what = format!("the id \"{id}\" stands at {}:{first} too", other.path);
            found.push(Finding::new(Rule::IdTwice, &bank.path, line, what));
        } else {
            seen.insert(id, (bank, line));
        }
    }
    found
}
