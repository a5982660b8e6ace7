//! Durations and dates as people write them.

use jiff::SignedDuration;
use jiff::civil::Date;

/// A number of seconds as a clock shows it: `1:52`, `1:02:03`.
pub fn clock(seconds: u64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 {
        format!("{hours}:{minutes:02}:{rest:02}")
    } else {
        format!("{minutes}:{rest:02}")
    }
}

/// A number of seconds as it is written in settings: `30s`, `2m`, `1m30s`.
pub fn duration(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, rest) => format!("{rest}s"),
        (minutes, 0) => format!("{minutes}m"),
        (minutes, rest) => format!("{minutes}m{rest}s"),
    }
}

/// The most a duration may be: three hours.
const LONGEST: u32 = 3 * 3600;

/// Reads `90s`, `2m`, `1m30s`, `2 minutes`, `1:30` or bare seconds.
///
/// # Errors
/// A sentence that says what was expected.
pub fn parse_duration(text: &str) -> Result<u32, String> {
    let wrong = || {
        format!(
            "\"{}\" is no duration; write it like 90s, 2m or 1m30s",
            super::shown::Shown::new(text)
        )
    };
    let text = text.trim();
    let seconds = if let Some((minutes, rest)) = text.split_once(':') {
        let minutes: u32 = minutes.parse().map_err(|_| wrong())?;
        let rest: u32 = rest.parse().map_err(|_| wrong())?;
        minutes.checked_mul(60).and_then(|sum| sum.checked_add(rest))
    } else {
        spelled(text)
    };
    match seconds {
        Some(seconds) if seconds <= LONGEST => Ok(seconds),
        Some(_) => Err("that is longer than three hours".to_owned()),
        None => Err(wrong()),
    }
}

/// Seconds: a bare number, or as jiff reads durations, `1m30s` and `2 minutes` among them.
fn spelled(text: &str) -> Option<u32> {
    let read = || text.parse::<SignedDuration>().ok();
    let bare = text.parse().ok();
    bare.or_else(|| u32::try_from(read()?.as_secs()).ok())
}

/// A day with its weekday: `Sat 21 Nov`.
pub fn day(date: Date) -> String {
    date.strftime("%a %-d %b").to_string()
}

/// A count with its noun: `1 question`, `3 questions`.
pub fn count(number: usize, noun: &str) -> String {
    match (number, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{number} {stem}ies"),
        _ => format!("{number} {noun}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn durations_are_read_as_people_write_them() {
        for (text, seconds) in [
            ("90s", 90),
            ("2m", 120),
            ("1m30s", 90),
            ("45", 45),
            ("1:30", 90),
            ("0s", 0),
            ("2 minutes", 120),
            ("1.5m", 90),
        ] {
            assert_eq!(parse_duration(text), Ok(seconds), "{text}");
        }
        for text in ["", "m", "2x", "1m30", "-5s", "99999999999", "9h"] {
            assert!(parse_duration(text).is_err(), "{text}");
        }
        assert_eq!(duration(90), "1m30s");
    }

    #[test]
    fn days_are_said_in_words() {
        let today = date(2026, 11, 21);
        assert_eq!(day(today), "Sat 21 Nov");
        assert_eq!(count(2, "category"), "2 categories");
        assert_eq!(count(1, "day"), "1 day");
        assert_eq!(count(3, "day"), "3 days");
    }
}
