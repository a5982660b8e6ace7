//! One message in, effects out.

use super::effect::{DiskEffect, Effect, TerminalEffect};
use super::forms::Filled;
use super::message::{Msg, Outcome};
use super::overlays::Overlay;
use super::overlays::conflict::Meeting;
use super::route::Route;
use super::state::App;
use super::workspace::Loaded;
use crate::domain::clock::Moment;
use crate::domain::saved_file::DraftOf;

use crate::keys::action::Action;
use crate::keys::key::Key;
use crate::keys::resolve::resolve;

impl App {
    /// Takes one message; what it asks of the world comes back as effects.
    pub fn update(&mut self, msg: Msg, now: Moment) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.workspace.now = now;
        self.keys_rest(now);
        if !matches!(msg, Msg::Resumed) {
            effects.extend(self.ask_screen(now, |screen, cx| screen.tick(cx)).unwrap_or_default());
        }
        let day = self.workspace.day_of(now.wall);
        if day != self.workspace.today {
            self.refresh(now);
        }
        match msg {
            Msg::Key(key) => {
                self.conflicts.keys_move(now);
                self.writes.stays();
                effects.extend(self.outbox.try_again(now, true));
                effects.extend(self.key(key, now));
            }
            Msg::Paste(text) => {
                self.conflicts.keys_move(now);
                effects.extend(self.pasted(&text, now));
            }
            Msg::Wheel(rows) if !self.typing() => {
                let action = if rows > 0 { Action::Down } else { Action::Up };
                effects.extend(self.act(action, now));
            }
            Msg::Wheel(_) => {}
            // What is not read yet is read as it is.
            Msg::Focused if self.workspace.read != Loaded::All => {}
            Msg::Focused | Msg::FilesChanged => effects.push(Effect::Disk(DiskEffect::ReadAgain)),
            Msg::LogChanged => effects.push(Effect::Disk(DiskEffect::ReadLog)),
            // Back at its old size, a terminal may have lost what it had no room for on the way.
            Msg::Resized => effects.push(Effect::Terminal(TerminalEffect::Redraw)),
            Msg::Tick => effects.extend(self.outbox.try_again(now, false)),
            Msg::Stopping => effects.extend(self.keep_drafts(now, true)),
            Msg::Leaving => effects.extend(self.leave(now)),
            Msg::Resumed => {
                let resumed = self.ask_screen(now, |screen, cx| screen.resumed(cx));
                effects.extend(resumed.unwrap_or_default());
                effects.push(Effect::Disk(DiskEffect::ReadAgain));
            }
            Msg::Act(action) => effects.extend(self.act(action, now)),
            Msg::Did(outcome) => effects.extend(self.did(outcome, now)),
        }
        let mut effects = self.after_writing(effects);
        self.show_conflict(now);
        // Before the keys are given away, everything rated is on its way and everything typed is in a draft.
        let parts = effects.iter().position(Effect::parts_from_the_keys);
        let drafts = self.keep_drafts(now, parts.is_some());
        let place = parts.unwrap_or(effects.len());
        let rated = self.outbox.flush();
        effects.splice(place..place, rated.into_iter().chain(drafts));
        if std::mem::take(&mut self.returned) {
            self.look_again(now);
            self.stale |= self.outdated(now);
        }
        if self.stale && !self.practising() {
            self.refresh(now);
        }
        self.cover(now);
        if self.stale && !self.practising() {
            self.refresh(now);
        }
        effects
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
        if self.overlay.is_some() {
            return self.overlay_action(action, now);
        }
        if self.typing() {
            return self.typing_action(action, now);
        }
        if let Some(why) = self.why_not(action) {
            self.notify(capital(why));
            return Vec::new();
        }
        match action {
            Action::Help => self.open_actions(),
            Action::Import if self.drill().is_none() => return self.open(Route::Import, now),
            Action::Problems => self.overlay = Some(Overlay::Problems { row: 0 }),
            Action::InTrash if self.drill().is_none() => return vec![Effect::Disk(DiskEffect::ListTrash)],
            Action::Settings if self.drill().is_none() => self.overlay = Some(Overlay::Settings { row: 0 }),
            Action::Find if self.drill().is_none() => self.open_find(),
            _ => return self.screen_action(action, now),
        }
        Vec::new()
    }

    /// Ctrl-C: what is typed is written down, then the program leaves.
    pub(super) fn leave(&mut self, now: Moment) -> Vec<Effect> {
        let mut effects = self
            .ask_screen(now, |screen, cx| screen.leaving(cx))
            .unwrap_or_default();
        effects.push(Effect::Terminal(TerminalEffect::Quit));
        effects
    }

    fn screen_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        if let Action::GoTo(place) = action {
            return self.go(place, now);
        }
        let done = self.ask_screen(now, |screen, cx| screen.act(action, cx));
        done.unwrap_or_default()
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
            Outcome::Home {
                library,
                notes,
                interviews,
                messages,
                settings,
                problems,
            } => {
                let before = std::mem::replace(&mut self.workspace.library, library);
                self.workspace.notes = notes;
                self.workspace.interviews = interviews;
                self.workspace.messages = messages;
                self.workspace.settings = settings;
                self.workspace.shelf_problems = problems;
                if self.workspace.read == Loaded::Nothing {
                    self.workspace.read = Loaded::Home;
                }
                self.buffers_follow(&before);
                self.refresh(now);
                self.find_anew();
            }
            Outcome::History(history, problems) => {
                self.workspace.history = history;
                self.workspace.log_problems = problems;
                self.workspace.read = Loaded::All;
                self.outbox.replay(&mut self.workspace.history);
                self.refresh(now);
            }
            Outcome::Added(_) => {
                let added = Filled::new("question", "", String::new(), String::new());
                self.forms.take(&added.of);
                self.notify("Added to questions/own.yaml; n answers it");
            }
            Outcome::Restored { path, name } => self.restored(&path, &name),
            Outcome::InTrash(found) => self.trash_listed(found),
            Outcome::Trashed(trashed) => self.trashed(trashed),
            Outcome::AnswerSaved { id, path, text } => self.answer_saved(&id, &path, &text, now),
            Outcome::AnswerMet { id, theirs } => self.answer_met(id, theirs, now),
            Outcome::AnswerRefused { id, reason } => self.answer_refused(&id, &reason, now),
            Outcome::InterviewSaved { path, said } => {
                self.writes.came_out();
                self.notify(said);
                if self.writes.debriefs(&path) {
                    return self.did(Outcome::Debriefed { path }, now);
                }
            }
            Outcome::Debriefed { path } => {
                self.forms.take_debrief(&path);
                return vec![Effect::Disk(DiskEffect::DropDraft(DraftOf::Answer(path)))];
            }
            Outcome::InterviewAdded { said, .. } => {
                self.writes.came_out();
                self.notify(said);
            }
            Outcome::InterviewMet {
                path,
                base,
                mine,
                theirs,
            } => {
                self.writes.stays();
                self.conflicts.add(Meeting::Interview {
                    debrief: self.writes.debriefs(&path),
                    form: self.writes.forms().next().map(|filled| filled.of.clone()),
                    path,
                    base,
                    mine,
                    theirs,
                });
            }
            Outcome::Settled => return self.settled(),
            Outcome::NotDrafted { of, reason } => self.not_drafted(&of, &reason, now),
            Outcome::EditorClosed { path, hindered } => {
                return vec![Effect::Disk(DiskEffect::ReadEdited { path, hindered })];
            }
            Outcome::LetterEdited { name, text } => {
                let kept = text.map(|text| self.workspace.messages.insert(name.clone(), text));
                if kept.is_some() {
                    self.notify("Kept as you wrote it; enter copies it");
                } else {
                    self.workspace.messages.remove(&name);
                    self.notify("Nothing is changed");
                }
            }
            Outcome::Drafts(drafts, problems) => self.drafts_found(drafts, problems),
            Outcome::Used(words) => self.workspace.used.extend(words),
            Outcome::Completed(_)
            | Outcome::Looked(..)
            | Outcome::Wrote(_)
            | Outcome::Versions(_)
            | Outcome::VersionTexts { .. } => {}
            Outcome::Edited { said } => self.notify(said),
            Outcome::Failed { doing, cause, hint } => {
                self.warn(format!("{doing}: {cause}. {hint}"));
            }
        }
        Vec::new()
    }
}

fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
