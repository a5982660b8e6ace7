//! What lies over a screen of interviews: a form, what can have happened, the answers that may be prepared.

use super::event_menu::{Follows, InterviewEvent, Log, sent};
use super::form::InterviewForm;
use crate::app::context::Context;
use crate::app::deed::Deed;
use crate::app::forms::{Filled, Why};
use crate::app::hit::SearchHit;
use crate::app::interview_entry::EntryOf;
use crate::app::request::{Request, Requests};
use crate::app::route::Route;
use crate::app::widgets::field::Field;
use crate::app::widgets::filter_list::Search;
use crate::app::widgets::list::move_cursor;
use crate::app::workspace::Workspace;
use crate::domain::id::AnswerId;
use crate::domain::interview::edit::Change;
use crate::domain::interview::sections::{Line, Section, Tie};
use crate::domain::subject::Subject;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::over_screen;

/// The answers that may be prepared for a round, and whether they were told there.
#[derive(Debug)]
pub struct Prepare {
    path: String,
    /// The answers, narrowed by typing.
    pub search: Search<(AnswerId, bool)>,
}

impl Prepare {
    /// The answer of a row.
    pub fn subject<'a>((id, _): &(AnswerId, bool), workspace: &'a Workspace) -> Option<Subject<'a>> {
        SearchHit::Answer(id.clone()).subject(workspace)
    }
}

/// Something over a screen of interviews.
#[derive(Debug)]
pub enum Dialog {
    /// A small form.
    Form(InterviewForm),
    /// What happened, to choose from.
    Happened(Log),
    /// The answers that may be prepared.
    Prepare(Prepare),
}

impl Dialog {
    /// Asks for one thing about an interview; what was typed there and left is there again.
    pub(super) fn ask(of: EntryOf, path: Option<&str>, cx: &Context) -> (Dialog, Requests) {
        let fresh = InterviewForm::fresh(of, path, cx);
        let draft = fresh.filled(cx).of;
        match cx.forms.left(&draft) {
            Some(left) => (
                Dialog::filled_with(fresh.of, path, left, cx),
                vec![Request::ForgetForm(draft)],
            ),
            None => (Dialog::form(fresh, cx), Requests::new()),
        }
    }

    /// Asks for it with what was typed into the form before.
    pub(super) fn filled_with(of: EntryOf, path: Option<&str>, text: &str, cx: &Context) -> Dialog {
        Dialog::form(InterviewForm::filled_with(of, path, text, cx), cx)
    }

    fn form(mut slip: InterviewForm, cx: &Context) -> Dialog {
        slip.note_it(cx);
        Dialog::Form(slip)
    }

    /// Asks what happened with an interview.
    pub(super) fn ask_what_happened(path: &str, cx: &Context) -> Dialog {
        Dialog::Happened(Log::of(path, cx))
    }

    /// The interview a form for a new one adds a round to, by its file.
    pub(super) fn joins(&self, cx: &Context) -> Option<String> {
        match self {
            Dialog::Form(slip) => cx.workspace.joined(&slip.entry()).map(|one| one.path.clone()),
            Dialog::Happened(_) | Dialog::Prepare(_) => None,
        }
    }

    /// Lists the answers that may be prepared for an interview, those not told there first; none where there is none.
    pub(super) fn prepare(path: &str, cx: &Context) -> Option<Dialog> {
        let one = cx.workspace.interview(path)?;
        let there: Vec<&AnswerId> = one.section(Section::Prepared).filter_map(Line::answer).collect();
        let told = cx.workspace.told_there(one);
        let answers = cx.workspace.library.answers().iter();
        let mut answers: Vec<_> = answers.filter(|answer| !there.contains(&&answer.id)).collect();
        answers.sort_by_key(|answer| told.contains(&answer.id));
        let lines = answers.iter().map(|answer| answer.title.clone()).collect();
        let rows = answers
            .iter()
            .map(|answer| (answer.id.clone(), told.contains(&answer.id)));
        (!answers.is_empty()).then(|| {
            Dialog::Prepare(Prepare {
                path: path.to_owned(),
                search: Search::new(rows.collect(), lines),
            })
        })
    }

    pub(super) fn contexts(&self) -> &'static [At] {
        match self {
            Dialog::Form(_) => At::FORM,
            Dialog::Happened(_) => over_screen![],
            Dialog::Prepare(_) => At::FILTER,
        }
    }

    pub(super) fn over(&self) -> &'static str {
        match self {
            Dialog::Form(_) => "Form",
            Dialog::Happened(_) => "Happened",
            Dialog::Prepare(_) => "Prepare",
        }
    }

    pub(super) fn line(&mut self) -> Option<&mut Field> {
        match self {
            Dialog::Form(slip) => slip.field(),
            Dialog::Happened(_) => None,
            Dialog::Prepare(prepare) => Some(&mut prepare.search.field),
        }
    }

    pub(super) fn line_changed(&mut self, cx: &Context) {
        match self {
            Dialog::Form(slip) => {
                slip.wrong = None;
                slip.note_it(cx);
            }
            Dialog::Happened(_) => {}
            Dialog::Prepare(prepare) => prepare.search.typed(),
        }
    }

    pub(super) fn filled(&self, cx: &Context) -> Option<Filled> {
        match self {
            Dialog::Form(slip) => Some(slip.filled(cx)),
            Dialog::Happened(_) | Dialog::Prepare(_) => None,
        }
    }

    pub(super) fn label(&self, action: Action, usual: Option<&'static str>) -> Option<&'static str> {
        match (self, action) {
            (Dialog::Form(_), Action::Save) => None,
            (Dialog::Form(_), Action::Accept) => Some("save"),
            (Dialog::Form(_), Action::StopTyping) => Some("leave it"),
            (Dialog::Happened(log), Action::Open) => Some(match log.selected() {
                Some(InterviewEvent::Over) => "write it down",
                _ => "this happened",
            }),
            (Dialog::Prepare(prepare), Action::Open) => prepare.search.selected().map(|_| "prepared"),
            (Dialog::Prepare(prepare), action) => prepare.search.word(action, usual),
            _ => usual,
        }
    }

    /// An action while it is open: what is open then, and what is asked for.
    pub(super) fn act(self, action: Action, cx: &Context) -> (Option<Dialog>, Requests) {
        match (self, action) {
            (Dialog::Form(slip), action) => slip_action(slip, action, cx),
            (_, Action::Back | Action::Decline | Action::StopTyping) => (None, Requests::new()),
            (Dialog::Happened(log), Action::Open) => match log.selected() {
                Some(what) => happened(&log.path, what, cx),
                None => (None, Requests::new()),
            },
            (Dialog::Happened(mut log), action) => {
                log.row = move_cursor(log.row, log.list.len(), cx.viewport.rows, action);
                (Some(Dialog::Happened(log)), Requests::new())
            }
            (Dialog::Prepare(prepare), Action::Open) => (None, prepare.take(cx)),
            (Dialog::Prepare(mut prepare), action) => {
                prepare.search.act(action);
                (Some(Dialog::Prepare(prepare)), Requests::new())
            }
        }
    }
}

fn slip_action(mut slip: InterviewForm, action: Action, cx: &Context) -> (Option<Dialog>, Requests) {
    match action {
        Action::StopTyping | Action::Back => {
            return (None, vec![Request::LeaveForm(slip.filled(cx), Why::Left)]);
        }
        Action::Accept | Action::Save => {
            let (entry, filled) = (slip.entry(), slip.filled(cx));
            match cx.workspace.entered(&entry) {
                Ok(_) => return (None, vec![Request::Write(Deed::Entered { entry, filled })]),
                Err(wrong) => slip.point_at(wrong, cx.workspace.today),
            }
        }
        action => slip.act(action),
    }
    (Some(Dialog::form(slip, cx)), Requests::new())
}

fn happened(path: &str, what: InterviewEvent, cx: &Context) -> (Option<Dialog>, Requests) {
    match what.follows() {
        Follows::Debrief => (None, vec![Route::Debrief(path.to_owned()).into()]),
        Follows::Sent(what) => (None, vec![sent(path, what, cx)]),
        Follows::Form(of) => {
            let (dialog, requests) = Dialog::ask(of, Some(path), cx);
            (Some(dialog), requests)
        }
    }
}

impl Prepare {
    /// The chosen answer is noted as prepared.
    fn take(&self, cx: &Context) -> Requests {
        let chosen = self.search.selected();
        let Some(answer) = chosen.and_then(|(id, _)| cx.workspace.library.answer(id)) else {
            return Requests::new();
        };
        let questions = answer.questions.iter().cloned().map(Tie::Question);
        let ties = std::iter::once(Tie::Answer(answer.id.clone())).chain(questions);
        let line = Line::new(Section::Prepared, &answer.title, ties.collect());
        vec![Request::Write(Deed::Interview {
            path: self.path.clone(),
            changes: vec![Change::AddLine(line)],
            said: format!("Prepared: {}", answer.title),
        })]
    }
}
