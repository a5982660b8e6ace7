//! An attempt in its line of the log.

use super::interner::Interner;
use super::line_pieces::{
    Line, ProbeLine, Seconds, SplitLine, beats_line, beats_of, category_of, dimensions_line, dimensions_of, finite,
};
use crate::domain::history::attempt::{Attempt, Pick, ProbeAsked, Split};
use crate::domain::history::event::EventMeta;
use crate::domain::part::Part;
use crate::domain::rating::Rating;

/// Writes an attempt into its line.
pub(super) fn attempt_line<'a>(line: &mut Line<'a>, attempt: &'a Attempt) {
    line.kind = "attempt".into();
    line.question = Some(attempt.question.as_str().into());
    line.wording = Some((&*attempt.wording).into());
    line.category = Some(attempt.category.id().into());
    line.answer = Some(attempt.answer.as_ref().map(|id| id.as_str().into()));
    line.version = attempt.version.as_deref().map(Into::into);
    line.rating = Some(attempt.rating.number());
    line.seconds = Some(Seconds {
        think: attempt.think,
        speak: attempt.speak,
        over: attempt.over,
    });
    line.split = attempt.split.map(|split| SplitLine {
        situation: split.of(Part::Situation),
        task: split.of(Part::Task),
        action: split.of(Part::Action),
        result: split.of(Part::Result),
        reflection: split.of(Part::Reflection),
    });
    line.paused = Some(attempt.paused);
    line.gaps = Some(attempt.gaps.clone());
    line.guess = attempt.guess.map(Rating::number);
    line.expected = attempt.expected;
    line.dimensions = Some(dimensions_line(attempt.dimensions));
    line.beats = attempt.beats.as_ref().map(|beats| Some(beats_line(beats)));
    line.probes_asked = Some(
        attempt
            .probes
            .iter()
            .map(|probe| ProbeLine {
                ask: probe.ask.clone(),
                seconds: probe.seconds,
            })
            .collect(),
    );
    line.note = Some(attempt.note.as_str().into());
    line.pick = attempt.pick.map(|pick| pick.id().into());
    line.seed = Some(attempt.seed);
    line.drill = Some(attempt.drill.as_str().into());
    line.taken_back = Some(attempt.taken_back);
}

/// The attempt a line holds; none where it lacks something.
pub(super) fn attempt_of(line: Line, meta: &EventMeta, interner: &mut Interner) -> Option<Attempt> {
    let seconds = line.seconds.unwrap_or_default();
    let question = line.question?;
    Some(Attempt {
        id: meta.id.clone(),
        t: meta.t,
        off: meta.off,
        question: interner.get(&question).into(),
        wording: interner.get(&line.wording.unwrap_or_default()),
        category: category_of(line.category),
        answer: line.answer.flatten().map(|id| interner.get(&id).into()),
        version: line.version.map(|hash| interner.get(&hash)),
        rating: line.rating.and_then(Rating::from_number)?,
        think: finite(seconds.think),
        speak: finite(seconds.speak),
        over: finite(seconds.over),
        split: line.split.map(|split| {
            Split(
                [
                    split.situation,
                    split.task,
                    split.action,
                    split.result,
                    split.reflection,
                ]
                .map(|s| s.map(finite)),
            )
        }),
        paused: finite(line.paused.unwrap_or(0.0)),
        gaps: line.gaps.unwrap_or_default(),
        guess: line.guess.and_then(Rating::from_number),
        expected: line.expected.filter(|expected| (0.0..=1.0).contains(expected)),
        dimensions: dimensions_of(line.dimensions.unwrap_or_default()),
        beats: line.beats.flatten().map(beats_of),
        probes: line
            .probes_asked
            .unwrap_or_default()
            .into_iter()
            .map(|probe| ProbeAsked {
                ask: probe.ask,
                seconds: finite(probe.seconds),
            })
            .collect(),
        note: line.note.unwrap_or_default().into_owned(),
        pick: line.pick.and_then(|word| Pick::from_id(&word)),
        seed: line.seed.unwrap_or(0),
        drill: interner.get(&line.drill.unwrap_or_default()).into(),
        taken_back: line.taken_back.unwrap_or(false),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::history::event::{Event, EventKind};
    use crate::store::log::line::{read, write};

    /// A line as it was written before anything was expected.
    const OLDER: &str = r#"{"v":1,"id":"01900000-0000-7000-8000-000000000001","dev":"a","run":"r","n":1,"t":1700000000000,"off":3600,"type":"attempt","question":"q","wording":"w","category":"conflict","answer":null,"rating":3,"seconds":{"think":1.0,"speak":60.0,"over":0.0},"paused":0.0,"gaps":[],"dimensions":{},"probes_asked":[],"note":"","seed":1,"drill":"d","taken_back":false}"#;

    fn attempt_in(line: &str) -> (Event, Attempt) {
        let event = read(line.as_bytes(), &mut Interner::default()).unwrap().unwrap();
        let attempt = match &event.kind {
            EventKind::Attempt(attempt) => Some((**attempt).clone()),
            _ => None,
        };
        let attempt = attempt.unwrap();
        (event, attempt)
    }

    #[test]
    fn a_line_of_an_older_version_is_read_as_before_and_nothing_was_expected() {
        let (event, attempt) = attempt_in(OLDER);
        assert_eq!(
            (attempt.rating, attempt.expected, attempt.off),
            (Rating::Solid, None, 3600)
        );
        assert!(!write(&event).unwrap().contains("expected"));
    }

    #[test]
    fn what_was_expected_is_written_and_read_back_and_no_chance_beyond_one_is() {
        let (mut event, mut attempt) = attempt_in(OLDER);
        attempt.expected = Some(0.4375);
        event.kind = EventKind::Attempt(Box::new(attempt.clone()));
        let line = write(&event).unwrap();
        assert_eq!(attempt_in(line.trim_end()).1, attempt);
        assert_eq!(attempt_in(&line.trim_end().replace("0.4375", "1.5")).1.expected, None);
    }
}
