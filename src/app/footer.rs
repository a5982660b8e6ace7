//! The words of the footer and of the list of what can be done: what a key does now, where that differs from the table, and
//! nothing where it does nothing.

use std::borrow::Cow;

use super::overlays::actions::Possible;
use super::state::App;
use crate::keys::action::Action;
use crate::keys::bindings::{Binding, Context};
use crate::keys::resolve::{holding, key_shown};

/// From how many columns on things are named in the footer.
const NAMED: usize = 76;

/// The footer's word for an action now; no word takes it from the footer.
pub fn word(app: &App, action: Action, label: Option<&'static str>) -> Option<&'static str> {
    let cx = app.context();
    match (&app.overlay, app.own_screen()) {
        (Some(overlay), _) => overlay.label(action, label, &cx),
        (None, _) if app.why_not(action).is_some() => None,
        (None, Some(screen)) => screen.label(action, label, &cx),
        (None, None) => label,
    }
}

/// The same with the name of what it is about, where the screen has one to say and the terminal room for it.
pub fn words(app: &App, action: Action, label: Option<&'static str>) -> Option<Cow<'static, str>> {
    let word = word(app, action, label)?;
    let screen = app
        .own_screen()
        .filter(|_| app.overlay.is_none() && app.viewport.columns >= NAMED);
    let named = screen.and_then(|screen| screen.named(action, &app.context()));
    Some(named.map_or(Cow::Borrowed(word), Cow::Owned))
}

/// What can be done where the keys go now, with its key: what is about the row or the text in front comes first, then what
/// else the screen can do, then what can be done everywhere. What only moves, and what makes no sense now, is left out.
pub(super) fn possible(app: &App) -> Vec<Possible> {
    let contexts = app.contexts();
    let near = |binding: &&Binding| !binding.context.is_everywhere();
    let words = |binding: &Binding| {
        let usual = (binding.context != Context::Verbs).then_some(binding.action.sentence());
        word(app, binding.action, binding.label.or(usual))
    };
    let offered = |binding: &&Binding| !binding.action.only_moves() && words(binding).is_some();
    let bound = |binding: &Binding| {
        let key = key_shown(binding, contexts).map_or(String::new(), |key| key.to_string());
        (binding.action, key)
    };
    let others = besides(app).iter().map(|(action, _)| *action);
    let trash = contexts.contains(&Context::Places).then_some(Action::InTrash);
    let allowed = others.chain(trash).filter(|action| app.why_not(*action).is_none());
    let named = allowed.map(|action| {
        let binding = holding(contexts).find(|binding| binding.action == action);
        binding.map_or((action, String::new()), bound)
    });
    let nearest = holding(contexts).filter(near).filter(offered).map(bound);
    let general = holding(contexts).filter(|it| !near(it)).filter(offered).map(bound);
    let mut found: Vec<Possible> = Vec::new();
    for (action, key) in nearest.chain(named).chain(general) {
        if !found.iter().any(|other| other.action == action) {
            let says = says(app, action);
            found.push(Possible { action, key, says });
        }
    }
    found
}

/// What else the screen in front can do, with its words.
fn besides(app: &App) -> &'static [(Action, &'static str)] {
    let screen = app.own_screen().filter(|_| !app.covered());
    screen.map_or(&[], |screen| screen.besides(&app.context()))
}

/// What an action does here, in words.
fn says(app: &App, action: Action) -> &'static str {
    let named = besides(app).iter().find(|(other, _)| *other == action);
    match (named, action) {
        (Some((_, words)), _) => words,
        // On a screen a digit is a rating, and the footer says so once for all four.
        (None, Action::Choose(_)) if app.overlay.is_none() => action.sentence(),
        (None, action) => word(app, action, Some(action.sentence())).unwrap_or(action.sentence()),
    }
}
