//! A bank as its file says it, in YAML or in JSON, before it is looked at what of it is known.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::schema;
use crate::store::files::yaml::{Entry, Fields};

/// A bank of questions: one YAML file in the folder questions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(title = "Greenroom bank", deny_unknown_fields, extend("required" = ["questions"]))]
pub struct BankFile {
    /// The category of every question that names none of its own.
    #[schemars(schema_with = "schema::category")]
    pub category: Option<String>,
    /// What the bank is called.
    #[schemars(schema_with = "schema::words")]
    pub title: Option<String>,
    /// One sentence on what it tests.
    #[schemars(schema_with = "schema::words")]
    pub about: Option<String>,
    /// Whether its questions are drilled for a rating; left out: as the category is.
    #[schemars(schema_with = "schema::switch")]
    pub scored: Option<bool>,
    /// Whether answers are told in the five parts, star, or not, none; left out: as the category is.
    #[schemars(schema_with = "schema::parts")]
    pub parts: Option<String>,
    /// Tags for every question.
    #[schemars(schema_with = "schema::tags")]
    pub tags: Vec<String>,
    /// The questions.
    #[schemars(length(min = 1))]
    pub questions: Vec<QuestionEntry>,
}

/// One question an interviewer may ask.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
#[schemars(deny_unknown_fields, extend("required" = ["id", "ask"]))]
pub struct QuestionEntry {
    /// Unique over all banks and stable for ever, since history hangs on it: words in lower case joined by hyphens.
    #[schemars(schema_with = "schema::id")]
    pub id: Option<String>,
    /// The prompt: one question, under 30 words.
    #[schemars(schema_with = "schema::words")]
    pub ask: Option<String>,
    /// Other wordings people know it by, three or more where everybody is asked it.
    #[schemars(inner(length(min = 1)))]
    pub also: Vec<String>,
    /// Whether everybody is asked it; left out: no.
    #[schemars(schema_with = "schema::switch")]
    pub common: Option<bool>,
    /// Its own category, where it is not that of the bank.
    #[schemars(schema_with = "schema::category")]
    pub category: Option<String>,
    /// Whom it suits; left out: everybody.
    #[schemars(schema_with = "schema::levels")]
    pub levels: Vec<String>,
    /// Competencies that cross categories, one to three.
    #[schemars(schema_with = "schema::tags")]
    pub tags: Vec<String>,
    /// How long to speak, like 90s, 2m or 1m30s; left out: the drill's time.
    #[schemars(schema_with = "schema::duration")]
    pub speak: Option<String>,
    /// What may be asked next, two to four.
    pub probes: Vec<ProbeEntry>,
    /// What a strong answer shows, two to four lines of at most 16 words.
    #[schemars(inner(length(min = 1)))]
    pub listen_for: Vec<String>,
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

impl BankFile {
    /// What a bank in YAML says.
    pub(super) fn of(mut fields: Fields) -> BankFile {
        BankFile {
            category: fields.text("category"),
            title: fields.text("title"),
            about: fields.text("about"),
            scored: fields.switch("scored"),
            parts: fields.text("parts"),
            tags: fields.tags("tags"),
            questions: fields.entries("questions").into_iter().map(QuestionEntry::of).collect(),
        }
    }
}

impl QuestionEntry {
    fn of(entry: Entry) -> QuestionEntry {
        let mut fields = match entry {
            Entry::Keys(fields) => fields,
            Entry::Words(ask) => {
                return QuestionEntry {
                    ask: Some(ask),
                    ..QuestionEntry::default()
                };
            }
        };
        QuestionEntry {
            id: fields.text("id"),
            ask: fields.written("ask"),
            also: fields.texts("also"),
            common: fields.switch("common"),
            category: fields.text("category"),
            levels: fields.words("levels"),
            tags: fields.tags("tags"),
            speak: fields.text("speak"),
            probes: fields.entries("probes").into_iter().map(ProbeEntry::of).collect(),
            listen_for: fields.texts("listen_for"),
        }
    }
}

impl ProbeEntry {
    fn of(entry: Entry) -> ProbeEntry {
        match entry {
            Entry::Words(ask) => ProbeEntry { ask, when: None },
            Entry::Keys(mut fields) => ProbeEntry {
                when: fields.text("when"),
                ask: fields.text("ask").or_else(|| fields.as_words()).unwrap_or_default(),
            },
        }
    }
}
