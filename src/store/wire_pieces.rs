//! The pieces a line of the log is made of.

use serde::{Deserialize, Serialize};

use crate::domain::history::attempt::BeatsTold;
use crate::domain::rating::{Dimension, Rating};

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Seconds {
    pub(super) think: f64,
    pub(super) speak: f64,
    pub(super) over: f64,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct SplitLine {
    pub(super) situation: Option<f64>,
    pub(super) task: Option<f64>,
    pub(super) action: Option<f64>,
    pub(super) result: Option<f64>,
    pub(super) reflection: Option<f64>,
}

#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct Dimensions {
    pub(super) structure: Option<u8>,
    pub(super) own_part: Option<u8>,
    pub(super) evidence: Option<u8>,
    pub(super) fit: Option<u8>,
    pub(super) reflection: Option<u8>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct BeatsLine {
    pub(super) hit: Vec<String>,
    pub(super) missed: Vec<String>,
}

#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct ProbeLine {
    pub(super) ask: String,
    pub(super) seconds: f64,
}

pub(super) fn dimensions_line(values: [Option<Rating>; 5]) -> Dimensions {
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

pub(super) fn dimensions_of(line: Dimensions) -> [Option<Rating>; 5] {
    [line.structure, line.own_part, line.evidence, line.fit, line.reflection]
        .map(|number| number.and_then(Rating::from_number))
}

pub(super) fn beats_line(beats: &BeatsTold) -> BeatsLine {
    BeatsLine {
        hit: beats.hit.clone(),
        missed: beats.missed.clone(),
    }
}

pub(super) fn beats_of(line: BeatsLine) -> BeatsTold {
    BeatsTold {
        hit: line.hit,
        missed: line.missed,
    }
}

/// A time that is a number of seconds within a day, whatever the file says.
pub(super) fn finite(seconds: f64) -> f64 {
    if seconds.is_finite() {
        seconds.clamp(0.0, 86_400.0)
    } else {
        0.0
    }
}
