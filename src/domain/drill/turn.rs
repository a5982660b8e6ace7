//! One question of a drill, as far as it is told.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::domain::answer::Beat;
use crate::domain::clock::Stopwatch;
use crate::domain::history::attempt::{BeatsTold, ProbeAsked, Split};
use crate::domain::id::{AnswerId, EventId, QuestionId};
use crate::domain::part::Part;
use crate::domain::question::Parts;
use crate::domain::rating::Rating;

/// One question of the drill, as far as it is told.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// What is asked.
    pub question: QuestionId,
    /// Seconds to speak.
    pub target: u32,
    /// Whether the answer is told in parts.
    pub parts: Parts,
    /// Thinking, done.
    pub thought: Duration,
    /// Speaking, done.
    pub spoken: Duration,
    /// When each part was reached, in speaking time; the first is set by the first `Tab`.
    pub reached: Vec<Duration>,
    /// Time stopped while speaking.
    pub stopped: Stopwatch,
    /// Gaps in the clock, in seconds.
    pub gaps: Vec<f64>,
    /// Probes asked.
    pub probes: Vec<ProbeAsked>,
    /// The rating foretold.
    pub guess: Option<Rating>,
    /// The note.
    pub note: String,
    /// The rating given.
    pub rating: Option<Rating>,
    /// The five dimensions.
    pub dimensions: [Option<Rating>; 5],
    /// The answer told.
    pub answer: Option<AnswerId>,
    /// Its beats.
    pub beats: Vec<Beat>,
    /// Which beats were said; none until one was ticked.
    pub said: Option<BTreeSet<usize>>,
    /// The attempt on disk, once rated.
    pub attempt: Option<EventId>,
    /// Left without a rating.
    pub skipped: bool,
}

impl Turn {
    /// A question not yet begun.
    pub fn new(question: QuestionId, target: u32, parts: Parts) -> Turn {
        Turn {
            question,
            target,
            parts,
            thought: Duration::ZERO,
            spoken: Duration::ZERO,
            reached: Vec::new(),
            stopped: Stopwatch::default(),
            gaps: Vec::new(),
            probes: Vec::new(),
            guess: None,
            note: String::new(),
            rating: None,
            dimensions: [None; 5],
            answer: None,
            beats: Vec::new(),
            said: None,
            attempt: None,
            skipped: false,
        }
    }

    /// The part being told after so many marks; none where there are no parts.
    pub fn part(&self) -> Option<Part> {
        (self.parts == Parts::Star).then(|| Part::ALL[self.reached.len().min(4)])
    }

    /// Seconds in each part with `spoken` told so far; none unless a part was marked.
    pub fn split_at(&self, spoken: Duration) -> Option<Split> {
        if self.reached.is_empty() {
            return None;
        }
        let mut split = Split::default();
        let mut start = Duration::ZERO;
        for (part, end) in self.reached.iter().chain([&spoken]).enumerate() {
            split.0[part] = Some(round(end.saturating_sub(start)));
            start = *end;
        }
        Some(split)
    }

    /// The split of what was spoken.
    pub fn split(&self) -> Option<Split> {
        self.split_at(self.spoken)
    }

    /// Seconds past the target.
    pub fn over(&self) -> f64 {
        (round(self.spoken) - f64::from(self.target)).max(0.0)
    }

    /// Whether it has a rating that was not taken back.
    pub fn rated(&self) -> bool {
        self.attempt.is_some() && self.rating.is_some()
    }

    /// The beats as they are written down.
    pub fn beats_told(&self) -> Option<BeatsTold> {
        let said = self.said.as_ref()?;
        let mut told = BeatsTold::default();
        for (place, beat) in self.beats.iter().enumerate() {
            let list = if said.contains(&place) {
                &mut told.hit
            } else {
                &mut told.missed
            };
            list.push(beat.text.clone());
        }
        Some(told)
    }
}

/// Seconds to a tenth.
pub fn round(time: Duration) -> f64 {
    (time.as_secs_f64() * 10.0).round() / 10.0
}
