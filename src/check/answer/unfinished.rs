//! Places that are not finished, as the reader of answers finds them.

use std::collections::HashSet;

use super::draft::Mark;
use super::told::{Kind, Told};
use crate::check::codes::Rule;
use crate::domain::answer::unfinished::unfinished;
use crate::domain::names;
use crate::domain::part::Part;
use crate::markup::markdown::heading;

/// The places; the empty heading of a part is left to the rules on shape.
pub(super) fn check(told: &Told, body: usize, english: bool) -> Vec<Mark> {
    let text = &told.text[body..];
    let empty: HashSet<usize> = empty_parts(told).map(|(line, _)| line).collect();
    let found = unfinished(text)
        .into_iter()
        .filter(|place| !empty.contains(&(place.line - 1)))
        .filter_map(|place| {
            let line = told.lines.get(place.line - 1)?;
            let said = &told.text[line.bytes.clone()];
            // That a word needs another is known of English words only; a sign that goes on is one in every language.
            let signed = said.ends_with([',', '、', '…']) || said.ends_with("...");
            let (rule, what) = match place.why {
                "cut off" if !english && !signed => return None,
                "to do" => (Rule::ToDo, "this is still to do".to_owned()),
                "empty" if line.kind == Kind::Heading => (Rule::Empty, "nothing stands under this heading".to_owned()),
                "empty" => (Rule::Empty, "nothing stands here".to_owned()),
                _ => (Rule::CutOff, format!("the text stops behind \"{}\"", last_word(said))),
            };
            Some((place.line, Mark::new(rule, line.bytes.clone(), what)))
        });
    let mut marks: Vec<(usize, Mark)> = Vec::new();
    for (line, mark) in found {
        // Empty lines below each other are one form that was not filled in.
        match marks.last_mut() {
            Some((last, above)) if *last + 1 == line && (above.rule, mark.rule) == (Rule::Empty, Rule::Empty) => {
                *last = line;
                above.bytes.end = mark.bytes.end;
                "nothing stands here, nor in the lines below".clone_into(&mut above.what);
            }
            _ => marks.push((line, mark)),
        }
    }
    marks.into_iter().map(|(_, mark)| mark).collect()
}

/// The lines of headings that begin a part in which nothing is said.
pub(super) fn empty_parts<'t>(told: &'t Told) -> impl Iterator<Item = (usize, Part)> + 't {
    told.lines.iter().enumerate().filter_map(|(n, line)| {
        let title = heading(&told.text[line.bytes.clone()]).filter(|_| line.kind == Kind::Heading)?;
        let part = names::part(title)?;
        let mut below = told.lines[n + 1..].iter().take_while(|line| line.kind != Kind::Heading);
        let goes_deeper = || {
            let next = told.lines[n + 1..].iter().find(|line| line.kind == Kind::Heading);
            let depth =
                |line: &super::told::Line| told.text[line.bytes.clone()].bytes().take_while(|b| *b == b'#').count();
            next.is_some_and(|next| depth(next) > depth(line))
        };
        let bare = below.all(|line| line.kind == Kind::Blank || line.said.is_empty());
        (bare && !goes_deeper()).then_some((n, part))
    })
}

fn last_word(text: &str) -> &str {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    text.split_whitespace().next_back().unwrap_or(text)
}
