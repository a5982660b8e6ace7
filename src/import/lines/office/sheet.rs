//! The first sheet of an Excel workbook, as rows with commas.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

use super::archive::{Refusal, TOO_LARGE};

/// Columns that are read: nobody's notes have more.
const COLUMNS: usize = 256;

/// Bytes of a table at most.
const MOST: usize = 32 * 1024 * 1024;

/// The rows of the first sheet.
pub(super) fn read(bytes: &[u8]) -> Result<String, Refusal> {
    const BROKEN: Refusal = Refusal::Broken("the workbook is broken");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| BROKEN)?;
    let name = book.sheet_names().into_iter().next().ok_or(BROKEN)?;
    // Cell by cell: a sheet of two cells far apart would be a table of all cells between them.
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| BROKEN)?;
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
    rows.end()
}

/// Puts a cell into a row, so many times.
pub(super) fn put(row: &mut Vec<String>, cell: &str, times: usize) {
    for _ in 0..times.min(COLUMNS.saturating_sub(row.len())) {
        row.push(cell.to_owned());
    }
}

/// Rows as they are written.
#[derive(Default)]
pub(super) struct Rows {
    text: String,
    too_large: bool,
}

impl Rows {
    /// Writes a row, but for empty cells at its end; one without any cell is left out.
    pub(super) fn push(&mut self, row: &[String]) {
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

    /// The whole table.
    pub(super) fn end(self) -> Result<String, Refusal> {
        if self.too_large {
            return Err(Refusal::Broken(TOO_LARGE));
        }
        Ok(self.text)
    }
}
