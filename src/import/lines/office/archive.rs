//! The parts of an archive, unpacked in memory and never more of them than anybody's notes are.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// Bytes an archive may have unpacked, all its parts together: a small one can claim to be endless.
pub(super) const UNPACKED: u64 = 64 * 1024 * 1024;

/// What is read from an archive.
pub(in crate::import::lines) struct Office {
    /// Lines of notes, or rows with commas as in a CSV file.
    pub(in crate::import::lines) text: String,
    /// The ending of files that hold such a text.
    pub(in crate::import::lines) ending: &'static str,
    /// What of it was not read.
    pub(in crate::import::lines) missing: Vec<&'static str>,
}

impl Office {
    /// Notes, read to their end or not.
    pub(super) fn notes(text: String, read: Extent) -> Office {
        Office {
            text,
            ending: "md",
            missing: read.missing().into_iter().collect(),
        }
    }
}

/// How far a text could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// To its end.
    Whole,
    /// To where its XML breaks off.
    BrokenOff,
}

impl Extent {
    /// What of it was not read.
    pub(super) fn missing(self) -> Option<&'static str> {
        (self == Extent::BrokenOff).then_some(CUT)
    }
}

/// Said of a text whose XML breaks off.
pub(super) const CUT: &str = "it breaks off in the middle, and what stands behind is not read";

/// Why an archive is not read.
pub(in crate::import::lines) enum Refusal {
    /// It is no document that is known here.
    Unknown,
    /// It is a deck of Anki, whose notes stand in a database.
    Deck,
    /// It is one, but broken, or larger than anybody's notes.
    Broken(&'static str),
}

/// What is said of one that cannot be unpacked, or whose text is none.
pub(super) const BROKEN: Refusal = Refusal::Broken("the archive is broken");

/// An archive that is read from memory.
pub(super) type Parts<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Unpacks everything once, and keeps nothing of it, to see that it ends.
pub(super) fn is_small(parts: &mut Parts) -> Result<(), Refusal> {
    let mut left = UNPACKED;
    for place in 0..parts.len() {
        let part = parts.by_index(place).map_err(|_| BROKEN)?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| BROKEN)?;
        left = left.checked_sub(read).ok_or(Refusal::Broken(TOO_LARGE))?;
    }
    Ok(())
}

/// What is said of what is larger.
pub(super) const TOO_LARGE: &str = "it is larger than 64 MiB unpacked";

/// The text of a part; empty where there is none.
pub(super) fn part(parts: &mut Parts, name: &str) -> Result<String, Refusal> {
    let Some(place) = parts.index_for_name(name) else {
        return Ok(String::new());
    };
    let mut text = String::new();
    let part = parts.by_index(place).map_err(|_| BROKEN)?;
    // It was unpacked once already, so it ends.
    part.take(UNPACKED).read_to_string(&mut text).map_err(|_| BROKEN)?;
    Ok(text)
}
