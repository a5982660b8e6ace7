//! Durations and dates as people write them.

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

/// Reads `90s`, `2m`, `1m30s`, `1:30` or bare seconds.
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

fn spelled(text: &str) -> Option<u32> {
    let mut sum = 0_u32;
    let mut number = String::new();
    let mut any = false;
    for c in text.chars() {
        let unit = match c {
            '0'..='9' => {
                number.push(c);
                continue;
            }
            'h' => 3600,
            'm' => 60,
            's' => 1,
            _ => return None,
        };
        sum = sum.checked_add(number.parse::<u32>().ok()?.checked_mul(unit)?)?;
        number.clear();
        any = true;
    }
    match (any, number.is_empty()) {
        (true, true) => Some(sum),
        (false, false) => number.parse().ok(),
        _ => None,
    }
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
