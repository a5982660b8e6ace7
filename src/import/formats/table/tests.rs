use super::*;

fn read(text: &str, ending: &str) -> Vec<Item> {
    super::read(text, ending, &[]).items
}
use crate::domain::category::Category;
use crate::domain::part::Part;
use crate::import::{Body, ItemKind};

#[test]
fn columns_are_known_by_their_names() {
    let items = read(
        "id,Topic,Question,My answer\n1,Conflict,\"Who, of all, argued?\",\"We argued,\nand I was wrong.\"\n2,,Why boats?,\n",
        "csv",
    );
    assert_eq!(
        items.iter().map(|item| item.kind).collect::<Vec<_>>(),
        [ItemKind::Question, ItemKind::Story, ItemKind::Question]
    );
    assert_eq!(items[0].lines, (2, 3));
    assert_eq!(items[0].category, Category::Conflict);
    assert_eq!(items[1].body, Body::text("We argued,\nand I was wrong."));
    assert_eq!(items[1].answers, [0]);
    assert_eq!((items[2].answered, items[2].lines), (Some(false), (4, 4)));
}

#[test]
fn columns_of_the_parts_make_a_labelled_story() {
    let items = read(
        "title\tsituation\ttask\taction\tresult\nThe pump\tIt failed\t\tI looked\tIt ran\n",
        "tsv",
    );
    assert_eq!(items[0].kind, ItemKind::Story);
    assert!(items[0].labelled);
    assert_eq!(items[0].parts, [Part::Situation, Part::Action, Part::Result]);
}

#[test]
fn a_story_in_a_column_is_a_title_where_it_is_short_and_an_answer_where_not() {
    let items = read(
        "Question;Story;Answer guidance\nTell me about a storm;The mast broke. I cut it loose.;be short\nWhy boats?;The pump;\n",
        "csv",
    );
    assert_eq!(
        items.iter().map(|item| (item.kind, item.answered)).collect::<Vec<_>>(),
        [
            (ItemKind::Question, Some(true)),
            (ItemKind::Story, None),
            (ItemKind::Question, Some(false))
        ]
    );
}

#[test]
fn a_prompt_in_a_column_of_questions_needs_no_question_mark() {
    let items = read(
        "question\nTake me back to a storm that you saw coming.\nThat is all for today.\n",
        "csv",
    );
    assert_eq!(
        items.iter().map(|item| item.kind).collect::<Vec<_>>(),
        [ItemKind::Question, ItemKind::Note]
    );
}

#[test]
fn commas_in_a_table_of_one_column_part_nothing() {
    let items = read(
        "question\nWhy boats, and why now?\nTell me about a storm, please\n",
        "csv",
    );
    assert_eq!(items[0].title.as_deref(), Some("Why boats, and why now?"));
    assert_eq!(items.len(), 2);
}

#[test]
fn a_table_without_a_header_is_read_by_what_asks() {
    let items = read(
        "1;Why boats?;I have liked the water since I was small\n2;Why now?;Because the wind is good\n",
        "csv",
    );
    assert_eq!(items.iter().filter(|item| item.kind == ItemKind::Question).count(), 2);
    assert_eq!(items.iter().filter(|item| item.kind == ItemKind::Point).count(), 2);
}

#[test]
fn an_open_quote_loses_nothing() {
    let items = read("question,answer\nWhy boats?,\"I like water\nWhy now?,wind\n", "csv");
    assert_eq!(items[0].kind, ItemKind::Question);
}

#[test]
fn a_column_beside_those_of_the_parts_titles_the_story() {
    let above = ["STAR table".to_owned()];
    let rows = [
        "| Trip | Situation | Action | Result |",
        "|---|---|---|---|",
        "| The pump | It failed | I looked | It ran |",
    ];
    let items = in_notes(&rows, 3, &above);
    assert_eq!(
        (items[0].kind, items[0].title.as_deref()),
        (ItemKind::Story, Some("The pump"))
    );
    assert_eq!((items[0].lines, items[0].parts.len()), ((5, 5), 3));
    let bare = read("situation,action,result\nIt failed,I looked,It ran\n", "csv");
    assert_eq!((bare[0].kind, bare[0].labelled), (ItemKind::Story, true));
}

#[test]
fn a_column_whose_name_ends_in_what_it_says_of_a_question_is_not_the_question() {
    let items = read(
        "Question_Type,Question,Level\nBehavioral,Tell me about a plan that sank.,Hard\nSituational,The mast breaks at noon. What now?,Easy\n",
        "csv",
    );
    let titles: Vec<Option<&str>> = items.iter().map(|item| item.title.as_deref()).collect();
    assert_eq!(
        titles,
        [
            Some("Tell me about a plan that sank."),
            Some("The mast breaks at noon. What now?")
        ]
    );
}

#[test]
fn settings_and_a_title_above_a_table_are_no_rows() {
    for text in [
        "sep=;\nFrage;Antwort\nWarum Boote?;Ich mag das Wasser sehr.\n",
        "#separator:tab\n#html:true\n#columns:Front\tBack\nWhy boats?\tI have liked the water since I was small.\n",
        "My questions,\nQuestion,Answer\nWhy boats?,I have liked the water since I was small.\n",
    ] {
        let items = read(text, "csv");
        assert_eq!(
            items.iter().map(|item| item.kind).collect::<Vec<_>>(),
            [ItemKind::Question, ItemKind::Point],
            "{text}"
        );
        assert!(items[0].lines.0 > 2);
    }
}
