//! What a screen may read.

use super::forms::Forms;
use super::outbox::Outbox;
use super::overview::Overview;
use super::startup::Startup;
use super::widgets::viewport::Viewport;
use super::workspace::Workspace;
use crate::domain::clock::Moment;

/// Columns below which panes that stand side by side fold into one.
pub const FOLD: usize = 100;

/// All that is given to a screen to read: the person's files, what follows from them, and the moment.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// What the program was started with.
    pub startup: &'a Startup,
    /// What is read from the home.
    pub workspace: &'a Workspace,
    /// What follows from it.
    pub overview: &'a Overview,
    /// What is on its way to the disk.
    pub outbox: &'a Outbox,
    /// The forms that were left.
    pub forms: &'a Forms,
    /// What the last frame could show.
    pub viewport: Viewport,
    /// The moment.
    pub now: Moment,
}

/// What a screen may read of a program, next to the screens themselves.
macro_rules! context {
    ($app:expr, $now:expr) => {
        $crate::app::context::Context {
            startup: &$app.startup,
            workspace: &$app.workspace,
            overview: &$app.overview,
            outbox: &$app.outbox,
            forms: &$app.unsaved.forms,
            viewport: $app.viewport,
            now: $now,
        }
    };
}

#[cfg(test)]
pub(in crate::app) mod tests {
    use std::time::Duration;

    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    use super::*;
    use crate::domain::library::Library;

    /// What a screen reads in a test: to be filled, then looked at by [`Fixture::at`].
    pub(in crate::app) struct Fixture {
        pub(in crate::app) startup: Startup,
        pub(in crate::app) workspace: Workspace,
        pub(in crate::app) overview: Overview,
        pub(in crate::app) outbox: Outbox,
        pub(in crate::app) forms: Forms,
        pub(in crate::app) viewport: Viewport,
    }

    impl Fixture {
        /// An empty home on the first day of 1970, in UTC.
        pub(in crate::app) fn new(library: Library) -> Fixture {
            let now = Moment {
                elapsed: Duration::ZERO,
                wall: Timestamp::UNIX_EPOCH,
            };
            let startup = Startup {
                home: "~/greenroom".to_owned(),
                device: "testdev1".into(),
                run: "01900000-0000-7000-8000-000000000001".into(),
                seed: 7,
                zone: TimeZone::UTC,
                now,
                demo: false,
            };
            Fixture {
                workspace: Workspace::new(library, TimeZone::UTC, now),
                overview: Overview::default(),
                outbox: Outbox::new(startup.device.clone(), startup.run.clone()),
                forms: Forms::default(),
                viewport: Viewport {
                    rows: 20,
                    of: 20,
                    columns: 100,
                    across: 0,
                },
                startup,
            }
        }

        /// What is seen of it so many seconds later.
        pub(in crate::app) fn at(&self, seconds: u64) -> Context<'_> {
            Context {
                startup: &self.startup,
                workspace: &self.workspace,
                overview: &self.overview,
                outbox: &self.outbox,
                forms: &self.forms,
                viewport: self.viewport,
                now: Moment {
                    elapsed: Duration::from_secs(seconds),
                    wall: Timestamp::from_second(seconds as i64).unwrap_or_default(),
                },
            }
        }
    }
}
