use super::*;
use jiff::civil::date;

/// A Saturday.
const TODAY: Date = date(2026, 11, 21);

fn ahead(text: &str) -> String {
    parse(text, TODAY, Tense::Future).map_or_else(|error| error, |at| at.to_string())
}

#[test]
fn dates_are_read_as_people_type_them() {
    for (text, expected) in [
        ("2026-11-30", "2026-11-30"),
        ("2026-11-30 10:00", "2026-11-30 10:00"),
        ("2026-11-30T10:00 Europe/Berlin", "2026-11-30 10:00 Europe/Berlin"),
        ("2026-11-30 2pm", "2026-11-30 14:00"),
        ("2026-11-30 at 9", "2026-11-30 09:00"),
        ("today", "2026-11-21"),
        ("Tomorrow 9", "2026-11-22 09:00"),
        ("tomorrow at 9:30am", "2026-11-22 09:30"),
        ("yesterday", "2026-11-20"),
        ("fri", "2026-11-27"),
        ("Friday 14:00", "2026-11-27 14:00"),
        ("next tue 14:00", "2026-11-24 14:00"),
        ("next tues, 2 pm", "2026-11-24 14:00"),
        ("sat", "2026-11-28"),
        ("this sat", "2026-11-21"),
        ("this mon", "2026-11-23"),
        ("last thu", "2026-11-19"),
        ("last saturday", "2026-11-14"),
        ("next week", "2026-11-28"),
        ("in 3 days", "2026-11-24"),
        ("in 3 days 10:00 America/New_York", "2026-11-24 10:00 America/New_York"),
        ("in a week", "2026-11-28"),
        ("in two weeks 16h30", "2026-12-05 16:30"),
        ("in 2w", "2026-12-05"),
        ("in 1 month", "2026-12-21"),
        ("3 days ago", "2026-11-18"),
        ("30 nov 10:00", "2026-11-30 10:00"),
        ("30. November 2027 10.00", "2027-11-30 10:00"),
        ("Nov 30th, 2026", "2026-11-30"),
        ("Mon 30 Nov 10:00 UTC", "2026-11-30 10:00 UTC"),
        ("2 jan noon", "2027-01-02 12:00"),
        ("21 nov", "2026-11-21"),
        ("20 nov 2027", "2027-11-20"),
        ("21 sep", "2027-09-21"),
        ("Sat 20 nov", "2027-11-20"),
        ("29 feb", "2028-02-29"),
        ("2 weeks", "2026-12-05"),
        ("a week", "2026-11-28"),
        ("end of next week", "2026-11-27"),
        ("end of the week", "2026-11-27"),
        ("early next week", "2026-11-24"),
        ("mid next week", "2026-11-25"),
        ("later this week", "2026-11-27"),
        ("end of the month", "2026-11-30"),
        ("end of next month", "2026-12-31"),
        ("end of january", "2027-01-31"),
        ("tue 10am PST", "2026-11-24 10:00 America/Los_Angeles"),
        ("fri 2pm-3pm", "2026-11-27 14:00"),
        ("fri 2 p.m.", "2026-11-27 14:00"),
        ("fri 0930", "2026-11-27 09:30"),
        ("fri 12am +05:30", "2026-11-27 00:00 +05:30"),
        ("fri 12pm", "2026-11-27 12:00"),
        ("2026-12-5 14:00", "2026-12-05 14:00"),
        ("5.12.2026", "2026-12-05"),
    ] {
        assert_eq!(ahead(text), expected, "{text}");
    }
}

#[test]
fn in_a_file_a_date_is_the_same_day_whenever_it_is_read() {
    for (text, expected) in [
        ("2026-11-5", "2026-11-05"),
        ("2026/11/05 9:30", "2026-11-05 09:30"),
        ("5.11.2026", "2026-11-05"),
        ("5 Nov 2026, 10am", "2026-11-05 10:00"),
        (
            "Thu 5 November 2026 10:00 Europe/Berlin",
            "2026-11-05 10:00 Europe/Berlin",
        ),
        ("2026-11-05 2pm", "2026-11-05 14:00"),
        ("2026-11-05 10:00 PST", "2026-11-05 10:00 America/Los_Angeles"),
    ] {
        assert_eq!(
            certain(text).map(|at| at.to_string()),
            Ok(expected.to_owned()),
            "{text}"
        );
    }
    for (text, why) in [
        ("5 Nov", "not one certain day"),
        ("29 feb", "not one certain day"),
        ("friday 10:00", "not one certain day"),
        ("tomorrow", "not one certain day"),
        ("Fri 5 Nov 2026", "is no date"),
        ("5/11/2026", "is no date"),
        ("2026-11-31", "is no date"),
        ("soon", "is no date"),
        ("", "is no date"),
    ] {
        let said = certain(text).map_or_else(|wrong| wrong, |at| at.to_string());
        assert!(said.contains(why), "{text}: {said}");
    }
}

#[test]
fn what_was_done_lies_behind() {
    for (text, expected) in [
        ("fri", "2026-11-20"),
        ("sat", "2026-11-14"),
        ("30 nov 2025", "2025-11-30"),
        ("2 weeks", "2026-11-07"),
        ("25 jan", "2026-01-25"),
        ("21 nov 18:00", "2026-11-21 18:00"),
        ("today", "2026-11-21"),
    ] {
        let found = parse(text, TODAY, Tense::Past).map(|at| at.to_string());
        assert_eq!(found.as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn what_is_not_understood_is_said_in_words() {
    for (text, expected) in [
        ("", "a date is missing"),
        ("soon", "is no date this understands"),
        (
            "20 nov",
            "\"20 nov\" may be 2026-11-20, yesterday, or 2027-11-20: write which",
        ),
        ("fri 10am IST", "IST is several zones"),
        ("next", "is no date this understands"),
        ("in days", "is no date this understands"),
        ("in 99999 days", "is no date this understands"),
        ("31 feb", "there is no such day"),
        ("Tue 30 Nov", "there is no such day"),
        ("2026-02-30", "there is no such day"),
        ("fri 25:00", "is no time of the day"),
        ("fri 13pm", "is no time of the day"),
        ("fri 9:5", "is no time of the day"),
        ("fri soonish", "is no time of the day"),
        ("fri 10:00 Middle/Earth", "is no time zone"),
        ("fri UTC", "a zone needs a time"),
        ("ümlaut növ", "is no date this understands"),
        ("5😀", "is no date this understands"),
    ] {
        let said = ahead(text);
        assert!(said.contains(expected), "{text}: {said}");
    }
}
