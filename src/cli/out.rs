//! The one way out: whatever a command prints, on standard output or standard error, passes here.
//!
//! Text comes from files, arguments and names of folders that somebody else may have chosen. On a terminal nothing of it
//! can move the cursor, colour the screen, turn the reading order or hide; a program on the other side gets every byte.

use std::io::{self, IsTerminal, Write};

use rustix::termios::tcgetwinsize;

use super::fault::Fault;
use crate::text::shown::{Shown, shown_lines};

/// Where a command prints.
pub struct Out<'a> {
    to: Box<dyn Write + 'a>,
    reader: Reader,
}

/// Who reads what is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reader {
    /// A person, on a terminal of so many columns; 0 where it does not say.
    Person(usize),
    /// A program, or a file.
    Program,
}

impl Out<'_> {
    /// Standard output.
    pub fn stdout() -> Out<'static> {
        Out {
            reader: Reader::of(&io::stdout()),
            to: Box::new(io::stdout()),
        }
    }

    /// Standard error.
    pub fn stderr() -> Out<'static> {
        Out {
            reader: Reader::of(&io::stderr()),
            to: Box::new(io::stderr()),
        }
    }

    /// What a program reads.
    pub fn pipe(to: &mut dyn Write) -> Out<'_> {
        Out {
            to: Box::new(to),
            reader: Reader::Program,
        }
    }

    /// Whether a person reads it on a terminal.
    pub(super) fn is_terminal(&self) -> bool {
        matches!(self.reader, Reader::Person(_))
    }

    /// The columns of the terminal, where there is one and it says so.
    pub(super) fn columns(&self) -> Option<usize> {
        match self.reader {
            Reader::Person(columns) if columns > 0 => Some(columns),
            _ => None,
        }
    }

    /// Prints words for people: harmless, whoever reads them. Answers with the exit code of success.
    pub(super) fn words(&mut self, text: &str) -> Result<u8, Fault> {
        self.write(shown_lines(text).as_bytes())
    }

    /// Prints what programs read: byte for byte, and harmless where a person looks at it.
    pub(super) fn bytes(&mut self, bytes: &[u8]) -> Result<u8, Fault> {
        match self.reader {
            Reader::Person(_) => self.words(&String::from_utf8_lossy(bytes)),
            Reader::Program => self.write(bytes),
        }
    }

    /// Prints words with colours of our own, whose other parts were made harmless before they were coloured.
    pub(super) fn coloured(&mut self, text: &str) -> Result<u8, Fault> {
        self.write(shown_with_colours(text).as_bytes())
    }

    /// Writes; a reader that went away is no error.
    fn write(&mut self, bytes: &[u8]) -> Result<u8, Fault> {
        match self.to.write_all(bytes).and_then(|()| self.to.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                Err(Fault::io("the output cannot be written", &error))
            }
            _ => Ok(0),
        }
    }
}

impl Reader {
    fn of(stream: &(impl IsTerminal + std::os::fd::AsFd)) -> Reader {
        if stream.is_terminal() {
            let size = tcgetwinsize(stream);
            Reader::Person(size.map_or(0, |size| usize::from(size.ws_col)))
        } else {
            Reader::Program
        }
    }
}

/// Whether a person is on both sides: to read and to answer.
pub(super) fn on_a_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Text made harmless but for sequences that only colour: `ESC [`, digits and semicolons, `m`.
fn shown_with_colours(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let bare = line.strip_suffix('\n').unwrap_or(line);
        let mut rest = bare;
        while let Some(at) = rest.find("\u{1b}[") {
            let sequence = &rest[at + 2..];
            let end = sequence.find(|c: char| !c.is_ascii_digit() && c != ';');
            let colours = end.filter(|end| sequence[*end..].starts_with('m'));
            out.push_str(Shown::new(&rest[..at]).as_str());
            let Some(end) = colours else {
                out.push_str(Shown::new("\u{1b}").as_str());
                rest = &rest[at + 1..];
                continue;
            };
            out.push_str(&rest[at..=at + 2 + end]);
            rest = &rest[at + 2 + end + 1..];
        }
        out.push_str(Shown::new(rest).as_str());
        out.push_str(&line[bare.len()..]);
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What arrives at a person, or at a program, when this is printed.
    fn arrives(reader: Reader, print: impl FnOnce(&mut Out) -> Result<u8, Fault>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut out = Out {
            to: Box::new(&mut bytes),
            reader,
        };
        print(&mut out).unwrap();
        drop(out);
        bytes
    }

    fn steers(text: &str) -> bool {
        text.contains(|c: char| {
            c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) || c == '\u{200b}')
        })
    }

    #[test]
    fn colours_of_our_own_stay_and_every_other_sequence_is_seen() {
        let text = "\u{1b}[1;33mwarning\u{1b}[0m: \u{1b}[2J\u{1b}]0;x\u{7}\u{202e}\r\n\u{1b}[3";
        let shown = "\u{1b}[1;33mwarning\u{1b}[0m: <U+001B>[2J<U+001B>]0;x<U+0007><U+202E><U+000D>\n<U+001B>[3";
        assert_eq!(shown_with_colours(text), shown);
    }

    proptest! {
        #[test]
        fn nothing_that_steers_reaches_a_person_and_every_byte_a_program(text in any::<String>(), odd in any::<Vec<u8>>()) {
            for bytes in [text.as_bytes(), &odd] {
                let seen = arrives(Reader::Person(80), |out| out.bytes(bytes));
                prop_assert!(!steers(&String::from_utf8(seen).unwrap()));
                prop_assert_eq!(arrives(Reader::Program, |out| out.bytes(bytes)), bytes);
            }
            for reader in [Reader::Person(80), Reader::Program] {
                let seen = arrives(reader, |out| out.words(&text));
                prop_assert!(!steers(&String::from_utf8(seen).unwrap()));
            }
        }

        #[test]
        fn only_colours_are_let_through(text in "[\u{1b}\\[;0-9mJx\u{9b}\n]{0,24}") {
            let seen = shown_with_colours(&text);
            for (at, _) in seen.match_indices('\u{1b}') {
                let rest = seen[at + 1..].strip_prefix('[').unwrap();
                let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
                prop_assert!(rest.starts_with('m'), "{seen:?}");
            }
            let rest = seen.replace('\u{1b}', "");
            prop_assert!(!steers(&rest));
        }
    }
}
