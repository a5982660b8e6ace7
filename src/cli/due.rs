//! `greenroom due`: what is owed, for a person, a prompt, or a script.

use serde_json::{Value, json};

use super::args::DueArgs;
use super::fault::Fault;
use super::json;
use super::out::Out;
use super::reading::Everything;
use super::session::Setting;
use super::tmux::for_tmux;
use crate::domain::interview::agenda::{AgendaItem, by_what_is_asked};
use crate::domain::interview::follow_up::words::what;
use crate::domain::progress::selection::is_due;
use crate::text::shown::Shown;
use crate::text::time::count;

/// The most columns of `--line`.
const COLUMNS: usize = 60;

/// What is owed.
struct Due<'a> {
    followups: Vec<AgendaItem<'a>>,
    /// Questions told before that come back now.
    review: usize,
    /// Questions never told.
    new: usize,
}

/// Says it; the exit code is 1 when something is owed.
pub(super) fn run(setting: &Setting, wish: DueArgs, out: &mut Out) -> Result<u8, Fault> {
    let all = setting.everything()?;
    let due = due(&all);
    let missing = all.missing.as_deref();
    match wish {
        DueArgs { json: true, .. } => out.bytes(&document(&all, &due))?,
        DueArgs { tmux: true, .. } => out.words(&for_tmux(&line(&due, missing)))?,
        DueArgs { line: true, .. } => out.words(&line(&due, missing))?,
        DueArgs { .. } => out.words(&text(&due, missing))?,
    };
    Ok(u8::from(!due.followups.is_empty() || due.review > 0))
}

fn due(all: &Everything) -> Due<'_> {
    let mut followups = by_what_is_asked(&all.interviews, &all.when());
    followups.retain(|asked| asked.follow_up.state.owed());
    let asked = all
        .library
        .questions()
        .iter()
        .filter(|question| all.settings.admits(question));
    let (mut review, mut new) = (0, 0);
    let practice = all.practice();
    for question in asked {
        review += usize::from(is_due(&practice, question));
        new += usize::from(all.history.memory(&question.id).is_none());
    }
    Due { followups, review, new }
}

fn document(all: &Everything, due: &Due) -> Vec<u8> {
    let row = |asked: &AgendaItem| -> Value {
        let found = &asked.follow_up;
        json!({
            "company": asked.interview.company,
            "state": found.state.id(),
            "what": what(asked.interview, found),
            "whom": found.whom,
            "due": found.due.map(|day| day.to_string()),
            "days_late": found.days_late,
        })
    };
    let followups: Vec<Value> = due.followups.iter().map(row).collect();
    let review = json!({ "due": due.review, "new": due.new });
    json::envelope(json!({ "followups": followups, "review": review }), &all.problems)
}

/// One line for a prompt: the first thing owed, how many more, and what could not be read; nothing when nothing is owed.
fn line(due: &Due, missing: Option<&str>) -> String {
    let review = match due.review {
        0 => None,
        some => Some(format!("{some} to review")),
    };
    let owed = due.followups.first().map(|asked| {
        let rest = match due.followups.len() - 1 {
            0 => String::new(),
            more => format!(" +{more}"),
        };
        (said(asked), rest)
    });
    // What is owed is shortened, what could not be read is not.
    let after: Vec<&str> = review.as_deref().into_iter().chain(missing).collect();
    let after = after.join(" · ");
    let line = match owed {
        None => Shown::new(&after).fit(COLUMNS),
        Some((said, rest)) => {
            let after = if after.is_empty() {
                rest
            } else {
                format!("{rest} · {after}")
            };
            let room = COLUMNS.saturating_sub(Shown::new(&after).width());
            let line = format!("{}{after}", Shown::new(&said).fit(room));
            Shown::new(&line).fit(COLUMNS)
        }
    };
    if line.is_empty() { line } else { line + "\n" }
}

fn said(asked: &AgendaItem) -> String {
    let one = asked.interview;
    format!("{}: {}", one.company, what(one, &asked.follow_up))
}

fn text(due: &Due, missing: Option<&str>) -> String {
    let mut text = String::new();
    for asked in &due.followups {
        let late = match asked.follow_up.days_late {
            ..=0 => String::new(),
            days => format!(" ({} late)", count(days as usize, "day")),
        };
        let said = format!("{}{late}", said(asked));
        text.push_str(&format!("{}\n", Shown::new(&said)));
    }
    match due.review {
        0 => {}
        some => text.push_str(&format!(
            "{} to review: greenroom drill --pick due\n",
            count(some, "question")
        )),
    }
    match missing {
        Some(missing) => text.push_str(&format!("{}\n", Shown::new(missing))),
        None if text.is_empty() => text.push_str("Nothing is owed.\n"),
        None => {}
    }
    text
}
