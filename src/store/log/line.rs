//! An event as one line of JSON.

use jiff::Timestamp;
use std::borrow::Cow;
use std::io;

use super::attempt_line::{attempt_line, attempt_of};
use super::interner::Interner;
use super::line_pieces::{Line, beats_line, beats_of, category_of, dimensions_line, dimensions_of, finite};
use crate::domain::history::attempt::AttemptChange;
use crate::domain::history::event::{DrillBegun, Event, EventKind, EventMeta};
use crate::domain::history::sprint_answer::SprintAnswer;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::rating::Rating;
use crate::store::files::limits::LINE_BYTES;
use crate::store::files::said::Said;

/// One event as a line with its line end.
///
/// # Errors
/// Of a line that is longer than what is read again. What the program writes down is bounded before
/// (`domain/history/bounds.rs`).
pub(in crate::store) fn write(event: &Event) -> io::Result<String> {
    let mut line = serde_json::to_string(&line_of(event))?;
    line.push('\n');
    if line.len() > LINE_BYTES {
        let what = "it is longer than 64 KB, and would not be read again".to_owned();
        return Err(io::Error::new(io::ErrorKind::InvalidInput, Said(what)));
    }
    Ok(line)
}

/// The version of what is written.
const VERSION: u32 = 1;

/// The types of events that are written.
const KINDS: [&str; 7] = [
    "attempt",
    "correction",
    "drill",
    "drill-ended",
    "sprint",
    "heard",
    "note",
];

/// What a line holds: an event, or one of a type that a later version added to this format.
///
/// # Errors
/// Why it cannot be used, when it is no such line.
pub(in crate::store) fn read(text: &[u8], interner: &mut Interner) -> Result<Option<Event>, String> {
    let line: Line = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    if line.id.is_empty() || line.kind.is_empty() {
        return Err("an event without id or type".to_owned());
    }
    let (known, format) = (KINDS.contains(&&*line.kind), line.v);
    if known && format > VERSION {
        return Err(format!("it has format {format}; this version knows {VERSION}"));
    }
    let lacking = known.then(|| line.kind.clone());
    match (event_of(line, interner), lacking) {
        (None, Some(kind)) => Err(format!("the {kind} lacks something, or holds what none can have")),
        (event, _) => Ok(event),
    }
}

fn line_of(event: &Event) -> Line<'_> {
    let meta = &event.meta;
    let mut line = Line {
        v: VERSION,
        id: meta.id.as_str().into(),
        dev: (&*meta.dev).into(),
        run: (&*meta.run).into(),
        n: meta.n,
        t: meta.t.as_millisecond(),
        off: meta.off,
        ..Line::default()
    };
    match &event.kind {
        EventKind::Attempt(attempt) => attempt_line(&mut line, attempt),
        EventKind::Correction { target, change } => {
            line.target = Some(target.as_str().into());
            correction_line(&mut line, change);
        }
        EventKind::Drill(begun) => {
            line.kind = "drill".into();
            line.drill = Some(begun.drill.as_str().into());
            line.name = Some(begun.name.as_str().into());
            line.questions = Some(begun.questions.iter().map(ToString::to_string).collect());
            line.think = Some(begun.think);
            line.speak = Some(begun.speak);
            line.probes = Some(begun.probes);
            line.resumes = begun.resumes.as_ref().map(|id| id.as_str().into());
        }
        EventKind::DrillEnded { drill, left } => {
            line.kind = "drill-ended".into();
            line.drill = Some(drill.as_str().into());
            line.left = Some(left.iter().map(ToString::to_string).collect());
        }
        EventKind::Sprint(taken) => sprint_line(&mut line, taken),
        EventKind::Heard { target, by, rating } => {
            line.kind = "heard".into();
            line.target = Some(target.as_str().into());
            line.name = Some(by.as_str().into());
            line.rating = Some(rating.number());
        }
        EventKind::Note { drill, question, text } => {
            line.kind = "note".into();
            line.drill = Some(drill.as_str().into());
            line.question = Some(question.as_str().into());
            line.note = Some(text.as_str().into());
        }
    }
    line
}

fn correction_line<'a>(line: &mut Line<'a>, change: &'a AttemptChange) {
    let answer = change.answer.as_ref();
    line.kind = "correction".into();
    line.rating = change.rating.map(Rating::number);
    line.answer = answer.map(|answer| answer.as_ref().map(|(id, _)| id.as_str().into()));
    line.version = answer.and_then(|answer| answer.as_ref().map(|(_, hash)| (&**hash).into()));
    line.dimensions = change.dimensions.map(dimensions_line);
    line.beats = change.beats.as_ref().map(|beats| beats.as_ref().map(beats_line));
    line.note = change.note.as_deref().map(Into::into);
    line.taken_back = change.taken_back;
}

fn sprint_line<'a>(line: &mut Line<'a>, taken: &'a SprintAnswer) {
    line.kind = "sprint".into();
    line.sprint = Some(taken.sprint.as_str().into());
    line.question = Some(taken.question.as_str().into());
    line.category = Some(taken.category.id().into());
    line.answer = Some(taken.answer.as_ref().map(|id| id.as_str().into()));
    line.took = Some(taken.seconds);
    line.limit = Some(taken.limit);
    line.right = Some(taken.right);
    line.late = Some(taken.late());
}

fn event_of(line: Line, interner: &mut Interner) -> Option<Event> {
    let meta = EventMeta {
        t: Timestamp::from_millisecond(line.t).ok()?,
        dev: interner.get(&line.dev),
        run: interner.get(&line.run),
        n: line.n,
        id: (&*line.id).into(),
        off: line.off,
    };
    let ids = |ids: Vec<String>| ids.into_iter().map(QuestionId::from).collect::<Vec<_>>();
    let what = match &*line.kind {
        "attempt" => EventKind::Attempt(Box::new(attempt_of(line, &meta, interner)?)),
        "correction" => EventKind::Correction {
            target: line.target?.as_ref().into(),
            change: AttemptChange {
                rating: line.rating.and_then(Rating::from_number),
                answer: line.answer.map(|answer| {
                    answer.map(|id| (id.as_ref().into(), interner.get(&line.version.unwrap_or_default())))
                }),
                dimensions: line.dimensions.map(dimensions_of),
                beats: line.beats.map(|beats| beats.map(beats_of)),
                note: line.note.map(Cow::into_owned),
                taken_back: line.taken_back,
            },
        },
        "drill" => EventKind::Drill(DrillBegun {
            drill: line.drill?.as_ref().into(),
            name: line.name.unwrap_or_default().into_owned(),
            questions: ids(line.questions.unwrap_or_default()),
            think: finite(line.think.unwrap_or(0.0)),
            speak: finite(line.speak.unwrap_or(0.0)),
            probes: line.probes.unwrap_or(0),
            resumes: line.resumes.map(|id| id.as_ref().into()),
        }),
        "drill-ended" => EventKind::DrillEnded {
            drill: line.drill?.as_ref().into(),
            left: ids(line.left.unwrap_or_default()),
        },
        "sprint" => EventKind::Sprint(Box::new(sprint_of(line, interner)?)),
        "heard" => EventKind::Heard {
            target: line.target?.as_ref().into(),
            by: line.name?.into_owned(),
            rating: line.rating.and_then(Rating::from_number)?,
        },
        "note" => EventKind::Note {
            drill: line.drill?.as_ref().into(),
            question: line.question?.as_ref().into(),
            text: line.note.unwrap_or_default().into_owned(),
        },
        _ => return None,
    };
    Some(Event { meta, kind: what })
}

fn sprint_of(line: Line, interner: &mut Interner) -> Option<SprintAnswer> {
    let answer: Option<AnswerId> = line.answer.flatten().map(|id| interner.get(&id).into());
    Some(SprintAnswer {
        sprint: interner.get(&line.sprint?).into(),
        question: interner.get(&line.question?).into(),
        category: category_of(line.category),
        right: line.right.unwrap_or(false) && answer.is_some(),
        answer,
        seconds: finite(line.took.unwrap_or(0.0)),
        limit: line.limit.unwrap_or(0),
    })
}
