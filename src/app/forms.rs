//! Forms that are typed into: in drafts while they are not taken, and as they were left when they are asked for again.

use std::time::Duration;

use super::effect::{DiskEffect, Effect};
use super::unfinished_debrief::Unfinished;
use crate::domain::clock::Moment;
use crate::domain::saved_file::DraftOf;

/// A form with what stands in it, as text: a line a row, its name before its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// What it is.
    pub of: DraftOf,
    /// What stands in it when nobody has typed.
    pub base: String,
    /// What stands in it.
    pub text: String,
}

impl Filled {
    /// A form by its name, and what it is about; empty where that is nothing there is.
    pub(super) fn new(name: &str, about: &str, base: String, text: String) -> Filled {
        let (name, about) = (name.to_owned(), about.to_owned());
        Filled {
            of: DraftOf::Form { name, about },
            base,
            text,
        }
    }
}

/// Rows as text.
pub(super) fn as_text<'a>(rows: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let rows = rows.into_iter().map(|(name, value)| format!("{name}: {value}\n"));
    rows.collect()
}

/// The value of a row in such a text.
pub(super) fn value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    let mut rows = text.lines().filter_map(|line| line.split_once(": "));
    rows.find_map(|(other, value)| (other == name).then_some(value))
}

/// Why a form is not open any more and was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The person left it.
    Left,
    /// The person left it to go on with it another time.
    Waiting,
    /// The disk refused what it says.
    Refused,
}

/// Every form that has text which is nowhere else.
#[derive(Debug, Default)]
pub struct Forms {
    left: Vec<(Filled, Why)>,
    debriefs: Vec<Unfinished>,
    kept: Vec<Kept>,
}

/// A form in a draft, or about to be.
#[derive(Debug)]
struct Kept {
    filled: Filled,
    /// When the oldest typing that is in no draft yet was done.
    since: Option<Duration>,
}

impl Forms {
    /// Keeps a form that is closed and was not taken.
    pub(super) fn leave(&mut self, filled: Filled, why: Why) {
        self.left.retain(|(left, _)| left.of != filled.of);
        self.left.push((filled, why));
    }

    /// What stands in a form that was left.
    pub(super) fn left(&self, of: &DraftOf) -> Option<&str> {
        let (left, _) = self.left.iter().find(|(left, _)| left.of == *of)?;
        Some(&left.text)
    }

    /// What stands in a form that was left; it is left no more.
    pub(super) fn take(&mut self, of: &DraftOf) -> Option<String> {
        let place = self.left.iter().position(|(left, _)| left.of == *of)?;
        Some(self.left.remove(place).0.text)
    }

    /// Keeps a debrief that is left before its end.
    pub(super) fn leave_debrief(&mut self, debrief: Unfinished) {
        self.debriefs.retain(|left| left.path != debrief.path);
        self.debriefs.push(debrief);
    }

    /// The debrief of an interview that was left, by its file.
    pub(super) fn debrief(&self, path: &str) -> Option<&Unfinished> {
        self.debriefs.iter().find(|left| left.path == path)
    }

    /// The same; it is left no more.
    pub(super) fn take_debrief(&mut self, path: &str) -> Option<Unfinished> {
        let place = self.debriefs.iter().position(|left| left.path == path)?;
        Some(self.debriefs.remove(place))
    }

    /// Follows the forms that are open or on their way to the disk: what is typed comes into drafts when it is due, and
    /// the draft of a form that is not there any more goes.
    pub(super) fn follow(&mut self, open: Vec<Filled>, now: Moment, due: impl Fn(Duration) -> bool) -> Vec<Effect> {
        let left = self.left.iter().map(|(left, _)| left.clone());
        let mut typed: Vec<Filled> = open.into_iter().chain(left).collect();
        typed.retain(|filled| filled.text != filled.base);
        let gone = self
            .kept
            .extract_if(.., |kept| typed.iter().all(|filled| filled.of != kept.filled.of));
        let mut effects: Vec<Effect> = gone
            .map(|kept| Effect::Disk(DiskEffect::DropDraft(kept.filled.of)))
            .collect();
        for filled in typed {
            match self.kept.iter_mut().find(|kept| kept.filled.of == filled.of) {
                Some(kept) if kept.filled == filled => {}
                Some(kept) => {
                    kept.filled = filled;
                    kept.since.get_or_insert(now.elapsed);
                }
                None => self.kept.push(Kept {
                    filled,
                    since: Some(now.elapsed),
                }),
            }
        }
        effects.extend(self.kept.iter_mut().filter_map(|kept| {
            kept.since.take_if(|at| due(*at))?;
            Some(Effect::Disk(DiskEffect::KeepDraft {
                of: kept.filled.of.clone(),
                base: kept.filled.base.clone(),
                text: kept.filled.text.clone(),
            }))
        }));
        effects
    }

    /// The program is left on purpose: forms that were left before are given up, those that wait or that the disk refused
    /// are not.
    pub(super) fn give_up(&mut self) {
        self.left.retain(|(_, why)| *why != Why::Left);
    }

    /// A draft could not be written: it is tried again then.
    pub(super) fn not_drafted(&mut self, of: &DraftOf, again: Duration) {
        if let Some(kept) = self.kept.iter_mut().find(|kept| kept.filled.of == *of) {
            kept.since.get_or_insert(again);
        }
    }

    /// When the oldest typing that is in no draft yet was done.
    pub(super) fn undrafted(&self) -> Option<Duration> {
        self.kept.iter().filter_map(|kept| kept.since).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Moment {
        Moment {
            elapsed: Duration::from_secs(seconds),
            wall: jiff::Timestamp::UNIX_EPOCH,
        }
    }

    fn form(company: &str) -> Filled {
        let text = |value: &str| as_text([("company", value), ("role", "")]);
        Filled::new("new interview", "", text(""), text(company))
    }

    #[test]
    fn rows_are_read_as_they_were_written() {
        let text = as_text([("company", "Acme: the one"), ("role", ""), ("when", "fri")]);
        assert_eq!(value(&text, "company"), Some("Acme: the one"));
        assert_eq!(value(&text, "role"), Some(""));
        assert_eq!(value(&text, "nothing"), None);
    }

    #[test]
    fn a_form_is_in_a_draft_as_long_as_its_text_is_nowhere_else() {
        let mut forms = Forms::default();
        let due = |now: u64| move |since: Duration| since + Duration::from_secs(1) <= Duration::from_secs(now);
        assert_eq!(forms.follow(vec![form("")], at(0), due(0)), [], "nothing is typed");
        assert_eq!(forms.follow(vec![form("Ac")], at(1), due(1)), []);
        assert_eq!(forms.undrafted(), Some(Duration::from_secs(1)));
        let effects = forms.follow(vec![form("Acme")], at(2), due(2));
        assert!(
            matches!(&effects[..], [Effect::Disk(DiskEffect::KeepDraft { text, .. })] if text.starts_with("company: Acme"))
        );
        assert_eq!(forms.follow(vec![form("Acme")], at(9), due(9)), [], "once is enough");
        forms.leave(form("Acme"), Why::Left);
        assert_eq!(
            forms.follow(Vec::new(), at(10), due(10)),
            [],
            "left, it can be asked for again"
        );
        assert_eq!(forms.take(&form("").of), Some(form("Acme").text));
        let effects = forms.follow(Vec::new(), at(11), due(11));
        assert_eq!(effects, [Effect::Disk(DiskEffect::DropDraft(form("").of))]);
    }

    #[test]
    fn what_the_disk_refused_is_not_given_up_with_what_was_left() {
        let mut forms = Forms::default();
        forms.leave(form("Acme"), Why::Left);
        forms.leave(
            Filled::new("question", "", String::new(), "ask: Why?\n".to_owned()),
            Why::Refused,
        );
        forms.give_up();
        assert_eq!(forms.take(&form("").of), None);
        assert_eq!(forms.follow(Vec::new(), at(0), |_| true).len(), 1);
    }
}
