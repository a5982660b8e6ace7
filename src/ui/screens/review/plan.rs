//! The plan: the days to the date with what each holds, what has no place, and what is asked on the selected one.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::screens::review::plan::Plan;
use crate::app::widgets::viewport::Viewport;
use crate::domain::progress::schedule::{Day, DayKind, Schedule};
use crate::text::shown::beginning;
use crate::text::time::{count, day};
use crate::text::wrap::wrap;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{behind, below};
use crate::ui::widgets::scrolled::Scrolled;

/// Where the minutes of a day end, and where what it holds begins.
const MINUTES: u16 = 23;
const HOLDS: u16 = 26;

/// Rows of the list that stay before what is asked is given up.
const LISTED: u16 = 6;

/// ```text
///   To Wed 9 Dec, in 9 days: at most 20 minutes a day
///
/// ▌ today         18 min   failure, conflict 2, deadline
///   Tue 1 Dec     18 min   ambiguity, failure
///   Wed 2 Dec              a day off
///
///   No place in these days: people
///   ──────────────────────────────────────────────────────────────────────────
///   Tell me about a time you failed.                                   failure
/// ```
pub(super) fn draw(paint: &mut Paint, body: Rect, cx: &Context, plan: &Plan) -> Viewport {
    let Some(schedule) = &plan.schedule else {
        return Viewport::default();
    };
    let text = behind(body, 2);
    paint.text(text, 0, 0, &head(schedule), paint.theme.soft);
    let body = below(body, 2);
    let said = schedule.does_not_fit(&cx.workspace.library).unwrap_or_default();
    let said = wrap(&said, usize::from(text.width));
    let said = if said.concat().is_empty() { Vec::new() } else { said };
    let days = plan.days();
    let asked = plan.selected().map_or(0, |day| day.questions.len()) as u16;
    let foot = said.len() as u16 + u16::from(!said.is_empty());
    let spare = body.height.saturating_sub(foot + LISTED.min(days.len() as u16));
    let asked = if asked == 0 { 0 } else { (asked + 2).min(spare) };
    let list = Rect {
        height: body.height.saturating_sub(foot + asked).min(days.len() as u16),
        ..body
    };
    let seen = rows(paint, list, schedule, plan.row);
    let mut under = below(behind(body, 2), list.height);
    for (line, y) in said.iter().zip(1..) {
        paint.text(under, 0, y, line, paint.theme.text);
    }
    under = below(under, foot);
    if asked > 2 {
        paint.rule(under, 1);
        questions(paint, below(under, 2), cx, plan.selected());
    }
    seen
}

/// Up to when, and how much a day.
fn head(schedule: &Schedule) -> String {
    let terms = &schedule.terms;
    let minutes = format!("at most {} a day", count(terms.minutes as usize, "minute"));
    match (terms.date, terms.days_left()) {
        (Some(_), Some(0)) => "Today is the day.".to_owned(),
        (Some(date), Some(left)) => format!("To {}, in {}: {minutes}", day(date), count(left as usize, "day")),
        _ => format!("The week ahead, with no interview in sight: {minutes}"),
    }
}

fn rows(paint: &mut Paint, area: Rect, schedule: &Schedule, row: usize) -> Viewport {
    let days = &schedule.days;
    let seen = Scrolled::over(paint, area, row, days.len());
    let area = seen.area;
    for ((n, planned), y) in seen.rows().zip(&days[seen.rows()]).zip(0..) {
        let style = paint.choice(area, y, n == row);
        let name = if planned.date == schedule.terms.today {
            "today".to_owned()
        } else {
            day(planned.date)
        };
        paint.text(area, 2, y, &name, style);
        if planned.minutes > 0 {
            let minutes = format!("{} min", planned.minutes);
            let at = MINUTES.saturating_sub(minutes.len() as u16);
            paint.text(area, at, y, &minutes, paint.theme.soft);
        }
        let style = if planned.kind == DayKind::Off {
            paint.theme.faint
        } else {
            style
        };
        let holds = planned.holds().replace('\u{a0}', " ");
        let room = usize::from(area.width.saturating_sub(HOLDS));
        paint.text(area, HOLDS, y, &beginning(&holds, room), style);
    }
    seen.viewport()
}

/// What is asked on a day, as far as there is room.
fn questions(paint: &mut Paint, area: Rect, cx: &Context, day: Option<&Day>) {
    let ids = day.into_iter().flat_map(|day| &day.questions);
    let asked = ids.filter_map(|id| cx.workspace.library.question(id.as_str()));
    for (question, y) in asked.zip(0..area.height) {
        let used = paint.right(area, y, question.category.id(), paint.theme.faint);
        let room = usize::from(area.width.saturating_sub(used + 2));
        paint.text(area, 0, y, &beginning(&question.ask, room), paint.theme.soft);
    }
}
