//! Rounds and follow-ups as iCalendar (RFC 5545). Times are in UTC, which every calendar shows in its own zone; days
//! without a time are days. Names of people stay out of it: a calendar is often kept by somebody else.
//!
//! Own code: the maintained crate for it brings a second time library.

use std::collections::HashSet;

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::domain::interview::Interview;
use crate::domain::interview::follow_up::{FollowUp, FollowUpCalendar, State, follow_up};
use crate::domain::interview::round::{Round, RoundState};

/// The most bytes of a line.
const WIDTH: usize = 75;

/// Seconds from 1970 to 2020.
const SEQUENCE_FROM: i64 = 1_577_836_800;

/// What calendars know the rounds of an interview by: what stands in its file, else the file, what the round is and its
/// day, so that it stays the same when rounds come above it; none without a day. It stays the same on another day only
/// once it stands in the file.
pub fn round_ids(interview: &Interview) -> Vec<Option<String>> {
    let written = interview.rounds.iter().filter_map(|round| round.id.clone());
    let mut taken: HashSet<String> = written.collect();
    let mut id = |round: &Round| {
        if round.id.is_some() {
            return round.id.clone();
        }
        let first = format!("{}-{}-{}", interview.id(), round.kind.id(), round.at.as_ref()?.day);
        let numbered = (2..).map(|number| format!("{first}-{number}"));
        let free = std::iter::once(first.clone())
            .chain(numbered)
            .find(|id| !taken.contains(id));
        taken.extend(free.clone());
        free
    };
    interview.rounds.iter().map(&mut id).collect()
}

/// The calendar of all interviews: every dated round, and what open ones will ask of the person. A round that does not take
/// place stays in it and says so, since a calendar that once took it up would keep it otherwise.
pub fn calendar(interviews: &[Interview], when: &FollowUpCalendar) -> String {
    let mut out = Lines::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line(concat!(
        "PRODID:-//Greenroom//Greenroom ",
        env!("CARGO_PKG_VERSION"),
        "//EN"
    ));
    out.line("CALSCALE:GREGORIAN");
    for interview in interviews {
        for (round, id) in interview.rounds.iter().zip(round_ids(interview)) {
            if let Some(id) = id {
                event_of_round(&mut out, interview, round, &id, when);
            }
        }
        if interview.is_open() {
            event_of_follow_up(&mut out, interview, &follow_up(interview, when), when);
        }
    }
    out.line("END:VCALENDAR");
    out.0
}

fn event_of_round(out: &mut Lines, interview: &Interview, round: &Round, id: &str, when: &FollowUpCalendar) {
    let (Some(at), Some(begins), Some(ends)) = (&round.at, round.begins(when.zone), round.ends(when.zone)) else {
        return;
    };
    let to_come = round.to_come(when.now, when.zone);
    let cancelled = round.state == RoundState::Cancelled || to_come && !interview.is_open();
    out.begin(id, when.now);
    out.line(if cancelled {
        "STATUS:CANCELLED"
    } else {
        "STATUS:CONFIRMED"
    });
    match at.time {
        Some(_) => {
            out.line(&format!("DTSTART:{}", utc(begins)));
            out.line(&format!(
                "DTEND:{}",
                utc(ends.max(begins + SignedDuration::from_mins(1)))
            ));
        }
        None => out.day(at.day),
    }
    out.text("SUMMARY", &format!("{}: {}", interview.company, round.kind.label()));
    if let Some(role) = &interview.role {
        out.text("DESCRIPTION", role);
    }
    if to_come && !cancelled {
        // The day before at nine, where it has no time; else a day and an hour before.
        let before: &[&str] = if at.time.is_some() {
            &["-P1D", "-PT1H"]
        } else {
            &["-PT15H"]
        };
        for trigger in before {
            out.alarm(interview, round, trigger);
        }
    }
    out.line("END:VEVENT");
}

/// The next thing to do about the silence, on its day, or today where that is past.
fn event_of_follow_up(out: &mut Lines, interview: &Interview, found: &FollowUp, when: &FollowUpCalendar) {
    let what = match found.state {
        State::ThankYou => "send thanks",
        State::Deciding => "ask when they decide, if you have heard nothing",
        State::AskNow if found.nudges == 0 => "ask when they decide",
        State::Asked => "ask once more, if you have heard nothing",
        State::AskNow => "ask once more",
        State::Coming | State::LikelyNo | State::Cold | State::Closed => return,
    };
    let Some(due) = found.due else { return };
    out.begin(&format!("{}-follow-up", interview.id()), when.now);
    out.day(due.max(when.today()));
    out.text("SUMMARY", &format!("{}: {what}", interview.company));
    out.line("TRANSP:TRANSPARENT");
    out.line("END:VEVENT");
}

fn utc(t: Timestamp) -> String {
    t.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// The text, line by line.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// Begins an event. A later export is a later version of it: minutes count up, and nothing needs to be remembered.
    fn begin(&mut self, id: &str, now: Timestamp) {
        self.line("BEGIN:VEVENT");
        self.text("UID", &format!("{id}@greenroom"));
        self.line(&format!("DTSTAMP:{}", utc(now)));
        self.line(&format!("SEQUENCE:{}", (now.as_second() - SEQUENCE_FROM).max(0) / 60));
    }

    fn alarm(&mut self, interview: &Interview, round: &Round, trigger: &str) {
        self.line("BEGIN:VALARM");
        self.line("ACTION:DISPLAY");
        self.line(&format!("TRIGGER:{trigger}"));
        self.text("DESCRIPTION", &format!("{}: {}", interview.company, round.kind.label()));
        self.line("END:VALARM");
    }

    fn day(&mut self, day: Date) {
        let plain = |day: Date| day.strftime("%Y%m%d").to_string();
        self.line(&format!("DTSTART;VALUE=DATE:{}", plain(day)));
        self.line(&format!("DTEND;VALUE=DATE:{}", plain(day.saturating_add(1.day()))));
    }

    /// A property whose value is text.
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                c if c.is_control() => {}
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    /// A line, folded where it is longer than the standard allows, never inside a character.
    fn line(&mut self, line: &str) {
        let mut used = 0;
        for c in line.chars() {
            if used + c.len_utf8() > WIDTH {
                self.0.push_str("\r\n ");
                used = 1;
            }
            used += c.len_utf8();
            self.0.push(c);
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::calendar::Holidays;
    use crate::domain::days::Local;
    use crate::store::interviews::parse;

    fn said(text: &str) -> String {
        let (interview, problems) = parse(text, "interviews/2026-11-02-acme.md").unwrap();
        assert_eq!(problems, []);
        let zone = Local::new(jiff::tz::TimeZone::get("America/New_York").unwrap());
        let holidays = Holidays::default();
        let when = FollowUpCalendar {
            now: "2026-11-21T09:00:00Z".parse().unwrap(),
            zone: &zone,
            holidays: &holidays,
        };
        calendar(&[interview], &when)
    }

    #[test]
    fn rounds_are_in_utc_and_days_are_days() {
        let text = said(
            "---\ncompany: Acme, Inc; North\nrole: SRE\nrounds:\n- {kind: onsite, at: 2026-11-30 10:00 Europe/Berlin, minutes: 90}\n\
             - {kind: panel, at: 2026-12-02}\n- {kind: panel, at: 2026-12-03, state: cancelled}\n- {kind: panel}\n\
             - {kind: recruiter, at: 2026-11-03 10:00}\n---\n",
        );
        for line in [
            "UID:2026-11-02-acme-onsite-2026-11-30@greenroom\r\nDTSTAMP:20261121T090000Z\r\nSEQUENCE:3623580\r\nSTATUS:CONFIRMED\r\n",
            "DTSTART:20261130T090000Z\r\nDTEND:20261130T103000Z\r\nSUMMARY:Acme\\, Inc\\; North: onsite\r\n",
            "DTSTART;VALUE=DATE:20261202\r\nDTEND;VALUE=DATE:20261203\r\n",
            "DTSTART:20261103T150000Z\r\n",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        let count = |what: &str| text.matches(what).count();
        assert_eq!(count("BEGIN:VEVENT"), 4, "a round to come is no silence: {text}");
        assert_eq!((count("STATUS:CANCELLED"), count("BEGIN:VALARM")), (1, 3), "{text}");
    }

    #[test]
    fn what_is_owed_stands_on_its_day_or_today_and_names_nobody() {
        let wait = "---\ncompany: Acme\npeople: [{name: Mara, role: recruiter}]\nrounds:\n- {kind: panel, at: 2026-11-05, with: Tom}\n";
        let text = said(&format!("{wait}---\n"));
        assert!(text.contains("DTSTART;VALUE=DATE:20261121\r\n"), "{text}");
        assert!(text.contains("SUMMARY:Acme: ask when they decide\r\n"), "{text}");
        assert!(!text.contains("Mara") && !text.contains("Tom"));
        let text = said(&format!("{wait}promised: {{by: 2026-11-25}}\n---\n"));
        assert!(text.contains("DTSTART;VALUE=DATE:20261126\r\n"), "{text}");
        let text = said(&format!("{wait}outcome: rejected\n---\n"));
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    }

    #[test]
    fn a_round_keeps_its_id_wherever_it_stands_and_is_cancelled_under_it() {
        let (onsite, panel) = (
            "- {kind: onsite, at: 2026-11-30 10:00",
            "- {kind: panel, at: 2026-12-02}\n",
        );
        let ids = |rounds: &str| {
            let text = format!("---\ncompany: Acme\nrounds:\n{rounds}---\n");
            round_ids(&parse(&text, "interviews/2026-11-02-acme.md").unwrap().0)
        };
        let (first, second) = ("2026-11-02-acme-onsite-2026-11-30", "2026-11-02-acme-panel-2026-12-02");
        let some = |id: &str| Some(id.to_owned());
        assert_eq!(ids(&format!("{onsite}}}\n{panel}")), [some(first), some(second)]);
        assert_eq!(ids(&format!("{panel}{onsite}}}\n")), [some(second), some(first)]);
        assert_eq!(
            ids(&format!("{panel}{panel}- {{kind: other}}\n")),
            [some(second), some(&format!("{second}-2")), None]
        );
        let moved = format!("{panel}{}, id: {first}}}\n", onsite.replace("11-30", "12-09"));
        assert_eq!(ids(&moved), [some(second), some(first)]);
        for end in ["  state: cancelled\n---\n", "outcome: withdrawn\n---\n"] {
            let text = said(&format!(
                "---\ncompany: Acme\nrounds:\n- kind: onsite\n  at: 2026-11-30 10:00\n{end}"
            ));
            let wanted = format!("UID:{first}@greenroom\r\n");
            assert!(
                text.contains(&wanted) && text.contains("STATUS:CANCELLED\r\n"),
                "{text}"
            );
            assert!(!text.contains("VALARM"), "{text}");
        }
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let company = "Käsespätzle & Söhne 🎉 ".repeat(9);
        let text = said(&format!(
            "---\ncompany: \"{company}\"\nrounds: [{{at: 2026-11-30}}]\n---\n"
        ));
        assert!(text.split("\r\n").all(|line| line.len() <= WIDTH));
        assert!(text.replace("\r\n ", "").contains(company.trim()));
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']));
    }
}
