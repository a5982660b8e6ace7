//! How interviews went so far, small and honest: how many came how far, and practice beside the real thing.

use jiff::Timestamp;

use crate::app::workspace::Workspace;
use crate::domain::interview::stats::{Calibration, Funnel, Stage, Step, calibration, funnel};
use crate::text::time::count;

impl Workspace {
    /// How it went so far: a word and what is to be said of it; nothing without an interview.
    pub(super) fn so_far(&self, now: Timestamp) -> Vec<(&'static str, String)> {
        if self.interviews.is_empty() {
            return Vec::new();
        }
        let zone = &self.zone;
        let funnel = funnel(&self.interviews, now, zone);
        let beside = calibration(&self.interviews, &self.history, (now, zone));
        let mut lines = vec![("So far", reached(&funnel))];
        lines.extend(days(&funnel).map(|days| ("Days, median", days)));
        lines.extend(odds(&funnel).map(|odds| ("Odds", odds)));
        lines.extend(kindness(&beside).map(|words| ("Practice", words)));
        lines
    }
}

fn reached(funnel: &Funnel) -> String {
    let steps = funnel.steps.iter().map(|step| match (step.stage, step.reached) {
        (Stage::Offered, 0) => "no offer yet".to_owned(),
        (Stage::Offered, offers) => count(offers, "offer"),
        (stage, reached) => format!("{reached} {}", stage.label()),
    });
    let cold = (funnel.cold > 0).then(|| format!("{} cold", funnel.cold));
    steps.chain(cold).collect::<Vec<_>>().join(" · ")
}

fn days(funnel: &Funnel) -> Option<String> {
    steps(funnel, |step| {
        let to = match step.stage {
            Stage::Applied => "to the first talk",
            Stage::Screened => "more to the onsite",
            Stage::Onsite => "more to the offer",
            Stage::Offered => return None,
        };
        Some(format!("{} {to}", step.days?))
    })
}

fn odds(funnel: &Funnel) -> Option<String> {
    steps(funnel, |step| {
        let after = match step.stage {
            Stage::Applied => "applying",
            Stage::Screened => "a first talk",
            Stage::Onsite => "an onsite or panel",
            Stage::Offered => return None,
        };
        Some(format!("after {after} {}", step.odds?))
    })
}

/// What is said of the steps that something is said of.
fn steps(funnel: &Funnel, said: impl FnMut(&Step) -> Option<String>) -> Option<String> {
    let said: Vec<String> = funnel.steps.iter().filter_map(said).collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

/// Whether practice is rated as it goes for real.
pub fn kindness(beside: &Calibration) -> Option<String> {
    if let (Some(kinder), Some(within)) = (beside.kinder, beside.within) {
        let of = count(beside.pairs.len(), "question");
        return Some(match (kinder - within > 0.0, kinder + within < 0.0) {
            (true, _) => {
                format!("you rate it {kinder:.1} steps kinder than it goes, give or take {within:.1}, in {of}")
            }
            (_, true) => format!(
                "it goes {:.1} steps better than you rate it, give or take {within:.1}, in {of}",
                -kinder
            ),
            _ => format!("you rate it about as it goes, in {of}"),
        });
    }
    let pairs = &beside.pairs;
    let worse = pairs.iter().filter(|pair| pair.real < pair.practice).count();
    let better = pairs.iter().filter(|pair| pair.real > pair.practice).count();
    let same = pairs.len() - worse - better;
    let of = count(pairs.len(), "practised question");
    (!pairs.is_empty())
        .then(|| format!("{of} asked for real: {same} went as practised, {worse} worse, {better} better"))
}
