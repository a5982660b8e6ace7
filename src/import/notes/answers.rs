//! What stands under a question or a topic: one answer, several, advice, or nothing yet.

use std::borrow::Cow;
use std::ops::Range;

use super::lists::{items_act, listed};
use crate::domain::answer::unfinished::unfinished;
use crate::domain::category::Category;
use crate::domain::part::Part;
use crate::import::ItemKind;
use crate::import::language::voice;
use crate::import::language::voice::{Count, Hint, Voice};
use crate::import::language::{labels, legend};
use crate::import::lines::title::titled;
use crate::import::lines::words;
use crate::import::lines::words::first_words;
use crate::import::lines::{Line, Mark};

/// An answer or a note, still without its title and links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::import) struct Draft {
    /// Story, point or note.
    pub(in crate::import) kind: ItemKind,
    /// Its lines, counted from 0, blank ones at the ends left out.
    pub(in crate::import) lines: Range<usize>,
    /// Whether its first line is its title: a short line right above the first label.
    pub(in crate::import) titled: bool,
    /// The parts that have text, where they are labelled.
    pub(in crate::import) parts: Vec<Part>,
    /// Whether the parts are labelled.
    pub(in crate::import) labelled: bool,
    /// Whether it says of itself that it is an example.
    pub(in crate::import) sample: bool,
}

/// What is known of the text before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Place {
    /// Under a question.
    Question,
    /// Under a heading that names a topic of this category.
    Topic(Category),
    /// Under a heading that names a topic, in front of its questions or stories.
    Lead,
    /// Under a heading that gathers other sections or questions: likely an introduction.
    Intro,
    /// Between things.
    Loose,
}

/// Reads the answers in a range of lines.
pub(in crate::import) fn respond(lines: &[Line<'_>], range: Range<usize>, place: Place, hint: Hint) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for (n, piece) in pieces(lines, range).into_iter().enumerate() {
        let before = drafts.len();
        let told = drafts.iter().any(|draft| draft.labelled);
        for lines_of_one in stories(lines, piece, place) {
            let mut draft = draft(lines, lines_of_one, place, hint);
            if n > 0 && told && !draft.labelled {
                draft.kind = ItemKind::Note;
            }
            drafts.push(draft);
        }
        if let Some(first) = drafts[before..].iter().position(|draft| draft.labelled) {
            drafts[before..before + first]
                .iter_mut()
                .for_each(|draft| draft.kind = ItemKind::Note);
        }
    }
    drafts
}

/// Whether every line of a range is marked, empty or cut off: there is no answer yet.
pub(in crate::import) fn stub(lines: &[Line<'_>], range: Range<usize>) -> bool {
    let label = |line: &&Line<'_>| matches!(first_words(line.text, 2).join(" ").as_str(), "a" | "ans" | "answer");
    let (labels, filled): (Vec<&Line<'_>>, Vec<&Line<'_>>) =
        lines[range].iter().filter(|line| !line.blank()).partition(label);
    let text: Vec<&str> = filled.iter().map(|line| line.raw).collect();
    let open = || {
        unfinished(&text.join("\n\n"))
            .iter()
            .filter(|place| place.why != "cut off")
            .count()
    };
    filled.len() <= 20 && filled.len() + labels.len() > 0 && open() == filled.len()
}

/// A range without the blank lines and rules at its ends.
pub(in crate::import) fn trimmed(lines: &[Line<'_>], range: Range<usize>) -> Range<usize> {
    let full = |at: &usize| !lines[*at].blank() && !matches!(lines[*at].mark, Mark::Rule(_));
    match (range.clone().find(full), range.clone().rev().find(full)) {
        (Some(first), Some(last)) => first..last + 1,
        _ => range.start..range.start,
    }
}

/// The runs between rules and lines that only say *or*.
fn pieces(lines: &[Line<'_>], range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = range.start;
    for at in range.clone().chain([range.end]) {
        if at == range.end || matches!(lines[at].mark, Mark::Rule(sign) if sign != '<') || says_or(&lines[at]) {
            let piece = trimmed(lines, start..at);
            if !piece.is_empty() {
                found.push(piece);
            }
            start = at + 1;
        }
    }
    going_on(lines, found)
}

/// Joins the runs of one labelled story: a rule between its parts ends nothing.
fn going_on(lines: &[Line<'_>], pieces: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for piece in pieces {
        let begins = labels::labels(&lines[piece.start]).iter().find(|label| label.leads);
        let last = found.last_mut().filter(|last| {
            let reached = lines[(*last).clone()]
                .iter()
                .flat_map(labels::labels)
                .map(|label| label.part)
                .max();
            let ruled = lines[last.end..piece.start].iter().all(|line| !says_or(line));
            ruled && reached.is_some_and(|reached| begins.is_some_and(|label| label.part > reached))
        });
        match last {
            Some(last) => last.end = piece.end,
            None => found.push(piece),
        }
    }
    found
}

fn says_or(line: &Line<'_>) -> bool {
    let said = line.text.len() < 40 && line.mark == Mark::Plain && !line.text.ends_with('.');
    first_words(line.text, 4) == ["or"] || (said && variant(line.text))
}

/// Whether a text only numbers one of several answers: `Option 2`, `Answer B:`, `Alternatively`.
pub(in crate::import) fn variant(text: &str) -> bool {
    const NAMES: [&str; 10] = [
        "alternative",
        "alternatively",
        "variant",
        "version",
        "option",
        "answer",
        "example",
        "story",
        "response",
        "take",
    ];
    let words = first_words(text, 4);
    let numbered = |word: &String| word.len() < 3 || matches!(word.as_str(), "one" | "two" | "three" | "four");
    match words.as_slice() {
        [name] => NAMES[..4].contains(&name.as_str()),
        [name, number] => NAMES.contains(&name.as_str()) && numbered(number),
        _ => false,
    }
}

/// Splits a run where the labels begin anew, and before them where a paragraph stands in front.
fn stories(lines: &[Line<'_>], range: Range<usize>, place: Place) -> Vec<Range<usize>> {
    let run = &lines[range.clone()];
    let read = labels::read(run);
    let Some(first) = read.first.filter(|_| read.said || !legend::legend(run)) else {
        return vec![range];
    };
    let mut cuts = Vec::new();
    let title = title_above(run, first);
    let front = title.unwrap_or(first);
    let remark = run[..front]
        .last()
        .is_some_and(|line| line.blank() || line.mark == Mark::Quote);
    let explained = run[..front].iter().any(|line| labels::explains(line.text));
    if remark
        && (place == Place::Question || title.is_some() || explained)
        && run[..front].iter().any(|line| !line.blank())
    {
        cuts.push(range.start + front);
    }
    let mut reached: Option<Part> = None;
    let mut set = false;
    for (n, line) in run.iter().enumerate() {
        for label in labels::labels(line) {
            // The task may be told before the situation.
            let again = label.part == Part::Situation && (set || reached.is_some_and(|part| part > Part::Task));
            if again && label.leads {
                cuts.push(range.start + title_above(run, n).unwrap_or(n));
            }
            reached = Some(label.part).max(reached.filter(|_| !again));
            set = label.part == Part::Situation || set && !again;
        }
    }
    cuts.extend(last_to_do(lines, &range));
    let mut found = Vec::new();
    let mut start = range.start;
    for cut in cuts.into_iter().chain([range.end]) {
        let one = trimmed(lines, start..cut.max(start));
        if !one.is_empty() {
            found.push(one);
        }
        start = cut;
    }
    found
}

/// The short line that stands alone right above a label.
fn title_above(run: &[Line<'_>], label: usize) -> Option<usize> {
    let above = label.checked_sub(1)?;
    let alone = above == 0 || run[above - 1].blank();
    let line = &run[above];
    let title = matches!(line.mark, Mark::Plain | Mark::Number) && titled(line.text, 12);
    (alone && title && !labels::said(line)).then_some(above)
}

/// The last paragraph, where it only says what is still to do.
fn last_to_do(lines: &[Line<'_>], range: &Range<usize>) -> Option<usize> {
    let last = range.end - 1;
    let alone = last > range.start && lines[last - 1].blank();
    (alone && stub(lines, last..range.end)).then_some(last)
}

fn draft(lines: &[Line<'_>], range: Range<usize>, place: Place, hint: Hint) -> Draft {
    let run = &lines[range.clone()];
    let read = labels::read(run);
    let legend = !read.said && legend::legend(run);
    let start = first_words(run.first().map_or("", |line| line.text), 2);
    let sample = matches!(start.first().map(String::as_str), Some("sample" | "example" | "model"))
        && start
            .get(1)
            .is_some_and(|word| words::nearly(word, "answer") || words::nearly(word, "response"));
    let explained = !read.sure && run.iter().any(|line| labels::explains(line.text));
    let template = template(run);
    let kind = if read.said {
        ItemKind::Story
    } else if legend || explained || template || stub(lines, range.clone()) {
        ItemKind::Note
    } else if read.sure {
        ItemKind::Story
    } else {
        by_voice(run, place, hint)
    };
    let labelled = read.sure && !legend;
    Draft {
        kind,
        titled: labelled && read.first.is_some_and(|first| title_above(run, first) == Some(0)),
        lines: range,
        parts: if labelled { read.parts } else { Vec::new() },
        labelled,
        sample,
    }
}

fn by_voice(run: &[Line<'_>], place: Place, hint: Hint) -> ItemKind {
    let Some(count) = own_words(run, place).filter(|_| !links(run)) else {
        return ItemKind::Note;
    };
    let first = run.iter().find(|line| !line.blank()).map_or("", |line| line.text);
    let spoken = place == Place::Question && count.own > 0 && first.starts_with(['"', '“']);
    let said = match voice::judge(count, hint) {
        Voice::Advises if spoken => Voice::States,
        Voice::Tells if matches!(place, Place::Topic(_)) && !items_act(run) => Voice::States,
        voice => voice,
    };
    match (said, place) {
        (Voice::Tells, Place::Loose) if count.words < 40 => ItemKind::Note,
        (Voice::Tells, Place::Intro) if count.words < 20 => ItemKind::Note,
        (Voice::Tells, Place::Loose) if listed(run) => ItemKind::Note,
        (Voice::Tells | Voice::States, Place::Topic(_)) if defines(run, count) => ItemKind::Note,
        (Voice::Tells, _) => ItemKind::Story,
        (Voice::States, Place::Question) => ItemKind::Point,
        (Voice::States, Place::Topic(category)) if count.personal() || category != Category::Unsorted => {
            ItemKind::Point
        }
        (Voice::States, Place::Lead) if count.own * 25 >= count.words && count.own > 0 => ItemKind::Point,
        (Voice::States, Place::Intro) if count.own * 25 >= count.words && count.words >= 15 => ItemKind::Point,
        _ => ItemKind::Note,
    }
}

/// What the words show in which a person speaks: no code, no rows of a table, and outside an answer no examples in quotes.
/// None where there are no such lines.
fn own_words(run: &[Line<'_>], place: Place) -> Option<Count> {
    let mut code = false;
    let mut spoken = Vec::new();
    for line in run.iter().filter(|line| !line.blank()) {
        let fence = fence(line);
        code ^= fence;
        let row = line.raw.trim().starts_with('|') && line.raw.trim().ends_with('|');
        if !(code || fence || row) {
            spoken.push(line);
        }
    }
    let own = || spoken.iter().map(|line| (voice::unquoted(line.text), line));
    // Where all of it stands in quotes, they are how the answer is written.
    let says = place != Place::Question && own().any(|(text, _)| text.contains(char::is_alphanumeric));
    let count = own().map(|(text, line)| match text {
        Cow::Owned(text) if says => voice::count(&text),
        _ => line.count(),
    });
    (!spoken.is_empty()).then(|| count.sum())
}

/// Whether a text is an empty form, set as code: names alone.
pub(in crate::import) fn template(run: &[Line<'_>]) -> bool {
    let form =
        |line: &Line<'_>| line.blank() || matches!(line.mark, Mark::Heading(_)) || line.text.trim_end().ends_with(':');
    run.iter().any(fence) && run.iter().all(|line| fence(line) || form(line))
}

fn fence(line: &Line<'_>) -> bool {
    line.raw.trim_start().starts_with("```")
}

/// Whether a text is whole sentences in which nobody says *I* or *we*: it defines what its heading names.
fn defines(run: &[Line<'_>], count: Count) -> bool {
    const SENTENCE: usize = 8;
    let sentence = |line: &&Line<'_>| {
        !line.listed() && line.text.trim_end().ends_with('.') && first_words(line.text, SENTENCE).len() == SENTENCE
    };
    count.mine == 0 && !count.personal() && run.iter().any(|line| sentence(&line))
}

/// Whether most lines are links.
fn links(run: &[Line<'_>]) -> bool {
    let all = run.iter().filter(|line| !line.blank()).count();
    let links = run
        .iter()
        .filter(|line| words::head(line.raw, 4000).contains("://"))
        .count();
    links * 2 > all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::Dialect;

    fn kinds(text: &str, place: Place, hint: Hint) -> Vec<(ItemKind, Range<usize>)> {
        let lines: Vec<Line<'_>> = text.split('\n').map(|raw| Line::read(raw, Dialect::Markdown)).collect();
        respond(&lines, 0..lines.len(), place, hint)
            .into_iter()
            .map(|draft| (draft.kind, draft.lines))
            .collect()
    }

    #[test]
    fn two_stories_for_one_question_are_two() {
        let text = "(S) A pump. (A) I looked. (R) It ran.\n\n(S) A mast. (A) I climbed. (R) It held.\n";
        assert_eq!(
            kinds(text, Place::Question, Hint::Event),
            [(ItemKind::Story, 0..1), (ItemKind::Story, 2..3)]
        );
    }

    #[test]
    fn a_variant_after_or_is_an_answer_of_its_own() {
        let text = "I like water.\n\n(or)\nI want to sail.";
        assert_eq!(
            kinds(text, Place::Question, Hint::Opinion),
            [(ItemKind::Point, 0..1), (ItemKind::Point, 3..4)]
        );
    }

    #[test]
    fn a_remark_in_front_of_a_labelled_story_is_a_note() {
        let text = "They want numbers here.\n\nS: a pump\nA: I looked\nR: it ran\n\nTODO: another";
        assert_eq!(
            kinds(text, Place::Question, Hint::Event),
            [(ItemKind::Note, 0..1), (ItemKind::Story, 2..5), (ItemKind::Note, 6..7)]
        );
    }

    #[test]
    fn only_marks_of_what_is_missing_are_no_answer() {
        let lines: Vec<Line<'_>> = ["   - TODO ask", "", "   -"]
            .iter()
            .map(|raw| Line::read(raw, Dialect::Markdown))
            .collect();
        assert!(stub(&lines, 0..3));
    }
}
