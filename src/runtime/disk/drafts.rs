//! The drafts of this run, in step with what is on the disk.
//!
//! What is asked of the disk is done in order, so what a save brought to the disk is at least as new as the draft that
//! was there: the draft goes with the save. A draft asked for while a save was under way comes behind it; then it is
//! kept as typed over what was saved, or not at all where nothing was typed since.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::app::Outcome;
use crate::domain::id::AnswerId;
use crate::domain::problem::Problem;
use crate::domain::saved_file::{DraftOf, LeftDraft};
use crate::store::files::places::Places;
use crate::store::recovery::drafts::DraftStore;

/// The drafts of this run.
pub(super) struct Drafts {
    typed: DraftStore,
    /// What each answer was saved as, by its file.
    saved: HashMap<String, String>,
    /// The files of answers that were new in this run.
    named: HashMap<String, String>,
    /// What the file of an interview held before its debrief was written there.
    debriefed: HashMap<String, Arc<str>>,
}

impl Drafts {
    pub(super) fn new(places: &Places, run: &str) -> Drafts {
        Drafts {
            typed: DraftStore::new(places, run),
            saved: HashMap::new(),
            named: HashMap::new(),
            debriefed: HashMap::new(),
        }
    }

    /// Drafts another run left behind.
    pub(super) fn left(&self) -> Outcome {
        let (left, problems) = self.typed.left();
        Outcome::Drafts(left, problems)
    }

    /// An answer is on the disk: what was drafted of it before is older.
    pub(super) fn saved(&mut self, id: &AnswerId, path: &str, text: &str) {
        self.typed.clear(&DraftOf::New(id.to_string()));
        self.typed.clear(&DraftOf::Answer(path.to_owned()));
        self.named.insert(id.to_string(), path.to_owned());
        self.saved.insert(path.to_owned(), text.to_owned());
    }

    /// A debrief is in the file of its interview, which held this before.
    pub(super) fn debriefed(&mut self, path: &str, base: Arc<str>) {
        self.typed.clear(&DraftOf::Answer(path.to_owned()));
        self.debriefed.insert(path.to_owned(), base);
    }

    /// Keeps typed text; where nothing is typed over what the disk has, the draft goes.
    pub(super) fn keep(&mut self, of: DraftOf, base: &str, text: &str, now: Timestamp) -> Vec<Outcome> {
        let asked = of.clone();
        let named = match &of {
            DraftOf::New(id) => self.named.get(id),
            DraftOf::Answer(_) | DraftOf::Form { .. } => None,
        };
        let of = named.map_or(of, |path| DraftOf::Answer(path.clone()));
        let (mut base, mut written) = (base, false);
        if let DraftOf::Answer(path) = &of {
            base = self.saved.get(path).map_or(base, String::as_str);
            written = self.debriefed.get(path).is_some_and(|before| **before == *base);
        }
        if text == base || written {
            self.typed.clear(&of);
            return Vec::new();
        }
        let kept = self.typed.write(&of, base, text, now);
        kept.err()
            .map(|problem| not_drafted(asked, &problem))
            .into_iter()
            .collect()
    }

    /// Forgets typed text that was given up.
    pub(super) fn forget(&mut self, of: &DraftOf) -> Vec<Outcome> {
        self.typed.clear(of);
        Vec::new()
    }

    /// Keeps what another run left behind as a draft of this one; only when it is there, the other goes.
    pub(super) fn take_over(&mut self, left: LeftDraft, base: &str, now: Timestamp) -> Vec<Outcome> {
        match self.typed.write(&left.of, base, &left.text, now) {
            Ok(()) => {
                self.typed.discard(&left);
                Vec::new()
            }
            Err(problem) => vec![not_drafted(left.of, &problem)],
        }
    }
}

fn not_drafted(of: DraftOf, problem: &Problem) -> Outcome {
    Outcome::NotDrafted {
        of,
        reason: format!("{}: {}", problem.place(), problem.what),
    }
}
