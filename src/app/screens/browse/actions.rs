//! What can be done with a row of the Library.

use super::list::Item;
use super::moving::beside;
use super::{Browse, Column, Kind};
use crate::app::confirmation::Confirmation;
use crate::app::context::Context;
use crate::app::drill_request::DrillRequest;
use crate::app::effect::edit_outside;
use crate::app::request::{Request, Requests, copied};
use crate::app::route::{Intent, Route};
use crate::app::workspace::Workspace;
use crate::domain::id::QuestionId;
use crate::domain::subject::Subject;
use crate::keys::action::Action;

impl Browse {
    /// The question a row is about: its own, or the first that an answer names.
    fn question(&self, workspace: &Workspace) -> Option<QuestionId> {
        match self.shown(workspace)? {
            Subject::Question(question) => Some(question.id.clone()),
            Subject::Answer(answer) => {
                let there = |id: &&QuestionId| workspace.library.question(id).is_some();
                answer.questions.iter().find(there).cloned()
            }
            Subject::Note(_) => None,
        }
    }

    /// Enter: from the words and the categories into the list, from the list to the workbench; a question without an
    /// answer and a note are read.
    pub(super) fn open_row(&mut self, cx: &Context) -> Requests {
        if matches!(self.column, Column::Filters | Column::Shelves) {
            self.column = Column::List;
            return Requests::new();
        }
        if self.adds() {
            return self.ask_for_prompt(cx);
        }
        match self.shown(cx.workspace) {
            Some(shown) if answered(&shown, cx.workspace) => workbench(&shown, Intent::Read),
            Some(_) => {
                self.column = Column::Preview;
                Requests::new()
            }
            None => Requests::new(),
        }
    }

    /// Whether the selected row adds a question.
    fn adds(&self) -> bool {
        self.item() == Some(Item::Another)
    }

    pub(super) fn drill_row(&self, workspace: &Workspace) -> Requests {
        let question = self.question(workspace);
        question
            .map(|id| Route::Drill(DrillRequest::one(id)).into())
            .into_iter()
            .collect()
    }

    pub(super) fn edit_row(&self, workspace: &Workspace) -> Requests {
        match self.shown(workspace) {
            Some(Subject::Note(_)) | None => self.open_row_externally(workspace),
            Some(shown) => workbench(&shown, Intent::Write),
        }
    }

    /// Opens the file of the row in the person's editor: of a question, that of the answer to it.
    pub(super) fn open_row_externally(&self, workspace: &Workspace) -> Requests {
        let answer = match self.shown(workspace) {
            Some(Subject::Note(note)) => return vec![Request::edit_file(&note.path, 1)],
            Some(Subject::Answer(answer)) => Some(answer),
            Some(Subject::Question(question)) => workspace.library.answer_for(&question.id, &workspace.history),
            None => return Requests::new(),
        };
        match answer {
            Some(answer) => edit_outside(&answer.id, &answer.path, &answer.text)
                .map(Request::from)
                .into(),
            None => vec![Request::notify("There is no answer yet; e writes one")],
        }
    }

    pub(super) fn answer_row(&self, workspace: &Workspace) -> Requests {
        let question = self.question(workspace).filter(|_| self.column != Column::Shelves);
        vec![Route::NewAnswer(question).into()]
    }

    pub(super) fn copy_row(&self, workspace: &Workspace) -> Requests {
        let text = match self.shown(workspace) {
            Some(Subject::Question(question)) => question.ask.clone(),
            Some(Subject::Answer(answer)) => answer.body().to_owned(),
            Some(Subject::Note(note)) => note.text.to_string(),
            None => return Requests::new(),
        };
        copied(text)
    }

    /// Hides a question; asks whether an answer or a note goes into the trash.
    pub(super) fn put_away(&mut self, workspace: &Workspace) -> Requests {
        let (path, title) = match self.shown(workspace) {
            Some(Subject::Question(question)) => {
                let said = Request::notify("Hidden: it is not asked any more. u brings it back");
                return vec![self.hide(&question.id, true, workspace), said];
            }
            Some(Subject::Answer(answer)) => (answer.path.clone(), answer.title.clone()),
            Some(Subject::Note(note)) => (note.path.clone(), note.title.clone()),
            None => return Requests::new(),
        };
        vec![Request::Ask(Confirmation::Trash { path, title })]
    }

    /// Brings the selected question back, if it is hidden; else what was put away last, in an earlier run even.
    pub(super) fn bring_back(&mut self, workspace: &Workspace) -> Requests {
        match self.hidden_here(workspace).cloned() {
            Some(id) => vec![self.hide(&id, false, workspace), Request::notify("It is asked again")],
            None => vec![Request::BringBack],
        }
    }

    fn hidden_here<'a>(&self, workspace: &'a Workspace) -> Option<&'a QuestionId> {
        match self.shown(workspace) {
            Some(Subject::Question(question)) if workspace.settings.hides(&question.id) => Some(&question.id),
            _ => None,
        }
    }

    /// The list follows at once, without working everything out anew.
    fn hide(&mut self, id: &QuestionId, hidden: bool, workspace: &Workspace) -> Request {
        let place = workspace.library.question_place(id);
        self.listing.hide(place.unwrap_or(usize::MAX), hidden, workspace);
        self.find_again(workspace);
        Request::Hide(id.clone(), hidden)
    }

    /// Why an action makes no sense now; none when it does.
    pub(super) fn why_not(&self, action: Action, workspace: &Workspace) -> Option<&'static str> {
        let shown = self.shown(workspace);
        let of_a_row = matches!(
            action,
            Action::Drill
                | Action::Edit
                | Action::External
                | Action::LeaveOut
                | Action::Retitle
                | Action::Link
                | Action::Copy
        );
        let opens = action == Action::Open && self.column == Column::List;
        if (of_a_row || opens && !self.adds()) && shown.is_none() {
            return Some("there is nothing in this list");
        }
        if of_a_row && self.column == Column::Shelves {
            return Some("→ goes to the list, then choose a row");
        }
        match action {
            Action::Open
                if self.column == Column::Preview && !shown.is_some_and(|shown| answered(&shown, workspace)) =>
            {
                Some("it is open already")
            }
            Action::Drill if self.question(workspace).is_none() => Some("no question goes with this one"),
            Action::Retitle if !matches!(shown, Some(Subject::Answer(_))) => Some("only an answer has a title"),
            Action::Link if matches!(shown, Some(Subject::Note(_))) => {
                Some("only a question or an answer can be linked")
            }
            Action::LeaveOut if self.hidden_here(workspace).is_some() => Some("it is hidden already; u brings it back"),
            _ => None,
        }
    }

    /// The footer's word for an action; no word takes it from the footer.
    pub(super) fn word(&self, action: Action, usual: Option<&'static str>, cx: &Context) -> Option<&'static str> {
        let shown = self.shown(cx.workspace);
        match (action, self.column) {
            (Action::Open, Column::Filters | Column::Shelves) => return Some("list"),
            (Action::More, Column::Filters) => return Some("other rows"),
            (Action::More, Column::List) if !beside(cx) && self.kind() == Kind::Questions => return Some("category"),
            (Action::Next, Column::List | Column::Shelves) => {
                return Some(match self.kind() {
                    Kind::Questions => "answers",
                    Kind::Answers => "notes",
                    Kind::Notes => "questions",
                });
            }
            (Action::Next | Action::Filter, Column::Filters | Column::Preview) | (Action::More, _) => return None,
            (Action::Filter, _) if self.filters().len() < 2 => return None,
            (Action::Filter, _) => return Some("filter"),
            (_, Column::Filters) if !matches!(action, Action::Back | Action::Help) => return None,
            _ => {}
        }
        match (action, shown) {
            (Action::Open, None) => Some("add one"),
            (Action::Open, Some(shown)) if !answered(&shown, cx.workspace) => Some("read"),
            (Action::Open, Some(Subject::Question(_))) => Some("its answer"),
            (Action::Open, Some(_)) => Some("open"),
            (Action::Drill, Some(_)) => Some("drill it"),
            (Action::LeaveOut, Some(Subject::Question(_))) => Some("hide it"),
            (Action::LeaveOut, Some(_)) => Some("trash it"),
            (Action::New, Some(Subject::Question(_))) => Some("answer it"),
            (Action::New, _) => Some("new answer"),
            (Action::Edit, Some(shown @ Subject::Question(_))) => {
                answered(&shown, cx.workspace).then_some("edit the answer")
            }
            (Action::Edit, Some(_)) => Some("edit it"),
            // What is in the trash from earlier runs is brought back too; the footer promises what it knows.
            (Action::TakeBack, _) => {
                let known = !cx.workspace.put_aside.is_empty() || self.hidden_here(cx.workspace).is_some();
                known.then_some("bring back")
            }
            _ => usual,
        }
    }
}

/// Whether there is an answer to open.
fn answered(shown: &Subject, workspace: &Workspace) -> bool {
    match shown {
        Subject::Question(question) => workspace.library.answers_to(&question.id).next().is_some(),
        Subject::Answer(_) => true,
        Subject::Note(_) => false,
    }
}

/// Opens an answer, or those to a question.
fn workbench(shown: &Subject, intent: Intent) -> Requests {
    match shown {
        Subject::Question(question) => vec![Route::AnswersTo(question.id.clone(), intent).into()],
        Subject::Answer(answer) => vec![Route::EditAnswer(answer.id.clone(), intent).into()],
        Subject::Note(_) => Requests::new(),
    }
}
