//! The words that people put before their questions and answers: `Q`, `Frage`, `A:`, `答：`.

use crate::domain::names;
use crate::domain::names::Meaning;

/// Bytes of the longest mark.
const LONGEST: usize = 40;

/// Names of columns that begin ordinary lines as well.
const ORDINARY: [&str; 7] = ["text", "content", "body", "query", "ask", "front", "back"];

/// What stands behind a word that marks questions or answers, at the front of a text.
pub(in crate::import) fn behind(text: &str, meaning: Meaning) -> Option<&str> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let name = &text[..end];
    let capital = name.chars().next().is_some_and(|c| !c.is_lowercase()) || name == "question";
    let marks = capital && end <= LONGEST && names::means(name, meaning);
    (marks && !ORDINARY.contains(&name.to_lowercase().as_str())).then(|| &text[end..])
}
