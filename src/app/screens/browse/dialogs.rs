//! What the Library asks for in a small pane: a prompt and its category, a title.

use super::Browse;
use super::over::{BrowseForm, BrowseRow};
use crate::app::context::Context;
use crate::app::deed::Deed;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::forms::{Filled, Why, as_text, value};
use crate::app::hit::SearchHit;
use crate::app::request::{Request, Requests};
use crate::app::widgets::form::{Form, FormField};
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
    fn question(ask: &str) -> BrowseForm {
        let all: Vec<Category> = categories().collect();
        let rows = vec![
            FormField::text(BrowseRow::Ask, ask, ""),
            FormField::choice(BrowseRow::Category, &all, Category::id, Category::Unsorted),
        ];
        let form = Form::new(rows);
        BrowseForm { path: None, form }
    }

    fn title(path: &str, title: &str) -> BrowseForm {
        BrowseForm {
            path: Some(path.to_owned()),
            form: Form::new(vec![FormField::text(BrowseRow::Title, title, "")]),
        }
    }

    /// The form as it was left in an earlier run.
    pub(in crate::app) fn left(name: &str, about: &str, text: &str) -> BrowseForm {
        match name {
            "title" => BrowseForm::title(about, value(text, name).unwrap_or_default()),
            _ => BrowseForm::question(value(text, "ask").unwrap_or_default()),
        }
    }

    /// The form with what is typed, as text; `title` is what the answer of a path is called.
    pub(in crate::app) fn filled<'a>(&self, title: impl Fn(&str) -> Option<&'a str>) -> Filled {
        let (name, about, row, base) = match &self.path {
            None => ("question", "", BrowseRow::Ask, ""),
            Some(path) => (
                "title",
                path.as_str(),
                BrowseRow::Title,
                title(path).unwrap_or_default(),
            ),
        };
        let text = |typed: &str| as_text([(row.name(), typed)]);
        Filled::new(name, about, text(base), text(self.form.word(row)))
    }

    /// Whether the category is chosen now.
    pub fn chooses(&self) -> bool {
        self.form.selected() == Some(BrowseRow::Category)
    }

    pub(super) fn contexts(&self) -> &'static [At] {
        if self.chooses() { over_screen![] } else { At::LINE }
    }

    /// The footer's word for an action while this is asked for; no word takes it from the footer.
    pub(super) fn word(&self, action: Action, usual: Option<&'static str>) -> Option<&'static str> {
        let row = self.form.selected()?;
        Some(match (row, action) {
            (BrowseRow::Category, Action::Open) => "add the question",
            (BrowseRow::Category, Action::Back) => "back to the words",
            (BrowseRow::Category, _) => return usual,
            (row, Action::Accept) if self.form.word(row).is_empty() => return None,
            (BrowseRow::Ask, Action::Accept) => "choose its category",
            (BrowseRow::Title, Action::Accept) => "take this title",
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
        let fresh = BrowseForm::question("");
        let of = fresh.filled(|_| None).of;
        let left = cx.forms.left(&of);
        self.fill(left.map_or(fresh, |text| BrowseForm::left("question", "", text)));
        vec![Request::ForgetForm(of)]
    }

    pub(super) fn ask_for_title(&mut self, workspace: &Workspace) {
        if let Some(Subject::Answer(answer)) = self.shown(workspace) {
            self.fill(BrowseForm::title(&answer.path, &answer.title));
        }
    }

    /// An action while something is asked for; it stays open unless it is taken or left.
    pub(super) fn form_action(&mut self, mut form: BrowseForm, action: Action, cx: &Context) -> Requests {
        match (form.form.selected(), action) {
            (Some(BrowseRow::Category), Action::Back) => form.form.row = 0,
            (Some(BrowseRow::Ask), Action::Back | Action::StopTyping) => return form.leave(Why::Left),
            (_, Action::Back | Action::StopTyping) => return Requests::new(),
            (Some(BrowseRow::Ask), Action::NextField) | (_, Action::Accept | Action::Open) => {
                return self.take_form(form, cx.workspace);
            }
            (Some(BrowseRow::Category), action) => {
                let step = match action {
                    Action::More => Action::Down,
                    Action::Less => Action::Up,
                    action => action,
                };
                let at = form.form.chosen(BrowseRow::Category);
                let to = move_cursor(at, categories().count(), cx.viewport.rows, step);
                form.form.choose(BrowseRow::Category, to);
            }
            _ => {}
        }
        self.fill(form);
        Requests::new()
    }

    fn take_form(&mut self, form: BrowseForm, workspace: &Workspace) -> Requests {
        let typed = |row| form.form.word(row).to_owned();
        if let Some(path) = &form.path {
            let title = typed(BrowseRow::Title);
            let same = matches!(self.shown(workspace), Some(Subject::Answer(answer)) if answer.title == title);
            let retitle = || {
                let path = path.clone();
                Request::Write(Deed::Retitle {
                    path,
                    title: title.clone(),
                })
            };
            return (!title.is_empty() && !same).then(retitle).into_iter().collect();
        }
        let ask = typed(BrowseRow::Ask);
        if form.chooses() {
            let category = categories().nth(form.form.chosen(BrowseRow::Category));
            let category = category.unwrap_or(Category::Unsorted);
            // Until it is added, it is there again when it is asked for again.
            let mut requests = form.leave(Why::Refused);
            requests.push(Effect::Disk(DiskEffect::AddQuestion { ask, category }).into());
            return requests;
        }
        if ask.is_empty() {
            return Requests::new();
        }
        self.prompt_typed(form, &ask, workspace)
    }

    /// A prompt that is there already is shown instead of being added again.
    fn prompt_typed(&mut self, mut form: BrowseForm, ask: &str, workspace: &Workspace) -> Requests {
        let mut questions = workspace.library.questions().iter();
        if let Some(there) = questions.find(|question| question.ask == ask) {
            self.choose(&SearchHit::Question(there.id.clone()), workspace);
            return vec![Request::notify("This question is there already")];
        }
        let category = self.category().unwrap_or(Category::Unsorted);
        form.form.fill(BrowseRow::Category, category.id());
        form.form.row = 1;
        self.fill(form);
        Requests::new()
    }
}
