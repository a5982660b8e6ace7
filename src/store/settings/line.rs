//! One setting changed in the text of `greenroom.yaml`: its own lines are replaced, all else stays byte for byte.

use serde_yaml::{Mapping, Value};

use crate::store::files::yaml::FORMAT;

use crate::domain::problem::Problem;
use crate::markup::scalar::unquoted;
use crate::store::files::yaml::{self, Page};

/// The text with one setting changed, read back: it holds what it held, and the change.
///
/// # Errors
/// The problem of a text that cannot be read, or is written in a way in which a setting has no line of its own.
pub(super) fn with_setting(text: &str, shown: &str, key: &str, value: &str) -> Result<String, Problem> {
    let mut wanted = settings(text, shown).map_err(|problem| Problem {
        remedy: "Mend it in your editor; until then the file is only read".to_owned(),
        ..problem
    })?;
    let new = edited(text, key, value);
    let after = settings(&new, shown);
    // A line may end otherwise to the parser; what stands behind such an end would go with the line.
    let lines = !text
        .replace("\r\n", "\n")
        .contains(['\r', '\u{85}', '\u{2028}', '\u{2029}']);
    if wanted.is_empty() {
        wanted.insert("format".into(), FORMAT.into());
    }
    let value_read: Value = serde_yaml::from_str(value).unwrap_or_default();
    wanted.insert(key.into(), value_read);
    if lines && after.is_ok_and(|after| after == wanted) {
        return Ok(new);
    }
    Err(Problem::line(
        shown,
        Page::read_any_format(text, shown, 1).map_or(1, |page| page.line_of_path(key)),
        format!("{key} cannot be changed here by its line alone, since the file is not written as a line for each key"),
        format!("Write {key}: {value} into it in your editor"),
    ))
}

/// What a text holds, as the parser finds it.
fn settings(text: &str, shown: &str) -> Result<Mapping, Problem> {
    Ok(yaml::strict::<Option<Mapping>>(text, shown)?.unwrap_or_default())
}

fn edited(text: &str, key: &str, value: &str) -> String {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    if let Some((first, last)) = span(text, key) {
        let old = &lines[first];
        let (name, behind) = old.split_at(colon(old).unwrap_or(0));
        let comment = comment(behind).map_or(String::new(), |comment| format!(" {comment}"));
        let end = &old[old.trim_end_matches(['\r', '\n']).len()..];
        let new = format!("{name}: {value}{comment}{end}");
        lines.splice(first..=last, [new]);
        return lines.concat();
    }
    let mut out = text.to_owned();
    let indent = indent(text).unwrap_or("");
    if !out.is_empty() && !out.ends_with('\n') && out != "\u{feff}" {
        out.push_str(line_end);
    }
    if first_key(text).is_none() {
        out.push_str(&format!("format: {FORMAT}{line_end}"));
    }
    out.push_str(&format!("{indent}{key}: {value}{line_end}"));
    out
}

/// The first and last line, from 0, of a top-level key with its value.
pub(super) fn span(text: &str, key: &str) -> Option<(usize, usize)> {
    let indent = indent(text)?;
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    let named = |line: &&str| {
        let rest = line.strip_prefix(indent).filter(|rest| !rest.starts_with(' '));
        rest.is_some_and(|rest| colon(rest).is_some_and(|colon| unquoted(&rest[..colon]) == key))
    };
    let first = lines.iter().position(named)?;
    let mut last = first;
    for (index, line) in lines.iter().enumerate().skip(first + 1) {
        let rest = line.trim_start();
        if rest.is_empty() || rest.starts_with('#') {
            continue;
        }
        if line.len() - rest.len() > indent.len() || rest.starts_with("- ") || rest == "-" {
            last = index;
        } else {
            break;
        }
    }
    Some((first, last))
}

/// The first line of a text with a key on it.
fn first_key(text: &str) -> Option<&str> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    lines.find(|line| !line.trim().is_empty() && !line.trim_start().starts_with(['#', '%']) && *line != "---")
}

/// The blanks before each key of a text.
fn indent(text: &str) -> Option<&str> {
    let line = first_key(text)?;
    Some(&line[..line.len() - line.trim_start_matches(' ').len()])
}

/// Where the colon behind the key of a line stands.
fn colon(line: &str) -> Option<usize> {
    let name = line.trim_start_matches(['\u{feff}', ' ']);
    let start = line.len() - name.len();
    let end = match name.chars().next()? {
        quote @ ('"' | '\'') => 2 + name[1..].find(quote)?,
        _ => name.find([':', ' ']).unwrap_or(name.len()),
    };
    let blanks = name[end..].len() - name[end..].trim_start().len();
    name[end + blanks..].starts_with(':').then_some(start + end + blanks)
}

/// The comment behind a key and its value: a `#` behind a blank, outside of quotes.
fn comment(behind: &str) -> Option<&str> {
    let value = behind.trim_start_matches([':', ' ']);
    let quotes = value.starts_with(['"', '\'', '[', '{']);
    let (mut open, mut before) = (None, ':');
    for (place, c) in behind.char_indices() {
        match (open, c) {
            (None, '#') if before == ' ' || before == '\t' => return Some(behind[place..].trim_end()),
            (None, '"' | '\'') if quotes => open = Some(c),
            (Some(mark), c) if mark == c && (c == '\'' || before != '\\') => open = None,
            _ => {}
        }
        // Two backslashes are one, which escapes nothing.
        before = if c == '\\' && before == '\\' { ' ' } else { c };
    }
    None
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn set(text: &str, key: &str, value: &str) -> String {
        with_setting(text, "greenroom.yaml", key, value).unwrap()
    }

    #[test]
    fn only_the_changed_line_changes() {
        let text = "# mine\nformat: 1\nthink: 30s   # breathe\nhide:\n  - people\n\nextra: {a: 1}";
        assert_eq!(
            set(text, "think", "45s"),
            "# mine\nformat: 1\nthink: 45s # breathe\nhide:\n  - people\n\nextra: {a: 1}"
        );
        assert_eq!(
            set(text, "hide", "[]"),
            "# mine\nformat: 1\nthink: 30s   # breathe\nhide: []\n\nextra: {a: 1}"
        );
        assert!(set(text, "bell", "on").ends_with("extra: {a: 1}\nbell: on\n"));
        assert_eq!(set("", "bell", "on"), "format: 1\nbell: on\n");
        assert_eq!(set("\u{feff}", "bell", "on"), "\u{feff}format: 1\nbell: on\n");
        assert_eq!(set("# mine", "bell", "on"), "# mine\nformat: 1\nbell: on\n");
        assert_eq!(set("think: 1m\r\n", "think", "2m"), "think: 2m\r\n");
        assert_eq!(set("\"think\" : 1m\n", "think", "2m"), "\"think\" : 2m\n");
        for value in [
            "1m",
            "don't",
            "'a '' # b'",
            "\"a \\\\\"",
            "\"a \\\" # b\"",
            "[a, ' # b']",
            "",
        ] {
            let text = format!("think: {value} # mine\n");
            assert_eq!(set(&text, "think", "2m"), "think: 2m # mine\n", "{text}");
        }
        assert_eq!(set("  think: 1m\n", "bell", "on"), "  think: 1m\n  bell: on\n");
        assert_eq!(set("  think: 1m\n  a: b\n", "think", "2m"), "  think: 2m\n  a: b\n");
        assert_eq!(
            set("---\nnote: |\n  think: no\n", "think", "2m"),
            "---\nnote: |\n  think: no\nthink: 2m\n"
        );
    }

    #[test]
    fn a_file_that_cannot_be_changed_by_the_line_is_refused_with_the_line_and_what_to_type() {
        for (text, key) in [
            ("{think: 45s}", "think"),
            ("{think: 45s}", "bell"),
            ("{\"think\": \"45s\",\n \"private_words\": [\"Hooli\"]}\n", "think"),
            ("? think\n: 45s\n", "think"),
            ("think: 45s\n...\n", "bell"),
            ("format: 1\rthink: 45s\r", "think"),
            ("a: \"x\nthink: y\"\n", "think"),
        ] {
            let refused = with_setting(text, "greenroom.yaml", key, "1m").unwrap_err();
            assert!(refused.line.is_some(), "{text:?}");
            assert_eq!(refused.remedy, format!("Write {key}: 1m into it in your editor"));
        }
        let broken = with_setting("think: 45s\nhide: [a\n", "greenroom.yaml", "bell", "on").unwrap_err();
        assert!(broken.line.is_some_and(|line| line >= 2), "{broken:?}");
        for text in ["a\n", "- a\n", "think: 1m\nthink: 2m\n"] {
            assert!(with_setting(text, "greenroom.yaml", "bell", "on").is_err(), "{text:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn what_is_written_holds_what_was_there_and_the_change(
            pieces in proptest::collection::vec(select(vec![
                "think: 30s", "think: '30s' # x", "\"think\": >-\n  30s", "hide:\n- people", "hide: [people,\n  change]",
                "note: |\n  think: no\n\n  hide: [", "deep:\n  think: 1s\n  hide: []", "# think: 9s", "", "---", "...",
                "{think: 1s}", "? think\n: 1s", "private_words: [\"a: b\", 'c#d']", "format: 1", "a: \"x\n  think: y\"",
            ]), 0..5),
            indent in select(vec!["", "  "]),
            end in select(vec!["\n", "\r\n"]),
            mark in any::<bool>(),
            (key, value) in select(vec![("think", "45s"), ("hide", "[]"), ("hide", "[people, change]"), ("bell", "on"), ("hide_questions", "['a:b', c]")]),
        ) {
            let body: String = pieces.iter().flat_map(|piece| piece.split('\n')).map(|line| format!("{indent}{line}{end}")).collect();
            let text = format!("{}{body}", if mark { "\u{feff}" } else { "" });
            let before = settings(&text, "f");
            match with_setting(&text, "f", key, value) {
                Ok(new) => {
                    let mut after = settings(&new, "f").unwrap();
                    let now = after.remove(key);
                    prop_assert_eq!(now, Some(serde_yaml::from_str::<Value>(value).unwrap()));
                    let mut before = before.unwrap();
                    if before.is_empty() {
                        before.insert("format".into(), FORMAT.into());
                    }
                    before.remove(key);
                    prop_assert_eq!(after, before);
                }
                Err(problem) => prop_assert!(problem.line.is_some() && !problem.remedy.is_empty()),
            }
        }
    }
}
