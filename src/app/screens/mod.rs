//! One folder a screen: its state, and what its keys do.
//!
//! A screen owns its state, its dialogs, its drafts and its clock; it reads a [`Context`] and asks by [`Request`]s. It
//! names no other screen.
//!
//! [`Request`]: crate::app::request::Request

pub mod attempt;
pub mod browse;
pub mod drill;
pub mod drill_setup;
pub mod home;
pub mod import;
pub mod interviews;
pub mod review;
pub mod sprint;
pub mod stack;
pub mod workbench;

use std::time::Duration;

use super::confirmation::Confirmation;
use super::context::Context;
use super::effect::Effect;
use super::forms::Filled;
use super::hit::{Haystack, SearchHit};
use super::message::Outcome;
use super::request::Requests;
use super::widgets::field::Field;
use crate::domain::clock::Moment;
use crate::keys::action::Action;
use crate::keys::bindings;
use crate::keys::context::on_screen;

/// What every screen can do.
pub trait Screen {
    /// The contexts a key is looked up in, the nearest first.
    fn contexts(&self, _cx: &Context) -> &'static [bindings::Context] {
        on_screen![]
    }

    /// The line that is typed in now, if one is: letters, pastes and the keys of a line go there by themselves.
    fn line(&mut self) -> Option<&mut Field> {
        None
    }

    /// Follows a change of that line.
    fn line_changed(&mut self, _cx: &Context) -> Requests {
        Requests::new()
    }

    /// The form that is open, with what is typed into it: it is in a draft while it is not taken.
    fn filled(&self) -> Option<Filled> {
        None
    }

    /// Does what a key asks for.
    fn act(&mut self, action: Action, cx: &Context) -> Requests;

    /// Takes typed or pasted text where no line is typed in.
    fn insert(&mut self, _text: &str, _cx: &Context) -> Requests {
        Requests::new()
    }

    /// Why an action makes no sense now; none when it does. The footer leaves it out, and its key says why. It is not asked
    /// while a dialog lies over the screen.
    fn refusal(&self, _action: Action, _cx: &Context) -> Option<&'static str> {
        None
    }

    /// The footer's word for an action now: what it does here, where the screen says so, else the table's word. None
    /// leaves it out.
    fn label(&self, _action: Action, usual: Option<&'static str>, _cx: &Context) -> Option<&'static str> {
        usual
    }

    /// The footer's words for an action that name what it is about, for where there is room for them.
    fn named(&self, _action: Action, _cx: &Context) -> Option<String> {
        None
    }

    /// What else can be done here, with its words: it stands in the list of what can be done, and not in the footer. It is
    /// not asked while a dialog lies over the screen.
    fn besides(&self, _cx: &Context) -> &'static [(Action, &'static str)] {
        &[]
    }

    /// Which dialog of its own lies over it.
    fn over(&self) -> Option<&'static str> {
        None
    }

    /// The forms that are typed into, for their drafts.
    fn forms(&self, _cx: &Context) -> Vec<Filled> {
        Vec::new()
    }

    /// What is typed and due to be in a draft, by how long it has been typed.
    fn drafts(&mut self, _due: &dyn Fn(Duration) -> bool) -> Vec<Effect> {
        Vec::new()
    }

    /// When the oldest typing that is in no draft yet was done.
    fn undrafted(&self) -> Option<Duration> {
        None
    }

    /// What find looks through while it is in front; none: everything.
    fn hits(&self, _cx: &Context) -> Option<Haystack> {
        None
    }

    /// Selects what was found, where it is listed.
    fn select(&mut self, _hit: &SearchHit, _cx: &Context) {}

    /// The person says yes to what it asked.
    fn agreed(&mut self, _asked: &Confirmation, _cx: &Context) -> Requests {
        Requests::new()
    }

    /// Looks again: files, settings, what was practised or the day changed, or it was covered meanwhile.
    fn refresh(&mut self, _cx: &Context) {}

    /// Takes what came of an effect, where it is its own.
    fn receive(&mut self, _outcome: &Outcome, _cx: &Context) -> Requests {
        Requests::new()
    }

    /// Looks at the clock.
    fn tick(&mut self, _cx: &Context) -> Requests {
        Requests::new()
    }

    /// The program was stopped and goes on: time may be missing.
    fn resumed(&mut self, cx: &Context) -> Requests {
        self.tick(cx)
    }

    /// Whether a key is still meant for what was there before, and goes nowhere.
    fn deaf(&self, _now: Moment) -> bool {
        false
    }

    /// How long nothing need be looked at; none: until something happens.
    fn wake_in(&self, _now: Moment) -> Option<Duration> {
        None
    }

    /// Something lies over it, or no longer does: its clock rests meanwhile.
    fn cover(&mut self, _covered: bool, _now: Moment) {}

    /// The program leaves at once: what is open is written down.
    fn leaving(&mut self, _cx: &Context) -> Requests {
        Requests::new()
    }
}
