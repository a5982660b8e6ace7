//! Other programs that change the home while the program is open: it is seen where one looks, at once and without a key.

use std::fs;

use crate::support::TestEnvironment;

/// An answer with a title.
fn answer(id: &str, title: &str) -> String {
    format!(
        "---\nid: {id}\ntitle: {title}\nkind: story\nquestions: [conflict-design-review]\n---\n## Situation\nstill\n"
    )
}

fn home() -> TestEnvironment {
    let env = TestEnvironment::new();
    env.write("answers/heron.md", answer("k7m2qx", "The heron"));
    env.write("answers/otter.md", answer("p3rt8w", "The otter"));
    env
}

#[test]
fn an_answer_added_changed_renamed_and_removed_is_found_and_no_longer_found() {
    let env = home();
    let mut pty = env.pty(&[]);
    pty.wait("1 Today").keys("/").wait("Find").send("adder").wait("adder");
    env.write("answers/adder.md", answer("a1b2c3", "The adder of summer"));
    pty.wait("The adder of summer");
    env.write("answers/adder.md", answer("a1b2c3", "The adder of winter"));
    pty.wait("The adder of winter").wait_gone("of summer");
    fs::rename(env.home().join("answers/adder.md"), env.home().join("answers/zebra.md")).unwrap();
    env.write("answers/frog.md", answer("d4e5f6", "The adder and the frog"));
    pty.wait("and the frog").wait("of winter");
    fs::remove_file(env.home().join("answers/zebra.md")).unwrap();
    pty.wait_gone("of winter").wait("and the frog");
    pty.keys("ctrl-c").leaves(0);
}

#[test]
fn what_another_window_told_and_an_interview_written_elsewhere_are_seen_on_the_screens_of_them() {
    let env = home();
    let mut pty = env.pty(&[]);
    pty.wait("1 Today").keys("4").wait("company");
    env.write(
        "interviews/acme.md",
        "---\ncompany: Acme\nrole: engineer\napplied: 2026-11-20\n---\n",
    );
    pty.wait("Acme");
    pty.keys("1 3 tab tab");
    env.run(&["drill", "--plain", "failure-production"])
        .input("\n\n3\n")
        .ok();
    pty.wait("solid");
    pty.keys("ctrl-c").leaves(0);
}

#[test]
fn a_folder_made_later_is_watched_and_a_folder_never_watched_is_read_when_one_comes_back() {
    let env = TestEnvironment::new();
    let mut pty = env.pty(&[]);
    pty.wait("Try three questions")
        .keys("/")
        .wait("Find")
        .send("heron")
        .wait("heron");
    env.write("answers/heron.md", answer("k7m2qx", "The heron"));
    pty.send("\x1b[I").wait("The heron");
    pty.keys("ctrl-c").leaves(0);
}

#[test]
fn what_is_typed_stays_while_everything_around_it_changes() {
    let env = home();
    let mut pty = env.pty(&["edit", "The heron"]);
    // High enough for the answers below the question, which are named as the disk has them.
    pty.wait("typing").resize(100, 40);
    pty.wait("The otter").send("calm water ").wait("calm water");
    env.write("answers/otter.md", answer("p3rt8w", "The weasel"));
    env.write("answers/heron.md", answer("k7m2qx", "The grey heron"));
    pty.wait("The file has changed outside").wait("The grey heron");
    pty.wait_for("a draft", || env.drafted("calm water"));
    pty.keys("ctrl-c").leaves(0);
    assert!(env.drafted("calm water"));
}
