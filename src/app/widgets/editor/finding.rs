//! Finding words in a text.

use std::ops::Range;

use super::{Editor, Run};
use crate::text::fold::{Folded, fold};

impl Editor {
    /// Goes to the next place of a text and selects it, letters alike in both cases and with or without accents; says
    /// whether there is one.
    pub fn find(&mut self, text: &str) -> bool {
        self.find_from(self.caret(), text)
    }

    /// The same while the text is typed: from where the place found so far begins.
    pub(in crate::app) fn find_here(&mut self, text: &str) {
        let start = self.area.selection_range().map_or(self.caret(), |(start, _)| start);
        if !self.find_from(start, text) {
            self.area.cancel_selection();
            self.jump(start.0, start.1);
        }
    }

    fn find_from(&mut self, (line, column): (usize, usize), text: &str) -> bool {
        self.run = Run::Nothing;
        let wanted = fold(text);
        let lines = self.area.lines();
        let count = lines.len();
        let found = (0..=count).filter(|_| !wanted.is_empty()).find_map(|step| {
            let at = (line + step) % count;
            let from = if step == 0 { column } else { 0 };
            place(&lines[at], &wanted, from).map(|place| (at, place))
        });
        let Some((at, place)) = found else {
            return false;
        };
        self.area.cancel_selection();
        self.jump(at, place.start);
        self.area.start_selection();
        self.jump(at, place.end);
        true
    }

    /// Lets go of what was found.
    pub fn stop_finding(&mut self) {
        self.area.cancel_selection();
    }
}

/// Where a folded text stands in a line at or behind a code point, counted in code points.
fn place(line: &str, wanted: &str, from: usize) -> Option<Range<usize>> {
    let from = line.char_indices().nth(from).map_or(line.len(), |(byte, _)| byte);
    let place = Folded::new(line).find(wanted, from)?;
    let start = line[..place.start].chars().count();
    Some(start..start + line[place].chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_looked_for_stays_where_it_was_found_while_it_is_typed() {
        let mut editor = Editor::new("a queue, a quota, a queue");
        for text in ["q", "qu", "que", "qu", "quo"] {
            editor.find_here(text);
            assert_eq!(editor.selected().as_deref(), Some(text));
        }
        assert_eq!(editor.caret(), (0, 14));
        editor.find_here("quox");
        assert_eq!((editor.selected(), editor.caret()), (None, (0, 11)));
    }

    #[test]
    fn a_text_is_found_whatever_its_case_and_marks() {
        let mut editor = Editor::new("a\nThe (queue)\nqueue");
        assert!(editor.find("(QUEUE"));
        assert_eq!(editor.selected().as_deref(), Some("(queue"));
        assert!(editor.find("queue") && editor.find("queue"));
        assert_eq!(editor.caret(), (1, 10), "round to the first again");
        assert!(!editor.find("nowhere"));
        let mut editor = Editor::new("in Zu\u{308}rich");
        assert!(editor.find("zür"));
        assert_eq!(editor.selected().as_deref(), Some("Zu\u{308}r"));
    }
}
