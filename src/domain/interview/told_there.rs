//! What a company heard already.

use super::Interview;
use super::sections::{Line, Section};
use crate::domain::id::AnswerId;
use crate::text::legal_forms::same_company;

/// The answers told to a company, in all its files, each once.
pub fn told_to(company: &str, interviews: &[Interview]) -> Vec<AnswerId> {
    let theirs = interviews.iter().filter(|other| same_company(&other.company, company));
    let lines = theirs.flat_map(|other| &other.lines);
    let told = lines.filter(|line| matches!(line.section, Section::Asked | Section::Told));
    let mut answers = Vec::new();
    for id in told.filter_map(Line::answer) {
        if !answers.contains(id) {
            answers.push(id.clone());
        }
    }
    answers
}
