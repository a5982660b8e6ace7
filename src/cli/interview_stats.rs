//! `greenroom interview stats`: what real interviews say in figures, with how sure they are.

use super::reading::Everything;
use crate::app::overview::interview_stats::kindness;
use crate::domain::interview::stats::{Calibration, ENOUGH, Funnel, Step, calibration, funnel, prepared};
use crate::text::shown::Shown;
use crate::text::time::{count, day};

/// The figures as lines.
pub(super) fn text(all: &Everything) -> String {
    let (now, zone) = (all.now.wall, &all.zone);
    let mut out = String::new();
    if all.interviews.is_empty() {
        let none = "No interviews yet. Add one with `greenroom interview add COMPANY`.\n";
        return all.nothing(none).to_owned();
    }
    steps(&mut out, &funnel(&all.interviews, now, zone));
    let sum = prepared(&all.interviews);
    let asked = sum.asked + sum.unlinked;
    let words = sum
        .words()
        .or_else(|| (asked > 0).then(|| format!("{} asked; nothing was noted as prepared.", count(asked, "question"))));
    out.extend(words.map(|words| format!("\n{words}\n")));
    pairs(&mut out, &calibration(&all.interviews, &all.history, (now, zone)));
    out
}

fn steps(out: &mut String, funnel: &Funnel) {
    for step in &funnel.steps {
        let line = format!(
            "{:<16}{:>4}{}{}",
            step.stage.label(),
            step.reached,
            days(step),
            odds(step)
        );
        out.push_str(&format!("{}\n", line.trim_end()));
    }
    out.push_str(&format!("{} open, {} cold\n", funnel.open, funnel.cold));
    if funnel.steps.iter().all(|step| step.odds.is_none()) {
        out.push_str(&format!(
            "Odds are said from {ENOUGH} interviews on; fewer say nothing.\n"
        ));
    } else {
        out.push_str("In brackets stands what the share could as well be (95 %).\n");
    }
}

fn days(step: &Step) -> String {
    step.days.map_or(String::new(), |days| {
        format!("   {} to the next", count(days.round() as usize, "day"))
    })
}

fn odds(step: &Step) -> String {
    step.odds.map_or(String::new(), |odds| format!("   {odds}"))
}

fn pairs(out: &mut String, calibration: &Calibration) {
    for pair in &calibration.pairs {
        let (practice, real) = (pair.practice.word(), pair.real.word());
        let said = format!(
            "  {}  {} at {}: {practice} in practice, {real} there",
            day(pair.day),
            pair.question,
            pair.company
        );
        out.push_str(&format!("{}\n", Shown::new(&said)));
    }
    if let Some(words) = kindness(calibration) {
        out.push_str(&format!("In practice {words}.\n"));
    }
}
