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
pub(in crate::store) struct Front {
    pub(in crate::store) company: Option<String>,
    pub(in crate::store) role: Option<String>,
    pub(in crate::store) via: Option<String>,
    pub(in crate::store) applied: Option<String>,
    pub(in crate::store) people: Option<Vec<Said<PersonRead>>>,
    pub(in crate::store) rounds: Option<Vec<Said<RoundRead>>>,
    pub(in crate::store) promised: Option<Said<PromiseRead>>,
    pub(in crate::store) sent: Option<Vec<Said<SentRead>>>,
    pub(in crate::store) outcome: Option<String>,
    pub(in crate::store) closed: Option<String>,
}

/// The keys that are known at any place, and words people take for one of them.
const KEYS: [&str; 24] = [
    "company", "role", "via", "applied", "people", "rounds", "promised", "sent", "outcome", "closed", "name", "kind",
    "at", "minutes", "state", "with", "by", "who", "what", "status", "result", "date", "when", "type",
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
#[derive(Debug, Deserialize)]
pub(in crate::store) struct PersonRead {
    pub(in crate::store) name: String,
    pub(in crate::store) role: Option<String>,
}

/// A round.
#[derive(Debug, Default, Deserialize)]
pub(in crate::store) struct RoundRead {
    pub(in crate::store) kind: Option<String>,
    pub(in crate::store) at: Option<String>,
    pub(in crate::store) minutes: Option<String>,
    pub(in crate::store) state: Option<String>,
    pub(in crate::store) with: Option<String>,
}

/// What was promised.
#[derive(Debug, Default, Deserialize)]
pub(in crate::store) struct PromiseRead {
    pub(in crate::store) by: Option<String>,
    pub(in crate::store) who: Option<String>,
}

/// A message that was sent.
#[derive(Debug, Default, Deserialize)]
pub(in crate::store) struct SentRead {
    pub(in crate::store) what: Option<String>,
    pub(in crate::store) at: Option<String>,
}

/// Something written with its keys, or in words.
#[derive(Debug)]
pub(in crate::store) enum Said<T> {
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
