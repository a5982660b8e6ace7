//! A change in percent, or so many times, that does not follow from its own before and after.

use super::draft::Mark;
use super::english::among;
use super::figures::{Figure, Unit, figures};
use super::told::{Sentence, Told};
use crate::check::codes::Rule;

/// Words between a change and its before and after, from which on they are about different things.
const NEAR: usize = 8;

/// A before and an after of one quantity.
struct Pair<'f> {
    before: &'f Figure,
    after: &'f Figure,
}

impl Pair<'_> {
    /// The two values in one unit: where one has none, it has that of the other.
    fn values(&self) -> (f64, f64) {
        let (before, after) = (self.before, self.after);
        match (&before.unit, &after.unit) {
            (Unit::None, unit) if *unit != Unit::None => (before.value * after.size, after.value),
            (unit, Unit::None) if *unit != Unit::None => (before.value, after.value * before.size),
            _ => (before.value, after.value),
        }
    }
}

/// Changes that do not add up.
pub(super) fn check(told: &Told) -> Vec<Mark> {
    let mut found = Vec::new();
    let mut above: Option<(usize, Vec<Figure>)> = None;
    for (n, sentence) in told.sentences.iter().enumerate() {
        let all = figures(told, sentence.words.clone());
        if all.is_empty() {
            continue;
        }
        let pairs = pairs(told, &all);
        for claim in all.iter().filter(|figure| is_claim(told, figure, sentence)) {
            let own: Vec<&Pair> = pairs.iter().filter(|pair| tied(told, pair, claim)).collect();
            let wrong = if pairs.is_empty() && points_back(told, sentence, claim) {
                let last = above.as_ref().filter(|(place, _)| place + 1 == n);
                last.and_then(|(_, figures)| {
                    let pairs = self::pairs(told, figures);
                    mismatch(told, &pairs.iter().collect::<Vec<_>>(), claim, sentence)
                })
            } else {
                mismatch(told, &own, claim, sentence)
            };
            found.extend(wrong);
        }
        above = Some((n, all));
    }
    found
}

/// Whether a figure says by how much something changed.
fn is_claim(told: &Told, figure: &Figure, sentence: &Sentence) -> bool {
    let shares = matches!(figure.unit, Unit::Percent | Unit::Times);
    let near =
        figure.words.start.saturating_sub(5).max(sentence.words.start)..(figure.words.end + 5).min(sentence.words.end);
    shares && near.clone().any(|word| is_change(told.low(word)))
}

/// Whether a word says that something became more or less.
fn is_change(word: &str) -> bool {
    const STEMS: [&str; 22] = [
        "optimi", "improv", "reduc", "faster", "quicker", "slower", "speed", "increas", "decreas", "gain", "saving",
        "saved", "growth", "grew", "drop", "less", "fewer", "higher", "lower", "cheaper", "better", "smaller",
    ];
    STEMS.iter().any(|stem| word.starts_with(stem))
        || matches!(word, "cut" | "more" | "rise" | "rose" | "fell" | "boost")
}

/// The befores and afters of one sentence: from one to another, one to another, a chain of them.
fn pairs<'f>(told: &Told, all: &'f [Figure]) -> Vec<Pair<'f>> {
    let mut pairs = Vec::new();
    let mut first = 0;
    for n in 1..all.len() {
        let (before, after) = (&all[n - 1], &all[n]);
        if !leads(told, before, after) {
            first = n;
            continue;
        }
        pairs.push(Pair { before, after });
        if first + 1 < n {
            pairs.push(Pair {
                before: &all[first],
                after,
            });
        }
    }
    pairs.retain(|pair| same_kind(pair) && pair.before.value > 0.0 && pair.after.value > 0.0);
    pairs
}

/// Whether one figure becomes the next: "from 19 seconds to just 5", "340 ms → 90 ms".
fn leads(told: &Told, before: &Figure, after: &Figure) -> bool {
    let between = before.words.end..after.words.start;
    if between.len() > 6 {
        return false;
    }
    let gap = &told.text[before.bytes.end..after.bytes.start];
    let arrow = ["→", "->", "=>", "⟶"].iter().any(|arrow| gap.contains(arrow));
    let near = between.end.saturating_sub(3).max(between.start)..between.end;
    let to = near
        .clone()
        .any(|word| matches!(told.low(word), "to" | "till" | "until" | "into"));
    let from = (before.words.start.saturating_sub(2)..before.words.start).any(|word| told.low(word) == "from");
    let changed = || {
        let sentence = told
            .sentence_of(before.words.start)
            .map(|sentence| sentence.words.clone());
        sentence.is_some_and(|mut words| words.any(|word| is_change(told.low(word)) || moved(told.low(word))))
    };
    arrow || to && (from || changed())
}

fn moved(word: &str) -> bool {
    among("went came brought took down shrank shortened till rose goes", word)
}

fn same_kind(pair: &Pair) -> bool {
    let (before, after) = (&pair.before.unit, &pair.after.unit);
    let shares = |unit: &Unit| matches!(unit, Unit::Percent | Unit::Times);
    (before == after || *before == Unit::None || *after == Unit::None) && !shares(before) && !shares(after)
}

/// Whether a change and a before and after stand close together, with nothing between that begins another thing.
fn tied(told: &Told, pair: &Pair, claim: &Figure) -> bool {
    let between = if claim.words.start >= pair.after.words.end {
        pair.after.words.end..claim.words.start
    } else {
        claim.words.end..pair.before.words.start.max(claim.words.end)
    };
    let apart = |word: usize| {
        matches!(
            told.low(word),
            "and" | "while" | "plus" | "also" | "whereas" | "but" | "with"
        )
    };
    between.len() <= NEAR && !between.clone().any(apart)
}

/// Whether a sentence says by how much what the one before it said has changed, and compares with nothing else.
fn points_back(told: &Told, sentence: &Sentence, claim: &Figure) -> bool {
    let compares = (claim.words.end..sentence.words.end).any(|word| told.low(word) == "than");
    !compares
        && among(
            "it it's this that that's which so overall i.e a an around about nearly almost roughly",
            told.low(sentence.words.start),
        )
}

/// What a change was called, where none of its befores and afters makes it.
fn mismatch(told: &Told, pairs: &[&Pair], claim: &Figure, sentence: &Sentence) -> Option<Mark> {
    let last = pairs.last()?;
    let said = Said::of(told, claim, sentence);
    if pairs.iter().any(|pair| said.fits(pair)) {
        return None;
    }
    let (before, after) = (last.before, last.after);
    let chain = pairs
        .iter()
        .find(|pair| std::ptr::eq(pair.after, after) && pair.before.words.start < before.words.start);
    let before = chain.map_or(before, |pair| pair.before);
    let right = in_words(&Pair { before, after });
    let what = format!(
        "from {} to {} is {right}, not {}",
        before.written(told),
        after.written(told),
        claim.written(told)
    );
    Some(Mark {
        help: Some(format!("Say {right}")),
        ..Mark::new(Rule::ChangeWrong, claim.bytes.clone(), what)
    })
}

/// The change a pair makes, as people say it.
fn in_words(pair: &Pair) -> String {
    let (before, after) = pair.values();
    let figure = |value: f64| {
        let rounded = if value < 10.0 {
            (value * 10.0).round() / 10.0
        } else {
            value.round()
        };
        rounded.to_string()
    };
    let time = pair.before.unit == Unit::Time || pair.after.unit == Unit::Time;
    if after < before {
        let less = figure((before - after) / before * 100.0);
        let times = figure(before / after);
        let times = if time {
            format!(", or {times} times as fast")
        } else {
            String::new()
        };
        format!("{less} % less{times}")
    } else {
        let more = figure((after - before) / before * 100.0);
        format!("{more} % more, or {} times as much", figure(after / before))
    }
}

/// What a figure says of a change.
#[derive(Clone, Copy, PartialEq)]
enum By {
    /// So many percent.
    Percent,
    /// So many percent of what was before: 26 % of it.
    Share,
    /// So many times.
    Times,
}

/// How exactly it says so.
#[derive(Clone, Copy, PartialEq)]
enum Rounding {
    /// As it is.
    None,
    /// About so much, nearly so much.
    Rough,
    /// At least so much.
    Least,
}

/// A change as it was said.
struct Said {
    value: f64,
    by: By,
    rounding: Rounding,
    /// Of how fast something is, not how long it takes.
    speed: bool,
}

impl Said {
    fn of(told: &Told, claim: &Figure, sentence: &Sentence) -> Said {
        let start = claim.words.start;
        let before = start.saturating_sub(3).max(sentence.words.start)..start;
        let any = |list: &[&str]| before.clone().any(|word| list.contains(&told.low(word)));
        let sign = told.text[..claim.bytes.start].trim_end().chars().next_back();
        let behind = told.text[claim.bytes.end..].chars().next();
        let fast = |word: usize| {
            let word = told.low(word);
            [
                "fast",
                "quick",
                "speed",
                "throughput",
                "productiv",
                "efficien",
                "perform",
            ]
            .iter()
            .any(|stem| word.starts_with(stem))
        };
        let least = any(&["over", "than", "least", "above"]) || sign == Some('>') || behind == Some('+');
        let rough = any(&[
            "about",
            "around",
            "roughly",
            "approximately",
            "approx",
            "some",
            "circa",
            "nearly",
            "almost",
            "up",
            "close",
        ]);
        Said {
            value: claim.value,
            by: match claim.unit {
                Unit::Times => By::Times,
                _ if matches!(told.low(claim.words.end), "of" | "as") => By::Share,
                _ => By::Percent,
            },
            rounding: match () {
                () if least => Rounding::Least,
                () if rough || matches!(sign, Some('~' | '≈' | '<')) => Rounding::Rough,
                () => Rounding::None,
            },
            speed: sentence.words.clone().any(fast),
        }
    }

    /// Whether a pair makes this change in any way it can be meant.
    fn fits(&self, pair: &Pair) -> bool {
        let (before, after) = pair.values();
        let ratio = before.max(after) / before.min(after);
        let mut meant = Vec::new();
        if self.by == By::Times {
            meant.extend([ratio, ratio - 1.0]);
        } else {
            meant.push((after - before).abs() / before * 100.0);
            if after > before || self.speed {
                meant.push((ratio - 1.0) * 100.0);
            }
            if self.by == By::Share {
                meant.extend([after / before * 100.0, ratio * 100.0]);
            }
        }
        meant.into_iter().any(|meant| self.near(meant))
    }

    fn near(&self, meant: f64) -> bool {
        let usual = match self.by {
            By::Times => 0.15 * meant,
            _ => (0.05 * meant).max(1.0),
        };
        let slack = match self.rounding {
            Rounding::None => usual,
            _ if self.by == By::Times => 0.15 * meant,
            _ => (0.15 * meant).max(5.0),
        };
        (self.value - meant).abs() <= slack || self.rounding == Rounding::Least && self.value <= meant
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<String> {
        check(&Told::read(text, 0)).into_iter().map(|mark| mark.what).collect()
    }

    #[test]
    fn a_change_is_compared_with_its_own_before_and_after() {
        for (text, what) in [
            (
                "It went from 20 minutes, to 12 minutes, till just 4 minutes.\nIt is around 500 % optimization.",
                "from 20 minutes to 4 minutes is 80 % less, or 5 times as fast, not 500 %",
            ),
            (
                "I cut the build from 40 minutes to 10, a 90 % reduction.",
                "from 40 minutes to 10 is 75 % less, or 4 times as fast, not 90 %",
            ),
            (
                "We increased sign-ups by 80%, from 200 users to 300 users.",
                "from 200 users to 300 users is 50 % more, or 1.5 times as much, not 80%",
            ),
            (
                "The job became 10x faster: 3 hours → 30 minutes.",
                "from 3 hours to 30 minutes is 83 % less, or 6 times as fast, not 10x",
            ),
        ] {
            assert_eq!(said(text), [what], "{text}");
        }
    }

    #[test]
    fn a_change_that_can_be_meant_is_left_alone() {
        for text in [
            "I cut the build from 40 minutes to 10, a 75 % reduction.",
            "I cut the build from 40 minutes to 10, which is 300 % faster.",
            "From 40 minutes to 10: 4x faster.",
            "I cut it from 19.5 seconds to 5. That is about 75 % less.",
            "I cut it from 19.5 seconds to 5, over 70 % less.",
            "Latency went from 340 ms to 90 ms and errors dropped by 20 %.",
            "The share rose from 61 to 78 percent, which is more than we hoped.",
            "It takes 5 to 10 minutes. It is a 50 % better chance.",
            "Support saw 140 tickets in place of 400. It cost 10 % less.",
            "Costs fell from $400 to $300, 25% lower. It is 30 % more than planned.",
        ] {
            assert_eq!(said(text), [""; 0], "{text}");
        }
    }
}
