use super::*;
use crate::domain::category::Category;
use crate::domain::history::attempt::{Attempt, AttemptChange, BeatsTold, Pick, ProbeAsked, Split};
use crate::domain::history::bounds::{Shortened, fits_as_id};
use crate::domain::history::event::{DrillBegun, EventKind};
use crate::domain::history::sprint_answer::SprintAnswer;
use crate::domain::history::tests::{attempt, event};
use crate::domain::rating::Rating;

mod every_event;

pub(super) fn places(folder: &Path) -> Places {
    Places {
        home: folder.join("home"),
        state: folder.join("state"),
    }
}

pub(super) fn sample() -> Vec<Event> {
    let mut told = attempt("a1", 100, "q1", Category::Failure, Rating::Solid);
    told.split = Some(Split([Some(1.0), None, Some(70.5), None, None]));
    told.answer = Some("k7m2qx".into());
    told.version = Some("00ff".into());
    told.note = "a \"note\"\nof two lines \u{1b}[31m".into();
    told.gaps = vec![12.5];
    told.guess = Some(Rating::Strong);
    told.dimensions[1] = Some(Rating::Rough);
    told.beats = Some(BeatsTold {
        hit: vec!["x".into()],
        missed: vec!["y".into()],
    });
    told.probes = vec![ProbeAsked {
        ask: "why?".into(),
        seconds: 9.0,
    }];
    let change = AttemptChange {
        rating: Some(Rating::Rough),
        answer: Some(None),
        beats: Some(None),
        note: Some(String::new()),
        ..AttemptChange::default()
    };
    vec![
        event(
            0,
            90,
            EventKind::Drill(DrillBegun {
                drill: "d".into(),
                name: "quick".into(),
                questions: vec!["q1".into(), "q2".into()],
                think: 30.0,
                speak: 120.0,
                probes: 1,
                resumes: None,
            }),
        ),
        event(1, 100, EventKind::Attempt(Box::new(told))),
        event(
            2,
            101,
            EventKind::Correction {
                target: "a1".into(),
                change,
            },
        ),
        event(
            3,
            102,
            EventKind::DrillEnded {
                drill: "d".into(),
                left: vec!["q2".into()],
            },
        ),
        event(
            4,
            103,
            EventKind::Note {
                drill: "d".into(),
                question: "q2".into(),
                text: "later".into(),
            },
        ),
        event(5, 104, sprinted("q1", Some("k7m2qx"))),
        event(6, 105, sprinted("q2", None)),
        event(
            7,
            106,
            EventKind::Heard {
                target: "a1".into(),
                by: "Mira \u{1b}[31m".into(),
                rating: Rating::Rough,
            },
        ),
    ]
}

fn sprinted(question: &str, answer: Option<&str>) -> EventKind {
    EventKind::Sprint(Box::new(SprintAnswer {
        sprint: "s".into(),
        question: question.into(),
        category: Category::Failure,
        answer: answer.map(Into::into),
        seconds: 4.25,
        limit: 10,
        right: answer.is_some(),
    }))
}

#[test]
fn what_is_written_is_read_back_whole() {
    let folder = tempfile::tempdir().unwrap();
    let places = places(folder.path());
    let mut writer = LogWriter::new(&places, "dev", "run");
    writer.append(&sample()).unwrap();
    writer.append(&sample()[..2]).unwrap();
    let (history, problems) = load(&places);
    assert_eq!(problems, []);
    assert_eq!(history, History::fold(sample()));
    assert_eq!(fs::read_to_string(writer.path()).unwrap().lines().count(), 8);
}

#[test]
fn a_log_cut_at_any_byte_loses_at_most_the_line_it_was_cut_in() {
    let folder = tempfile::tempdir().unwrap();
    let places = places(folder.path());
    let mut writer = LogWriter::new(&places, "dev", "run");
    let told = |n: u64| {
        let told = attempt(&format!("a{n}"), n as i64, "q", Category::Failure, Rating::Solid);
        event(n, n as i64, EventKind::Attempt(Box::new(told)))
    };
    writer.append(&[told(1), told(2), told(3)]).unwrap();
    let whole = fs::read(writer.path()).unwrap();
    for cut in 0..whole.len() {
        fs::write(writer.path(), &whole[..cut]).unwrap();
        let (history, problems) = load(&places);
        let lines = whole[..cut].iter().filter(|byte| **byte == b'\n').count();
        assert!(history.len() >= lines, "cut at {cut}");
        assert!(history.len() + problems.len() >= lines + usize::from(!whole[..cut].ends_with(b"\n") && cut > 0));
    }
}

#[test]
fn many_files_read_by_two_threads_give_what_one_gives() {
    let folder = tempfile::tempdir().unwrap();
    let places = places(folder.path());
    let told = |n: u64| {
        let told = attempt(&format!("a{n}"), n as i64, "q", Category::Failure, Rating::Solid);
        event(n, n as i64, EventKind::Attempt(Box::new(told)))
    };
    for run in 0..3 * MANY as u64 {
        let mut writer = LogWriter::new(&places, "dev", &format!("run{run:02}"));
        writer.append(&[told(run), told(run + 1)]).unwrap();
        fs::write(writer.path().with_extension("b.jsonl"), "damaged\n").unwrap();
    }
    let (history, problems) = load(&places);
    assert_eq!(history, History::fold((0..=3 * MANY as u64).map(told).collect()));
    assert_eq!(problems.len(), 3 * MANY);
    assert!(problems.is_sorted_by(|a, b| a.path < b.path));
}

#[test]
fn other_versions_long_lines_and_damage_leave_the_rest_readable() {
    let folder = tempfile::tempdir().unwrap();
    let places = places(folder.path());
    let mut writer = LogWriter::new(&places, "dev", "run");
    writer.append(&sample()).unwrap();
    let mut text = String::from("{\"v\":9,\"id\":\"z\",\"type\":\"dream\",\"t\":5,\"new\":{}}\nnot json\n");
    text.push_str(&format!("{}\n", "x".repeat(200_000)));
    text.push_str(&fs::read_to_string(writer.path()).unwrap());
    fs::write(places.log().join("dev/other.sync-conflict-1.jsonl"), text).unwrap();
    let (history, problems) = load(&places);
    assert_eq!(history, History::fold(sample()));
    assert_eq!(problems.iter().map(|p| p.line).collect::<Vec<_>>(), [Some(2), Some(3)]);
}

#[test]
fn a_line_of_a_known_type_that_lacks_something_is_a_problem() {
    let folder = tempfile::tempdir().unwrap();
    let places = places(folder.path());
    let mut writer = LogWriter::new(&places, "dev", "run");
    writer.append(&sample()).unwrap();
    let lines = "{\"v\":1,\"id\":\"x\",\"type\":\"attempt\",\"t\":5,\"rating\":3}\n\
        {\"v\":1,\"id\":\"y\",\"type\":\"attempt\",\"t\":5,\"question\":\"q\",\"rating\":9}\n\
        {\"v\":1,\"id\":\"z\",\"type\":\"note\",\"t\":5}\n\
        {\"v\":2,\"id\":\"w\",\"type\":\"note\",\"t\":5}\n";
    fs::write(places.log().join("dev/other.jsonl"), lines).unwrap();
    let (history, problems) = load(&places);
    assert_eq!(history, History::fold(sample()));
    assert_eq!(
        problems.iter().map(|p| p.line).collect::<Vec<_>>(),
        [Some(1), Some(2), Some(3), Some(4)]
    );
}

#[test]
fn a_part_of_the_log_that_cannot_be_looked_into_is_a_problem() {
    use std::os::unix::fs::symlink;
    let folder = tempfile::tempdir().unwrap();
    let places = places(folder.path());
    assert_eq!(load(&places).1, []);
    fs::create_dir_all(&places.home).unwrap();
    let seen = || {
        load(&places)
            .1
            .into_iter()
            .map(|problem| problem.path)
            .collect::<Vec<_>>()
    };
    fs::write(places.log(), "").unwrap();
    assert_eq!(seen(), ["log"]);
    fs::remove_file(places.log()).unwrap();
    symlink(folder.path().join("away"), places.log()).unwrap();
    assert_eq!(seen(), ["log"]);
    fs::remove_file(places.log()).unwrap();
    fs::create_dir(places.log()).unwrap();
    symlink(folder.path().join("away"), places.log().join("k3j2h4g5")).unwrap();
    fs::write(places.log().join("m3j2h4g5"), "").unwrap();
    fs::write(places.log().join(".stignore"), "").unwrap();
    fs::write(places.log().join("notes.txt"), "").unwrap();
    symlink("away", places.log().join(".#lock")).unwrap();
    let mut both = seen();
    both.sort();
    assert_eq!(both, ["log/k3j2h4g5", "log/m3j2h4g5"]);
}

#[test]
fn a_device_whose_folder_is_a_link_is_read_through_it() {
    let folder = tempfile::tempdir().unwrap();
    let places = places(folder.path());
    let away = folder.path().join("away");
    fs::create_dir_all(&away).unwrap();
    fs::create_dir_all(places.log()).unwrap();
    std::os::unix::fs::symlink(&away, places.log().join("dev")).unwrap();
    LogWriter::new(&places, "dev", "run").append(&sample()).unwrap();
    assert_eq!(load(&places), (History::fold(sample()), Vec::new()));
    assert_eq!(fs::read_dir(&away).unwrap().count(), 1);
}
