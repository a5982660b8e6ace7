//! Findings for other programs: JSON, and the workflow commands of GitHub.

use serde_json::{Value, json};

use super::looked::Looked;
use crate::check::codes::Severity;
use crate::check::finding::Finding;
use crate::cli::json::envelope;
use crate::domain::problem::Problem;
use crate::text::shown::Shown;

/// The findings as JSON. Columns count characters from 1; the end is the place behind the last.
pub(super) fn json(found: &[Finding], looked: &Looked, problems: &[Problem]) -> Vec<u8> {
    let rows: Vec<Value> = found.iter().map(row).collect();
    let checked = json!({
        "answers": looked.answers,
        "banks": looked.banks,
        "questions": looked.questions,
        "lenses": looked.lenses,
        "interviews": looked.interviews,
    });
    envelope(json!({ "findings": rows, "checked": checked }), problems)
}

fn row(finding: &Finding) -> Value {
    let span = finding.span;
    json!({
        "code": finding.code().code,
        "severity": finding.severity().id(),
        "path": finding.path,
        "line": span.map(|span| span.line),
        "column": span.map(|span| span.column),
        "end_line": span.map(|span| span.end_line),
        "end_column": span.map(|span| span.end_column),
        "message": finding.what,
        "help": finding.help(),
    })
}

/// The findings as workflow commands: a line each, which GitHub shows at its place in a pull request.
pub(super) fn github(found: &[Finding]) -> String {
    found.iter().map(command).collect()
}

fn command(finding: &Finding) -> String {
    let level = match finding.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    };
    let code = finding.code();
    let mut keys = format!("file={}", property(&finding.path));
    if let Some(span) = finding.span {
        keys.push_str(&format!(",line={},endLine={}", span.line, span.end_line));
        // Columns are only taken within one line.
        if span.line == span.end_line {
            keys.push_str(&format!(",col={},endColumn={}", span.column, span.end_column));
        }
    }
    let title = property(&format!("{} {}", code.code, code.name));
    let message = data(&format!("{}. {}.", finding.what, finding.help()));
    format!("::{level} {keys},title={title}::{message}\n")
}

/// What stands behind the second pair of colons.
fn data(text: &str) -> String {
    let text = Shown::new(text).to_string();
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// What stands behind a key.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
