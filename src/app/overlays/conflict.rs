//! Two changes of one file that met: shown when the hand rests, and nothing is written until somebody says how.
//!
//! The dialog opens by itself, mostly while somebody types. A key that was on its way when it opened is no answer: until
//! the keys have rested for a moment, they go where they would have gone without it, letters into the text.

use std::collections::VecDeque;
use std::time::Duration;

use super::Overlay;
use crate::app::effect::{DiskEffect, Effect, TerminalEffect};
use crate::app::state::App;
use crate::app::widgets::by_itself::ByItself;
use crate::app::widgets::list::move_cursor;
use crate::app::writes::Deed;
use crate::domain::clock::Moment;
use crate::domain::id::AnswerId;
use crate::domain::saved_file::DraftOf;
use crate::keys::action::Action;
use crate::markup::diff::{Line, difference};
use crate::markup::document::Document;
use crate::markup::merge::merge;

/// The file changed while it was edited here; nothing is written until somebody says how.
#[derive(Debug)]
pub struct MergeConflict {
    /// The file, relative to the home.
    pub path: String,
    /// What the disk has now.
    pub theirs: String,
    /// Both changes in one text, where they do not touch the same place.
    pub merged: Option<String>,
    /// The difference from what is typed here to what would be taken: the merged text, else theirs.
    pub lines: Vec<Line>,
    /// The first row shown.
    pub scroll: usize,
    /// The whole file of an interview as it was to be.
    pub(in crate::app) mine: Option<Whole>,
}

/// The whole file of an interview as it was to be.
#[derive(Debug)]
pub(in crate::app) struct Whole {
    /// Its text.
    pub(in crate::app) text: String,
    /// Whether its debrief is in it.
    pub(in crate::app) debrief: bool,
    /// The form whose text is in it.
    pub(in crate::app) form: Option<DraftOf>,
}

impl MergeConflict {
    /// What came of one file that was changed here and elsewhere.
    pub(in crate::app) fn new(path: String, base: &str, mine: &str, theirs: String) -> MergeConflict {
        let merged = merge(base, mine, &theirs);
        let lines = difference(mine, merged.as_deref().unwrap_or(&theirs));
        MergeConflict {
            path,
            theirs,
            merged,
            lines,
            scroll: 0,
            mine: None,
        }
    }
}

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

    /// The next to be shown, where none is.
    pub(in crate::app) fn next(&mut self) -> Option<Meeting> {
        self.coming.is_none().then(|| self.waiting.pop_front())?
    }

    /// Shows it; it takes no keys yet.
    pub(in crate::app) fn show(&mut self, meeting: Meeting, met: MergeConflict, now: Moment) {
        self.coming = Some(Coming {
            met,
            meeting,
            opened: ByItself::opens(now),
        });
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

    /// What takes the keys from now on, since they have rested.
    pub(in crate::app) fn keys_rest(&mut self, now: Moment) -> Option<Meeting> {
        let rested = |coming: &mut Coming| coming.opened.deaf_for(now).is_none();
        self.coming.take_if(rested).map(|coming| coming.meeting)
    }

    /// When what opened by itself takes the keys.
    pub(in crate::app) fn keys_rest_in(&self, now: Moment) -> Option<Duration> {
        self.coming.as_ref()?.opened.deaf_for(now)
    }
}

/// What becomes of two changes that met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Both in one, as shown.
    Take,
    /// What is typed here.
    Mine,
    /// What the disk has.
    Theirs,
    /// Both texts in the editor.
    Both,
    /// The file as it is, and mine beside it.
    KeepFiles,
}

impl App {
    /// Shows the next two changes that met, unless something is open or a clock runs.
    pub(in crate::app) fn show_conflict(&mut self, now: Moment) {
        if self.covered() || self.practising() {
            return;
        }
        while let Some(meeting) = self.conflicts.next() {
            if let Some(met) = self.met(&meeting) {
                self.conflicts.show(meeting, met, now);
            }
        }
    }

    /// The keys have rested: what opened by itself takes them from now on.
    pub(in crate::app) fn keys_rest(&mut self, now: Moment) {
        if !self.covered()
            && let Some(meeting) = self.conflicts.keys_rest(now)
        {
            self.overlay = self.met(&meeting).map(Overlay::Conflict);
        }
    }

    /// What came of it by now; none where nobody has the text any more.
    fn met(&mut self, meeting: &Meeting) -> Option<MergeConflict> {
        match meeting {
            Meeting::Answer { id, theirs } => {
                let buffer = self.buffer_of(id)?;
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
                let there = self.workspace.interview(path).map(|one| one.text.to_string());
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

    /// A file changed by two: taken, chosen from, or left with both files kept.
    pub(in crate::app) fn conflict_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let (page, of) = (self.viewport.rows, self.viewport.of);
        let Some(Overlay::Conflict(met)) = self.overlay.as_mut() else {
            return Vec::new();
        };
        let choice = match action {
            Action::Open if met.merged.is_some() => Choice::Take,
            Action::Choose(1) => Choice::Mine,
            Action::Choose(2) => Choice::Theirs,
            Action::Choose(3) => Choice::Both,
            Action::Back if met.merged.is_some() => {
                self.close_overlay(now);
                return Vec::new();
            }
            Action::Back => Choice::KeepFiles,
            action => {
                met.scroll = move_cursor(met.scroll, of.saturating_sub(page) + 1, page, action);
                return Vec::new();
            }
        };
        self.resolve_conflict(choice, now)
    }

    /// The person says what becomes of two changes that met.
    fn resolve_conflict(&mut self, choice: Choice, now: Moment) -> Vec<Effect> {
        let Some(Overlay::Conflict(met)) = self.overlay.take() else {
            return Vec::new();
        };
        match met.mine {
            Some(mine) => self.settle_interview(MergeConflict { mine: None, ..met }, mine, choice),
            None => self.resolve_answer(met, choice, now),
        }
    }

    fn resolve_answer(&mut self, met: MergeConflict, choice: Choice, now: Moment) -> Vec<Effect> {
        let mut buffers = self.buffers_mut().into_iter();
        let Some(buffer) = buffers.find(|buffer| buffer.path.as_deref() == Some(&met.path)) else {
            return Vec::new();
        };
        let (id, mine) = (buffer.id.clone(), buffer.text());
        let text = match (choice, met.merged) {
            (Choice::Take, None) => return Vec::new(),
            (Choice::Take, Some(merged)) => merged,
            (Choice::Mine | Choice::KeepFiles, _) => mine.clone(),
            (Choice::Theirs, _) => met.theirs.clone(),
            (Choice::Both, _) => both(&mine, &met.theirs),
        };
        if choice == Choice::KeepFiles {
            self.notify("Yours is kept beside it as a conflict copy");
            let path = met.path;
            return vec![Effect::Disk(DiskEffect::KeepBoth { path, text })];
        }
        buffer.set_base(&met.theirs);
        buffer.take(&text, now);
        match choice {
            Choice::Theirs => self.notify("Yours is taken back with ctrl-z while this stays open"),
            Choice::Both => self.notify("Both are in the text now; edit, then save"),
            _ => return self.write(Deed::Answer(id)),
        }
        Vec::new()
    }

    /// The person says what becomes of two changes of an interview that met.
    fn settle_interview(&mut self, met: MergeConflict, mine: Whole, choice: Choice) -> Vec<Effect> {
        let (mine, debrief, form) = (mine.text, mine.debrief, mine.form);
        let path = met.path;
        if let Some(form) = form.filter(|_| choice != Choice::Theirs) {
            // What was typed into it is in this text.
            self.forms.take(&form);
        }
        let whole = |text: String, said: &'static str| Deed::Whole {
            path: path.clone(),
            base: met.theirs.as_str().into(),
            text,
            said,
            debrief,
        };
        match (choice, met.merged) {
            (Choice::Take, Some(text)) => self.write(whole(text, "Saved with both changes")),
            (Choice::Take, None) => Vec::new(),
            (Choice::Mine, _) => self.write(whole(mine, "Saved as you had it")),
            (Choice::Theirs, _) => {
                self.notify("The file stays as it is on the disk");
                Vec::new()
            }
            (Choice::Both, _) => {
                let text = both(&mine, &met.theirs);
                let mut effects = self.write(whole(text, "Both are in the file"));
                effects.push(Effect::Terminal(TerminalEffect::EditFile {
                    path: path.clone(),
                    line: 1,
                }));
                effects
            }
            (Choice::KeepFiles, _) => {
                self.notify("Yours is kept beside it as a conflict copy");
                vec![Effect::Disk(DiskEffect::KeepBoth { path, text: mine })]
            }
        }
    }
}

/// Mine, with theirs below it, to be edited into one.
fn both(mine: &str, theirs: &str) -> String {
    let theirs = Document::parse(theirs).editor_body();
    format!("{}\n\n## The text on the disk\n{theirs}", mine.trim_end_matches('\n'))
}
