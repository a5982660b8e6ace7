//! `greenroom import`: what files of notes would bring, and writing it.

use std::io::{self, BufRead};

use super::args::ImportArgs;
use super::fault::Fault;
use super::json;
use super::out::Out;
use super::out::on_a_terminal;
use super::session::Setting;
use crate::domain::import_summary::{Brings, Intake, Written};
use crate::import::report;
use crate::store::import;
use crate::text::shown::Shown;
use crate::text::time::count;

/// Unfinished places shown for one file.
const SHOWN: usize = 12;

/// `greenroom import`.
pub(super) fn run(setting: &Setting, wish: &ImportArgs, out: &mut Out) -> Result<u8, Fault> {
    let mut looked = Vec::new();
    let mut faults = Vec::new();
    for path in &wish.files {
        match import::look(&setting.places, path) {
            Ok(found) => looked.push((path, found)),
            Err(problem) => faults.push(problem),
        }
    }
    if wish.json {
        let readings: Vec<_> = looked
            .iter()
            .map(|(_, (_, prepared))| prepared.reading().clone())
            .collect();
        let mut document = report::to_json(&readings);
        document["problems"] = faults
            .iter()
            .map(|p| serde_json::json!({"path": p.path, "line": p.line, "what": p.what, "do": p.remedy}))
            .collect();
        out.bytes(&json::render(&document))?;
    } else {
        for (_, (intake, _)) in &looked {
            out.words(&summary(intake))?;
        }
    }
    let write = !wish.dry_run && (wish.yes || !wish.json) && !looked.is_empty();
    if write {
        setting.may_write()?;
    }
    if write && (wish.yes || agreed(out)?) {
        let now = setting.clock.now().wall;
        let mut total = Written::default();
        for (path, (intake, _)) in &looked {
            let written = import::write(&setting.places, path, Some(&intake.version), now)
                .map_err(|problem| Fault::problem("the import stopped; what was written before stays", &problem))?;
            total.answers += written.answers;
            total.questions += written.questions;
            total.interviews += written.interviews;
            total.known += written.known;
            total.notes = written.notes.or(total.notes);
        }
        if !wish.json {
            out.words(&done(&total))?;
        }
    }
    match faults.first() {
        Some(problem) => Err(Fault::problem("a file cannot be brought in", problem)),
        None => Ok(0),
    }
}

/// Asks on a terminal; without one, somebody must say `--yes`.
fn agreed(out: &mut Out) -> Result<bool, Fault> {
    if !on_a_terminal() {
        return Err(Fault::new(
            "nothing was written",
            "there is no terminal to ask on",
            "Say --yes to write, or --dry-run to only look",
        ));
    }
    loop {
        out.words("write? y/n ")?;
        let mut line = String::new();
        let read = io::stdin()
            .lock()
            .read_line(&mut line)
            .map_err(|error| Fault::io("the answer cannot be read", &error))?;
        match line.trim().to_lowercase().as_str() {
            "y" | "yes" => return Ok(true),
            "n" | "no" => return Ok(false),
            _ if read == 0 => return Ok(false),
            _ => {}
        }
    }
}

fn summary(intake: &Intake) -> String {
    let mut text = format!("{}\n", Shown::new(&intake.file));
    for item in &intake.items {
        let kind = match item.kind {
            Brings::Point => "point",
            kind => kind.label(),
        };
        let lines = format!("{}-{}", item.lines.0, item.lines.1);
        let after = match (item.known, item.unfinished.len()) {
            (true, _) => "  (already here)".to_owned(),
            (false, 0) => String::new(),
            (false, places) => format!("  ({places} to finish)"),
        };
        let title = Shown::new(&item.title).fit(60);
        let category = match item.kind {
            Brings::Interview => "",
            _ => item.category.id(),
        };
        text.push_str(&format!("  {kind:<9} {category:<14} {lines:>9}  {title}{after}\n"));
    }
    if !intake.unfinished.is_empty() {
        text.push_str("  to finish:\n");
        for (line, words) in intake.unfinished.iter().take(SHOWN) {
            text.push_str(&format!("    line {line}: {}\n", Shown::new(words.trim()).fit(70)));
        }
        let more = intake.unfinished.len().saturating_sub(SHOWN);
        if more > 0 {
            text.push_str(&format!("    and {more} more\n"));
        }
    }
    text.push_str(&format!("  {}\n", says(intake)));
    text
}

/// What the file brings, and what is kept beside it, in one line.
fn says(intake: &Intake) -> String {
    let rest = intake.nonblank - intake.placed.min(intake.nonblank);
    if intake.items.is_empty() {
        return format!(
            "nothing here reads as a question, a story or a talking point; {} kept as notes",
            count(rest, "line")
        );
    }
    let mut text = format!(
        "{}, {}, {}; {} already here; {} of {} lines placed",
        count(intake.fresh(Brings::Story), "story"),
        count(intake.fresh(Brings::Point), "talking point"),
        count(intake.fresh(Brings::Question), "question"),
        intake.known(),
        intake.placed,
        intake.nonblank
    );
    match intake.fresh(Brings::Interview) {
        0 => {}
        fresh => text.push_str(&format!(", {}", count(fresh, "interview"))),
    }
    if rest > 0 {
        let mut runs: Vec<String> = intake.remainder.iter().take(SHOWN).map(span).collect();
        let more = intake.remainder.len() - runs.len();
        runs.extend((more > 0).then(|| format!("and {more} more")));
        text.push_str(&format!(", {rest} kept as notes (lines {})", runs.join(", ")));
    }
    text
}

fn span((first, last): &(usize, usize)) -> String {
    if first == last {
        first.to_string()
    } else {
        format!("{first}-{last}")
    }
}

fn done(written: &Written) -> String {
    let interviews = match written.interviews {
        0 => String::new(),
        some => format!(", {}", count(some, "interview")),
    };
    let mut text = format!(
        "Written: {}, {}{interviews}; {} were here already.\n",
        count(written.answers, "answer"),
        count(written.questions, "question"),
        written.known
    );
    if let Some(notes) = &written.notes {
        text.push_str(&format!("What had no place is in {}.\n", Shown::new(notes)));
    }
    text.push_str("Next: greenroom drill\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_beside_is_said_and_a_file_of_notes_is_called_so() {
        let notes = Intake {
            nonblank: 4,
            remainder: vec![(1, 2), (4, 5)],
            ..Intake::default()
        };
        assert_eq!(
            says(&notes),
            "nothing here reads as a question, a story or a talking point; 4 lines kept as notes"
        );
    }
}
