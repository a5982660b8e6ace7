//! A page of Markdown that grows paragraph by paragraph.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart};

/// Lines, and the tables that are not closed yet.
#[derive(Default)]
pub(super) struct Page {
    text: String,
    line: String,
    /// Whether the end of the line is bold.
    bold: bool,
    /// The rows one stands in, from outside in: their cells.
    rows: Vec<TableRow>,
}

#[derive(Default)]
struct TableRow {
    cells: Vec<String>,
    /// What the cell holds that is not closed.
    cell: Vec<String>,
    first: bool,
}

impl Page {
    /// Adds text to the line, bold or not.
    pub(super) fn push(&mut self, text: &str, bold: bool) {
        if bold != self.bold && !text.trim().is_empty() {
            self.turn();
        }
        self.line.push_str(text);
    }

    /// Writes the sign where bold text begins or ends, in front of the blanks there.
    fn turn(&mut self) {
        let blanks = self.line.len() - self.line.trim_end().len();
        if self.bold {
            self.line.insert_str(self.line.len() - blanks, "**");
        } else {
            self.line.push_str("**");
        }
        self.bold = !self.bold;
    }

    /// Begins a new line inside a paragraph.
    pub(super) fn break_line(&mut self) {
        if self.bold {
            self.turn();
        }
        self.line.push('\n');
    }

    /// Ends a paragraph, which begins with a sign where it is not empty.
    pub(super) fn end_paragraph(&mut self, sign: &str) {
        if self.bold {
            self.turn();
        }
        let line = std::mem::take(&mut self.line);
        let line = line.trim_end();
        let line = if line.trim().is_empty() {
            String::new()
        } else {
            format!("{sign}{line}")
        };
        self.put(line);
    }

    /// Begins a row, the first of its table or not.
    pub(super) fn begin_row(&mut self, first: bool) {
        self.rows.push(TableRow {
            first,
            ..TableRow::default()
        });
    }

    /// Ends a cell.
    pub(super) fn end_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            let cell: Vec<String> = std::mem::take(&mut row.cell);
            row.cells.push(cell.join("\n"));
        }
    }

    /// Ends a row: one cell alone is what it holds, several are a row of Markdown.
    pub(super) fn end_row(&mut self) {
        let Some(row) = self.rows.pop() else { return };
        let lines = match row.cells.as_slice() {
            [] => return,
            [alone] => alone.clone(),
            cells => {
                let mut line = String::from("|");
                for cell in cells {
                    let words: Vec<&str> = cell.lines().map(str::trim).filter(|part| !part.is_empty()).collect();
                    line.push_str(&format!(" {} |", words.join(" ").replace('|', "\\|")));
                }
                if row.first {
                    line.push_str("\n|");
                    line.push_str(&"---|".repeat(cells.len()));
                }
                line
            }
        };
        self.put(lines);
    }

    /// Puts lines into the cell one stands in, else on the page.
    fn put(&mut self, lines: String) {
        if let Some(row) = self.rows.last_mut() {
            row.cell.push(lines);
        } else {
            self.text.push_str(&lines);
            self.text.push('\n');
        }
    }

    /// The whole page.
    pub(super) fn end(mut self) -> String {
        if !self.line.is_empty() {
            self.end_paragraph("");
        }
        while !self.rows.is_empty() {
            self.end_cell();
            self.end_row();
        }
        self.text
    }
}

/// The value of an attribute, by its name without a prefix.
pub(super) fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes.with_checks(false).flatten();
    let mut found = found.filter(|attribute| attribute.key.local_name().as_ref() == name);
    found.next().map(|attribute| attribute.value.clone().into_owned())
}

/// What a reference stands for; nothing where nobody knows.
pub(super) fn character(reference: &BytesRef) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(c)) => c.to_string(),
        _ => resolve_xml_entity(reference).unwrap_or_default().to_owned(),
    }
}
