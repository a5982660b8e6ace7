//! Real interviews as a person meets them: the list, one of them, forms, messages, the debrief, all feedback.

use std::fs;

use greenroom::store::files::places::Places;

use crate::session::{Session, session};

const ACME: &str = "\
---
company: Acme
role: SRE
via: their page
rounds:
  - kind: recruiter
    at: 2026-11-10 10:00 UTC
    state: done
    with: Jo Lind
  - kind: onsite
    at: 2026-11-30 10:00 UTC
    minutes: 240
---
## Prepared
- The region we forgot (answer regionb, question failure-production)

## Asked
- A failure of yours (question failure-production, answer regionb, solid)
";

const NORTHWIND: &str = "\
---
company: Northwind
role: platform engineer
people:
  - name: Mara Ilves
    role: recruiter
rounds:
  - kind: hiring-manager
    at: 2026-11-12 14:00 UTC
    state: done
promised: {by: 2026-11-19, who: recruiter}
sent:
  - {what: thank-you, at: 2026-11-12 18:00 UTC}
---
## Good
- asked for the numbers before arguing (2026-11-13)

## Improve
- [ ] say sooner what you did yourself (failure, 2026-11-13)
";

const HALDEN: &str = "\
---
company: Halden
rounds:
  - kind: hiring-manager
    at: 2026-11-16 14:00 UTC
    state: done
promised: {by: 2026-11-26}
sent:
  - {what: thank-you, at: 2026-11-16 18:00 UTC}
---
";

const BRIGHTWATER: &str = "\
---
company: Brightwater
rounds:
  - kind: take-home
    at: 2026-10-02
    state: done
  - kind: feedback
    at: 2026-10-12 09:00 UTC
    state: done
outcome: rejected
closed: 2026-10-09
---
## Good
- the code read well
- calm when it broke

## Improve
- [ ] fewer names, more what it did (structure)
- [x] write the tests first
";

pub(crate) fn place(places: &Places, name: &str, text: &str) {
    fs::create_dir_all(places.interviews()).expect("a folder");
    fs::write(places.interviews().join(name), text).expect("an interview");
}

fn region(places: &Places) {
    fs::create_dir_all(places.answers()).expect("a folder");
    let text = "---\nid: regionb\ntitle: The region we forgot\nquestions: [failure-production]\n---\n## Situation\nTwo regions, one plan.\n## Task\nMine to find.\n## Action\n- **named the blast radius** in four minutes\n## Result\nNobody noticed.\n## Reflection\nAsk sooner.\n";
    fs::write(places.answers().join("region.md"), text).expect("an answer");
}

/// A home with four interviews: one to ask, one to come, one to wait for, one closed.
pub(crate) fn four() -> Session {
    Session::with(|places| {
        region(places);
        place(places, "2026-11-02-acme.md", ACME);
        place(places, "2026-11-03-northwind.md", NORTHWIND);
        place(places, "2026-11-04-halden.md", HALDEN);
        place(places, "2026-09-28-brightwater.md", BRIGHTWATER);
    })
}

fn file(session: &Session, name: &str) -> String {
    fs::read_to_string(session.places.interviews().join(name)).expect("the file")
}

#[test]
fn interviews_are_grouped_by_what_is_asked_of_the_person() {
    let mut session = four();
    insta::assert_snapshot!("interviews", session.keys("i").size(100, 24).screen());
    insta::assert_snapshot!("interviews_80", session.size(80, 24).screen());
    insta::assert_snapshot!("interviews_120", session.size(120, 40).screen());
    insta::assert_snapshot!("interviews_styled", session.size(80, 24).styled());
}

#[test]
fn without_one_the_screen_says_what_it_is_for_and_one_is_added_in_free_words() {
    let mut session = session();
    insta::assert_snapshot!("interviews_none", session.keys("i").size(80, 24).screen());
    session.keys("nAcme<tab>SRE<tab>");
    session.tell(greenroom::app::Msg::Key(greenroom::keys::key::Key::of(
        greenroom::keys::key::Code::Right,
    )));
    session.keys("<tab>next tue 14:00<tab>a friend");
    insta::assert_snapshot!("interview_new", session.screen());
    session.keys("<enter>");
    let text = file(&session, "2026-11-21-acme.md");
    let head = "---\ncompany: Acme\nrole: SRE\nvia: a friend\nrounds:\n  - kind: hiring-manager\n    at: 2026-11-24 14:00 UTC\n---\n## Prepared\n";
    assert!(text.starts_with(head), "{text}");
    let screen = session.screen();
    assert!(
        screen.contains("interviews · Acme") && screen.contains("in 3 days"),
        "{screen}"
    );
    assert!(screen.contains("When will the hiring manager sit down"), "{screen}");
    session.keys("<esc>");
    assert!(session.screen().contains("Companies 1"), "{}", session.screen());
    session.keys("<esc>");
    assert!(session.screen().contains("Acme in 3 days"), "{}", session.screen());
}

#[test]
fn a_company_whose_interview_is_open_gets_a_round_and_one_that_ended_begins_anew() {
    let mut session = four();
    session.size(80, 24).keys("i<do:add an interview> acme");
    insta::assert_snapshot!("interview_new_round", session.screen());
    session.keys("<tab><tab><tab>2 dec 09:00<enter>");
    let expected = ACME.replace(
        "    minutes: 240\n",
        "    minutes: 240\n  - kind: recruiter\n    at: 2026-12-02 09:00 UTC\n",
    );
    assert_eq!(file(&session, "2026-11-02-acme.md"), expected);
    let screen = session.screen();
    assert!(
        screen.contains("▌ Acme") && screen.contains("Acme: one more round, recruiter call"),
        "{screen}"
    );
    session.keys("<do:add an interview>Acme<tab>Data engineer");
    let screen = session.screen();
    assert!(
        screen.contains("Acme (SRE) is open; this role begins a file of its own."),
        "{screen}"
    );
    session.keys("<enter>");
    assert!(file(&session, "2026-11-21-acme.md").contains("role: Data engineer"));
    session.keys("<esc><do:add an interview>Brightwater");
    let screen = session.screen();
    assert!(
        screen.contains("What was with Brightwater has ended; this begins anew."),
        "{screen}"
    );
    session.keys("<enter>");
    assert!(file(&session, "2026-11-21-brightwater.md").contains("company: Brightwater"));
    session.keys("<esc><do:add an interview>Bright");
    assert!(!session.screen().contains("begins"), "{}", session.screen());
}

#[test]
fn a_form_for_a_company_whose_file_cannot_be_read_says_so() {
    let mut session = Session::with(|places| place(places, "2026-11-02-blue-heron.md", "---\nrounds: [\n---\n"));
    session.keys("inblue");
    assert!(!session.screen().contains("cannot be read"), "{}", session.screen());
    session.keys(" Heron");
    assert!(
        session.screen().contains("A file of that company cannot be read"),
        "{}",
        session.screen()
    );
}

#[test]
fn a_date_nobody_understands_is_said_and_what_was_typed_stays() {
    let mut session = session();
    session.keys("inAcme<tab><tab><tab>whenever<enter>");
    assert!(session.screen().contains("is no date"), "{}", session.screen());
    session.keys("<esc>");
    assert!(!session.places.interviews().exists());
    session.keys("n");
    assert!(session.screen().contains("whenever"), "{}", session.screen());
    session.keys("<ctrl-w><enter>");
    assert!(session.places.interviews().join("2026-11-21-acme.md").is_file());
}

#[test]
fn one_interview_shows_what_happened_what_is_prepared_and_what_to_ask() {
    let mut session = four();
    session.keys("ij<right>");
    insta::assert_snapshot!("interview", session.size(100, 30).screen());
    insta::assert_snapshot!("interview_80", session.size(80, 24).screen());
    insta::assert_snapshot!("interview_120", session.size(120, 40).screen());
    session.keys("<esc>k<right>");
    insta::assert_snapshot!("interview_owed", session.size(80, 24).screen());
    session.keys("G<space>");
    assert!(file(&session, "2026-11-03-northwind.md").contains("- [x] say sooner"));
    session.keys("<space>");
    assert!(file(&session, "2026-11-03-northwind.md").contains("- [ ] say sooner"));
}

#[test]
fn before_a_round_what_to_ask_is_seen_at_once_however_long_the_story() {
    let mut session = Session::with(|places| {
        let calls = (1..=9).map(|day| format!("  - {{kind: recruiter, at: 2026-11-0{day}, state: done}}\n"));
        let calls = format!("rounds:\n{}", calls.collect::<String>());
        let text = ACME.replace("rounds:\n", &calls);
        place(places, "2026-11-02-acme.md", &text);
        place(
            places,
            "2026-11-05-tern.md",
            "---\ncompany: Tern\nrounds: [{kind: take-home, at: 2026-12-04}]\n---\n",
        );
    });
    session.keys("i<right>").size(80, 24);
    let screen = session.screen();
    for said in [
        "▌ Mon 30 Nov 10:00",
        "go through the candidates?",
        "hope to have made a decision?",
        "Prepared for the onsite",
    ] {
        assert!(screen.contains(said), "{said}: {screen}");
    }
    session.keys("<esc>j<right>");
    let screen = session.screen();
    assert!(
        screen.contains("take-home") && !screen.contains("Ask before you leave"),
        "{screen}"
    );
}

#[test]
fn what_happened_is_written_down_with_a_choice_and_a_few_words() {
    let mut session = four();
    session.keys("ijjn");
    insta::assert_snapshot!("interview_log", session.size(80, 24).screen());
    session.keys("<enter>");
    assert!(
        session.screen().contains("an answer is promised"),
        "{}",
        session.screen()
    );
    session.keys("<ctrl-w>next fri<tab><ctrl-w>Tom<enter>");
    session.keys("<esc>iggn<enter>30 nov<enter>");
    assert!(file(&session, "2026-11-03-northwind.md").contains("promised: {by: 2026-11-30, who: recruiter}"));
    session.keys("njjjjjj<enter>Tom<tab>VP<enter>njjjjjj<enter>Kim<tab><backspace>s<enter>");
    let text = file(&session, "2026-11-03-northwind.md");
    assert!(
        text.contains("  - name: Tom\n    role: VP\n  - name: Kim\n    role: recruites\n"),
        "{text}"
    );
    session.keys("<esc>iG");
    while !session.screen().contains("▌ Halden") {
        session.keys("k");
    }
    assert!(file(&session, "2026-11-04-halden.md").contains("promised: {by: 2026-11-27, who: Tom}"));
    session.keys("nG<enter><enter>");
    let text = file(&session, "2026-11-04-halden.md");
    assert!(!text.contains("closed"), "{text}");
    session.keys("njjjj<enter>liked the plan<enter>");
    assert!(file(&session, "2026-11-04-halden.md").contains("## Good\n- liked the plan (2026-11-21)"));
}

#[test]
fn a_round_is_changed_by_a_form() {
    let mut session = four();
    session.keys("ij<right>e<tab><ctrl-w><ctrl-w><ctrl-w>2 dec 09:00<enter>");
    let text = file(&session, "2026-11-02-acme.md");
    assert!(
        text.contains("    at: 2026-12-02 09:00 UTC\n    minutes: 240\n"),
        "{text}"
    );
}

#[test]
fn a_form_that_cannot_be_written_keeps_what_was_typed() {
    let mut session = session();
    let folder = session.places.interviews();
    fs::create_dir_all(&session.places.home).expect("a home");
    fs::write(&folder, "in the way").expect("a file where the folder belongs");
    session.keys("inAcme<tab>SRE<enter>");
    assert!(
        session.screen().contains("The interview is not added"),
        "{}",
        session.screen()
    );
    fs::remove_file(&folder).expect("the way is free");
    session.keys("n<enter>");
    assert!(file(&session, "2026-11-21-acme.md").contains("role: SRE"));
    session.keys("<esc><do:add an interview>");
    assert!(!session.screen().contains("SRE"), "{}", session.screen());
}

#[test]
fn a_file_changed_outside_meanwhile_is_met_and_nothing_is_overwritten() {
    let mut session = four();
    session.keys("ijjn");
    let theirs = HALDEN.replace("company: Halden", "company: Halden\nrole: SRE");
    place(&session.places, "2026-11-04-halden.md", &theirs);
    session.keys("jj<enter>");
    let screen = session.screen();
    assert!(
        screen.contains("The file has changed outside") && screen.contains("Both changes fit"),
        "{screen}"
    );
    assert_eq!(file(&session, "2026-11-04-halden.md"), theirs);
    session.wait(1).keys("<enter>");
    let text = file(&session, "2026-11-04-halden.md");
    assert!(text.contains("role: SRE") && text.contains("what: nudge"), "{text}");
}

#[test]
fn the_message_that_fits_is_copied_and_marked_as_sent() {
    let mut session = four();
    session.keys("i<do:message that fits>");
    insta::assert_snapshot!("letter", session.size(80, 24).screen());
    session.keys("y");
    assert!(
        session.stage.copied[0].starts_with("Hello Mara,"),
        "{:?}",
        session.stage.copied
    );
    session.keys("<do:you sent it>");
    let text = file(&session, "2026-11-03-northwind.md");
    assert!(
        text.contains("  - {what: nudge, at: 2026-11-21 09:00") || text.contains("what: nudge"),
        "{text}"
    );
    let screen = session.screen();
    assert!(screen.contains("Asked, leave them until"), "{screen}");
    assert!(!screen.contains("answer owed"), "{screen}");
}

#[test]
fn all_feedback_is_in_one_place_and_can_be_kept() {
    let mut session = four();
    session.keys("i<tab>");
    insta::assert_snapshot!("feedback", session.size(80, 24).screen());
    session.keys("y");
    let copied = &session.stage.copied[0];
    assert!(
        copied.contains("Northwind, Fri 13 Nov 2026\n  + asked for the numbers"),
        "{copied}"
    );
    session.keys("f");
    let screen = session.screen();
    assert!(
        screen.contains("say sooner") && !screen.contains("the code read well"),
        "{screen}"
    );
    session.keys("<space>");
    assert!(file(&session, "2026-11-03-northwind.md").contains("- [x] say sooner"));
    session.keys("<enter>");
    assert!(
        session.screen().contains("interviews · Brightwater"),
        "{}",
        session.screen()
    );
}

#[test]
fn after_a_no_what_was_good_and_what_comes_next_stand_first() {
    let mut session = four();
    session.keys("iG<up><right>");
    let screen = session.screen();
    let at = |text: &str| screen.find(text).unwrap_or_else(|| panic!("{text}: {screen}"));
    assert!(at("Companies choose for many reasons") < at("What was good: the code read well · calm when it broke."));
    assert!(at("What comes next: Acme in 9 days.") < at("What happened"));
}

#[test]
fn feedback_is_on_home_before_anything_was_practised() {
    let mut session = Session::with(|places| place(places, "2026-09-28-brightwater.md", BRIGHTWATER));
    let screen = session.screen();
    for said in [
        "Remember   fewer names, more what it did",
        "heard at Brightwater",
        "Try three questions",
        "Your files are in",
    ] {
        assert!(screen.contains(said), "{said}: {screen}");
    }
    assert!(!screen.contains("Nothing is written there"), "{screen}");
}

#[test]
fn where_one_is_is_said_on_the_smallest_screen_too() {
    let mut session = four();
    session.keys("ij<right>").size(50, 14);
    let first = |session: &mut Session| session.screen().lines().next().unwrap_or_default().to_owned();
    assert_eq!(first(&mut session), "  interviews · Acme               Acme in 9 days");
    session.size(40, 12);
    assert_eq!(first(&mut session).trim_end(), "  interviews · Acme     Acme in 9 days");
}

#[test]
fn find_finds_an_interview() {
    let mut session = four();
    session.keys("/halden");
    assert!(session.screen().contains("interview"), "{}", session.screen());
    session.keys("<enter>");
    assert!(session.screen().contains("interviews · Halden"), "{}", session.screen());
}

/// A person who had an onsite at Acme this morning, with answers to tell.
fn after_a_round() -> Session {
    Session::with(|places| {
        region(places);
        let text = "---\nid: queueab\ntitle: The queue that could wait\nquestions: [conflict-design-review]\n---\n## Situation\nTwo teams shared one release train.\n";
        fs::write(places.answers().join("queue.md"), text).expect("an answer");
        let round = "    at: 2026-11-30 10:00 UTC\n    minutes: 240\n";
        let today = "    at: 2026-11-21 07:00 UTC\n    with: Kim Berg\n";
        place(places, "2026-11-02-acme.md", &ACME.replace(round, today));
    })
}

/// Presses keys, and counts those that are no typed text: what stands in `{}` is the text itself.
fn counted(session: &mut Session, script: &str) -> usize {
    let mut count = 0;
    for (n, piece) in script.split(['{', '}']).enumerate() {
        session.keys(piece);
        if n % 2 == 0 {
            let mut rest = piece;
            while let Some(c) = rest.chars().next() {
                let used = rest
                    .strip_prefix('<')
                    .and_then(|rest| rest.find('>'))
                    .map(|end| end + 2);
                rest = &rest[used.unwrap_or(c.len_utf8())..];
                count += 1;
            }
        }
    }
    count
}

#[test]
fn a_debrief_takes_few_keys_and_becomes_lines_of_the_file() {
    let mut session = after_a_round();
    let screen = session.screen();
    assert!(
        screen.contains("Write down") && screen.contains("Acme: onsite, today"),
        "{screen}"
    );
    let mut keys = counted(&mut session, "i<enter>{a design you thought was wrong}");
    insta::assert_snapshot!("debrief_asked", session.size(80, 24).screen());
    keys += counted(&mut session, "<enter>");
    insta::assert_snapshot!("debrief_told", session.screen());
    keys += counted(
        &mut session,
        "3{a fault that reached production}<enter>2{Which cheese would you be?}<enter>4",
    );
    insta::assert_snapshot!("debrief_next", session.size(100, 30).screen());
    keys += counted(
        &mut session,
        "<enter>{they liked the numbers}<enter>{calm}<enter><enter>",
    );
    keys += counted(&mut session, "{say sooner what I did myself}<enter>");
    insta::assert_snapshot!("debrief_tie", session.size(80, 24).screen());
    keys += counted(&mut session, "<enter><enter><enter>{next thu}<enter><enter>");
    insta::assert_snapshot!("debrief_end", session.screen());
    keys += counted(&mut session, "<enter>");
    assert!(keys <= 60, "{keys} keys");
    assert_eq!(keys, 19, "the key script of a debrief with three questions");
    let text = file(&session, "2026-11-02-acme.md");
    for line in [
        "    with: Kim Berg\n    state: done\n",
        "promised: {by: 2026-11-26, who: Kim Berg}\n",
        "- a design you thought was wrong (question conflict-design-review, answer queueab, solid, 2026-11-21)\n",
        "- a fault that reached production (question failure-production, answer regionb, rough, 2026-11-21)\n",
        "- Which cheese would you be? (question own-which-cheese-would-you-be, strong, 2026-11-21)\n",
        "- they liked the numbers (2026-11-21)\n",
        "- [ ] say sooner what I did myself (failure, 2026-11-21)\n",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    let own = fs::read_to_string(session.places.questions().join("own.yaml")).expect("own questions");
    assert!(own.contains("Which cheese would you be?"), "{own}");
    assert!(session.screen().contains("Thank Kim Berg"), "{}", session.screen());
    session.keys("<esc>");
    insta::assert_snapshot!("home_after_a_debrief", session.size(80, 24).screen());
    session.keys("d");
    insta::assert_snapshot!("set_up_keep_in_mind", session.screen());
}

#[test]
fn a_line_that_is_like_no_question_is_not_taken_for_one() {
    let mut session = after_a_round();
    session.keys("i<do:how a round went>Why zebras<enter>");
    assert!(
        session.screen().contains("Taken as a new question of your own."),
        "{}",
        session.screen()
    );
    session.keys("2What is a queue<enter>");
    assert!(
        session.screen().contains("Taken as a new question of your own."),
        "{}",
        session.screen()
    );
    session.keys("3a fault that reached production<enter>");
    assert!(
        session
            .screen()
            .contains("Taken as: Tell me about a fault of yours that reached production."),
        "{}",
        session.screen()
    );
}

#[test]
fn a_debrief_that_is_left_is_as_it_was_and_survives_the_end_of_the_program() {
    let mut session = after_a_round();
    session.keys("i<do:how a round went>a fault that reached production<enter>2and why<esc>");
    assert!(session.screen().contains("Kept as it is"), "{}", session.screen());
    session.keys("<do:how a round went>");
    let screen = session.screen();
    assert!(
        screen.contains("a fault that reached") && screen.contains("and why"),
        "{screen}"
    );
    session.keys("<ctrl-c>");
    assert!(!file(&session, "2026-11-02-acme.md").contains("reached production"));
    let mut session = session.again("1h");
    assert!(
        session.screen().contains("Acme, typed Sat 21 Nov"),
        "{}",
        session.screen()
    );
    session.keys("<enter><ctrl-s>");
    let text = file(&session, "2026-11-02-acme.md");
    assert!(
        text.contains(
            "- a fault that reached production (question failure-production, answer regionb, rough, 2026-11-21)\n- and why (2026-11-21)\n"
        ),
        "{text}"
    );
}

#[test]
fn a_line_taken_by_mistake_comes_back() {
    let mut session = after_a_round();
    session.keys("i<do:how a round went>production<enter>2<backtab>");
    assert!(session.screen().contains("▌ production"), "{}", session.screen());
    session.keys("<enter>1<enter>good<enter><backtab><backtab>");
    session.keys("<esc>");
    assert!(session.screen().contains("Kept"), "{}", session.screen());
}

#[test]
fn a_debrief_meets_a_change_from_outside() {
    let mut session = after_a_round();
    session.keys("i<do:how a round went>a fault that reached production<enter>2<enter>calm<enter><enter><enter>");
    let theirs = file(&session, "2026-11-02-acme.md").replace("role: SRE", "role: staff SRE");
    place(&session.places, "2026-11-02-acme.md", &theirs);
    session.keys("<down><enter>");
    assert!(session.screen().contains("Both changes fit"), "{}", session.screen());
    assert_eq!(file(&session, "2026-11-02-acme.md"), theirs);
    session.keys("<enter>");
    assert_eq!(file(&session, "2026-11-02-acme.md"), theirs, "it is no answer yet");
    session.wait(1).keys("<enter>");
    let text = file(&session, "2026-11-02-acme.md");
    assert!(text.contains("staff SRE") && text.contains("- calm"), "{text}");
    assert!(session.screen().contains("written down"), "{}", session.screen());
}

#[test]
fn home_says_what_is_owed_and_what_to_keep_in_mind() {
    let mut session = four();
    insta::assert_snapshot!("home_with_interviews", session.size(80, 24).screen());
    insta::assert_snapshot!("home_with_interviews_120", session.size(120, 40).screen());
    session.keys("j<enter>");
    assert!(
        session.screen().contains("Northwind · a message"),
        "{}",
        session.screen()
    );
    session.keys("<esc>j<enter>");
    assert!(
        session.screen().contains("Companies 4   Feedback 6"),
        "{}",
        session.screen()
    );
}

#[test]
fn what_the_next_company_heard_is_marked_and_another_answer_is_picked() {
    let mut session = four();
    session.keys("/region<enter>");
    assert!(session.screen().contains("Acme heard it"), "{}", session.screen());
    session.keys("<esc>/failure-production");
    session.keys("<esc>");
    let told = |session: &mut Session| {
        let id = greenroom::domain::id::QuestionId::from("failure-production");
        session
            .app
            .overview
            .heard
            .clone()
            .map(|heard| (heard.company, heard.answers.len(), id))
    };
    assert_eq!(
        told(&mut session).map(|(company, count, _)| (company, count)),
        Some(("Acme".to_owned(), 1))
    );
    let other = "---\nid: otherab\ntitle: The other one\nquestions: [failure-production]\n---\n## Situation\nOne.\n";
    fs::write(session.places.answers().join("other.md"), other).expect("an answer");
    let mut session = session.again("1m");
    session.browse("failure");
    session.keys("/production<enter>d<enter><enter><enter>");
    let screen = session.size(120, 40).screen();
    assert!(
        screen.contains("The other one") && !screen.contains("Acme heard it"),
        "{screen}"
    );
    session.keys("<tab><right>");
    assert!(
        session.screen().contains("The region we forgot"),
        "{}",
        session.screen()
    );
    assert!(session.screen().contains("Acme heard it"), "{}", session.screen());
}

/// Where the person stands in failure, as `weak --json` says: the importance, and the reason.
fn failure(session: &Session) -> (f64, String) {
    let printed = session.shell(&["weak", "--json"]);
    let rows = printed["weak"].as_array().expect("rows");
    let failure = rows.iter().find(|row| row["category"] == "failure").expect("failure");
    let reason = failure["reason"].as_str().expect("a reason").to_owned();
    (failure["importance"].as_f64().expect("an importance"), reason)
}

/// Tells one question on failure and rates it.
fn tell_failure(session: &mut Session, rating: &str) {
    session.keys("/fault of yours that reached production<enter>d<enter>");
    session.wait(70).keys("<enter>").keys(rating).keys("<enter>");
    session.keys("<esc><esc>");
}

#[test]
fn the_whole_way_from_a_date_to_what_it_taught_and_back_into_practice() {
    let mut session = session();
    tell_failure(&mut session, "3");
    let plan = |session: &Session| session.shell(&["plan", "--json"]);
    assert!(plan(&session)["date"].is_null());
    session.keys("inAcme<tab>SRE<tab><tab>in 3 days 10:00<enter>");
    assert!(session.screen().contains("in 3 days"), "{}", session.screen());
    session.keys("<esc><esc>");
    assert!(session.screen().contains("Acme in 3 days"), "{}", session.screen());
    let planned = plan(&session);
    assert_eq!(planned["date"], "2026-11-24");
    let days = planned["plan"].as_array().expect("days");
    assert!(
        days.iter().all(|day| day["date"].as_str() <= Some("2026-11-24")),
        "{planned}"
    );
    let mut session = session.again("75h");
    assert!(plan(&session)["date"].is_null(), "the round is over");
    let (before, reason) = failure(&session);
    assert!(!reason.contains("Acme"), "{reason}");
    let screen = session.screen();
    assert!(screen.contains("Acme: recruiter call, "), "{screen}");
    session.keys("j");
    while !session.screen().contains("▌ Write down") {
        session.keys("k");
    }
    session.keys("<enter>a fault that reached production<enter>2<enter>calm<enter><enter>");
    session.keys("say sooner what you did yourself<enter><enter><enter><enter>in 2 weeks<enter><enter><enter>");
    let (after, reason) = failure(&session);
    assert!(after > before, "{before} {after}");
    assert_eq!(reason, "Acme: say sooner what you did yourself");
    assert!(
        session.screen().contains("say sooner what you did yourself"),
        "{}",
        session.screen()
    );
    let mut session = session.again("26h");
    tell_failure(&mut session, "3");
    let (told, reason) = failure(&session);
    assert!(told < after && !reason.contains("Acme"), "{told} {after} {reason}");
    assert!(!session.screen().contains("Remember "), "{}", session.screen());
    session.keys("i<tab>");
    assert!(session.screen().contains("✓ say sooner"), "{}", session.screen());
}

#[test]
fn a_list_that_is_opened_by_its_command_waits_for_the_files() {
    let mut session = four();
    session.app.screens.clear();
    let now = greenroom::domain::clock::Moment {
        elapsed: std::time::Duration::ZERO,
        wall: crate::session::BEGIN.parse().expect("a time"),
    };
    drop(session.app.begin_at(greenroom::app::route::Route::Interviews, now));
    assert!(session.screen().contains("Do now"), "{}", session.screen());
    session.keys("q");
    assert!(session.left);
}

#[test]
fn what_is_typed_in_a_debrief_is_in_a_draft_within_two_seconds() {
    let mut session = after_a_round();
    session
        .keys("i<do:how a round went>a fault that reached production<enter>1they wanted more")
        .wait(2);
    // The run ends without a word, as when the machine stops.
    let mut session = session.again("1m");
    session.keys("<enter>");
    let screen = session.size(120, 40).screen();
    assert!(
        screen.contains("they wanted more") && screen.contains("reached production"),
        "{screen}"
    );
    assert!(!file(&session, "2026-11-02-acme.md").contains("they wanted more"));
}

#[test]
fn a_damaged_file_stays_out_of_the_list_and_is_a_problem() {
    let mut session = Session::with(|places| {
        place(places, "2026-11-02-acme.md", ACME);
        place(places, "2026-11-03-broken.md", "---\ncompany: B\nrounds: [\n---\n");
    });
    session.keys("i");
    let screen = session.screen();
    assert!(screen.contains("Acme") && screen.contains("Companies 1"), "{screen}");
    session.keys("!");
    assert!(
        session.screen().contains("2026-11-03-broken.md"),
        "{}",
        session.screen()
    );
}

#[test]
fn an_answer_is_noted_as_prepared() {
    let session = four();
    let other =
        "---\nid: otherab\ntitle: The other one\nquestions: [conflict-design-review]\n---\n## Situation\nOne.\n";
    fs::write(session.places.answers().join("other.md"), other).expect("an answer");
    let mut session = session.again("1m");
    session.keys("ij<right><do:prepared>");
    assert!(
        session.screen().contains("Prepared for this round"),
        "{}",
        session.screen()
    );
    session.keys("other<enter>");
    let text = file(&session, "2026-11-02-acme.md");
    assert!(
        text.contains("- The other one (answer otherab, question conflict-design-review)\n"),
        "{text}"
    );
}
