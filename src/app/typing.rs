//! Where typed text goes, and what keys other than letters do meanwhile.

use super::message::Effect;
use super::overlays::Overlay;
use super::state::App;
use crate::domain::clock::Moment;
use crate::keys::action::Action;

impl App {
    /// Text for whatever is typed in now.
    pub(super) fn typed(&mut self, text: &str, now: Moment) -> Vec<Effect> {
        match &mut self.overlay {
            Some(Overlay::Palette(search)) => {
                search.insert(text);
                return Vec::new();
            }
            Some(Overlay::Find(search)) => {
                search.insert(text);
                return Vec::new();
            }
            Some(Overlay::Beside(search)) => {
                search.insert(text);
                return Vec::new();
            }
            Some(Overlay::Link(link)) => {
                link.search.insert(text);
                return Vec::new();
            }
            Some(Overlay::Prepare(search)) => {
                search.insert(text);
                return Vec::new();
            }
            Some(Overlay::Slip(_)) => {
                self.slip_typed(text);
                return Vec::new();
            }
            Some(Overlay::Browse(form)) => {
                if let Some(field) = form.field() {
                    field.insert(text);
                }
                return Vec::new();
            }
            Some(Overlay::Review(form)) => {
                if let Some(field) = form.field() {
                    field.insert(text);
                }
                return Vec::new();
            }
            Some(_) => return Vec::new(),
            None => {}
        }
        if self.workbench().is_some() {
            self.bench_typed(text, now);
            return Vec::new();
        }
        if self.debrief_mut().is_some() {
            self.debrief_typed(text, now);
            return Vec::new();
        }
        if let Some(screen) = self.sprint_mut() {
            screen.typed(text);
            return Vec::new();
        }
        if let Some(field) = self.import_field() {
            field.insert(text);
            return self.path_typed();
        }
        if let Some(field) = self.drill_mut().and_then(|screen| screen.note.as_mut()) {
            field.insert(text);
            self.note_typed(now);
        }
        Vec::new()
    }

    /// An action while text is typed.
    pub(super) fn typing_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        if self.workbench().is_some() {
            return self.bench_typing(action, now);
        }
        if self.sprint().is_some() {
            return self.sprint_typing(action, now);
        }
        if self.debrief_mut().is_some() {
            if action == Action::Help {
                self.overlay = Some(Overlay::Help { scroll: 0 });
                return Vec::new();
            }
            return self.interviews_action(action, now);
        }
        if self.import_field().is_some() {
            let edited = self.import_field().is_some_and(|field| field.edit(action));
            if edited {
                return self.path_typed();
            }
            return match action {
                Action::StopTyping => self.pop_screen(),
                Action::Help => {
                    self.overlay = Some(Overlay::Help { scroll: 0 });
                    Vec::new()
                }
                action => self.path_action(action),
            };
        }
        let Some(screen) = self.drill_mut() else {
            return Vec::new();
        };
        match action {
            Action::Help => self.overlay = Some(Overlay::Help { scroll: 0 }),
            Action::StopTyping | Action::Accept | Action::NextField => {
                self.note_typed(now);
                if let Some(screen) = self.drill_mut() {
                    screen.note = None;
                }
                if action == Action::Accept {
                    return self.write_changes(now);
                }
            }
            action => {
                if let Some(field) = screen.note.as_mut() {
                    field.edit(action);
                }
                self.note_typed(now);
            }
        }
        Vec::new()
    }
}
