//! `greenroom report`: practice as one page to send to somebody.

use std::io::{IsTerminal, Write};

use super::args::ReportArgs;
use super::fault::Fault;
use super::reading::Everything;
use super::session::Setting;
use crate::report::{GENERATOR, Redaction, html};
use crate::store::report_file;
use crate::text::shown::Shown;

/// Letters from which a piece of a person's name is hidden by itself; shorter ones are initials and particles.
const NAME: usize = 3;

/// Writes the page to the file that is named, else to standard output where that is no terminal.
pub(super) fn run(setting: &Setting, wish: &ReportArgs, out: &mut dyn Write) -> Result<u8, Fault> {
    if wish.output.is_none() && std::io::stdout().is_terminal() {
        return Err(Fault::new(
            "the page needs a file to go to",
            "it is HTML, and standard output is a terminal",
            "Name one: greenroom report -o report.html",
        ));
    }
    let all = setting.everything()?;
    let page = html(&all.practice(), &all.interviews, &all.zone, &hidden(&all, wish.redact));
    match &wish.output {
        Some(path) => {
            let what = format!("{} cannot be written", path.display());
            report_file::write(path, &page, GENERATOR).map_err(|error| Fault::io(&what, &error))?;
            let shown = path.display().to_string();
            super::print(out, format!("Wrote {}\n", Shown::new(&shown)).as_bytes())?;
        }
        None => {
            super::print(out, page.as_bytes())?;
        }
    }
    Ok(0)
}

/// The words that are hidden, if any are to be: the person's own list, companies, and who is there.
fn hidden(all: &Everything, redact: bool) -> Redaction {
    if !redact {
        return Redaction::default();
    }
    let companies = all.interviews.iter().map(|interview| &interview.company);
    let people = all.interviews.iter().flat_map(|interview| &interview.people);
    let names = people.flat_map(|person| person.name.split_whitespace());
    let names = names.filter(|name| name.chars().count() >= NAME).map(str::to_owned);
    let words = all.settings.private_words.iter().chain(companies).cloned();
    Redaction::new(words.chain(names))
}
