//! One message in, effects out.

use std::time::Duration;

use super::deed::Then;
use super::effect::{DiskEffect, Effect, TerminalEffect};
use super::forms::Filled;
use super::message::{Msg, Outcome};
use super::overlays::Overlay;
use super::overlays::trash::Trash;
use super::route::Route;
use super::screens::workbench::buffer::{DRAFT, SaveState};
use super::state::App;
use super::widgets::field::{Field, MOST};
use crate::domain::clock::Moment;
use crate::domain::home_data::HomeData;
use crate::domain::id::AnswerId;
use crate::domain::saved_file::{DraftOf, InTrash};
use crate::keys::action::Action;
use crate::keys::key::Key;
use crate::keys::resolve::resolve;
use crate::text::words::capital;

/// How long after a draft could not be written that is tried again.
const RETRY: Duration = Duration::from_secs(5);

impl App {
    /// Takes one message; what it asks of the world comes back as effects.
    pub fn update(&mut self, msg: Msg, now: Moment) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.workspace.now = now;
        self.keys_rest(now);
        if !matches!(msg, Msg::Resumed) {
            effects.extend(self.ask_screen(now, |screen, cx| screen.tick(cx)));
        }
        let day = self.workspace.day_of(now.wall);
        if day != self.workspace.today {
            self.refresh(now);
        }
        match msg {
            Msg::Key(key) => {
                self.unsaved.conflicts.keys_move(now);
                self.unsaved.writes.stays();
                effects.extend(self.outbox.try_again(now, true));
                effects.extend(self.key(key, now));
            }
            Msg::Paste(text) => {
                self.unsaved.conflicts.keys_move(now);
                effects.extend(self.pasted(&text, now));
            }
            Msg::Wheel(rows) if !self.typing() => {
                let action = if rows > 0 { Action::Down } else { Action::Up };
                effects.extend(self.act(action, now));
            }
            Msg::Wheel(_) => {}
            // What is not read yet is read as it is.
            Msg::Focused if !self.workspace.all_read() => {}
            Msg::Focused | Msg::FilesChanged => effects.push(Effect::Disk(DiskEffect::ReadAgain)),
            Msg::LogChanged => effects.push(Effect::Disk(DiskEffect::ReadLog)),
            // Back at its old size, a terminal may have lost what it had no room for on the way.
            Msg::Resized => effects.push(Effect::Terminal(TerminalEffect::Redraw)),
            Msg::Tick => effects.extend(self.outbox.try_again(now, false)),
            Msg::Stopping => effects.extend(self.keep_drafts(now, true)),
            Msg::Leaving => effects.extend(self.leave(now)),
            Msg::Resumed => {
                effects.extend(self.ask_screen(now, |screen, cx| screen.resumed(cx)));
                effects.push(Effect::Disk(DiskEffect::ReadAgain));
            }
            Msg::Act(action) => effects.extend(self.act(action, now)),
            Msg::Did(outcome) => effects.extend(self.did(outcome, now)),
        }
        self.unsaved.writes.hold_editor(&mut effects);
        self.show_conflict(now);
        // Before the keys are given away, everything rated is on its way and everything typed is in a draft.
        let parts = effects.iter().position(Effect::parts_from_the_keys);
        let drafts = self.keep_drafts(now, parts.is_some());
        let place = parts.unwrap_or(effects.len());
        let rated = self.outbox.flush();
        effects.splice(place..place, rated.into_iter().chain(drafts));
        if self.screens.left() {
            self.look_again(now);
            self.overview.stale |= self.overview.outdated(self.screens.len(), now);
        }
        if self.overview.stale && !self.screens.practising() {
            self.refresh(now);
        }
        self.cover(now);
        effects
    }

    /// Shows the next two changes that met, unless something is open or a clock runs.
    fn show_conflict(&mut self, now: Moment) {
        if !self.covered() && !self.screens.practising() {
            let conflicts = &mut self.unsaved.conflicts;
            conflicts.show_next(&self.workspace, &mut self.screens, now);
        }
    }

    /// The keys have rested: what opened by itself takes them from now on.
    fn keys_rest(&mut self, now: Moment) {
        if !self.covered() {
            let conflicts = &mut self.unsaved.conflicts;
            let rested = conflicts.keys_rest(&self.workspace, &mut self.screens, now);
            self.overlay = rested.map(Overlay::Conflict);
        }
    }

    fn key(&mut self, key: Key, now: Moment) -> Vec<Effect> {
        self.notice = None;
        let was_for_before = self.own_screen().is_some_and(|screen| screen.deaf(now));
        if was_for_before && self.overlay.is_none() && !key.ctrl {
            return Vec::new();
        }
        if let Some(action) = resolve(self.contexts(), key) {
            return self.act(action, now);
        }
        if let Some(keys) = key.esc_first() {
            return keys.into_iter().flat_map(|key| self.key(key, now)).collect();
        }
        match key.typed() {
            Some(c) => self.typed(c.encode_utf8(&mut [0; 4]), now).unwrap_or_default(),
            None => Vec::new(),
        }
    }

    /// Does what is asked.
    pub fn act(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        match action {
            Action::Redraw => return vec![Effect::Terminal(TerminalEffect::Redraw)],
            Action::Leave => return self.leave(now),
            Action::Suspend => return vec![Effect::Terminal(TerminalEffect::Suspend)],
            _ => {}
        }
        if let Some(effects) = self.edit_line(action, now) {
            return effects;
        }
        if let Some(overlay) = self.overlay.take() {
            let asked;
            (self.overlay, asked) = overlay.act(action, &context!(self, now));
            self.cover(now);
            return self.fulfil(asked, now);
        }
        if self.typing() && action != Action::Help {
            return self.ask_screen(now, |screen, cx| screen.act(action, cx));
        }
        if let Some(why) = self.why_not(action) {
            self.notify(capital(why));
            return Vec::new();
        }
        match action {
            Action::Help => self.open_actions(),
            Action::Import if self.screens.drill().is_none() => return self.open(Route::Import, now),
            Action::Problems => self.overlay = Some(Overlay::Problems { row: 0 }),
            Action::InTrash if self.screens.drill().is_none() => return vec![Effect::Disk(DiskEffect::ListTrash)],
            Action::Settings if self.screens.drill().is_none() => self.overlay = Some(Overlay::Settings { row: 0 }),
            Action::Find if self.screens.drill().is_none() => self.open_find(),
            Action::GoTo(place) => return self.go(place, now),
            _ => return self.ask_screen(now, |screen, cx| screen.act(action, cx)),
        }
        Vec::new()
    }

    /// The line that is typed in now; none where a text of many lines is, or nothing.
    fn line(&mut self) -> Option<&mut Field> {
        match &mut self.overlay {
            Some(overlay) => overlay.line(),
            None => self.screens.front_own_mut()?.line(),
        }
    }

    /// What follows from a line that was typed in.
    fn line_changed(&mut self, now: Moment) -> Vec<Effect> {
        if let Some(overlay) = &mut self.overlay {
            overlay.line_changed();
            return Vec::new();
        }
        self.ask_screen(now, |screen, cx| screen.line_changed(cx))
    }

    /// Text from the clipboard, for whatever is typed in now; where nothing is, that is said.
    fn pasted(&mut self, text: &str, now: Moment) -> Vec<Effect> {
        let reads = self.screens.workbench().is_some() && !self.typing();
        self.typed(text, now).unwrap_or_else(|| {
            self.notify(if reads {
                "Enter begins typing here; then paste again"
            } else {
                "Nothing is typed here, so nothing was pasted"
            });
            Vec::new()
        })
    }

    /// Text for whatever is typed in now; none where nothing is.
    fn typed(&mut self, text: &str, now: Moment) -> Option<Vec<Effect>> {
        let Some(field) = self.line() else {
            let types = self.overlay.is_none() && self.typing();
            return types.then(|| self.ask_screen(now, |screen, cx| screen.insert(text, cx)));
        };
        if !field.takes(text) {
            self.warn(format!(
                "Not taken: a line holds {MOST} characters; longer text goes into an answer"
            ));
            return Some(Vec::new());
        }
        field.insert(text);
        Some(self.line_changed(now))
    }

    /// Moves in the line that is typed in, or changes it; none where no line is, or the action is none of a line.
    fn edit_line(&mut self, action: Action, now: Moment) -> Option<Vec<Effect>> {
        let field = self.line()?;
        let before = (field.text().to_owned(), field.is_guess());
        if !field.edit(action) {
            return None;
        }
        let changed = (field.text(), field.is_guess()) != (&before.0, before.1);
        Some(if changed { self.line_changed(now) } else { Vec::new() })
    }

    /// Typing that is in no draft yet is written there in time.
    fn keep_drafts(&mut self, now: Moment, at_once: bool) -> Vec<Effect> {
        let due = |at: Duration| at_once || now.elapsed >= at + DRAFT;
        let own = self.screens.own_mut();
        let mut effects: Vec<Effect> = own.flat_map(|screen| screen.drafts(&due)).collect();
        // The forms that are on their way to the disk or open, with what stands in them.
        let mut open: Vec<Filled> = self.unsaved.writes.forms().cloned().collect();
        if let Some(screen) = self.own_screen() {
            open.extend(screen.forms(&self.context()));
            open.extend(screen.filled());
        }
        effects.extend(self.unsaved.forms.follow(open, now, due));
        effects
    }

    /// Ctrl-C: what is typed is written down, then the program leaves.
    pub(super) fn leave(&mut self, now: Moment) -> Vec<Effect> {
        let mut effects = self.ask_screen(now, |screen, cx| screen.leaving(cx));
        effects.push(Effect::Terminal(TerminalEffect::Quit));
        effects
    }

    fn did(&mut self, outcome: Outcome, now: Moment) -> Vec<Effect> {
        let mut effects = self.deliver(&outcome, now);
        effects.extend(self.take_outcome(outcome, now));
        effects
    }

    fn take_outcome(&mut self, outcome: Outcome, now: Moment) -> Vec<Effect> {
        match outcome {
            Outcome::Logged(ids) => return self.outbox.logged(&ids).into_iter().collect(),
            Outcome::NotLogged { reason } => self.outbox.refused(reason, now),
            Outcome::Home(home) => self.home_read(home, now),
            Outcome::History(history, problems) => {
                self.workspace.log_read(history, problems);
                self.outbox.replay(&mut self.workspace.history);
                self.refresh(now);
            }
            Outcome::Added(_) => {
                let added = Filled::new("question", "", String::new(), String::new());
                self.unsaved.forms.take(&added.of);
                self.notify("Added to questions/own.yaml; n answers it");
            }
            Outcome::Restored { path, name } => self.and_say(|app| app.workspace.restored(&path, &name)),
            Outcome::InTrash(found) => self.show_trash(found),
            Outcome::Trashed(trashed) => self.and_say(|app| app.workspace.trashed(trashed)),
            Outcome::AnswerSaved { id, path, text } => {
                self.unsaved.writes.came_out();
                self.and_say(|app| app.screens.answer_saved(&id, &path, &text, now));
            }
            Outcome::AnswerMet { id, theirs } => self.answer_met(id, theirs, now),
            Outcome::AnswerRefused { id, reason } => self.answer_refused(&id, &reason, now),
            Outcome::InterviewSaved { path, said } => return self.interview_saved(path, said, now),
            Outcome::Debriefed { path } => {
                self.unsaved.forms.take_debrief(&path);
                return vec![Effect::Disk(DiskEffect::DropDraft(DraftOf::Answer(path)))];
            }
            Outcome::InterviewAdded { said, .. } => {
                self.unsaved.writes.came_out();
                self.notify(said);
            }
            Outcome::InterviewMet {
                path,
                base,
                mine,
                theirs,
            } => self.unsaved.interview_met(path, base, mine, theirs),
            Outcome::Settled => return self.settled(now),
            Outcome::NotDrafted { of, reason } => self.not_drafted(&of, &reason, now),
            Outcome::EditorClosed { path, hindered } => {
                return vec![Effect::Disk(DiskEffect::ReadEdited { path, hindered })];
            }
            Outcome::MessageEdited { name, text } => self.and_say(|app| app.workspace.message_edited(name, text)),
            Outcome::Drafts(drafts, problems) => self.workspace.drafts_found(drafts, problems),
            Outcome::Used(words) => self.workspace.used.extend(words),
            Outcome::Completed(_)
            | Outcome::Looked(..)
            | Outcome::Wrote(_)
            | Outcome::TookNotesBack(_)
            | Outcome::Versions(_)
            | Outcome::VersionTexts { .. } => {}
            Outcome::Edited { said } => self.notify(said),
            Outcome::Failed { doing, cause, hint } => self.warn(format!("{doing}: {cause}. {hint}")),
        }
        Vec::new()
    }

    /// Does something, and says what came of it.
    fn and_say<S: Into<String>>(&mut self, done: impl FnOnce(&mut App) -> S) {
        let said = done(self);
        self.notify(said);
    }

    /// Shows what is in the trash, unless whoever asked for it is somewhere else by now.
    fn show_trash(&mut self, found: Vec<InTrash>) {
        if self.covered() || self.typing() || self.screens.practising() {
            return;
        }
        match Trash::of(found, &self.workspace) {
            Some(trash) => self.overlay = Some(Overlay::Trash(trash)),
            None => self.notify("The trash is empty"),
        }
    }

    fn answer_met(&mut self, id: AnswerId, theirs: String, now: Moment) {
        if self.screens.answer_not_saved(&id, SaveState::Dirty, now) {
            self.unsaved.answer_met(id, theirs);
        }
    }

    fn answer_refused(&mut self, id: &AnswerId, reason: &str, now: Moment) {
        let failed = SaveState::Failed(reason.to_owned());
        self.screens.answer_not_saved(id, failed, now);
        self.warn(format!("Not saved: {reason}. Your text stays here; ctrl-s tries again"));
    }

    /// A draft could not be written: it is tried again in time.
    fn not_drafted(&mut self, of: &DraftOf, reason: &str, now: Moment) {
        let again = (now.elapsed + RETRY).saturating_sub(DRAFT);
        self.unsaved.forms.not_drafted(of, again);
        self.warn(format!("What you type is in memory only: {reason}. Save it"));
    }

    fn interview_saved(&mut self, path: String, said: String, now: Moment) -> Vec<Effect> {
        self.unsaved.writes.came_out();
        self.notify(said);
        if self.unsaved.writes.debriefs(&path) {
            return self.did(Outcome::Debriefed { path }, now);
        }
        Vec::new()
    }

    /// What is open follows the files.
    fn home_read(&mut self, home: HomeData, now: Moment) {
        let before = self.workspace.home_read(home);
        if self.screens.buffers_follow(&before, &self.workspace.library) {
            self.notify("The file has changed outside; what nobody typed in here shows it as it is now");
        }
        self.refresh(now);
        self.find_anew();
    }

    /// The change under way is done or refused; what waited for that is done.
    fn settled(&mut self, now: Moment) -> Vec<Effect> {
        let (asked, then) = self.unsaved.settled(&self.workspace, &mut self.screens);
        let mut effects = self.fulfil(asked, now);
        effects.extend(match then {
            Some(Then::Back) => self.ask_screen(now, |screen, cx| screen.act(Action::Back, cx)),
            Some(Then::Quit) => self.quit(),
            None => Vec::new(),
        });
        effects
    }
}
