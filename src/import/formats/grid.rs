//! Grids of `Key: value` lines, one grid a project, under a title line.

use std::ops::Range;

use crate::import::lines::words::first_words;
use crate::import::lines::{Line, Mark};

/// The title lines of the grids in a range; none where fewer than two stand there.
pub(in crate::import) fn titled_grids(lines: &[Line<'_>], range: Range<usize>) -> Vec<Range<usize>> {
    let mut paragraphs = Vec::new();
    let mut start = range.start;
    for at in range.clone().chain([range.end]) {
        if at == range.end || lines[at].blank() || matches!(lines[at].mark, Mark::Rule(_)) {
            if at - start >= 4 {
                paragraphs.push(start..at);
            }
            start = at + 1;
        }
    }
    let heads = |found: &Range<usize>| heads_grid(&lines[found.clone()]);
    let mut found: Vec<Range<usize>> = paragraphs.iter().filter(|one| heads(one)).cloned().collect();
    if found.len() < 2 {
        found = alike(lines, paragraphs);
    }
    let titles = found.iter().map(|one| one.start..one.start + 1);
    if found.len() < 2 { Vec::new() } else { titles.collect() }
}

/// Paragraphs of nothing but keys that all begin with the same key, a different value behind it: its value is the title.
fn alike(lines: &[Line<'_>], mut paragraphs: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let first = |found: &Range<usize>| {
        let line = &lines[found.start];
        let (name, value) = line.text.split_once(':')?;
        (key(line) && !value.trim().is_empty()).then(|| name.to_lowercase())
    };
    let name = paragraphs.first().and_then(first);
    paragraphs.retain(|one| {
        let keys = lines[one.clone()].iter().filter(|line| key(line)).count();
        name.is_some() && first(one) == name && keys * 5 >= one.len() * 4
    });
    paragraphs
}

/// A line that is no filled key, then three keys or more and nothing else.
fn heads_grid(paragraph: &[Line<'_>]) -> bool {
    let (title, rest) = (&paragraph[0], &paragraph[1..]);
    let plain = !key(title) || title.text.trim_end().ends_with(':');
    plain && title.indent == 0 && rest.iter().filter(|line| key(line)).count() * 5 >= rest.len() * 4
}

fn key(line: &Line<'_>) -> bool {
    let Some((name, _)) = line.text.split_once(':') else {
        return false;
    };
    matches!(line.mark, Mark::Plain | Mark::Bullet) && name.len() < 60 && (1..7).contains(&first_words(name, 8).len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::Dialect;

    #[test]
    fn each_title_over_keys_is_found() {
        let text =
            "The pump:\nWho: Ann\nHardest:\nLearned: to look\n\nThe mast:\nWho:\nHardest:\nLearned:\n\nA remark.";
        let lines: Vec<Line<'_>> = text.split('\n').map(|raw| Line::read(raw, Dialect::Markdown)).collect();
        assert_eq!(titled_grids(&lines, 0..lines.len()), [0..1, 5..6]);
    }

    #[test]
    fn grids_that_begin_with_the_same_key_are_titled_by_its_value() {
        let text = "Boat: Ann\nWho: me\nHardest: the pump\nLearned: to look\n\nBoat: Bea\nWho:\nHardest:\nLearned:\n";
        let lines: Vec<Line<'_>> = text.split('\n').map(|raw| Line::read(raw, Dialect::Markdown)).collect();
        assert_eq!(titled_grids(&lines, 0..lines.len()), [0..1, 5..6]);
    }
}
