//! Two changes of one file that met: shown when the hand rests, and nothing is written until somebody says how.
//!
//! The dialog opens by itself, mostly while somebody types. A key that was on its way when it opened is no answer: until
//! the keys have rested for a moment, they go where they would have gone without it, letters into the text.

use std::collections::VecDeque;
use std::time::Duration;

use super::deed::Deed;
use super::effect::{DiskEffect, Effect};
use super::merge_conflict::{MergeConflict, Resolution, Whole};
use super::request::{Request, Requests};
use super::screens::stack::Screens;
use super::widgets::by_itself::ByItself;
use super::workspace::Workspace;
use crate::domain::clock::Moment;
use crate::domain::id::AnswerId;
use crate::domain::saved_file::DraftOf;
use crate::markup::document::Document;

/// Whose change met another.
#[derive(Debug)]
pub(in crate::app) enum Meeting {
    /// An answer that is being typed.
    Answer {
        /// Which.
        id: AnswerId,
        /// What the disk has.
        theirs: String,
    },
    /// An interview.
    Interview {
        /// Its file.
        path: String,
        /// The file as it was read.
        base: String,
        /// The file as it was to be.
        mine: String,
        /// What the disk has.
        theirs: String,
        /// Whether its debrief is what was to be written.
        debrief: bool,
        /// The form that said so.
        form: Option<DraftOf>,
    },
}

/// What is shown already and takes no keys yet.
#[derive(Debug)]
struct Coming {
    met: MergeConflict,
    meeting: Meeting,
    /// When it opened, or the last key came after that.
    opened: ByItself,
}

/// The changes that met others and are still to be asked about.
#[derive(Debug, Default)]
pub struct Conflicts {
    waiting: VecDeque<Meeting>,
    coming: Option<Coming>,
}

impl Conflicts {
    /// One more; it is asked about as soon as nothing else is.
    pub(in crate::app) fn add(&mut self, meeting: Meeting) {
        self.waiting.push_back(meeting);
    }

    /// Whether somebody is still to be asked about an answer, or about the debrief of an interview.
    pub(in crate::app) fn about(&self, about: &str) -> bool {
        let coming = self.coming.iter().map(|coming| &coming.meeting);
        let mut all = self.waiting.iter().chain(coming);
        all.any(|meeting| match meeting {
            Meeting::Answer { id, .. } => id.as_str() == about,
            Meeting::Interview { path, debrief, .. } => *debrief && path == about,
        })
    }

    /// Shows the next of them, where none is shown; it takes no keys yet.
    pub(in crate::app) fn show_next(&mut self, workspace: &Workspace, screens: &mut Screens, now: Moment) {
        while self.coming.is_none()
            && let Some(meeting) = self.waiting.pop_front()
        {
            self.coming = meeting.now(workspace, screens).map(|met| Coming {
                met,
                meeting,
                opened: ByItself::opens(now),
            });
        }
    }

    /// What is shown and takes no keys yet.
    pub fn shown(&self) -> Option<&MergeConflict> {
        self.coming.as_ref().map(|coming| &coming.met)
    }

    /// A key came: what opened by itself waits for the keys to rest.
    pub(in crate::app) fn keys_move(&mut self, now: Moment) {
        if let Some(coming) = &mut self.coming {
            coming.opened = ByItself::opens(now);
        }
    }

    /// What takes the keys from now on, since they have rested, as it is by now.
    pub(in crate::app) fn keys_rest(
        &mut self,
        workspace: &Workspace,
        screens: &mut Screens,
        now: Moment,
    ) -> Option<MergeConflict> {
        let rested = |coming: &mut Coming| coming.opened.deaf_for(now).is_none();
        let coming = self.coming.take_if(rested)?;
        coming.meeting.now(workspace, screens)
    }

    /// When what opened by itself takes the keys.
    pub(in crate::app) fn keys_rest_in(&self, now: Moment) -> Option<Duration> {
        self.coming.as_ref()?.opened.deaf_for(now)
    }
}

impl Meeting {
    /// What came of it by now; none where nobody has the text any more.
    fn now(&self, workspace: &Workspace, screens: &mut Screens) -> Option<MergeConflict> {
        match self {
            Meeting::Answer { id, theirs } => {
                let buffer = screens.buffer_of(id)?;
                let path = buffer.path.clone().unwrap_or_default();
                Some(MergeConflict::new(path, &buffer.base, &buffer.text(), theirs.clone()))
            }
            Meeting::Interview {
                path,
                base,
                mine,
                theirs,
                debrief,
                form,
            } => {
                // What was saved here meanwhile is no change of somebody else.
                let there = workspace.interview(path).map(|one| one.text.to_string());
                let met = MergeConflict::new(path.clone(), base, mine, there.unwrap_or_else(|| theirs.clone()));
                Some(MergeConflict {
                    mine: Some(Whole {
                        text: mine.clone(),
                        debrief: *debrief,
                        form: form.clone(),
                    }),
                    ..met
                })
            }
        }
    }
}

impl MergeConflict {
    /// The person says what becomes of it.
    pub(in crate::app) fn resolved(mut self, how: Resolution, screens: &mut Screens, now: Moment) -> Requests {
        match self.mine.take() {
            Some(mine) => self.interview_resolved(mine, how),
            None => self.answer_resolved(how, screens, now),
        }
    }

    fn answer_resolved(self, how: Resolution, screens: &mut Screens, now: Moment) -> Requests {
        let mut buffers = screens.buffers_mut();
        let Some(buffer) = buffers.find(|buffer| buffer.path.as_deref() == Some(&self.path)) else {
            return Requests::new();
        };
        let (id, mine) = (buffer.id.clone(), buffer.text());
        let text = match (how, self.merged) {
            (Resolution::Take, None) => return Requests::new(),
            (Resolution::Take, Some(merged)) => merged,
            (Resolution::Mine | Resolution::KeepFiles, _) => mine,
            (Resolution::Theirs, _) => self.theirs.clone(),
            (Resolution::Both, _) => both(&mine, &self.theirs),
        };
        if how == Resolution::KeepFiles {
            return kept(self.path, text);
        }
        buffer.set_base(&self.theirs);
        buffer.take(&text, now);
        vec![match how {
            Resolution::Theirs => Request::notify("Yours is taken back with ctrl-z while this stays open"),
            Resolution::Both => Request::notify("Both are in the text now; edit, then save"),
            _ => Request::Write(Deed::Answer(id)),
        }]
    }

    fn interview_resolved(self, mine: Whole, how: Resolution) -> Requests {
        // What was typed into the form is in this text.
        let form = mine.form.filter(|_| how != Resolution::Theirs);
        let mut asked: Requests = form.map(Request::ForgetForm).into_iter().collect();
        let whole = |text: String, said: &'static str| {
            Request::Write(Deed::Whole {
                path: self.path.clone(),
                base: self.theirs.as_str().into(),
                text,
                said,
                debrief: mine.debrief,
            })
        };
        match (how, self.merged) {
            (Resolution::Take, Some(text)) => asked.push(whole(text, "Saved with both changes")),
            (Resolution::Take, None) => {}
            (Resolution::Mine, _) => asked.push(whole(mine.text, "Saved as you had it")),
            (Resolution::Theirs, _) => asked.push(Request::notify("The file stays as it is on the disk")),
            (Resolution::Both, _) => {
                asked.push(whole(both(&mine.text, &self.theirs), "Both are in the file"));
                asked.push(Request::edit_file(&self.path, 1));
            }
            (Resolution::KeepFiles, _) => asked.extend(kept(self.path, mine.text)),
        }
        asked
    }
}

fn kept(path: String, text: String) -> Requests {
    vec![
        Request::notify("Yours is kept beside it as a conflict copy"),
        Effect::Disk(DiskEffect::KeepBoth { path, text }).into(),
    ]
}

/// Mine, with theirs below it, to be edited into one.
fn both(mine: &str, theirs: &str) -> String {
    let theirs = Document::parse(theirs).editor_body();
    format!("{}\n\n## The text on the disk\n{theirs}", mine.trim_end_matches('\n'))
}
