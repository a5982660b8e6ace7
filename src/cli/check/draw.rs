//! Findings as a compiler draws them: the lines of the text, what is meant underlined, and what to do below.

use std::collections::HashMap;

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use crate::check::codes::Severity;
use crate::check::finding::{Finding, Span};
use crate::markup::lines::contents;
use crate::text::shown::Shown;

/// All findings, each with a blank line behind it.
pub(super) fn drawn(found: &[Finding], sources: &HashMap<String, String>, renderer: &Renderer) -> String {
    let lines: HashMap<&str, Vec<&str>> = sources
        .iter()
        .map(|(path, text)| (path.as_str(), contents(text).collect()))
        .collect();
    let mut text = String::new();
    for finding in found {
        let own = lines.get(finding.path.as_str()).map_or(&[][..], Vec::as_slice);
        text.push_str(&one(finding, own, renderer));
        text.push_str("\n\n");
    }
    text
}

fn one(finding: &Finding, lines: &[&str], renderer: &Renderer) -> String {
    let level = match finding.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let what = Shown::new(&finding.what);
    let path = Shown::new(&finding.path);
    let help = Shown::new(finding.help());
    let title = level.primary_title(what.as_str()).id(finding.code().code);
    let help = Level::HELP.message(help.as_str());
    let Some((source, bytes, span)) = excerpt(finding, lines) else {
        let origin = Origin::path(path.as_str());
        let origin = match finding.span {
            Some(span) => origin.line(span.line),
            None => origin,
        };
        return renderer.render(&[title.element(origin).element(help)]);
    };
    let mark = AnnotationKind::Primary.span(bytes).label(finding.code().name);
    let place = Snippet::source(source.as_str())
        .line_start(span.line)
        .path(path.as_str())
        .annotation(mark);
    renderer.render(&[title.element(place).element(help)])
}

/// The lines of a finding, made harmless, and the bytes of them that are meant. A finding over several lines shows the
/// first.
fn excerpt(finding: &Finding, lines: &[&str]) -> Option<(String, std::ops::Range<usize>, Span)> {
    let span = finding.span?;
    let line = lines.get(span.line.checked_sub(1)?)?;
    let byte = |column: usize| line.char_indices().nth(column - 1).map_or(line.len(), |(at, _)| at);
    let start = byte(span.column);
    let end = if span.end_line > span.line {
        line.trim_end().len()
    } else {
        byte(span.end_column)
    };
    // What the text becomes to be harmless has bytes of its own.
    // Tabs stay, since the drawing counts them as one column and draws them as blanks.
    let shown = |text: &str| {
        let pieces: Vec<String> = text.split('\t').map(|piece| Shown::new(piece).to_string()).collect();
        pieces.join("\t")
    };
    let (before, meant) = (shown(&line[..start]), shown(&line[start..end.max(start)]));
    let bytes = before.len()..before.len() + meant.len();
    let behind = shown(&line[end.max(start)..]);
    Some((before + &meant + &behind, bytes, span))
}
