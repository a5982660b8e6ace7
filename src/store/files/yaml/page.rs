//! A text of YAML that was read, with what is wrong in it.

use std::borrow::Cow;
use std::cell::RefCell;

use serde::de::DeserializeOwned;

use super::fields::Fields;
use super::format::later;
use super::node::{self, Is, Node};
use super::place::Place;
use super::scan::{self, Loose};
use super::steps::{Step, place_of};
use super::wrong;
use crate::domain::problem::Problem;
use crate::markup::lines::{content, ending, split};
use crate::markup::loose::in_one_line;

/// YAML that was read.
#[derive(Debug)]
pub struct Page {
    root: Node,
    pub(super) place: Place,
    problems: RefCell<Vec<Problem>>,
}

impl Page {
    /// Reads a text; `first_line` is the line of the file it begins at.
    ///
    /// # Errors
    /// The problem that makes all of it unreadable, with its line.
    pub fn read(text: &str, shown: &str, first_line: usize) -> Result<Page, Problem> {
        let page = Page::read_any_format(text, shown, first_line)?;
        later(&page.root, &page.place).map_or(Ok(page), Err)
    }

    /// The same for a file that may be of any format.
    ///
    /// # Errors
    /// The problem that makes all of it unreadable, with its line.
    pub fn read_any_format(text: &str, shown: &str, first_line: usize) -> Result<Page, Problem> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut problems = Vec::new();
        let text = legible(text, |at| {
            let place = Place::new(shown, text.to_owned(), first_line);
            problems.push(wrong::control(&place, at));
        });
        let place = match scan::scan(&text) {
            Ok(loose) => in_quotes(&text, &loose, Place::new(shown, String::new(), first_line)),
            Err((refused, at)) => {
                let place = Place::new(shown, text.into_owned(), first_line);
                return Err(wrong::refused(refused, &place, at));
            }
        };
        let root = node::parse(&place.text).map_err(|error| wrong::broken(&error, &place))?;
        if !matches!(root.is, Is::Nothing | Is::Map(_)) {
            return Err(wrong::no_keys(&place, root.at.unwrap_or(0)));
        }
        Ok(Page {
            root,
            place,
            problems: RefCell::new(problems),
        })
    }

    /// Reads a text of which the list under a key may have entries that are no YAML: they are named and left out.
    ///
    /// # Errors
    /// The problem that makes all of it unreadable, with its line.
    pub fn read_list(text: &str, shown: &str, key: &str) -> Result<Page, Problem> {
        let whole = match Page::read(text, shown, 1) {
            Err(whole) => whole,
            page => return page,
        };
        let mut left = Vec::new();
        let mut kept = String::with_capacity(text.len());
        for (line, piece) in entries(text, key) {
            match line.map(|line| (line, Page::read(&format!("_:\n{piece}"), shown, line - 1))) {
                Some((line, Err(problem))) => {
                    left.push(wrong::entry(problem, shown, line));
                    kept.extend(split(piece).map(ending));
                }
                _ => kept.push_str(piece),
            }
        }
        if left.is_empty() {
            return Err(whole);
        }
        let page = Page::read(&kept, shown, 1)?;
        page.problems.borrow_mut().extend(left);
        Ok(page)
    }

    /// Its keys.
    pub fn fields(&mut self) -> Fields<'_> {
        Fields::new(&self.place, &self.problems, &mut self.root)
    }

    /// The line of the file, from 1, of what the steps lead to, or of the nearest thing around it that has one.
    pub fn line_of(&self, steps: &[Step]) -> usize {
        self.place.line(place_of(&self.root, &self.place, steps))
    }

    /// The line of a path whose keys and places are parted by dots: `questions.3.probes.1.ask`.
    pub fn line_of_path(&self, path: &str) -> usize {
        let steps: Vec<Step> = path
            .split('.')
            .map(|word| word.parse().map_or(Step::Key(word), Step::Item))
            .collect();
        self.line_of(&steps)
    }

    /// What is odd in it, with the key that is most like one nobody asked for.
    pub fn problems_among(&self, keys: &[&str]) -> Vec<Problem> {
        let problems = self.problems(|_| true).into_iter();
        problems.map(|problem| wrong::spelled(problem, keys)).collect()
    }

    /// What is odd in it: values that were asked for, keys given twice, and those of the keys nobody asked for that are
    /// `listed`.
    pub fn problems(&self, listed: impl Fn(&str) -> bool) -> Vec<Problem> {
        let mut problems = self.problems.borrow().clone();
        wrong::keys(&self.root, &self.place, &listed, &mut problems);
        problems.sort_by_key(|problem| problem.line);
        problems
    }
}

/// A text as the parser reads it into a type, without any mending: for who must know that every reader finds the same.
///
/// # Errors
/// The problem that makes it unreadable, with its line.
pub fn strict<T: DeserializeOwned>(text: &str, shown: &str) -> Result<T, Problem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let place = Place::new(shown, text.to_owned(), 1);
    if let Err((refused, at)) = scan::scan(text) {
        return Err(wrong::refused(refused, &place, at));
    }
    serde_yaml::from_str(text).map_err(|error| wrong::broken(&error, &place))
}

/// A text without characters that YAML does not allow: each is a blank. `said` is told the place of the first.
fn legible(text: &str, said: impl FnOnce(usize)) -> Cow<'_, str> {
    let odd = |c: char| {
        c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{85}')
            || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
    };
    match text.find(odd) {
        None => Cow::Borrowed(text),
        Some(at) => {
            said(at);
            Cow::Owned(text.replace(odd, " "))
        }
    }
}

/// A text with these words in quotes. It has as many lines as before.
fn in_quotes(text: &str, loose: &[Loose], mut place: Place) -> Place {
    let out = &mut place.text;
    out.reserve(text.len() + 16 * loose.len());
    let mut at = 0;
    for words in loose {
        out.push_str(&text[at..words.at.start]);
        if let Some(key) = words.odd {
            place.odd.push(out.len() - (words.at.start - key));
        }
        let whole = &text[words.at.clone()];
        out.push_str(&format!("'{}'", in_one_line(whole).replace('\'', "''")));
        // A lone CR kept as it is would be one end of a line with an LF behind it.
        out.extend(split(whole).filter(|line| !ending(line).is_empty()).map(|_| '\n'));
        at = words.at.end;
    }
    out.push_str(&text[at..]);
    place
}

/// A text in pieces: each entry of the list in block style under a top-level key with its line, and what stands between.
fn entries<'t>(text: &'t str, key: &str) -> Vec<(Option<usize>, &'t str)> {
    let begins = item_lines(text, key);
    let mut pieces: Vec<(Option<usize>, &str)> = Vec::new();
    let (mut at, mut from) = (0, 0);
    let mut inside: Option<(usize, usize)> = None;
    for (n, line) in split(text).enumerate() {
        let indent = line.len() - line.trim_start_matches(' ').len();
        let begun = begins.binary_search(&(n + 1)).is_ok();
        let ended = inside.is_some_and(|(_, dash)| {
            indent <= dash && !content(line).trim().is_empty() && !line.trim_start().starts_with('#')
        });
        if begun || ended {
            pieces.push((inside.map(|(line, _)| line), &text[from..at]));
            from = at;
            inside = begun.then_some((n + 1, indent));
        }
        at += line.len();
    }
    pieces.push((inside.map(|(line, _)| line), &text[from..]));
    pieces
}

/// The lines, from 1, at which the entries of a block list under a top-level key begin.
pub fn item_lines(text: &str, key: &str) -> Vec<usize> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = Vec::new();
    let mut inside = false;
    let mut indent = None;
    for (index, line) in split(text).map(content).enumerate() {
        let rest = line.trim_start();
        let here = line.len() - rest.len();
        if here == 0 && rest.strip_prefix(key).is_some_and(|rest| rest.starts_with(':')) {
            inside = true;
        } else if inside && (rest.starts_with("- ") || rest == "-") {
            if here == *indent.get_or_insert(here) {
                lines.push(index + 1);
            }
        } else if inside && here == 0 && !rest.is_empty() && !rest.starts_with('#') {
            inside = false;
        }
    }
    lines
}
