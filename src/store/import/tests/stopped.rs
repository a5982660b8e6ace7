//! Imports that are stopped, and the next one.

use super::*;
use crate::store::files::step::stopped_at;

/// Notes with everything an import writes: questions with probes and without, answers, an interview, text without a place.
const ALL: &str = "Sea notes, begun in spring\n\n# Questions\n- How do you mend a torn sail at night?\n\t- What did you learn from it?\n- How do you pick a harbour?\n\n# Stories\n## The night off the cape\nSituation: the mast broke and I had the watch.\nTask: I was to get us home.\nAction: I rigged an oar and steered by hand.\nResult: we were home by noon.\n\n## The new mate\nSituation: he was lost.\nTask: I was to teach him.\nAction: I drew a map of the deck for him.\nResult: he found his way.\n\n# Acme\nStatus: applied 2026-10-05\n- 2026-10-12 recruiter call\n\n# Links\nhttps://sea.test/charts\n";

/// The files of a home but for the ids that are made anew each time.
fn without_ids(desk: &Desk) -> Vec<(String, String)> {
    let plain = |(name, text): (String, String)| {
        let lines = text
            .lines()
            .filter(|line| !name.starts_with("answers") || !line.starts_with("id: "));
        let text = lines.collect::<Vec<_>>().join("\n");
        (name, text)
    };
    desk.files().into_iter().map(plain).collect()
}

#[test]
fn an_import_stopped_at_any_step_is_taken_up_by_the_next_one() {
    let whole = Desk::new();
    let written = whole.bring("notes.md", ALL);
    assert_eq!((written.questions, written.answers, written.interviews), (2, 2, 1));
    assert!(whole.rest().iter().any(|line| line.contains("charts")));
    let wanted = without_ids(&whole);
    let mut step = 0;
    loop {
        let desk = Desk::new();
        let path = desk.notes("notes.md", ALL.as_bytes());
        let import = || {
            write(
                &desk.places(),
                &Source::File(path.clone()),
                None,
                &Take::All.into(),
                Timestamp::UNIX_EPOCH,
            )
        };
        let (done, stopped) = stopped_at(step, import);
        assert_eq!(done.is_err(), stopped, "step {step}");
        if !stopped {
            break;
        }
        import().unwrap();
        assert_eq!(without_ids(&desk), wanted, "after a stop at step {step}");
        import().unwrap();
        assert_eq!(without_ids(&desk), wanted, "a third time after a stop at step {step}");
        step += 1;
    }
    assert!(step >= 18, "six files of three steps each, but only {step}");
}

#[test]
fn an_addition_to_a_home_that_has_something_is_taken_up_as_well() {
    let desk = |step: Option<usize>| {
        let desk = Desk::new();
        desk.bring("notes.md", ALL);
        let more = format!("{ALL}\n# More\n- How do you read a cloud?\n\nWe anchored there once, years ago.\n");
        let path = desk.notes("notes.md", more.as_bytes());
        let import = || {
            write(
                &desk.places(),
                &Source::File(path.clone()),
                None,
                &Take::All.into(),
                Timestamp::UNIX_EPOCH,
            )
        };
        let stopped = step.is_some_and(|step| stopped_at(step, import).1);
        import().unwrap();
        (without_ids(&desk), stopped)
    };
    let (wanted, _) = desk(None);
    let steps = (0..).take_while(|step| {
        let (found, stopped) = desk(Some(*step));
        assert_eq!(found, wanted, "after a stop at step {step}");
        stopped
    });
    assert!(steps.count() > 6);
}
