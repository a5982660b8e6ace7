//! `greenroom report`: practice as one page to send to somebody.

use super::args::ReportArgs;
use super::fault::Fault;
use super::out::Out;
use super::reading::Everything;
use super::session::Setting;
use crate::domain::interview::Interview;
use crate::domain::redaction::Redaction;
use crate::domain::secret::Secret;
use crate::report::head::GENERATOR;
use crate::report::{Source, page};
use crate::store::pages;
use crate::text::shown::Shown;
use crate::text::time::count;

/// Writes the page to the file that is named, else to standard output where that is no terminal.
pub(super) fn run(setting: &Setting, wish: &ReportArgs, out: &mut Out) -> Result<u8, Fault> {
    if wish.output.is_none() && out.is_terminal() {
        return Err(Fault::new(
            "the page needs a file to go to",
            "it is HTML, and standard output is a terminal",
            "Name one: greenroom report -o report.html",
        ));
    }
    let all = setting.everything()?;
    let hidden = if wish.redact {
        Redaction::new(secrets(&all))
    } else {
        Redaction::default()
    };
    let made = page(Source {
        practice: &all.practice(),
        interviews: &all.interviews,
        hidden: &hidden,
        missing: all.missing.as_deref(),
    });
    let tally = if wish.redact {
        tally(&made.hidden)
    } else {
        String::new()
    };
    let Some(path) = &wish.output else {
        out.bytes(made.html.as_bytes())?;
        return Out::stderr().words(&tally);
    };
    pages::write(path, &made.html, GENERATOR)
        .map_err(|error| Fault::of_file("the page cannot be written", path, &error))?;
    let shown = path.display().to_string();
    out.words(&format!("Wrote {}\n{tally}", Shown::new(&shown)))
}

/// All that a page for others hides.
fn secrets(all: &Everything) -> impl Iterator<Item = Secret> {
    let words = all.settings.private_words.iter().cloned().map(Secret::Word);
    let partners = all.history.partners().map(|name| Secret::Mention(name.to_owned()));
    words
        .chain(partners)
        .chain(all.interviews.iter().flat_map(Interview::names))
}

/// What was hidden how often, a line each.
fn tally(hidden: &[(String, usize)]) -> String {
    if hidden.is_empty() {
        return "Nothing had to be hidden.\n".to_owned();
    }
    let line = |(name, times): &(String, usize)| format!("  {}, {}\n", Shown::new(name), count(*times, "time"));
    format!("Hidden:\n{}", hidden.iter().map(line).collect::<String>())
}
