use super::*;
use crate::domain::answer::tests::answer;
use crate::domain::history::History;
use crate::domain::history::event::EventKind;
use crate::domain::history::tests::{attempt, event};
use crate::domain::memory::review::Grade;
use crate::domain::progress::evidence::Evidence;
use crate::domain::progress::selection::tests::question;
use crate::domain::progress::standing::standings;
use crate::domain::rating::Rating;
use jiff::Timestamp;
use proptest::prelude::*;

fn named(id: &str, category: Category, questions: &[&str]) -> Answer {
    Answer {
        id: id.into(),
        category: Some(category),
        questions: questions.iter().map(Into::into).collect(),
        ..answer("text")
    }
}

fn library() -> Library {
    let questions = (0..12)
        .map(|n| question(&format!("q{n:02}"), Category::ALL[n % 3]))
        .collect();
    let answers = vec![
        named("aa", Category::ALL[0], &["q01"]),
        named("bb", Category::ALL[1], &[]),
    ];
    Library::new(questions, answers)
}

fn at(seconds: f64) -> Moment {
    Moment {
        elapsed: Duration::from_secs_f64(seconds),
        wall: Timestamp::UNIX_EPOCH + Duration::from_secs_f64(seconds),
    }
}

fn taken(question: &str, category: Category, answer: Option<&str>, right: bool) -> SprintAnswer {
    SprintAnswer {
        sprint: "s".into(),
        question: question.into(),
        category,
        answer: answer.map(Into::into),
        seconds: 2.0,
        limit: 10,
        right,
    }
}

#[test]
fn only_questions_that_an_answer_fits_are_asked_and_neighbours_differ() {
    let library = library();
    for seed in 0..50 {
        let ids = questions(&library, &Settings::default(), &mut DrillRng::new(seed));
        let category = |id: &QuestionId| library.question(id.as_str()).map(|question| question.category);
        assert_eq!(ids.len(), 8, "four of each of two categories; the third has no answer");
        assert!(ids.iter().all(|id| category(id) != Some(Category::ALL[2])));
        assert!(ids[..4].windows(2).all(|pair| category(&pair[0]) != category(&pair[1])));
    }
    let lonely = Library::new(
        vec![question("q", Category::ALL[0])],
        vec![named("aa", Category::ALL[0], &[])],
    );
    assert!(questions(&lonely, &Settings::default(), &mut DrillRng::new(1)).is_empty());
}

#[test]
fn missed_ones_come_once_more_with_half_the_time() {
    let library = library();
    let ask = |id: &str| {
        library
            .question(id)
            .cloned()
            .unwrap_or_else(|| question(id, Category::ALL[0]))
    };
    let (aa, bb) = (library.answer("aa"), library.answer("bb"));
    let mut sprint = Sprint::start("s".into(), vec!["q00".into(), "q01".into(), "q03".into()], at(0.0));
    let told = sprint.tell(aa, &ask("q00"), &library, at(2.0));
    assert_eq!(told.map(|t| (t.right, t.grade())), Some((true, Grade::Good)));
    let told = sprint.tell(aa, &ask("q01"), &library, at(6.5));
    assert_eq!(
        told.map(|t| (t.right, t.grade())),
        Some((true, Grade::Hard)),
        "it names the question"
    );
    assert_eq!(
        sprint.tell(bb, &ask("q03"), &library, at(7.0)).map(|t| t.right),
        Some(false)
    );
    assert_eq!((sprint.phase(), sprint.wake_in(at(8.0))), (SprintPhase::Missed, None));
    sprint.go_on(at(20.0));
    assert_eq!((sprint.round(), sprint.limit(), sprint.number()), (1, 5, (1, 1)));
    for second in 21..25 {
        assert_eq!(sprint.advance(at(f64::from(second))), None);
    }
    assert_eq!(sprint.advance(at(25.0)), Some(SprintCue::TimeUp));
    let told = sprint.tell(None, &ask("q03"), &library, at(25.0));
    assert_eq!(
        told.map(|t| (t.late(), t.seconds, t.grade())),
        Some((true, 5.0, Grade::Again))
    );
    sprint.go_on(at(26.0));
    assert_eq!(
        (sprint.phase(), sprint.rounds().0.len(), sprint.rounds().1.len()),
        (SprintPhase::Over, 3, 1)
    );
}

#[test]
fn after_a_gap_the_question_begins_anew_and_a_cover_stops_the_clock() {
    let mut sprint = Sprint::start("s".into(), vec!["q00".into()], at(0.0));
    assert_eq!(sprint.advance(at(1.0)), None);
    assert_eq!(sprint.advance(at(31.0)), Some(SprintCue::Gap(Duration::from_secs(30))));
    assert_eq!(sprint.left(at(31.0)), 10);
    sprint.cover(true, at(33.0));
    assert_eq!(sprint.wake_in(at(34.0)), None);
    sprint.cover(false, at(60.0));
    assert_eq!((sprint.left(at(61.0)), sprint.advance(at(61.0))), (7, None));
}

#[test]
fn what_is_mixed_up_is_counted_and_what_fits_by_now_is_left_out() {
    let library = library();
    let all = [
        taken("q02", Category::ALL[2], Some("aa"), false),
        taken("q05", Category::ALL[2], Some("aa"), false),
        taken("q00", Category::ALL[0], Some("bb"), false),
        taken("q01", Category::ALL[1], Some("aa"), false),
        taken("q00", Category::ALL[0], Some("gone"), false),
        taken("q00", Category::ALL[0], Some("aa"), true),
        taken("q00", Category::ALL[0], None, false),
    ];
    let found: Vec<(Category, String, usize)> = mixed_up(&all, &library)
        .into_iter()
        .map(|one| (one.asked, one.answer.to_string(), one.times))
        .collect();
    assert_eq!(
        found,
        [
            (Category::ALL[2], "aa".to_owned(), 2),
            (Category::ALL[0], "bb".to_owned(), 1),
        ]
    );
}

proptest! {
    #[test]
    fn a_sprint_changes_no_rating_no_trend_and_no_count(
        told in proptest::collection::vec((0..40_i64, 0..12_usize, 0..4_usize), 0..12),
        sprinted in proptest::collection::vec((0..40_i64, 0..12_usize, any::<bool>(), 0.0..10.0_f64), 0..12),
    ) {
        let library = library();
        let now = Timestamp::from_second(50 * 86_400).unwrap_or_default();
        let attempts = told.iter().enumerate().map(|(n, (day, q, rating))| {
            let one = attempt(&format!("a{n}"), day * 86_400, &format!("q{q:02}"), Category::ALL[q % 3], Rating::ALL[*rating]);
            event(n as u64, day * 86_400, EventKind::Attempt(Box::new(one)))
        });
        let sprints = sprinted.iter().enumerate().map(|(n, (day, q, right, seconds))| {
            let one = SprintAnswer { seconds: *seconds, ..taken(&format!("q{q:02}"), Category::ALL[q % 3], Some("aa"), *right) };
            event(100 + n as u64, day * 86_400, EventKind::Sprint(Box::new(one)))
        });
        let without = History::fold(attempts.clone().collect());
        let with = History::fold(attempts.chain(sprints).collect());
        prop_assert_eq!(with.taken().count(), sprinted.len());
        let figures = |history: &History| -> Vec<_> {
            let practice = Evidence {
                library: &library,
                history,
                settings: &Settings::default(),
                lessons: &[],
                next: None,
                now,
                zone: &crate::domain::days::Local::UTC,
            };
            let standings = standings(&practice).into_iter();
            standings.map(|s| (s.category, s.attempts, s.rating, s.last, s.trend)).collect()
        };
        prop_assert_eq!(figures(&with), figures(&without));
    }
}
