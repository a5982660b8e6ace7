//! The frame of every screen: the places, a hairline, the body, a row for what is said, the keys.

use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;

use super::clicks::Target;
use super::paint::Paint;
use crate::app::context::Context;
use crate::app::footer;
use crate::app::notice::{Notice, Tone};
use crate::app::state::App;
use crate::keys::action::Action;
use crate::keys::place::Place;
use crate::keys::resolve::{self, Entry};
use crate::text::shown::{Shown, beginning, columns};
use crate::text::time;
use crate::text::wrap::squeezed;
use crate::ui::widgets::areas::{before, behind, below, row};

/// The widest the frame becomes.
pub(super) const WIDEST: u16 = 132;

/// The blank columns at both sides, in which the mark of the selected row stands.
pub(super) const GUTTER: u16 = 2;

/// The regions of a screen.
///
/// ```text
///   greenroom   1 Today   2 Library                    right
///   ────────────━━━━━━━─────────────────────────────────────
/// ▌ body
///
///   what is said
///   enter start   d another drill            ? keys   q quit
/// ```
#[derive(Clone, Debug)]
pub(super) struct Page {
    header: Rect,
    hairline: Rect,
    /// The body with its left gutter: rows stand [`GUTTER`] columns in, and the mark of the selected one before them.
    pub(super) body: Rect,
    notice: Rect,
    /// What is said, in lines.
    said: Vec<String>,
    footer: Rect,
    /// The whole terminal.
    pub(super) whole: Rect,
}

/// The rows a notice takes at most.
const SAID: usize = 5;

/// Rows of the body from which one is to spare.
const SPARE: u16 = 22;

/// The rows of the body a notice leaves.
const LEFT: u16 = 4;

impl Page {
    /// The regions, in the middle of the terminal. What is said in several lines takes them from the body.
    pub(super) fn of(area: Rect, notice: Option<&Notice>) -> Page {
        let width = area.width.min(WIDEST);
        let frame = Rect {
            x: area.x + (area.width - width) / 2,
            width,
            ..area
        };
        let room = usize::from(frame.height.saturating_sub(3 + LEFT)).min(SAID);
        let wide = usize::from(width.saturating_sub(2 * GUTTER));
        let said = notice.map_or_else(Vec::new, |notice| squeezed(&notice.text, wide, room));
        let rows = (said.len() as u16).max(1);
        let [header, hairline, body, notice, footer] = Layout::vertical([
            Constraint::Length(1),
            Constraint::Length(1),
            Constraint::Fill(1),
            Constraint::Length(rows),
            Constraint::Length(1),
        ])
        .areas(frame);
        Page {
            header: inside(header),
            hairline: inside(hairline),
            body: before(body, GUTTER),
            notice: inside(notice),
            said,
            footer: inside(footer),
            whole: area,
        }
    }

    /// The body without its gutter.
    pub(super) fn content(&self) -> Rect {
        behind(self.body, GUTTER)
    }

    /// The four places and where one is; at the right what stands out everywhere, or something of this screen's own.
    pub(super) fn places(&self, paint: &mut Paint, cx: &Context, here: Place, own: Option<&str>) {
        let standing = Page::standing(cx);
        let right = own.map_or(standing, str::to_owned);
        let names: Vec<String> = Place::ALL
            .iter()
            .map(|place| format!("{} {}", place.number(), place.name()))
            .collect();
        let wide = usize::from(self.header.width);
        let row = |between: usize| names.iter().map(|name| name.len() + between).sum::<usize>() - between;
        let brand = BRAND.len() + 3;
        // The places come before what stands at the right, and the one where one is before all others.
        let (brand, between) = match wide {
            wide if wide >= 96 && wide >= brand + row(3) => (brand, 3),
            wide if wide >= brand + row(2) => (brand, 2),
            wide if wide >= row(2) => (0, 2),
            _ => (0, 0),
        };
        if brand > 0 {
            paint.text(self.header, 0, 0, BRAND, paint.theme.accent);
        }
        self.rule(paint);
        let mut at = brand as u16;
        for (place, name) in Place::ALL.iter().zip(&names) {
            if between == 0 && *place != here {
                continue;
            }
            let style = if *place == here {
                paint.theme.heading
            } else {
                paint.theme.soft
            };
            let used = paint.text(self.header, at, 0, name, style);
            paint
                .clicks
                .add(part(self.header, at, used), Target::Do(Action::GoTo(*place)));
            if *place == here {
                paint.text(self.hairline, at, 0, &"━".repeat(usize::from(used)), paint.theme.accent);
            }
            at += used + between as u16;
        }
        let room = wide.saturating_sub(usize::from(at) + 1);
        self.at_right(paint, cx, (&right, paint.theme.soft), room);
    }

    /// The hairline below the header.
    fn rule(&self, paint: &mut Paint) {
        paint.rule(self.hairline, 0);
    }

    /// What stands at the right of the header: before all else that something is not saved. Answers with the columns used.
    fn at_right(&self, paint: &mut Paint, cx: &Context, (right, usual): (&str, Style), room: usize) -> u16 {
        let (text, style) = if let Some((count, reason)) = cx.outbox.not_saved() {
            (format!("{count} not saved: {reason}"), paint.theme.bad)
        } else {
            let demo = if cx.startup.demo { " · demo" } else { "" };
            let text = format!("{right}{demo}");
            let text = fitting(text.trim_start_matches(" · "), &time::day(cx.workspace.today), room);
            (text, usual)
        };
        let text = beginning(&text, room);
        paint.right(self.header, 0, &text, style)
    }

    /// The header of a screen that is no place: what it is, and something at the right.
    pub(super) fn header(&self, paint: &mut Paint, cx: &Context, pieces: &[&str], right: &str) {
        self.header_in(paint, cx, pieces, (right, paint.theme.soft));
    }

    /// The same, with what stands at the right in a style of its own.
    pub(super) fn header_in(&self, paint: &mut Paint, cx: &Context, pieces: &[&str], right: (&str, Style)) {
        let whole = usize::from(self.header.width);
        let title: usize = pieces.iter().map(|piece| columns(&beginning(piece, whole)) + 3).sum();
        let used = self.at_right(paint, cx, right, whole.saturating_sub(title).max(whole / 3));
        self.rule(paint);
        let left = before(self.header, used + 2);
        let mut at = 0;
        for (n, piece) in pieces.iter().enumerate() {
            if n > 0 {
                at += paint.text(left, at, 0, " · ", paint.theme.soft);
            }
            let style = if n == 0 { paint.theme.heading } else { paint.theme.text };
            at += paint.text(left, at, 0, piece, style);
        }
    }

    /// The header of a drill: pieces in their own styles, and something at the right.
    pub(super) fn drill_header(&self, paint: &mut Paint, cx: &Context, pieces: &[(&str, Style)], right: &str) {
        // What is not saved comes before where one is.
        let used = self.at_right(
            paint,
            cx,
            (right, paint.theme.soft),
            usize::from(self.header.width) * 2 / 3,
        );
        self.rule(paint);
        let left = before(self.header, used + 2);
        paint.pieces(left, 0, 0, pieces);
    }

    /// The body as a list or a text begins in it: a row below the hairline, where there are rows to spare.
    pub(super) fn hanging(&self) -> Rect {
        below(self.body, u16::from(self.body.height >= SPARE))
    }

    /// The header of a screen that is no drill and no place: the day at the right, and what stands out.
    pub(super) fn plain_header(&self, paint: &mut Paint, cx: &Context, title: &str) {
        self.titled_header(paint, cx, &[title]);
    }

    /// The same for a screen whose title has several pieces.
    pub(super) fn titled_header(&self, paint: &mut Paint, cx: &Context, pieces: &[&str]) {
        self.header(paint, cx, pieces, &Page::standing(cx));
    }

    /// Tabs in the first row of an area, the one in front marked by its weight and colour.
    pub(super) fn tabs(paint: &mut Paint, area: Rect, tabs: &[(&str, bool)]) {
        let mut at = 0;
        let front = tabs.iter().position(|(_, here)| *here).unwrap_or(0);
        for (n, (name, here)) in tabs.iter().enumerate() {
            let style = if *here { paint.theme.accent } else { paint.theme.soft };
            let used = paint.text(area, at, 0, name, style);
            paint
                .clicks
                .add(part(area, at, used), Target::Tab(n as i8 - front as i8));
            at += used + 3;
        }
    }

    /// What stands at the right of the header wherever nobody drills.
    fn standing(cx: &Context) -> String {
        let mut right = time::day(cx.workspace.today);
        if let Some(next) = &cx.overview.meetings.next {
            right = format!("{right} · {next}");
        }
        if !cx.workspace.all_read() {
            right = format!("reading your files · {right}");
        }
        let problems = cx.workspace.problems().count();
        if problems > 0 {
            right = format!("! {} · {right}", time::count(problems, "file problem"));
        }
        right
    }

    /// The keys that work now, and above them what is said.
    pub(super) fn footer(&self, paint: &mut Paint, app: &App) {
        if let Some(notice) = &app.notice {
            let style = match notice.tone {
                Tone::Calm => paint.theme.accent,
                Tone::Bad => paint.theme.bad,
            };
            paint.clear(self.notice);
            for (line, y) in self.said.iter().zip(0..) {
                paint.text(self.notice, 0, y, line, style);
            }
        }
        paint.clear(self.footer);
        let entries = entries(app, self.footer.width);
        let ways_out = |entry: &&Entry| matches!(entry.action, Action::Help | Action::Back | Action::Quit);
        let (right, left): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(ways_out);
        let width = right.iter().map(|entry| entry.width()).sum::<usize>().saturating_sub(3);
        keys(paint, self.footer, 0, &left);
        keys(
            paint,
            self.footer,
            self.footer.width.saturating_sub(width as u16),
            &right,
        );
    }

    /// The keys that say yes or no, with their words, in the first row of an area.
    pub(super) fn choices(&self, paint: &mut Paint, app: &App, area: Rect) {
        let entries = entries(app, self.footer.width);
        let choices: Vec<&Entry> = entries.iter().filter(|entry| entry.action != Action::Help).collect();
        keys(paint, area, 0, &choices);
    }
}

/// The keys of the footer with their words, as many as have room in so many columns.
fn entries(app: &App, columns: u16) -> Vec<Entry> {
    let words = |action, label| footer::words(app, action, label);
    resolve::footer(app.contexts(), words, usize::from(columns))
}

/// Draws keys with their words, to be clicked.
fn keys(paint: &mut Paint, area: Rect, x: u16, entries: &[&Entry]) {
    let mut at = x;
    for entry in entries {
        let key = entry.key.to_string();
        let pieces = [
            (key.as_str(), paint.theme.accent),
            (" ", paint.theme.soft),
            (entry.word.as_ref(), paint.theme.soft),
        ];
        let end = paint.pieces(area, at, 0, &pieces);
        paint.clicks.add(part(area, at, end - at), Target::Key(entry.key));
        at = end + 3;
    }
}

/// The program's name.
const BRAND: &str = "greenroom";

/// A piece of the first row of an area.
fn part(area: Rect, x: u16, width: u16) -> Rect {
    Rect {
        width,
        ..row(behind(area, x), 0)
    }
}

/// An area without the gutters.
fn inside(area: Rect) -> Rect {
    before(behind(area, GUTTER), GUTTER)
}

/// As many of the pieces at the right as fit: the day goes first, then the last ones.
fn fitting(right: &str, day: &str, room: usize) -> String {
    let mut pieces: Vec<&str> = right.split(" · ").collect();
    let width = |pieces: &[&str]| Shown::new(&pieces.join(" · ")).width();
    if width(&pieces) > room {
        pieces.retain(|piece| *piece != day);
    }
    while width(&pieces) > room {
        pieces.pop();
    }
    pieces.join(" · ")
}

/// The left and the right half of an area; an odd column goes to the right.
pub(super) fn halves(area: Rect) -> [Rect; 2] {
    let half = area.width / 2;
    [before(area, area.width - half), behind(area, half)]
}
