//! An event as one line of JSON.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::io;

use super::attempt_line::{attempt_line, attempt_of};
use super::interner::Interner;
use super::line_pieces::{
    BeatsLine, Dimensions, ProbeLine, Seconds, SplitLine, beats_line, beats_of, dimensions_line, dimensions_of, finite,
};
use crate::domain::category::Category;
use crate::domain::history::attempt::Change;
use crate::domain::history::event::{DrillBegun, Event, Stamp, What};
use crate::domain::history::sprint_answer::Taken;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::rating::Rating;
use crate::store::files::limits::LINE_BYTES;
use crate::store::files::said::Said;

/// One line; every kind of event uses some of the fields.
#[allow(
    clippy::option_option,
    reason = "a key that is left out and one that is null mean different things"
)]
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::store) struct Line<'a> {
    pub(super) v: u32,
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) dev: Cow<'a, str>,
    #[serde(borrow)]
    pub(super) run: Cow<'a, str>,
    pub(super) n: u64,
    pub(super) t: i64,
    pub(super) off: i32,
    #[serde(rename = "type", borrow)]
    pub(super) kind: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none", borrow)]
    pub(super) target: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none", borrow)]
    pub(super) question: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none", borrow)]
    pub(super) wording: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none", borrow)]
    pub(super) category: Option<Cow<'a, str>>,
    /// The inner none is written as null: no answer.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present", borrow)]
    pub(super) answer: Option<Option<Cow<'a, str>>>,
    #[serde(skip_serializing_if = "Option::is_none", borrow)]
    pub(super) version: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rating: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) seconds: Option<Seconds>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) split: Option<SplitLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) paused: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) gaps: Option<Vec<f64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) guess: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) expected: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) dimensions: Option<Dimensions>,
    /// The inner none is written as null: none ticked.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "present")]
    pub(super) beats: Option<Option<BeatsLine>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) probes_asked: Option<Vec<ProbeLine>>,
    #[serde(skip_serializing_if = "Option::is_none", borrow)]
    pub(super) note: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none", borrow)]
    pub(super) pick: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) seed: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none", borrow)]
    pub(super) drill: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) taken_back: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none", borrow)]
    pub(super) name: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) questions: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) think: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) speak: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) probes: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none", borrow)]
    pub(super) resumes: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) left: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none", borrow)]
    pub(super) sprint: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) took: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) limit: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) right: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) late: Option<bool>,
}

/// A field that is there, though it may be null.
#[allow(clippy::option_option, reason = "the outer one says that the key is there")]
fn present<'de, D, T>(deserializer: D) -> Result<Option<Option<T>>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::<T>::deserialize(deserializer).map(Some)
}

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
    let stamp = &event.stamp;
    let mut line = Line {
        v: VERSION,
        id: stamp.id.as_str().into(),
        dev: (&*stamp.dev).into(),
        run: (&*stamp.run).into(),
        n: stamp.n,
        t: stamp.t.as_millisecond(),
        off: stamp.off,
        ..Line::default()
    };
    match &event.what {
        What::Attempt(attempt) => attempt_line(&mut line, attempt),
        What::Correction { target, change } => {
            line.kind = "correction".into();
            line.target = Some(target.as_str().into());
            line.rating = change.rating.map(Rating::number);
            line.answer = change
                .answer
                .as_ref()
                .map(|answer| answer.as_ref().map(|(id, _)| id.as_str().into()));
            line.version = change
                .answer
                .as_ref()
                .and_then(|answer| answer.as_ref().map(|(_, hash)| (&**hash).into()));
            line.dimensions = change.dimensions.map(dimensions_line);
            line.beats = change.beats.as_ref().map(|beats| beats.as_ref().map(beats_line));
            line.note = change.note.as_deref().map(Into::into);
            line.taken_back = change.taken_back;
        }
        What::Drill(begun) => {
            line.kind = "drill".into();
            line.drill = Some(begun.drill.as_str().into());
            line.name = Some(begun.name.as_str().into());
            line.questions = Some(begun.questions.iter().map(ToString::to_string).collect());
            line.think = Some(begun.think);
            line.speak = Some(begun.speak);
            line.probes = Some(begun.probes);
            line.resumes = begun.resumes.as_ref().map(|id| id.as_str().into());
        }
        What::DrillEnded { drill, left } => {
            line.kind = "drill-ended".into();
            line.drill = Some(drill.as_str().into());
            line.left = Some(left.iter().map(ToString::to_string).collect());
        }
        What::Sprint(taken) => {
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
        What::Heard { target, by, rating } => {
            line.kind = "heard".into();
            line.target = Some(target.as_str().into());
            line.name = Some(by.as_str().into());
            line.rating = Some(rating.number());
        }
        What::Note { drill, question, text } => {
            line.kind = "note".into();
            line.drill = Some(drill.as_str().into());
            line.question = Some(question.as_str().into());
            line.note = Some(text.as_str().into());
        }
    }
    line
}

fn event_of(line: Line, interner: &mut Interner) -> Option<Event> {
    let stamp = Stamp {
        t: Timestamp::from_millisecond(line.t).ok()?,
        dev: interner.get(&line.dev),
        run: interner.get(&line.run),
        n: line.n,
        id: (&*line.id).into(),
        off: line.off,
    };
    let ids = |ids: Vec<String>| ids.into_iter().map(QuestionId::from).collect::<Vec<_>>();
    let what = match &*line.kind {
        "attempt" => What::Attempt(Box::new(attempt_of(line, &stamp, interner)?)),
        "correction" => What::Correction {
            target: line.target?.as_ref().into(),
            change: Change {
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
        "drill" => What::Drill(DrillBegun {
            drill: line.drill?.as_ref().into(),
            name: line.name.unwrap_or_default().into_owned(),
            questions: ids(line.questions.unwrap_or_default()),
            think: finite(line.think.unwrap_or(0.0)),
            speak: finite(line.speak.unwrap_or(0.0)),
            probes: line.probes.unwrap_or(0),
            resumes: line.resumes.map(|id| id.as_ref().into()),
        }),
        "drill-ended" => What::DrillEnded {
            drill: line.drill?.as_ref().into(),
            left: ids(line.left.unwrap_or_default()),
        },
        "sprint" => {
            let answer: Option<AnswerId> = line.answer.flatten().map(|id| interner.get(&id).into());
            What::Sprint(Box::new(Taken {
                sprint: interner.get(&line.sprint?).into(),
                question: interner.get(&line.question?).into(),
                category: category_of(line.category),
                right: line.right.unwrap_or(false) && answer.is_some(),
                answer,
                seconds: finite(line.took.unwrap_or(0.0)),
                limit: line.limit.unwrap_or(0),
            }))
        }
        "heard" => What::Heard {
            target: line.target?.as_ref().into(),
            by: line.name?.into_owned(),
            rating: line.rating.and_then(Rating::from_number)?,
        },
        "note" => What::Note {
            drill: line.drill?.as_ref().into(),
            question: line.question?.as_ref().into(),
            text: line.note.unwrap_or_default().into_owned(),
        },
        _ => return None,
    };
    Some(Event { stamp, what })
}

pub(super) fn category_of(id: Option<Cow<str>>) -> Category {
    id.and_then(|id| Category::from_id(&id)).unwrap_or(Category::Unsorted)
}
