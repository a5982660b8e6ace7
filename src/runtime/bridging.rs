//! The backend, which writes a few unchanged cells again where going over them would cost more bytes.
//!
//! Where one text replaces another, letters here and there stay the same. The difference of two pictures leaves them out,
//! and going over one takes up to eight bytes (`ESC [ 12 ; 34 H`), where writing it again takes one.

use std::io::{self, Write};

use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};
use unicode_width::UnicodeWidthStr;

/// The most cells that are written again: going over them takes six bytes at least.
const BRIDGED: u16 = 6;

/// The backend with what is on the terminal.
pub(super) struct Bridging<W: Write> {
    inner: CrosstermBackend<W>,
    shown: Shown,
}

impl<W: Write> Bridging<W> {
    pub(super) fn new(writer: W) -> Bridging<W> {
        Bridging {
            inner: CrosstermBackend::new(writer),
            shown: Shown::default(),
        }
    }
}

/// The rows of the terminal, as far as anything was written in them; what is not there is blank.
#[derive(Default)]
struct Shown(Vec<Vec<Cell>>);

impl Shown {
    fn set(&mut self, x: u16, y: u16, cell: &Cell) {
        let (x, y) = (usize::from(x), usize::from(y));
        if self.0.len() <= y {
            self.0.resize(y + 1, Vec::new());
        }
        let row = &mut self.0[y];
        // What a wide character covers is not known afterwards.
        let wide = cell.symbol().width() > 1;
        let end = x + 1 + usize::from(wide);
        if row.len() < end {
            row.resize(end, Cell::EMPTY);
        }
        row[x].clone_from(cell);
        if wide {
            row[x + 1].set_symbol("");
        }
    }

    fn cell(&self, x: u16, y: u16) -> &Cell {
        let row = self.0.get(usize::from(y));
        row.and_then(|row| row.get(usize::from(x))).unwrap_or(&Cell::EMPTY)
    }

    /// The cells between two that are drawn in a row, where they can be written again: each is one column on every
    /// terminal, and looks like the one before them, so that nothing must be said of colours.
    fn between(
        &self,
        (before, cell): (u16, &Cell),
        after: u16,
        y: u16,
    ) -> Option<impl Iterator<Item = (u16, u16, &Cell)>> {
        let between = before + 1..after;
        let plain = |cell: &Cell| cell.symbol().is_ascii() && cell.symbol().len() == 1;
        let alike = |x: u16| {
            let other = self.cell(x, y);
            plain(other) && (other.fg, other.bg, other.modifier) == (cell.fg, cell.bg, cell.modifier)
        };
        let few = (1..=BRIDGED).contains(&(between.end.saturating_sub(between.start)));
        (few && plain(cell) && between.clone().all(alike)).then(|| between.map(move |x| (x, y, self.cell(x, y))))
    }
}

impl<W: Write> Backend for Bridging<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let changed: Vec<(u16, u16, &Cell)> = content.collect();
        let mut drawn: Vec<(u16, u16, &Cell)> = Vec::with_capacity(changed.len());
        for (x, y, cell) in &changed {
            if let Some((before, row, last)) = drawn.last().copied().filter(|(_, row, _)| row == y)
                && let Some(between) = self.shown.between((before, last), *x, row)
            {
                drawn.extend(between);
            }
            drawn.push((*x, *y, cell));
        }
        self.inner.draw(drawn.into_iter())?;
        for (x, y, cell) in changed {
            self.shown.set(x, y, cell);
        }
        Ok(())
    }

    /// The picture is the whole terminal, so that nothing of it stays.
    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.shown.0.clear();
        self.inner.clear_region(clear_type)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.clear_region(ClearType::All)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.inner.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.inner.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.inner.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.inner.set_cursor_position(position)
    }

    fn size(&self) -> io::Result<Size> {
        self.inner.size()
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.inner.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.inner)
    }
}

impl<W: Write> Write for Bridging<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Write::flush(&mut self.inner)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;

    /// What is written, to be looked at.
    #[derive(Clone, Default)]
    struct Written(Rc<RefCell<Vec<u8>>>);

    impl Write for Written {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.borrow_mut().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// The bytes that lead from each picture to the next, on a terminal that was cleared before the first.
    fn bytes<B: Backend>(pictures: &[Buffer], backend: impl Fn(Written) -> B) -> Vec<Vec<u8>> {
        let written = Written::default();
        let mut backend = backend(written.clone());
        let mut before = Buffer::empty(pictures[0].area);
        let mut bytes = Vec::new();
        for picture in pictures {
            backend.draw(before.diff(picture).into_iter()).ok().unwrap();
            bytes.push(written.0.take());
            before = picture.clone();
        }
        bytes
    }

    fn second(pictures: &[Buffer; 2]) -> String {
        String::from_utf8(bytes(pictures, Bridging::new)[1].clone()).unwrap()
    }

    #[test]
    fn a_letter_that_stays_is_written_again_rather_than_gone_over() {
        let drawn = second(&[
            Buffer::with_lines(["a time you failed"]),
            Buffer::with_lines(["a team you helped"]),
        ]);
        assert!(drawn.starts_with("\x1b[1;4Heam you help\x1b[39m"), "{drawn:?}");
    }

    #[test]
    fn what_looks_other_than_what_is_drawn_is_gone_over() {
        let mut red = Buffer::with_lines(["abc"]);
        red[(1, 0)].set_style(Style::new().fg(Color::Red));
        let mut after = red.clone();
        after[(0, 0)].set_symbol("x");
        after[(2, 0)].set_symbol("y");
        let drawn = second(&[red, after]);
        assert!(drawn.starts_with("\x1b[1;1Hx\x1b[1;3Hy"), "{drawn:?}");
    }

    fn picture() -> impl Strategy<Value = Buffer> {
        let piece = ("[a-b ]{1,8}|会議|é…─", 0..3_usize);
        let row = prop::collection::vec(piece, 0..5);
        prop::collection::vec(row, 3).prop_map(|rows| {
            let styles = [Style::new(), Style::new().fg(Color::Red), Style::new().bg(Color::Blue)];
            let mut picture = Buffer::empty(Rect::new(0, 0, 40, 3));
            for (pieces, y) in rows.iter().zip(0..) {
                let mut x = 0;
                for (text, style) in pieces {
                    (x, _) = picture.set_stringn(x, y, text, usize::MAX, styles[*style]);
                }
            }
            picture
        })
    }

    /// What each cell shows, and its ground; a blank has no colour of its own.
    fn cells(terminal: &vt100::Parser) -> Vec<(String, vt100::Color, vt100::Color)> {
        let places = (0..3).flat_map(|y| (0..40).map(move |x| (y, x)));
        let cell = |(y, x)| {
            let cell = terminal.screen().cell(y, x).unwrap();
            let says = cell.contents().trim().to_owned();
            let colour = if says.is_empty() {
                vt100::Color::Default
            } else {
                cell.fgcolor()
            };
            (says, colour, cell.bgcolor())
        };
        places.map(cell).collect()
    }

    proptest! {
        #[test]
        fn the_terminal_shows_what_it_would_if_nothing_were_written_again(
            pictures in prop::collection::vec(picture(), 1..5)
        ) {
            let (mut bridged, mut plain) = (vt100::Parser::new(3, 40, 0), vt100::Parser::new(3, 40, 0));
            let each = bytes(&pictures, Bridging::new);
            for (with, without) in each.iter().zip(bytes(&pictures, CrosstermBackend::new)) {
                bridged.process(with);
                plain.process(&without);
                prop_assert_eq!(cells(&bridged), cells(&plain));
                prop_assert!(with.len() <= without.len(), "{} for {}", with.len(), without.len());
            }
        }
    }
}
