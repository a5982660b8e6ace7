//! The JSON that lists print: harmless to a terminal, every key always there.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Value, json};

use super::fault::Fault;
use super::out::Out;
use crate::domain::problem::Problem;

/// Bytes of a long list that are printed at a time.
const PIECE: usize = 1 << 16;

/// Prints a list with its problems row by row, so that a long one is never there as a whole.
pub(super) fn print_list(
    name: &str,
    rows: impl Iterator<Item = impl Serialize>,
    problems: &[Problem],
    out: &mut Out,
) -> Result<u8, Fault> {
    let mut piece = format!("{{\n  \"format\": 1,\n  \"{name}\": [");
    let mut between = "\n    ";
    for row in rows {
        piece.push_str(between);
        piece.push_str(&indented(&row, "\n    "));
        between = ",\n    ";
        if piece.len() > PIECE {
            out.bytes(harmless(&piece).as_bytes())?;
            piece.clear();
        }
    }
    let end = if between.starts_with(',') { "\n  ]" } else { "]" };
    let problems = indented(&listed(problems), "\n  ");
    piece.push_str(&format!("{end},\n  \"problems\": {problems}\n}}\n"));
    out.bytes(harmless(&piece).as_bytes())
}

/// Pretty JSON that stands further in: `line_end` is a line end and what comes before each line.
fn indented(value: &impl Serialize, line_end: &str) -> String {
    serde_json::to_string_pretty(value)
        .unwrap_or_default()
        .replace('\n', line_end)
}

/// File problems as lists have them.
fn listed(problems: &[Problem]) -> Value {
    let listed = problems.iter().map(|problem| {
        json!({
            "path": problem.path,
            "line": problem.line,
            "what": problem.what,
            "do": problem.remedy,
        })
    });
    listed.collect()
}

/// An object with the format and the file problems added, as it is printed.
pub(super) fn envelope(what: Value, problems: &[Problem]) -> Vec<u8> {
    of_format(1, what, problems)
}

/// The same in a format that is no longer the first.
pub(super) fn of_format(format: u32, mut what: Value, problems: &[Problem]) -> Vec<u8> {
    what["format"] = json!(format);
    what["problems"] = listed(problems);
    render(&what)
}

/// Pretty JSON with everything escaped that could steer a terminal.
pub(super) fn render(value: &Value) -> Vec<u8> {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    harmless(&text).into_owned().into_bytes()
}

/// JSON with everything escaped that could steer a terminal.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let mut buffer = [0; 4];
        let one: &str = c.encode_utf8(&mut buffer);
        if c == '\n' || crate::text::shown::Shown::new(one).as_str() == one && !is_joiner(c) {
            out.push(c);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
    Cow::Owned(out)
}

fn is_joiner(c: char) -> bool {
    c == '\u{200d}'
}

/// A number of seconds or a rating with at most four places behind the point.
pub(super) fn number(value: f64) -> Value {
    json!((value * 10_000.0).round() / 10_000.0)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn what_steers_is_escaped_and_reads_back_the_same() {
        let value = json!({"a": "x\u{1b}\u{202e}\u{9b}\u{e0041}\u{200d}é面"});
        let text = String::from_utf8(render(&value)).unwrap();
        assert!(text.contains("\\u202e") && text.contains("é面"));
        assert!(!text.contains('\u{202e}') && !text.contains('\u{9b}'));
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }

    #[test]
    fn a_list_printed_row_by_row_is_the_same_document() {
        let problems = [Problem::line("a.md", 3, "odd \u{202e}", "Mend it")];
        for count in [0, 1, 2, 5_000] {
            let row = |n| json!({"id": n, "note": "a\nb \u{1b} é"});
            let rows: Vec<Value> = (0..count).map(row).collect();
            let mut printed = Vec::new();
            print_list("rows", rows.iter(), &problems, &mut Out::pipe(&mut printed)).unwrap();
            let whole = envelope(json!({ "rows": rows }), &problems);
            let read = |bytes: &[u8]| serde_json::from_slice::<Value>(bytes).unwrap();
            assert_eq!(read(&printed), read(&whole));
            assert_eq!(printed.len(), whole.len(), "the same layout");
        }
    }
}
