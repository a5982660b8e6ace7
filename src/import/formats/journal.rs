//! A journal of real interviews: headings that are companies, each with a `Status:` line, and dates in any of the styles
//! people write.

use jiff::civil::{Date, Time};

use crate::domain::interview::date_input::{Tense, parse};
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::round::{Round, RoundKind, RoundState};
use crate::domain::interview::sections::Section;
use crate::domain::interview::{Interview, Outcome};
use crate::import::lines::{Dialect, Line, Mark};
use crate::import::{Body, Item, ItemKind};

/// Words of a status and what they say; a status with none of them is no status of an interview. The first that is found
/// counts, so what ends something stands before what goes on.
const STATUSES: [(&str, Outcome); 36] = [
    ("withdrew", Outcome::Withdrawn),
    ("withdrawn", Outcome::Withdrawn),
    ("i declined", Outcome::Withdrawn),
    ("declined offer", Outcome::Withdrawn),
    ("declined the offer", Outcome::Withdrawn),
    ("rejected", Outcome::Rejected),
    ("rejection", Outcome::Rejected),
    ("declined", Outcome::Rejected),
    ("turned down", Outcome::Rejected),
    ("not selected", Outcome::Rejected),
    ("failed", Outcome::Rejected),
    ("no offer", Outcome::Rejected),
    ("ghosted", Outcome::Cold),
    ("no reply", Outcome::Cold),
    ("no answer", Outcome::Cold),
    ("no response", Outcome::Cold),
    ("cold", Outcome::Cold),
    ("offer", Outcome::Offer),
    ("accepted", Outcome::Offer),
    ("hired", Outcome::Offer),
    ("waiting", Outcome::Open),
    ("applied", Outcome::Open),
    ("scheduled", Outcome::Open),
    ("in progress", Outcome::Open),
    ("in process", Outcome::Open),
    ("ongoing", Outcome::Open),
    ("on hold", Outcome::Open),
    ("active", Outcome::Open),
    ("interview", Outcome::Open),
    ("onsite", Outcome::Open),
    ("screen", Outcome::Open),
    ("recruiter", Outcome::Open),
    ("take-home", Outcome::Open),
    ("round", Outcome::Open),
    ("pending", Outcome::Open),
    ("open", Outcome::Open),
];

/// Words of a line and the kind of round they say.
const KINDS: [(&str, RoundKind); 22] = [
    ("take-home", RoundKind::TakeHome),
    ("take home", RoundKind::TakeHome),
    ("homework", RoundKind::TakeHome),
    ("assignment", RoundKind::TakeHome),
    ("feedback", RoundKind::Feedback),
    ("mock", RoundKind::Mock),
    ("onsite", RoundKind::Onsite),
    ("on-site", RoundKind::Onsite),
    ("on site", RoundKind::Onsite),
    ("final round", RoundKind::Onsite),
    ("panel", RoundKind::Panel),
    ("hiring manager", RoundKind::HiringManager),
    ("hiring-manager", RoundKind::HiringManager),
    ("recruiter", RoundKind::Recruiter),
    ("phone screen", RoundKind::Recruiter),
    ("screening", RoundKind::Recruiter),
    ("hr call", RoundKind::Recruiter),
    ("phone", RoundKind::Recruiter),
    ("interview", RoundKind::Other),
    ("round", RoundKind::Other),
    ("call", RoundKind::Other),
    ("talk", RoundKind::Other),
];

/// What a section of a journal says in words a file can hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The company.
    pub company: String,
    /// The job.
    pub role: Option<String>,
    /// How the person came to it.
    pub via: Option<String>,
    /// When the person applied.
    pub applied: Option<Date>,
    /// Dated lines that name a round, in their order.
    pub rounds: Vec<Round>,
    /// How it ended.
    pub outcome: Outcome,
}

/// The sections of a journal as items; none where the text is no journal.
pub(in crate::import) fn items(lines: &[&str], dialect: Dialect) -> Vec<Item> {
    let read: Vec<Line> = lines.iter().map(|line| Line::read(line, dialect)).collect();
    let depth = |n: usize| match read[n].mark {
        Mark::Heading(depth) => Some(depth),
        _ => None,
    };
    let mut items: Vec<Item> = Vec::new();
    let mut n = 0;
    while n < read.len() {
        let Some(own) = depth(n) else {
            n += 1;
            continue;
        };
        // A heading may hold companies: the section of a company begins with the innermost heading above its status.
        let next = (n + 1..read.len()).find(|n| depth(*n).is_some()).unwrap_or(read.len());
        let has_status = (n + 1..next).any(|n| status(&read[n]).is_some());
        let company = read[n].title();
        if !has_status || company.trim().is_empty() || company.ends_with('?') {
            n += 1;
            continue;
        }
        let end = (n + 1..read.len())
            .find(|n| depth(*n).is_some_and(|depth| depth <= own))
            .unwrap_or(read.len());
        let last = (n..end).rfind(|n| !read[*n].blank()).unwrap_or(n);
        let below = if last > n { vec![(n + 2, last + 1)] } else { Vec::new() };
        items.push(Item {
            title: Some(company),
            ..Item::new(ItemKind::Interview, (n + 1, last + 1), Body::Lines(below))
        });
        n = end;
    }
    items
}

/// What a section says: its title and the lines below it.
pub fn entry(title: &str, body: &str) -> Entry {
    let mut entry = Entry::default();
    let (company, when) = split_dates(title);
    company
        .trim_matches([' ', '-', ',', ':', '(', ')', '–', '—'])
        .clone_into(&mut entry.company);
    let company = entry.company.replace(['–', '—'], "-");
    if let Some((company, role)) = company.split_once(" - ") {
        (entry.company, entry.role) = (company.trim().to_owned(), Some(role.trim().to_owned()));
    }
    let mut first_date = when.into_iter().next();
    for line in body.lines() {
        let (says, dates) = split_dates(line);
        let lower = says.to_lowercase();
        if let Some(outcome) = key(line, &["status", "outcome"]).and_then(outcome) {
            entry.outcome = outcome;
            continue;
        }
        let value = |names: &[&str]| key(line, names).filter(|value| !value.is_empty()).map(str::to_owned);
        if let Some(role) = value(&["role", "position", "job", "title"]) {
            entry.role.get_or_insert(role);
        } else if let Some(via) = value(&["via", "source", "referred by", "referral", "through"]) {
            entry.via.get_or_insert(via);
        }
        let Some(at) = dates.into_iter().next() else { continue };
        if lower.contains("applied") || lower.contains("application") {
            entry.applied.get_or_insert(at.day);
        } else if let Some((_, kind)) = KINDS.iter().find(|(word, _)| lower.contains(word)) {
            entry.rounds.push(Round::planned(*kind, Some(at)));
        } else {
            first_date.get_or_insert(at);
        }
    }
    if entry.rounds.is_empty() && entry.applied.is_none() {
        entry
            .rounds
            .extend(first_date.map(|at| Round::planned(RoundKind::Other, Some(at))));
    }
    entry
}

impl Entry {
    /// The day its file is called after: when the person applied, or the first round.
    pub fn begun(&self) -> Option<Date> {
        let rounds = self
            .rounds
            .iter()
            .filter_map(|round| round.at.as_ref().map(|at| at.day));
        self.applied.into_iter().chain(rounds).min()
    }

    /// The same with the rounds before a day marked as done: nothing is asked about them any more.
    #[must_use]
    pub fn as_of(mut self, today: Date) -> Entry {
        for round in &mut self.rounds {
            if round.at.as_ref().is_some_and(|at| at.day < today) {
                round.state = RoundState::Done;
            }
        }
        self
    }
}

/// The section as the body of an interview file: word for word under *Notes*, but headings are Markdown's, and deep enough
/// not to end the notes.
pub fn file_body(body: &str, dialect_is_org: bool) -> String {
    let sign = if dialect_is_org { '*' } else { '#' };
    let depth = |line: &str| {
        let signs = line.len() - line.trim_start_matches(sign).len();
        (signs > 0 && line[signs..].starts_with(' ')).then_some(signs)
    };
    let deeper = 3_usize.saturating_sub(body.lines().filter_map(depth).min().unwrap_or(3));
    let mut out = format!("## {}\n", Section::Notes.title());
    for line in body.split_inclusive('\n') {
        match depth(line) {
            Some(signs) => {
                out.push_str(&"#".repeat((signs + deeper).min(6)));
                out.push_str(&line[signs..]);
            }
            None => out.push_str(line),
        }
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// Whether an interview holds a section already.
pub fn held(interview: &Interview, body: &str) -> bool {
    !body.trim().is_empty() && interview.text.contains(body.trim())
}

/// The outcome a status line says; none where the line is no status of an interview.
fn status(line: &Line) -> Option<Outcome> {
    key(line.raw, &["status"]).and_then(outcome)
}

fn outcome(value: &str) -> Option<Outcome> {
    let lower = value.to_lowercase();
    let found = STATUSES.iter().find(|(word, _)| lower.contains(word));
    found.map(|(_, outcome)| *outcome)
}

/// The value of a line that is one of these keys: `Status: x`, `- **Status**: x`, `:STATUS: x`, `Status :: x`.
fn key<'a>(line: &'a str, names: &[&str]) -> Option<&'a str> {
    let signs = |c: char| c.is_whitespace() || matches!(c, '-' | '*' | '+' | '_' | '•' | ':');
    let rest = line.trim_start_matches(signs);
    let (name, value) = rest.split_once(':')?;
    let name = name.trim_end_matches(signs).to_lowercase();
    names
        .contains(&name.as_str())
        .then(|| value.trim_start_matches([':', '*', '_', ' ', '\t']).trim())
}

/// The words of a line without its dates, and these.
fn split_dates(line: &str) -> (String, Vec<EventTime>) {
    let mut dates = Vec::new();
    let plain: String = line
        .chars()
        .map(|c| {
            if matches!(c, '<' | '>' | '[' | ']' | '(' | ')' | ',' | '@') {
                ' '
            } else {
                c
            }
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let mut rest = Vec::new();
    let mut n = 0;
    while n < words.len() {
        if let Some((at, used)) = date_at(&words[n..]) {
            dates.push(at);
            n += used;
        } else {
            rest.push(words[n]);
            n += 1;
        }
    }
    (rest.join(" "), dates)
}

/// The date the words begin with, and how many of them it takes: `2026-10-05`, `2026-10-05 Mon 14:00`, `2026/10/05`,
/// `5.10.2026`, `25/10/2026`, `5 Oct 2026`, `Oct 5 2026`. A day and month that could be either is none.
fn date_at(words: &[&str]) -> Option<(EventTime, usize)> {
    let bare = |word: &&str| word.trim_end_matches([':', ';', '.', '-', '–']).to_owned();
    let first = bare(words.first()?);
    let three = || -> Option<Date> {
        let words: Vec<String> = words.iter().take(3).map(bare).collect();
        let year = words
            .get(2)
            .is_some_and(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()));
        let any = jiff::civil::date(2000, 1, 1);
        year.then(|| parse(&words.join(" "), any, Tense::Future).ok().map(|at| at.day))?
    };
    let (day, mut used) = if let Some(day) = numbers(&first) {
        (day, 1)
    } else {
        (three()?, 3)
    };
    let mut at = EventTime::day(day);
    let weekday = |word: &&str| {
        let word = word.trim_end_matches(['.', ',']).to_lowercase();
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
            .iter()
            .any(|day| word.starts_with(day))
            && word.len() <= 9
    };
    if words.get(used).is_some_and(weekday) {
        used += 1;
    }
    if words.get(used).is_some_and(|word| word.eq_ignore_ascii_case("at"))
        && words.get(used + 1).is_some_and(|w| clock(w).is_some())
    {
        used += 1;
    }
    if let Some(time) = words.get(used).and_then(|word| clock(word)) {
        at.time = Some(time);
        used += 1;
    }
    Some((at, used))
}

fn clock(word: &str) -> Option<Time> {
    let word = word.trim_end_matches([':', '.', ';']).split('-').next()?;
    let (hour, minute) = word.split_once(':')?;
    Time::new(hour.parse().ok()?, minute.get(..2)?.parse().ok()?, 0, 0)
        .ok()
        .filter(|_| minute.len() == 2)
}

/// A date of three numbers with one sign between them.
fn numbers(word: &str) -> Option<Date> {
    let sign = word
        .chars()
        .find(|c| !c.is_ascii_digit())
        .filter(|c| matches!(c, '-' | '/' | '.'))?;
    let parts: Vec<&str> = word.split(sign).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let number = |text: &str| text.parse::<i16>().ok();
    if a.len() == 4 {
        return Date::new(number(a)?, number(b)?.try_into().ok()?, number(c)?.try_into().ok()?).ok();
    }
    if c.len() != 4 {
        return None;
    }
    let (first, second): (i8, i8) = (number(a)?.try_into().ok()?, number(b)?.try_into().ok()?);
    let (day, month) = match sign {
        '.' => (first, second),
        _ if first > 12 => (first, second),
        _ if second > 12 => (second, first),
        _ if first == second => (first, second),
        _ => return None,
    };
    Date::new(number(c)?, month, day).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
