use super::*;
use crate::domain::category::Category;
use crate::domain::import_review::script;
use crate::import::read;

fn put_right(text: &str, corrections: &str) -> Vec<String> {
    let reading = reviewed(
        read("a.txt", text.as_bytes()),
        &[],
        &script(corrections).unwrap_or_default(),
    );
    let said = |item: &Item| {
        let answers: String = item.answers.iter().map(|to| format!(" to {to}")).collect();
        format!(
            "{} {}-{}{answers}: {}",
            item.kind.id(),
            item.lines.0,
            item.lines.1,
            item.title.as_deref().unwrap_or("-")
        )
    };
    reading.items.iter().map(said).collect()
}

const TOPICS: &str = "-- the mate and the tiller\nWe both wanted it. I gave it away and he thanked me.\n\n-- a leak\nI found the seam and caulked it.\n\n-- fog\n";

#[test]
fn one_correction_goes_for_all_lines_of_its_kind() {
    assert_eq!(
        put_right(TOPICS, "1 like question"),
        [
            "question 1-1: the mate and the tiller",
            "story 2-2 to 0: -",
            "question 4-4: a leak",
            "story 5-5 to 2: -",
            "question 7-7: fog"
        ]
    );
}

#[test]
fn a_line_is_split_off_and_joined_again() {
    let text = "# Leith\nI saw water in the hold and I found the seam.\nThe cook was ill that day and I cooked.\n";
    let split = put_right(text, "3 story");
    assert_eq!(split.len(), 2, "{split:?}");
    assert_eq!(put_right(text, "3 story\n3 text"), put_right(text, ""));
}

#[test]
fn title_category_question_and_leaving_out_are_corrections_of_one_item() {
    let found = put_right(
        TOPICS,
        "1 like question\n1 title The tiller\n5 answers nothing\n7 leave",
    );
    assert_eq!(found[0], "question 1-1: The tiller");
    assert!(found[3].starts_with("story 5-5: "));
    assert!(found[4].starts_with("note 7-7"));
    let sorted = reviewed(
        read("a.txt", TOPICS.as_bytes()),
        &[],
        &[
            Correction::Is(1, Is::Question, Reach::Line),
            Correction::Category(1, Category::Conflict),
        ],
    );
    assert_eq!(
        (sorted.items[0].category, sorted.items[0].guessed),
        (Category::Conflict, false)
    );
}

#[test]
fn a_rule_goes_for_another_file_of_the_same_kind() {
    let first = read("a.txt", TOPICS.as_bytes());
    let rules = rules(&first, &[Correction::Is(1, Is::Question, Reach::Like)]);
    let other = "-- the anchor\nI weighed it alone once.\n";
    let found = reviewed(read("b.txt", other.as_bytes()), &rules, &[]);
    assert_eq!(found.items[0].kind, ItemKind::Question);
}

#[test]
fn no_correction_loses_a_line_or_breaks_a_link() {
    let text =
        format!("{TOPICS}\n# More\n- Why boats?\n  - water\n1. Tell me about a storm\nS: wind\nA: I reefed\nR: home\n");
    for line in 1..=16 {
        for (is, _) in Is::ALL {
            for reach in [Reach::Line, Reach::Like] {
                let reading = reviewed(read("a.md", text.as_bytes()), &[], &[Correction::Is(line, is, reach)]);
                for (at, item) in reading.items.iter().enumerate() {
                    assert!(
                        item.lines.0 <= item.lines.1 && item.lines.1 <= 16,
                        "{line} {is:?}: {item:?}"
                    );
                    assert!(
                        item.answers
                            .iter()
                            .all(|to| *to < at && reading.items[*to].kind == ItemKind::Question)
                    );
                }
                let inside = |line: usize| {
                    reading
                        .items
                        .iter()
                        .any(|item| item.lines.0 <= line && line <= item.lines.1)
                        || reading
                            .coverage
                            .remainder
                            .iter()
                            .any(|run| run.0 <= line && line <= run.1)
                };
                let blank = |line: usize| reading.span((line, line)).trim().is_empty();
                assert!((1..=16).all(|one| blank(one) || inside(one)), "{line} {is:?} {reach:?}");
            }
        }
    }
}

#[test]
fn a_person_names_the_columns_and_the_rows_are_read_again() {
    let table =
        "What,Colour,How\nThe mast,red,We were off Leith and I cut it loose.\nThe leak,blue,I found the seam.\n";
    let said = |corrections: &str| {
        let corrections = script(corrections).unwrap_or_default();
        let reading = read_reviewed("a.csv", table.as_bytes(), &[], &corrections);
        let kinds = reading.items.iter().map(|item| (item.kind, item.title.clone()));
        kinds.collect::<Vec<_>>()
    };
    let title = |text: &str| Some(text.to_owned());
    assert_eq!(
        said("column 1 title\ncolumn 3 answer"),
        [
            (ItemKind::Story, title("The mast")),
            (ItemKind::Story, title("The leak"))
        ]
    );
    assert_eq!(
        said("column 1 question\ncolumn 3 nothing"),
        [
            (ItemKind::Question, title("The mast")),
            (ItemKind::Question, title("The leak"))
        ]
    );
    assert_eq!(
        said("column 1 question\ncolumn 3 nothing\n2 like ask-them")[1].0,
        ItemKind::AskThem
    );
}

#[test]
fn another_line_is_the_title() {
    assert_eq!(
        put_right(TOPICS, "1 like question\n1 named 2")[0],
        "question 1-1: We both wanted it. I gave it away and he thanked me."
    );
}

#[test]
fn a_story_that_begins_above_its_question_keeps_it_when_something_else_is_put_right() {
    let text = "# Weather\n\nSome remark.\n\n# The first\n\n* **Q** : Why did the mast break?\n\n**S** : We were off Leith.\n\n**T** : I had the watch.\n\n**A** : I cut it loose.\n\n**R** : Home by noon.\n";
    let said = |corrections: &str| {
        let corrections = script(corrections).unwrap_or_default();
        let reading = read_reviewed("a.md", text.as_bytes(), &[], &corrections);
        reading.items.iter().filter(|item| !item.answers.is_empty()).count()
    };
    assert_eq!((said(""), said("3 point")), (1, 1));
}

#[test]
fn a_story_right_below_what_is_said_to_be_a_question_answers_it() {
    let text = "# The first\n\n* **A** : Why did the mast break?\n\n**S** : We were off Leith.\n\n**T** : I had the watch.\n\n**A** : I cut it loose.\n\n**R** : Home by noon.\n";
    let corrections = script("3 question").unwrap_or_default();
    let items = read_reviewed("a.md", text.as_bytes(), &[], &corrections).items;
    let question = items.iter().position(|item| item.kind == ItemKind::Question);
    let story = items.iter().find(|item| item.labelled).map(|item| item.answers.clone());
    assert_eq!(story, question.map(|at| vec![at]), "{items:#?}");
    assert_eq!(
        question.and_then(|at| items[at].title.as_deref()),
        Some("Why did the mast break?")
    );
}

#[test]
fn of_a_row_with_a_question_and_an_answer_the_answer_is_left_out_first() {
    let table = "Question,Answer\nWhy boats?,I like them and I built one.\nWhy nets?,I mend them.\n";
    let kinds = |corrections: &str| {
        let corrections = script(corrections).unwrap_or_default();
        let items = read_reviewed("a.csv", table.as_bytes(), &[], &corrections).items;
        items.iter().map(|item| item.kind.id()).collect::<Vec<_>>()
    };
    assert_eq!(kinds("2 like note"), ["question", "note", "question", "note"]);
}

#[test]
fn an_answer_of_the_other_kind_keeps_its_title_and_its_question() {
    let text = "## When did a rope break?\n\n### The red rope\n\nWe sail with two ropes and look at both.\n\n## Why boats?\n\nThey float.\n";
    let before = read("a.md", text.as_bytes());
    let told = |reading: &Reading, line: usize| {
        let one = reading.items.iter().find(|item| item.lines.0 == line).unwrap();
        let asked = one.answers.iter().map(|at| reading.items[*at].title.clone().unwrap());
        (one.kind, one.title.clone(), asked.collect::<Vec<_>>(), one.lines)
    };
    let answer = before
        .items
        .iter()
        .find(|item| !item.answers.is_empty())
        .unwrap()
        .lines
        .0;
    let (kind, title, asked, lines) = told(&before, answer);
    let (is, other) = match kind {
        ItemKind::Story => (Is::Point, ItemKind::Point),
        _ => (Is::Story, ItemKind::Story),
    };
    let after = reviewed(before, &[], &[Correction::Is(answer, is, Reach::Line)]);
    assert!(!asked.is_empty());
    assert_eq!(told(&after, answer), (other, title, asked, lines));
}

#[test]
fn what_is_said_to_be_a_story_answers_what_is_said_to_be_a_question_above_it() {
    let text = "-- a leak\n\nWe look at every seam, and caulk it.\n\n-- fog\n\nWe wait.\n";
    for said in [
        "1 like question\n3 story",
        "3 story\n1 like question",
        "1 question\n3 story\n5 question",
    ] {
        let found = put_right(text, said);
        assert_eq!(found[..2], ["question 1-1: a leak", "story 3-3 to 0: -"], "{said}");
    }
}

#[test]
fn a_category_goes_to_what_answers_a_question_and_from_a_heading_to_all_below_it() {
    let text = "# Boats\n\n## Why boats?\n\nThey float.\n\n## Who rows?\n\nWe all do.\n\n# Sails\n\n## Why sails?\n\nThe wind.\n";
    let with = |line: usize| {
        let reading = read("a.md", text.as_bytes());
        let reading = reviewed(reading, &[], &[Correction::Category(line, Category::Growth)]);
        let mut given: Vec<usize> = Vec::new();
        for item in reading.items.iter().filter(|item| item.category == Category::Growth) {
            assert!(!item.guessed);
            given.push(item.lines.0);
        }
        given
    };
    assert_eq!(with(3), [3, 5], "the question and its answer");
    assert_eq!(with(1), [3, 5, 7, 9], "all below the heading, up to the next as high");
    assert_eq!(with(5), [5], "an answer alone");
    assert_eq!(with(6), [0_usize; 0], "nothing begins at a blank line");
}

#[test]
fn a_first_line_that_is_the_title_is_text_no_more() {
    let text = "## Answers\n\nThe red rope\nIt broke when we sailed, so I tied it and we went home.\n";
    let named = [Correction::Is(3, Is::Story, Reach::Line), Correction::TitleLine(3, 3)];
    let reading = reviewed(read("a.md", text.as_bytes()), &[], &named);
    let story = reading.items.iter().find(|item| item.kind == ItemKind::Story).unwrap();
    assert_eq!(story.title.as_deref(), Some("The red rope"));
    assert_eq!(story.body, crate::import::item::Body::Lines(vec![(4, 4)]));
    assert_eq!(reading.coverage.remainder, [(1, 1)], "every word of the title is in it");
}

#[test]
fn what_goes_on_with_a_story_brings_its_named_parts() {
    let text = "## The red rope\n\nSituation: a gale.\nTask: keep the mast.\n\n## Rope\n\nAction: I tied it twice.\nResult: it held.\n";
    let parts = |corrections: &str| {
        let corrections = script(corrections).unwrap();
        let reading = reviewed(read("a.md", text.as_bytes()), &[], &corrections);
        let story = reading.items.iter().find(|item| item.lines.0 == 1).unwrap();
        (story.labelled, story.parts.len())
    };
    assert_eq!(parts(""), (true, 2));
    assert_eq!(parts("6 text"), (true, 4));
}
