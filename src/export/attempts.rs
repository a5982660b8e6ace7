//! What was practised as a table (CSV, RFC 4180), a row an attempt.

use csv::{Terminator, WriterBuilder};

use crate::domain::history::History;
use crate::domain::history::attempt::{Attempt, Pick};
use crate::domain::library::Library;
use crate::domain::part::Part;

/// The names of the columns.
const COLUMNS: [&str; 22] = [
    "id",
    "time",
    "question",
    "asked",
    "category",
    "answer",
    "title",
    "rating",
    "word",
    "think",
    "speak",
    "over",
    "situation",
    "task",
    "action",
    "result",
    "reflection",
    "guess",
    "said",
    "left_out",
    "note",
    "pick",
];

/// All attempts that were not taken back, the oldest first. Times are seconds, key points one a line; what is not known is
/// empty.
pub fn table(history: &History, library: &Library) -> String {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let mut row = |cells: &[String]| writer.write_record(cells.iter().map(|cell| harmless(cell)));
    let head = row(&COLUMNS.map(str::to_owned));
    let rows = history.attempts().try_for_each(|attempt| row(&cells(attempt, library)));
    // Writing to memory does not fail.
    drop(head.and(rows));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn cells(attempt: &Attempt, library: &Library) -> [String; 22] {
    let seconds = |time: f64| ((time * 10.0).round() / 10.0).to_string();
    let part = |part: Part| {
        attempt
            .split
            .and_then(|split| split.of(part))
            .map(seconds)
            .unwrap_or_default()
    };
    let asked = library.question(&attempt.question);
    let told = attempt.answer.as_ref();
    let beats = attempt.beats.as_ref();
    [
        attempt.id.as_str().to_owned(),
        attempt.t.to_string(),
        attempt.question.as_str().to_owned(),
        asked.map_or_else(String::new, |question| question.ask.clone()),
        attempt.category.id().to_owned(),
        told.map_or_else(String::new, |id| id.as_str().to_owned()),
        told.and_then(|id| library.answer(id))
            .map_or_else(String::new, |answer| answer.title.clone()),
        attempt.rating.number().to_string(),
        attempt.rating.word().to_owned(),
        seconds(attempt.think),
        seconds(attempt.speak),
        seconds(attempt.over),
        part(Part::Situation),
        part(Part::Task),
        part(Part::Action),
        part(Part::Result),
        part(Part::Reflection),
        attempt.guess.map_or_else(String::new, |guess| guess.word().to_owned()),
        beats.map_or_else(String::new, |beats| beats.hit.join("\n")),
        beats.map_or_else(String::new, |beats| beats.missed.join("\n")),
        attempt.note.clone(),
        attempt.pick.map_or_else(String::new, |pick| Pick::id(pick).to_owned()),
    ]
}

/// A cell that a table program could take for a formula begins with an apostrophe, as one types text there.
fn harmless(cell: &str) -> String {
    let number = cell.parse::<f64>().is_ok();
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && !number {
        return format!("'{cell}");
    }
    cell.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_history_is_a_head_alone() {
        let text = table(&History::default(), &Library::default());
        assert!(text.starts_with("id,time,question,") && text.ends_with(",pick\r\n"));
        assert_eq!(text.lines().count(), 1);
    }

    #[test]
    fn no_cell_is_taken_for_a_formula() {
        assert_eq!(harmless("=1+1"), "'=1+1");
        assert_eq!(harmless("- slower"), "'- slower");
        assert_eq!(harmless("-1.5"), "-1.5");
        assert_eq!(harmless("slower = better"), "slower = better");
    }
}
