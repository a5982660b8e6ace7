//! How interviews went so far, small and honest: how many came how far, and practice beside the real thing.

use crate::app::state::App;
use crate::domain::interview::Interview;
use crate::domain::moment::Moment;
use crate::domain::retrospect::{Calibration, Funnel, Stage, calibration, funnel, prepared};
use crate::text::time::count;

impl App {
    /// How it went so far: a word and what is to be said of it; nothing without an interview.
    pub(super) fn so_far(&self, now: Moment) -> Vec<(&'static str, String)> {
        if self.interviews.is_empty() {
            return Vec::new();
        }
        let zone = &self.birth.zone;
        let funnel = funnel(&self.interviews, now.wall, zone);
        let beside = calibration(&self.interviews, &self.history, (now.wall, zone));
        let mut lines = vec![("So far", reached(&funnel))];
        lines.extend(days(&funnel).map(|days| ("Days between", days)));
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
    let steps = funnel.steps.iter().filter_map(|step| {
        let to = match step.stage {
            Stage::Applied => "to the first talk",
            Stage::Screened => "on to the onsite",
            Stage::Onsite => "on to the offer",
            Stage::Offered => return None,
        };
        Some(format!("{} {to}", step.days?))
    });
    let steps = steps.collect::<Vec<_>>().join(" · ");
    (!steps.is_empty()).then(|| format!("{steps}, in the middle"))
}

fn odds(funnel: &Funnel) -> Option<String> {
    let percent = |share: f64| format!("{:.0}", share * 100.0);
    let steps = funnel.steps.iter().filter_map(|step| {
        let odds = step.odds?;
        let (share, low, high) = (percent(odds.share), percent(odds.low), percent(odds.high));
        Some(format!(
            "{share} % went on from {} ({low} to {high})",
            step.stage.label()
        ))
    });
    let steps = steps.collect::<Vec<_>>().join(" · ");
    (!steps.is_empty()).then_some(steps)
}

/// Whether practice is rated as it goes for real.
fn kindness(beside: &Calibration) -> Option<String> {
    if let (Some(kinder), Some(within)) = (beside.kinder, beside.within) {
        let of = count(beside.pairs.len(), "question");
        return Some(match (kinder - within > 0.0, kinder + within < 0.0) {
            (true, _) => format!("you rate it {kinder:.1} kinder than it goes, give or take {within:.1}, in {of}"),
            (_, true) => format!(
                "it goes {:.1} better than you rate it, give or take {within:.1}, in {of}",
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

/// Prepared against asked, in words.
pub fn prepared_words(one: &Interview) -> String {
    let sum = prepared([one]);
    if sum.prepared == 0 {
        return "Nothing was noted as prepared; p before the next round does that.".to_owned();
    }
    format!(
        "Of {} asked you had prepared {}; of {} prepared they asked {}.",
        count(sum.asked + sum.unlinked, "question"),
        sum.both,
        sum.prepared,
        sum.both
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::retrospect::{Odds, Step};

    fn step(stage: Stage, reached: usize, days: Option<f64>, odds: Option<Odds>) -> Step {
        Step {
            stage,
            reached,
            ended: 0,
            days,
            odds,
        }
    }

    #[test]
    fn the_funnel_is_said_in_a_line_and_odds_only_where_there_are_enough() {
        let mut funnel = Funnel {
            steps: vec![
                step(Stage::Applied, 9, Some(6.5), None),
                step(Stage::Screened, 9, Some(14.0), None),
                step(Stage::Onsite, 2, None, None),
                step(Stage::Offered, 0, None, None),
            ],
            cold: 1,
            open: 3,
        };
        assert_eq!(
            reached(&funnel),
            "9 applied · 9 spoken to · 2 onsite or panel · no offer yet · 1 cold"
        );
        let between = days(&funnel);
        assert_eq!(
            between.as_deref(),
            Some("6.5 to the first talk · 14 on to the onsite, in the middle")
        );
        assert_eq!(odds(&funnel), None);
        funnel.steps[1].odds = Odds::of(2, 9);
        funnel.steps[3].reached = 1;
        assert_eq!(odds(&funnel).as_deref(), Some("22 % went on from spoken to (6 to 55)"));
        assert!(reached(&funnel).contains("1 offer"));
    }

    #[test]
    fn practice_beside_the_real_thing_is_counted_until_there_is_enough_for_more() {
        let mut beside = Calibration::default();
        assert_eq!(kindness(&beside), None);
        for (kinder, words) in [
            (
                0.6,
                "you rate it 0.6 kinder than it goes, give or take 0.3, in 0 questions",
            ),
            (
                -0.6,
                "it goes 0.6 better than you rate it, give or take 0.3, in 0 questions",
            ),
            (0.1, "you rate it about as it goes, in 0 questions"),
        ] {
            (beside.kinder, beside.within) = (Some(kinder), Some(0.3));
            assert_eq!(kindness(&beside).as_deref(), Some(words));
        }
    }
}
