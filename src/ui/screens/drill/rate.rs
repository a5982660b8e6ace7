//! Rate: the question, the four ratings with when it comes back, and below them what was said.

use ratatui::layout::Rect;

use super::answer_pane;
use super::{ask, header, note, split, tests};
use crate::app::context::{Context, FOLD};
use crate::app::screens::drill::{DrillScreen, RateFocus, shows_parts};
use crate::app::widgets::viewport::Viewport;
use crate::domain::days::{ahead, later};
use crate::domain::drill::Turn;
use crate::domain::history::attempt::Attempt;
use crate::domain::part::Part;
use crate::domain::rating::Rating;
use crate::keys::action::Action;
use crate::text::time::clock;
use crate::text::wrap::wrap;
use crate::ui::clicks::Target;
use crate::ui::page::{GUTTER, Page};
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{above, behind, below};
use crate::ui::widgets::{length, strip::strip};

/// The column of what a rating means.
const SENTENCE: usize = 16;
/// Columns of a part's name.
const NAME: u16 = 11;

/// ```text
/// ● ◉ ○ ○   question 2 of 4 · conflict                           1:52 of 2:00
///
///   The question, whole.
///
///   How was it?   before: ▇▅▃                                      comes back
///   1  ▁ froze    no story came, or you lost the thread              tomorrow
/// ▸ 3  ▅ solid    clear, in time, with a result                     in 4 days
///
///   Your time                    you   aim  ┆   ‹ The queue that could wait ›
///   situation  ━━━━━━┊━━        0:31  0:24  ┆ ▌ · 340 ms to 90 ms
///
///   They listen for                         ┆   What was missing (if anything)
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, screen: &DrillScreen) -> Viewport {
    let drill = &screen.drill;
    let Some(telling) = drill.now.as_ref() else {
        return Viewport::default();
    };
    let (spoken, target) = (clock(split::spoken(telling)), clock(u64::from(telling.target)));
    header(paint, page, cx, drill, &format!("{spoken} of {target}"));
    let body = page.hanging();
    let content = behind(body, GUTTER);
    let airy = content.height >= 17;
    let mut y = 0;
    for line in wrap(ask(cx, telling), usize::from(content.width))
        .iter()
        .take(if airy { 3 } else { 1 })
    {
        paint.text(content, 0, y, line, paint.theme.heading);
        y += 1;
    }
    if let Some(says) = tests(cx, drill, telling).filter(|_| airy) {
        paint.text(content, 0, y, &says, paint.theme.soft);
        y += 1;
    }
    y += u16::from(airy);
    ratings(paint, body, y, cx, screen, telling);
    y += 5 + u16::from(airy);
    let below = below(body, y);
    if usize::from(page.whole.width) < FOLD {
        narrow(paint, below, cx, screen, telling);
    } else {
        wide(paint, below, cx, screen, telling);
    }
    Viewport::default()
}

/// The four ratings, with their heads above them.
fn ratings(paint: &mut Paint, body: Rect, y: u16, cx: &Context, screen: &DrillScreen, telling: &Turn) {
    let (content, theme) = (behind(body, GUTTER), *paint.theme);
    let mut at = paint.text(content, 0, y, "How was it?", theme.faint) + 3;
    let earlier = earlier(cx, telling);
    if !earlier.is_empty() {
        at += paint.text(content, at, y, "before: ", theme.faint);
        at += strip(paint, content, at, y, &earlier) + 1;
    }
    if let Some(rating) = telling.rating.filter(|_| telling.rated()) {
        // The new one falls in beside the others once it is kept.
        at += strip(paint, content, at, y, &[rating]);
        let kept = telling.attempt.as_ref().is_some_and(|id| cx.outbox.saved(id)) && screen.settled();
        let (says, style) = if kept {
            ("✓ saved", theme.accent)
        } else {
            ("saving", theme.faint)
        };
        paint.text(content, at + 2, y, says, style);
    }
    if screen.comes_back.iter().any(Option::is_some) {
        paint.right(content, y, "comes back", theme.faint);
    }
    for (n, rating) in Rating::ALL.into_iter().enumerate() {
        let row = Rect {
            y: body.y + (y + 1 + n as u16).min(body.height),
            height: body.height.saturating_sub(y + 1 + n as u16).min(1),
            ..body
        };
        self::rating(paint, row, cx, screen, telling, rating);
    }
}

/// One of the four: its figure and its word, what it means, when the question comes back.
fn rating(paint: &mut Paint, row: Rect, cx: &Context, screen: &DrillScreen, telling: &Turn, rating: Rating) {
    let theme = *paint.theme;
    let n = usize::from(rating.number()) - 1;
    let chosen = telling.rating == Some(rating);
    let selected = screen.focus == RateFocus::Rating(Some(n));
    paint.clicks.add(row, Target::Do(Action::Choose(rating.number())));
    if selected {
        paint.chevron(row, 0);
    } else if chosen {
        paint.text(row, 0, 0, "▸", theme.accent);
    }
    let style = if selected || chosen {
        theme.selection
    } else {
        theme.text
    };
    let rated = theme.of_rating(rating);
    let word = if chosen { rated.patch(style) } else { rated };
    paint.text(row, 2, 0, &rating.number().to_string(), theme.accent);
    paint.text(row, 5, 0, theme.height(rating).encode_utf8(&mut [0; 4]), rated);
    paint.text(row, 7, 0, rating.word(), word);
    let back = screen.comes_back[n]
        .map(|days| comes_back(days, cx))
        .unwrap_or_default();
    let guessed = match telling.guess == Some(rating) {
        true if chosen => "as you guessed",
        true => "you guessed",
        false => "",
    };
    // Where there is no room for both, the guess comes before the day, and neither before what the rating means.
    let both = SENTENCE + rating.sentence().len() + back.len() + guessed.len() + 6 <= usize::from(row.width);
    let back = if both || guessed.is_empty() { back.as_str() } else { "" };
    let mut line = row;
    for says in [back, guessed].into_iter().filter(|says| !says.is_empty()) {
        let used = paint.right(line, 0, says, theme.soft);
        line.width -= (used + 3).min(line.width);
    }
    paint.text(line, SENTENCE as u16, 0, rating.sentence(), style);
}

/// When a question comes back, in words.
fn comes_back(days: i32, cx: &Context) -> String {
    let today = cx.workspace.today;
    ahead(later(today, days), today)
}

/// The ratings of this question before now.
fn earlier(cx: &Context, telling: &Turn) -> Vec<Rating> {
    let attempts = cx.workspace.history.of_question(&telling.question);
    let earlier = attempts.filter(|attempt| Some(&attempt.id) != telling.attempt.as_ref());
    earlier.map(|attempt| attempt.rating).collect()
}

/// Two columns: what was measured and what they listen for, and what was said.
fn wide(paint: &mut Paint, area: Rect, cx: &Context, screen: &DrillScreen, telling: &Turn) {
    let inner = area.width.saturating_sub(2);
    let left = Rect {
        x: area.x + 2,
        width: inner / 2 - 2,
        ..area
    };
    let between = left.x + left.width - area.x + 1;
    let right = behind(area, between + 2);
    let measured = measured(paint, left, cx, screen, telling);
    let said = answer_pane::draw(paint, right, cx, screen, telling);
    for y in 0..measured.max(said).min(area.height) {
        paint.text(area, between, y, "┆", paint.theme.line);
    }
}

/// One column: the key points above, the times below; or all that was measured.
fn narrow(paint: &mut Paint, area: Rect, cx: &Context, screen: &DrillScreen, telling: &Turn) {
    let content = behind(area, GUTTER);
    if screen.pane == 1 {
        measured(paint, content, cx, screen, telling);
        return;
    }
    let told = split::told(telling, cx.workspace.settings.band);
    let noted = u16::from(screen.note.is_some() || !telling.note.is_empty());
    let times = (told.len() as u16).div_ceil(2);
    let foot = times + noted + u16::from(times + noted > 0);
    let list = above(area, foot);
    answer_pane::draw(paint, list, cx, screen, telling);
    let y = list.height + 1;
    let half = content.width / 2;
    for (n, one) in told.iter().enumerate() {
        let column = Rect {
            x: content.x + (n as u16 / times) * half,
            width: half.saturating_sub(2),
            ..content
        };
        short(paint, column, y + n as u16 % times, &told, one);
    }
    note(paint, content, y + times, screen, telling);
}

/// `situation  0:31 of 0:24  ━━━━━━┊━━`
fn short(paint: &mut Paint, area: Rect, y: u16, told: &[split::Told], one: &split::Told) {
    let theme = *paint.theme;
    paint.text(area, 0, y, one.part.id(), theme.text);
    let spent = one.spent.map_or("–".to_owned(), |spent| clock(spent as u64));
    let aim = one
        .aim
        .map_or(String::new(), |aim| format!(" of {}", clock(aim as u64)));
    let style = if split::late(one) { theme.warn } else { theme.text };
    paint.pieces(area, NAME, y, &[(&spent, style), (&aim, theme.soft)]);
    let columns = usize::from(area.width.saturating_sub(NAME + 14));
    length::draw(paint, area, NAME + 14, y, &split::cells(told, one, columns));
}

/// The times against their aims, what was asked about it, what they listen for, the note; answers with the rows used.
fn measured(paint: &mut Paint, area: Rect, cx: &Context, screen: &DrillScreen, telling: &Turn) -> u16 {
    let mut y = times(paint, area, cx, telling);
    y = said_of_the_clock(paint, area, y, telling);
    let noted = u16::from(screen.note.is_some() || !telling.note.is_empty()) * 2;
    let room = above(area, noted);
    let question = cx.workspace.library.question(&telling.question);
    if let Some(question) = question {
        y = answer_pane::listen_for(paint, room, y + 1, question);
    }
    y + 1 + note(paint, area, y + 1, screen, telling)
}

/// ```text
/// Your time                      you   aim
/// situation  ━━━━━━┊━━          0:31  0:24
/// ```
fn times(paint: &mut Paint, area: Rect, cx: &Context, telling: &Turn) -> u16 {
    let theme = *paint.theme;
    let told = split::told(telling, cx.workspace.settings.band);
    paint.text(area, 0, 0, "Your time", theme.faint);
    if told.is_empty() {
        let says = if shows_parts(telling) {
            "parts not marked; tab marks them while you speak"
        } else {
            "told without parts"
        };
        return 1 + paint.lines(area, 0, 1, says, 2, theme.soft);
    }
    let numbers = area.width.saturating_sub(10);
    paint.text(area, numbers, 0, " you   aim", theme.faint);
    let columns = usize::from(numbers.saturating_sub(NAME + 2)).min(26);
    for (one, y) in told.iter().zip(1..) {
        paint.text(area, 0, y, one.part.id(), theme.text);
        length::draw(paint, area, NAME, y, &split::cells(&told, one, columns));
        let spent = one.spent.map_or("–".to_owned(), |spent| clock(spent as u64));
        let style = if split::late(one) { theme.warn } else { theme.text };
        paint.text(area, numbers, y, &format!("{spent:>4}"), style);
        if let Some(aim) = one.aim {
            paint.text(area, numbers + 6, y, &format!("{:>4}", clock(aim as u64)), theme.soft);
        }
    }
    told.len() as u16 + 1
}

/// Gaps in the clock, and what was asked about the answer.
fn said_of_the_clock(paint: &mut Paint, area: Rect, y: u16, telling: &Turn) -> u16 {
    let theme = *paint.theme;
    let mut y = y;
    for gap in &telling.gaps {
        let says = format!("the clock stood still for {}", clock(*gap as u64));
        paint.text(area, 0, y, &says, theme.soft);
        y += 1;
    }
    for probe in &telling.probes {
        let time = clock(probe.seconds as u64);
        let pieces = [
            (time.as_str(), theme.text),
            ("  ", theme.text),
            (probe.ask.as_str(), theme.soft),
        ];
        paint.pieces(area, 0, y, &pieces);
        y += 1;
    }
    y
}

/// The attempt before this one, in words.
pub(super) fn before(cx: &Context, telling: &Turn) -> Option<String> {
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
