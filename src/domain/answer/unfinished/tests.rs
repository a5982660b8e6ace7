use super::*;

fn places(text: &str) -> Vec<(usize, &'static str)> {
    unfinished(text)
        .into_iter()
        .map(|place| (place.line, place.why))
        .collect()
}

#[test]
fn marks_that_say_so_are_to_do() {
    for text in [
        "TODO: ask Ann",
        "It took XX% less time",
        "Numbers ???",
        "> Need to recheck this",
        "I like [insert reason here]",
    ] {
        assert_eq!(places(text), [(1, "to do")], "{text}");
    }
    assert!(places("I wrote a todo app, and we shipped it.").is_empty());
}

#[test]
fn dots_and_signs_of_an_answer_without_one_are_empty() {
    assert_eq!(
        places("Task: ...\nAction: I looked.\n\n## Failure\n....\n"),
        [(1, "empty"), (5, "empty")]
    );
    assert_eq!(places("We sold `[?]` boats.\nAll [sic] of them."), [(1, "to do")]);
    assert_eq!(places("1. Why boats?\nA.\n\n## Crew\nAnn"), [(2, "empty")]);
    assert_eq!(places("Q: Why boats?\nA:\n\nQ: Why water?\nA: I swim."), [(2, "empty")]);
    assert_eq!(
        places("**S：**\n**T：** to mend it\n**A：**\n"),
        [(1, "empty"), (3, "empty")]
    );
    assert_eq!(
        places("Why boats?\nA:\n- I like the water.\nWe waited ... and waited."),
        []
    );
}

#[test]
fn empty_items_labels_keys_and_headings_are_empty() {
    assert_eq!(places("- calm\n-\n- quick"), [(2, "empty")]);
    assert_eq!(places("Situation: a pump\nResult:\n"), [(2, "empty")]);
    assert_eq!(
        places("The pump:\nNames: Ann\nHardest part:\nLearned: look first"),
        [(3, "empty")]
    );
    assert_eq!(
        places("## Situation\nA pump.\n## Task\n## Action\nLooked."),
        [(3, "empty")]
    );
    assert_eq!(places("Anything else? =>"), [(1, "empty")]);
}

#[test]
fn what_stands_under_a_label_or_an_item_fills_it() {
    assert!(places("**Action:**\n- I took it apart\n\n**Result:**\nIt ran.").is_empty());
    assert!(places("1.\n   calm\n2. quick").is_empty());
    assert!(places("# The pump\n## Situation\nIt failed.").is_empty());
}

#[test]
fn a_line_that_stops_in_the_middle_is_cut_off() {
    assert_eq!(places("- the crew will\n\nNext"), [(1, "cut off")]);
    assert_eq!(
        places("\tIt was a day when the\n\tLater On\n\t\t1) rest"),
        [(1, "cut off")]
    );
    assert_eq!(
        places("- took the pump apart and then the\n- told Ann"),
        [(1, "cut off")]
    );
    assert_eq!(places("Fewer valves, so, simple"), [(1, "cut off")]);
    assert_eq!(places("I took the pump apart and found"), []);
    assert_eq!(places("We sailed on, and then..."), [(1, "cut off")]);
    assert_eq!(places("Cargo => crates, barrels,\nPort => Leith"), [(1, "cut off")]);
}

#[test]
fn a_line_that_goes_on_is_not_cut_off() {
    for text in [
        "We moved the crates to the\nold harbour by hand.",
        "It may be that they\n- are tired, or\n- hungry, and\n- cold",
        "After the storm,\n\twe counted the crates.",
        "The lessons were\n- look first\n- ask early",
        "Work I am proud of\n-----\nThe pump.",
        "That is what the others asked for",
        "Later I saw how simple it was",
    ] {
        assert!(places(text).is_empty(), "{text}: {:?}", places(text));
    }
}

#[test]
fn a_finished_answer_has_no_unfinished_place() {
    let text = "## Situation\nTwo crews shared one crane, and both were late.\n\n## Task\nI had to share it out.\n\n## Action\n- **asked both for their hours**, then\n  drew one plan\n- tried it for a week\n\n\
## Result\nNobody waited more than an hour: down from five.\n\n## Reflection\nAsk first. I would do it sooner.\n";
    assert!(places(text).is_empty(), "{:?}", places(text));
}
