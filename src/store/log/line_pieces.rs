//! The pieces a line of the log is made of.

use serde::{Deserialize, Serialize};
use std::borrow::Cow;

use crate::domain::category::Category;
use crate::domain::history::attempt::BeatsTold;
use crate::domain::rating::{Dimension, Rating};

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::store) struct Seconds {
    pub(in crate::store) think: f64,
    pub(in crate::store) speak: f64,
    pub(in crate::store) over: f64,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::store) struct SplitLine {
    pub(in crate::store) situation: Option<f64>,
    pub(in crate::store) task: Option<f64>,
    pub(in crate::store) action: Option<f64>,
    pub(in crate::store) result: Option<f64>,
    pub(in crate::store) reflection: Option<f64>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::store) struct Dimensions {
    pub(in crate::store) structure: Option<u8>,
    pub(in crate::store) own_part: Option<u8>,
    pub(in crate::store) evidence: Option<u8>,
    pub(in crate::store) fit: Option<u8>,
    pub(in crate::store) reflection: Option<u8>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::store) struct BeatsLine {
    pub(in crate::store) hit: Vec<String>,
    pub(in crate::store) missed: Vec<String>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(in crate::store) struct ProbeLine {
    pub(in crate::store) ask: String,
    pub(in crate::store) seconds: f64,
}

pub(in crate::store) fn dimensions_line(values: [Option<Rating>; 5]) -> Dimensions {
    let [structure, own_part, evidence, fit, reflection] =
        Dimension::ALL.map(|which| values[which as usize].map(Rating::number));
    Dimensions {
        structure,
        own_part,
        evidence,
        fit,
        reflection,
    }
}

pub(in crate::store) fn dimensions_of(line: Dimensions) -> [Option<Rating>; 5] {
    [line.structure, line.own_part, line.evidence, line.fit, line.reflection]
        .map(|number| number.and_then(Rating::from_number))
}

pub(in crate::store) fn beats_line(beats: &BeatsTold) -> BeatsLine {
    BeatsLine {
        hit: beats.hit.clone(),
        missed: beats.missed.clone(),
    }
}

pub(in crate::store) fn beats_of(line: BeatsLine) -> BeatsTold {
    BeatsTold {
        hit: line.hit,
        missed: line.missed,
    }
}

/// A time that is a number of seconds within a day, whatever the file says.
pub(in crate::store) fn finite(seconds: f64) -> f64 {
    if seconds.is_finite() {
        seconds.clamp(0.0, 86_400.0)
    } else {
        0.0
    }
}

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

/// The category with this id; *unsorted* where it is not known.
pub(super) fn category_of(id: Option<Cow<str>>) -> Category {
    id.and_then(|id| Category::from_id(&id)).unwrap_or(Category::Unsorted)
}
