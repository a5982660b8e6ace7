//! What a change of front matter leaves as it was, to the parser.

use serde_yaml::{Mapping, Value};

use crate::markup::document::Document;

/// Whether a text has, but for these keys of its front matter, what the text had that it was made from. Both have been
/// read before, so that the parser meets nothing it needs long for; front matter that is only read leniently cannot be
/// compared, and is left to who knows what is read of it.
pub(in crate::store) fn stay(before: &Document, after: &Document, changed: &[&str]) -> bool {
    match (keys(before, changed), keys(after, changed)) {
        (Some(before), Some(after)) => before == after,
        _ => true,
    }
}

/// Whether the front matter of a text has this value under a key, as the parser reads both; none: no such key.
pub(in crate::store) fn has(document: &Document, key: &str, value: Option<&str>) -> bool {
    let Some(all) = keys(document, &[]) else {
        return true;
    };
    match value {
        None => all.get(key).is_none(),
        Some(value) => serde_yaml::from_str::<Value>(value).is_ok_and(|value| all.get(key) == Some(&value)),
    }
}

/// The keys of the front matter but these, if the parser reads them.
fn keys(document: &Document, but: &[&str]) -> Option<Mapping> {
    let mut keys = serde_yaml::from_str::<Option<Mapping>>(&document.front())
        .ok()?
        .unwrap_or_default();
    for key in but {
        keys.remove(*key);
    }
    Some(keys)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_changed_unasked_is_seen_however_it_is_written() {
        let before = Document::parse("---\nid: a\ntitle: \"b\"\nlens: {x: [1, 2]}\n---\nText\n");
        let same = Document::parse("---\n\"id\": a\ntitle: c\nlens:\n  x:\n  - 1\n  - 2\n---\nText\n");
        let other = Document::parse("---\nid: a\ntitle: c\nlens: {x: [1, 3]}\n---\nText\n");
        let less = Document::parse("---\nid: a\ntitle: c\n---\nText\n");
        assert!(stay(&before, &same, &["title"]));
        assert!(!stay(&before, &same, &[]));
        assert!(!stay(&before, &other, &["title"]) && !stay(&before, &less, &["title"]));
        assert!(has(&same, "title", Some("\"c\"")) && !has(&same, "title", Some("b")));
        assert!(has(&less, "lens", None) && !has(&other, "lens", None));
        assert!(stay(&Document::parse("Text"), &less, &["id", "title"]));
    }
}
