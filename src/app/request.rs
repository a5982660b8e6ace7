//! What a screen may ask.

use super::confirmation::Confirmation;
use super::deed::{Deed, Then};
use super::effect::{Effect, TerminalEffect};
use super::forms::{Filled, Why};
use super::merge_conflict::{MergeConflict, Resolution};
use super::notice::Notice;
use super::route::Route;
use super::unfinished_debrief::Unfinished;
use crate::domain::history::event::EventKind;
use crate::domain::id::{EventId, QuestionId};
use crate::domain::saved_file::DraftOf;
use crate::domain::settings::Settings;
use crate::keys::action::Action;

/// Something a screen asks for. Nothing of it has happened when the screen goes on.
#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    /// Ask this of the world.
    Perform(Effect),
    /// Write this down under an id of the screen's own.
    Record(EventId, EventKind),
    /// Write this down under a new id.
    WriteDown(EventKind),
    /// Show this in front.
    Open(Route),
    /// Show this instead of the one that asks.
    Replace(Route),
    /// Take the one that asks away; where it is the last, the program ends.
    Close,
    /// End the program, where nothing is unsaved.
    Quit,
    /// Say this until the next key.
    Notify(Notice),
    /// Change a setting, here at once and in its file.
    Change(SettingChange),
    /// Do this as if its key had been pressed below the one that asks.
    Act(Action),
    /// Ask this over the screen; a yes comes back as [`Screen::agreed`].
    ///
    /// [`Screen::agreed`]: super::screens::Screen::agreed
    Ask(Confirmation),
    /// The person says yes to this.
    Agree(Confirmation),
    /// The person says what becomes of two changes of a file.
    Resolve(Box<MergeConflict>, Resolution),
    /// Change a file, when no other change is on its way.
    Write(Deed),
    /// Once every change is written, do this.
    Then(Then),
    /// A form is closed and was not taken: it is there again when it is asked for again.
    LeaveForm(Filled, Why),
    /// A form that was left is open again, or not wanted any more.
    ForgetForm(DraftOf),
    /// A debrief is left before its end: it is as it was when it is asked for again.
    LeaveDebrief(Unfinished),
    /// Ask this question no more, or again.
    Hide(QuestionId, bool),
    /// Bring back what was put away last.
    BringBack,
}

/// A changed setting.
#[derive(Clone, Debug, PartialEq)]
pub struct SettingChange {
    /// Its key in the file.
    pub key: &'static str,
    /// Its value there.
    pub value: String,
    /// All settings with it.
    pub settings: Box<Settings>,
}

/// What is asked, in the order it is done in.
pub type Requests = Vec<Request>;

impl Request {
    /// Says that something was done, or what is to be done.
    pub fn notify(text: impl Into<String>) -> Request {
        Request::Notify(Notice::calm(text))
    }

    /// Opens a file of the home in the person's editor.
    pub fn edit_file(path: &str, line: usize) -> Request {
        let path = path.to_owned();
        Request::Perform(Effect::Terminal(TerminalEffect::EditFile { path, line }))
    }

    /// Says that something went wrong.
    pub fn warn(text: impl Into<String>) -> Request {
        Request::Notify(Notice::bad(text))
    }
}

/// Puts a text on the clipboard, and says so.
pub fn copied(text: String) -> Requests {
    vec![
        Request::notify("Copied, where the terminal allows it"),
        Effect::Terminal(TerminalEffect::Copy(text)).into(),
    ]
}

impl From<Effect> for Request {
    fn from(effect: Effect) -> Request {
        Request::Perform(effect)
    }
}

impl From<Route> for Request {
    fn from(route: Route) -> Request {
        Request::Open(route)
    }
}
