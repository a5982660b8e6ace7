//! What the loop begins with, and how it ends.

use std::path::PathBuf;

use super::clock::Clock;
use crate::app::Startup;
use crate::app::route::Route;
use crate::store::files::places::Places;
use crate::ui::theme::terminal::Surroundings;

/// All that the loop needs from outside.
pub struct Setting {
    /// The files.
    pub places: Places,
    /// What the program is born with.
    pub startup: Startup,
    /// The clock.
    pub clock: Clock,
    /// What is known of colours.
    pub surroundings: Surroundings,
    /// `--theme`, which goes before the settings.
    pub theme: Option<crate::domain::settings::ThemeChoice>,
    /// Where to begin; none on Home.
    pub start: Option<Route>,
    /// The folder of a demo, which goes with the program.
    pub throw_away: Option<PathBuf>,
}

/// How the program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The person left.
    Left,
    /// A signal, or the terminal went away.
    Signal(i32),
    /// A panic, already reported.
    Died,
    /// There was nothing to drill.
    Nothing,
}
