//! `greenroom import`: what files of notes would bring, and writing it.

use std::io::{self, Read};
use std::path::PathBuf;

use super::agreed::agreed;
use super::args::ImportArgs;
use super::fault::Fault;
use super::import_home;
use super::json;
use super::out::Out;
use super::session::Setting;
use crate::domain::import_review::{Choice, Correction, script};
use crate::domain::import_summary::{Brings, Intake, Take, Waits, Written};
use crate::domain::problem::Problem;
use crate::import::report;
use crate::store::files::limits::read_text;
use crate::store::import;
use crate::store::import::Source;
use crate::store::whole::{DOCUMENT_BYTES, is_document};
use crate::text::shown::Shown;
use crate::text::time::count;

/// Unfinished places shown for one file.
const SHOWN: usize = 12;

/// `greenroom import`.
pub(super) fn run(setting: &Setting, wish: &ImportArgs, out: &mut Out) -> Result<u8, Fault> {
    if wish.undo {
        return undo(setting, out);
    }
    // What is here already is only known as far as it can be read, so what cannot be is said.
    drop(setting.home()?);
    let choice = Choice {
        take: if wish.yes && !wish.all { Take::Sure } else { Take::All },
        corrections: corrections(wish)?,
    };
    let mut looked = Vec::new();
    let mut faults = Vec::new();
    let sources = sources(&wish.files, &mut faults)?;
    if let Some(home) = import_home::among(&sources)? {
        return import_home::run(setting, wish, &home, out);
    }
    for source in sources {
        match import::look(&setting.places, &source, &choice) {
            Ok(found) => looked.push((source, found)),
            Err(problem) => faults.push(problem),
        }
    }
    if wish.json {
        let readings: Vec<_> = looked
            .iter()
            .map(|(_, (_, prepared))| prepared.reading().clone())
            .collect();
        let mut document = report::to_json(&readings);
        let hindrances = looked
            .iter()
            .filter_map(|(_, (_, prepared))| prepared.hindrance())
            .take(1);
        document["problems"] = faults
            .iter()
            .chain(hindrances)
            .map(|p| serde_json::json!({"path": p.path, "line": p.line, "what": p.what, "do": p.remedy}))
            .collect();
        out.bytes(&json::render(&document))?;
    } else {
        for (_, (intake, _)) in &looked {
            out.words(&summary(intake))?;
        }
    }
    if let Some(problem) = looked.iter().find_map(|(_, (_, prepared))| prepared.hindrance()) {
        return Err(Fault::problem("nothing is written", problem));
    }
    let unasked = wish.yes || wish.all;
    let write = !wish.dry_run && (unasked || !wish.json) && !looked.is_empty();
    if write {
        setting.may_write()?;
    }
    let mut undecided = None;
    if write && (unasked || agreed(out)?) {
        let now = setting.clock.now().wall;
        let mut total = Written::default();
        let mut made = import::Made::default();
        for (source, (intake, _)) in &looked {
            let written =
                import::write_with(&setting.places, source, Some(&intake.version), &choice, now, &mut made)
                    .map_err(|problem| Fault::problem("the import stopped; what was written before stays", &problem))?;
            total.answers += written.answers;
            total.questions += written.questions;
            total.interviews += written.interviews;
            total.known += written.known;
            total.waiting += written.waiting;
            if intake.guessed && written.waiting > 0 {
                undecided.get_or_insert(&intake.file);
            }
            total.notes = written.notes.or(total.notes);
        }
        if !wish.json {
            out.words(&done(&total))?;
        }
    }
    match (faults.first(), undecided) {
        (Some(problem), _) => Err(Fault::problem("a file cannot be brought in", problem)),
        (None, Some(file)) => Err(Fault::new(
            "how the text of a file is to be read is only a guess",
            format!("nothing was taken out of {file}"),
            "Look at it with --dry-run, then say --all, or save it as UTF-8",
        )),
        (None, None) => Ok(0),
    }
}

/// What a script says of how the file was read.
fn corrections(wish: &ImportArgs) -> Result<Vec<Correction>, Fault> {
    let Some(path) = &wish.review else {
        return Ok(Vec::new());
    };
    let failed = |problem: &Problem| Fault::problem("the review is not taken", problem);
    let shown = path.display().to_string();
    let text = read_text(path, &shown).map_err(|problem| failed(&problem))?;
    script(&text).map_err(|line| {
        let remedy = "Write it as in docs/import.md, like `57 like question`";
        failed(&Problem::line(shown, line, "this says nothing of a line", remedy))
    })
}

/// `greenroom import --undo`.
fn undo(setting: &Setting, out: &mut Out) -> Result<u8, Fault> {
    setting.may_write()?;
    let now = setting.clock.now().wall;
    let undone = import::undo(&setting.places, None, now)
        .map_err(|problem| Fault::problem("the import is not taken back", &problem))?;
    out.words(&format!("Taken back: {}.\n", count(undone.files, "file")))?;
    for kept in &undone.kept {
        out.words(&format!("{} was changed since, and stays.\n", Shown::new(kept)))?;
    }
    Ok(u8::from(!undone.kept.is_empty()))
}

/// The notes that paths stand for; a problem with one leaves the others.
fn sources(paths: &[PathBuf], faults: &mut Vec<Problem>) -> Result<Vec<Source>, Fault> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            let mut bytes = Vec::new();
            let most = import::LIMIT as u64 + 1;
            let notes = io::stdin().lock().take(most).read_to_end(&mut bytes);
            notes.map_err(|error| Fault::io("what is piped in cannot be read", &error))?;
            if is_document(&bytes) {
                let more = io::stdin().lock().take(DOCUMENT_BYTES).read_to_end(&mut bytes);
                more.map_err(|error| Fault::io("what is piped in cannot be read", &error))?;
            }
            found.push(Source::Piped(bytes));
            continue;
        }
        // The shell has taken quotes and escapes away; an address it leaves as it is.
        let path = match path.to_str().filter(|path| path.starts_with("file://")) {
            Some(address) => import::dropped(address),
            None => path.clone(),
        };
        match import::files_of(&path) {
            Ok(files) => found.extend(files),
            Err(problem) => faults.push(problem),
        }
    }
    Ok(found)
}

fn summary(intake: &Intake) -> String {
    let mut text = format!("{}\n", Shown::new(&intake.file));
    for item in &intake.items {
        let kind = match item.kind {
            Brings::Point => "point",
            kind => kind.label(),
        };
        let lines = format!("{}-{}", item.lines.0, item.lines.1);
        let after = match (item.known, item.waits, item.unfinished.len()) {
            (true, _, _) => "  (already here)".to_owned(),
            (_, Some(Waits::Changed), _) => "  (changed since, waits)".to_owned(),
            (_, Some(Waits::Doubtful), _) => "  (waits)".to_owned(),
            (_, _, 0) => String::new(),
            (_, _, places) => format!("  ({places} to finish)"),
        };
        let title = Shown::new(&item.title).fit(60);
        let category = match item.kind {
            Brings::Interview => "",
            _ if item.guessed => "",
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
    if !intake.doubts.is_empty() {
        text.push_str("  not sure:\n");
        for (lines, what) in intake.doubts.iter().take(SHOWN) {
            text.push_str(&format!("    {}: {}\n", at(lines), Shown::new(what)));
        }
        let more = intake.doubts.len().saturating_sub(SHOWN);
        if more > 0 {
            text.push_str(&format!("    and {more} more\n"));
        }
    }
    text.push_str(&format!("  {}\n", says(intake)));
    text
}

fn at(lines: &(usize, usize)) -> String {
    if lines.0 == lines.1 {
        format!("line {}", lines.0)
    } else {
        format!("lines {}-{}", lines.0, lines.1)
    }
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
        let lines = runs.join(", ");
        text.push_str(&match intake.in_part {
            0 => format!(", {rest} kept as notes (lines {lines})"),
            part => format!(", {part} in part; what is left is kept as notes (lines {lines})"),
        });
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
        text.push_str(&format!("The rest of its text is in {}.\n", Shown::new(notes)));
    }
    if written.waiting > 0 {
        text.push_str(&format!(
            "{} for you: look with --dry-run, then take all of it with --all.\n",
            if written.waiting == 1 {
                "1 waits".to_owned()
            } else {
                format!("{} wait", written.waiting)
            }
        ));
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
