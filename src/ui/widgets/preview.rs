//! A question with what belongs to it, an answer or a note, in as many rows as there are.

use super::pieces::Pieces;
use super::reading;
use crate::app::context::Context;
use crate::domain::answer::Answer;
use crate::domain::days::ago;
use crate::domain::history::attempt::Attempt;
use crate::domain::part::Part;
use crate::domain::question::level::Level;
use crate::domain::question::{Probe, Question};
use crate::domain::subject::Subject;
use crate::text::shown::columns;
use crate::text::time::{clock, count};
use crate::text::wrap::wrap;
use crate::ui::theme::Theme;

/// Columns of prose at most.
const PROSE: usize = 72;

/// Columns of the words at the left.
const LABEL: usize = 17;

/// Rows of a text beyond those shown that are looked at for a frame, so that a long text costs no more than a short one.
const AHEAD: usize = 100;

/// How much of a question is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Much {
    /// Everything.
    Whole,
    /// Everything where that is not more than so many rows, else as many of each kind as that leaves room for, at least
    /// one, with how many more there are.
    Within(usize),
}

/// Of each kind at most so many: all, or what is tried for a few rows.
const ALL: usize = usize::MAX;
const FEWER: [usize; 3] = [3, 2, 1];

/// The rows of something for so many columns; of a text the first `most`.
pub(in crate::ui) fn rows(
    theme: &Theme,
    cx: &Context,
    shown: Subject,
    (width, most): (u16, usize),
    much: Much,
) -> Vec<Pieces> {
    let columns = usize::from(width).min(PROSE);
    let Subject::Question(question) = shown else {
        let lines = reading::lines(cx, shown, columns, most + AHEAD).into_iter();
        return lines.map(|line| vec![(line.text.clone(), line.style(theme))]).collect();
    };
    let about = About {
        theme,
        cx,
        question,
        columns,
    };
    let mut all = about.rows(ALL);
    if let Much::Within(rows) = much {
        for most in FEWER {
            if all.len() > rows {
                all = about.rows(most);
            }
        }
    }
    all
}

/// A question, to be said in rows.
struct About<'a> {
    theme: &'a Theme,
    cx: &'a Context<'a>,
    question: &'a Question,
    columns: usize,
}

impl About<'_> {
    /// Its rows with at most so many of each kind.
    fn rows(&self, most: usize) -> Vec<Pieces> {
        let ask = wrap(&self.question.ask, self.columns).into_iter();
        let mut rows: Vec<Pieces> = ask.map(|line| vec![(line, self.theme.heading)]).collect();
        self.add_behind(&mut rows, Pieces::new(), self.question.category.id());
        rows.push(Pieces::new());
        if self.cx.workspace.settings.hides(&self.question.id) {
            rows.push(vec![(
                "put away: it is not asked; u brings it back".into(),
                self.theme.warn,
            )]);
        }
        self.answers(&mut rows, most);
        if most == ALL {
            self.told(&mut rows);
        } else {
            self.told_in_short(&mut rows);
        }
        let probes: Vec<String> = self.question.probes.iter().map(probe).collect();
        self.list(&mut rows, "They may ask", &probes, most);
        self.list(&mut rows, "They listen for", &self.question.listen_for, most);
        if most == ALL {
            self.list(&mut rows, "Asked of", &[self.asked_of()], most);
        }
        rows
    }

    /// A row with a word at its left, where there is one.
    fn labelled(&self, label: &str, pieces: Pieces) -> Pieces {
        let label = format!("{label}{}", " ".repeat(LABEL.saturating_sub(columns(label))));
        [(label, self.theme.faint)].into_iter().chain(pieces).collect()
    }

    fn list(&self, rows: &mut Vec<Pieces>, label: &str, items: &[String], most: usize) {
        let kept = items.len().min(most);
        let more = items.len() - kept;
        let (mark, hang) = if items.len() > 1 { ("· ", "  ") } else { ("", "") };
        let width = self.columns.saturating_sub(LABEL + mark.len());
        let mut first = label;
        for (n, item) in items.iter().take(kept).enumerate() {
            for (k, line) in wrap(item, width).into_iter().enumerate() {
                let before = if k == 0 { mark } else { hang };
                let pieces = vec![(before.to_owned(), self.theme.faint), (line, self.theme.text)];
                rows.push(self.labelled(first, pieces));
                first = "";
            }
            if more > 0 && n + 1 == kept {
                self.and_more(rows, more);
            }
        }
    }

    /// How many more there are.
    fn and_more(&self, rows: &mut Vec<Pieces>, more: usize) {
        let beside = self.labelled("", Pieces::new());
        self.add_behind(rows, beside, &format!("+ {more} more"));
    }

    /// A word behind the last row where that has room, else in a row of its own.
    fn add_behind(&self, rows: &mut Vec<Pieces>, mut own: Pieces, says: &str) {
        let used = |row: &Pieces| row.iter().map(|(text, _)| columns(text)).sum::<usize>();
        match rows.last_mut() {
            Some(last) if used(last) + 2 + says.len() <= self.columns => {
                last.push((format!("  {says}"), self.theme.faint));
            }
            _ => {
                own.push((says.to_owned(), self.theme.faint));
                rows.push(own);
            }
        }
    }

    fn answers(&self, rows: &mut Vec<Pieces>, most: usize) {
        let answers: Vec<&Answer> = self.cx.workspace.library.answers_to(&self.question.id).collect();
        let kept = answers.len().min(most);
        let mut label = "Answer";
        for answer in answers.iter().take(kept) {
            let facts = facts(self.cx, answer);
            let width = self.columns.saturating_sub(LABEL);
            let whole = columns(&answer.title) + 3 + columns(&facts) <= width;
            if whole {
                let pieces = vec![
                    (answer.title.clone(), self.theme.text),
                    (format!(" · {facts}"), self.theme.soft),
                ];
                rows.push(self.labelled(label, pieces));
            } else {
                let title = wrap(&answer.title, width)
                    .into_iter()
                    .map(|line| (line, self.theme.text));
                let facts = wrap(&facts, width).into_iter().map(|line| (line, self.theme.soft));
                for piece in title.chain(facts) {
                    rows.push(self.labelled(label, vec![piece]));
                    label = "";
                }
            }
            label = "";
        }
        if answers.len() > kept {
            self.and_more(rows, answers.len() - kept);
        }
        if answers.is_empty() {
            rows.push(self.labelled(label, vec![("none yet".into(), self.theme.soft)]));
        }
    }

    /// How a time went: the figure, when, and how long.
    fn time(&self, attempt: &Attempt) -> Pieces {
        let figure = self.theme.height(attempt.rating).to_string();
        let when = ago(self.cx.workspace.day_of(attempt.t), self.cx.workspace.today);
        let says = format!(" {when} {}", clock(attempt.speak as u64));
        vec![(figure, self.theme.of_rating(attempt.rating)), (says, self.theme.soft)]
    }

    /// The last three times in one row, the newest at the right.
    fn told_in_short(&self, rows: &mut Vec<Pieces>) {
        let told: Vec<&Attempt> = self.cx.workspace.history.of_question(&self.question.id).collect();
        let most = if self.columns >= 68 { 3 } else { 2 };
        let mut pieces = Pieces::new();
        for attempt in &told[told.len().saturating_sub(most)..] {
            if !pieces.is_empty() {
                pieces.push(("   ".into(), self.theme.text));
            }
            pieces.extend(self.time(attempt));
        }
        if !pieces.is_empty() {
            rows.push(self.labelled("Told", pieces));
        }
        let last = told.last().filter(|attempt| !attempt.note.is_empty());
        let last = last.map(|attempt| attempt.note.clone());
        let noted: Vec<String> = last.into_iter().chain(self.noted()).collect();
        self.list(rows, "Noted", &noted, 1);
    }

    /// Each time in a row of its own with what was noted, the last first; then what was noted without a rating.
    fn told(&self, rows: &mut Vec<Pieces>) {
        let history = &self.cx.workspace.history;
        let width = self.columns.saturating_sub(LABEL);
        let mut label = "Told";
        for attempt in history.of_question(&self.question.id).rev().take(8) {
            rows.push(self.labelled(label, self.time(attempt)));
            label = "";
            for line in wrap(&attempt.note, width.saturating_sub(2))
                .iter()
                .filter(|line| !line.is_empty())
            {
                rows.push(self.labelled("", vec![(format!("  {line}"), self.theme.text)]));
            }
        }
        self.list(rows, "Noted", &self.noted(), ALL);
    }

    /// What was noted without a rating.
    fn noted(&self) -> Vec<String> {
        let said = |t, text: &str| {
            let when = ago(self.cx.workspace.day_of(t), self.cx.workspace.today);
            format!("{when}, {text}")
        };
        let notes = self.cx.workspace.history.notes_unrated(&self.question.id);
        notes.map(|note| said(note.t, &note.text)).collect()
    }

    /// Whom it suits, and its tags.
    fn asked_of(&self) -> String {
        let levels: Vec<&str> = self.question.levels.iter().map(Level::id).collect();
        let tags = self.question.tags.iter().map(|tag| format!("#{tag}"));
        let tags: Vec<String> = tags.collect();
        format!("{}   {}", levels.join(", "), tags.join(" ")).trim().to_owned()
    }
}

/// How long an answer is, and what else is to be known of it.
fn facts(cx: &Context, answer: &Answer) -> String {
    let length = answer.length();
    let seconds = cx.workspace.settings.seconds_to_say(length);
    let said = count(length.count(), length.noun());
    let mut facts = format!("{said}, about {}", clock(seconds));
    let unfinished = answer.unfinished().len();
    if unfinished > 0 {
        facts.push_str(&format!(", {} to finish", count(unfinished, "place")));
    }
    if let Some(company) = cx.overview.heard_by(&answer.id) {
        facts.push_str(&format!(", {company} heard it"));
    }
    facts
}

fn probe(probe: &Probe) -> String {
    match probe.when {
        Some(Part::Result) => format!("{}  (when the result is missing)", probe.ask),
        Some(part) => format!("{}  (when the {} is thin)", probe.ask, part.id()),
        None => probe.ask.clone(),
    }
}
