//! Two changes of one text brought together: front matter by key, the body by line.

use super::document::Document;
use super::front_matter::NodeKind;
use super::lines::{Hunk, content, ending, hunks, split, usual_ending};

/// Where a node of front matter stands: a key, or what is above a key; the number tells repeated keys apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Slot {
    Key(String, usize),
    Above(Option<(String, usize)>),
}

/// The most nodes of front matter that are told apart; more are one.
const PIECES: usize = 500;

type Slots = Vec<(Slot, String)>;

/// Brings two changes of a base together; none where both changed the same place in two ways. Changes of neighbouring
/// lines are no clash; of the same line or key they are, unless both made the same. Line ends changed throughout by one
/// side hold for both.
pub fn merge(base: &str, mine: &str, theirs: &str) -> Option<String> {
    if theirs == base || mine == theirs {
        return Some(mine.to_owned());
    }
    if mine == base {
        return Some(theirs.to_owned());
    }
    let texts = same_line_ends([base, mine, theirs]);
    let [b, m, t] = [0, 1, 2].map(|n: usize| Document::parse(&texts[n]));
    let front = merge_front(&b, &m, &t)?;
    let body = merge_lines(&b.body, &m.body, &t.body)?;
    let pick = |part: fn(&Document) -> &String| {
        let [b, m, t] = [&b, &m, &t].map(part);
        three(b, m, t).unwrap_or(m).clone()
    };
    let (mark, mut open, mut close) = (pick(|d| &d.mark), pick(|d| &d.open), pick(|d| &d.close));
    if open.is_empty() && !front.is_empty() {
        (open, close) = (b.open.clone(), b.close.clone());
    }
    let usual = usual_ending(&texts[1]);
    Some(joined(
        [mark, open, front, close, body].iter().map(String::as_str),
        usual,
    ))
}

/// The one that changed, or both where they are the same; none when they changed differently.
fn three<'a, T: PartialEq + ?Sized>(base: &'a T, mine: &'a T, theirs: &'a T) -> Option<&'a T> {
    match () {
        () if mine == theirs || theirs == base => Some(mine),
        () if mine == base => Some(theirs),
        () => None,
    }
}

/// When one side changed the line ends of the whole text, the others get its line ends.
fn same_line_ends(texts: [&str; 3]) -> [String; 3] {
    let [Some(base), Some(mine), Some(theirs)] = texts.map(only_ending) else {
        return texts.map(str::to_owned);
    };
    let new = three(base, mine, theirs).unwrap_or(base);
    texts.map(|text| {
        let line = |line| [content(line), if ending(line).is_empty() { "" } else { new }];
        split(text).flat_map(line).collect()
    })
}

/// The line end of all lines, where they have one in common.
fn only_ending(text: &str) -> Option<&'static str> {
    let usual = usual_ending(text);
    let mut lines = split(text);
    lines.all(|line| ["", usual].contains(&ending(line))).then_some(usual)
}

/// Texts one after the other, where a line that has no line end gets one when something follows.
fn joined<'a>(parts: impl Iterator<Item = &'a str>, usual: &str) -> String {
    let mut text = String::new();
    for part in parts.filter(|part| !part.is_empty()) {
        if !text.is_empty() && text != "\u{feff}" && ending(&text).is_empty() {
            text.push_str(usual);
        }
        text.push_str(part);
    }
    text
}

fn slots(document: &Document) -> Slots {
    let mut slots = Slots::new();
    let mut above = String::new();
    let told_apart = document.nodes.len() <= PIECES;
    for node in &document.nodes {
        let (NodeKind::Key(key), true) = (&node.kind, told_apart) else {
            above.push_str(&node.text);
            continue;
        };
        let same = |(slot, _): &&(Slot, String)| matches!(slot, Slot::Key(other, _) if other == key);
        let nth = slots.iter().filter(same).count();
        if !above.is_empty() {
            slots.push((Slot::Above(Some((key.clone(), nth))), std::mem::take(&mut above)));
        }
        slots.push((Slot::Key(key.clone(), nth), node.text.clone()));
    }
    if !above.is_empty() {
        slots.push((Slot::Above(None), above));
    }
    slots
}

fn text_at<'a>(slots: &'a Slots, slot: &Slot) -> &'a str {
    let found = slots.iter().find(|(other, _)| other == slot);
    found.map_or("", |(_, text)| text)
}

fn merge_front(base: &Document, mine: &Document, theirs: &Document) -> Option<String> {
    let [b, m, t] = [base, mine, theirs].map(slots);
    let mut text = String::new();
    for slot in order(&b, &m, &t) {
        let [base, mine, theirs] = [&b, &m, &t].map(|slots| text_at(slots, &slot));
        text.push_str(three(base, mine, theirs)?);
    }
    Some(text)
}

/// Every slot once, in the order of the side that moved some; new ones come after the one they followed.
fn order(base: &Slots, mine: &Slots, theirs: &Slots) -> Vec<Slot> {
    let names = |slots: &Slots| slots.iter().map(|(slot, _)| slot.clone()).collect::<Vec<_>>();
    let common = |of: &Slots, with: &Slots| {
        let with = names(with);
        names(of)
            .into_iter()
            .filter(|slot| with.contains(slot))
            .collect::<Vec<_>>()
    };
    let moved = |side: &Slots| common(side, base) != common(base, side);
    let lead = [mine, theirs].into_iter().find(|side| moved(side)).unwrap_or(base);
    let mut order = names(lead);
    let mut sides = [names(base), names(mine), names(theirs)];
    sides.sort();
    for side in sides {
        let mut at = 0;
        for slot in side {
            let place = order.iter().position(|other| *other == slot);
            if place.is_none() {
                order.insert(at, slot);
            }
            at = place.unwrap_or(at) + 1;
        }
    }
    order
}

/// Two bodies with one base, by line.
fn merge_lines(base: &str, mine: &str, theirs: &str) -> Option<String> {
    let [b, m, t] = [base, mine, theirs].map(|text| split(text).collect::<Vec<_>>());
    let mut sides = [hunks(&b, &m), hunks(&b, &t)].map(|hunks| hunks.into_iter().peekable());
    let mut parts = Vec::new();
    let mut at = 0;
    loop {
        let next = |side: &mut Hunks| side.peek().map(|hunk| (hunk.old.start, hunk.old.end));
        let Some(start) = sides.iter_mut().filter_map(next).min() else {
            break;
        };
        let mut span = start.0..start.1;
        let mut taken = [Vec::new(), Vec::new()];
        loop {
            let mut grown = false;
            for (side, taken) in sides.iter_mut().zip(&mut taken) {
                while let Some(hunk) = side.next_if(|hunk| meets(&hunk.old, &span)) {
                    span = span.start.min(hunk.old.start)..span.end.max(hunk.old.end);
                    taken.push(hunk);
                    grown = true;
                }
            }
            if !grown {
                break;
            }
        }
        parts.extend_from_slice(&b[at..span.start]);
        at = span.end;
        let old = b[span.clone()].to_vec();
        let [mine, theirs] = [(&m, &taken[0]), (&t, &taken[1])].map(|(new, taken)| changed(&b, new, &span, taken));
        parts.extend_from_slice(three(&old, &mine, &theirs)?);
    }
    parts.extend_from_slice(&b[at..]);
    Some(joined(parts.into_iter(), usual_ending(mine)))
}

type Hunks = std::iter::Peekable<std::vec::IntoIter<Hunk>>;

/// Whether two changes meet: they share a line, both add at the same place, or one adds inside the other.
fn meets(one: &std::ops::Range<usize>, other: &std::ops::Range<usize>) -> bool {
    one == other || one.start < other.end && other.start < one.end
}

/// The lines of a span of the base as one side has them.
fn changed<'a>(base: &[&'a str], new: &[&'a str], span: &std::ops::Range<usize>, taken: &[Hunk]) -> Vec<&'a str> {
    let mut lines = Vec::new();
    let mut at = span.start;
    for hunk in taken {
        lines.extend_from_slice(&base[at..hunk.old.start]);
        lines.extend_from_slice(&new[hunk.new.clone()]);
        at = hunk.old.end;
    }
    lines.extend_from_slice(&base[at..span.end]);
    lines
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
