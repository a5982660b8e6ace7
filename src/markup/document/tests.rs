use super::*;
use crate::markup::lines::content;
use crate::markup::scalar::unquoted;
use proptest::prelude::*;

/// A generated file, in the nodes it was made of.
#[derive(Clone, Debug)]
struct Made {
    mark: &'static str,
    entries: Vec<(Option<&'static str>, String)>,
    body: String,
}

impl Made {
    fn text(&self) -> String {
        let (before, _, after) = self.around(None);
        before + &after
    }

    /// The text before the entry of a key, that entry, and the text after it.
    fn around(&self, key: Option<&str>) -> (String, String, String) {
        let mut parts = (self.mark.to_owned(), String::new(), String::new());
        for (own, text) in &self.entries {
            if key.is_some() && *own == key {
                parts.1.push_str(text);
            } else if parts.1.is_empty() {
                parts.0.push_str(text);
            } else {
                parts.2.push_str(text);
            }
        }
        let last = if parts.1.is_empty() { &mut parts.0 } else { &mut parts.2 };
        last.push_str(&self.body);
        parts
    }
}

fn line_end() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("\n"), Just("\r\n")]
}

fn lines(text: &str, ends: &[&str]) -> String {
    let lines = text.split('\n').enumerate();
    lines
        .map(|(n, line)| format!("{line}{}", ends[n % ends.len()]))
        .collect()
}

fn made() -> impl Strategy<Value = Made> {
    const TITLES: [&str; 6] = [
        "title: The queue",
        "title:  'it''s: #1'  # mine",
        "title: \"a\\\"b\" # c",
        "title: >-\n  over\n\n  two",
        "title: # none\n  below",
        "title: Don't [stop]",
    ];
    const LISTS: [&str; 6] = [
        "questions: [a, b-c]",
        "questions: [\n  a, # x ]\n  'b]c',\n]",
        "questions:\n- a\n# in\n- b",
        "questions:\n  - a # x\n\n  - \"b\"",
        "questions: [] # none",
        "\"questions\" : [a]",
    ];
    const OTHERS: [&str; 6] = [
        "lens: {a: [1, '}']}",
        "# title: no",
        "",
        "note: |\n  title: inside\n  # not a comment\n\n  - more",
        "deep:\n  title: inner\n  questions: [x]",
        "# [not] in \"it",
    ];
    let entry = |lists: [&'static str; 6]| proptest::sample::select(lists.to_vec());
    let ends = proptest::collection::vec(line_end(), 1..4);
    let body = proptest::collection::vec(("[a-c #—🎉-]{0,6}", line_end()), 0..8);
    let front = (entry(TITLES), entry(LISTS), entry(OTHERS), entry(OTHERS), 0..6_u8);
    (front, ends, body, any::<bool>(), any::<bool>()).prop_map(
        |((title, list, one, two, order), ends, body, mark, whole)| {
            let mut entries = vec![(Some("title"), title), (Some("questions"), list)];
            entries.insert(usize::from(order % 3), (None, one));
            entries.insert(usize::from(order % 2), (None, two));
            entries.insert(0, (None, "---"));
            entries.push((None, "---"));
            let mut body: String = body.into_iter().map(|(line, end)| line + end).collect();
            if !whole {
                body.truncate(content(&body).len());
            }
            Made {
                mark: if mark { "\u{feff}" } else { "" },
                entries: entries
                    .into_iter()
                    .map(|(key, text)| (key, lines(text, &ends)))
                    .collect(),
                body,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_500))]

    #[test]
    fn a_text_taken_apart_is_the_same_text(text in "(\u{feff})?(---\r?\n)?([a-c:#\\[\\]'\"|> -]{0,8}\r?\n){0,9}(---(\r?\n)?)?[a\r\n]{0,4}", made in made()) {
        for text in [text, made.text()] {
            let mut document = Document::parse(&text);
            prop_assert_eq!(document.text(), text.clone());
            let body = document.editor_body();
            document.set_body(&body);
            prop_assert_eq!(document.text(), text);
        }
    }

    #[test]
    fn setting_a_key_touches_only_its_lines(made in made(), title in ".{0,12}", list in any::<bool>()) {
        let key = if list { "questions" } else { "title" };
        let value = if list { Value::list([title.as_str(), "z"]) } else { Value::text(&title) };
        let mut document = Document::parse(&made.text());
        document.set_key(key, &value).unwrap();
        let (before, old, after) = made.around(Some(key));
        let text = document.text();
        prop_assert!(text.starts_with(&before) && text.ends_with(&after) && text.len() >= before.len() + after.len());
        let line = &text[before.len()..text.len() - after.len()];
        prop_assert!(line.contains(value.as_str()) && line.matches('\n').count() == 1, "{:?}", line);
        prop_assert_eq!(ending(line), ending(old.split_inclusive('\n').next().unwrap()));
        prop_assert_eq!(document.raw(key).map(unquoted), Some(unquoted(value.as_str())));
        prop_assert!(document.remove_key(key));
        prop_assert_eq!(document.text(), before + &after);
    }

    #[test]
    fn a_change_is_the_same_whatever_ends_the_lines(made in made(), close in proptest::sample::select(vec!["---", "..."]), title in "[a-c:# ]{0,8}", typed in "[a-c #-]{0,4}(\n[a-c #-]{0,4}){0,3}\n?") {
        let text = made.text().replace("\r\n", "\n").replacen("\n---\n", &format!("\n{close}\n"), 1);
        let changed = |text: &str| {
            let mut document = Document::parse(text);
            document.set_key("title", &Value::text(&title)).unwrap();
            document.set_key("new", &Value::text(&title)).unwrap();
            document.add_item("questions", "new-one").unwrap();
            let body = document.editor_body();
            document.set_body(&format!("{typed}\n{body}{typed}"));
            (document.editor_body(), document.text())
        };
        let (body, expected) = changed(&text);
        for end in ["\r\n", "\r", "\u{85}", "\u{2028}", "\u{2029}"] {
            let (other, text) = changed(&text.replace('\n', end));
            prop_assert_eq!(&other, &body);
            prop_assert_eq!(text, expected.replace('\n', end));
        }
    }

    #[test]
    fn linking_and_unlinking_touch_only_the_list(made in made()) {
        let mut document = Document::parse(&made.text());
        prop_assert!(document.add_item("questions", "new-one").unwrap());
        prop_assert!(!document.add_item("questions", "new-one").unwrap());
        let (before, _, after) = made.around(Some("questions"));
        let text = document.text();
        prop_assert!(text.starts_with(&before) && text.ends_with(&after));
        prop_assert!(Document::parse(&text).remove_item("questions", "new-one").unwrap());
        document.remove_item("questions", "new-one").unwrap();
        prop_assert_eq!(document.text(), made.text());
    }

    #[test]
    fn an_edited_body_is_read_as_typed_and_other_lines_keep_their_bytes(made in made(), at in 0..9_usize, typed in "[a-d-]{0,3}(\n[a-d-]{0,3}){0,2}\n?", front in any::<bool>()) {
        let text = if front { made.text() } else { made.mark.to_owned() + &made.body };
        let mut document = Document::parse(&text);
        let start = text.len() - document.body().len();
        let old: Vec<String> = document.body().split_inclusive('\n').map(str::to_owned).collect();
        let mut body: Vec<String> = document.editor_body().split_inclusive('\n').map(str::to_owned).collect();
        let at = at.min(body.len());
        body.insert(at, typed.clone());
        let body = body.concat();
        document.set_body(&body);
        prop_assert_eq!(document.editor_body(), body);
        prop_assert_eq!(Document::parse(&document.text()), document.clone());
        let text_after = document.text();
        prop_assert!(text_after.starts_with(&text[..start]) || !front);
        let kept: String = old[..at].concat();
        prop_assert!(document.body().starts_with(kept.trim_end_matches(['\r', '\n'])));
        if typed.ends_with('\n') && document.line_end() == "\n" && !document.body().contains('\r') {
            prop_assert!(document.body().ends_with(&old[at..].concat()));
        }
    }
}

#[test]
fn a_file_without_front_matter_gets_one_when_it_needs_it() {
    let mut document = Document::parse("\u{feff}Text\r\n");
    document.set_key("title", &Value::text("A: b")).unwrap();
    assert_eq!(document.text(), "\u{feff}---\r\ntitle: \"A: b\"\r\n---\r\nText\r\n");
    let mut document = Document::parse("Text");
    document.set_body("---\nid: x\n---\nText");
    assert_eq!(document.text(), "---\n---\n---\nid: x\n---\nText");
    assert_eq!(Document::parse(&document.text()).editor_body(), "---\nid: x\n---\nText");
    let mut document = Document::parse("---\nid: a\n---");
    document.set_body("x");
    assert_eq!(document.text(), "---\nid: a\n---\nx");
}

#[test]
fn odd_front_matter_is_left_alone() {
    let text = "---\n{id: a, title: b}\n---\nBody";
    let mut document = Document::parse(text);
    assert_eq!(document.set_key("title", &Value::text("c")), Err(UnsupportedYaml));
    assert_eq!(document.add_item("questions", "q"), Err(UnsupportedYaml));
    assert_eq!(document.text(), text);
}
