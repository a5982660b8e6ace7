//! Today: the one thing to do, what is owed, and where practice is wanted.

mod aside;
pub(in crate::ui) mod standing;
mod welcome;

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::overview::Share;
use crate::app::screens::home::Home;
use crate::app::screens::home::rows::{HomeRow, rows};
use crate::app::widgets::viewport::Viewport;
use crate::keys::place::Place;
use crate::text::shown::Shown;
use crate::text::time::count;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{before, behind, below};

/// Where what a row says begins, behind its label.
const SECOND: u16 = 13;

/// ```text
/// ▌ Practise now                                                     9 days
///   6 questions, about 18 min: people, ambiguity           to the Acme onsite
///
///   Ask        Northwind: ask Mara Ilves when they decide      2 days late
///   Remember   say sooner what you did yourself                  Northwind
///
///   To practise      last six      last   why
///   conflict         ▇▅▅▃▃▃ ▼       1 d   "say sooner what you did yourself"
///
///   Where you stand  ·▁▃▃▅▅▇▇   12 of 16 solid or strong
///   Four weeks       ······▓ ▒·▓·▒▓· ▓·▓▒▓▒▒ ▓▒▒▓▓□·   16 days, 41 questions
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, home: &Home) -> Viewport {
    page.places(paint, cx, Place::Today, None);
    let body = page.body;
    let rows = rows(cx);
    let selected = home.place(&rows);
    let mut y = 1;
    if cx.workspace.first_run() {
        y = welcome::says(paint, body, y);
    }
    let mut above = None;
    let listed = rows.iter().position(|row| matches!(row, HomeRow::Practise(_)));
    for (n, row) in rows.iter().enumerate().take(listed.unwrap_or(rows.len())) {
        y += u16::from(above.is_some_and(|above| above != row.group()));
        above = Some(row.group());
        y += top_row(paint, body, y, cx, row, n == selected);
    }
    let mut viewport = Viewport::of(usize::from(body.height), rows.len());
    if !cx.workspace.all_read() {
        return Viewport::default();
    }
    if cx.workspace.first_run() {
        welcome::files(paint, body, y + 1, cx);
    } else {
        let room = below(body, y + 1);
        let first = listed.unwrap_or(rows.len());
        let wide = body.width >= aside::WIDE && room.height >= aside::ROWS;
        let table = if wide { before(room, aside::COLUMNS) } else { room };
        let listed = (&rows[first..], selected.checked_sub(first));
        standing::draw(paint, table, cx, listed, wide);
        if wide {
            aside::draw(paint, behind(room, room.width - aside::COLUMNS + aside::GAP), cx);
        }
    }
    if let Some(asking) = &home.welcome {
        viewport = welcome::draw(paint, page, asking);
    }
    viewport
}

/// A row above the table; answers with the rows it took.
fn top_row(paint: &mut Paint, body: Rect, y: u16, cx: &Context, row: &HomeRow, selected: bool) -> u16 {
    let style = paint.choice(body, y, selected);
    let (label, says, right) = said(cx, row);
    let main = matches!(row, HomeRow::Today { .. } | HomeRow::GoOn { .. });
    if main {
        let [above, below] = right;
        paint.text(body, 2, y, &label, paint.theme.heading);
        paint.right(body, y, &above, paint.theme.text);
        let used = 2 + paint.text(body, 2, y + 1, &says, paint.theme.text);
        at_right(paint, body, y + 1, used, &[below, String::new()]);
        return 2;
    }
    let at = if matches!(row, HomeRow::Try | HomeRow::Bring | HomeRow::Write) {
        paint.text(body, 2, y, &label, style);
        26
    } else {
        paint.text(body, 2, y, &label, if selected { style } else { paint.theme.faint });
        SECOND
    };
    let used = at + paint.text(body, at, y, &says, style);
    at_right(paint, body, y, used, &right);
    1
}

/// The first of two words for the same that has room behind what is drawn already; none where neither has.
fn at_right(paint: &mut Paint, body: Rect, y: u16, used: u16, words: &[String; 2]) {
    let room = usize::from(body.width.saturating_sub(used + 2));
    let fits = words
        .iter()
        .find(|word| !word.is_empty() && Shown::new(word).width() <= room);
    if let Some(word) = fits {
        paint.right(body, y, word, paint.theme.soft);
    }
}

/// The label of a row, what it says, and at the right what else is worth a word, long and short.
fn said(cx: &Context, row: &HomeRow) -> (String, String, [String; 2]) {
    let none = || [String::new(), String::new()];
    let (label, says, right) = match row {
        HomeRow::GoOn { left, of, morning } => {
            let when = if *morning { "this morning" } else { "earlier today" };
            ("Go on", format!("{left} of {of} left from {when}"), none())
        }
        HomeRow::Draft { what, when, count } => {
            let more = if *count > 1 {
                format!("{} more", count - 1)
            } else {
                String::new()
            };
            ("Not saved", format!("{what}, typed {when}"), [more, String::new()])
        }
        HomeRow::Today { share, .. } => (called(*share), practice(row), until(cx)),
        HomeRow::Try => ("Try three questions", "about eight minutes".to_owned(), none()),
        HomeRow::Bring => (
            "Bring my notes",
            "a file of answers, in whatever shape they are".to_owned(),
            none(),
        ),
        HomeRow::Write => (
            "Write an answer",
            "with the five headings, the cursor in Situation".to_owned(),
            none(),
        ),
        HomeRow::Debrief { says, .. } => ("Write down", says.clone(), ["three minutes".to_owned(), String::new()]),
        HomeRow::Owed { says, since, .. } => ("Owed", says.clone(), [since.clone(), String::new()]),
        HomeRow::Keep { better, from, .. } => (
            "Remember",
            better.clone(),
            [
                format!("heard at {from}"),
                from.split(',').next().unwrap_or_default().to_owned(),
            ],
        ),
        HomeRow::Practise(_) => ("", String::new(), none()),
    };
    (label.to_owned(), says, right)
}

/// What Today's drill is called.
fn called(share: Share) -> &'static str {
    match share {
        Share::More => "Done for today",
        Share::Off => "A day off",
        Share::Planned | Share::WarmUp => "Practise now",
    }
}

/// What the drill of today is.
fn practice(row: &HomeRow) -> String {
    let HomeRow::Today {
        questions,
        minutes,
        about,
        share,
    } = row
    else {
        return String::new();
    };
    let about: Vec<&str> = about.iter().map(|category| category.id()).collect();
    let about = if about.is_empty() {
        String::new()
    } else {
        format!(": {}", about.join(", "))
    };
    match share {
        Share::Planned => format!("{}, about {minutes} min{about}", count(*questions, "question")),
        Share::More => format!("{questions} more would be about {minutes} min{about}"),
        Share::Off => format!("{questions} all the same would be about {minutes} min{about}"),
        Share::WarmUp if *questions == 0 => "the day itself: read what you prepared, once".to_owned(),
        Share::WarmUp => format!("to warm up: {questions} of your strongest, then read what you prepared"),
    }
}

/// How long until the next round, and what it is.
fn until(cx: &Context) -> [String; 2] {
    let next = crate::domain::interview::next_round(&cx.workspace.interviews, cx.now.wall, &cx.workspace.zone);
    let Some(next) = next else {
        return [String::new(), String::new()];
    };
    let what = format!("{} {}", next.interview.company, next.round.kind.label());
    match crate::domain::days::between(cx.workspace.today, next.day) {
        ..=0 => ["today".to_owned(), format!("the {what}")],
        1 => ["tomorrow".to_owned(), format!("the {what}")],
        days => [format!("{days} days"), format!("to the {what}")],
    }
}
