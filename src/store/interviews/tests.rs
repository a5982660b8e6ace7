use super::*;
use crate::domain::interview::sections::{Line, Section};
use crate::domain::interview::{named, next_round};
use crate::markup::merge::merge;
use crate::store::load;
use jiff::Timestamp;
use jiff::tz::TimeZone;

const TEXT: &str = "\
---
company: Northwind
role: SRE # the second time
via: a former colleague
mood: hopeful
people:
  - name: Mara Ilves
    role: recruiter
rounds:
  # so far
  - kind: recruiter
    at: 2026-11-05 10:00 Europe/Berlin
    state: done
  - kind: onsite
    at: 2026-11-30
    minutes: 240
    parking: yes
promised: {by: 2026-11-19, who: Mara}
sent:
  - {what: thank-you, at: 2026-11-05 18:00}
---
## Asked
- Tell me about a failure (question failure-production, told k7m2qx, rough)

## What they eat
- soup

## Improve
- [ ] Say sooner what you did yourself (own part)
";

fn home() -> (tempfile::TempDir, Places) {
    let folder = tempfile::tempdir().unwrap();
    let places = Places {
        home: folder.path().join("h"),
        state: folder.path().join("s"),
    };
    (folder, places)
}

fn now() -> Timestamp {
    "2026-11-21T09:00:00Z".parse().unwrap()
}

#[test]
fn a_company_without_a_letter_still_gets_a_file() {
    let (_folder, places) = home();
    let today = jiff::civil::date(2026, 11, 21);
    let path = create(&places, "///", today, "---\ncompany: \"///\"\n---\n").unwrap();
    assert_eq!(path, "interviews/2026-11-21-company.md");
}

#[test]
fn a_file_written_by_hand_is_read_whole_and_a_slip_of_the_pen_is_said() {
    let (interview, problems) = parse(TEXT, "interviews/2026-11-02-northwind.md").unwrap();
    assert_eq!(interview.id(), "2026-11-02-northwind");
    assert_eq!(
        interview.begun().map(|day| day.to_string()),
        Some("2026-11-02".to_owned())
    );
    assert_eq!(
        (interview.company.as_str(), interview.role.as_deref()),
        ("Northwind", Some("SRE"))
    );
    assert_eq!(interview.people[0].role.as_deref(), Some("recruiter"));
    assert_eq!(interview.rounds.len(), 2);
    assert_eq!(interview.rounds[1].minutes, Some(240));
    assert_eq!(interview.promised.as_ref().unwrap().who.as_deref(), Some("Mara"));
    assert_eq!(interview.sent[0].what, SentKind::ThankYou);
    assert!(interview.is_open());
    assert_eq!(interview.lines.len(), 2);
    assert_eq!(interview.lines[0].line, 23);
    assert_eq!(problems, [], "keys of one's own are welcome");
    let slipped = TEXT
        .replace("role: SRE", "rolle: SRE")
        .replace("    at: 2026-11-30", "    date: 2026-11-30");
    let (_, problems) = parse(&slipped, "interviews/x.md").unwrap();
    let said: Vec<(Option<usize>, &str)> = problems.iter().map(|p| (p.line, p.what.as_str())).collect();
    assert_eq!(
        said,
        [
            (Some(3), "the key \"rolle\" is not known here"),
            (Some(15), "the key \"date\" is not known here")
        ]
    );
}

#[test]
fn what_cannot_be_understood_has_its_line_and_the_rest_is_read() {
    let text = "---\ncompany: A\nrounds:\n  - kind: dinner\n    at: soon\n    state: eaten\n  - kind: panel\npromised:\n  \
            by: friday\nsent:\n  - what: flowers\n    at: 2026-11-05\noutcome: maybe\nclosed: 2026\n---\n";
    let (interview, problems) = parse(text, "interviews/x.md").unwrap();
    let lines: Vec<Option<usize>> = problems.iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [4, 6, 5, 9, 11, 13, 14].map(Some));
    assert!(problems[0].remedy.contains("hiring-manager"), "{}", problems[0].remedy);
    assert_eq!(
        (problems[5].what.as_str(), problems[5].remedy.as_str()),
        (
            "\"maybe\" is not known for outcome: it counts as open",
            "Write one of open, offer, rejected, withdrawn, cold"
        )
    );
    assert_eq!((interview.rounds.len(), interview.sent.len()), (2, 0));
    assert_eq!(interview.rounds[0].kind, RoundKind::Other);
    assert!(interview.is_open() && interview.promised.is_none());
}

#[test]
fn what_people_write_in_one_word_is_read_and_what_is_odd_leaves_nothing_out() {
    let text = "---\ncompany: 37\npeople:\n- Mara Ilves (recruiter)\n- Tom Brandt, hiring manager\n- Ines\n\
            - {name: Jo, email: jo@example.com}\nrounds:\n- kind: Hiring Manager\n  at: 5 Nov 2026 10am\n  \
            minutes: 1h 30\n  state: DONE\n- kind: technical\n  at: 5 Dec\n  minutes: long\n- onsite\n\
            applied: 1.11.2026\npromised: 2026-12-5\nsent:\n- what: Thank you\n  at: 2026-11-05 18:00\n- nudge\n\
            outcome: Ghosted\n---\n";
    let (one, problems) = parse(text, "interviews/x.md").unwrap();
    let people: Vec<(&str, Option<&str>)> = one
        .people
        .iter()
        .map(|p| (p.name.as_str(), p.role.as_deref()))
        .collect();
    assert_eq!(
        people,
        [
            ("Mara Ilves", Some("recruiter")),
            ("Tom Brandt", Some("hiring manager")),
            ("Ines", None),
            ("Jo", None)
        ]
    );
    let first = &one.rounds[0];
    assert_eq!(
        (first.kind, first.state, first.minutes),
        (RoundKind::HiringManager, RoundState::Done, Some(90))
    );
    assert_eq!(
        first.at.as_ref().map(EventTime::to_string).as_deref(),
        Some("2026-11-05 10:00")
    );
    assert_eq!(one.applied.map(|day| day.to_string()).as_deref(), Some("2026-11-01"));
    assert_eq!(
        one.promised.as_ref().map(|p| p.by.to_string()).as_deref(),
        Some("2026-12-05")
    );
    assert_eq!((one.company.as_str(), one.rounds.len(), one.sent.len()), ("37", 3, 1));
    let mut said: Vec<(usize, &str)> = problems.iter().map(|p| (p.line.unwrap(), p.what.as_str())).collect();
    said.sort_unstable();
    assert_eq!(
        said,
        [
            (13, "\"technical\" is not known for kind: it counts as other"),
            (14, "\"5 Dec\" is not one certain day; write it like 2026-11-30"),
            (15, "\"long\" is no length of a round"),
            (16, "\"onsite\" has no keys"),
            (22, "\"nudge\" has no keys"),
            (23, "\"Ghosted\" is not known for outcome: it counts as open"),
        ]
    );
    // A form that changes something else leaves what it could not read.
    let mut now = one.rounds[1].clone();
    now.with = Some("Ines".to_owned());
    let both = Box::new((one.rounds[1].clone(), now));
    let saved = edited("x.md", text, &[Change::SetRound(1, both)]).unwrap();
    assert_eq!(saved, text.replace("minutes: long\n", "minutes: long\n  with: Ines\n"));
}

#[test]
fn a_damaged_file_is_a_problem_with_its_line_and_the_others_are_read() {
    let (_folder, places) = home();
    let write = |name: &str, text: &str| {
        std::fs::create_dir_all(places.interviews()).unwrap();
        std::fs::write(places.interviews().join(name), text).unwrap();
    };
    write("2026-11-02-northwind.md", TEXT);
    write("2026-11-03-broken.md", "---\ncompany: B\nrounds: [\n---\n");
    write(
        "2026-11-04-halden.md",
        "# Halden\nNo front matter at all\n## Notes\n- kept\n",
    );
    write("2026-11-05-acme.md", "---\ncompany: [A]\n---\n");
    write("2026-11-06-both.md", "---\ncompany: C\n---\n<<<<<<< HEAD\n");
    write("2026-11-02-northwind.conflict-abc-1.md", TEXT);
    write("2026-11-07-twice.md", "---\ncompany: C\ncompany: D\n---\n");
    write("2026-11-08-open.md", "---\ncompany: E\n## Asked\n- a question\n");
    write("2026-11-09-toml.md", "+++\ncompany = \"F\"\n+++\n");
    let home = load::home(&places);
    let companies: Vec<&str> = home.interviews.iter().map(|i| i.company.as_str()).collect();
    assert_eq!(companies, ["Northwind", "halden", "A", "C"]);
    for name in ["broken", "both", "conflict", "twice", "open", "toml"] {
        let problem = home.problems.iter().find(|problem| problem.path.contains(name));
        assert!(problem.is_some(), "{name}: {:?}", home.problems);
    }
    let refused = change(
        &places,
        "interviews/2026-11-03-broken.md",
        "---\ncompany: B\nrounds: [\n---\n",
        &[],
        now(),
    );
    assert!(matches!(refused, Err(NotSaved::Failed(_))));
}

#[test]
fn a_change_touches_its_lines_and_meets_a_change_from_outside_as_answers_do() {
    let (_folder, places) = home();
    let path = create(&places, "Northwind", "2026-11-02".parse().unwrap(), TEXT).unwrap();
    assert_eq!(path, "interviews/2026-11-02-northwind.md");
    let again = create(&places, "northwind!", "2026-11-02".parse().unwrap(), TEXT).unwrap();
    assert_eq!(again, "interviews/2026-11-02-northwind-2.md");
    let done = [
        Change::RoundState(1, RoundState::Done),
        Change::AddLine(Line::new(Section::Good, "calm", Vec::new())),
    ];
    let saved = change(&places, &path, TEXT, &done, now()).unwrap();
    assert_eq!(saved.not_kept, None);
    let expected = TEXT.replace("    parking: yes\n", "    parking: yes\n    state: done\n") + "\n## Good\n- calm\n";
    assert_eq!(saved.opened.text, expected);
    let theirs = expected.replace("hopeful", "tired");
    std::fs::write(places.home.join(&path), &theirs).unwrap();
    let outcome = [Change::Outcome(Outcome::Cold, None)];
    let Err(NotSaved::Changed(met)) = change(&places, &path, &expected, &outcome, now()) else {
        unreachable!("the file changed outside");
    };
    assert_eq!(met.text, theirs);
    let mine = expected.replace("18:00}\n", "18:00}\noutcome: cold\n");
    let merged = merge(&expected, &mine, &met.text).unwrap();
    assert_eq!(merged, theirs.replace("18:00}\n", "18:00}\noutcome: cold\n"));
    let theirs = expected.replace("sent:\n", "outcome: offer\nsent:\n");
    std::fs::write(places.home.join(&path), &theirs).unwrap();
    let clash = change(&places, &path, &expected, &outcome, now());
    assert!(matches!(clash, Err(NotSaved::Changed(met)) if merge(&expected, &mine, &met.text).is_none()));
    assert_eq!(std::fs::read_to_string(places.home.join(&path)).unwrap(), theirs);
}

#[test]
fn the_next_round_and_the_newest_open_file_are_found() {
    let read = |name: &str, text: &str| parse(text, &format!("interviews/{name}.md")).unwrap().0;
    let local = TimeZone::get("America/New_York").unwrap();
    let interviews = [
        read(
            "2026-10-01-acme",
            "---\ncompany: Acme\nrounds: [{kind: onsite, at: 2026-12-09}]\n---\n",
        ),
        read(
            "2026-11-01-acme",
            "---\ncompany: Acme Labs\noutcome: cold\nrounds: [{at: 2026-11-22}]\n---\n",
        ),
        read("2026-11-02-northwind", TEXT),
        read(
            "2026-11-03-halden",
            "---\ncompany: Halden\nrounds:\n- {at: 2026-11-21 08:30 UTC}\n- {at: 2026-11-20}\n- {at: 2026-11-24, state: cancelled}\n- {kind: panel}\n---\n",
        ),
    ];
    let next = next_round(&interviews, now(), &local).unwrap();
    assert_eq!(
        (next.interview.company.as_str(), next.day.to_string()),
        ("Halden", "2026-11-21".into())
    );
    let later = "2026-11-21T09:30:00Z".parse().unwrap();
    let next = next_round(&interviews, later, &local).unwrap();
    assert_eq!(
        (next.interview.company.as_str(), next.day.to_string()),
        ("Northwind", "2026-11-30".into())
    );
    assert_eq!(next.begins.to_string(), "2026-11-30T05:00:00Z");
    assert_eq!(interviews[3].next_round(later, &local).unwrap().kind, RoundKind::Panel);
    assert_eq!(interviews[3].to_debrief(later, &local), Some(0));
    let path = |name: &str| named(&interviews, name).map(Interview::id);
    assert_eq!(path("acme"), Some("2026-10-01-acme"));
    assert_eq!(path("ACME L"), Some("2026-11-01-acme"));
    assert_eq!((path("cme"), path(" ")), (None, None));
    assert_eq!(next_round(&[], later, &local), None);
}
