//! Where typed text goes, what keys other than letters do meanwhile, and how it comes into drafts.

use std::time::Duration;

use super::forms::Filled;
use super::message::Effect;
use super::overlays::Overlay;
use super::screens::workbench::buffer::DRAFT;
use super::state::App;
use crate::domain::clock::Moment;
use crate::domain::saved_file::DraftOf;
use crate::keys::action::Action;

/// How long after a draft could not be written that is tried again.
const RETRY: Duration = Duration::from_secs(5);

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
        if let Some(effects) = self.ask_screen(now, |screen, cx| screen.insert(text, cx)) {
            return effects;
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
        if let Some(field) = self.drill_mut().and_then(|screen| screen.note.as_mut()) {
            field.insert(text);
            self.note_typed(now);
        }
        Vec::new()
    }

    /// An action while text is typed.
    pub(super) fn typing_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        if let Some(effects) = self.ask_screen(now, |screen, cx| screen.act(action, cx)) {
            return effects;
        }
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

    /// Typing that is in no draft yet is written there in time.
    pub(super) fn keep_drafts(&mut self, now: Moment, at_once: bool) -> Vec<Effect> {
        let due = |at: Duration| at_once || now.elapsed >= at + DRAFT;
        let mut effects: Vec<Effect> = self.keep_debrief(due).into_iter().collect();
        effects.extend(self.sheets_mut().into_iter().filter_map(|sheet| sheet.draft_due(due)));
        let open = self.forms_open();
        effects.extend(self.forms.follow(open, now, due));
        effects
    }

    /// The forms that are open or on their way to the disk, with what stands in them.
    fn forms_open(&self) -> Vec<Filled> {
        let answers = self.workspace.library.answers();
        let title = |path: &str| {
            let answer = answers.iter().find(|answer| answer.path == path);
            answer.map(|answer| answer.title.as_str())
        };
        let mut open: Vec<Filled> = self.writes.slips().map(|slip| self.slip_filled(slip)).collect();
        open.extend(match &self.overlay {
            Some(Overlay::Slip(slip)) => Some(self.slip_filled(slip)),
            Some(Overlay::Browse(form)) => form.filled(title),
            Some(Overlay::Review(form)) => form.filled(),
            _ => None,
        });
        if let Some(bench) = self.workbench()
            && let (Some(form), Some(sheet)) = (&bench.form, bench.sheet())
        {
            open.push(form.filled(sheet));
        }
        open
    }

    /// Typed text could not be kept as a draft: it is tried again in a while.
    pub(super) fn not_drafted(&mut self, of: &DraftOf, reason: &str, now: Moment) {
        let again = (now.elapsed + RETRY).saturating_sub(DRAFT);
        let mut sheets = self.sheets_mut().into_iter();
        if let Some(sheet) = sheets.find(|sheet| sheet.draft() == *of) {
            sheet.not_drafted(again);
        }
        self.forms.not_drafted(of, again);
        self.warn(format!("What you type is in memory only: {reason}. Save it"));
    }
}
