//! Where things begin in notes: boxes, letters, lists that begin anew, tables without names.

use super::shapes::{STAR, only_questions, shape, story};
use super::*;
use crate::import::read as read_file;

#[test]
fn a_line_in_a_box_of_signs_is_a_heading() {
    let text = "*************\n* Why boats *\n*************\nI like water and the quiet of it, and I always did.\n\n***********************************\n* Tell me about a storm you saw *\n***********************************\nS: the mast broke\nT: get home\nA: I cut it loose\nR: home by noon\n";
    assert_eq!(
        shape("a.txt", text),
        [
            "question 1-3: Why boats",
            "point 4-4 to 0: -",
            "question 6-8: Tell me about a storm you saw",
            "story 9-12 to 2: -"
        ]
    );
}

#[test]
fn a_task_may_stand_before_the_situation_and_each_situation_begins_a_story() {
    let text = "# The crane\n\ntask: move it\nsituation: it stood on sand\naction: I laid planks\nresult: it moved\n";
    assert_eq!(story(text).parts, STAR);
    let two = "# Two\n\nsituation: a leak\naction: I caulked it\n\nsituation: fog\naction: I rang the bell\n";
    let told = read_file("a.md", two.as_bytes()).items;
    assert_eq!(told.iter().filter(|item| item.kind == ItemKind::Story).count(), 2);
}

#[test]
fn what_is_asked_of_them_begins_below_the_last_answer_without_a_list() {
    let text =
        "1) Why boats?\n    I like water.\nQuestions to ask the interviewer\nWho steers here?\nHow long is a watch?\n";
    let found = shape("a.txt", text);
    assert_eq!(
        found[2..],
        ["ask-them 4-4: Who steers here?", "ask-them 5-5: How long is a watch?"]
    );
}

#[test]
fn a_list_that_begins_anew_asks_as_the_one_before() {
    let text = "1. Why boats?\n\nI like water.\n\n2. Why this harbour?\n\nIt is near.\n\n3. Do you swim?\n\nYes, and far.\n\n1. The best knot there is\n\nThe bowline, I think.\n\n2. Tools you use\n\nA knife and a spike.\n";
    assert_eq!(only_questions(text).len(), 5);
}

#[test]
fn a_table_of_names_and_what_is_said_of_them_is_answers() {
    let row = |name: &str| {
        format!("| **{name}** | - I like the quiet of the sea, and I want to learn how a boat is built and kept. |\n")
    };
    let text = format!(
        "# Answers\n\n| Key | Value |\n|---|---|\n{}{}{}",
        row("Vision"),
        row("Career goal"),
        row("Rest")
    );
    let found = shape("a.md", &text);
    assert_eq!(
        found,
        ["point 5-5: Vision", "point 6-6: Career goal", "point 7-7: Rest"]
    );
}

#[test]
fn a_question_is_marked_by_any_sign_behind_its_letter() {
    assert_eq!(
        only_questions("Q> Why boats?\nI like water.\n\nQ> Describe a storm\nIt was dark.\n"),
        ["question 1-1: Why boats?", "question 4-4: Describe a storm"]
    );
}

#[test]
fn a_topic_and_a_few_words_set_off_end_the_answer_above() {
    let text = "Why this boat?\nIt is quick.\n\nWhy this harbour?\nIt is near.\n\nstrength: patience\n";
    let found = shape("a.txt", text);
    assert_eq!(found[3..], ["point 5-5 to 2: -", "note 7-7: -"]);
}

#[test]
fn what_nobody_did_is_no_story() {
    for text in [
        "# Listening\n\nThe method was introduced in the seventies. It was used by large yards first, and was adopted by schools. Mates were trained for weeks, and forms were printed and compared.\n",
        "# Quarrels\n\n- **Listen**\n  - Say again what was said before it is answered.\n  - People calmed down when they were heard.\n- **One goal**\n  - Look for what both sides shared.\n  - Half of the quarrels were settled by that.\n- **My rule**\n  - Sleep on it.\n",
        "# Crew\n\n- I fixed the leak in the hold before noon.\n- Clear words are what holds a crew together.\n",
        "# The day\n\n- 9:00 doors opened and coffee served\n- 9:30 talk started by the harbour master\n- 10:00 tour finished\n",
    ] {
        let found = shape("a.md", text);
        assert!(!found.iter().any(|item| item.starts_with("story")), "{found:#?}");
    }
}

#[test]
fn what_was_done_is_a_story_without_an_i_too() {
    for text in [
        "# The leak\n\n- Found water in the hold one night\n- Took the pump apart and cleaned it\n- Home by noon, cargo dry\n",
        "# The yard\n\n- Mast off Leith\n  - Cut it loose and rigged an oar.\n- The fog\n  - Rang the bell each minute until noon.\n- The chart\n  - A year old, and nobody had looked.\n",
    ] {
        let found = shape("a.md", text);
        assert!(found.iter().all(|item| item.starts_with("story")), "{found:#?}");
    }
}

#[test]
fn lines_of_one_list_ask_without_a_mark_where_half_of_it_does() {
    let text = "- The yard\n\t- Why this yard and not another\n\t- What would leak first in a storm\n- The person\n\t- Trades you learned, then where you come from\n\t- Will you move to another coast\n- Knots\n\t- Inner and outer\n\t- Two ropes of one length\n";
    assert_eq!(
        only_questions(text),
        [
            "question 2-2: Why this yard and not another",
            "question 3-3: What would leak first in a storm",
            "question 5-5: Trades you learned, then where you come from",
            "question 6-6: Will you move to another coast",
        ]
    );
}
