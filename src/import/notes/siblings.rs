//! What the headings beside a heading say of it: sections of one kind decide together.

use std::collections::{HashMap, HashSet};

use super::answers::{stub, template, trimmed};
use crate::import::language::asks;
use crate::import::language::headings;
use crate::import::language::labels;
use crate::import::lines::outline::Section;
use crate::import::lines::words::first_words;
use crate::import::lines::{Line, Mark};

/// What was decided for the sections of a file.
#[derive(Debug, Default)]
pub(super) struct Siblings {
    prompts: Vec<bool>,
    shared: HashSet<usize>,
}

impl Siblings {
    /// Looks at all sections of a file.
    pub(super) fn of(lines: &[Line<'_>], sections: &[Section]) -> Siblings {
        let shared = shared(lines, sections);
        let parents: HashSet<usize> = shared.iter().filter_map(|at| sections[*at].parent).collect();
        let groups = groups(sections);
        let mut prompts = vec![false; sections.len()];
        for (at, prompt) in prompts.iter_mut().enumerate() {
            *prompt = parents.contains(&at)
                || asks_like(lines, sections, groups.get(&key(&sections[at])), at)
                || to_write(lines, sections, at);
        }
        Siblings { prompts, shared }
    }

    /// Whether a heading prompts though it does not ask.
    pub(super) fn prompts(&self, section: usize) -> bool {
        self.prompts[section]
    }

    /// Whether a heading means nothing without the one above it.
    pub(super) fn shares(&self, section: usize) -> bool {
        self.shared.contains(&section)
    }
}

/// Sections under one heading, as deep as one another.
type Key = (Option<usize>, usize);

fn key(section: &Section) -> Key {
    (section.parent, section.head.as_ref().map_or(0, |head| head.level))
}

fn groups(sections: &[Section]) -> HashMap<Key, Vec<usize>> {
    let mut groups: HashMap<Key, Vec<usize>> = HashMap::new();
    for (at, section) in sections
        .iter()
        .enumerate()
        .filter(|(_, section)| section.head.is_some())
    {
        groups.entry(key(section)).or_default().push(at);
    }
    groups
}

fn title(section: &Section) -> &str {
    section.head.as_ref().map_or("", |head| &head.title)
}

/// Whether a heading is a prompt because those beside it ask: one of them for a heading that begins as prompts do or ends
/// in a question mark, two of three for any of some words.
fn asks_like(lines: &[Line<'_>], sections: &[Section], group: Option<&Vec<usize>>, at: usize) -> bool {
    let own = title(&sections[at]);
    if ordinary(own) || told(lines, &sections[at]) {
        return false;
    }
    let Some(others) = group.map(|group| group.iter().filter(|other| **other != at)) else {
        return false;
    };
    let asking = others
        .clone()
        .filter(|other| asks::heading_asks(title(&sections[**other])))
        .count();
    let (all, words) = (others.count(), first_words(own, 3).len());
    let prompt = asks::prompts(own) || asks::marked(own);
    prompt && asking > 0 || words > 2 && asking > 1 && asking * 3 >= all * 2
}

/// A heading that gathers, advises, names stories or asks the interviewer is none of its siblings' kind.
fn ordinary(title: &str) -> bool {
    headings::gathers(title)
        || headings::advice(title)
        || headings::stories(title)
        || headings::questions(title)
        || headings::for_them(title)
        || title.trim().is_empty()
}

/// Whether a labelled story stands right under a heading: it is the title of it.
fn told(lines: &[Line<'_>], section: &Section) -> bool {
    labels::read(&lines[section.body.clone()]).parts.len() > 1
}

/// Whether nothing but marks of what is missing stands under a heading: it prompts what is to be written.
fn to_write(lines: &[Line<'_>], sections: &[Section], at: usize) -> bool {
    let section = &sections[at];
    let marked = section
        .head
        .as_ref()
        .is_some_and(|head| matches!(lines[head.line].mark, Mark::Heading(_)));
    let body = trimmed(lines, section.body.clone());
    let form = template(&lines[body.clone()]);
    if !marked || form || body.is_empty() || section.has_inner || ordinary(title(section)) {
        return false;
    }
    let empty =
        |line: &Line<'_>| line.blank() || labels::only_labels(line) || !line.text.contains(char::is_alphanumeric);
    let dots = lines[body.clone()].iter().all(|line| empty(line) || hollow(line));
    dots || stub(lines, body)
}

/// A label with nothing but dots behind it.
fn hollow(line: &Line<'_>) -> bool {
    labels::labels(line)
        .first()
        .is_some_and(|label| label.leads && !label.filled)
}

/// Sections whose title stands under more than one parent, and those beside them: the parent parts them. The names of the
/// parts of a story and headings that only gather are none.
fn shared(lines: &[Line<'_>], sections: &[Section]) -> HashSet<usize> {
    let mut by_title: HashMap<Vec<String>, HashSet<usize>> = HashMap::new();
    let inner = |section: &Section| {
        let parent = section.parent.filter(|parent| sections[*parent].head.is_some())?;
        let named = !headings::gathers(title(&sections[parent])) && !ordinary(title(section));
        let bare = trimmed(lines, sections[parent].body.clone()).is_empty();
        let own = !headings::says_answer(title(section)) && labels::parts_named(title(section)).is_none();
        (named && bare && own && !asks::heading_asks(title(section))).then_some(parent)
    };
    for section in sections {
        if let Some(parent) = inner(section) {
            by_title
                .entry(first_words(title(section), 12))
                .or_default()
                .insert(parent);
        }
    }
    let parents: HashSet<usize> = by_title
        .into_values()
        .filter(|parents| parents.len() > 1)
        .flatten()
        .collect();
    let under = |at: &usize| inner(&sections[*at]).is_some_and(|parent| parents.contains(&parent));
    (0..sections.len()).filter(under).collect()
}
