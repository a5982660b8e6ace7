//! One interview: what happened and what comes as a timeline, what is prepared, what was said.

use super::actions;
use super::dialogs::Dialog;
use super::timeline::{Entry, Is, facts, prepared, section, timeline, to_ask};
use crate::app::context::Context;
use crate::app::deed::Deed;
use crate::app::forms::Filled;
use crate::app::interview_entry::EntryOf;
use crate::app::request::{Request, Requests};
use crate::app::route::Route;
use crate::app::screens::Screen;
use crate::app::widgets::field::Field;
use crate::app::widgets::list::move_cursor;
use crate::domain::interview::Interview;
use crate::domain::interview::sections::{Line, Section};
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::on_screen;

/// One interview on the screen.
#[derive(Debug)]
pub struct Detail {
    /// Its file.
    pub path: String,
    /// The selected one of the entries that can be selected.
    pub row: usize,
    /// What is shown, from the top.
    pub entries: Vec<Entry>,
    /// What lies over it.
    pub dialog: Option<Dialog>,
}

impl Detail {
    /// One interview with the round that comes selected; none where its file is gone.
    pub(in crate::app) fn open(path: &str, cx: &Context) -> Option<Detail> {
        let one = cx.workspace.interview(path)?;
        let entries = entries(one, cx);
        let comes = one.next_round(cx.now.wall, &cx.workspace.zone);
        let place = comes.and_then(|next| one.rounds.iter().position(|round| std::ptr::eq(round, next)));
        let selectable = entries.iter().filter(|entry| entry.selectable());
        let asked = entries.iter().any(|entry| entry.is == Is::Todo);
        let place = place.filter(|_| !asked);
        let row = place.and_then(|place| selectable.map(|entry| &entry.is).position(|is| *is == Is::Round(place)));
        Some(Detail {
            path: path.to_owned(),
            row: row.unwrap_or(0),
            entries,
            dialog: None,
        })
    }

    /// Opens a form over it as it was left.
    pub(in crate::app) fn fill(&mut self, of: EntryOf, text: &str, cx: &Context) {
        self.dialog = Some(Dialog::filled_with(of, Some(&self.path), text, cx));
    }

    /// The selected entry's place among all.
    pub fn selected(&self) -> Option<usize> {
        let places = self.entries.iter().enumerate().filter(|(_, entry)| entry.selectable());
        places.map(|(place, _)| place).nth(self.row)
    }

    fn entry(&self) -> Option<&Entry> {
        Some(&self.entries[self.selected()?])
    }

    fn is(&self) -> Option<&Is> {
        self.entry().map(|entry| &entry.is)
    }

    fn ask(&mut self, of: EntryOf, cx: &Context) -> Requests {
        let (dialog, requests) = Dialog::ask(of, Some(&self.path), cx);
        self.dialog = Some(dialog);
        requests
    }

    fn detail_action(&mut self, action: Action, cx: &Context) -> Requests {
        let path = &self.path;
        match (action, self.is().cloned()) {
            (Action::Back, _) => return vec![Request::Close],
            (Action::New, _) => self.dialog = Some(Dialog::ask_what_happened(path, cx)),
            (Action::Open, Some(Is::Todo)) => return actions::asked(path, cx),
            (Action::Prepare, _) | (Action::Open, Some(Is::Prepare)) => {
                self.dialog = Dialog::prepare(path, cx);
                if self.dialog.is_none() {
                    return vec![Request::notify("There is no other answer yet; n on Today writes one")];
                }
            }
            (Action::Open, Some(Is::Round(place))) if self.to_debrief(cx) == Some(place) => {
                return vec![Route::Debrief(path.clone()).into()];
            }
            (Action::Edit | Action::Open, Some(Is::Round(place))) => {
                return self.ask(EntryOf::Round(Some(place)), cx);
            }
            (Action::Open, Some(Is::Line(place))) => return self.open_line(place, cx),
            (Action::Edit, Some(Is::Line(place))) => {
                let line = self.stands_at(place, cx).map(|line| line.line);
                return vec![Request::edit_file(path, line.unwrap_or(1))];
            }
            (Action::Edit, _) => return self.ask(EntryOf::About, cx),
            (Action::Toggle, Some(Is::Line(place))) => return self.tick_line(place, cx),
            (action, _) if let Some(requests) = actions::about(path, action, cx) => return requests,
            (action, _) => {
                let rows = self.entries.iter().filter(|entry| entry.selectable()).count();
                self.row = move_cursor(self.row, rows, cx.viewport.rows, action);
            }
        }
        Requests::new()
    }

    /// What Enter does on the selected row, in a word; none where it does nothing.
    fn open_word(&self, cx: &Context) -> Option<&'static str> {
        match self.is()? {
            Is::Todo => Some(actions::asked_word(&self.path, cx)),
            Is::Prepare => Some("have one ready"),
            Is::Round(place) if self.to_debrief(cx) == Some(*place) => Some("write it down"),
            Is::Round(_) => Some("change"),
            Is::Line(place) => {
                let line = self.stands_at(*place, cx)?;
                match tied(line, cx) {
                    Some(_) => Some("open"),
                    None => line.ticked.map(|_| "tick"),
                }
            }
            _ => None,
        }
    }

    fn to_debrief(&self, cx: &Context) -> Option<usize> {
        cx.overview.meetings.row(&self.path)?.to_debrief
    }

    fn stands_at<'a>(&self, place: usize, cx: &Context<'a>) -> Option<&'a Line> {
        cx.workspace.interview(&self.path)?.lines.get(place)
    }

    /// Enter on a line: the question or answer it is tied to, else its box.
    fn open_line(&self, place: usize, cx: &Context) -> Requests {
        let tied = self.stands_at(place, cx).and_then(|line| tied(line, cx));
        tied.map_or_else(|| self.tick_line(place, cx), |route| vec![route.into()])
    }

    /// Ticks what is to be done better, or takes the tick back.
    fn tick_line(&self, place: usize, cx: &Context) -> Requests {
        let line = self.stands_at(place, cx).filter(|line| line.ticked.is_some());
        let tick = line.map(|line| {
            Request::Write(Deed::Tick {
                path: self.path.clone(),
                place,
                words: line.text.clone(),
            })
        });
        tick.into_iter().collect()
    }
}

impl Screen for Detail {
    fn contexts(&self, _: &Context) -> &'static [At] {
        self.dialog.as_ref().map_or(on_screen![], Dialog::contexts)
    }

    fn over(&self) -> Option<&'static str> {
        self.dialog.as_ref().map(Dialog::over)
    }

    fn line(&mut self) -> Option<&mut Field> {
        self.dialog.as_mut()?.line()
    }

    fn line_changed(&mut self, cx: &Context) -> Requests {
        if let Some(dialog) = &mut self.dialog {
            dialog.line_changed(cx);
        }
        Requests::new()
    }

    fn forms(&self, cx: &Context) -> Vec<Filled> {
        let dialog = self.dialog.as_ref();
        dialog.and_then(|dialog| dialog.filled(cx)).into_iter().collect()
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        match self.dialog.take() {
            Some(dialog) => {
                let (dialog, requests) = dialog.act(action, cx);
                self.dialog = dialog;
                requests
            }
            None => self.detail_action(action, cx),
        }
    }

    fn refusal(&self, action: Action, cx: &Context) -> Option<&'static str> {
        match action {
            Action::Open => None,
            Action::Toggle if self.entry().is_none_or(|entry| entry.ticked.is_none()) => Some(actions::NO_BOX),
            action => actions::why_not(Some(&self.path), action, cx),
        }
    }

    fn label(&self, action: Action, usual: Option<&'static str>, cx: &Context) -> Option<&'static str> {
        match &self.dialog {
            Some(dialog) => dialog.label(action, usual),
            None => match action {
                Action::Open => self.open_word(cx),
                Action::Toggle => Some("tick it"),
                Action::Edit => Some("edit it"),
                Action::New => Some("what happened"),
                _ => usual,
            },
        }
    }

    fn besides(&self, _: &Context) -> &'static [(Action, &'static str)] {
        actions::BESIDES
    }

    /// Files or the day changed.
    fn refresh(&mut self, cx: &Context) {
        let one = cx.workspace.interview(&self.path);
        self.entries = one.map_or_else(
            || vec![Entry::of(Is::Remark, "Its file is no longer there.")],
            |one| entries(one, cx),
        );
        let rows = self.entries.iter().filter(|entry| entry.selectable()).count();
        self.row = self.row.min(rows.saturating_sub(1));
    }
}

fn entries(one: &Interview, cx: &Context) -> Vec<Entry> {
    let mut entries = facts(one, cx);
    let mut block = |heading: String, rows: Vec<Entry>| {
        if !rows.is_empty() {
            entries.extend((!entries.is_empty()).then(|| Entry::of(Is::Gap, "")));
            entries.push(Entry::of(Is::Heading, heading));
            entries.extend(rows);
        }
    };
    let comes = one.next_round(cx.now.wall, &cx.workspace.zone);
    let (ahead, behind) = timeline(one, cx);
    if let Some(round) = comes {
        block("What comes".to_owned(), ahead);
        block("Ask before you leave".to_owned(), to_ask(round, cx));
        block(format!("Prepared for the {}", round.kind.label()), prepared(one, cx));
        block("What happened".to_owned(), behind);
    } else {
        let all = behind.into_iter().chain(ahead).collect();
        block("What happened, and what comes".to_owned(), all);
    }
    for of in Section::ALL {
        if of != Section::Prepared || comes.is_none() {
            block(of.title().to_owned(), section(one, of, cx));
        }
    }
    entries
}

/// The question or answer there is that a line is tied to.
fn tied(line: &Line, cx: &Context) -> Option<Route> {
    let library = &cx.workspace.library;
    let question = line.question().filter(|id| library.question(id).is_some());
    let answer = line.answer().filter(|id| library.answer(id).is_some());
    match (question, answer) {
        (Some(id), None) => Some(Route::Question(id.clone())),
        (Some(id), Some(_)) if line.section != Section::Prepared => Some(Route::Question(id.clone())),
        (_, Some(id)) => Some(Route::Answer(id.clone())),
        (None, None) => None,
    }
}
