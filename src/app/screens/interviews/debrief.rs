//! A debrief: what was asked, which answer was told and how it went, what was good, what to do better, who decides when.
//!
//! One line at a time: Enter takes what is typed, an empty line goes on. What is typed is in a draft of the file, and a
//! debrief that is left is as it was when it is opened again.

use std::sync::Arc;
use std::time::Duration;

use super::debrief_choices::{Choice, Pick};
use crate::app::context::Context;
use crate::app::deed::Deed;
use crate::app::effect::Effect;
use crate::app::message::Outcome;
use crate::app::request::{Request, Requests};
use crate::app::screens::Screen;
pub use crate::app::unfinished_debrief::Step;
use crate::app::unfinished_debrief::Unfinished;
use crate::app::widgets::field::Field;
use crate::app::widgets::finder::Finder;
use crate::app::widgets::list::move_cursor;
use crate::domain::clock::Moment;
use crate::domain::interview::Promise;
use crate::domain::interview::date_input::{Tense, parse};
use crate::domain::interview::debrief::{AskedQuestion, Better, Debrief as Written};
use crate::domain::rating::Rating;
use crate::domain::saved_file::DraftOf;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;

/// How long after a draft could not be written what is typed counts as typed again.
const AGAIN: Duration = Duration::from_millis(3_500);

/// A debrief on the screen.
#[derive(Debug)]
pub struct Debrief {
    /// What it is about, and what is taken so far.
    pub so_far: Unfinished,
    /// What is typed.
    pub field: Field,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// The selected one.
    pub row: usize,
    /// What could not be understood.
    pub wrong: Option<String>,
    /// When the oldest typing that is in no draft yet was done.
    pub(super) undrafted: Option<Duration>,
    finder: Finder,
    /// The text of the interview's file.
    pub(super) file: Arc<str>,
    /// It is on its way to the disk, and changes no more.
    saving: bool,
}

impl Debrief {
    /// The debrief of the round whose time is over, as it was left; none where no round waits.
    pub(in crate::app) fn open(path: &str, left: Option<Unfinished>, cx: &Context) -> Option<Debrief> {
        let so_far = left.or_else(|| Debrief::anew(path, cx))?;
        let mut debrief = Debrief {
            field: Field::new(&so_far.typed),
            so_far,
            choices: Vec::new(),
            row: 0,
            wrong: None,
            undrafted: None,
            finder: Finder::of_questions(&cx.workspace.library),
            file: "".into(),
            saving: false,
        };
        debrief.read(cx);
        debrief.offer(cx);
        Some(debrief)
    }

    fn anew(path: &str, cx: &Context) -> Option<Unfinished> {
        let zone = &cx.workspace.zone;
        let one = cx.workspace.interview(path)?;
        let place = one.to_debrief(cx.now.wall, zone)?;
        let round = &one.rounds[place];
        Some(Unfinished {
            path: path.to_owned(),
            company: one.company.clone(),
            round: round.kind.label(),
            day: round.at.as_ref().map_or(cx.workspace.today, |at| at.local_day(zone)),
            written: Written {
                round: place,
                ..Written::default()
            },
            step: Step::Asked,
            typed: String::new(),
        })
    }

    fn read(&mut self, cx: &Context) {
        if let Some(one) = cx.workspace.interview(&self.so_far.path) {
            self.file = one.text.clone();
        }
    }

    /// Whether printable keys type text.
    pub fn types(&self) -> bool {
        matches!(
            self.so_far.step,
            Step::Asked | Step::Good | Step::Better | Step::When | Step::Who
        )
    }

    /// The footer's word for an action; no word takes it from the footer.
    fn word(&self, action: Action, label: Option<&'static str>) -> Option<&'static str> {
        let empty = self.field.text().trim().is_empty();
        match (action, self.so_far.step) {
            (Action::Open, Step::End) => Some("done"),
            (Action::Open, Step::Told) => Some("not rated"),
            (Action::Open, _) => Some("this one"),
            (Action::Accept, Step::Asked | Step::Good | Step::Better) if empty => Some("go on"),
            (Action::Accept, _) => Some("next line"),
            (Action::StopTyping, _) => Some("leave, kept"),
            (Action::Choose(1), Step::Told) => Some("to 4 rate"),
            (Action::Previous, Step::Asked) if self.so_far.written.asked.is_empty() => None,
            (Action::Previous, _) if self.types() && !self.field.text().is_empty() => None,
            (Action::Previous, Step::End) => None,
            (Action::Previous, _) => Some("line before"),
            (Action::Back, step) if step != Step::End => Some("leave, kept"),
            _ => label,
        }
    }

    fn go(&mut self, step: Step, text: &str, cx: &Context) {
        self.so_far.step = step;
        self.field = Field::new(text);
        self.offer(cx);
    }

    /// What can be chosen now, the likeliest selected.
    fn offer(&mut self, cx: &Context) {
        let workspace = cx.workspace;
        self.choices = match self.so_far.step {
            Step::Asked => workspace.questions_offered(self.field.text().trim(), &self.finder),
            Step::Told => {
                let asked = self.so_far.written.asked.last();
                asked.map_or_else(Vec::new, |asked| workspace.answers_offered(asked))
            }
            Step::Tie => workspace.ties_offered(&self.so_far.written),
            Step::AskedWhen => vec![
                Choice::of(Pick::Yes, "yes", ""),
                Choice::of(Pick::No, "no, not this time", ""),
            ],
            Step::Good | Step::Better | Step::When | Step::Who | Step::End => Vec::new(),
        };
        (self.row, self.wrong) = (0, None);
    }

    /// The line before comes back into the field, or the step before.
    fn line_before(&mut self, cx: &Context) {
        if self.types() && !self.field.text().is_empty() {
            return;
        }
        let written = &mut self.so_far.written;
        let before = match self.so_far.step {
            Step::Asked | Step::Told => written.asked.pop().map(|asked| (Step::Asked, asked.words)),
            Step::Good => match written.good.pop() {
                Some(words) => Some((Step::Good, words)),
                None => Some((Step::Asked, String::new())),
            },
            Step::Better => match written.better.pop() {
                Some(better) => Some((Step::Better, better.words)),
                None => Some((Step::Good, String::new())),
            },
            Step::Tie => written.better.pop().map(|better| (Step::Better, better.words)),
            Step::AskedWhen => Some((Step::Better, String::new())),
            Step::When => Some((Step::AskedWhen, String::new())),
            Step::Who => {
                let by = written.promise.take().map(|promise| promise.by.to_string());
                Some((Step::When, by.unwrap_or_default()))
            }
            Step::End => None,
        };
        if let Some((step, words)) = before {
            self.go(step, &words, cx);
        }
    }

    /// Takes the line or the choice, and goes on.
    fn take_line(&mut self, cx: &Context) -> Requests {
        self.undrafted.get_or_insert(cx.now.elapsed);
        self.wrong = None;
        let words = self.field.text().trim().to_owned();
        let pick = self.choices.get(self.row).map(|choice| choice.pick.clone());
        match self.so_far.step {
            Step::Asked if words.is_empty() => self.go(Step::Good, "", cx),
            Step::Asked => self.take_question(words, pick, cx),
            Step::Told => {
                if let (Some(asked), Some(Pick::Answer(id))) = (self.so_far.written.asked.last_mut(), pick) {
                    asked.told = Some(id);
                }
                self.go(Step::Asked, "", cx);
            }
            Step::Good if words.is_empty() => self.go(Step::Better, "", cx),
            Step::Good => {
                self.so_far.written.good.push(words);
                self.go(Step::Good, "", cx);
            }
            Step::Better if words.is_empty() => self.go(Step::AskedWhen, "", cx),
            Step::Better => {
                self.so_far.written.better.push(Better { words, tie: None });
                self.go(Step::Tie, "", cx);
            }
            Step::Tie => {
                if let (Some(better), Some(Pick::Tie(tie))) = (self.so_far.written.better.last_mut(), pick) {
                    better.tie = Some(tie);
                }
                self.go(Step::Better, "", cx);
            }
            Step::AskedWhen => {
                self.so_far.written.asked_when = Some(pick == Some(Pick::Yes));
                if pick != Some(Pick::Yes) {
                    return self.save();
                }
                self.go(Step::When, "", cx);
            }
            Step::When if words.is_empty() => return self.save(),
            Step::When => self.take_day(&words, cx),
            Step::Who => {
                if let Some(promise) = &mut self.so_far.written.promise {
                    promise.who = Some(words).filter(|words| !words.is_empty());
                }
                return self.save();
            }
            Step::End => {}
        }
        Requests::new()
    }

    fn take_question(&mut self, words: String, pick: Option<Pick>, cx: &Context) {
        let question = match pick {
            Some(Pick::Question(id)) => Some(id),
            _ => None,
        };
        self.so_far.written.asked.push(AskedQuestion {
            words,
            question,
            ..AskedQuestion::default()
        });
        self.go(Step::Told, "", cx);
    }

    fn take_day(&mut self, words: &str, cx: &Context) {
        match parse(words, cx.workspace.today, Tense::Future) {
            Ok(at) => {
                self.so_far.written.promise = Some(Promise { by: at.day, who: None });
                self.go(Step::Who, "", cx);
                self.field = Field::guess(&self.likely_promiser(cx));
            }
            Err(wrong) => self.wrong = Some(wrong),
        }
    }

    /// Who most likely said when they decide: who the round was with, else the recruiter.
    fn likely_promiser(&self, cx: &Context) -> String {
        let one = cx.workspace.interview(&self.so_far.path);
        let with = one.and_then(|one| one.rounds.get(self.so_far.written.round)?.with.clone());
        with.unwrap_or_else(|| "recruiter".to_owned())
    }

    fn save(&mut self) -> Requests {
        self.saving = true;
        vec![Request::Write(Deed::Debrief {
            path: self.so_far.path.clone(),
            written: Box::new(self.so_far.written.clone()),
            day: self.so_far.day,
        })]
    }
}

impl Screen for Debrief {
    fn contexts(&self, _: &Context) -> &'static [At] {
        if self.types() {
            &[At::Debrief, At::Typing, At::Editing, At::Anywhere]
        } else {
            At::CHOOSING
        }
    }

    fn line(&mut self) -> Option<&mut Field> {
        self.types().then_some(&mut self.field)
    }

    fn line_changed(&mut self, cx: &Context) -> Requests {
        self.undrafted.get_or_insert(cx.now.elapsed);
        self.offer(cx);
        Requests::new()
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        match action {
            Action::Open if self.so_far.step == Step::End => return vec![Request::Close],
            Action::Back | Action::StopTyping => return self.leave(),
            Action::Accept | Action::Open | Action::Choose(_) | Action::Previous if self.saving => {}
            Action::Accept | Action::Open => return self.take_line(cx),
            Action::Choose(number) if self.so_far.step == Step::Told => {
                if let Some(asked) = self.so_far.written.asked.last_mut() {
                    asked.rating = Rating::from_number(number);
                }
                return self.take_line(cx);
            }
            Action::Previous => self.line_before(cx),
            Action::Up if self.row == 0 => self.row = self.choices.len().saturating_sub(1),
            Action::Up | Action::Down | Action::First | Action::Last | Action::PageUp | Action::PageDown => {
                self.row = move_cursor(self.row, self.choices.len(), 8, action);
            }
            _ => {}
        }
        Requests::new()
    }

    fn label(&self, action: Action, usual: Option<&'static str>, _: &Context) -> Option<&'static str> {
        self.word(action, usual)
    }

    fn drafts(&mut self, due: &dyn Fn(Duration) -> bool) -> Vec<Effect> {
        let due = self.undrafted.take_if(|at| due(*at));
        due.map(|_| self.draft()).into_iter().collect()
    }

    fn undrafted(&self) -> Option<Duration> {
        self.undrafted
    }

    /// Files changed: the draft is one of the file as it is now, and what is offered is there.
    fn refresh(&mut self, cx: &Context) {
        self.read(cx);
        self.finder = Finder::of_questions(&cx.workspace.library);
        let chosen = self.choices.get(self.row).cloned();
        let wrong = self.wrong.take();
        self.offer(cx);
        let row = self.choices.iter().position(|choice| Some(choice) == chosen.as_ref());
        (self.row, self.wrong) = (row.unwrap_or(0), wrong);
    }

    fn receive(&mut self, outcome: &Outcome, cx: &Context) -> Requests {
        match outcome {
            Outcome::Debriefed { path } if *path == self.so_far.path => {
                self.undrafted = None;
                self.go(Step::End, "", cx);
            }
            Outcome::NotDrafted { of, .. } if *of == DraftOf::Answer(self.so_far.path.clone()) => {
                self.undrafted.get_or_insert(cx.now.elapsed + AGAIN);
            }
            Outcome::Settled => self.saving = false,
            _ => {}
        }
        Requests::new()
    }

    /// What asks about two changes that met lies over it: it may be saved again after.
    fn cover(&mut self, covered: bool, _: Moment) {
        self.saving &= !covered;
    }
}
