//! A debrief: what was asked, which answer was told and how it went, what was good, what to do better, who decides when.
//!
//! One line at a time: Enter takes what is typed, an empty line goes on. What is typed is in a draft of the file, and a
//! debrief that is left is as it was when it is opened again.

use std::time::Duration;

use jiff::civil::Date;

use crate::app::field::Field;
use crate::app::message::Effect;
use crate::app::overlay::moved;
use crate::app::sheet::DRAFT;
use crate::app::state::{App, Screen};
use crate::domain::category::Category;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::interview::Promise;
use crate::domain::interview::body::Tie;
use crate::domain::interview::debrief::{Asked, Better, Debrief as Written};
use crate::domain::interview::edit::changed;
use crate::domain::moment::Moment;
use crate::domain::rating::Dimension;
use crate::domain::saving::DraftOf;
use crate::domain::search::Index;
use crate::domain::when::{Lies, parse};
use crate::keys::action::Action;

/// What is asked now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What they asked, a line each.
    Asked,
    /// Which answer was told to it, and how it went.
    Told,
    /// What was good.
    Good,
    /// What to do better.
    Better,
    /// What that is about.
    Tie,
    /// Whether the person asked when they decide.
    AskedWhen,
    /// By when they decide.
    When,
    /// Who said so.
    Who,
    /// It is saved.
    End,
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A question there is.
    Question(QuestionId),
    /// A new question of one's own.
    Own,
    /// An answer.
    Answer(AnswerId),
    /// What something is tied to.
    Tie(Tie),
    /// Yes.
    Yes,
    /// None of them, or no.
    No,
}

/// A row to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it stands for.
    pub pick: Pick,
    /// In words.
    pub words: String,
    /// What it is.
    pub right: String,
}

impl Choice {
    fn of(pick: Pick, words: impl Into<String>, right: impl Into<String>) -> Choice {
        Choice {
            pick,
            words: words.into(),
            right: right.into(),
        }
    }
}

/// A debrief on the screen.
#[derive(Debug)]
pub struct Debrief {
    /// The interview's file.
    pub path: String,
    /// The company.
    pub company: String,
    /// What the round was.
    pub round: &'static str,
    /// Its day.
    pub day: Date,
    /// What is written so far.
    pub written: Written,
    /// What is asked now.
    pub step: Step,
    /// What is typed.
    pub field: Field,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// The selected one.
    pub row: usize,
    /// What could not be understood.
    pub wrong: Option<String>,
    pub(in crate::app) undrafted: Option<Duration>,
    index: Index,
    ids: Vec<QuestionId>,
}

/// Questions offered for what is typed.
const OFFERED: usize = 5;
/// Lines looked through word by word at a key; larger banks are looked through by letters only.
const WORD_BY_WORD: usize = 5_000;

impl Debrief {
    /// Whether printable keys type text.
    pub fn types(&self) -> bool {
        matches!(
            self.step,
            Step::Asked | Step::Good | Step::Better | Step::When | Step::Who
        )
    }

    fn is_empty(&self) -> bool {
        self.written.is_empty() && self.field.text().trim().is_empty()
    }

    /// What is written, and what is typed and not taken yet.
    fn so_far(&self) -> Written {
        let mut written = self.written.clone();
        let words = self.field.text().trim().to_owned();
        match self.step {
            _ if words.is_empty() => {}
            Step::Asked => written.asked.push(Asked {
                words,
                ..Asked::default()
            }),
            Step::Good => written.good.push(words),
            Step::Better => written.better.push(Better { words, tie: None }),
            _ => {}
        }
        written
    }

    fn go(&mut self, step: Step, text: &str, choices: Vec<Choice>) {
        self.step = step;
        self.field = Field::new(text);
        self.choices = choices;
        self.row = 0;
    }

    fn ask_when(&mut self) {
        let yes = Choice::of(Pick::Yes, "yes", "");
        self.go(
            Step::AskedWhen,
            "",
            vec![yes, Choice::of(Pick::No, "no, not this time", "")],
        );
    }

    /// The line before comes back into the field, or the step before.
    fn line_before(&mut self) {
        if self.types() && !self.field.text().is_empty() {
            return;
        }
        let before = match self.step {
            Step::Asked | Step::Told => self.written.asked.pop().map(|asked| (Step::Asked, asked.words)),
            Step::Good => match self.written.good.pop() {
                Some(words) => Some((Step::Good, words)),
                None => Some((Step::Asked, String::new())),
            },
            Step::Better => match self.written.better.pop() {
                Some(better) => Some((Step::Better, better.words)),
                None => Some((Step::Good, String::new())),
            },
            Step::Tie => self.written.better.pop().map(|better| (Step::Better, better.words)),
            Step::AskedWhen => Some((Step::Better, String::new())),
            Step::When => return self.ask_when(),
            Step::Who => {
                let by = self.written.promise.take().map(|promise| promise.by.to_string());
                Some((Step::When, by.unwrap_or_default()))
            }
            Step::End => None,
        };
        if let Some((step, words)) = before {
            self.go(step, &words, Vec::new());
        }
    }
}

impl App {
    pub(super) fn left_debrief(&self, path: &str) -> bool {
        self.debriefs.iter().any(|debrief| debrief.path == path)
    }

    /// Opens the debrief of the round whose time is over, as it was left.
    pub(in crate::app) fn open_debrief(&mut self, path: &str, now: Moment) {
        if let Some(place) = self.debriefs.iter().position(|debrief| debrief.path == path) {
            let debrief = self.debriefs.remove(place);
            self.screens.push(Screen::Debrief(debrief));
            return self.offer();
        }
        let zone = &self.birth.zone;
        let one = self.interview(path);
        let place = one.and_then(|one| one.to_debrief(now.wall, zone));
        let (Some(one), Some(place)) = (one, place) else {
            return self.say("No round waits to be written down");
        };
        let round = &one.rounds[place];
        let questions = self.library.questions();
        let debrief = Debrief {
            path: path.to_owned(),
            company: one.company.clone(),
            round: round.kind.label(),
            day: round.at.as_ref().map_or(self.today, |at| at.local_day(zone)),
            written: Written {
                round: place,
                ..Written::default()
            },
            step: Step::Asked,
            field: Field::default(),
            choices: Vec::new(),
            row: 0,
            wrong: None,
            undrafted: None,
            index: Index::new(questions.iter().map(|question| question.ask.clone()).collect()),
            ids: questions.iter().map(|question| question.id.clone()).collect(),
        };
        self.screens.push(Screen::Debrief(Box::new(debrief)));
    }

    pub(in crate::app) fn debrief_mut(&mut self) -> Option<&mut Debrief> {
        match self.screens.last_mut() {
            Some(Screen::Debrief(debrief)) => Some(debrief),
            _ => None,
        }
    }

    fn debrief(&self) -> Option<&Debrief> {
        match self.screens.last() {
            Some(Screen::Debrief(debrief)) => Some(debrief),
            _ => None,
        }
    }

    /// Text for the debrief.
    pub(in crate::app) fn debrief_typed(&mut self, text: &str, now: Moment) {
        if let Some(debrief) = self.debrief_mut() {
            debrief.field.insert(text);
            debrief.undrafted.get_or_insert(now.elapsed);
        }
        self.offer();
    }

    /// The questions that what is typed may be.
    fn offer(&mut self) {
        let Some(debrief) = self.debrief().filter(|debrief| debrief.step == Step::Asked) else {
            return;
        };
        let typed = debrief.field.text().trim();
        let mut places: Vec<usize> = Vec::new();
        if !typed.is_empty() {
            let letters = debrief
                .index
                .find(typed)
                .into_iter()
                .map(|found| found.place)
                .take(OFFERED);
            let words = if debrief.ids.len() <= WORD_BY_WORD {
                debrief.index.alike(typed, OFFERED)
            } else {
                Vec::new()
            };
            places.extend(words.into_iter().chain(letters));
        }
        let mut choices: Vec<Choice> = Vec::new();
        for place in places {
            let id = &debrief.ids[place];
            let category = self
                .library
                .question(id.as_str())
                .map_or("", |question| question.category.id());
            let choice = Choice::of(
                Pick::Question(id.clone()),
                debrief.index.lines()[place].clone(),
                category,
            );
            if choices.len() < OFFERED && !choices.contains(&choice) {
                choices.push(choice);
            }
        }
        if !typed.is_empty() {
            choices.push(Choice::of(
                Pick::Own,
                "none of these: keep it as a question of your own",
                "",
            ));
        }
        if let Some(debrief) = self.debrief_mut() {
            (debrief.choices, debrief.row, debrief.wrong) = (choices, 0, None);
        }
    }

    /// The answers that may have been told to the question asked last, the likeliest first.
    fn answers_offered(&self, asked: &Asked) -> Vec<Choice> {
        let question = asked
            .question
            .as_ref()
            .and_then(|id| self.library.question(id.as_str()));
        let mut ids: Vec<&AnswerId> = Vec::new();
        if let Some(question) = question {
            ids.extend(
                self.library
                    .answer_for(&question.id, &self.history)
                    .map(|answer| &answer.id),
            );
            ids.extend(self.library.fitting(question).into_iter().map(|answer| &answer.id));
        }
        let fits = !ids.is_empty();
        ids.extend(self.library.answers().iter().map(|answer| &answer.id));
        let mut choices: Vec<Choice> = Vec::new();
        for id in ids {
            let Some(answer) = self.library.answer(id.as_str()) else {
                continue;
            };
            let choice = Choice::of(
                Pick::Answer(id.clone()),
                answer.title.clone(),
                self.library.category_of(answer).id(),
            );
            if !choices.contains(&choice) {
                choices.push(choice);
            }
        }
        let unwritten = Choice::of(Pick::No, "something that is not written down", "");
        choices.insert(if fits { choices.len() } else { 0 }, unwritten);
        choices
    }

    /// What something to do better may be about, the likeliest first.
    fn ties_offered(&self, written: &Written) -> Vec<Choice> {
        let category = |id: &QuestionId| self.library.question(id.as_str()).map(|question| question.category);
        let sore = written.sore(category);
        let asked = written
            .asked
            .iter()
            .filter_map(|asked| category(asked.question.as_ref()?));
        let mut categories: Vec<Category> = Vec::new();
        for one in sore.into_iter().chain(asked) {
            if one.scored() && !categories.contains(&one) {
                categories.push(one);
            }
        }
        let first = categories.len();
        let others = Category::ALL
            .into_iter()
            .filter(|one| one.scored() && !categories.contains(one));
        let others: Vec<Category> = others.collect();
        categories.extend(others);
        let mut choices: Vec<Choice> = categories
            .into_iter()
            .map(|one| Choice::of(Pick::Tie(Tie::Category(one)), one.id(), one.title()))
            .collect();
        let told = written.asked.iter().filter_map(|asked| asked.told.as_ref());
        let told = told.filter_map(|id| self.library.answer(id.as_str()));
        let told = told.map(|one| Choice::of(Pick::Tie(Tie::Answer(one.id.clone())), one.title.clone(), "your answer"));
        let sides = Dimension::ALL
            .into_iter()
            .map(|one| Choice::of(Pick::Tie(Tie::Dimension(one)), one.label(), one.sentence()));
        let mut between: Vec<Choice> = Vec::new();
        for choice in told.chain(sides) {
            if !between.contains(&choice) {
                between.push(choice);
            }
        }
        choices.splice(first..first, between);
        choices.push(Choice::of(Pick::No, "nothing in particular", ""));
        choices
    }

    pub(super) fn debrief_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let Some(debrief) = self.debrief_mut() else {
            return Vec::new();
        };
        match action {
            Action::Accept if debrief.step == Step::End => return self.pop_screen(),
            Action::Accept => return self.take_line(now),
            Action::Rate(rating) if debrief.step == Step::Told => {
                if let Some(asked) = debrief.written.asked.last_mut() {
                    asked.rating = Some(rating);
                }
                return self.take_line(now);
            }
            Action::LineBefore => {
                debrief.line_before();
                self.offer();
            }
            Action::Back | Action::StopTyping => return self.leave_debrief(),
            Action::Up if debrief.row == 0 => debrief.row = debrief.choices.len().saturating_sub(1),
            Action::Up | Action::Down | Action::First | Action::Last | Action::PageUp | Action::PageDown => {
                debrief.row = moved(debrief.row, debrief.choices.len(), 8, action);
            }
            action => {
                if debrief.types() && debrief.field.edit(action) {
                    debrief.undrafted.get_or_insert(now.elapsed);
                    self.offer();
                }
            }
        }
        Vec::new()
    }

    /// Takes the line or the choice, and goes on.
    fn take_line(&mut self, now: Moment) -> Vec<Effect> {
        let today = self.today;
        let Some(debrief) = self.debrief_mut() else {
            return Vec::new();
        };
        debrief.undrafted.get_or_insert(now.elapsed);
        debrief.wrong = None;
        let words = debrief.field.text().trim().to_owned();
        let pick = debrief.choices.get(debrief.row).map(|choice| choice.pick.clone());
        match debrief.step {
            Step::Asked if words.is_empty() => debrief.go(Step::Good, "", Vec::new()),
            Step::Asked => {
                let question = match pick {
                    Some(Pick::Question(id)) => Some(id),
                    _ => None,
                };
                let near = debrief.choices.first().map(|choice| choice.pick.clone());
                let near = match near {
                    Some(Pick::Question(id)) => self.library.question(id.as_str()).map(|question| question.category),
                    _ => None,
                };
                let asked = Asked {
                    words,
                    question,
                    category: near,
                    ..Asked::default()
                };
                let choices = self.answers_offered(&asked);
                if let Some(debrief) = self.debrief_mut() {
                    debrief.written.asked.push(asked);
                    debrief.go(Step::Told, "", choices);
                }
            }
            Step::Told => {
                if let (Some(asked), Some(Pick::Answer(id))) = (debrief.written.asked.last_mut(), pick) {
                    asked.told = Some(id);
                }
                debrief.go(Step::Asked, "", Vec::new());
            }
            Step::Good if words.is_empty() => debrief.go(Step::Better, "", Vec::new()),
            Step::Good => {
                debrief.written.good.push(words);
                debrief.go(Step::Good, "", Vec::new());
            }
            Step::Better if words.is_empty() => debrief.ask_when(),
            Step::Better => {
                debrief.written.better.push(Better { words, tie: None });
                let written = debrief.written.clone();
                let choices = self.ties_offered(&written);
                if let Some(debrief) = self.debrief_mut() {
                    debrief.go(Step::Tie, "", choices);
                }
            }
            Step::Tie => {
                if let (Some(better), Some(Pick::Tie(tie))) = (debrief.written.better.last_mut(), pick) {
                    better.tie = Some(tie);
                }
                debrief.go(Step::Better, "", Vec::new());
            }
            Step::AskedWhen => {
                debrief.written.asked_when = Some(pick == Some(Pick::Yes));
                if pick == Some(Pick::Yes) {
                    debrief.go(Step::When, "", Vec::new());
                } else {
                    return self.save_debrief();
                }
            }
            Step::When if words.is_empty() => return self.save_debrief(),
            Step::When => match parse(&words, today, Lies::Ahead) {
                Ok(at) => {
                    debrief.written.promise = Some(Promise { by: at.day, who: None });
                    let who = self.likely_promiser();
                    if let Some(debrief) = self.debrief_mut() {
                        debrief.go(Step::Who, &who, Vec::new());
                    }
                }
                Err(wrong) => debrief.wrong = Some(wrong),
            },
            Step::Who => {
                if let Some(promise) = &mut debrief.written.promise {
                    promise.who = Some(words).filter(|words| !words.is_empty());
                }
                return self.save_debrief();
            }
            Step::End => {}
        }
        Vec::new()
    }

    /// Who most likely said when they decide: who the round was with, else the recruiter.
    fn likely_promiser(&self) -> String {
        let with = self.debrief().and_then(|debrief| {
            let round = self.interview(&debrief.path)?.rounds.get(debrief.written.round)?;
            round.with.clone()
        });
        with.unwrap_or_else(|| "recruiter".to_owned())
    }

    fn save_debrief(&mut self) -> Vec<Effect> {
        let Some(debrief) = self.debrief() else {
            return Vec::new();
        };
        let Some(one) = self.interview(&debrief.path) else {
            self.warn("Its file is no longer there; what you wrote is in the drafts");
            return Vec::new();
        };
        vec![Effect::KeepDebrief {
            path: one.path.clone(),
            base: one.text.clone(),
            written: Box::new(debrief.written.clone()),
            day: debrief.day,
        }]
    }

    /// The disk has it: its end is shown.
    pub(super) fn debriefed(&mut self, said: String) {
        if let Some(debrief) = self.debrief_mut() {
            debrief.undrafted = None;
            debrief.go(Step::End, "", Vec::new());
        }
        self.say(said);
    }

    /// Left without saving: it is as it was when it is opened again, and in a draft.
    fn leave_debrief(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(Screen::Debrief(_)) = self.screens.last()
            && let Some(Screen::Debrief(debrief)) = self.screens.pop()
            && debrief.step != Step::End
            && !debrief.is_empty()
        {
            effects.extend(self.debrief_draft(&debrief));
            self.debriefs.push(debrief);
            self.say("Kept as it is; b goes on with it");
        }
        self.stale = true;
        self.returned = true;
        effects
    }

    fn debrief_draft(&self, debrief: &Debrief) -> Option<Effect> {
        let one = self.interview(&debrief.path)?;
        let text = changed(&one.text, &debrief.so_far().changes(debrief.day)).ok()?;
        Some(Effect::KeepDraft {
            of: DraftOf::Answer(debrief.path.clone()),
            base: one.text.to_string(),
            text,
        })
    }

    /// A debrief that is in no draft yet is written there in time.
    pub(in crate::app) fn keep_debrief(&mut self, now: Moment, at_once: bool) -> Option<Effect> {
        let due = |at: Duration| at_once || now.elapsed >= at + DRAFT;
        let debrief = self
            .debrief_mut()
            .filter(|debrief| debrief.undrafted.is_some_and(due))?;
        debrief.undrafted = None;
        self.debrief().and_then(|debrief| self.debrief_draft(debrief))
    }
}
