//! What of a text is in sight, and how the caret moves by its rows.

use super::Editor;
use super::rows::{Glyph, Laid};

/// A row in sight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenRow {
    /// The line it is of.
    pub line: usize,
    /// Whether it is the first row of that line.
    pub first: bool,
    /// What stands in it, from the left.
    pub runs: Vec<SeenRun>,
    /// The column of the caret, where it is in this row and shown.
    pub caret: Option<usize>,
}

/// Characters of a row that look alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeenRun {
    /// The column it begins at.
    pub column: usize,
    /// The characters.
    pub text: String,
    /// Whether they are bold.
    pub strong: bool,
    /// Whether they are selected.
    pub selected: bool,
}

impl SeenRow {
    /// The column behind the last character.
    pub fn end(&self) -> usize {
        let end = |run: &SeenRun| run.column + crate::text::shown::columns(&run.text);
        self.runs.last().map_or(0, end)
    }
}

impl Editor {
    /// The rows in sight in so many columns and rows, the caret among them.
    pub fn sight(&self, columns: usize, height: usize) -> Vec<SeenRow> {
        self.columns.set(columns);
        let height = height.max(1);
        let top = self.scrolled(height);
        self.top.set(top);
        let mut rows = Vec::with_capacity(height);
        for line in top.0..self.lines().len() {
            let laid = self.laid(line);
            let from = if line == top.0 { top.1 } else { 0 };
            rows.extend((from..laid.rows.len()).map(|row| self.row(line, &laid, row)));
            if rows.len() >= height {
                break;
            }
        }
        rows.truncate(height);
        rows
    }

    /// Shows or hides which row the caret is in.
    pub fn show_line(&mut self, shown: bool) {
        self.read = shown;
    }

    /// Shows or hides the caret.
    pub fn show_caret(&mut self, shown: bool) {
        self.typed_in = shown;
    }

    /// Moves the caret by rows as they are shown.
    pub(super) fn go_rows(&mut self, down: bool, rows: usize) {
        let (mut line, at) = self.caret();
        let mut laid = self.laid(line);
        let (mut row, here) = laid.place(at);
        let column = self.column.unwrap_or(here);
        for _ in 0..rows {
            if down && row + 1 < laid.rows.len() {
                row += 1;
            } else if down && line + 1 < self.lines().len() {
                line += 1;
                laid = self.laid_for_caret(line);
                row = 0;
            } else if !down && row > 0 {
                row -= 1;
            } else if !down && line > 0 {
                line -= 1;
                laid = self.laid_for_caret(line);
                row = laid.rows.len() - 1;
            } else {
                break;
            }
        }
        let at = laid.at(row, column);
        self.jump(line, at);
        self.column = Some(column);
    }

    fn laid(&self, line: usize) -> Laid<'_> {
        let raw = self.typed_in && line == self.caret().0;
        Laid::new(&self.lines()[line], self.columns.get(), raw)
    }

    /// A line as it is laid out once the caret is in it.
    fn laid_for_caret(&self, line: usize) -> Laid<'_> {
        Laid::new(&self.lines()[line], self.columns.get(), self.typed_in)
    }

    /// The first row to show so that the caret is in sight and as little moves as can be.
    fn scrolled(&self, height: usize) -> (usize, usize) {
        let (line, at) = self.caret();
        let caret = (line, self.laid(line).place(at).0);
        let last = self.lines().len() - 1;
        let top = self.top.get();
        let top = if top.0 > last { (last, 0) } else { top };
        let top = (top.0, top.1.min(self.laid(top.0).rows.len() - 1));
        if caret <= top {
            return caret;
        }
        // The caret in the last row: everything above it is filled.
        let (mut line, mut row) = caret;
        for _ in 1..height {
            if row > 0 {
                row -= 1;
            } else if line > 0 {
                line -= 1;
                row = self.laid(line).rows.len() - 1;
            } else {
                break;
            }
        }
        top.max((line, row))
    }

    fn row(&self, line: usize, laid: &Laid, row: usize) -> SeenRow {
        let range = laid.rows[row].clone();
        let (caret_line, at) = self.caret();
        let (caret_row, column) = laid.place(at);
        let here = line == caret_line && row == caret_row;
        let mut runs: Vec<SeenRun> = Vec::new();
        let mut column_here = laid.begins(row);
        let columns = self.columns.get();
        for glyph in &laid.glyphs[range] {
            // Blanks at the end of a row hang over its edge.
            if column_here + glyph.columns > columns {
                break;
            }
            let strong = glyph.strong || here && self.read;
            let selected = self.selects(line, glyph);
            match runs.last_mut() {
                Some(run) if run.strong == strong && run.selected == selected => run.text.push_str(glyph.text),
                _ => runs.push(SeenRun {
                    column: column_here,
                    text: glyph.text.to_owned(),
                    strong,
                    selected,
                }),
            }
            column_here += glyph.columns;
        }
        SeenRow {
            line,
            first: row == 0,
            runs,
            caret: (here && self.typed_in).then(|| column.min(columns.saturating_sub(1))),
        }
    }

    fn selects(&self, line: usize, glyph: &Glyph) -> bool {
        let range = self.area.selection_range();
        range.is_some_and(|(from, to)| (line, glyph.at) >= from && (line, glyph.at) < to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::action::Caret;
    use proptest::prelude::*;

    fn shown(editor: &Editor, columns: usize, height: usize) -> Vec<String> {
        let text = |row: SeenRow| row.runs.into_iter().map(|run| run.text).collect();
        editor.sight(columns, height).into_iter().map(text).collect()
    }

    #[test]
    fn marks_are_seen_in_the_line_that_is_typed_in_and_nowhere_else() {
        let mut editor = Editor::new("## Action\nwe **cut** it");
        assert_eq!(shown(&editor, 30, 5), ["## Action", "we cut it"]);
        editor.go(Caret::Down, false, 1);
        assert_eq!(shown(&editor, 30, 5), ["Action", "we **cut** it"]);
        editor.show_caret(false);
        assert_eq!(shown(&editor, 30, 5), ["Action", "we cut it"]);
    }

    #[test]
    fn the_caret_goes_from_row_to_row_and_keeps_its_column() {
        let mut editor = Editor::new("one two three\nab\nfour five");
        editor.sight(8, 10);
        editor.go(Caret::LineEnd, false, 1);
        assert_eq!(editor.caret(), (0, 13));
        editor.go(Caret::Up, false, 1);
        assert_eq!(editor.caret(), (0, 5));
        for at in [(0, 13), (1, 2), (2, 4)] {
            editor.go(Caret::Down, false, 1);
            assert_eq!(editor.caret(), at);
        }
    }

    #[test]
    fn what_is_selected_is_marked_where_it_is_shown() {
        let mut editor = Editor::new("## Action\nwe cut it");
        editor.select_all();
        let rows = editor.sight(30, 5);
        assert!(
            rows.iter().flat_map(|row| &row.runs).all(|run| run.selected),
            "{rows:?}"
        );
    }

    proptest! {
        #[test]
        fn the_caret_is_always_in_sight(
            text in "([a-c ,*#]{0,40}\n){0,12}",
            keys in proptest::collection::vec(0..8_u8, 0..30),
            columns in 6..30_usize,
            height in 1..6_usize,
        ) {
            let mut editor = Editor::new(&text);
            for key in keys {
                match key {
                    0 | 1 => editor.go(Caret::Down, false, 3),
                    2 => editor.go(Caret::Up, false, 3),
                    3 => editor.go(Caret::PageDown, false, 3),
                    4 => editor.go(Caret::PageUp, false, 3),
                    5 => editor.insert("word "),
                    6 => editor.delete(Caret::Left),
                    _ => editor.go(Caret::Bottom, false, 3),
                }
                let rows = editor.sight(columns, height);
                prop_assert!(rows.len() <= height && rows.iter().all(|row| row.end() <= columns), "{rows:?}");
                prop_assert_eq!(rows.iter().filter(|row| row.caret.is_some_and(|column| column < columns)).count(), 1);
            }
        }
    }
}
