//! The format of a home, which its settings say: seen by itself, whatever else stands there.

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use serde_yaml::Value;

use crate::store::files::limits::FILE_BYTES;
use crate::store::files::yaml::{self, FORMAT};

/// What to do about a later format.
pub(super) const INSTALL: &str = "Install that version; here nothing is written";

/// Whether a home may be written to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Access {
    /// It may.
    #[default]
    Full,
    /// It was made by a later version; the sentence says so.
    ReadOnly(String),
}

/// Whether this version may write to a home with this settings file. Settings that cannot be read say no format, and
/// what is practised is worth more than what they may have said.
pub(super) fn access(path: &Path) -> Access {
    let mut bytes = Vec::new();
    let plain = fs::metadata(path).is_ok_and(|meta| meta.is_file());
    let read = plain.then(|| File::open(path).and_then(|file| file.take(FILE_BYTES).read_to_end(&mut bytes)));
    drop(read);
    let text = String::from_utf8_lossy(&bytes);
    let said = match yaml::strict::<Value>(&text, "") {
        Ok(settings) => settings.get("format").map(number),
        Err(_) => scanned(&text),
    };
    match said {
        None => Access::Full,
        Some(format) if (0.0..=f64::from(FORMAT)).contains(&format) => Access::Full,
        Some(format) => {
            let format = if format.is_finite() {
                format.to_string()
            } else {
                "that is no number".to_owned()
            };
            Access::ReadOnly(format!(
                "these files have format {format}; this version knows {FORMAT}, so they are only read"
            ))
        }
    }
}

/// The number a value of `format` is, also one in quotes; what is no number is later than any.
fn number(value: &Value) -> f64 {
    let number = match value {
        Value::Null => Some(0.0),
        Value::String(text) => text.trim().parse().ok(),
        value => value.as_f64(),
    };
    number.unwrap_or(f64::INFINITY)
}

/// The latest format named in a text no parser reads: `format:` at the beginning of a line or behind a brace or comma, in
/// quotes or not.
fn scanned(text: &str) -> Option<f64> {
    let value = |piece: &str| {
        let piece = piece.trim_start_matches(['\u{feff}', ' ', '\t', '?', '"', '\'']);
        let rest = piece.strip_prefix("format")?.trim_start_matches(['"', '\'']);
        let value = rest.trim_start().strip_prefix(':')?.trim();
        let value = value.trim_start_matches(['"', '\'']);
        let end = value.find(|c: char| !c.is_ascii_digit() && c != '.');
        value[..end.unwrap_or(value.len())].parse().ok()
    };
    text.split(['\n', '\r', '{', ',']).filter_map(value).reduce(f64::max)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    fn of(text: &[u8]) -> Access {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("greenroom.yaml");
        fs::write(&path, text).unwrap();
        access(&path)
    }

    #[test]
    fn a_later_format_is_seen_whatever_else_stands_in_the_file() {
        for text in [
            "format: 2",
            "format: \"2\"",
            "format: '2' # later",
            "\"format\": 2",
            "? format\n: 2",
            "{format: 2}",
            "{\"think\": \"30s\", \"format\": 2}",
            "format: 2\nprivate_words: {a: b}\nminutes: many",
            "format: 2\nthink: [30s",
            "think: [30s\nformat: \"3\"\n",
            "\u{feff}format: 2\nthink: : :\n",
            "format: 1\nformat: 2\n",
            "{ think: 30s, 'format' : 2",
            "format: 2\nnote: &a x\nmore: *a\n",
            "format: 2\r\nbell: \u{7}\r\n",
            "format: 1.5",
            "format: later",
            "format: [1]",
            "format: 99999999999999999999",
        ] {
            assert!(matches!(of(text.as_bytes()), Access::ReadOnly(_)), "{text}");
        }
        assert!(matches!(of(b"format: 2\nbell: \xff\n"), Access::ReadOnly(_)));
        let said = "these files have format 2; this version knows 1, so they are only read";
        assert_eq!(of(b"format: 2"), Access::ReadOnly(said.to_owned()));
    }

    #[test]
    fn what_names_no_later_format_may_be_written_to() {
        for text in [
            "",
            "format: 1",
            "format: \"1\"",
            "format: 1.0",
            "format:",
            "# format: 2\nthink: 30s",
            "think: [30s",
            "notes:\n  format: 2\n",
            "reformat: 2\nthink: [",
            "- a\n",
        ] {
            assert_eq!(of(text.as_bytes()), Access::Full, "{text}");
        }
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(access(folder.path()), Access::Full);
        assert_eq!(access(&folder.path().join("none")), Access::Full);
    }
}
