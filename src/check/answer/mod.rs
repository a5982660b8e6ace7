//! What is found in answers: one file for each family of rules, each a pure function over a text that says where.
//!
//! Everything about one answer follows from its [`Draft`] alone, so whoever shows it live asks again after a key and keeps
//! what is found for as long as the text stays. What takes all answers together
//! is in [`all`].

mod change;
pub mod claims;
mod draft;
mod english;
mod evidence;
mod figures;
mod ownership;
mod privacy;
mod shape;
mod spread;
mod told;
mod tone;
mod unfinished;

use std::collections::HashMap;

use jiff::Timestamp;

use super::codes::{Rule, Severity, Tongue};
use super::finding::{Finding, LineStarts};
use crate::domain::answer::Answer;
use crate::domain::days::Local;
use crate::domain::library::Library;
use crate::domain::problem::{Problem, Unread};
use crate::domain::settings::Settings;
use claims::Claim;
pub use draft::{Draft, Mark, rules};
pub use privacy::Private;
use told::Told;

/// What is read from one answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// What is found in it by itself, from the top.
    pub marks: Vec<Mark>,
    /// Its figures.
    pub claims: Vec<Claim>,
    /// By which it is known again.
    grams: Vec<u64>,
}

/// What is found in one answer by itself, from the top. For whoever shows it while it is typed.
pub fn marks(draft: &Draft, private: &Private) -> Vec<Mark> {
    marks_of(&Told::read(draft.text, draft.body), draft, private)
}

/// Reads one answer for itself and to be compared with others.
pub fn read(draft: &Draft, private: &Private) -> Reading {
    let told = Told::read(draft.text, draft.body);
    Reading {
        marks: marks_of(&told, draft, private),
        claims: claims::ledger(&told),
        grams: spread::grams(&told),
    }
}

fn marks_of(told: &Told, draft: &Draft, private: &Private) -> Vec<Mark> {
    let english = english::is_english(told);
    let mut found = unfinished::check(told, draft.body, english);
    let empty = unfinished::empty_parts(told).next().is_some();
    let finished = found.is_empty() && !empty;
    found.extend(shape::check(told, draft, english, finished));
    if english {
        found.extend(evidence::result_bare(told).filter(|_| finished));
        found.extend(evidence::vague(told));
        found.extend(change::check(told));
        found.extend(ownership::check(told));
        found.extend(tone::check(told, draft, finished));
    }
    found.extend(privacy::check(draft.text, draft.body, private));
    found.retain(|mark| !draft.allow.contains(&mark.rule) && (english || mark.rule.code().tongue == Tongue::Any));
    found.sort_by_key(|mark| (mark.bytes.start, mark.rule));
    found
}

/// What is found in each of these answers, by itself and against the others, in their order and from the top.
///
/// The moment and the zone are given where these are all answers there are: then it is also said what they cover.
pub fn all(
    answers: &[Answer],
    library: &Library,
    settings: &Settings,
    private: &Private,
    now: Option<(Timestamp, &Local)>,
) -> Vec<Finding> {
    let readings: Vec<Reading> = answers
        .iter()
        .map(|answer| read(&Draft::of(answer, library, settings), private))
        .collect();
    let mut found: Vec<Finding> = now
        .map(|now| spread::check(answers, library, settings, now))
        .unwrap_or_default();
    for (answer, reading) in answers.iter().zip(&readings) {
        let marks = placed(&answer.path, &answer.text, reading.marks.clone()).into_iter();
        // Key points are a notion of ours: an import cannot bring what nobody had written so.
        found.extend(marks.map(|finding| Finding {
            unlisted: finding.rule == Rule::NoKeyPoints && answer.source.is_some(),
            ..finding
        }));
    }
    found.extend(differing(answers, &readings));
    let grams: Vec<&[u64]> = readings.iter().map(|reading| reading.grams.as_slice()).collect();
    for (later, earlier) in spread::alike(&grams) {
        let what = format!("most of it stands in {} too", answers[earlier].path);
        found.push(Finding::whole(Rule::AnswersAlike, &answers[later].path, what));
    }
    let place: HashMap<&str, usize> = answers
        .iter()
        .enumerate()
        .map(|(n, answer)| (answer.path.as_str(), n))
        .collect();
    found.retain(|finding| {
        let own = place
            .get(finding.path.as_str())
            .map_or(&[][..], |place| &answers[*place].allow);
        !rules(&settings.allow)
            .chain(rules(own))
            .any(|rule| rule == finding.rule)
    });
    found.sort_by_key(|finding| (place.get(finding.path.as_str()).copied(), finding.span, finding.rule));
    found
}

/// What each of these answers has that is an error by itself, and no warning: a key or token that whoever sees the file
/// could use. Nothing of a file is unread because of it.
pub fn errors(answers: &[Answer], settings: &Settings) -> Vec<Problem> {
    let mut found = Vec::new();
    for answer in answers {
        if rules(&settings.allow)
            .chain(rules(&answer.allow))
            .any(|rule| rule == Rule::Key)
        {
            continue;
        }
        for mark in privacy::keys(&answer.text, answer.body_start) {
            let line = LineStarts::of(&answer.text).span(&mark.bytes).line;
            let remedy = Rule::Key.code().remedy;
            found.push(Problem::line(&answer.path, line, mark.what, remedy).leaves(Unread::Nothing));
        }
    }
    found
}

/// The answers of which something is found that is more than a note, by itself, in their order.
pub fn found_in(answers: &[Answer], library: &Library, settings: &Settings, private: &Private) -> Vec<bool> {
    let weighs = |mark: &Mark| mark.rule.code().severity < Severity::Note;
    answers
        .iter()
        .map(|answer| marks(&Draft::of(answer, library, settings), private).iter().any(weighs))
        .collect()
}

/// Figures that do not agree with those of another answer.
fn differing(answers: &[Answer], readings: &[Reading]) -> Vec<Finding> {
    let ledgers: Vec<&[Claim]> = readings.iter().map(|reading| reading.claims.as_slice()).collect();
    let finding = |found: claims::Disagreement| {
        let (other, own) = (found.first, found.second);
        let (first, claim) = (&ledgers[other.0][other.1], &ledgers[own.0][own.1]);
        let there = &answers[other.0];
        let line = LineStarts::of(&there.text).span(&first.bytes).line;
        let what = format!("here {}, and {} at {}:{line}", claim.written, first.written, there.path);
        Finding {
            span: Some(LineStarts::of(&answers[own.0].text).span(&claim.bytes)),
            ..Finding::whole(Rule::FiguresDiffer, &answers[own.0].path, what)
        }
    };
    claims::disagreements(&ledgers).into_iter().map(finding).collect()
}

/// Marks of a text as findings of its file.
pub fn placed(path: &str, text: &str, marks: Vec<Mark>) -> Vec<Finding> {
    if marks.is_empty() {
        return Vec::new();
    }
    let lines = LineStarts::of(text);
    let finding = |mark: Mark| Finding {
        span: Some(lines.span(&mark.bytes)),
        help: mark.help,
        ..Finding::whole(mark.rule, path, mark.what)
    };
    marks.into_iter().map(finding).collect()
}

#[cfg(test)]
mod tests;
