//! Which probe is asked next: the one about what was missing.

use super::Turn;
use crate::domain::part::Part;
use crate::domain::question::{Parts, Probe, Question};

/// The time a probe is given, in seconds.
pub const PROBE_SECONDS: u32 = 45;

/// The probe that is always allowed, once a question.
pub const DIFFERENTLY: &str = "What would you do differently today?";

/// The share of the speaking time below which Action counts as thin.
const THIN_ACTION: f64 = 0.4;

/// The next probe for what was told, or none when all that fit have been asked.
///
/// Order: a part never reached (result first), an action under 40 % of the time, probes that fit any time, the rest in
/// the bank's order, then [`DIFFERENTLY`].
pub fn next_probe(question: &Question, telling: &Turn) -> Option<String> {
    let asked = |ask: &str| telling.probes.iter().any(|probe| probe.ask == ask);
    let open: Vec<&Probe> = question.probes.iter().filter(|probe| !asked(&probe.ask)).collect();
    missing(telling)
        .iter()
        .find_map(|part| open.iter().find(|probe| probe.when == Some(*part)))
        .or_else(|| open.iter().find(|probe| probe.when.is_none()))
        .or_else(|| open.first())
        .map(|probe| probe.ask.clone())
        .or_else(|| (!asked(DIFFERENTLY) && question.parts == Parts::Star).then(|| DIFFERENTLY.to_owned()))
}

/// The parts that were missing or thin, the weightiest first; none unless the parts were marked.
fn missing(telling: &Turn) -> Vec<Part> {
    let Some(split) = telling.split() else {
        return Vec::new();
    };
    let mut missing: Vec<Part> = [
        Part::Result,
        Part::Action,
        Part::Reflection,
        Part::Task,
        Part::Situation,
    ]
    .into_iter()
    .filter(|part| split.of(*part).is_none())
    .collect();
    let spoken: f64 = split.0.iter().flatten().sum();
    if split
        .of(Part::Action)
        .is_some_and(|action| action < THIN_ACTION * spoken)
    {
        let place = usize::from(missing.first() == Some(&Part::Result));
        missing.insert(place, Part::Action);
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::category::Category;
    use crate::domain::question::Origin;
    use crate::domain::question::level::Levels;
    use std::time::Duration;

    fn question() -> Question {
        let probe = |ask: &str, when| Probe { ask: ask.into(), when };
        Question {
            id: "q".into(),
            ask: "Ask.".into(),
            also: crate::domain::question::Also::default(),
            common: false,
            category: Category::Failure,
            levels: Levels::ALL,
            tags: Vec::new(),
            speak: None,
            parts: Parts::Star,
            scored: true,
            probes: vec![
                probe("own part?", Some(Part::Action)),
                probe("any time?", None),
                probe("outcome?", Some(Part::Result)),
            ],
            listen_for: Vec::new(),
            origin: Origin::BuiltIn,
        }
    }

    fn telling(reached: &[u64], spoken: u64) -> Turn {
        let mut telling = Turn::new("q".into(), 120, Parts::Star);
        telling.reached = reached.iter().map(|s| Duration::from_secs(*s)).collect();
        telling.spoken = Duration::from_secs(spoken);
        telling
    }

    #[test]
    fn a_result_never_reached_brings_the_outcome_probe() {
        assert_eq!(
            next_probe(&question(), &telling(&[10, 20], 90)).as_deref(),
            Some("outcome?")
        );
    }

    #[test]
    fn a_thin_action_asks_for_ones_own_part() {
        let told = telling(&[40, 60, 80, 100], 120);
        assert_eq!(next_probe(&question(), &told).as_deref(), Some("own part?"));
    }

    #[test]
    fn without_marks_a_probe_for_any_time_comes_first_and_none_comes_twice() {
        let mut told = telling(&[], 90);
        let mut asked = Vec::new();
        while let Some(ask) = next_probe(&question(), &told) {
            told.probes.push(crate::domain::history::attempt::ProbeAsked {
                ask: ask.clone(),
                seconds: 1.0,
            });
            asked.push(ask);
        }
        assert_eq!(asked, ["any time?", "own part?", "outcome?", DIFFERENTLY]);
    }
}
