//! Writing what a file brings.

use std::collections::HashSet;
use std::io;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::copies::Copies;
use super::look::{Prepared, look};
use super::notes::REST;
use super::plan::PlannedStep;
use super::rest::{Counted, kept, rests};
use super::rules;
use super::source::Source;
use super::undo::{Made, Watch, keep};
use crate::domain::id::QuestionId;
use crate::domain::import_review::Choice;
use crate::domain::import_summary::Written;
use crate::domain::problem::Problem;
use crate::import::review;
use crate::store::answers::naming::save_new;
use crate::store::answers::new_id;
use crate::store::banks::own::{self, NewQuestion, NotAdded};
use crate::store::files::atomic::write_new;
use crate::store::files::limits::problem;
use crate::store::files::places::Places;
use crate::store::files::rewrite::alone;
use crate::store::interviews;
use crate::store::recovery::backup::snapshot;

/// How often an import is planned anew because somebody else added the same questions meanwhile.
const TRIES: usize = 5;

/// Writes what a file brings; with a version, only if the file is still the one that was looked at.
///
/// What is here already is looked for again under the lock, so that imports at the same time know of each other. Questions
/// and answers come first, then what had no place, and the copy of the file last. An import that is stopped leaves what it
/// wrote; the next one finds that here and goes on.
///
/// # Errors
/// The first problem; what was written before it stays.
pub fn write(
    places: &Places,
    source: &Source,
    seen: Option<&str>,
    choice: &Choice,
    now: Timestamp,
) -> Result<Written, Problem> {
    write_with(places, source, seen, choice, now, &mut Made::default())
}

/// The same for one of several files of one import: what it made is taken back with what was made before.
///
/// # Errors
/// The first problem; what was written before it stays, and can be taken back.
pub fn write_with(
    places: &Places,
    source: &Source,
    seen: Option<&str>,
    choice: &Choice,
    now: Timestamp,
    made: &mut Made,
) -> Result<Written, Problem> {
    let mut watch = Watch::begin(places);
    let written = written(places, source, seen, choice, now, &mut watch);
    made.and(watch.end(places));
    let receipt = keep(places, made)?;
    Ok(Written { receipt, ..written? })
}

fn written(
    places: &Places,
    source: &Source,
    seen: Option<&str>,
    choice: &Choice,
    now: Timestamp,
    watch: &mut Watch,
) -> Result<Written, Problem> {
    let alone = alone(places);
    for _ in 0..TRIES {
        let (intake, prepared) = look(places, source, choice)?;
        if seen.is_some_and(|seen| seen != intake.version) {
            return Err(Problem::file(
                intake.file,
                "the file has changed since you looked at it",
                "Look at it again",
            ));
        }
        if let Some(problem) = prepared.hindrance() {
            return Err(problem.clone());
        }
        snapshot(places, now).map_err(|error| problem("backups", &error))?;
        let questions: Vec<NewQuestion> = prepared.plan.iter().filter_map(|one| new_question(&one.step)).collect();
        match own::append(places, &alone, &questions) {
            Err(NotAdded::Taken) => continue,
            Err(NotAdded::Failed(problem)) => return Err(problem),
            Ok(()) => {}
        }
        let mut written = Written {
            known: intake.known(),
            waiting: intake.waiting(),
            questions: questions.len(),
            to_drill: to_drill(&prepared),
            ..Written::default()
        };
        answers_and_interviews(places, &prepared, now, &mut written, watch)?;
        written.notes = beside(places, &prepared, watch)?;
        if let Some(folder) = source.folder() {
            let said = review::rules(&prepared.reading, &choice.corrections);
            rules::keep(places, &alone, &folder, &said)?;
        }
        return Ok(written);
    }
    Err(Problem::file(
        "questions/own.yaml",
        "another program adds to it all the time",
        "Close that program, then try again",
    ))
}

/// The questions that come in, and those that answers that come in are linked to.
fn to_drill(prepared: &Prepared) -> Vec<QuestionId> {
    let ids = prepared.plan.iter().flat_map(|one| match &one.step {
        PlannedStep::Question(question) => vec![QuestionId::from(question.id.as_str())],
        PlannedStep::Answer(answer) => answer.questions.clone(),
        _ => Vec::new(),
    });
    let mut known = HashSet::new();
    ids.filter(|id| known.insert(id.clone())).collect()
}

fn new_question(step: &PlannedStep) -> Option<NewQuestion> {
    match step {
        PlannedStep::Question(question) => Some(question.clone()),
        _ => None,
    }
}

fn answers_and_interviews(
    places: &Places,
    prepared: &Prepared,
    now: Timestamp,
    written: &mut Written,
    watch: &mut Watch,
) -> Result<(), Problem> {
    for planned in &prepared.plan {
        match &planned.step {
            PlannedStep::Answer(answer) => {
                let text = answer.text(&new_id());
                let path =
                    save_new(places, &answer.title, text.as_bytes()).map_err(|error| problem("answers", &error))?;
                watch.made(places, &path);
                written.answers += 1;
            }
            PlannedStep::Interview(entry, body) => {
                let today = now.to_zoned(TimeZone::UTC).date();
                let path = interviews::add(places, &entry.clone().as_of(today), body, today)?;
                watch.made(places, &places.home.join(path));
                written.interviews += 1;
            }
            PlannedStep::Question(_)
            | PlannedStep::Known
            | PlannedStep::Waits
            | PlannedStep::Changed
            | PlannedStep::Rest => {}
        }
    }
    Ok(())
}

/// Writes what had no place and then the copy of the file, each if it is not there yet; answers with the path of the
/// first.
fn beside(places: &Places, prepared: &Prepared, watch: &mut Watch) -> Result<Option<String>, Problem> {
    let copies = &prepared.copies;
    let kept = kept(copies, &prepared.name)?;
    let mut name = None;
    let mut notes = None;
    for text in rests(&prepared.name, &prepared.account.left, &counted(prepared), kept) {
        let free = |name: &String| {
            !copies.has(&format!("{name}{REST}")) && (!copies.has(name) || copies.is(name, &prepared.bytes))
        };
        let names = Copies::names(&prepared.name).filter(free);
        let taken = new_file(places, names, REST, text.as_bytes(), watch)?;
        notes.get_or_insert_with(|| places.shown(&places.imports().join(format!("{taken}{REST}"))));
        name.get_or_insert(taken);
    }
    // What changed since waits to be looked at: a copy of the new text would say that it is here.
    let waits = prepared
        .plan
        .iter()
        .any(|planned| matches!(planned.step, PlannedStep::Changed));
    if !waits && !copies.of(&prepared.name).any(|copy| copies.is(copy, &prepared.bytes)) {
        let names = name.into_iter().chain(Copies::names(&prepared.name));
        let free = |name: &String| !copies.has(name);
        new_file(places, names.filter(free), "", &prepared.bytes, watch)?;
    }
    Ok(notes)
}

/// Writes a new file of the folder of imports under the first of the names that nobody took meanwhile.
fn new_file(
    places: &Places,
    mut names: impl Iterator<Item = String>,
    ending: &str,
    bytes: &[u8],
    watch: &mut Watch,
) -> Result<String, Problem> {
    loop {
        let name = names.next().unwrap_or_default();
        let path = places.imports().join(format!("{name}{ending}"));
        match write_new(&path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && !name.is_empty() => {}
            Err(error) => return Err(problem(&places.shown(&path), &error)),
            Ok(()) => {
                watch.made(places, &path);
                return Ok(name);
            }
        }
    }
}

/// Questions that are here in other words, or in the program's own banks only.
fn counted(prepared: &Prepared) -> Vec<Counted> {
    let items = prepared.reading.items.iter().zip(&prepared.plan);
    items
        .filter_map(|(item, planned)| {
            Some(Counted {
                lines: item.lines,
                ask: item.title.clone()?,
                id: planned.counts_as.clone()?,
            })
        })
        .collect()
}
