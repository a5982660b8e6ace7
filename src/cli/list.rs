//! `greenroom list`: questions, answers, categories, attempts, interviews.

use super::args::ListWhat;
use super::fault::Fault;
use super::out::Out;
use super::reading::Everything;
use super::session::Setting;
use super::{json, rows};
use crate::domain::category::Category;
use crate::domain::interview::agenda::by_what_is_asked;
use crate::domain::interview::follow_up::words::what;
use crate::domain::progress::standing::standings;
use crate::text::shown::{Shown, columns};
use crate::text::time::{clock, count};

/// `greenroom list`.
pub(super) fn print(setting: &Setting, what: ListWhat, as_json: bool, out: &mut Out) -> Result<u8, Fault> {
    let all = setting.everything()?;
    if as_json {
        return print_json(&all, what, out);
    }
    let mut text = String::new();
    match what {
        ListWhat::Questions => questions(&all, &mut text),
        ListWhat::Answers => answers(&all, &mut text),
        ListWhat::Categories => categories(&all, &mut text),
        ListWhat::Attempts => attempts(&all, &mut text),
        ListWhat::Interviews => interviews(&all, &mut text),
    }
    out.bytes(text.as_bytes())
}

fn print_json(all: &Everything, what: ListWhat, out: &mut Out) -> Result<u8, Fault> {
    let (library, history, problems) = (&all.library, &all.history, &all.problems);
    match what {
        ListWhat::Questions => {
            let listed = library.questions().iter();
            let rows = listed.map(|question| rows::question(library, history, question));
            json::print_list("questions", rows, problems, out)
        }
        ListWhat::Answers => {
            let rows = library.answers().iter().map(|answer| rows::answer(library, answer));
            json::print_list("answers", rows, problems, out)
        }
        ListWhat::Interviews => {
            let when = all.when();
            let asked = by_what_is_asked(&all.interviews, &when);
            let rows = asked.iter().map(|asked| rows::interview(asked.interview, &when));
            json::print_list("interviews", rows, problems, out)
        }
        ListWhat::Attempts => {
            let rows = history.all_attempts().iter().map(|attempt| rows::attempt(attempt));
            json::print_list("attempts", rows, problems, out)
        }
        ListWhat::Categories => {
            let standings = standings(&all.practice());
            let unsorted = library.questions().iter().any(|q| q.category == Category::Unsorted);
            let listed = Category::ALL.into_iter().chain(unsorted.then_some(Category::Unsorted));
            let rows = listed.map(|category| {
                let standing = standings.iter().find(|standing| standing.category == category);
                rows::category(library, category, standing)
            });
            json::print_list("categories", rows, problems, out)
        }
    }
}

/// The widest that a column of ids is; behind a longer one, which is copied from here, the row goes on below.
const ID: usize = 48;

/// The width of a column of ids: that of the longest, within bounds.
fn widest<'a>(least: usize, ids: impl Iterator<Item = &'a str>) -> usize {
    ids.map(columns).max().unwrap_or(0).clamp(least, ID)
}

/// Adds a row: cells of these widths, none of which pushes what comes behind it, then the rest.
pub(super) fn line(text: &mut String, cells: &[(usize, &str)], last: &str) {
    add(text, cells);
    text.push_str(Shown::new(last).as_str());
    text.push('\n');
}

fn add(text: &mut String, cells: &[(usize, &str)]) {
    for (width, cell) in cells {
        let shown = Shown::new(cell).fit(*width);
        let pad = " ".repeat(width.saturating_sub(columns(&shown)));
        text.push_str(&format!("{shown}{pad}  "));
    }
}

/// Adds a row with an id in it, which is never cut.
fn line_with_id(
    text: &mut String,
    before: &[(usize, &str)],
    (width, id): (usize, &str),
    behind: &[(usize, &str)],
    last: &str,
) {
    add(text, before);
    let id = Shown::new(id);
    if columns(id.as_str()) > width {
        let from: usize = before.iter().map(|(width, _)| width + 2).sum();
        text.push_str(&format!("{id}\n{}", " ".repeat(from + width + 2)));
    } else {
        add(text, &[(width, id.as_str())]);
    }
    line(text, behind, last);
}

fn questions(all: &Everything, text: &mut String) {
    let widest = widest(8, all.library.questions().iter().map(|question| question.id.as_str()));
    for question in all.library.questions() {
        let id = (widest, question.id.as_str());
        line_with_id(text, &[], id, &[(14, question.category.id())], &question.ask);
    }
}

fn answers(all: &Everything, text: &mut String) {
    if all.library.answers().is_empty() {
        text.push_str(all.nothing("No answers yet. Bring your notes with `greenroom import FILE`.\n"));
    }
    let widest = widest(8, all.library.answers().iter().map(|answer| answer.id.as_str()));
    for answer in all.library.answers() {
        let unfinished = answer.unfinished().len();
        let after = if unfinished > 0 {
            format!("{} to finish", count(unfinished, "place"))
        } else {
            String::new()
        };
        let words = format!("{:>5} words", answer.words());
        line_with_id(
            text,
            &[],
            (widest, answer.id.as_str()),
            &[
                (5, answer.kind.id()),
                (14, all.library.category_of(answer).id()),
                (11, &words),
                (48, &answer.title),
            ],
            &after,
        );
    }
}

fn categories(all: &Everything, text: &mut String) {
    let standings = standings(&all.practice());
    for category in Category::ALL {
        let questions = all
            .library
            .questions()
            .iter()
            .filter(|q| q.category == category)
            .count();
        let standing = standings.iter().find(|standing| standing.category == category);
        let told = standing.map_or(0, |standing| standing.attempts);
        let figures = format!("{questions:>3} questions  {told:>3} told");
        line(text, &[(14, category.id()), (28, &figures)], category.title());
    }
}

fn attempts(all: &Everything, text: &mut String) {
    if all.history.all_attempts().is_empty() {
        text.push_str(all.nothing("Nothing practised yet. Begin with `greenroom drill`.\n"));
    }
    let listed = all.history.all_attempts().iter();
    let widest = widest(8, listed.map(|attempt| attempt.question.as_str()));
    for attempt in all.history.all_attempts() {
        let t = attempt.clock();
        let when = t.strftime("%Y-%m-%d %H:%M").to_string();
        let mut after = attempt.note.clone();
        if attempt.taken_back {
            after.push_str(" (taken back)");
        }
        line_with_id(
            text,
            &[(16, &when), (14, attempt.category.id())],
            (widest, attempt.question.as_str()),
            &[(6, &clock(attempt.speak as u64)), (6, attempt.rating.word())],
            &after,
        );
    }
}

fn interviews(all: &Everything, text: &mut String) {
    if all.interviews.is_empty() {
        text.push_str(all.nothing("No interviews yet. Add one with `greenroom interview add COMPANY`.\n"));
    }
    let when = all.when();
    for asked in by_what_is_asked(&all.interviews, &when) {
        let (one, found) = (asked.interview, &asked.follow_up);
        line(
            text,
            &[
                (20, &one.company),
                (24, one.role.as_deref().unwrap_or_default()),
                (9, found.state.id()),
            ],
            &what(one, found),
        );
    }
}
