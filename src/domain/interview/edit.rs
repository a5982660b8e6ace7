//! Changes of an interview file: each touches only the lines it is about.

use jiff::civil::Date;

use super::event_time::EventTime;
use super::round::{Round, RoundState};
use super::sections::{Line, Section};
use super::{Outcome, Person, Promise, SentKind};
use crate::markup::document::{Document, UnsupportedYaml};
use crate::markup::lines::{breaks, content};
use crate::markup::markdown::{bullet, heading};
use crate::markup::scalar::Value;

/// One change of an interview file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The company's name.
    Company(String),
    /// The job; none: unknown.
    Role(Option<String>),
    /// How the person came to it.
    Via(Option<String>),
    /// When the person applied.
    Applied(Option<Date>),
    /// One more person.
    AddPerson(Person),
    /// One more round.
    AddRound(Round),
    /// The round at this place was like the first and is now like the second; what is the same in both stays as it is
    /// written, also where it could not be read.
    SetRound(usize, Box<(Round, Round)>),
    /// How far the round at this place is.
    RoundState(usize, RoundState),
    /// What was promised.
    Promised(Option<Promise>),
    /// A message the person sent.
    Sent(SentKind, EventTime),
    /// How it ended, and when.
    Outcome(Outcome, Option<Date>),
    /// One more line at the end of its section.
    AddLine(Line),
    /// The box of the item at this line of the file is ticked, or not any more.
    Tick(usize, bool),
}

/// The text with the changes made, one after the other.
///
/// # Errors
/// When the front matter is written in a way that cannot be changed by its lines, or there is no such round or box.
pub fn changed(text: &str, changes: &[Change]) -> Result<String, UnsupportedYaml> {
    let mut document = Document::parse(text);
    for change in changes {
        apply(&mut document, change)?;
    }
    Ok(document.text())
}

/// The text of a new file.
pub fn new_file(company: &str) -> String {
    let mut text = format!("---\ncompany: {}\n---\n", Value::text(company.trim()).as_str());
    let headings: Vec<String> = Section::ALL
        .iter()
        .map(|section| format!("## {}\n", section.title()))
        .collect();
    text.push_str(&headings.join("\n"));
    text
}

fn apply(document: &mut Document, change: &Change) -> Result<(), UnsupportedYaml> {
    match change {
        Change::Company(company) => document.set_key("company", &Value::text(company.trim())),
        Change::Role(role) => set(document, "role", role.as_deref().map(Value::text)),
        Change::Via(via) => set(document, "via", via.as_deref().map(Value::text)),
        Change::Applied(day) => set(document, "applied", day.map(day_value)),
        Change::AddPerson(person) => {
            let mut keys = vec![("name", Value::text(&person.name))];
            keys.extend(person.role.as_deref().map(|role| ("role", Value::text(role))));
            document.add_entry("people", &keys)
        }
        Change::AddRound(round) => {
            let keys = round_keys(round).into_iter();
            let keys: Vec<(&str, Value)> = keys.filter_map(|(key, value)| Some((key, value?))).collect();
            document.add_entry("rounds", &keys)
        }
        Change::SetRound(place, rounds) => {
            let (before, after) = rounds.as_ref();
            for ((key, old), (_, new)) in round_keys(before).into_iter().zip(round_keys(after)) {
                if old != new {
                    document.set_in_entry("rounds", *place, key, new.as_ref())?;
                }
            }
            Ok(())
        }
        Change::RoundState(place, state) => {
            document.set_in_entry("rounds", *place, "state", Some(&Value::plain(state.id())))
        }
        Change::Promised(promise) => set(document, "promised", promise.as_ref().map(promise_value)),
        Change::Sent(what, at) => {
            let keys = [("what", Value::plain(what.id())), ("at", Value::plain(&at.to_string()))];
            document.add_entry("sent", &keys)
        }
        Change::Outcome(outcome, day) => {
            document.set_key("outcome", &Value::plain(outcome.id()))?;
            set(document, "closed", day.map(day_value))
        }
        Change::AddLine(line) => {
            let body = with_line(&document.editor_body(), line);
            document.set_body(&body);
            Ok(())
        }
        Change::Tick(line, ticked) => tick(document, *line, *ticked),
    }
}

fn day_value(day: Date) -> Value {
    Value::plain(&day.to_string())
}

fn set(document: &mut Document, key: &str, value: Option<Value>) -> Result<(), UnsupportedYaml> {
    if let Some(value) = value {
        return document.set_key(key, &value);
    }
    document.remove_key(key);
    Ok(())
}

/// The keys of a round in the order they are written; those without a value are left out, or taken out.
fn round_keys(round: &Round) -> [(&'static str, Option<Value>); 6] {
    let state = (round.state != RoundState::Planned).then(|| Value::plain(round.state.id()));
    [
        ("kind", Some(Value::plain(round.kind.id()))),
        ("at", round.at.as_ref().map(|at| Value::plain(&at.to_string()))),
        (
            "minutes",
            round.minutes.map(|minutes| Value::plain(&minutes.to_string())),
        ),
        ("with", round.with.as_deref().map(Value::text)),
        ("state", state),
        ("id", round.id.as_deref().map(Value::text)),
    ]
}

fn promise_value(promise: &Promise) -> Value {
    let who = promise.who.as_deref().map(|who| ("who", Value::text(who)));
    Value::map([("by", day_value(promise.by))].into_iter().chain(who))
}

/// The body with a line at the end of its section, which is begun where it is not there.
fn with_line(body: &str, line: &Line) -> String {
    let new = format!("- {}\n", line.written());
    let lines: Vec<&str> = body.split_inclusive('\n').collect();
    let begins = |line: &str| heading(line).and_then(Section::from_heading);
    let Some(start) = lines.iter().position(|text| begins(text) == Some(line.section)) else {
        let gap = match body {
            "" => "",
            _ if body.ends_with("\n\n") => "",
            _ if body.ends_with('\n') => "\n",
            _ => "\n\n",
        };
        return format!("{body}{gap}## {}\n{new}", line.section.title());
    };
    let ends = |text: &&str| heading(text).is_some_and(|title| !text.starts_with("###") || begins(title).is_some());
    let after = &lines[start + 1..];
    let section = &after[..after.iter().position(ends).unwrap_or(after.len())];
    let told = section.iter().rposition(|text| !text.trim().is_empty());
    let at = start + 1 + told.map_or(0, |last| last + 1);
    let mut out = lines[..at].concat();
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out.push_str(&new);
    let rest = lines[at..].concat();
    if heading(&rest).is_some() || rest.starts_with('#') {
        out.push('\n');
    }
    out + &rest
}

/// Ticks the box of the item at a line, counted from 1 in the whole file.
fn tick(document: &mut Document, line: usize, ticked: bool) -> Result<(), UnsupportedYaml> {
    let text = document.text();
    let above = breaks(&text[..text.len() - document.body().len()]);
    let place = line.checked_sub(above + 1).ok_or(UnsupportedYaml)?;
    let body = document.editor_body();
    let mut lines: Vec<String> = body.split_inclusive('\n').map(str::to_owned).collect();
    let found = lines.get_mut(place).ok_or(UnsupportedYaml)?;
    let item = bullet(content(found)).ok_or(UnsupportedYaml)?.trim_start();
    let at = content(found).len() - item.len();
    if !["[ ]", "[x]", "[X]"].iter().any(|mark| item.starts_with(mark)) {
        return Err(UnsupportedYaml);
    }
    found.replace_range(at..at + 3, if ticked { "[x]" } else { "[ ]" });
    document.set_body(&lines.concat());
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::super::round::RoundKind;
    use super::*;
    use crate::domain::category::Category;
    use crate::domain::interview::sections::Tie;

    #[test]
    fn a_new_file_grows_by_changes_and_holds_what_they_say() {
        let at = |text: &str| EventTime::parse(text).unwrap();
        let text = changed(
            &new_file(" Acme: the second "),
            &[
                Change::Role(Some("SRE, platform".into())),
                Change::AddPerson(Person {
                    name: "Mara Ilves".into(),
                    role: Some("recruiter".into()),
                }),
                Change::AddRound(Round::planned(
                    RoundKind::Onsite,
                    Some(at("2026-11-30 10:00 Europe/Berlin")),
                )),
                Change::AddRound(Round::planned(RoundKind::Feedback, None)),
                Change::RoundState(0, RoundState::Done),
                Change::Promised(Some(Promise {
                    by: "2026-12-04".parse().unwrap(),
                    who: Some("Mara, the recruiter".into()),
                })),
                Change::Sent(SentKind::ThankYou, at("2026-11-30 18:00")),
                Change::Outcome(Outcome::Rejected, "2026-12-07".parse().ok()),
                Change::AddLine(Line::new(Section::Good, "calm  voice", Vec::new())),
                Change::AddLine(Line::new(
                    Section::Improve,
                    "say sooner what you did yourself",
                    vec![Tie::Category(Category::Failure)],
                )),
            ],
        )
        .unwrap();
        let expected = "---\ncompany: \"Acme: the second\"\nrole: SRE, platform\npeople:\n  - name: Mara Ilves\n    \
            role: recruiter\nrounds:\n  - kind: onsite\n    at: 2026-11-30 10:00 Europe/Berlin\n    state: done\n  \
            - kind: feedback\npromised: {by: 2026-12-04, who: \"Mara, the recruiter\"}\nsent:\n  - what: thank-you\n    \
            at: 2026-11-30 18:00\noutcome: rejected\nclosed: 2026-12-07\n---\n## Prepared\n\n## Asked\n\n## Told\n\n\
            ## Good\n- calm voice\n\n## Improve\n- [ ] say sooner what you did yourself (failure)\n\n\
            ## Questions for them\n\n## Notes\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn lines_go_to_the_end_of_their_section_and_boxes_are_ticked_where_they_stand() {
        let text = "\u{feff}---\r\ncompany: A\r\n---\r\nTop\r\n## good\r\n* one\r\n  more\r\n### later\r\n* two\r\n\r\n## Mine\r\n- [ ] kept\r\nlast";
        let line = |text: &str| Change::AddLine(Line::new(Section::Good, text, Vec::new()));
        let new = changed(text, &[line("three")]).unwrap();
        assert_eq!(new, text.replace("* two\r\n", "* two\r\n- three\r\n"));
        let ticked = changed(text, &[Change::Tick(12, true)]).unwrap();
        assert_eq!(ticked, text.replace("[ ] kept", "[x] kept"));
        assert_eq!(changed(&ticked, &[Change::Tick(12, false)]).unwrap(), text);
        for line in [0, 3, 4, 6, 99] {
            assert!(changed(text, &[Change::Tick(line, true)]).is_err(), "{line}");
        }
        let notes = changed(text, &[Change::AddLine(Line::new(Section::Notes, "n", Vec::new()))]).unwrap();
        assert_eq!(notes, format!("{text}\r\n\r\n## Notes\r\n- n\r\n"));
    }

    #[test]
    fn a_change_that_cannot_be_made_by_lines_is_refused() {
        let text = "---\nrounds: [{kind: onsite}]\n---\n";
        assert!(changed(text, &[Change::RoundState(0, RoundState::Done)]).is_err());
        assert!(changed("---\ncompany: A\n---\n", &[Change::RoundState(0, RoundState::Done)]).is_err());
    }
}
