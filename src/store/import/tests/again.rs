//! The same notes again, in other bytes or changed, and an import taken back.

use std::collections::BTreeMap;
use std::fs;

use super::*;
use crate::domain::import_summary::{Take, Waits};

const NOTES: &str = "# Stories\n\n## The leak near Leith, a café story\n\nSituation: We were off Leith with wet cargo and two hands.\nTask: I was to keep the hold dry until noon.\nAction: I found the seam, caulked it, and set a watch on the pump.\nResult: The cargo was dry and nobody slept badly.\n\n## Questions\n\n- Why do you sail?\n- Tell me about a storm you saw coming.\n";

/// Every file under the home with its bytes.
fn bytes(desk: &Desk) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut open = vec![desk.places().home];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path.clone());
                found.insert(path, Vec::new());
            } else {
                found.insert(path.clone(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn notes_in_other_bytes_add_nothing() {
    use unicode_normalization::UnicodeNormalization;
    let desk = Desk::new();
    let first = desk.bring("notes.md", NOTES);
    assert_eq!((first.answers, first.questions), (1, 2));
    let same = [
        NOTES.replace('\n', "\r\n"),
        NOTES.replace('\n', "  \n"),
        format!("\u{feff}{NOTES}"),
        NOTES.nfd().collect(),
        NOTES.replace('\n', "\u{2028}"),
        NOTES.replace('\n', "\r"),
    ];
    for text in same {
        let again = desk.bring("notes.md", &text);
        assert_eq!((again.answers, again.questions, again.known), (0, 0, 3), "{text:?}");
    }
}

#[test]
fn notes_that_were_changed_propose_what_changed_and_double_nothing_unasked() {
    let desk = Desk::new();
    desk.bring("notes.md", NOTES);
    let changed = NOTES.replace("nobody slept badly", "everybody slept well");
    let path = desk.notes("notes.md", changed.as_bytes());
    let sure = write(
        &desk.places(),
        &Source::File(path.clone()),
        None,
        &Take::Sure.into(),
        Timestamp::UNIX_EPOCH,
    )
    .unwrap();
    assert_eq!((sure.answers, sure.questions, sure.waiting), (0, 0, 1));
    let (intake, _) = look(&desk.places(), &Source::File(path.clone()), &Take::Sure.into()).unwrap();
    assert!(
        intake
            .items
            .iter()
            .any(|item| item.waits == Some(Waits::Changed) && item.title.starts_with("The leak"))
    );
    let other = desk.notes("renamed.md", changed.as_bytes());
    let (intake, _) = look(&desk.places(), &Source::File(other), &Take::Sure.into()).unwrap();
    let waits = intake.items.iter().filter(|item| item.waits == Some(Waits::Changed));
    assert_eq!(waits.count(), 1, "known whatever the file is called now");
    let all = write(
        &desk.places(),
        &Source::File(path),
        None,
        &Take::All.into(),
        Timestamp::UNIX_EPOCH,
    )
    .unwrap();
    assert_eq!(all.answers, 1);
}

#[test]
fn an_import_taken_back_leaves_the_home_byte_for_byte() {
    let desk = Desk::new();
    assert!(undo(&desk.places(), None, Timestamp::UNIX_EPOCH).is_err());
    let before = bytes(&desk);
    desk.bring("notes.md", NOTES);
    undo(&desk.places(), None, Timestamp::UNIX_EPOCH).unwrap();
    assert_eq!(bytes(&desk), before);

    desk.bring("first.txt", "Why boats?\nI have liked the water since I was small.\n");
    let before = bytes(&desk);
    desk.bring("notes.md", NOTES);
    assert_ne!(bytes(&desk), before);
    let undone = undo(&desk.places(), None, Timestamp::UNIX_EPOCH).unwrap();
    assert_eq!(undone.kept, Vec::<String>::new());
    assert_eq!(bytes(&desk), before);
    assert!(undo(&desk.places(), None, Timestamp::UNIX_EPOCH).is_err(), "only once");
}

#[test]
fn what_was_changed_since_the_import_stays_and_is_named() {
    let desk = Desk::new();
    desk.bring("notes.md", NOTES);
    let answers = desk.places().answers();
    let path = fs::read_dir(&answers).unwrap().next().unwrap().unwrap().path();
    let mut text = fs::read_to_string(&path).unwrap();
    text.push_str("And I wrote more.\n");
    fs::write(&path, &text).unwrap();
    let undone = undo(&desk.places(), None, Timestamp::UNIX_EPOCH).unwrap();
    assert_eq!(undone.kept.len(), 1);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn an_import_is_not_taken_back_in_place_of_one_that_came_after_it() {
    let desk = Desk::new();
    let first = desk.bring("a.md", "Q: Why boats?\n").receipt;
    let second = desk.bring("b.md", "Q: Why harbours?\n").receipt;
    let nothing = desk.bring("b.md", "Q: Why harbours?\n").receipt;
    assert!(first.is_some() && second.is_some() && nothing.is_none());
    let back = |receipt: &Option<String>| undo(&desk.places(), receipt.as_deref(), Timestamp::UNIX_EPOCH);
    let before = desk.files();
    assert_eq!(back(&first).unwrap_err().what, "another import came after this one");
    assert_eq!(desk.files(), before);
    assert!(back(&second).is_ok());
}
