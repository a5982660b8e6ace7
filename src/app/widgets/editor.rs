//! Text over many lines being typed: the one place that knows the editing widget.
//!
//! The widget keeps the lines, the selection and the past. It moves by code point, counts every keystroke as one undo and
//! breaks rows inside a sentence's marks. Here the caret moves by what a person calls a character and by the rows that
//! are shown, typing is undone by the word, and rows are laid out as text is. Line ends are `\n`; the file's own are kept
//! by whoever saves.

mod finding;
pub mod rows;
mod selection;
pub mod sight;

use std::cell::Cell;

use ratatui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use super::caret::place;
use crate::keys::action::Caret;
use crate::text::line_ends::even;

/// Lines above which a text is only shown here and edited in the person's own editor.
pub const MOST_LINES: usize = 1_500;

/// Steps that can be undone.
const UNDO: usize = 20_000;

/// What the last change was, so that more of the same joins it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Run {
    Nothing,
    Typing,
    Deleting,
}

/// A text with its caret, its selection and its past.
#[derive(Debug)]
pub struct Editor {
    area: TextArea<'static>,
    undo: Vec<usize>,
    redo: Vec<usize>,
    run: Run,
    copied: String,
    /// Whether the caret is shown, and with it the marks of its line.
    typed_in: bool,
    /// Whether the row the caret is in stands out.
    read: bool,
    /// The column that moving by rows keeps to.
    column: Option<usize>,
    /// The columns it was last shown in.
    columns: Cell<usize>,
    /// The first row that was last shown: its line, and which row of that.
    top: Cell<(usize, usize)>,
}

/// Columns before it was ever shown.
const COLUMNS: usize = 72;

impl Editor {
    /// An editor for a text, the caret at its beginning.
    pub fn new(text: &str) -> Editor {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_max_histories(UNDO);
        area.set_tab_length(4);
        Editor {
            area,
            undo: Vec::new(),
            redo: Vec::new(),
            run: Run::Nothing,
            copied: String::new(),
            typed_in: true,
            read: false,
            column: None,
            columns: Cell::new(COLUMNS),
            top: Cell::new((0, 0)),
        }
    }

    /// The text.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Its lines.
    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// The line and the code point of the caret, from 0.
    pub fn caret(&self) -> (usize, usize) {
        let caret = self.area.cursor();
        (caret.0, caret.1)
    }

    /// Puts the caret at a line and a code point.
    pub fn go_to(&mut self, line: usize, column: usize) {
        self.run = Run::Nothing;
        self.area.cancel_selection();
        self.jump(line, column);
    }

    fn jump(&mut self, line: usize, column: usize) {
        self.column = None;
        // The widget's jump takes small numbers; longer texts are not edited here.
        let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(small(line), small(column)));
    }

    /// Types text where the caret is, in place of what is selected.
    pub fn insert(&mut self, text: &str) {
        let text = clean(text);
        if text.is_empty() {
            return;
        }
        let one = text.graphemes(true).nth(1).is_none();
        let blank = text.chars().all(char::is_whitespace);
        let joins = one && !blank && self.run == Run::Typing && !self.area.is_selecting();
        let before = usize::from(self.selected().is_some());
        self.column = None;
        self.area.insert_str(&text);
        self.step(before + 1, joins);
        self.run = if one && !blank { Run::Typing } else { Run::Nothing };
    }

    /// Deletes what is selected, else what the caret would pass. Single characters delete line ends too, and so do words.
    pub fn delete(&mut self, to: Caret) {
        if self.cut_selected() {
            return;
        }
        let (line, column) = self.caret();
        let Some(target) = self.target(to) else {
            return;
        };
        let (last, end) = target.max((line, column));
        let (first, start) = target.min((line, column));
        let passed = if first == last {
            end - start
        } else {
            self.width(first) - start + 1 + end
        };
        if passed == 0 {
            return;
        }
        let joins = to == Caret::Left && self.run == Run::Deleting;
        self.jump(first, start);
        self.area.delete_str(passed);
        self.step(1, joins);
        if to == Caret::Left {
            self.run = Run::Deleting;
        }
    }

    /// Where the caret would come to within its line, or at the end of the neighbour it leaves it for.
    fn target(&self, to: Caret) -> Option<(usize, usize)> {
        let (line, column) = self.caret();
        let text = &self.area.lines()[line];
        let found = place(text, bytes(text, column), to).map(|at| text[..at].chars().count())?;
        Some(match to {
            Caret::Left | Caret::WordLeft if found == column && line > 0 => (line - 1, self.width(line - 1)),
            Caret::Right | Caret::WordRight if found == column && line + 1 < self.area.lines().len() => (line + 1, 0),
            _ => (line, found),
        })
    }

    /// The code points of a line.
    fn width(&self, line: usize) -> usize {
        self.area.lines()[line].chars().count()
    }

    /// Moves the caret; with `select`, what it passes is selected.
    pub fn go(&mut self, to: Caret, select: bool, page: usize) {
        self.run = Run::Nothing;
        if select && !self.area.is_selecting() {
            self.area.start_selection();
        } else if !select {
            self.area.cancel_selection();
        }
        match to {
            Caret::Up => self.go_rows(false, 1),
            Caret::Down => self.go_rows(true, 1),
            Caret::PageUp => self.go_rows(false, page),
            Caret::PageDown => self.go_rows(true, page),
            Caret::Top => self.jump(0, 0),
            Caret::Bottom => {
                let last = self.area.lines().len() - 1;
                self.jump(last, self.width(last));
            }
            within => {
                if let Some((line, column)) = self.target(within) {
                    self.jump(line, column);
                }
            }
        }
    }

    /// Whether there is a change to take back.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Takes the last change back.
    pub fn undo(&mut self) -> bool {
        self.run = Run::Nothing;
        let steps = self.undo.pop();
        for _ in 0..steps.unwrap_or(0) {
            self.area.undo();
        }
        self.redo.extend(steps);
        steps.is_some()
    }

    /// Does again what was taken back.
    pub fn redo(&mut self) -> bool {
        self.run = Run::Nothing;
        let steps = self.redo.pop();
        for _ in 0..steps.unwrap_or(0) {
            self.area.redo();
        }
        self.undo.extend(steps);
        steps.is_some()
    }

    fn step(&mut self, steps: usize, joins: bool) {
        self.redo.clear();
        match self.undo.last_mut() {
            Some(last) if joins => *last += steps,
            _ => self.undo.push(steps),
        }
        self.run = Run::Nothing;
    }
}

/// The bytes before a code point of a line.
fn bytes(line: &str, column: usize) -> usize {
    line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
}

/// Line ends as `\n`, and no control characters but tabs.
fn clean(text: &str) -> String {
    even(text, "\n")
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn typed(text: &str) -> Editor {
        let mut editor = Editor::new("");
        for c in text.chars() {
            editor.insert(c.encode_utf8(&mut [0; 4]));
        }
        editor
    }

    #[test]
    fn typing_is_undone_by_the_word() {
        let mut editor = typed("one two");
        editor.undo();
        assert_eq!(editor.text(), "one ");
        editor.undo();
        editor.undo();
        assert_eq!(editor.text(), "");
        while editor.redo() {}
        assert_eq!(editor.text(), "one two");
    }

    #[test]
    fn the_caret_and_backspace_take_whole_characters() {
        let mut editor = Editor::new("a👩‍💻e\u{301}🇩🇪");
        editor.go(Caret::LineEnd, false, 10);
        editor.delete(Caret::Left);
        assert_eq!(editor.text(), "a👩‍💻e\u{301}");
        editor.go(Caret::Left, false, 10);
        editor.go(Caret::Left, false, 10);
        assert_eq!(editor.caret(), (0, 1));
        editor.delete(Caret::Right);
        assert_eq!(editor.text(), "ae\u{301}");
        editor.undo();
        assert_eq!(editor.text(), "a👩‍💻e\u{301}");
    }

    #[test]
    fn words_and_lines_are_deleted_as_in_a_field_and_each_is_one_undo() {
        let mut editor = Editor::new("one two, three\nfour");
        editor.go(Caret::LineEnd, false, 10);
        for (to, left) in [
            (Caret::WordLeft, "one two, \nfour"),
            (Caret::Blank, "one \nfour"),
            (Caret::Right, "one four"),
            (Caret::WordRight, "one "),
            (Caret::LineEnd, "one "),
            (Caret::LineStart, ""),
            (Caret::WordLeft, ""),
        ] {
            editor.delete(to);
            assert_eq!(editor.text(), left, "{to:?}");
        }
        editor.undo();
        assert_eq!(editor.text(), "one ");
        while editor.undo() {}
        assert_eq!(editor.text(), "one two, three\nfour");
    }

    #[test]
    fn a_long_paste_is_one_undo_and_line_ends_are_made_even() {
        let mut editor = Editor::new("a\n");
        editor.insert(&"line\r\n".repeat(994));
        editor.insert("line\u{b}line\u{c}line\u{85}line\u{2028}line\u{2029}line\r");
        assert_eq!(editor.lines().len(), 1002);
        editor.undo();
        editor.undo();
        assert_eq!(editor.text(), "a\n");
    }

    proptest! {
        #[test]
        fn undoing_everything_gives_the_text_back(
            text in "[a-zé👩\u{200d}💻 \n]{0,40}",
            keys in proptest::collection::vec(0..12_u8, 0..60),
        ) {
            let mut editor = Editor::new(&text);
            let begun = editor.text();
            for key in keys {
                match key {
                    0 => editor.insert("x"),
                    1 => editor.insert("\n"),
                    2 => editor.insert("two words"),
                    3 => editor.delete(Caret::Left),
                    4 => editor.delete(Caret::Right),
                    5 => editor.delete(Caret::WordLeft),
                    8 => editor.delete(Caret::LineStart),
                    9 => editor.delete(Caret::LineEnd),
                    10 => editor.delete(Caret::WordRight),
                    6 => editor.go(Caret::Left, false, 10),
                    7 => editor.go(Caret::Down, true, 10),
                    _ => editor.go(Caret::Right, true, 10),
                }
            }
            let ended = editor.text();
            while editor.undo() {}
            prop_assert_eq!(editor.text(), begun);
            while editor.redo() {}
            prop_assert_eq!(editor.text(), ended);
        }
    }
}
