//! Finding words in a text.

use super::{Editor, Run};

impl Editor {
    /// Goes to the next place of a text and selects it, letters alike in both cases; says whether there is one.
    pub fn find(&mut self, text: &str) -> bool {
        self.run = Run::Nothing;
        let wanted = text.to_lowercase();
        let (line, column) = self.caret();
        let lines = self.area.lines();
        let count = lines.len();
        let found = (0..=count).filter(|_| !wanted.is_empty()).find_map(|step| {
            let at = (line + step) % count;
            let from = if step == 0 { column } else { 0 };
            place(&lines[at], &wanted, from).map(|start| (at, start))
        });
        let Some((at, start)) = found else {
            return false;
        };
        self.area.cancel_selection();
        self.jump(at, start);
        self.area.start_selection();
        self.jump(at, start + wanted.chars().count());
        true
    }

    /// Lets go of what was found.
    pub fn stop_finding(&mut self) {
        self.area.cancel_selection();
    }
}

/// Where a lower-case text begins in a line at or behind a code point, counted in code points.
fn place(line: &str, wanted: &str, from: usize) -> Option<usize> {
    let lower: Vec<char> = line.chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect();
    let wanted: Vec<char> = wanted.chars().collect();
    (from..=lower.len().checked_sub(wanted.len())?).find(|start| lower[*start..].starts_with(&wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_whatever_its_case_and_marks() {
        let mut editor = Editor::new("a\nThe (queue)\nqueue");
        assert!(editor.find("(QUEUE"));
        assert_eq!(editor.selected().as_deref(), Some("(queue"));
        assert!(editor.find("queue") && editor.find("queue"));
        assert_eq!(editor.caret(), (1, 10), "round to the first again");
        assert!(!editor.find("nowhere"));
    }
}
