//! Changes of an answer's front matter that need no editor: title, questions, and whatever a form asks for.
//!
//! Each touches only the lines of its key and is read back before it is saved; the file keeps its name, the answer its id.

use jiff::Timestamp;

use super::parse;
use super::save::save;
use crate::domain::answer::Answer;
use crate::domain::problem::Problem;
use crate::domain::saved_file::{NotSaved, Saved};
use crate::markup::document::{Document, UnsupportedYaml};
use crate::markup::scalar::Value;
use crate::store::files::other_keys::{has, stay};
use crate::store::files::places::Places;

/// Gives an answer another title.
///
/// # Errors
/// Why it is not saved.
pub fn retitle(places: &Places, path: &str, base: &str, title: &str, now: Timestamp) -> Result<Saved, NotSaved> {
    set_keys(places, path, base, &[("title", Some(Value::text(title.trim())))], now)
}

/// Links an answer to a question; one that is linked already stays as it is.
///
/// # Errors
/// Why it is not saved.
pub fn link(places: &Places, path: &str, base: &str, question: &str, now: Timestamp) -> Result<Saved, NotSaved> {
    let change = |document: &mut Document| document.add_item("questions", question).map(drop);
    let linked = |before: &Answer, after: &Answer| {
        let had = before.questions.iter().any(|id| id.as_str() == question);
        let new = (!had).then(|| question.into());
        after.questions.iter().eq(before.questions.iter().chain(&new))
    };
    save(
        places,
        path,
        base,
        &edited(path, base, &["questions"], change, linked)?,
        now,
    )
}

/// Takes the link between an answer and a question out.
///
/// # Errors
/// Why it is not saved.
pub fn unlink(places: &Places, path: &str, base: &str, question: &str, now: Timestamp) -> Result<Saved, NotSaved> {
    let change = |document: &mut Document| document.remove_item("questions", question).map(drop);
    let unlinked = |before: &Answer, after: &Answer| {
        let others = before.questions.iter().filter(|id| id.as_str() != question);
        after.questions.iter().eq(others)
    };
    save(
        places,
        path,
        base,
        &edited(path, base, &["questions"], change, unlinked)?,
        now,
    )
}

/// Sets keys, or takes those out that have no value.
///
/// # Errors
/// Why it is not saved.
pub fn set_keys(
    places: &Places,
    path: &str,
    base: &str,
    keys: &[(&str, Option<Value>)],
    now: Timestamp,
) -> Result<Saved, NotSaved> {
    let change = |document: &mut Document| {
        for (key, value) in keys {
            match value {
                Some(value) => document.set_key(key, value)?,
                None => drop(document.remove_key(key)),
            }
        }
        Ok(())
    };
    let names: Vec<&str> = keys.iter().map(|(key, _)| *key).collect();
    let set = |_: &Answer, after: &Answer| {
        let after = Document::parse(&after.text);
        let value = |value: &Option<Value>| value.as_ref().map(|value| value.as_str().to_owned());
        keys.iter()
            .all(|(key, wanted)| has(&after, key, value(wanted).as_deref()))
    };
    save(places, path, base, &edited(path, base, &names, change, set)?, now)
}

/// The text with these keys of its front matter changed, read back: it has what it had, and the change.
fn edited(
    path: &str,
    base: &str,
    keys: &[&str],
    change: impl FnOnce(&mut Document) -> Result<(), UnsupportedYaml>,
    done: impl FnOnce(&Answer, &Answer) -> bool,
) -> Result<String, NotSaved> {
    let (before, _) = parse(base, path).map_err(NotSaved::Failed)?;
    let mut document = Document::parse(base);
    let odd = |what: String| NotSaved::Failed(Problem::file(path, what, "Change it in your editor"));
    change(&mut document).map_err(|error| odd(error.to_string()))?;
    let text = document.text();
    match parse(&text, path) {
        Ok((after, _))
            if after.body() == before.body()
                && done(&before, &after)
                && (keys.contains(&"id") || after.id == before.id)
                && stay(&Document::parse(base), &document, keys) =>
        {
            Ok(text)
        }
        _ => Err(odd(UnsupportedYaml.to_string())),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;
    use std::fs;

    const NOW: Timestamp = Timestamp::UNIX_EPOCH;

    fn home(text: &str) -> (tempfile::TempDir, Places) {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        fs::create_dir_all(places.answers()).unwrap();
        fs::write(places.answers().join("a.md"), text).unwrap();
        (folder, places)
    }

    #[test]
    fn title_and_links_change_their_own_lines_and_the_id_stays() {
        let text = "---\r\nid: a1 # mine\r\ntitle: Old\r\nquestions:\r\n  - x # why\r\nlens: kept\r\n---\r\nBody";
        let (_folder, places) = home(text);
        let path = "answers/a.md";
        let saved = retitle(&places, path, text, " New: one ", NOW).unwrap().opened;
        let saved = link(&places, path, &saved.text, "y-1", NOW).unwrap().opened;
        let again = link(&places, path, &saved.text, "y-1", NOW).unwrap().opened;
        assert_eq!(again, saved);
        let on_disk = fs::read_to_string(places.home.join(path)).unwrap();
        assert_eq!(
            on_disk,
            "---\r\nid: a1 # mine\r\ntitle: \"New: one\"\r\nquestions:\r\n  - x # why\r\n  - y-1\r\nlens: kept\r\n---\r\nBody"
        );
        let saved = unlink(&places, path, &on_disk, "x", NOW).unwrap().opened;
        let saved = unlink(&places, path, &saved.text, "y-1", NOW).unwrap().opened;
        assert!(saved.text.contains("questions: []\r\nlens"));
        let keys = [("lens", None), ("tags", Some(Value::list(["a", "b,c"])))];
        let saved = set_keys(&places, path, &saved.text, &keys, NOW).unwrap().opened;
        let (answer, problems) = parse(&saved.text, path).unwrap();
        assert_eq!(
            (answer.id.as_str(), answer.tags, problems),
            ("a1", vec!["a".into(), "b,c".into()], vec![])
        );
    }

    #[test]
    fn a_file_without_front_matter_gets_what_it_needs_and_an_odd_one_is_left_alone() {
        let (_folder, places) = home("# Text\n");
        let saved = link(&places, "answers/a.md", "# Text\n", "q", NOW).unwrap().opened;
        assert_eq!(saved.text, "---\nquestions: [q]\n---\n# Text\n");
        for odd in [
            "---\n{id: a, title: b}\n---\nBody",
            "---\nid: a\nquestions: {x: y}\n---\n",
            "---\nid: [\n---\n",
        ] {
            let (_folder, places) = home(odd);
            let refused = link(&places, "answers/a.md", odd, "q", NOW);
            assert!(matches!(refused, Err(NotSaved::Failed(_))), "{odd}");
            assert_eq!(fs::read_to_string(places.answers().join("a.md")).unwrap(), odd);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn what_yaml_reads_after_a_change_is_the_change_and_nothing_else(
            title in select(vec!["title: Old", "title: 'it''s: #1' # c", "title: >-\n  over\n  # two", "\"title\" : \"x\n  y\"", "# none"]),
            list in select(vec!["questions: [a, 'b']", "questions: [\n  a, # ]\n  b\n]", "questions:\n- a\n# c\n- \"b\"", "questions:\n  - a # x\n\n  - b", "#"]),
            other in select(vec!["note: |\n  title: in\n   # text\n", "deep:\n  questions: [z]\n  title: in", "lens: {a: ['}', \"]\"]}", "tags: [x, y] # [", "n: 1"]),
            end in select(vec!["\n", "\r\n"]),
            order in Just(vec![0, 1, 2, 3]).prop_shuffle(),
            new in "\\PC{0,10}",
        ) {
            let lines = [title, list, other, "id: abc"];
            let front: String = order.iter().map(|n| lines[*n].to_owned() + "\n").collect();
            let text = format!("---\n{front}---\nBody\n").replace('\n', end);
            let (before, problems) = parse(&text, "x.md").unwrap();
            let set = edited("x.md", &text, &["title"], |it| it.set_key("title", &Value::text(&new)), |_, _| true).unwrap();
            let linked = edited("x.md", &set, &["questions"], |it| it.add_item("questions", "new-1").map(drop), |_, _| true).unwrap();
            let (after, more) = parse(&linked, "x.md").unwrap();
            let ids = |answer: &Answer| answer.questions.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>();
            let named = if new.trim().is_empty() { "x" } else { new.trim() };
            prop_assert_eq!(after.title.as_str(), named, "an empty title is that of the file");
            prop_assert_eq!(ids(&after), [ids(&before), vec!["new-1".to_owned()]].concat());
            prop_assert_eq!((after.tags.clone(), after.body().to_owned(), more.len()), (before.tags.clone(), before.body().to_owned(), problems.len()));
            let unlinked = edited("x.md", &linked, &["questions"], |it| it.remove_item("questions", "a").map(drop), |_, _| true).unwrap();
            let (after, _) = parse(&unlinked, "x.md").unwrap();
            prop_assert!(!ids(&after).contains(&"a".to_owned()) && ids(&after).contains(&"new-1".to_owned()));
        }
    }
}
