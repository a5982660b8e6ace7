//! The labels people put on the parts of a story: `(S)`, `**Task:**`, `A -`, `RESULT :`, `## Reflection`.

use super::called::{bracketed, called, ornament};
use crate::domain::names;
use crate::domain::part::Part;

use crate::import::lines::words::{first_words, head};
use crate::import::lines::{Label, Line, Mark};

/// Names that are parts on their own; the others count only beside one of these.
const PLAIN_NAMES: [&str; 12] = [
    "situation",
    "task",
    "tasks",
    "action",
    "actions",
    "result",
    "results",
    "outcome",
    "reflection",
    "context",
    "reflections",
    "outcomes",
];

/// Bytes of the longest name.
const LONGEST: usize = 60;

/// The part that a name of a few words names.
pub(in crate::import) fn part_named(name: &str) -> Option<Part> {
    if name.len() > LONGEST {
        return None;
    }
    let words = first_words(name, 6);
    if words.is_empty() || words.len() > 5 {
        return None;
    }
    names::part(&words.join(" "))
}

/// The parts that a name names, the letter of a part beside it or not: `Task`, `S [situation]`, `T (task) + A (action)`.
pub(in crate::import) fn parts_named(name: &str) -> Option<Vec<Part>> {
    if name.len() > LONGEST {
        return None;
    }
    if let Some(part) = part_named(name) {
        return Some(vec![part]);
    }
    let words = first_words(name, 9);
    if words.is_empty() || words.len() > 8 {
        return None;
    }
    let mut parts = Vec::new();
    let mut words = words.iter().filter(|word| *word != "and").peekable();
    while let Some(word) = words.next() {
        let part = match part_named(word) {
            Some(part) => part,
            None => words
                .next()
                .and_then(|next| part_named(next).filter(|part| initial(word, *part)))?,
        };
        words.next_if(|next| initial(next, part));
        parts.push(part);
    }
    Some(parts)
}

fn initial(letter: &str, part: Part) -> bool {
    letter.len() == 1 && part.id().starts_with(letter)
}

/// Whether a line begins with the name of a part and goes on: whatever it asks, it tells of that part.
pub(in crate::import) fn leads(line: &Line<'_>) -> bool {
    labels(line).first().is_some_and(|label| label.leads && label.filled)
}

/// Whether a line is nothing but a label: words may stand under it.
pub(in crate::import) fn only_labels(line: &Line<'_>) -> bool {
    labels(line).first().is_some_and(|label| label.leads && !label.filled)
}

/// The parts that letters name: `S`, `ST`, `AR`.
pub(in crate::import) fn parts_lettered(letters: &str) -> Option<Vec<Part>> {
    if letters.is_empty() || letters.len() > 4 {
        return None;
    }
    letters
        .chars()
        .filter(|c| !matches!(c, '/' | '+' | '&' | ' '))
        .map(|c| match c {
            'S' => Some(Part::Situation),
            'T' => Some(Part::Task),
            'A' => Some(Part::Action),
            'R' => Some(Part::Result),
            'L' => Some(Part::Reflection),
            _ => None,
        })
        .collect()
}

/// Whether a person said that a line begins a part.
pub(in crate::import) fn said(line: &Line<'_>) -> bool {
    labels(line).first().is_some_and(|label| label.said)
}

/// Takes the word of a person for the part that a line begins: it is no question then, whatever it asks. Labels further
/// on in the line stay.
pub(in crate::import) fn say(line: &mut Line<'_>, part: Option<Part>) {
    if line.blank() {
        return;
    }
    let filled = called(line).map_or(!line.text.is_empty(), |(_, after)| {
        after.contains(char::is_alphanumeric)
    });
    let mut found = labels_of(line);
    found.retain(|label| !label.leads);
    if let Some(part) = part {
        line.asked = false;
        found.insert(
            0,
            Label {
                part,
                leads: true,
                filled,
                said: true,
            },
        );
    }
    line.known.labels = found.into();
}

/// The labels of a line, from the left.
pub(in crate::import) fn labels<'a>(line: &'a Line<'_>) -> &'a [Label] {
    line.known.labels.get_or_init(|| labels_of(line))
}

fn labels_of(line: &Line<'_>) -> Vec<Label> {
    let mut found = Vec::new();
    if matches!(line.mark, Mark::Blank | Mark::Rule(_)) || explains(line.text) {
        return found;
    }
    if matches!(line.mark, Mark::Heading(_)) {
        found.extend(parts_named(line.text).into_iter().flatten().map(|part| Label {
            part,
            leads: true,
            filled: false,
            said: false,
        }));
        return found;
    }
    let text = line.text;
    let mut marks: Vec<(Vec<Part>, usize, usize)> = Vec::new();
    if let Some((parts, after)) = leading(text) {
        marks.push((parts, 0, text.len() - after.len()));
    }
    inline(text, &mut marks);
    for (n, (parts, start, after)) in marks.iter().enumerate() {
        let end = marks.get(n + 1).map_or(text.len(), |next| next.1);
        let filled = text[*after..end].chars().any(char::is_alphanumeric);
        found.extend(parts.iter().map(|part| Label {
            part: *part,
            leads: *start == 0,
            filled,
            said: false,
        }));
    }
    found
}

/// `S : Situation, T : Task, A : Action`: a line that only says what the letters stand for.
pub(in crate::import) fn explains(text: &str) -> bool {
    if !text.is_ascii() || text.len() > 200 || !text.contains([':', '=', '-']) {
        return false;
    }
    let words = first_words(text, 12);
    let pairs = words.chunks(2).filter(|pair| match pair {
        [letter, name] => letter.len() == 1 && part_named(name).is_some_and(|part| initial(letter, part)),
        _ => false,
    });
    pairs.count() >= 3 && words.len().is_multiple_of(2)
}

/// A label at the front, and what stands behind it.
fn leading(text: &str) -> Option<(Vec<Part>, &str)> {
    let text = text.trim_start_matches(ornament);
    if let Some((letters, after)) = text.strip_prefix("**").and_then(|rest| rest.split_once("**"))
        && let Some(parts) = parts_lettered(letters.trim_matches(ornament))
    {
        return Some((parts, after.trim_start_matches([':', '：', '-', '–', '—', ' '])));
    }
    if let Some(found) = row(text).or_else(|| run_in(text)) {
        return Some(found);
    }
    let text = text.trim_start_matches(['*', '_']).trim_start_matches(ornament);
    if let Some((inside, after)) = bracketed(text) {
        let parts = parts_lettered(inside).or_else(|| parts_named(inside))?;
        return Some((parts, after.trim_start_matches(['*', '_', ':', '-', ' '])));
    }
    if let Some(parts) = alone(text) {
        return Some((parts, ""));
    }
    let short = head(text, 80);
    let end = short.find([':', '：', '-', '–', '—', '='])?;
    let sign = &short[end..];
    let name = short[..end].trim_end_matches(['*', '_', ' ']);
    let name = name.split('(').next().unwrap_or(name).trim_end();
    let parts = parts_lettered(name).or_else(|| parts_named(name))?;
    let colon = sign.starts_with([':', '：']);
    let set_off = short[..end].ends_with([' ', '*'])
        || text[end..]
            .trim_start_matches(['-', '–', '—', '=', '>'])
            .starts_with(' ');
    // `S-The mast broke`: a letter alone, set tight to what it is about.
    let tight = name.len() == 1 && first_words(&text[end..], 4).len() > 3;
    (colon || set_off || tight || text[end..].chars().all(|c| !c.is_alphanumeric())).then(|| {
        (
            parts,
            text[end..].trim_start_matches([':', '：', '-', '–', '—', '=', '>', '*', '_', ' ', '\t']),
        )
    })
}

/// `| Task | mend it |`: a row of a table that begins with the name of a part, and is not the head over such columns.
fn row(text: &str) -> Option<(Vec<Part>, &str)> {
    let (first, rest) = text.strip_prefix('|')?.split_once('|')?;
    let named = |cell: &str| {
        let cell = cell.trim_matches(['*', '_', ':', ' ']);
        parts_lettered(cell).or_else(|| parts_named(cell))
    };
    let head = rest
        .split('|')
        .any(|cell| named(cell).is_some_and(|parts| !parts.is_empty()));
    named(first).filter(|_| !head).map(|parts| (parts, rest))
}

/// `**Task.** Mend it`, `**Task** Mend it`: bold words that only name a part, in front of a sentence.
fn run_in(text: &str) -> Option<(Vec<Part>, &str)> {
    let sign = ["**", "__", "*", "_"].into_iter().find(|sign| text.starts_with(sign))?;
    let (name, after) = text[sign.len()..].split_once(sign)?;
    let closed = name.trim_end().ends_with(['.', ':', '：']);
    let after = after.trim_start_matches([':', '：', '.', '-', '–', '—', ' ']);
    let begins = after.chars().next().is_none_or(|c| !c.is_lowercase());
    let parts = parts_named(name.trim_end_matches(['.', ':', '：', ' ']))?;
    (closed || begins).then_some((parts, after))
}

/// A plain name of a part and nothing else on the line, not even a colon.
fn alone(text: &str) -> Option<Vec<Part>> {
    let name = text.trim_end_matches(['*', '_', ':', '.', ' ']);
    if name.len() > LONGEST {
        return None;
    }
    let plain = PLAIN_NAMES.contains(&name.to_lowercase().as_str()) || names::plain_part(name);
    plain.then(|| parts_named(name)).flatten()
}

/// Labels inside running text: letters in brackets, bold part names; each with where it starts and where it ends.
fn inline(text: &str, marks: &mut Vec<(Vec<Part>, usize, usize)>) {
    let mut at = marks.last().map_or(0, |mark| mark.2);
    while let Some(next) = text[at..].find(['(', '[', '*']) {
        let here = at + next;
        let hit = if text[here..].starts_with('*') {
            bold_label(&text[here..])
        } else {
            bracketed(&text[here..]).and_then(|(inside, after)| parts_lettered(inside).map(|parts| (parts, after)))
        };
        if let Some((parts, after)) = hit.filter(|(parts, _)| !parts.is_empty()) {
            at = text.len() - after.len();
            marks.push((parts, here, at));
        } else {
            at = here + 1;
        }
    }
}

fn bold_label(text: &str) -> Option<(Vec<Part>, &str)> {
    let inner = text.strip_prefix("**")?;
    let end = head(inner, 60).find("**")?;
    let name = &inner[..end];
    let after = &inner[end + 2..];
    (name.ends_with(':') || after.starts_with(':')).then_some(())?;
    let name = name.trim_end_matches(':').trim();
    let parts = parts_lettered(name).or_else(|| parts_named(name))?;
    Some((parts, after.trim_start_matches([':', ' '])))
}

/// What the labels of some lines say together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Labelled {
    /// The parts that have text, in their order.
    pub(in crate::import) parts: Vec<Part>,
    /// Whether the lines are labelled at all: three parts of what happened, or two and one of them by a plain name or letter.
    pub(in crate::import) sure: bool,
    /// Whether a person said so.
    pub(in crate::import) said: bool,
    /// The line of the first label, as an index into the lines given.
    pub(in crate::import) first: Option<usize>,
}

/// Reads the labels of an answer's lines.
pub(in crate::import) fn read(lines: &[Line<'_>]) -> Labelled {
    let mut named = [false; 5];
    let mut filled = [false; 5];
    let mut open: Vec<Part> = Vec::new();
    let (mut sure, mut said) = (false, false);
    let mut first = None;
    for (at, line) in lines.iter().enumerate() {
        let here = labels(line);
        if here.is_empty() && !line.blank() && !matches!(line.mark, Mark::Rule(_)) {
            for part in open.drain(..) {
                filled[part.index()] = true;
            }
        }
        for label in here {
            first = first.or(Some(at));
            named[label.part.index()] = true;
            sure = sure || plain_name(line);
            said |= label.said;
            if label.filled {
                filled[label.part.index()] = true;
                open.retain(|part| *part != label.part);
            } else {
                open.push(label.part);
            }
        }
    }
    let story_parts = named[..4].iter().filter(|known| **known).count();
    let labelled = said || story_parts >= 2 && (sure || story_parts > 2);
    Labelled {
        parts: Part::ALL
            .into_iter()
            .filter(|part| labelled && filled[part.index()])
            .collect(),
        sure: labelled,
        said,
        first: first.filter(|_| labelled),
    }
}

fn plain_name(line: &Line<'_>) -> bool {
    let text = line.text.trim_start_matches(['*', '_', '(', '[']);
    let first = first_words(text, 1).pop().unwrap_or_default();
    PLAIN_NAMES.contains(&first.as_str()) || first.chars().count() <= 2 || names::plain_part(&first)
}

#[cfg(test)]
mod tests;
