//! The demo: a throw-away home with the sample answers, four interviews and three weeks of practice that depend on the
//! day alone.

mod interviews;

use std::io;
use std::path::Path;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use super::answers::samples;
use super::banks::shipped;
use super::files::atomic::write_new;
use super::files::places::Places;
use super::files::said::Said;
use super::interviews::create;
use super::load::home;
use super::log::LogWriter;
use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::days::{Local, day_of};
use crate::domain::drill::sprint::fits;
use crate::domain::history::History;
use crate::domain::history::attempt::{Attempt, BeatsTold, Pick, Split};
use crate::domain::history::event::{Event, EventKind, EventMeta};
use crate::domain::history::sprint_answer::SprintAnswer;
use crate::domain::library::Library;
use crate::domain::progress::evidence::Evidence;
use crate::domain::progress::readiness::expected;
use crate::domain::question::{Parts, Question};
use crate::domain::rating::Rating;
use crate::domain::settings::Settings;

/// A home that goes when this is dropped.
#[derive(Debug)]
pub struct Demo {
    places: Places,
    folder: TempDir,
}

/// Its settings: the person is asked at every level.
const SETTINGS: &str = "format: 1\nlevel: all\n";

/// What was practised: days ago, category, which of its questions, rating, seconds spoken.
///
/// Failure gets better, conflict slips, people was never tried; the rest was tried now and then.
const PRACTISED: [(i64, Category, usize, u8, u32); 41] = [
    (20, Category::Failure, 0, 1, 164),
    (20, Category::Conflict, 0, 4, 112),
    (20, Category::Motivation, 0, 3, 78),
    (19, Category::Ownership, 0, 2, 141),
    (19, Category::Deadline, 0, 2, 150),
    (17, Category::Failure, 1, 2, 158),
    (17, Category::Technical, 0, 2, 171),
    (17, Category::Conflict, 1, 4, 108),
    (15, Category::Mentoring, 0, 3, 96),
    (15, Category::Influence, 0, 2, 133),
    (14, Category::Failure, 0, 2, 149),
    (14, Category::Proudest, 0, 3, 117),
    (14, Category::Deadline, 1, 3, 121),
    (12, Category::Conflict, 2, 3, 118),
    (12, Category::Change, 0, 2, 139),
    (12, Category::Customer, 0, 3, 102),
    (10, Category::Failure, 2, 3, 126),
    (10, Category::Decisions, 0, 2, 135),
    (10, Category::Growth, 0, 3, 88),
    (9, Category::Ownership, 1, 3, 119),
    (9, Category::Prioritization, 0, 2, 144),
    (8, Category::Conflict, 0, 3, 127),
    (8, Category::Mentoring, 1, 4, 92),
    (8, Category::Technical, 1, 3, 123),
    (7, Category::Ambiguity, 0, 1, 61),
    (7, Category::Failure, 1, 3, 118),
    (6, Category::Deadline, 0, 3, 116),
    (6, Category::Motivation, 1, 4, 72),
    (5, Category::Conflict, 1, 2, 141),
    (5, Category::Failure, 0, 4, 111),
    (5, Category::Change, 1, 3, 109),
    (4, Category::Influence, 1, 3, 114),
    (4, Category::Prioritization, 1, 2, 138),
    (3, Category::Conflict, 3, 2, 146),
    (3, Category::Customer, 1, 3, 98),
    (2, Category::Failure, 3, 4, 107),
    (2, Category::Decisions, 1, 3, 115),
    (2, Category::Growth, 1, 4, 84),
    (1, Category::Technical, 2, 3, 120),
    (1, Category::Conflict, 0, 2, 152),
    (1, Category::Mentoring, 0, 4, 90),
];

/// Notes on some of them, by their place in the list.
const NOTES: [(usize, &str); 6] = [
    (0, "lost the thread after the alarm"),
    (12, "the number of devices helped"),
    (24, "no story came; write one"),
    (28, "skipped how it ended again"),
    (33, "too long before the disagreement starts"),
    (35, "just like this"),
];

/// A sprint four days ago: what was asked, which of its questions, an answer to which category was taken (none: too
/// late), after how many seconds, of how many.
const SPRINTED: [(Category, usize, Option<Category>, f64, u32); 8] = [
    (Category::Ownership, 2, Some(Category::Ownership), 2.1, 10),
    (Category::Customer, 2, Some(Category::Change), 4.2, 10),
    (Category::Deadline, 2, Some(Category::Deadline), 3.4, 10),
    (Category::Mentoring, 2, Some(Category::Mentoring), 1.8, 10),
    (Category::Decisions, 2, None, 10.0, 10),
    (Category::Growth, 2, Some(Category::Growth), 2.6, 10),
    (Category::Customer, 2, Some(Category::Change), 2.9, 5),
    (Category::Decisions, 2, Some(Category::Decisions), 3.1, 5),
];

/// Seconds to speak.
const TARGET: f64 = 120.0;

impl Demo {
    /// Makes the home, for a moment in the person's zone.
    ///
    /// # Errors
    /// What the system said.
    pub fn open(now: Timestamp, zone: &TimeZone) -> io::Result<Demo> {
        let mut builder = tempfile::Builder::new();
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = builder.prefix("greenroom-demo-").tempdir()?;
        let places = Places {
            home: folder.path().join("home"),
            state: folder.path().join("state"),
        };
        for (name, text) in samples() {
            let path = places.answers().join(name);
            write_new(&path, text.as_bytes())?;
            std::fs::File::options()
                .append(true)
                .open(path)?
                .set_modified(now.into())?;
        }
        for (company, begun, text) in interviews::files(day_of(now, &Local::new(zone.clone()))) {
            create(&places, company, begun, &text).map_err(|problem| io::Error::other(Said(problem.what)))?;
        }
        write_new(&places.settings(), SETTINGS.as_bytes())?;
        let library = home(&places).library;
        let mut writer = LogWriter::new(&places, "demo", "01900000-0000-7000-8000-000000000000");
        writer.append(&expecting(events(&library, now), &library))?;
        Ok(Demo { places, folder })
    }

    /// Where it is.
    pub fn places(&self) -> &Places {
        &self.places
    }

    /// The folder that holds its home and its state, and goes with it.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }
}

/// Takes out the folder of a demo whose program ends without dropping it; as much of it as can be.
pub fn clear_up(folder: &Path) {
    std::fs::remove_dir_all(folder).ok();
}

fn events(library: &Library, now: Timestamp) -> Vec<Event> {
    let mut questions = shipped();
    questions.sort_by_key(|question| library.answers_to(&question.id).next().is_none());
    PRACTISED
        .iter()
        .enumerate()
        .filter_map(|(n, row)| {
            let (_, category, which, ..) = *row;
            Some(event(n, row, nth(&questions, category, which)?, library, now))
        })
        .chain(sprint(&questions, library, now))
        .collect()
}

/// The same, each attempt with what was expected of it.
fn expecting(mut events: Vec<Event>, library: &Library) -> Vec<Event> {
    let mut history = History::default();
    for event in &mut events {
        if let EventKind::Attempt(attempt) = &mut event.kind {
            let practice = Evidence {
                library,
                history: &history,
                settings: &Settings::default(),
                lessons: &[],
                next: None,
                now: attempt.t,
                zone: &Local::UTC,
            };
            let question = library.question(&attempt.question);
            attempt.expected = question.map(|question| expected(&practice, question));
        }
        history.add(event.clone());
    }
    events
}

/// One of the questions of a category.
fn nth(questions: &[Question], category: Category, which: usize) -> Option<&Question> {
    questions
        .iter()
        .filter(|question| question.category == category)
        .nth(which)
}

fn sprint(questions: &[Question], library: &Library, now: Timestamp) -> impl Iterator<Item = Event> {
    SPRINTED.iter().enumerate().filter_map(move |(n, row)| {
        let (category, which, served, seconds, limit) = *row;
        let question = nth(questions, category, which)?;
        let serving = |answer: &&Answer| served.is_some_and(|category| library.category_of(answer) == category);
        let answer = library.answers().iter().find(serving);
        let taken = SprintAnswer {
            sprint: "demo-sprint".into(),
            question: question.id.clone(),
            category,
            answer: answer.map(|answer| answer.id.clone()),
            seconds,
            limit,
            right: answer.is_some_and(|answer| fits(library, answer, question)),
        };
        let ago = SignedDuration::from_hours(4 * 24) - SignedDuration::from_secs(n as i64 * 12);
        let n = PRACTISED.len() + n;
        let meta = meta(n, now.checked_sub(ago).unwrap_or(now), now);
        let what = EventKind::Sprint(Box::new(taken));
        Some(Event { meta, kind: what })
    })
}

/// Who and when, to the second, and never later than now.
fn meta(n: usize, t: Timestamp, now: Timestamp) -> EventMeta {
    EventMeta {
        t: Timestamp::from_second(t.as_second().min(now.as_second())).unwrap_or(now),
        dev: "demo".into(),
        run: "01900000-0000-7000-8000-000000000000".into(),
        n: n as u64,
        id: format!("01900000-0000-7000-8000-{n:012x}").into(),
        off: 0,
    }
}

fn event(
    n: usize,
    (days, category, _, rating, spoken): &(i64, Category, usize, u8, u32),
    question: &Question,
    library: &Library,
    now: Timestamp,
) -> Event {
    let ago = SignedDuration::from_hours(days * 24) - SignedDuration::from_secs(n as i64 % 4 * 240);
    let meta = meta(n, now.checked_sub(ago).unwrap_or(now), now);
    let rating = Rating::from_number(*rating).unwrap_or(Rating::Rough);
    let answer = library.answers_to(&question.id).next();
    let attempt = Attempt {
        id: meta.id.clone(),
        t: meta.t,
        off: meta.off,
        question: question.id.clone(),
        wording: "demo".into(),
        category: *category,
        answer: answer.map(|answer| answer.id.clone()),
        version: answer.map(|answer| answer.version.clone()),
        rating,
        think: 14.0 + (n * 7 % 16) as f64,
        speak: f64::from(*spoken),
        over: (f64::from(*spoken) - TARGET).max(0.0),
        split: (question.parts == Parts::Star).then(|| split(n, rating, f64::from(*spoken))),
        paused: 0.0,
        gaps: Vec::new(),
        guess: None,
        expected: None,
        dimensions: [None; 5],
        beats: answer.and_then(|answer| beats(answer, rating)),
        probes: Vec::new(),
        note: NOTES
            .iter()
            .find(|(at, _)| *at == n)
            .map_or("", |(_, note)| note)
            .to_owned(),
        pick: Some(Pick::Random),
        seed: 1,
        drill: format!("demo-{days}").into(),
        taken_back: false,
    };
    Event {
        meta,
        kind: EventKind::Attempt(Box::new(attempt)),
    }
}

/// A rough telling spends too long on the situation and often never gets to the result.
fn split(n: usize, rating: Rating, spoken: f64) -> Split {
    let shares: [f64; 4] = match rating {
        Rating::Froze => [0.7, 0.3, 0.0, 0.0],
        Rating::Rough if n.is_multiple_of(2) => [0.46, 0.14, 0.4, 0.0],
        Rating::Rough => [0.41, 0.13, 0.38, 0.08],
        Rating::Solid => [0.24, 0.11, 0.53, 0.12],
        Rating::Strong => [0.19, 0.1, 0.59, 0.12],
    };
    let seconds = shares.map(|share| (share > 0.0).then(|| (share * spoken * 10.0).round() / 10.0));
    Split([seconds[0], seconds[1], seconds[2], seconds[3], None])
}

fn beats(answer: &Answer, rating: Rating) -> Option<BeatsTold> {
    let beats = answer.beats();
    let said = beats.len() * usize::from(rating.number()) / 4;
    let mut texts = beats.into_iter().map(|beat| beat.text);
    let hit: Vec<String> = texts.by_ref().take(said).collect();
    (!hit.is_empty()).then(|| BeatsTold {
        hit,
        missed: texts.collect(),
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::drill::sprint::mixed_up;
    use crate::domain::interview::feedback_sources::FeedbackSources;
    use crate::domain::progress::standing::{Trend, standings};
    use crate::store::log;
    use crate::store::settings;

    #[test]
    fn one_category_gets_better_one_slips_and_one_was_never_tried() {
        let now: Timestamp = "2026-11-21T09:00:00Z".parse().unwrap();
        let demo = Demo::open(now, &TimeZone::UTC).unwrap();
        let home = home(demo.places());
        assert_eq!(home.problems, []);
        let (history, problems) = log::load(demo.places());
        assert_eq!(problems, []);
        assert_eq!(history.len(), PRACTISED.len());
        assert_eq!(history.taken().filter(|taken| taken.right).count(), 5);
        let mixed = mixed_up(history.taken(), &home.library);
        let mixed: Vec<_> = mixed.iter().map(|one| (one.asked, one.times)).collect();
        assert_eq!(mixed, [(Category::Customer, 2)]);
        let ground = FeedbackSources {
            interviews: &home.interviews,
            library: &home.library,
            history: &history,
            now,
            zone: &Local::UTC,
        };
        assert_eq!(ground.open_items().len(), 3);
        let standings = standings(&Evidence {
            library: &home.library,
            history: &history,
            settings: &settings::load(demo.places()).0,
            lessons: &ground.lessons(),
            next: None,
            now,
            zone: &Local::UTC,
        });
        let of = |category| standings.iter().find(|standing| standing.category == category).unwrap();
        assert_eq!(of(Category::Failure).trend, Some(Trend::Up));
        assert_eq!(of(Category::Conflict).trend, Some(Trend::Down));
        assert!(of(Category::Conflict).wanted() > of(Category::Failure).wanted());
        let reason = of(Category::Conflict).reason();
        assert_eq!(reason, "Northwind: say sooner what you did yourself");
        let untried: Vec<Category> = standings
            .iter()
            .filter(|s| s.attempts == 0)
            .map(|s| s.category)
            .collect();
        assert_eq!(untried, [Category::People]);
        assert!(history.attempts().all(|attempt| attempt.t <= now));
    }

    #[test]
    fn two_demos_of_one_moment_are_the_same() {
        let now: Timestamp = "2026-11-21T09:00:00Z".parse().unwrap();
        let (one, other) = (
            Demo::open(now, &TimeZone::UTC).unwrap(),
            Demo::open(now, &TimeZone::UTC).unwrap(),
        );
        assert_eq!(log::load(one.places()), log::load(other.places()));
        let answers = |demo: &Demo| -> Vec<_> {
            let home = home(demo.places());
            home.library
                .answers()
                .iter()
                .map(|answer| answer.text.clone())
                .collect()
        };
        assert_eq!(answers(&one), answers(&other));
    }
}
