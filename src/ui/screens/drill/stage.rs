//! Think, Speak and Probe, one stage: the question, the clock, the two minutes.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{ask, header, note, split, tests};
use crate::app::context::Context;
use crate::app::screens::drill::{DrillScreen, shows_parts};
use crate::app::widgets::viewport::Viewport;
use crate::domain::clock::Moment;
use crate::domain::drill::{Drill, Hold, Phase, Turn};
use crate::domain::part::Part;
use crate::text::time::{clock, duration};
use crate::text::wrap::wrap;
use crate::ui::page::Page;
use crate::ui::paint::{Digits, Paint};
use crate::ui::widgets::areas::{behind, below};

/// Columns of the two minutes at most, with two more for what is over.
const LINE: u16 = 82;
/// Columns a question is wrapped to.
const COLUMNS: usize = 72;
/// The share of the time from which it is short.
const SHORT: f64 = 0.75;
/// Rows from which the clock is higher.
const TALL: u16 = 42;

/// ```text
/// ● ◉ ○ ○   question 2 of 4 · conflict                         speaking
///
///   The question, bold, at most 72 wide.
///
///   1:12          of 2:00
///   (big)
///                 now: what you did yourself
///
///   situation  task  action                          result
///   ━━━━━━━━━━━┃━━━━━┃━━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┊╌╌╌╌╌┊
///   0:21       0:10  0:41 of 1:12                    0:12
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, screen: &DrillScreen, now: Moment) -> Viewport {
    let drill = &screen.drill;
    let Some(telling) = drill.now.as_ref() else {
        return Viewport::default();
    };
    let face = Face::of(paint, drill, now);
    header(paint, page, cx, drill, face.state);
    let room = page.content();
    let width = room.width.saturating_sub(6).min(LINE);
    let column = Rect {
        x: room.x + (room.width - width) / 2,
        width,
        ..room
    };
    let lines = asked(paint, cx, drill, telling, usize::from(width).min(COLUMNS));
    let digits = match room.height {
        rows if rows >= TALL => Digits::Tall,
        rows if rows >= lines.len() as u16 + split::ROWS + 9 => Digits::Big,
        _ => Digits::Small,
    };
    let fixed = lines.len() as u16 + digits.rows() + split::ROWS;
    let gap = room.height.saturating_sub(fixed + 3).min(4) / 2;
    let height = (fixed + 2 * gap + 2).min(room.height);
    let mut y = (room.height - height) * 9 / 20;
    for (line, style) in &lines {
        paint.text(column, 0, y, line, *style);
        y += 1;
    }
    y += gap;
    let doing = doing(cx, drill, telling, now);
    face.draw(paint, column, y, digits, doing);
    y += digits.rows() + gap;
    let read = drill.read(now).as_secs_f64();
    let line = below(column, y);
    split::line(paint, line, cx, drill, telling, read);
    y += split::ROWS + u16::from(gap > 0);
    if drill.phase == Phase::Think {
        y += guess(paint, column, y, cx, telling);
    }
    note(paint, column, y, screen, telling);
    Viewport::default()
}

/// The question; where something is asked about it, that below it.
fn asked(paint: &Paint, cx: &Context, drill: &Drill, telling: &Turn, columns: usize) -> Vec<(String, Style)> {
    let theme = paint.theme;
    let probe = drill.phase == Phase::Probe;
    let (most, style) = if probe { (2, theme.soft) } else { (6, theme.heading) };
    let question = wrap(ask(cx, telling), columns).into_iter().take(most);
    let mut lines: Vec<(String, Style)> = question.map(|line| (line, style)).collect();
    if probe {
        lines.push((String::new(), theme.text));
        let asked = wrap(drill.probe(), columns).into_iter().take(4);
        lines.extend(asked.map(|line| (line, theme.heading)));
    }
    if let Some(says) = tests(cx, drill, telling).filter(|_| drill.phase == Phase::Think) {
        lines.extend(wrap(&says, columns).into_iter().take(2).map(|line| (line, theme.soft)));
    }
    lines
}

/// What is to be told now, where the answer has parts.
fn doing(cx: &Context, drill: &Drill, telling: &Turn, now: Moment) -> Option<&'static str> {
    if drill.phase != Phase::Speak || !shows_parts(telling) {
        return None;
    }
    let read = drill.read(now).as_secs_f64();
    Some(match split::now(telling, cx.workspace.settings.band, read)? {
        Part::Situation => "now: where and when, briefly",
        Part::Task => "now: what was yours to do",
        Part::Action => "now: what you did yourself",
        Part::Result => "now: what came of it",
        Part::Reflection => "now: what you would do differently",
    })
}

/// What the clock shows.
struct Face {
    shown: String,
    style: Style,
    /// What it counts to.
    of: String,
    /// What it says beside that.
    word: String,
    /// What is going on, for the header.
    state: &'static str,
}

impl Face {
    fn of(paint: &Paint, drill: &Drill, now: Moment) -> Face {
        let theme = paint.theme;
        let (target, read) = (u64::from(drill.target()), drill.seconds(now));
        let thinks = drill.phase == Phase::Think;
        let paused = drill.hold() != Hold::Running;
        let (style, word) = if paused {
            (theme.soft, "paused".to_owned())
        } else if !thinks && read > target {
            (theme.bad, format!("{} over", clock(read - target)))
        } else if !thinks && read == target {
            (theme.bad, "the time is up".to_owned())
        } else if !thinks && read as f64 >= target as f64 * SHORT {
            (theme.warn, "come to the end".to_owned())
        } else {
            (theme.accent, String::new())
        };
        let state = match drill.phase {
            _ if paused => "paused",
            Phase::Think => "thinking",
            Phase::Probe => "they ask",
            _ if read >= target => "over time",
            _ => "speaking",
        };
        let speak = drill.now.as_ref().map_or(0, |telling| telling.target);
        Face {
            shown: clock(if thinks { target.saturating_sub(read) } else { read }),
            style,
            of: match drill.phase {
                Phase::Think => format!("to think, then {} to speak", duration(speak)),
                _ => format!("of {}", clock(target)),
            },
            word,
            state,
        }
    }

    fn draw(&self, paint: &mut Paint, area: Rect, y: u16, digits: Digits, doing: Option<&str>) {
        let theme = *paint.theme;
        let used = paint.digits(area, 0, y, &self.shown, self.style, digits);
        let beside = behind(area, used + 2);
        if digits == Digits::Small {
            let between = if self.word.is_empty() { "" } else { " · " };
            let pieces = [
                (self.of.as_str(), theme.soft),
                (between, theme.soft),
                (self.word.as_str(), self.style),
            ];
            paint.pieces(beside, 0, y, &pieces);
            return;
        }
        paint.text(beside, 0, y, &self.of, theme.soft);
        paint.text(beside, 0, y + 1, &self.word, self.style);
        if let Some(doing) = doing {
            paint.text(beside, 0, y + digits.rows() - 1, doing, theme.text);
        }
    }
}

/// What is guessed, and what was noted the last time; answers with the rows used.
fn guess(paint: &mut Paint, area: Rect, y: u16, cx: &Context, telling: &Turn) -> u16 {
    let mut used = 0;
    if cx.workspace.settings.predict.is_on() {
        let says = match telling.guess {
            Some(guess) => format!("you guess {}", guess.word()),
            None => "how will it go? 1 froze  2 rough  3 solid  4 strong".to_owned(),
        };
        paint.text(area, 0, y, &says, paint.theme.text);
        used += 1;
    }
    if let Some(note) = cx.workspace.history.notes_unrated(&telling.question).last() {
        paint.text(
            area,
            0,
            y + used,
            &format!("you noted: {}", note.text),
            paint.theme.soft,
        );
        used += 1;
    }
    used
}
