//! The shape of a line: what a person sees alike at a glance. Lines of one shape are siblings.

use crate::import::lines::{Dialect, Line, Mark};
use crate::import::reading::{Reading, Shape};

/// The shape of a line in words: its mark, how far in it stands, how it begins and ends, whether it is set off. None for a
/// blank line and where the file has no lines of text.
pub fn shape(reading: &Reading, line: usize) -> Option<String> {
    if reading.shape != Shape::Lines {
        return None;
    }
    let raw = |line: usize| reading.span((line, line));
    let read = |line: usize| Line::read(raw(line), Dialect::Markdown);
    let here = read(line);
    let mark = match here.mark {
        Mark::Blank => return None,
        Mark::Rule(sign) => format!("rule {sign}"),
        Mark::Heading(depth) => format!("heading {depth}"),
        Mark::Bullet => format!("bullet {}", raw(line).trim_start().chars().next().unwrap_or('-')),
        Mark::Number => "number".to_owned(),
        Mark::Letter => "letter".to_owned(),
        Mark::Quote => "quote".to_owned(),
        Mark::Arrow => "arrow".to_owned(),
        Mark::Plain => marker(here.text),
    };
    // A sign of one's own says what the line is, wherever it stands.
    let own = marker(here.text);
    let marked = own.starts_with(MARK);
    let mut words = vec![mark, format!("indent {}", here.indent)];
    words.extend(here.bold.then(|| "bold".to_owned()));
    if marked && !matches!(here.mark, Mark::Plain) {
        words.push(own);
    } else if matches!(here.mark, Mark::Plain) && !marked {
        let first = here
            .text
            .trim_start_matches(|c: char| !c.is_alphanumeric())
            .chars()
            .next();
        let small = first.is_some_and(char::is_lowercase);
        let fresh = line == 1 || matches!(read(line - 1).mark, Mark::Blank | Mark::Rule(_) | Mark::Heading(_));
        let ends = here.text.trim_end_matches(['*', '_', ' ']).chars().next_back();
        words.push(if small { "small letter" } else { "capital" }.to_owned());
        words.push(if fresh { "set off" } else { "run on" }.to_owned());
        words.extend(
            ends.filter(|c| matches!(c, '?' | '？' | ':' | '：'))
                .map(|c| format!("ends in {c}")),
        );
        words.extend((here.text.chars().count() > LONG).then(|| "long".to_owned()));
    }
    Some(words.join(", "))
}

/// A line as a title: without marks.
pub(super) fn title_of(reading: &Reading, line: usize) -> String {
    Line::read(reading.span((line, line)), Dialect::Markdown).title()
}

/// How the name of a sign of one's own begins.
const MARK: &str = "mark ";

/// Characters from which on a plain line is running text.
const LONG: usize = 120;

/// What a plain line begins with: a short word of capitals or of signs is its mark.
fn marker(text: &str) -> String {
    let first = text.split([' ', '\t']).next().unwrap_or_default();
    let sign = first.trim_end_matches([':', '.', ')']);
    let short = sign.chars().count() <= 3 && text.len() > first.len();
    let capitals = !sign.is_empty() && sign.chars().all(char::is_uppercase) && sign != "I";
    let signs = !first.is_empty() && first.chars().all(|c| !c.is_alphanumeric());
    if short && (capitals || signs) {
        format!("{MARK}{}", if signs { first } else { sign })
    } else {
        "plain".to_owned()
    }
}

/// The lines of the shape of one, itself among them.
pub fn siblings(reading: &Reading, line: usize) -> Vec<usize> {
    let Some(wanted) = shape(reading, line) else {
        return vec![line];
    };
    (1..=reading.spans.len())
        .filter(|line| shape(reading, *line).as_ref() == Some(&wanted))
        .collect()
}
