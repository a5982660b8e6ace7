//! What can be done with a row of Browse.

use super::{Column, Shown};
use crate::app::effect::{DiskEffect, Effect, TerminalEffect};
use crate::app::overlays::{Asked, Hit, Overlay};
use crate::app::planning::Order;
use crate::app::route::Intent;
use crate::app::screens::card::Shows;
use crate::app::state::App;
use crate::domain::clock::Moment;
use crate::domain::id::QuestionId;
use crate::domain::saved_file::Trashed;
use crate::keys::action::Action;

/// Something that was put away in this run, and can be brought back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PutAway {
    /// A question was hidden.
    Hidden(QuestionId),
    /// A file is in the trash.
    Trashed(Trashed),
}

impl App {
    /// What the selected row stands for.
    pub fn browse_shown(&self) -> Option<Shown<'_>> {
        self.shown(self.browse()?.item()?)
    }

    fn browse_card(&self) -> Option<Shows> {
        match self.browse_shown()? {
            Shown::Question(question) => Some(Shows::Question(question.id.clone())),
            Shown::Answer(answer) => Some(Shows::Answer(answer.id.clone())),
            Shown::Note(_) => None,
        }
    }

    /// The question a row is about: its own, that above an answer, or the first that an answer names.
    fn browse_question(&self) -> Option<QuestionId> {
        let above = self.browse()?.question_above().and_then(|item| self.shown(item));
        match above.or(self.browse_shown())? {
            Shown::Question(question) => Some(question.id.clone()),
            Shown::Answer(answer) => {
                let there = |id: &&QuestionId| self.workspace.library.question(id.as_str()).is_some();
                answer.questions.iter().find(there).cloned()
            }
            Shown::Note(_) => None,
        }
    }

    /// Enter: from the categories into the list, from the list to the workbench; a question without an answer is shown.
    pub(super) fn open_browse_row(&mut self, now: Moment) -> Vec<Effect> {
        let shelves = self.browse().is_some_and(|browse| browse.column == Column::Shelves);
        match self.browse_card().filter(|_| !shelves) {
            Some(Shows::Question(id)) if self.workspace.library.answers_to(&id).next().is_none() => {
                self.open_card(Shows::Question(id));
            }
            Some(shows) => return self.open(shows.route(Intent::Read), now),
            None => self.with_browse(|browse, _| {
                browse.column = if shelves { Column::List } else { Column::Preview };
            }),
        }
        Vec::new()
    }

    pub(super) fn drill_browse_row(&mut self, now: Moment) -> Vec<Effect> {
        self.browse_question()
            .map_or_else(Vec::new, |id| self.begin(&Order::one(id), now))
    }

    pub(super) fn edit_browse_row(&mut self, now: Moment) -> Vec<Effect> {
        match self.browse_card() {
            Some(shows) => self.open(shows.route(Intent::Write), now),
            None => self.open_row_externally(),
        }
    }

    /// A note is a plain file, so the person's editor is the place for it.
    pub(super) fn open_row_externally(&mut self) -> Vec<Effect> {
        if let Some(Shown::Note(note)) = self.browse_shown() {
            let (path, line) = (note.path.clone(), 1);
            return vec![Effect::Terminal(TerminalEffect::EditFile { path, line })];
        }
        let cx = self.context();
        let asked = self.browse_card().map(|shows| shows.edit_outside(&cx));
        let now = self.workspace.now;
        self.fulfil(asked.unwrap_or_default(), now)
    }

    pub(super) fn answer_browse_row(&mut self, now: Moment) {
        let column = self.browse().map(|browse| browse.column);
        let question = self.browse_question().filter(|_| column != Some(Column::Shelves));
        self.new_answer(question.as_ref(), now);
    }

    pub(super) fn copy_browse_row(&mut self) -> Vec<Effect> {
        let text = match self.browse_shown() {
            Some(Shown::Question(question)) => question.ask.clone(),
            Some(Shown::Answer(answer)) => answer.body().to_owned(),
            Some(Shown::Note(note)) => note.text.to_string(),
            None => return Vec::new(),
        };
        self.say("Copied, where the terminal allows it");
        vec![Effect::Terminal(TerminalEffect::Copy(text))]
    }

    /// Hides a question; asks whether an answer or a note goes into the trash.
    pub(super) fn put_away(&mut self) -> Vec<Effect> {
        let (path, title) = match self.browse_shown() {
            Some(Shown::Question(question)) => {
                let id = question.id.clone();
                self.put_aside.push(PutAway::Hidden(id.clone()));
                self.say("Hidden: it is not asked any more. u brings it back");
                return self.hide(id, true);
            }
            Some(Shown::Answer(answer)) => (answer.path.clone(), answer.title.clone()),
            Some(Shown::Note(note)) => (note.path.clone(), note.title.clone()),
            None => return Vec::new(),
        };
        self.overlay = Some(Overlay::Asked(Asked::Trash { path, title }));
        Vec::new()
    }

    /// Puts a file into the trash; the workbench it is open in is left.
    pub(in crate::app) fn put_into_trash(&mut self, path: String) -> Vec<Effect> {
        let mut effects = match self.workbench() {
            Some(_) => self.pop_screen(),
            None => Vec::new(),
        };
        let quits = effects
            .iter()
            .position(|effect| *effect == Effect::Terminal(TerminalEffect::Quit));
        effects.insert(quits.unwrap_or(effects.len()), Effect::Disk(DiskEffect::Trash { path }));
        effects
    }

    pub(in crate::app) fn trashed(&mut self, trashed: Trashed) {
        self.say(format!("{} is in the trash; u brings it back", trashed.path));
        self.put_aside.push(PutAway::Trashed(trashed));
    }

    /// A file is back: it is selected again.
    pub(in crate::app) fn restored(&mut self, path: &str, name: &str) {
        let same = |put: &PutAway| matches!(put, PutAway::Trashed(trashed) if trashed.name == name);
        self.put_aside.retain(|put| !same(put));
        self.say(format!("{path} is back"));
        let answer = self
            .workspace
            .library
            .answers()
            .iter()
            .find(|answer| answer.path == path);
        let hit = answer.map_or(Hit::Note(path.to_owned()), |answer| Hit::Answer(answer.id.clone()));
        self.select_in_browse(&hit);
    }

    /// Brings the selected question back, if it is hidden; else what was put away last, in an earlier run even.
    pub(super) fn bring_back(&mut self) -> Vec<Effect> {
        if let Some(id) = self.hidden_here() {
            return self.unhide(&id);
        }
        match self.put_aside.pop() {
            Some(PutAway::Hidden(id)) => {
                let effects = self.unhide(&id);
                self.select_in_browse(&Hit::Question(id));
                effects
            }
            Some(PutAway::Trashed(trashed)) => vec![Effect::Disk(DiskEffect::Restore(trashed))],
            None => vec![Effect::Disk(DiskEffect::Untrash)],
        }
    }

    fn hidden_here(&self) -> Option<QuestionId> {
        match self.browse_shown() {
            Some(Shown::Question(question)) if self.workspace.settings.hides(&question.id) => Some(question.id.clone()),
            _ => None,
        }
    }

    fn unhide(&mut self, id: &QuestionId) -> Vec<Effect> {
        self.put_aside.retain(|put| *put != PutAway::Hidden(id.clone()));
        self.say("It is asked again");
        self.hide(id.clone(), false)
    }

    /// The figures of other screens follow when they are in front again.
    fn hide(&mut self, id: QuestionId, hidden: bool) -> Vec<Effect> {
        let place = self.workspace.library.question_place(id.as_str());
        if hidden {
            self.workspace.settings.hide_questions.insert(id);
        } else {
            self.workspace.settings.hide_questions.remove(&id);
        }
        self.with_browse(|browse, app| {
            browse.listing.hide(place.unwrap_or(usize::MAX), hidden, app);
            browse.find_again(app);
        });
        vec![self.save_hidden()]
    }

    fn save_hidden(&self) -> Effect {
        let ids: Vec<String> = self.workspace.settings.hide_questions.iter().map(quoted).collect();
        Effect::Disk(DiskEffect::SaveSetting {
            key: "hide_questions",
            value: format!("[{}]", ids.join(", ")),
        })
    }

    /// Why an action makes no sense in Browse now; none when it does.
    pub(in crate::app) fn why_not_in_browse(&self, action: Action) -> Option<&'static str> {
        let browse = self.browse()?;
        let shown = self.browse_shown();
        let of_a_row = matches!(
            action,
            Action::DrillThis
                | Action::EditAnswer
                | Action::External
                | Action::PutAway
                | Action::Retitle
                | Action::Link
                | Action::Copy
        );
        if of_a_row && shown.is_none() {
            return Some("there is nothing in this list");
        }
        if of_a_row && browse.column == Column::Shelves {
            return Some("l goes to the list, then choose a row");
        }
        match action {
            Action::DrillThis if self.browse_question().is_none() => Some("no question goes with this one"),
            Action::Retitle if !matches!(shown, Some(Shown::Answer(_))) => Some("only an answer has a title"),
            Action::Link if matches!(shown, Some(Shown::Note(_))) => Some("only a question or an answer can be linked"),
            Action::PutAway if self.hidden_here().is_some() => Some("it is hidden already; u brings it back"),
            _ => None,
        }
    }

    /// The footer's word for an action in Browse; no word takes it from the footer.
    pub(in crate::app) fn browse_word(&self, action: Action, label: &'static str) -> Option<&'static str> {
        let column = self.browse().map(|browse| browse.column);
        match (action, self.browse_shown()) {
            (Action::Open, _) if column == Some(Column::Shelves) => Some("list"),
            (Action::Open, Some(Shown::Note(_))) => Some("read"),
            (Action::PutAway, Some(Shown::Answer(_) | Shown::Note(_))) => Some("trash"),
            (Action::EditAnswer, Some(Shown::Question(question))) => {
                self.workspace.library.answers_to(&question.id).next().map(|_| label)
            }
            // What is in the trash from earlier runs is brought back too; the footer promises what it knows.
            (Action::BringBack, _) if self.put_aside.is_empty() && self.hidden_here().is_none() => None,
            _ => Some(label),
        }
    }
}

/// An id as a word of YAML.
fn quoted(id: &QuestionId) -> String {
    let id = id.as_str();
    let plain = id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if plain && id.starts_with(|c: char| c.is_ascii_alphabetic()) && !matches!(id, "true" | "false" | "null") {
        id.to_owned()
    } else {
        format!("'{}'", id.replace('\'', "''"))
    }
}
