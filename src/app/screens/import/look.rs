//! Notes looked through before they are written: line by line what each begins, what becomes of it, and putting it right.

use crate::app::widgets::field::Field;
use crate::app::widgets::list::move_cursor;
use crate::domain::category::Category;
use crate::domain::import_review::{Becomes, Correction, Holds, Is, LookedThrough, Reach, corrected};
use crate::domain::import_summary::Intake;
use crate::keys::action::Action;

/// A file that is looked through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// What it would bring.
    pub intake: Intake,
    /// Its lines, and what becomes of them.
    pub looked: LookedThrough,
    /// The row that is looked at: columns of a table first, then lines.
    pub row: usize,
    /// The title that is typed.
    pub title: Option<Field>,
}

impl Look {
    /// Begins at the first doubt, else at the first line that begins something.
    pub(super) fn new(intake: Intake, looked: LookedThrough) -> Look {
        let doubt = looked.next_doubt(0);
        let first = doubt.or(looked.items.first().map(|item| item.lines.0)).unwrap_or(1);
        let columns = looked.columns.len();
        Look {
            row: if columns > 0 { 0 } else { columns + first - 1 },
            intake,
            looked,
            title: None,
        }
    }

    /// The file was read again.
    pub(super) fn renew(&mut self, intake: Intake, looked: LookedThrough) {
        (self.intake, self.looked) = (intake, looked);
        self.row = self.row.min(self.rows().saturating_sub(1));
    }

    /// Rows there are.
    pub fn rows(&self) -> usize {
        self.looked.columns.len() + self.looked.lines.len()
    }

    /// The line looked at, counted from 1; none on a column.
    pub fn line(&self) -> Option<usize> {
        Some(self.row.checked_sub(self.looked.columns.len())? + 1)
    }

    /// The item the line is in.
    pub fn item(&self) -> Option<&Becomes> {
        self.looked.at(self.line()?)
    }

    /// Moves, or says something of the line looked at; answers whether the file is to be read again.
    pub(super) fn act(&mut self, action: Action, corrections: &mut Vec<Correction>, page: usize) -> bool {
        let said = match action {
            Action::More => self.turned(1),
            Action::Less => self.turned(-1),
            Action::Likewise => self.likewise(),
            Action::LeaveOut => self
                .item()
                .map(|item| Correction::Is(item.lines.0, Is::Note, Reach::Line)),
            Action::TurnCategory => self.categorised(),
            Action::TakeBack => return corrections.pop().is_some(),
            Action::Edit => {
                let title = self.item().map(|item| item.title.clone().unwrap_or_default());
                self.title = title.map(|title| Field::new(&title));
                None
            }
            Action::Next => {
                let below = self.looked.next_doubt(self.line().unwrap_or(0));
                self.row = below.map_or(self.row, |line| self.looked.columns.len() + line - 1);
                None
            }
            action => {
                self.row = move_cursor(self.row, self.rows(), page, action);
                None
            }
        };
        let again = said.is_some();
        if let Some(said) = said {
            corrected(corrections, said);
        }
        again
    }

    /// Why an action does nothing now.
    pub(super) fn refusal(&self, action: Action, corrections: &[Correction]) -> Option<&'static str> {
        let likes = || self.line().map_or(0, |line| self.looked.others_like(line));
        match action {
            Action::LeaveOut | Action::Edit | Action::TurnCategory if self.item().is_none() => {
                Some("nothing is made of this line")
            }
            Action::Likewise if likes() == 0 => Some("no other line is like it"),
            Action::TakeBack if corrections.is_empty() => Some("nothing was changed"),
            Action::Next if self.looked.doubts.is_empty() => Some("there is no doubt"),
            _ => None,
        }
    }

    /// The title that was typed.
    pub(super) fn titled(&mut self, corrections: &mut Vec<Correction>) -> bool {
        let typed = self.title.take().map(|field| field.text().trim().to_owned());
        let title = typed.filter(|title| !title.is_empty());
        let (Some(title), Some(item)) = (title, self.item()) else {
            return false;
        };
        corrected(corrections, Correction::Title(item.lines.0, title));
        true
    }

    /// The line begins the next thing, or the column holds it.
    fn turned(&self, by: isize) -> Option<Correction> {
        let Some(line) = self.line() else {
            let holds = self.looked.columns.get(self.row)?.holds;
            return Some(Correction::Column(self.row + 1, next(&Holds::ALL, holds, by)));
        };
        let all = Is::ALL.map(|(is, _)| is);
        let is = next(&all, self.looked.begins(line), by);
        Some(Correction::Is(line, is, Reach::Line))
    }

    /// All lines like this one begin what it begins.
    fn likewise(&self) -> Option<Correction> {
        let line = self.line().filter(|line| self.looked.others_like(*line) > 0)?;
        Some(Correction::Is(line, self.looked.begins(line), Reach::Like))
    }

    fn categorised(&self) -> Option<Correction> {
        let item = self.item()?;
        let known = if item.guessed {
            Category::Unsorted
        } else {
            item.category
        };
        let all: Vec<Category> = Category::ALL.into_iter().chain([Category::Unsorted]).collect();
        Some(Correction::Category(item.lines.0, next(&all, known, 1)))
    }
}

/// What a key does, in the words of the footer.
pub(super) fn word(action: Action) -> Option<&'static str> {
    match action {
        Action::Open => Some("write all"),
        Action::More => Some("turn what it is"),
        Action::LeaveOut => Some("leave it out"),
        Action::Edit => Some("title"),
        Action::Next => Some("next doubt"),
        Action::TakeBack => Some("undo"),
        _ => None,
    }
}

/// What stands so many places after one of a list, from its other end again past the last.
fn next<T: Copy + PartialEq>(all: &[T], now: T, by: isize) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or(0) as isize;
    all[(at + by).rem_euclid(all.len() as isize) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look() -> Look {
        let item = Becomes {
            is: Is::Story,
            title: Some("The mast".to_owned()),
            lines: (2, 3),
            category: Category::Failure,
            guessed: true,
            parts: Vec::new(),
            answers: None,
            unfinished: 0,
            known: false,
        };
        let looked = LookedThrough {
            lines: ["# Sea", "Q The mast", "It broke.", "Q The leak"]
                .map(str::to_owned)
                .to_vec(),
            alike: vec![1, 2, 3, 2],
            items: vec![item],
            columns: Vec::new(),
            doubts: vec![((4, 4), "a line alone".to_owned())],
        };
        Look::new(Intake::default(), looked)
    }

    #[test]
    fn it_begins_at_the_first_doubt_and_a_line_is_turned_and_then_all_like_it() {
        let (mut look, mut said) = (look(), Vec::new());
        assert_eq!(look.line(), Some(4));
        assert!(look.act(Action::More, &mut said, 5));
        assert_eq!(said, [Correction::Is(4, Is::Question, Reach::Line)]);
        assert!(!look.act(Action::Up, &mut said, 5) && !look.act(Action::Up, &mut said, 5));
        assert!(look.act(Action::Likewise, &mut said, 5));
        assert_eq!(said[1], Correction::Is(2, Is::Story, Reach::Like));
        assert!(!look.act(Action::Next, &mut said, 5) && look.line() == Some(4));
        assert!(look.act(Action::TakeBack, &mut said, 5) && said.len() == 1);
    }

    #[test]
    fn what_is_said_of_an_item_is_said_of_its_first_line_wherever_one_stands_in_it() {
        let (mut look, mut said) = (look(), Vec::new());
        look.row = 2;
        look.act(Action::TurnCategory, &mut said, 5);
        look.act(Action::Edit, &mut said, 5);
        look.title = Some(Field::new("The broken mast"));
        assert!(look.titled(&mut said));
        look.act(Action::LeaveOut, &mut said, 5);
        assert_eq!(
            said,
            [
                Correction::Category(2, Category::Motivation),
                Correction::Title(2, "The broken mast".to_owned()),
                Correction::Is(2, Is::Note, Reach::Line)
            ]
        );
        look.row = 0;
        assert!(!look.act(Action::LeaveOut, &mut said, 5));
    }
}
