//! The front matter of an interview file as it is read: what people write by hand in words where keys are meant is taken
//! as well.

use strsim::normalized_damerau_levenshtein;

use crate::store::files::yaml::{Entry, Fields, keyed};

/// The keys that are known.
#[derive(Debug, Default)]
pub(in crate::store) struct InterviewFront {
    pub(in crate::store) company: Option<String>,
    pub(in crate::store) role: Option<String>,
    pub(in crate::store) via: Option<String>,
    pub(in crate::store) applied: Option<String>,
    pub(in crate::store) people: Vec<Written<PersonRead>>,
    pub(in crate::store) rounds: Vec<Written<RoundRead>>,
    pub(in crate::store) promised: Option<Written<PromiseRead>>,
    pub(in crate::store) sent: Vec<Written<SentRead>>,
    pub(in crate::store) outcome: Option<String>,
    pub(in crate::store) closed: Option<String>,
}

/// The keys of a file, and words people take for a key.
const KEYS: &[&str] = &[
    "company", "role", "via", "applied", "people", "rounds", "promised", "sent", "outcome", "closed", "status",
    "result", "date", "when", "type",
];

/// How alike two keys are from which on one is taken for the other: one letter in four may differ.
const ALIKE: f64 = 0.75;

/// Whether a key that is not known looks like a slip of the pen. Any other is the person's own, and kept without a word.
pub(in crate::store) fn slip(key: &str) -> bool {
    let key = key.to_lowercase();
    let known = [
        KEYS,
        PersonRead::KEYS,
        RoundRead::KEYS,
        PromiseRead::KEYS,
        SentRead::KEYS,
    ]
    .concat();
    known
        .iter()
        .any(|known| normalized_damerau_levenshtein(&key, known) >= ALIKE)
}

keyed! {
    /// Somebody there.
    pub(in crate::store) struct PersonRead {
        name: text -> Option<String>,
        role: text -> Option<String>,
    }
}

keyed! {
    /// A round.
    pub(in crate::store) struct RoundRead {
        kind: text -> Option<String>,
        at: text -> Option<String>,
        minutes: text -> Option<String>,
        state: text -> Option<String>,
        with: texts -> Vec<String>,
        id: text -> Option<String>,
    }
}

keyed! {
    /// What was promised.
    pub(in crate::store) struct PromiseRead {
        by: text -> Option<String>,
        who: text -> Option<String>,
    }
}

keyed! {
    /// A message that was sent.
    pub(in crate::store) struct SentRead {
        what: text -> Option<String>,
        at: text -> Option<String>,
    }
}

/// Something written with its keys, or in words.
#[derive(Debug)]
pub(in crate::store) enum Written<T> {
    /// As a person writes it down: `Mara Ilves (recruiter)`.
    Words(String),
    /// With its keys.
    Keys(T),
}

impl<T> Written<T> {
    fn of(entry: Entry, keys: impl Fn(Fields) -> T) -> Written<T> {
        match entry {
            Entry::Words(words) => Written::Words(words),
            Entry::Keys(fields) => Written::Keys(keys(fields)),
        }
    }

    fn all(fields: &mut Fields, key: &str, keys: impl Fn(Fields) -> T) -> Vec<Written<T>> {
        let entries = fields.entries(key).into_iter();
        entries.map(|entry| Written::of(entry, &keys)).collect()
    }
}

impl InterviewFront {
    pub(in crate::store) fn of(mut fields: Fields) -> InterviewFront {
        InterviewFront {
            company: fields.text("company"),
            role: fields.text("role"),
            via: fields.text("via"),
            applied: fields.text("applied"),
            people: Written::all(&mut fields, "people", PersonRead::of),
            rounds: Written::all(&mut fields, "rounds", RoundRead::of),
            promised: fields
                .entry("promised")
                .map(|entry| Written::of(entry, PromiseRead::of)),
            sent: Written::all(&mut fields, "sent", SentRead::of),
            outcome: fields.text("outcome"),
            closed: fields.text("closed"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_told_from_a_key_of_ones_own() {
        for key in [
            "outcom", "Company", "compnay", "round", "status", "date", "minute", "promise",
        ] {
            assert!(slip(key), "{key}");
        }
        for key in [
            "salary", "mood", "email", "phone", "link", "location", "parking", "notes", "tags",
        ] {
            assert!(!slip(key), "{key}");
        }
    }
}
