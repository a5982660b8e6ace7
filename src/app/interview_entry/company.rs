//! A new interview with a company whose interview still goes on: it is one more round there, and the form says so before.

use super::{Entered, EntryField, EntryOf};
use crate::app::workspace::Workspace;
use crate::domain::interview::Interview;
use crate::text::fold::{fold, reads_alike};
use crate::text::legal_forms::same_company;

/// What saving the form for a new interview comes to.
enum Comes<'a> {
    /// One more round of this one.
    Round(&'a Interview),
    /// A file of its own, since this one is about another job.
    OtherJob(&'a Interview),
    /// A new beginning, after this one ended.
    Anew(&'a Interview),
}

impl Workspace {
    fn comes(&self, entry: &Entered) -> Option<Comes<'_>> {
        if entry.of != EntryOf::New {
            return None;
        }
        let there = self.interviews.iter();
        let there = there.filter(|one| same_company(&one.company, entry.text(EntryField::Company)));
        let role = entry.text(EntryField::Role);
        let same_job =
            |one: &Interview| role.is_empty() || one.role.as_deref().is_none_or(|its| reads_alike(its, role));
        let newest = there.max_by_key(|one| (one.is_open(), same_job(one), one.id()))?;
        Some(match (newest.is_open(), same_job(newest)) {
            (true, true) => Comes::Round(newest),
            (true, false) => Comes::OtherJob(newest),
            (false, _) => Comes::Anew(newest),
        })
    }

    /// Whether a file that could not be read is called after this company.
    fn unread(&self, company: &str) -> bool {
        let words = |text: &str| fold(text).replace(|c: char| !c.is_alphanumeric(), " ");
        let wanted = words(company.trim());
        let called = |path: &str| {
            let name = path.strip_prefix("interviews/")?.strip_suffix(".md")?;
            Some(words(name.get(11..).unwrap_or(name)))
        };
        let mut problems = self.home_problems.iter();
        problems.any(|problem| {
            called(&problem.path).is_some_and(|name| name == wanted) && self.interview(&problem.path).is_none()
        })
    }

    /// The interview a form for a new one adds a round to: the newest open one of just this company, unless another job
    /// is named.
    pub(in crate::app) fn joined(&self, entry: &Entered) -> Option<&Interview> {
        match self.comes(entry)? {
            Comes::Round(one) => Some(one),
            Comes::OtherJob(_) | Comes::Anew(_) => None,
        }
    }

    /// What is said of it before it is saved.
    pub(in crate::app) fn note(&self, entry: &Entered) -> String {
        let job = |one: &Interview| one.role.as_ref().map(|role| format!(" ({role})")).unwrap_or_default();
        match self.comes(entry) {
            None if entry.of == EntryOf::New && self.unread(entry.text(EntryField::Company)) => {
                "A file of that company cannot be read, ! says why; this begins another.".to_owned()
            }
            None => String::new(),
            Some(Comes::Round(one)) => format!(
                "This adds a round to {}{}, which is open. Another role begins anew.",
                one.company,
                job(one)
            ),
            Some(Comes::OtherJob(one)) => {
                format!(
                    "{}{} is open; this role begins a file of its own.",
                    one.company,
                    job(one)
                )
            }
            Some(Comes::Anew(one)) => format!("What was with {} has ended; this begins anew.", one.company),
        }
    }
}
