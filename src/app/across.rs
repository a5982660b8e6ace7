//! What else a pane can show, and a part copied from one answer to the other.

use super::editor::Editor;
use super::message::Effect;
use super::sheet::Kept;
use super::state::App;
use super::workbench::{Hand, Pane};
use crate::domain::id::{AnswerId, EventId, QuestionId};
use crate::domain::moment::Moment;
use crate::domain::part::Part;

impl App {
    /// Shows the next of all that fits this pane: the question, its answers, samples, how it was last told.
    pub(super) fn show_other(&mut self) {
        let Some(bench) = self.workbench() else {
            return;
        };
        if bench.sheet().is_some_and(|sheet| sheet.kept != Kept::Saved) {
            return self.say("Save this with ctrl-s first");
        }
        let other = bench.panes[1 - bench.focus].key();
        let choices = self.choices(bench.question.as_ref());
        let here = bench.panes[bench.focus].key();
        let at = choices.iter().position(|key| *key == here);
        let next = (1..=choices.len())
            .map(|step| &choices[(at.map_or(0, |at| at + step)) % choices.len()])
            .find(|key| **key != other && **key != here)
            .cloned();
        let Some(key) = next else {
            return self.say("There is nothing else to show here");
        };
        let Some(pane) = self.pane_of(&key) else {
            return;
        };
        if let Some(bench) = self.workbench_mut() {
            bench.panes[bench.focus] = pane;
            bench.set_hand(Hand::Reading);
        }
    }

    fn choices(&self, question: Option<&QuestionId>) -> Vec<Key> {
        let mut keys = Vec::new();
        let Some(question) = question.and_then(|id| self.library.question(id.as_str())) else {
            return self
                .library
                .answers()
                .iter()
                .map(|answer| Key::Answer(answer.id.clone()))
                .collect();
        };
        keys.push(Key::Question(question.id.clone()));
        keys.extend(
            self.library
                .fitting(question)
                .iter()
                .map(|answer| Key::Answer(answer.id.clone())),
        );
        keys.extend(
            self.history
                .of_question(&question.id)
                .next_back()
                .map(|attempt| Key::Attempt(attempt.id.clone())),
        );
        keys
    }

    fn pane_of(&self, key: &Key) -> Option<Pane> {
        Some(match key {
            Key::Question(id) => Pane::Question {
                id: id.clone(),
                scroll: 0,
            },
            Key::Answer(id) => Self::sheet_for(self.library.answer(id.as_str())?),
            Key::Attempt(id) => Pane::Attempt {
                id: id.clone(),
                scroll: 0,
            },
            Key::Other => return None,
        })
    }

    /// Copies the part at the caret to the same part of the answer in the other pane, behind what stands there.
    pub(super) fn copy_part(&mut self, now: Moment) -> Vec<Effect> {
        let Some(bench) = self.workbench() else {
            return Vec::new();
        };
        let Some((part, text)) = bench.sheet().and_then(|sheet| {
            let part = sheet.part_here()?;
            Some((part, part_text(&sheet.editor, part)))
        }) else {
            self.say("Put the caret into a part first: situation, task, action, result or reflection");
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
                self.say(format!("{} copied across; ctrl-z there takes it back", part.title()));
            }
            _ => self.say("There is no answer to edit in the other pane; o shows another"),
        }
        Vec::new()
    }
}

/// What a pane holds, to compare by.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Key {
    Question(QuestionId),
    Answer(AnswerId),
    Attempt(EventId),
    Other,
}

impl Pane {
    fn key(&self) -> Key {
        match self {
            Pane::Question { id, .. } => Key::Question(id.clone()),
            Pane::Answer(sheet) => Key::Answer(sheet.id.clone()),
            Pane::Attempt { id, .. } => Key::Attempt(id.clone()),
            Pane::Version { .. } | Pane::Sample { .. } => Key::Other,
        }
    }
}

/// The lines of a part, without its heading.
fn part_text(editor: &Editor, part: Part) -> String {
    let mut inside = false;
    let mut lines = Vec::new();
    for line in editor.lines() {
        if let Some(title) = crate::domain::answer::heading(line) {
            inside = Part::from_heading(title) == Some(part);
        } else if inside {
            lines.push(line.as_str());
        }
    }
    lines.join("\n").trim_matches('\n').to_owned()
}

/// A body with text added at the end of a part; the part's heading is added where it is missing.
fn with_part(body: &str, part: Part, text: &str) -> String {
    let lines: Vec<&str> = body.split('\n').collect();
    let title = |line: &&str| crate::domain::answer::heading(line).and_then(Part::from_heading);
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
        .position(|line| crate::domain::answer::heading(line).is_some())
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
