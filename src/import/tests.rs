use proptest::prelude::*;

use super::*;
use crate::import::lines::source;

fn covered(reading: &Reading, lines: &[&str]) -> bool {
    let inside = |at: usize| {
        reading
            .items
            .iter()
            .any(|item| item.lines.0 <= at && at <= item.lines.1)
            || reading.coverage.remainder.iter().any(|run| run.0 <= at && at <= run.1)
    };
    lines
        .iter()
        .enumerate()
        .all(|(n, line)| source::blank(line) || inside(n + 1))
}

fn sound(name: &str, bytes: &[u8]) {
    let reading = read(name, bytes);
    let spans = spans(&reading.text);
    let lines: Vec<&str> = spans.iter().map(|(start, end)| &reading.text[*start..*end]).collect();
    assert!(covered(&reading, &lines), "{name}: {reading:?}");
    for (n, item) in reading.items.iter().enumerate() {
        assert!(
            1 <= item.lines.0 && item.lines.0 <= item.lines.1 && item.lines.1 <= lines.len(),
            "{item:?}"
        );
        assert!(
            item.answers
                .iter()
                .all(|to| *to < n && reading.items[*to].kind == ItemKind::Question),
            "{item:?}"
        );
        assert!(
            item.unfinished.iter().all(|line| (1..=lines.len()).contains(line)),
            "{item:?}"
        );
        let body = reading.body(item);
        if matches!(item.body, Body::Lines(_)) {
            assert!(reading.text.contains(&body), "{item:?}");
        }
    }
    drop(report::to_json(&[reading]));
}

/// Lines that mean something to the importer, so that chance builds notes and not noise.
fn line() -> impl Strategy<Value = String> {
    let parts = [
        "",
        "# ",
        "## ",
        "- ",
        "\t- ",
        "  * ",
        "1. ",
        "12) ",
        "> ",
        "-> ",
        "**",
        "(S) ",
        "(R)",
        "Situation: ",
        "Result:",
        "Tell me about a storm",
        "Why boats?",
        " => ",
        "the ",
        "I sailed and ",
        "will",
        "---",
        "=====",
        "TODO",
        "???",
        "Questions to ask",
        "Tips",
        "Stories",
        "Key: ",
        "\u{a0}",
        "\t\t",
        "é",
        "(or)",
        "* ",
        "\"",
        ",",
        "{",
        "[",
        "}",
        "]",
        ":",
        "\\",
        "```",
        "|",
        "\r",
    ];
    proptest::collection::vec(proptest::sample::select(parts.to_vec()), 0..6).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn any_bytes_are_read_and_no_line_is_lost(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for name in ["a.txt", "a.md", "a.org", "a.csv", "a.json", "a"] {
            sound(name, &bytes);
        }
    }

    #[test]
    fn any_notes_are_read_and_no_line_is_lost(lines in proptest::collection::vec(line(), 0..40), end in proptest::sample::select(vec!["\n", "\r\n", "\r"])) {
        let text = lines.join(end);
        for name in ["a.txt", "a.org", "a.csv", "a.tsv", "a.json"] {
            sound(name, text.as_bytes());
        }
    }

    #[test]
    fn any_text_has_unfinished_places_only_on_its_own_lines(text in "[ -~\n\t…é#*]{0,200}") {
        let count = text.lines().count();
        prop_assert!(unfinished(&text).iter().all(|place| (1..=count).contains(&place.line)));
    }
}

#[test]
fn a_quote_open_to_the_end_of_a_table_stays_on_its_lines() {
    sound("a.csv", b"\"\nTell me about a storm\n\n\"\"\n");
}

#[test]
fn line_ends_stay_as_they_were() {
    let reading = read("a.md", b"# Why boats?\r\nI like water.\r\nIt is calm.\r\n");
    assert_eq!(reading.items[1].kind, ItemKind::Point);
    assert_eq!(reading.body(&reading.items[1]), "I like water.\r\nIt is calm.\r\n");
}

#[test]
fn a_file_too_large_or_no_text_is_a_problem_and_nothing_else() {
    for bytes in [vec![b'a'; LIMIT + 1], b"%PDF-1.7 ...".to_vec()] {
        let reading = read("a.txt", &bytes);
        assert!(reading.items.is_empty());
        assert_eq!(reading.problems.len(), 1);
    }
}

#[test]
fn broken_json_is_said_and_read_as_notes() {
    let reading = read("bank.json", b"{\n \"question\": \"Why boats?\"\n");
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(reading.coverage.nonblank, 2);
}

#[test]
fn shapes_that_could_cost_much_stay_cheap() {
    let stairs: String = (0..800).map(|n| format!("{}- x\n", " ".repeat(n))).collect();
    let shapes = [
        "Why boats? ".repeat(10_000),
        "- a\n".repeat(6_000),
        stairs,
        "Key:\n".repeat(6_000),
        "(S) ".repeat(10_000),
        "\"\n".repeat(6_000),
        "# \n".repeat(6_000),
        "[".repeat(20_000),
    ];
    for shape in shapes {
        for name in ["a.md", "a.csv", "a.json"] {
            sound_fast(name, shape.as_bytes());
        }
    }
}

fn sound_fast(name: &str, bytes: &[u8]) {
    let reading = read(name, bytes);
    assert!(reading.coverage.placed <= reading.coverage.nonblank);
}

#[test]
fn a_probe_in_two_lines_is_within_the_lines_of_its_question() {
    let reading = read("a.txt", "Tell me about a storm\n1. (or)\n???- \nTODO".as_bytes());
    assert_eq!(reading.items[0].probes, ["(or) ???-"]);
    assert_eq!(reading.items[0].lines, (1, 3));
}
