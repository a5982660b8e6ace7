//! A person at the keyboard, without a terminal: keys in, screens out, time as it is told.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::path::Path;
use std::time::Duration;

use greenroom::app::message::Hindered;
use greenroom::app::route::Route;
use greenroom::app::{App, DiskEffect, Msg, Outcome, Startup, TerminalEffect};
use greenroom::domain::clock::Moment;
use greenroom::domain::library::Library;
use greenroom::keys::key::{Code, Key};
use greenroom::runtime::click::click;
use greenroom::runtime::clock::Clock;
use greenroom::runtime::disk::Worker;
use greenroom::runtime::disk::outcome::home_outcome;
use greenroom::runtime::effects::{Disk, perform};
use greenroom::runtime::host::TerminalHost;
use greenroom::runtime::settle::{World, settle, tell};
use greenroom::store::demo::Demo;
use greenroom::store::files::atomic::write_new;
use greenroom::store::files::places::Places;
use greenroom::store::load::home;
use greenroom::store::log;
use greenroom::ui::clicks::Clicks;
use greenroom::ui::theme::{DARK, MONO, Theme};
use greenroom::ui::{self, Look};
use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};

use crate::support::files;

/// When every session begins: Saturday, 21 November 2026, nine in the morning.
pub(crate) const BEGIN: &str = "2026-11-21T09:00:00Z";

/// What the terminal was asked for.
#[derive(Debug, Default)]
pub(crate) struct FakeStage {
    pub(crate) bells: usize,
    pub(crate) copied: Vec<String>,
}

impl TerminalHost for FakeStage {
    /// No editor is opened: it would wait for somebody at the keyboard.
    fn hand_over(&mut self, _: &mut dyn FnMut() -> Result<(), Hindered>) -> std::io::Result<Result<(), Hindered>> {
        Ok(Err(Hindered {
            cause: "no editor here".to_owned(),
            hint: String::new(),
        }))
    }

    fn redraw(&mut self) -> std::io::Result<()> {
        Ok(())
    }

    fn bell(&mut self) -> std::io::Result<()> {
        self.bells += 1;
        Ok(())
    }

    fn copy(&mut self, text: &str) -> std::io::Result<()> {
        self.copied.push(text.to_owned());
        Ok(())
    }
}

/// A terminal that notes what it was asked for, and a real disk.
pub(crate) struct FakeWorld {
    pub(crate) stage: FakeStage,
    pub(crate) places: Places,
    pub(crate) left: bool,
    /// What was asked, by name.
    pub(crate) done: Vec<String>,
    disk: Disk,
    /// What the disk was asked for and has not done, while it is told to wait.
    asked: Option<VecDeque<DiskEffect>>,
    now: Moment,
}

impl FakeWorld {
    fn note(&mut self, effect: &impl std::fmt::Debug) {
        let told = format!("{effect:?}");
        let name = told.split(|c: char| !c.is_alphanumeric()).next();
        self.done.push(name.unwrap_or_default().to_owned());
    }
}

impl World for FakeWorld {
    fn now(&self) -> Moment {
        self.now
    }

    fn terminal(&mut self, effect: TerminalEffect, told: &mut Vec<Outcome>) -> std::io::Result<()> {
        self.note(&effect);
        self.left |= effect == TerminalEffect::Quit;
        perform(effect, &mut self.stage, &self.places, told)
    }

    fn disk(&mut self, effect: DiskEffect, told: &mut Vec<Outcome>) {
        self.note(&effect);
        match &mut self.asked {
            Some(asked) => asked.push_back(effect),
            None => self.disk.perform(effect, told),
        }
    }

    fn stop(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The program with a home of its own.
pub(crate) struct Session {
    pub(crate) app: App,
    pub(crate) world: FakeWorld,
    folder: tempfile::TempDir,
    size: (u16, u16),
    theme: &'static Theme,
}

impl std::ops::Deref for Session {
    type Target = FakeWorld;

    fn deref(&self) -> &FakeWorld {
        &self.world
    }
}

impl std::ops::DerefMut for Session {
    fn deref_mut(&mut self) -> &mut FakeWorld {
        &mut self.world
    }
}

#[must_use]
pub(crate) fn session() -> Session {
    Session::with(|_| {})
}

/// A session of somebody who opens the program for the first time.
pub(crate) fn newcomer() -> Session {
    let mut session = session();
    session.app.workspace.used.clear();
    session
}

impl Session {
    /// A session over a home that is prepared first.
    #[must_use]
    pub(crate) fn with(prepare: impl FnOnce(&Places)) -> Session {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let places = Places {
            home: folder.path().join("home"),
            state: folder.path().join("state"),
        };
        prepare(&places);
        let now = Moment {
            elapsed: Duration::ZERO,
            wall: BEGIN.parse().expect("a time"),
        };
        Session::open(folder, places, now)
    }

    /// A session over the demo's home.
    #[must_use]
    pub(crate) fn demo() -> Session {
        let demo = Demo::open(BEGIN.parse().expect("a time"), &TimeZone::UTC).expect("the demo");
        Session::over(&demo.places().home)
    }

    /// A session over a copy of a home.
    #[must_use]
    pub(crate) fn over(home: &Path) -> Session {
        Session::with(|places| {
            for file in files(home) {
                let to = places.home.join(file.strip_prefix(home).expect("a file of the home"));
                let bytes = std::fs::read(&file).expect("a file");
                write_new(&to, &bytes).expect("a copy");
            }
        })
    }

    fn open(folder: tempfile::TempDir, places: Places, now: Moment) -> Session {
        let startup = Startup {
            home: "~/greenroom".to_owned(),
            device: "testdev1".into(),
            run: format!("01900000-0000-7000-8000-{:012}", now.wall.as_second() % 1_000_000).into(),
            seed: 7,
            zone: TimeZone::UTC,
            now,
            demo: false,
        };
        let clock = Clock::start(Some(now.wall));
        let worker = Worker::new(places.clone(), &startup.device, &startup.run, clock);
        let mut session = Session {
            app: App::new(startup, Library::default()),
            world: FakeWorld {
                stage: FakeStage::default(),
                places,
                left: false,
                done: Vec::new(),
                disk: Disk::Here(Box::new(worker)),
                asked: None,
                now,
            },
            folder,
            size: (100, 30),
            theme: &DARK,
        };
        // Sessions are of somebody who was asked already; who was not is a newcomer.
        session.app.workspace.used.push("first questions".to_owned());
        session.read();
        session
    }

    fn read(&mut self) {
        self.tell(Msg::Did(home_outcome(home(&self.world.places))));
        let (history, problems) = log::load(&self.world.places);
        self.tell(Msg::Did(Outcome::History(history, problems)));
        if let Disk::Here(worker) = &self.world.disk {
            for left in worker.left() {
                self.tell(Msg::Did(left));
            }
        }
    }

    /// The same home at a later time, in a new run of the program.
    #[must_use]
    pub(crate) fn again(self, later: &str) -> Session {
        let mut now = self.world.now;
        let span: jiff::SignedDuration = later.parse().expect("a duration");
        now.wall = now.wall.checked_add(span).expect("a time");
        now.elapsed = Duration::ZERO;
        // The old run ends before the new one looks for what it left behind.
        drop(self.world.disk);
        Session::open(self.folder, self.world.places, now)
    }

    /// Types a script: characters as they are, `<enter>`, `<esc>`, `<tab>`, `<space>`, `<ctrl-c>`, `<lt>`; `<do:words>`
    /// finds an action in the list of what can be done by these words, and does it.
    pub(crate) fn keys(&mut self, script: &str) -> &mut Session {
        let mut rest = script;
        while let Some(c) = rest.chars().next() {
            if let Some((words, behind)) = rest.strip_prefix("<do:").and_then(|r| r.split_once('>')) {
                self.keys("?").keys(words).keys("<enter>");
                rest = behind;
                continue;
            }
            let (key, used) = match rest.strip_prefix('<').and_then(|r| r.split_once('>')) {
                Some((name, _)) => (named(name), name.len() + 2),
                None => (Key::ch(c), c.len_utf8()),
            };
            rest = &rest[used..];
            self.draw();
            self.tell(Msg::Key(key));
        }
        self
    }

    /// Lets time pass, looked at every second.
    pub(crate) fn wait(&mut self, seconds: u32) -> &mut Session {
        for _ in 0..seconds {
            self.pass(Duration::from_secs(1), Duration::from_secs(1));
            self.tell(Msg::Tick);
        }
        self
    }

    /// Lets what is typed come into its draft.
    #[must_use]
    pub(crate) fn wait_for_drafts(mut self) -> Session {
        self.wait(4);
        self
    }

    /// Lets the clocks run without anybody looking.
    pub(crate) fn pass(&mut self, elapsed: Duration, wall: Duration) -> &mut Session {
        self.world.now.elapsed += elapsed;
        self.world.now.wall = self.world.now.wall.checked_add(wall).expect("a time");
        self
    }

    /// How long the program would sleep.
    pub(crate) fn wake_in(&self) -> Option<Duration> {
        self.app.wake_in(self.world.now)
    }

    pub(crate) fn size(&mut self, columns: u16, rows: u16) -> &mut Session {
        self.size = (columns, rows);
        self
    }

    /// Draws in these colours.
    pub(crate) fn theme(&mut self, theme: &'static Theme) -> &mut Session {
        self.theme = theme;
        self
    }

    pub(crate) fn mono(&mut self) -> &mut Session {
        self.theme = &MONO;
        self
    }

    /// What a command prints as JSON over the same home at this time.
    pub(crate) fn shell(&self, words: &[&str]) -> serde_json::Value {
        let run = std::process::Command::new(crate::support::GREENROOM)
            .args([
                "--home",
                &self.world.places.home.to_string_lossy(),
                "--now",
                &self.world.now.wall.to_string(),
            ])
            .args(words)
            .env("GREENROOM_STATE", &self.world.places.state)
            .env("TZ", "UTC")
            .output()
            .expect("the program");
        serde_json::from_slice(&run.stdout).expect("JSON")
    }

    /// Opens Browse as the command line does.
    pub(crate) fn browse(&mut self, query: &str) -> &mut Session {
        self.open_at(Route::Browse(query.to_owned()))
    }

    pub(crate) fn tell(&mut self, msg: Msg) {
        tell(&mut self.app, &mut self.world, msg).expect("no terminal to lose");
    }

    /// Opens a place as a row or a key does.
    pub(crate) fn open_at(&mut self, route: Route) -> &mut Session {
        let effects = self.app.begin_at(route, self.world.now);
        settle(&mut self.app, &mut self.world, effects).expect("no terminal to lose");
        self
    }

    /// The disk does nothing from now on until it is told to.
    pub(crate) fn disk_waits(&mut self) -> &mut Session {
        self.world.asked.get_or_insert_default();
        self
    }

    /// The disk does the first thing it was asked for; false when there is nothing.
    pub(crate) fn disk_does_one(&mut self) -> bool {
        let Some(effect) = self.world.asked.as_mut().and_then(VecDeque::pop_front) else {
            return false;
        };
        let mut outcomes = Vec::new();
        self.world.disk.perform(effect, &mut outcomes);
        for outcome in outcomes {
            self.tell(Msg::Did(outcome));
        }
        true
    }

    /// The disk does all it was asked for, and does things at once again.
    pub(crate) fn disk_works(&mut self) -> &mut Session {
        while self.disk_does_one() {}
        self.world.asked = None;
        self
    }

    /// Clicks at a column and a row.
    pub(crate) fn click(&mut self, x: u16, y: u16) -> &mut Session {
        let (_, clicks) = self.draw_and_see();
        let clicked = click(Position::new(x, y), &clicks, |msg| {
            self.tell(msg);
            Ok::<_, Infallible>(self.draw_and_see().1)
        });
        let Ok(()) = clicked;
        self
    }

    /// Clicks on the first place where this stands.
    pub(crate) fn click_on(&mut self, text: &str) -> &mut Session {
        let screen = self.screen();
        let place = screen.lines().enumerate().find_map(|(y, row)| {
            let x = row.find(text)?;
            Some((row[..x].chars().count() as u16, y as u16))
        });
        let (x, y) = place.unwrap_or_else(|| panic!("no {text} in\n{screen}"));
        self.click(x, y)
    }

    pub(crate) fn draw(&mut self) -> Buffer {
        self.draw_and_see().0
    }

    pub(crate) fn draw_and_see(&mut self) -> (Buffer, Clicks) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        let look = Look {
            theme: self.theme,
            now: self.world.now,
        };
        let (viewport, clicks) = ui::draw(&mut buffer, &self.app, &look);
        self.app.saw(viewport);
        (buffer, clicks)
    }

    /// The screen as text, without blanks at the ends of rows.
    pub(crate) fn screen(&mut self) -> String {
        let buffer = self.draw();
        rows(&buffer).map(|row| row.trim_end().to_owned() + "\n").collect()
    }

    /// The screen with `*bold*`, `_dim_`, `~other emphasis~` and `{colour:text}`.
    pub(crate) fn styled(&mut self) -> String {
        let buffer = self.draw();
        let mut out = String::new();
        for y in 0..buffer.area.height {
            let mut row = String::new();
            let mut last = String::new();
            for x in 0..buffer.area.width {
                let cell = &buffer[(x, y)];
                let style = marks(cell.fg, cell.modifier);
                let seen = cell.symbol() != " " || cell.modifier.contains(Modifier::REVERSED);
                if seen && style != last {
                    row.push_str(&format!("<{style}>"));
                    last = style;
                }
                row.push_str(cell.symbol());
            }
            out.push_str(row.trim_end());
            out.push('\n');
        }
        out
    }
}

fn marks(fg: Color, modifier: Modifier) -> String {
    let mut words = Vec::new();
    if fg != Color::Reset {
        words.push(format!("{fg}").to_lowercase());
    }
    for (flag, word) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::UNDERLINED, "under"),
        (Modifier::REVERSED, "reverse"),
    ] {
        if modifier.contains(flag) {
            words.push(word.to_owned());
        }
    }
    words.join(" ")
}

pub(crate) fn rows(buffer: &Buffer) -> impl Iterator<Item = String> + '_ {
    let width = usize::from(buffer.area.width);
    buffer.content.chunks(width).map(|row| {
        let mut text = String::new();
        let mut skip = 0;
        for cell in row {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            text.push_str(cell.symbol());
            skip = unicode_width::UnicodeWidthStr::width(cell.symbol()).saturating_sub(1);
        }
        text
    })
}

fn named(name: &str) -> Key {
    if let Some(rest) = name.strip_prefix("ctrl-") {
        return Key {
            ctrl: true,
            ..named(rest)
        };
    }
    if let Some(rest) = name.strip_prefix("alt-") {
        return Key {
            alt: true,
            ..named(rest)
        };
    }
    match name {
        "enter" => Key::of(Code::Enter),
        "esc" => Key::of(Code::Esc),
        "tab" => Key::of(Code::Tab),
        "backtab" => Key::of(Code::BackTab),
        "backspace" => Key::of(Code::Backspace),
        "down" => Key::of(Code::Down),
        "up" => Key::of(Code::Up),
        "pgdn" => Key::of(Code::PageDown),
        "space" => Key::ch(' '),
        "lt" => Key::ch('<'),
        "left" => Key::of(Code::Left),
        "right" => Key::of(Code::Right),
        "home" => Key::of(Code::Home),
        "end" => Key::of(Code::End),
        "del" => Key::of(Code::Delete),
        "f1" => Key::of(Code::F(1)),
        name => match (name.chars().next(), name.chars().nth(1)) {
            (Some(c), None) => Key::ch(c),
            _ => panic!("no key is called {name}"),
        },
    }
}
