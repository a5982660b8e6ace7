//! The parts of an archive, unpacked in memory and never more of them than anybody's notes are.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// Bytes an archive may have unpacked, all parts that are read together: a small one can claim to be endless.
pub(super) const UNPACKED: u64 = 64 * 1024 * 1024;

/// Why an archive is not read.
pub(in crate::import::lines) enum Refusal {
    /// It is no document that is known here.
    Unknown,
    /// It is one, but broken, or larger than anybody's notes.
    Broken(&'static str),
}

/// An archive that is read from memory.
pub(super) type Parts<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Unpacks everything once, and keeps nothing of it, to see that it ends.
pub(super) fn is_small(parts: &mut Parts) -> Result<(), Refusal> {
    let mut left = UNPACKED;
    for place in 0..parts.len() {
        let part = parts
            .by_index(place)
            .map_err(|_| Refusal::Broken("the archive is broken"))?;
        let read = std::io::copy(&mut part.take(left + 1), &mut std::io::sink());
        let read = read.map_err(|_| Refusal::Broken("the archive is broken"))?;
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
    let part = parts
        .by_index(place)
        .map_err(|_| Refusal::Broken("the archive is broken"))?;
    let mut bytes = Vec::new();
    let read = part.take(UNPACKED + 1).read_to_end(&mut bytes);
    let read = read.map_err(|_| Refusal::Broken("the archive is broken"))?;
    if read as u64 > UNPACKED {
        return Err(Refusal::Broken(TOO_LARGE));
    }
    String::from_utf8(bytes).map_err(|_| Refusal::Broken("a part of it is not UTF-8"))
}
