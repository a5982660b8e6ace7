//! A bank as its file says it, in YAML or in JSON, before it is looked at what of it is known.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::schema;
use crate::store::files::yaml::{Entry, keyed};

keyed! {
    /// A bank of questions: one YAML file in the folder questions.
    #[derive(Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
    #[serde(default)]
    #[schemars(title = "Greenroom bank", deny_unknown_fields, extend("required" = ["questions"]))]
    pub struct BankFile {
        /// The category of every question that names none of its own.
        #[schemars(schema_with = "schema::category")]
        category: text -> Option<String>,
        /// What the bank is called.
        #[schemars(schema_with = "schema::words")]
        title: text -> Option<String>,
        /// One sentence on what it tests.
        #[schemars(schema_with = "schema::words")]
        about: text -> Option<String>,
        /// Whether its questions are drilled for a rating; left out: as the category is.
        #[schemars(schema_with = "schema::switch")]
        scored: switch -> Option<bool>,
        /// Whether answers are told in the five parts, star, or not, none; left out: as the category is.
        #[schemars(schema_with = "schema::parts")]
        parts: text -> Option<String>,
        /// Tags for every question.
        #[schemars(schema_with = "schema::tags")]
        tags: tags -> Vec<String>,
        /// The questions.
        #[schemars(length(min = 1))]
        questions: each -> Vec<QuestionEntry>,
    }
}

keyed! {
    /// One question an interviewer may ask.
    #[derive(Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
    #[serde(default)]
    #[schemars(deny_unknown_fields, extend("required" = ["id", "ask"]))]
    pub struct QuestionEntry {
        /// Unique over all banks and stable for ever, since history hangs on it: words in lower case joined by hyphens.
        #[schemars(schema_with = "schema::id")]
        id: text -> Option<String>,
        /// The prompt: one question, under 30 words.
        #[schemars(schema_with = "schema::words")]
        ask: written -> Option<String>,
        /// Other wordings people know it by, three or more where everybody is asked it.
        #[schemars(inner(length(min = 1)))]
        also: texts -> Vec<String>,
        /// Whether everybody is asked it; left out: no.
        #[schemars(schema_with = "schema::switch")]
        common: switch -> Option<bool>,
        /// Its own category, where it is not that of the bank.
        #[schemars(schema_with = "schema::category")]
        category: text -> Option<String>,
        /// Whom it suits; left out: everybody.
        #[schemars(schema_with = "schema::levels")]
        levels: words -> Vec<String>,
        /// Competencies that cross categories, one to three.
        #[schemars(schema_with = "schema::tags")]
        tags: tags -> Vec<String>,
        /// How long to speak, like 90s, 2m or 1m30s; left out: the drill's time.
        #[schemars(schema_with = "schema::duration")]
        speak: text -> Option<String>,
        /// What may be asked next, two to four.
        probes: each -> Vec<ProbeEntry>,
        /// What a strong answer shows, two to four lines of at most 16 words.
        #[schemars(inner(length(min = 1)))]
        listen_for: texts -> Vec<String>,
    }
}

/// What may be asked next.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ProbeEntry {
    /// One question of at most 20 words.
    #[schemars(length(min = 1))]
    pub ask: String,
    /// The part of the answer whose absence calls for it; left out: any time.
    #[serde(default)]
    #[schemars(schema_with = "schema::part")]
    pub when: Option<String>,
}

impl From<Entry<'_>> for QuestionEntry {
    fn from(entry: Entry) -> QuestionEntry {
        match entry {
            Entry::Keys(fields) => QuestionEntry::of(fields),
            Entry::Words(ask) => QuestionEntry {
                ask: Some(ask),
                ..QuestionEntry::default()
            },
        }
    }
}

impl From<Entry<'_>> for ProbeEntry {
    fn from(entry: Entry) -> ProbeEntry {
        match entry {
            Entry::Words(ask) => ProbeEntry { ask, when: None },
            Entry::Keys(mut fields) => ProbeEntry {
                when: fields.text("when"),
                ask: fields.text("ask").or_else(|| fields.as_words()).unwrap_or_default(),
            },
        }
    }
}
