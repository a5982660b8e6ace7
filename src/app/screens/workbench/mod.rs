//! Two panes side by side: each holds a question, an answer to edit, two versions of one, an attempt, or a sample.

pub mod buffer;
pub mod details_form;
mod editing;
pub mod finding;
mod findings;
pub mod over;
pub mod pane_picker;
mod saving;
mod screen;
#[cfg(test)]
mod tests;
pub mod versions;

use self::buffer::{AnswerBuffer, SaveState, UNTITLED};
use self::details_form::DetailsForm;
use self::over::BenchDialog;
use crate::app::context::Context;
use crate::app::widgets::field::Field;
use crate::app::workspace::Workspace;
use crate::domain::answer::{Answer, Kind, title};
use crate::domain::id::{AnswerId, EventId, QuestionId};
use crate::domain::part::Part;
use crate::domain::question::Parts;
use crate::markup::diff::Line;
use crate::markup::scalar::Value;

/// What a pane holds.
#[derive(Debug)]
pub enum Pane {
    /// A question with what belongs to it.
    Question {
        /// Which.
        id: QuestionId,
        /// The first row shown.
        scroll: usize,
    },
    /// An answer to edit.
    Answer(Box<AnswerBuffer>),
    /// Two versions of an answer and what differs.
    Version {
        /// What they are versions of.
        title: String,
        /// What each is, mostly when it was kept; the older first.
        sides: [String; 2],
        /// The lines with what was taken out of the older and put into the newer.
        lines: Vec<Line>,
        /// The first row shown.
        scroll: usize,
    },
    /// How a question was told once.
    Attempt {
        /// Which attempt.
        id: EventId,
        /// The first row shown.
        scroll: usize,
    },
    /// A sample, only to read.
    Sample {
        /// Which.
        id: AnswerId,
        /// The first row shown.
        scroll: usize,
    },
    /// A word about the other pane.
    Hint {
        /// Its title.
        title: String,
        /// What it says.
        body: String,
        /// The first row shown.
        scroll: usize,
    },
}

/// Whether keys type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Keys are commands.
    Normal,
    /// Keys type into the pane.
    Insert,
}

/// Both panes.
#[derive(Debug)]
pub struct Workbench {
    /// The panes, left and right.
    pub panes: [Pane; 2],
    /// Which takes the keys, 0 or 1.
    pub focus: usize,
    /// Whether keys type.
    pub hand: Mode,
    /// What is looked for in the text.
    pub find: Option<Field>,
    /// The front matter being changed.
    pub form: Option<DetailsForm>,
    /// What lies over it.
    pub dialog: Option<BenchDialog>,
    /// Whether it asked the disk for earlier versions and waits for them.
    waits: bool,
    /// The question it was opened for.
    pub question: Option<QuestionId>,
}

impl Workbench {
    fn of(panes: [Pane; 2], question: Option<QuestionId>) -> Workbench {
        Workbench {
            panes,
            focus: 1,
            hand: Mode::Normal,
            find: None,
            form: None,
            dialog: None,
            waits: false,
            question,
        }
    }

    /// An answer with something beside it.
    pub(in crate::app) fn beside(pane: Pane, buffer: AnswerBuffer) -> Workbench {
        Workbench::of([pane, Pane::Answer(Box::new(buffer))], None)
    }

    /// The buffer that takes the keys.
    pub fn buffer(&self) -> Option<&AnswerBuffer> {
        match &self.panes[self.focus] {
            Pane::Answer(buffer) => Some(buffer),
            _ => None,
        }
    }

    /// The answer that is spoken of: the one that takes the keys, else the other.
    pub fn at_hand(&self) -> Option<&AnswerBuffer> {
        self.buffer().or_else(|| self.buffers().next())
    }

    pub(in crate::app) fn buffer_mut(&mut self) -> Option<&mut AnswerBuffer> {
        self.panes[self.focus].buffer_mut()
    }

    /// Every buffer there is.
    pub fn buffers(&self) -> impl Iterator<Item = &AnswerBuffer> {
        self.panes.iter().filter_map(|pane| match pane {
            Pane::Answer(buffer) => Some(&**buffer),
            _ => None,
        })
    }

    pub(in crate::app) fn buffers_mut(&mut self) -> impl Iterator<Item = &mut AnswerBuffer> {
        self.panes.iter_mut().filter_map(Pane::buffer_mut)
    }

    /// Whether something typed is not on the disk.
    pub fn unsaved(&self) -> bool {
        self.buffers().any(|buffer| buffer.kept != SaveState::Clean)
    }

    /// Where keys type: in the pane that takes them, else in the other; none where neither can be typed in.
    pub(in crate::app) fn typed_in(&self) -> Option<usize> {
        let open = |n: &usize| matches!(&self.panes[*n], Pane::Answer(buffer) if buffer.locked.is_none());
        [self.focus, 1 - self.focus].into_iter().find(open)
    }

    /// The buffer that is typed in; the keys go to its pane, wherever they were.
    pub(in crate::app) fn type_in(&mut self) -> Option<&mut AnswerBuffer> {
        let pane = self.typed_in()?;
        if pane != self.focus {
            self.turn_to(pane);
        }
        self.buffer_mut()
    }

    /// Makes keys type, where there is something to type in, or commands.
    pub(in crate::app) fn set_hand(&mut self, hand: Mode) {
        self.hand = if self.typed_in().is_some() { hand } else { Mode::Normal };
        if self.hand == Mode::Normal {
            self.buffers_mut().for_each(|buffer| buffer.typed_on = None);
        }
        self.turn_to(self.focus);
    }

    /// Gives the keys to a pane and shows where in it they work: typing at the caret, reading in its line.
    pub(in crate::app) fn turn_to(&mut self, focus: usize) {
        self.focus = focus;
        let hand = self.hand;
        for (n, pane) in self.panes.iter_mut().enumerate() {
            if let Pane::Answer(buffer) = pane {
                buffer.editor.show_caret(hand == Mode::Insert && n == focus);
                buffer.editor.show_line(hand == Mode::Normal && n == focus);
            }
        }
    }

    /// Puts the question back where a comparison stands; whether there was one.
    fn put_comparison_away(&mut self) -> bool {
        let place = self.panes.iter().position(|pane| matches!(pane, Pane::Version { .. }));
        let (Some(place), Some(id)) = (place, self.question.clone()) else {
            return false;
        };
        self.panes[place] = Pane::question(&id);
        self.turn_to(1 - place);
        true
    }
}

/// The body a new answer begins with.
pub(in crate::app) fn new_body(kind: Kind) -> String {
    match kind {
        Kind::Story => Part::ALL.map(|part| format!("## {}\n\n", part.title())).concat(),
        Kind::Point => "\n".to_owned(),
    }
}

/// An answer to edit.
fn buffer_for(answer: &Answer) -> Pane {
    let (path, text) = (Some(answer.path.clone()), &answer.text);
    Pane::Answer(Box::new(AnswerBuffer::new(answer.id.clone(), path, text, text)))
}

impl Workbench {
    /// The answers to a question side by side; with one, the question beside it; none where there is none.
    pub(in crate::app) fn answers_to(id: &QuestionId, hand: Mode, workspace: &Workspace) -> Option<Workbench> {
        let mut answers = workspace.library.answers_to(id).take(2).map(buffer_for);
        let first = answers.next()?;
        let panes = match answers.next() {
            Some(second) => [first, second],
            None => [Pane::question(id), first],
        };
        Some(Workbench::opened(panes, Some(id.clone()), hand))
    }

    /// An answer beside its question, or beside what else it has; none where its file is no longer there.
    pub(in crate::app) fn answer(id: &AnswerId, hand: Mode, workspace: &Workspace) -> Option<Workbench> {
        let answer = workspace.library.answer(id)?;
        let there = |id: &&QuestionId| workspace.library.question(id).is_some();
        let question = answer.questions.iter().find(there);
        let hint = || {
            Pane::hint(
                "No question yet",
                "This answer is linked to no question. ?link links it.",
            )
        };
        let left = question.map_or_else(hint, Pane::question);
        Some(Workbench::opened([left, buffer_for(answer)], question.cloned(), hand))
    }

    /// A new answer, the caret in Situation; nothing is on the disk before it is saved.
    pub(in crate::app) fn new_answer(id: &str, question: Option<&QuestionId>, cx: &Context) -> Workbench {
        let found = question.and_then(|id| cx.workspace.library.question(id));
        let kind = match found {
            Some(question) if question.parts == Parts::None => Kind::Point,
            _ => Kind::Story,
        };
        let title = found.and_then(|question| title::of_question(&question.ask));
        let title = Value::text(title.as_deref().unwrap_or(UNTITLED));
        let mut front = format!("---\nid: {id}\ntitle: {}\nkind: {}\n", title.as_str(), kind.id());
        if let Some(question) = found {
            let questions = Value::list([question.id.as_str()]);
            let category = question.category.id();
            front.push_str(&format!("category: {category}\nquestions: {}\n", questions.as_str()));
        }
        let text = format!("{front}---\n{}", new_body(kind));
        let mut buffer = AnswerBuffer::new(id.into(), None, &text, &text);
        buffer.question = question.cloned();
        let left = question.map_or_else(|| Pane::hint("A new answer", NEW_HINT), Pane::question);
        let panes = [left, Pane::Answer(Box::new(buffer))];
        Workbench::opened(panes, question.cloned(), Mode::Insert)
    }

    /// Two panes, read or typed in at once.
    pub(in crate::app) fn opened(panes: [Pane; 2], question: Option<QuestionId>, hand: Mode) -> Workbench {
        let mut bench = Workbench::of(panes, question);
        bench.set_hand(hand);
        bench
    }
}

/// What stands beside a new answer that is for no question.
const NEW_HINT: &str = "Write it as you would tell it.\n\nSituation: where and when, in two sentences.\nTask: what was yours to do.\nAction: what you did yourself, step by step.\nResult: what came of it, in numbers if you can.\nReflection: what you would do differently.\n\nBullets and **bold phrases** become key points to tick after a drill.\n\nIt is called by its first words when you save it; ? changes its title and links it to questions.";

impl Pane {
    fn question(id: &QuestionId) -> Pane {
        let (id, scroll) = (id.clone(), 0);
        Pane::Question { id, scroll }
    }

    /// A word about the other pane.
    pub(in crate::app) fn hint(title: &str, body: &str) -> Pane {
        Pane::Hint {
            title: title.to_owned(),
            body: body.to_owned(),
            scroll: 0,
        }
    }

    /// The answer to edit, where it holds one.
    pub(super) fn buffer_mut(&mut self) -> Option<&mut AnswerBuffer> {
        match self {
            Pane::Answer(buffer) => Some(buffer),
            _ => None,
        }
    }

    /// The first row shown, of what scrolls.
    pub(in crate::app) fn scroll_mut(&mut self) -> Option<&mut usize> {
        match self {
            Pane::Question { scroll, .. }
            | Pane::Version { scroll, .. }
            | Pane::Attempt { scroll, .. }
            | Pane::Sample { scroll, .. }
            | Pane::Hint { scroll, .. } => Some(scroll),
            Pane::Answer(_) => None,
        }
    }
}
