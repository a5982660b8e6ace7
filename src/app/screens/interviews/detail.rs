//! One interview: what happened and what comes as a timeline, what is prepared, what was said.

use super::form::SlipOf;
use crate::app::effect::{Effect, TerminalEffect};
use crate::app::overlays::{Overlay, Search};
use crate::app::route::Route;
use crate::app::state::{AnyScreen, App};
use crate::app::widgets::list::moved;
use crate::app::writes::Deed;
use crate::domain::clock::Moment;
use crate::domain::id::AnswerId;
use crate::domain::interview::Interview;
use crate::domain::interview::edit::Change;
use crate::domain::interview::sections::{Line, Section, Tie};
use crate::domain::rating::Rating;
use crate::keys::action::Action;

/// One interview on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Its file.
    pub path: String,
    /// The selected one of the entries that can be selected.
    pub row: usize,
    /// What is shown, from the top.
    pub entries: Vec<Entry>,
}

/// What a row of the screen is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Is {
    /// An empty row.
    Gap,
    /// A heading.
    Heading,
    /// What is to be done.
    Todo,
    /// Text.
    Plain,
    /// A dim remark.
    Remark,
    /// An event with its day.
    Event,
    /// A round, by its place.
    Round(usize),
    /// A line of a section, by its place among all lines.
    Line(usize),
}

/// One row of the screen, or several where its text is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub is: Is,
    /// Its day, where it has one.
    pub when: String,
    /// Its text.
    pub text: String,
    /// What stands at its right.
    pub right: String,
    /// How it went.
    pub rating: Option<Rating>,
    /// Whether it is ticked; none without a box.
    pub ticked: Option<bool>,
}

impl Entry {
    pub(super) fn of(is: Is, text: impl Into<String>) -> Entry {
        Entry {
            is,
            when: String::new(),
            text: text.into(),
            right: String::new(),
            rating: None,
            ticked: None,
        }
    }

    /// Whether it can be selected.
    pub fn selectable(&self) -> bool {
        matches!(self.is, Is::Round(_) | Is::Line(_))
    }
}

impl Detail {
    /// The selected entry's place among all.
    pub fn selected(&self) -> Option<usize> {
        let places = self.entries.iter().enumerate().filter(|(_, entry)| entry.selectable());
        places.map(|(place, _)| place).nth(self.row)
    }

    fn is(&self) -> Option<&Is> {
        Some(&self.entries[self.selected()?].is)
    }
}

impl App {
    /// Opens one interview.
    pub(in crate::app) fn open_interview(&mut self, path: &str, now: Moment) {
        let Some(one) = self.interview(path) else {
            return self.warn("Its file is no longer there");
        };
        let entries = self.entries(one, now);
        let comes = one.next_round(now.wall, &self.workspace.zone);
        let place = comes.and_then(|next| one.rounds.iter().position(|round| std::ptr::eq(round, next)));
        let selectable = entries.iter().filter(|entry| entry.selectable());
        let row = place.and_then(|place| selectable.map(|entry| &entry.is).position(|is| *is == Is::Round(place)));
        self.screens.push(AnyScreen::Interview(Detail {
            path: path.to_owned(),
            row: row.unwrap_or(0),
            entries,
        }));
    }

    /// Files or the day changed.
    pub(super) fn renew_detail(&mut self, now: Moment) {
        let Some(AnyScreen::Interview(detail)) = self.screens.last() else {
            return;
        };
        let entries = self.interview(&detail.path).map(|one| self.entries(one, now));
        if let Some(AnyScreen::Interview(detail)) = self.screens.last_mut() {
            detail.entries = entries.unwrap_or_else(|| vec![Entry::of(Is::Remark, "Its file is no longer there.")]);
            let rows = detail.entries.iter().filter(|entry| entry.selectable()).count();
            detail.row = detail.row.min(rows.saturating_sub(1));
        }
    }

    fn entries(&self, one: &Interview, now: Moment) -> Vec<Entry> {
        let mut entries = self.facts(one);
        let mut block = |heading: String, rows: Vec<Entry>| {
            if !rows.is_empty() {
                entries.extend((!entries.is_empty()).then(|| Entry::of(Is::Gap, "")));
                entries.push(Entry::of(Is::Heading, heading));
                entries.extend(rows);
            }
        };
        let comes = one.next_round(now.wall, &self.workspace.zone);
        let (ahead, behind) = self.timeline(one, now);
        if let Some(round) = comes {
            block("What comes".to_owned(), ahead);
            block("Ask before you leave".to_owned(), self.to_ask(round));
            block(format!("Prepared for the {}", round.kind.label()), self.prepared(one));
            block("What happened".to_owned(), behind);
        } else {
            let all = behind.into_iter().chain(ahead).collect();
            block("What happened, and what comes".to_owned(), all);
        }
        for section in Section::ALL {
            if section != Section::Prepared || comes.is_none() {
                block(section.title().to_owned(), self.section(one, section));
            }
        }
        entries
    }

    pub(super) fn detail_action(&mut self, path: &str, action: Action, now: Moment) -> Vec<Effect> {
        let Some(AnyScreen::Interview(detail)) = self.screens.last_mut() else {
            return Vec::new();
        };
        let page = self.viewport.rows;
        let is = detail.is().cloned();
        match (action, is) {
            (Action::Prepare, _) => self.ask_prepared(path),
            (Action::EditEntry | Action::Open, Some(Is::Round(place))) => {
                if action == Action::Open && self.to_debrief(path) == Some(place) {
                    self.open_debrief(path, now);
                } else {
                    self.ask_slip(SlipOf::Round(Some(place)), Some(path));
                }
            }
            (Action::Open, Some(Is::Line(place))) => return self.open_line(path, place, now),
            (Action::EditEntry, Some(Is::Line(place))) => {
                let line = self
                    .interview(path)
                    .and_then(|one| one.lines.get(place))
                    .map(|line| line.line);
                return vec![Effect::Terminal(TerminalEffect::EditFile {
                    path: path.to_owned(),
                    line: line.unwrap_or(1),
                })];
            }
            (Action::EditEntry, None | Some(_)) => self.ask_slip(SlipOf::About, Some(path)),
            (Action::Tick, Some(Is::Line(place))) => return self.tick(path, place),
            (action, _) => {
                let rows = detail.entries.iter().filter(|entry| entry.selectable()).count();
                detail.row = moved(detail.row, rows, page, action);
            }
        }
        Vec::new()
    }

    /// What Enter does on the selected row, in a word; none where it does nothing.
    pub(super) fn open_word(&self, detail: &Detail) -> Option<&'static str> {
        match detail.is()? {
            Is::Round(place) if self.to_debrief(&detail.path) == Some(*place) => Some("write it down"),
            Is::Round(_) => Some("change"),
            Is::Line(place) => {
                let line = self.interview(&detail.path)?.lines.get(*place)?;
                match self.tied_to(line) {
                    Some(_) => Some("open"),
                    None => line.ticked.map(|_| "tick"),
                }
            }
            _ => None,
        }
    }

    fn to_debrief(&self, path: &str) -> Option<usize> {
        self.figures.meetings.row(path)?.to_debrief
    }

    /// The question or answer there is that a line is tied to.
    fn tied_to(&self, line: &Line) -> Option<Route> {
        let question = line
            .question()
            .filter(|id| self.workspace.library.question(id.as_str()).is_some());
        let answer = line
            .answer()
            .filter(|id| self.workspace.library.answer(id.as_str()).is_some());
        match (question, answer) {
            (Some(id), None) => Some(Route::Question(id.clone())),
            (Some(id), Some(_)) if line.section != Section::Prepared => Some(Route::Question(id.clone())),
            (_, Some(id)) => Some(Route::Answer(id.clone())),
            (None, None) => None,
        }
    }

    /// Enter on a line: the question or answer it is tied to, else its box.
    fn open_line(&mut self, path: &str, place: usize, now: Moment) -> Vec<Effect> {
        let Some(line) = self.interview(path).and_then(|one| one.lines.get(place)) else {
            return Vec::new();
        };
        let Some(route) = self.tied_to(line) else {
            return self.tick(path, place);
        };
        self.open(route, now)
    }

    /// Ticks what is to be done better, or takes the tick back.
    pub(super) fn tick(&mut self, path: &str, place: usize) -> Vec<Effect> {
        let line = self.interview(path).and_then(|one| one.lines.get(place));
        let Some(words) = line.filter(|line| line.ticked.is_some()).map(|line| line.text.clone()) else {
            return Vec::new();
        };
        let path = path.to_owned();
        self.write(Deed::Tick { path, place, words })
    }

    /// The tick of a line as it is to be, found by its words where lines came before it.
    pub(in crate::app) fn ticked(&self, path: &str, place: usize, words: &str) -> Option<(Change, &'static str)> {
        let lines = &self.interview(path)?.lines;
        let same = |line: &&Line| line.text == words && line.ticked.is_some();
        let line = lines.get(place).filter(same).or_else(|| lines.iter().find(same))?;
        let ticked = line.ticked?;
        let said = if ticked { "Open again" } else { "Done, and good" };
        Some((Change::Tick(line.line, !ticked), said))
    }

    /// Whether the selected row has a box.
    pub(super) fn tickable(&self) -> bool {
        match self.screens.last() {
            Some(AnyScreen::Interview(detail)) => detail
                .selected()
                .is_some_and(|place| detail.entries[place].ticked.is_some()),
            Some(AnyScreen::Feedback(feedback)) => feedback.selected().is_some_and(|item| item.ticked.is_some()),
            _ => false,
        }
    }

    fn ask_prepared(&mut self, path: &str) {
        let Some(one) = self.interview(path) else {
            return;
        };
        let there: Vec<&AnswerId> = one.section(Section::Prepared).filter_map(Line::answer).collect();
        let told = self.told_there(one);
        let answers = self
            .workspace
            .library
            .answers()
            .iter()
            .filter(|answer| !there.contains(&&answer.id));
        let mut answers: Vec<_> = answers.collect();
        answers.sort_by_key(|answer| told.contains(&answer.id));
        if answers.is_empty() {
            return self.say("There is no other answer yet; n on Home writes one");
        }
        let lines = answers.iter().map(|answer| answer.title.clone()).collect();
        let rows = answers
            .iter()
            .map(|answer| (answer.id.clone(), told.contains(&answer.id)));
        self.overlay = Some(Overlay::Prepare(Search::new(rows.collect(), lines)));
    }

    /// The chosen answer is noted as prepared.
    pub(in crate::app) fn take_prepared(&mut self) -> Vec<Effect> {
        let Some(Overlay::Prepare(search)) = self.overlay.take() else {
            return Vec::new();
        };
        let path = self.interview_here().map(|one| one.path.clone());
        let answer = search
            .selected()
            .and_then(|(id, _)| self.workspace.library.answer(id.as_str()));
        let (Some(path), Some(answer)) = (path, answer) else {
            return Vec::new();
        };
        let questions = answer.questions.iter().cloned().map(Tie::Question);
        let ties = std::iter::once(Tie::Answer(answer.id.clone()))
            .chain(questions)
            .collect();
        let line = Line::new(Section::Prepared, &answer.title, ties);
        let said = format!("Prepared: {}", answer.title);
        let changes = vec![Change::AddLine(line)];
        self.write(Deed::Interview { path, changes, said })
    }
}
