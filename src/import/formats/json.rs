//! Banks in JSON.
//!
//! Written as people write it: a comma may be missing or too many, a name may stand without quotes, and values may follow
//! one another, as in a file with one a line.

use jsonc_parser::ast::{ObjectProp, Value as Ast};
use jsonc_parser::common::Ranged;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use super::bank;
use super::bank::{Kind, Value};
use crate::import::lines::source::unseen;
use crate::import::reading::Found;
use crate::text::line_ends::spans;

/// Reads a bank into items. Where the text is no JSON, the line where it stops being so.
pub(in crate::import) fn read(text: &str) -> Result<Found, usize> {
    values(text).map(|values| bank::read(&values))
}

/// The values of a text, one after the other.
fn values(text: &str) -> Result<Vec<Value>, usize> {
    let lines = spans(text);
    let line = |end: usize| lines.partition_point(|(start, _)| *start < end).max(1);
    let text = text.trim_end_matches(unseen);
    let mut values = Vec::new();
    let mut at = text.len() - text.trim_start_matches(unseen).len();
    while at < text.len() {
        let mut end = text.len();
        let mut read = one(&text[at..]);
        if let Err(error) = &read
            && matches!(error.kind(), ParseErrorKind::MultipleRootJsonValues)
        {
            end = at + error.range().start;
            read = one(&text[at..end]);
        }
        let value = read.map_err(|error| line(at + error.range().end))?;
        values.extend(value.map(|value| placed(value, at, &line)));
        at = end;
    }
    Ok(values)
}

/// The only value of a text; an error says where a second one begins. A comment is an error too: its words would be lost.
fn one(text: &str) -> Result<Option<Ast<'_>>, ParseError> {
    let options = ParseOptions {
        allow_comments: false,
        ..ParseOptions::default()
    };
    parse_to_ast(text, &CollectOptions::default(), &options).map(|read| read.value)
}

/// A value with its lines, given the byte its text begins at and the line of the byte before one.
fn placed(value: Ast, from: usize, line: &impl Fn(usize) -> usize) -> Value {
    let range = value.range();
    let kind = match value {
        Ast::StringLit(text) => Kind::Text(text.value.into_owned()),
        Ast::NumberLit(number) => Kind::Word(number.value.to_owned()),
        Ast::BooleanLit(switch) => Kind::Word(switch.value.to_string()),
        Ast::NullKeyword(_) => Kind::Word(String::new()),
        Ast::Array(list) => Kind::List(
            list.elements
                .into_iter()
                .map(|value| placed(value, from, line))
                .collect(),
        ),
        Ast::Object(object) => {
            let field = |field: ObjectProp| (field.name.into_string(), placed(field.value, from, line));
            Kind::Object(object.properties.into_iter().map(field).collect())
        }
    };
    Value {
        first: line(from + range.start + 1),
        last: line(from + range.end),
        kind,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
