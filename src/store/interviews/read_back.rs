//! Whether what is read of a changed interview is what was there and the changes, before anything is saved.

use crate::domain::interview::Interview;
use crate::domain::interview::edit::Change;
use crate::domain::interview::round::Round;
use crate::markup::document::Document;
use crate::store::files::other_keys::stay;

/// Whether `after` is `before` with these changes and nothing else.
pub(super) fn holds(before: &Interview, after: &Interview, changes: &[Change]) -> bool {
    let keys: Vec<&str> = changes.iter().flat_map(keys).copied().collect();
    let (old, new) = (Document::parse(&before.text), Document::parse(&after.text));
    let of_the_body = |change: &Change| matches!(change, Change::AddLine(_) | Change::Tick(..));
    let body = changes.iter().any(of_the_body) || old.body() == new.body();
    let listed = after.people.starts_with(&before.people)
        && after.sent.starts_with(&before.sent)
        && rounds_stay(before, after, changes);
    // Of two changes of one thing the later holds.
    let last = |(n, change): (usize, &Change)| changes[n + 1..].iter().any(|later| supersedes(later, change));
    let made = changes
        .iter()
        .enumerate()
        .all(|(n, change)| last((n, change)) || is_in(change, after));
    body && listed && made && stay(&old, &new, &keys)
}

/// The keys a change touches.
fn keys(change: &Change) -> &'static [&'static str] {
    match change {
        Change::Company(_) => &["company"],
        Change::Role(_) => &["role"],
        Change::Via(_) => &["via"],
        Change::Applied(_) => &["applied"],
        Change::AddPerson(_) => &["people"],
        Change::AddRound(_) | Change::SetRound(..) | Change::RoundState(..) => &["rounds"],
        Change::Promised(_) => &["promised"],
        Change::Sent(..) => &["sent"],
        Change::Outcome(..) => &["outcome", "closed"],
        Change::AddLine(_) | Change::Tick(..) => &[],
    }
}

/// The place of the round a change is about.
fn place(change: &Change) -> Option<usize> {
    match change {
        Change::SetRound(place, _) | Change::RoundState(place, _) => Some(*place),
        _ => None,
    }
}

fn supersedes(later: &Change, change: &Change) -> bool {
    let added = matches!(change, Change::AddPerson(_) | Change::AddRound(_) | Change::Sent(..));
    let same = place(later) == place(change);
    !added && same && !keys(later).is_empty() && keys(later) == keys(change)
}

/// Whether the rounds no change is about are as they were.
fn rounds_stay(before: &Interview, after: &Interview, changes: &[Change]) -> bool {
    let touched = |n: usize| changes.iter().any(|change| place(change) == Some(n));
    let mut rounds = before.rounds.iter().enumerate();
    rounds.all(|(n, round)| touched(n) || after.rounds.get(n) == Some(round))
}

/// Whether an interview has what a change says.
fn is_in(change: &Change, after: &Interview) -> bool {
    match change {
        Change::Company(company) => after.company == company.trim(),
        Change::Role(role) => same(role.as_deref(), after.role.as_deref()),
        Change::Via(via) => same(via.as_deref(), after.via.as_deref()),
        Change::Applied(day) => after.applied == *day,
        Change::AddPerson(person) => after
            .people
            .iter()
            .any(|one| one.name.trim() == person.name.trim() && same(person.role.as_deref(), one.role.as_deref())),
        Change::AddRound(round) => after.rounds.iter().any(|one| has(one, round)),
        Change::SetRound(place, rounds) => after.rounds.get(*place).is_some_and(|one| changed(one, rounds)),
        Change::RoundState(place, state) => after.rounds.get(*place).is_some_and(|one| one.state == *state),
        Change::Promised(None) => after.promised.is_none(),
        Change::Promised(Some(promise)) => after
            .promised
            .as_ref()
            .is_some_and(|made| made.by == promise.by && same(promise.who.as_deref(), made.who.as_deref())),
        Change::Sent(what, at) => after
            .sent
            .iter()
            .any(|sent| sent.what == *what && sent.at.to_string() == at.to_string()),
        Change::Outcome(outcome, day) => after.outcome == *outcome && after.closed == *day,
        Change::AddLine(_) | Change::Tick(..) => true,
    }
}

/// Whether two texts are the same; one that is empty is none.
fn same(one: Option<&str>, other: Option<&str>) -> bool {
    let text = |text: Option<&'_ str>| text.map(str::trim).unwrap_or_default().to_owned();
    text(one) == text(other)
}

fn has(one: &Round, round: &Round) -> bool {
    let at = |round: &Round| round.at.as_ref().map(ToString::to_string);
    one.kind == round.kind
        && at(one) == at(round)
        && one.minutes == round.minutes
        && one.state == round.state
        && same(one.with.as_deref(), round.with.as_deref())
}

/// Whether a round has what is not the same in the two; the rest may stay as it could not be read.
fn changed(one: &Round, (before, after): &(Round, Round)) -> bool {
    let at = |round: &Round| round.at.as_ref().map(ToString::to_string);
    (before.kind == after.kind || one.kind == after.kind)
        && (at(before) == at(after) || at(one) == at(after))
        && (before.minutes == after.minutes || one.minutes == after.minutes)
        && (before.state == after.state || one.state == after.state)
        && (before.id == after.id || one.id == after.id)
        && (before.with == after.with || same(one.with.as_deref(), after.with.as_deref()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::interview::edit::changed as edited;
    use crate::domain::interview::event_time::EventTime;
    use crate::domain::interview::round::{RoundKind, RoundState};
    use crate::domain::interview::sections::{Line, Section};
    use crate::domain::interview::{Outcome, Person, Promise, SentKind};
    use crate::store::interviews::parse;

    const FILE: &str = "---\ncompany: Acme\nrole: SRE\nmood: {good: [1, 2]}\npeople:\n  - name: Mara\nrounds:\n  - kind: screen\n    at: 2026-11-02 10:00\n    state: done\n  - kind: onsite\n    at: 2026-11-20 09:00\nsent:\n  - {what: nudge, at: 2026-11-05}\n---\n## Asked\n- Why?\n";

    fn changes() -> Vec<Change> {
        let at: EventTime = EventTime {
            day: "2026-12-01".parse().unwrap(),
            time: None,
            zone: None,
        };
        let onsite = parse(FILE, "x.md").unwrap().0.rounds[1].clone();
        let moved = Round {
            at: Some(at.clone()),
            with: Some("Bo: Xi".into()),
            ..onsite.clone()
        };
        vec![
            Change::Company(" Acme & Sons ".into()),
            Change::Role(None),
            Change::Via(Some("a friend, of *mine*".into())),
            Change::Applied(Some(at.day)),
            Change::AddPerson(Person {
                name: "Bo Xi".into(),
                role: Some("recruiter".into()),
            }),
            Change::AddRound(Round::planned(RoundKind::ALL[0], Some(at.clone()))),
            Change::SetRound(1, Box::new((onsite, moved))),
            Change::RoundState(1, RoundState::Done),
            Change::Promised(Some(Promise {
                by: at.day,
                who: Some("Mara".into()),
            })),
            Change::Sent(SentKind::ThankYou, at.clone()),
            Change::Outcome(Outcome::ALL[1], Some(at.day)),
            Change::AddLine(Line::new(Section::ALL[0], "How many?", Vec::new())),
        ]
    }

    #[test]
    fn each_change_is_found_in_what_is_read_and_its_absence_is_seen() {
        let (before, _) = parse(FILE, "x.md").unwrap();
        for change in changes() {
            let text = edited(FILE, std::slice::from_ref(&change)).unwrap();
            let (after, _) = parse(&text, "x.md").unwrap();
            assert!(
                holds(&before, &after, std::slice::from_ref(&change)),
                "{change:?}: {text}"
            );
            assert_eq!(
                holds(&before, &before, std::slice::from_ref(&change)),
                matches!(change, Change::AddLine(_)),
                "{change:?}"
            );
            assert!(!holds(&before, &after, &[]), "{change:?}");
        }
        let text = edited(FILE, &changes()).unwrap();
        assert!(holds(&before, &parse(&text, "x.md").unwrap().0, &changes()), "{text}");
    }

    #[test]
    fn what_changes_unasked_is_seen() {
        let (before, _) = parse(FILE, "x.md").unwrap();
        for (from, to) in [
            ("good: [1, 2]", "good: [1, 3]"),
            ("mood: {good: [1, 2]}\n", ""),
            ("name: Mara", "name: Mira"),
            ("state: done", "state: planned"),
            ("10:00", "11:00"),
            ("what: nudge", "what: thank-you"),
            ("- Why?", "- How?"),
        ] {
            for change in changes() {
                if matches!(change, Change::AddLine(_)) && from == "- Why?" {
                    continue;
                }
                let text = edited(&FILE.replace(from, to), std::slice::from_ref(&change)).unwrap();
                let (after, _) = parse(&text, "x.md").unwrap();
                assert!(
                    !holds(&before, &after, std::slice::from_ref(&change)),
                    "{change:?}: {from}"
                );
            }
        }
    }
}
