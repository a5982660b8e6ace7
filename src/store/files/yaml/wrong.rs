//! What is wrong with a YAML file, in words that say what to type.

use std::collections::HashMap;

use super::node::{Is, Node};
use super::place::Place;
use super::scan::{DEPTH, Refused};
use crate::domain::problem::{Problem, Unread};
use crate::markup::lines::split;
use crate::text::nearest::nearest;

/// What holds for a file that cannot be read.
const LEFT_OUT: &str = "until then this file is left out";

/// A character that YAML does not allow.
pub(super) fn control(place: &Place, at: usize) -> Problem {
    Problem::line(
        &place.shown,
        place.line(at),
        "a control character; it is read as a blank",
        "Take it out, or write it as \\x1b in double quotes",
    )
    .leaves(Unread::Nothing)
}

/// What is not given to the parser.
pub(super) fn refused(refused: Refused, place: &Place, at: usize) -> Problem {
    let (what, remedy) = match refused {
        Refused::TooDeep => (
            format!("nested deeper than {DEPTH} levels"),
            "Take nesting out, or put the text in quotes",
        ),
        Refused::Anchor => (
            "anchors and aliases (& and *) are not read".to_owned(),
            "Write the value out, or put it in quotes",
        ),
    };
    left_out(place, place.line(at), &what, remedy)
}

/// A text that is no list of keys.
pub(super) fn no_keys(place: &Place, at: usize) -> Problem {
    let remedy = "Write each key on a line of its own, like title: some words";
    left_out(
        place,
        place.line(at),
        "this is no list of keys with their values",
        remedy,
    )
}

/// What makes all of a file unreadable.
fn left_out(place: &Place, line: usize, what: &str, remedy: &str) -> Problem {
    Problem::line(&place.shown, line, what, format!("{remedy}; {LEFT_OUT}")).leaves(Unread::Whole)
}

/// An entry of a list that cannot be read.
pub(super) fn entry(problem: Problem, shown: &str, line: usize) -> Problem {
    let remedy = problem.remedy.replace(LEFT_OUT, "until then this entry is left out");
    Problem::line(shown, problem.line.unwrap_or(line).max(line), problem.what, remedy)
}

/// What the parser found.
pub(super) fn broken(error: &serde_yaml::Error, place: &Place) -> Problem {
    let said = error.to_string();
    let (what, context) = said.split_once(", while ").unwrap_or((&said, ""));
    let what = what.split(" at ").next().unwrap_or(what);
    let at = error
        .location()
        .map_or(0, |location| location.index().min(place.text.len()));
    let begun = context
        .rsplit_once(" at line ")
        .and_then(|(_, at)| at.split(' ').next()?.parse::<usize>().ok());
    let line = place.line(at);
    let begun = begun.map_or(line, |begun| place.first_line + begun - 1);
    let tab = |text: Option<&str>| text.is_some_and(|text| text.contains('\t'));
    let tab = tab(place.text.get(at..at + 1)) || tab(place.text.get(at.saturating_sub(1)..at));
    let (line, what, remedy) = match what {
        _ if tab => (
            line,
            "a tab stands where only blanks may stand".to_owned(),
            "Put blanks in place of the tab",
        ),
        "found character that cannot start any token" => {
            let first = place.text[at..].chars().next().unwrap_or(' ');
            (line, format!("a value cannot begin with {first}"), "Put it in quotes")
        }
        "mapping values are not allowed in this context" => (
            line,
            "a colon stands where none may stand".to_owned(),
            "Put the text in quotes, or the lines below each other with the same indent",
        ),
        "did not find expected ',' or ']'" => (
            begun,
            "the list in brackets is not closed".to_owned(),
            "Write ] at its end",
        ),
        "did not find expected ',' or '}'" => (begun, "the braces are not closed".to_owned(), "Write } at their end"),
        "found unexpected end of stream" => (begun, "the quotes are not closed".to_owned(), "Write the closing quote"),
        "did not find expected node content" => (
            line,
            "brackets are not closed, or hold what they may not".to_owned(),
            "Close them, or put the text in quotes",
        ),
        "found unknown escape character" => (
            line,
            "a backslash in double quotes begins a sign of YAML".to_owned(),
            "Write it twice, or use single quotes",
        ),
        "could not find expected ':'" => (
            begun,
            "a key stands here without a colon".to_owned(),
            "Write it like key: value",
        ),
        "did not find expected key" | "did not find expected '-' indicator" => (
            line,
            "this line does not go with the lines above it".to_owned(),
            "Give it the indent of the lines it goes with, and close quotes and brackets above it",
        ),
        what if what.contains("more than one document") => return second_document(place),
        what => (line, what.to_owned(), "Mend the line"),
    };
    left_out(place, line, &what, remedy)
}

/// The text goes on behind what is read of it.
fn second_document(place: &Place) -> Problem {
    let mut at = 0;
    let mut begun = false;
    let marker = split(&place.text).find_map(|line| {
        let start = at;
        at += line.len();
        let marker = begun && line.starts_with("---");
        begun |= !line.trim().is_empty() && !line.starts_with('#');
        marker.then_some(start)
    });
    let (what, remedy) = match marker {
        Some(_) => ("the file goes on behind a line of ---", "Take that line out"),
        None => (
            "something stands behind the closing brace",
            "Write each key on a line of its own",
        ),
    };
    left_out(place, place.line(marker.unwrap_or(0)), what, remedy)
}

/// What is odd about a key that nobody asked for.
const UNKNOWN: &str = "is not known here";

/// A problem with a key nobody asked for, with the known one that may be meant.
pub(super) fn spelled(problem: Problem, known: &[&str]) -> Problem {
    let key = problem.key.as_deref().filter(|_| problem.what.ends_with(UNKNOWN));
    match key.and_then(|key| nearest(key, known.iter().copied())) {
        Some(meant) => Problem {
            remedy: format!("Did you mean {meant}? It is kept and not used"),
            ..problem
        },
        None => problem,
    }
}

/// Goes through the keys that were looked at: those given twice, and those nobody asked for that are `listed`.
pub(super) fn keys(node: &Node, place: &Place, listed: &impl Fn(&str) -> bool, problems: &mut Vec<Problem>) {
    let pairs = match &node.is {
        Is::List(items) => return items.iter().for_each(|item| keys(item, place, listed, problems)),
        Is::Map(pairs) if node.asked => pairs,
        _ => return,
    };
    let mut seen = HashMap::new();
    for pair in pairs {
        let line = place.line(pair.at.or(node.at).unwrap_or(0));
        if let Some(first) = seen.get(pair.key.as_str()) {
            let what = format!("the key \"{}\" is given twice; the one in line {first} holds", pair.key);
            let problem = Problem::line(&place.shown, line, what, "Take one of the two out");
            problems.push(problem.about(&pair.key));
            continue;
        }
        seen.insert(pair.key.as_str(), line);
        if pair.asked {
            keys(&pair.value, place, listed, problems);
        } else if listed(&pair.key) {
            let what = format!("the key \"{}\" {UNKNOWN}", pair.key);
            let problem = Problem::line(&place.shown, line, what, "Check its spelling; it is kept and not used");
            problems.push(problem.leaves(Unread::Nothing).about(&pair.key));
        }
    }
}
