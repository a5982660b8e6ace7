//! The four interviews of the demo, by the day: one to come, one that owes an answer, one waiting, one closed.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::domain::calendar::Holidays;

/// The company, the day its file was begun, and its text; `<-8>` stands for the day eight days ago, `<due>` for the
/// promised day that has just passed.
const FILES: [(&str, i32, &str); 4] = [
    ("Acme", -16, include_str!("acme.md")),
    ("Northwind", -21, include_str!("northwind.md")),
    ("Halden", -19, include_str!("halden.md")),
    ("Brightwater", -60, include_str!("brightwater.md")),
];

/// The files: company, the day it was begun, text.
pub(in crate::store) fn files(today: Date) -> impl Iterator<Item = (&'static str, Date, String)> {
    let day = move |days: i32| today.saturating_add(days.days());
    FILES
        .into_iter()
        .map(move |(company, begun, text)| (company, day(begun), dated(text, today)))
}

/// The text with its days.
fn dated(text: &str, today: Date) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        let (mark, after) = after.split_once('>').unwrap_or((after, ""));
        let day = mark
            .parse::<i32>()
            .map_or_else(|_| passed(today), |days| today.saturating_add(days.days()));
        out.push_str(&format!("{before}{day}"));
        rest = after;
    }
    out + rest
}

/// The latest promised day, two days ago or more, after which it is time to ask.
fn passed(today: Date) -> Date {
    let (mut day, holidays) = (today.saturating_sub(2.days()), Holidays::default());
    while holidays.after(day, 1) > today {
        day = day.saturating_sub(1.day());
    }
    day
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::interview::follow_up::{FollowUpCalendar, State, follow_up};
    use crate::domain::interview::next_round;
    use crate::domain::interview::sections::Tie;
    use crate::domain::library::Library;
    use crate::store::banks::shipped;
    use crate::store::interviews::parse;
    use jiff::tz::TimeZone;

    #[test]
    fn on_every_day_of_the_week_one_comes_one_is_owed_one_waits_and_one_is_closed() {
        let zone = TimeZone::UTC;
        let holidays = Holidays::default();
        let answers = crate::store::answers::samples()
            .map(|(name, text)| crate::store::answers::parse(text, name).unwrap().0)
            .collect();
        let library = Library::new(shipped(), answers);
        for n in 0..9 {
            let today = jiff::civil::date(2026, 11, 19).saturating_add(n.days());
            let when = FollowUpCalendar {
                now: today.at(9, 0, 0, 0).to_zoned(zone.clone()).unwrap().timestamp(),
                zone: &crate::domain::days::Local::new(zone.clone()),
                holidays: &holidays,
            };
            let mut interviews = Vec::new();
            for (company, _, text) in files(today) {
                let (interview, problems) = parse(&text, company).unwrap();
                assert_eq!(problems, []);
                for tie in interview.lines.iter().flat_map(|line| &line.ties) {
                    match tie {
                        Tie::Question(id) => assert!(library.question(id.as_str()).is_some(), "{id}"),
                        Tie::Answer(id) => assert!(library.answer(id.as_str()).is_some(), "{id}"),
                        _ => {}
                    }
                }
                interviews.push(interview);
            }
            let states: Vec<State> = interviews.iter().map(|one| follow_up(one, &when).state).collect();
            assert_eq!(
                states,
                [State::Coming, State::AskNow, State::Deciding, State::Closed],
                "{today}"
            );
            let next = next_round(&interviews, when.now, &zone).unwrap();
            assert_eq!(
                (next.interview.company.as_str(), next.day),
                ("Acme", today.saturating_add(9.days()))
            );
        }
    }
}
