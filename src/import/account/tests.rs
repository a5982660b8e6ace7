use super::*;
use crate::import::read;

fn held(reading: &Reading) -> Vec<Held<'_>> {
    reading.items.iter().map(Item::held).collect()
}

fn left(name: &str, text: &str) -> Vec<(usize, usize, bool, String)> {
    let reading = read(name, text.as_bytes());
    let left = account(&reading, &held(&reading)).left;
    left.into_iter()
        .map(|left| (left.lines.0, left.lines.1, left.in_part, left.text))
        .collect()
}

fn one(line: usize, part: bool, text: &str) -> (usize, usize, bool, String) {
    (line, line, part, text.to_owned())
}

#[test]
fn what_a_title_leaves_of_its_line_is_left_over_with_the_signs_around_it() {
    assert_eq!(
        left(
            "a.md",
            "## How do you row at dawn? TODO (ask Ann)\n## [How do you rest?](https://sea.test/rest)\n"
        ),
        [
            one(1, true, "TODO (ask Ann)"),
            one(2, true, "?](https://sea.test/rest)")
        ]
    );
}

#[test]
fn runs_of_lines_are_left_as_they_stand_with_their_rules() {
    let text = "Sea notes\n=========\nof the year\n\n- How do you row at dawn?\n---\n";
    assert_eq!(
        left("a.md", text),
        [(1, 3, false, "Sea notes\n=========\nof the year".to_owned())]
    );
}

#[test]
fn a_word_is_held_once_however_often_it_is_written() {
    let reading = read("a.md", b"- How do you row?\n- How do you row?\n");
    let mut held = held(&reading);
    held[1] = Held::default();
    let account = account(&reading, &held);
    assert_eq!(account.lots, [Lot::Placed, Lot::Left]);
    assert_eq!(account.coverage().remainder, [(2, 2)]);
}

#[test]
fn of_what_is_here_already_only_the_lines_it_has_are_held() {
    let reading = read("a.md", b"## How do you row?\nI like it.\nI was taught by the mate.\n");
    let within = Held {
        within: Some("How do you row\nand: I was taught by the mate".into()),
        ..Held::default()
    };
    let held = vec![within; reading.items.len()];
    let left = account(&reading, &held).left;
    assert_eq!(left.len(), 1);
    assert_eq!((left[0].lines, left[0].text.as_str()), ((2, 2), "I like it."));
}

#[test]
fn a_search_that_would_take_long_leaves_words_over_and_ends() {
    let mut reading = read("a.md", "row ".repeat(40_000).as_bytes());
    reading.items = vec![Item::new(ItemKind::Question, (1, 1), Body::text(""))];
    let mut wanted = Held {
        texts: vec![format!("{}home", "row ".repeat(400)).into()],
        ..Held::default()
    };
    assert_eq!(account(&reading, std::slice::from_ref(&wanted)).lots, [Lot::Left]);
    wanted.texts[0] = "row ".repeat(400).into();
    assert_eq!(account(&reading, &[wanted]).lots, [Lot::InPart]);
}

#[test]
fn signs_between_items_are_neither_placed_nor_words() {
    let reading = read("a.json", b"[\n{\"question\": \"How do you row?\"}\n]\n");
    let account = account(&reading, &held(&reading));
    assert_eq!(account.lots, [Lot::Marks, Lot::Placed, Lot::Marks]);
    let (all, words) = (account.coverage(), account.coverage_of_words());
    assert_eq!((all.nonblank, all.placed, all.remainder), (3, 1, vec![(1, 1), (3, 3)]));
    assert_eq!((words.nonblank, words.placed, words.remainder), (1, 1, Vec::new()));
}
