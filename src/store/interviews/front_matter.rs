//! The front matter of an interview file as it is read: what people write by hand in words where keys are meant is taken
//! as well.

use strsim::normalized_damerau_levenshtein;

use crate::store::files::yaml::{Entry, Fields};

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

/// The keys that are known at any place, and words people take for one of them.
const KEYS: [&str; 25] = [
    "company", "role", "via", "applied", "people", "rounds", "promised", "sent", "outcome", "closed", "name", "kind",
    "at", "minutes", "state", "with", "id", "by", "who", "what", "status", "result", "date", "when", "type",
];

/// How alike two keys are from which on one is taken for the other: one letter in four may differ.
const ALIKE: f64 = 0.75;

/// Whether a key that is not known looks like a slip of the pen. Any other is the person's own, and kept without a word.
pub(in crate::store) fn slip(key: &str) -> bool {
    let key = key.to_lowercase();
    KEYS.iter()
        .any(|known| normalized_damerau_levenshtein(&key, known) >= ALIKE)
}

/// Somebody there.
#[derive(Debug)]
pub(in crate::store) struct PersonRead {
    pub(in crate::store) name: Option<String>,
    pub(in crate::store) role: Option<String>,
}

/// A round.
#[derive(Debug, Default)]
pub(in crate::store) struct RoundRead {
    pub(in crate::store) kind: Option<String>,
    pub(in crate::store) at: Option<String>,
    pub(in crate::store) minutes: Option<String>,
    pub(in crate::store) state: Option<String>,
    pub(in crate::store) with: Option<String>,
    pub(in crate::store) id: Option<String>,
}

/// What was promised.
#[derive(Debug, Default)]
pub(in crate::store) struct PromiseRead {
    pub(in crate::store) by: Option<String>,
    pub(in crate::store) who: Option<String>,
}

/// A message that was sent.
#[derive(Debug, Default)]
pub(in crate::store) struct SentRead {
    pub(in crate::store) what: Option<String>,
    pub(in crate::store) at: Option<String>,
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
            people: Written::all(&mut fields, "people", |mut person| PersonRead {
                name: person.text("name"),
                role: person.text("role"),
            }),
            rounds: Written::all(&mut fields, "rounds", |mut round| RoundRead {
                kind: round.text("kind"),
                at: round.text("at"),
                minutes: round.text("minutes"),
                state: round.text("state"),
                with: Some(round.texts("with").join(", ")).filter(|with| !with.is_empty()),
                id: round.text("id"),
            }),
            promised: fields.entry("promised").map(|entry| {
                Written::of(entry, |mut promise| PromiseRead {
                    by: promise.text("by"),
                    who: promise.text("who"),
                })
            }),
            sent: Written::all(&mut fields, "sent", |mut sent| SentRead {
                what: sent.text("what"),
                at: sent.text("at"),
            }),
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
