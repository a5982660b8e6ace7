//! Two changes of one file that met: shown when the hand rests, and nothing is written until somebody says how.
//!
//! The dialog opens by itself, mostly while somebody types. A key that was on its way when it opened is no answer: until
//! the keys have rested for a moment, they go where they would have gone without it, letters into the text.

use std::collections::VecDeque;
use std::time::Duration;

use crate::app::widgets::by_itself::ByItself;
use crate::domain::clock::Moment;
use crate::domain::id::AnswerId;
use crate::domain::saved_file::DraftOf;
use crate::markup::diff::{Line, difference};
use crate::markup::merge::merge;

/// The file changed while it was edited here; nothing is written until somebody says how.
#[derive(Debug)]
pub struct Met {
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

impl Met {
    /// What came of one file that was changed here and elsewhere.
    pub(in crate::app) fn new(path: String, base: &str, mine: &str, theirs: String) -> Met {
        let merged = merge(base, mine, &theirs);
        let lines = difference(mine, merged.as_deref().unwrap_or(&theirs));
        Met {
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
    Sheet {
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
    met: Met,
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
            Meeting::Sheet { id, .. } => id.as_str() == about,
            Meeting::Interview { path, debrief, .. } => *debrief && path == about,
        })
    }

    /// The next to be shown, where none is.
    pub(in crate::app) fn next(&mut self) -> Option<Meeting> {
        self.coming.is_none().then(|| self.waiting.pop_front())?
    }

    /// Shows it; it takes no keys yet.
    pub(in crate::app) fn show(&mut self, meeting: Meeting, met: Met, now: Moment) {
        self.coming = Some(Coming {
            met,
            meeting,
            opened: ByItself::opens(now),
        });
    }

    /// What is shown and takes no keys yet.
    pub fn shown(&self) -> Option<&Met> {
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
