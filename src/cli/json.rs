//! The JSON that lists print: harmless to a terminal, every key always there.

use serde_json::{Value, json};

use crate::domain::problem::Problem;

/// A list with its problems, as it is printed.
pub(super) fn document(name: &str, rows: &[Value], problems: &[Problem]) -> Vec<u8> {
    envelope(json!({ name: rows }), problems)
}

/// An object with the format and the file problems added, as it is printed.
pub(super) fn envelope(mut what: Value, problems: &[Problem]) -> Vec<u8> {
    let problems: Vec<Value> = problems
        .iter()
        .map(|problem| {
            json!({
                "path": problem.path,
                "line": problem.line,
                "what": problem.what,
                "do": problem.remedy,
            })
        })
        .collect();
    what["format"] = json!(1);
    what["problems"] = json!(problems);
    render(&what)
}

/// Pretty JSON with everything escaped that could steer a terminal.
pub(super) fn render(value: &Value) -> Vec<u8> {
    let text = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut out = String::with_capacity(text.len() + 1);
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
    out.push('\n');
    out.into_bytes()
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
}
