//! Keys of the workbench: reading, and typing.

use super::buffer::{Kept, Locked, Sheet};
use super::details_form::Form;
use super::{Hand, Pane};
use crate::app::effect::{Effect, TerminalEffect, edit_outside};
use crate::app::forms::Why;
use crate::app::overlays::{Asked, Overlay};
use crate::app::state::App;
use crate::app::widgets::field::Field;
use crate::app::widgets::list::moved;
use crate::app::writes::Then;
use crate::domain::clock::Moment;
use crate::keys::action::{Action, Caret};

impl App {
    /// Text typed or pasted into the sheet in front; false where none is typed in.
    pub(in crate::app) fn bench_typed(&mut self, text: &str, now: Moment) -> bool {
        let bench = self
            .workbench_mut()
            .filter(|bench| bench.hand == Hand::Typing && bench.form.is_none());
        let Some(sheet) = bench.and_then(|bench| bench.type_in()) else {
            return false;
        };
        sheet.insert(text, now);
        true
    }

    /// An action while keys type.
    pub(in crate::app) fn bench_typing(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let page = self.viewport.rows.max(2) - 1;
        let Some(bench) = self.workbench_mut() else {
            return Vec::new();
        };
        if bench.form.is_some() {
            return self.form_action(action, now);
        }
        if bench.find.is_some() {
            return self.find_action(action);
        }
        match action {
            Action::StopTyping => bench.set_hand(Hand::Reading),
            Action::NextField | Action::OtherPane => bench.turn_to(1 - bench.focus),
            Action::Save => return self.save_sheet(),
            Action::ShowOther => self.ask_for_other(),
            Action::FindText if bench.type_in().is_some() => bench.find = Some(Field::default()),
            Action::CopyText => return self.copy_or_leave(now),
            Action::Go(_) | Action::Select(_) if bench.sheet().is_none() => self.scroll_beside(action),
            action => {
                // What is not in sight is not deleted.
                let blind = bench.sheet().is_none() && deletes(action);
                if let Some(sheet) = bench.type_in().filter(|_| !blind) {
                    edit(sheet, action, page, now);
                }
            }
        }
        Vec::new()
    }

    /// Scrolls the pane beside what is typed, by the keys that move the caret there.
    fn scroll_beside(&mut self, action: Action) {
        let (rows, of) = (self.viewport.rows, self.viewport.of);
        let Some(bench) = self.workbench_mut() else {
            return;
        };
        let movement = match action {
            Action::Go(Caret::Up) => Action::Up,
            Action::Go(Caret::Down) => Action::Down,
            Action::Go(Caret::PageUp) => Action::PageUp,
            Action::Go(Caret::PageDown) => Action::PageDown,
            Action::Go(Caret::Top) => Action::First,
            Action::Go(Caret::Bottom) => Action::Last,
            _ => return,
        };
        if let Some(scroll) = bench.panes[bench.focus].scroll_mut() {
            *scroll = moved(*scroll, of.saturating_sub(rows) + 1, rows, movement);
        }
    }

    fn copy_or_leave(&mut self, now: Moment) -> Vec<Effect> {
        let copied = self
            .workbench_mut()
            .and_then(|bench| bench.sheet_mut())
            .and_then(|sheet| sheet.editor.copy());
        match copied {
            Some(text) => {
                self.say("Copied");
                vec![Effect::Terminal(TerminalEffect::Copy(text))]
            }
            None => self.leave(now),
        }
    }

    fn find_action(&mut self, action: Action) -> Vec<Effect> {
        let Some(bench) = self.workbench_mut() else {
            return Vec::new();
        };
        let looked_for = bench.find.as_ref().map_or("", Field::text).to_owned();
        let Some(sheet) = bench.sheet_mut() else {
            return Vec::new();
        };
        if action == Action::StopTyping {
            sheet.editor.stop_finding();
            bench.find = None;
        } else if action == Action::Accept && !sheet.editor.find(&looked_for) {
            self.say("It is not in this text");
        }
        Vec::new()
    }

    fn form_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let Some(bench) = self.workbench_mut() else {
            return Vec::new();
        };
        let Some(mut form) = bench.form.take() else {
            return Vec::new();
        };
        match action {
            Action::StopTyping => {
                if let Some(sheet) = bench.sheet() {
                    let left = form.filled(sheet);
                    self.forms.leave(left, Why::Left);
                }
                return Vec::new();
            }
            Action::Save => {}
            action => {
                if form.act(action) {
                    bench.form = Some(form);
                    return Vec::new();
                }
            }
        }
        let written = bench.sheet_mut().map(|sheet| form.write(sheet, now));
        if let Some(Err(error)) = written {
            self.warn(format!(
                "Nothing is changed: {error}; E opens the file in your own editor"
            ));
            return Vec::new();
        }
        self.save_sheet()
    }

    /// An action while keys are commands.
    pub(in crate::app) fn bench_reading(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let (rows, of) = (self.viewport.rows, self.viewport.of);
        let Some(bench) = self.workbench_mut() else {
            return Vec::new();
        };
        match action {
            Action::Back => return self.back_from_bench(),
            Action::Type => self.begin_typing(),
            Action::OtherPane => bench.turn_to(1 - bench.focus),
            Action::UndoText | Action::RedoText => {
                if let Some(sheet) = bench.sheet_mut() {
                    edit(sheet, action, 1, now);
                    sheet.look_through();
                }
            }
            Action::ShowOther => self.ask_for_other(),
            Action::Save => return self.save_sheet(),
            Action::CopyPart => return self.copy_part(now),
            Action::Versions => return self.ask_versions(),
            Action::Form => self.open_details(None),
            Action::External => return self.open_externally(),
            Action::Trash => self.ask_about_trash(),
            Action::DrillThis => return self.drill_bench(now),
            Action::Copy => return self.copy_pane(),
            action => {
                let focus = bench.focus;
                match bench.panes[focus].scroll_mut() {
                    Some(scroll) => *scroll = moved(*scroll, of.saturating_sub(rows) + 1, rows, action),
                    None => {
                        if let Some(sheet) = bench.sheet_mut() {
                            edit(sheet, reading(action), rows.max(2) - 1, now);
                        }
                    }
                }
            }
        }
        Vec::new()
    }

    fn begin_typing(&mut self) {
        let locked = self.workbench().map(|bench| bench.sheet().map(|sheet| sheet.locked));
        match locked {
            Some(Some(None)) => {
                if let Some(bench) = self.workbench_mut() {
                    bench.set_hand(Hand::Typing);
                }
            }
            Some(Some(Some(Locked::Long))) => self.say("Over 1,500 lines: E opens it in your own editor"),
            Some(Some(Some(Locked::Hidden))) => self.say("It has hidden characters: E opens it in your own editor"),
            Some(None) => self.say("This pane is only to read; tab goes to the other"),
            None => {}
        }
    }

    /// Opens the form over the front matter, with what was typed into it before.
    pub(in crate::app) fn open_details(&mut self, text: Option<&str>) {
        let Some(sheet) = self.workbench().and_then(|bench| bench.sheet()) else {
            return self.say("There is no answer in this pane");
        };
        let mut form = Form::of(sheet, &self.workspace.library);
        let of = form.filled(sheet).of;
        let left = self.forms.take(&of);
        if let Some(text) = text.or(left.as_deref()) {
            form.fill(text);
        }
        if let Some(bench) = self.workbench_mut() {
            bench.form = Some(form);
        }
    }

    fn open_externally(&mut self) -> Vec<Effect> {
        let sheet = self.workbench().and_then(|bench| bench.sheet());
        match sheet.map(|sheet| (sheet, &sheet.kept, &sheet.path)) {
            Some((sheet, Kept::Saved, Some(path))) => edit_outside(&sheet.id, path, &sheet.base).into(),
            Some(_) => {
                self.say("Save this with ctrl-s first");
                Vec::new()
            }
            None => {
                self.say("There is no answer in this pane");
                Vec::new()
            }
        }
    }

    fn drill_bench(&mut self, now: Moment) -> Vec<Effect> {
        let question = self.workbench().and_then(|bench| bench.question.clone());
        let Some(question) = question else {
            self.say("This answer is linked to no question yet; m links it");
            return Vec::new();
        };
        let order = crate::app::planning::Order {
            name: "one".to_owned(),
            questions: vec![question],
            ..crate::app::planning::Order::default()
        };
        self.begin(&order, now)
    }

    fn copy_pane(&mut self) -> Vec<Effect> {
        let text = self.workbench().and_then(|bench| match &bench.panes[bench.focus] {
            Pane::Answer(sheet) => Some(sheet.editor.text()),
            Pane::Sample { id, .. } => self.sample(id).map(|sample| sample.body().to_owned()),
            Pane::Question { id, .. } => self
                .workspace
                .library
                .question(id.as_str())
                .map(|question| question.ask.clone()),
            Pane::Hint { body, .. } => Some(body.clone()),
            Pane::Version { .. } | Pane::Attempt { .. } => None,
        });
        let effects: Vec<Effect> = text
            .map(|it| Effect::Terminal(TerminalEffect::Copy(it)))
            .into_iter()
            .collect();
        if !effects.is_empty() {
            self.say("Copied, where the terminal allows it");
        }
        effects
    }

    /// Esc: with something not saved it asks; what is on its way to the disk is waited for.
    pub(in crate::app) fn back_from_bench(&mut self) -> Vec<Effect> {
        let Some(bench) = self.workbench_mut() else {
            return Vec::new();
        };
        if bench.sheets().any(|sheet| sheet.kept == Kept::Saving) {
            self.writes.then(Then::Back);
            return Vec::new();
        }
        if bench.unsaved() {
            self.overlay = Some(Overlay::Asked(Asked::LeaveUnsaved));
            return Vec::new();
        }
        if bench.put_comparison_away() {
            return Vec::new();
        }
        self.pop_screen()
    }

    /// Why an action makes no sense in the workbench now; none when it does.
    pub(in crate::app) fn why_not_on_bench(&self, action: Action) -> Option<&'static str> {
        let bench = self.workbench().filter(|_| !self.typing())?;
        let sheet = bench.sheet();
        let nothing_to_save = |sheet: &Sheet| sheet.kept == Kept::Saved && sheet.path.is_some();
        match action {
            Action::Save | Action::Form | Action::CopyPart | Action::Versions | Action::Type | Action::UndoText
                if sheet.is_none() =>
            {
                Some("there is no answer in this pane; tab goes to the other")
            }
            Action::Save if sheet.is_some_and(nothing_to_save) => Some("it is saved"),
            Action::CopyPart if bench.sheets().count() < 2 => {
                Some("there is no answer to edit in the other pane; o shows another")
            }
            Action::DrillThis if bench.unsaved() => Some("save this with ctrl-s first"),
            Action::DrillThis if bench.question.is_none() => Some("this answer is linked to no question"),
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

fn edit(sheet: &mut Sheet, action: Action, page: usize, now: Moment) {
    let editor = &mut sheet.editor;
    match action {
        Action::Go(to) => return editor.go(to, false, page),
        Action::Select(to) => return editor.go(to, true, page),
        Action::SelectAll => return editor.select_all(),
        Action::NewLine => return sheet.insert("\n", now),
        Action::PasteText => {
            let text = editor.copied().to_owned();
            return sheet.insert(&text, now);
        }
        Action::Delete(to) => editor.delete(to),
        Action::UndoText => drop(editor.undo()),
        Action::RedoText => drop(editor.redo()),
        Action::CutText => drop(editor.cut()),
        _ => return,
    }
    sheet.touched(now);
}
