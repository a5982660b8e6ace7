//! Rounds and follow-ups as iCalendar (RFC 5545). Times are in UTC, which every calendar shows in its own zone; days
//! without a time are days. Names of people stay out of it: a calendar is often kept by somebody else.
//!
//! Own code: the maintained crate for it brings a second time library.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::domain::interview::Interview;
use crate::domain::interview::follow_up::{FollowUp, State, When, follow_up};
use crate::domain::interview::round::{Round, RoundState};

/// The most bytes of a line.
const WIDTH: usize = 75;

/// The calendar of all interviews: every dated round that is not cancelled, and what open ones will ask of the person.
///
/// An event keeps its id for as long as the file keeps its name and its rounds their order.
pub fn calendar(interviews: &[Interview], when: &When) -> String {
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
        for (n, round) in interview.rounds.iter().enumerate() {
            if round.state != RoundState::Cancelled {
                event_of_round(&mut out, interview, round, n, when);
            }
        }
        if interview.is_open() {
            event_of_follow_up(&mut out, interview, &follow_up(interview, when), when);
        }
    }
    out.line("END:VCALENDAR");
    out.0
}

fn event_of_round(out: &mut Lines, interview: &Interview, round: &Round, n: usize, when: &When) {
    let (Some(at), Some(begins), Some(ends)) = (&round.at, round.begins(when.zone), round.ends(when.zone)) else {
        return;
    };
    out.begin(interview, &format!("round-{}", n + 1), when.now);
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
    out.line("END:VEVENT");
}

/// The next thing to do about the silence, on its day, or today where that is past.
fn event_of_follow_up(out: &mut Lines, interview: &Interview, found: &FollowUp, when: &When) {
    let what = match found.state {
        State::ThankYou => "send thanks",
        State::Deciding => "ask when they decide, if you have heard nothing",
        State::AskNow if found.nudges == 0 => "ask when they decide",
        State::Asked => "ask once more, if you have heard nothing",
        State::AskNow => "ask once more",
        State::Coming | State::LikelyNo | State::Cold | State::Closed => return,
    };
    let Some(due) = found.due else { return };
    out.begin(interview, "follow-up", when.now);
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
    fn begin(&mut self, interview: &Interview, which: &str, now: Timestamp) {
        self.line("BEGIN:VEVENT");
        self.text("UID", &format!("{}-{which}@greenroom", interview.id()));
        self.line(&format!("DTSTAMP:{}", utc(now)));
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
    use crate::store::interviews::parse;
    use jiff::tz::TimeZone;

    fn said(text: &str) -> String {
        let (interview, problems) = parse(text, "interviews/2026-11-02-acme.md").unwrap();
        assert_eq!(problems, []);
        let zone = TimeZone::get("America/New_York").unwrap();
        let holidays = Holidays::default();
        let when = When {
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
            "UID:2026-11-02-acme-round-1@greenroom\r\n",
            "DTSTAMP:20261121T090000Z\r\n",
            "DTSTART:20261130T090000Z\r\nDTEND:20261130T103000Z\r\nSUMMARY:Acme\\, Inc\\; North: onsite\r\n",
            "DTSTART;VALUE=DATE:20261202\r\nDTEND;VALUE=DATE:20261203\r\n",
            "DTSTART:20261103T150000Z\r\n",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
        assert_eq!(
            text.matches("BEGIN:VEVENT").count(),
            3,
            "a round to come is no silence: {text}"
        );
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
