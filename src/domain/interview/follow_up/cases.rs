//! The table of the silence rules: waits, and the state on each of forty days.

/// One wait: its zone, the round, the promised day, the days questions and thanks were sent, and the free days.
pub(super) struct Case {
    pub(super) zone: &'static str,
    pub(super) round: &'static str,
    pub(super) promised: Option<&'static str>,
    pub(super) thanked: Option<&'static str>,
    pub(super) nudged: &'static [&'static str],
    pub(super) holidays: &'static [&'static str],
    /// The state on each day from the day of the round, at noon, as runs of days.
    pub(super) expected: &'static str,
}

pub(super) const PLAIN: Case = Case {
    zone: "Europe/Berlin",
    round: "2026-11-05 10:00",
    promised: None,
    thanked: None,
    nudged: &[],
    holidays: &[],
    expected: "0-2 thank-you, 3-7 deciding, 8-35 ask-now, 36-40 likely-no",
};

/// The table. 5 November 2026 is a Thursday; the sixth business day after it Friday the 13th, day 8.
pub(super) const CASES: [Case; 17] = [
    PLAIN,
    Case {
        thanked: Some("2026-11-05"),
        expected: "0-7 deciding, 8-35 ask-now, 36-40 likely-no",
        ..PLAIN
    },
    // A day without a time is over at midnight.
    Case {
        round: "2026-11-05",
        expected: "0 coming, 1-3 thank-you, 4-7 deciding, 8-35 ask-now, 36-40 likely-no",
        ..PLAIN
    },
    // Promised for a Friday, a Saturday and a Sunday: asked on Monday. Promised for a Monday: asked on Tuesday.
    Case {
        promised: Some("2026-11-13"),
        expected: "0-2 thank-you, 3-10 deciding, 11-38 ask-now, 39-40 likely-no",
        ..PLAIN
    },
    Case {
        promised: Some("2026-11-15"),
        expected: "0-2 thank-you, 3-10 deciding, 11-38 ask-now, 39-40 likely-no",
        ..PLAIN
    },
    Case {
        promised: Some("2026-11-16"),
        expected: "0-2 thank-you, 3-11 deciding, 12-39 ask-now, 40 likely-no",
        ..PLAIN
    },
    // A promise from before the round is kept by the round.
    Case {
        promised: Some("2026-11-04"),
        ..PLAIN
    },
    // Asked once on day 8: five business days, then once more, then it goes cold by itself.
    Case {
        nudged: &["2026-11-13"],
        expected: "0-2 thank-you, 3-7 deciding, 8-14 asked, 15-21 ask-now, 22-28 likely-no, 29-40 cold",
        ..PLAIN
    },
    Case {
        nudged: &["2026-11-13", "2026-11-20"],
        expected: "0-2 thank-you, 3-7 deciding, 8-14 asked, 15-21 likely-no, 22-40 cold",
        ..PLAIN
    },
    Case {
        nudged: &["2026-11-13", "2026-11-20", "2026-11-27"],
        expected: "0-2 thank-you, 3-7 deciding, 8-14 asked, 15-28 likely-no, 29-40 cold",
        ..PLAIN
    },
    // Asked, and given another day: the wait begins anew with it.
    Case {
        promised: Some("2026-11-18"),
        nudged: &["2026-11-13", "2026-11-19"],
        expected: "0-2 thank-you, 3-13 deciding, 14-20 asked, 21-27 ask-now, 28-34 likely-no, 35-40 cold",
        ..PLAIN
    },
    // A month that ends in February, and a year that ends in holidays.
    Case {
        round: "2027-01-28 15:00",
        promised: Some("2027-02-26"),
        expected: "0 coming, 1-3 thank-you, 4-31 deciding, 32-40 ask-now",
        ..PLAIN
    },
    Case {
        round: "2026-12-21 15:00",
        holidays: &["12-24", "12-25", "2026-12-31", "01-01"],
        expected: "0 coming, 1-3 thank-you, 4-13 deciding, 14-40 ask-now",
        ..PLAIN
    },
    // Late in New York is the next day in Berlin: everything is counted from there.
    Case {
        round: "2026-11-05 20:00 America/New_York",
        expected: "0 coming, 1-3 thank-you, 4-10 deciding, 11-38 ask-now, 39-40 likely-no",
        ..PLAIN
    },
    Case {
        zone: "America/New_York",
        round: "2026-11-06 02:00 Europe/Berlin",
        expected: "0-2 thank-you, 3-6 deciding, 7-34 ask-now, 35-40 likely-no",
        ..PLAIN
    },
    // The clocks go back in the night to 25 October, and forward in the night to 28 March: at noon of the third day 72
    // hours have passed in October and not yet in March.
    Case {
        round: "2026-10-22 11:30",
        expected: "0 coming, 1-2 thank-you, 3-7 deciding, 8-35 ask-now, 36-40 likely-no",
        ..PLAIN
    },
    Case {
        round: "2027-03-25 10:30",
        expected: "0-3 thank-you, 4-7 deciding, 8-35 ask-now, 36-40 likely-no",
        ..PLAIN
    },
];
