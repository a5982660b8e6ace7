//! The rows of the lists, as JSON.

use jiff::tz::TimeZone;
use serde_json::{Value, json};

use super::json::number;
use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::history::History;
use crate::domain::history::attempt::Attempt;
use crate::domain::interview::Interview;
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::follow_up::{FollowUpCalendar, follow_up};
use crate::domain::library::Library;
use crate::domain::part::Part;
use crate::domain::progress::standing::CategoryStatus;
use crate::domain::question::level::Level;
use crate::domain::question::{Parts, Question};
use crate::domain::rating::{Dimension, Rating};

pub(super) fn question(library: &Library, history: &History, question: &Question) -> Value {
    let told: Vec<&Attempt> = history.of_question(&question.id).collect();
    let last = told.last();
    json!({
        "id": question.id.as_str(),
        "ask": question.ask,
        "also": question.also.iter().collect::<Vec<_>>(),
        "common": question.common,
        "category": question.category.id(),
        "tags": question.tags,
        "levels": question.levels.iter().map(Level::id).collect::<Vec<_>>(),
        "parts": if question.parts == Parts::Star { "star" } else { "none" },
        "probes": question.probes.iter().map(|probe| json!({
            "ask": probe.ask,
            "when": probe.when.map(Part::id),
        })).collect::<Vec<_>>(),
        "listen_for": question.listen_for,
        "answers": library.answers_to(&question.id).map(|answer| answer.id.as_str()).collect::<Vec<_>>(),
        "attempts": told.len(),
        "last": last.map(|attempt| attempt.t.to_string()),
        "rating": last.map(|attempt| attempt.rating.number()),
    })
}

pub(super) fn answer(library: &Library, answer: &Answer) -> Value {
    json!({
        "id": answer.id.as_str(),
        "title": answer.title,
        "kind": answer.kind.id(),
        "category": library.category_of(answer).id(),
        "questions": answer.questions.iter().map(crate::domain::id::QuestionId::as_str).collect::<Vec<_>>(),
        "tags": answer.tags,
        "parts": answer.parts().into_iter().map(Part::id).collect::<Vec<_>>(),
        "unfinished": answer.unfinished().iter().map(|place| place.line).collect::<Vec<_>>(),
        "words": answer.words(),
        "path": answer.path,
        "source": answer.source,
        "sample": answer.sample,
    })
}

/// A category with its questions, hidden or of other levels too, and its standing where it has one.
pub(super) fn category(library: &Library, category: Category, standing: Option<&CategoryStatus>) -> Value {
    let questions: Vec<&Question> = library.questions().iter().filter(|q| q.category == category).collect();
    let answered = questions
        .iter()
        .filter(|question| library.answers_to(&question.id).next().is_some())
        .count();
    json!({
        "id": category.id(),
        "title": category.title(),
        "scored": category.scored(),
        "questions": questions.len(),
        "answered": answered,
        "attempts": standing.map_or(0, |standing| standing.attempts),
        "rating": standing.and_then(|standing| standing.rating).map(number),
        "ready": standing.map(|standing| number(standing.ready)),
    })
}

pub(super) fn attempt(attempt: &Attempt) -> Value {
    let part = |part: Part| attempt.split.and_then(|split| split.of(part)).map(number);
    let dimension = |which: Dimension| attempt.dimensions[which as usize].map(Rating::number);
    json!({
        "id": attempt.id.as_str(),
        "t": attempt.t.to_string(),
        "question": attempt.question.as_str(),
        "answer": attempt.answer.as_ref().map(crate::domain::id::AnswerId::as_str),
        "category": attempt.category.id(),
        "rating": attempt.rating.number(),
        "seconds": {
            "think": number(attempt.think),
            "speak": number(attempt.speak),
            "over": number(attempt.over),
        },
        "split": attempt.split.map(|_| json!({
            "situation": part(Part::Situation),
            "task": part(Part::Task),
            "action": part(Part::Action),
            "result": part(Part::Result),
            "reflection": part(Part::Reflection),
        })),
        "pick": attempt.pick.map(crate::domain::history::attempt::Pick::id),
        "seed": attempt.seed,
        "drill": attempt.drill.as_str(),
        "dimensions": {
            "structure": dimension(Dimension::Structure),
            "own_part": dimension(Dimension::OwnPart),
            "evidence": dimension(Dimension::Evidence),
            "fit": dimension(Dimension::Fit),
            "reflection": dimension(Dimension::Reflection),
        },
        "beats": attempt.beats.as_ref().map(|beats| json!({ "hit": beats.hit, "missed": beats.missed })),
        "note": attempt.note,
        "probes": attempt.probes.iter().map(|probe| json!({
            "ask": probe.ask,
            "seconds": number(probe.seconds),
        })).collect::<Vec<_>>(),
        "paused": number(attempt.paused),
        "gaps": attempt.gaps.iter().map(|gap| number(*gap)).collect::<Vec<_>>(),
        "guess": attempt.guess.map(Rating::number),
        "expected": attempt.expected.map(number),
        "taken_back": attempt.taken_back,
    })
}

pub(super) fn interview(interview: &Interview, when: &FollowUpCalendar) -> Value {
    let next = interview.next_round(when.now, when.zone);
    let found = follow_up(interview, when);
    json!({
        "id": interview.id(),
        "company": interview.company,
        "role": interview.role,
        "state": found.state.id(),
        "rounds": interview.rounds.len(),
        "next": next.and_then(|round| round.at.as_ref()).map(|at| moment(at, when.zone)),
        "promised": interview.promised.as_ref().map(|promise| promise.by.to_string()),
        "outcome": interview.outcome.id(),
        "path": interview.path,
    })
}

/// A time as RFC 3339 in UTC; a day alone as a day.
fn moment(at: &EventTime, zone: &TimeZone) -> String {
    match at.time {
        Some(_) => at.begins(zone).to_string(),
        None => at.day.to_string(),
    }
}
