use super::*;
use crate::domain::answer::Answer;
use crate::domain::answer::tests::answer;
use crate::domain::history::event::EventKind;
use crate::domain::history::tests::{attempt, event};
use crate::domain::question::lens::Value;
use crate::domain::question::tests::question;
use proptest::prelude::*;

fn answer_to(id: &str, questions: &[&str], tags: &[&str]) -> Answer {
    Answer {
        id: id.into(),
        title: format!("Answer {id}"),
        questions: questions.iter().map(QuestionId::from).collect(),
        tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        ..answer("## Action\n- did it\n")
    }
}

fn told_as(
    n: u64,
    question: &str,
    category: Category,
    answer: &str,
    rating: Rating,
) -> crate::domain::history::event::Event {
    let mut attempt = attempt(&format!("t{n}"), n as i64, question, category, rating);
    attempt.answer = Some(answer.into());
    event(n, n as i64, EventKind::Attempt(Box::new(attempt)))
}

fn library() -> Library {
    let questions = vec![
        question("c1", Category::Conflict, &["backbone"]),
        question("c2", Category::Conflict, &["humility"]),
        question("f1", Category::Failure, &["humility"]),
        question("d1", Category::Deadline, &[]),
        question("o1", Category::Ownership, &["ownership"]),
        question("pay", Category::Logistics, &[]),
    ];
    let answers = vec![
        answer_to("a", &["c1"], &[]),
        answer_to("b", &["f1", "o1"], &[]),
        answer_to("e", &["c2", "o1"], &["backbone"]),
        answer_to("z", &["pay"], &[]),
    ];
    Library::new(questions, answers)
}

fn table(coverage: &Coverage) -> Vec<(String, String)> {
    let mark = |cell: &Cell| match cell {
        Cell::Apart => '.',
        Cell::Untold => 'o',
        Cell::Rough => 'r',
        Cell::Well => 'w',
    };
    let row = |row: &Row| (row.name.clone(), row.cells.iter().map(mark).collect());
    coverage.rows.iter().map(row).collect()
}

fn history() -> History {
    History::fold(vec![
        told_as(1, "c1", Category::Conflict, "a", Rating::Strong),
        told_as(2, "c1", Category::Conflict, "a", Rating::Rough),
        told_as(3, "o1", Category::Ownership, "e", Rating::Solid),
        told_as(4, "c2", Category::Conflict, "gone", Rating::Solid),
    ])
}

#[test]
fn gaps_come_first_and_the_last_telling_decides() {
    let coverage = Coverage::by_category(&library(), &history(), &Settings::default());
    let rows = table(&coverage);
    let rows: Vec<(&str, &str)> = rows
        .iter()
        .map(|(name, cells)| (name.as_str(), cells.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("deadline", "..."),
            ("conflict", "r.o"),
            ("failure", ".o."),
            ("ownership", ".ow")
        ]
    );
    let titles: Vec<&str> = coverage.columns.iter().map(|column| column.answer.as_str()).collect();
    assert_eq!(titles, ["a", "b", "e"], "what serves nothing drilled has no column");
    assert_eq!(
        coverage.gaps().map(|row| row.name.as_str()).collect::<Vec<_>>(),
        ["deadline"]
    );
    assert_eq!(coverage.fewest.len(), 2);
}

#[test]
fn values_are_served_by_tags_and_by_questions() {
    let value = |id: &str, tag: &str| Value {
        id: id.into(),
        title: id.to_uppercase(),
        about: String::new(),
        tags: vec![tag.to_owned()],
    };
    let lens = Lens {
        id: "acme".into(),
        title: "Acme".into(),
        about: String::new(),
        values: vec![
            value("bold", "backbone"),
            value("kind", "humility"),
            value("big", "think-big"),
        ],
    };
    let coverage = Coverage::by_value(&lens, &library(), &history(), &Settings::default());
    let rows = table(&coverage);
    assert_eq!(rows[0], ("BIG".to_owned(), "...".to_owned()));
    assert_eq!(rows[1], ("BOLD".to_owned(), "r.o".to_owned()));
    assert_eq!(rows[2], ("KIND".to_owned(), ".oo".to_owned()));
    assert_eq!(coverage.rows[2].questions, 2);
    assert_eq!(coverage.fewest, [2]);
}

#[test]
fn an_answer_in_five_categories_is_overused() {
    let in_five: Vec<_> = Category::ALL[..4]
        .iter()
        .enumerate()
        .map(|(n, category)| told_as(n as u64, "x", *category, "b", Rating::Solid))
        .collect();
    let coverage = Coverage::by_category(&library(), &History::fold(in_five), &Settings::default());
    let used: Vec<usize> = coverage.columns.iter().map(|column| column.categories).collect();
    assert_eq!(used, [1, 5, 2]);
    assert!(coverage.columns[1].overused() && !coverage.columns[2].overused());
}

#[test]
fn nothing_at_all_is_no_trouble() {
    let coverage = Coverage::by_category(&Library::default(), &History::default(), &Settings::default());
    assert_eq!(coverage, Coverage::default());
}

/// What an answer is to a category, looked up from scratch.
fn slowly(library: &Library, history: &History, category: Category, answer: &Answer) -> Cell {
    let told: Vec<_> = history
        .attempts()
        .filter(|attempt| attempt.category == category && attempt.answer.as_ref() == Some(&answer.id))
        .collect();
    let asks = |id: &QuestionId| {
        library
            .question(id.as_str())
            .is_some_and(|question| question.category == category)
    };
    match told.iter().max_by_key(|attempt| attempt.t) {
        Some(last) if last.rating >= Rating::Solid => Cell::Well,
        Some(_) => Cell::Rough,
        None if answer.questions.iter().any(asks) => Cell::Untold,
        None => Cell::Apart,
    }
}

proptest! {
    #[test]
    fn every_cell_is_what_a_slow_look_finds(told in proptest::collection::vec((0..5_usize, 0..4_usize, 0..4_usize), 0..40)) {
        let library = library();
        let asked = [
            ("c1", Category::Conflict),
            ("c2", Category::Conflict),
            ("f1", Category::Failure),
            ("d1", Category::Deadline),
            ("o1", Category::Ownership),
        ];
        let events = told.iter().enumerate().map(|(n, (question, answer, rating))| {
            let (id, category) = asked[*question];
            told_as(n as u64, id, category, ["a", "b", "e", "gone"][*answer], Rating::ALL[*rating])
        });
        let history = History::fold(events.collect());
        let coverage = Coverage::by_category(&library, &history, &Settings::default());
        for row in &coverage.rows {
            let Topic::Category(category) = row.topic else { continue };
            for (column, cell) in coverage.columns.iter().zip(&row.cells) {
                let answer = library.answer(column.answer.as_str()).cloned();
                let slow = answer.map(|answer| slowly(&library, &history, category, &answer));
                prop_assert_eq!(slow, Some(*cell));
            }
        }
    }
}
