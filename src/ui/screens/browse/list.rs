//! The rows of the Library: how it went the last six times, whether there is an answer, and the words.

use jiff::Timestamp;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::context::Context;
use crate::app::screens::browse::facts::{Answered, KnownAnswer};
use crate::app::screens::browse::filter::{Filter, SectionKind};
use crate::app::screens::browse::list::Item;
use crate::app::screens::browse::{Browse, Column};
use crate::app::widgets::viewport::Viewport;
use crate::domain::answer::Answer;
use crate::domain::question::Question;
use crate::domain::rating::Rating;
use crate::domain::subject::Subject;
use crate::text::time::clock;
use crate::text::wrap::wrap;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{above, before, behind, centred};
use crate::ui::widgets::strip::{STRIP, strip};

/// Places of a list from which on all six stand, and its categories.
const ROOMY: u16 = 60;

/// Places of a category, and of the time an answer takes.
const CATEGORY: u16 = 16;
const TIME: u16 = 6;

/// What stands below the list.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Below {
    /// The end of the page.
    Nothing,
    /// A hairline.
    Rule,
}

/// Where the columns of a row stand.
#[derive(Clone, Copy)]
struct Places {
    /// How many ratings there is room for.
    ratings: usize,
    mark: u16,
    text: u16,
}

/// Draws the rows and, where there are more than fit, which is the last that is shown.
pub(super) fn draw(paint: &mut Paint, cx: &Context, browse: &Browse, area: Rect, under: Below) -> Viewport {
    let items = browse.rows();
    let longer =
        items.len() > usize::from(area.height) - usize::from(under == Below::Rule).min(usize::from(area.height));
    let kept = u16::from(under == Below::Rule || longer).min(area.height.saturating_sub(1));
    let rows = above(area, kept);
    let height = usize::from(rows.height);
    let start = centred(browse.row, height, items.len());
    for (y, item) in items.iter().skip(start).take(height).enumerate() {
        let selected = start + y == browse.row;
        row(paint, cx, browse, (rows, y as u16), (*item, selected));
    }
    if items.iter().all(|item| *item == Item::Another) {
        empty(paint, browse, rows);
    }
    if kept > 0 {
        // The row that adds a question is none of them.
        let of = items.len() - usize::from(items.last() == Some(&Item::Another));
        let last = (start + height).min(of);
        let foot = area.height - 1;
        if under == Below::Rule {
            paint.rule_with(behind(area, 2), foot, last, of);
        } else {
            paint.more_below(area, foot, last, of);
        }
    }
    Viewport::of(height, items.len())
}

fn row(paint: &mut Paint, cx: &Context, browse: &Browse, (area, y): (Rect, u16), (item, selected): (Item, bool)) {
    let style = match (selected, browse.column) {
        (true, Column::List) => paint.choice(area, y, true),
        (true, _) => {
            paint.text(area, 0, y, "▸", paint.theme.accent);
            paint.theme.heading
        }
        (false, _) => paint.theme.text,
    };
    match (item, cx.workspace.shown(item)) {
        (Item::Question(place), Some(Subject::Question(question))) => {
            let known = browse.listing.known.questions.get(place as usize);
            let answered = known.map_or(Answered::No, |known| known.answered);
            self::question(paint, cx, (area, y), (question, answered), style);
        }
        (Item::Answer(place), Some(Subject::Answer(answer))) => {
            let known = browse.listing.known.answers.get(place as usize);
            let room = beside_answer(paint, cx, (area, y), answer, known);
            let at = places(area.width);
            let told = last_with(cx, answer, at.ratings);
            if !told.is_empty() {
                strip(paint, area, 2, y, &told);
            }
            paint.text(room, at.mark, y, &answer.title, style);
        }
        (Item::Note(_), Some(Subject::Note(note))) => {
            paint.text(area, 2, y, &note.title, style);
        }
        (Item::Another, _) => {
            let style = if selected { style } else { paint.theme.soft };
            paint.text(area, places(area.width).mark, y, "+ a question of your own", style);
        }
        _ => {}
    }
}

fn question(
    paint: &mut Paint,
    cx: &Context,
    (area, y): (Rect, u16),
    (question, answered): (&Question, Answered),
    style: Style,
) {
    let at = places(area.width);
    let told: Vec<Rating> = last(cx, question, at.ratings);
    if !told.is_empty() {
        strip(paint, area, 2, y, &told);
    }
    let (mark, mark_style) = match answered {
        Answered::Yes => ("✓", paint.theme.accent),
        Answered::Unfinished => ("~", paint.theme.warn),
        Answered::No => ("", paint.theme.text),
    };
    paint.text(area, at.mark, y, mark, mark_style);
    paint.text(area, at.text, y, &question.ask, style);
}

/// How a question went the last times, the oldest of them first.
pub(super) fn last(cx: &Context, question: &Question, most: usize) -> Vec<Rating> {
    let told = cx.workspace.history.of_question(&question.id).rev().take(most);
    let mut told: Vec<Rating> = told.map(|attempt| attempt.rating).collect();
    told.reverse();
    told
}

/// How an answer went the last times it was told, the oldest of them first.
fn last_with(cx: &Context, answer: &Answer, most: usize) -> Vec<Rating> {
    let history = &cx.workspace.history;
    let told = answer.questions.iter().flat_map(|id| history.of_question(id));
    let mut told: Vec<(Timestamp, Rating)> = told
        .filter(|attempt| attempt.answer.as_ref() == Some(&answer.id))
        .map(|attempt| (attempt.t, attempt.rating))
        .collect();
    told.sort_unstable_by_key(|(t, _)| *t);
    told.iter().rev().take(most).rev().map(|(_, rating)| *rating).collect()
}

fn places(width: u16) -> Places {
    let ratings = if width >= ROOMY { STRIP } else { 3 };
    let mark = 2 + ratings as u16 + 1;
    Places {
        ratings,
        mark,
        text: mark + 2,
    }
}

/// What its first question tests and how long it is to say, and before them what is to be done about it; answers with the
/// room that leaves.
fn beside_answer(
    paint: &mut Paint,
    cx: &Context,
    (area, y): (Rect, u16),
    answer: &Answer,
    known: Option<&KnownAnswer>,
) -> Rect {
    let library = &cx.workspace.library;
    let mut room = area;
    if area.width >= ROOMY {
        let seconds = cx.workspace.settings.seconds_to_say(answer.length());
        paint.right(area, y, &clock(seconds), paint.theme.soft);
        room = before(area, CATEGORY + TIME);
        let first = answer.questions.iter().find_map(|id| library.question(id));
        let category = first.map_or("", |question| question.category.id());
        paint.text(behind(area, room.width), 0, y, category, paint.theme.faint);
        room = before(room, 2);
    }
    let says = match known {
        Some(known) if !known.linked => "no question".to_owned(),
        Some(known) if known.unfinished > 0 => format!("{} to finish", known.unfinished),
        _ => return room,
    };
    let used = paint.right(room, y, &says, paint.theme.warn);
    before(room, used + 2)
}

/// What would stand in an empty list, and which key fills it.
fn empty(paint: &mut Paint, browse: &Browse, area: Rect) {
    let kind = browse.section().map(|section| section.kind);
    let says: [&str; 2] = match (&browse.listing.filter, kind) {
        (Filter::Everything, Some(SectionKind::Answers)) => [
            "No answers yet.",
            "n writes one; Bring my notes on Today brings in what you have.",
        ],
        (Filter::Unlinked, Some(SectionKind::Answers)) => [
            "Every answer names a question.",
            "One that names none would stand here, so that it is not forgotten.",
        ],
        (Filter::Everything, Some(SectionKind::Notes)) => [
            "Nothing is left over.",
            "What an import cannot place is kept here word for word.",
        ],
        (Filter::Everything, _) => return,
        (filter, _) => {
            let says = match filter {
                Filter::Words(words) => format!("Nothing here has \"{words}\"."),
                filter => format!("Nothing here is in \"{}\".", filter.name()),
            };
            return sentences(paint, area, &[&says, "f chooses what is listed."]);
        }
    };
    sentences(paint, area, &says);
}

fn sentences(paint: &mut Paint, area: Rect, says: &[&str]) {
    let mut y = 0;
    for (n, sentence) in says.iter().enumerate() {
        let style = if n == 0 { paint.theme.text } else { paint.theme.soft };
        for line in wrap(sentence, usize::from(area.width.saturating_sub(2))) {
            paint.text(area, 2, y, &line, style);
            y += 1;
        }
    }
}
