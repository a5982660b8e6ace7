//! Summary: the next step, then each question of the drill beside last time.

use ratatui::layout::Rect;

use super::rate::before;
use super::{header, split};
use crate::app::context::Context;
use crate::app::screens::drill::DrillScreen;
use crate::app::screens::drill::summary::NextStep;
use crate::app::widgets::viewport::Viewport;
use crate::domain::drill::Turn;
use crate::domain::id::QuestionId;
use crate::domain::rating::Rating;
use crate::text::time::{clock, count, day};
use crate::ui::page::{GUTTER, Page};
use crate::ui::paint::Paint;
use crate::ui::screens::attempt::guessed;
use crate::ui::screens::drill_setup::category_id;
use crate::ui::widgets::areas::{behind, below};
use crate::ui::widgets::{length, strip::strip};

/// Columns of a row: how well before and now, how long, in words, before.
const STRIP: u16 = 16;
const TIME: u16 = 25;
const WORD: u16 = 33;
const BEFORE: u16 = 44;
/// The row the questions begin in, below the next step.
const FIRST: u16 = 4;

/// ```text
/// ● ● ●   summary                                  3 questions, 2 solid or better
///
/// ▌ Tell the rough one again                                                enter
///   failure
///
///   question        last six   time    how        before
///   conflict        ▃▅         1:52    solid      2:31, rough
///   failure         ▃          2:20    rough
///
///   The question of the selected row, whole.
///   situation  ━━━━━━━┊     0:21   aim  0:24
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, screen: &DrillScreen) -> Viewport {
    let told = &screen.drill.told;
    let rated = told.iter().filter(|telling| telling.rated()).count();
    let good = told
        .iter()
        .filter(|telling| telling.rated() && telling.rating >= Some(Rating::Solid))
        .count();
    let right = format!("{}, {good} solid or better", count(rated, "question"));
    header(paint, page, cx, &screen.drill, &right);
    let body = page.hanging();
    let row = screen.told_row();
    let step = screen.next_step(cx);
    next_step(paint, body, cx, &step, row.is_none());
    let list = below(body, FIRST);
    let details = if list.height >= 12 { 8 } else { 0 };
    let rows = usize::from(list.height.saturating_sub(details)).clamp(1, told.len().max(1));
    let start = (row.unwrap_or(0) + 1).saturating_sub(rows);
    for (n, telling) in told.iter().enumerate().skip(start).take(rows) {
        line(paint, list, (n - start) as u16, cx, telling, row == Some(n));
    }
    let under = behind(below(list, rows as u16 + 1), GUTTER);
    // Where there is one, it is what the next step is about.
    let seen = row.or((told.len() == 1).then_some(0));
    match (seen.and_then(|row| told.get(row)), &step) {
        (Some(telling), _) => detail(paint, under, cx, telling),
        (None, NextStep::Again(questions)) => asked(paint, under, cx, questions),
        (None, NextStep::Write(question)) => asked(paint, under, cx, std::slice::from_ref(question)),
        (None, NextStep::Done(_)) => {}
    }
    if start + rows < told.len() {
        paint.more_below(list, rows as u16, start + rows, told.len());
    }
    Viewport::of(rows, told.len())
}

/// The next step, and below it what it is about.
fn next_step(paint: &mut Paint, body: Rect, cx: &Context, step: &NextStep, selected: bool) {
    let theme = *paint.theme;
    let category = |id: &QuestionId| {
        let question = cx.workspace.library.question(id);
        category_id(question.map(|question| question.category))
    };
    let (says, about) = match step {
        NextStep::Again(questions) => {
            let says = match questions.len() {
                1 => "Tell the rough one again".to_owned(),
                many => format!("Tell the {many} rough ones again"),
            };
            let mut names: Vec<&str> = questions.iter().map(category).collect();
            names.dedup();
            (says, names.join(", "))
        }
        NextStep::Write(question) => (
            format!("Write down what you said for {}", category(question)),
            "there is no answer to it yet, and now you know it".to_owned(),
        ),
        NextStep::Done(Some(date)) => (
            "Done".to_owned(),
            format!("the first of them comes back on {}", day(*date)),
        ),
        NextStep::Done(None) => ("Done".to_owned(), String::new()),
    };
    if selected {
        paint.chevron(body, 0);
    }
    paint.text(body, 2, 0, &says, if selected { theme.selection } else { theme.text });
    paint.right(body, 0, "enter ", theme.faint);
    paint.text(body, 2, 1, &about, theme.soft);
    for (x, head) in [
        (0, "question"),
        (STRIP, "last six"),
        (TIME, " time"),
        (WORD, "how"),
        (BEFORE, "before"),
    ] {
        paint.text(body, 2 + x, FIRST - 1, head, theme.faint);
    }
}

fn line(paint: &mut Paint, list: Rect, y: u16, cx: &Context, telling: &Turn, selected: bool) {
    let theme = *paint.theme;
    let question = cx.workspace.library.question(&telling.question);
    let style = paint.choice(list, y, selected);
    let name = category_id(question.map(|question| question.category));
    let row = behind(list, 2);
    paint.text(row, 0, y, name, style);
    let attempts = cx.workspace.history.of_question(&telling.question);
    let ratings: Vec<Rating> = attempts.map(|attempt| attempt.rating).collect();
    strip(paint, row, STRIP, y, &ratings);
    match telling.rating.filter(|_| telling.rated()) {
        Some(rating) => {
            let late = if telling.over() > 0.0 { theme.warn } else { theme.text };
            paint.text(row, TIME, y, &format!("{:>5}", clock(split::spoken(telling))), late);
            paint.text(row, WORD, y, rating.word(), theme.of_rating(rating));
        }
        None => {
            paint.text(row, WORD, y, "left out", theme.faint);
        }
    }
    if let Some(before) = before(cx, telling) {
        paint.text(row, BEFORE, y, &before, theme.soft);
    }
}

/// What is told again, or written down.
fn asked(paint: &mut Paint, area: Rect, cx: &Context, questions: &[QuestionId]) {
    let mut y = 0;
    for id in questions {
        if let Some(question) = cx.workspace.library.question(id) {
            let room = area.height.saturating_sub(y).min(2);
            y += paint.lines(area, 0, y, &question.ask, room, paint.theme.soft);
        }
    }
}

fn detail(paint: &mut Paint, area: Rect, cx: &Context, telling: &Turn) {
    let theme = *paint.theme;
    let prose = Rect {
        width: area.width.min(76),
        ..area
    };
    let mut y = 0;
    if let Some(question) = cx.workspace.library.question(&telling.question) {
        y = paint.lines(prose, 0, 0, &question.ask, 3, theme.text) + 1;
    }
    let told = split::told(telling, cx.workspace.settings.band);
    for one in &told {
        paint.text(area, 0, y, one.part.id(), theme.text);
        let used = length::draw(paint, area, 11, y, &split::cells(&told, one, 24));
        let spent = one.spent.map_or("–".to_owned(), |spent| clock(spent as u64));
        let against = one
            .aim
            .map(|aim| split::against_the_aim(one.spent, aim).0)
            .unwrap_or_default();
        let at = (11 + used).max(36) + 1;
        let style = if split::late(one) { theme.warn } else { theme.soft };
        paint.pieces(
            area,
            at,
            y,
            &[(&format!("{spent:>4}   "), theme.text), (&against, style)],
        );
        y += 1;
    }
    let answer = telling.answer.as_ref().and_then(|id| cx.workspace.library.answer(id));
    let said = answer.map(|answer| match telling.beats_told() {
        Some(told) => format!("{} · said {} of {}", answer.title, told.hit.len(), telling.beats.len()),
        None => answer.title.clone(),
    });
    let guess = telling.guess.map(|guess| guessed(guess, telling.rating));
    let note = Some(telling.note.clone()).filter(|note| !note.is_empty());
    for (label, says) in [("told", said), ("you guessed", guess), ("note", note)] {
        if let Some(says) = says {
            paint.text(area, 0, y, label, theme.faint);
            paint.text(area, 13, y, &says, theme.text);
            y += 1;
        }
    }
}
