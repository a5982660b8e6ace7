//! JSON Schema for the files people write, made from the types that load them.
//!
//! It is stricter than loading is, so that an editor warns where the loader would make do.

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::file::BankFile;
use super::lenses::LensFile;
use crate::domain::category::Category;
use crate::domain::part::Part;
use crate::domain::question::Parts;
use crate::domain::question::level::Level;

/// An id: words of letters and digits in lower case, joined by single hyphens.
const ID: &str = r"^[^\sA-Z!-/:-@\[-`{-~]+(-[^\sA-Z!-/:-@\[-`{-~]+)*$";

/// A tag: an id of plain letters and digits.
const TAG: &str = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

/// A duration, as 90s, 2m, 1m30s or 1:30.
const DURATION: &str = "^([0-9]+h([0-9]+m)?([0-9]+s)?|[0-9]+m([0-9]+s)?|[0-9]+s?|[0-9]+:[0-9]{1,2})$";

/// The schema of a bank, as text.
pub fn bank() -> String {
    text::<BankFile>()
}

/// The schema of a lens, as text.
pub fn lens() -> String {
    text::<LensFile>()
}

fn text<T: JsonSchema>() -> String {
    let bare = RecursiveTransform(|schema: &mut Schema| {
        schema.remove("default");
    });
    let settings = SchemaSettings::draft2020_12().with_transform(bare);
    let schema = settings.into_generator().into_root_schema_for::<T>();
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

fn one_of(words: &[&str]) -> Schema {
    json_schema!({ "type": "string", "enum": words })
}

fn list_of(entry: &Schema) -> Schema {
    json_schema!({ "type": "array", "items": entry, "uniqueItems": true })
}

pub(in crate::store) fn category(_: &mut SchemaGenerator) -> Schema {
    let mut ids: Vec<&str> = Category::ALL.map(Category::id).to_vec();
    ids.push(Category::Unsorted.id());
    one_of(&ids)
}

pub(in crate::store) fn levels(_: &mut SchemaGenerator) -> Schema {
    list_of(&one_of(&Level::ALL.map(Level::id)))
}

pub(in crate::store) fn part(_: &mut SchemaGenerator) -> Schema {
    one_of(&Part::ALL.map(Part::id))
}

pub(in crate::store) fn parts(_: &mut SchemaGenerator) -> Schema {
    one_of(&Parts::ALL.map(Parts::id))
}

pub(in crate::store) fn switch(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "boolean" })
}

pub(in crate::store) fn words(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "minLength": 1 })
}

pub(in crate::store) fn id(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "minLength": 1, "pattern": ID })
}

pub(in crate::store) fn tags(_: &mut SchemaGenerator) -> Schema {
    list_of(&json_schema!({ "type": "string", "minLength": 1, "pattern": TAG }))
}

pub(in crate::store) fn duration(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "string", "minLength": 1, "pattern": DURATION })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};

    use serde_json::Value;

    use super::*;
    use crate::store::files::folders::files;

    fn questions() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("questions")
    }

    fn validator(schema: &str) -> jsonschema::Validator {
        jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap()
    }

    fn value(yaml: &str) -> Value {
        serde_yaml::from_str(yaml).unwrap()
    }

    #[test]
    fn the_schema_files_are_what_the_types_say() {
        for (name, text) in [("bank.schema.json", bank()), ("lens.schema.json", lens())] {
            let path = questions().join(name);
            if std::env::var_os("UPDATE_DOCS").is_some() {
                fs::write(&path, &text).unwrap();
            }
            let there = fs::read_to_string(&path).unwrap_or_default();
            assert_eq!(there, text, "UPDATE_DOCS=1 cargo test rewrites {name}");
        }
    }

    #[test]
    fn every_shipped_file_is_valid_and_names_the_schema() {
        for (folder, schema, hint) in [
            (questions(), bank(), "bank.schema.json"),
            (questions().join("lenses"), lens(), "../lens.schema.json"),
        ] {
            let validator = validator(&schema);
            let (all, _) = files(&folder, "", &["yaml"]);
            assert!(!all.is_empty());
            for path in all {
                let text = fs::read_to_string(&path).unwrap();
                let first = format!("# yaml-language-server: $schema={hint}");
                assert_eq!(text.lines().next(), Some(first.as_str()), "{}", path.display());
                let value = value(&text);
                let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
                assert!(errors.is_empty(), "{}: {errors:?}", path.display());
            }
        }
    }

    const BANK: &str = "category: conflict\nquestions:\n  - id: conflict-a\n    ask: Why?\n    levels: [junior]\n    tags: [backbone]\n    speak: 1m30s\n    probes:\n      - ask: And then?\n        when: action\n    listen_for: [a plan]\n";

    #[test]
    fn broken_banks_are_refused() {
        let validator = validator(&bank());
        assert!(validator.is_valid(&value(BANK)));
        for (from, to) in [
            ("category: conflict", "category: conflicts"),
            ("category: conflict", "categori: conflict"),
            ("questions:", "parts: some\nquestions:"),
            ("questions:", "scored: maybe\nquestions:"),
            ("questions:", "title: \"\"\nquestions:"),
            ("id: conflict-a", "id: Conflict-A"),
            ("id: conflict-a", "id: conflict--a"),
            ("id: conflict-a\n    ask: Why?", "ask: Why?"),
            ("    ask: Why?\n", ""),
            ("ask: Why?", "ask: \"\""),
            ("[junior]", "[wizard]"),
            ("[junior]", "junior"),
            ("[backbone]", "[Back Bone]"),
            ("[backbone]", "[backbone, backbone]"),
            ("1m30s", "soon"),
            ("when: action", "when: later"),
            ("when: action", "then: action"),
            ("- ask: And then?\n        when", "- when"),
            ("listen_for: [a plan]", "listen_for: a plan"),
            ("listen_for", "listens_for"),
        ] {
            let broken = BANK.replacen(from, to, 1);
            assert_ne!(broken, BANK, "{from}");
            assert!(!validator.is_valid(&value(&broken)), "{to}");
        }
        for nothing in ["category: conflict", "questions: []", "[]"] {
            assert!(!validator.is_valid(&value(nothing)), "{nothing}");
        }
    }

    #[test]
    fn broken_lenses_are_refused() {
        const LENS: &str = "lens: acme\ntitle: Acme\nvalues:\n  - id: brave\n    tags: [backbone]\n";
        let validator = validator(&lens());
        assert!(validator.is_valid(&value(LENS)));
        for (from, to) in [
            ("lens: acme\n", ""),
            ("lens: acme", "lens: Acme Corp"),
            ("title", "name"),
            ("- id: brave\n    tags", "- tags"),
            ("    tags: [backbone]\n", ""),
            ("[backbone]", "backbone"),
            ("[backbone]", "[\"a b\"]"),
            ("    tags", "    weight: 2\n    tags"),
        ] {
            let broken = LENS.replacen(from, to, 1);
            assert!(!validator.is_valid(&value(&broken)), "{to}");
        }
    }

    #[test]
    fn ids_in_any_script_are_valid_and_the_duration_is_what_is_read() {
        let validator = validator(&bank());
        for id in ["own-面接", "own-2", "a"] {
            assert!(validator.is_valid(&value(&BANK.replace("conflict-a", id))), "{id}");
        }
        for (text, valid) in [("90s", true), ("2m", true), ("1:30", true), ("1h", true), ("m", false)] {
            let bank = BANK.replace("1m30s", &format!("\"{text}\""));
            assert_eq!(validator.is_valid(&value(&bank)), valid, "{text}");
            assert_eq!(crate::text::time::parse_duration(text).is_ok(), valid, "{text}");
        }
    }
}
