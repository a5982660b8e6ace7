//! Imports at the same time, and somebody else who writes meanwhile.

use std::cell::Cell;
use std::io;
use std::thread;

use super::*;
use crate::domain::category::Category;
use crate::store::banks::own::{self, NewQuestion, NotAdded};
use crate::store::files::rewrite::alone;
use crate::store::files::step::hooked;

/// Questions of one file: some of its own, and one that all files ask.
fn questions(file: usize) -> String {
    const DONE: [&str; 8] = [
        "cross", "chart", "measure", "survey", "patrol", "sketch", "guard", "sweep",
    ];
    const SEEN: [&str; 5] = ["strait", "harbour", "island", "current", "lagoon"];
    let own = SEEN.map(|seen| format!("- How did you {} that {seen} near {file}?\n", DONE[file]));
    own.concat() + "- What happens on board whenever wind drops?\n"
}

#[test]
fn imports_at_the_same_time_lose_nothing() {
    const FILES: usize = 8;
    let desk = Desk::new();
    let done: usize = thread::scope(|scope| {
        let runs: Vec<_> = (0..FILES)
            .map(|file| {
                let (places, path) = (
                    desk.places(),
                    desk.notes(&format!("{file}.md"), questions(file).as_bytes()),
                );
                scope.spawn(move || {
                    write(
                        &places,
                        &Source::File(path.clone()),
                        None,
                        &Take::All.into(),
                        Timestamp::UNIX_EPOCH,
                    )
                    .unwrap()
                    .questions
                })
            })
            .collect();
        runs.into_iter().map(|run| run.join().unwrap()).sum()
    });
    let asked = desk.asked();
    assert_eq!((done, asked.len()), (FILES * 5 + 1, FILES * 5 + 1));
    for file in 0..FILES {
        for line in questions(file).lines() {
            assert!(asked.iter().any(|one| one[0] == line[2..]), "{line}");
        }
    }
    assert_eq!(home(&desk.places()).problems, []);
}

#[test]
fn a_question_somebody_else_adds_while_one_is_added_stays() {
    let new = |id: &str| NewQuestion {
        id: id.to_owned(),
        ask: format!("What is {id}?"),
        category: Category::Conflict,
        probes: Vec::new(),
    };
    for there in [false, true] {
        let desk = Desk::new();
        let places = desk.places();
        let alone = alone(&places);
        if there {
            own::append(&places, &alone, &[new("own-first")]).unwrap();
        }
        let (path, once) = (places.questions().join("own.yaml"), Cell::new(true));
        let hook = move || -> io::Result<()> {
            if once.replace(false) {
                fs::create_dir_all(path.parent().unwrap())?;
                let old = fs::read_to_string(&path).unwrap_or_else(|_| "questions:\n".to_owned());
                fs::write(&path, format!("{old}  - id: own-theirs\n    ask: What is theirs?\n"))?;
            }
            Ok(())
        };
        assert_eq!(
            hooked(hook, || own::append(&places, &alone, &[new("own-mine")])),
            Ok(())
        );
        let asked: Vec<String> = desk.asked().concat();
        assert_eq!(asked.len(), 2 + usize::from(there), "{asked:?}");
        assert_eq!(own::append(&places, &alone, &[new("own-theirs")]), Err(NotAdded::Taken));
        assert_eq!(desk.asked().concat(), asked);
    }
}
