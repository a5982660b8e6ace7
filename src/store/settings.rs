//! `greenroom.yaml`: read into settings, changed one line at a time.

use serde::Deserialize;
use strsim::normalized_damerau_levenshtein;

use super::files::limits::read_text;
use super::files::places::Places;
use super::files::yaml;
use crate::domain::calendar::Holidays;
use crate::domain::category::Category;
use crate::domain::part::Band;
use crate::domain::problem::{Problem, Unread};
use crate::domain::question::Level;
use crate::domain::settings::{Settings, Switch, ThemeChoice};
use crate::text::time::parse_duration;

/// The format this version writes and understands.
pub const FORMAT: u32 = 1;

#[derive(Debug, Default, Deserialize)]
struct File {
    format: Option<u32>,
    think: Option<String>,
    speak: Option<String>,
    probes: Option<usize>,
    band: Option<Vec<u8>>,
    pace: Option<u32>,
    level: Option<String>,
    hide: Option<Vec<String>>,
    hide_questions: Option<Vec<String>>,
    lens: Option<String>,
    theme: Option<String>,
    bell: Option<String>,
    mouse: Option<String>,
    minutes: Option<u32>,
    predict: Option<String>,
    private_words: Option<Vec<String>>,
    holidays: Option<Vec<String>>,
}

/// Whether a home may be written to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Access {
    /// It may.
    #[default]
    Full,
    /// It was made by a later version; the sentence says so.
    ReadOnly(String),
}

/// The settings of a home; without a file, the defaults.
pub fn load(places: &Places) -> (Settings, Access, Vec<Problem>) {
    let path = places.settings();
    let shown = places.shown(&path);
    if path.symlink_metadata().is_err() {
        return (Settings::default(), Access::Full, Vec::new());
    }
    let read = read_text(&path, &shown).and_then(|text| {
        let (file, problems) = yaml::parse::<Option<File>>(&text, &shown, 1)?;
        Ok((text, file.unwrap_or_default(), problems.into_iter().map(slip).collect()))
    });
    match read {
        Ok((text, file, problems)) => {
            let access = access(file.format);
            let mut reader = Reader {
                text: &text,
                shown: &shown,
                problems,
            };
            if let Access::ReadOnly(what) = &access {
                let line = span(&text, "format").map_or(1, |(first, _)| first + 1);
                let remedy = "Install that version; here nothing is written";
                let newer = Problem::line(&shown, line, what, remedy);
                reader.problems.push(newer.leaves(Unread::Whole));
            }
            let settings = reader.settings(file);
            (settings, access, reader.problems)
        }
        Err(problem) => (Settings::default(), Access::Full, vec![problem]),
    }
}

/// The keys that are known.
const KEYS: [&str; 17] = [
    "format",
    "think",
    "speak",
    "probes",
    "band",
    "pace",
    "level",
    "hide",
    "hide_questions",
    "lens",
    "theme",
    "bell",
    "mouse",
    "minutes",
    "predict",
    "private_words",
    "holidays",
];

/// How alike two keys are from which on one is taken for the other: one letter in four may differ.
const ALIKE: f64 = 0.75;

/// What else a key may be called by somebody who means the private words.
const PRIVATE: [&str; 5] = ["privat", "secret", "redact", "word", "name"];

/// A key that is not known is the person's own, unless it looks like a slip of the pen: then what it says is missing.
fn slip(problem: Problem) -> Problem {
    let Some(key) = problem.key.as_ref().map(|key| key.to_lowercase()) else {
        return problem;
    };
    let alike = |known: &&str| normalized_damerau_levenshtein(&key, known) >= ALIKE;
    let private = || PRIVATE.iter().any(|stem| key.contains(stem)).then_some("private_words");
    match KEYS.into_iter().find(|known| alike(known)).or_else(private) {
        Some(meant) => Problem {
            remedy: format!("Write {meant}, if that is meant; until then it is kept and not used"),
            ..problem.about(meant).leaves(Unread::Part)
        },
        None => problem,
    }
}

/// A problem with one setting, at its line.
pub fn problem(places: &Places, key: &str, what: impl Into<String>, remedy: impl Into<String>) -> Problem {
    let path = places.settings();
    let shown = places.shown(&path);
    let text = read_text(&path, &shown).unwrap_or_default();
    let line = span(&text, key).map_or(1, |(first, _)| first + 1);
    Problem::line(shown, line, what, remedy).about(key)
}

fn access(format: Option<u32>) -> Access {
    match format {
        Some(format) if format > FORMAT => Access::ReadOnly(format!(
            "these files have format {format}; this version knows {FORMAT}, so they are only read"
        )),
        _ => Access::Full,
    }
}

struct Reader<'a> {
    text: &'a str,
    shown: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn settings(&mut self, file: File) -> Settings {
        let base = Settings::default();
        Settings {
            think: self.duration("think", file.think, base.think),
            speak: self.duration("speak", file.speak, base.speak).max(1),
            probes: file.probes.unwrap_or(base.probes).min(4),
            band: self.band(file.band.as_deref()),
            pace: file.pace.filter(|pace| (40..=400).contains(pace)),
            level: self.word("level", file.level.filter(|word| word != "all"), Level::from_id),
            hide: file
                .hide
                .unwrap_or_default()
                .into_iter()
                .filter_map(|id| self.word("hide", Some(id), Category::from_id))
                .collect(),
            hide_questions: file
                .hide_questions
                .unwrap_or_default()
                .into_iter()
                .map(Into::into)
                .collect(),
            lens: file.lens.filter(|id| id != "all"),
            theme: self
                .word("theme", file.theme, ThemeChoice::from_id)
                .unwrap_or(base.theme),
            bell: self.switch("bell", file.bell),
            mouse: self.switch("mouse", file.mouse),
            minutes: file.minutes.unwrap_or(base.minutes).clamp(1, 600),
            predict: self.switch("predict", file.predict),
            private_words: file.private_words.unwrap_or_default(),
            holidays: self.holidays(file.holidays.unwrap_or_default()),
        }
    }

    fn say(&mut self, key: &str, what: String, remedy: &str) {
        let line = span(self.text, key).map_or(1, |(first, _)| first + 1);
        self.problems
            .push(Problem::line(self.shown, line, what, remedy).about(key));
    }

    fn duration(&mut self, key: &str, text: Option<String>, default: u32) -> u32 {
        match text.map(|text| parse_duration(&text)) {
            Some(Ok(seconds)) => seconds,
            Some(Err(what)) => {
                self.say(key, what, "Mend the line; until then the usual time is used");
                default
            }
            None => default,
        }
    }

    fn band(&mut self, band: Option<&[u8]>) -> Band {
        match band {
            None => Band::default(),
            Some([s, t, a, r]) if [s, t, a, r].iter().map(|share| u32::from(**share)).sum::<u32>() == 100 => {
                Band([*s, *t, *a, *r])
            }
            Some(_) => {
                self.say(
                    "band",
                    "the band is four shares that add up to 100".to_owned(),
                    "Write it like [20, 10, 60, 10]",
                );
                Band::default()
            }
        }
    }

    fn holidays(&mut self, days: Vec<String>) -> Holidays {
        let mut holidays = Holidays::default();
        for day in days {
            if let Err(what) = holidays.add(&day) {
                self.say(
                    "holidays",
                    what,
                    "Mend the line; until then that day counts as any other",
                );
            }
        }
        holidays
    }

    fn switch(&mut self, key: &str, word: Option<String>) -> Switch {
        let known = |word: &str| match word {
            "on" | "true" | "yes" => Some(Switch::On),
            "off" | "false" | "no" => Some(Switch::Off),
            _ => None,
        };
        self.word(key, word, known).unwrap_or_default()
    }

    fn word<T>(&mut self, key: &str, word: Option<String>, known: impl Fn(&str) -> Option<T>) -> Option<T> {
        let word = word?;
        let value = known(&word);
        if value.is_none() {
            self.say(
                key,
                format!("\"{word}\" is not known for {key}"),
                "Mend the line, or choose with , in the program",
            );
        }
        value
    }
}

/// The text with one setting changed: its own lines are replaced, all else stays byte for byte.
pub fn with_setting(text: &str, key: &str, value: &str) -> String {
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    if let Some((first, last)) = span(text, key) {
        let old = &lines[first];
        let comment = comment(old).map_or(String::new(), |comment| format!(" {comment}"));
        let end = &old[old.trim_end_matches(['\r', '\n']).len()..];
        let new = format!("{key}: {value}{comment}{end}");
        lines.splice(first..=last, [new]);
        return lines.concat();
    }
    let mut out = text.to_owned();
    if text.trim_start_matches('\u{feff}').is_empty() {
        out.push_str(&format!("format: {FORMAT}{line_end}"));
    } else if !out.ends_with('\n') {
        out.push_str(line_end);
    }
    out.push_str(&format!("{key}: {value}{line_end}"));
    out
}

/// The first and last line, from 0, of a top-level key with its value.
fn span(text: &str, key: &str) -> Option<(usize, usize)> {
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    let first = lines.iter().position(|line| {
        line.strip_prefix(key)
            .is_some_and(|rest| rest.trim_start().starts_with(':'))
    })?;
    let mut last = first;
    for (index, line) in lines.iter().enumerate().skip(first + 1) {
        let rest = line.trim_start();
        if rest.is_empty() || rest.starts_with('#') {
            continue;
        }
        if line.len() > rest.len() || rest.starts_with("- ") || rest == "-" {
            last = index;
        } else {
            break;
        }
    }
    Some((first, last))
}

fn comment(line: &str) -> Option<&str> {
    let line = line.trim_end();
    let quoted = line.contains(['"', '\'']);
    line.find(" #").filter(|_| !quoted).map(|place| &line[place + 1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_changed_line_changes() {
        let text = "# mine\nformat: 1\nthink: 30s   # breathe\nhide:\n  - people\n\nextra: {a: 1}";
        assert_eq!(
            with_setting(text, "think", "45s"),
            "# mine\nformat: 1\nthink: 45s # breathe\nhide:\n  - people\n\nextra: {a: 1}"
        );
        assert_eq!(
            with_setting(text, "hide", "[]"),
            "# mine\nformat: 1\nthink: 30s   # breathe\nhide: []\n\nextra: {a: 1}"
        );
        assert!(with_setting(text, "bell", "on").ends_with("extra: {a: 1}\nbell: on\n"));
        assert_eq!(with_setting("", "bell", "on"), "format: 1\nbell: on\n");
        assert_eq!(with_setting("think: 1m\r\n", "think", "2m"), "think: 2m\r\n");
    }

    #[test]
    fn holidays_are_days_of_one_year_or_of_every_year() {
        let folder = tempfile::tempdir().unwrap_or_else(|_| unreachable!("a folder"));
        let places = Places {
            home: folder.path().to_owned(),
            state: folder.path().join("s"),
        };
        let text = "holidays: [12-25, 2026-12-24, '01-01', soon]\n";
        assert!(std::fs::write(places.settings(), text).is_ok());
        let (settings, _, problems) = load(&places);
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
}
