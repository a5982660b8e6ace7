//! One attempt, whole, and how each version of its answer went.

mod heard;

use std::cmp::Ordering;

use crate::app::context::Context;
use crate::app::screens::attempt::AttemptScreen;
use crate::app::widgets::viewport::Viewport;
use crate::domain::days::ago;
use crate::domain::history::attempt::Attempt;
use crate::domain::rating::{Dimension, Rating};
use crate::text::shown::Shown;
use crate::text::time::{clock, count, day};
use crate::text::wrap::wrap;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::screens::drill::{Told, against_the_aim, cells, parts_told};
use crate::ui::widgets::length;
use crate::ui::widgets::reading::{Line, Weight, rows, wrapped};

/// Columns of a label.
const LABEL: usize = 13;

/// Columns of a bar at most, and of the times behind it.
const BAR: usize = 18;
const TIMES: usize = 20;

/// ```text
/// Tell me about a time you …
/// Fri 20 Nov, yesterday
///
/// you          solid
/// you guessed  strong
/// Mira         rough, said today
/// spoken       1:52
/// situation    ━━━━━━┊━━           0:31   0:07 over
///
/// The queue that could wait, told in 2 versions
/// first told Mon 2 Nov
///   rough, solid
/// first told Fri 20 Nov · this time · as it is now
///   strong
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, screen: &AttemptScreen) -> Viewport {
    let columns = usize::from(page.body.width.saturating_sub(2)).min(76);
    let mut lines = Vec::new();
    match cx.workspace.history.attempt(&screen.id) {
        Some(attempt) => {
            page.titled_header(paint, cx, &["review", "told", attempt.category.id()]);
            lines.extend(told(cx, attempt, columns));
            lines.extend(versions(cx, attempt, screen, columns));
        }
        None => page.titled_header(paint, cx, &["review", "told"]),
    }
    rows(paint, page.body, &lines, screen.scroll);
    if let Some(heard) = &screen.heard {
        return heard::draw(paint, page, heard);
    }
    Viewport::of(usize::from(page.body.height), lines.len())
}

/// A label with what stands behind it, over as many rows as it takes.
fn labelled(label: &str, text: &str, columns: usize) -> Vec<Line> {
    let label = Shown::new(label).fit(LABEL - 1);
    let rows = wrap(text, columns.saturating_sub(LABEL).max(8)).into_iter();
    rows.enumerate()
        .map(|(n, row)| {
            let label = if n == 0 { label.as_str() } else { "" };
            let blanks = " ".repeat(LABEL - Shown::new(label).width().min(LABEL));
            Line::new(format!("{label}{blanks}{row}"), Weight::Plain)
        })
        .collect()
}

/// What was asked, and how it was told.
pub(in crate::ui) fn told(cx: &Context, attempt: &Attempt, columns: usize) -> Vec<Line> {
    let asked = wrapped(cx.workspace.asked(attempt), columns, Weight::Bold);
    asked.chain(lines(cx, attempt, columns)).collect()
}

/// The day, ratings, time, split, key points, probes and note of an attempt, a line each.
pub(in crate::ui) fn lines(cx: &Context, attempt: &Attempt, columns: usize) -> Vec<Line> {
    let when = attempt.day(&cx.workspace.zone);
    let mut lines = vec![
        Line::new(format!("{}, {}", day(when), ago(when, cx.workspace.today)), Weight::Dim),
        Line::blank(),
    ];
    lines.extend(labelled("you", attempt.rating.word(), columns));
    let mut line = |label: &str, text: &str| lines.extend(labelled(label, text, columns));
    if let Some(guess) = attempt.guess {
        line("you guessed", &guessed(guess, Some(attempt.rating)));
    }
    for heard in cx.workspace.history.heard(&attempt.id) {
        let when = ago(cx.workspace.day_of(heard.t), cx.workspace.today);
        line(&heard.by, &format!("{}, said {when}", heard.rating.word()));
    }
    line("spoken", &spoken(attempt));
    let target = attempt.speak - attempt.over;
    let target = if attempt.over > 0.0 {
        target
    } else {
        f64::from(cx.workspace.settings.speak)
    };
    if let Some(split) = &attempt.split {
        let parts = parts_told(split, cx.workspace.settings.band, target);
        for one in &parts {
            line(one.part.id(), &part_told(&parts, one, columns));
        }
    }
    for (dimension, rating) in Dimension::ALL.into_iter().zip(attempt.dimensions) {
        if let Some(rating) = rating {
            line(dimension.label(), rating.word());
        }
    }
    for (n, probe) in attempt.probes.iter().enumerate() {
        let label = if n == 0 { "they asked" } else { "" };
        line(label, &format!("{}  {}", clock(probe.seconds as u64), probe.ask));
    }
    if !attempt.note.is_empty() {
        line("note", &attempt.note);
    }
    if let Some(beats) = &attempt.beats {
        let of = beats.hit.len() + beats.missed.len();
        lines.push(Line::blank());
        lines.push(Line::new(
            format!("Key points, said {} of {of}", beats.hit.len()),
            Weight::Dim,
        ));
        let marks = beats
            .hit
            .iter()
            .map(|beat| ("✓", beat))
            .chain(beats.missed.iter().map(|beat| ("·", beat)));
        for (mark, beat) in marks {
            lines.extend(wrapped(&format!("{mark} {beat}"), columns, Weight::Plain));
        }
    }
    lines
}

/// A guess beside what it came to, where that is known.
pub(in crate::ui) fn guessed(guess: Rating, rating: Option<Rating>) -> String {
    let how = match rating.map(|rating| guess.cmp(&rating)) {
        None => "",
        Some(Ordering::Less) => "; it went better",
        Some(Ordering::Equal) => "; so it was",
        Some(Ordering::Greater) => "; it was less than that",
    };
    format!("{}{how}", guess.word())
}

fn spoken(attempt: &Attempt) -> String {
    let mut text = clock(attempt.speak as u64);
    if attempt.over > 0.0 {
        text.push_str(&format!(", {} over time", clock(attempt.over as u64)));
    }
    text.push_str(&format!(", thought for {}", clock(attempt.think as u64)));
    if attempt.paused > 0.0 {
        text.push_str(&format!(", paused for {}", clock(attempt.paused as u64)));
    }
    for gap in &attempt.gaps {
        text.push_str(&format!(", the clock stood still for {}", clock(*gap as u64)));
    }
    text
}

/// The line of a part, on the scale of all of them, and its time against its aim.
fn part_told(parts: &[Told], one: &Told, columns: usize) -> String {
    let room = columns.saturating_sub(LABEL + TIMES).clamp(6, BAR);
    let line = length::figures(&cells(parts, one, room));
    let spent = one.spent.map_or("never reached".to_owned(), |told| clock(told as u64));
    let aim = one
        .aim
        .map_or(String::new(), |aim| format!("   {}", against_the_aim(one.spent, aim).0));
    format!("{line:room$}  {spent}{aim}")
}

/// The versions of the answer that were told, with the ratings under each.
fn versions(cx: &Context, attempt: &Attempt, screen: &AttemptScreen, columns: usize) -> Vec<Line> {
    let Some(id) = &attempt.answer else {
        return Vec::new();
    };
    let answer = cx.workspace.library.answer(id);
    let title = answer.map_or("An answer that is no longer there", |answer| answer.title.as_str());
    let mut lines = vec![Line::blank()];
    let versions = count(screen.versions.len(), "version");
    lines.extend(wrapped(&format!("{title}, told in {versions}"), columns, Weight::Dim));
    for version in &screen.versions {
        let ratings: Vec<&str> = version.ratings.iter().map(|rating| rating.word()).collect();
        let from = day(cx.workspace.day_of(version.first));
        let now = answer.is_some_and(|answer| Some(&answer.version) == version.version.as_ref());
        let this = version.version == attempt.version;
        let facts = match (this, now) {
            (true, true) => " · this time · as it is now",
            (true, false) => " · this time",
            (false, true) => " · as it is now",
            (false, false) => "",
        };
        let weight = if this { Weight::Bold } else { Weight::Plain };
        lines.extend(wrapped(&format!("first told {from}{facts}"), columns, weight));
        lines.extend(wrapped(&format!("  {}", last_ones(&ratings)), columns, Weight::Plain));
    }
    let told = |version: &std::sync::Arc<str>| {
        screen
            .versions
            .iter()
            .any(|told| told.version.as_ref() == Some(version))
    };
    if answer.is_some_and(|answer| !told(&answer.version)) {
        lines.push(Line::new("as it is now: not told yet", Weight::Plain));
    }
    lines
}

/// The last twelve words, and how many came before them.
fn last_ones(words: &[&str]) -> String {
    let before = words.len().saturating_sub(12);
    let told = words[before..].join(", ");
    if before > 0 {
        format!("{before} before, then {told}")
    } else {
        told
    }
}
