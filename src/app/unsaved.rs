//! What is typed, asked for or to be decided, and in no file yet.

use super::conflicts::{Conflicts, Meeting};
use super::deed::{Deed, Then};
use super::effect::{AnswerSave, DiskEffect, Effect, LinkSave};
use super::forms::{Forms, Why};
use super::request::{Request, Requests};
use super::screens::stack::Screens;
use super::screens::workbench::buffer::SaveState;
use super::workspace::Workspace;
use super::writes::Writes;
use crate::domain::id::AnswerId;

/// All that would be lost if it were forgotten, beside the answers that are open.
#[derive(Debug, Default)]
pub struct Unsaved {
    /// Forms that were left, and those in drafts.
    pub(super) forms: Forms,
    /// Changes of files on their way to the disk.
    pub(super) writes: Writes,
    /// Changes that met others and are still to be asked about.
    pub conflicts: Conflicts,
}

impl Unsaved {
    /// The file of an answer is not as it was when it was opened.
    pub(super) fn answer_met(&mut self, id: AnswerId, theirs: String) {
        self.writes.stays();
        self.conflicts.add(Meeting::Answer { id, theirs });
    }

    /// The file of an interview is not as it was when it was shown.
    pub(super) fn interview_met(&mut self, path: String, base: String, mine: String, theirs: String) {
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

    /// Changes a file, now or when the change before is settled.
    pub(super) fn write(&mut self, deed: Deed, workspace: &Workspace, screens: &mut Screens) -> Requests {
        // A debrief is written once, and not while somebody is asked about it.
        let written = |path: &str| self.writes.debriefs(path) || self.conflicts.about(path);
        if matches!(&deed, Deed::Debrief { path, .. } if written(path)) {
            return Requests::new();
        }
        if self.writes.busy() {
            // Two saves of one text held are one: it is made when its turn comes.
            if !(matches!(deed, Deed::Answer(_)) && self.writes.held.contains(&deed)) {
                self.writes.held.push_back(deed);
            }
            return Requests::new();
        }
        match self.carry_out(&deed, workspace, screens) {
            Ok(None) => Requests::new(),
            Ok(Some(effect)) => {
                self.writes.under_way = Some(deed);
                self.writes.done = false;
                vec![effect.into()]
            }
            Err(wrong) => vec![Request::warn(wrong)],
        }
    }

    /// The effect of a change, made from the files as they are now; none where there is nothing to do.
    fn carry_out(
        &mut self,
        deed: &Deed,
        workspace: &Workspace,
        screens: &mut Screens,
    ) -> Result<Option<Effect>, String> {
        let effect = match deed {
            Deed::Answer(id) => return Ok(self.save_text_of(id, screens)),
            Deed::Retitle { path, title } => workspace.library.answer_in(path).map(|answer| {
                Effect::Disk(DiskEffect::Retitle {
                    path: path.clone(),
                    base: answer.text.clone(),
                    title: title.clone(),
                })
            }),
            Deed::Link { answer, question, link } => workspace.library.answer(answer).map(|answer| {
                Effect::Disk(DiskEffect::Link(LinkSave {
                    path: answer.path.clone(),
                    base: answer.text.clone(),
                    title: answer.title.clone(),
                    question: question.clone(),
                    link: *link,
                }))
            }),
            Deed::Interview { path, changes, said } => Some(workspace.interview_changed(path, changes, said)?),
            Deed::Tick { path, place, words } => match workspace.ticked(path, *place, words) {
                Some((change, said)) => Some(workspace.interview_changed(path, &[change], said)?),
                None => None,
            },
            Deed::Entered { entry, filled } => {
                let entered = workspace.entered(entry);
                Some(entered.inspect_err(|_| self.forms.leave(filled.clone(), Why::Refused))?)
            }
            Deed::Debrief { path, written, day } => Some(workspace.debriefed(path, written, *day)?),
            Deed::Whole {
                path, base, text, said, ..
            } => Some(Effect::Disk(DiskEffect::SaveInterview {
                changes: Vec::new(),
                path: Some(path.clone()),
                company: String::new(),
                today: workspace.today,
                base: base.clone(),
                text: text.clone(),
                said: (*said).to_owned(),
            })),
        };
        Ok(effect)
    }

    /// The change under way is done or refused: a form that is not on the disk is there again, and what waits is done.
    /// Answers with what was to be done once everything is written, where it is.
    pub(super) fn settled(&mut self, workspace: &Workspace, screens: &mut Screens) -> (Requests, Option<Then>) {
        let deed = self.writes.under_way.take();
        if !self.writes.done {
            self.writes.then = None;
            if let Some(Deed::Entered { filled, .. }) = deed {
                self.forms.leave(filled, Why::Refused);
            }
        }
        let mut requests = Requests::new();
        while !self.writes.busy()
            && let Some(deed) = self.writes.held.pop_front()
        {
            requests.extend(self.write(deed, workspace, screens));
        }
        if self.writes.busy() {
            return (requests, None);
        }
        requests.extend(self.writes.editor.drain(..).map(Request::from));
        (requests, self.writes.then.take())
    }

    /// The save of an answer, where its text is not on the disk.
    fn save_text_of(&self, id: &AnswerId, screens: &mut Screens) -> Option<Effect> {
        if self.conflicts.about(id.as_str()) {
            return None;
        }
        let buffer = screens.buffer_of(id)?;
        if buffer.path.is_some() && buffer.text() == buffer.base {
            buffer.kept = SaveState::Clean;
            return None;
        }
        buffer.name_itself();
        let text = buffer.text();
        buffer.send(&text);
        Some(Effect::Disk(DiskEffect::SaveAnswer(AnswerSave {
            id: buffer.id.clone(),
            path: buffer.path.clone(),
            title: buffer.title(),
            base: buffer.base.clone(),
            text,
        })))
    }
}
