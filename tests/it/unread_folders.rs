//! Folders that cannot be read: what is in them is not known, which is said, and never that there is nothing.

use std::fs;
use std::os::unix::fs::symlink;

use serde_json::Value;

use crate::session::Session;
use crate::support::TestEnvironment;

/// The folders of a home, a list that tells of each, and how it ends: with 2 where it stands on the folder.
const FOLDERS: [(&str, &str, i32); 6] = [
    ("questions", "questions", 2),
    ("questions/lenses", "questions", 0),
    ("answers", "answers", 2),
    ("interviews", "interviews", 2),
    ("log", "attempts", 2),
    ("imports", "answers", 0),
];

#[test]
fn a_folder_that_cannot_be_read_is_a_problem_of_every_list_and_of_the_screen() {
    for (folder, list, code) in FOLDERS {
        for link in [false, true] {
            let env = TestEnvironment::new();
            let place = env.home().join(folder);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            if link {
                symlink("../nowhere/at/all", &place).unwrap();
            } else {
                fs::write(&place, "a file").unwrap();
            }
            let told = env.run(&["list", list, "--json"]).prints(code);
            let told: Value = serde_json::from_str(&told).unwrap();
            let problems = told["problems"].as_array().unwrap();
            let paths: Vec<&str> = problems.iter().map(|one| one["path"].as_str().unwrap()).collect();
            assert!(paths.contains(&folder), "{folder}: {paths:?}");
            assert!(problems.iter().all(|one| one["what"] != "" && one["do"] != Value::Null));
            let mut session = Session::with(|places| {
                fs::create_dir_all(places.home.join(folder).parent().unwrap()).unwrap();
                fs::write(places.home.join(folder), "a file").unwrap();
            });
            session.keys("!");
            let screen = session.screen();
            assert!(screen.contains(folder), "{folder}: {screen}");
        }
    }
}

#[test]
fn the_trash_and_the_versions_say_when_they_cannot_be_looked_into() {
    let answer = "---\nid: k7m2qx\ntitle: The heron\n---\n## Situation\nit stood still\n";
    let mut session = Session::with(|places| {
        fs::create_dir_all(places.answers()).unwrap();
        fs::create_dir_all(places.state.join("versions")).unwrap();
        fs::write(places.answers().join("heron.md"), answer).unwrap();
        fs::write(places.state.join("trash"), "a file").unwrap();
        fs::write(places.state.join("versions/k7m2qx"), "a file").unwrap();
    });
    session.browse("heron").keys("u");
    let screen = session.screen();
    assert!(screen.contains("Nothing comes back from the trash"), "{screen}");
}

#[test]
fn an_import_stops_where_earlier_ones_cannot_be_looked_into() {
    let env = TestEnvironment::new();
    env.write("imports", "a file");
    let notes = env.path("notes.txt");
    fs::write(
        &notes,
        "Conflict with a colleague\n-------------------------\n- We disagreed, so I measured.\n",
    )
    .unwrap();
    let said = env.run(&["import", "--yes", notes.to_str().unwrap()]).fails(2);
    assert!(said.contains("imports"), "{said}");
    assert_eq!(fs::read_dir(env.home()).unwrap().count(), 1);
}
