//! Corrections written down, one a line: `57 like question`, `12 title The pump`, `column 2 answer`.

use super::correction::{Asked, Correction, Holds, Is, Reach};
use crate::domain::category::Category;
use crate::domain::part::Part;

/// Reads a script; a line that is none is named by its number, counted from 1. Blank lines and those with `#` say nothing.
///
/// # Errors
/// The line that is no correction.
pub fn script(text: &str) -> Result<Vec<Correction>, usize> {
    let lines = text.lines().enumerate();
    let full = lines.filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#'));
    full.map(|(at, line)| correction(line).ok_or(at + 1)).collect()
}

fn correction(line: &str) -> Option<Correction> {
    let counted = |number: &str| number.parse().ok().filter(|number: &usize| *number > 0);
    let (first, what) = line.trim().split_once(' ')?;
    let (word, rest) = what.split_once(' ').unwrap_or((what, ""));
    let rest = rest.trim();
    if first == "column" {
        return Some(Correction::Column(counted(word)?, Holds::from_word(rest)?));
    }
    let number = counted(first)?;
    match (word, rest) {
        ("beside", is) => Some(Correction::Is(number, Is::from_word(is)?, Reach::Beside)),
        ("like", part) if part.starts_with("part ") => {
            Some(Correction::Part(number, part_from_word(&part[5..])?, Reach::Like))
        }
        ("part", part) => Some(Correction::Part(number, part_from_word(part)?, Reach::Line)),
        ("like", is) => Some(Correction::Is(number, Is::from_word(is)?, Reach::Like)),
        ("title", title) if !title.is_empty() => Some(Correction::Title(number, title.to_owned())),
        ("named", line) => Some(Correction::TitleLine(number, counted(line)?)),
        ("category", id) => Some(Correction::Category(number, Category::from_id(id)?)),
        ("answers", "nothing") => Some(Correction::Answers(number, Asked::Nothing)),
        ("answers", line) if counted(line).is_some() => Some(Correction::Answers(number, Asked::Line(counted(line)?))),
        ("answers", id) if is_id(id) => Some(Correction::Answers(number, Asked::Known(id.into()))),
        ("leave", "") => Some(Correction::Leave(number)),
        ("take", "") => Some(Correction::Take(number)),
        (is, "") => Some(Correction::Is(number, Is::from_word(is)?, Reach::Line)),
        _ => None,
    }
}

/// The word for a part that a line begins, or for none.
pub fn part_word(part: Option<Part>) -> &'static str {
    part.map_or("none", Part::id)
}

/// The meaning of such a word.
pub fn part_from_word(word: &str) -> Option<Option<Part>> {
    match word.trim() {
        "none" => Some(None),
        word => Part::from_id(word).map(Some),
    }
}

/// Whether a word can name a question that is known: ids have letters, and no blanks.
fn is_id(word: &str) -> bool {
    word.chars().any(char::is_alphabetic) && !word.contains(char::is_whitespace)
}

impl Correction {
    /// The line of a script that says it.
    pub fn written(&self) -> String {
        match self {
            Correction::Is(line, is, Reach::Line) => format!("{line} {}", is.word()),
            Correction::Is(line, is, Reach::Beside) => format!("{line} beside {}", is.word()),
            Correction::Is(line, is, Reach::Like) => format!("{line} like {}", is.word()),
            Correction::Title(line, title) => {
                let title: Vec<&str> = title.split_whitespace().collect();
                format!("{line} title {}", title.join(" "))
            }
            Correction::TitleLine(line, other) => format!("{line} named {other}"),
            Correction::Category(line, category) => format!("{line} category {category}"),
            Correction::Answers(line, Asked::Nothing) => format!("{line} answers nothing"),
            Correction::Answers(line, Asked::Line(question)) => format!("{line} answers {question}"),
            Correction::Answers(line, Asked::Known(id)) => format!("{line} answers {id}"),
            Correction::Part(line, part, Reach::Like) => format!("{line} like part {}", part_word(*part)),
            Correction::Part(line, part, _) => format!("{line} part {}", part_word(*part)),
            Correction::Leave(line) => format!("{line} leave"),
            Correction::Take(line) => format!("{line} take"),
            Correction::Column(at, holds) => format!("column {at} {}", holds.word()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_as_what_it_is() {
        let all = [
            Correction::Is(3, Is::Question, Reach::Like),
            Correction::Is(4, Is::Text, Reach::Line),
            Correction::Is(4, Is::Story, Reach::Beside),
            Correction::Title(5, "leave".to_owned()),
            Correction::TitleLine(5, 6),
            Correction::Category(7, Category::AskThem),
            Correction::Answers(8, Asked::Nothing),
            Correction::Answers(8, Asked::Line(2)),
            Correction::Answers(8, Asked::Known("why-boats".into())),
            Correction::Part(9, Some(Part::Result), Reach::Line),
            Correction::Part(9, None, Reach::Like),
            Correction::Leave(9),
            Correction::Take(9),
        ];
        let columns = Holds::ALL.map(|holds| Correction::Column(2, holds));
        for correction in all.into_iter().chain(columns) {
            assert_eq!(script(&correction.written()), Ok(vec![correction]));
        }
    }

    #[test]
    fn a_line_of_a_script_that_says_nothing_is_named() {
        assert_eq!(script("3 like question\nfour leave\n"), Err(2));
        assert_eq!(script("0 story"), Err(1));
        assert_eq!(script("column 1 ship"), Err(1));
        assert_eq!(script("3 answers 0"), Err(1));
        assert_eq!(script("3 like part ship"), Err(1));
        assert_eq!(
            script("# a remark\n\n3 answers 1"),
            Ok(vec![Correction::Answers(3, Asked::Line(1))])
        );
    }
}
