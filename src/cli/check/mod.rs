//! `greenroom check`: what is wrong in answers and banks, drawn at its place.

mod draw;
mod formats;
mod looked;
mod subject;
mod table;

use annotate_snippets::Renderer;

use super::args::{CheckArgs, CheckFormat};
use super::fault::Fault;
use super::json::envelope;
use super::out::Out;
use super::session::Setting;
use crate::check::codes::Severity;
use crate::check::finding::Finding;
use crate::text::shown::Shown;
use crate::text::time::count;
use looked::Looked;
use subject::Subject;

/// The exit code when something was found.
const FOUND: u8 = 1;

/// Columns a line is drawn in where nobody says how many there are.
const COLUMNS: usize = 120;

/// `greenroom check`.
pub(super) fn run(setting: &Setting, wish: &CheckArgs, out: &mut Out) -> Result<u8, Fault> {
    if wish.codes {
        return out.words(&table::table());
    }
    if let Some(code) = &wish.explain {
        return out.words(&table::explained(code)?);
    }
    let format = if wish.json { CheckFormat::Json } else { wish.format };
    let subject = Subject::read(setting, wish)?;
    if wish.claims {
        return claims(&subject, format, out);
    }
    let found = subject.findings(setting, wish.strict);
    match format {
        CheckFormat::Json => out.bytes(&formats::json(
            &found,
            &Looked::at(&subject.read),
            &subject.read.problems,
        ))?,
        CheckFormat::Github => out.words(&formats::github(&found))?,
        CheckFormat::Text => {
            let sources = subject.sources(setting, &found);
            let coloured = setting.coloured(out.is_terminal());
            let renderer = if coloured {
                Renderer::styled()
            } else {
                Renderer::plain()
            };
            let renderer = renderer.term_width(out.columns().unwrap_or(COLUMNS));
            let text = draw::drawn(&found, &sources, &renderer) + &summary(&subject, &found, wish.strict);
            if coloured {
                out.coloured(&text)?
            } else {
                out.words(&text)?
            }
        }
    };
    let least = if wish.strict { Severity::Note } else { Severity::Warning };
    Ok(if found.iter().any(|finding| finding.severity() <= least) {
        FOUND
    } else {
        0
    })
}

/// The last lines: what could not be read, how much was looked at, how much was found.
fn summary(subject: &Subject, found: &[Finding], strict: bool) -> String {
    let looked = Looked::at(&subject.read).words();
    let mut text: String = subject.missing.iter().map(|missing| format!("{missing}\n")).collect();
    if looked.is_empty() && found.is_empty() {
        return text + "There is no answer and no bank to check\n";
    }
    if looked.is_empty() {
        text.push_str("Nothing could be checked: ");
    } else {
        text.push_str(&format!("{looked}: "));
    }
    let weighing = |severity| found.iter().filter(|finding| finding.severity() == severity).count();
    let counts = Severity::ALL.map(|severity| (severity, weighing(severity))).into_iter();
    let counts = counts.filter(|(_, number)| *number > 0);
    let counts: Vec<String> = counts.map(|(severity, number)| count(number, severity.id())).collect();
    match found.first() {
        None => text.push_str("nothing found\n"),
        Some(first) => text.push_str(&format!(
            "{}. Why: greenroom check --explain {}\n",
            counts.join(", "),
            first.code().code
        )),
    }
    let unlisted = if strict { 0 } else { subject.unlisted() };
    if unlisted > 0 {
        let what = count(unlisted, "thing");
        text.push_str(&format!(
            "{what} that imports and forms left open: greenroom check --strict\n"
        ));
    }
    text
}

/// `greenroom check --claims`: every figure with what it counts and where it stands.
fn claims(subject: &Subject, format: CheckFormat, out: &mut Out) -> Result<u8, Fault> {
    let claims = subject.claims();
    if format == CheckFormat::Json {
        let rows: Vec<_> = claims
            .iter()
            .map(|(path, line, claim)| {
                serde_json::json!({"path": path, "line": line, "figure": claim.written, "sentence": claim.sentence})
            })
            .collect();
        return out.bytes(&envelope(serde_json::json!({ "claims": rows }), &subject.read.problems));
    }
    let mut text = String::new();
    let mut last = "";
    for (path, line, claim) in &claims {
        if *path != last {
            text.push_str(&format!(
                "{}{}\n",
                if last.is_empty() { "" } else { "\n" },
                Shown::new(path)
            ));
            last = path;
        }
        let sentence: Vec<&str> = claim.sentence.split_whitespace().collect();
        text.push_str(&format!(
            "{line:>5}  {:<18} {}\n",
            Shown::new(&claim.written),
            Shown::new(&sentence.join(" "))
        ));
    }
    if claims.is_empty() {
        text.push_str("No answer has a figure\n");
    }
    out.words(&text)
}

#[cfg(test)]
mod tests;
