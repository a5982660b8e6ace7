//! The frame of every screen: a header row, the body, a row for notices, the footer.

use ratatui::layout::Rect;

use super::paint::Paint;
use crate::app::context::Context;
use crate::app::footer;
use crate::app::state::{App, Notice, Tone};
use crate::app::workspace::Read;
use crate::keys::resolve;
use crate::text::shown::{Shown, beginning, columns};
use crate::text::time;
use crate::text::wrap::squeezed;

/// The regions of a screen.
///
/// ```text
/// header                                     right
///
/// body
///
/// notice
/// footer
/// ```
#[derive(Clone, Debug)]
pub(super) struct Page {
    header: Rect,
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

/// The rows of the body a notice leaves.
const LEFT: u16 = 4;

/// The columns a footer takes at most.
const FOOTER: usize = 80;

impl Page {
    /// The regions, in a column of at most so many columns in the middle. What is said in several lines takes them from
    /// the body.
    pub(super) fn of(area: Rect, widest: u16, notice: Option<&Notice>) -> Page {
        let width = area.width.min(widest);
        let column = Rect {
            x: area.x + (area.width - width) / 2,
            width,
            ..area
        };
        let row = |y: u16| Rect {
            y: column.y + y,
            height: 1,
            ..column
        };
        let room = usize::from(column.height.saturating_sub(3 + LEFT)).min(SAID);
        let said = notice.map_or_else(Vec::new, |notice| squeezed(&notice.text, usize::from(width), room));
        let rows = (said.len() as u16).max(1);
        Page {
            header: row(0),
            body: Rect {
                y: column.y + 2,
                height: column.height - 3 - rows,
                ..column
            },
            notice: Rect {
                height: rows,
                ..row(column.height - 1 - rows)
            },
            said,
            footer: row(column.height - 1),
            whole: area,
        }
    }

    /// The right end of the header, where it has so many columns; answers with what is left of it.
    fn header_right(&self, paint: &mut Paint, cx: &Context, right: &str, room: usize) -> Rect {
        let mut right = right.to_owned();
        if let Some((count, reason)) = cx.outbox.not_saved() {
            right = format!("{count} not saved: {reason}");
        } else if cx.startup.demo {
            right = if right.is_empty() {
                "demo".to_owned()
            } else {
                format!("{right} · demo")
            };
        }
        let style = if cx.outbox.not_saved().is_some() {
            paint.theme.bad
        } else {
            right = fitting(&right, &time::day(cx.workspace.today), room);
            paint.theme.muted
        };
        let used = paint.right(self.header, 0, &right, style);
        Rect {
            width: self.header.width.saturating_sub(used + 2),
            ..self.header
        }
    }

    /// The header: where one is, and something at the right.
    pub(super) fn header(&self, paint: &mut Paint, cx: &Context, pieces: &[&str], right: &str) {
        let whole = usize::from(self.header.width);
        let title: usize = pieces.iter().map(|piece| columns(&beginning(piece, whole)) + 3).sum();
        let room = whole.saturating_sub(title);
        let left = self.header_right(paint, cx, right, room);
        let mut at = 0;
        for (n, piece) in pieces.iter().enumerate() {
            if n > 0 {
                at += paint.text(left, at, 0, " · ", paint.theme.muted);
            }
            let style = if n == 0 { paint.theme.heading } else { paint.theme.text };
            at += paint.text(left, at, 0, piece, style);
        }
    }

    /// The header of a screen that is no drill: the day at the right, and what stands out.
    pub(super) fn plain_header(&self, paint: &mut Paint, cx: &Context, title: &str) {
        self.titled_header(paint, cx, &[title]);
    }

    /// The same for a screen whose title has several pieces.
    pub(super) fn titled_header(&self, paint: &mut Paint, cx: &Context, pieces: &[&str]) {
        self.header(paint, cx, pieces, &Page::standing(cx));
    }

    /// The same for a screen with tabs, of which one is in front.
    pub(super) fn tabs_header(&self, paint: &mut Paint, cx: &Context, title: &str, tabs: &[(&str, bool)]) {
        let left = self.header_right(paint, cx, &Page::standing(cx), usize::from(self.header.width));
        // Where there is no room for both, the tabs say where one is.
        let needed = tabs.iter().map(|(name, _)| name.len() + 3).sum::<usize>() + title.len() + 2;
        let mut at = 0;
        if usize::from(left.width) >= needed {
            at = paint.text(left, 0, 0, title, paint.theme.muted) + 5;
        }
        for (name, here) in tabs {
            let style = if *here { paint.theme.accent } else { paint.theme.muted };
            at += paint.text(left, at, 0, name, style) + 3;
        }
    }

    /// What stands at the right of the header wherever nobody drills.
    fn standing(cx: &Context) -> String {
        let mut right = time::day(cx.workspace.today);
        if let Some(next) = &cx.overview.meetings.next {
            right = format!("{right} · {next}");
        }
        if cx.workspace.read != Read::All {
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
                Tone::Calm => paint.theme.good,
                Tone::Bad => paint.theme.bad,
            };
            paint.clear(self.notice);
            for (line, y) in self.said.iter().zip(0..) {
                paint.text(self.notice, 0, y, line, style);
            }
        }
        let contexts = app.contexts();
        let columns = FOOTER.min(usize::from(self.footer.width));
        let entries = resolve::footer(contexts, |action, label| footer::word(app, action, label), columns);
        paint.clear(self.footer);
        let mut at = 0;
        for (n, entry) in entries.iter().enumerate() {
            if n > 0 {
                at += paint.text(self.footer, at, 0, "   ", paint.theme.muted);
            }
            let (key, style) = (entry.key.to_string(), paint.theme.muted);
            let pieces = [(key.as_str(), paint.theme.key), (" ", style), (entry.word, style)];
            at = paint.pieces(self.footer, at, 0, &pieces);
        }
    }
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
    let left = Rect {
        width: area.width / 2,
        ..area
    };
    let right = Rect {
        x: left.x + left.width,
        width: area.width - left.width,
        ..area
    };
    [left, right]
}
