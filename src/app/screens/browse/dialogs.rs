//! What Browse asks for in a small pane: a prompt and its category, a title, which questions to list.

use super::Shown;
use super::filter::{Filter, Shelf};
use crate::app::effect::{DiskEffect, Effect};
use crate::app::forms::{Filled, Why, as_text, value};
use crate::app::overlays::{Hit, Overlay};
use crate::app::state::App;
use crate::app::widgets::field::Field;
use crate::app::widgets::list::moved;
use crate::app::writes::Deed;
use crate::domain::category::Category;
use crate::domain::clock::Moment;
use crate::domain::id::QuestionId;
use crate::keys::action::Action;

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BrowseForm {
    /// The prompt of a question of one's own.
    Prompt(Field),
    /// The category of that question.
    Category {
        /// The prompt.
        ask: String,
        /// The category, by its place among those that can be chosen.
        at: usize,
    },
    /// The title of an answer.
    Title {
        /// Its file.
        path: String,
        /// The title.
        field: Field,
    },
    /// Which questions are listed.
    Filter {
        /// What can be chosen, with how many questions each lists.
        rows: Vec<(Filter, usize)>,
        /// The selected row.
        row: usize,
    },
}

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
    pub(in crate::app) fn filled<'a>(&self, title: impl Fn(&str) -> Option<&'a str>) -> Option<Filled> {
        let ask = |text: &str| Filled::new("question", "", as_text([("ask", "")]), as_text([("ask", text)]));
        match self {
            BrowseForm::Prompt(field) => Some(ask(field.text())),
            BrowseForm::Category { ask: text, .. } => Some(ask(text)),
            BrowseForm::Title { path, field } => {
                let row = |text: &str| as_text([("title", text)]);
                let base = row(title(path).unwrap_or_default());
                Some(Filled::new("title", path, base, row(field.text())))
            }
            BrowseForm::Filter { .. } => None,
        }
    }

    /// The line being typed.
    pub(in crate::app) fn field(&mut self) -> Option<&mut Field> {
        match self {
            BrowseForm::Prompt(field) | BrowseForm::Title { field, .. } => Some(field),
            BrowseForm::Category { .. } | BrowseForm::Filter { .. } => None,
        }
    }
}

impl App {
    pub(super) fn ask_for_prompt(&mut self) {
        let fresh = BrowseForm::Prompt(Field::default());
        let left = fresh.filled(|_| None).and_then(|form| self.forms.take(&form.of));
        self.show_form(left.map_or(fresh, |text| BrowseForm::left("question", "", &text)));
    }

    pub(super) fn ask_for_title(&mut self) {
        if let Some(Shown::Answer(answer)) = self.browse_shown() {
            let form = BrowseForm::Title {
                path: answer.path.clone(),
                field: Field::new(&answer.title),
            };
            self.show_form(form);
        }
    }

    pub(super) fn ask_for_filter(&mut self) {
        let mut form = None;
        self.with_browse(|browse, app| {
            let rows = browse.listing.choices(app);
            let row = rows.iter().position(|(filter, _)| *filter == browse.listing.filter);
            form = Some(BrowseForm::Filter {
                rows,
                row: row.unwrap_or(0),
            });
        });
        if let Some(form) = form {
            self.show_form(form);
        }
    }

    /// An action while Browse asks for something.
    pub(in crate::app) fn browse_form_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let page = self.viewport.rows;
        let Some(Overlay::Browse(form)) = &mut self.overlay else {
            return Vec::new();
        };
        match (form, action) {
            (BrowseForm::Category { ask, .. }, Action::Back) => {
                let field = Field::new(ask);
                self.show_form(BrowseForm::Prompt(field));
            }
            (BrowseForm::Prompt(field), Action::Back | Action::StopTyping) => {
                let form = BrowseForm::Prompt(field.clone());
                self.close_overlay(now);
                self.leave_prompt(&form, Why::Left);
            }
            (_, Action::Back | Action::StopTyping) => self.close_overlay(now),
            (BrowseForm::Prompt(_), Action::NextField) | (_, Action::Accept | Action::Open) => {
                return self.take_form(now);
            }
            (BrowseForm::Category { at, .. }, action) => {
                *at = match action {
                    Action::More => moved(*at, categories().count(), page, Action::Down),
                    Action::Less => moved(*at, categories().count(), page, Action::Up),
                    action => moved(*at, categories().count(), page, action),
                }
            }
            (BrowseForm::Filter { rows, row }, action) => *row = moved(*row, rows.len(), page, action),
            (BrowseForm::Prompt(_) | BrowseForm::Title { .. }, _) => {}
        }
        Vec::new()
    }

    /// The footer's word for an action while Browse asks for something; no word takes it from the footer.
    pub(in crate::app) fn form_word(form: &BrowseForm, action: Action, label: &'static str) -> Option<&'static str> {
        let empty = |field: &Field| field.text().trim().is_empty();
        Some(match (form, action) {
            (BrowseForm::Prompt(field) | BrowseForm::Title { field, .. }, Action::Accept) if empty(field) => {
                return None;
            }
            (BrowseForm::Prompt(_), Action::Accept) => "choose its category",
            (BrowseForm::Title { .. }, Action::Accept) => "take this title",
            (BrowseForm::Category { .. }, Action::Open) => "add the question",
            (BrowseForm::Category { .. }, Action::Back) => "back to the words",
            (BrowseForm::Filter { .. }, Action::Open) => "list these",
            (BrowseForm::Filter { .. }, Action::Back) | (_, Action::StopTyping) => "leave it",
            _ => label,
        })
    }

    fn take_form(&mut self, now: Moment) -> Vec<Effect> {
        let Some(Overlay::Browse(form)) = self.overlay.take() else {
            return Vec::new();
        };
        match form {
            BrowseForm::Prompt(field) if field.text().trim().is_empty() => self.close_overlay(now),
            BrowseForm::Prompt(field) => self.prompt_typed(field.text().trim()),
            BrowseForm::Category { ask, at } => {
                let category = categories().nth(at).unwrap_or(Category::Unsorted);
                // Until it is added, it is there again when it is asked for again.
                let form = BrowseForm::Category { ask: ask.clone(), at };
                self.leave_prompt(&form, Why::Refused);
                return vec![Effect::Disk(DiskEffect::AddQuestion { ask, category })];
            }
            BrowseForm::Title { path, field } => {
                let title = field.text().trim().to_owned();
                let same = matches!(self.browse_shown(), Some(Shown::Answer(answer)) if answer.title == title);
                if !title.is_empty() && !same {
                    return self.write(Deed::Retitle { path, title });
                }
            }
            BrowseForm::Filter { rows, row } => {
                if let Some((filter, _)) = rows.into_iter().nth(row) {
                    self.with_browse(|browse, app| {
                        browse.listing.choose(filter, app);
                        (browse.row, browse.scroll) = (0, 0);
                    });
                }
            }
        }
        Vec::new()
    }

    /// A prompt that is there already is shown instead of being added again.
    fn prompt_typed(&mut self, ask: &str) {
        let there = self
            .workspace
            .library
            .questions()
            .iter()
            .find(|question| question.ask == ask);
        if let Some(id) = there.map(|question| question.id.clone()) {
            self.say("This question is there already");
            self.select_in_browse(&Hit::Question(id));
            return;
        }
        let category = self.browse().and_then(super::Browse::category);
        let at = categories().position(|other| Some(other) == category);
        self.show_form(BrowseForm::Category {
            ask: ask.to_owned(),
            at: at.unwrap_or(categories().count() - 1),
        });
    }

    fn leave_prompt(&mut self, form: &BrowseForm, why: Why) {
        if let Some(form) = form.filled(|_| None) {
            self.forms.leave(form, why);
        }
    }

    /// A question was added: it is selected on its shelf.
    pub(in crate::app) fn added(&mut self, id: QuestionId) {
        let fresh = BrowseForm::Prompt(Field::default()).filled(|_| None);
        if let Some(form) = fresh {
            self.forms.take(&form.of);
        }
        self.say("Added to questions/own.yaml; n answers it");
        let category = self
            .workspace
            .library
            .question(id.as_str())
            .map(|question| question.category);
        self.with_browse(|browse, _| {
            let open = browse.stack().map(|stack| stack.shelf);
            if let Some(category) = category.filter(|_| open != Some(Shelf::All)) {
                browse.open_shelf(Shelf::Of(category));
            }
        });
        self.select_in_browse(&Hit::Question(id));
    }
}
