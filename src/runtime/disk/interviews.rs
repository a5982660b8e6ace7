//! What the screens of interviews ask of the disk: a file saved, a new one, a debrief with its new questions.

use jiff::Timestamp;
use jiff::civil::Date;

use super::outcome::{not_kept, why};
use crate::app::Outcome;
use crate::domain::id::QuestionId;
use crate::domain::interview::debrief::{AskedQuestion, Debrief};
use crate::domain::interview::edit::{Change, new_file};
use crate::domain::problem::Problem;
use crate::domain::saved_file::NotSaved;
use crate::import::language::category::category;
use crate::store::answers::save;
use crate::store::banks::own;
use crate::store::files::places::Places;
use crate::store::interviews;
use crate::store::load::home;

/// What came of it.
pub(super) type Done = Result<Vec<Outcome>, Problem>;

/// A new interview of a company, from a day on, if the result has what was asked for.
pub(super) fn create(
    places: &Places,
    (company, today): (&str, Date),
    text: &str,
    changes: &[Change],
    said: String,
) -> Done {
    interviews::looked_at("interviews/new.md", &new_file(company), text, changes)?;
    let path = interviews::create(places, company, today, text)?;
    Ok(vec![Outcome::InterviewAdded { path, said }])
}

/// Saves a change of a file over the text it was made from, if the result has what was asked for.
pub(super) fn change(
    places: &Places,
    (path, base): (&str, &str),
    text: String,
    changes: &[Change],
    said: String,
    now: Timestamp,
) -> Done {
    if !changes.is_empty() {
        interviews::looked_at(path, base, &text, changes)?;
    }
    save(places, (path, base), text, said, now)
}

/// Saves a text over the one it was made from, if the result can be read again.
fn save(places: &Places, (path, base): (&str, &str), text: String, said: String, now: Timestamp) -> Done {
    interviews::parse(&text, path)?;
    let done = match save::save(places, path, base, &text, now) {
        Err(NotSaved::Vanished) => save::write_anew(places, path, &text),
        done => done,
    };
    match done {
        Ok(saved) => {
            let path = saved.opened.path.clone();
            let told = Outcome::InterviewSaved { path, said };
            Ok([told].into_iter().chain(not_kept(saved)).collect())
        }
        Err(NotSaved::Changed(found)) => Ok(vec![Outcome::InterviewMet {
            path: path.to_owned(),
            base: base.to_owned(),
            mine: text,
            theirs: found.text,
        }]),
        Err(error) => Err(why(path, error)),
    }
}

/// Adds the questions no bank has to the person's own, then writes the debrief; one added before is found again.
pub(super) fn keep(
    places: &Places,
    (path, base): (&str, &str),
    mut written: Debrief,
    day: Date,
    now: Timestamp,
) -> Done {
    for asked in written.unknown() {
        asked.question = Some(added(places, asked)?);
    }
    let text = interviews::edited(path, base, &written.changes(day))?;
    save(places, (path, base), text, format!("Saved in {path}"), now)
}

fn added(places: &Places, asked: &AskedQuestion) -> Result<QuestionId, Problem> {
    let library = home(places).library;
    if let Some(known) = library.questions().iter().find(|question| question.ask == asked.words) {
        return Ok(known.id.clone());
    }
    own::add(places, &library, &asked.words, category(&asked.words)).map(QuestionId::from)
}
