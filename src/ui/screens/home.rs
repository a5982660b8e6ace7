//! Home: what to do today, and where practice is wanted.

use crate::app::screens::home::{Home, HomeRow};
use crate::app::state::{App, Share, Viewport};
use crate::app::workspace::Read;
use crate::domain::days::ago;
use crate::domain::progress::need::{Standing, Trend};
use crate::domain::progress::reason::{Reason, Why};
use crate::domain::rating::Rating;
use crate::keys::place::Place;
use crate::text::shown::Shown;
use crate::text::time::count;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::bars::line;
use crate::ui::widgets::strip::shade;
use ratatui::layout::Rect;

/// Where the second column begins.
const SECOND: u16 = 18;

/// ```text
/// ▌ Today           6 questions, about 18 min           failure · deadline
///
///   Practise next                       last time              why
///   failure         ━━━━━━━━━━━━        rough ▼   12 days ago  over time in 3 of 4
///
///   Not tried yet   deadline 8 · decisions 10
///   Last two weeks  · ▪ ▪ · ▪           8 days, 31 questions
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, app: &App, home: &Home) -> Viewport {
    page.places(paint, &app.context(), Place::Today, None);
    let rows = app.home_rows();
    let selected = home.place(&rows);
    let body = page.body;
    let mut y = 0;
    let mut headed = false;
    for (n, row) in rows.iter().enumerate() {
        if let HomeRow::Practise(standing) = row {
            if !headed {
                y = table_head(paint, body, y);
                headed = true;
            }
            practise_row(paint, body, y, app, standing);
        } else {
            top_row(paint, body, y, row, n == selected);
        }
        if n == selected {
            paint.chevron(body, y);
        }
        y += if matches!(row, HomeRow::Keep { good: Some(_), .. }) {
            2
        } else {
            1
        };
    }
    if app.workspace.read != Read::All {
        return Viewport::default();
    }
    y += 1;
    y = not_tried(paint, body, y, app);
    if app.workspace.first_run() {
        let (are, more) = if app.workspace.interviews.is_empty() {
            let more = "Nothing is written there before there is something to save.";
            ("will be", more)
        } else {
            ("are", "")
        };
        let home = format!("Your files {are} in {}", app.birth.home);
        paint.text(body, 2, y, &home, paint.theme.soft);
        paint.text(body, 2, y + 1, more, paint.theme.soft);
    } else {
        fortnight(paint, body, y, app);
    }
    Viewport {
        rows: usize::from(body.height),
        of: rows.len(),
        ..Viewport::default()
    }
}

fn top_row(paint: &mut Paint, body: Rect, y: u16, row: &HomeRow, selected: bool) {
    let theme = *paint.theme;
    let (name, says, right) = match row {
        HomeRow::GoOn { left, of, morning } => (
            "Go on",
            format!(
                "{left} of {of} left from {}",
                if *morning { "this morning" } else { "earlier today" }
            ),
            String::new(),
        ),
        HomeRow::Draft { what, when, count } => (
            "Not saved",
            format!("{what}, typed {when}"),
            if *count > 1 {
                format!("{} more", count - 1)
            } else {
                String::new()
            },
        ),
        HomeRow::Today {
            questions,
            minutes,
            about,
            share,
        } => {
            let about: Vec<&str> = about.iter().map(|category| category.id()).collect();
            (
                "Today",
                match share {
                    Share::Planned => format!("{}, about {minutes} min", count(*questions, "question")),
                    Share::More => format!("done; {questions} more would be about {minutes} min"),
                },
                about.join(" · "),
            )
        }
        HomeRow::Try => ("Try it", "three questions, 8 minutes".to_owned(), String::new()),
        HomeRow::Bring => (
            "Bring my notes",
            "a file of answers, in whatever shape they are".to_owned(),
            String::new(),
        ),
        HomeRow::Write => (
            "Write an answer",
            "with the five headings, the cursor in Situation".to_owned(),
            String::new(),
        ),
        HomeRow::Debrief { says, .. } => ("How it went", says.clone(), "three minutes".to_owned()),
        HomeRow::Owed { says, since, .. } => ("Owed", says.clone(), since.clone()),
        HomeRow::Keep { good, better, from } => {
            let says = good.as_ref().map_or(format!("○ {better}"), |good| format!("+ {good}"));
            ("Keep in mind", says, from.clone())
        }
        HomeRow::Practise(_) => return,
    };
    let style = if selected { theme.selection } else { theme.text };
    paint.text(body, 2, y, name, style);
    let used = paint.text(body, SECOND, y, &says, style);
    let rest = Rect {
        x: body.x + SECOND + used + 2,
        width: body.width.saturating_sub(SECOND + used + 2),
        ..body
    };
    let whole = Shown::new(&right).width() <= usize::from(rest.width);
    if whole || !matches!(row, HomeRow::Owed { .. }) {
        paint.right(rest, y, &right, theme.soft);
    }
    if let HomeRow::Keep {
        good: Some(_), better, ..
    } = row
    {
        paint.text(body, SECOND, y + 1, &format!("○ {better}"), style);
    }
}

fn bar_columns(body: Rect) -> u16 {
    body.width.saturating_sub(SECOND + 50).clamp(8, 22)
}

fn table_head(paint: &mut Paint, body: Rect, y: u16) -> u16 {
    let y = y + 1;
    let last = SECOND + bar_columns(body) + 2;
    paint.text(body, 2, y, "Practise next", paint.theme.soft);
    paint.text(body, last, y, "last time", paint.theme.soft);
    paint.text(body, last + 24, y, "why", paint.theme.soft);
    y + 1
}

fn practise_row(paint: &mut Paint, body: Rect, y: u16, app: &App, standing: &Standing) {
    let theme = *paint.theme;
    let columns = bar_columns(body);
    paint.text(body, 2, y, standing.category.id(), theme.text);
    let bar = line(standing.need.unwrap_or(0.0), columns);
    paint.text(body, SECOND, y, &bar, theme.accent);
    let last = SECOND + columns + 2;
    if let Some((t, rating)) = standing.last {
        rating_word(paint, body, last, y, rating, standing.trend);
        paint.text(
            body,
            last + 9,
            y,
            &ago(app.workspace.day_of(t), app.workspace.today),
            theme.soft,
        );
    }
    paint.text(body, last + 24, y, &why(standing), theme.text);
}

/// The largest reason that the columns before it do not say.
fn why(standing: &Standing) -> String {
    let said = |reason: &&Reason| !matches!(reason.why, Why::Last { .. });
    standing
        .reasons
        .iter()
        .find(said)
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// A rating's word with the way it goes.
pub(in crate::ui) fn rating_word(
    paint: &mut Paint,
    area: Rect,
    x: u16,
    y: u16,
    rating: Rating,
    trend: Option<Trend>,
) -> u16 {
    let mark = match trend {
        Some(Trend::Up) => " ▲",
        Some(Trend::Down) => " ▼",
        Some(Trend::Level) | None => "",
    };
    let style = paint.theme.of_rating(rating);
    paint.pieces(area, x, y, &[(rating.word(), style), (mark, style)]) - x
}

fn not_tried(paint: &mut Paint, body: Rect, y: u16, app: &App) -> u16 {
    let fresh: Vec<String> = app
        .not_tried()
        .map(|standing| format!("{} {}", standing.category, standing.questions))
        .collect();
    if fresh.is_empty() {
        return y;
    }
    let label = if app.workspace.first_run() {
        "Questions on"
    } else {
        "Not tried yet"
    };
    paint.text(body, 2, y, label, paint.theme.soft);
    let room = usize::from(body.width - SECOND).min(80);
    let lines = joined(&fresh, room);
    let most = if body.height > 16 { 4 } else { 1 };
    let mut y = y;
    for line in lines.iter().take(most) {
        paint.text(body, SECOND, y, line, paint.theme.text);
        y += 1;
    }
    y + 1
}

/// Words with dots between, broken into lines of at most so many columns.
fn joined(words: &[String], columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 3 + word.chars().count() <= columns => {
                line.push_str(" · ");
                line.push_str(word);
            }
            _ => lines.push(word.clone()),
        }
    }
    lines
}

fn fortnight(paint: &mut Paint, body: Rect, y: u16, app: &App) {
    if app.figures.attempts == 0 {
        return;
    }
    let days = &app.figures.days;
    let (practised, questions) = (days.iter().filter(|n| **n > 0).count(), days.iter().sum::<usize>());
    let last = days.len().saturating_sub(1);
    let marks: String = days
        .iter()
        .enumerate()
        .map(|(n, told)| shade(*told, n == last))
        .collect();
    paint.text(body, 2, y, "Last two weeks", paint.theme.soft);
    let used = paint.text(body, SECOND, y, &marks, paint.theme.text);
    let says = format!("{}, {}", count(practised, "day"), count(questions, "question"));
    paint.text(body, SECOND + used + 2, y, &says, paint.theme.soft);
}
