//! Lists of small maps in front matter: one entry more, or one key of an entry changed, all else byte for byte.
//!
//! ```text
//! rounds:
//!   - kind: onsite
//!     at: 2026-11-30 10:00
//!   - {kind: feedback, at: 2026-12-04}
//! ```

use std::ops::Range;

use super::closed::brackets;
use super::front_matter::{Node, UnsupportedYaml, nodes, value_start};
use super::lines::{breaks, content, ending, first_line, split};
use super::scalar::{Value, unquoted};

impl Node {
    /// Adds an entry at the end of a list with dashes; a list that holds nothing is begun.
    pub(super) fn add_entry(&mut self, keys: &[(&str, Value)]) -> Result<(), UnsupportedYaml> {
        let line_end = ending(first_line(&self.text)).to_owned();
        let (at, dash) = if let Some(spans) = self.dashes_or_nothing()? {
            let last = spans.last().ok_or(UnsupportedYaml)?;
            let line = first_line(&self.text[last.clone()]);
            let head = &line[..line.find('-').unwrap_or_default()];
            (last.end, format!("{head}- "))
        } else {
            self.set("");
            let end = content(&self.text).trim_end().len();
            self.text.replace_range(end..content(&self.text).len(), "");
            (self.text.len(), "  - ".to_owned())
        };
        let indent = " ".repeat(dash.len());
        let lines: String = keys
            .iter()
            .enumerate()
            .map(|(n, (key, value))| {
                let head = if n == 0 { &dash } else { &indent };
                format!("{head}{key}: {}{line_end}", value.as_str())
            })
            .collect();
        self.text.insert_str(at, &lines);
        Ok(())
    }

    /// Sets a key of the entry at a place, or takes it out where there is no value.
    pub(super) fn set_in_entry(
        &mut self,
        place: usize,
        key: &str,
        value: Option<&Value>,
    ) -> Result<(), UnsupportedYaml> {
        let span = self.dashes_or_nothing()?.ok_or(UnsupportedYaml)?;
        let span = span.get(place).ok_or(UnsupportedYaml)?.clone();
        let entry = self.text[span.clone()].to_owned();
        let dash = entry.find('-').ok_or(UnsupportedYaml)?;
        let gap = entry[dash + 1..].len() - entry[dash + 1..].trim_start_matches(' ').len();
        let column = dash + 1 + gap;
        let changed = if entry[column..].starts_with('{') {
            let (head, map) = entry.split_at(column);
            format!("{head}{}", in_brackets(map, key, value)?)
        } else {
            in_lines(&entry, column, key, value)?
        };
        self.text.replace_range(span, &changed);
        Ok(())
    }

    /// The lines of each entry of a list with dashes; none where the key has no value yet.
    fn dashes_or_nothing(&self) -> Result<Option<Vec<Range<usize>>>, UnsupportedYaml> {
        let first = first_line(&self.text);
        let value = content(first)[value_start(&self.text, self.colon)..].trim();
        let nothing = value.is_empty() || value.starts_with('#');
        if nothing && first.len() < self.text.len() {
            return self.dashes(first.len()).map(Some);
        }
        let empty = value
            .strip_prefix('[')
            .and_then(|rest| rest.trim_start().strip_prefix(']'));
        let empty = empty.is_some_and(|rest| rest.trim().is_empty() || rest.trim().starts_with('#'));
        (nothing || empty || matches!(value, "~" | "null"))
            .then_some(None)
            .ok_or(UnsupportedYaml)
    }
}

/// An entry written over several lines with one key changed. `column` is where its keys begin.
fn in_lines(entry: &str, column: usize, key: &str, value: Option<&Value>) -> Result<String, UnsupportedYaml> {
    let lines: Vec<&str> = split(entry).collect();
    let head = &lines[0][..column];
    let shift = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let cut: Vec<usize> = lines
        .iter()
        .enumerate()
        .map(|(n, line)| if n == 0 { column } else { shift(line).min(column) })
        .collect();
    let inner: String = lines.iter().zip(&cut).map(|(line, cut)| &line[*cut..]).collect();
    let mut found = nodes(&inner);
    if found.iter().any(|node| node.kind == super::front_matter::NodeKind::Odd) {
        return Err(UnsupportedYaml);
    }
    let Some(at) = found.iter().position(|node| node.is(key)) else {
        let Some(value) = value else {
            return Ok(entry.to_owned());
        };
        let (indent, line_end) = (" ".repeat(column), ending(lines[0]));
        return Ok(format!("{entry}{indent}{key}: {}{line_end}", value.as_str()));
    };
    let begin: usize = found[..at].iter().map(|node| breaks(&node.text)).sum();
    let count = breaks(&found[at].text);
    let mut out: String = lines[..begin].concat();
    match value {
        Some(value) => {
            found[at].set(value.as_str());
            out.push_str(&lines[begin][..cut[begin]]);
            out.push_str(&found[at].text);
            out.push_str(&lines[begin + count..].concat());
        }
        None if begin == 0 => {
            // The dash stands before the key that goes: the next one takes its place.
            let next = lines
                .get(count)
                .filter(|line| shift(line) == column)
                .ok_or(UnsupportedYaml)?;
            out.push_str(head);
            out.push_str(&next[column..]);
            out.push_str(&lines[count + 1..].concat());
        }
        None => out.push_str(&lines[begin + count..].concat()),
    }
    Ok(out)
}

/// A map in brackets with one key changed.
fn in_brackets(map: &str, key: &str, value: Option<&Value>) -> Result<String, UnsupportedYaml> {
    let (items, _) = brackets(map).ok_or(UnsupportedYaml)?;
    let parts = |span: &Range<usize>| -> Option<(String, usize)> {
        let colon = map[span.clone()].find(':')?;
        Some((unquoted(&map[span.start..span.start + colon]), span.start + colon + 1))
    };
    let at = items
        .iter()
        .position(|span| parts(span).is_some_and(|(name, _)| name == key));
    let mut out = map.to_owned();
    match (at, value) {
        (None, None) => {}
        (Some(at), Some(value)) => {
            let (_, colon) = parts(&items[at]).ok_or(UnsupportedYaml)?;
            out.replace_range(colon..items[at].end, &format!(" {}", value.in_brackets()));
        }
        (None, Some(value)) => {
            let (end, comma) = items.last().map_or((1, ""), |last| (last.end, ", "));
            out.insert_str(end, &format!("{comma}{key}: {}", value.in_brackets()));
        }
        (Some(at), None) => {
            let span = match at {
                0 if items.len() > 1 => items[0].start..items[1].start,
                0 => items[0].clone(),
                at => items[at - 1].end..items[at].end,
            };
            out.replace_range(span, "");
        }
    }
    Ok(out)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::markup::document::Document;

    const TEXT: &str = "---\n\
        company: Acme\n\
        rounds: # so far\n\
        # the first\n\
        - kind: recruiter   # a call\n\
        \x20 at: 2026-11-02 10:00\n\
        \n\
        -   at: 2026-11-09\n\
        \x20   # who\n\
        \x20   with: >-\n\
        \x20     Mara\n\
        \x20     Ilves\n\
        \x20   kind: onsite\n\
        - {kind: feedback, at: 2026-11-12 09:00} # a favour\n\
        outcome: open\n\
        ---\nBody\n";

    fn with(place: usize, key: &str, value: Option<&str>) -> String {
        let mut document = Document::parse(TEXT);
        let value = value.map(Value::plain);
        document.set_in_entry("rounds", place, key, value.as_ref()).unwrap();
        document.text()
    }

    #[test]
    fn one_key_of_one_entry_changes_and_everything_else_stays() {
        for (place, key, value, old, new) in [
            (
                0,
                "kind",
                Some("panel"),
                "- kind: recruiter   # a call",
                "- kind: panel   # a call",
            ),
            (0, "at", Some("2026-11-03"), "at: 2026-11-02 10:00", "at: 2026-11-03"),
            (
                0,
                "state",
                Some("done"),
                "at: 2026-11-02 10:00\n",
                "at: 2026-11-02 10:00\n  state: done\n",
            ),
            (
                1,
                "with",
                Some("Jo"),
                "with: >-\n      Mara\n      Ilves\n",
                "with: Jo\n",
            ),
            (
                1,
                "state",
                Some("done"),
                "kind: onsite\n",
                "kind: onsite\n    state: done\n",
            ),
            (1, "kind", None, "    kind: onsite\n", ""),
            (0, "kind", None, "- kind: recruiter   # a call\n  at:", "- at:"),
            (2, "at", Some("2026-11-13"), "at: 2026-11-12 09:00}", "at: 2026-11-13}"),
            (2, "state", Some("done"), "09:00}", "09:00, state: done}"),
            (2, "kind", None, "{kind: feedback, at", "{at"),
            (2, "at", None, ", at: 2026-11-12 09:00}", "}"),
            (0, "none", None, "Acme", "Acme"),
        ] {
            assert_eq!(
                with(place, key, value),
                TEXT.replacen(old, new, 1),
                "{place} {key} {value:?}"
            );
        }
        let mut document = Document::parse(TEXT);
        assert!(document.set_in_entry("rounds", 3, "at", None).is_err());
        assert!(document.set_in_entry("company", 0, "at", None).is_err());
        assert_eq!(document.text(), TEXT);
    }

    #[test]
    fn an_entry_is_added_as_the_others_are_written_and_a_list_is_begun() {
        let keys = [
            ("kind", Value::plain("panel")),
            ("at", Value::plain("2026-12-01 09:30")),
        ];
        let mut document = Document::parse(TEXT);
        document.add_entry("rounds", &keys).unwrap();
        let new = "# a favour\n- kind: panel\n  at: 2026-12-01 09:30\n";
        assert_eq!(document.text(), TEXT.replace("# a favour\n", new));
        for begun in ["rounds: []", "rounds:", "rounds: ~", "rounds: [ ]", ""] {
            let mut document = Document::parse(&format!("---\r\n{begun}\r\n---\r\n"));
            document.add_entry("rounds", &keys).unwrap();
            let text = document.text();
            let list = "rounds:\r\n  - kind: panel\r\n    at: 2026-12-01 09:30\r\n---\r\n";
            assert!(text.ends_with(list), "{begun}: {text:?}");
        }
        let mut document = Document::parse("---\nrounds: [{kind: panel}]\n---\n");
        assert!(document.add_entry("rounds", &keys).is_err());
    }
}
