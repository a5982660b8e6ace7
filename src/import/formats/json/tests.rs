use crate::domain::category::Category;
use crate::import::{Body, Item, ItemKind};

fn read(text: &str) -> Result<Vec<Item>, usize> {
    super::read(text).map(|found| found.items)
}

fn kinds(text: &str) -> Vec<(ItemKind, (usize, usize))> {
    read(text)
        .unwrap_or_default()
        .iter()
        .map(|item| (item.kind, item.lines))
        .collect()
}

#[test]
fn objects_are_questions_with_answers_and_their_lines() {
    let text = "[\n {\"question\": \"Why boats?\",\n  \"answer\": \"I like \\\"water\\\".\"},\n {\"question\": \"Why now?\"}\n]";
    assert_eq!(
        kinds(text),
        [
            (ItemKind::Question, (2, 3)),
            (ItemKind::Point, (2, 3)),
            (ItemKind::Question, (4, 4))
        ]
    );
    assert_eq!(read(text).unwrap()[1].body, Body::text("I like \"water\"."));
}

#[test]
fn names_around_a_list_are_its_category() {
    let items = read("{\"failure\": [\"What broke?\", \"Which one hurt?\"]}").unwrap();
    assert!(items.iter().all(|item| item.category == Category::Failure));
}

#[test]
fn a_list_named_for_its_questions_prompts_in_every_line() {
    let text = "{\"crew_questions\": [\"Why boats?\", \"Describe our harbour to a child.\", \"We begin at nine.\"]}";
    assert_eq!(kinds(text).len(), 2);
    assert_eq!(kinds("{\"crew\": [\"Describe our harbour to a child.\"]}").len(), 0);
}

#[test]
fn an_object_with_parts_is_a_labelled_story() {
    let items = read("{\"title\": \"The pump\", \"star\": {\"situation\": \"It failed\", \"action\": \"I looked\", \"result\": \"It ran\"}}").unwrap();
    assert_eq!(
        (items[0].kind, items[0].labelled, items[0].title.as_deref()),
        (ItemKind::Story, true, Some("The pump"))
    );
}

#[test]
fn what_is_no_json_says_where_it_stops() {
    assert_eq!(read("{\n\"a\": \n}").err(), Some(3));
    assert!(read(&"[".repeat(10_000)).is_err());
    assert!(read("\"open").is_err());
    assert!(read("\"\\").is_err());
}

#[test]
fn commas_and_quotes_are_as_people_leave_them_and_a_comment_is_no_json() {
    let text = "[{q: 'Why boats?', years: .5,}\n {\"q\": \"Why\n now?\"},,]";
    assert_eq!(kinds(&text.replace(",,", ",")).len(), 2);
    assert_eq!(kinds(text).len(), 0);
    assert_eq!(read("[\"Why boats?\", // asked twice\n]").err(), Some(1));
    assert_eq!(
        kinds("\u{feff}\n {\"q\": \"Why boats?\"}\u{feff}"),
        [(ItemKind::Question, (2, 2))]
    );
}

#[test]
fn one_object_a_line_is_read_too() {
    assert_eq!(kinds("{\"q\": \"Why boats?\"}\n{\"q\": \"Why now?\"}\n").len(), 2);
}

#[test]
fn a_list_beside_its_topic_is_of_questions_where_a_name_above_says_so() {
    let text = "{\"behavioral_questions\": [\n {\"value\": \"Care\", \"list\": [\"You changed a course for one sailor\", \"A skipper was angry\"]},\n {\"value\": \"Conflict\", \"list\": [\"You gave the tiller away\"]}\n]}";
    let items = read(text).unwrap();
    assert_eq!(items.iter().filter(|item| item.kind == ItemKind::Question).count(), 3);
    assert_eq!((items[2].category, items[2].guessed), (Category::Conflict, false));
    assert!(
        read("{\"crew\": [{\"name\": \"Ann\", \"list\": [\"rows well\"]}]}")
            .unwrap()
            .is_empty()
    );
}
