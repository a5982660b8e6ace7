//! Interviews: one Markdown file a company, with front matter that keeps whatever else stands in it.

pub(super) mod front_matter;
pub mod message;
mod read_back;
pub mod unreadable;

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use self::front_matter::{InterviewFront, PersonRead, PromiseRead, RoundRead, SentRead, Written, slip};
use self::read_back::holds;
use super::answers::each_text;
use super::answers::naming::save_under;
use super::answers::save;
use super::files::head::opened;
use super::files::limits::{blank, empty, problem};
use super::files::originals::drop_copies;
use super::files::places::Places;
use super::files::yaml::Page;
use crate::domain::id::meant;
use crate::domain::interview::date_input::certain;
use crate::domain::interview::edit::{Change, changed, new_file};
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::round::{Round, RoundKind, RoundState, minutes};
use crate::domain::interview::sections::lines;
use crate::domain::interview::{Interview, Outcome, Person, Promise, Sent, SentKind};
use crate::domain::problem::{Problem, Unread};
use crate::domain::saved_file::{NotSaved, Saved};
use crate::import::formats::journal::Entry;
use crate::markup::document::{UnsupportedYaml, front_matter};
use crate::markup::lines::breaks;
use crate::text::fold::reads_alike;

/// All interviews of a home, by file name. A file that cannot be read is a problem and the rest is loaded.
pub fn load(places: &Places) -> (Vec<Interview>, Vec<Problem>) {
    let mut interviews = Vec::new();
    let mut more = Vec::new();
    let mut problems = each_text(&places.interviews(), "interviews", "interview", |_, shown, text| {
        let (interview, odd) = parse(text, shown)?;
        interviews.push(interview);
        more.extend(odd);
        Ok(())
    });
    problems.extend(more);
    let end = "then delete it; or name it after its own day and company";
    problems.extend(drop_copies(&mut interviews, |one| &one.path, same_interview, end));
    (interviews, problems)
}

/// Whether two files may tell of one interview: the same company, and no role that says otherwise.
fn same_interview(one: &Interview, other: &Interview) -> bool {
    let roles = one.role.as_ref().zip(other.role.as_ref());
    reads_alike(&one.company, &other.company) && roles.is_none_or(|(one, other)| reads_alike(one, other))
}

/// Reads one interview from its text; what is odd in it is listed and left out.
///
/// # Errors
/// The problem that makes it unreadable.
pub fn parse(text: &str, shown: &str) -> Result<(Interview, Vec<Problem>), Problem> {
    if blank(text) {
        return Err(empty(shown));
    }
    let (matter, body_start) = opened(text, shown)?;
    let (inner, line) = matter.map_or(("", 1), |matter| (matter.inner, matter.first_line()));
    let mut page = Page::read(inner, shown, line)?;
    let front = InterviewFront::of(page.fields());
    let stem = Path::new(shown).file_stem().unwrap_or_default().to_string_lossy();
    let mut reader = InterviewReader {
        problems: page.problems(slip).into_iter().map(missing).collect(),
        page: &page,
        shown,
    };
    let interview = Interview {
        path: shown.to_owned(),
        company: front
            .company
            .map_or_else(|| company_in(&stem), |name| name.trim().to_owned()),
        role: front.role,
        via: front.via,
        applied: reader.day("applied", front.applied),
        people: reader.people(front.people),
        rounds: reader.rounds(front.rounds),
        promised: reader.promise(front.promised),
        sent: reader.sent(front.sent),
        outcome: reader.outcome(front.outcome),
        closed: reader.day("closed", front.closed),
        lines: lines(&text[body_start..], breaks(&text[..body_start])),
        text: Arc::from(text),
    };
    Ok((interview, reader.problems))
}

/// The company a file name says: without its date, hyphens as blanks.
fn company_in(stem: &str) -> String {
    let dated = stem.get(..10).is_some_and(|date| date.parse::<Date>().is_ok());
    let name = if dated {
        stem[10..].trim_start_matches('-')
    } else {
        stem
    };
    let name = if name.is_empty() { stem } else { name };
    name.replace('-', " ")
}

/// Somebody in words: the role stands in brackets or behind a comma.
fn person(words: &str) -> Person {
    let (name, role) = match words.trim().strip_suffix(')').and_then(|words| words.rsplit_once('(')) {
        Some(parts) => parts,
        None => words.split_once(',').unwrap_or((words, "")),
    };
    Person {
        name: name.trim().to_owned(),
        role: Some(role.trim().to_owned()).filter(|role| !role.is_empty()),
    }
}

/// A key that is taken for a slip of the pen: what it says is missing.
fn missing(problem: Problem) -> Problem {
    match problem.unread {
        Unread::Nothing if problem.key.is_some() => problem.leaves(Unread::Part),
        _ => problem,
    }
}

/// Reads values and says which cannot be, at their lines.
struct InterviewReader<'a> {
    page: &'a Page,
    shown: &'a str,
    problems: Vec<Problem>,
}

impl InterviewReader<'_> {
    fn say(&mut self, path: &str, what: String, remedy: &str) {
        let line = self.page.line_of_path(path);
        self.problems.push(Problem::line(self.shown, line, what, remedy));
    }

    fn day(&mut self, path: &str, text: Option<String>) -> Option<Date> {
        self.at(path, text).map(|at| at.day)
    }

    fn at(&mut self, path: &str, text: Option<String>) -> Option<EventTime> {
        match certain(&text?) {
            Ok(at) => Some(at),
            Err(what) => {
                self.say(path, what, "Mend the line; until then it counts as not known");
                None
            }
        }
    }

    /// What a word stands for; case makes no difference, and a blank is as good as a hyphen. `until` says what counts
    /// where it stands for nothing.
    fn word<T>(
        &mut self,
        path: &str,
        text: Option<String>,
        known: impl Fn(&str) -> Option<T>,
        all: &[&str],
        until: &str,
    ) -> Option<T> {
        let text = text?;
        let found = meant(&text, known);
        if found.is_none() {
            let key = path.rsplit('.').next().unwrap_or(path);
            let what = format!("\"{text}\" is not known for {key}: {until}");
            self.say(path, what, &format!("Write one of {}", all.join(", ")));
        }
        found
    }

    /// The keys of an entry; words alone are said and stay in the file.
    fn keys<T: Default>(&mut self, path: &str, read: Written<T>, like: &str) -> T {
        match read {
            Written::Keys(keys) => keys,
            Written::Words(words) => {
                self.say(
                    path,
                    format!("\"{words}\" has no keys"),
                    &format!("Write it like {like}"),
                );
                T::default()
            }
        }
    }

    fn people(&mut self, read: Vec<Written<PersonRead>>) -> Vec<Person> {
        let mut people = Vec::new();
        for (n, read) in read.into_iter().enumerate() {
            match read {
                Written::Words(words) => people.push(person(&words)),
                Written::Keys(PersonRead { name: Some(name), role }) => people.push(Person { name, role }),
                Written::Keys(_) => {
                    let what = "somebody without a name is left out".to_owned();
                    self.say(
                        &format!("people.{n}"),
                        what,
                        "Write it like {name: Mara Ilves, role: recruiter}",
                    );
                }
            }
        }
        people
    }

    fn rounds(&mut self, read: Vec<Written<RoundRead>>) -> Vec<Round> {
        let kinds = RoundKind::ALL.map(RoundKind::id);
        let states = RoundState::ALL.map(RoundState::id);
        let round = |(n, read): (usize, Written<RoundRead>)| {
            let read = self.keys(&format!("rounds.{n}"), read, "{kind: onsite, at: 2026-11-30 10:00}");
            let path = |key: &str| format!("rounds.{n}.{key}");
            let (kind, state) = (path("kind"), path("state"));
            let kind = self.word(&kind, read.kind, RoundKind::from_id, &kinds, "it counts as other");
            let state = self.word(&state, read.state, RoundState::from_id, &states, "it counts as planned");
            Round {
                kind: kind.unwrap_or(RoundKind::Other),
                at: self.at(&path("at"), read.at),
                minutes: self.minutes(&path("minutes"), read.minutes),
                state: state.unwrap_or_default(),
                with: Some(read.with.join(", ")).filter(|with| !with.is_empty()),
                id: read.id,
            }
        };
        read.into_iter().enumerate().map(round).collect()
    }

    fn minutes(&mut self, path: &str, text: Option<String>) -> Option<u32> {
        let text = text?;
        let found = minutes(&text);
        if found.is_none() {
            let what = format!("\"{text}\" is no length of a round");
            let remedy = format!("Write the minutes, like 90; until then {} count", Round::MINUTES);
            self.say(path, what, &remedy);
        }
        found
    }

    fn promise(&mut self, read: Option<Written<PromiseRead>>) -> Option<Promise> {
        let (by, who, path) = match read? {
            Written::Words(by) => (Some(by), None, "promised"),
            Written::Keys(PromiseRead { by, who }) => (by, who, "promised.by"),
        };
        if by.is_none() {
            let what = "promised has no day".to_owned();
            self.say(
                "promised",
                what,
                "Write it like promised: {by: 2026-11-19, who: recruiter}",
            );
        }
        let by = self.day(path, by)?;
        Some(Promise { by, who })
    }

    fn sent(&mut self, read: Vec<Written<SentRead>>) -> Vec<Sent> {
        let mut sent = Vec::new();
        for (n, read) in read.into_iter().enumerate() {
            let read = self.keys(&format!("sent.{n}"), read, "{what: nudge, at: 2026-11-30}");
            let path = |key: &str| format!("sent.{n}.{key}");
            let known = SentKind::ALL.map(SentKind::id);
            let what = self.word(&path("what"), read.what, SentKind::from_id, &known, "it does not count");
            let at = self.at(&path("at"), read.at);
            if let (Some(what), Some(at)) = (what, at) {
                sent.push(Sent { what, at });
            }
        }
        sent
    }

    fn outcome(&mut self, read: Option<String>) -> Outcome {
        let all = Outcome::ALL.map(Outcome::id);
        let found = self.word("outcome", read, Outcome::from_id, &all, "it counts as open");
        found.unwrap_or_default()
    }
}

/// Writes a new interview file under the day and the company's name, with a number where that is taken; answers with its
/// path, relative to the home.
///
/// # Errors
/// The problem that hinders it.
pub fn create(places: &Places, company: &str, today: Date, text: &str) -> Result<String, Problem> {
    let stem = format!("{today}-{}", super::answers::slug_or(company, "company"));
    let path =
        save_under(&places.interviews(), &stem, text.as_bytes()).map_err(|error| problem("interviews", &error))?;
    Ok(places.shown(&path))
}

/// The text of a new file for a section of a journal.
///
/// # Errors
/// Why it could not be read back.
pub(super) fn text_of(entry: &Entry, body: &str) -> Result<String, Problem> {
    let mut changes = vec![
        Change::Role(entry.role.clone()),
        Change::Via(entry.via.clone()),
        Change::Applied(entry.applied),
    ];
    changes.extend(entry.rounds.iter().cloned().map(Change::AddRound));
    if entry.outcome != Outcome::Open {
        changes.push(Change::Outcome(entry.outcome, None));
    }
    let head = new_file(&entry.company);
    let (_, at) = front_matter(&head);
    edited("interviews/new.md", &format!("{}{body}", &head[..at]), &changes)
}

/// Writes what a section of a journal says as a new file, under its earliest day. `today` holds where it names none.
///
/// # Errors
/// The problem that hinders it.
pub(super) fn add(places: &Places, entry: &Entry, body: &str, today: Date) -> Result<String, Problem> {
    let text = text_of(entry, body)?;
    create(places, &entry.company, entry.begun().unwrap_or(today), &text)
}

/// Makes changes in an interview file, if it is as it was read.
///
/// # Errors
/// Why it is not saved; the file then is as it was.
pub fn change(
    places: &Places,
    path: &str,
    base: &str,
    changes: &[Change],
    now: jiff::Timestamp,
) -> Result<Saved, NotSaved> {
    let text = edited(path, base, changes).map_err(NotSaved::Failed)?;
    save::save(places, path, base, &text, now)
}

/// The text with the changes made, read back and looked at.
///
/// # Errors
/// Why it cannot be changed by the program.
pub fn edited(path: &str, base: &str, changes: &[Change]) -> Result<String, Problem> {
    let text =
        changed(base, changes).map_err(|error| Problem::file(path, error.to_string(), "Change it in your editor"))?;
    looked_at(path, base, &text, changes)?;
    Ok(text)
}

/// Looks at a text that was changed: what is read of it is what was there and the changes.
///
/// # Errors
/// The problem of a text that must not be saved.
pub fn looked_at(path: &str, base: &str, text: &str, changes: &[Change]) -> Result<(), Problem> {
    let (before, _) = parse(base, path)?;
    let odd = |what: String| Problem::file(path, what, "Change it in your editor");
    let unreadable = |problem: Problem| odd(format!("the change would make it unreadable: {}", problem.what));
    let (after, _) = parse(text, path).map_err(unreadable)?;
    if holds(&before, &after, changes) {
        return Ok(());
    }
    Err(odd(UnsupportedYaml.to_string()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests;
