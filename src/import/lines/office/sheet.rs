//! The first sheet of an Excel workbook, as rows with commas.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::archive::{Extent, Office, Refusal, TOO_LARGE};

/// Columns that are read: nobody's notes have more.
const COLUMNS: usize = 256;

/// Bytes of a table at most.
const MOST: usize = 32 * 1024 * 1024;

/// The rows of the first sheet.
pub(super) fn read(bytes: &[u8]) -> Result<Office, Refusal> {
    const BROKEN: Refusal = Refusal::Broken("the workbook is broken");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    let names = book.sheet_names();
    let name = names.first().ok_or(BROKEN)?;
    // Cell by cell: a sheet of two cells far apart would be a table of all cells between them.
    let mut cells = book.worksheet_cells_reader(name).map_err(|_| BROKEN)?;
    let (mut rows, mut row, mut at) = (Rows::default(), Vec::new(), 0);
    while let Some(cell) = cells.next_cell().map_err(|_| BROKEN)? {
        let (line, column) = cell.get_position();
        if line != at {
            rows.push(&std::mem::take(&mut row));
            at = line;
        }
        let empty = (column as usize).saturating_sub(row.len());
        put(&mut row, "", empty);
        let value = Data::from(cell.get_value().clone());
        put(&mut row, &value.to_string(), 1);
    }
    rows.push(&row);
    rows.end(names.len(), Extent::Whole)
}

/// Puts a cell into a row, so many times; the first past the last column stands for all that are.
pub(super) fn put(row: &mut Vec<String>, cell: &str, times: usize) {
    let room = COLUMNS.saturating_sub(row.len());
    for _ in 0..times.min(room) {
        row.push(cell.to_owned());
    }
    if times > room && row.len() == COLUMNS && !cell.trim().is_empty() {
        row.push(cell.to_owned());
    }
}

/// Rows as they are written.
#[derive(Default)]
pub(super) struct Rows {
    text: String,
    too_large: bool,
    too_wide: bool,
}

impl Rows {
    /// Writes a row, but for empty cells at its end; one without any cell is left out.
    pub(super) fn push(&mut self, row: &[String]) {
        self.too_wide |= row.len() > COLUMNS;
        let row = &row[..row.len().min(COLUMNS)];
        let end = row
            .iter()
            .rposition(|cell| !cell.trim().is_empty())
            .map_or(0, |last| last + 1);
        if end == 0 || self.too_large {
            return;
        }
        let cells: Vec<String> = row[..end]
            .iter()
            .map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")))
            .collect();
        self.text.push_str(&cells.join(","));
        self.text.push('\n');
        self.too_large = self.text.len() > MOST;
    }

    /// The whole table, one of so many sheets, read so far.
    pub(super) fn end(self, sheets: usize, read: Extent) -> Result<Office, Refusal> {
        if self.too_large {
            return Err(Refusal::Broken(TOO_LARGE));
        }
        let first = (sheets > 1).then_some("only its first sheet is read");
        let narrow = self
            .too_wide
            .then_some("what stands behind the 256th column is not read");
        Ok(Office {
            text: self.text,
            ending: "csv",
            missing: [first, narrow, read.missing()].into_iter().flatten().collect(),
        })
    }
}
