//! What the Library asks for in a small pane: a prompt and its category, a title.

use super::Browse;
use super::over::{BrowseDialog, BrowseForm};
use crate::app::context::Context;
use crate::app::deed::Deed;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::forms::{Filled, Why, as_text, value};
use crate::app::hit::SearchHit;
use crate::app::request::{Request, Requests};
use crate::app::widgets::field::Field;
use crate::app::widgets::list::move_cursor;
use crate::app::workspace::Workspace;
use crate::domain::category::Category;
use crate::domain::subject::Subject;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::over_screen;

/// The categories a question of one's own can have.
pub fn categories() -> impl Iterator<Item = Category> {
    Category::ALL.into_iter().chain([Category::Unsorted])
}

impl BrowseForm {
    /// The form as it was left in an earlier run.
    pub(in crate::app) fn left(name: &str, about: &str, text: &str) -> BrowseForm {
        match name {
            "title" => BrowseForm::Title {
                path: about.to_owned(),
                field: Field::new(value(text, name).unwrap_or_default()),
            },
            _ => BrowseForm::Prompt(Field::new(value(text, "ask").unwrap_or_default())),
        }
    }

    /// The form with what is typed, as text; `title` is what the answer of a path is called.
    pub(in crate::app) fn filled<'a>(&self, title: impl Fn(&str) -> Option<&'a str>) -> Filled {
        let ask = |text: &str| Filled::new("question", "", as_text([("ask", "")]), as_text([("ask", text)]));
        match self {
            BrowseForm::Prompt(field) => ask(field.text()),
            BrowseForm::Category { ask: text, .. } => ask(text),
            BrowseForm::Title { path, field } => {
                let row = |text: &str| as_text([("title", text)]);
                let base = row(title(path).unwrap_or_default());
                Filled::new("title", path, base, row(field.text()))
            }
        }
    }

    /// The line being typed.
    pub(super) fn field(&mut self) -> Option<&mut Field> {
        match self {
            BrowseForm::Prompt(field) | BrowseForm::Title { field, .. } => Some(field),
            BrowseForm::Category { .. } => None,
        }
    }

    pub(super) fn contexts(&self) -> &'static [At] {
        match self {
            BrowseForm::Prompt(_) | BrowseForm::Title { .. } => At::LINE,
            BrowseForm::Category { .. } => over_screen![],
        }
    }

    /// The footer's word for an action while this is asked for; no word takes it from the footer.
    pub(super) fn word(&self, action: Action, usual: Option<&'static str>) -> Option<&'static str> {
        let empty = |field: &Field| field.text().trim().is_empty();
        Some(match (self, action) {
            (BrowseForm::Prompt(field) | BrowseForm::Title { field, .. }, Action::Accept) if empty(field) => {
                return None;
            }
            (BrowseForm::Prompt(_), Action::Accept) => "choose its category",
            (BrowseForm::Title { .. }, Action::Accept) => "take this title",
            (BrowseForm::Category { .. }, Action::Open) => "add the question",
            (BrowseForm::Category { .. }, Action::Back) => "back to the words",
            (_, Action::StopTyping) => "leave it",
            _ => return usual,
        })
    }

    /// Left for now: it is there again when it is asked for again.
    fn leave(&self, why: Why) -> Requests {
        vec![Request::LeaveForm(self.filled(|_| None), why)]
    }
}

impl Browse {
    pub(super) fn ask_for_prompt(&mut self, cx: &Context) -> Requests {
        let fresh = BrowseForm::Prompt(Field::default());
        let of = fresh.filled(|_| None).of;
        let left = cx.forms.left(&of);
        self.fill(left.map_or(fresh, |text| BrowseForm::left("question", "", text)));
        vec![Request::ForgetForm(of)]
    }

    pub(super) fn ask_for_title(&mut self, workspace: &Workspace) {
        if let Some(Subject::Answer(answer)) = self.shown(workspace) {
            self.fill(BrowseForm::Title {
                path: answer.path.clone(),
                field: Field::new(&answer.title),
            });
        }
    }

    /// An action while something is asked for; it stays open unless it is taken or left.
    pub(super) fn form_action(&mut self, mut form: BrowseForm, action: Action, cx: &Context) -> Requests {
        let page = cx.viewport.rows;
        let categories = categories().count();
        match (&mut form, action) {
            (BrowseForm::Category { ask, .. }, Action::Back) => form = BrowseForm::Prompt(Field::new(ask)),
            (BrowseForm::Prompt(_), Action::Back | Action::StopTyping) => return form.leave(Why::Left),
            (_, Action::Back | Action::StopTyping) => return Requests::new(),
            (BrowseForm::Prompt(_), Action::NextField) | (_, Action::Accept | Action::Open) => {
                return self.take_form(form, cx.workspace);
            }
            (BrowseForm::Category { at, .. }, action) => {
                *at = match action {
                    Action::More => move_cursor(*at, categories, page, Action::Down),
                    Action::Less => move_cursor(*at, categories, page, Action::Up),
                    action => move_cursor(*at, categories, page, action),
                }
            }
            (BrowseForm::Prompt(_) | BrowseForm::Title { .. }, _) => {}
        }
        self.fill(form);
        Requests::new()
    }

    fn take_form(&mut self, form: BrowseForm, workspace: &Workspace) -> Requests {
        match form {
            BrowseForm::Prompt(field) if field.text().trim().is_empty() => {}
            BrowseForm::Prompt(field) => return self.prompt_typed(field.text().trim(), workspace),
            BrowseForm::Category { ref ask, at } => {
                let category = categories().nth(at).unwrap_or(Category::Unsorted);
                // Until it is added, it is there again when it is asked for again.
                let mut requests = form.leave(Why::Refused);
                let ask = ask.clone();
                requests.push(Effect::Disk(DiskEffect::AddQuestion { ask, category }).into());
                return requests;
            }
            BrowseForm::Title { path, field } => {
                let title = field.text().trim().to_owned();
                let same = matches!(self.shown(workspace), Some(Subject::Answer(answer)) if answer.title == title);
                if !title.is_empty() && !same {
                    return vec![Request::Write(Deed::Retitle { path, title })];
                }
            }
        }
        Requests::new()
    }

    /// A prompt that is there already is shown instead of being added again.
    fn prompt_typed(&mut self, ask: &str, workspace: &Workspace) -> Requests {
        let mut questions = workspace.library.questions().iter();
        if let Some(there) = questions.find(|question| question.ask == ask) {
            self.choose(&SearchHit::Question(there.id.clone()), workspace);
            return vec![Request::notify("This question is there already")];
        }
        let category = self.category();
        let at = categories().position(|other| Some(other) == category);
        self.dialog = Some(BrowseDialog::Form(BrowseForm::Category {
            ask: ask.to_owned(),
            at: at.unwrap_or(categories().count() - 1),
        }));
        Requests::new()
    }
}
