//! What was typed and never saved: found, offered, opened again.

use super::confirmation::Confirmation;
use super::context::Context;
use super::forms::value;
use super::hit::SearchHit;
use super::interview_entry::EntryOf;
use super::request::{Request, Requests};
use super::screens::Screen;
use super::screens::attempt::AttemptScreen;
use super::screens::browse::Browse;
use super::screens::browse::over::BrowseForm;
use super::screens::import::{Import, REVIEW};
use super::screens::interviews::Interviews;
use super::screens::interviews::detail::Detail;
use super::screens::stack::AnyScreen;
use super::screens::workbench::buffer::AnswerBuffer;
use super::screens::workbench::{Mode, Pane, Workbench};
use super::workspace::Workspace;
use crate::domain::id::EventId;
use crate::domain::problem::Problem;
use crate::domain::saved_file::{DraftOf, LeftDraft};
use crate::markup::diff::difference;

impl Workspace {
    /// Texts that were typed and never saved, from runs that ended without a word.
    pub(super) fn drafts_found(&mut self, drafts: Vec<LeftDraft>, problems: Vec<Problem>) {
        self.drafts = drafts;
        self.looked_for_drafts = true;
        self.log_problems.extend(problems);
    }

    /// Whether to go on with what was typed into one of the answers of a workbench and never saved.
    pub(super) fn draft_of(&self, bench: &Workbench) -> Option<Confirmation> {
        let of = |buffer: &AnswerBuffer, left: &LeftDraft| match &left.of {
            DraftOf::Answer(path) => buffer.path.as_ref() == Some(path),
            DraftOf::New(id) => buffer.id.as_str() == id,
            DraftOf::Form { .. } => false,
        };
        let text = |buffer: &AnswerBuffer, left: &LeftDraft| of(buffer, left) && buffer.base != left.text;
        let waits = |left: &&LeftDraft| bench.buffers().any(|buffer| text(buffer, left));
        let left = self.drafts.iter().find(waits)?;
        Some(Confirmation::Draft {
            name: left.name.clone(),
            what: self.drafted_what(left),
            when: self.drafted_when(left),
        })
    }
}

/// What another run left as a screen: a text over the file it belongs to, the difference beside it; a form as it was.
/// With it what it asks for, and what the text began from.
pub(super) fn opened(left: &LeftDraft, cx: &Context) -> (AnyScreen, Requests, String) {
    match &left.of {
        DraftOf::Form { name, about } if name == REVIEW => {
            let (import, asked) = Import::again(about, &left.text);
            (AnyScreen::Import(import), asked, left.base.clone())
        }
        DraftOf::Form { name, about } => {
            let form = form_again(name, about, &left.text, cx);
            (form, Requests::new(), left.base.clone())
        }
        DraftOf::New(_) | DraftOf::Answer(_) => {
            let (bench, base) = text_again(left, cx);
            let said = "Typed and never saved: ctrl-s saves it, esc leaves it";
            (bench, vec![Request::notify(said)], base)
        }
    }
}

/// A typed text, and what it began from.
fn text_again(left: &LeftDraft, cx: &Context) -> (AnyScreen, String) {
    let library = &cx.workspace.library;
    let (id, path, disk) = match &left.of {
        DraftOf::New(id) => match library.answer(id) {
            Some(answer) => (id.as_str(), Some(answer.path.clone()), answer.text.to_string()),
            None => (id.as_str(), None, String::new()),
        },
        DraftOf::Answer(path) | DraftOf::Form { about: path, .. } => {
            let answer = library.answers().iter().find(|answer| answer.path == *path);
            let id = answer.map_or(path.as_str(), |answer| answer.id.as_str());
            let text = answer.map(|answer| answer.text.to_string());
            let interview = || cx.workspace.interview(path).map(|one| one.text.to_string());
            (id, Some(path.clone()), text.or_else(interview).unwrap_or_default())
        }
    };
    let base = match (&left.of, &path) {
        (DraftOf::New(_), Some(_)) => disk.clone(),
        (_, None) => String::new(),
        _ => left.base.clone(),
    };
    let mut buffer = AnswerBuffer::new(id.into(), path, &base, &left.text);
    buffer.take_over();
    let version = Pane::Version {
        title: "On the disk".to_owned(),
        sides: ["the file as it is".to_owned(), "what was typed".to_owned()],
        lines: difference(&disk, &left.text),
        scroll: 0,
    };
    (in_front(Workbench::beside(version, buffer), cx), base)
}

/// A form as it was left; where what it is about is gone, its text to copy from.
fn form_again(name: &str, about: &str, text: &str, cx: &Context) -> AnyScreen {
    let library = &cx.workspace.library;
    let answer = library.answer_in(about).or_else(|| library.answer(about));
    match (name, EntryOf::named(name), answer) {
        (_, Some(of), _) if about.is_empty() => {
            let mut list = Interviews::open(cx);
            list.fill(of, text, cx);
            return AnyScreen::Interviews(list);
        }
        (_, Some(of), _) => {
            if let Some(mut detail) = Detail::open(about, cx) {
                detail.fill(of, text, cx);
                return AnyScreen::Interview(detail);
            }
        }
        ("question", ..) => return browse_again("", None, BrowseForm::left(name, about, text), cx),
        ("title", _, Some(answer)) => {
            let form = BrowseForm::left(name, &answer.path, text);
            return browse_again("answers", Some(SearchHit::Answer(answer.id.clone())), form, cx);
        }
        ("details", _, Some(answer)) => {
            if let Some(mut bench) = Workbench::answer(&answer.id, Mode::Normal, cx.workspace) {
                bench.refresh(cx);
                bench.open_details(Some(text), cx);
                return AnyScreen::Workbench(bench);
            }
        }
        ("partner", ..) if cx.workspace.history.attempt(&EventId::from(about)).is_some() => {
            let mut screen = AttemptScreen::open(about.into(), cx);
            screen.ask_who_heard(value(text, "name").unwrap_or_default(), cx);
            return AnyScreen::Attempt(screen);
        }
        _ => {}
    }
    let why = "What this was typed about is no longer there. y copies it.";
    let panes = [Pane::hint("It is gone", why), Pane::hint("What was typed", text)];
    in_front(Workbench::opened(panes, None, Mode::Normal), cx)
}

/// The Library with a form over it.
fn browse_again(query: &str, row: Option<SearchHit>, form: BrowseForm, cx: &Context) -> AnyScreen {
    let mut browse = Browse::open(query, cx);
    if let Some(row) = row {
        browse.select(&row, cx);
    }
    browse.fill(form);
    AnyScreen::Browse(browse)
}

fn in_front(mut bench: Workbench, cx: &Context) -> AnyScreen {
    bench.refresh(cx);
    AnyScreen::Workbench(bench)
}
