use super::*;
use crate::import::language::legend::legend;
use crate::import::lines::Dialect;

fn lines(text: &str) -> Vec<Line<'_>> {
    text.split('\n').map(|raw| Line::read(raw, Dialect::Markdown)).collect()
}

#[test]
fn every_way_to_label_the_parts_is_read() {
    use Part::{Action, Result, Situation, Task};
    for text in [
        "(S) The pump failed. (T) Find out why. (A) I took it apart. (R) It ran.",
        "**Situation:** The pump failed.\n**Task:** Find out why.\n**Action:**\n- I took it apart.\n**Result:** It ran.",
        "S: the pump failed\nT: find out why\nA: took it apart\nR: it ran",
        "1. SITUATION : the pump\n2. TASK : find out\n3. ACTION : I looked\n4. RESULT : it ran",
        "## Situation\nThe pump.\n## Task\nFind out.\n## Action\nLooked.\n## Result\nRan.",
        "(ST) The pump failed and was mine. (A) I looked. (R) It ran.",
        "**Situation.** The pump failed.\n**Task.** Find out why.\n**Action.**\n1. **Apart.** I took it apart.\n**Result.** It ran.",
        "**Context** The pump failed.\n**Goal** Find out why.\n**Approach** I took it apart.\n**Impact** It ran.",
        "| Part | Words |\n|---|---|\n| Situation | The pump failed. |\n| **T** | Find out why. |\n| Action | I looked. |\n| Result | It ran. |",
        "Situation - the pump\nTask - find out\nActions - looked\nOutcome - ran",
    ] {
        let read = read(&lines(text));
        assert!(read.sure, "{text}");
        assert_eq!(read.parts, [Situation, Task, Action, Result], "{text}");
    }
}

#[test]
fn a_label_without_words_is_no_part() {
    let read = read(&lines("Situation: the pump\nTask:\nAction: I looked\nResult:\n"));
    assert_eq!(read.parts, [Part::Situation, Part::Action]);
    assert!(read.sure);
}

#[test]
fn one_word_that_looks_like_a_label_labels_nothing() {
    assert!(!read(&lines("The pump failed.\nLessons learned:\n- look first")).sure);
    assert!(!read(&lines("A well-known pump failed")).sure);
}

#[test]
fn an_explanation_of_the_method_is_a_legend() {
    assert!(legend(&lines(
        "S - Situation, one minute\nT - Task\nA - Action, two\nR - Result"
    )));
    assert!(legend(&lines(
        "1. Situation (what you were in)\n2. Task (what you had to do)\n3. Action (what you did)"
    )));
    assert!(!legend(&lines(
        "S: my pump failed\nT: I had to find out why\nA: I took it apart\nR: it was fine"
    )));
}

#[test]
fn three_parts_by_other_names_label_a_story_and_two_do_not() {
    let told = read(&lines("Problem: the pump failed\nWhat I did: I looked\nImpact: it ran"));
    assert_eq!(told.parts, [Part::Situation, Part::Action, Part::Result]);
    assert!(!read(&lines("Problem: the pump failed\nImpact: no water")).sure);
}

#[test]
fn bold_words_that_begin_a_sentence_and_the_head_of_a_table_label_nothing() {
    for text in [
        "**Results** were slow to come.",
        "| Situation | Task | Action | Result |",
    ] {
        assert!(labels(&lines(text)[0]).is_empty(), "{text}");
    }
}

#[test]
fn a_table_that_explains_the_letters_is_a_legend() {
    assert!(legend(&lines(
        "| **S — Situation** | Where the boat was, and what was at stake on your side |\n| **T — Task** | What was yours |\n\
             | **A — Action** | What you did, said so that I see it, one step after another |\n| **R — Result** | How it ended |"
    )));
}
