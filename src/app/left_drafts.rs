//! What was typed and never saved: found, offered, opened again.

use super::effect::{DiskEffect, Effect};
use super::forms::value;
use super::interview_entry::EntryOf;
use super::overlays::{Confirmation, Overlay, SearchHit};
use super::screens::attempt::AttemptScreen;
use super::screens::browse::dialogs::BrowseForm;
use super::screens::import::{Import, REVIEW};
use super::screens::workbench::buffer::AnswerBuffer;
use super::screens::workbench::{Mode, Pane, Workbench};
use super::state::{AnyScreen, App};
use crate::domain::clock::Moment;
use crate::domain::id::EventId;
use crate::domain::problem::Problem;
use crate::domain::saved_file::{DraftOf, LeftDraft};
use crate::markup::diff::difference;

impl App {
    /// Texts that were typed and never saved, from runs that ended without a word.
    pub(super) fn drafts_found(&mut self, drafts: Vec<LeftDraft>, problems: Vec<Problem>) {
        self.workspace.drafts = drafts;
        self.workspace.looked_for_drafts = true;
        self.workspace.log_problems.extend(problems);
    }

    /// Opens what another run left: a text over the file it belongs to, the difference beside it; a form as it was.
    pub(super) fn open_draft(&mut self, place: usize, now: Moment) -> Vec<Effect> {
        if place >= self.workspace.drafts.len() {
            return Vec::new();
        }
        let left = self.workspace.drafts.remove(place);
        let base = if let DraftOf::Form { name, about } = &left.of {
            if name == REVIEW {
                let (import, asked) = Import::again(about, &left.text);
                self.screens.push(AnyScreen::Import(import));
                let mut effects = self.fulfil(asked, now);
                let base = left.base.clone();
                effects.push(Effect::Disk(DiskEffect::TakeOver { left, base }));
                return effects;
            }
            self.open_form(name, about, &left.text, now);
            left.base.clone()
        } else {
            self.open_text(&left)
        };
        vec![Effect::Disk(DiskEffect::TakeOver { left, base })]
    }

    /// Opens a typed text; says what it began from.
    fn open_text(&mut self, left: &LeftDraft) -> String {
        let library = &self.workspace.library;
        let (id, path, disk) = match &left.of {
            DraftOf::New(id) => match library.answer(id) {
                Some(answer) => (id.as_str(), Some(answer.path.clone()), answer.text.to_string()),
                None => (id.as_str(), None, String::new()),
            },
            DraftOf::Answer(path) | DraftOf::Form { about: path, .. } => {
                let answer = library.answers().iter().find(|answer| answer.path == *path);
                let id = answer.map_or(path.as_str(), |answer| answer.id.as_str());
                let text = answer.map(|answer| answer.text.to_string());
                let interview = || self.workspace.interview(path).map(|one| one.text.to_string());
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
        let bench = Workbench::beside(version, buffer);
        self.screens.push(AnyScreen::Workbench(Box::new(bench)));
        self.look_again(self.workspace.now);
        self.notify("Typed and never saved: ctrl-s saves it, esc leaves it");
        base
    }

    /// Opens a form as it was left; where what it is about is gone, its text to copy from.
    fn open_form(&mut self, name: &str, about: &str, text: &str, now: Moment) {
        let there = self.workspace.interview(about).is_some();
        let library = &self.workspace.library;
        let answer = library.answer_in(about).or_else(|| library.answer(about));
        let answer = answer.map(|answer| (answer.id.clone(), answer.path.clone()));
        let attempt = self.workspace.history.attempt(&EventId::from(about)).is_some();
        match (name, EntryOf::named(name), answer) {
            (_, Some(of), _) if there || about.is_empty() => self.open_interview_form(of, about, text, now),
            ("question", ..) => self.open_browse_form("", None, BrowseForm::left(name, about, text), now),
            ("title", _, Some((id, path))) => {
                let form = BrowseForm::left(name, &path, text);
                self.open_browse_form("answers", Some(SearchHit::Answer(id)), form, now);
            }
            ("details", _, Some((id, _))) => {
                self.open_answer(&id, Mode::Normal);
                self.overlay = None;
                let cx = context!(self, now);
                if let Some(AnyScreen::Workbench(bench)) = self.screens.last_mut() {
                    bench.open_details(Some(text), &cx);
                }
            }
            ("partner", ..) if attempt => {
                let cx = context!(self, now);
                let mut screen = AttemptScreen::open(about.into(), &cx);
                screen.ask_who_heard(value(text, "name").unwrap_or_default(), &cx);
                self.screens.push(AnyScreen::Attempt(screen));
            }
            _ => {
                let why = "What this was typed about is no longer there. y copies it.";
                let panes = [Pane::hint("It is gone", why), Pane::hint("What was typed", text)];
                self.open_bench(Workbench::opened(panes, None, Mode::Normal));
            }
        }
    }

    /// Asks whether to go on with what was typed into an answer just opened and never saved.
    pub(super) fn offer_draft(&mut self) {
        let Some(bench) = self.workbench() else {
            return;
        };
        let of = |buffer: &AnswerBuffer, left: &LeftDraft| match &left.of {
            DraftOf::Answer(path) => buffer.path.as_ref() == Some(path),
            DraftOf::New(id) => buffer.id.as_str() == id,
            DraftOf::Form { .. } => false,
        };
        let text = |buffer: &AnswerBuffer, left: &LeftDraft| of(buffer, left) && buffer.base != left.text;
        let drafts = &self.workspace.drafts;
        let waiting = drafts
            .iter()
            .find(|left| bench.buffers().any(|buffer| text(buffer, left)));
        if let Some(left) = waiting {
            let (name, what, when) = (
                left.name.clone(),
                self.workspace.drafted_what(left),
                self.workspace.drafted_when(left),
            );
            self.overlay = Some(Overlay::Confirm(Confirmation::Draft { name, what, when }));
        }
    }

    /// The draft that was offered is opened in place of the answer it is of.
    pub(super) fn take_offered(&mut self, name: &str, now: Moment) -> Vec<Effect> {
        let place = self.workspace.drafts.iter().position(|left| left.name == name);
        if let Some(place) = place {
            self.screens.pop();
            return self.open_draft(place, now);
        }
        Vec::new()
    }
}
