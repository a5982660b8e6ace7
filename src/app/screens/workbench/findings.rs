//! What is found in an answer while it is typed: kept in step with its text, said at its lines.

use super::Workbench;
use super::buffer::AnswerBuffer;
use super::details_form::{category_of, kind_of};
use super::finding::Finding;
use crate::app::context::Context;
use crate::app::request::{Request, Requests};
use crate::check::answer::{Draft, Mark, Private, marks};
use crate::check::codes::{Rule, Severity};
use crate::domain::question::Question;
use crate::text::line_ends::even;

impl AnswerBuffer {
    /// Looks through the text, where it changed since that was last done: not at each letter of a line, of which nothing is
    /// said, but when the caret leaves it. One that is only shown is left alone.
    pub(super) fn look_through(&mut self, cx: &Context) {
        self.typed_on.take_if(|line| *line != self.editor.caret().0);
        let lines = self.editor.lines().len();
        let seen = |(revision, then)| revision == self.revision || self.typed_on.is_some() && then == lines;
        if self.locked.is_some() || self.looked_at.is_some_and(seen) {
            return;
        }
        self.looked_at = Some((self.revision, lines));
        let mut document = self.document.clone();
        document.set_body(&self.editor.text());
        let text = document.text();
        let body = text.len() - document.body().len();
        let settings = &cx.workspace.settings;
        let private = Private::of(&settings.private_words, &cx.workspace.interviews);
        let found = marks(&self.as_checked(&text, body, cx), &private).into_iter();
        let said = found.filter(|mark| self.says(mark.rule));
        self.findings = said.map(|mark| placed(&text[body..], body, &mark)).collect();
    }

    /// The answer as it is checked.
    fn as_checked<'a>(&self, text: &'a str, body: usize, cx: &Context) -> Draft<'a> {
        let (library, settings) = (&cx.workspace.library, &cx.workspace.settings);
        let ids = self.list("questions");
        let questions: Vec<&Question> = ids.iter().filter_map(|id| library.question(id)).collect();
        let draft = Draft {
            kind: kind_of(self),
            category: category_of(self),
            ..Draft::plain(text, body, settings)
        };
        draft.allowing(&self.list("allow")).told_for(&questions, settings)
    }

    /// Whether a rule is worth a word here: nobody is told of what a new answer does not have yet, or of key points in
    /// what was brought from elsewhere.
    fn says(&self, rule: Rule) -> bool {
        let still_to_come = matches!(
            rule,
            Rule::PartsUnnamed
                | Rule::PartMissing
                | Rule::PartEmpty
                | Rule::SceneLong
                | Rule::ActionShort
                | Rule::AnswerShort
                | Rule::NoKeyPoints
                | Rule::KindUnfit
                | Rule::ResultBare
                | Rule::AbsentFromResult
                | Rule::FailureUnlearned
                | Rule::ConflictOpen
        );
        let brought = rule == Rule::NoKeyPoints && self.value("source").is_some();
        !(brought || still_to_come && self.path.is_none())
    }

    /// The weightiest thing found on a line.
    pub fn finding_at(&self, line: usize) -> Option<&Finding> {
        let on = self.findings().filter(|finding| finding.line == line);
        on.min_by_key(|finding| rank(finding.severity))
    }

    /// Everything that is found, from the top, but for the line that is being typed in.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(|finding| self.typed_on != Some(finding.line))
    }

    /// Puts the caret at the next line with a finding, the first one behind the last; whether there is one.
    fn go_to_next_finding(&mut self) -> bool {
        let (here, _) = self.editor.caret();
        let next = self.findings.iter().find(|finding| finding.line > here);
        let Some(next) = next.or(self.findings.first()) else {
            return false;
        };
        let (line, column) = (next.line, next.column);
        self.editor.go_to(line, column);
        true
    }
}

impl Workbench {
    /// Looks through every answer that changed.
    pub(super) fn look_through(&mut self, cx: &Context) {
        self.buffers_mut().for_each(|buffer| buffer.look_through(cx));
    }

    /// Goes to the next finding of the answer that takes the keys, else of the other.
    pub(super) fn next_finding(&mut self, cx: &Context) -> Requests {
        let pane = self.typed_in().unwrap_or(self.focus);
        self.turn_to(pane);
        self.buffers_mut().for_each(|buffer| buffer.typed_on = None);
        self.look_through(cx);
        match self.buffer_mut().map(AnswerBuffer::go_to_next_finding) {
            Some(true) => Requests::new(),
            _ => vec![Request::notify("Nothing is found in this answer")],
        }
    }
}

fn rank(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Note => 2,
    }
}

/// A mark at its line of the body; what stands in front of the body is said at its first line.
fn placed(body: &str, begins: usize, mark: &Mark) -> Finding {
    let at = mark.bytes.start.saturating_sub(begins).min(body.len());
    let before = even(&body[..at], "\n");
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count());
    let code = mark.rule.code();
    Finding {
        line,
        column,
        severity: code.severity,
        what: mark.what.clone(),
        remedy: mark.help.clone().unwrap_or_else(|| code.remedy.to_owned()),
    }
}
