//! Bytes to text to lines: encodings, line ends, limits. Knows nothing of notes.

use super::office::{self, Refusal};
use crate::domain::problem::{Problem, Unread};

/// The largest file that is read, in bytes.
pub const LIMIT: usize = 16 * 1024 * 1024;

/// The text of a file, or that it has none.
pub(in crate::import) struct Source {
    /// The decoded text, byte order mark left out, line ends as they were.
    pub(in crate::import) text: String,
    /// The encoding it was read in, where that is a guess.
    pub(in crate::import) guessed: Option<&'static str>,
    /// What was wrong with the bytes.
    pub(in crate::import) problems: Vec<Problem>,
    /// Whether the text is worth reading: small enough, and text at all.
    pub(in crate::import) readable: bool,
    /// The ending of files that are read as this one, where that is not its own: a workbook is a table.
    pub(in crate::import) ending: Option<&'static str>,
}

/// Decodes a file: UTF-8, UTF-16 that says so or looks it, else what the bytes look like most.
pub(in crate::import) fn decode(name: &str, bytes: &[u8]) -> Source {
    if bytes.len() > LIMIT {
        let what = format!(
            "{} MiB is more than the 16 MiB that are read",
            bytes.len() / (1024 * 1024)
        );
        return refused(name, what, "split it into smaller files");
    }
    if bytes.starts_with(office::ARCHIVE) {
        return document(name, bytes);
    }
    if [&b"%PDF-"[..], b"\xd0\xcf\x11\xe0", b"{\\rtf"]
        .iter()
        .any(|magic| bytes.starts_with(magic))
    {
        return refused(
            name,
            "it is a document, not text".to_owned(),
            "save it as plain text or Markdown first",
        );
    }
    let decoded = utf16(bytes).or_else(|| utf8(bytes)).unwrap_or_else(|| guess(bytes));
    if decoded.binary {
        return refused(
            name,
            "it is not text".to_owned(),
            "bring a file of notes, a table or a bank of questions",
        );
    }
    let mut problems = Vec::new();
    if let Some(encoding) = decoded.guessed {
        problems.push(Problem::file(
            name,
            format!("it is not UTF-8; it is read as {encoding}, which is a guess"),
            "look whether the words are right, or save the file as UTF-8 and bring it again",
        ));
    }
    if !decoded.whole {
        problems.push(Problem::file(
            name,
            "some bytes are not valid text and are shown as \u{fffd}",
            "save the file as UTF-8 and import it again",
        ));
    }
    Source {
        guessed: decoded.guessed,
        problems,
        ending: None,
        ..Source::plain(decoded.text, "")
    }
}

/// A document or workbook, and what of it was not read.
fn document(name: &str, bytes: &[u8]) -> Source {
    let remedy = "put what is missing into a file of its own, or save it as plain text";
    match office::read(bytes) {
        Ok(read) => Source {
            problems: read
                .missing
                .into_iter()
                .map(|what| Problem::file(name, what, remedy).leaves(Unread::Part))
                .collect(),
            ..Source::plain(read.text, read.ending)
        },
        Err(Refusal::Broken(what)) => refused(name, what.to_owned(), "save it again, or as plain text"),
        Err(Refusal::Deck) => refused(
            name,
            "it is a deck of Anki, whose notes stand in a database".to_owned(),
            "in Anki choose File, Export, Notes in Plain Text, and bring that file",
        ),
        Err(Refusal::Unknown) => refused(
            name,
            "it is an archive".to_owned(),
            "unpack it, and bring what is in it",
        ),
    }
}

fn refused(name: &str, what: String, remedy: &str) -> Source {
    Source {
        text: String::new(),
        guessed: None,
        problems: vec![Problem::file(name, what, remedy)],
        readable: false,
        ending: None,
    }
}

impl Source {
    /// A text that nothing is wrong with, read as files of an ending are.
    fn plain(text: String, ending: &'static str) -> Source {
        Source {
            text,
            guessed: None,
            problems: Vec::new(),
            readable: true,
            ending: Some(ending),
        }
    }
}

/// Bytes as text.
struct Decoded {
    text: String,
    guessed: Option<&'static str>,
    /// Whether every byte was text.
    whole: bool,
    /// Whether it is no text at all.
    binary: bool,
}

fn utf8(bytes: &[u8]) -> Option<Decoded> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).ok()?;
    Some(Decoded {
        text: text.to_owned(),
        guessed: None,
        whole: true,
        binary: false,
    })
}

/// The text in the encoding the bytes look like most, as browsers guess it. Bytes of which one in fifty is a control
/// character that no text has are no text.
fn guess(bytes: &[u8]) -> Decoded {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, chardetng::Utf8Detection::Allow);
    let (text, _, broken) = encoding.decode(bytes);
    let control = |byte: &&u8| **byte < 9 || (14..27).contains(*byte);
    Decoded {
        guessed: Some(encoding.name()),
        whole: !broken,
        binary: bytes.iter().filter(control).count() * 50 > bytes.len(),
        text: text.into_owned(),
    }
}

/// The text of UTF-16 bytes: with a byte order mark, or where every other of the first bytes is zero.
fn utf16(bytes: &[u8]) -> Option<Decoded> {
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
    Some(Decoded {
        text,
        guessed: None,
        whole,
        binary: false,
    })
}

/// The number an editor gives each line: most count only one kind of line end, so that lines ended in another way share
/// the number of the line they stand on there.
pub(in crate::import) fn numbers(text: &str, spans: &[(usize, usize)]) -> Vec<usize> {
    let sign = ['\n', '\r'].into_iter().find(|sign| text.contains(*sign));
    let mut number = 1;
    spans
        .iter()
        .map(|(start, end)| {
            let here = number;
            number += usize::from(sign.is_none_or(|sign| text[*start..*end].ends_with(sign)));
            here
        })
        .collect()
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
    fn bytes_in_an_older_encoding_are_read_and_that_is_said() {
        let source = decode("a.txt", b"Mein Caf\xe9 am Hafen\nUnd die T\xfcr\n");
        assert_eq!(source.text, "Mein Café am Hafen\nUnd die Tür\n");
        assert_eq!(source.guessed, Some("windows-1252"));
        assert!(source.problems[0].what.contains("a guess"));
        let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode("港で働いています。船が好きです。\n");
        let source = decode("a.txt", &bytes);
        assert_eq!(source.text, "港で働いています。船が好きです。\n");
        assert_eq!(source.guessed, Some("Shift_JIS"));
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let bytes: Vec<u8> = (0..=255).cycle().take(4096).collect();
        let source = decode("a.bin", &bytes);
        assert!(!source.readable && source.problems[0].what.contains("not text"));
    }

    #[test]
    fn lines_are_numbered_as_an_editor_numbers_them() {
        let counted = |text: &str| numbers(text, &crate::text::line_ends::spans(text));
        assert_eq!(counted("a\nb\u{2028}c\nd"), [1, 2, 2, 3]);
        assert_eq!(counted("a\rb\rc"), [1, 2, 3]);
        assert_eq!(counted("a\u{b}b\u{85}c"), [1, 2, 3]);
        assert_eq!(counted("a\r\nb\r\n"), [1, 2]);
    }

    #[test]
    fn a_file_over_the_limit_is_refused_with_a_remedy() {
        let source = decode("big.txt", &vec![b'a'; LIMIT + 1]);
        assert!(!source.readable);
        assert!(source.problems[0].remedy.contains("smaller"));
    }
}
