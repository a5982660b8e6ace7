//! What `import --json` prints.

use serde_json::{Value, json};

use super::doubts::{Doubt, doubts};
use super::{Item, Reading};
use crate::domain::problem::Problem;

/// The readings as one object: every key always there, what is unknown null.
pub fn to_json(readings: &[Reading]) -> Value {
    let files: Vec<Value> = readings.iter().map(file).collect();
    json!({ "format": 1, "files": files, "problems": [] })
}

fn file(reading: &Reading) -> Value {
    let items: Vec<Value> = reading.items.iter().map(|one| item(reading, one)).collect();
    let run = |(first, last): &(usize, usize)| (reading.number(*first), reading.number(*last));
    let remainder: Vec<(usize, usize)> = reading.coverage.remainder.iter().map(run).collect();
    let problems: Vec<Value> = reading.problems.iter().map(problem).collect();
    json!({
        "file": reading.file,
        "items": items,
        "coverage": {
            "nonblank": reading.coverage.nonblank,
            "placed": reading.coverage.placed,
            "remainder": remainder,
        },
        "doubts": doubts(reading).iter().map(|one| doubt(reading, one)).collect::<Vec<_>>(),
        "problems": problems,
    })
}

fn item(reading: &Reading, item: &Item) -> Value {
    let unfinished: Vec<usize> = item.unfinished.iter().map(|line| reading.number(*line)).collect();
    let parts: Vec<&str> = item.parts.iter().map(|part| part.id()).collect();
    json!({
        "kind": item.kind.id(),
        "title": item.title,
        "lines": (reading.number(item.lines.0), reading.number(item.lines.1)),
        "category": item.category.id(),
        "category_guessed": item.guessed,
        "parts": parts,
        "labelled": item.labelled,
        "answered": item.answered,
        "answers": item.answers,
        "unfinished": unfinished,
        "sample": item.sample,
    })
}

fn doubt(reading: &Reading, doubt: &Doubt) -> Value {
    json!({ "lines": (reading.number(doubt.lines.0), reading.number(doubt.lines.1)), "what": doubt.what })
}

fn problem(problem: &Problem) -> Value {
    json!({ "path": problem.path, "line": problem.line, "what": problem.what, "do": problem.remedy })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read;

    #[test]
    fn no_key_is_ever_left_out() {
        let printed = to_json(&[
            read("a.md", b"# Why boats?\nI like water.\n"),
            read("b.txt", b"\xff\xfe\xfd\xfc"),
        ]);
        assert_eq!(printed["format"], 1);
        assert!(printed["problems"].is_array());
        for file in printed["files"].as_array().into_iter().flatten() {
            for key in ["file", "items", "coverage", "problems"] {
                assert!(file.get(key).is_some(), "{key}");
            }
            for item in file["items"].as_array().into_iter().flatten() {
                for key in [
                    "kind",
                    "title",
                    "lines",
                    "category",
                    "parts",
                    "labelled",
                    "answered",
                    "answers",
                    "unfinished",
                    "sample",
                ] {
                    assert!(item.get(key).is_some(), "{key}");
                }
            }
        }
        assert_eq!(printed["files"][0]["items"][0]["answered"], true);
    }
}
