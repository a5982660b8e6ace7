//! Banks: objects with a question, a title or an answer, however deep they stand, with the lines they stand on.

use super::record::{Field, Record, field, items};
use crate::import::language::asks;
use crate::import::language::asks::Asks;
use crate::import::language::headings;
use crate::import::reading::{Found, Piece, Shape};

/// A value with its lines.
pub(super) struct Value {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) kind: Kind,
}

/// What a value is.
pub(super) enum Kind {
    Text(String),
    List(Vec<Value>),
    Object(Vec<(String, Value)>),
    /// A number, `true` or `false`, as it stands; `null` says nothing.
    Word(String),
}

/// Reads the values of a bank into items; every value is a piece, and so is the name of a group.
pub(super) fn read(values: &[Value]) -> Found {
    let mut bank = Bank::default();
    for value in values {
        bank.collect(value, None, &mut Vec::new());
    }
    Found {
        items: items(bank.records),
        pieces: bank.pieces,
        shape: Shape::Values,
        columns: Vec::new(),
    }
}

/// What is gathered from the values.
#[derive(Default)]
struct Bank {
    records: Vec<Record>,
    pieces: Vec<Piece>,
}

impl Bank {
    fn piece(&mut self, lines: (usize, usize), name: Option<&str>, text: &str) {
        self.pieces.push(Piece {
            lines,
            name: name.map(str::to_owned),
            text: Some(text.to_owned()),
            from: 0,
        });
    }

    /// Every value in a value, behind the names it stands under there.
    fn values(&mut self, value: &Value, name: Option<&str>) {
        match &value.kind {
            Kind::Text(text) | Kind::Word(text) => self.piece((value.first, value.last), name, text),
            Kind::List(values) => values.iter().for_each(|inner| self.values(inner, name)),
            Kind::Object(fields) => {
                for (key, inner) in fields {
                    let path = name.map_or_else(|| key.clone(), |name| format!("{name} > {key}"));
                    self.values(inner, Some(&path));
                }
            }
        }
    }

    /// Gathers the records in a value, the names it stands under known.
    fn collect(&mut self, value: &Value, name: Option<&str>, above: &mut Vec<String>) {
        let before = self.pieces.len();
        match &value.kind {
            Kind::List(values) => values.iter().for_each(|inner| self.collect(inner, None, above)),
            Kind::Object(fields) => {
                if let Some(listed) = questions_listed(fields, above) {
                    self.listed(fields, listed, above);
                } else if let Some(record) = record(fields, value, above) {
                    self.values(value, None);
                    self.records.push(Record {
                        pieces: before..self.pieces.len(),
                        ..record
                    });
                } else {
                    self.group(fields, above);
                }
            }
            Kind::Text(text) => {
                self.values(value, name);
                if asks::asks(text) != Asks::No || (asks::prompts(text) && asked_in(above)) {
                    self.records.push(Record {
                        question: Some(text.clone()),
                        named: true,
                        above: above.iter().rev().cloned().collect(),
                        lines: (value.first, value.last),
                        pieces: before..self.pieces.len(),
                        ..Record::default()
                    });
                }
            }
            Kind::Word(_) => self.values(value, name),
        }
    }

    /// An object that names a topic and lists its questions.
    fn listed(&mut self, fields: &[(String, Value)], listed: usize, above: &mut Vec<String>) {
        let names: Vec<String> = fields
            .iter()
            .filter_map(|(_, inner)| text(inner))
            .map(str::to_owned)
            .collect();
        let depth = above.len();
        above.extend(names);
        for (n, (key, inner)) in fields.iter().enumerate() {
            let Kind::List(values) = &inner.kind else {
                self.values(inner, Some(key));
                continue;
            };
            for value in values {
                let before = self.pieces.len();
                self.values(value, Some(key));
                if let Some(text) = text(value).filter(|_| n == listed) {
                    self.records.push(Record {
                        question: Some(text.to_owned()),
                        listed: true,
                        named: true,
                        above: above.iter().rev().cloned().collect(),
                        lines: (value.first, value.last),
                        pieces: before..self.pieces.len(),
                        ..Record::default()
                    });
                }
            }
        }
        above.truncate(depth);
    }

    /// An object that is no record: its names are those of what stands in it.
    fn group(&mut self, fields: &[(String, Value)], above: &mut Vec<String>) {
        let named = fields.iter().find_map(|(key, inner)| match (&inner.kind, field(key)) {
            (Kind::Text(text), Some(Field::Title | Field::Category)) => Some(text.clone()),
            _ => None,
        });
        let own = usize::from(named.is_some());
        above.extend(named);
        for (key, inner) in fields {
            above.push(key.clone());
            let before = self.records.len();
            let group = matches!(inner.kind, Kind::List(_) | Kind::Object(_));
            if group {
                self.piece((inner.first, inner.first), None, key);
            }
            self.collect(inner, Some(key), above);
            if !group && self.records.len() > before {
                self.piece((inner.first, inner.first), None, key);
            }
            above.pop();
        }
        above.truncate(above.len() - own);
    }
}

/// Which field of an object lists questions: the only list of it, all texts, beside nothing but short texts, where a name
/// over it says so.
fn questions_listed(fields: &[(String, Value)], above: &[String]) -> Option<usize> {
    const SHORT: usize = 60;
    let said =
        |name: &String| field(name) == Some(Field::Question) || headings::questions(&name.replace(['_', '-'], " "));
    let lists: Vec<usize> = (0..fields.len())
        .filter(|at| matches!(fields[*at].1.kind, Kind::List(_)))
        .collect();
    let [only] = lists.as_slice() else { return None };
    let Kind::List(values) = &fields[*only].1.kind else {
        return None;
    };
    let texts = !values.is_empty() && values.iter().all(|value| text(value).is_some());
    let short = |(_, inner): &(String, Value)| match &inner.kind {
        Kind::Text(text) => text.len() <= SHORT && asks::asks(text) == Asks::No,
        Kind::Object(_) => false,
        Kind::List(_) | Kind::Word(_) => true,
    };
    let named = above.iter().any(said) || said(&fields[*only].0);
    (texts && named && fields.len() > 1 && fields.iter().all(short)).then_some(*only)
}

fn text(value: &Value) -> Option<&str> {
    match &value.kind {
        Kind::Text(text) if !text.trim().is_empty() => Some(text),
        _ => None,
    }
}

/// Whether the name of a list says that questions stand in it.
fn asked_in(above: &[String]) -> bool {
    above
        .last()
        .is_some_and(|name| field(name) == Some(Field::Question) || headings::questions(&name.replace(['_', '-'], " ")))
}

/// The record an object is: it has a text to ask, to tell, or parts.
fn record(fields: &[(String, Value)], value: &Value, above: &[String]) -> Option<Record> {
    let mut record = Record {
        named: true,
        above: above.iter().rev().cloned().collect(),
        lines: (value.first, value.last),
        ..Record::default()
    };
    let mut story = None;
    for (key, inner) in fields {
        let parts: &[(String, Value)] = if let Kind::Object(parts) = &inner.kind {
            parts
        } else {
            &[]
        };
        for (name, part) in parts {
            if let (Some(Field::Part(part)), Some(text)) = (field(name), plain(part)) {
                record.parts.push((part, text));
            }
        }
        let Some(text) = plain(inner) else { continue };
        let slot = match field(key) {
            Some(Field::Question) => &mut record.question,
            Some(Field::Title) => &mut record.title,
            Some(Field::Answer) => &mut record.answer,
            Some(Field::Story) => &mut story,
            Some(Field::Sample) => {
                record.sample = record.sample || record.answer.is_none();
                &mut record.answer
            }
            Some(Field::Category) => &mut record.category,
            Some(Field::Part(part)) => {
                record.parts.push((part, text));
                continue;
            }
            None => continue,
        };
        slot.get_or_insert(text);
    }
    if let Some(story) = story {
        record.tell(story);
    }
    let asks = record
        .title
        .as_deref()
        .is_some_and(|title| asks::asks(title) != Asks::No);
    (record.question.is_some() || record.answer.is_some() || record.parts.len() > 1 || asks).then_some(record)
}

/// The text of a string, or of a list of strings, one a line.
fn plain(value: &Value) -> Option<String> {
    match &value.kind {
        Kind::Text(text) if !text.trim().is_empty() => Some(text.clone()),
        Kind::List(values) => {
            let texts: Option<Vec<&str>> = values
                .iter()
                .map(|one| {
                    if let Kind::Text(text) = &one.kind {
                        Some(text.as_str())
                    } else {
                        None
                    }
                })
                .collect();
            texts
                .filter(|texts| !texts.is_empty() && texts.iter().all(|text| asks::asks(text) == Asks::No))
                .map(|texts| texts.join("\n"))
        }
        _ => None,
    }
}
