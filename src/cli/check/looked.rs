//! How much was looked at, in figures and in words.

use crate::store::checked::ToCheck;
use crate::text::time::count;

/// How much was looked at.
pub(super) struct Looked {
    pub(super) answers: usize,
    pub(super) banks: usize,
    pub(super) questions: usize,
    pub(super) lenses: usize,
    pub(super) interviews: usize,
    settings: bool,
}

impl Looked {
    pub(super) fn at(read: &ToCheck) -> Looked {
        Looked {
            answers: read.answers.len(),
            banks: read.banks.len(),
            questions: read.banks.iter().map(|bank| bank.questions.len()).sum(),
            lenses: read.lenses,
            interviews: read.interviews,
            settings: read.settings,
        }
    }

    /// In words; nothing where there was nothing.
    pub(super) fn words(&self) -> String {
        let mut counts = Vec::new();
        if self.answers > 0 {
            counts.push(count(self.answers, "answer"));
        }
        if self.banks > 0 {
            counts.push(count(self.banks, "bank"));
            counts.push(count(self.questions, "question"));
        }
        match self.lenses {
            0 => {}
            1 => counts.push("1 lens".to_owned()),
            many => counts.push(format!("{many} lenses")),
        }
        if self.interviews > 0 {
            counts.push(count(self.interviews, "interview"));
        }
        if counts.is_empty() && self.settings {
            counts.push("greenroom.yaml".to_owned());
        }
        counts.join(", ")
    }
}
