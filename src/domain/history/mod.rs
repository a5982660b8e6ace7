//! Everything practised so far: a fold over the set of events.

pub mod attempt;
pub mod bounds;
pub mod event;
mod fold;
pub mod sprint_answer;
pub mod unended;

use crate::domain::days::{self, DayStart, Local};
use foldhash::HashMap;
use jiff::Timestamp;
use jiff::civil::Date;

use self::attempt::Attempt;
use self::event::DrillBegun;
use self::sprint_answer::SprintAnswer;
use super::id::{EventId, QuestionId};
use super::memory::Memory;
use super::memory::forgetting::ForgettingCurve;
use super::memory::review::Review;
use super::rating::Rating;

/// The folded events. Any union of the same events, in any order, gives the same history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    #[allow(
        clippy::vec_box,
        reason = "events bring them boxed; a long log is not copied once more"
    )]
    attempts: Vec<Box<Attempt>>,
    place: HashMap<EventId, usize>,
    /// When a day begins.
    starts: DayStart,
    /// The local day of each attempt, in days since 1970.
    days: Vec<i32>,
    told: HashMap<QuestionId, Told>,
    pace: ForgettingCurve,
    drills: Vec<(Timestamp, i32, DrillBegun)>,
    ended: HashMap<EventId, Vec<QuestionId>>,
    notes: Vec<NoteKept>,
    heard: HashMap<EventId, Vec<Heard>>,
    partner: Option<String>,
    sprints: Vec<SprintAnswer>,
}

/// What is known of one question.
#[derive(Clone, Debug, Default, PartialEq)]
struct Told {
    /// Its attempts.
    places: Vec<usize>,
    /// The reviews of sprints, which are no attempts; each with how far east of UTC it was.
    sprints: Vec<(Review, i32)>,
    /// What they left behind, at the pace of the history.
    memory: Option<Memory>,
}

/// How somebody else rated an attempt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Who.
    pub by: String,
    /// How it went, to them.
    pub rating: Rating,
    /// When it was written down.
    pub t: Timestamp,
}

/// A note on a question that never came to be rated in its drill.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteKept {
    /// When it was typed.
    pub t: Timestamp,
    /// The drill.
    pub drill: EventId,
    /// The question.
    pub question: QuestionId,
    /// Its text.
    pub text: String,
}

impl History {
    /// How fast the person forgets.
    pub fn pace(&self) -> &ForgettingCurve {
        &self.pace
    }

    /// What is remembered of a question; none where it was never told.
    pub fn memory(&self, question: &QuestionId) -> Option<&Memory> {
        self.told.get(question)?.memory.as_ref()
    }

    /// How likely a question comes to mind at a time, 0 to 1; 0 where it was never told.
    pub fn recall(&self, question: &QuestionId, now: Timestamp) -> f64 {
        self.memory(question)
            .map_or(0.0, |memory| memory.recall(&self.pace, now))
    }

    /// The questions that are remembered, in no order.
    pub fn remembered(&self) -> impl Iterator<Item = (&QuestionId, &Memory)> {
        let told = self.told.iter();
        told.filter_map(|(id, told)| Some((id, told.memory.as_ref()?)))
    }

    /// Every attempt that was not taken back, the oldest first.
    pub fn attempts(&self) -> impl DoubleEndedIterator<Item = &Attempt> {
        let all = self.attempts.iter().map(|attempt| &**attempt);
        all.filter(|attempt| !attempt.taken_back)
    }

    /// Every attempt, those taken back among them.
    pub fn all_attempts(&self) -> &[Box<Attempt>] {
        &self.attempts
    }

    /// The attempt with this id, taken back or not.
    pub fn attempt(&self, id: &EventId) -> Option<&Attempt> {
        self.place.get(id).map(|place| &*self.attempts[*place])
    }

    /// How others rated an attempt, in the order they said so.
    pub fn heard(&self, attempt: &EventId) -> &[Heard] {
        self.heard.get(attempt).map_or(&[], Vec::as_slice)
    }

    /// Everybody who rated an attempt of another, once for each time.
    pub fn partners(&self) -> impl Iterator<Item = &str> {
        self.heard.values().flatten().map(|heard| heard.by.as_str())
    }

    /// Who rated an attempt last, of all partners.
    pub fn last_partner(&self) -> Option<&str> {
        self.partner.as_deref()
    }

    /// The attempts at a question, the oldest first.
    pub fn of_question(&self, question: &QuestionId) -> impl DoubleEndedIterator<Item = &Attempt> {
        self.told
            .get(question)
            .map_or(&[][..], |told| told.places.as_slice())
            .iter()
            .map(|place| &*self.attempts[*place])
            .filter(|attempt| !attempt.taken_back)
    }

    /// What came of every question of a sprint, the oldest first.
    pub fn taken(&self) -> impl Iterator<Item = &SprintAnswer> {
        self.sprints.iter()
    }

    /// How many attempts there are, those taken back left out.
    pub fn len(&self) -> usize {
        self.attempts().count()
    }

    /// Whether nothing was ever rated.
    pub fn is_empty(&self) -> bool {
        self.attempts().next().is_none()
    }

    /// Notes on a question that were typed in drills where it was then not rated, the oldest first.
    pub fn notes_unrated(&self, question: &QuestionId) -> impl Iterator<Item = &NoteKept> {
        self.notes
            .iter()
            .filter(move |note| note.question == *question && !note.text.is_empty() && !self.rated_in(note))
    }

    fn rated_in(&self, note: &NoteKept) -> bool {
        self.of_question(&note.question)
            .any(|attempt| attempt.drill == note.drill)
    }

    /// The number of attempts on each of the last `days` days, the latest last.
    pub fn by_day(&self, today: Date, days: usize, local: &Local) -> Vec<usize> {
        let mut counts = vec![0; days];
        for attempt in self.attempts().rev() {
            let ago = days::between(attempt.day(local), today);
            if let Ok(ago) = usize::try_from(ago) {
                if ago < days {
                    counts[days - 1 - ago] += 1;
                } else {
                    break;
                }
            }
        }
        counts
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::attempt::AttemptChange;
    use super::event::{Event, EventKind, EventMeta};
    use super::*;
    use crate::domain::category::Category;
    use proptest::prelude::*;

    pub(crate) fn attempt(id: &str, t: i64, question: &str, category: Category, rating: Rating) -> Attempt {
        Attempt {
            id: id.into(),
            t: Timestamp::from_second(t).unwrap_or_default(),
            off: 0,
            question: question.into(),
            wording: "w".into(),
            category,
            answer: None,
            version: None,
            rating,
            think: 10.0,
            speak: 100.0,
            over: 0.0,
            split: None,
            paused: 0.0,
            gaps: Vec::new(),
            guess: None,
            expected: None,
            dimensions: [None; 5],
            beats: None,
            probes: Vec::new(),
            note: String::new(),
            pick: Some(super::attempt::Pick::Random),
            seed: 7,
            drill: "d".into(),
            taken_back: false,
        }
    }

    pub(crate) fn event(n: u64, t: i64, kind: EventKind) -> Event {
        let id = match &kind {
            EventKind::Attempt(attempt) => attempt.id.clone(),
            _ => format!("e{n}").into(),
        };
        Event {
            meta: EventMeta {
                t: Timestamp::from_second(t).unwrap_or_default(),
                dev: "dev".into(),
                run: format!("run{}", n % 3).into(),
                n,
                id,
                off: 0,
            },
            kind,
        }
    }

    fn some_events(seeds: &[(u8, u8, u8)]) -> Vec<Event> {
        seeds
            .iter()
            .enumerate()
            .map(|(n, (kind, target, value))| {
                let rating = Rating::ALL[usize::from(value % 4)];
                let what = if kind % 2 == 0 {
                    EventKind::Attempt(Box::new(attempt(
                        &format!("a{n}"),
                        n as i64,
                        "q",
                        Category::Conflict,
                        rating,
                    )))
                } else {
                    EventKind::Correction {
                        target: format!("a{}", usize::from(*target) % seeds.len()).into(),
                        change: AttemptChange {
                            rating: Some(rating),
                            taken_back: Some(value % 5 == 0),
                            ..AttemptChange::default()
                        },
                    }
                };
                event(n as u64, n as i64, what)
            })
            .collect()
    }

    #[test]
    fn an_evening_that_goes_on_after_midnight_is_one_day_where_the_person_says_so() {
        let night = 40 * 86_400 - 1_800;
        let told = [night, night + 3_600].into_iter().zip(0..).map(|(t, n)| {
            let told = attempt(&format!("a{n}"), t, "q", Category::Conflict, Rating::Solid);
            event(n, t, EventKind::Attempt(Box::new(told)))
        });
        let events: Vec<Event> = told.collect();
        let once = History::fold(events[..1].to_vec());
        let mut history = History::fold(events);
        let memory = |history: &History| history.memory(&"q".into()).copied();
        assert_ne!(memory(&history), memory(&once), "two days of the calendar");
        let four = DayStart::at(jiff::civil::time(4, 0, 0, 0)).unwrap_or_default();
        let at_four = Local::UTC.beginning(four);
        let days = |history: &History, local: &Local| history.by_day(jiff::civil::date(1970, 2, 10), 2, local);
        assert_eq!(days(&history, &Local::UTC), [1, 1]);
        assert_eq!(days(&history, &at_four), [2, 0]);
        history.begin_days(four);
        assert_eq!(memory(&history), memory(&once), "one evening");
        history.begin_days(DayStart::default());
        assert_ne!(memory(&history), memory(&once));
    }

    #[test]
    fn a_partner_is_heard_once_an_attempt_and_the_last_word_counts() {
        let heard = |n: u64, by: &str, rating| {
            let what = EventKind::Heard {
                target: "a1".into(),
                by: by.to_owned(),
                rating,
            };
            event(n, n as i64, what)
        };
        let told = attempt("a1", 1, "q1", Category::Conflict, Rating::Solid);
        let history = History::fold(vec![
            heard(4, "Mira", Rating::Solid),
            heard(2, "Mira", Rating::Rough),
            heard(3, "Jon", Rating::Froze),
            event(1, 1, EventKind::Attempt(Box::new(told))),
        ]);
        let said: Vec<(&str, Rating)> = history
            .heard(&"a1".into())
            .iter()
            .map(|heard| (heard.by.as_str(), heard.rating))
            .collect();
        assert_eq!(said, [("Jon", Rating::Froze), ("Mira", Rating::Solid)]);
        assert_eq!(history.last_partner(), Some("Mira"));
        assert_eq!(
            history.attempts().map(|attempt| attempt.rating).collect::<Vec<_>>(),
            [Rating::Solid]
        );
    }

    proptest! {
        #[test]
        fn order_and_repetition_of_events_change_nothing(
            seeds in proptest::collection::vec(any::<(u8, u8, u8)>(), 1..40),
            shuffle in any::<u64>(),
        ) {
            let events = some_events(&seeds);
            let mut other = events.clone();
            other.extend(events.iter().take(seeds.len() / 2).cloned());
            let len = other.len();
            for n in 0..len {
                other.swap(n, (shuffle as usize).wrapping_mul(n + 7) % len);
            }
            prop_assert_eq!(History::fold(events), History::fold(other));
        }
    }

    #[test]
    fn another_wording_and_an_edited_answer_keep_what_is_remembered() {
        let mut told: Vec<Attempt> = (0..3)
            .map(|n| attempt(&format!("a{n}"), n * 5 * 86_400, "q", Category::Conflict, Rating::Solid))
            .collect();
        let events = |told: &[Attempt]| {
            let each = told.iter().cloned().enumerate();
            each.map(|(n, one)| event(n as u64, one.t.as_second(), EventKind::Attempt(Box::new(one))))
                .collect()
        };
        let before = History::fold(events(&told)).memory(&"q".into()).copied();
        told[1].wording = "another".into();
        told[2].version = Some("another".into());
        assert!(before.is_some());
        assert_eq!(History::fold(events(&told)).memory(&"q".into()).copied(), before);
    }

    #[test]
    fn what_is_added_later_is_remembered_as_if_it_had_been_there_from_the_first() {
        let all: Vec<Event> = (0..12_u64)
            .map(|n| {
                let (id, question, rating) = (format!("a{n}"), format!("q{}", n % 3), Rating::ALL[n as usize % 4]);
                let t = n as i64 * 40_000;
                event(
                    n,
                    t,
                    EventKind::Attempt(Box::new(attempt(&id, t, &question, Category::Conflict, rating))),
                )
            })
            .chain([event(
                12,
                500_000,
                EventKind::Correction {
                    target: "a9".into(),
                    change: AttemptChange {
                        taken_back: Some(true),
                        ..AttemptChange::default()
                    },
                },
            )])
            .collect();
        let mut grown = History::fold(all[..5].to_vec());
        for event in &all[5..] {
            grown.add(event.clone());
        }
        assert_eq!(grown, History::fold(all));
    }
}
