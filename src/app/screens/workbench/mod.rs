//! Two panes side by side: each holds a question, an answer to edit, two versions of one, an attempt, or a sample.

pub mod buffer;
pub mod details_form;
pub(in crate::app) mod editing;
pub mod pane_picker;
pub mod saving;
pub mod versions;

use self::buffer::{Kept, Sheet, UNTITLED};
use self::details_form::Form;
use crate::app::state::{AnyScreen, App};
use crate::app::widgets::field::Field;
use crate::domain::answer::{Answer, Kind, title};
use crate::domain::clock::Moment;
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
    Answer(Box<Sheet>),
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
pub enum Hand {
    /// Keys are commands.
    Reading,
    /// Keys type into the pane.
    Typing,
}

/// Both panes.
#[derive(Debug)]
pub struct Workbench {
    /// The panes, left and right.
    pub panes: [Pane; 2],
    /// Which takes the keys, 0 or 1.
    pub focus: usize,
    /// Whether keys type.
    pub hand: Hand,
    /// What is looked for in the text.
    pub find: Option<Field>,
    /// The front matter being changed.
    pub form: Option<Form>,
    /// The question it was opened for.
    pub question: Option<QuestionId>,
}

impl Workbench {
    fn of(panes: [Pane; 2], question: Option<QuestionId>) -> Workbench {
        Workbench {
            panes,
            focus: 1,
            hand: Hand::Reading,
            find: None,
            form: None,
            question,
        }
    }

    /// An answer with something beside it.
    pub(in crate::app) fn beside(pane: Pane, sheet: Sheet) -> Workbench {
        Workbench::of([pane, Pane::Answer(Box::new(sheet))], None)
    }

    /// The sheet that takes the keys.
    pub fn sheet(&self) -> Option<&Sheet> {
        match &self.panes[self.focus] {
            Pane::Answer(sheet) => Some(sheet),
            _ => None,
        }
    }

    /// The answer that is spoken of: the one that takes the keys, else the other.
    pub fn at_hand(&self) -> Option<&Sheet> {
        self.sheet().or_else(|| self.sheets().next())
    }

    pub(in crate::app) fn sheet_mut(&mut self) -> Option<&mut Sheet> {
        self.panes[self.focus].sheet_mut()
    }

    /// Every sheet there is.
    pub fn sheets(&self) -> impl Iterator<Item = &Sheet> {
        self.panes.iter().filter_map(|pane| match pane {
            Pane::Answer(sheet) => Some(&**sheet),
            _ => None,
        })
    }

    pub(in crate::app) fn sheets_mut(&mut self) -> impl Iterator<Item = &mut Sheet> {
        self.panes.iter_mut().filter_map(Pane::sheet_mut)
    }

    /// Whether something typed is not on the disk.
    pub fn unsaved(&self) -> bool {
        self.sheets().any(|sheet| sheet.kept != Kept::Saved)
    }

    /// Where keys type: in the pane that takes them, else in the other; none where neither can be typed in.
    pub(in crate::app) fn typed_in(&self) -> Option<usize> {
        let open = |n: &usize| matches!(&self.panes[*n], Pane::Answer(sheet) if sheet.locked.is_none());
        [self.focus, 1 - self.focus].into_iter().find(open)
    }

    /// The sheet that is typed in; the keys go to its pane, wherever they were.
    pub(in crate::app) fn type_in(&mut self) -> Option<&mut Sheet> {
        let pane = self.typed_in()?;
        if pane != self.focus {
            self.turn_to(pane);
        }
        self.sheet_mut()
    }

    /// Makes keys type, where there is something to type in, or commands.
    pub(in crate::app) fn set_hand(&mut self, hand: Hand) {
        self.hand = if self.typed_in().is_some() { hand } else { Hand::Reading };
        if self.hand == Hand::Reading {
            self.sheets_mut().for_each(Sheet::look_through);
        }
        self.turn_to(self.focus);
    }

    /// Gives the keys to a pane and shows where in it they work: typing at the caret, reading in its line.
    pub(in crate::app) fn turn_to(&mut self, focus: usize) {
        self.focus = focus;
        let hand = self.hand;
        for (n, pane) in self.panes.iter_mut().enumerate() {
            if let Pane::Answer(sheet) = pane {
                sheet.editor.show_caret(hand == Hand::Typing && n == focus);
                sheet.editor.show_line(hand == Hand::Reading && n == focus);
            }
        }
    }

    /// The line of the form, or of what is looked for, was typed in.
    pub(in crate::app) fn line_changed(&mut self) {
        if let Some(form) = &mut self.form {
            return form.typed();
        }
        let looked_for = self.find.as_ref().map_or("", Field::text).to_owned();
        if let Some(sheet) = self.sheet_mut() {
            sheet.editor.find_here(&looked_for);
        }
    }

    /// Puts the question back where a comparison stands; whether there was one.
    pub(in crate::app) fn put_comparison_away(&mut self) -> bool {
        let place = self.panes.iter().position(|pane| matches!(pane, Pane::Version { .. }));
        let (Some(place), Some(id)) = (place, self.question.clone()) else {
            return false;
        };
        self.panes[place] = Pane::Question { id, scroll: 0 };
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

impl App {
    /// The workbench in front.
    pub fn workbench(&self) -> Option<&Workbench> {
        match self.screens.last() {
            Some(AnyScreen::Workbench(bench)) => Some(bench),
            _ => None,
        }
    }

    pub(in crate::app) fn workbench_mut(&mut self) -> Option<&mut Workbench> {
        match self.screens.last_mut() {
            Some(AnyScreen::Workbench(bench)) => Some(bench),
            _ => None,
        }
    }

    pub(in crate::app) fn sheet_for(answer: &Answer) -> Pane {
        let text = &answer.text;
        Pane::Answer(Box::new(Sheet::new(
            answer.id.clone(),
            Some(answer.path.clone()),
            text,
            text,
        )))
    }

    /// Opens the answers to a question side by side; with one, the question beside it; with none, a new one.
    pub(in crate::app) fn open_question(&mut self, id: &QuestionId, hand: Hand, now: Moment) {
        let mut answers: Vec<Pane> = self
            .workspace
            .library
            .answers_to(id)
            .take(2)
            .map(Self::sheet_for)
            .collect();
        let question = Pane::Question {
            id: id.clone(),
            scroll: 0,
        };
        let panes = match (answers.pop(), answers.pop()) {
            (Some(second), Some(first)) => [first, second],
            (Some(only), None) => [question, only],
            _ => return self.new_answer(Some(id), now),
        };
        self.open_panes(panes, Some(id.clone()), hand);
    }

    /// Opens an answer beside its question, or beside what else it has.
    pub fn open_answer(&mut self, id: &AnswerId, hand: Hand) {
        let Some(answer) = self.workspace.library.answer(id.as_str()) else {
            return self.warn("The file of this answer is no longer there");
        };
        let question = answer
            .questions
            .iter()
            .find(|id| self.workspace.library.question(id.as_str()).is_some())
            .cloned();
        let left = match &question {
            Some(id) => Pane::Question {
                id: id.clone(),
                scroll: 0,
            },
            None => Pane::Hint {
                title: "No question yet".to_owned(),
                body: "This answer is linked to no question. m links it.".to_owned(),
                scroll: 0,
            },
        };
        let right = Self::sheet_for(answer);
        self.open_panes([left, right], question, hand);
    }

    pub(in crate::app) fn open_panes(&mut self, panes: [Pane; 2], question: Option<QuestionId>, hand: Hand) {
        let mut bench = Workbench::of(panes, question);
        bench.set_hand(hand);
        self.overlay = None;
        self.screens.push(AnyScreen::Workbench(Box::new(bench)));
        self.offer_draft();
    }

    /// Opens a new answer, the caret in Situation; nothing is on the disk before it is saved.
    pub fn new_answer(&mut self, question: Option<&QuestionId>, now: Moment) {
        let found = question.and_then(|id| self.workspace.library.question(id.as_str()));
        let kind = match found {
            Some(question) if question.parts == Parts::None => Kind::Point,
            _ => Kind::Story,
        };
        let id = self.record.new_answer_id(now);
        let title = found.and_then(|question| title::of_question(&question.ask));
        let title = Value::text(title.as_deref().unwrap_or(UNTITLED));
        let mut front = format!("---\nid: {id}\ntitle: {}\nkind: {}\n", title.as_str(), kind.id());
        if let Some(question) = found {
            let questions = Value::list(&[question.id.to_string()]);
            let category = question.category.id();
            front.push_str(&format!("category: {category}\nquestions: {}\n", questions.as_str()));
        }
        let text = format!("{front}---\n{}", new_body(kind));
        let mut sheet = Sheet::new(id.as_str().into(), None, &text, &text);
        sheet.question = question.cloned();
        let left = match question {
            Some(id) => Pane::Question {
                id: id.clone(),
                scroll: 0,
            },
            None => Pane::Hint {
                title: "A new answer".to_owned(),
                body: NEW_HINT.to_owned(),
                scroll: 0,
            },
        };
        self.open_panes([left, Pane::Answer(Box::new(sheet))], question.cloned(), Hand::Typing);
    }
}

/// What stands beside a new answer that is for no question.
const NEW_HINT: &str = "Write it as you would tell it.\n\nSituation: where and when, in two sentences.\nTask: what was yours to do.\nAction: what you did yourself, step by step.\nResult: what came of it, in numbers if you can.\nReflection: what you would do differently.\n\nBullets and **bold phrases** become key points to tick after a drill.\n\nIt is called by its first words when you save it; m gives it another title and links it to questions.";

impl Pane {
    /// The answer to edit, where it holds one.
    pub(super) fn sheet_mut(&mut self) -> Option<&mut Sheet> {
        match self {
            Pane::Answer(sheet) => Some(sheet),
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
