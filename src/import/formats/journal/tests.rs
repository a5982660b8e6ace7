use super::*;
use crate::import::read;

const ORG: &str = "\
* Interviews
** Northwind — Platform engineer
Status: Rejected after the panel
Applied <2026-10-01 Thu>
Via: a meetup
*** Phone screen <2026-10-05 Mon 14:00>
- asked about the migration
*** Panel, 19.10.2026
*** Improve
- [ ] say sooner what you did
** Halden
:PROPERTIES:
:STATUS: waiting for an answer
:END:
- Oct 21, 2026 at 10:30 talk with the hiring manager
* Questions I was asked
** Tell me about a time you disagreed with your manager.
";

const MARKDOWN: &str = "\
# Journal

Why do I want to leave? Because the work repeats itself.

## Acme (2026-11-03)
- **Status:** in process, onsite next
- 3 Nov 2026: recruiter call
- 30/11/2026 onsite

## Brightwater
**Status**: ghosted
10/11/2026 phone, could be either

## Stories
Status: draft
";

#[test]
fn headings_with_a_status_are_interviews_and_no_questions() {
    let titles = |name: &str, text: &str| -> Vec<(&'static str, Option<String>, (usize, usize))> {
        let items = read(name, text.as_bytes()).items.into_iter();
        items.map(|item| (item.kind.id(), item.title, item.lines)).collect()
    };
    let org = titles("journal.org", ORG);
    let interview = |name: &str, lines| ("interview", Some(name.to_owned()), lines);
    assert_eq!(
        org[..2],
        [
            interview("Northwind — Platform engineer", (2, 10)),
            interview("Halden", (11, 15))
        ]
    );
    assert!(
        org[2..]
            .iter()
            .any(|(kind, title, _)| *kind == "question" && title.as_ref().unwrap().contains("disagreed"))
    );
    let markdown = titles("journal.md", MARKDOWN);
    let found: Vec<_> = markdown.iter().filter(|item| item.0 == "interview").cloned().collect();
    assert_eq!(
        found,
        [
            interview("Acme (2026-11-03)", (5, 8)),
            interview("Brightwater", (10, 12))
        ]
    );
    for (name, text) in [("journal.org", ORG), ("journal.md", MARKDOWN)] {
        let reading = read(name, text.as_bytes());
        let remainder: usize = reading
            .coverage
            .remainder
            .iter()
            .map(|(first, last)| last - first + 1)
            .sum();
        assert!(reading.coverage.placed + remainder >= reading.coverage.nonblank);
    }
}

#[test]
fn a_section_gives_company_role_dates_rounds_and_outcome() {
    let of = |name: &str, text: &str| -> Vec<Entry> {
        let reading = read(name, text.as_bytes());
        let items = reading.items.iter().filter(|item| item.kind == ItemKind::Interview);
        items
            .map(|item| entry(item.title.as_deref().unwrap(), &reading.body(item)))
            .collect()
    };
    let said = |entry: &Entry| -> Vec<String> {
        let rounds = entry.rounds.iter();
        rounds
            .map(|round| format!("{} {}", round.kind.id(), round.at.as_ref().unwrap()))
            .collect()
    };
    let org = of("journal.org", ORG);
    assert_eq!(
        (org[0].company.as_str(), org[0].role.as_deref()),
        ("Northwind", Some("Platform engineer"))
    );
    assert_eq!(org[0].via.as_deref(), Some("a meetup"));
    assert_eq!(org[0].applied.unwrap().to_string(), "2026-10-01");
    assert_eq!(org[0].outcome, Outcome::Rejected);
    assert_eq!(said(&org[0]), ["recruiter 2026-10-05 14:00", "panel 2026-10-19"]);
    assert_eq!(org[1].outcome, Outcome::Open);
    assert_eq!(said(&org[1]), ["hiring-manager 2026-10-21 10:30"]);
    let markdown = of("journal.md", MARKDOWN);
    assert_eq!(markdown[0].company, "Acme");
    assert_eq!(said(&markdown[0]), ["recruiter 2026-11-03", "onsite 2026-11-30"]);
    assert_eq!((markdown[1].outcome, markdown[1].rounds.len()), (Outcome::Cold, 0));
    let done = markdown[0].clone().as_of("2026-11-21".parse().unwrap());
    let states = done.rounds.iter().map(|round| round.state).collect::<Vec<_>>();
    assert_eq!(states, [RoundState::Done, RoundState::Planned]);
}

#[test]
fn headings_of_org_become_headings_of_markdown_and_nothing_else_changes() {
    let body = "Text\n*** Improve\n- [ ] x\n*bold* stays\n";
    assert_eq!(
        file_body(body, true),
        "## Notes\nText\n### Improve\n- [ ] x\n*bold* stays\n"
    );
    assert_eq!(file_body(body, false), format!("## Notes\n{body}"));
    assert_eq!(
        file_body("** [2026-09-14 Mon] Call\nasked why\n*** Good\n", true),
        "## Notes\n### [2026-09-14 Mon] Call\nasked why\n#### Good\n"
    );
    assert_eq!(
        file_body("## Call\n### Good\n", false),
        "## Notes\n### Call\n#### Good\n"
    );
}
