//! Weak: categories in the order to practise them, and how the selected one went.

use ratatui::layout::Rect;

use super::chart;
use crate::app::context::Context;
use crate::app::screens::review::weak::Weak;
use crate::app::state::Viewport;
use crate::domain::category::Category;
use crate::domain::part::Part;
use crate::domain::progress::readiness::in_words;
use crate::domain::progress::shares::Shares;
use crate::domain::progress::standing::{STRIP, Standing, Trend};
use crate::domain::question::Parts;
use crate::domain::rating::{Rating, strip};
use crate::text::wrap::wrap;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{behind, below, centred};
use crate::ui::widgets::bars::line;

/// Where the columns of the table stand: the strip, the last rating, how often it was told, and why.
const STRIPS: u16 = 18;
const LAST: u16 = STRIPS + STRIP as u16 + 4;
const TOLD: u16 = LAST + 10;
const WHY: u16 = LAST + 17;

/// Rows of the list that stay before the chart is given up.
const LISTED: u16 = 6;

/// Rows of the chart: its usual height, and with room to spare.
const CHART: [u16; 2] = [4, 7];

/// ```text
///   category        last six  last time  told   why
/// ▌ failure         ▇▅▃       rough ▼       4   over time in 3 of 4
///   deadline                                0   not tried yet
///
///   failure, last 8 weeks                     where the time goes      you   aim
///   3 solid  ┤      ●                         situation  ━━━━━━━━     41 %  20 %
///            └ Oct ──────── Nov
///
///   Do this: tell "The region we forgot" again, and begin with what you did.
/// ```
pub(super) fn draw(paint: &mut Paint, body: Rect, cx: &Context, weak: &Weak) -> Viewport {
    let rows = cx.overview.neediest();
    let selected = rows.get(weak.row).map(|standing| standing.category);
    let sentences = selected.map_or(Vec::new(), |category| sentences(cx, weak, category, body.width));
    let under = sentences.len() as u16 + 1;
    let all = rows.len() as u16 + 1;
    let fits = |chart: u16, listed: u16| body.height >= listed + 1 + chart + 3 + under;
    let chart = if fits(CHART[1], all) {
        CHART[1]
    } else if fits(CHART[0], LISTED) {
        CHART[0]
    } else {
        0
    };
    let taken = under + if chart > 0 { chart + 3 } else { 0 };
    let list = Rect {
        height: body.height.saturating_sub(taken).min(all),
        ..body
    };
    let viewport = table(paint, list, &rows, weak.row);
    let mut rest = below(body, list.height + 1);
    if let (Some(category), true) = (selected, chart > 0) {
        course(paint, rest, cx, weak, category, chart);
        rest = below(rest, chart + 3);
    }
    for (y, (text, loud)) in sentences.iter().enumerate() {
        let style = if *loud { paint.theme.heading } else { paint.theme.soft };
        paint.text(rest, 2, y as u16, text, style);
    }
    viewport
}

fn table(paint: &mut Paint, area: Rect, rows: &[&Standing], row: usize) -> Viewport {
    let theme = *paint.theme;
    let head = [
        (2, "category"),
        (STRIPS, "last six"),
        (LAST, "last time"),
        (TOLD + 1, "told"),
        (WHY, "why"),
    ];
    for (x, word) in head {
        paint.text(area, x, 0, word, theme.soft);
    }
    let area = below(area, 1);
    let height = usize::from(area.height);
    let start = centred(row, height, rows.len());
    for (n, standing) in rows.iter().enumerate().skip(start).take(height) {
        let y = (n - start) as u16;
        if n == row {
            paint.chevron(area, y);
        }
        category(paint, area, y, standing, n == row);
    }
    Viewport {
        rows: height,
        of: rows.len(),
        ..Viewport::default()
    }
}

fn category(paint: &mut Paint, area: Rect, y: u16, standing: &Standing, selected: bool) {
    let theme = *paint.theme;
    let style = if selected { theme.selection } else { theme.text };
    paint.text(area, 2, y, standing.category.id(), style);
    paint.text(area, STRIPS, y, &strip(&standing.strip), theme.text);
    if let Some(rating) = standing.last.map(|last| last.rating) {
        rating_word(paint, area, LAST, y, rating, standing.trend);
    }
    paint.text(area, TOLD, y, &format!("{:>5}", standing.attempts), theme.text);
    paint.text(area, WHY, y, &standing.reason(), style);
}

/// A rating's word with the way it goes.
fn rating_word(paint: &mut Paint, area: Rect, x: u16, y: u16, rating: Rating, trend: Option<Trend>) {
    let mark = match trend {
        Some(Trend::Up) => " ▲",
        Some(Trend::Down) => " ▼",
        Some(Trend::Level) | None => "",
    };
    let style = paint.theme.of_rating(rating);
    paint.pieces(area, x, y, &[(rating.word(), style), (mark, style)]);
}

/// The ratings of the last weeks at the left, where the time goes at the right.
fn course(paint: &mut Paint, area: Rect, cx: &Context, weak: &Weak, category: Category, rows: u16) {
    let figures = weak.figures.as_ref();
    let Some(course) = figures.and_then(|figures| figures.courses.get(&category)) else {
        return;
    };
    let title = format!("{category}, last {} weeks", course.weeks.len());
    paint.text(area, 2, 0, &title, paint.theme.soft);
    let columns = (area.width / 24).clamp(3, 6);
    let used = chart::draw(paint, behind(below(area, 1), 2), course, (rows, columns));
    if course.weeks.iter().all(Option::is_none) {
        let standing = cx
            .overview
            .standings
            .iter()
            .find(|standing| standing.category == category);
        let says = match standing.map_or(0, |standing| standing.attempts) {
            0 => "nothing told yet",
            _ => "nothing told lately",
        };
        paint.text(area, 14, 1 + rows / 2, says, paint.theme.soft);
    }
    let right = behind(area, used + 6);
    if right.width >= 34 {
        split(paint, right, category, course.shares);
    }
}

/// The share of each part beside its aim.
fn split(paint: &mut Paint, area: Rect, category: Category, shares: Option<Shares>) {
    let theme = *paint.theme;
    paint.text(area, 0, 0, "where the time goes", theme.soft);
    let Some(shares) = shares else {
        let says = match Parts::usual(category) {
            Parts::Star => "not marked yet; tab marks the parts while you speak",
            Parts::None => "told without parts",
        };
        for (y, line) in wrap(says, usize::from(area.width)).iter().enumerate() {
            paint.text(area, 0, y as u16 + 1, line, theme.soft);
        }
        return;
    };
    let bar = area.width.saturating_sub(12 + 15).clamp(7, 16);
    paint.text(area, 12 + bar, 0, "   you   aim", theme.soft);
    for (n, part) in Part::ALL.into_iter().take(4).enumerate() {
        let y = n as u16 + 1;
        let (told, aim) = (shares.told[n], shares.aim[n]);
        paint.text(area, 0, y, part.id(), theme.text);
        paint.text(area, 12, y, &line(told / 100.0, bar), theme.accent);
        paint.text(area, 12 + bar, y, &format!("{told:>4.0} %"), theme.text);
        paint.text(area, 18 + bar, y, &format!("{aim:>4} %"), theme.soft);
    }
}

/// What to do, then what is known beside it; the first is the loud one.
fn sentences(cx: &Context, weak: &Weak, category: Category, width: u16) -> Vec<(String, bool)> {
    let columns = usize::from(width.saturating_sub(4)).min(80);
    let Some(figures) = &weak.figures else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    if let Some(course) = figures.courses.get(&category) {
        let says = format!("Do this: {}.", course.to_do.says);
        lines.extend(wrap(&says, columns).into_iter().map(|line| (line, true)));
    }
    let standing = cx.overview.standings.iter().find(|one| one.category == category);
    if let Some(standing) = standing {
        let says = format!("Ready today: {} would go solid or better.", in_words(standing.ready));
        lines.push((says, false));
    }
    if let Some(guesses) = figures.guesses.get(&category) {
        lines.push((format!("You {}.", guesses.sentence()), false));
    }
    if let Some(score) = &figures.score {
        let said = score
            .sentences()
            .into_iter()
            .skip_while(|said| said.starts_with("expected "));
        lines.extend(
            said.flat_map(|said| wrap(&format!("Readiness was {said}."), columns))
                .map(|line| (line, false)),
        );
    }
    if cx.overview.attempts > 0 {
        let says = wrap(&cx.workspace.history.pace().words(), columns).into_iter();
        lines.extend(says.map(|line| (line, false)));
    }
    lines
}
