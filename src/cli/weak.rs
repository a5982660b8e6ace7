//! `greenroom weak`: the categories by need, with the reason.

use serde_json::{Value, json};

use super::fault::Fault;
use super::json::{document, number};
use super::list::line;
use super::out::Out;
use super::reading::Everything;
use super::session::Setting;
use crate::domain::days::{ago, day_of};
use crate::domain::progress::need::{Standing, Trend, neediest_first, standings};
use crate::domain::progress::reason::Why;
use crate::text::shown::Shown;
use crate::text::wrap::wrap;
use crate::ui::widgets::bars;

/// Columns of the bar.
const BAR: u16 = 10;
/// Columns before the reason, less the two between.
const BEFORE: usize = 56;
/// Columns of the reason, so that a row fits eighty.
const WHY: usize = 22;

pub(super) fn print(setting: &Setting, as_json: bool, out: &mut Out) -> Result<u8, Fault> {
    let all = setting.everything()?;
    let standings = standings(&all.practice());
    let ordered = neediest_first(&standings);
    if as_json {
        let rows: Vec<Value> = ordered.into_iter().map(row).collect();
        return out.bytes(&document("weak", &rows, &all.problems));
    }
    out.words(&table(&all, &ordered))?;
    Ok(0)
}

fn row(standing: &Standing) -> Value {
    json!({
        "category": standing.category.id(),
        "need": standing.need.map(number),
        "rating": standing.rating.map(number),
        "spread": standing.spread.map(number),
        "recall": standing.rating.map(|_| number(standing.recall)),
        "answered": standing.answered,
        "questions": standing.questions,
        "attempts": standing.attempts,
        "last": standing.last.map(|(t, _)| t.to_string()),
        "reason": standing.reasons.first().map(ToString::to_string),
    })
}

fn table(all: &Everything, ordered: &[&Standing]) -> String {
    let mut text = String::new();
    let head = [(14, "category"), (10, "need"), (8, "last"), (12, ""), (4, "told")];
    line(&mut text, &head, "why");
    for standing in ordered {
        let bar = standing.need.map(|need| bars::line(need, BAR)).unwrap_or_default();
        let trend = match standing.trend {
            Some(Trend::Up) => " ▲",
            Some(Trend::Down) => " ▼",
            Some(Trend::Level) | None => "",
        };
        let today = day_of(all.now.wall, &all.zone);
        let (last, days) = standing.last.map_or_else(Default::default, |(t, rating)| {
            let day = day_of(t, &all.zone);
            (format!("{}{trend}", rating.word()), ago(day, today))
        });
        let told = format!("{:>4}", standing.attempts);
        let columns = [
            (14, standing.category.id()),
            (usize::from(BAR), &bar),
            (8, &last),
            (12, &days),
            (4, &told),
        ];
        let why = why(standing);
        let mut why = wrap(Shown::new(&why).as_str(), WHY).into_iter();
        line(&mut text, &columns, &why.next().unwrap_or_default());
        for more in why {
            line(&mut text, &[(BEFORE, "")], &more);
        }
    }
    text.push_str(&format!("\n{}\n", all.history.pace().words()));
    text
}

/// The largest reason that the columns before it do not say.
fn why(standing: &Standing) -> String {
    let said = standing
        .reasons
        .iter()
        .find(|reason| !matches!(reason.why, Why::Last { .. }));
    said.map(ToString::to_string).unwrap_or_default()
}
