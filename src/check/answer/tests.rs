use proptest::prelude::*;

use super::*;
use crate::check::codes::Rule;
use crate::domain::answer::Kind;
use crate::domain::category::Category;

fn draft(text: &str) -> Draft<'_> {
    Draft {
        text,
        body: 0,
        kind: Kind::Story,
        category: Some(Category::Conflict),
        serves: vec![Category::Failure],
        allow: Vec::new(),
        speak: 120,
        pace: 140,
    }
}

fn private() -> Private {
    Private::of(&["Hooli".to_owned(), "面接".to_owned()], &[])
}

fn rules_in(text: &str) -> Vec<Rule> {
    marks(&draft(text), &private())
        .into_iter()
        .map(|mark| mark.rule)
        .collect()
}

/// Pieces of which texts are made that meet every rule.
const PIECES: [&str; 44] = [
    "\n",
    "\r\n",
    "\r",
    "\n\n",
    " ",
    "\t",
    "- ",
    "1. ",
    "## Action",
    "## Result",
    "## Situation",
    "**Task:** ",
    "**Result**",
    "I ",
    "we ",
    "the ",
    "was decided ",
    "because",
    "...",
    "…",
    "TODO",
    "???",
    ",",
    ".",
    "?",
    "from 19.5 seconds ",
    "to 5 ",
    "400 % ",
    "faster ",
    "$1.5 million ",
    "→ ",
    "two-day ",
    "significantly reduced ",
    "his fault ",
    "sort of ",
    "面接の結果",
    "İ",
    "é\u{301}",
    "Hooli",
    "a@b.example.org ",
    "10.0.0.1 ",
    "```\n",
    "| a |",
    "\u{2028}",
];

fn texts() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn whatever_is_typed_every_mark_is_a_stretch_of_it(made in texts(), any in any::<String>()) {
        for text in [made, any] {
            let found = marks(&draft(&text), &private());
            for mark in &found {
                prop_assert!(text.get(mark.bytes.clone()).is_some(), "{text:?}: {mark:?}");
            }
            prop_assert!(found.windows(2).all(|pair| pair[0].bytes.start <= pair[1].bytes.start));
            let lines = LineStarts::of(&text);
            for mark in found {
                let span = lines.span(&mark.bytes);
                prop_assert!(span.line >= 1 && span.column >= 1);
                prop_assert!((span.line, span.column) <= (span.end_line, span.end_column));
            }
        }
    }

    #[test]
    fn what_ends_a_line_makes_no_difference(text in texts()) {
        let plain = text.replace("\r\n", "\n").replace(['\r', '\u{2028}'], "\n");
        prop_assert_eq!(rules_in(&plain.replace('\n', "\r\n")), rules_in(&plain));
    }
}

#[test]
fn a_story_in_japanese_is_measured_by_its_characters_and_read_by_no_english_rule() {
    let scene = "二つのチームが一つの期限を分け合い、どちらも毎週遅れていた。".repeat(6);
    let text = format!("## Situation\n{scene}\n## Action\n- **両方に聞いた**\n## Result\nうまくいった。\n");
    let found = marks(&draft(&text), &private());
    let scene = found
        .iter()
        .find(|mark| mark.rule == Rule::SceneLong)
        .map(|mark| mark.what.as_str());
    assert_eq!(scene, Some("Situation takes 93 % of the characters; 30 are enough"));
    assert!(
        found.iter().all(|mark| mark.rule.code().tongue == Tongue::Any),
        "{found:?}"
    );
    let open = "## Situation\n締め切りが、\n## Action\n聞いた。\n## Result\n間に合った。\n";
    assert!(rules_in(open).contains(&Rule::CutOff));
}

#[test]
fn a_story_in_german_is_read_by_no_english_rule() {
    let text = "## Situation\nWir hatten 5 Tage und basically keinen Plan, was\n## Action\n- **ich habe beide gefragt**, und dann war die Frage, ob sie es so will\n\
                ## Result\nAm Ende war es gut, und alle waren zufrieden damit. Von 20 Minuten auf 4 Minuten: 500 % schneller.\n";
    assert_eq!(rules_in(text), [Rule::AnswerShort]);
}
