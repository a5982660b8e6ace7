//! Summary: each question of the drill, beside last time.

use ratatui::layout::Rect;

use super::rate::{before, spoken};
use super::{Row, part_row};
use crate::app::context::Context;
use crate::app::screens::drill::DrillScreen;
use crate::app::state::Viewport;
use crate::domain::drill::Telling;
use crate::domain::part::Part;
use crate::domain::rating::Rating;
use crate::text::time::{clock, count};
use crate::text::wrap::wrap;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::screens::attempt::guessed;
use crate::ui::screens::drill_setup::category_id;

/// ```text
/// standard · summary                              3 questions, 2 solid or better
///
/// ▌ conflict        1:52   solid     before 2:31, rough
///   failure         2:20   rough
///
///   The question of the selected row, whole.
///   situation ━━━━━━━╌╌  0:21
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, screen: &DrillScreen) -> Viewport {
    let told = &screen.drill.told;
    let rated = told.iter().filter(|telling| telling.rated()).count();
    let good = told
        .iter()
        .filter(|telling| telling.rating >= Some(Rating::Solid))
        .count();
    let right = format!("{}, {good} solid or better", count(rated, "question"));
    page.header(paint, cx, &[&screen.drill.plan.name, "summary"], &right);
    let body = page.body;
    let row = screen.told_row();
    let detail_rows = 12.min(body.height / 2);
    let rows = usize::from(body.height.saturating_sub(detail_rows + 1)).max(1);
    let start = (row + 1).saturating_sub(rows);
    for (n, telling) in told.iter().enumerate().skip(start).take(rows) {
        let y = (n - start) as u16;
        line(paint, body, y, cx, telling, n == row);
    }
    let below = (told.len().min(rows) + 1) as u16;
    if let Some(telling) = told.get(row) {
        let area = Rect {
            x: body.x + 2,
            y: body.y + below,
            width: body.width.saturating_sub(2),
            height: body.height.saturating_sub(below),
        };
        detail(paint, area, cx, telling);
    }
    Viewport {
        rows,
        of: told.len(),
        ..Viewport::default()
    }
}

fn line(paint: &mut Paint, body: Rect, y: u16, cx: &Context, telling: &Telling, selected: bool) {
    let theme = *paint.theme;
    let question = cx.workspace.library.question(telling.question.as_str());
    if selected {
        paint.chevron(body, y);
    }
    let style = if selected { theme.selection } else { theme.text };
    paint.text(
        body,
        2,
        y,
        category_id(question.map(|question| question.category)),
        style,
    );
    match telling.rating.filter(|_| telling.rated()) {
        Some(rating) => {
            let time = format!("{:>5}", clock(spoken(telling)));
            let late = if telling.over() > 0.0 { theme.warn } else { theme.text };
            paint.text(body, 18, y, &time, late);
            paint.text(body, 26, y, rating.word(), theme.of_rating(rating));
        }
        None => {
            paint.text(body, 19, y, "left out", theme.soft);
        }
    }
    if let Some(before) = before(cx, telling) {
        paint.text(body, 36, y, &format!("before {before}"), theme.soft);
    }
}

fn detail(paint: &mut Paint, area: Rect, cx: &Context, telling: &Telling) {
    let columns = usize::from(area.width).min(76);
    let mut y = 0;
    if let Some(question) = cx.workspace.library.question(telling.question.as_str()) {
        for piece in wrap(&question.ask, columns).iter().take(3) {
            paint.text(area, 0, y, piece, paint.theme.text);
            y += 1;
        }
    }
    y += 1;
    if let Some(split) = telling.split() {
        for part in Part::ALL {
            let row = Row {
                part,
                spoken: split.of(part),
                aim: cx.workspace.settings.band.aim(part, f64::from(telling.target)),
                columns: 18,
            };
            if row.spoken.is_some() || row.aim.is_some() {
                part_row(paint, area, 0, y, &row, false);
                y += 1;
            }
        }
    }
    if let Some(answer) = telling
        .answer
        .as_ref()
        .and_then(|id| cx.workspace.library.answer(id.as_str()))
    {
        let told = telling.beats_told();
        let says = match told {
            Some(told) => format!("{} · said {} of {}", answer.title, told.hit.len(), telling.beats.len()),
            None => answer.title.clone(),
        };
        paint.pieces(area, 0, y, &[("told ", paint.theme.soft), (&says, paint.theme.text)]);
        y += 1;
    }
    if let Some(guess) = telling.guess {
        let says = guessed(guess, telling.rating);
        paint.pieces(
            area,
            0,
            y,
            &[("you guessed ", paint.theme.soft), (&says, paint.theme.text)],
        );
        y += 1;
    }
    if !telling.note.is_empty() {
        paint.pieces(
            area,
            0,
            y,
            &[("note ", paint.theme.soft), (&telling.note, paint.theme.text)],
        );
    }
}
