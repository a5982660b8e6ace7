//! One line of text being typed, with a caret that moves by what a person calls a character.

use unicode_segmentation::UnicodeSegmentation;

use super::caret::place;
use crate::keys::action::Action;
use crate::text::line_ends::ENDS;

/// Characters a line takes: five minutes of speech, what a note in the log holds in any script, and what is looked for in
/// it at every key stays quick. What stood there before may be longer, and stays whole.
pub const MOST: usize = 4_000;

/// Steps that can be undone.
const UNDO: usize = 100;

/// A line of text with its caret.
#[derive(Clone, Debug, Default)]
pub struct Field {
    text: String,
    caret: usize,
    guess: bool,
    undo: Vec<UndoStep>,
    redo: Vec<UndoStep>,
    /// Whether the last change typed a letter: the next one joins it.
    typing: bool,
}

/// Text and caret as they were.
type UndoStep = (String, usize);

impl PartialEq for Field {
    /// What stands there is what counts, not how it came there.
    fn eq(&self, other: &Field) -> bool {
        (&self.text, self.caret, self.guess) == (&other.text, other.caret, other.guess)
    }
}

impl Eq for Field {}

impl Field {
    /// A field with text in it, the caret at its end.
    pub fn new(text: &str) -> Field {
        Field {
            text: text.to_owned(),
            caret: text.len(),
            ..Field::default()
        }
    }

    /// A field with a line that was read elsewhere, however long it is.
    pub fn read(text: &str) -> Field {
        Field::new(&one_line(text))
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

    /// Whether there is room for a text.
    pub fn takes(&self, text: &str) -> bool {
        let there = if self.guess { 0 } else { self.text.chars().count() };
        text.chars().take(MOST + 1).count() + there <= MOST
    }

    /// Types text; line ends become blanks. Text there is no room for is not taken at all: half of it would look whole.
    pub fn insert(&mut self, text: &str) {
        if !self.takes(text) {
            return;
        }
        let line = one_line(text);
        if line.is_empty() {
            return;
        }
        let letter = line.graphemes(true).nth(1).is_none() && !line.starts_with(char::is_whitespace);
        if !(letter && self.typing) {
            self.keep_step();
        }
        self.typing = letter;
        if self.guess {
            (self.guess, self.caret) = (false, 0);
            self.text.clear();
        }
        self.text.insert_str(self.caret, &line);
        self.caret += line.len();
    }

    /// Moves, deletes, takes back; says whether it was an action of a line.
    pub fn edit(&mut self, action: Action) -> bool {
        match action {
            Action::Go(to) => match place(&self.text, self.caret, to) {
                Some(place) => self.caret = place,
                None => return false,
            },
            Action::Delete(to) => match place(&self.text, self.caret, to) {
                Some(place) => self.delete(place),
                None => return false,
            },
            Action::UndoText => self.step(true),
            Action::RedoText => self.step(false),
            _ => return false,
        }
        self.typing = false;
        // What is edited is no guess any more.
        self.guess = false;
        true
    }

    fn delete(&mut self, to: usize) {
        let (start, end) = (to.min(self.caret), to.max(self.caret));
        if start < end {
            self.keep_step();
            self.text.replace_range(start..end, "");
            self.caret = start;
        }
    }

    fn keep_step(&mut self) {
        self.redo.clear();
        self.undo.push((self.text.clone(), self.caret));
        if self.undo.len() > UNDO {
            self.undo.remove(0);
        }
    }

    fn step(&mut self, back: bool) {
        let (from, to) = if back {
            (&mut self.undo, &mut self.redo)
        } else {
            (&mut self.redo, &mut self.undo)
        };
        if let Some((text, caret)) = from.pop() {
            to.push((std::mem::replace(&mut self.text, text), self.caret));
            self.caret = caret;
        }
    }
}

/// Line ends and tabs as blanks, and no other control characters.
fn one_line(text: &str) -> String {
    let blank = |c| if c == '\t' || ENDS.contains(&c) { ' ' } else { c };
    text.chars().map(blank).filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::action::Caret;
    use proptest::prelude::*;

    #[test]
    fn a_guess_goes_with_the_first_letter_unless_it_is_edited() {
        let mut field = Field::guess("recruiter");
        assert_eq!((field.text(), field.is_guess()), ("recruiter", true));
        field.insert("V");
        field.insert("P");
        assert_eq!((field.text(), field.is_guess()), ("VP", false));
        let mut field = Field::guess("recruiter");
        assert!(!field.edit(Action::Down) && field.is_guess());
        assert!(field.edit(Action::Delete(Caret::Left)));
        field.insert("s");
        assert_eq!(field.text(), "recruites");
    }

    #[test]
    fn the_caret_moves_by_whole_characters() {
        let mut field = Field::new("a👩‍💻é");
        field.edit(Action::Delete(Caret::Left));
        assert_eq!(field.text(), "a👩‍💻");
        field.edit(Action::Delete(Caret::Left));
        assert_eq!(field.text(), "a");
        field.insert("b\nc\u{1b}");
        assert_eq!(field.text(), "ab c");
        field.edit(Action::Delete(Caret::Blank));
        assert_eq!(field.text(), "ab ");
        field.edit(Action::Go(Caret::LineStart));
        field.edit(Action::Delete(Caret::Right));
        field.edit(Action::Go(Caret::Right));
        assert_eq!(field.around(), ("b", " "));
    }

    #[test]
    fn a_line_is_emptied_to_both_sides_and_comes_back() {
        let mut field = Field::new("alpha beta gamma");
        field.edit(Action::Delete(Caret::WordLeft));
        field.edit(Action::Go(Caret::WordLeft));
        assert_eq!(field.around(), ("alpha ", "beta "));
        field.edit(Action::Delete(Caret::LineEnd));
        field.edit(Action::Delete(Caret::LineStart));
        assert_eq!(field.text(), "");
        for text in ["alpha ", "alpha beta ", "alpha beta gamma"] {
            field.edit(Action::UndoText);
            assert_eq!(field.text(), text);
        }
    }

    #[test]
    fn what_has_no_room_is_not_taken_in_part() {
        let mut field = Field::new("note: ");
        let long = "word ".repeat(MOST / 5);
        assert!(!field.takes(&long));
        field.insert(&long);
        assert_eq!(field.text(), "note: ");
        field.edit(Action::Delete(Caret::LineStart));
        field.insert(&long);
        assert_eq!(field.text().chars().count(), MOST);
        field.insert("x");
        assert_eq!(field.text(), long);
        let longer = format!("{long}what stood in the file");
        assert_eq!(Field::new(&longer).text(), longer);
    }

    proptest! {
        #[test]
        fn undoing_everything_gives_the_line_back(
            text in "[a-zé👩\u{200d}💻 ]{0,30}",
            keys in proptest::collection::vec(0..9_u8, 0..60),
        ) {
            let mut field = Field::new(&text);
            for key in keys {
                match key {
                    0 | 1 => field.insert("x"),
                    2 => field.insert("two words "),
                    3 => { field.edit(Action::Delete(Caret::Left)); }
                    4 => { field.edit(Action::Delete(Caret::WordLeft)); }
                    5 => { field.edit(Action::Delete(Caret::LineEnd)); }
                    6 => { field.edit(Action::Go(Caret::WordLeft)); }
                    7 => { field.edit(Action::Delete(Caret::WordRight)); }
                    _ => { field.edit(Action::Go(Caret::Right)); }
                }
            }
            let ended = field.text().to_owned();
            for _ in 0..60 {
                field.edit(Action::UndoText);
            }
            prop_assert_eq!(field.text(), text);
            for _ in 0..60 {
                field.edit(Action::RedoText);
            }
            prop_assert_eq!(field.text(), ended);
        }
    }
}
