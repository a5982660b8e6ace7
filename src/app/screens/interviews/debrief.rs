//! A debrief: what was asked, which answer was told and how it went, what was good, what to do better, who decides when.
//!
//! One line at a time: Enter takes what is typed, an empty line goes on. What is typed is in a draft of the file, and a
//! debrief that is left is as it was when it is opened again.

use std::time::Duration;

use jiff::civil::Date;

use super::debrief_choices::{Choice, Pick};
use crate::app::effect::{DiskEffect, Effect};
use crate::app::state::{AnyScreen, App};
use crate::app::widgets::field::Field;
use crate::app::widgets::finder::Finder;
use crate::app::widgets::list::moved;
use crate::app::writes::Deed;
use crate::domain::clock::Moment;
use crate::domain::interview::Promise;
use crate::domain::interview::date_input::{Lies, parse};
use crate::domain::interview::debrief::{Asked, Better, Debrief as Written};
use crate::domain::saved_file::DraftOf;
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
    pub(super) finder: Finder,
}

impl Debrief {
    /// Whether printable keys type text.
    pub fn types(&self) -> bool {
        matches!(
            self.step,
            Step::Asked | Step::Good | Step::Better | Step::When | Step::Who
        )
    }

    /// The footer's word for an action; no word takes it from the footer.
    pub(super) fn word(&self, action: Action, label: &'static str) -> Option<&'static str> {
        let empty = self.field.text().trim().is_empty();
        match (action, self.step) {
            (Action::Accept, Step::End) => Some("done"),
            (Action::Accept, Step::Told) => Some("not rated"),
            (Action::Accept, Step::Asked | Step::Good | Step::Better) if empty => Some("go on"),
            (Action::Rate(_), step) if step != Step::Told => None,
            (Action::LineBefore, Step::Asked) if self.written.asked.is_empty() => None,
            (Action::LineBefore, _) if self.types() && !self.field.text().is_empty() => None,
            (Action::Back, step) if step != Step::End => Some("leave, kept"),
            _ => Some(label),
        }
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
    /// Opens the debrief of the round whose time is over, as it was left.
    pub(in crate::app) fn open_debrief(&mut self, path: &str, now: Moment) {
        if let Some(place) = self.debriefs.iter().position(|debrief| debrief.path == path) {
            let debrief = self.debriefs.remove(place);
            self.screens.push(AnyScreen::Debrief(debrief));
            return self.offer();
        }
        let zone = &self.workspace.zone;
        let one = self.interview(path);
        let place = one.and_then(|one| one.to_debrief(now.wall, zone));
        let (Some(one), Some(place)) = (one, place) else {
            return self.say("No round waits to be written down");
        };
        let round = &one.rounds[place];
        let debrief = Debrief {
            path: path.to_owned(),
            company: one.company.clone(),
            round: round.kind.label(),
            day: round.at.as_ref().map_or(self.workspace.today, |at| at.local_day(zone)),
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
            finder: Finder::of_questions(&self.workspace.library),
        };
        self.screens.push(AnyScreen::Debrief(Box::new(debrief)));
    }

    pub(in crate::app) fn debrief_mut(&mut self) -> Option<&mut Debrief> {
        match self.screens.last_mut() {
            Some(AnyScreen::Debrief(debrief)) => Some(debrief),
            _ => None,
        }
    }

    pub(super) fn debrief(&self) -> Option<&Debrief> {
        match self.screens.last() {
            Some(AnyScreen::Debrief(debrief)) => Some(debrief),
            _ => None,
        }
    }

    /// The line was typed in.
    pub(in crate::app) fn debrief_typed(&mut self, now: Moment) {
        if let Some(debrief) = self.debrief_mut() {
            debrief.undrafted.get_or_insert(now.elapsed);
        }
        self.offer();
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
            _ => {}
        }
        Vec::new()
    }

    /// Takes the line or the choice, and goes on.
    fn take_line(&mut self, now: Moment) -> Vec<Effect> {
        let today = self.workspace.today;
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
                let asked = Asked {
                    words,
                    question,
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
                        debrief.go(Step::Who, "", Vec::new());
                        debrief.field = Field::guess(&who);
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
        let Some(path) = self.debrief().map(|debrief| debrief.path.clone()) else {
            return Vec::new();
        };
        if self.writes.debriefs(&path) || self.conflicts.about(&path) {
            return Vec::new();
        }
        self.write(Deed::Debrief(path))
    }

    /// The debrief in front, written into its file as that is now.
    pub(in crate::app) fn debrief_written(&mut self, path: &str) -> Option<Effect> {
        let debrief = self.debrief().filter(|debrief| debrief.path == path)?;
        let (written, day) = (Box::new(debrief.written.clone()), debrief.day);
        let Some(base) = self.interview(path).map(|one| one.text.clone()) else {
            self.warn("Its file is no longer there; what you wrote is in the drafts");
            return None;
        };
        let path = path.to_owned();
        Some(Effect::Disk(DiskEffect::KeepDebrief {
            path,
            base,
            written,
            day,
        }))
    }

    /// The disk has it: its end is shown, and its draft goes.
    pub(super) fn debriefed(&mut self, path: &str, said: String) -> Vec<Effect> {
        if let Some(debrief) = self.debrief_mut().filter(|debrief| debrief.path == path) {
            debrief.undrafted = None;
            debrief.go(Step::End, "", Vec::new());
        }
        self.say(said);
        vec![Effect::Disk(DiskEffect::DropDraft(DraftOf::Answer(path.to_owned())))]
    }
}
