//! What reaches the loop from outside.

use ratatui::layout::Position;

use super::setup::Ended;
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
    /// The program is to be stopped.
    Stop,
    /// The program goes on after a stop.
    Continued,
    /// Something asked for was done.
    Did(Outcome),
    /// The program is to end: a signal, the terminal gone, or a thread of ours that came to grief.
    Ended(Ended),
}
