//! The four interviews of the demo, by the day: one to come, one that owes an answer, one waiting, one closed.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::domain::calendar::Holidays;

/// The company, the day its file was begun, and its text; `<-8>` stands for the day eight days ago, `<due>` for the
/// promised day that has just passed.
const FILES: [(&str, i32, &str); 4] = [
    (
        "Acme",
        -16,
        "\
---
company: Acme
role: Site reliability engineer
via: a former colleague
applied: <-16>
people:
  - name: Ines Novak
    role: recruiter
  - name: Tom Brandt
    role: hiring manager
rounds:
  - kind: recruiter
    at: <-12> 11:00
    minutes: 30
    with: Ines Novak
    state: done
  - kind: hiring-manager
    at: <-5> 15:00
    with: Tom Brandt
    state: done
  - kind: onsite
    at: <+9> 10:00
    minutes: 240
    with: Tom Brandt and three others
sent:
  - what: thank-you
    at: <-12> 17:00
  - what: thank-you
    at: <-5> 18:30
---
## Prepared
- The queue that could wait (answer mr69fd, question conflict-design-review)
- The region we forgot (answer k7m2qx, question failure-production)
- Nine days, not twenty (answer uy3rv6, question deadline-immovable)

## Asked
- What do you look for in your next job? (question motivation-next-job, told px82zh, strong, <-5>)

## Told
- Why I like small machines (answer px82zh, <-5>)

## Good
- the story about night calls made him laugh

## Improve

## Questions for them
- Which part of the system would you most like to be rid of? (question ask-them-be-rid-of)

## Notes
- four talks of an hour, one of them only about how I work with others
",
    ),
    (
        "Northwind",
        -21,
        "\
---
company: Northwind
role: Platform engineer
via: their careers page
applied: <-21>
people:
  - name: Mara Ilves
    role: recruiter
rounds:
  - kind: recruiter
    at: <-15> 10:00
    with: Mara Ilves
    state: done
  - kind: panel
    at: <-8> 14:00
    minutes: 90
    with: Mara Ilves and two engineers
    state: done
promised: {by: <due>, who: Mara Ilves}
sent:
  - what: thank-you
    at: <-15> 16:00
  - what: thank-you
    at: <-8> 18:00
---
## Prepared
- The queue that could wait (answer mr69fd, question conflict-between-teams)
- One page for newcomers (answer sq3uz8, question mentoring-newcomer)

## Asked
- Two teams that wanted different things (question conflict-between-teams, told mr69fd, rough, <-8>)
- Somebody you brought on board (question mentoring-newcomer, told sq3uz8, strong, <-8>)
- A week with too much in it (question prioritization-overfull-week, rough, <-8>)

## Told
- The queue that could wait (answer mr69fd, <-8>)
- One page for newcomers (answer sq3uz8, <-8>)

## Good
- calm when they pushed on the numbers

## Improve
- [ ] Say sooner what you did yourself (conflict, own part, <-8>)

## Questions for them

## Notes
- they asked me to hold the next weeks free
",
    ),
    (
        "Halden",
        -19,
        "\
---
company: Halden
role: Site reliability engineer
applied: <-19>
people:
  - name: Jonas Weber
    role: hiring manager
rounds:
  - kind: hiring-manager
    at: <-9> 16:00
    with: Jonas Weber
    state: done
promised: {by: <+5>, who: Jonas Weber}
sent:
  - what: thank-you
    at: <-9> 20:00
---
## Asked
- Something you took over and made better (question ownership-inherited, told h567aw, solid, <-9>)

## Told
- The suite nobody believed (answer h567aw, <-9>)

## Good
- asked when they decide: in two weeks

## Improve

## Notes
",
    ),
    (
        "Brightwater",
        -60,
        "\
---
company: Brightwater
role: Backend engineer
via: a meetup
applied: <-60>
people:
  - name: Lena Okafor
    role: engineering lead
rounds:
  - kind: recruiter
    at: <-56> 09:30
    state: done
  - kind: take-home
    at: <-51>
    state: done
  - kind: feedback
    at: <-40> 17:00
    minutes: 30
    with: Lena Okafor
    state: done
outcome: rejected
closed: <-42>
---
## Good
- the design was simple and they understood it at once
- the tests were the best they had seen that month
- asked good questions before starting

## Improve
- [ ] Say what you left out, and why (prioritization, <-40>)
- [ ] Ask the one question that narrows it down (ambiguity, <-40>)

## Notes
- they took somebody who had run the same database for years; she told me to write again in spring
",
    ),
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
