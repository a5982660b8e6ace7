//! What a drill from the command line asks: what everybody is asked first, and only what it is narrowed to.

use greenroom::domain::question::Question;
use greenroom::domain::question::level::Level;
use greenroom::store::banks;

use crate::support::TestEnvironment;

/// The questions that were asked in a whole drill, each told solid, of the built-in ones.
fn asked<'a>(env: &TestEnvironment, all: &'a [Question], words: &[&str]) -> Vec<&'a Question> {
    let words = [&["drill", "--plain"], words].concat();
    let printed = env.run(&words).input("\n\n3\n\n".repeat(20)).ok();
    let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
    all.iter().filter(|question| printed.contains(&question.ask)).collect()
}

fn ids(questions: &[&Question]) -> Vec<String> {
    questions.iter().map(|question| question.id.to_string()).collect()
}

/// A home that brought one file: a story for a built-in question, and a question of its own.
fn with_notes() -> TestEnvironment {
    let env = TestEnvironment::new();
    let notes = "# Tell me about a time you failed\n\n## Situation\nThe label printer ran at night.\n\n## Task\nIt was my \
                 change.\n\n## Action\nI stopped it and wrote a dry run.\n\n## Result\nNo label came twice again.\n\n# Questions\n\n\
                 - What is your greatest weakness?\n- Which of our ferries would you sail first?\n";
    env.write("notes.md", notes);
    let path = env.home().join("notes.md").display().to_string();
    env.run(&["import", &path, "--all"]).ok();
    env
}

#[test]
fn fourteen_juniors_are_asked_first_what_everybody_is_asked_at_their_level() {
    let all = banks::shipped();
    for seed in 0..14 {
        let env = TestEnvironment::new();
        env.write("greenroom.yaml", "level: junior\n");
        let asked = asked(&env, &all, &["--seed", &seed.to_string()]);
        assert_eq!(asked.len(), 5);
        for question in asked {
            assert!(question.common && question.levels.has(Level::Junior), "{}", question.id);
        }
    }
}

#[test]
fn a_home_with_nothing_in_it_is_first_asked_what_everybody_is_asked() {
    let all = banks::shipped();
    let fresh = |words: &[&str]| asked(&TestEnvironment::new(), &all, words);
    assert!(fresh(&[]).iter().all(|question| question.common));
    let manager = fresh(&["--level", "manager"]);
    assert!(
        manager
            .iter()
            .all(|question| question.common && question.levels.has(Level::Manager)),
        "{:?}",
        ids(&manager)
    );
    // What is asked for is asked, whatever begins.
    assert!(fresh(&["failure", "-n", "12"]).iter().any(|question| !question.common));
    assert!(
        fresh(&["--pick", "random", "-n", "20"])
            .iter()
            .any(|question| !question.common)
    );
}

#[test]
fn a_drill_of_what_a_file_brought_asks_its_questions_and_no_others() {
    let (env, all) = (with_notes(), banks::shipped());
    let brought = asked(&env, &all, &["--from", "elsewhere/notes.md"]);
    assert_eq!(ids(&brought), ["failure-failed", "growth-weakness"]);
    let printed = env
        .run(&["drill", "--plain", "--from", "notes.md"])
        .input("\n\n3\n\n".repeat(9))
        .ok();
    assert!(
        printed.contains("Which of our ferries would you sail first?"),
        "{printed}"
    );
    assert_eq!(
        ids(&asked(&env, &all, &["--from", "notes.md", "--answered"])),
        ["failure-failed"]
    );
    assert_eq!(ids(&asked(&env, &all, &["--answered"])), ["failure-failed"]);
}

#[test]
fn what_cannot_be_drilled_is_said_with_what_to_do() {
    let env = with_notes();
    let says = |words: &[&str]| env.run(&[&["drill", "--plain"], words].concat()).fails(2);
    let other = says(&["--from", "other.md"]);
    assert!(
        other.contains("error: nothing was brought from \"other.md\"") && other.ends_with("was brought: notes.md\n"),
        "{other}"
    );
    let none = TestEnvironment::new()
        .run(&["drill", "--plain", "--from", "other.md"])
        .fails(2);
    assert!(
        none.ends_with("hint: Bring it with `greenroom import other.md`\n"),
        "{none}"
    );
    let nothing = says(&["deadline", "--answered", "--common"]);
    assert!(
        nothing.contains("cause: no question that fits has an answer of yours")
            && nothing.contains("hint: Leave the category or --common or --answered out"),
        "{nothing}"
    );
    let named = says(&["tell me about yourself", "--common"]);
    assert!(
        named.contains("error: --common does not go with a question that is named"),
        "{named}"
    );
    let level = says(&["--level", "wizard"]);
    assert!(
        level.contains("\"wizard\" is no level: write junior, senior"),
        "{level}"
    );
}

#[test]
fn a_question_that_is_named_beside_a_category_comes_first() {
    let all = banks::shipped();
    let env = TestEnvironment::new();
    let asked = asked(&env, &all, &["tell me about yourself", "deadline", "-n", "3"]);
    let (named, picked): (Vec<&Question>, Vec<&Question>) = asked
        .into_iter()
        .partition(|question| question.id.as_str() == "motivation-your-story");
    assert_eq!((named.len(), picked.len()), (1, 2));
    assert!(picked.iter().all(|question| question.category.id() == "deadline"));
}

#[test]
fn words_that_may_mean_two_questions_take_the_first_and_say_the_other() {
    let env = TestEnvironment::new();
    let ask = |what: &str| format!("Tell me about the old ferry that was {what} one stormy winter night.");
    let (late, lost) = (ask("late"), ask("lost"));
    env.write(
        "questions/ferries.yaml",
        format!(
            "category: conflict\nquestions:\n  - id: ferry-late\n    ask: {late}\n  - id: ferry-lost\n    ask: {lost}\n"
        ),
    );
    let said = |words: &str| {
        env.run(&["drill", "--plain", words])
            .input("\n\n3\n\n")
            .ok()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let either = said("the old ferry of one stormy winter night");
    assert!(
        either.starts_with(&format!("As close: {lost} 1 of 1:")) && either.contains(&late),
        "{either}"
    );
    let mut screen = env.pty(&["drill", "the old ferry of one stormy winter night"]);
    screen.wait(&format!("As close: {lost}")).wait(&late);
    screen.close();
    let one = said(&lost);
    assert!(one.starts_with("1 of 1:") && one.contains(&lost), "{one}");
}
