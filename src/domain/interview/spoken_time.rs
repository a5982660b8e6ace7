//! Times of the day and zones as people say them: `2pm`, `2 p.m.`, `0930`, `14:00-15:00`, `PST`.

use jiff::civil::Time;
use jiff::tz::TimeZone;

use super::event_time::named;

/// What recruiters call zones, and a place in each.
const ABBREVIATED: [(&str, &str); 16] = [
    ("pst", "America/Los_Angeles"),
    ("pdt", "America/Los_Angeles"),
    ("pt", "America/Los_Angeles"),
    ("mst", "America/Denver"),
    ("mdt", "America/Denver"),
    ("mt", "America/Denver"),
    ("cdt", "America/Chicago"),
    ("ct", "America/Chicago"),
    ("est", "America/New_York"),
    ("edt", "America/New_York"),
    ("et", "America/New_York"),
    ("gmt", "Europe/London"),
    ("cet", "Europe/Berlin"),
    ("cest", "Europe/Berlin"),
    ("eet", "Europe/Helsinki"),
    ("jst", "Asia/Tokyo"),
];

/// Those that mean one thing here and another there, with what to write.
const UNCLEAR: [(&str, &str); 3] = [
    ("cst", "America/Chicago or Asia/Shanghai"),
    ("ist", "Asia/Kolkata, Europe/Dublin or Asia/Jerusalem"),
    ("bst", "Europe/London or Asia/Dhaka"),
];

/// The zone an abbreviation stands for; none where the word is none.
///
/// # Errors
/// That it means several zones.
pub(super) fn abbreviated(word: &str) -> Result<Option<TimeZone>, String> {
    let word = word.trim_end_matches('.').to_lowercase();
    if let Some((_, places)) = UNCLEAR.iter().find(|(name, _)| *name == word) {
        return Err(format!("{} is several zones; write {places}", word.to_uppercase()));
    }
    let known = ABBREVIATED.iter().find(|(name, _)| *name == word);
    known.map(|(_, place)| named(place)).transpose()
}

/// `14:00`, `14.00`, `9`, `0930`, `9am`, `2:30pm`, `2p.m.`, `noon`; of `2pm-3pm` and `2-3pm` the beginning.
pub fn time(word: &str) -> Option<Time> {
    let word = word
        .replace("a.m.", "am")
        .replace("p.m.", "pm")
        .replace("a.m", "am")
        .replace("p.m", "pm");
    let Some((begin, end)) = word.split_once(['-', '\u{2013}']) else {
        return one(&word);
    };
    one(end)?;
    let half = ["am", "pm"].into_iter().find(|half| end.ends_with(half));
    let said = begin.ends_with("am") || begin.ends_with("pm");
    match half.filter(|_| !said) {
        // "11-1pm" begins before noon.
        Some(half) => {
            let begins = one(&format!("{begin}{half}"))?;
            let before = one(&format!("{begin}am"))?;
            Some(if begins <= one(end)? { begins } else { before })
        }
        None => one(begin),
    }
}

fn one(word: &str) -> Option<Time> {
    match word {
        "noon" => return Some(Time::constant(12, 0, 0, 0)),
        "midnight" => return Some(Time::midnight()),
        _ => {}
    }
    let (clock, half) = match (word.strip_suffix("am"), word.strip_suffix("pm")) {
        (Some(clock), _) => (clock, Some(0)),
        (_, Some(clock)) => (clock, Some(12)),
        _ => (word.trim_end_matches('h'), None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (hour, minute) = match clock.split_once([':', '.', 'h']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None if clock.len() == 4 && digits(clock) => clock.split_at(2),
        None => (clock, "0"),
    };
    if !digits(hour) || hour.len() > 2 || !digits(minute) {
        return None;
    }
    let hour: i8 = hour.parse().ok()?;
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(half) => hour % 12 + half,
    };
    Time::new(hour, minute.parse().ok()?, 0, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_it_is_said() {
        for (word, expected) in [
            ("2p.m.", "14:00"),
            ("2p.m", "14:00"),
            ("0930", "09:30"),
            ("1400", "14:00"),
            ("2pm-3pm", "14:00"),
            ("2-3pm", "14:00"),
            ("11-1pm", "11:00"),
            ("14:00-15:30", "14:00"),
            ("9:30am-10", "09:30"),
            ("12am", "00:00"),
        ] {
            let read = time(word).map(|time| time.strftime("%H:%M").to_string());
            assert_eq!(read.as_deref(), Some(expected), "{word}");
        }
        for word in ["2pm-", "-3pm", "930", "2500", "9:5", "2pm-later", "13pm", "", "pm"] {
            assert_eq!(time(word), None, "{word}");
        }
    }

    #[test]
    fn a_zone_is_read_as_recruiters_say_it_where_it_is_one() {
        let place =
            |word: &str| abbreviated(word).map(|zone| zone.and_then(|zone| zone.iana_name().map(str::to_owned)));
        assert_eq!(place("PST"), Ok(Some("America/Los_Angeles".to_owned())));
        assert_eq!(place("et"), Ok(Some("America/New_York".to_owned())));
        assert_eq!(place("14:00"), Ok(None));
        assert!(place("CST").is_err_and(|why| why == "CST is several zones; write America/Chicago or Asia/Shanghai"));
    }
}
