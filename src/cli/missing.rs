//! What could not be read, in one sentence.

use std::collections::BTreeMap;

use crate::domain::problem::{Problem, Unread};
use crate::store::files::kind::Kind;

/// What these problems leave unread, counted: `1 interview cannot be read`.
pub(super) fn sentence(problems: &[&Problem]) -> String {
    let mut worst: BTreeMap<&str, Unread> = BTreeMap::new();
    for problem in problems {
        let known = worst.entry(&problem.path).or_insert(problem.unread);
        *known = problem.unread.max(*known);
    }
    let named = |wanted: Unread| -> Vec<String> {
        let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
        let mut names = Vec::new();
        for (path, _) in worst.iter().filter(|(_, unread)| **unread == wanted) {
            match Kind::of(path) {
                Some(kind) if kind != Kind::Unknown && !is_folder(path) => *counts.entry(kind).or_default() += 1,
                _ if matches!(*path, "" | ".") => names.push("your folder".to_owned()),
                _ if is_folder(path) => names.push(format!("the folder {path}")),
                _ => names.push((*path).to_owned()),
            }
        }
        names.extend(counts.into_iter().map(|(kind, files)| kind.counted(files)));
        names
    };
    let say = |names: Vec<String>, what: &str| (!names.is_empty()).then(|| format!("{} {what}", names.join(", ")));
    let said = [
        say(named(Unread::Whole), "cannot be read"),
        say(named(Unread::Part), "can be read only in part"),
        say(named(Unread::Copy), "left aside as a copy"),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Folders are shown without a dot in their names.
fn is_folder(path: &str) -> bool {
    !path.rsplit(['/', '\\']).next().unwrap_or(path).contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_counted_by_kind_and_each_once() {
        let whole = |path: &str| Problem::file(path, "", "");
        let part = |path: &str| Problem::line(path, 1, "", "");
        let say = |problems: &[Problem]| sentence(&problems.iter().collect::<Vec<_>>());
        assert_eq!(say(&[whole("interviews/a.md")]), "1 interview cannot be read");
        let both = [part("answers/a.md"), whole("answers/a.md"), whole("answers/b.md")];
        assert_eq!(say(&both), "2 answers cannot be read");
        assert_eq!(say(&[whole("greenroom.yaml")]), "greenroom.yaml cannot be read");
        assert_eq!(say(&[whole("log/x")]), "the folder log/x cannot be read");
        let mixed = [part("log/x/1.jsonl"), whole("questions/own.yaml"), whole("interviews")];
        assert_eq!(
            say(&mixed),
            "the folder interviews, 1 bank cannot be read; 1 file of the log can be read only in part"
        );
        assert_eq!(say(&[whole(".")]), "your folder cannot be read");
    }
}
