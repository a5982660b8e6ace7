//! Practise next: categories in the order to practise them, the one thing to do about the selected one, and how it went.

use ratatui::layout::Rect;

use super::chart;
use crate::app::context::Context;
use crate::app::screens::review::weak::Weak;
use crate::app::widgets::viewport::Viewport;
use crate::domain::category::Category;

use crate::domain::part::Part;
use crate::domain::progress::readiness::in_words;
use crate::domain::progress::score::Score;
use crate::domain::progress::shares::TimeShares;
use crate::domain::progress::standing::CategoryStatus;
use crate::domain::question::Parts;
use crate::text::words::capital;
use crate::text::wrap::wrap;
use crate::ui::paint::Paint;
use crate::ui::screens::home::standing::why;
use crate::ui::widgets::areas::{before, behind, below, centred};
use crate::ui::widgets::length;
use crate::ui::widgets::strip::went;

/// Columns from which the table stands wider, and says how often a category was told.
const ROOMY: u16 = 92;

/// Columns of prose at most.
const PROSE: usize = 72;

/// Rows of the list that stay before what is below it is given up.
const LISTED: u16 = 6;

/// Rows of what else is known, with the one above them, that stay before the list is shown whole.
const KNOWN: u16 = 2;

/// Rows of the chart with what stands above and below it.
const CHART: u16 = 6;

/// Where the columns of the table stand; `last` and `told` are where theirs end.
struct Table {
    strip: u16,
    last: u16,
    told: Option<u16>,
    why: u16,
}

impl Table {
    fn of(width: u16) -> Table {
        if width >= ROOMY {
            Table {
                strip: 19,
                last: 37,
                told: Some(44),
                why: 47,
            }
        } else {
            Table {
                strip: 17,
                last: 31,
                told: None,
                why: 33,
            }
        }
    }
}

/// ```text
///   category       last six      last   told   why
/// ▌ conflict       ▇▅▅▃▃▃ ▼       1 d      7   "say sooner what you did yourself"
///   ──────────────────────────────────────────────────────────────── 9 of 16 ↓ ──
///   Tell "The queue that could wait" again, and begin with what you did.   enter
///
///   conflict, as you told it             where your time goes         you   aim
///   strong   ▇  ▇                        situation  ━━━━┊━━━          31 %  20 %
/// ```
pub(super) fn draw(paint: &mut Paint, body: Rect, cx: &Context, weak: &Weak) -> Viewport {
    let rows = cx.overview.neediest();
    let Some(selected) = rows.get(weak.row) else {
        paint.text(
            body,
            2,
            0,
            "No category is asked now; the settings say which are.",
            paint.theme.soft,
        );
        return Viewport::default();
    };
    let says = to_do(weak, selected.category);
    let lines = wrap(&says, usize::from(body.width.saturating_sub(10)).min(PROSE));
    let sentence = lines.len() as u16;
    let all = rows.len() as u16 + 1;
    let chart = if body.height >= LISTED + 2 + sentence + 1 + CHART {
        CHART + 1
    } else {
        0
    };
    let under = 1 + sentence + chart;
    // The first of what else is known stays where the list can spare the rows.
    let spare = body.height.saturating_sub(all + under);
    let kept = body.height.saturating_sub(LISTED + 1 + under).min(KNOWN);
    let known = facts(cx, weak, selected);
    let known = &known[..known.len().min(usize::from(spare.max(kept).saturating_sub(1)))];
    let more = known.len() as u16 + u16::from(!known.is_empty());
    let list = Rect {
        height: body.height.saturating_sub(under + more).min(all),
        ..body
    };
    let seen = table(paint, list, cx, (&rows, weak.row));
    let foot = behind(below(body, list.height), 2);
    paint.rule_with(foot, 0, last_seen(&seen, weak.row), rows.len());
    let style = paint.theme.heading;
    for (line, y) in lines.iter().zip(1..) {
        paint.text(foot, 0, y, line, style);
    }
    paint.right(foot, 1, "enter", paint.theme.accent);
    if chart > 0 {
        course(paint, below(foot, 2 + sentence), cx, weak, selected.category);
    }
    for (line, y) in known.iter().zip(1 + sentence + chart + 1..) {
        paint.text(foot, 0, y, line, paint.theme.soft);
    }
    seen
}

/// The last row that is seen of a list that keeps the selected one in its middle.
fn last_seen(seen: &Viewport, row: usize) -> usize {
    (centred(row, seen.rows, seen.of) + seen.rows).min(seen.of)
}

fn table(paint: &mut Paint, area: Rect, cx: &Context, (rows, row): (&[&CategoryStatus], usize)) -> Viewport {
    let at = Table::of(area.width);
    let faint = paint.theme.faint;
    paint.text(area, 2, 0, "category", faint);
    paint.text(area, at.strip, 0, "last six", faint);
    paint.text(area, at.last - 4, 0, "last", faint);
    if let Some(told) = at.told {
        paint.text(area, told - 4, 0, "told", faint);
    }
    paint.text(area, at.why, 0, "why", faint);
    let area = below(area, 1);
    let height = usize::from(area.height);
    let start = centred(row, height, rows.len());
    for (n, standing) in rows.iter().enumerate().skip(start).take(height) {
        category(paint, area, (n - start) as u16, cx, &at, (standing, n == row));
    }
    Viewport {
        rows: height,
        of: rows.len(),
        ..Viewport::default()
    }
}

fn category(
    paint: &mut Paint,
    area: Rect,
    y: u16,
    cx: &Context,
    at: &Table,
    (standing, selected): (&CategoryStatus, bool),
) {
    let style = paint.choice(area, y, selected);
    went(paint, area, y, cx, (at.strip, at.last), (standing, style));
    if let Some(told) = at.told {
        paint.right(
            before(area, area.width - told),
            y,
            &standing.attempts.to_string(),
            paint.theme.soft,
        );
    }
    paint.text(area, at.why, y, &why(standing), style);
}

/// What to do about a category, as a sentence.
fn to_do(weak: &Weak, category: Category) -> String {
    let Some(to_do) = weak.to_do(category) else {
        return String::new();
    };
    format!("{}.", capital(&to_do.says))
}

/// How it went at the left, where the time goes at the right.
fn course(paint: &mut Paint, area: Rect, cx: &Context, weak: &Weak, category: Category) {
    let left = area.width / 2;
    chart::draw(paint, before(area, area.width - left + 2), cx, category);
    let right = behind(area, left);
    let figures = weak.figures.as_ref();
    let shares = figures.and_then(|figures| figures.courses.get(&category)?.shares);
    if right.width >= 34 {
        split(paint, right, category, shares);
    }
}

/// The share of each part beside its aim.
fn split(paint: &mut Paint, area: Rect, category: Category, shares: Option<TimeShares>) {
    let theme = *paint.theme;
    paint.text(area, 0, 0, "where your time goes", theme.faint);
    let Some(shares) = shares else {
        let says = match Parts::usual(category) {
            Parts::Star => "not marked yet; tab marks the parts while you speak",
            Parts::None => "told without parts",
        };
        for (line, y) in wrap(says, usize::from(area.width)).iter().zip(1..) {
            paint.text(area, 0, y, line, theme.soft);
        }
        return;
    };
    let numbers = behind(area, area.width.saturating_sub(12));
    paint.text(numbers, 2, 0, "you", theme.faint);
    paint.right(numbers, 0, "aim", theme.faint);
    let bar = usize::from(area.width.saturating_sub(12 + 11 + 2)).min(24);
    let most = shares
        .told
        .iter()
        .copied()
        .chain(shares.aim.map(f64::from))
        .fold(1.0, f64::max);
    for ((n, part), y) in Part::ALL.into_iter().take(4).enumerate().zip(1..) {
        let (told, aim) = (shares.told[n], f64::from(shares.aim[n]));
        paint.text(area, 0, y, part.id(), theme.text);
        let cells = length::stretch(told, aim, most * 1.05, bar);
        length::draw(paint, area, 11, y, &cells);
        paint.text(numbers, 0, y, &format!("{told:>3.0} %"), theme.text);
        paint.right(numbers, y, &format!("{aim:.0} %"), theme.soft);
    }
}

/// What else is known: how ready one is, how well one guesses, how right readiness was, and at what pace one forgets.
fn facts(cx: &Context, weak: &Weak, selected: &CategoryStatus) -> Vec<String> {
    let Some(figures) = &weak.figures else {
        return Vec::new();
    };
    let ready = format!("Ready today: {} would go solid or better.", in_words(selected.ready));
    let guesses = figures.guesses.get(&selected.category);
    let guesses = guesses.map(|guesses| format!("You {}.", guesses.sentence()));
    let score = figures.score.as_ref().map(Score::sentences).unwrap_or_default();
    let score = score.into_iter().skip_while(|said| said.starts_with("expected "));
    let score = score.map(|said| format!("Readiness was {said}."));
    let pace = (cx.overview.attempts > 0).then(|| cx.workspace.history.pace().words());
    let said = guesses.into_iter().chain([ready]).chain(score).chain(pace);
    said.flat_map(|said| wrap(&said, PROSE)).collect()
}
