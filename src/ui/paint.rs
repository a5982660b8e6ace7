//! The brush: the only place where text reaches a cell, and always as `Shown`.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::widgets::{Block, BorderType, Clear, Widget};
use tui_big_text::{BigText, PixelSize};

use super::clicks::Clicks;
use super::theme::Theme;
use super::widgets::areas::{before, behind, row};
use crate::text::shown::{Shown, beginning, columns, ending, plain};
use crate::text::wrap::squeezed;

/// A brush over a buffer.
pub(super) struct Paint<'a> {
    buffer: &'a mut Buffer,
    pub(super) theme: &'a Theme,
    /// What of it can be clicked.
    pub(super) clicks: Clicks,
}

/// Whether a pane takes the keys.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Focus {
    Here,
    Elsewhere,
}

/// How high the digits of a clock are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Digits {
    /// As any text.
    Small,
    /// Four rows.
    Big,
    /// Eight rows.
    Tall,
}

impl Digits {
    /// The rows they take.
    pub(super) fn rows(self) -> u16 {
        match self {
            Digits::Small => 1,
            Digits::Big => 4,
            Digits::Tall => 8,
        }
    }
}

/// The columns a big digit takes.
const DIGIT: u16 = 8;

/// Whether a character is a figure that fills its cell: a block, or a line of a bar or border.
fn drawn(c: char) -> bool {
    matches!(c, '\u{2500}'..='\u{259f}')
}

/// A style for figures: what draws into the cell by itself, as a reversed or underlined one does, would make another
/// figure of it.
fn undrawn(style: Style) -> Style {
    style.remove_modifier(Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT)
}

impl<'a> Paint<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Paint<'a> {
        Paint {
            buffer,
            theme,
            clicks: Clicks::default(),
        }
    }

    /// Text at a place of an area, cut with `…` where it does not fit; answers with the columns used.
    pub(super) fn text(&mut self, area: Rect, x: u16, y: u16, text: &str, style: Style) -> u16 {
        if y >= area.height || x >= area.width {
            return 0;
        }
        let room = usize::from(area.width - x);
        let text = beginning(text, room);
        let style = if text.contains(drawn) { undrawn(style) } else { style };
        let (left, top) = (area.x + x, area.y + y);
        if !plain(&text) {
            return self.buffer.set_stringn(left, top, &text, room, style).0 - left;
        }
        let mut at = left;
        for (c, column) in text.chars().zip(left..self.buffer.area.right()) {
            self.buffer[(column, top)].set_char(c).set_style(style);
            at = column + 1;
        }
        at - left
    }

    /// Text over several lines, at most so many; answers with the rows used.
    pub(super) fn lines(&mut self, area: Rect, x: u16, y: u16, text: &str, most: u16, style: Style) -> u16 {
        let columns = usize::from(area.width.saturating_sub(x));
        let lines = squeezed(text, columns, usize::from(most));
        for (line, y) in lines.iter().zip(y..) {
            self.text(area, x, y, line, style);
        }
        lines.len() as u16
    }

    /// Pieces of text one behind the other; answers with the column behind the last.
    pub(super) fn pieces(&mut self, area: Rect, x: u16, y: u16, pieces: &[(&str, Style)]) -> u16 {
        let mut at = x;
        for (text, style) in pieces {
            at += self.text(area, at, y, text, *style);
        }
        at
    }

    /// Text that ends at the right edge.
    pub(super) fn right(&mut self, area: Rect, y: u16, text: &str, style: Style) -> u16 {
        let text = beginning(text, usize::from(area.width));
        let width = columns(&text) as u16;
        self.text(area, area.width - width, y, &text, style);
        width
    }

    /// The digits of a clock from a place on, small ones where there is no room for big ones; answers with the columns
    /// used.
    pub(super) fn digits(&mut self, area: Rect, x: u16, y: u16, text: &str, style: Style, digits: Digits) -> u16 {
        let place = Rect {
            x: area.x + x,
            y: area.y + y,
            width: text.chars().count() as u16 * DIGIT,
            height: digits.rows(),
        };
        if digits == Digits::Small || area.intersection(place) != place {
            return self.text(area, x, y, text, style);
        }
        let size = match digits {
            Digits::Tall => PixelSize::Full,
            _ => PixelSize::HalfHeight,
        };
        BigText::builder()
            .pixel_size(size)
            .style(undrawn(style))
            .lines(vec![text.to_owned().into()])
            .build()
            .render(place, self.buffer);
        place.width
    }

    /// A rounded pane with a title and something at the right of its border; answers with its inside.
    pub(super) fn pane(&mut self, area: Rect, title: &str, right: &str, focus: Focus) -> Rect {
        let border = match focus {
            Focus::Here => self.theme.accent,
            Focus::Elsewhere => self.theme.line,
        };
        let block = Block::bordered().border_type(BorderType::Rounded).border_style(border);
        let inside = block.inner(area);
        block.render(area, self.buffer);
        let top = row(before(behind(area, 1), 1), 0);
        let right_width = Shown::new(right).width() as u16;
        let used = if right.is_empty() { 0 } else { right_width + 3 };
        let title_area = before(top, used + 1);
        let at = self.text(title_area, 0, 0, " ", border);
        // The border is drawn below it already: what has no colour of its own would take the border's.
        let named = match focus {
            Focus::Here => self.theme.heading.patch(border),
            Focus::Elsewhere => Style::reset().patch(self.theme.heading),
        };
        let at = at + self.text(title_area, at, 0, title, named);
        self.text(title_area, at, 0, " ", border);
        if !right.is_empty() && top.width > used {
            let x = top.width - right_width - 2;
            self.text(top, x, 0, " ", border);
            self.text(top, x + 1, 0, right, Style::reset().patch(self.theme.soft));
            self.text(top, x + 1 + right_width, 0, " ", border);
        }
        before(behind(inside, 1), 1)
    }

    /// Wipes an area.
    pub(super) fn clear(&mut self, area: Rect) {
        Clear.render(area, self.buffer);
    }

    /// A hairline over a whole row of an area.
    pub(super) fn rule(&mut self, area: Rect, y: u16) {
        self.text(area, 0, y, &"─".repeat(usize::from(area.width)), self.theme.line);
    }

    /// The mark of a selected row, and its ground up to the edge of the area.
    pub(super) fn chevron(&mut self, area: Rect, y: u16) {
        if y < area.height {
            self.buffer.set_style(row(area, y), self.theme.tint);
        }
        self.text(area, 0, y, "▌", self.theme.accent);
        self.clicks.mark(area, y);
    }

    /// How much of a list or text is seen, at the right of a row, where there is more of it; answers with the columns used.
    pub(super) fn more_below(&mut self, area: Rect, y: u16, last: usize, of: usize) -> u16 {
        if last < of {
            self.right(area, y, &so_far(last, of), self.theme.faint)
        } else {
            0
        }
    }

    /// The same in the border below the inside of a pane.
    pub(super) fn more_in_pane(&mut self, inside: Rect, last: usize, of: usize) {
        let border = row(inside, inside.height);
        if last < of {
            // What has no colour of its own would take the border's.
            let faint = Style::reset().patch(self.theme.faint);
            self.right(border, 0, &format!(" {} ", so_far(last, of)), faint);
        }
    }

    /// A hairline over a whole row of an area that says, where there is more of a list above it, how much of it is seen.
    pub(super) fn rule_with(&mut self, area: Rect, y: u16, last: usize, of: usize) {
        self.rule(area, y);
        if last < of && area.width > 2 {
            self.right(before(area, 2), y, &format!(" {} ", so_far(last, of)), self.theme.faint);
        }
    }

    /// Draws the whole page faint, for what lies over it, and takes no clicks on it.
    pub(super) fn dim(&mut self, area: Rect) {
        let faint = Style::reset().patch(self.theme.faint);
        self.buffer.set_style(area, faint);
        self.clicks.clear();
    }

    /// The chevron of a row where it is selected, and how its text is drawn.
    pub(super) fn choice(&mut self, area: Rect, y: u16, selected: bool) -> Style {
        if selected {
            self.chevron(area, y);
            self.theme.selection
        } else {
            self.theme.text
        }
    }

    /// Where text is typed: the terminal's own cursor is shown there.
    pub(super) fn caret(&mut self, area: Rect, x: u16, y: u16) {
        if x < area.width && y < area.height {
            self.clicks.caret(Position::new(area.x + x, area.y + y));
        }
    }

    /// A field being typed in, scrolled so that the caret is seen.
    pub(super) fn field(&mut self, area: Rect, x: u16, y: u16, field: &crate::app::widgets::field::Field) {
        let room = usize::from(area.width.saturating_sub(x + 1));
        let (before, behind) = field.around();
        let before = ending(before, room.saturating_sub(1));
        let at = x + self.text(area, x, y, &before, self.theme.text);
        if !behind.is_empty() {
            self.text(area, at, y, behind, self.theme.text);
        }
        self.caret(area, at, y);
    }
}

/// How much of a list or text is seen, where there is more of it below.
pub(super) fn so_far(last: usize, of: usize) -> String {
    format!("{last} of {of} ↓")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::DARK;

    #[test]
    fn the_title_of_a_pane_without_the_keys_is_text_and_not_as_pale_as_its_border() {
        let area = Rect::new(0, 0, 20, 3);
        let mut buffer = Buffer::empty(area);
        Paint::new(&mut buffer, &DARK).pane(area, "Question", "2:03", Focus::Elsewhere);
        let cell = |x: u16| buffer[(x, 0)].style();
        assert_eq!(buffer[(2, 0)].symbol(), "Q");
        for x in [2, 14] {
            assert!(!cell(x).add_modifier.contains(Modifier::DIM), "column {x}");
        }
        assert!(cell(2).add_modifier.contains(Modifier::BOLD));
    }
}
