//! Changes of files, one at a time: each is made from the file as the one before it left it.
//!
//! Whatever must know what a file holds is asked for here. While one change is on its way to the disk the next is held
//! as it was asked for, and its text is made when its turn comes. So no change meets another of this program as if
//! somebody else had made it, and of two saves the second has what was typed since the first.

use std::collections::VecDeque;
use std::sync::Arc;

use jiff::civil::Date;

use super::effect::{DiskEffect, Effect, TerminalEffect};
use super::forms::{Filled, Why};
use super::interview_entry::Entered;
use super::request::{Request, Requests};
use super::screens::stack::Screens;
use super::screens::workbench::buffer::SaveState;
use super::unsaved::Unsaved;
use super::workspace::Workspace;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::interview::debrief::Debrief;
use crate::domain::interview::edit::Change;

/// A change of a file as it was asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// An answer is saved as it is typed then.
    Answer(AnswerId),
    /// An answer gets another title.
    Retitle {
        /// Its file.
        path: String,
        /// The title.
        title: String,
    },
    /// An answer is linked to a question, or not any more.
    Link {
        /// The answer.
        answer: AnswerId,
        /// The question.
        question: QuestionId,
        /// Whether they are to be linked.
        link: bool,
    },
    /// An interview is changed.
    Interview {
        /// Its file.
        path: String,
        /// What is changed.
        changes: Vec<Change>,
        /// What to say when it is saved.
        said: String,
    },
    /// What is to be done better is ticked, or not any more, whichever it is not then.
    Tick {
        /// The interview's file.
        path: String,
        /// Its place among the lines of the file.
        place: usize,
        /// Its words.
        words: String,
    },
    /// A form about an interview is taken.
    Entered {
        /// What is typed into it.
        entry: Entered,
        /// The form, for its draft.
        filled: Filled,
    },
    /// A debrief is written into the file of its interview.
    Debrief {
        /// The interview's file.
        path: String,
        /// What is written.
        written: Box<Debrief>,
        /// The day of the round.
        day: Date,
    },
    /// An interview is saved whole over what was shown of it.
    Whole {
        /// Its file.
        path: String,
        /// What was shown.
        base: Arc<str>,
        /// The file as it is to be.
        text: String,
        /// What to say when it is saved.
        said: &'static str,
        /// Whether its debrief is in it.
        debrief: bool,
    },
}

/// What is on its way, and what waits for it.
#[derive(Debug, Default)]
pub(super) struct Writes {
    under_way: Option<Deed>,
    held: VecDeque<Deed>,
    /// Whether the disk has what is under way, or somebody is asked about it.
    done: bool,
    /// What was asked for and waits until everything is written.
    then: Option<Then>,
    /// Files to be opened in the person's editor once everything is written.
    editor: Vec<Effect>,
}

/// What is done once everything is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then {
    /// The workbench is left.
    Back,
    /// The program ends.
    Quit,
}

impl Writes {
    /// Whether something is on its way to the disk.
    pub(super) fn busy(&self) -> bool {
        self.under_way.is_some()
    }

    /// Whether the debrief of this interview is being written.
    pub(super) fn debriefs(&self, path: &str) -> bool {
        let mut deeds = self.under_way.iter().chain(&self.held);
        deeds.any(|deed| match deed {
            Deed::Debrief { path: of, .. } => of == path,
            Deed::Whole { path: of, debrief, .. } => *debrief && of == path,
            _ => false,
        })
    }

    /// The forms that are taken and not on the disk yet.
    pub(super) fn forms(&self) -> impl Iterator<Item = &Filled> {
        let deeds = self.under_way.iter().chain(&self.held);
        deeds.filter_map(|deed| match deed {
            Deed::Entered { filled, .. } => Some(filled),
            _ => None,
        })
    }

    /// What is under way came out well, or is the person's to decide.
    pub(super) fn came_out(&mut self) {
        self.done = true;
    }

    /// The person does something else instead of waiting.
    pub(super) fn stays(&mut self) {
        self.then = None;
    }

    /// Does this once everything is written.
    pub(super) fn then(&mut self, then: Then) {
        self.then = Some(then);
    }

    /// Keeps the editor from a file while another text is on its way there.
    pub(super) fn hold_editor(&mut self, effects: &mut Vec<Effect>) {
        if self.busy() {
            let edits = |effect: &mut Effect| matches!(effect, Effect::Terminal(TerminalEffect::EditFile { .. }));
            self.editor.extend(effects.extract_if(.., edits));
        }
    }
}

impl Unsaved {
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
            Deed::Link { answer, question, link } => workspace.library.answer(answer.as_str()).map(|answer| {
                Effect::Disk(DiskEffect::Link {
                    path: answer.path.clone(),
                    base: answer.text.clone(),
                    title: answer.title.clone(),
                    question: question.clone(),
                    link: *link,
                })
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
        Some(Effect::Disk(DiskEffect::SaveAnswer {
            id: buffer.id.clone(),
            path: buffer.path.clone(),
            title: buffer.title(),
            base: buffer.base.clone(),
            text,
        }))
    }
}
