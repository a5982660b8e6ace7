//! Marks that people put before their questions and answers: `Q`, `Frage`, `A:`, `答：`. Lines with the same mark decide
//! together what they are.

use super::{Line, Mark};
use crate::domain::names::Meaning;
use crate::import::language::asks;
use crate::import::language::asks::Asks;
use crate::import::language::labels;
use crate::import::language::marks;

/// Takes the marks of a file into account: bare ones where lines with the same one ask, and the answers behind questions.
pub(in crate::import) fn decide(lines: &mut [Line<'_>]) {
    bare(lines);
    answers(lines);
}

/// `Q Why boats`: a mark without a sign behind it counts where more than one line has it, and one of three asks.
fn bare(lines: &mut [Line<'_>]) {
    let marked: Vec<usize> = (0..lines.len())
        .filter(|at| marked_bare(&lines[*at]).is_some())
        .collect();
    let asking = |at: &&usize| marked_bare(&lines[**at]).is_some_and(|rest| asks::asks(rest) != Asks::No);
    if marked.len() < 2 || marked.iter().filter(asking).count() * 3 < marked.len() {
        return;
    }
    for at in marked {
        let line = &mut lines[at];
        if let Some(rest) = marked_bare(line) {
            let mark = if line.mark == Mark::Plain {
                Mark::Number
            } else {
                line.mark
            };
            line.becomes(mark, rest);
            (line.number, line.asked) = (Some(0), true);
        }
    }
    // `Q. why` beside `Q why` is of the same kind.
    for line in lines.iter_mut().filter(|line| line.number == Some(0)) {
        line.asked = true;
    }
}

/// What stands behind a mark without a sign: a letter, for a whole word is one of what is said (`Questions to ask`).
fn marked_bare<'a>(line: &Line<'a>) -> Option<&'a str> {
    let open = matches!(line.mark, Mark::Plain | Mark::Bullet) && line.number.is_none();
    let rest = marks::behind(line.text, Meaning::Question).filter(|_| open)?;
    let mark = &line.text[..line.text.len() - rest.len()];
    if mark.chars().count() > 1 {
        return None;
    }
    let says = rest.trim_start();
    (rest.starts_with([' ', '\t']) && says.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '(')))
        .then_some(says)
}

/// `A: I like water`: an answer, where marked questions stand in the file and no parts of stories go by these letters.
fn answers(lines: &mut [Line<'_>]) {
    if !lines.iter().any(|line| line.asked || line.number == Some(0)) {
        return;
    }
    let lettered = |line: &&Line<'_>| {
        let name = line.text.split([':', '：', ' ']).next().unwrap_or_default();
        matches!(name, "S" | "T" | "R") && !labels::labels(line).is_empty()
    };
    if lines.iter().filter(lettered).count() > 1 {
        return;
    }
    for line in lines
        .iter_mut()
        .filter(|line| matches!(line.mark, Mark::Plain | Mark::Bullet))
    {
        let rest = marks::behind(line.text, Meaning::Answer)
            .and_then(|rest| rest.trim_start().strip_prefix([':', '：', '.', ')']));
        if let Some(rest) = rest.map(str::trim_start).filter(|rest| !rest.is_empty()) {
            line.becomes(Mark::Arrow, rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::Dialect;

    fn decided(text: &str) -> Vec<(Mark, bool, &str)> {
        let mut lines: Vec<Line<'_>> = text.split('\n').map(|raw| Line::read(raw, Dialect::Markdown)).collect();
        decide(&mut lines);
        lines
            .into_iter()
            .map(|line| (line.mark, line.asked, line.text))
            .collect()
    }

    #[test]
    fn lines_with_the_same_mark_ask_where_one_of_three_does() {
        let found = decided("Q Name the harbours\nOf all the coast.\nQ why boats?\nWater.\nQ. a storm you saw");
        assert_eq!(found[0], (Mark::Number, true, "Name the harbours"));
        assert_eq!(found[4], (Mark::Number, true, "a storm you saw"));
        let topics = decided("- Q Knots\n- Q Splices\n- Q Charts");
        assert!(topics.iter().all(|line| !line.1));
        let words = decided("Questions to ask\nQuestions to try?");
        assert_eq!(words[0], (Mark::Plain, false, "Questions to ask"));
    }

    #[test]
    fn a_marked_answer_is_one_unless_the_letters_are_those_of_parts() {
        assert_eq!(
            decided("Q: Why boats?\nA: I like water")[1],
            (Mark::Arrow, false, "I like water")
        );
        assert_eq!(decided("Frage: Warum Boote?\nAntwort: Wasser")[1].0, Mark::Arrow);
        let parts = decided("Q: Why boats?\nS: a storm\nA: I reefed\nR: we came home");
        assert_eq!(parts[2].0, Mark::Plain);
    }
}
