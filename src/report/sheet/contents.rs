//! What stands on the sheet.

use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::days::{ahead, day_near, day_of};
use crate::domain::interview::Interview;
use crate::domain::interview::feedback_sources::FeedbackSources;
use crate::domain::interview::follow_up::words::BEFORE_YOU_LEAVE;
use crate::domain::interview::round::Round;
use crate::domain::interview::sections::{Line, Section};
use crate::domain::interview::told_there::told_to;
use crate::domain::question::lens::{Lens, Value};

use super::source::{Basis, Talk, lens};
use super::stories::{Story, chosen};

/// What is said where there is no finished story.
pub(super) const NO_STORY: &str = "No story is finished yet. `greenroom new` writes one.";
/// Things to keep in mind.
const REMEMBERED: usize = 3;
/// Questions to ask.
const ASKED: usize = 5;
/// Answers named that they heard.
const HEARD: usize = 8;
/// Values up to which each has its sentence; of more there are only the names.
const EXPLAINED: usize = 6;

/// What a company values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// The name of the lens.
    pub lens: String,
    /// Each value with a sentence; of many there is none.
    pub each: Vec<(String, Option<String>)>,
}

/// What stands on the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The company.
    pub company: String,
    /// The round that comes, its day and how far off it is.
    pub when: Option<String>,
    /// What they value, where that is known.
    pub values: Option<Values>,
    /// Five stories at most.
    pub stories: Vec<Story>,
    /// Titles of what they heard already.
    pub heard: Vec<String>,
    /// What to keep in mind, and who said it.
    pub remember: Vec<(String, String)>,
    /// What to ask them.
    pub ask: Vec<String>,
    /// What could not be read, in a sentence.
    pub missing: Option<String>,
}

impl Sheet {
    /// The page for a talk.
    pub fn of(source: Basis, talk: Talk) -> Sheet {
        let FeedbackSources {
            interviews,
            library,
            now,
            zone,
            ..
        } = *source.ground;
        let heard = told_to(talk.company, interviews);
        let lens = lens(source, talk.company);
        let round = talk.interview.and_then(|one| one.next_round(now, zone));
        let titles = heard.iter().filter_map(|id| library.answer(id));
        let items = source.ground.open_items();
        let item = |line: &Line, company: &str| (line.text.clone(), company.to_owned());
        Sheet {
            company: talk.company.to_owned(),
            when: round.map(|round| when(source, round)),
            values: lens.map(values),
            stories: chosen(source, talk, lens, &heard),
            heard: titles.map(|answer: &Answer| answer.title.clone()).take(HEARD).collect(),
            remember: items
                .iter()
                .take(REMEMBERED)
                .map(|one| item(one.line, &one.interview.company))
                .collect(),
            ask: to_ask(source, talk.interview, round),
            missing: source.missing.map(str::to_owned),
        }
    }
}

fn values(lens: &Lens) -> Values {
    let explained = lens.values.len() <= EXPLAINED;
    let value = |value: &Value| {
        let about = Some(value.about.clone()).filter(|about| explained && !about.is_empty());
        (value.title.clone(), about)
    };
    Values {
        lens: lens.title.clone(),
        each: lens.values.iter().map(value).collect(),
    }
}

/// The round that comes: what it is, when, with whom.
fn when(source: Basis, round: &Round) -> String {
    let FeedbackSources { now, zone, .. } = *source.ground;
    let mut said = round.kind.label().to_owned();
    if let Some(at) = &round.at {
        let (day, today) = (at.local_day(zone), day_of(now, zone));
        said.push_str(&format!(", {}", day_near(day, today)));
        if at.time.is_some() {
            said.push_str(&zone.clock(at.begins(zone)).strftime(" %H:%M").to_string());
        }
        said.push_str(&format!(", {}", ahead(day, today)));
    }
    if let Some(with) = &round.with {
        said.push_str(&format!(", with {with}"));
    }
    said
}

/// What stands in the file first, then when they decide, then what the bank of such questions begins with.
fn to_ask(source: Basis, interview: Option<&Interview>, round: Option<&Round>) -> Vec<String> {
    let library = source.ground.library;
    let own = interview.into_iter().flat_map(|one| one.section(Section::Questions));
    let mut ask: Vec<String> = own
        .map(|line| line.text.clone())
        .filter(|text| !text.is_empty())
        .collect();
    let deciding = round.is_none_or(|round| round.kind.talks_of_deciding());
    let leaving = BEFORE_YOU_LEAVE.iter().filter(|_| deciding);
    let leaving = leaving.filter_map(|id| library.question(id));
    let bank = library
        .questions()
        .iter()
        .filter(|question| question.category == Category::AskThem);
    for question in leaving.chain(bank) {
        if !ask.contains(&question.ask) {
            ask.push(question.ask.clone());
        }
    }
    ask.truncate(ASKED);
    ask
}
