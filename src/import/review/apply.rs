//! Cuts and joins the items of a reading as a person says what its lines begin.

use std::collections::BTreeMap;

use crate::domain::import_review::Is;
use crate::import::item::{Body, Item, ItemKind};
use crate::import::language::labels;
use crate::import::language::voice;
use crate::import::language::voice::{Hint, Voice};
use crate::import::lines::source::blank;
use crate::import::lines::title::titled;
use crate::import::lines::{Dialect, Line, Mark};
use crate::import::reading::{Reading, Shape};

/// An item with a number that stays, so that answers find their questions again.
struct Numbered {
    item: Item,
    own: usize,
    answers: Vec<usize>,
}

/// Puts the items right by what is said of lines.
pub(super) fn lines(reading: &mut Reading, says: &BTreeMap<usize, Is>) {
    if says.is_empty() || reading.shape != Shape::Lines {
        return;
    }
    let items = std::mem::take(&mut reading.items);
    let mut all: Vec<Numbered> = items
        .into_iter()
        .enumerate()
        .map(|(own, mut item)| Numbered {
            answers: std::mem::take(&mut item.answers),
            own,
            item,
        })
        .collect();
    let ends = ends(reading, &all, says);
    for (line, is) in says {
        if *is == Is::Text {
            join(reading, &mut all, *line);
            continue;
        }
        if !told_otherwise(reading, &mut all, *line, *is) {
            begin(reading, &mut all, *line, *is, ends[line]);
        }
        let (start, end) = reading.spans[line - 1];
        if let Some(piece) = reading.pieces.get_mut(line - 1) {
            piece.from += mark_before(&reading.text[start + piece.from..end]);
        }
    }
    // What follows a question may have been put right after it.
    for line in says
        .iter()
        .filter(|(_, is)| **is == Is::Question)
        .map(|(line, _)| *line)
    {
        let asked = |one: &&Numbered| one.item.lines.0 == line && one.item.kind == ItemKind::Question;
        let Some(question) = all.iter().find(asked).map(|one| one.own) else {
            continue;
        };
        if !all.iter().any(|one| one.answers.contains(&question)) {
            answered_below(reading, &mut all, line, question);
        }
    }
    all.sort_by_key(|one| (one.item.lines.0, one.item.lines.1));
    let places: BTreeMap<usize, usize> = all.iter().enumerate().map(|(at, one)| (one.own, at)).collect();
    let asks = |at: &usize| all[*at].item.kind == ItemKind::Question;
    // A story under its heading may begin above the question it answers.
    let answers: Vec<Vec<usize>> = all
        .iter()
        .map(|one| {
            let found = one.answers.iter().filter_map(|own| places.get(own).copied());
            found.filter(asks).collect()
        })
        .collect();
    let numbered = all.into_iter().zip(answers);
    reading.items = numbered.map(|(one, answers)| Item { answers, ..one.item }).collect();
    answered(&mut reading.items);
}

/// For each line that begins something, where that ends at the latest: before the next beginning.
fn ends(reading: &Reading, all: &[Numbered], says: &BTreeMap<usize, Is>) -> BTreeMap<usize, usize> {
    let begun = |line: &usize| says.get(line) != Some(&Is::Text);
    let mut starts: Vec<usize> = all.iter().map(|one| one.item.lines.0).filter(begun).collect();
    starts.extend(says.keys().copied().filter(begun));
    let heading = |line: usize| {
        matches!(
            Line::read(reading.span((line, line)), Dialect::Markdown).mark,
            Mark::Heading(_)
        )
    };
    starts.extend((1..=reading.spans.len()).filter(|line| heading(*line) && begun(line)));
    starts.push(reading.spans.len() + 1);
    starts.sort_unstable();
    let end = |line: usize| starts[starts.partition_point(|start| *start <= line)] - 1;
    says.keys().map(|line| (*line, end(*line))).collect()
}

/// What stood at a line goes on with what stands above.
fn join(reading: &Reading, all: &mut Vec<Numbered>, line: usize) {
    let Some(at) = all.iter().position(|one| one.item.lines.0 == line) else {
        return;
    };
    let above = (0..all.len())
        .filter(|other| all[*other].item.lines.0 < line)
        .max_by_key(|other| (all[*other].item.lines.0, all[*other].item.lines.1));
    let Some(above) = above else { return };
    let gone = all[at].item.clone();
    let item = &mut all[above].item;
    let first = item.lines.1 + 1;
    item.lines.1 = item.lines.1.max(gone.lines.1);
    item.pieces.end = item.pieces.end.max(gone.pieces.end);
    if let Body::Lines(runs) = &mut item.body
        && first <= gone.lines.1
    {
        runs.push((first, gone.lines.1));
        let labelled = item.labelled || gone.labelled;
        relabel(reading, item, labelled);
    }
    all.remove(at);
}

/// An answer that begins at a line already becomes an answer of the other kind; it keeps its title and what it answers.
fn told_otherwise(reading: &Reading, all: &mut [Numbered], line: usize, is: Is) -> bool {
    let kind = match is {
        Is::Story => ItemKind::Story,
        Is::Point => ItemKind::Point,
        _ => return false,
    };
    let told = |one: &&mut Numbered| matches!(one.item.kind, ItemKind::Story | ItemKind::Point);
    let Some(one) = all.iter_mut().filter(told).find(|one| one.item.lines.0 == line) else {
        return false;
    };
    one.item.kind = kind;
    relabel(reading, &mut one.item, true);
    true
}

/// Something begins at a line: what stood over it ends above.
fn begin(reading: &Reading, all: &mut Vec<Numbered>, line: usize, is: Is, end: usize) {
    let end = last_full(reading, line, end);
    let heads = all
        .iter()
        .filter(|one| one.item.lines.0 == line)
        .map(|one| one.own)
        .collect::<Vec<_>>();
    let mut emptied = Vec::new();
    for one in all
        .iter_mut()
        .filter(|one| one.item.lines.0 < line && line <= one.item.lines.1)
    {
        let told = !hollow(&one.item);
        cut(reading, &mut one.item, line);
        // What was its title is a heading then.
        emptied.extend((told && hollow(&one.item)).then_some(one.own));
    }
    all.retain(|one| !emptied.contains(&one.own));
    all.retain(|one| !(heads.contains(&one.own) || one.item.lines.0 > line && one.item.lines.1 <= end));
    let own = 1 + all
        .iter()
        .map(|one| one.own)
        .max()
        .unwrap_or(0)
        .max(heads.iter().copied().max().unwrap_or(0));
    let says = Line::read(reading.span((line, line)), Dialect::Markdown);
    let title = says.title();
    let title = title[mark_before(&title)..].trim_end().to_owned();
    let mut push = |item: Item, own: usize, answers: Vec<usize>| all.push(Numbered { item, own, answers });
    let below = (line < end).then_some((first_full(reading, line + 1, end), end));
    match is {
        Is::Question | Is::AskThem => {
            let kind = if is == Is::Question {
                ItemKind::Question
            } else {
                ItemKind::AskThem
            };
            let mut item = Item::new(kind, (line, line), Body::Lines(vec![(line, line)]));
            item.title = Some(title);
            item.answered = Some(false);
            let question = heads.first().copied().unwrap_or(own);
            push(item, question, Vec::new());
            if let Some(lines) = below {
                push(told(reading, lines, None), own + 1, vec![question]);
            }
        }
        Is::Heading => {
            if let Some(lines) = below {
                push(
                    Item {
                        lines: (line, lines.1),
                        title: Some(title),
                        ..told(reading, lines, None)
                    },
                    own,
                    Vec::new(),
                );
            }
        }
        Is::Story | Is::Point | Is::Note => {
            let kind = match is {
                Is::Story => ItemKind::Story,
                Is::Point => ItemKind::Point,
                _ => ItemKind::Note,
            };
            let heading = matches!(says.mark, Mark::Heading(_)) || titled(says.text, 14);
            let mut item = match below.filter(|_| heading) {
                Some(lines) => Item {
                    lines: (line, end),
                    title: Some(title),
                    ..told(reading, lines, Some(kind))
                },
                None => told(reading, (line, end), Some(kind)),
            };
            item.pieces = line - 1..end;
            push(item, heads.first().copied().unwrap_or(own), Vec::new());
        }
        Is::Text => {}
    }
}

/// What stands right below a question and answers nothing else answers it.
fn answered_below(reading: &Reading, all: &mut [Numbered], line: usize, question: usize) {
    let next = all.iter_mut().filter(|one| one.item.lines.0 > line);
    let Some(next) = next.min_by_key(|one| one.item.lines.0) else {
        return;
    };
    let tells = matches!(next.item.kind, ItemKind::Story | ItemKind::Point);
    let near = (line + 1..next.item.lines.0).all(|line| blank(reading.span((line, line))));
    if tells && near && next.answers.is_empty() {
        next.answers.push(question);
    }
}

/// How many bytes at the front of a text are a mark of its kind: it says what the line is, as the sign of a list does.
fn mark_before(text: &str) -> usize {
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    let named = matches!(first, "Q" | "Q:" | "A:") || first == "A" && rest.starts_with(':');
    let mark = named || !first.chars().any(char::is_alphanumeric) && first.chars().count() < 4;
    let rest = rest.trim_start_matches([':', ' ']);
    if mark && !rest.trim_end().is_empty() {
        text.len() - rest.len()
    } else {
        0
    }
}

/// An item of some lines: what it is said to be, or what its voice says under a question.
fn told(reading: &Reading, (first, last): (usize, usize), kind: Option<ItemKind>) -> Item {
    let lines: Vec<Line<'_>> = (first..=last).map(|line| reading.line(line)).collect();
    let read = labels::read(&lines);
    let count = lines.iter().map(Line::count).sum();
    let tells = read.sure || voice::judge(count, Hint::Event) == Voice::Tells;
    let kind = kind.unwrap_or(if tells { ItemKind::Story } else { ItemKind::Point });
    let mut item = Item::new(kind, (first, last), Body::Lines(vec![(first, last)]));
    if read.sure && kind == ItemKind::Story {
        (item.parts, item.labelled) = (read.parts, true);
    }
    item
}

/// Ends an item above a line.
fn cut(reading: &Reading, item: &mut Item, line: usize) {
    item.lines.1 = last_full(reading, item.lines.0, line - 1);
    item.pieces.end = item.pieces.end.min(line - 1);
    item.unfinished.retain(|at| *at < line);
    if let Body::Lines(runs) = &mut item.body {
        runs.retain(|run| run.0 < line);
        for run in runs.iter_mut() {
            run.1 = run.1.min(line - 1);
        }
        let labelled = item.labelled;
        relabel(reading, item, labelled);
    }
}

/// Reads anew which parts are named in what is left of a story, or has become one.
fn relabel(reading: &Reading, item: &mut Item, may: bool) {
    let Body::Lines(runs) = &item.body else { return };
    let lines = runs.iter().flat_map(|run| run.0..=run.1);
    let lines: Vec<Line<'_>> = lines.map(|line| reading.line(line)).collect();
    let read = labels::read(&lines);
    let named = may && read.sure && item.kind == ItemKind::Story;
    (item.labelled, item.parts) = (named, if read.sure { read.parts } else { Vec::new() });
}

/// Whether of an answer only its title is left.
fn hollow(item: &Item) -> bool {
    let told = matches!(item.kind, ItemKind::Story | ItemKind::Point);
    told && matches!(&item.body, Body::Lines(runs) if runs.is_empty())
}

/// The first line of an answer is its title and no longer its text.
pub(super) fn without_first(items: &mut [Item], line: usize) {
    let told = |item: &&mut Item| matches!(item.kind, ItemKind::Story | ItemKind::Point);
    let Some(item) = items.iter_mut().filter(told).find(|item| item.lines.0 == line) else {
        return;
    };
    if let Body::Lines(runs) = &mut item.body
        && let Some(first) = runs.first_mut().filter(|run| run.0 == line && run.1 > line)
    {
        first.0 += 1;
    }
}

/// The last line with something to see in a run.
fn last_full(reading: &Reading, first: usize, last: usize) -> usize {
    (first..=last)
        .rev()
        .find(|line| !blank(reading.span((*line, *line))))
        .unwrap_or(first)
}

/// The first line with something to see in a run.
fn first_full(reading: &Reading, first: usize, last: usize) -> usize {
    (first..=last)
        .find(|line| !blank(reading.span((*line, *line))))
        .unwrap_or(first)
}

/// Says of each question whether it is answered.
pub(super) fn answered(items: &mut [Item]) {
    let told: Vec<usize> = items.iter().flat_map(|item| item.answers.clone()).collect();
    for (at, item) in items
        .iter_mut()
        .enumerate()
        .filter(|(_, item)| item.kind == ItemKind::Question)
    {
        item.answered = Some(told.contains(&at));
    }
}

/// Makes a note of an item: nothing answers it any more.
pub(super) fn leave(items: &mut [Item], at: usize) {
    kind(items, at, ItemKind::Note);
}

/// Makes an item something else: what only its old kind could do, it does no more.
pub(super) fn kind(items: &mut [Item], at: usize, kind: ItemKind) {
    items[at].kind = kind;
    if kind != ItemKind::Question {
        items[at].answered = None;
        for item in items.iter_mut() {
            item.answers.retain(|question| *question != at);
        }
    }
    if !matches!(kind, ItemKind::Story | ItemKind::Point) {
        items[at].answers.clear();
    }
    answered(items);
}
