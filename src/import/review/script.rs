//! Corrections written down, one a line, for tests and measuring: `57 like question`, `12 title The pump`.

use super::correction::{Correction, Is, Reach};
use crate::domain::category::Category;

/// Reads a script; a line that is none is named by its number, counted from 1.
///
/// # Errors
/// The line that is no correction.
pub fn script(text: &str) -> Result<Vec<Correction>, usize> {
    let lines = text.lines().enumerate();
    let full = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    full.map(|(at, line)| correction(line).ok_or(at + 1)).collect()
}

fn correction(line: &str) -> Option<Correction> {
    let (number, what) = line.trim().split_once(' ')?;
    let number: usize = number.parse().ok().filter(|number| *number > 0)?;
    let (word, rest) = what.split_once(' ').unwrap_or((what, ""));
    match (word, rest) {
        ("like", is) => Some(Correction::Is(number, Is::from_word(is)?, Reach::Like)),
        ("title", title) if !title.is_empty() => Some(Correction::Title(number, title.to_owned())),
        ("category", id) => Some(Correction::Category(number, Category::from_id(id)?)),
        ("answers", "nothing") => Some(Correction::Answers(number, None)),
        ("answers", line) => Some(Correction::Answers(number, Some(line.parse().ok()?))),
        ("leave", "") => Some(Correction::Leave(number)),
        (is, "") => Some(Correction::Is(number, Is::from_word(is)?, Reach::Line)),
        _ => None,
    }
}
