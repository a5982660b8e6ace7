//! The pieces a line of the log is made of.

use serde::{Deserialize, Serialize};

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
