use super::*;
use crate::domain::answer::Answer;
use crate::domain::answer::tests::{answer, finished};
use crate::domain::days::Local;
use crate::domain::history::History;
use crate::domain::history::attempt::Split;
use crate::domain::history::event::{Event, EventKind};
use crate::domain::history::tests::{attempt, event};
use crate::domain::library::Library;
use crate::domain::part::Part;
use crate::domain::progress::selection::tests::question;
use crate::domain::question::Question;
use crate::domain::random::DrillRng;
use crate::domain::settings::Settings;

const DAY: i64 = 86_400;
/// The day every case is looked at.
const TODAY: i64 = 1000;
/// Questions of each category.
const EACH: usize = 6;

/// A home as a case of the table writes it.
pub(in crate::domain::progress) struct Home {
    pub(in crate::domain::progress) library: Library,
    pub(in crate::domain::progress) history: History,
    pub(in crate::domain::progress) lessons: Vec<FeedbackSignal>,
}

#[derive(Default)]
struct Writing {
    questions: Vec<Question>,
    answers: Vec<Answer>,
    events: Vec<Event>,
    lessons: Vec<FeedbackSignal>,
}

impl Home {
    pub(in crate::domain::progress) fn written(text: &str) -> Home {
        let mut writing = Writing::default();
        for category in text.split(';') {
            let (name, words) = category.split_once(':').unwrap_or((category, ""));
            let category = Category::from_id(name.trim()).unwrap_or(Category::Unsorted);
            writing.category(
                category,
                &words.replace(',', " ").split_whitespace().collect::<Vec<_>>(),
            );
        }
        Home {
            library: Library::new(writing.questions, writing.answers),
            history: History::fold(writing.events),
            lessons: writing.lessons,
        }
    }

    pub(in crate::domain::progress) fn standings(&self) -> Vec<CategoryStatus> {
        self.standings_on(TODAY)
    }

    fn standings_on(&self, day: i64) -> Vec<CategoryStatus> {
        standings(&Evidence {
            library: &self.library,
            history: &self.history,
            settings: &Settings::default(),
            lessons: &self.lessons,
            next: None,
            now: Timestamp::from_second(day * DAY + 36_000).unwrap_or_default(),
            zone: &Local::UTC,
        })
    }
}

impl Writing {
    fn category(&mut self, category: Category, words: &[&str]) {
        let mut place = 0;
        let mut common = 2;
        let mut told: Vec<Attempt> = Vec::new();
        let mut words = words.iter().copied();
        let number = |word: Option<&str>| word.and_then(|word| word.parse::<usize>().ok()).unwrap_or(0);
        while let Some(word) = words.next() {
            match word {
                "over" => told.iter_mut().for_each(|attempt| attempt.over = 12.0),
                "cut" => told
                    .iter_mut()
                    .for_each(|attempt| attempt.split = Some(without_result())),
                "answer" => self
                    .answers
                    .push(finished(&format!("{category}-a"), &[&id(category, 0)])),
                "draft" => self.answers.push(Answer {
                    id: format!("{category}-d").as_str().into(),
                    questions: vec![id(category, 0).as_str().into()],
                    ..answer("## Situation\nTwo teams.\n## Action\n")
                }),
                "feedback" => self.lesson(category, "Northwind: say it sooner", 0.5),
                "asked" => self.lesson(category, "Acme has asked about it before", 0.1),
                "common" => common = number(words.next()),
                "first" => place = number(words.next()) - 1,
                "again" => {
                    place -= 1;
                    if let Some(last) = told.last_mut() {
                        last.question = id(category, place - 1).as_str().into();
                    }
                }
                rating => {
                    let rating = Rating::ALL
                        .into_iter()
                        .find(|one| one.word() == rating)
                        .unwrap_or(Rating::Froze);
                    let ago = number(words.next()) as i64;
                    let t = (TODAY - ago) * DAY + 32_400;
                    told.push(attempt("", t, &id(category, place), category, rating));
                    place += 1;
                }
            }
        }
        for attempt in told {
            let n = self.events.len();
            let attempt = Attempt {
                id: format!("a{n}").as_str().into(),
                ..attempt
            };
            self.events.push(event(
                n as u64,
                attempt.t.as_second(),
                EventKind::Attempt(Box::new(attempt)),
            ));
        }
        self.questions.extend((0..EACH).map(|n| Question {
            common: n < common,
            ..question(&id(category, n), category)
        }));
    }

    fn lesson(&mut self, category: Category, words: &str, weight: f64) {
        self.lessons.push(FeedbackSignal {
            category,
            words: words.to_owned(),
            weight,
        });
    }
}

fn id(category: Category, place: usize) -> String {
    format!("{category}-{place}")
}

fn without_result() -> Split {
    let mut split = Split([Some(20.0); 5]);
    split.0[Part::Result.index()] = None;
    split.0[Part::Reflection.index()] = None;
    split
}

fn one(text: &str) -> CategoryStatus {
    Home::written(text).standings().remove(0)
}

#[test]
fn a_lesson_makes_a_category_more_important_and_leaves_how_ready_it_is() {
    let (before, after) = (one("conflict: solid 1"), one("conflict: solid 1 feedback"));
    assert!((after.ready - before.ready).abs() < f64::EPSILON);
    assert!((after.importance - 1.5 * before.importance).abs() < 1e-12);
}

#[test]
fn the_strip_holds_the_last_six_the_newest_last() {
    let standing = one("conflict: froze 9, rough 8, rough 7, solid 6, solid 5, strong 4, strong 3");
    let words: Vec<&str> = standing.strip.iter().map(|rating| rating.word()).collect();
    assert_eq!(words, ["rough", "rough", "solid", "solid", "strong", "strong"]);
    assert_eq!(one("conflict:").strip, []);
}

#[test]
fn a_question_told_twice_is_one_told() {
    assert_eq!(
        one("conflict: strong 2 answer, strong 1 again").reason(),
        "1 of 6 questions told"
    );
}

#[test]
fn figures_that_nothing_was_told_for_are_none() {
    let untold = one("conflict:");
    assert_eq!((untold.rating, untold.spread, untold.last), (None, None, None));
    assert_eq!(one("conflict: strong 1, strong 1").spread, Some(0.0));
}

#[test]
fn order_repetition_and_devices_change_no_standing() {
    let home = Home::written("conflict: froze 9, rough 8, strong 4; failure: solid 3, solid 2 again");
    let events: Vec<Event> = home
        .history
        .attempts()
        .enumerate()
        .map(|(n, one)| event(n as u64, one.t.as_second(), EventKind::Attempt(Box::new(one.clone()))))
        .collect();
    let other: Vec<Event> = events.iter().rev().chain(&events).cloned().collect();
    let again = Home {
        history: History::fold(other),
        ..Home::written("conflict:; failure:")
    };
    assert_eq!(again.standings(), home.standings());
}

#[test]
fn how_ready_one_is_differs_from_category_to_category() {
    let spread = |seed: u64| {
        let mut draw = DrillRng::new(seed);
        let mut below = |most: usize| draw.below(most);
        let mut home = Vec::new();
        for category in Category::ALL {
            let told: Vec<String> = (0..below(5))
                .map(|_| format!("{} {}", Rating::ALL[below(4)].word(), 1 + below(20)))
                .collect();
            let answer = if below(3) == 0 { " answer" } else { "" };
            home.push(format!("{category}: {}{answer}", told.join(", ")));
        }
        let ready: Vec<f64> = Home::written(&home.join("; "))
            .standings()
            .iter()
            .map(|one| one.ready)
            .collect();
        ready.iter().copied().fold(0.0, f64::max) - ready.iter().copied().fold(1.0, f64::min)
    };
    let mut spreads: Vec<f64> = (0..200).map(spread).collect();
    spreads.sort_by(f64::total_cmp);
    assert!(spreads[100] >= 0.4, "{} in the middle of 200", spreads[100]);
}
