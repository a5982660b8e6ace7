//! `greenroom show ID`: one question, answer or attempt.

use super::fault::Fault;
use super::out::Out;
use super::reading::Everything;
use super::session::Setting;
use super::{json, rows};
use crate::domain::id::EventId;
use crate::domain::question::level::Level;
use crate::text::time::count;

/// Prints what has this id. An answer's own text is printed as it stands, where nobody's terminal reads it.
pub(super) fn print(setting: &Setting, id: &str, out: &mut Out) -> Result<u8, Fault> {
    let all = setting.everything()?;
    let text = if let Some(answer) = all.library.answer(id) {
        answer.text.to_string()
    } else if all.library.question(id).is_some() {
        question(&all, id)
    } else if let Some(attempt) = all.history.attempt(&EventId::from(id)) {
        String::from_utf8(json::render(&rows::attempt(attempt))).unwrap_or_default()
    } else {
        return Err(Fault::new(
            format!("nothing has the id \"{id}\""),
            "it is no question, answer or attempt of this home",
            "List ids with `greenroom list questions`, `answers` or `attempts`",
        ));
    };
    out.bytes(text.as_bytes())
}

fn question(all: &Everything, id: &str) -> String {
    let Some(question) = all.library.question(id) else {
        return String::new();
    };
    let levels: Vec<&str> = question.levels.iter().map(Level::id).collect();
    let mut text = format!(
        "{}\n\n{} · {} · {}\n",
        question.ask,
        question.category,
        levels.join(" "),
        question.tags.join(" ")
    );
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            text.push_str(&format!("\n{title}\n"));
            for line in lines {
                text.push_str(&format!("  - {line}\n"));
            }
        }
    };
    section(
        "They may ask",
        question.probes.iter().map(|probe| probe.ask.clone()).collect(),
    );
    section("They listen for", question.listen_for.clone());
    let answers = all.library.answers_to(&question.id);
    section(
        "Your answers",
        answers
            .map(|answer| format!("{} ({})", answer.title, answer.id))
            .collect(),
    );
    let told = all.history.of_question(&question.id);
    section(
        "Told",
        told.map(|attempt| {
            let day = attempt.day(&all.zone);
            format!("{day} {} {}", attempt.rating.word(), attempt.note)
        })
        .collect(),
    );
    let total = all.history.of_question(&question.id).count();
    text.push_str(&format!("\n{} in all\n", count(total, "attempt")));
    text
}
