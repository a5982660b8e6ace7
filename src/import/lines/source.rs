//! Bytes to text to lines: encodings, line ends, limits. Knows nothing of notes.

use crate::domain::problem::Problem;

/// The largest file that is read, in bytes.
pub const LIMIT: usize = 8 * 1024 * 1024;

/// The text of a file, or that it has none.
pub(in crate::import) struct Source {
    /// The decoded text, byte order mark left out, line ends as they were.
    pub(in crate::import) text: String,
    /// What was wrong with the bytes.
    pub(in crate::import) problems: Vec<Problem>,
    /// Whether the text is worth reading: small enough, and text at all.
    pub(in crate::import) readable: bool,
}

/// Decodes a file: UTF-8, or UTF-16 that says so or looks it.
pub(in crate::import) fn decode(name: &str, bytes: &[u8]) -> Source {
    if bytes.len() > LIMIT {
        let what = format!(
            "{} MiB is more than the 8 MiB that are read",
            bytes.len() / (1024 * 1024)
        );
        return refused(name, what, "split it into smaller files");
    }
    if [&b"%PDF-"[..], b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"]
        .iter()
        .any(|magic| bytes.starts_with(magic))
    {
        return refused(
            name,
            "it is a document, not text".to_owned(),
            "save it as plain text or Markdown first",
        );
    }
    let (text, whole) = match utf16(bytes) {
        Some(decoded) => decoded,
        None => utf8(bytes),
    };
    let mut problems = Vec::new();
    if !whole {
        problems.push(Problem::file(
            name,
            "some bytes are not valid text and are shown as \u{fffd}",
            "save the file as UTF-8 and import it again",
        ));
    }
    Source {
        text,
        problems,
        readable: true,
    }
}

fn refused(name: &str, what: String, remedy: &str) -> Source {
    Source {
        text: String::new(),
        problems: vec![Problem::file(name, what, remedy)],
        readable: false,
    }
}

fn utf8(bytes: &[u8]) -> (String, bool) {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), true),
        Err(_) => (String::from_utf8_lossy(bytes).into_owned(), false),
    }
}

/// The text of UTF-16 bytes: with a byte order mark, or where every other of the first bytes is zero.
fn utf16(bytes: &[u8]) -> Option<(String, bool)> {
    let zero_at =
        |odd: usize| bytes.len() >= 8 && (0..4).all(|n| bytes[2 * n + odd] == 0 && bytes[2 * n + 1 - odd] != 0);
    let (little, rest) = match bytes {
        [0xff, 0xfe, rest @ ..] => (true, rest),
        [0xfe, 0xff, rest @ ..] => (false, rest),
        _ if zero_at(1) => (true, bytes),
        _ if zero_at(0) => (false, bytes),
        _ => return None,
    };
    let units = rest.chunks_exact(2).map(|pair| {
        let pair = [pair[0], pair[1]];
        if little {
            u16::from_le_bytes(pair)
        } else {
            u16::from_be_bytes(pair)
        }
    });
    let mut whole = rest.len() % 2 == 0;
    let text = char::decode_utf16(units)
        .map(|unit| {
            unit.unwrap_or_else(|_| {
                whole = false;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    Some((text, whole))
}

/// Where each line begins and ends in the text, line ends inside: at `\n`, or at `\r` where there is no `\n`.
pub(in crate::import) fn line_spans(text: &str) -> Vec<(usize, usize)> {
    let end = if text.contains('\n') { b'\n' } else { b'\r' };
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        if byte == end {
            spans.push((start, at + 1));
            start = at + 1;
        }
    }
    if start < text.len() {
        spans.push((start, text.len()));
    }
    spans
}

/// Whether a line holds nothing to see.
pub(in crate::import) fn blank(line: &str) -> bool {
    line.chars().all(unseen)
}

/// Whether a character shows nothing: white space, zero width, NUL, separators.
pub(in crate::import) fn unseen(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\0' | '\u{1c}'..='\u{1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf16_of_both_orders_and_utf8_with_a_mark_read_alike() {
        let little: Vec<u8> = "Kept\ncalm".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = [0xfe, 0xff]
            .into_iter()
            .chain("Kept\ncalm".encode_utf16().flat_map(u16::to_be_bytes))
            .collect();
        for bytes in [&little[..], &big, b"\xef\xbb\xbfKept\ncalm"] {
            let source = decode("a.txt", bytes);
            assert_eq!(source.text, "Kept\ncalm");
            assert!(source.problems.is_empty());
        }
    }

    #[test]
    fn broken_bytes_are_read_and_said() {
        let source = decode("a.txt", b"caf\xe9\n");
        assert_eq!(source.text, "caf\u{fffd}\n");
        assert_eq!(source.problems.len(), 1);
    }

    #[test]
    fn a_lone_carriage_return_ends_a_line_only_where_nothing_else_does() {
        assert_eq!(line_spans("a\rb\rc").len(), 3);
        assert_eq!(line_spans("a\rb\nc").len(), 2);
        assert_eq!(line_spans("a\r\nb\r\n"), [(0, 3), (3, 6)]);
        assert!(line_spans("").is_empty());
    }

    #[test]
    fn a_file_over_the_limit_is_refused_with_a_remedy() {
        let source = decode("big.txt", &vec![b'a'; LIMIT + 1]);
        assert!(!source.readable);
        assert!(source.problems[0].remedy.contains("smaller"));
    }
}
