//! A debrief: what is written so far, and below it what is asked now.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::context::Context;
use crate::app::screens::interviews::debrief::{Debrief, Step};
use crate::app::widgets::viewport::Viewport;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::interview::sections::Tie;
use crate::domain::interview::stats::prepared;
use crate::text::time::day;
use crate::text::wrap::wrap;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{before, behind};
use crate::ui::widgets::scrolled::Scrolled;

/// A row of what is written so far.
struct Said {
    mark: &'static str,
    text: String,
    right: String,
    word: (&'static str, Style),
}

/// Choices seen at once.
const CHOICES: u16 = 8;

/// ```text
///   · a time you disagreed            The queue that could wait      solid
///
///   What else did they ask?
///   As you remember it, one question a line; an empty line goes on.
/// ▌ tell me about a failure▏
///   ▌ When did something of yours fail in production?                failure
///     none of these: keep it as a question of your own
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, debrief: &Debrief) -> Viewport {
    let pieces = ["debrief", &debrief.so_far.company, debrief.so_far.round];
    page.header(paint, cx, &pieces, stage(debrief.so_far.step));
    let body = Rect {
        width: page.body.width.min(92),
        ..page.hanging()
    };
    let said = said(paint, cx, debrief);
    if debrief.so_far.step == Step::End {
        return end(paint, body, cx, debrief, &said);
    }
    let choices = (debrief.choices.len() as u16).min(CHOICES);
    let room = usize::from(body.height.saturating_sub(choices + 5));
    let mut y = 0;
    for row in said.iter().skip(said.len().saturating_sub(room)) {
        written(paint, body, y, row);
        y += 1;
    }
    if y > 0 {
        y += 1;
    }
    paint.text(body, 2, y, asked_now(debrief), paint.theme.heading);
    paint.text(body, 2, y + 1, how(debrief.so_far.step), paint.theme.soft);
    y += 2;
    for line in taken_as(cx, debrief, usize::from(body.width.saturating_sub(4))) {
        paint.text(body, 2, y, &line, paint.theme.soft);
        y += 1;
    }
    if debrief.types() {
        paint.chevron(body, y);
        paint.field(body, 2, y, &debrief.field);
        y += 1;
    }
    if let Some(wrong) = &debrief.wrong {
        y += paint.lines(body, 2, y, wrong, 3, paint.theme.bad);
    }
    choose(paint, body, y, debrief);
    Viewport::of(usize::from(CHOICES), debrief.choices.len())
}

/// What the line taken last was taken as, while that can be taken back.
fn taken_as(cx: &Context, debrief: &Debrief, columns: usize) -> Vec<String> {
    let asked = debrief
        .so_far
        .written
        .asked
        .last()
        .filter(|_| debrief.so_far.step == Step::Told);
    let question = |id: &QuestionId| cx.workspace.library.question(id).map(|question| question.ask.clone());
    let words = asked.map(|asked| match asked.question.as_ref().and_then(question) {
        Some(ask) => format!("Taken as: {ask}"),
        None => "Taken as a new question of your own.".to_owned(),
    });
    words.map_or_else(Vec::new, |words| wrap(&words, columns))
}

fn stage(step: Step) -> &'static str {
    match step {
        Step::Asked | Step::Told => "1 of 4: what they asked",
        Step::Good => "2 of 4: what was good",
        Step::Better | Step::Tie => "3 of 4: what to do better",
        Step::AskedWhen | Step::When | Step::Who => "4 of 4: what comes next",
        Step::End => "written down",
    }
}

fn asked_now(debrief: &Debrief) -> &'static str {
    match debrief.so_far.step {
        Step::Asked if debrief.so_far.written.asked.is_empty() => "What did they ask?",
        Step::Asked => "What else did they ask?",
        Step::Told => "Which answer did you tell, and how did it go?",
        Step::Good if debrief.so_far.written.good.is_empty() => "What was good? There was something.",
        Step::Good => "What else was good?",
        Step::Better if debrief.so_far.written.better.is_empty() => "What would you do better?",
        Step::Better => "What else?",
        Step::Tie => "What is that about?",
        Step::AskedWhen => "Did you ask when they decide?",
        Step::When => "By when do they decide?",
        Step::Who => "Who said so?",
        Step::End => "",
    }
}

fn how(step: Step) -> &'static str {
    match step {
        Step::Asked => "As you remember it, one question a line; an empty line goes on.",
        Step::Told => "Choose the answer, then 1 froze, 2 rough, 3 solid, 4 strong.",
        Step::Good | Step::Better => "One thing a line, in your words or theirs; an empty line goes on.",
        Step::Tie => "It then comes back while you practise that, until it is done.",
        Step::AskedWhen => "If not, a short message can still do it.",
        Step::When => "fri · in 2 weeks · 30 nov; nothing if they named no day",
        Step::Who => "A name or a role: the one to write to if it gets quiet.",
        Step::End => "",
    }
}

fn said(paint: &Paint, cx: &Context, debrief: &Debrief) -> Vec<Said> {
    let theme = *paint.theme;
    let title = |id: &AnswerId| cx.workspace.library.answer(id).map(|answer| answer.title.clone());
    let plain = |mark, text: &str, right: String| Said {
        mark,
        text: text.to_owned(),
        right,
        word: ("", theme.soft),
    };
    let mut said = Vec::new();
    for (n, asked) in debrief.so_far.written.asked.iter().enumerate() {
        let now = debrief.so_far.step == Step::Told && n + 1 == debrief.so_far.written.asked.len();
        let told = match &asked.told {
            Some(id) => title(id).unwrap_or_default(),
            None if now => String::new(),
            None => "nothing written down".to_owned(),
        };
        let own = asked.question.is_none();
        said.push(Said {
            word: asked
                .rating
                .map_or(("", theme.soft), |rating| (rating.word(), theme.of_rating(rating))),
            ..plain(if own { "*" } else { "·" }, &asked.words, told)
        });
    }
    said.extend(
        debrief
            .so_far
            .written
            .good
            .iter()
            .map(|text| plain("+", text, String::new())),
    );
    for better in &debrief.so_far.written.better {
        let about = better.tie.as_ref().map(|tie| match tie {
            Tie::Answer(id) => title(id).unwrap_or_default(),
            tie => tie.written(),
        });
        said.push(plain("○", &better.words, about.unwrap_or_default()));
    }
    if let Some(promise) = &debrief.so_far.written.promise {
        let text = format!("an answer by {}", day(promise.by));
        said.push(plain("·", &text, promise.who.clone().unwrap_or_default()));
    }
    said
}

fn written(paint: &mut Paint, body: Rect, y: u16, row: &Said) {
    let theme = *paint.theme;
    let mark = if row.mark == "+" { theme.accent } else { theme.soft };
    paint.text(body, 2, y, row.mark, mark);
    if row.right.is_empty() && row.word.0.is_empty() {
        paint.text(body, 4, y, &row.text, theme.text);
        return;
    }
    paint.right(body, y, row.word.0, row.word.1);
    let told_at = body.width.saturating_sub(36);
    paint.text(before(body, 38), 4, y, &row.text, theme.text);
    let told = before(body, 8);
    paint.text(told, told_at, y, &row.right, theme.soft);
}

fn choose(paint: &mut Paint, body: Rect, y: u16, debrief: &Debrief) {
    let theme = *paint.theme;
    let height = usize::from(body.height.saturating_sub(y).min(CHOICES));
    let indent = if debrief.types() { 2 } else { 0 };
    let area = behind(body, indent);
    let area = Rect {
        y: area.y + y,
        height: height as u16,
        ..area
    };
    let seen = Scrolled::over(paint, area, debrief.row, debrief.choices.len());
    let area = seen.area;
    for ((n, choice), y) in seen.rows().zip(&debrief.choices[seen.rows()]).zip(0..) {
        let selected = n == debrief.row;
        if selected {
            paint.chevron(area, y);
        }
        let used = paint.right(area, y, &choice.right, theme.soft);
        let room = before(area, used + 2);
        let style = if selected { theme.selection } else { theme.text };
        paint.text(room, 2, y, &choice.words, style);
    }
}

fn end(paint: &mut Paint, body: Rect, cx: &Context, debrief: &Debrief, said: &[Said]) -> Viewport {
    for (y, row) in said.iter().enumerate() {
        written(paint, body, y as u16, row);
    }
    let mut y = said.len() as u16 + 1;
    if let Some(one) = cx.workspace.interview(&debrief.so_far.path) {
        let words = prepared([one]).words();
        let words = words.unwrap_or_else(|| {
            "Nothing was noted as prepared. On a company, prepared in ? does that before the next round.".to_owned()
        });
        for line in wrap(&words, usize::from(body.width.saturating_sub(4))) {
            paint.text(body, 2, y, &line, paint.theme.text);
            y += 1;
        }
        y += 1;
    }
    let written = &debrief.so_far.written;
    let says = [
        Some("It is in the file of the interview.").filter(|_| !written.is_empty()),
        Some("What to do better waits on Today.").filter(|_| !written.better.is_empty()),
        Some("What is marked * is among your own questions now.")
            .filter(|_| written.asked.iter().any(|asked| asked.question.is_none())),
    ];
    let says: Vec<&str> = says.into_iter().flatten().collect();
    for line in wrap(&says.join(" "), usize::from(body.width.saturating_sub(4))) {
        paint.text(body, 2, y, &line, paint.theme.soft);
        y += 1;
    }
    Viewport::default()
}
