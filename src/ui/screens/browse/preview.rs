//! What is selected in the Library: a question with what belongs to it, an answer, or a note.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::context::Context;
use crate::app::screens::browse::Browse;
use crate::app::widgets::viewport::Viewport;
use crate::domain::answer::Answer;
use crate::domain::days::ago;
use crate::domain::history::attempt::Attempt;
use crate::domain::part::Part;
use crate::domain::question::level::Level;
use crate::domain::question::{Probe, Question};
use crate::domain::settings::Settings;
use crate::domain::subject::Subject;
use crate::text::shown::columns;
use crate::text::time::{clock, count};
use crate::text::wrap::wrap;
use crate::ui::paint::Paint;
use crate::ui::theme::Theme;
use crate::ui::widgets::areas::before;
use crate::ui::widgets::reading;

/// Columns of prose at most.
const PROSE: usize = 72;

/// Columns of the words at the left.
const LABEL: usize = 17;

/// Rows of a text beyond those shown that are looked at for a frame, so that a long text costs no more than a short one.
const AHEAD: usize = 100;

/// One row, in pieces.
type Pieces = Vec<(String, Style)>;

/// How much of a question is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Much {
    /// Everything.
    Whole,
    /// One row of each kind, with how many more there are.
    Short,
}

/// Draws it: all of it where it fits or is scrolled, else the first of each kind.
pub(super) fn draw(paint: &mut Paint, cx: &Context, browse: &Browse, area: Rect) -> Viewport {
    let rows = usize::from(area.height);
    let all = lines(paint.theme, cx, browse, area.width, rows);
    let last = (browse.scroll + rows).min(all.len());
    for (y, row) in all.iter().skip(browse.scroll).take(rows).enumerate() {
        let pieces: Vec<(&str, Style)> = row.iter().map(|(text, style)| (text.as_str(), *style)).collect();
        let says_more = y + 1 == rows && last < all.len();
        let used = if says_more {
            paint.more_below(area, area.height - 1, last, all.len()) + 2
        } else {
            0
        };
        paint.pieces(before(area, used), 0, y as u16, &pieces);
    }
    Viewport {
        rows,
        of: all.len(),
        ..Viewport::default()
    }
}

/// The rows it wants below a list, with the hairline above it.
pub(super) fn rows(cx: &Context, browse: &Browse, width: u16, most: u16) -> u16 {
    let wanted = lines(&crate::ui::theme::MONO, cx, browse, width, usize::from(most)).len();
    most.min(u16::try_from(wanted).unwrap_or(most))
}

fn lines(theme: &Theme, cx: &Context, browse: &Browse, width: u16, rows: usize) -> Vec<Pieces> {
    let columns = usize::from(width).min(PROSE);
    let Some(shown) = browse.shown(cx.workspace) else {
        return Vec::new();
    };
    let Subject::Question(question) = shown else {
        let most = browse.scroll + rows + AHEAD;
        let lines = reading::lines(cx, shown, columns, most).into_iter();
        return lines
            .map(|(text, weight)| vec![(text, reading::style(theme, weight))])
            .collect();
    };
    let about = About {
        theme,
        cx,
        question,
        columns,
    };
    let whole = about.rows(Much::Whole);
    let reading = browse.column == crate::app::screens::browse::Column::Preview;
    if reading || whole.len() <= rows {
        whole
    } else {
        about.rows(Much::Short)
    }
}

/// A question, to be said in rows.
struct About<'a> {
    theme: &'a Theme,
    cx: &'a Context<'a>,
    question: &'a Question,
    columns: usize,
}

impl About<'_> {
    fn rows(&self, much: Much) -> Vec<Pieces> {
        let ask = wrap(&self.question.ask, self.columns).into_iter();
        let mut rows: Vec<Pieces> = ask.map(|line| vec![(line, self.theme.heading)]).collect();
        rows.push(Pieces::new());
        if self.cx.workspace.settings.hides(&self.question.id) {
            rows.push(vec![(
                "put away: it is not asked; u brings it back".into(),
                self.theme.warn,
            )]);
        }
        self.answers(&mut rows, much);
        match much {
            Much::Whole => self.told(&mut rows),
            Much::Short => self.told_in_short(&mut rows),
        }
        let probes: Vec<String> = self.question.probes.iter().map(probe).collect();
        self.list(&mut rows, "They may ask", &probes, (much, 1));
        self.list(&mut rows, "They listen for", &self.question.listen_for, (much, 1));
        if much == Much::Whole {
            self.list(&mut rows, "Asked of", &[self.asked_of()], (much, 1));
        }
        rows
    }

    /// A row with a word at its left, where there is one.
    fn labelled(&self, label: &str, pieces: Pieces) -> Pieces {
        let label = format!("{label}{}", " ".repeat(LABEL.saturating_sub(columns(label))));
        [(label, self.theme.faint)].into_iter().chain(pieces).collect()
    }

    fn list(&self, rows: &mut Vec<Pieces>, label: &str, items: &[String], (much, most): (Much, usize)) {
        let kept = if much == Much::Whole { items.len() } else { most };
        let more = items.len().saturating_sub(kept);
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

    /// How many more there are, in the last row where it has room, else in one of its own.
    fn and_more(&self, rows: &mut Vec<Pieces>, more: usize) {
        let says = format!("+ {more} more");
        let used = |row: &Pieces| row.iter().map(|(text, _)| columns(text)).sum::<usize>();
        match rows.last_mut() {
            Some(last) if used(last) + 2 + says.len() <= self.columns => {
                last.push((format!("  {says}"), self.theme.faint));
            }
            _ => rows.push(self.labelled("", vec![(says, self.theme.faint)])),
        }
    }

    fn answers(&self, rows: &mut Vec<Pieces>, much: Much) {
        let answers: Vec<&Answer> = self.cx.workspace.library.answers_to(&self.question.id).collect();
        let kept = if much == Much::Whole { answers.len() } else { 1 };
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
            rows.push(self.labelled(label, vec![("none yet; n writes one".into(), self.theme.soft)]));
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
        self.list(rows, "Noted", &noted, (Much::Short, 1));
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
        self.list(rows, "Noted", &self.noted(), (Much::Whole, 1));
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
    let pace = cx.workspace.settings.pace.unwrap_or(Settings::PACE);
    let seconds = answer.words() as u64 * 60 / u64::from(pace);
    let mut facts = format!("{}, about {}", count(answer.words(), "word"), clock(seconds));
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
