//! What reaches the loop from outside.

use ratatui::layout::Position;

use crate::app::{Msg, Outcome};
use crate::ui::theme::terminal::Ground;

/// What comes from the keyboard and the mouse.
#[derive(Debug)]
pub(super) enum Input {
    /// What the program is told as it is.
    Told(Msg),
    /// A click, which becomes the keys that do the same.
    Click(Position),
}

/// Something happened outside the program.
#[derive(Debug)]
pub(super) enum LoopEvent {
    /// Keys, pasted text, clicks.
    Input(Vec<Input>),
    /// Another program changed files of the home.
    Changed(Vec<Msg>),
    /// The terminal said what its ground is.
    Ground(Ground),
    /// The terminal has another size.
    Resized,
    /// A signal to leave.
    Signal(i32),
    /// The program is to be stopped.
    Stop,
    /// The program goes on after a stop.
    Continued,
    /// The terminal is gone.
    Gone,
    /// Something asked for was done.
    Did(Outcome),
    /// A thread of ours came to grief; its panic is already reported.
    Died,
}
