//! The law of an import: every word of the source is in a file of the home that is read again, the copy left out.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::sources::{BANKS, NOTES_OF_KINDS, TABLES};
use super::*;

type Words = BTreeMap<String, usize>;

/// The words of a text, told apart by everything that is no letter and no digit.
fn words(text: &str) -> Words {
    let mut found = Words::new();
    for word in text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        *found.entry(word.to_lowercase()).or_default() += 1;
    }
    found
}

/// The words of notes: the signs and numbers in front of items and questions left out.
fn words_of_notes(text: &str) -> Words {
    let unmarked = |line: &str| {
        let said = line.trim_start_matches(|c: char| c.is_whitespace() || "#>=*-+•".contains(c));
        let asked = said
            .strip_prefix('Q')
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let said = asked.unwrap_or(said);
        let number = said.trim_start_matches(|c: char| c.is_ascii_digit());
        let mark = number.len() < said.len() && number.starts_with(['.', ')', ':', '\u{fe0f}']);
        (if mark { number } else { said }).to_owned()
    };
    let lines: Vec<String> = text.split(['\n', '\r']).map(unmarked).collect();
    words(&lines.join("\n"))
}

/// The values of a bank, and the numbers.
fn words_of_values(value: &serde_json::Value) -> Words {
    let mut text = String::new();
    let mut values = vec![value];
    while let Some(value) = values.pop() {
        match value {
            serde_json::Value::Array(list) => values.extend(list),
            serde_json::Value::Object(fields) => values.extend(fields.values()),
            serde_json::Value::String(said) => text.extend([said, "\n"]),
            serde_json::Value::Null => {}
            other => text.extend([&other.to_string(), "\n"]),
        }
    }
    words(&text)
}

/// The words of a home, each file read as the program reads it: what asks, what is told, interviews, remainders. A title
/// that is the question's adds none.
fn words_of_home(desk: &Desk) -> Words {
    let asked = desk.asked();
    let mut text = desk.rest().join("\n");
    for said in asked.iter().flatten() {
        text.extend(["\n", said]);
    }
    let known: Vec<String> = home(&desk.places())
        .library
        .questions()
        .iter()
        .map(|question| question.ask.clone())
        .collect();
    for (title, body) in desk.answers() {
        let own = !known.contains(&title);
        text.extend(["\n", if own { &title } else { "" }, "\n", &body]);
    }
    for interview in &home(&desk.places()).interviews {
        text.extend([
            "\n",
            &interview.company,
            "\n",
            &interview.role.clone().unwrap_or_default(),
        ]);
        let notes = interview.text.split_once("## Notes\n").map_or("", |(_, notes)| notes);
        text.extend(["\n", notes]);
    }
    words(&text)
}

/// What of some words is not among others.
fn missing(wanted: &Words, there: &Words) -> Words {
    let lacks = |(word, times): (&String, &usize)| {
        let short = times.saturating_sub(there.get(word).copied().unwrap_or(0));
        (short > 0).then(|| (word.clone(), short))
    };
    wanted.iter().filter_map(lacks).collect()
}

fn accounted(name: &str, text: &str, wanted: &Words) -> Desk {
    let desk = Desk::new();
    desk.bring(name, text);
    let there = words_of_home(&desk);
    assert_eq!(
        missing(wanted, &there),
        Words::new(),
        "missing of {name}: {text}\n{:#?}",
        desk.files()
    );
    let before = desk.files();
    desk.bring(name, text);
    assert_eq!(desk.files(), before, "a second time: {name}: {text}");
    desk
}

#[test]
fn every_word_of_notes_is_in_a_file_that_is_read_again() {
    for (name, text) in NOTES_OF_KINDS {
        accounted(
            name,
            text,
            &words_of_notes(
                &text
                    .replace("<details", "<")
                    .replace("details>", ">")
                    .replace("summary>", ">"),
            ),
        );
    }
}

#[test]
fn a_long_question_loses_nothing() {
    let text = format!("- How do you {}sail home at last?\n", "sail and row and ".repeat(400));
    accounted("long.md", &text, &words_of_notes(&text));
}

#[test]
fn every_cell_of_a_table_is_in_a_file_that_is_read_again() {
    for (name, text) in TABLES {
        let mut wanted = words(text);
        // The one cell that is the name of a category is the category of its question.
        wanted.remove("conflict");
        accounted(name, text, &wanted);
    }
}

#[test]
fn every_value_of_a_bank_is_in_a_file_that_is_read_again() {
    for (name, text) in BANKS {
        let values: Vec<serde_json::Value> = serde_json::Deserializer::from_str(text)
            .into_iter()
            .map(Result::unwrap)
            .collect();
        accounted(name, text, &words_of_values(&serde_json::Value::Array(values)));
    }
    accounted(
        "broken.json",
        "{\"question\": \"How do you sail?\",\n",
        &words("question How do you sail"),
    );
}

#[test]
fn what_stands_under_a_question_is_its_probe_or_left_over() {
    let desk = accounted(
        "tabs.txt",
        "How did you cross the strait alone?\n\tWhat did you learn there?\n\tTODO more\n",
        &words("how did you cross the strait alone what did you learn there todo more"),
    );
    assert_eq!(
        desk.asked(),
        [["How did you cross the strait alone?", "What did you learn there?"]]
    );
    assert_eq!(desk.rest(), ["\tTODO more"]);
}

#[test]
fn fields_beside_question_and_answer_are_left_over_under_their_names() {
    let desk = accounted(BANKS[0].0, BANKS[0].1, &Words::new());
    let rest = desk.rest();
    for line in [
        "answer_guidance: They want \"calm\".",
        "And knots.",
        "tags: wind",
        "difficulty: 3",
        "follow_up: What did you learn?",
        "meta > level: mate",
        "question: With oars, I mean.",
        "answer: twice",
    ] {
        assert!(rest.iter().any(|one| one == line), "{line}: {rest:#?}");
    }
    let desk = accounted(TABLES[0].0, TABLES[0].1, &Words::new());
    assert_eq!(
        desk.rest(),
        [
            "id,Topic,Question,My answer,Mood",
            "id: 1",
            "Mood: cold",
            "id: 2",
            "Topic: Ropes and knots"
        ]
    );
}

#[test]
fn a_line_counts_as_placed_only_where_all_its_words_are() {
    let figures = |name: &str, text: &str| {
        let desk = Desk::new();
        let (intake, prepared) = look(
            &desk.places(),
            &Source::File(desk.notes(name, text.as_bytes())),
            &Take::All.into(),
        )
        .unwrap();
        let coverage = &prepared.reading().coverage;
        assert_eq!(
            (coverage.nonblank, coverage.placed, coverage.in_part),
            (intake.nonblank, intake.placed, intake.in_part)
        );
        (intake.nonblank, intake.placed, intake.in_part, intake.remainder)
    };
    assert_eq!(
        figures(
            "a.txt",
            "How did you cross the strait alone?\n\tWhat did you learn there?\n\tTODO more\n"
        ),
        (3, 2, 0, vec![(3, 3)])
    );
    assert_eq!(
        figures(
            "a.csv",
            "question,mood\nHow did you cross the strait alone?,glad\nHow do you mend a sail?,\n"
        ),
        (3, 1, 1, vec![(1, 2)])
    );
    assert_eq!(
        figures(
            "a.json",
            "{\"question\": \"How did you cross the strait alone?\", \"mood\": \"glad\"}"
        ),
        (1, 0, 1, vec![(1, 1)])
    );
}

/// Lines that mean something to the importer, so that chance builds notes.
fn line() -> impl Strategy<Value = String> {
    let parts = vec![
        "",
        "",
        "# ",
        "## ",
        "- ",
        "\t- ",
        "  * ",
        "1. ",
        "> ",
        "-> ",
        "**",
        "(S) ",
        "Situation: ",
        "Result:",
        "Tell me about a storm",
        "How do you tie ropes?",
        " => ",
        "I sailed home and ",
        "---",
        "TODO",
        "???",
        "Questions to ask",
        "Tips",
        "Stories",
        "Key: ",
        "(or)",
        "`x`",
        "<b>",
        "|",
        "[map](https://sea.test) ",
        "é\u{301}",
        "Status: applied",
        "yesterday",
        " #sea",
    ];
    proptest::collection::vec(proptest::sample::select(parts), 0..5).prop_map(|parts| parts.concat())
}

#[test]
fn a_prompt_without_a_word_is_no_question() {
    for text in [
        "Questions to ask\n- # \n",
        "Questions to ask\n- ???\n- Why boats?\n",
        "# ?\n\n# Why boats?\n",
    ] {
        accounted("a.md", text, &words_of_notes(text));
    }
}

#[test]
fn the_end_of_a_title_is_held_once_and_a_line_of_signs_is_here_the_second_time() {
    for (name, text) in [
        ("a.md", "# Situation: (or)\n(or)\nTell me about a storm\n"),
        (
            "a.org",
            "# \n---\nTips\n\n???\nTell me about a storm[map](https://sea.test) Tell me about a storm",
        ),
    ] {
        accounted(name, text, &words_of_notes(text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn chance_loses_no_word(lines in proptest::collection::vec(line(), 0..24), end in proptest::sample::select(vec!["\n", "\r\n"])) {
        let text = lines.join(end);
        let tags = text.replace("<b>", " ");
        for name in ["a.md", "a.org"] {
            accounted(name, &text, &words_of_notes(&tags));
        }
    }
}
