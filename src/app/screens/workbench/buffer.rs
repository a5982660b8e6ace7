//! An answer being edited: its text as the disk has it, and as it is typed.

use std::time::Duration;

use super::finding::Finding;
use crate::app::effect::{DiskEffect, Effect};
use crate::app::widgets::editor::{Editor, MOST_LINES};
use crate::domain::answer::length::Length;
use crate::domain::answer::sections::SectionReader;
use crate::domain::answer::title;
use crate::domain::answer::{Answer, length_of, lengths_below_headings, parts_of};
use crate::domain::clock::Moment;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::names;
use crate::domain::part::Part;
use crate::domain::saved_file::DraftOf;
use crate::keys::action::Caret;
use crate::markup::document::{Document, UnsupportedYaml};
use crate::markup::markdown::heading;
use crate::markup::scalar::{Value, unquoted};
use crate::text::shown::Shown;

/// How long typed text may be nowhere but in memory.
pub(in crate::app) const DRAFT: Duration = Duration::from_millis(1_500);

/// What an answer is called that nobody has named.
pub(in crate::app) const UNTITLED: &str = "Untitled";

/// Whether the disk has what is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// It has.
    Clean,
    /// It has not yet.
    Dirty,
    /// It is being written.
    Saving,
    /// It was refused, and why.
    Failed(String),
}

/// Why a text is only shown here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Locked {
    /// It has too many lines.
    Long,
    /// It has characters that would steer a terminal.
    Hidden,
}

/// An answer in a pane.
#[derive(Debug)]
pub struct AnswerBuffer {
    /// The answer; a new one has an id already.
    pub id: AnswerId,
    /// Its file, relative to the home; none before the first save.
    pub path: Option<String>,
    /// The whole file as the disk has it; empty for a new one.
    pub base: String,
    /// The file with its front matter as it is here.
    pub document: Document,
    /// The body as it is typed.
    pub editor: Editor,
    /// Whether the disk has it.
    pub kept: SaveState,
    /// Why it is only shown.
    pub locked: Option<Locked>,
    /// The question it was opened for.
    pub question: Option<QuestionId>,
    /// When the oldest typing that is in no draft yet was done.
    pub(in crate::app) undrafted: Option<Duration>,
    /// Whether a draft may hold something else than the disk does.
    drafted: bool,
    /// The end of a heading without a line below it, where the caret began.
    below: Option<(usize, usize)>,
    /// The text that is on its way to the disk.
    sent: Option<String>,
    /// The body as it stood when the document was last in step with it.
    body: String,
    /// The body of `base`.
    base_body: String,
    /// How the answer stands, worked out when it changes and never for a frame.
    length: Length,
    parts: Vec<(Part, bool)>,
    headed: Vec<(usize, Part, Length)>,
    /// What is found in it, and after which change, in how many lines.
    pub(super) findings: Vec<Finding>,
    pub(super) looked_at: Option<(u64, usize)>,
    /// The line that is being typed in: nothing is said of it before the caret leaves it.
    pub(super) typed_on: Option<usize>,
    /// Counts the changes of its text.
    pub(super) revision: u64,
}

impl AnswerBuffer {
    /// A buffer over a file's text.
    pub fn new(id: AnswerId, path: Option<String>, base: &str, text: &str) -> AnswerBuffer {
        let document = Document::parse(text);
        let body = document.editor_body();
        let mut editor = Editor::new(&body);
        editor.show_caret(false);
        let hidden = body.split('\n').any(|line| {
            let line = line.replace('\t', " ");
            Shown::new(&line).as_str() != line
        });
        let locked = if body.split('\n').count() > MOST_LINES {
            Some(Locked::Long)
        } else {
            hidden.then_some(Locked::Hidden)
        };
        let mut buffer = AnswerBuffer {
            id,
            path,
            base: base.to_owned(),
            document,
            editor,
            kept: if base == text {
                SaveState::Clean
            } else {
                SaveState::Dirty
            },
            locked,
            question: None,
            undrafted: None,
            drafted: false,
            below: None,
            sent: None,
            body,
            base_body: Document::parse(base).editor_body(),
            length: Length::default(),
            parts: Vec::new(),
            headed: Vec::new(),
            findings: Vec::new(),
            looked_at: None,
            typed_on: None,
            revision: 0,
        };
        buffer.count();
        buffer.begin();
        buffer
    }

    /// Puts the caret where writing begins: below the first heading, which names a part if one does.
    fn begin(&mut self) {
        let lines = self.editor.lines();
        let head = lines
            .iter()
            .take_while(|line| line.trim().is_empty() || heading(line).is_some());
        let headings: Vec<(usize, &str)> = head
            .enumerate()
            .filter_map(|(n, line)| Some((n, heading(line)?)))
            .collect();
        let part = headings.iter().find(|(_, title)| names::part(title).is_some());
        let Some((line, _)) = part.or(headings.last()).copied() else {
            return;
        };
        match lines.get(line + 1) {
            Some(below) if heading(below).is_none() => self.editor.go_to(line + 1, 0),
            _ => {
                let end = (line, lines[line].chars().count());
                self.below = Some(end);
                self.editor.go_to(end.0, end.1);
            }
        }
    }

    /// Types text. A heading stays whole: what is typed where the caret began comes below it, and before it on a line of
    /// its own.
    pub(in crate::app) fn insert(&mut self, text: &str, now: Moment) {
        let caret = self.editor.caret();
        let here = &self.editor.lines()[caret.0];
        let broken = || heading(&format!("{text}{here}")).is_none() && !text.ends_with(['\n', '\r']);
        let whole = heading(here).is_some() && self.editor.selected().is_none();
        if whole && self.below == Some(caret) && !text.starts_with(['\n', '\r']) {
            self.editor.insert(&format!("\n{text}"));
        } else if whole && caret.1 == 0 && broken() {
            self.editor.insert(&format!("{text}\n"));
            self.editor.go(Caret::Left, false, 1);
        } else {
            self.editor.insert(text);
        }
        self.below = None;
        self.mark_dirty(now);
    }

    fn count(&mut self) {
        self.revision += 1;
        self.length = length_of(self.editor.lines().iter().map(String::as_str));
        self.parts = parts_of(self.editor.lines().iter().map(String::as_str));
        self.headed = lengths_below_headings(self.editor.lines().iter().map(String::as_str));
    }

    /// Takes another text as what the disk has.
    pub(in crate::app) fn set_base(&mut self, base: &str) {
        base.clone_into(&mut self.base);
        self.base_body = Document::parse(base).editor_body();
    }

    /// The whole file as it is here.
    pub fn text(&self) -> String {
        let body = self.editor.text();
        if body == self.body {
            return self.document.text();
        }
        let mut document = self.document.clone();
        document.set_body(&body);
        document.text()
    }

    /// What a draft of it is for.
    pub fn draft(&self) -> DraftOf {
        match &self.path {
            Some(path) => DraftOf::Answer(path.clone()),
            None => DraftOf::New(self.id.to_string()),
        }
    }

    /// The title; of an interview, the company.
    pub fn title(&self) -> String {
        let title = self.value("title").or_else(|| self.value("company"));
        title.unwrap_or_else(|| UNTITLED.to_owned())
    }

    /// Calls a new answer that nobody has named by its first words.
    pub(in crate::app) fn name_itself(&mut self) {
        let named = self.path.is_some() || self.value("title").is_some_and(|title| title != UNTITLED);
        let lines = self.editor.lines().iter().map(String::as_str);
        if let Some(title) = title::of_text(lines).filter(|_| !named) {
            let mut document = Document::parse(&self.text());
            // Where the front matter cannot be changed by its lines, the title stays what it is.
            if document.set_key("title", &Value::text(&title)).is_ok() {
                self.document = document;
                self.body = self.editor.text();
            }
        }
    }

    /// Takes note that something was typed.
    pub fn mark_dirty(&mut self, now: Moment) {
        self.count();
        self.typed_on = Some(self.editor.caret().0);
        self.undrafted.get_or_insert(now.elapsed);
        // Where the bodies differ, which is nearly always, the whole text need not be put together.
        let same_body = || self.base_body.split('\n').eq(self.editor.lines());
        self.kept = match &self.sent {
            Some(sent) if self.text() == *sent => SaveState::Saving,
            None if same_body() && self.text() == self.base => SaveState::Clean,
            _ => SaveState::Dirty,
        };
    }

    /// Takes note that this text is on its way to the disk.
    pub(in crate::app) fn send(&mut self, text: &str) {
        self.sent = Some(text.to_owned());
        self.kept = SaveState::Saving;
    }

    /// The disk has this text now; what was typed since is in no draft that begins from it.
    pub fn saved(&mut self, path: &str, text: &str, now: Moment) {
        self.path = Some(path.to_owned());
        self.set_base(text);
        self.sent = None;
        let whole = self.text();
        if whole == text {
            self.kept = SaveState::Clean;
            self.undrafted = None;
            self.drafted = false;
        } else {
            self.kept = SaveState::Dirty;
            self.undrafted.get_or_insert(now.elapsed);
        }
        self.document = Document::parse(&whole);
        self.body = self.editor.text();
    }

    /// The disk does not have what was sent, for this reason.
    pub(in crate::app) fn not_saved(&mut self, kept: SaveState, now: Moment) {
        self.sent = None;
        self.kept = kept;
        self.undrafted.get_or_insert(now.elapsed);
    }

    /// What is to be kept as a draft, where that is due; a text that is as the disk has it takes the draft back.
    pub(in crate::app) fn draft_due(&mut self, due: impl Fn(Duration) -> bool) -> Option<Effect> {
        self.undrafted.take_if(|at| due(*at))?;
        let differs = self.kept != SaveState::Clean;
        let effect = (differs || self.drafted).then(|| {
            Effect::Disk(DiskEffect::KeepDraft {
                of: self.draft(),
                base: self.base.clone(),
                text: self.text(),
            })
        });
        self.drafted = differs;
        effect
    }

    /// Its text was a draft of another run and is one of this run now.
    pub(in crate::app) fn take_over(&mut self) {
        self.drafted = true;
    }

    /// The text is given up, and its draft with it.
    pub(in crate::app) fn give_up(&mut self) -> Effect {
        self.undrafted = None;
        self.drafted = false;
        Effect::Disk(DiskEffect::DropDraft(self.draft()))
    }

    /// Takes the text the disk has now; the caret stays where it is, as far as there is text.
    pub(in crate::app) fn follow(&mut self, answer: &Answer) {
        let (line, column) = self.editor.caret();
        let question = self.question.take();
        *self = AnswerBuffer::new(self.id.clone(), Some(answer.path.clone()), &answer.text, &answer.text);
        self.question = question;
        self.editor
            .go_to(line.min(self.editor.lines().len().saturating_sub(1)), column);
    }

    /// A draft could not be written: it is tried again.
    pub(in crate::app) fn not_drafted(&mut self, again: Duration) {
        self.drafted = true;
        self.undrafted.get_or_insert(again);
    }

    /// Takes another text for the whole file, in one step that can be undone where only the body differs.
    pub fn take(&mut self, text: &str, now: Moment) {
        let document = Document::parse(text);
        let body = document.editor_body();
        if body != self.editor.text() {
            self.editor.select_all();
            self.editor.insert(&body);
        }
        self.body = self.editor.text();
        self.document = document;
        self.mark_dirty(now);
    }

    /// Changes one key of the front matter; none removes it.
    ///
    /// # Errors
    /// When the front matter is written in a way that cannot be changed by its lines.
    pub fn set_key(&mut self, key: &str, value: Option<&Value>, now: Moment) -> Result<(), UnsupportedYaml> {
        let mut document = Document::parse(&self.text());
        match value {
            Some(value) => document.set_key(key, value)?,
            None => drop(document.remove_key(key)),
        }
        self.document = document;
        self.body = self.editor.text();
        self.mark_dirty(now);
        Ok(())
    }

    /// A value of the front matter, without quotes.
    pub fn value(&self, key: &str) -> Option<String> {
        let raw = self.document.raw(key)?.trim();
        (!raw.is_empty()).then(|| unquoted(raw))
    }

    /// A list of the front matter, in whatever way it is written.
    pub fn list(&self, key: &str) -> Vec<String> {
        self.document.items(key)
    }

    /// Words of the body.
    pub fn length(&self) -> Length {
        self.length
    }

    /// The parts with their headings there, and whether they have text.
    pub fn parts(&self) -> &[(Part, bool)] {
        &self.parts
    }

    /// The parts that have a heading, from the top, and how long what is below each is to say.
    pub fn headed(&self) -> impl Iterator<Item = (Part, Length)> {
        self.headed.iter().map(|(_, part, length)| (*part, *length))
    }

    /// The part that a line is the heading of, and how long what is below it is to say.
    pub fn part_at(&self, line: usize) -> Option<(Part, Length)> {
        let (_, part, length) = self.headed.iter().find(|(at, ..)| *at == line)?;
        Some((*part, *length))
    }

    /// The part the caret is in.
    pub fn part_here(&self) -> Option<Part> {
        let (line, _) = self.editor.caret();
        let mut parted = SectionReader::default();
        let lines = self.editor.lines()[..=line].iter();
        lines.map(|line| parted.read(line).0).last().flatten()
    }
}
