//! One line of text being typed, with a caret that moves by what a person calls a character.

use unicode_segmentation::UnicodeSegmentation;

use crate::keys::action::{Action, Caret};

/// A line of text with its caret.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    caret: usize,
    guess: bool,
}

impl Field {
    /// A field with text in it, the caret at its end.
    pub fn new(text: &str) -> Field {
        Field {
            text: text.to_owned(),
            caret: text.len(),
            guess: false,
        }
    }

    /// A field with a guess in it, which goes with the first letter that is typed.
    pub fn guess(text: &str) -> Field {
        Field {
            guess: true,
            ..Field::new(text)
        }
    }

    /// Whether its text is still a guess.
    pub fn is_guess(&self) -> bool {
        self.guess
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before and behind the caret.
    pub fn around(&self) -> (&str, &str) {
        self.text.split_at(self.caret)
    }

    /// Types text; line ends become blanks.
    pub fn insert(&mut self, text: &str) {
        if self.guess {
            *self = Field::default();
        }
        let line: String = text
            .chars()
            .map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c })
            .filter(|c| !c.is_control())
            .collect();
        self.text.insert_str(self.caret, &line);
        self.caret += line.len();
    }

    /// Moves or deletes; says whether it was an action of a line.
    pub fn edit(&mut self, action: Action) -> bool {
        match action {
            Action::Go(Caret::Left) => self.caret = self.before(),
            Action::Go(Caret::Right) => self.caret = self.behind(),
            Action::Go(Caret::LineStart) => self.caret = 0,
            Action::Go(Caret::LineEnd) => self.caret = self.text.len(),
            Action::DeleteBack => {
                let start = self.before();
                self.text.replace_range(start..self.caret, "");
                self.caret = start;
            }
            Action::DeleteForward => {
                let end = self.behind();
                self.text.replace_range(self.caret..end, "");
            }
            Action::DeleteWord => {
                let kept = self.text[..self.caret].trim_end();
                let start = kept.rfind(char::is_whitespace).map_or(0, |place| place + 1);
                self.text.replace_range(start..self.caret, "");
                self.caret = start;
            }
            _ => return false,
        }
        // What is edited is no guess any more.
        self.guess = false;
        true
    }

    fn before(&self) -> usize {
        let (before, _) = self.around();
        before.grapheme_indices(true).next_back().map_or(0, |(place, _)| place)
    }

    fn behind(&self) -> usize {
        let (_, behind) = self.around();
        self.caret + behind.graphemes(true).next().map_or(0, str::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_goes_with_the_first_letter_unless_it_is_edited() {
        let mut field = Field::guess("recruiter");
        assert_eq!((field.text(), field.is_guess()), ("recruiter", true));
        field.insert("V");
        field.insert("P");
        assert_eq!((field.text(), field.is_guess()), ("VP", false));
        let mut field = Field::guess("recruiter");
        assert!(!field.edit(Action::Down) && field.is_guess());
        assert!(field.edit(Action::DeleteBack));
        field.insert("s");
        assert_eq!(field.text(), "recruites");
    }

    #[test]
    fn the_caret_moves_by_whole_characters() {
        let mut field = Field::new("a👩‍💻é");
        field.edit(Action::DeleteBack);
        assert_eq!(field.text(), "a👩‍💻");
        field.edit(Action::DeleteBack);
        assert_eq!(field.text(), "a");
        field.insert("b\nc\u{1b}");
        assert_eq!(field.text(), "ab c");
        field.edit(Action::DeleteWord);
        assert_eq!(field.text(), "ab ");
        field.edit(Action::Go(Caret::LineStart));
        field.edit(Action::DeleteForward);
        field.edit(Action::Go(Caret::Right));
        assert_eq!(field.around(), ("b", " "));
    }
}
