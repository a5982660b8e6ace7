//! Who is asked what: by level, by what has an answer, by a list.

use super::*;

fn of_level(id: &str, category: Category, levels: &[Level]) -> Question {
    let levels = levels.iter().copied().map(Levels::one).reduce(Levels::and);
    Question {
        levels: levels.unwrap_or(Levels::ALL),
        ..question(id, category)
    }
}

fn of_levels() -> Library {
    let questions = vec![
        of_level("anybody", Category::Failure, &[]),
        of_level("senior", Category::Failure, &[Level::Senior, Level::Staff]),
        of_level("staff", Category::Failure, &[Level::Staff, Level::Manager]),
        of_level("manager", Category::People, &[Level::Manager]),
    ];
    Library::new(questions, Vec::new())
}

/// All that may be asked, by id.
fn all_asked(library: &Library, level: Option<Levels>, only: &Only, categories: &[Category]) -> Vec<String> {
    let settings = Settings {
        level,
        ..Settings::default()
    };
    let (history, wish) = (
        History::default(),
        SelectionCriteria {
            categories,
            only,
            count: 9,
            ..EVERYTHING
        },
    );
    let practice = practice(library, &history, &settings);
    let asked = super::pick(&practice, &wish, &mut DrillRng::new(1));
    let mut ids: Vec<String> = asked.iter().map(|question| question.id.to_string()).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn nothing_comes_that_only_others_are_asked_and_a_category_of_theirs_only_by_its_name() {
    let library = of_levels();
    let asked = |level: &[Level], categories: &[Category]| {
        let level = level.iter().copied().map(Levels::one).reduce(Levels::and);
        all_asked(&library, level, &NOTHING_MORE, categories)
    };
    assert_eq!(asked(&[], &[]), ["anybody", "senior"]);
    assert_eq!(asked(&[Level::Junior], &[]), ["anybody"]);
    assert_eq!(
        asked(&[Level::Junior, Level::Manager], &[]),
        ["anybody", "manager", "staff"]
    );
    assert_eq!(asked(&Level::ALL, &[]).len(), 4);
    assert_eq!(asked(&[], &[Category::Failure]), ["anybody", "senior"]);
    assert_eq!(asked(&[], &[Category::People]), ["manager"]);
    assert_eq!(asked(&[Level::Junior], &[Category::People]), [""; 0]);
}

#[test]
fn a_drill_keeps_to_what_everybody_is_asked_to_what_has_an_answer_and_to_a_list() {
    let common = |id: &str, common| Question {
        common,
        ..question(id, Category::Failure)
    };
    let questions = vec![
        common("all", true),
        common("told", true),
        common("own", false),
        common("rest", false),
    ];
    let answer = Answer {
        questions: vec!["told".into(), "own".into()],
        ..answer("## Action\n- did it\n")
    };
    let library = Library::new(questions, vec![answer]);
    let asked = |common, answered, among: &[&str]| {
        let among = (!among.is_empty()).then(|| among.iter().map(|id| QuestionId::from(*id)).collect());
        let only = Only {
            common,
            answered,
            levels: None,
            among,
        };
        all_asked(&library, None, &only, &[])
    };
    assert_eq!(asked(true, false, &[]), ["all", "told"]);
    assert_eq!(asked(false, true, &[]), ["own", "told"]);
    assert_eq!(asked(true, true, &[]), ["told"]);
    assert_eq!(asked(false, false, &["own", "all"]), ["all", "own"]);
    assert_eq!(asked(false, true, &["own", "all"]), ["own"]);
    assert_eq!(asked(true, true, &["own", "all"]), [""; 0]);
    assert_eq!(asked(false, false, &[]).len(), 4);
}

#[test]
fn a_level_that_is_said_for_a_drill_stands_before_that_of_the_settings() {
    let library = of_levels();
    let at = |level: &[Level], categories: &[Category]| {
        let levels = level.iter().copied().map(Levels::one).reduce(Levels::and);
        let only = Only {
            levels,
            ..Only::default()
        };
        all_asked(&library, Some(Levels::one(Level::Junior)), &only, categories)
    };
    assert_eq!(at(&[], &[]), ["anybody"]);
    assert_eq!(at(&[Level::Manager], &[]), ["anybody", "manager", "staff"]);
    assert_eq!(at(&[], &[Category::People]), [""; 0]);
    assert_eq!(at(&[Level::Manager], &[Category::People]), ["manager"]);
}
