//! What every command begins with: places, clock, zone, colours; and opening the program.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

use jiff::tz::TimeZone;

use super::args::{Args, Colour, DrillArgs, PathWhat};
use super::fault::Fault;
use crate::app::Birth;
use crate::app::plan::Order;
use crate::app::setup::Preset;
use crate::domain::category::Category;
use crate::domain::history::History;
use crate::domain::library::Library;
use crate::domain::moment::Moment;
use crate::domain::problem::Problem;
use crate::domain::settings::{Settings, ThemeChoice};
use crate::runtime::clock::Clock;
use crate::runtime::run::{self, Ended, Start};
use crate::store::load::{Shelf, shelf};
use crate::store::log;
use crate::store::places::Places;
use crate::store::zone;
use crate::text::shown::Shown;
use crate::ui::theme::Surroundings;

/// What holds for the whole run.
pub(super) struct Setting {
    pub(super) places: Places,
    pub(super) clock: Clock,
    pub(super) zone: TimeZone,
    seed: u64,
    theme: Option<ThemeChoice>,
    surroundings: Surroundings,
}

/// A home, read whole.
pub(super) struct Everything {
    pub(super) library: Library,
    pub(super) history: History,
    pub(super) settings: Settings,
    pub(super) problems: Vec<Problem>,
    pub(super) now: Moment,
    pub(super) zone: TimeZone,
}

impl Setting {
    pub(super) fn new(args: &Args) -> Result<Setting, Fault> {
        let env = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let places = Places::find(args.home.clone(), env)
            .map_err(|cause| Fault::new("your folder cannot be found", cause, "Name one with --home DIR"))?;
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let random = || u64::from_le_bytes(uuid::Uuid::new_v4().as_bytes()[..8].try_into().unwrap_or_default()) >> 32;
        Ok(Setting {
            places,
            clock: Clock::start(args.now),
            zone: zone::local(set("TZ")),
            seed: args.seed.unwrap_or_else(random),
            theme: args.theme,
            surroundings: Surroundings {
                no_colour: match args.color {
                    Colour::Auto => set("NO_COLOR"),
                    Colour::Always => false,
                    Colour::Never => true,
                },
                colorfgbg: std::env::var("COLORFGBG").ok(),
            },
        })
    }

    /// Reads the home and the log.
    pub(super) fn everything(&self) -> Everything {
        let Shelf {
            library,
            settings,
            mut problems,
            ..
        } = shelf(&self.places);
        let (history, more) = log::load(&self.places);
        problems.extend(more);
        Everything {
            library,
            history,
            settings,
            problems,
            now: self.clock.now(),
            zone: self.zone.clone(),
        }
    }

    pub(super) fn birth(&self) -> Birth {
        Birth {
            home: self.places.home.display().to_string(),
            device: self.places.device().into(),
            run: uuid::Uuid::now_v7().to_string().into(),
            seed: self.seed,
            zone: self.zone.clone(),
            now: self.clock.now(),
            demo: false,
        }
    }

    /// File problems, a line each, on stderr.
    pub(super) fn say_problems(problems: &[Problem]) {
        let mut err = io::stderr().lock();
        for problem in problems {
            let line = format!("{problem}");
            writeln!(err, "problem: {}", Shown::new(&line)).ok();
        }
    }

    /// Opens the program in the terminal.
    pub(super) fn open(self, start: Start) -> Result<u8, Fault> {
        if !on_a_terminal() {
            return Err(Fault::new(
                "greenroom needs a terminal for its screens",
                "standard input or output is not a terminal",
                "Use a command that prints, or `greenroom drill --plain`; `greenroom --help` lists them",
            ));
        }
        let setting = run::Setting {
            birth: self.birth(),
            places: self.places,
            clock: self.clock,
            surroundings: self.surroundings,
            theme: self.theme,
            start,
        };
        match run::run(&setting) {
            Ok(Ended::Left) => Ok(0),
            Ok(Ended::Signal(signal)) => Ok((128 + signal).clamp(0, 255) as u8),
            Ok(Ended::Died) => Ok(101),
            Ok(Ended::Nothing) => Err(nothing_fits()),
            Err(error) => Err(Fault::io("the terminal cannot be used", &error)),
        }
    }

    pub(super) fn drill(self, wish: &DrillArgs, out: &mut dyn Write) -> Result<u8, Fault> {
        let named = wish.what.iter().any(|word| Category::from_id(word).is_none());
        let library = if named {
            shelf(&self.places).library
        } else {
            Library::default()
        };
        let order = order(wish, &library)?;
        if wish.plain || !on_a_terminal() {
            super::plain::run(&self, order, wish.probes, out)
        } else {
            self.open(Start::Drill(order))
        }
    }

    pub(super) fn print_path(&self, what: Option<PathWhat>, out: &mut dyn Write) -> Result<u8, Fault> {
        let places = &self.places;
        let text = match what {
            Some(PathWhat::Home) => format!("{}\n", places.home.display()),
            Some(PathWhat::State) => format!("{}\n", places.state.display()),
            Some(PathWhat::Log) => format!("{}\n", places.log().display()),
            None => format!(
                "home   {}\nstate  {}\nlog    {}\n",
                places.home.display(),
                places.state.display(),
                places.log().display()
            ),
        };
        super::print(out, text.as_bytes())
    }
}

pub(super) fn on_a_terminal() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// The words of an order: categories and question ids.
fn order(wish: &DrillArgs, library: &Library) -> Result<Order, Fault> {
    let mut order = Order {
        name: Preset::Standard.name().to_owned(),
        count: wish.number.map_or(5, usize::from),
        pick: wish.pick,
        think: wish.think,
        speak: wish.speak,
        probes: wish.probes.map(usize::from),
        ..Order::default()
    };
    if wish.number.is_some() || wish.think.is_some() || wish.speak.is_some() || wish.probes.is_some() {
        Preset::Own.name().clone_into(&mut order.name);
    }
    for word in &wish.what {
        if let Some(category) = Category::from_id(word) {
            order.categories.push(category);
        } else if let Some(question) = library.question(word) {
            order.questions.push(question.id.clone());
        } else {
            return Err(Fault::new(
                format!("there is nothing called \"{word}\" to drill"),
                "it is neither a category nor the id of a question",
                format!("Categories: {}", Category::ALL.map(Category::id).join(" ")),
            ));
        }
    }
    Ok(order)
}

pub(super) fn nothing_fits() -> Fault {
    Fault::new(
        "there is nothing to drill",
        "no question fits what was asked for",
        "Leave the category or --pick out, or look at level: and hide: in greenroom.yaml",
    )
}
