//! Keys of the workbench: reading, and typing.

use super::buffer::{AnswerBuffer, Locked, SaveState};
use super::details_form::DetailsForm;
use super::{Mode, Pane, Workbench};
use crate::app::context::Context;
use crate::app::drill_request::DrillRequest;
use crate::app::effect::{Effect, TerminalEffect, edit_outside};
use crate::app::forms::Why;
use crate::app::request::{Request, Requests, copied};
use crate::app::route::Route;
use crate::app::widgets::field::Field;
use crate::app::widgets::list::move_cursor;
use crate::app::workspace::Workspace;
use crate::domain::clock::Moment;
use crate::keys::action::{Action, Caret};

/// What is said where an answer is needed and the pane that takes the keys has none.
const NO_ANSWER: &str = "There is no answer in this pane";

impl Workbench {
    /// An action while keys type.
    pub(super) fn typing(&mut self, action: Action, cx: &Context) -> Requests {
        let page = cx.viewport.rows.max(2) - 1;
        match action {
            Action::StopTyping => self.set_hand(Mode::Normal),
            Action::Next => self.turn_to(1 - self.focus),
            Action::Save => return self.save(),
            Action::ShowOther => return self.ask_for_other(cx),
            Action::NextFinding => return self.next_finding(cx),
            Action::FindText if self.type_in().is_some() => self.find = Some(Field::default()),
            Action::CopyText => return self.copy_or_leave(),
            Action::Go(_) | Action::Select(_) if self.buffer().is_none() => self.scroll_beside(action, cx),
            action => {
                // What is not in sight is not deleted.
                let blind = self.buffer().is_none() && deletes(action);
                if let Some(buffer) = self.type_in().filter(|_| !blind) {
                    edit(buffer, action, page, cx.now);
                }
            }
        }
        Requests::new()
    }

    /// Scrolls the pane beside what is typed, by the keys that move the caret there.
    fn scroll_beside(&mut self, action: Action, cx: &Context) {
        let movement = match action {
            Action::Go(Caret::Up) => Action::Up,
            Action::Go(Caret::Down) => Action::Down,
            Action::Go(Caret::PageUp) => Action::PageUp,
            Action::Go(Caret::PageDown) => Action::PageDown,
            Action::Go(Caret::Top) => Action::First,
            Action::Go(Caret::Bottom) => Action::Last,
            _ => return,
        };
        self.scroll(movement, cx);
    }

    /// Scrolls the pane that takes the keys; whether it scrolls.
    fn scroll(&mut self, movement: Action, cx: &Context) -> bool {
        let (rows, of) = (cx.viewport.rows, cx.viewport.of);
        let Some(scroll) = self.panes[self.focus].scroll_mut() else {
            return false;
        };
        *scroll = move_cursor(*scroll, of.saturating_sub(rows) + 1, rows, movement);
        true
    }

    fn copy_or_leave(&mut self) -> Requests {
        match self.buffer_mut().and_then(|buffer| buffer.editor.copy()) {
            Some(text) => vec![
                Effect::Terminal(TerminalEffect::Copy(text)).into(),
                Request::notify("Copied"),
            ],
            None => vec![Request::Act(Action::Leave)],
        }
    }

    pub(super) fn find_action(&mut self, action: Action) -> Requests {
        let looked_for = self.find.as_ref().map_or("", Field::text).to_owned();
        let Some(buffer) = self.buffer_mut() else {
            return Requests::new();
        };
        if action == Action::StopTyping {
            buffer.editor.stop_finding();
            self.find = None;
        } else if action == Action::Accept && !buffer.editor.find(&looked_for) {
            return vec![Request::notify("It is not in this text")];
        }
        Requests::new()
    }

    pub(super) fn form_action(&mut self, action: Action, now: Moment) -> Requests {
        let Some(mut form) = self.form.take() else {
            return Requests::new();
        };
        match action {
            Action::StopTyping => {
                let left = self.buffer().map(|buffer| form.filled(buffer));
                let leave = left.map(|left| Request::LeaveForm(left, Why::Left));
                return leave.into_iter().collect();
            }
            Action::Save => {}
            action => {
                if form.act(action) {
                    self.form = Some(form);
                    return Requests::new();
                }
            }
        }
        if let Some(Err(error)) = self.buffer_mut().map(|buffer| form.write(buffer, now)) {
            return vec![Request::warn(format!(
                "Nothing is changed: {error}; E opens the file in your own editor"
            ))];
        }
        self.save()
    }

    /// An action while keys are commands.
    pub(super) fn reading(&mut self, action: Action, cx: &Context) -> Requests {
        match action {
            Action::Back => return self.back(),
            Action::Open | Action::Edit => return self.begin_typing(),
            Action::Next | Action::Previous | Action::More | Action::Less => self.turn_to(1 - self.focus),
            Action::TakeBack | Action::RedoText => {
                if let Some(buffer) = self.buffer_mut() {
                    let undone = action == Action::TakeBack;
                    edit(buffer, if undone { Action::UndoText } else { action }, 1, cx.now);
                }
            }
            Action::ShowOther => return self.ask_for_other(cx),
            Action::NextFinding => return self.next_finding(cx),
            Action::Save => return self.save(),
            Action::CopyPart => return self.copy_part(cx.now),
            Action::Versions => return self.ask_versions(),
            Action::Form => return self.open_details(None, cx),
            Action::External => return self.open_externally(),
            Action::LeaveOut => return self.ask_about_trash(),
            Action::Drill => return self.drill(),
            Action::Copy => return self.copy_pane(cx.workspace),
            action => {
                if !self.scroll(action, cx)
                    && let Some(buffer) = self.buffer_mut()
                {
                    edit(buffer, reading(action), cx.viewport.rows.max(2) - 1, cx.now);
                }
            }
        }
        Requests::new()
    }

    fn begin_typing(&mut self) -> Requests {
        let why = match self.buffer().map(|buffer| buffer.locked) {
            Some(None) => {
                self.set_hand(Mode::Insert);
                return Requests::new();
            }
            Some(Some(Locked::Long)) => "Over 1,500 lines: E opens it in your own editor",
            Some(Some(Locked::Hidden)) => "It has hidden characters: E opens it in your own editor",
            None => "This pane is only to read; tab goes to the other",
        };
        vec![Request::notify(why)]
    }

    /// Opens the form over the front matter, with what was typed into it before.
    pub(in crate::app) fn open_details(&mut self, text: Option<&str>, cx: &Context) -> Requests {
        let Some(buffer) = self.buffer() else {
            return vec![Request::notify(NO_ANSWER)];
        };
        let mut form = DetailsForm::of(buffer, &cx.workspace.library);
        let of = form.filled(buffer).of;
        if let Some(text) = text.or(cx.forms.left(&of)) {
            form.fill(text);
        }
        self.form = Some(form);
        vec![Request::ForgetForm(of)]
    }

    fn open_externally(&self) -> Requests {
        match self.buffer().map(|buffer| (buffer, &buffer.kept, &buffer.path)) {
            Some((buffer, SaveState::Clean, Some(path))) => {
                edit_outside(&buffer.id, path, &buffer.base).map(Request::from).into()
            }
            Some(_) => vec![Request::notify("Save this with ctrl-s first")],
            None => vec![Request::notify(NO_ANSWER)],
        }
    }

    fn drill(&self) -> Requests {
        match &self.question {
            Some(question) => vec![Route::Drill(DrillRequest::one(question.clone())).into()],
            None => vec![Request::notify(
                "This answer is linked to no question yet; ?link links it",
            )],
        }
    }

    fn copy_pane(&self, workspace: &Workspace) -> Requests {
        let text = match &self.panes[self.focus] {
            Pane::Answer(buffer) => Some(buffer.editor.text()),
            Pane::Sample { id, .. } => workspace.library.sample(id).map(|sample| sample.body().to_owned()),
            Pane::Question { id, .. } => workspace.library.question(id).map(|question| question.ask.clone()),
            Pane::Hint { body, .. } => Some(body.clone()),
            Pane::Version { .. } | Pane::Attempt { .. } => None,
        };
        text.map_or_else(Requests::new, copied)
    }

    /// Why an action makes no sense while keys are commands; none when it does.
    pub(super) fn why_not(&self, action: Action) -> Option<&'static str> {
        let buffer = self.buffer();
        let nothing_to_save = |buffer: &AnswerBuffer| buffer.kept == SaveState::Clean && buffer.path.is_some();
        match action {
            Action::Save | Action::CopyPart | Action::Open | Action::Edit | Action::TakeBack if buffer.is_none() => {
                Some("there is no answer in this pane; tab goes to the other")
            }
            Action::Save if buffer.is_some_and(nothing_to_save) => Some("it is saved"),
            Action::CopyPart if self.buffers().count() < 2 => {
                Some("there is no answer to edit in the other pane; ctrl-o shows another")
            }
            Action::Drill if self.unsaved() => Some("save this with ctrl-s first"),
            Action::Drill if self.question.is_none() => Some("this answer is linked to no question"),
            _ => None,
        }
    }
}

/// A movement while reading moves the caret, so that the text scrolls.
fn reading(action: Action) -> Action {
    match action {
        Action::Down => Action::Go(Caret::Down),
        Action::Up => Action::Go(Caret::Up),
        Action::First => Action::Go(Caret::Top),
        Action::Last => Action::Go(Caret::Bottom),
        Action::PageDown => Action::Go(Caret::PageDown),
        Action::PageUp => Action::Go(Caret::PageUp),
        other => other,
    }
}

/// Whether an action takes text away.
fn deletes(action: Action) -> bool {
    matches!(action, Action::Delete(_) | Action::CutText)
}

fn edit(buffer: &mut AnswerBuffer, action: Action, page: usize, now: Moment) {
    let editor = &mut buffer.editor;
    match action {
        Action::Go(to) => return editor.go(to, false, page),
        Action::Select(to) => return editor.go(to, true, page),
        Action::NewLine => return buffer.insert("\n", now),
        Action::PasteText => {
            let text = editor.copied().to_owned();
            return buffer.insert(&text, now);
        }
        Action::Delete(to) => editor.delete(to),
        Action::UndoText => drop(editor.undo()),
        Action::RedoText => drop(editor.redo()),
        Action::CutText => drop(editor.cut()),
        _ => return,
    }
    buffer.mark_dirty(now);
}
