//! The files of interviews that cannot be read, as far as they can be told apart.

use std::path::Path;

use super::company_in;
use crate::domain::interview::Interview;
use crate::domain::problem::{Problem, Unread};
use crate::markup::document::Document;
use crate::store::files::limits::read_text;
use crate::store::files::places::Places;

/// A file that cannot be read, and so is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The company, as far as the file or its name says.
    pub company: String,
    /// Why, and where.
    pub problem: Problem,
}

impl Unreadable {
    /// The name of its file.
    pub fn id(&self) -> &str {
        let name = self.problem.path.rsplit('/').next().unwrap_or_default();
        name.strip_suffix(".md").unwrap_or(name)
    }
}

/// The files of interviews that cannot be read, out of all problems there are.
pub fn unreadable(places: &Places, interviews: &[Interview], problems: &[Problem]) -> Vec<Unreadable> {
    let of_a_file = |problem: &&Problem| {
        let left_out = !interviews.iter().any(|one| one.path == problem.path);
        left_out && problem.path.starts_with("interviews/") && problem.unread != Unread::Copy
    };
    let plain = |value: &str| value.trim().trim_matches(['"', '\'']).to_owned();
    let company = |problem: &Problem| {
        let text = read_text(&places.home.join(&problem.path), &problem.path).ok();
        let written = text.as_deref().map(Document::parse);
        let written = written.and_then(|document| document.raw("company").map(plain));
        let stem = Path::new(&problem.path)
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        written
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| company_in(&stem))
    };
    let problems = problems.iter().filter(of_a_file);
    problems
        .map(|problem| Unreadable {
            company: company(problem),
            problem: problem.clone(),
        })
        .collect()
}
