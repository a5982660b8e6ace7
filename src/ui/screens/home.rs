//! Home: what to do today, and where practice is wanted.

use crate::app::screens::home::{Home, HomeRow};
use crate::app::state::{App, Share, Viewport};
use crate::app::workspace::Read;
use crate::domain::days::ago;
use crate::domain::progress::standing::{STRIP, Standing, Trend};
use crate::domain::rating::{Rating, strip};
use crate::keys::place::Place;
use crate::text::shown::Shown;
use crate::text::time::count;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::strip::shade;
use ratatui::layout::Rect;

/// Where the second column begins.
const SECOND: u16 = 18;
/// Columns from there to the last rating: a strip, or its heading.
const LAST: u16 = STRIP as u16 + 4;

/// ```text
/// ▌ Today           6 questions, about 18 min           failure · deadline
///
///   Practise next   last six   last time              why
///   failure         ▇▅▃        rough ▼   12 days ago  over time in 3 of 4
///
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
    if app.workspace.first_run() {
        y = questions_on(paint, body, y, app);
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
                    Share::WarmUp if *questions == 0 => "the day itself: read what you prepared, once".to_owned(),
                    Share::WarmUp => format!("to warm up: {questions} of your strongest, then read what you prepared"),
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

fn table_head(paint: &mut Paint, body: Rect, y: u16) -> u16 {
    let y = y + 1;
    let last = SECOND + LAST;
    paint.text(body, 2, y, "Practise next", paint.theme.soft);
    paint.text(body, SECOND, y, "last six", paint.theme.soft);
    paint.text(body, last, y, "last time", paint.theme.soft);
    paint.text(body, last + 24, y, "why", paint.theme.soft);
    y + 1
}

fn practise_row(paint: &mut Paint, body: Rect, y: u16, app: &App, standing: &Standing) {
    let theme = *paint.theme;
    paint.text(body, 2, y, standing.category.id(), theme.text);
    paint.text(body, SECOND, y, &strip(&standing.strip), theme.text);
    let last = SECOND + LAST;
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
    paint.text(body, last + 24, y, &standing.reason(), theme.text);
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

fn questions_on(paint: &mut Paint, body: Rect, y: u16, app: &App) -> u16 {
    let fresh: Vec<String> = app
        .practise_next()
        .into_iter()
        .map(|standing| format!("{} {}", standing.category, standing.questions))
        .collect();
    if fresh.is_empty() {
        return y;
    }
    paint.text(body, 2, y, "Questions on", paint.theme.soft);
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
