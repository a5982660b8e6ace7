//! What else a pane can show, and a part copied from one answer to the other.

use std::collections::HashSet;

use super::buffer::SaveState;
use super::over::{BenchDialog, PaneChoice};
use super::{Pane, Workbench, buffer_for};
use crate::app::context::Context;
use crate::app::hit::SearchHit;
use crate::app::request::{Request, Requests};
use crate::app::widgets::editor::Editor;
use crate::app::widgets::filter_list::Search;
use crate::app::workspace::Workspace;
use crate::domain::answer::Answer;
use crate::domain::answer::sections::SectionReader;
use crate::domain::clock::Moment;
use crate::domain::days::ago;
use crate::domain::names;
use crate::domain::part::Part;
use crate::domain::question::Question;
use crate::domain::subject::Subject;
use crate::keys::action::Action;
use crate::text::time::clock;

impl Workbench {
    /// Asks what else this pane is to show: what belongs to the question first, then everything there is.
    pub(super) fn ask_for_other(&mut self, cx: &Context) -> Requests {
        if self.buffer().is_some_and(|buffer| buffer.kept != SaveState::Clean) {
            return vec![Request::notify("Save this with ctrl-s first")];
        }
        let library = &cx.workspace.library;
        let shown: Vec<PaneChoice> = self.panes.iter().filter_map(Pane::beside).collect();
        let mut seen = HashSet::new();
        let mut rows = self.related(cx.workspace);
        let answers = library.answers().iter();
        rows.extend(answers.map(|answer| PaneChoice::Answer(answer.id.clone())));
        rows.extend(library.samples().map(|sample| PaneChoice::Sample(sample.id.clone())));
        let questions = library.questions().iter();
        rows.extend(questions.map(|question| PaneChoice::Question(question.id.clone())));
        rows.retain(|row| !shown.contains(row) && seen.insert(row.clone()));
        let lines = rows.iter().map(|row| row.line(cx.workspace)).collect();
        self.dialog = Some(BenchDialog::PanePicker(Search::new(rows, lines)));
        Requests::new()
    }

    /// What belongs to the question of the workbench, else to the questions of the answer in front.
    fn related(&self, workspace: &Workspace) -> Vec<PaneChoice> {
        let library = &workspace.library;
        let buffers = self.buffers().filter_map(|buffer| library.answer(&buffer.id));
        let linked = buffers.flat_map(|answer| &answer.questions);
        let ids = self.question.iter().chain(linked);
        let found: Vec<&Question> = ids.filter_map(|id| library.question(id)).collect();
        let mut rows: Vec<PaneChoice> = found
            .iter()
            .map(|question| PaneChoice::Question(question.id.clone()))
            .collect();
        let Some(question) = found.first() else {
            return rows;
        };
        let answers = library.answers_to(&question.id);
        rows.extend(answers.map(|answer| PaneChoice::Answer(answer.id.clone())));
        let told = workspace.history.of_question(&question.id).rev().take(TOLD);
        rows.extend(told.map(|attempt| PaneChoice::Attempt(attempt.id.clone())));
        let fits = |sample: &&Answer| {
            sample.questions.contains(&question.id) || library.category_of(sample) == question.category
        };
        let samples = library.samples().filter(fits);
        rows.extend(samples.map(|sample| PaneChoice::Sample(sample.id.clone())));
        let fitting = library.fitting(question);
        rows.extend(fitting.iter().map(|answer| PaneChoice::Answer(answer.id.clone())));
        rows
    }

    /// An action while that is asked.
    pub(super) fn beside_action(&mut self, mut search: Search<PaneChoice>, action: Action, cx: &Context) {
        match action {
            Action::Open => {
                if let Some(row) = search.selected().cloned() {
                    self.show_beside(row, cx.workspace);
                }
            }
            Action::Back | Action::StopTyping => {}
            action => {
                search.act(action);
                self.dialog = Some(BenchDialog::PanePicker(search));
            }
        }
    }

    /// Shows what was chosen in the pane in front.
    fn show_beside(&mut self, row: PaneChoice, workspace: &Workspace) {
        let scroll = 0;
        let pane = match row {
            PaneChoice::Question(id) => Pane::Question { id, scroll },
            PaneChoice::Sample(id) => Pane::Sample { id, scroll },
            PaneChoice::Attempt(id) => Pane::Attempt { id, scroll },
            PaneChoice::Answer(id) => match workspace.library.answer(&id) {
                Some(answer) => buffer_for(answer),
                None => return,
            },
        };
        self.panes[self.focus] = pane;
        self.set_hand(self.hand);
    }

    /// Copies the part at the caret to the same part of the answer in the other pane, behind what stands there.
    pub(super) fn copy_part(&mut self, now: Moment) -> Requests {
        let part = self.buffer().and_then(|buffer| {
            let part = buffer.part_here()?;
            Some((part, part_text(&buffer.editor, part)))
        });
        let Some((part, text)) = part else {
            return vec![Request::notify(
                "Go into a part first: situation, task, action, result or reflection",
            )];
        };
        let said = match &mut self.panes[1 - self.focus] {
            Pane::Answer(buffer) if buffer.locked.is_none() => {
                let body = with_part(&buffer.editor.text(), part, &text);
                buffer.editor.select_all();
                buffer.editor.insert(&body);
                buffer.mark_dirty(now);
                format!("{} copied across; u there takes it back", part.title())
            }
            _ => "There is no answer to edit in the other pane; ctrl-o shows another".to_owned(),
        };
        vec![Request::notify(said)]
    }
}

/// Attempts on the question that are offered.
const TOLD: usize = 8;

impl PaneChoice {
    /// What it stands for now: of something told its question.
    pub fn subject<'a>(&self, workspace: &'a Workspace) -> Option<Subject<'a>> {
        match self {
            PaneChoice::Question(id) => SearchHit::Question(id.clone()).subject(workspace),
            PaneChoice::Answer(id) => SearchHit::Answer(id.clone()).subject(workspace),
            PaneChoice::Attempt(id) => SearchHit::Attempt(id.clone()).subject(workspace),
            PaneChoice::Sample(id) => workspace.library.sample(id).map(Subject::Answer),
        }
    }

    fn line(&self, workspace: &Workspace) -> String {
        let library = &workspace.library;
        let line = match self {
            PaneChoice::Question(id) => library.question(id).map(|question| question.ask.clone()),
            PaneChoice::Answer(id) => library.answer(id).map(|answer| answer.title.clone()),
            PaneChoice::Sample(id) => library.sample(id).map(|sample| sample.title.clone()),
            PaneChoice::Attempt(id) => workspace.history.attempt(id).map(|attempt| {
                let when = ago(attempt.day(&workspace.zone), workspace.today);
                format!("{when}, {}, {}", clock(attempt.speak as u64), attempt.rating.word())
            }),
        };
        line.unwrap_or_default()
    }

    /// What it is, in a word.
    pub fn kind(&self) -> &'static str {
        match self {
            PaneChoice::Question(_) => "question",
            PaneChoice::Answer(_) => "answer",
            PaneChoice::Sample(_) => "sample",
            PaneChoice::Attempt(_) => "told",
        }
    }
}

impl Pane {
    fn beside(&self) -> Option<PaneChoice> {
        match self {
            Pane::Question { id, .. } => Some(PaneChoice::Question(id.clone())),
            Pane::Answer(buffer) => Some(PaneChoice::Answer(buffer.id.clone())),
            Pane::Attempt { id, .. } => Some(PaneChoice::Attempt(id.clone())),
            Pane::Sample { id, .. } => Some(PaneChoice::Sample(id.clone())),
            Pane::Version { .. } | Pane::Hint { .. } => None,
        }
    }
}

/// The lines of a part, without its name.
fn part_text(editor: &Editor, part: Part) -> String {
    let mut parted = SectionReader::default();
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
