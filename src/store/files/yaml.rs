//! Reading YAML into types, with what is wrong said by line.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::limits::check_yaml;
use crate::domain::problem::{Problem, Unread};
use crate::markup::positions::Outline;

/// Parses checked YAML. Keys the type does not know are left in the file and listed as problems.
///
/// # Errors
/// The problem, with the line counted from `first_line`.
pub fn parse<T: DeserializeOwned>(text: &str, shown: &str, first_line: usize) -> Result<(T, Vec<Problem>), Problem> {
    parse_with(text, shown, first_line, |_| true)
}

/// The format of the files this version knows.
pub const FORMAT: u32 = 1;

/// The top of a file as far as its format goes; every other key is passed over.
#[derive(Debug, Default, Deserialize)]
struct Top {
    format: Option<serde_yaml::Value>,
}

/// Refuses a file of a later format: what it says may mean something else there.
fn of_this_format(text: &str, shown: &str, first_line: usize) -> Result<(), Problem> {
    let top: Top = if text.contains("format") {
        serde_yaml::from_str(text).unwrap_or_default()
    } else {
        Top::default()
    };
    let format = top
        .format
        .and_then(|format| format.as_u64().or_else(|| format.as_str()?.parse().ok()));
    match format {
        Some(format) if format > u64::from(FORMAT) => Err(Problem::line(
            shown,
            first_line + Outline::new(text).line_of_path("format") - 1,
            format!("it has format {format}; this version knows {FORMAT}, so it is left out"),
            "Install that version",
        )),
        _ => Ok(()),
    }
}

/// The same, where keys of the person's own are welcome: of those the type does not know, only these are listed.
///
/// # Errors
/// The problem, with the line counted from `first_line`.
pub fn parse_with<T: DeserializeOwned>(
    text: &str,
    shown: &str,
    first_line: usize,
    listed: impl Fn(&str) -> bool,
) -> Result<(T, Vec<Problem>), Problem> {
    let read = parse_any_format(text, shown, first_line, listed)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    of_this_format(text, shown, first_line).map_err(|problem| problem.leaves(Unread::Whole))?;
    Ok(read)
}

/// The same for a file that may be of any format.
///
/// # Errors
/// The problem, with the line counted from `first_line`.
pub(in crate::store) fn parse_any_format<T: DeserializeOwned>(
    text: &str,
    shown: &str,
    first_line: usize,
    listed: impl Fn(&str) -> bool,
) -> Result<(T, Vec<Problem>), Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let unreadable = |problem: Problem| problem.leaves(Unread::Whole);
    check_yaml(text, shown, first_line).map_err(unreadable)?;
    let mut unknown = Vec::new();
    let value = serde_ignored::deserialize(serde_yaml::Deserializer::from_str(text), |path| {
        let path = path.to_string();
        if listed(path.rsplit('.').next().unwrap_or(&path)) {
            unknown.push(path);
        }
    })
    .map_err(|error: serde_yaml::Error| unreadable(broken(&error, text, shown, first_line)))?;
    let mut problems = Vec::new();
    if !unknown.is_empty() {
        let outline = Outline::new(text);
        problems.extend(
            unknown
                .iter()
                .map(|path| unknown_key(path, &outline, shown, first_line)),
        );
    }
    Ok((value, problems))
}

fn broken(error: &serde_yaml::Error, text: &str, shown: &str, first_line: usize) -> Problem {
    let said = error.to_string();
    let what = said.split(" at line ").next().unwrap_or(&said);
    let (what, position) = what.split_once(" at position ").unwrap_or((what, ""));
    let line = match (error.location(), position.parse::<usize>()) {
        (Some(place), Err(_)) => first_line + place.line().saturating_sub(1),
        (_, Ok(position)) => first_line + text.bytes().take(position).filter(|byte| *byte == b'\n').count(),
        _ => first_line,
    };
    Problem::line(shown, line, what, "Mend the line; until then this file is left out")
}

fn unknown_key(path: &str, outline: &Outline, shown: &str, first_line: usize) -> Problem {
    let key = path.rsplit('.').next().unwrap_or(path);
    Problem::line(
        shown,
        first_line + outline.line_of_path(path) - 1,
        format!("the key \"{key}\" is not known here"),
        "Check its spelling; it is kept and not used",
    )
    .leaves(Unread::Nothing)
    .about(key)
}

/// The lines, from 1, at which the entries of a block list under a top-level key begin.
pub fn item_lines(text: &str, key: &str) -> Vec<usize> {
    let mut lines = Vec::new();
    let mut inside = false;
    let mut indent = None;
    for (index, line) in text.lines().enumerate() {
        let rest = line.trim_start();
        let here = line.len() - rest.len();
        if here == 0 && rest.strip_prefix(key).is_some_and(|rest| rest.starts_with(':')) {
            inside = true;
        } else if inside && (rest.starts_with("- ") || rest == "-") {
            if here == *indent.get_or_insert(here) {
                lines.push(index + 1);
            }
        } else if inside && here == 0 && !rest.is_empty() && !rest.starts_with('#') {
            inside = false;
        }
    }
    lines
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Deserialize, Debug)]
    #[expect(dead_code, reason = "only its parsing is looked at")]
    struct Sample {
        a: u32,
    }

    #[test]
    fn an_error_has_its_line_and_an_unknown_key_is_no_error() {
        let error = parse::<Sample>("b: 1\na: x\n", "f", 10).unwrap_err();
        assert_eq!(error.line, Some(11), "{error:?}");
        let (_, problems) = parse::<Sample>("a: 1\nbb: 2\n", "f", 1).unwrap();
        assert_eq!((problems.len(), problems[0].line), (1, Some(2)));
        assert!(parse::<Sample>("a: 1\na: 2\n", "f", 1).is_err());
        let error = parse::<Sample>("# é\na: 1\n# b\u{7f}\n", "f", 1).unwrap_err();
        assert_eq!(
            (error.line, error.what.as_str()),
            (Some(3), "control characters are not allowed")
        );
    }

    #[test]
    fn a_file_of_a_later_format_is_refused_at_its_line() {
        for text in ["a: 1\nformat: 2\n", "a: 1\nformat: \"3\"\n"] {
            let error = parse::<Sample>(text, "f", 1).unwrap_err();
            assert_eq!((error.line, error.unread), (Some(2), Unread::Whole), "{text}");
            assert!(parse_any_format::<Sample>(text, "f", 1, |_| true).is_ok());
        }
        for text in [
            "a: 1\nformat: 1\n",
            "a: 1\nb: {format: 2}\n",
            "a: 1\nformat: html\n",
            "a: 1 # format: 2\n",
        ] {
            assert!(parse::<Sample>(text, "f", 1).is_ok(), "{text}");
        }
    }

    #[test]
    fn an_unknown_key_is_found_where_it_is_and_not_where_another_is_called_so() {
        let text =
            "questions:\n  - id: a\n    probes:\n      - ask: x\n    ask: y\n  - id: b\n    title: z\ntitle: t\n";
        let (_, problems) = parse::<crate::store::banks::BankFile>(text, "f", 1).unwrap();
        assert_eq!(problems.iter().map(|p| p.line).collect::<Vec<_>>(), [Some(7)]);
    }

    #[test]
    fn the_entries_of_a_list_are_found_by_line() {
        let text = "a: 1\nquestions:\n  - id: x\n    probes:\n      - ask: y\n  # note\n  - id: z\nb: 2\n- c\n";
        assert_eq!(item_lines(text, "questions"), [3, 7]);
    }
}
