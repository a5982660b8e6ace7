//! A sprint: the question with its clock, what was missed, and the end.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::drill_setup::category_id;
use crate::app::context::Context;
use crate::app::screens::sprint::SprintScreen;
use crate::app::widgets::viewport::Viewport;
use crate::domain::clock::Moment;
use crate::domain::drill::sprint::{SprintPhase, mixed_up};
use crate::domain::history::sprint_answer::SprintAnswer;
use crate::domain::id::AnswerId;
use crate::domain::question::Question;
use crate::text::time::{clock, count};
use crate::text::wrap::wrap;
use crate::ui::overlays::{marked, window};
use crate::ui::page::Page;
use crate::ui::paint::{Digits, Paint};
use crate::ui::widgets::areas::{behind, below};
use crate::ui::widgets::scrolled::Scrolled;

/// Columns a question is wrapped to.
const COLUMNS: usize = 72;
/// Seconds from which the time is short.
const SHORT: u64 = 3;

/// ```text
/// sprint · 4 of 10                                        3 right
///
///   The question, bold.
///                         0:07
///
/// ▌ what is typed
///   The queue that could wait
/// ▌ The region we forgot
/// ```
pub(in crate::ui) fn draw(
    paint: &mut Paint,
    page: &Page,
    cx: &Context,
    screen: &SprintScreen,
    now: Moment,
) -> Viewport {
    let sprint = &screen.sprint;
    if sprint.phase() == SprintPhase::Over {
        return over(paint, page, cx, screen);
    }
    let (number, of) = sprint.number();
    let place = format!("{number} of {of}");
    let again = format!("once more, {} seconds", sprint.limit());
    let pieces = ["sprint", &place, &again];
    let right = sprint.told.iter().filter(|taken| taken.right).count();
    let saved = screen.last.as_ref().is_some_and(|id| cx.outbox.saved(id));
    let right = format!("{right} right{}", if saved { " · saved" } else { "" });
    page.header(paint, cx, &pieces[..2 + sprint.round()], &right);
    let Some(question) = sprint.question().and_then(|id| cx.workspace.library.question(id)) else {
        return Viewport::default();
    };
    let body = behind(page.body, 2);
    let mut y = 0;
    for line in wrap(&question.ask, COLUMNS.min(usize::from(body.width))).iter().take(4) {
        paint.text(body, 0, y, line, paint.theme.heading);
        y += 1;
    }
    if sprint.phase() == SprintPhase::Missed {
        missed(paint, body, y + 1, cx, screen, question);
        return Viewport::default();
    }
    let left = sprint.left(now);
    let style = if left <= SHORT {
        paint.theme.warn
    } else {
        paint.theme.accent
    };
    let digits = if body.height < 16 { Digits::Small } else { Digits::Big };
    paint.digits(body, 0, y + 1, &clock(left), style, digits);
    answers(paint, page.body, y + digits.rows() + 2, screen)
}

/// The line that is typed, and the answers that have its letters.
fn answers(paint: &mut Paint, body: Rect, y: u16, screen: &SprintScreen) -> Viewport {
    let search = &screen.search;
    let field = below(body, y);
    let asks = "which answer would you tell?";
    if search.field.text().is_empty() {
        paint.text(field, 4, 0, asks, paint.theme.soft);
    }
    paint.field(field, 2, 0, &search.field);
    let list = below(field, 1);
    let seen = Scrolled::over(paint, list, search.row, search.found.len());
    let list = seen.area;
    if !screen.chosen {
        paint.clicks.unmarked(list);
    }
    for ((n, found), y) in seen.rows().zip(&search.found[seen.rows()]).zip(0..) {
        let selected = screen.chosen && n == search.row;
        let mut style = paint.theme.text;
        if selected {
            paint.chevron(list, y);
            style = paint.theme.selection;
        }
        marked(paint, list, 2, y, search.finder.shown(found), &found.marks, style);
    }
    if search.found.is_empty() {
        paint.text(list, 2, 0, "No title has these letters.", paint.theme.soft);
    }
    seen.viewport()
}

/// What was taken, and what serves the question.
fn missed(paint: &mut Paint, area: Rect, y: u16, cx: &Context, screen: &SprintScreen, question: &Question) {
    let theme = *paint.theme;
    match screen.sprint.told.last().and_then(|taken| taken.answer.as_ref()) {
        Some(id) => paint.pieces(
            area,
            0,
            y,
            &[("not for this one  ", theme.bad), (title(cx, id), theme.text)],
        ),
        None => paint.text(area, 0, y, "the time is up", theme.warn),
    };
    let heading = format!("These serve it ({})", question.category.title().to_lowercase());
    paint.text(area, 0, y + 2, &heading, theme.soft);
    for (n, title) in screen.serving.iter().enumerate() {
        paint.text(area, 2, y + 3 + n as u16, title, theme.text);
    }
}

fn title<'a>(cx: &'a Context, id: &AnswerId) -> &'a str {
    cx.workspace
        .library
        .answer(id)
        .map_or("an answer that is gone", |answer| answer.title.as_str())
}

/// ```text
/// sprint · how it went                        7 of 10 right, half of them within 2.4 s
///
/// ▌ conflict        2.1 s   right       The queue that could wait
///   failure        10.0 s   too late
///
///   The question of the selected row, whole.
///
///   Mixed up
///   One page for newcomers, which serves mentoring, for failure
/// ```
fn over(paint: &mut Paint, page: &Page, cx: &Context, screen: &SprintScreen) -> Viewport {
    let told = &screen.sprint.told;
    page.header(paint, cx, &["sprint", "how it went"], &result(screen));
    let body = page.body;
    let row = screen.row.min(told.len().saturating_sub(1));
    let mixed = mixed_up(told, &cx.workspace.library);
    let below = 4 + mixed.len().min(4) as u16 + 2;
    let rows = usize::from(body.height.saturating_sub(below)).max(1).min(told.len());
    let start = window(row, rows);
    let (first, _) = screen.sprint.rounds();
    for (n, taken) in told.iter().enumerate().skip(start).take(rows) {
        let y = (n - start) as u16;
        let style = paint.choice(body, y, n == row);
        line(paint, body, y, cx, taken, style, n >= first.len());
    }
    let mut y = rows as u16 + 1;
    let inset = behind(body, 2);
    let question = told
        .get(row)
        .and_then(|taken| cx.workspace.library.question(&taken.question));
    for piece in question
        .iter()
        .flat_map(|question| wrap(&question.ask, COLUMNS))
        .take(2)
    {
        paint.text(inset, 0, y, &piece, paint.theme.text);
        y += 1;
    }
    if !mixed.is_empty() {
        paint.text(inset, 0, y + 1, "Mixed up", paint.theme.soft);
        for (n, one) in mixed.iter().take(4).enumerate() {
            let serves: Vec<&str> = one.serves.iter().map(|category| category.id()).collect();
            let times = if one.times > 1 {
                format!(", {} times", one.times)
            } else {
                String::new()
            };
            let says = format!(", which serves {}, for {}{times}", serves.join(" and "), one.asked);
            let pieces = [
                (title(cx, &one.answer), paint.theme.text),
                (says.as_str(), paint.theme.soft),
            ];
            paint.pieces(inset, 0, y + 2 + n as u16, &pieces);
        }
    }
    Viewport::of(rows, told.len())
}

fn line(paint: &mut Paint, body: Rect, y: u16, cx: &Context, taken: &SprintAnswer, style: Style, again: bool) {
    let theme = *paint.theme;
    let question = cx.workspace.library.question(&taken.question);
    let category = category_id(question.map(|question| question.category));
    paint.text(body, 2, y, category, style);
    paint.text(body, 18, y, &format!("{:>4.1} s", taken.seconds), theme.text);
    let (word, colour) = match (taken.right, taken.late()) {
        (true, _) => ("right", theme.accent),
        (false, true) => ("too late", theme.warn),
        (false, false) => ("not for this", theme.bad),
    };
    paint.text(body, 27, y, word, colour);
    if let Some(id) = &taken.answer {
        paint.text(body, 42, y, title(cx, id), theme.text);
    }
    if again {
        paint.right(body, y, "once more", theme.soft);
    }
}

fn result(screen: &SprintScreen) -> String {
    let (first, second) = screen.sprint.rounds();
    let right = |round: &[SprintAnswer]| round.iter().filter(|taken| taken.right).count();
    let mut seconds: Vec<f64> = first
        .iter()
        .filter(|taken| taken.right)
        .map(|taken| taken.seconds)
        .collect();
    seconds.sort_by(f64::total_cmp);
    let mut says = format!("{} of {} right", right(first), count(first.len(), "question"));
    if let Some(middle) = seconds.get(seconds.len() / 2) {
        says.push_str(&format!(", half of them within {middle:.1} s"));
    }
    if !second.is_empty() {
        says.push_str(&format!(", {} of {} once more", right(second), second.len()));
    }
    says
}
