//! `greenroom weak`: the categories in the order to practise them, with the reason.

use serde_json::{Value, json};

use super::fault::Fault;
use super::json::{number, of_format};
use super::list::line;
use super::out::Out;
use super::reading::Everything;
use super::session::Setting;
use crate::domain::days::{ago, day_of};
use crate::domain::progress::standing::{CategoryStatus, Trend, practise_next, standings};
use crate::domain::rating::strip;
use crate::text::shown::Shown;
use crate::text::wrap::wrap;

/// The format of what `--json` prints: the second, with how ready a category is.
const FORMAT: u32 = 2;
/// Columns before the reason, less the two between.
const BEFORE: usize = 54;
/// Columns of the reason, so that a row fits eighty.
const WHY: usize = 24;

pub(super) fn print(setting: &Setting, as_json: bool, out: &mut Out) -> Result<u8, Fault> {
    let all = setting.everything()?;
    let standings = standings(&all.practice());
    let ordered = practise_next(&standings);
    if as_json {
        let rows: Vec<Value> = ordered.into_iter().map(row).collect();
        return out.bytes(&of_format(FORMAT, json!({ "weak": rows }), &all.problems));
    }
    out.words(&table(&all, &ordered))?;
    Ok(0)
}

fn row(standing: &CategoryStatus) -> Value {
    json!({
        "category": standing.category.id(),
        "ready": number(standing.ready),
        "importance": number(standing.importance),
        "rating": standing.rating.map(number),
        "spread": standing.spread.map(number),
        "recall": standing.rating.map(|_| number(standing.recall)),
        "answered": standing.answered,
        "questions": standing.questions,
        "attempts": standing.attempts,
        "last": standing.last.map(|last| last.t.to_string()),
        "reason": standing.reasons.first().map(ToString::to_string),
    })
}

fn table(all: &Everything, ordered: &[&CategoryStatus]) -> String {
    let mut text = String::new();
    let head = [(14, "category"), (8, "last six"), (8, "last"), (12, ""), (4, "told")];
    line(&mut text, &head, "why");
    for standing in ordered {
        let trend = match standing.trend {
            Some(Trend::Up) => " ▲",
            Some(Trend::Down) => " ▼",
            Some(Trend::Level) | None => "",
        };
        let today = day_of(all.now.wall, &all.zone);
        let (last, days) = standing.last.map_or_else(Default::default, |last| {
            (format!("{}{trend}", last.rating.word()), ago(last.day, today))
        });
        let told = format!("{:>4}", standing.attempts);
        let columns = [
            (14, standing.category.id()),
            (8, &strip(&standing.strip)),
            (8, &last),
            (12, &days),
            (4, &told),
        ];
        let why = standing.reason();
        let mut why = wrap(Shown::new(&why).as_str(), WHY).into_iter();
        line(&mut text, &columns, &why.next().unwrap_or_default());
        for more in why {
            line(&mut text, &[(BEFORE, "")], &more);
        }
    }
    text.push_str(&format!("\n{}\n", all.history.pace().words()));
    text
}
