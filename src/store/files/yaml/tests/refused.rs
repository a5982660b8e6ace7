//! What cannot be read: which key it takes away, its line, what to type.

use super::*;

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
