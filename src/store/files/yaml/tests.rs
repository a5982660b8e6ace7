use super::node::{Is, Node};
use super::*;
use crate::domain::problem::Unread;
use crate::markup::lines::breaks;
use serde::de::IgnoredAny;

mod parser;
mod refused;

fn problems(text: &str, take: impl FnOnce(&mut Fields)) -> Vec<(usize, String)> {
    let mut page = Page::read(text, "f", 1).unwrap();
    take(&mut page.fields());
    let said = page.problems(|_| true).into_iter();
    said.map(|problem| (problem.line.unwrap(), problem.what)).collect()
}

fn refused(text: &str) -> (usize, String) {
    let problem = Page::read(text, "f", 1).map(drop).unwrap_err();
    (problem.line.unwrap(), problem.what)
}

#[test]
fn anchors_and_aliases_are_refused_where_the_parser_finds_them() {
    for text in [
        "a: &x 1",
        "- *x",
        "a: [*x]",
        "b: {c: &d 1}",
        "*x",
        "a:\n  &x b: 1",
        "a: !t &x 1",
        "a: 'b'\nc: *x # d",
        "a: |\n text\nb: *x",
        "- &x",
        "\"a\": &x y",
        "? &x a\n: b",
        "a: text\n  more\nb: *x",
        "a: b\n---\n*x",
    ] {
        assert_eq!(refused(text).1, "anchors and aliases (& and *) are not read", "{text}");
    }
    for text in [
        "ask: R&D and C*",
        "a: '*x'",
        "a: \"&x *y\"",
        "# &a *b",
        "a: b & c",
        "a: 2 * 3",
        "a: one, *two, &three",
        "a: \"a plan that was, *in hindsight*, wrong\"",
        "a: 'it''s: *x'",
        "a: \"x \\\" *y\"",
        "a: |-\n  Choose:\n  * one\n  *two\n  - *three\n\n  &four",
        "a: >\n   *x\n\n   [*y, &z\nb: c",
        "a: |2\n   *x\n  *y",
        "- |\n *x\n- plain\n  *more*\n  &more",
        "a:\n  - text, *x\n  - 'q', *x",
        "a: b # *x\nc: d",
        "a: [b *c, d &e]",
        "a: x\n  *y\nb: z",
        "a: *bold* words",
        "a: & co",
        "- * item",
        "title: *x",
    ] {
        assert!(scan::scan(text).is_ok(), "{text}");
    }
}

#[test]
fn deep_nesting_of_every_kind_is_found_with_its_line_and_brackets_in_a_text_are_none() {
    let indents: String = (0..100).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    for text in [
        format!("a: 1\nb: {}", "[".repeat(1_000_000)),
        format!("a: 1\nb: {}", "{a: ".repeat(100_000)),
        format!("a: 1\nb: {}", "[\"]\", ".repeat(100_000)),
        format!("a:\n{}x", "- ".repeat(1_000_000)),
        format!("a:\n{}x", "? ".repeat(1_000_000)),
        indents,
    ] {
        let (line, what) = refused(&text);
        assert!(line >= 2 && what == "nested deeper than 64 levels", "{line}: {what}");
    }
    let stairs: String = (1..100).map(|n| format!("{}[\n", " ".repeat(n))).collect();
    for text in [
        format!("a: \"{}\"", "[".repeat(200)),
        format!("a: '{}'", "{ ".repeat(200)),
        format!("a: x {}", "[ ".repeat(200)),
        format!("a: |\n{stairs}b: 1"),
        format!("# {}\na: 1", "[".repeat(200)),
        format!("a: b {}", "- ".repeat(200)),
        (0..200).map(|n| format!("k{n}: [{{a: b}}]\n")).collect::<String>(),
    ] {
        assert!(Page::read(&text, "f", 1).is_ok(), "{text}");
    }
}

#[test]
fn words_that_want_quotes_are_read_as_they_are_written() {
    for (value, text) in [
        ("The queue: a story", "The queue: a story"),
        ("fixed #42", "fixed #42"),
        ("it's: \"so\"", "it's: \"so\""),
        ("\"The queue\" that waited # long", "\"The queue\" that waited # long"),
        ("The queue:\n  a story", "The queue: a story"),
        ("*bold*", "*bold*"),
        ("\"a: b\" # why", "a: b"),
        ("1.10", "1.10"),
        ("'007'", "007"),
        ("[one]", "one"),
        ("yes", "yes"),
        (">-\n  two\n  lines", "two lines"),
        ("é @ü", "é @ü"),
        ("!important", "!important"),
    ] {
        for text_of in [
            format!("title: {value}\nnext: 1\n"),
            format!("title: {value}").replace('\n', "\r\n"),
        ] {
            let mut page = Page::read(&text_of, "f", 1).unwrap();
            let mut fields = page.fields();
            assert_eq!(fields.text("title").as_deref(), Some(text), "{text_of}");
            let next = fields.number("next");
            assert!(next == Some(1) || !text_of.contains("next"), "{text_of}");
            assert_eq!(page.problems(|_| true), [], "{text_of}");
        }
    }
}

#[test]
fn one_word_is_a_list_a_quoted_number_a_number_and_yes_is_on() {
    for (value, words, tags, texts) in [
        ("a, b", vec!["a", "b"], vec!["a", "b"], vec!["a, b"]),
        ("a b", vec!["a b"], vec!["a", "b"], vec!["a b"]),
        (
            "[a b, \"c,d\"]",
            vec!["a b", "c,d"],
            vec!["a b", "c,d"],
            vec!["a b", "c,d"],
        ),
        ("\"#a, #b\"", vec!["#a", "#b"], vec!["a", "b"], vec!["#a, #b"]),
        (
            "\n  - a: b\n  - 7\n  -\n  - 'c'",
            vec!["a: b", "7", "c"],
            vec!["a: b", "7", "c"],
            vec!["a: b", "7", "c"],
        ),
        ("", vec![], vec![], vec![]),
        ("[]", vec![], vec![], vec![]),
        ("~", vec![], vec![], vec![]),
        ("2024", vec!["2024"], vec!["2024"], vec!["2024"]),
    ] {
        let mut page = Page::read(&format!("w: {value}\nt: {value}\nx: {value}\n"), "f", 1).unwrap();
        let mut fields = page.fields();
        assert_eq!(
            (fields.words("w"), fields.tags("t"), fields.texts("x")),
            (
                words.into_iter().map(str::to_owned).collect(),
                tags.into_iter().map(str::to_owned).collect(),
                texts.into_iter().map(str::to_owned).collect()
            ),
            "{value}"
        );
        assert_eq!(page.problems(|_| true), [], "{value}");
    }
    for (value, number) in [
        ("20", Some(20)),
        ("\"20\"", Some(20)),
        ("'20 '", Some(20)),
        ("20.0", Some(20)),
        ("[20]", Some(20)),
        ("soon", None),
        ("-1", None),
        ("2.5", None),
        ("", None),
    ] {
        let mut page = Page::read(&format!("n: {value}"), "f", 1).unwrap();
        assert_eq!(page.fields().number("n"), number, "{value}");
        assert_eq!(
            page.problems(|_| true).is_empty(),
            number.is_some() || value.is_empty(),
            "{value}"
        );
    }
    for (value, on) in [
        ("on", Some(true)),
        ("Yes", Some(true)),
        ("\"true\"", Some(true)),
        ("off", Some(false)),
        ("NO", Some(false)),
        ("false", Some(false)),
        ("0", Some(false)),
        ("loud", None),
    ] {
        let mut page = Page::read(&format!("s: {value}"), "f", 1).unwrap();
        assert_eq!(page.fields().switch("s"), on, "{value}");
        assert_eq!(page.problems(|_| true).is_empty(), on.is_some(), "{value}");
    }
}

const TEXT: &str = "\
# a bank
category: conflict
about: >-
  questions: none here
  - nor here

tags: [a,
  b]
questions:
- id: one
  ask: \"What: now?
    and more: text\"
  probes:
    - ask: First?
      when: result

    - when: action
      ask: Second?
    - {ask: Third?, when: task}
  listen_for:
    - plain
    - text: no, a mapping
    -
      more: x
    - \"an \\\"escape\\\"\"
    - |
      a block
- - id: deep
  - 'quoted key' : 1
-   id: far
    \"ask\":
      later
extra:
  deeper:
    deepest: 1
last: 1
";

#[test]
fn every_key_and_entry_has_its_line() {
    for (text, more) in [
        (TEXT.to_owned(), 0),
        (format!("\u{feff}{}", TEXT.replace('\n', "\r\n")), 0),
        (TEXT.replace('\n', "\r"), 0),
    ] {
        let page = Page::read(&text, "f", 1 + more).unwrap();
        for (path, line) in [
            ("category", 2),
            ("about", 3),
            ("tags", 7),
            ("tags.1", 8),
            ("questions", 9),
            ("questions.0", 10),
            ("questions.0.id", 10),
            ("questions.0.ask", 11),
            ("questions.0.probes", 13),
            ("questions.0.probes.0.when", 15),
            ("questions.0.probes.1", 17),
            ("questions.0.probes.1.ask", 18),
            ("questions.0.probes.2.when", 19),
            ("questions.0.listen_for.0", 21),
            ("questions.0.listen_for.1.text", 22),
            ("questions.0.listen_for.2.more", 24),
            ("questions.0.listen_for.3", 25),
            ("questions.0.listen_for.4", 26),
            ("questions.1.0.id", 28),
            ("questions.1.1.quoted key", 29),
            ("questions.2.id", 30),
            ("questions.2.ask", 31),
            ("extra.deeper.deepest", 35),
            ("last", 36),
            ("questions.0.levels", 10),
            ("questions.7.ask", 9),
            ("nothing", 1),
        ] {
            assert_eq!(page.line_of_path(path), line, "{path}");
        }
    }
}

#[test]
fn words_in_quotes_leave_the_lines_behind_them_where_they_are() {
    let text = "\nk: b: \r &x\nk: |\n  ";
    let page = Page::read(text, "f", 1);
    let lines = page
        .map(|page| breaks(&page.place.text))
        .map_err(|problem| problem.line);
    assert_eq!(lines, Ok(breaks(text)));
}
