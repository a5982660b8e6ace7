//! A message taken and everything carried out that follows from it: for the loop, for a drill without a screen, and for
//! tests alike.

use std::io;

use crate::app::{App, DiskEffect, Effect, Msg, Outcome, TerminalEffect};
use crate::domain::clock::Moment;

/// What carries effects out.
pub trait World {
    /// The moment.
    fn now(&self) -> Moment;

    /// Does what is asked of the terminal. What is known of it at once is told.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn terminal(&mut self, effect: TerminalEffect, told: &mut Vec<Outcome>) -> io::Result<()>;

    /// Has done what is asked of the disk. What is known of it at once is told; the rest comes as messages.
    fn disk(&mut self, effect: DiskEffect, told: &mut Vec<Outcome>);

    /// Goes to the shell once the disk has done what it was asked for, and comes back.
    ///
    /// # Errors
    /// When the terminal is gone.
    fn stop(&mut self) -> io::Result<()>;
}

/// Tells the program something, and carries out what follows until it is quiet.
///
/// # Errors
/// When the terminal is gone.
pub fn tell(app: &mut App, world: &mut dyn World, msg: Msg) -> io::Result<()> {
    let effects = app.update(msg, world.now());
    settle(app, world, effects)
}

/// Carries out effects and what follows from them, in order, until it is quiet.
///
/// # Errors
/// When the terminal is gone.
pub fn settle(app: &mut App, world: &mut dyn World, effects: Vec<Effect>) -> io::Result<()> {
    let mut todo = effects;
    while !todo.is_empty() {
        let mut told = Vec::new();
        for effect in std::mem::take(&mut todo) {
            match effect {
                Effect::Terminal(TerminalEffect::Suspend) => suspend(app, world)?,
                Effect::Terminal(effect) => world.terminal(effect, &mut told)?,
                Effect::Disk(effect) => world.disk(effect, &mut told),
            }
        }
        for outcome in told {
            todo.extend(app.update(Msg::Did(outcome), world.now()));
        }
    }
    Ok(())
}

/// To the shell, as Ctrl-Z does it, and back: what is typed is in a draft before, and the clock knows of it after.
///
/// # Errors
/// When the terminal is gone.
pub fn suspend(app: &mut App, world: &mut dyn World) -> io::Result<()> {
    tell(app, world, Msg::Stopping)?;
    world.stop()?;
    tell(app, world, Msg::Resumed)
}
