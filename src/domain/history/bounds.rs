//! How much of one event is written down. The log has one line an event, and a line is read up to 64 KB; every part
//! of an event that could be of any length has a bound here, and together they fit.
//!
//! Lengths are in bytes as JSON writes them, where a control character takes six.

use super::attempt::{Attempt, AttemptChange, BeatsTold};
use super::event::EventKind;
use crate::domain::id::QuestionId;

/// An id of a question or an answer; a longer one is no id.
pub const ID: usize = 200;
/// A note.
pub const NOTE: usize = 16 << 10;
/// All key points of an answer, and one of them.
const BEATS: (usize, usize) = (20 << 10, 1 << 10);
/// All probes of a question, and one of them.
const PROBES: (usize, usize) = (8 << 10, 2 << 10);
/// The name of a person or of a drill.
const NAME: usize = 1 << 10;
/// The questions of a drill; each but the first has a comma.
const QUESTIONS: usize = 48 << 10;
/// Gaps in the clock; what is over is in the last one.
const GAPS: usize = 100;
/// What stands around a text in a list: quotes and a comma.
const AROUND: usize = 3;
/// The longest time there is, in seconds.
const DAY: f64 = 86_400.0;

listed! {
    /// What was too long, and is written down in part.
    pub enum Shortened {
        /// What is kept of it, for the person.
        sentence,
    }
    /// The note.
    Note => "The note is longer than 16 KB: its beginning is kept";
    /// The key points.
    Beats => "These key points are longer than fits an attempt: the first ones are kept";
    /// What they asked next.
    Probes => "What they may ask is longer than fits an attempt: its beginning is kept";
    /// A name.
    Name => "The name is longer than 1 KB: its beginning is kept";
    /// The questions of a drill.
    Questions => "The drill has more questions than can be gone on with later: the first ones can";
}

/// Whether an id is short enough to be one.
pub fn fits_as_id(id: &str) -> bool {
    written(id) <= ID
}

impl EventKind {
    /// The event as it is written down, and what of it was too long. What is bounded once stays as it is.
    #[must_use]
    pub fn bounded(mut self) -> (EventKind, Option<Shortened>) {
        let shortened = match &mut self {
            EventKind::Attempt(attempt) => attempt.bound(),
            EventKind::Correction { change, .. } => change.bound(),
            EventKind::Drill(begun) => {
                begun.think = seconds(begun.think);
                begun.speak = seconds(begun.speak);
                let name = shorten(&mut begun.name, NAME).then_some(Shortened::Name);
                keep_first(&mut begun.questions).or(name)
            }
            EventKind::DrillEnded { left, .. } => keep_first(left),
            EventKind::Sprint(taken) => {
                taken.seconds = seconds(taken.seconds);
                None
            }
            EventKind::Heard { by, .. } => shorten(by, NAME).then_some(Shortened::Name),
            EventKind::Note { text, .. } => shorten(text, NOTE).then_some(Shortened::Note),
        };
        (self, shortened)
    }
}

impl Attempt {
    /// Shortens what is too long for one line of the log, and says what was.
    pub fn bound(&mut self) -> Option<Shortened> {
        for time in [&mut self.think, &mut self.speak, &mut self.over, &mut self.paused] {
            *time = seconds(*time);
        }
        for part in self.split.iter_mut().flat_map(|split| &mut split.0) {
            *part = part.map(seconds);
        }
        bound_gaps(&mut self.gaps);
        let mut room = PROBES.0;
        let mut probes = None;
        let all = self.probes.len();
        self.probes.retain_mut(|probe| {
            probe.seconds = seconds(probe.seconds);
            probes = shorten(&mut probe.ask, PROBES.1)
                .then_some(Shortened::Probes)
                .or(probes);
            take(&mut room, written(&probe.ask) + PROBE)
        });
        if self.probes.len() < all {
            probes = Some(Shortened::Probes);
        }
        let beats = self.beats.as_mut().and_then(bound_beats);
        let note = shorten(&mut self.note, NOTE).then_some(Shortened::Note);
        note.or(beats).or(probes)
    }
}

/// What stands around a probe: its keys and its time.
const PROBE: usize = 40;

impl AttemptChange {
    fn bound(&mut self) -> Option<Shortened> {
        let beats = self.beats.as_mut().and_then(Option::as_mut).and_then(bound_beats);
        let note = self.note.as_mut().is_some_and(|note| shorten(note, NOTE));
        note.then_some(Shortened::Note).or(beats)
    }
}

/// Those said come first, then those left out, each whole or with its end cut off.
fn bound_beats(beats: &mut BeatsTold) -> Option<Shortened> {
    let mut room = BEATS.0;
    let mut shortened = None;
    for list in [&mut beats.hit, &mut beats.missed] {
        let all = list.len();
        for beat in list.iter_mut() {
            shortened = shorten(beat, BEATS.1).then_some(Shortened::Beats).or(shortened);
        }
        let kept = list.iter().take_while(|beat| take(&mut room, written(beat) + AROUND));
        let kept = kept.count();
        list.truncate(kept);
        if kept < all {
            room = 0;
            shortened = Some(Shortened::Beats);
        }
    }
    shortened
}

fn bound_gaps(gaps: &mut Vec<f64>) {
    for gap in gaps.iter_mut() {
        *gap = seconds(*gap);
    }
    if gaps.len() > GAPS {
        let over: f64 = gaps.drain(GAPS - 1..).sum();
        gaps.push(seconds(over));
    }
}

/// The first questions, as many as fit.
fn keep_first(questions: &mut Vec<QuestionId>) -> Option<Shortened> {
    let mut room = QUESTIONS;
    let fit = questions
        .iter()
        .take_while(|id| take(&mut room, written(id.as_str()) + AROUND));
    let fit = fit.count();
    let over = fit < questions.len();
    questions.truncate(fit);
    over.then_some(Shortened::Questions)
}

/// Takes so much of the room, if there is so much.
fn take(room: &mut usize, length: usize) -> bool {
    let left = room.checked_sub(length);
    *room = left.unwrap_or(*room);
    left.is_some()
}

/// Cuts a text that is longer, between characters and with an ellipsis at its end; whether it did.
fn shorten(text: &mut String, most: usize) -> bool {
    if written(text) <= most {
        return false;
    }
    let mut room = most - '…'.len_utf8();
    let fit = text.chars().take_while(|c| take(&mut room, length(*c)));
    let end = fit.map(char::len_utf8).sum();
    text.truncate(end);
    text.push('…');
    true
}

/// How long a text is when JSON writes it.
fn written(text: &str) -> usize {
    // Most texts are short however they are written.
    text.chars().map(length).sum()
}

fn length(c: char) -> usize {
    match c {
        '"' | '\\' | '\n' | '\r' | '\t' | '\u{8}' | '\u{c}' => 2,
        c if c < ' ' => 6,
        c => c.len_utf8(),
    }
}

/// A time as it is written: within a day, to the millisecond.
fn seconds(time: f64) -> f64 {
    if time.is_finite() {
        (time.clamp(0.0, DAY) * 1_000.0).round() / 1_000.0
    } else {
        0.0
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_text_is_cut_where_it_must_and_no_earlier(text in ".{0,40}", most in 3_usize..60) {
            prop_assert_eq!(written(&text) + 2, serde_json::to_string(&text).unwrap().len());
            let mut cut = text.clone();
            let shortened = shorten(&mut cut, most);
            prop_assert!(written(&cut) <= most);
            prop_assert_eq!(shortened, cut != text);
            if let Some(kept) = cut.strip_suffix('…').filter(|_| shortened) {
                let next = text[kept.len()..].chars().next().unwrap();
                prop_assert!(text.starts_with(kept) && written(kept) + length(next) + 3 > most);
            }
            prop_assert!(!shorten(&mut cut, most));
        }
    }

    #[test]
    fn what_was_said_is_kept_before_what_was_left_out() {
        let point = "a".repeat(700);
        let mut beats = BeatsTold {
            hit: vec![point.clone(), "b".repeat(2_000)],
            missed: vec![point; 50],
        };
        assert_eq!(bound_beats(&mut beats), Some(Shortened::Beats));
        assert_eq!((beats.hit.len(), beats.hit[1].len()), (2, 1 << 10));
        assert_eq!(beats.missed.len(), 26);
        let kept = beats.clone();
        assert_eq!((bound_beats(&mut beats), beats), (None, kept));
    }
}
