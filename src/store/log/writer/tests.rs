use super::super::load;
use super::super::tests::{places, sample};
use super::*;
use crate::domain::category::Category;
use crate::domain::history::History;
use crate::domain::history::event::EventKind;
use crate::domain::history::tests::{attempt, event};
use crate::domain::problem::Problem;
use crate::domain::rating::Rating;
use std::fs::OpenOptions;

#[test]
fn what_a_failed_write_left_behind_never_touches_the_next_event() {
    let folder = tempfile::tempdir().unwrap();
    let places = places(folder.path());
    let mut writer = LogWriter::new(&places, "dev", "run");
    writer.append(&sample()[..2]).unwrap();
    let mut other = OpenOptions::new().append(true).open(writer.path()).unwrap();
    other.write_all(b"{\"v\":1,\"id\":\"to").unwrap();
    writer.open.as_mut().unwrap().torn = true;
    writer.append(&sample()[2..]).unwrap();
    let (history, problems) = load(&places);
    assert_eq!(problems, []);
    assert_eq!(history, History::fold(sample()));
}

/// The attempt with this number.
fn told(n: u64) -> Event {
    let told = attempt(&format!("a{n}"), n as i64, "q", Category::Failure, Rating::Solid);
    event(n, n as i64, EventKind::Attempt(Box::new(told)))
}

/// What happens to the log between two events.
type Move = fn(&Places, &Path);

fn file(path: &Path) -> PathBuf {
    path.with_extension("elsewhere")
}

const MOVES: [(&str, Move); 9] = [
    ("the file is taken away", |_, path| fs::remove_file(path).unwrap()),
    ("its folder is taken away", |_, path| {
        fs::remove_dir_all(path.parent().unwrap()).unwrap();
    }),
    ("the log is taken away", |places, _| {
        fs::remove_dir_all(places.log()).unwrap();
    }),
    ("the home is taken away", |places, _| {
        fs::remove_dir_all(&places.home).unwrap();
    }),
    ("the file is replaced by a copy", |_, path| {
        fs::copy(path, file(path)).unwrap();
        fs::rename(file(path), path).unwrap();
    }),
    ("the file is replaced by an older one", |_, path| {
        fs::write(file(path), "").unwrap();
        fs::rename(file(path), path).unwrap();
    }),
    ("the file is emptied", |_, path| fs::write(path, "").unwrap()),
    ("the file is moved", |_, path| fs::rename(path, file(path)).unwrap()),
    ("the file becomes a folder", |_, path| {
        fs::remove_file(path).unwrap();
        fs::create_dir(path).unwrap();
    }),
];

#[test]
fn what_is_saved_is_in_the_log_whatever_happens_to_its_files() {
    for (what, happens) in MOVES {
        let folder = tempfile::tempdir().unwrap();
        let places = places(folder.path());
        let mut writer = LogWriter::new(&places, "dev", "run");
        for n in 0..4 {
            writer.append(&[told(2 * n), told(2 * n + 1)]).unwrap();
            let saved: Vec<Event> = (0..2 * n + 2).map(told).collect();
            assert_eq!(load(&places).0, History::fold(saved), "{what}, {n}");
            happens(&places, writer.path());
        }
    }
}

#[test]
fn a_run_that_lost_its_file_goes_on_in_another_and_writes_again_only_what_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let places = places(folder.path());
    let lines = |name: &str| {
        fs::read_to_string(places.log().join("dev").join(name))
            .unwrap()
            .lines()
            .count()
    };
    let mut writer = LogWriter::new(&places, "dev", "run");
    writer.append(&[told(0), told(1)]).unwrap();
    let first = writer.path().to_owned();
    let whole = fs::read_to_string(&first).unwrap();
    fs::remove_file(&first).unwrap();
    fs::write(&first, whole.lines().next().unwrap().to_owned() + "\n").unwrap();
    writer.append(&[told(2)]).unwrap();
    assert_eq!((lines("run.jsonl"), lines("run-2.jsonl")), (1, 2));
    fs::remove_file(&first).unwrap();
    writer.append(&[told(3)]).unwrap();
    assert_eq!(lines("run-2.jsonl"), 3);
    fs::copy(writer.path(), &first).unwrap();
    fs::rename(&first, writer.path()).unwrap();
    writer.append(&[told(4)]).unwrap();
    assert_eq!((lines("run-2.jsonl"), lines("run-3.jsonl")), (3, 2));
}

#[test]
fn what_was_lost_is_not_forgotten_while_it_cannot_be_written() {
    let folder = tempfile::tempdir().unwrap();
    let places = places(folder.path());
    let mut writer = LogWriter::new(&places, "dev", "run");
    writer.append(&[told(0)]).unwrap();
    fs::remove_dir_all(places.log()).unwrap();
    fs::write(places.log(), "no folder").unwrap();
    assert!(writer.append(&[told(1)]).is_err());
    assert!(writer.append(&[told(1)]).is_err());
    fs::remove_file(places.log()).unwrap();
    writer.append(&[told(1)]).unwrap();
    assert_eq!(
        load(&places),
        (History::fold(vec![told(0), told(1)]), Vec::<Problem>::new())
    );
}

#[test]
fn a_file_of_another_run_is_never_added_to() {
    let folder = tempfile::tempdir().unwrap();
    let places = places(folder.path());
    LogWriter::new(&places, "dev", "run").append(&[told(0)]).unwrap();
    let mut writer = LogWriter::new(&places, "dev", "run");
    writer.append(&[told(1)]).unwrap();
    assert!(writer.path().ends_with("run-2.jsonl"));
    assert_eq!(load(&places).0.len(), 2);
}

#[test]
fn an_event_that_would_not_be_read_again_is_refused_and_the_file_is_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let places = places(folder.path());
    let mut writer = LogWriter::new(&places, "dev", "run");
    let mut long = attempt("long", 9, "q", Category::Failure, Rating::Solid);
    long.note = "x".repeat(70_000);
    let long = event(9, 9, EventKind::Attempt(Box::new(long)));
    assert!(writer.append(&[told(0), long]).is_err());
    assert_eq!(load(&places).0.len(), 0);
}
