//! A click becomes the keys that do the same: whatever can be clicked can be done without a mouse.

use ratatui::layout::Position;

use crate::app::Msg;
use crate::keys::key::{Code, Key};
use crate::ui::clicks::{Clicks, Target};

/// The most rows a click goes over: more than any terminal has.
const ROWS: usize = 400;

/// Does what a click asks for. `press` tells the program something and answers with what can be clicked then.
///
/// # Errors
/// What `press` says.
pub fn click<E>(at: Position, clicks: &Clicks, mut press: impl FnMut(Msg) -> Result<Clicks, E>) -> Result<(), E> {
    let msg = match clicks.target(at) {
        Some(Target::Key(key)) => Msg::Key(key),
        Some(Target::Do(action)) => Msg::Act(action),
        Some(Target::Tab(steps)) => {
            let code = if steps < 0 { Code::BackTab } else { Code::Tab };
            for _ in 0..steps.unsigned_abs() {
                press(Msg::Key(Key::of(code)))?;
            }
            return Ok(());
        }
        None => return choose(at, clicks, press),
    };
    press(msg).map(drop)
}

/// Goes to the row that was clicked; on the chosen row it is Enter.
fn choose<E>(at: Position, clicks: &Clicks, mut press: impl FnMut(Msg) -> Result<Clicks, E>) -> Result<(), E> {
    let mut press = |code| press(Msg::Key(Key::of(code)));
    let Some(first) = clicks.chosen(at) else {
        return Ok(());
    };
    if first == at.y {
        return press(Code::Enter).map(drop);
    }
    let (mut row, mut wanted) = (first, at.y);
    for _ in 0..ROWS {
        let down = row < wanted;
        let Some(next) = press(if down { Code::Down } else { Code::Up })?.chosen(at) else {
            return Ok(());
        };
        if next == row {
            // The list moved under its mark, or there is nothing further on.
            wanted = if down { wanted - 1 } else { wanted + 1 };
        } else if down && next > wanted {
            // The row before has several lines, and one of them was clicked.
            press(Code::Up)?;
            if row == first {
                press(Code::Enter)?;
            }
            return Ok(());
        } else if !down && next < wanted {
            return Ok(());
        }
        row = next;
        if row == wanted {
            return Ok(());
        }
    }
    Ok(())
}
