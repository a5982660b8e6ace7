//! The workbench as a screen: where its keys go, what its footer says, what it takes from the disk.

use std::time::Duration;

use super::buffer::{DRAFT, SaveState};
use super::over::BenchDialog;
use super::{Mode, Workbench};
use crate::app::confirmation::Confirmation;
use crate::app::context::Context;
use crate::app::effect::Effect;
use crate::app::forms::Filled;
use crate::app::message::Outcome;
use crate::app::request::Requests;
use crate::app::screens::Screen;
use crate::app::widgets::field::Field;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::{on_screen, over_screen};

/// How long after a draft could not be written that is tried again.
const RETRY: Duration = Duration::from_secs(5);

impl Workbench {
    fn keys(&self) -> &'static [At] {
        match self {
            Workbench {
                dialog: Some(BenchDialog::PanePicker(_)),
                ..
            } => At::FILTER,
            Workbench {
                dialog: Some(BenchDialog::Versions(_)),
                ..
            } => over_screen![],
            Workbench { form: Some(_), .. } => At::FORM,
            Workbench { find: Some(_), .. } => At::LINE,
            Workbench { hand: Mode::Insert, .. } => &[At::Workbench, At::Writing, At::Editing, At::Anywhere],
            Workbench { hand: Mode::Normal, .. } => on_screen![Workbench],
        }
    }

    fn carry_out(&mut self, action: Action, cx: &Context) -> Requests {
        match self.dialog.take() {
            Some(BenchDialog::PanePicker(search)) => {
                self.beside_action(search, action, cx);
                Requests::new()
            }
            Some(BenchDialog::Versions(listed)) => self.versions_action(listed, action, cx),
            None if self.form.is_some() => self.form_action(action, cx.now),
            None if self.find.is_some() => self.find_action(action),
            None if self.hand == Mode::Insert => self.typing(action, cx),
            None => self.reading(action, cx),
        }
    }

    /// Whether letters are text now.
    pub(super) fn types(&self) -> bool {
        self.keys().contains(&At::Editing)
    }

    fn word(&self, action: Action, usual: Option<&'static str>) -> Option<&'static str> {
        let (here, at_hand) = (self.buffer(), self.at_hand());
        match (action, &self.form) {
            (Action::Accept, Some(form)) => Some(form.word()),
            (Action::Save, Some(form)) => usual.filter(|_| form.word() != "save"),
            (Action::StopTyping, Some(_)) => Some("leave it"),
            (Action::Accept, _) => Some("find the next"),
            (Action::StopTyping, _) if self.find.is_some() => Some("stop finding"),
            (Action::Save, _) if at_hand.is_none_or(|buffer| buffer.kept == SaveState::Clean) => None,
            (Action::ShowOther, _) if here.is_some_and(|buffer| buffer.kept != SaveState::Clean) => None,
            (Action::NextFinding, _) if at_hand.is_none_or(|buffer| buffer.findings().next().is_none()) => None,
            (Action::UndoText, _) if at_hand.is_none_or(|buffer| !buffer.editor.can_undo()) => None,
            (Action::Open, None) if !self.types() => here.map(|_| "type"),
            (Action::Next, None) => Some("other pane"),
            (Action::Drill, None) => Some("drill it"),
            (Action::TakeBack, None) if !self.types() => {
                at_hand.filter(|buffer| buffer.editor.can_undo()).map(|_| "undo")
            }
            _ => usual,
        }
    }
}

impl Screen for Workbench {
    fn contexts(&self, _: &Context) -> &'static [At] {
        self.keys()
    }

    fn over(&self) -> Option<&'static str> {
        self.dialog.as_ref().map(|dialog| match dialog {
            BenchDialog::PanePicker(_) => "PanePicker",
            BenchDialog::Versions(_) => "Versions",
        })
    }

    fn line(&mut self) -> Option<&mut Field> {
        match (&mut self.dialog, &mut self.form) {
            (Some(BenchDialog::PanePicker(search)), _) => Some(&mut search.field),
            (Some(BenchDialog::Versions(_)), _) => None,
            (None, Some(form)) => form.field(),
            (None, None) => self.find.as_mut(),
        }
    }

    fn line_changed(&mut self, _: &Context) -> Requests {
        if let Some(BenchDialog::PanePicker(search)) = &mut self.dialog {
            search.typed();
        } else if let Some(form) = &mut self.form {
            form.typed();
        } else {
            let looked_for = self.find.as_ref().map_or("", Field::text).to_owned();
            if let Some(buffer) = self.buffer_mut() {
                buffer.editor.find_here(&looked_for);
            }
        }
        Requests::new()
    }

    fn forms(&self, _: &Context) -> Vec<Filled> {
        let form = self.form.as_ref().zip(self.buffer());
        form.map(|(form, buffer)| form.filled(buffer)).into_iter().collect()
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        let requests = self.carry_out(action, cx);
        self.look_through(cx);
        requests
    }

    fn refresh(&mut self, cx: &Context) {
        // What else is in the home counts too: its questions, its settings, whether this is saved.
        self.buffers_mut().for_each(|buffer| buffer.looked_at = None);
        self.look_through(cx);
    }

    fn insert(&mut self, text: &str, cx: &Context) -> Requests {
        if let Some(buffer) = self.type_in() {
            buffer.insert(text, cx.now);
        }
        self.look_through(cx);
        Requests::new()
    }

    fn refusal(&self, action: Action, _: &Context) -> Option<&'static str> {
        if self.types() { None } else { self.why_not(action) }
    }

    fn label(&self, action: Action, usual: Option<&'static str>, _: &Context) -> Option<&'static str> {
        match (&self.dialog, action) {
            (Some(BenchDialog::PanePicker(search)), Action::Open) => search.selected().map(|_| "show it"),
            (Some(BenchDialog::PanePicker(search)), _) => search.word(action, usual),
            (Some(BenchDialog::Versions(listed)), Action::Open) if listed.other.is_some() => Some("show what differs"),
            (Some(BenchDialog::Versions(_)), Action::Open) => Some("show what changed since"),
            (Some(BenchDialog::Versions(_)), Action::Toggle) => Some("compare with this one"),
            (Some(BenchDialog::Versions(_)), _) => usual,
            (None, _) => self.word(action, usual),
        }
    }

    fn besides(&self, _: &Context) -> &'static [(Action, &'static str)] {
        let reads = !self.types();
        match self.buffer() {
            Some(_) if reads => &[
                (Action::Form, "change title, kind, category, questions and tags"),
                (Action::Versions, "show earlier versions"),
                (Action::CopyPart, "copy the part at the caret to the other pane"),
                (Action::Copy, "copy the text"),
                (Action::External, "open the file in your own editor"),
                (Action::LeaveOut, "put the answer into the trash"),
            ],
            _ => &[],
        }
    }

    fn agreed(&mut self, asked: &Confirmation, _: &Context) -> Requests {
        match asked {
            Confirmation::LeaveUnsaved => self.give_up(),
            _ => Requests::new(),
        }
    }

    fn receive(&mut self, outcome: &Outcome, cx: &Context) -> Requests {
        match outcome {
            Outcome::Versions(versions) => return self.versions_listed(versions, cx.workspace),
            Outcome::VersionTexts { id, sides } => self.show_versions(id, sides, cx),
            Outcome::NotDrafted { of, .. } => {
                let again = (cx.now.elapsed + RETRY).saturating_sub(DRAFT);
                if let Some(buffer) = self.buffers_mut().find(|buffer| buffer.draft() == *of) {
                    buffer.not_drafted(again);
                }
            }
            _ => {}
        }
        Requests::new()
    }

    fn drafts(&mut self, due: &dyn Fn(Duration) -> bool) -> Vec<Effect> {
        self.buffers_mut().filter_map(|buffer| buffer.draft_due(due)).collect()
    }

    fn undrafted(&self) -> Option<Duration> {
        self.buffers().filter_map(|buffer| buffer.undrafted).min()
    }
}
