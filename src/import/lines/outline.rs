//! The sections of notes: which lines are headings, how deep, and what stands under each.
//!
//! A heading is marked (`#`), underlined (`---`, `===`), bold on a line of its own, bare (a line at the left edge with an
//! indented or listed block under it), or a short list item over questions. It does not know what the text under it is.

use std::collections::HashSet;
use std::ops::Range;

use super::bare_headings;
use super::head::Head;
use super::words::first_words;
use super::{Line, Mark};
use crate::import::language::asks;
use crate::import::language::asks::Asks;
use crate::import::language::labels;

/// A heading and what stands directly under it.
#[derive(Clone, Debug)]
pub(in crate::import) struct Section {
    /// None for what stands above the first heading.
    pub(in crate::import) head: Option<Head>,
    /// The lines under it, up to the next heading of any depth.
    pub(in crate::import) body: Range<usize>,
    /// The section around it.
    pub(in crate::import) parent: Option<usize>,
    /// Whether other sections stand in it.
    pub(in crate::import) has_inner: bool,
}

/// How deep a bold line on its own stands.
const BOLD: usize = 65;

/// Finds the sections, from the top.
pub(in crate::import) fn outline(lines: &[Line<'_>]) -> Vec<Section> {
    let mut heads = plain_heads(lines);
    let flat = flat_underlines(lines, &heads);
    demote_parts(lines, &mut heads);
    demote_remarks(lines, &mut heads);
    bare_headings::add_by_place(lines, &mut heads);
    heads.sort_by_key(|head| head.line);
    if flat {
        for head in heads.iter_mut().filter(|head| head.level == 20) {
            head.level = 10;
        }
    }
    sections(lines.len(), heads)
}

fn sections(total: usize, heads: Vec<Head>) -> Vec<Section> {
    let first = heads.first().map_or(total, |head| head.line);
    let mut sections = vec![Section {
        head: None,
        body: 0..first,
        parent: None,
        has_inner: false,
    }];
    let ends: Vec<usize> = heads.iter().skip(1).map(|head| head.line).chain([total]).collect();
    let mut open: Vec<(usize, usize)> = Vec::new();
    for (head, end) in heads.into_iter().zip(ends) {
        while open.last().is_some_and(|(level, _)| *level >= head.level) {
            open.pop();
        }
        let parent = open.last().map(|(_, index)| *index);
        if let Some(parent) = parent {
            sections[parent].has_inner = true;
        }
        open.push((head.level, sections.len()));
        sections.push(Section {
            body: head.end.min(end)..end,
            head: Some(head),
            parent,
            has_inner: false,
        });
    }
    sections
}

/// Headings by `#`, by an underline, and bold lines.
fn plain_heads(lines: &[Line<'_>]) -> Vec<Head> {
    let mut heads: Vec<Head> = Vec::new();
    let mut fenced = false;
    for (at, line) in lines.iter().enumerate() {
        if line.raw.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        if fenced {
            continue;
        }
        let found = match line.mark {
            Mark::Heading(depth) if !line.text.is_empty() && !runs(line.text) => Some((depth * 10, at + 1)),
            Mark::Bullet if boxed(lines, at) => Some((10, at + 2)),
            Mark::Plain | Mark::Number if underlined(lines, at) => {
                let first = matches!(lines[at + 1].mark, Mark::Rule('='));
                Some((if first { 10 } else { 20 }, at + 2))
            }
            Mark::Plain if bold_head(lines, at) => Some((BOLD, at + 1)),
            _ => None,
        };
        if let Some((level, end)) = found {
            let over = at > 0
                && matches!(lines[at - 1].mark, Mark::Rule('=' | '#' | '*'))
                && (at < 2 || lines[at - 2].blank());
            let over = over && end == at + 2;
            heads.push(Head {
                line: at - usize::from(over),
                end,
                title: line.title(),
                level,
            });
        }
    }
    heads
}

/// Whether a line stands in a box of one sign: a rule above it and below, the sign at both ends of it.
fn boxed(lines: &[Line<'_>], at: usize) -> bool {
    let rule = |at: usize| match lines.get(at).map(|line| line.mark) {
        Some(Mark::Rule(sign)) => Some(sign),
        _ => None,
    };
    let sign = at
        .checked_sub(1)
        .and_then(rule)
        .filter(|sign| rule(at + 1) == Some(*sign));
    sign.is_some_and(|sign| lines[at].raw.trim().starts_with(sign) && lines[at].raw.trim().ends_with(sign))
}

/// Whether a heading is running text, made large: no title has so many words.
fn runs(text: &str) -> bool {
    const MOST: usize = 25;
    first_words(text, MOST + 1).len() > MOST && asks::asks(text) == Asks::No
}

/// A single short line at the left edge with a rule right under it.
fn underlined(lines: &[Line<'_>], at: usize) -> bool {
    let line = &lines[at];
    let under = lines
        .get(at + 1)
        .is_some_and(|next| matches!(next.mark, Mark::Rule('-' | '=' | '~' | '_' | '*' | '—' | '─')));
    let alone = at == 0 || {
        let before = &lines[at - 1];
        before.blank() || before.indent > 0 || !matches!(before.mark, Mark::Plain | Mark::Number)
    };
    under && alone && line.indent < 4 && line.text.len() <= 160
}

fn bold_head(lines: &[Line<'_>], at: usize) -> bool {
    let line = &lines[at];
    let alone = at == 0 || lines[at - 1].blank();
    let words = first_words(line.text, 12).len();
    line.bold
        && alone
        && line.indent == 0
        && words < 9
        && labels::parts_named(line.text).is_none()
        && !labels::only_labels(line)
        && !labels::said(line)
        && line.asks() == Asks::No
        && !line.title().ends_with('.')
}

/// Underlines carry no depth where the weaker kind comes first.
fn flat_underlines(lines: &[Line<'_>], heads: &[Head]) -> bool {
    let first = heads
        .iter()
        .find(|head| head.end > head.line + 1 && matches!(lines[head.end - 1].mark, Mark::Rule(_)));
    first.is_some_and(|head| head.level == 20)
}

/// A bold line with a colon behind the parts of a story belongs to it.
fn demote_remarks(lines: &[Line<'_>], heads: &mut Vec<Head>) {
    let mut start = 0;
    heads.retain(|head| {
        let remark = head.level == BOLD
            && lines[head.line].text.trim_end_matches(['*', '_', ' ']).ends_with(':')
            && labels::read(&lines[start..head.line]).sure;
        if !remark {
            start = head.end;
        }
        !remark
    });
}

/// Headings that only name the parts of one story belong to its text: two or more different ones in a row, and each that
/// somebody said begins a part.
fn demote_parts(lines: &[Line<'_>], heads: &mut Vec<Head>) {
    heads.retain(|head| !labels::said(&lines[head.line]));
    let parts: Vec<Option<usize>> = heads
        .iter()
        .map(|head| {
            let line = &lines[head.line];
            match line.mark {
                Mark::Heading(_) => labels::labels(line).first().map(|label| label.part.index()),
                _ => labels::parts_named(&head.title)?.first().map(|part| part.index()),
            }
        })
        .collect();
    let mut gone: HashSet<usize> = HashSet::new();
    let mut at = 0;
    while at < heads.len() {
        let mut end = at;
        while end < heads.len() && parts[end].is_some() && heads[end].level == heads[at].level {
            end += 1;
        }
        let distinct: HashSet<usize> = parts[at..end].iter().flatten().copied().collect();
        if distinct.len() >= 2 && distinct.iter().any(|part| *part < 4) {
            gone.extend(heads[at..end].iter().map(|head| head.line));
        }
        at = end.max(at + 1);
    }
    let mut level = 0;
    heads.retain(|head| {
        let lesson = labels::part_named(&head.title).is_some() && level > 0 && head.level > level;
        if gone.contains(&head.line) || lesson {
            return false;
        }
        level = head.level;
        true
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::Dialect;

    fn titles(text: &str) -> Vec<(String, Option<usize>)> {
        let lines: Vec<Line<'_>> = text.split('\n').map(|raw| Line::read(raw, Dialect::Markdown)).collect();
        let sections = outline(&lines);
        sections
            .iter()
            .filter_map(|section| section.head.as_ref().map(|head| (head.title.clone(), section.parent)))
            .collect()
    }

    fn names(text: &str) -> Vec<String> {
        titles(text).into_iter().map(|(title, _)| title).collect()
    }

    #[test]
    fn headings_are_marked_underlined_bold_or_bare() {
        let text = "# Boats\n\nStorms\n---\ntext\n\n**Calm**\n\nCrew\n\t- the cook\n";
        assert_eq!(names(text), ["Boats", "Storms", "Calm", "Crew"]);
    }

    #[test]
    fn an_underline_of_the_weaker_kind_first_carries_no_depth() {
        assert_eq!(
            titles("A\n---\nx\n\nB\n===\nx\n\nC\n---\nx"),
            [("A".into(), None), ("B".into(), None), ("C".into(), None)]
        );
        assert_eq!(titles("A\n===\nx\n\nB\n---\nx")[1], ("B".into(), Some(1)));
    }

    #[test]
    fn a_rule_under_a_paragraph_or_a_list_item_makes_no_heading() {
        assert!(names("one line\nand another\n---\n").is_empty());
        assert!(names("- item\n----\n").is_empty());
    }

    #[test]
    fn headings_that_name_the_parts_of_a_story_belong_to_it() {
        assert_eq!(
            names("# The pump\n## Situation\nx\n## Action\ny\n## Result\nz\n# Next\n"),
            ["The pump", "Next"]
        );
    }

    #[test]
    fn a_short_item_over_questions_is_a_heading_and_so_is_its_sibling() {
        let text = "1. Courage\n   - Tell me about a storm\n2. Calm\n   - When were you calm?\n3. Care\n";
        assert_eq!(names(text), ["Courage", "Calm", "Care"]);
    }

    #[test]
    fn a_sentence_over_a_list_is_no_heading() {
        assert!(names("I did this:\n- one\n").is_empty());
        assert!(names("We had to choose, so we\n\t- one\n").is_empty());
    }
}
