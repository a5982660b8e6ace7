//! The Library: every question, answer and note. What can be done with them is in `actions`, where the keys go in
//! `moving`.

mod actions;
pub mod dialogs;
pub mod facts;
pub mod filter;
pub mod link_picker;
pub mod list;
mod moving;
pub mod over;
#[cfg(test)]
mod tests;

use self::filter::{Filter, SectionKind};
use self::list::{Item, Listing, Section};
use self::over::{BrowseDialog, BrowseForm};
use super::Screen;
use crate::app::context::Context;
use crate::app::forms::Filled;
use crate::app::hit::{Haystack, SearchHit};
use crate::app::message::Outcome;
use crate::app::request::{Request, Requests};
use crate::app::widgets::field::Field;
use crate::app::workspace::Workspace;
use crate::domain::category::Category;
use crate::domain::id::QuestionId;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::on_screen;

use crate::domain::subject::Subject;

/// What takes the keys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Column {
    /// The words that choose which rows are listed.
    Filters,
    /// The categories.
    Shelves,
    /// The rows.
    #[default]
    List,
    /// The question or answer itself.
    Preview,
}

listed! {
    /// What the Library holds, one tab each.
    pub enum Kind {
        /// Its name.
        title,
    }
    /// All that may be asked.
    Questions => "Questions";
    /// One's own.
    Answers => "Answers";
    /// What imports could not place.
    Notes => "Notes";
}

/// The Library on the screen.
#[derive(Debug, Default)]
pub struct Browse {
    /// What takes the keys.
    pub column: Column,
    /// The section that is open, by its place.
    pub open: usize,
    /// The selected row of the list.
    pub row: usize,
    /// The first row of the preview that is shown.
    pub scroll: usize,
    /// What is listed.
    pub listing: Listing,
    /// What lies over it.
    pub dialog: Option<BrowseDialog>,
    /// What is selected, however the list changes around it.
    chosen: Option<SearchHit>,
}

impl BrowseDialog {
    fn contexts(&self) -> &'static [At] {
        match self {
            BrowseDialog::Form(form) => form.contexts(),
            BrowseDialog::Link(_) => At::FILTER,
        }
    }
}

impl Browse {
    /// The Library as it opens. Words that name a category or another section open it; the others leave out what does not
    /// fit them.
    pub(in crate::app) fn open(query: &str, cx: &Context) -> Browse {
        let mut browse = Browse::default();
        browse.listing.renew(cx.workspace, cx.now.wall);
        let kinds: Vec<SectionKind> = browse.listing.sections.iter().map(|section| section.kind).collect();
        let named = |word: &&str| kinds.iter().find(|kind| kind.id() == *word);
        let unlinked = |word: &&str| *word == Filter::UNLINKED;
        let (ids, words): (Vec<&str>, Vec<&str>) = query.split_whitespace().partition(|word| named(word).is_some());
        if words.iter().any(unlinked) && words.len() == 1 {
            browse.listing.choose(Filter::Unlinked, cx.workspace);
            browse.open_section(SectionKind::Answers);
        } else if !words.is_empty() {
            browse.listing.choose(Filter::Words(words.join(" ")), cx.workspace);
        }
        if let Some(kind) = ids.first().and_then(named) {
            browse.open_section(*kind);
        }
        browse.note_chosen(cx.workspace);
        browse
    }

    /// Opens a form over it as it was left.
    pub(in crate::app) fn fill(&mut self, form: BrowseForm) {
        self.dialog = Some(BrowseDialog::Form(form));
    }

    /// The section that is open.
    pub fn section(&self) -> Option<&Section> {
        self.listing.sections.get(self.open)
    }

    /// The rows of the list.
    pub fn rows(&self) -> &[Item] {
        self.section().map_or(&[], |section| &section.rows)
    }

    /// The selected row.
    pub fn item(&self) -> Option<Item> {
        self.rows().get(self.row).copied()
    }

    /// What the selected row stands for.
    pub fn shown<'a>(&self, workspace: &'a Workspace) -> Option<Subject<'a>> {
        workspace.shown(self.item()?)
    }

    fn category(&self) -> Option<Category> {
        match self.section()?.kind {
            SectionKind::Of(category) => Some(category),
            _ => None,
        }
    }

    /// The tab in front.
    pub fn kind(&self) -> Kind {
        match self.section().map(|section| section.kind) {
            Some(SectionKind::Answers) => Kind::Answers,
            Some(SectionKind::Notes) => Kind::Notes,
            Some(SectionKind::All | SectionKind::Of(_)) | None => Kind::Questions,
        }
    }

    /// What the list can be turned to.
    pub fn filters(&self) -> Vec<Filter> {
        let open = self.section().map_or(SectionKind::All, |section| section.kind);
        Filter::of_section(open, &self.listing.filter)
    }

    fn open_section(&mut self, which: SectionKind) {
        let place = self.listing.sections.iter().position(|section| section.kind == which);
        self.open = place.unwrap_or(0);
        (self.row, self.scroll) = (0, 0);
    }

    /// The row of what was selected, the nearest if there are several; without it, the row stays.
    fn find_again(&mut self, workspace: &Workspace) {
        let same = |item: &Item| {
            let hit = workspace.shown(*item).map(|shown| SearchHit::of(&shown));
            self.chosen.is_some() && hit == self.chosen
        };
        let places = self.rows().iter().enumerate().filter(|(_, item)| same(item));
        let nearest = places
            .map(|(place, _)| place)
            .min_by_key(|place| place.abs_diff(self.row));
        self.row = nearest.unwrap_or(self.row).min(self.rows().len().saturating_sub(1));
    }

    fn note_chosen(&mut self, workspace: &Workspace) {
        self.chosen = self.shown(workspace).map(|shown| SearchHit::of(&shown));
    }

    /// Selects a row of the list; one that is not in it, in the list of everything.
    fn choose(&mut self, hit: &SearchHit, workspace: &Workspace) {
        let lists = |browse: &Browse| {
            let same = |item: &Item| {
                workspace
                    .shown(*item)
                    .is_some_and(|shown| SearchHit::of(&shown) == *hit)
            };
            browse.rows().iter().any(same)
        };
        if !lists(self) {
            self.open_section(match hit {
                SearchHit::Question(_) => SectionKind::All,
                SearchHit::Answer(_) => SectionKind::Answers,
                SearchHit::Note(_) | SearchHit::Interview(_) => SectionKind::Notes,
                SearchHit::Attempt(_) => return,
            });
            if !lists(self) {
                self.listing.choose(Filter::Everything, workspace);
            }
        }
        (self.column, self.scroll) = (Column::List, 0);
        self.chosen = Some(hit.clone());
        self.find_again(workspace);
        self.note_chosen(workspace);
    }

    /// A question was added: it is selected in its section.
    fn added(&mut self, id: &QuestionId, workspace: &Workspace) {
        let question = workspace.library.question(id);
        let open = self.section().map(|section| section.kind);
        if let Some(question) = question.filter(|_| open != Some(SectionKind::All)) {
            self.open_section(SectionKind::Of(question.category));
        }
        self.choose(&SearchHit::Question(id.clone()), workspace);
    }

    fn browse(&mut self, action: Action, cx: &Context) -> Requests {
        let page = cx.viewport.rows;
        let past = cx.viewport.of.saturating_sub(page) + 1;
        match action {
            Action::Back => match self.column {
                Column::Filters | Column::Preview => self.column = Column::List,
                Column::Shelves | Column::List => return vec![Request::Close],
            },
            Action::Open => return self.open_row(cx),
            Action::Drill => return self.drill_row(cx.workspace),
            Action::Edit => return self.edit_row(cx.workspace),
            Action::External => return self.open_row_externally(cx.workspace),
            Action::New => return self.answer_row(cx.workspace),
            Action::Copy => return self.copy_row(cx.workspace),
            Action::LeaveOut => return self.put_away(cx.workspace),
            Action::TakeBack => return self.bring_back(cx.workspace),
            Action::AddQuestion => return self.ask_for_prompt(cx),
            Action::Link => return self.ask_for_link(cx.workspace),
            Action::Retitle => self.ask_for_title(cx.workspace),
            Action::Filter => self.turn_to_filters(cx.workspace),
            Action::Sort => self.list_anew(|listing| {
                let sort = listing.sort.next(&listing.filter);
                listing.order_by(sort, cx.workspace);
            }),
            Action::Next => self.turn_tab(1, cx.workspace),
            Action::Previous => self.turn_tab(Kind::ALL.len() - 1, cx.workspace),
            Action::Less | Action::More => self.turn(action, cx),
            action => self.go(action, page, past),
        }
        Requests::new()
    }
}

impl Screen for Browse {
    fn contexts(&self, _: &Context) -> &'static [At] {
        self.dialog.as_ref().map_or(on_screen![], BrowseDialog::contexts)
    }

    fn over(&self) -> Option<&'static str> {
        self.dialog.as_ref().map(|dialog| match dialog {
            BrowseDialog::Form(_) => "Browse",
            BrowseDialog::Link(_) => "Link",
        })
    }

    fn line(&mut self) -> Option<&mut Field> {
        match self.dialog.as_mut()? {
            BrowseDialog::Form(form) => form.form.line(),
            BrowseDialog::Link(link) => Some(&mut link.search.field),
        }
    }

    fn line_changed(&mut self, _: &Context) -> Requests {
        if let Some(BrowseDialog::Link(link)) = &mut self.dialog {
            link.search.typed();
        }
        Requests::new()
    }

    fn forms(&self, cx: &Context) -> Vec<Filled> {
        let title = |path: &str| Some(cx.workspace.library.answer_in(path)?.title.as_str());
        match &self.dialog {
            Some(BrowseDialog::Form(form)) => vec![form.filled(title)],
            _ => Vec::new(),
        }
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        let requests = match self.dialog.take() {
            Some(BrowseDialog::Form(form)) => self.form_action(form, action, cx),
            Some(BrowseDialog::Link(link)) => self.link_action(link, action),
            None => self.browse(action, cx),
        };
        self.note_chosen(cx.workspace);
        requests
    }

    fn refusal(&self, action: Action, cx: &Context) -> Option<&'static str> {
        self.why_not(action, cx.workspace)
    }

    fn label(&self, action: Action, usual: Option<&'static str>, cx: &Context) -> Option<&'static str> {
        match &self.dialog {
            Some(BrowseDialog::Form(form)) => form.word(action, usual),
            Some(BrowseDialog::Link(link)) => link.word(action, usual),
            None => self.word(action, usual, cx),
        }
    }

    fn besides(&self, _: &Context) -> &'static [(Action, &'static str)] {
        &[
            (Action::Link, "link answer and question, or take the link out"),
            (Action::Retitle, "give the answer another title"),
            (Action::Sort, "list in another order"),
            (Action::AddQuestion, "add a question of your own"),
            (Action::Copy, "copy the text shown"),
            (Action::External, "open the file in your own editor"),
        ]
    }

    fn refresh(&mut self, cx: &Context) {
        let open = self.section().map(|section| section.kind);
        self.listing.renew(cx.workspace, cx.now.wall);
        let place = |which| self.listing.sections.iter().position(|section| section.kind == which);
        self.open = open.and_then(place).unwrap_or(0);
        self.find_again(cx.workspace);
        self.note_chosen(cx.workspace);
    }

    fn receive(&mut self, outcome: &Outcome, cx: &Context) -> Requests {
        match outcome {
            Outcome::Added(id) => self.added(id, cx.workspace),
            Outcome::Restored { path, .. } => {
                let answer = cx.workspace.library.answer_in(path);
                let hit = answer.map_or(SearchHit::Note(path.clone()), |answer| {
                    SearchHit::Answer(answer.id.clone())
                });
                self.choose(&hit, cx.workspace);
            }
            _ => {}
        }
        Requests::new()
    }

    fn hits(&self, cx: &Context) -> Option<Haystack> {
        let mut listed = Haystack::default();
        for shown in self.rows().iter().filter_map(|item| cx.workspace.shown(*item)) {
            listed.add_shown(&shown);
        }
        Some(listed)
    }

    fn select(&mut self, hit: &SearchHit, cx: &Context) {
        self.choose(hit, cx.workspace);
        if matches!(hit, SearchHit::Note(_)) {
            self.column = Column::Preview;
        }
    }
}

impl Workspace {
    /// What a row of the Library stands for; none for a row that adds to it.
    pub fn shown(&self, item: Item) -> Option<Subject<'_>> {
        match item {
            Item::Question(place) => self.library.questions().get(place as usize).map(Subject::Question),
            Item::Answer(place) => self.library.answers().get(place as usize).map(Subject::Answer),
            Item::Note(place) => self.notes.get(place as usize).map(Subject::Note),
            Item::Another => None,
        }
    }
}
