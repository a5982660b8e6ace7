//! What a Markdown file begins with, read alike for answers and interviews.

use crate::domain::problem::{Problem, Unread};
use crate::markup::document::{FrontMatter, Head, front_matter};
use crate::markup::lines::contents;

/// The front matter of a text, where it has some, and where its body begins.
///
/// # Errors
/// The problem that makes the file unreadable: front matter that is not closed or not YAML, both sides of a conflict.
pub(in crate::store) fn opened<'a>(text: &'a str, shown: &str) -> Result<(Option<FrontMatter<'a>>, usize), Problem> {
    unmarked(text, shown)?;
    let problem = |line, what: &str, remedy: &str| Err(Problem::line(shown, line, what, remedy).leaves(Unread::Whole));
    match front_matter(text) {
        (Head::Body, start) => Ok((None, start)),
        (Head::Matter(matter), start) => Ok((Some(matter), start)),
        (Head::Unclosed(line), _) => problem(
            line,
            "the front matter begins here and does not end",
            "Write a line of --- below its last key; until then this file is left out",
        ),
        (Head::Toml(line), _) => problem(
            line,
            "the front matter is TOML, between lines of +++; only YAML is read",
            "Write --- for +++ and key: value for key = value; until then this file is left out",
        ),
    }
}

/// Refuses a text in which git left both sides of a conflict.
fn unmarked(text: &str, shown: &str) -> Result<(), Problem> {
    match contents(text).position(|line| line.starts_with("<<<<<<< ")) {
        None => Ok(()),
        Some(line) => Err(Problem::line(
            shown,
            line + 1,
            "git conflict markers; it is not counted",
            "Choose one side in your editor",
        )
        .leaves(Unread::Whole)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::part::Part;
    use crate::store::{answers, interviews};

    const FILE: &str =
        "---\nid: k1\ntitle: The queue\ncompany: Acme\nkind: tale\n---\n# Other\n## Situation\nWords (TODO).\n";

    fn read(text: &str) {
        let (answer, problems) = answers::parse(text, "answers/x.md").unwrap();
        assert_eq!(
            (answer.id.as_str(), answer.title.as_str()),
            ("k1", "The queue"),
            "{text:?}"
        );
        assert_eq!((answer.words(), answer.parts()), (2, vec![Part::Situation]), "{text:?}");
        assert!(answer.body().starts_with("# Other"), "{text:?}");
        let kind = contents(text).position(|line| line.starts_with("kind")).unwrap() + 1;
        let unknown: Vec<_> = problems
            .iter()
            .filter(|problem| problem.what.contains("tale"))
            .collect();
        assert_eq!(unknown[0].line, Some(kind), "{text:?}");
        let unfinished = contents(text).position(|line| line.contains("TODO")).unwrap() + 1;
        assert_eq!(answer.unfinished()[0].line, unfinished, "{text:?}");
        let (interview, _) = interviews::parse(text, "interviews/x.md").unwrap();
        assert_eq!(interview.company, "Acme", "{text:?}");
    }

    #[test]
    fn front_matter_is_known_by_every_mark_line_end_and_closing_line() {
        for mark in ["", "\u{feff}"] {
            for blank in ["", "\n", "\n  \n\t\n"] {
                for close in ["---", "...", "---  ", "...\t"] {
                    for end in ["\n", "\r\n", "\r", "\u{85}", "\u{2028}"] {
                        let file = FILE.replace("\n---\n", &format!("\n{close}\n"));
                        read(&(mark.to_owned() + &(blank.to_owned() + &file).replace('\n', end)));
                    }
                }
            }
        }
        let (answer, _) = answers::parse("---\n---", "answers/a-b.md").unwrap();
        assert_eq!((answer.title.as_str(), answer.body()), ("a b", ""));
    }

    #[test]
    fn front_matter_that_is_not_closed_or_not_yaml_is_a_problem_and_never_the_text() {
        for (text, line, told) in [
            ("---\nid: k1\ntitle: The queue\n## Situation\nWords.\n", 1, "--- below"),
            ("---\rid: k1\r", 1, "--- below"),
            ("\u{feff}\n\n---\nid: k1", 3, "--- below"),
            ("---", 1, "--- below"),
            ("---\nid: k1\n----\nWords\n", 1, "--- below"),
            ("+++\nid = \"k1\"\n+++\nWords.\n", 1, "key: value"),
            ("\r\n+++\r\nid = 1\r\n", 2, "key: value"),
            ("---\nOnly words between two rules\n---\nMore\n", 2, "key"),
            ("---\n- a\n- b\n---\n", 2, "key"),
            ("---\nid: a\nquestions: [\n---\n", 3, "bracket"),
        ] {
            for problem in [
                answers::parse(text, "x.md").map(drop).unwrap_err(),
                interviews::parse(text, "x.md").map(drop).unwrap_err(),
            ] {
                let said = format!("{} {}", problem.what, problem.remedy);
                assert_eq!(problem.line, Some(line), "{text:?}: {said}");
                assert!(said.contains(told), "{text:?}: {said}");
            }
        }
        for text in ["# Words\n---\nMore\n", "-- -\nWords", "--- words\n---\n", "++\n", ""] {
            assert_eq!(answers::parse(text, "x.md").unwrap().0.body(), text);
        }
    }
}
