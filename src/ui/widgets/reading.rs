//! A question, an answer or a note as lines to read.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::areas::behind;
use super::pieces::{self, Pieces};
use crate::app::context::Context;
use crate::domain::answer::Answer;
use crate::domain::answer::imported_note::ImportedNote;
use crate::domain::days::ago;
use crate::domain::history::attempt::Attempt;
use crate::domain::part::Part;
use crate::domain::question::level::Level;
use crate::domain::question::{Origin, Probe, Question};
use crate::domain::subject::Subject;
use crate::markup::lines::contents;
use crate::markup::markdown::heading;
use crate::text::time::{clock, count};
use crate::text::wrap::wrap;
use crate::ui::paint::Paint;
use crate::ui::theme::Theme;

/// A line to read.
#[derive(Clone)]
pub(in crate::ui) struct Line {
    pub(in crate::ui) text: String,
    pub(in crate::ui) weight: Weight,
}

impl Line {
    pub(in crate::ui) fn new(text: impl Into<String>, weight: Weight) -> Line {
        let text = text.into();
        Line { text, weight }
    }

    /// Between what belongs together.
    pub(in crate::ui) fn blank() -> Line {
        Line::new("", Weight::Plain)
    }

    pub(in crate::ui) fn style(&self, theme: &Theme) -> Style {
        match self.weight {
            Weight::Bold => theme.heading,
            Weight::Plain => theme.text,
            Weight::Dim => theme.soft,
        }
    }
}

/// A text in so many columns.
pub(in crate::ui) fn wrapped(text: &str, columns: usize, weight: Weight) -> impl Iterator<Item = Line> {
    wrap(text, columns).into_iter().map(move |line| Line::new(line, weight))
}

/// How a line to read looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Weight {
    Bold,
    Plain,
    Dim,
}

/// The lines of whatever can be shown; of a long text, the first so many.
pub(in crate::ui) fn lines(cx: &Context, shown: Subject, columns: usize, most: usize) -> Vec<Line> {
    match shown {
        Subject::Question(question) => question_lines(cx, question, columns),
        Subject::Answer(answer) => answer_lines(cx, answer, columns, most),
        Subject::Note(note) => note_lines(note, columns, most),
    }
}

/// Draws lines from the one scrolled to; where there are more, the last one seen says so.
pub(in crate::ui) fn rows(paint: &mut Paint, area: Rect, lines: &[Line], scroll: usize) {
    let piece = |line: &Line| vec![(line.text.clone(), line.style(paint.theme))];
    let lines: Vec<Pieces> = lines.iter().map(piece).collect();
    pieces::draw(paint, behind(area, 2), &lines, scroll);
}

pub(in crate::ui) fn question_lines(cx: &Context, question: &Question, columns: usize) -> Vec<Line> {
    let workspace = cx.workspace;
    let mut lines: Vec<Line> = wrapped(&question.ask, columns, Weight::Bold).collect();
    lines.extend(wrapped(&facts(question), columns, Weight::Dim));
    if workspace.settings.hides(&question.id) {
        lines.push(Line::new("hidden; u brings it back", Weight::Dim));
    }
    let answers = workspace.library.answers_to(&question.id);
    let mut answers: Vec<String> = answers.map(|answer| title_line(cx, answer)).collect();
    if answers.is_empty() {
        answers.push("none yet".to_owned());
    }
    let told = workspace.history.of_question(&question.id).rev().take(8);
    let noted = workspace.history.notes_unrated(&question.id);
    let noted = noted.map(|note| format!("{}, {}", ago(workspace.day_of(note.t), workspace.today), note.text));
    for (title, items) in [
        ("They may ask", question.probes.iter().map(probe_line).collect()),
        ("They listen for", question.listen_for.clone()),
        ("Your answers", answers),
        ("Told", told.map(|attempt| told_line(cx, attempt)).collect()),
        ("Noted, not rated", noted.collect()),
    ] {
        section(&mut lines, title, items, columns);
    }
    lines
}

/// Levels, tags and the file a question of one's own is from.
fn facts(question: &Question) -> String {
    let levels: Vec<&str> = question.levels.iter().map(Level::id).collect();
    let mut facts = vec![levels.join(" ")];
    facts.extend(Some(question.tags.join(" ")).filter(|tags| !tags.is_empty()));
    if let Origin::Own(file) = &question.origin {
        facts.push(file.to_string());
    }
    facts.join(" · ")
}

fn probe_line(probe: &Probe) -> String {
    match probe.when {
        Some(Part::Result) => format!("{}  (when the result is missing)", probe.ask),
        Some(part) => format!("{}  (when the {} is thin)", probe.ask, part.id()),
        None => probe.ask.clone(),
    }
}

fn title_line(cx: &Context, answer: &Answer) -> String {
    let heard = cx.overview.heard_by(&answer.id);
    let heard = heard.map_or(String::new(), |company| format!(", {company} heard it"));
    let length = answer.length();
    format!("{}  ({}{heard})", answer.title, count(length.count(), length.noun()))
}

fn told_line(cx: &Context, attempt: &Attempt) -> String {
    let when = ago(attempt.day(&cx.workspace.zone), cx.workspace.today);
    let (spoke, rating) = (clock(attempt.speak as u64), attempt.rating.word());
    if attempt.note.is_empty() {
        return format!("{when}, {spoke}, {rating}");
    }
    format!("{when}, {spoke}, {rating} · {}", attempt.note)
}

/// A list under its title; nothing where it has no items.
fn section(lines: &mut Vec<Line>, title: &str, items: Vec<String>, columns: usize) {
    if items.is_empty() {
        return;
    }
    lines.push(Line::blank());
    lines.push(Line::new(title, Weight::Dim));
    for item in items {
        for (n, piece) in wrap(&item, columns.saturating_sub(3)).into_iter().enumerate() {
            let mark = if n == 0 { " · " } else { "   " };
            lines.push(Line::new(format!("{mark}{piece}"), Weight::Plain));
        }
    }
}

fn answer_lines(cx: &Context, answer: &Answer, columns: usize, most: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = wrapped(&answer.title, columns, Weight::Bold).collect();
    let length = answer.length();
    let seconds = cx.workspace.settings.seconds_to_say(length);
    let unfinished = answer.unfinished();
    let said = count(length.count(), length.noun());
    let mut facts = format!("{said}, about {}", clock(seconds));
    if !unfinished.is_empty() {
        facts.push_str(&format!(" · {} to finish", count(unfinished.len(), "place")));
    }
    if let Some(company) = cx.overview.heard_by(&answer.id) {
        facts.push_str(&format!(" · {company} heard it"));
    }
    if let Some(source) = &answer.source {
        facts.push_str(&format!(" · from {source}"));
    }
    lines.extend(wrapped(&facts, columns, Weight::Dim));
    if let Some((first, others)) = answer.questions.split_first() {
        let question = cx.workspace.library.question(first);
        let ask = question.map_or(first.as_str(), |question| question.ask.as_str());
        let mut says = format!("for: {ask}");
        if !others.is_empty() {
            says.push_str(&format!(" And {} more.", others.len()));
        }
        lines.extend(wrapped(&says, columns, Weight::Dim));
    }
    if !cx.workspace.library.linked(answer) {
        let says = "names no question yet; ?link links it";
        lines.extend(wrapped(says, columns, Weight::Dim));
    }
    lines.push(Line::blank());
    for line in contents(answer.body()) {
        if lines.len() >= most {
            break;
        }
        match heading(line) {
            Some(title) => lines.push(Line::new(title, Weight::Bold)),
            None => lines.extend(wrapped(&line.replace("**", ""), columns, Weight::Plain)),
        }
    }
    lines
}

/// What an import could not place; the lines it stood on are dim above each piece.
fn note_lines(note: &ImportedNote, columns: usize, most: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = vec![
        Line::new(note.title.clone(), Weight::Bold),
        Line::new(note.path.clone(), Weight::Dim),
    ];
    let heading = |line: &&str| line.starts_with("# ");
    for line in note.text.lines().skip_while(|line| heading(line)) {
        if lines.len() >= most {
            break;
        }
        match line.strip_prefix("<!-- ").and_then(|rest| rest.strip_suffix(" -->")) {
            Some(place) => lines.push(Line::new(place, Weight::Dim)),
            None => lines.extend(wrapped(line, columns, Weight::Plain)),
        }
    }
    lines
}
