//! Rows on which terminals and we may count columns differently.
//!
//! A flag is two code points that tmux and others put into a cell each, where we count one wide character. What is drawn
//! over it later would leave its second half, since a difference of pictures does not know of it.

use ratatui::buffer::{Buffer, CellDiffOption};

/// Bytes from which on a cell holds several code points of width: one has four at most, a letter with its mark three.
const SEVERAL: usize = 5;

/// The rows of the last picture that had such characters.
#[derive(Debug, Default)]
pub(super) struct Joined(Vec<u16>);

impl Joined {
    /// Lets these rows be drawn whole in the picture that follows, and remembers those of this one.
    pub(super) fn draw_over(&mut self, picture: &mut Buffer) {
        let area = picture.area;
        let rows = |y: &u16| (area.left()..area.right()).any(|x| picture[(x, *y)].symbol().len() >= SEVERAL);
        let now: Vec<u16> = (area.top()..area.bottom()).filter(rows).collect();
        for y in std::mem::replace(&mut self.0, now) {
            for x in area.left()..area.right() {
                if let Some(cell) = picture.cell_mut((x, y)) {
                    cell.set_diff_option(CellDiffOption::AlwaysUpdate);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_of_a_row_that_had_a_flag_is_drawn_over() {
        let mut joined = Joined::default();
        let mut flag = Buffer::with_lines(["会議 🇩🇪 flag", "plain"]);
        joined.draw_over(&mut flag);
        let mut blank = Buffer::with_lines(["            ", "plain"]);
        joined.draw_over(&mut blank);
        let drawn: Vec<(u16, u16)> = flag.diff(&blank).into_iter().map(|(x, y, _)| (x, y)).collect();
        assert_eq!(drawn, (0..12).map(|x| (x, 0)).collect::<Vec<_>>());
        let mut after = Buffer::with_lines(["            ", "plain"]);
        joined.draw_over(&mut after);
        assert_eq!(joined.0, [0_u16; 0]);
    }
}
