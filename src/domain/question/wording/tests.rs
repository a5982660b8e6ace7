use super::later::Later;
use super::*;
use crate::domain::category::Category;
use crate::domain::question::Question;
use crate::domain::question::tests::question;
use proptest::prelude::*;

fn asking(asks: &[(&str, &[&str], bool)]) -> Vec<Question> {
    let one = |(n, (ask, also, common)): (usize, &(&str, &[&str], bool))| Question {
        ask: (*ask).to_owned(),
        also: also.iter().collect(),
        common: *common,
        ..question(&format!("q{n}"), Category::Failure, &[])
    };
    asks.iter().enumerate().map(one).collect()
}

fn bank() -> Vec<Question> {
    asking(&[
        (
            "Tell me about a storm that broke your plan.",
            &["How do you deal with bad weather?"],
            false,
        ),
        (
            "Describe a quarrel with a shipmate.",
            &["Tell me about a conflict with a coworker."],
            false,
        ),
        (
            "When did you last mend a sail?",
            &["Tell me about a sail you mended."],
            true,
        ),
        ("Which sail would you mend first?", &[], false),
        ("How do you keep a log?", &["Why do you keep a log?"], false),
        ("Where do you see yourself in five years?", &[], true),
    ])
}

fn meant(sentence: &str) -> Vec<(usize, Sure)> {
    let found = Wordings::new(&bank()).look_up(sentence, 9);
    found.iter().map(|meant| (meant.place, meant.sure)).collect()
}

#[test]
fn the_prompt_comes_before_another_wording_and_both_before_what_is_only_alike() {
    assert_eq!(
        meant("tell me about a STORM, that broke your plan")[0],
        (0, Sure::Prompt)
    );
    assert_eq!(meant("How do you deal with bad weather")[0], (0, Sure::Also));
    assert_eq!(meant("The bad weather we dealt with")[0], (0, Sure::Near));
    assert_eq!(meant("The plan for the harbor")[0], (0, Sure::Alike));
    assert_eq!(meant("Nothing of the kind"), []);
    assert_eq!(meant(""), []);
}

#[test]
fn forms_of_a_word_and_words_used_for_one_another_are_one() {
    assert_eq!(
        meant("Give me an example of disputes with your colleagues")[0],
        (1, Sure::Near)
    );
    assert_eq!(meant("Where do you see yourself in 5 years?")[0], (5, Sure::Near));
    assert_eq!(meant("a conflict with a co-worker")[0].0, 1);
}

#[test]
fn of_two_as_like_the_one_everybody_is_asked_is_first() {
    assert_eq!(meant("sails to mend")[0].0, 2);
    let mut bank = bank();
    bank[2].common = false;
    bank[3].common = true;
    assert_eq!(Wordings::new(&bank).look_up("mend the first sail", 1)[0].place, 3);
}

#[test]
fn a_sentence_is_found_while_its_last_word_is_typed() {
    assert_eq!(meant("a quar")[0].0, 1);
    assert_eq!(meant("a qu"), []);
    assert_eq!(meant("a quar "), [], "a finished word begins nothing");
}

#[test]
fn what_follows_the_first_sentence_weighs_less() {
    let found = meant("Tell me about a quarrel. What did the weather do?");
    assert_eq!((found[0].0, found[1].0), (1, 0));
}

#[test]
fn why_at_the_beginning_tells_and_at_the_end_does_not() {
    assert_eq!(meant("Why do you keep logs?")[0].0, 4);
    assert_eq!(meant("Which sail would you mend first, and why?")[0].0, 3);
    assert_eq!(Wordings::telling("Which sail would you mend first, and why?"), 3);
}

#[test]
fn how_a_thing_is_asked_tells_which_of_two_questions_about_it_is_meant() {
    let bank = asking(&[
        ("Who mended the sail?", &[], false),
        ("When did you mend the sail?", &[], false),
    ]);
    let wordings = Wordings::new(&bank);
    assert_eq!(wordings.look_up("Who is mending sails?", 1)[0].place, 0);
    assert_eq!(wordings.look_up("When do you mend sails?", 1)[0].place, 1);
    assert_eq!(
        wordings.look_up("When did you?", 1),
        [],
        "small words alone find nothing"
    );
}

#[test]
fn the_wording_found_is_named() {
    let questions = Later::new(bank());
    let also = |sentence| questions.also(&questions.wordings().look_up(sentence, 1)[0]);
    assert_eq!(
        also("conflict with coworkers"),
        Some("Tell me about a conflict with a coworker.")
    );
    assert_eq!(also("quarrel with shipmates"), None);
}

#[test]
fn a_hundred_thousand_questions_are_read_once() {
    let many = (0..100_000).map(|n| Question {
        ask: format!("Tell me about voyage {n} and the storm on it"),
        ..question(&format!("q{n}"), Category::Failure, &[])
    });
    let many: Vec<Question> = many.collect();
    let wordings = Wordings::new(&many);
    let found = wordings.look_up("tell me about voyage 77 and the storm on it!", 3);
    assert_eq!((found[0].place, found[0].sure), (77, Sure::Prompt));
    assert_eq!(wordings.look_up("a quiet day", 3), []);
}

#[test]
fn a_slip_of_the_pen_is_passed_over_and_another_word_is_not() {
    assert_eq!(meant("a conflcit with a coworker")[0].0, 1);
    assert_eq!(meant("the wether was terible")[0].0, 0);
    assert_eq!(meant("tell me abuot a quarrle")[0].0, 1);
    assert_eq!(meant("the feather"), [], "another letter at the beginning");
    assert_eq!(meant("a lag"), [], "too short to tell");
}

#[test]
fn what_leads_up_to_a_question_weighs_less_than_what_is_asked() {
    for lead in [
        "So, ",
        "Okay, next one: ",
        "I see you sailed a lot. ",
        "Let's talk about the log now - ",
    ] {
        let found = meant(&format!("{lead}tell me about a storm that broke your plan"));
        assert_eq!(found[0], (0, Sure::Prompt), "{lead}");
    }
    assert_eq!(meant("Conflict with a coworker - can you give me an example?")[0].0, 1);
    assert_eq!(meant("So why do you keep a log?")[0].0, 4);
}

proptest! {
    #[test]
    fn every_wording_finds_its_own_question_first_and_surely(
        asks in prop::collection::vec("[a-f]{3,5}( [a-f]{3,5}){2,5}", 1..20)
    ) {
        let mut asks = asks;
        asks.sort();
        asks.dedup();
        let bank: Vec<Question> = asks
            .chunks(2)
            .enumerate()
            .map(|(n, texts)| Question {
                ask: texts[0].clone(),
                also: texts[1..].iter().collect(),
                ..question(&format!("q{n}"), Category::Failure, &[])
            })
            .collect();
        let wordings = Wordings::new(&bank);
        for (place, one) in bank.iter().enumerate() {
            for text in one.wordings() {
                let first = wordings.look_up(&format!("  {}?!", text.to_uppercase()), 1)[0];
                prop_assert_eq!(first.place, place);
                prop_assert!(first.sure <= Sure::Also);
            }
        }
    }

    #[test]
    fn likeness_is_between_nothing_and_all_and_the_order_falls_along_the_list(
        asks in prop::collection::vec("[a-e]{3}( [a-e]{3}){1,4}", 1..12),
        sentence in "[a-e]{3}( [a-e]{3}){0,6}[.?]?( [a-e]{3}){0,3}",
    ) {
        let bank: Vec<Question> = asks
            .iter()
            .enumerate()
            .map(|(n, ask)| Question { ask: ask.clone(), ..question(&format!("q{n}"), Category::Failure, &[]) })
            .collect();
        let found = Wordings::new(&bank).look_up(&sentence, 100);
        let bounded = |one: f64| (0.0..=1.0).contains(&one);
        prop_assert!(found.iter().all(|meant| bounded(meant.likeness) && bounded(meant.order)));
        prop_assert!(found.is_sorted_by(|a, b| a.order >= b.order), "{:?}", found);
    }
}
