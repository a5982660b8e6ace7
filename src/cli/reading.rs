//! A home as commands read it: what is in it, what could not be read, and how a command ends that misses some of it.

use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::path::Path;

use super::fault::Fault;
use super::missing::sentence;
use super::out::Out;
use super::session::Setting;
use super::stand::{Home, Says};
use crate::app::workspace::Workspace;
use crate::domain::home_data::HomeData;
use crate::domain::interview::feedback_sources::FeedbackSources;
use crate::domain::interview::follow_up::FollowUpCalendar;
use crate::domain::library::Library;
use crate::domain::problem::Problem;
use crate::domain::progress::evidence::Evidence;
use crate::store::files::kind::Kind;
use crate::store::files::places::{Places, There};
use crate::store::load;
use crate::text::shown::Shown;

/// The exit code when something could not be done.
const FAILED: u8 = 2;

/// A home, read whole.
pub(super) struct Everything {
    pub(super) workspace: Workspace,
    pub(super) problems: Vec<Problem>,
    /// What the command stands on and could not read, in a sentence.
    pub(super) missing: Option<String>,
}

impl Deref for Everything {
    type Target = Workspace;

    fn deref(&self) -> &Workspace {
        &self.workspace
    }
}

impl Everything {
    /// What is said where there is nothing, unless something could not be read: then nobody knows.
    pub(super) fn nothing(&self, words: &'static str) -> &'static str {
        if self.missing.is_some() { "" } else { words }
    }

    /// The moment and the calendar follow-ups are worked out by.
    pub(super) fn when(&self) -> FollowUpCalendar<'_> {
        self.workspace.when(self.now.wall)
    }

    /// What interviews taught is worked out on.
    pub(super) fn ground(&self) -> FeedbackSources<'_> {
        self.workspace.ground(self.now.wall)
    }

    /// What the rules look at.
    pub(super) fn practice(&self) -> Evidence<'_> {
        self.workspace.practice(self.now.wall)
    }
}

impl Setting {
    /// Reads the home and the log. They stay until the program ends, which is soon: to free a long log piece by piece
    /// takes longer than to print what it says.
    ///
    /// # Errors
    /// What the command does not do without, or that there is no such home.
    pub(super) fn everything(&self) -> Result<ManuallyDrop<Everything>, Fault> {
        self.home_is_there()?;
        let (mut read, (history, more)) = load::everything(&self.places, || (), |home| home);
        let problems = [std::mem::take(&mut read.problems), more].concat();
        let missing = self.hear(&problems)?;
        let mut workspace = Workspace::new(Library::default(), self.zone.clone(), self.clock.now());
        workspace.home_read(read);
        workspace.log_read(history, Vec::new());
        workspace.count_days(workspace.now.wall);
        Ok(ManuallyDrop::new(Everything {
            workspace,
            problems,
            missing,
        }))
    }

    /// Reads the home without the log.
    ///
    /// # Errors
    /// What the command does not do without, or that there is no such home.
    pub(super) fn home(&self) -> Result<HomeData, Fault> {
        self.home_is_there()?;
        let read = load::home(&self.places);
        self.hear(&read.problems)?;
        Ok(read)
    }

    /// Reads another home, named as a folder, without the log. What is kept beside homes is the machine's, and not its own.
    pub(super) fn home_of(&self, home: &Path) -> (Places, HomeData) {
        let places = Places {
            home: home.to_owned(),
            state: self.places.state.clone(),
        };
        let mut read = load::home(&places);
        read.problems.retain(|problem| Kind::of(&problem.path).is_some());
        (places, read)
    }

    /// What of the home files are measured by that were named themselves: settings and interviews, and what is wrong in them.
    pub(super) fn measures(&self) -> HomeData {
        let mut read = load::home(&self.places);
        let measures = |problem: &Problem| matches!(Kind::of(&problem.path), Some(Kind::Settings | Kind::Interview));
        read.problems.retain(measures);
        read
    }

    /// Takes note of what is wrong in files, and says in a sentence what the command misses by it.
    ///
    /// # Errors
    /// What the command does not do without.
    pub(super) fn hear(&self, problems: &[Problem]) -> Result<Option<String>, Fault> {
        let mut heard = self.heard.borrow_mut();
        heard.extend(problems.iter().cloned());
        if let Some(refusal) = self.stand.refusal(problems) {
            return Err(refusal);
        }
        let missing = self.stand.missing(problems);
        Ok((!missing.is_empty()).then(|| sentence(&missing)))
    }

    /// A home that was named has to be there to be read, and one that is there has to be a folder that can be entered.
    pub(super) fn home_is_there(&self) -> Result<(), Fault> {
        match self.places.entered() {
            Ok(There::Yes) => Ok(()),
            Ok(There::NotYet) if !self.named || self.stand.home == Home::Free => Ok(()),
            Ok(There::NotYet) => Err(Fault::new(
                "there is no such home",
                format!("{}: there is no such folder", self.places.home.display()),
                "Check the path behind --home or in $GREENROOM_HOME; `greenroom` begins a home there",
            )),
            Err(problem) => Err(Fault::problem("your folder cannot be read", &problem)),
        }
    }

    /// Says what was heard so far, a line each, on stderr; it is not said again.
    pub(super) fn say_heard(&self) {
        say(&std::mem::take(&mut *self.heard.borrow_mut()), None);
    }

    /// How the program ends: what the command misses makes it end with 2, and what was wrong in files is said.
    ///
    /// # Errors
    /// What the command could not do, or what it could not read.
    pub(super) fn ended(&self, ended: Result<u8, Fault>) -> Result<u8, Fault> {
        let mut problems = std::mem::take(&mut *self.heard.borrow_mut());
        problems.sort();
        problems.dedup();
        let code = match ended {
            Ok(code) => code,
            Err(fault) => {
                say(&problems, Some(&fault));
                return Err(fault);
            }
        };
        let missing = self.stand.missing(&problems);
        let fault = missing.first().map(|first| Fault::problem(&sentence(&missing), first));
        match (fault, self.stand.says) {
            (None, Says::Nothing | Says::InJson) => Ok(code),
            (None, Says::Each) => {
                say(&problems, None);
                Ok(code)
            }
            (Some(_), Says::Nothing) => Ok(FAILED),
            (Some(fault), Says::InJson) => Err(fault),
            (Some(fault), Says::Each) => {
                say(&problems, Some(&fault));
                Err(fault)
            }
        }
    }
}

/// File problems, a line each, on stderr; the one a fault tells of is left to it.
fn say(problems: &[Problem], fault: Option<&Fault>) {
    let told = |problem: &Problem| fault.is_some_and(|fault| fault.cause == Fault::problem("", problem).cause);
    let lines: String = problems
        .iter()
        .filter(|problem| !told(problem))
        .map(|problem| format!("problem: {}\n", Shown::new(&problem.to_string())))
        .collect();
    Out::stderr().words(&lines).ok();
}
