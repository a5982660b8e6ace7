//! `greenroom plan`: what to practise on which day.

use jiff::civil::Date;
use serde_json::{Value, json};

use super::args::PlanArgs;
use super::fault::Fault;
use super::json::of_format;
use super::out::Out;
use super::reading::Everything;
use super::session::Setting;
use crate::domain::category::Category;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::interview::date_input::{Tense, parse};
use crate::domain::library::Library;
use crate::domain::progress::schedule::{Constraints, Day, DayKind, Schedule, schedule};
use crate::domain::progress::standing::standings;
use crate::text::time::{count, day};
use crate::text::wrap::wrap;

/// The format of what `--json` prints: the second, with what each day is for.
const FORMAT: u32 = 2;
/// Columns before the categories of a day.
const BEFORE: usize = 34;
/// Columns of the categories, so that a row fits eighty.
const CATEGORIES: usize = 46;

pub(super) fn print(setting: &Setting, wish: &PlanArgs, out: &mut Out) -> Result<u8, Fault> {
    let all = setting.everything()?;
    let terms = terms(&all, wish)?;
    let practice = all.practice();
    let schedule = schedule(&practice, &standings(&practice), terms);
    if wish.json {
        return out.bytes(&of_format(FORMAT, value(&schedule), &all.problems));
    }
    out.words(&table(&schedule, &all.library))?;
    Ok(0)
}

fn terms(all: &Everything, wish: &PlanArgs) -> Result<Constraints, Fault> {
    let usual = Constraints::of(&all.practice());
    let named = wish
        .date
        .as_deref()
        .map(|text| date(all, text, usual.today))
        .transpose()?;
    Ok(Constraints {
        date: named.or(usual.date),
        minutes: wish.minutes.unwrap_or(usual.minutes),
        ..usual
    })
}

/// The day a person named, which has to be to come.
fn date(all: &Everything, text: &str, today: Date) -> Result<Date, Fault> {
    let hint = || format!("Name a day after {today}, or none for the week ahead");
    let at = parse(text, today, Tense::Future).map_err(|why| Fault::new("that date cannot be read", why, hint()))?;
    let day = at.local_day(&all.zone);
    if day <= today {
        let why = format!("{day} is not a day to come");
        return Err(Fault::new("there is nothing to plan", why, hint()));
    }
    Ok(day)
}

fn value(schedule: &Schedule) -> Value {
    let ids = |some: &[Category]| some.iter().map(|c| c.id()).collect::<Vec<_>>();
    let days = schedule.days.iter().map(|day| {
        let categories = day.categories.iter();
        json!({
            "date": day.date.to_string(),
            "kind": kind(day.kind),
            "minutes": day.minutes,
            "questions": day.questions.iter().map(QuestionId::as_str).collect::<Vec<_>>(),
            "categories": categories
                .map(|(category, questions)| json!({ "category": category.id(), "questions": questions }))
                .collect::<Vec<_>>(),
        })
    });
    json!({
        "date": schedule.terms.date.map(|date| date.to_string()),
        "minutes": schedule.terms.minutes,
        "order": ids(&schedule.order),
        "without_room": ids(&schedule.without_room),
        "untold": schedule.untold.iter().map(AnswerId::as_str).collect::<Vec<_>>(),
        "plan": days.collect::<Vec<_>>(),
    })
}

fn table(schedule: &Schedule, library: &Library) -> String {
    let terms = &schedule.terms;
    let minutes = format!("at most {} a day", count(terms.minutes as usize, "minute"));
    let mut text = match (terms.date, terms.days_left()) {
        (Some(_), Some(0)) => "Today is the day.\n\n".to_owned(),
        (Some(date), Some(left)) => format!("To {}, in {}: {minutes}\n\n", day(date), count(left as usize, "day")),
        _ => format!("The week ahead, with no interview in sight: {minutes}\n\n"),
    };
    for planned in &schedule.days {
        text.push_str(&row(planned, terms.today));
    }
    if schedule.days.len() <= terms.days_left().unwrap_or(0) as usize {
        text.push_str("  The days after these follow when they are nearer.\n");
    }
    if let Some(mut said) = schedule.does_not_fit(library) {
        if let Some(first) = said.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        text.push_str(&format!("\n{}\n", wrap(&said, BEFORE + CATEGORIES).join("\n")));
    }
    text
}

fn row(planned: &Day, today: Date) -> String {
    let name = if planned.date == today {
        "today".to_owned()
    } else {
        day(planned.date)
    };
    let holds = planned.holds();
    if planned.questions.is_empty() {
        return format!("  {name:12}{}\n", holds.replace('\u{a0}', " "));
    }
    let questions = count(planned.questions.len(), "question");
    let minutes = format!("{} min", planned.minutes);
    let lines = wrap(&holds, CATEGORIES);
    let first = format!("  {name:12}{questions:12}{minutes:>6}  ");
    let indent = format!("\n{}", " ".repeat(BEFORE));
    format!("{first}{}\n", lines.join(&indent).replace('\u{a0}', " "))
}

fn kind(kind: DayKind) -> &'static str {
    match kind {
        DayKind::Practice => "practice",
        DayKind::Eve => "eve",
        DayKind::Interview => "interview",
        DayKind::Off => "off",
    }
}
