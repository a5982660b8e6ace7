//! What a file of notes would bring.

use std::collections::HashMap;

use super::copies::Copies;
use super::here::Here;
use super::plan::{Planned, PlannedStep, Planner};
use super::rules;
use super::source::Source;
use crate::domain::category::Category;
use crate::domain::home_data::HomeData;
use crate::domain::id::QuestionId;
use crate::domain::import_review::Choice;
use crate::domain::import_summary::{Brings, Intake, IntakeItem, Waits};
use crate::domain::problem::{Problem, Unread};
use crate::domain::question::Origin;
use crate::import::account::{Account, Held, account};
use crate::import::doubts::doubts;
use crate::import::review::read_reviewed;
use crate::import::{self, ItemKind, Reading};
use crate::store::answers::version;
use crate::store::files::kind::Kind;
use crate::store::files::limits::{ANSWERS, QUESTIONS};
use crate::store::files::places::Places;
use crate::store::load::home;
use crate::store::settings::writable;
use crate::store::whole::is_document;
use crate::text::line_ends::ENDS;

/// A file made ready to be written.
#[derive(Debug)]
pub struct Prepared {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) reading: Reading,
    pub(super) plan: Vec<Planned>,
    pub(super) account: Account,
    pub(super) copies: Copies,
    /// What the known questions ask that its items were said to answer.
    pub(super) asks: HashMap<QuestionId, String>,
    /// Why nothing may be written: the home is only read, or it is not known what is here already.
    hindrance: Option<Problem>,
}

impl Prepared {
    /// What was read, for measuring and for `--json`; its coverage is that of what would be written.
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// Why nothing may be written, if so: the home is only read, or what is here already cannot be read.
    pub fn hindrance(&self) -> Option<&Problem> {
        self.hindrance.as_ref()
    }
}

/// Reads a file, with what was said of its lines and of those of its folder, and says what it would bring.
///
/// # Errors
/// The problem with the file, or with the folder of earlier imports.
pub fn look(places: &Places, source: &Source, choice: &Choice) -> Result<(Intake, Prepared), Problem> {
    let (shown, name, bytes) = source.read()?;
    if is_document(&bytes) {
        let what = "it is a whole home, and no notes";
        return Err(Problem::file(
            shown,
            what,
            "Bring it with `greenroom import` in a shell",
        ));
    }
    let rules = rules::of_folder(places, source.folder().as_deref())?;
    let mut reading = read_reviewed(&name, &bytes, &rules, &choice.corrections);
    if reading.items.is_empty()
        && let Some(problem) = reading.problems.first()
    {
        return Err(Problem {
            path: shown,
            ..problem.clone()
        });
    }
    let home = home(places);
    let copies = Copies::look(places)?;
    let plan = Planner::new(&reading, Here::new(&home.library, &home.interviews, &copies)).plan(choice.take);
    let held: Vec<Held> = plan.iter().map(|planned| planned.held.clone()).collect();
    let account = account(&reading, &held);
    reading.coverage = account.coverage();
    let hindrance = hindrance(places, &home).or_else(|| too_many(&home, &plan, &shown));
    let serves = reading.items.iter().filter_map(|item| item.serves.as_ref());
    let serves = serves.filter_map(|id| home.library.question(id.as_str()));
    let prepared = Prepared {
        asks: serves.map(|asked| (asked.id.clone(), asked.ask.clone())).collect(),
        name,
        bytes,
        reading,
        plan,
        account,
        copies,
        hindrance,
    };
    Ok((summary(&shown, &prepared), prepared))
}

/// Why nothing may be written to a home.
fn hindrance(places: &Places, home: &HomeData) -> Option<Problem> {
    if let Err(problem) = writable(places) {
        return Some(problem);
    }
    let judged = [Kind::Bank, Kind::Answer, Kind::Interview, Kind::Unknown];
    let unread = |problem: &&Problem| {
        problem.unread == Unread::Whole && Kind::of(&problem.path).is_some_and(|kind| judged.contains(&kind))
    };
    home.problems.iter().find(unread).cloned()
}

/// More questions or answers than are read would be written and never seen.
fn too_many(home: &HomeData, plan: &[Planned], shown: &str) -> Option<Problem> {
    let new = |wanted: fn(&PlannedStep) -> bool| plan.iter().filter(|planned| wanted(&planned.step)).count();
    let library = &home.library;
    let own = library.questions().iter().filter(|one| one.origin != Origin::BuiltIn);
    let questions = own.count() + new(|step| matches!(step, PlannedStep::Question(_)));
    let answers = library.answers().len() + new(|step| matches!(step, PlannedStep::Answer(_)));
    let most = [(questions, QUESTIONS, "questions"), (answers, ANSWERS, "answers")];
    let (_, most, noun) = most.into_iter().find(|(all, most, _)| all > most)?;
    let what = format!("with it there would be more than the {most} {noun} that are read");
    Some(Problem::file(shown, what, "Bring a part of it"))
}

/// What a file would bring, as it is shown.
fn summary(shown: &str, prepared: &Prepared) -> Intake {
    let reading = &prepared.reading;
    let items = reading.items.iter().zip(&prepared.plan);
    let items = items.filter(|(_, planned)| !matches!(planned.step, PlannedStep::Rest));
    let mut unfinished: Vec<usize> = reading.items.iter().flat_map(|item| item.unfinished.clone()).collect();
    unfinished.sort_unstable();
    unfinished.dedup();
    let coverage = prepared.account.coverage_of_words();
    Intake {
        file: shown.to_owned(),
        version: version(&String::from_utf8_lossy(&prepared.bytes)),
        items: items
            .map(|(item, planned)| summary_item(reading, item, &planned.step))
            .collect(),
        doubts: doubts(reading)
            .into_iter()
            .map(|doubt| (shown_lines(reading, doubt.lines), doubt.what))
            .collect(),
        guessed: reading.guessed.is_some(),
        nonblank: coverage.nonblank,
        placed: coverage.placed,
        in_part: coverage.in_part,
        remainder: coverage
            .remainder
            .into_iter()
            .map(|run| shown_lines(reading, run))
            .collect(),
        unfinished: unfinished
            .into_iter()
            .map(|line| {
                (
                    reading.number(line),
                    reading.span((line, line)).trim_end_matches(ENDS).to_owned(),
                )
            })
            .collect(),
    }
}

/// The numbers an editor gives some lines.
fn shown_lines(reading: &Reading, (first, last): (usize, usize)) -> (usize, usize) {
    (reading.number(first), reading.number(last))
}

fn summary_item(reading: &Reading, item: &import::Item, step: &PlannedStep) -> IntakeItem {
    IntakeItem {
        kind: match item.kind {
            ItemKind::Story if matches!(step, PlannedStep::Question(_)) => Brings::Question,
            ItemKind::Story => Brings::Story,
            ItemKind::Point => Brings::Point,
            ItemKind::Interview => Brings::Interview,
            _ => Brings::Question,
        },
        title: match (step, &item.title) {
            (PlannedStep::Answer(answer), _) => answer.title.clone(),
            (_, Some(title)) => title.clone(),
            _ => String::new(),
        },
        lines: shown_lines(reading, item.lines),
        category: if item.kind == ItemKind::AskThem {
            Category::AskThem
        } else {
            item.category
        },
        unfinished: item.unfinished.iter().map(|line| reading.number(*line)).collect(),
        guessed: item.guessed,
        waits: match step {
            PlannedStep::Waits => Some(Waits::Doubtful),
            PlannedStep::Changed => Some(Waits::Changed),
            _ => None,
        },
        known: matches!(step, PlannedStep::Known),
    }
}
