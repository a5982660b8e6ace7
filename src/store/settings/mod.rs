//! `greenroom.yaml`: read into settings, changed one line at a time.

use std::collections::BTreeSet;

use jiff::civil::Date;
use strsim::normalized_damerau_levenshtein;

mod format;
pub mod guard;
mod line;
mod theme;

use self::format::{Access, INSTALL, access};
use self::guard::Guard;
use self::line::{span, with_setting};
use super::files::limits::{blank, empty, read_if_there};
use super::files::places::Places;
use super::files::rewrite::rewrite;
use super::files::yaml::{Page, keyed};
use crate::check::codes::find;
use crate::domain::calendar::Holidays;
use crate::domain::category::Category;
use crate::domain::days::DayStart;
use crate::domain::id::meant;
use crate::domain::interview::spoken_time::time;
use crate::domain::part::Band;
use crate::domain::problem::{Problem, Unread};
use crate::domain::question::level::Levels;
use crate::domain::settings::{Settings, Switch, ThemeChoice};
use crate::text::time::parse_duration;

keyed! {
    /// What the file says, before it is looked at what of it is known.
    struct File {
        think: text -> Option<String>,
        speak: text -> Option<String>,
        probes: number -> Option<u32>,
        band: words -> Vec<String>,
        pace: number -> Option<u32>,
        level: words -> Vec<String>,
        hide: words -> Vec<String>,
        hide_questions: words -> Vec<String>,
        lens: text -> Option<String>,
        theme: text -> Option<String>,
        bell: switch -> Option<bool>,
        mouse: switch -> Option<bool>,
        minutes: number -> Option<u32>,
        predict: switch -> Option<bool>,
        private_words: words -> Vec<String>,
        allow: words -> Vec<String>,
        holidays: words -> Vec<String>,
        days_off: words -> Vec<String>,
        day_starts: text -> Option<String>,
    }
}

/// The settings of a home; without a file, the defaults.
pub fn load(places: &Places) -> (Settings, Vec<Problem>) {
    let (mut settings, mut problems) = load_file(places);
    let (colours, more) = theme::load(places);
    settings.colours = colours;
    problems.extend(more);
    (settings, problems)
}

fn load_file(places: &Places) -> (Settings, Vec<Problem>) {
    let path = places.settings();
    let shown = places.shown(&path);
    let text = match read_if_there(&path, &shown) {
        Ok(None) => return (Settings::default(), Vec::new()),
        read => read.map(Option::unwrap_or_default),
    };
    let mut problems = Vec::new();
    if let Access::ReadOnly(what) = access(&path) {
        let line = span(text.as_deref().unwrap_or_default(), "format").map_or(1, |(first, _)| first + 1);
        let newer = Problem::line(&shown, line, what, INSTALL);
        problems.push(newer.leaves(Unread::Whole));
    }
    if text.as_deref().is_ok_and(blank) {
        // Nobody knows whether it named words to hide.
        problems.push(empty(&shown).leaves(Unread::Part).about("private_words"));
    }
    let settings = match text
        .as_ref()
        .map_err(Clone::clone)
        .and_then(|text| Page::read_any_format(text, &shown, 1))
    {
        Ok(mut page) => {
            let mut fields = page.fields();
            // Seen by itself, before all else.
            let _format = fields.written("format");
            let file = File::of(fields);
            let mut reader = SettingsReader {
                problems: page.problems(|_| true).into_iter().map(slip).collect(),
                page: &page,
                shown: &shown,
            };
            let settings = reader.settings(file);
            problems.extend(reader.problems);
            settings
        }
        Err(problem) => {
            problems.push(problem);
            Settings::default()
        }
    };
    (settings, problems)
}

/// Whether this version may write to a home.
///
/// # Errors
/// The problem, when the home was made by a later version.
pub fn writable(places: &Places) -> Result<(), Problem> {
    Guard::default().writable(places)
}

/// Changes one setting in the file: its own lines, and nothing else.
///
/// # Errors
/// The problem: a file that cannot be read or written, or is not written as a line for each key. It stays as it was.
pub fn change(places: &Places, key: &str, value: &str) -> Result<(), Problem> {
    let path = places.settings();
    let shown = places.shown(&path);
    rewrite(places, &path, |text| {
        with_setting(text.unwrap_or_default(), &shown, key, value)
    })
}

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
    match File::KEYS
        .iter()
        .copied()
        .chain(["format"])
        .find(alike)
        .or_else(private)
    {
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
    let text = read_if_there(&path, &shown).ok().flatten().unwrap_or_default();
    let line = span(&text, key).map_or(1, |(first, _)| first + 1);
    Problem::line(shown, line, what, remedy).about(key)
}

struct SettingsReader<'a> {
    page: &'a Page,
    shown: &'a str,
    problems: Vec<Problem>,
}

impl SettingsReader<'_> {
    fn settings(&mut self, file: File) -> Settings {
        let base = Settings::default();
        Settings {
            think: self.duration("think", file.think, base.think),
            speak: self.duration("speak", file.speak, base.speak).max(1),
            probes: file.probes.map_or(base.probes, |probes| probes as usize).min(4),
            band: self.band(&file.band),
            pace: file.pace.filter(|pace| (40..=400).contains(pace)),
            level: self.levels(file.level),
            hide: self.hidden(file.hide),
            hide_questions: file.hide_questions.into_iter().map(Into::into).collect(),
            lens: file.lens.filter(|id| id != "all"),
            theme: self
                .word("theme", file.theme, ThemeChoice::from_id)
                .unwrap_or(base.theme),
            bell: switch(file.bell, base.bell),
            mouse: switch(file.mouse, base.mouse),
            minutes: file.minutes.unwrap_or(base.minutes).clamp(1, 600),
            predict: switch(file.predict, base.predict),
            private_words: file.private_words,
            allow: self.codes(file.allow),
            holidays: self.holidays(file.holidays),
            days_off: self.days_off(file.days_off),
            colours: base.colours,
            day_starts: self.day_starts(file.day_starts),
        }
    }

    fn say(&mut self, path: &str, what: String, remedy: &str) {
        let line = self.page.line_of_path(path);
        let key = path.split('.').next().unwrap_or(path);
        self.problems
            .push(Problem::line(self.shown, line, what, remedy).about(key));
    }

    fn hidden(&mut self, ids: Vec<String>) -> Vec<Category> {
        let known = |(n, id)| self.word(&format!("hide.{n}"), Some(id), Category::from_id);
        ids.into_iter().enumerate().filter_map(known).collect()
    }

    /// None where none of them is known.
    fn levels(&mut self, words: Vec<String>) -> Option<Levels> {
        let known = |(n, word)| self.word(&format!("level.{n}"), Some(word), Levels::from_id);
        words.into_iter().enumerate().filter_map(known).reduce(Levels::and)
    }

    fn day_starts(&mut self, said: Option<String>) -> DayStart {
        let Some(said) = said else {
            return DayStart::default();
        };
        let time = time(said.trim().to_lowercase().as_str());
        time.and_then(DayStart::at).unwrap_or_else(|| {
            let what = format!("\"{said}\" is no time before noon");
            self.say("day_starts", what, "Write when a day begins for you, like 04:00");
            DayStart::default()
        })
    }

    fn codes(&mut self, codes: Vec<String>) -> Vec<String> {
        for (n, code) in codes.iter().enumerate() {
            if find(code).is_none() {
                let what = format!("\"{code}\" is no code");
                self.say(
                    &format!("allow.{n}"),
                    what,
                    "Use one that `greenroom check --codes` prints",
                );
            }
        }
        codes
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

    fn band(&mut self, band: &[String]) -> Band {
        if band.is_empty() {
            return Band::default();
        }
        let shares = band.iter().flat_map(|shares| shares.split_whitespace());
        let shares: Vec<u32> = shares.filter_map(|share| share.parse().ok()).collect();
        match shares.as_slice() {
            [s, t, a, r] if shares.iter().all(|share| *share <= 100) && shares.iter().sum::<u32>() == 100 => {
                Band([*s, *t, *a, *r].map(|share| share as u8))
            }
            _ => {
                let what = "the band is four shares that add up to 100".to_owned();
                self.say("band", what, "Write it like [20, 10, 60, 10]");
                Band::default()
            }
        }
    }

    fn holidays(&mut self, days: Vec<String>) -> Holidays {
        let mut holidays = Holidays::default();
        for (n, day) in days.into_iter().enumerate() {
            if let Err(what) = holidays.add(&day) {
                let remedy = "Mend the line; until then that day counts as any other";
                self.say(&format!("holidays.{n}"), what, remedy);
            }
        }
        holidays
    }

    fn days_off(&mut self, days: Vec<String>) -> BTreeSet<Date> {
        let mut found = BTreeSet::new();
        for (n, said) in days.into_iter().enumerate() {
            if let Ok(day) = said.trim().parse() {
                found.insert(day);
            } else {
                let what = format!("\"{said}\" is no day");
                self.say(&format!("days_off.{n}"), what, "Write it like 2026-12-24");
            }
        }
        found
    }

    /// What a word stands for. `path` is its key, and its place in a list.
    fn word<T>(&mut self, path: &str, word: Option<String>, known: impl Fn(&str) -> Option<T>) -> Option<T> {
        let word = word?;
        let value = meant(&word, known);
        if value.is_none() {
            let key = path.split('.').next().unwrap_or(path);
            let what = format!("\"{word}\" is not known for {key}");
            self.say(path, what, "Mend the line, or choose with , in the program");
        }
        value
    }
}

fn switch(on: Option<bool>, otherwise: Switch) -> Switch {
    match on {
        Some(true) => Switch::On,
        Some(false) => Switch::Off,
        None => otherwise,
    }
}

#[cfg(test)]
mod tests;
