//! What else a pane can show, and a part copied from one answer to the other.

use std::collections::HashSet;

use super::buffer::Kept;
use super::{Pane, Workbench};
use crate::app::effect::Effect;
use crate::app::overlays::{Overlay, Search};
use crate::app::state::App;
use crate::app::widgets::editor::Editor;
use crate::domain::answer::Answer;
use crate::domain::answer::sections::Parted;
use crate::domain::clock::Moment;
use crate::domain::days::ago;
use crate::domain::id::{AnswerId, EventId, QuestionId};
use crate::domain::names;
use crate::domain::part::Part;
use crate::domain::question::Question;
use crate::text::time::clock;

impl App {
    /// Asks what else this pane is to show: what belongs to the question first, then everything there is.
    pub(in crate::app) fn ask_for_other(&mut self) {
        let Some(bench) = self.workbench() else {
            return;
        };
        if bench.sheet().is_some_and(|sheet| sheet.kept != Kept::Saved) {
            return self.say("Save this with ctrl-s first");
        }
        let shown: Vec<Beside> = bench.panes.iter().filter_map(Pane::beside).collect();
        let mut seen = HashSet::new();
        let mut rows = self.related(bench);
        let answers = self
            .workspace
            .library
            .answers()
            .iter()
            .map(|answer| Beside::Answer(answer.id.clone()));
        let samples = self
            .workspace
            .library
            .samples()
            .map(|sample| Beside::Sample(sample.id.clone()));
        let questions = self.workspace.library.questions().iter();
        rows.extend(answers);
        rows.extend(samples);
        rows.extend(questions.map(|question| Beside::Question(question.id.clone())));
        rows.retain(|row| !shown.contains(row) && seen.insert(row.clone()));
        let lines = rows.iter().map(|row| self.line_of(row)).collect();
        self.overlay = Some(Overlay::Beside(Search::new(rows, lines)));
    }

    /// What belongs to the question of the workbench, else to the questions of the answer in front.
    fn related(&self, bench: &Workbench) -> Vec<Beside> {
        let sheets = bench
            .sheets()
            .filter_map(|sheet| self.workspace.library.answer(sheet.id.as_str()));
        let linked = sheets.flat_map(|answer| &answer.questions);
        let ids: Vec<&QuestionId> = bench.question.iter().chain(linked).collect();
        let found: Vec<&Question> = ids
            .iter()
            .filter_map(|id| self.workspace.library.question(id.as_str()))
            .collect();
        let mut rows: Vec<Beside> = found
            .iter()
            .map(|question| Beside::Question(question.id.clone()))
            .collect();
        let Some(question) = found.first() else {
            return rows;
        };
        let answers = self.workspace.library.answers_to(&question.id);
        rows.extend(answers.map(|answer| Beside::Answer(answer.id.clone())));
        let told = self.workspace.history.of_question(&question.id).rev().take(TOLD);
        rows.extend(told.map(|attempt| Beside::Attempt(attempt.id.clone())));
        let fits = |sample: &&Answer| {
            sample.questions.contains(&question.id) || self.workspace.library.category_of(sample) == question.category
        };
        let samples = self.workspace.library.samples().filter(fits);
        rows.extend(samples.map(|sample| Beside::Sample(sample.id.clone())));
        let fitting = self.workspace.library.fitting(question);
        rows.extend(fitting.iter().map(|answer| Beside::Answer(answer.id.clone())));
        rows
    }

    fn line_of(&self, row: &Beside) -> String {
        let line = match row {
            Beside::Question(id) => self
                .workspace
                .library
                .question(id.as_str())
                .map(|question| question.ask.clone()),
            Beside::Answer(id) => self
                .workspace
                .library
                .answer(id.as_str())
                .map(|answer| answer.title.clone()),
            Beside::Sample(id) => self.sample(id).map(|sample| sample.title.clone()),
            Beside::Attempt(id) => self.workspace.history.attempt(id).map(|attempt| {
                let when = ago(self.workspace.day_of(attempt.t), self.workspace.today);
                format!("{when}, {}, {}", clock(attempt.speak as u64), attempt.rating.word())
            }),
        };
        line.unwrap_or_default()
    }

    /// The sample with this id.
    pub fn sample(&self, id: &AnswerId) -> Option<&Answer> {
        self.workspace.library.samples().find(|sample| sample.id == *id)
    }

    /// Shows what was chosen in the pane in front.
    pub(in crate::app) fn show_beside(&mut self, row: Beside) {
        let scroll = 0;
        let pane = match row {
            Beside::Question(id) => Pane::Question { id, scroll },
            Beside::Sample(id) => Pane::Sample { id, scroll },
            Beside::Attempt(id) => Pane::Attempt { id, scroll },
            Beside::Answer(id) => match self.workspace.library.answer(id.as_str()) {
                Some(answer) => Self::sheet_for(answer),
                None => return,
            },
        };
        if let Some(bench) = self.workbench_mut() {
            bench.panes[bench.focus] = pane;
            bench.set_hand(bench.hand);
        }
    }

    /// Copies the part at the caret to the same part of the answer in the other pane, behind what stands there.
    pub(in crate::app) fn copy_part(&mut self, now: Moment) -> Vec<Effect> {
        let Some(bench) = self.workbench() else {
            return Vec::new();
        };
        let Some((part, text)) = bench.sheet().and_then(|sheet| {
            let part = sheet.part_here()?;
            Some((part, part_text(&sheet.editor, part)))
        }) else {
            self.say("Go into a part first: situation, task, action, result or reflection");
            return Vec::new();
        };
        let Some(bench) = self.workbench_mut() else {
            return Vec::new();
        };
        match &mut bench.panes[1 - bench.focus] {
            Pane::Answer(sheet) if sheet.locked.is_none() => {
                let body = with_part(&sheet.editor.text(), part, &text);
                sheet.editor.select_all();
                sheet.editor.insert(&body);
                sheet.touched(now);
                sheet.look_through();
                self.say(format!("{} copied across; u there takes it back", part.title()));
            }
            _ => self.say("There is no answer to edit in the other pane; o shows another"),
        }
        Vec::new()
    }
}

/// Attempts on the question that are offered.
const TOLD: usize = 8;

/// What a pane can show.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Beside {
    /// A question.
    Question(QuestionId),
    /// An answer, to edit.
    Answer(AnswerId),
    /// A sample.
    Sample(AnswerId),
    /// How a question was told once.
    Attempt(EventId),
}

impl Beside {
    /// What it is, in a word.
    pub fn kind(&self) -> &'static str {
        match self {
            Beside::Question(_) => "question",
            Beside::Answer(_) => "answer",
            Beside::Sample(_) => "sample",
            Beside::Attempt(_) => "told",
        }
    }
}

impl Pane {
    fn beside(&self) -> Option<Beside> {
        match self {
            Pane::Question { id, .. } => Some(Beside::Question(id.clone())),
            Pane::Answer(sheet) => Some(Beside::Answer(sheet.id.clone())),
            Pane::Attempt { id, .. } => Some(Beside::Attempt(id.clone())),
            Pane::Sample { id, .. } => Some(Beside::Sample(id.clone())),
            Pane::Version { .. } | Pane::Hint { .. } => None,
        }
    }
}

/// The lines of a part, without its name.
fn part_text(editor: &Editor, part: Part) -> String {
    let mut parted = Parted::default();
    let read = editor.lines().iter().map(|line| parted.read(line));
    let inside = read.filter(|(of, _)| *of == Some(part));
    let lines: Vec<&str> = inside.filter_map(|(_, text)| text).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// A body with text added at the end of a part; the part's heading is added where it is missing.
fn with_part(body: &str, part: Part, text: &str) -> String {
    let lines: Vec<&str> = body.split('\n').collect();
    let title = |line: &&str| crate::markup::markdown::heading(line).and_then(names::part);
    let Some(start) = lines.iter().position(|line| title(line) == Some(part)) else {
        let gap = if body.is_empty() || body.ends_with('\n') {
            ""
        } else {
            "\n"
        };
        return format!("{body}{gap}## {}\n{text}\n", part.title());
    };
    let end = lines
        .iter()
        .skip(start + 1)
        .position(|line| crate::markup::markdown::heading(line).is_some())
        .map_or(lines.len(), |n| start + 1 + n);
    let mut last = end;
    while last > start + 1 && lines[last - 1].trim().is_empty() {
        last -= 1;
    }
    let mut out: Vec<&str> = lines[..last].to_vec();
    out.push(text);
    out.extend(&lines[last..]);
    out.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_added_at_its_end_or_with_its_heading() {
        let body = "## Task\nmine\n\n## Action\nx\n";
        assert_eq!(
            with_part(body, Part::Task, "more"),
            "## Task\nmine\nmore\n\n## Action\nx\n"
        );
        assert_eq!(
            with_part(body, Part::Result, "end"),
            "## Task\nmine\n\n## Action\nx\n## Result\nend\n"
        );
        let editor = Editor::new(body);
        assert_eq!(part_text(&editor, Part::Task), "mine");
    }
}
