//! What every command begins with: places, clock, zone, colours; and opening the program.

use std::cell::RefCell;
use std::path::PathBuf;

use jiff::tz::TimeZone;

use super::args::{Args, Colour, PathWhat};
use super::fault::Fault;
use super::order::nothing_fits;
use super::out::Out;
use super::out::on_a_terminal;
use super::stand::Stand;
use crate::app::Startup;
use crate::app::route::{Intent, Route};
use crate::domain::days::{DayStart, Local};
use crate::domain::drill::sprint;
use crate::domain::home_data::HomeData;
use crate::domain::problem::Problem;
use crate::domain::random::DrillRng;
use crate::domain::settings::ThemeChoice;
use crate::runtime::clear_up_on_signals;
use crate::runtime::clock::Clock;
use crate::runtime::run::run;
use crate::runtime::setup::{self, Ended};
use crate::store::demo::Demo;
use crate::store::files::places::Places;
use crate::store::settings::writable;
use crate::store::zone;
use crate::text::fold::fold;
use crate::text::shown::Shown;
use crate::ui::theme::terminal::Surroundings;

/// What holds for the whole run.
pub(super) struct Setting {
    pub(super) places: Places,
    pub(super) clock: Clock,
    pub(super) zone: TimeZone,
    seed: u64,
    theme: Option<ThemeChoice>,
    colour: Colour,
    surroundings: Surroundings,
    /// The throw-away home of the demo; it goes when the program ends.
    demo: Option<Demo>,
    /// What the command stands on.
    pub(super) stand: Stand,
    /// What was wrong in the files that were read.
    pub(super) heard: RefCell<Vec<Problem>>,
    /// Whether the home was named by somebody, and so should be there.
    pub(super) named: bool,
}

impl Setting {
    pub(super) fn new(args: &Args) -> Result<Setting, Fault> {
        let env = |name: &str| std::env::var_os(name).map(PathBuf::from);
        let clock = Clock::start(args.now);
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let tz = std::env::var_os("TZ").filter(|tz| !tz.is_empty());
        let zone = zone::local(tz.as_deref());
        let demo = args
            .demo
            .then(|| Demo::open(clock.now().wall, &zone))
            .transpose()
            .map_err(|error| Fault::of_file("the demo cannot be opened", &std::env::temp_dir(), &error))?;
        let places = match &demo {
            Some(demo) => demo.places().clone(),
            None => Places::find(args.home.clone(), env)
                .map_err(|cause| Fault::new("your folder cannot be found", cause, "Name one with --home DIR"))?,
        };
        let random = || u64::from_le_bytes(uuid::Uuid::new_v4().as_bytes()[..8].try_into().unwrap_or_default()) >> 32;
        Ok(Setting {
            places,
            clock,
            zone,
            seed: args.seed.unwrap_or_else(random),
            theme: args.theme,
            colour: args.color,
            surroundings: Surroundings {
                no_colour: match args.color {
                    Colour::Auto => set("NO_COLOR"),
                    Colour::Always => false,
                    Colour::Never => true,
                },
                colorfgbg: std::env::var("COLORFGBG").ok(),
                colorterm: std::env::var("COLORTERM").ok(),
                term: std::env::var("TERM").ok(),
                ground: None,
            },
            demo,
            stand: Stand::of(args.command.as_ref()),
            heard: RefCell::new(zone::problem(tz.as_deref()).into_iter().collect()),
            named: args.home.is_some() || env("GREENROOM_HOME").is_some_and(|path| !path.as_os_str().is_empty()),
        })
    }

    /// Whether what is printed may be coloured.
    pub(super) fn coloured(&self, terminal: bool) -> bool {
        match self.colour {
            Colour::Always => true,
            _ => terminal && !self.surroundings.no_colour,
        }
    }

    /// Looks whether this version may write to the home.
    ///
    /// # Errors
    /// That it was made by a later version.
    pub(super) fn may_write(&self) -> Result<(), Fault> {
        writable(&self.places).map_err(|problem| Fault::problem("nothing is written", &problem))
    }

    /// The zone, and its days from when they begin.
    pub(super) fn local(&self, starts: DayStart) -> Local {
        Local::new(self.zone.clone()).beginning(starts)
    }

    /// Lets the home of the demo go also when a signal ends a command that prints.
    pub(super) fn clear_up_on_signals(&self) {
        if let Some(demo) = &self.demo {
            clear_up_on_signals(demo.folder().to_owned());
        }
    }

    pub(super) fn startup(&self) -> Startup {
        Startup {
            home: self.places.home.display().to_string(),
            device: self.places.device().into(),
            run: uuid::Uuid::now_v7().to_string().into(),
            seed: self.seed,
            zone: self.zone.clone(),
            now: self.clock.now(),
            demo: self.demo.is_some(),
        }
    }

    /// Opens the program in the terminal.
    pub(super) fn open(&self, start: Option<Route>) -> Result<u8, Fault> {
        if !on_a_terminal() {
            return Err(Fault::new(
                "greenroom needs a terminal for its screens",
                "standard input or output is not a terminal",
                "Use a command that prints, or `greenroom drill --plain`; `greenroom --help` lists them",
            ));
        }
        let asked = match &start {
            Some(Route::Drill(order)) => Some(order.clone()),
            _ => None,
        };
        let setting = setup::Setting {
            startup: self.startup(),
            places: self.places.clone(),
            clock: self.clock,
            surroundings: self.surroundings.clone(),
            theme: self.theme,
            start,
            throw_away: self.demo.as_ref().map(|demo| demo.folder().to_owned()),
        };
        match run(&setting) {
            Ok(Ended::Left) => Ok(0),
            Ok(Ended::Signal(signal)) => Ok((128 + signal).clamp(0, 255) as u8),
            Ok(Ended::Died) => Ok(101),
            Ok(Ended::Nothing) => Err(nothing_fits(&asked.unwrap_or_default())),
            Err(error) => Err(Fault::io("the terminal cannot be used", &error)),
        }
    }

    /// Opens a sprint, if there is something to choose between.
    pub(super) fn sprint(&self) -> Result<u8, Fault> {
        let HomeData { library, settings, .. } = self.home()?;
        if sprint::questions(&library, &settings, &mut DrillRng::new(self.seed)).is_empty() {
            return Err(Fault::new(
                "there is nothing to choose between yet",
                "a sprint asks which of your answers you would tell, and it needs two that fit a question",
                "Write one with `greenroom new`, or bring your notes with `greenroom import FILE`",
            ));
        }
        self.open(Some(Route::Sprint))
    }

    /// Opens an answer by its id or a part of its title.
    pub(super) fn edit(&self, wanted: &str) -> Result<u8, Fault> {
        let library = self.home()?.library;
        let words = fold(wanted);
        let has = |answer: &&crate::domain::answer::Answer| fold(&answer.title).contains(&words);
        let found = library.answer(wanted).or_else(|| library.answers().iter().find(has));
        match found {
            Some(answer) => self.open(Some(Route::EditAnswer(answer.id.clone(), Intent::Write))),
            None => Err(Fault::new(
                format!("no answer is called \"{wanted}\""),
                "it is neither an id nor part of a title",
                "List them with `greenroom list answers`",
            )),
        }
    }

    /// Opens a new answer, perhaps for a question.
    pub(super) fn write(&self, question: Option<&str>) -> Result<u8, Fault> {
        let library = self.home()?.library;
        match question {
            Some(id) if library.question(id).is_none() => Err(Fault::new(
                format!("no question has the id \"{id}\""),
                "it is in none of the banks",
                "List them with `greenroom list questions`",
            )),
            question => self.open(Some(Route::NewAnswer(question.map(Into::into)))),
        }
    }

    pub(super) fn print_path(&self, what: Option<PathWhat>, out: &mut Out) -> Result<u8, Fault> {
        let (home, state, log) = (&self.places.home, &self.places.state, &self.places.log());
        let one = match what {
            Some(PathWhat::Home) => home,
            Some(PathWhat::State) => state,
            Some(PathWhat::Log) => log,
            None => {
                let named = [("home   ", home), ("state  ", state), ("log    ", log)];
                let line = |(name, path): &(&str, &PathBuf)| format!("{name}{}\n", Shown::new(&path.to_string_lossy()));
                return out.words(&named.iter().map(line).collect::<String>());
            }
        };
        // A program is to find the folder, whatever bytes its name has.
        if out.is_terminal() {
            out.words(&format!("{}\n", Shown::new(&one.to_string_lossy())))
        } else {
            out.bytes(&[one.as_os_str().as_encoded_bytes(), b"\n"].concat())
        }
    }
}
