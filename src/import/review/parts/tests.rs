use super::*;
use crate::domain::import_review::script;
use crate::import::review::{read_reviewed, rules};

fn read(text: &str, said: &str) -> Reading {
    let corrections = script(said).unwrap_or_default();
    assert_eq!(corrections.len(), said.lines().count(), "{said}");
    read_reviewed("a.md", text.as_bytes(), &[], &corrections)
}

/// The stories, each by its title, its lines and the letters of its parts.
fn stories(reading: &Reading) -> Vec<String> {
    let told = reading.items.iter().filter(|item| item.kind == ItemKind::Story);
    told.map(|item| {
        let letters: String = item.parts.iter().map(|part| &part.title()[..1]).collect();
        let title = item.title.as_deref().unwrap_or("-");
        format!("{title} {}-{} {letters}", item.lines.0, item.lines.1)
    })
    .collect()
}

const NAMED: &str = "# The mast\n\nPredicament - It broke off Leith.\nRemedy - I cut it loose.\nUpshot - We were home by noon.\n\n# The leak\n\nPredicament - Water in the hold.\nRemedy - I found the seam.\nUpshot - It held.\n";

#[test]
fn what_a_line_is_called_by_names_its_part_wherever_that_word_stands() {
    let reading = read(NAMED, "3 like part situation\n4 like part action\n5 like part result");
    assert_eq!(stories(&reading), ["The mast 1-5 SAR", "The leak 7-11 SAR"]);
    assert!(reading.items.iter().all(|item| item.labelled));
    let body = reading.body(&reading.items[1]);
    assert_eq!(
        body,
        "## Situation\nPredicament - Water in the hold.\n## Action\nRemedy - I found the seam.\n## Result\nUpshot - It held.\n"
    );
    // One word is enough to say so of all stories.
    assert_eq!(
        stories(&read(NAMED, "10 like part action")),
        ["The mast 1-5 A", "The leak 7-11 A"]
    );
}

#[test]
fn headings_of_any_name_are_parts_of_the_story_above_them() {
    let text = "# The mast\n\n## The mess\nIt broke off Leith.\n\n## My moves\nI cut it loose.\n- I rigged an oar.\n\n## Ending\nHome by noon.\n\n# The leak\n\n## The mess\nWater in the hold.\n\n## My moves\nI found the seam.\n\n## Ending\nIt held.\n";
    let reading = read(text, "3 like part situation\n6 like part action\n10 like part result");
    assert_eq!(stories(&reading), ["The mast 1-11 SAR", "The leak 13-22 SAR"]);
    assert!(
        reading
            .body(&reading.items[0])
            .starts_with("## Situation\nThe mess\nIt broke")
    );
}

#[test]
fn lines_without_a_name_are_alike_by_their_place_in_stories_laid_out_alike() {
    let text = "# The mast\n- It broke off Leith one night.\n- I cut it loose and rigged an oar.\n  It took an hour.\n- We were home by noon that day.\n\n# The leak\n- There was water in the hold.\n- I found the seam and caulked it.\n- It held the whole way home.\n\n# The fog\n- We saw nothing for an hour.\n- I rang the bell each minute.\n";
    let reading = read(text, "2 part situation\n3 like part action\n5 like part result");
    assert_eq!(stories(&reading)[..2], ["The mast 1-5 SAR", "The leak 7-10 AR"]);
    assert!(told(&reading).alike[13].as_deref() == Some("item 2 of 2"));
    assert!(
        reading
            .body(&reading.items[0])
            .contains("## Action\n- I cut it loose and rigged an oar.\n  It took an hour.\n## Result\n")
    );
}

#[test]
fn a_line_of_a_paragraph_begins_a_part_and_one_that_looks_so_begins_none() {
    let text = "# The mast\n\nThe mast broke off Leith in the night.\nI cut it loose and rigged an oar.\nWe were home by noon.\n";
    assert_eq!(
        stories(&read(text, "4 part action\n5 part result")),
        ["The mast 1-5 AR"]
    );
    let named = "# The mast\n\nSituation: it broke.\nAction: I cut it loose.\nResult: home by noon.\nLesson: none.\n";
    assert_eq!(stories(&read(named, "")), ["The mast 1-6 SARR"]);
    assert_eq!(stories(&read(named, "6 part none")), ["The mast 1-6 SAR"]);
}

#[test]
fn a_later_word_goes_over_an_earlier_one_and_what_has_no_such_line_says_nothing() {
    assert_eq!(
        stories(&read(NAMED, "3 like part task\n3 part situation")),
        ["The mast 1-5 S", "The leak 7-11 T"]
    );
    assert_eq!(read(NAMED, "2 part task\n99 part task").items, read(NAMED, "").items);
    let table = "Question,Answer\nWhy boats?,I like them and I built one.\n";
    let corrections = script("2 like part task").unwrap_or_default();
    let reading = read_reviewed("a.csv", table.as_bytes(), &[], &corrections);
    assert!(reading.items.iter().all(|item| item.headed.is_empty()));
}

#[test]
fn what_was_said_of_a_word_goes_for_another_file_of_its_folder() {
    let corrections = script("3 like part situation\n4 like part action").unwrap_or_default();
    let first = read_reviewed("a.md", NAMED.as_bytes(), &[], &corrections);
    let rules = rules(&first, &corrections);
    let likes: Vec<&str> = rules.iter().map(|rule| rule.like.as_str()).collect();
    assert_eq!(likes, ["label predicament", "label remedy"]);
    let other = "## Fog\n\n**Predicament:** We saw nothing.\n\n**Remedy:** I rang the bell.\n";
    let reading = read_reviewed("b.md", other.as_bytes(), &rules, &[]);
    assert_eq!(stories(&reading), ["Fog 1-5 SA"]);
    assert!(reading.looked_at(3));
}

#[test]
fn what_asks_tells_of_a_part_once_that_is_said() {
    let text = "# The mast\n\n**What was wrong?**\nIt broke off Leith.\n\n**What did you do?**\nI cut it loose.\n\n**What came of it?**\nWe were home by noon.\n";
    let reading = read(text, "3 like part situation\n6 like part action\n9 like part result");
    assert_eq!(stories(&reading), ["The mast 1-10 SAR"]);
    assert!(
        reading.items.iter().all(|item| item.kind == ItemKind::Story),
        "{:?}",
        reading.items
    );
}

#[test]
fn a_theory_or_a_list_of_hints_is_a_story_where_somebody_names_its_parts() {
    let text = "# Tips\n\n- Keep the helm.\n- You cut the mast loose.\n- Then you row.\n";
    assert_eq!(
        stories(&read(text, "3 part situation\n4 part action\n5 part result")),
        ["Tips 1-5 SAR"]
    );
}

#[test]
fn no_word_for_a_line_loses_one_or_breaks_a_link() {
    let text = "-- the mate\nWe both wanted it. I gave it away.\n\n# More\n- Why boats?\n  - water\n1. Tell me about a storm\nS: wind\nA: I reefed\nR: home\n\n## Predicament\nfog\n\n| Remedy | I rang the bell |\n";
    let all = text.lines().count();
    for line in 1..=all {
        for part in ["situation", "result", "none"] {
            for said in [format!("{line} part {part}"), format!("{line} like part {part}")] {
                let reading = read(text, &said);
                for item in &reading.items {
                    assert!(
                        1 <= item.lines.0 && item.lines.0 <= item.lines.1 && item.lines.1 <= all,
                        "{said}: {item:?}"
                    );
                    let asks = |to: &usize| reading.items[*to].kind == ItemKind::Question;
                    assert!(item.answers.iter().all(asks), "{said}: {item:?}");
                }
                let left = |one: usize| {
                    reading
                        .coverage
                        .remainder
                        .iter()
                        .any(|run| run.0 <= one && one <= run.1)
                };
                let held = |one: usize| {
                    reading
                        .items
                        .iter()
                        .any(|item| item.lines.0 <= one && one <= item.lines.1)
                };
                let blank = |one: usize| reading.span((one, one)).trim().is_empty();
                assert!((1..=all).all(|one| blank(one) || left(one) || held(one)), "{said}");
            }
        }
    }
}
