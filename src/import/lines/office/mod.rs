//! The text of documents and spreadsheets that are archives of XML: Word and `OpenDocument` as Markdown, the first sheet
//! of a workbook as a table. Everything is read in memory and nothing is unpacked anywhere.

mod archive;
mod opendocument;
mod page;
mod sheet;
mod word;

use std::io::Cursor;

use zip::ZipArchive;

use archive::{BROKEN, Office, is_small, part};

pub(super) use archive::Refusal;

/// What an archive begins with.
pub(super) const ARCHIVE: &[u8] = b"PK\x03\x04";

/// What the notes of a deck of Anki stand in.
const DECKS: [&str; 3] = ["collection.anki2", "collection.anki21", "collection.anki21b"];

/// The text of an archive, whatever it is called.
pub(super) fn read(bytes: &[u8]) -> Result<Office, Refusal> {
    let mut parts = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    is_small(&mut parts)?;
    if parts.index_for_name("word/document.xml").is_some() {
        return word::read(&mut parts);
    }
    if parts.index_for_name("xl/workbook.xml").is_some() {
        return sheet::read(bytes);
    }
    if DECKS.iter().any(|name| parts.index_for_name(name).is_some()) {
        return Err(Refusal::Deck);
    }
    let kind = part(&mut parts, "mimetype")?;
    match kind.trim() {
        "application/vnd.oasis.opendocument.text" => opendocument::read(&mut parts),
        "application/vnd.oasis.opendocument.spreadsheet" => opendocument::sheet(&mut parts),
        _ => Err(Refusal::Unknown),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
