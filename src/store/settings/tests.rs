use super::*;

#[test]
fn holidays_are_days_of_one_year_or_of_every_year() {
    let folder = tempfile::tempdir().unwrap_or_else(|_| unreachable!("a folder"));
    let places = Places {
        home: folder.path().to_owned(),
        state: folder.path().join("s"),
    };
    let text = "holidays: [12-25, 2026-12-24, '01-01', soon]\n";
    assert!(std::fs::write(places.settings(), text).is_ok());
    let (settings, problems) = load(&places);
    for (day, business) in [
        ("2026-12-24", false),
        ("2027-12-24", true),
        ("2028-12-25", false),
        ("2027-01-01", false),
    ] {
        assert_eq!(
            day.parse().ok().map(|day| settings.holidays.business(day)),
            Some(business),
            "{day}"
        );
    }
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].line, Some(1));
}

#[test]
fn a_day_starts_at_a_time_before_noon_and_what_is_none_is_told() {
    let starts = |text: &str| {
        let (_folder, places) = home(text.as_bytes());
        let (settings, problems) = load(&places);
        (settings.day_starts, problems.len())
    };
    let four = DayStart::at(jiff::civil::time(4, 0, 0, 0)).unwrap_or_default();
    for said in ["04:00", "4am", "\"4:00\"", "4"] {
        assert_eq!(starts(&format!("day_starts: {said}\n")), (four, 0), "{said}");
    }
    for wrong in ["13:00", "noon", "early"] {
        assert_eq!(
            starts(&format!("day_starts: {wrong}\n")),
            (DayStart::default(), 1),
            "{wrong}"
        );
    }
    assert_eq!(starts("think: 30s\n"), (DayStart::default(), 0));
}

#[test]
fn a_level_is_one_word_or_several_and_what_is_none_is_told() {
    let level = |text: &[u8]| {
        let (_folder, places) = home(text);
        let (settings, problems) = load(&places);
        let lines: Vec<_> = problems.iter().map(|problem| problem.line).collect();
        (settings.level.map(|levels| levels.to_string()), lines)
    };
    let said = |words: &str| Some(words.to_owned());
    assert_eq!(level(b"think: 45s\n"), (None, vec![]));
    assert_eq!(level(b"level: Senior\n"), (said("senior"), vec![]));
    assert_eq!(level(b"level: staff, senior\n"), (said("senior, staff"), vec![]));
    assert_eq!(level(b"level: [all]\n"), (said("all"), vec![]));
    assert_eq!(
        level(b"level:\n  - senior\n  - wizard\n"),
        (said("senior"), vec![Some(3)])
    );
    assert_eq!(level(b"level: wizard\n"), (None, vec![Some(1)]));
}

fn home(text: &[u8]) -> (tempfile::TempDir, Places) {
    let folder = tempfile::tempdir().unwrap_or_else(|_| unreachable!("a folder"));
    let places = Places {
        home: folder.path().to_owned(),
        state: folder.path().join("s"),
    };
    assert!(std::fs::write(places.settings(), text).is_ok());
    (folder, places)
}

#[test]
fn a_file_that_cannot_be_read_or_changed_by_the_line_stays_as_it_was() {
    for text in [
        &b"private_words: [Hooli\nthink: 45s\n"[..],
        b"think: 45s\nbell: \xff\n",
        b"{think: 45s, private_words: [Hooli]}",
    ] {
        let (_folder, places) = home(text);
        for (key, value) in [("think", "1m"), ("hide_questions", "[a]"), ("format", "1")] {
            assert!(change(&places, key, value).is_err_and(|problem| problem.path == "greenroom.yaml"));
            assert_eq!(std::fs::read(places.settings()).ok().as_deref(), Some(text));
        }
    }
    let (_folder, places) = home(b"hide: [people]\n");
    assert_eq!(change(&places, "think", "1m"), Ok(()));
    let (settings, problems) = load(&places);
    assert_eq!(
        (settings.think, settings.hide.len(), writable(&places), problems),
        (60, 1, Ok(()), vec![])
    );
}

#[test]
fn settings_that_cannot_be_read_are_a_problem_and_no_settings_are_none() {
    let (_folder, places) = home(b"");
    assert!(std::fs::remove_file(places.settings()).is_ok());
    assert_eq!(load(&places), (Settings::default(), Vec::new()));
    assert!(std::fs::create_dir(places.settings()).is_ok());
    let (_, problems) = load(&places);
    assert_eq!(problems.len(), 1);
    assert!(change(&places, "think", "1m").is_err());
}

#[test]
fn a_later_format_is_told_beside_what_else_is_wrong() {
    let (_folder, places) = home(b"private_words: {a: b}\nformat: \"2\"\n");
    let (_, problems) = load(&places);
    assert!(writable(&places).is_err());
    let lines: Vec<_> = problems.iter().map(|problem| problem.line).collect();
    assert!(lines.contains(&Some(2)), "{problems:?}");
}

#[test]
fn days_off_are_days_and_what_is_none_is_told() {
    let folder = tempfile::tempdir().unwrap_or_else(|_| unreachable!("a folder"));
    let places = Places {
        home: folder.path().to_owned(),
        state: folder.path().join("s"),
    };
    assert!(std::fs::write(places.settings(), "days_off:\n  - 2026-12-24\n  - soon\n").is_ok());
    let (settings, problems) = load(&places);
    assert_eq!(
        settings.days_off.iter().map(ToString::to_string).collect::<Vec<_>>(),
        ["2026-12-24"]
    );
    assert_eq!((problems.len(), problems[0].line), (1, Some(3)));
}
