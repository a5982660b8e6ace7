//! The front matter of an interview file as it is read: what people write by hand in one word where keys are meant is
//! taken as well.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use strsim::normalized_damerau_levenshtein;

/// The keys that are known.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Front {
    pub(super) company: Option<String>,
    pub(super) role: Option<String>,
    pub(super) via: Option<String>,
    pub(super) applied: Option<String>,
    pub(super) people: Option<Vec<Said<PersonRead>>>,
    pub(super) rounds: Option<Vec<Said<RoundRead>>>,
    pub(super) promised: Option<Said<PromiseRead>>,
    pub(super) sent: Option<Vec<Said<SentRead>>>,
    pub(super) outcome: Option<String>,
    pub(super) closed: Option<String>,
}

/// The keys that are known at any place, and words people take for one of them.
const KEYS: [&str; 24] = [
    "company", "role", "via", "applied", "people", "rounds", "promised", "sent", "outcome", "closed", "name", "kind",
    "at", "minutes", "state", "with", "by", "who", "what", "status", "result", "date", "when", "type",
];

/// How alike two keys are from which on one is taken for the other: one letter in four may differ.
const ALIKE: f64 = 0.75;

/// Whether a key that is not known looks like a slip of the pen. Any other is the person's own, and kept without a word.
pub(super) fn slip(key: &str) -> bool {
    let key = key.to_lowercase();
    KEYS.iter()
        .any(|known| normalized_damerau_levenshtein(&key, known) >= ALIKE)
}

/// Somebody there.
#[derive(Debug, Deserialize)]
pub(super) struct PersonRead {
    pub(super) name: String,
    pub(super) role: Option<String>,
}

/// A round.
#[derive(Debug, Default, Deserialize)]
pub(super) struct RoundRead {
    pub(super) kind: Option<String>,
    pub(super) at: Option<String>,
    pub(super) minutes: Option<String>,
    pub(super) state: Option<String>,
    pub(super) with: Option<String>,
}

/// What was promised.
#[derive(Debug, Default, Deserialize)]
pub(super) struct PromiseRead {
    pub(super) by: Option<String>,
    pub(super) who: Option<String>,
}

/// A message that was sent.
#[derive(Debug, Default, Deserialize)]
pub(super) struct SentRead {
    pub(super) what: Option<String>,
    pub(super) at: Option<String>,
}

/// Something written with its keys, or in words.
#[derive(Debug)]
pub(super) enum Said<T> {
    /// As a person writes it down: `Mara Ilves (recruiter)`.
    Words(String),
    /// With its keys.
    Keys(T),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Said<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Said<T>, D::Error> {
        deserializer.deserialize_any(Either(PhantomData))
    }
}

struct Either<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Either<T> {
    type Value = Said<T>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("words, or keys with their values")
    }

    fn visit_str<E: Error>(self, words: &str) -> Result<Said<T>, E> {
        Ok(Said::Words(words.to_owned()))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Said<T>, E> {
        Ok(Said::Words(number.to_string()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Said<T>, E> {
        Ok(Said::Words(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Said<T>, E> {
        Ok(Said::Words(number.to_string()))
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Said<T>, E> {
        Ok(Said::Words(yes.to_string()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Said<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Said::Keys)
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
