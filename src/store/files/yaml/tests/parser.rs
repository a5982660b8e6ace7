//! The scan beside the parser, over texts drawn at random.

use super::*;
use proptest::prelude::*;
use proptest::sample::select;

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
            Err((scan::Refused::Anchor, at)) => {
                let words = text[..at].replace(['&', '*'], "x") + &text[at..];
                let found = parsers.contains(&at) || anchors_of_the_parser(&words).contains(&at);
                prop_assert!(found, "{:?}: {:?} {}", text, parsers, at);
            }
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
