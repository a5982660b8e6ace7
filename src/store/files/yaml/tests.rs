use super::node::{Is, Node};
use super::*;
use crate::domain::problem::Unread;
use crate::markup::lines::breaks;
use proptest::prelude::*;
use proptest::sample::select;
use serde::de::IgnoredAny;

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

/// Pieces that YAML-like texts are made of.
fn yaml_like() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "a",
        "b: ",
        "- ",
        "? ",
        ": ",
        ":",
        "&x",
        "*x",
        "& ",
        "* ",
        "*b*",
        "&",
        "*",
        "'",
        "\"",
        "\\",
        "[",
        "]",
        "{",
        "}",
        ", ",
        ",",
        "|",
        ">",
        "|-",
        "|2",
        "#",
        " # ",
        " ",
        "  ",
        "\n",
        "\n",
        "\n  ",
        "\n    ",
        "\n- ",
        "\n  - ",
        "\nk: ",
        "\n  k: ",
        "\n\n",
        "\t",
        "---\n",
        "...\n",
        "\n---\n",
        "!t ",
        "%",
        "é",
        "\r\n",
        "\r",
        "\u{85}",
        "\u{2028}",
        "ask: ",
        "title: ",
        "@",
        "x y",
        "''",
        "\"\"",
        "-",
        "?",
        "~",
        "\nk: |\n  ",
        "\nk: >-\n  ",
    ]);
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Where the parser finds an anchor or an alias: there a character that cannot begin a token is in its way.
fn anchors_of_the_parser(text: &str) -> Vec<usize> {
    let found = |at: &usize| {
        let mut other = text.to_owned();
        other.replace_range(*at..=*at, "@");
        let error = serde_yaml::from_str::<IgnoredAny>(&other).err();
        error.is_some_and(|error| {
            error
                .to_string()
                .starts_with("found character that cannot start any token")
                && error.location().is_some_and(|place| place.index() == *at)
        })
    };
    let marks = text.match_indices(['&', '*']).map(|(at, _)| at);
    marks.filter(found).collect()
}

/// How deep what the parser reads is nested.
fn depth(node: &Node) -> usize {
    match &node.is {
        Is::List(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Is::Map(pairs) => 1 + pairs.iter().map(|pair| depth(&pair.value)).max().unwrap_or(0),
        _ => 0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(4_000)))]

    #[test]
    fn the_scan_finds_an_anchor_where_the_parser_does_and_nowhere_else(text in yaml_like()) {
        let reads = match serde_yaml::from_str::<IgnoredAny>(&text) {
            Ok(_) => true,
            Err(error) => error.to_string().starts_with("unknown anchor"),
        };
        // An alias nobody knows ends the reading: what stands behind it has to be well-formed too.
        let plain = text.replace(['&', '*'], "x");
        if !reads || serde_yaml::from_str::<IgnoredAny>(&plain).is_err() {
            return Ok(());
        }
        let parsers = anchors_of_the_parser(&text);
        match scan::scan(&text) {
            // What stands before it may be words with a sign before them, as `*so`.
            Err((scan::Refused::Anchor, at)) => prop_assert!(parsers.contains(&at), "{:?}: {:?} {}", text, parsers, at),
            Ok(loose) => {
                let in_words = |at: &usize| loose.iter().any(|words| words.at.contains(at));
                prop_assert!(parsers.iter().all(in_words), "{:?}: {:?}", text, parsers);
            }
            Err(other) => prop_assert!(false, "{:?}: {:?}", text, other),
        }
    }

    #[test]
    fn what_the_parser_reads_stays_as_it_reads_it(text in yaml_like()) {
        let prose = text.contains("title: ") || text.contains("ask: ");
        let Ok(node) = node::parse(&text) else { return Ok(()) };
        if prose {
            return Ok(());
        }
        if let Ok(loose) = scan::scan(&text) {
            prop_assert!(loose.is_empty(), "{:?}: {:?}", text, loose);
        }
        prop_assert!(depth(&node) <= 24);
    }

    #[test]
    fn no_text_hinders_the_reading_and_the_lines_stay(text in yaml_like(), first in 1..9_usize) {
        match Page::read(&text, "f", first) {
            Ok(page) => prop_assert_eq!(breaks(&page.place.text), breaks(&text)),
            Err(problem) => {
                let line = problem.line.unwrap();
                prop_assert!(line >= first && line <= first + breaks(&text), "{:?}: {:?}", text, problem);
            }
        }
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

#[test]
fn an_odd_value_takes_its_key_away_and_no_other() {
    let text = "title: {a: b}\nrole: [a, b]\ntags: {a: b}\nlist: [a, [b], {c: d, e: f}]\nn: [1, 2]\ns: {}\nx: y\nx: z\nown: 1\nlast: here\n";
    let said = problems(text, |fields| {
        assert_eq!(
            (fields.text("title"), fields.text("role"), fields.text("x")),
            (None, None, Some("y".into()))
        );
        assert_eq!(
            (fields.tags("tags"), fields.texts("list")),
            (vec![], vec!["a".to_owned()])
        );
        assert_eq!((fields.number("n"), fields.switch("s")), (None, None));
        assert_eq!(fields.text("last").as_deref(), Some("here"));
    });
    let expected = [
        (1, "title holds keys of its own, and one text is wanted; it is left out"),
        (2, "role holds a list, and one text is wanted; it is left out"),
        (3, "tags holds keys of its own, and a list is wanted; it is left out"),
        (4, "an item of list is no text; it is left out"),
        (4, "an item of list is no text; it is left out"),
        (5, "n holds a list, and one text is wanted; it is left out"),
        (6, "s holds keys of its own, and one text is wanted; it is left out"),
        (8, "the key \"x\" is given twice; the one in line 7 holds"),
        (9, "the key \"own\" is not known here"),
    ];
    assert_eq!(said, expected.map(|(line, what)| (line, what.to_owned())));
}

#[test]
fn a_value_that_is_no_yaml_takes_its_key_away_and_says_what_to_type() {
    let text = "company: Acme\nrole: SRE: platform\ntitle: fixed: \"it's\" # 2\ntags: [a] b\nid: @x\nown: a: b\nrounds:\n  - kind: onsite\n    with: it's *her*: yes\n    state: done\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n")] {
        let mut page = Page::read(&text, "f", 1).unwrap();
        let mut fields = page.fields();
        assert_eq!(
            (fields.text("company").as_deref(), fields.text("role")),
            (Some("Acme"), None)
        );
        assert_eq!(fields.text("title").as_deref(), Some("fixed: \"it's\" # 2"));
        assert_eq!((fields.tags("tags"), fields.text("id")), (vec![], None));
        for entry in fields.entries("rounds") {
            let Entry::Keys(mut round) = entry else {
                unreachable!("keys")
            };
            assert_eq!(
                (round.text("kind").as_deref(), round.texts("with")),
                (Some("onsite"), vec![])
            );
            assert_eq!(round.text("state").as_deref(), Some("done"));
        }
        let said: Vec<(usize, String)> = page
            .problems(|_| false)
            .into_iter()
            .map(|problem| (problem.line.unwrap(), format!("{}. {}", problem.what, problem.remedy)))
            .collect();
        let expected = [
            (
                2,
                "role is SRE: platform, which wants quotes; it is left out. Write it in quotes: role: \"SRE: platform\"",
            ),
            (
                4,
                "tags goes on behind its bracket; it is left out. Take out what stands behind the bracket",
            ),
            (
                5,
                "id is @x, which wants quotes; it is left out. Write it in quotes: id: \"@x\"",
            ),
            (
                9,
                "with is it's *her*: yes, which wants quotes; it is left out. Write it in quotes: with: \"it's *her*: yes\"",
            ),
        ];
        assert_eq!(said, expected.map(|(line, what)| (line, what.to_owned())));
    }
}

#[test]
fn what_cannot_be_read_at_all_is_said_in_words_with_its_line() {
    for (text, line, what) in [
        ("a: 1\nb: [x\nc: 2\n", 2, "the list in brackets is not closed"),
        ("a: 1\nb: {x: y\nc: 2\n", 2, "the braces are not closed"),
        ("a: 1\nb: \"x\nc: 2\n", 2, "the quotes are not closed"),
        ("a: 1\nb:\n\t- x\n", 3, "a tab stands where only blanks may stand"),
        ("a: 1\n\tb: 2\n", 2, "a tab stands where only blanks may stand"),
        ("a: 1\njust words\n", 2, "a key stands here without a colon"),
        ("a: [\nb: 1\n", 1, "the list in brackets is not closed"),
        ("a: [\n", 1, "brackets are not closed, or hold what they may not"),
        (
            "a: \"C:\\new\\queue\"",
            1,
            "a backslash in double quotes begins a sign of YAML",
        ),
        ("a: 1\n  b: 2\n", 2, "a colon stands where none may stand"),
        (
            "a:\n    b: 1\n  c: 2\n",
            3,
            "this line does not go with the lines above it",
        ),
        ("a: 1\n---\nb: 2\n", 2, "the file goes on behind a line of ---"),
        ("{a: 1}\nb: 2\n", 1, "something stands behind the closing brace"),
        ("a: 1\n@b: 2\n", 2, "a value cannot begin with @"),
        ("- a\n- b\n", 1, "this is no list of keys with their values"),
        ("only words", 1, "this is no list of keys with their values"),
    ] {
        assert_eq!(refused(text), (line, what.to_owned()), "{text}");
        assert_eq!(
            Page::read(text, "f", 10).map(drop).unwrap_err().line,
            Some(line + 9),
            "{text}"
        );
    }
}

#[test]
fn a_file_of_a_later_format_is_refused_at_its_line() {
    for text in ["a: 1\nformat: 2\n", "a: 1\nformat: \"3\"\n", "format: 1\nformat: 4\n"] {
        let error = Page::read(text, "f", 1).map(drop).unwrap_err();
        assert_eq!((error.line, error.unread), (Some(2), Unread::Whole), "{text}");
        assert!(Page::read_any_format(text, "f", 1).is_ok());
    }
    for text in [
        "a: 1\nformat: 1\n",
        "a: 1\nb: {format: 2}\n",
        "a: 1\nformat: html\n",
        "a: 1 # format: 2\n",
    ] {
        assert!(Page::read(text, "f", 1).is_ok(), "{text}");
    }
}

#[test]
fn a_control_character_is_a_blank_and_named_with_its_line() {
    for text in [
        "a: 1\nb: x\u{1b}[31m\n",
        "a:\tx\r\nb: x\u{9b}é\r\n",
        "a: 1\nb: \"x\u{7}\"\n",
        "\u{feff}a: 1\nb: x\u{feff}\n",
    ] {
        let said = problems(text, |fields| {
            assert!(fields.text("b").unwrap().starts_with('x'));
            fields.text("a");
        });
        assert_eq!(
            said,
            [(2, "a control character; it is read as a blank".to_owned())],
            "{text:?}"
        );
    }
}

#[test]
fn one_entry_that_is_no_yaml_leaves_the_others() {
    let text = "# mine\ncategory: conflict\nquestions:\n  - id: a\n    ask: One?\n  - id: b\n    tags: [two\n\n  # three\n  - id: c\n    levels: \"three\n  - id: d\n    ask: Four?\ntags: [x]\n";
    for text in [
        text.to_owned(),
        text.replace('\n', "\r\n"),
        text.replace("  - ", "- ").replace("\n    ", "\n  "),
    ] {
        let mut page = Page::read_list(&text, "f", "questions").unwrap();
        let mut fields = page.fields();
        let ids: Vec<Option<String>> = fields
            .entries("questions")
            .into_iter()
            .map(|entry| match entry {
                Entry::Keys(mut fields) => {
                    fields.text("ask");
                    fields.tags("tags");
                    fields.words("levels");
                    fields.text("id")
                }
                Entry::Words(_) => None,
            })
            .collect();
        assert_eq!(ids, [Some("a".to_owned()), Some("d".to_owned())]);
        assert_eq!(
            (fields.tags("tags"), fields.text("category")),
            (vec!["x".to_owned()], Some("conflict".to_owned()))
        );
        let said: Vec<(Option<usize>, String)> =
            page.problems(|_| true).into_iter().map(|p| (p.line, p.what)).collect();
        assert_eq!(
            said,
            [
                (Some(7), "the list in brackets is not closed".to_owned()),
                (Some(11), "the quotes are not closed".to_owned())
            ]
        );
        assert_eq!(page.line_of_path("questions.1.ask"), 13);
    }
    let broken = Page::read_list("category: [\nquestions:\n  - id: a\n", "f", "questions").map(drop);
    assert_eq!(broken.unwrap_err().line, Some(3));
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
