//! What the screens of interviews ask of the disk: a file saved, a new one, a debrief with its new questions.

use jiff::Timestamp;
use jiff::civil::Date;

use super::answers::why;
use crate::app::{Effect, Outcome};
use crate::domain::id::QuestionId;
use crate::domain::interview::debrief::{Asked, Debrief};
use crate::domain::interview::edit::new_file;
use crate::domain::problem::Problem;
use crate::domain::saved_file::{NotSaved, Saved};
use crate::import::language::category::category;
use crate::store::answers::save;
use crate::store::banks::own;
use crate::store::files::places::Places;
use crate::store::interviews;
use crate::store::load::shelf;

/// Does it, and says what holds where it cannot be done; other effects are none of its business.
pub(in crate::runtime) fn perform(places: &Places, effect: Effect, now: Timestamp) -> Option<(&'static str, Done)> {
    Some(match effect {
        Effect::SaveInterview {
            changes,
            path: Some(path),
            base,
            text,
            said,
            ..
        } => {
            let asked = !changes.is_empty();
            let looked = asked.then(|| interviews::looked_at(&path, &base, &text, &changes));
            let done = looked.unwrap_or(Ok(()));
            (
                "The file is as it was",
                done.and_then(|()| save(places, (&path, &base), text, said, now)),
            )
        }
        Effect::SaveInterview {
            changes,
            company,
            today,
            text,
            said,
            ..
        } => {
            let made = interviews::looked_at("interviews/new.md", &new_file(&company), &text, &changes)
                .and_then(|()| interviews::create(places, &company, today, &text));
            let made = made.map(|path| Outcome::InterviewAdded { path, said });
            ("The interview is not added", made)
        }
        Effect::KeepDebrief {
            path,
            base,
            written,
            day,
        } => (
            "The debrief is not saved; it stays on the screen",
            keep(places, (&path, &base), *written, day, now),
        ),
        _ => return None,
    })
}

/// What came of it.
type Done = Result<Outcome, Problem>;

/// Saves a text over the one it was made from, if the result can be read again.
fn save(places: &Places, (path, base): (&str, &str), text: String, said: String, now: Timestamp) -> Done {
    interviews::parse(&text, path)?;
    let saved = |saved: Saved, said: String| Outcome::InterviewSaved {
        path: saved.opened.path,
        said,
    };
    match save::save(places, path, base, &text, now) {
        Ok(done) => Ok(saved(done, said)),
        Err(NotSaved::Changed(changed)) => Ok(Outcome::InterviewMet {
            path: path.to_owned(),
            base: base.to_owned(),
            mine: text,
            theirs: changed.theirs.text,
        }),
        Err(NotSaved::Vanished) => match save::write_anew(places, path, &text) {
            Ok(done) => Ok(saved(done, said)),
            Err(error) => Err(why(path, error)),
        },
        Err(error) => Err(why(path, error)),
    }
}

/// Adds the questions no bank has to the person's own, then writes the debrief; one added before is found again.
fn keep(places: &Places, (path, base): (&str, &str), mut written: Debrief, day: Date, now: Timestamp) -> Done {
    for asked in written.unknown() {
        asked.question = Some(added(places, asked)?);
    }
    let text = interviews::edited(path, base, &written.changes(day))?;
    save(places, (path, base), text, format!("Saved in {path}"), now)
}

fn added(places: &Places, asked: &Asked) -> Result<QuestionId, Problem> {
    let library = shelf(places).library;
    if let Some(known) = library.questions().iter().find(|question| question.ask == asked.words) {
        return Ok(known.id.clone());
    }
    own::add(places, &library, &asked.words, category(&asked.words)).map(QuestionId::from)
}
