//! `greenroom import` of a whole home, as `greenroom export json` prints it.

use serde_json::{Value, json};

use super::agreed::agreed;
use super::args::ImportArgs;
use super::fault::Fault;
use super::json;
use super::out::Out;
use super::session::Setting;
use crate::store::import::Source;
use crate::store::whole::{Arrived, bring, compare, document_in, is_empty};
use crate::text::shown::Shown;
use crate::text::time::count;

/// Files named when some stay as they are.
const NAMED: usize = 12;

/// A home as a document, and the name it is called by.
pub(super) struct Document {
    name: String,
    bytes: Vec<u8>,
}

/// The home among some sources; it is brought alone.
///
/// # Errors
/// That it cannot be read, or that other files are named beside it.
pub(super) fn among(sources: &[Source]) -> Result<Option<Document>, Fault> {
    for source in sources {
        let found = document_in(source).map_err(|problem| Fault::problem("the home is not brought", &problem))?;
        let Some(bytes) = found else { continue };
        let name = match source {
            Source::File(path) => path.display().to_string(),
            Source::Piped(_) => "what is piped in".to_owned(),
        };
        if sources.len() > 1 {
            let cause = format!("{name} is a whole home, and it is not the only file");
            return Err(Fault::new(
                "nothing was written",
                cause,
                "Bring it first, then the others",
            ));
        }
        return Ok(Some(Document { name, bytes }));
    }
    Ok(None)
}

/// Says what a home would bring and brings it. Where there is no home yet nobody is asked; what is there already is never
/// changed, and makes the exit code 1 where it is another text.
pub(super) fn run(setting: &Setting, wish: &ImportArgs, home: &Document, out: &mut Out) -> Result<u8, Fault> {
    let failed = |problem| Fault::problem("the home is not brought", &problem);
    let would = compare(&setting.places, &home.name, &home.bytes).map_err(failed)?;
    let unasked = wish.yes || wish.all;
    if wish.json {
        out.bytes(&json::render(&rows(&would)))?;
    } else {
        out.words(&summary(&would))?;
    }
    let code = u8::from(!would.differ.is_empty());
    if wish.dry_run || wish.json && !unasked || would.new.is_empty() {
        return Ok(code);
    }
    setting.may_write()?;
    if unasked || is_empty(&setting.places) || agreed(out)? {
        let now = setting.clock.now().wall;
        let brought = bring(&setting.places, &home.name, &home.bytes, now).map_err(failed)?;
        if !wish.json {
            let written = count(brought.new.len(), "file");
            out.words(&format!("Written: {written}.\nNext: greenroom\n"))?;
        }
    }
    Ok(code)
}

fn rows(would: &Arrived) -> Value {
    json!({
        "format": 1,
        "home": {
            "new": would.new,
            "same": would.same,
            "differ": would.differ,
            "missing": would.missing,
        },
        "problems": [],
    })
}

fn summary(would: &Arrived) -> String {
    let mut text = format!(
        "A whole home: {} to bring, {} here already.\n",
        count(would.new.len(), "file"),
        would.same
    );
    let mut list = |files: &[String], says: &str| {
        if files.is_empty() {
            return;
        }
        text.push_str(&format!("{}{says}:\n", count(files.len(), "file")));
        let named = files.iter().take(NAMED);
        text.extend(named.map(|file| format!("  {}\n", Shown::new(file))));
        let more = files.len().saturating_sub(NAMED);
        if more > 0 {
            text.push_str(&format!("  and {more} more\n"));
        }
    };
    list(&would.differ, " with another text here, left as it is");
    list(&would.missing, " that could not be read when the document was made");
    text
}
