//! `greenroom list`: questions, answers, categories, attempts, interviews.

use serde_json::Value;

use super::args::ListWhat;
use super::fault::Fault;
use super::out::Out;
use super::reading::Everything;
use super::session::Setting;
use super::{json, rows};
use crate::domain::category::Category;
use crate::domain::interview::agenda::by_what_is_asked;
use crate::domain::interview::follow_up::words::what;
use crate::domain::progress::need::standings;
use crate::text::shown::Shown;
use crate::text::time::{clock, count};

/// Prints a list, as JSON or for people.
pub(super) fn print_list(all: &Everything, what: ListWhat, as_json: bool) -> Vec<u8> {
    if as_json {
        let (name, rows) = rows(all, what);
        return json::document(name, &rows, &all.problems);
    }
    let mut text = String::new();
    match what {
        ListWhat::Questions => questions(all, &mut text),
        ListWhat::Answers => answers(all, &mut text),
        ListWhat::Categories => categories(all, &mut text),
        ListWhat::Attempts => attempts(all, &mut text),
        ListWhat::Interviews => interviews(all, &mut text),
    }
    text.into_bytes()
}

/// `greenroom list`.
pub(super) fn print(setting: &Setting, what: ListWhat, as_json: bool, out: &mut Out) -> Result<u8, Fault> {
    let all = setting.everything()?;
    let bytes = print_list(&all, what, as_json);
    out.bytes(&bytes)
}

fn rows(all: &Everything, what: ListWhat) -> (&'static str, Vec<Value>) {
    let (library, history) = (&all.library, &all.history);
    match what {
        ListWhat::Questions => (
            "questions",
            library
                .questions()
                .iter()
                .map(|q| rows::question(library, history, q))
                .collect(),
        ),
        ListWhat::Answers => (
            "answers",
            library.answers().iter().map(|a| rows::answer(library, a)).collect(),
        ),
        ListWhat::Interviews => {
            let when = all.when();
            let asked = by_what_is_asked(&all.interviews, &when);
            let rows = asked.iter().map(|asked| rows::interview(asked.interview, &when));
            ("interviews", rows.collect())
        }
        ListWhat::Attempts => (
            "attempts",
            history.all_attempts().iter().map(|one| rows::attempt(one)).collect(),
        ),
        ListWhat::Categories => {
            let standings = standings(&all.practice());
            let unsorted = library.questions().iter().any(|q| q.category == Category::Unsorted);
            let listed = Category::ALL.into_iter().chain(unsorted.then_some(Category::Unsorted));
            let rows = listed
                .map(|category| {
                    let standing = standings.iter().find(|standing| standing.category == category);
                    rows::category(library, category, standing)
                })
                .collect();
            ("categories", rows)
        }
    }
}

/// Adds a row: cells of these widths, then the rest.
pub(super) fn line(text: &mut String, columns: &[(usize, &str)], last: &str) {
    for (width, cell) in columns {
        let shown = Shown::new(cell);
        let pad = " ".repeat(width.saturating_sub(shown.width()));
        text.push_str(&format!("{shown}{pad}  "));
    }
    text.push_str(Shown::new(last).as_str());
    text.push('\n');
}

fn questions(all: &Everything, text: &mut String) {
    let widest = all
        .library
        .questions()
        .iter()
        .map(|q| q.id.as_str().len())
        .max()
        .unwrap_or(0)
        .min(36);
    for question in all.library.questions() {
        line(
            text,
            &[(widest, question.id.as_str()), (14, question.category.id())],
            &question.ask,
        );
    }
}

fn answers(all: &Everything, text: &mut String) {
    if all.library.answers().is_empty() {
        text.push_str(all.nothing("No answers yet. Bring your notes with `greenroom import FILE`.\n"));
    }
    for answer in all.library.answers() {
        let unfinished = answer.unfinished().len();
        let after = if unfinished > 0 {
            format!("{} to finish", count(unfinished, "place"))
        } else {
            String::new()
        };
        let words = format!("{:>5} words", answer.words());
        line(
            text,
            &[
                (8, answer.id.as_str()),
                (5, answer.kind.id()),
                (14, all.library.category_of(answer).id()),
                (11, &words),
                (48, &Shown::new(&answer.title).fit(48)),
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
    for attempt in all.history.all_attempts() {
        let t = attempt.t.to_zoned(all.zone.clone());
        let when = t.strftime("%Y-%m-%d %H:%M").to_string();
        let mut after = attempt.note.clone();
        if attempt.taken_back {
            after.push_str(" (taken back)");
        }
        line(
            text,
            &[
                (16, &when),
                (14, attempt.category.id()),
                (30, attempt.question.as_str()),
                (6, &clock(attempt.speak as u64)),
                (6, attempt.rating.word()),
            ],
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
                (20, &Shown::new(&one.company).fit(20)),
                (24, &Shown::new(one.role.as_deref().unwrap_or_default()).fit(24)),
                (9, found.state.id()),
            ],
            &what(one, found),
        );
    }
}
