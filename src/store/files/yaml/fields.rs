//! The keys of a file as people write them: what is odd takes away its own key, is named, and leaves the others.
//!
//! One word where a list is wanted is a list of one, a number in quotes is a number, `yes` is on. Every file that people
//! edit is read through this.

use std::cell::RefCell;

use super::node::{Is, Node, Pair};
use super::place::Place;
use crate::domain::problem::Problem;
use crate::markup::scalar::quoted;

/// The keys of one mapping. Each is asked for by its name; what nobody asked for is not known.
pub struct Fields<'p> {
    place: &'p Place,
    problems: &'p RefCell<Vec<Problem>>,
    pairs: &'p mut [Pair],
    at: Option<usize>,
}

/// One entry of a list, or one value: written with its keys, or in words.
pub enum Entry<'p> {
    /// As a person writes it down: `Mara Ilves (recruiter)`.
    Words(String),
    /// With its keys.
    Keys(Fields<'p>),
}

impl<'p> Fields<'p> {
    pub(super) fn new(place: &'p Place, problems: &'p RefCell<Vec<Problem>>, node: &'p mut Node) -> Fields<'p> {
        node.asked = true;
        Fields {
            place,
            problems,
            at: node.at,
            pairs: match &mut node.is {
                Is::Map(pairs) => pairs,
                _ => &mut [],
            },
        }
    }

    /// The line these keys begin on.
    pub fn line(&self) -> usize {
        self.place.line(self.at.unwrap_or(0))
    }

    /// The line that these keys make up, where there is but one and nobody asked for it: words with a colon in them read
    /// as a key with its value.
    pub fn as_words(&mut self) -> Option<String> {
        let [pair] = &mut *self.pairs else { return None };
        let at = pair
            .at
            .filter(|_| !pair.asked && matches!(pair.value.is, Is::Text(_)))?;
        pair.asked = true;
        Some(self.place.rest_of_line(at))
    }

    /// A text; none where it is empty.
    pub fn text(&mut self, key: &str) -> Option<String> {
        self.written(key).filter(|text| !text.trim().is_empty())
    }

    /// A text, which may be empty.
    pub fn written(&mut self, key: &str) -> Option<String> {
        let (node, say) = self.ask(key)?;
        let one = match &mut node.is {
            Is::List(items) if items.len() == 1 => &mut items[0].is,
            is => is,
        };
        match one {
            Is::Nothing => None,
            Is::Text(text) => Some(std::mem::take(text)),
            Is::List(_) => say.odd(
                "holds a list, and one text is wanted",
                "Write it in one line: {key}: some words",
            ),
            Is::Map(_) => say.odd(
                "holds keys of its own, and one text is wanted",
                "Write it in one line, in quotes: {key}: \"some: words\"",
            ),
        }
    }

    /// A whole number.
    pub fn number(&mut self, key: &str) -> Option<u32> {
        let text = self.text(key)?;
        let number = text.trim().parse().ok();
        let whole = || {
            let value: f64 = text.trim().parse().ok()?;
            (value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&value)).then_some(value as u32)
        };
        number.or_else(whole).or_else(|| {
            let say = self.say(key);
            say.odd(
                &format!("is \"{text}\", and a number is wanted"),
                "Write it like {key}: 20",
            )
        })
    }

    /// Whether something is on.
    pub fn switch(&mut self, key: &str) -> Option<bool> {
        let text = self.text(key)?;
        match text.trim().to_lowercase().as_str() {
            "on" | "yes" | "true" | "y" | "1" => Some(true),
            "off" | "no" | "false" | "n" | "0" => Some(false),
            _ => self.say(key).odd(
                &format!("is \"{text}\", and it is on or off"),
                "Write {key}: on, or {key}: off",
            ),
        }
    }

    /// A list of texts, each of which may hold anything.
    pub fn texts(&mut self, key: &str) -> Vec<String> {
        self.list(key, None)
    }

    /// A list of words; on one line, commas part them.
    pub fn words(&mut self, key: &str) -> Vec<String> {
        self.list(key, Some(|c| c == ','))
    }

    /// A list of tags; on one line, commas or blanks part them, and a `#` before one is left out.
    pub fn tags(&mut self, key: &str) -> Vec<String> {
        let tags = self.list(key, Some(|c| c == ',' || c.is_whitespace()));
        let tags = tags.into_iter().map(|tag| tag.trim_start_matches('#').to_owned());
        tags.filter(|tag| !tag.is_empty()).collect()
    }

    /// The entries of a list, in their places; one alone is a list of one.
    pub fn entries(&mut self, key: &str) -> Vec<Entry<'_>> {
        let (place, problems) = (self.place, self.problems);
        let Some((node, _)) = self.ask(key) else {
            return Vec::new();
        };
        match node.is {
            Is::Nothing => Vec::new(),
            Is::List(ref mut items) => items.iter_mut().map(|item| entry(place, problems, item)).collect(),
            Is::Text(_) | Is::Map(_) => vec![entry(place, problems, node)],
        }
    }

    /// The same, each as what it says.
    pub fn each<T: for<'e> From<Entry<'e>>>(&mut self, key: &str) -> Vec<T> {
        self.entries(key).into_iter().map(T::from).collect()
    }

    /// One value written with its keys or in words.
    pub fn entry(&mut self, key: &str) -> Option<Entry<'_>> {
        let mut entries = self.entries(key);
        (!entries.is_empty()).then(|| entries.swap_remove(0))
    }

    /// A list. What stands on the line of the key in place of one is one item, or several where something `parts` them.
    fn list(&mut self, key: &str, parts: Option<fn(char) -> bool>) -> Vec<String> {
        let Some((node, say)) = self.ask(key) else {
            return Vec::new();
        };
        let mut texts = Vec::new();
        match &mut node.is {
            Is::Nothing => {}
            Is::Text(text) => match parts {
                Some(parts) => texts.extend(text.split(parts).map(|word| word.trim().to_owned())),
                None => texts.push(std::mem::take(text)),
            },
            Is::List(items) => texts.extend(items.iter_mut().filter_map(|item| say.item(item))),
            Is::Map(_) => {
                say.odd::<()>(
                    "holds keys of its own, and a list is wanted",
                    "Write it like {key}: [one, two]",
                );
            }
        }
        texts.retain(|text| !text.trim().is_empty());
        texts
    }

    fn ask(&mut self, key: &str) -> Option<(&mut Node, Say<'p>)> {
        let say = self.say(key);
        let pair = self.pairs.iter_mut().find(|pair| pair.key == key)?;
        pair.asked = true;
        if pair.at.is_some_and(|at| self.place.odd.binary_search(&at).is_ok()) {
            return say.not_yaml(&pair.value);
        }
        Some((&mut pair.value, say))
    }

    fn say(&self, key: &str) -> Say<'p> {
        let pair = self.pairs.iter().find(|pair| pair.key == key);
        Say {
            place: self.place,
            problems: self.problems,
            at: pair.and_then(|pair| pair.at).or(self.at),
            key: key.to_owned(),
        }
    }
}

fn entry<'p>(place: &'p Place, problems: &'p RefCell<Vec<Problem>>, node: &'p mut Node) -> Entry<'p> {
    match &mut node.is {
        Is::Text(text) => Entry::Words(std::mem::take(text)),
        _ => Entry::Keys(Fields::new(place, problems, node)),
    }
}

/// Says what is wrong with one key.
struct Say<'p> {
    place: &'p Place,
    problems: &'p RefCell<Vec<Problem>>,
    at: Option<usize>,
    key: String,
}

impl Say<'_> {
    /// The key is odd and left out. `{key}` stands for it in what to type.
    fn odd<T>(&self, what: &str, remedy: &str) -> Option<T> {
        self.odd_at(self.at, &format!("{} {what}; it is left out", self.key), remedy);
        None
    }

    /// The value is no YAML, and its key is left out.
    fn not_yaml<T>(&self, value: &Node) -> Option<T> {
        let Is::Text(text) = &value.is else { return None };
        match text.chars().next() {
            Some('[' | '{') => self.odd("goes on behind its bracket", "Take out what stands behind the bracket"),
            _ => self.odd(
                &format!("is {text}, which wants quotes"),
                &format!("Write it in quotes: {{key}}: {}", quoted(text)),
            ),
        }
    }

    fn odd_at(&self, at: Option<usize>, what: &str, remedy: &str) {
        let line = self.place.line(at.or(self.at).unwrap_or(0));
        let remedy = remedy.replace("{key}", &self.key);
        let problem = Problem::line(&self.place.shown, line, what, remedy);
        self.problems.borrow_mut().push(problem.about(&self.key));
    }

    /// The text of an item. A line with a colon in it reads as a mapping: it is taken as it is written.
    fn item(&self, item: &mut Node) -> Option<String> {
        match &mut item.is {
            Is::Nothing => None,
            Is::Text(text) => Some(std::mem::take(text)),
            Is::Map(pairs) if pairs.len() == 1 && item.at.is_some() => item.at.map(|at| self.place.rest_of_line(at)),
            Is::Map(_) | Is::List(_) => {
                let what = format!("an item of {} is no text; it is left out", self.key);
                self.odd_at(item.at, &what, "Write it in one line, in quotes");
                None
            }
        }
    }
}
