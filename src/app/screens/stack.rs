//! The screens there are, and how they lie over each other.

use super::Screen;
use super::attempt::AttemptScreen;
use super::browse::Browse;
use super::drill::DrillScreen;
use super::drill_setup::SetUp;
use super::home::Home;
use super::import::Import;
use super::interviews::Interviews;
use super::interviews::debrief::Debrief;
use super::interviews::detail::Detail;
use super::interviews::feedback::Feedback;
use super::interviews::message::FollowUpMessage;
use super::review::Review;
use super::sprint::SprintScreen;
use super::workbench::Workbench;
use super::workbench::buffer::AnswerBuffer;
use crate::domain::id::AnswerId;

/// The enum of the screens, and each as what all of them can do.
macro_rules! screens {
    ($($(#[$doc:meta])* $name:ident($screen:ty),)+) => {
        /// What is on the screen, with its state: a drill exists only while drilling.
        #[derive(Debug)]
        pub enum AnyScreen {
            $($(#[$doc])* $name($screen),)+
        }

        impl AnyScreen {
            /// What it does as a screen.
            pub fn own(&self) -> &dyn Screen {
                match self {
                    $(AnyScreen::$name(screen) => screen,)+
                }
            }

            /// The same, to be changed.
            pub(in crate::app) fn own_mut(&mut self) -> &mut dyn Screen {
                match self {
                    $(AnyScreen::$name(screen) => screen,)+
                }
            }
        }
    };
}

screens! {
    /// The first screen.
    Home(Home),
    /// Choosing a drill.
    SetUp(SetUp),
    /// Drilling.
    Drill(DrillScreen),
    /// Which answer would you tell, against a short clock.
    Sprint(SprintScreen),
    /// Bringing notes.
    Import(Import),
    /// All questions, answers and notes.
    Browse(Browse),
    /// All real interviews.
    Interviews(Interviews),
    /// One interview.
    Interview(Detail),
    /// A message to be sent.
    Message(FollowUpMessage),
    /// All feedback.
    Feedback(Feedback),
    /// How a round went, being written down.
    Debrief(Debrief),
    /// Where one is weak, what is covered, what was told.
    Review(Review),
    /// One attempt, whole.
    Attempt(AttemptScreen),
    /// Two panes to read and edit in.
    Workbench(Workbench),
}

/// The screens, the one in front last; never empty while the program runs.
#[derive(Debug)]
pub struct Screens {
    all: Vec<AnyScreen>,
    /// A screen was left: what one below it shows may have changed.
    left: bool,
    /// How many drills and sprints were begun in this run.
    begun: u64,
}

impl Default for Screens {
    /// Home alone.
    fn default() -> Screens {
        Screens {
            all: vec![AnyScreen::Home(Home::default())],
            left: false,
            begun: 0,
        }
    }
}

impl Screens {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none: the program is about to end.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Takes all away.
    pub fn clear(&mut self) {
        self.all.clear();
    }

    /// How many drills and sprints were begun in this run.
    pub(in crate::app) fn begun(&self) -> u64 {
        self.begun
    }

    /// Shows one in front.
    pub(in crate::app) fn push(&mut self, screen: AnyScreen) {
        self.begun += u64::from(matches!(screen, AnyScreen::Drill(_) | AnyScreen::Sprint(_)));
        self.all.push(screen);
    }

    /// Takes the one in front away.
    pub fn pop(&mut self) -> Option<AnyScreen> {
        self.left = true;
        self.all.pop()
    }

    /// Takes one away wherever it lies.
    pub(in crate::app) fn remove(&mut self, place: usize) {
        self.all.remove(place);
    }

    /// Whether one was left since this was last asked.
    pub(in crate::app) fn left(&mut self) -> bool {
        std::mem::take(&mut self.left)
    }

    /// The one in front.
    pub fn front(&self) -> Option<&AnyScreen> {
        self.all.last()
    }

    /// The same, to be changed.
    pub(in crate::app) fn front_mut(&mut self) -> Option<&mut AnyScreen> {
        self.all.last_mut()
    }

    /// What the one in front does as a screen.
    pub(in crate::app) fn front_own(&self) -> Option<&dyn Screen> {
        self.front().map(AnyScreen::own)
    }

    /// The same, to be changed.
    pub(in crate::app) fn front_own_mut(&mut self) -> Option<&mut dyn Screen> {
        self.front_mut().map(AnyScreen::own_mut)
    }

    /// All of them, the one in front last, by what they do as screens.
    pub(in crate::app) fn own(&self) -> impl Iterator<Item = &dyn Screen> {
        self.all.iter().map(AnyScreen::own)
    }

    /// The same, to be changed.
    pub(in crate::app) fn own_mut(&mut self) -> impl Iterator<Item = &mut dyn Screen> {
        self.all.iter_mut().map(AnyScreen::own_mut)
    }

    /// Shows Home where nothing is left.
    pub(in crate::app) fn never_empty(&mut self) {
        if self.all.is_empty() {
            self.push(AnyScreen::Home(Home::default()));
        }
    }

    /// Whether Home is the lowest, and not a drill or an answer that stands alone.
    pub(in crate::app) fn over_home(&self) -> bool {
        matches!(self.all.first(), Some(AnyScreen::Home(_)))
    }

    /// Whether Home is in front.
    pub(in crate::app) fn at_home(&self) -> bool {
        matches!(self.front(), Some(AnyScreen::Home(_)))
    }

    /// Whether a clock is what matters now: no drill and no sprint shows the figures.
    pub(in crate::app) fn practising(&self) -> bool {
        self.drill().is_some() || self.sprint().is_some()
    }

    /// The drill in front, if there is one.
    pub fn drill(&self) -> Option<&DrillScreen> {
        match self.front() {
            Some(AnyScreen::Drill(drill)) => Some(drill),
            _ => None,
        }
    }

    /// The same, for a front end that lets the clock run by other means than keys.
    pub fn drill_mut(&mut self) -> Option<&mut DrillScreen> {
        match self.front_mut() {
            Some(AnyScreen::Drill(drill)) => Some(drill),
            _ => None,
        }
    }

    /// The sprint in front, if there is one.
    pub fn sprint(&self) -> Option<&SprintScreen> {
        match self.front() {
            Some(AnyScreen::Sprint(sprint)) => Some(sprint),
            _ => None,
        }
    }

    /// The Library, if it is in front.
    pub fn browse(&self) -> Option<&Browse> {
        match self.front() {
            Some(AnyScreen::Browse(browse)) => Some(browse),
            _ => None,
        }
    }

    /// The workbench in front.
    pub fn workbench(&self) -> Option<&Workbench> {
        match self.front() {
            Some(AnyScreen::Workbench(bench)) => Some(bench),
            _ => None,
        }
    }

    /// The same, to be changed.
    pub(in crate::app) fn workbench_mut(&mut self) -> Option<&mut Workbench> {
        match self.front_mut() {
            Some(AnyScreen::Workbench(bench)) => Some(bench),
            _ => None,
        }
    }

    /// Every answer that is open to be typed in, those in front first.
    pub(in crate::app) fn buffers_mut(&mut self) -> impl Iterator<Item = &mut AnswerBuffer> {
        let benches = self.all.iter_mut().rev().filter_map(|screen| match screen {
            AnyScreen::Workbench(bench) => Some(bench),
            _ => None,
        });
        benches.flat_map(super::workbench::Workbench::buffers_mut)
    }

    /// The buffer of an answer, the one in front first.
    pub(in crate::app) fn buffer_of(&mut self, id: &AnswerId) -> Option<&mut AnswerBuffer> {
        self.buffers_mut().find(|buffer| buffer.id == *id)
    }
}
