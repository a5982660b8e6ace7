//! `greenroom stats`: what was practised, counted.

use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashSet};

use super::fault::Fault;
use super::json::{envelope, number};
use super::list::line;
use super::out::Out;
use super::reading::Everything;
use super::session::Setting;
use crate::domain::category::Category;
use crate::domain::days::day_of;
use crate::domain::history::attempt::Attempt;
use crate::domain::progress::prediction::Confidence;
use crate::domain::progress::readiness::Method;
use crate::domain::progress::score::Score;
use crate::domain::rating::Rating;
use crate::text::time::{count, day};
use crate::text::wrap::wrap;

/// Columns of a sentence.
const COLUMNS: usize = 76;
/// Weeks shown, this one the last.
const WEEKS: i32 = 8;

/// Some attempts, counted.
#[derive(Default)]
struct Sum {
    attempts: usize,
    minutes: f64,
    ratings: [usize; 4],
}

impl Sum {
    fn add(&mut self, attempt: &Attempt) {
        self.attempts += 1;
        self.minutes += attempt.speak / 60.0;
        self.ratings[usize::from(attempt.rating.number()) - 1] += 1;
    }

    fn value(&self) -> Value {
        json!({
            "attempts": self.attempts,
            "minutes": number(self.minutes),
            "froze": self.ratings[0],
            "rough": self.ratings[1],
            "solid": self.ratings[2],
            "strong": self.ratings[3],
        })
    }

    fn cells(&self) -> [String; 6] {
        let [froze, rough, solid, strong] = self.ratings.map(|count| format!("{count:>6}"));
        let minutes = format!("{:>7.0}", self.minutes);
        [format!("{:>5}", self.attempts), minutes, froze, rough, solid, strong]
    }
}

/// All that is counted. What the log dates later than now was told all the same: it counts wherever no day matters, as
/// it does in readiness, and stands in a week only where that week is shown.
struct Stats {
    all: Sum,
    /// Of these, how many are dated later than now.
    later: usize,
    days: usize,
    weeks: Vec<(Date, Sum)>,
    categories: Vec<(Category, Sum)>,
}

fn counted(all: &Everything) -> Stats {
    let monday = |date: Date| date.saturating_sub(i64::from(date.weekday().to_monday_zero_offset()).days());
    let today = day_of(all.now.wall, &all.zone);
    let mut weeks: BTreeMap<Date, Sum> = (0..WEEKS)
        .map(|ago| (monday(today).saturating_sub(ago.weeks()), Sum::default()))
        .collect();
    let mut days = HashSet::new();
    let (mut sum, mut later, mut categories) = (Sum::default(), 0, BTreeMap::new());
    for attempt in all.history.attempts() {
        let date = attempt.day(&all.zone);
        days.insert(date);
        sum.add(attempt);
        later += usize::from(attempt.t > all.now.wall);
        categories
            .entry(attempt.category)
            .or_insert_with(Sum::default)
            .add(attempt);
        if let Some(week) = weeks.get_mut(&monday(date)) {
            week.add(attempt);
        }
    }
    Stats {
        all: sum,
        later,
        days: days.len(),
        weeks: weeks.into_iter().collect(),
        categories: categories.into_iter().collect(),
    }
}

pub(super) fn print(setting: &Setting, as_json: bool, out: &mut Out) -> Result<u8, Fault> {
    let all = setting.everything()?;
    let stats = counted(&all);
    if as_json {
        return out.bytes(&envelope(value(&all, &stats), &all.problems));
    }
    out.words(&table(&all, &stats))?;
    Ok(0)
}

fn value(all: &Everything, stats: &Stats) -> Value {
    let with = |sum: &Sum, key: &str, name: String| {
        let mut value = sum.value();
        value[key] = json!(name);
        value
    };
    let weeks = stats
        .weeks
        .iter()
        .map(|(week, sum)| with(sum, "week", week.to_string()));
    let categories = stats.categories.iter();
    let categories = categories.map(|(category, sum)| with(sum, "category", category.id().to_owned()));
    let confidence: Vec<Value> = confidence(all)
        .into_iter()
        .map(|(category, found)| {
            json!({
                "category": category.id(),
                "guesses": found.guesses,
                "higher": found.higher,
                "lower": found.lower,
                "difference": number(found.difference),
            })
        })
        .collect();
    json!({
        "stats": {
            "all": stats.all.value(),
            "later": stats.later,
            "days": stats.days,
            "weeks": weeks.collect::<Vec<_>>(),
            "categories": categories.collect::<Vec<_>>(),
            "confidence": confidence,
            "readiness": Score::of(all.history.attempts()).map(|score| readiness(&score)),
            "recall": all.history.pace().words(),
        }
    })
}

fn readiness(score: &Score) -> Value {
    let bands = score.bands.iter().map(|band| {
        json!({
            "told": band.told,
            "expected": (band.told > 0).then(|| number(band.expected)),
            "well": band.well,
        })
    });
    json!({
        "told": score.told,
        "bands": bands.collect::<Vec<_>>(),
        "brier": number(score.brier),
        "average": number(score.average),
        "rule": match score.rule() {
            Method::Whole => "whole",
            Method::Plain => "plain",
        },
    })
}

fn confidence(all: &Everything) -> Vec<(Category, Confidence)> {
    let mut found: Vec<(Category, Confidence)> = Confidence::by_category(all.history.attempts()).into_iter().collect();
    found.sort_by_key(|(category, _)| *category);
    found
}

fn table(all: &Everything, stats: &Stats) -> String {
    if stats.all.attempts == 0 {
        return all
            .nothing("Nothing practised yet. Begin with `greenroom drill`.\n")
            .to_owned();
    }
    let mut text = format!(
        "{} told on {}, {} spoken\n{}\n",
        count(stats.all.attempts, "question"),
        count(stats.days, "day"),
        count(stats.all.minutes.round() as usize, "minute"),
        all.history.pace().words(),
    );
    if stats.later > 0 {
        let dated = if stats.later == 1 { "is" } else { "are" };
        text.push_str(&format!(
            "{} of them {dated} dated later than now: a clock was wrong, then or today\n",
            stats.later
        ));
    }
    let begun = stats.weeks.iter().skip_while(|(_, sum)| sum.attempts == 0);
    let weeks = begun.map(|(week, sum)| (day(*week), sum));
    rows(&mut text, "week from", weeks);
    let categories = stats
        .categories
        .iter()
        .map(|(category, sum)| (category.id().to_owned(), sum));
    rows(&mut text, "category", categories);
    if let Some(score) = Score::of(all.history.attempts()) {
        text.push_str("\nHow ready you were held to be, and how it went:\n");
        for said in score.sentences() {
            let lines = wrap(&said, COLUMNS);
            text.push_str(&format!("  {}\n", lines.join("\n  ")));
        }
    }
    let confidence = confidence(all);
    if !confidence.is_empty() {
        text.push('\n');
    }
    for (category, found) in confidence {
        line(&mut text, &[(14, category.id())], &found.sentence());
    }
    text
}

fn rows<'a>(text: &mut String, what: &str, rows: impl Iterator<Item = (String, &'a Sum)>) {
    let words = Rating::ALL.map(|rating| format!("{:>6}", rating.word()));
    let [froze, rough, solid, strong] = &words;
    let head = [
        (14, what),
        (5, " told"),
        (7, "minutes"),
        (6, froze),
        (6, rough),
        (6, solid),
    ];
    text.push('\n');
    line(text, &head, strong);
    for (name, sum) in rows {
        let [told, minutes, froze, rough, solid, strong] = &sum.cells();
        let cells = [
            (14, name.as_str()),
            (5, told),
            (7, minutes),
            (6, froze),
            (6, rough),
            (6, solid),
        ];
        line(text, &cells, strong);
    }
}
