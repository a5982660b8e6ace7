//! What is selected in a text: copied, cut, typed again.

use super::{Editor, Run};

impl Editor {
    pub(super) fn cut_selected(&mut self) -> bool {
        if self.selected().is_none() {
            self.area.cancel_selection();
            return false;
        }
        self.area.cut();
        self.step(1, false);
        true
    }

    /// What is selected.
    pub fn selected(&self) -> Option<String> {
        let ((first, from), (last, to)) = self.area.selection_range()?;
        let lines = self.area.lines();
        let piece =
            |line: usize, from: usize, to: usize| lines[line].chars().skip(from).take(to - from).collect::<String>();
        if (first, from) == (last, to) {
            return None;
        }
        if first == last {
            return Some(piece(first, from, to));
        }
        let mut text = piece(first, from, usize::MAX);
        for line in &lines[first + 1..last] {
            text.push('\n');
            text.push_str(line);
        }
        text.push('\n');
        text.push_str(&piece(last, 0, to));
        Some(text)
    }

    /// Copies what is selected; answers with it.
    pub fn copy(&mut self) -> Option<String> {
        let text = self.selected()?;
        self.copied.clone_from(&text);
        self.area.cancel_selection();
        Some(text)
    }

    /// Cuts what is selected; answers with it.
    pub fn cut(&mut self) -> Option<String> {
        let text = self.selected()?;
        self.copied.clone_from(&text);
        self.cut_selected();
        Some(text)
    }

    /// What was copied or cut last.
    pub fn copied(&self) -> &str {
        &self.copied
    }

    /// Selects everything.
    pub fn select_all(&mut self) {
        self.run = Run::Nothing;
        self.area.select_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::action::Caret;

    #[test]
    fn what_is_selected_is_copied_cut_and_replaced() {
        let mut editor = Editor::new("one\ntwo\nthree");
        editor.go(Caret::Right, false, 10);
        editor.go(Caret::Down, true, 10);
        assert_eq!(editor.selected().as_deref(), Some("ne\nt"));
        assert_eq!(editor.cut().as_deref(), Some("ne\nt"));
        assert_eq!(editor.text(), "owo\nthree");
        let text = editor.copied().to_owned();
        editor.insert(&text);
        assert_eq!(editor.text(), "one\ntwo\nthree");
        editor.select_all();
        editor.insert("x");
        assert_eq!(editor.text(), "x");
        editor.undo();
        assert_eq!(editor.text(), "one\ntwo\nthree");
    }
}
