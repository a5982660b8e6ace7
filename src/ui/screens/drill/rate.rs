//! Rate: the four sentences, what was said, and the answer beside it.

use ratatui::layout::Rect;

use super::answer_pane;
use super::{Row, part_row};
use crate::app::context::{Context, FOLD};
use crate::app::screens::drill::{DrillScreen, RateFocus, shows_parts};
use crate::app::state::Viewport;
use crate::domain::drill::turn::{Telling, round};
use crate::domain::history::attempt::Attempt;
use crate::domain::part::Part;
use crate::domain::rating::{Dimension, Rating};
use crate::text::time::clock;
use crate::text::wrap::wrap;
use crate::ui::page::{Page, halves};
use crate::ui::paint::{Focus, Paint};
use crate::ui::screens::drill_setup::category_id;

/// The rows a pane takes at most.
const TALLEST: u16 = 26;

/// ```text
/// standard · 2 of 5 · conflict              1:52 of 2:00 · how was it?
///
///   1 froze     no story came, or you lost the thread
/// ▌ 3 solid     clear, in time, with a result                   saved
///   4 strong    you would tell it tomorrow ...            you guessed
///
/// ╭ What you said ─────────╮╭ The queue that could wait ── said 4 of 5 ╮
/// │ situation ━━━━  0:21   ││ Situation                                │
/// ╰────────────────────────╯╰──────────────────────────────────────────╯
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, screen: &DrillScreen) -> Viewport {
    let drill = &screen.drill;
    let Some(telling) = drill.now.as_ref() else {
        return Viewport::default();
    };
    let question = cx.workspace.library.question(telling.question.as_str());
    let spoken = clock(telling.spoken.as_secs());
    let right = format!("{spoken} of {} · how was it?", clock(u64::from(telling.target)));
    let place = format!("{} of {}", drill.number(), drill.len());
    let again = if telling.again { "once more at the end" } else { "" };
    let mut pieces = vec![
        drill.plan.name.as_str(),
        &place,
        category_id(question.map(|question| question.category)),
    ];
    pieces.extend(Some(again).filter(|again| !again.is_empty()));
    page.header(paint, cx, &pieces, &right);
    let body = page.body;
    ratings(paint, body, cx, screen, telling);
    let panes = Rect {
        y: body.y + 5,
        height: body.height.saturating_sub(5).min(TALLEST),
        ..body
    };
    let (title, counted) = answer_pane::title(cx, telling);
    if usize::from(page.whole.width) < FOLD {
        let focused = screen.pane == 0 && screen.focus == RateFocus::Points;
        if focused {
            let inside = paint.pane(panes, &title, &counted, Focus::Here);
            answer_pane::draw(paint, inside, cx, screen, telling);
        } else {
            let inside = paint.pane(panes, said_title(screen), "", Focus::Here);
            said(paint, inside, cx, screen, telling);
        }
        return Viewport::default();
    }
    let [left, right] = halves(panes);
    let (here, there) = match screen.focus {
        RateFocus::Points => (Focus::Elsewhere, Focus::Here),
        RateFocus::Dimension(_) => (Focus::Here, Focus::Elsewhere),
    };
    let inside = paint.pane(left, said_title(screen), "", here);
    said(paint, inside, cx, screen, telling);
    let inside = paint.pane(right, &title, &counted, there);
    answer_pane::draw(paint, inside, cx, screen, telling);
    Viewport::default()
}

fn said_title(screen: &DrillScreen) -> &'static str {
    match screen.focus {
        RateFocus::Points => "What you said",
        RateFocus::Dimension(_) => "How each side of it went",
    }
}

fn ratings(paint: &mut Paint, body: Rect, cx: &Context, screen: &DrillScreen, telling: &Telling) {
    for (n, rating) in Rating::ALL.into_iter().enumerate() {
        let y = n as u16;
        let chosen = telling.rating == Some(rating);
        let style = paint.choice(body, y, chosen);
        let number = rating.number().to_string();
        let word = if chosen {
            paint.theme.of_rating(rating).patch(style)
        } else {
            paint.theme.of_rating(rating)
        };
        paint.text(body, 2, y, &number, paint.theme.accent);
        paint.text(body, 4, y, rating.word(), word);
        let mut line = body;
        if chosen {
            let saved = telling.attempt.as_ref().is_some_and(|id| cx.outbox.saved(id)) && screen.settled();
            let (word, style) = if saved {
                ("saved", paint.theme.accent)
            } else {
                ("saving", paint.theme.soft)
            };
            line.width -= (paint.right(line, y, word, style) + 3).min(line.width);
        }
        if telling.guess == Some(rating) {
            let word = if chosen { "as you guessed" } else { "you guessed" };
            line.width -= (paint.right(line, y, word, paint.theme.text) + 3).min(line.width);
        }
        paint.text(line, 14, y, rating.sentence(), style);
    }
}

fn said(paint: &mut Paint, inside: Rect, cx: &Context, screen: &DrillScreen, telling: &Telling) {
    let mut y = match screen.focus {
        RateFocus::Dimension(row) => dimensions(paint, inside, telling, row),
        RateFocus::Points => split(paint, inside, cx, telling),
    };
    y = probes(paint, inside, y, telling);
    if let Some(last) = before(cx, telling) {
        paint.pieces(
            inside,
            0,
            y,
            &[("last time ", paint.theme.soft), (&last, paint.theme.text)],
        );
        y += 1;
    }
    let question = cx.workspace.library.question(telling.question.as_str());
    if let Some(question) = question
        && telling.answer.is_some()
        && screen.focus == RateFocus::Points
    {
        let room = Rect {
            height: inside.height.saturating_sub(2),
            ..inside
        };
        y = answer_pane::listen_for(paint, room, y, question);
    }
    let y = y.min(inside.height.saturating_sub(1));
    note(paint, inside, y, screen, telling);
}

fn note(paint: &mut Paint, inside: Rect, y: u16, screen: &DrillScreen, telling: &Telling) {
    if let Some(field) = &screen.note {
        paint.text(inside, 0, y, "note", paint.theme.accent);
        paint.field(inside, 6, y, field);
        return;
    }
    if telling.note.is_empty() {
        return;
    }
    paint.text(inside, 0, y, "note", paint.theme.soft);
    let lines = wrap(&telling.note, usize::from(inside.width).saturating_sub(6));
    for (n, line) in lines.iter().enumerate() {
        paint.text(inside, 6, y + n as u16, line, paint.theme.text);
    }
}

fn split(paint: &mut Paint, inside: Rect, cx: &Context, telling: &Telling) -> u16 {
    let mut y = 0;
    if let Some(split) = telling.split() {
        let columns = inside.width.saturating_sub(12 + 20).clamp(6, 20);
        for part in Part::ALL {
            let (spoken, aim) = (
                split.of(part),
                cx.workspace.settings.band.aim(part, f64::from(telling.target)),
            );
            if spoken.is_none() && aim.is_none() {
                continue;
            }
            let row = Row {
                part,
                spoken,
                aim,
                columns,
            };
            part_row(paint, inside, 0, y, &row, false);
            y += 1;
        }
    } else {
        let says = if shows_parts(telling) {
            "parts not marked; tab marks them while you speak"
        } else {
            "told without parts"
        };
        paint.text(inside, 0, y, says, paint.theme.soft);
        y += 1;
    }
    for gap in &telling.gaps {
        let says = format!("the clock stood still for {}", clock(*gap as u64));
        paint.text(inside, 0, y, &says, paint.theme.soft);
        y += 1;
    }
    y
}

fn dimensions(paint: &mut Paint, inside: Rect, telling: &Telling, row: usize) -> u16 {
    for (n, dimension) in Dimension::ALL.into_iter().enumerate() {
        let y = n as u16;
        let style = paint.choice(inside, y, n == row);
        paint.text(inside, 2, y, dimension.label(), style);
        let word = telling.dimensions[n].map_or("", Rating::word);
        let rated = telling.dimensions[n].map_or(paint.theme.soft, |rating| paint.theme.of_rating(rating));
        paint.text(inside, 14, y, word, rated);
        let about = Rect {
            x: inside.x + 22.min(inside.width),
            width: inside.width.saturating_sub(22),
            ..inside
        };
        paint.text(about, 0, y, dimension.sentence(), paint.theme.soft);
    }
    Dimension::ALL.len() as u16
}

fn probes(paint: &mut Paint, inside: Rect, y: u16, telling: &Telling) -> u16 {
    let mut y = y;
    for probe in &telling.probes {
        let at = paint.text(inside, 0, y, &clock(probe.seconds as u64), paint.theme.text);
        paint.text(inside, at + 1, y, &probe.ask, paint.theme.soft);
        y += 1;
    }
    y
}

/// The attempt before this one, in words.
pub(in crate::ui) fn before(cx: &Context, telling: &Telling) -> Option<String> {
    let earlier: Option<&Attempt> = cx
        .workspace
        .history
        .of_question(&telling.question)
        .rev()
        .find(|attempt| Some(&attempt.id) != telling.attempt.as_ref());
    earlier.map(|attempt| {
        let missing = if attempt.never_reached(Part::Result) {
            ", no result"
        } else {
            ""
        };
        format!("{}, {}{missing}", clock(attempt.speak as u64), attempt.rating.word())
    })
}

/// Seconds spoken, to a tenth, as they will be written.
pub(in crate::ui) fn spoken(telling: &Telling) -> u64 {
    round(telling.spoken) as u64
}
