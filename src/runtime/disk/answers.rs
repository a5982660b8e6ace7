//! What the workbench asks of the disk: saving, drafts, versions, the trash.

use jiff::Timestamp;

use super::drafts::Drafts;
use super::interviews;
use super::{failed, shelf_outcome};
use crate::app::screens::workbench::versions::VersionRow;
use crate::app::{Effect, Outcome};
use crate::domain::id::AnswerId;
use crate::domain::problem::Problem;
use crate::domain::saved_file::{NotSaved, Saved, Trashed};
use crate::store::answers::{front_matter, naming, save};
use crate::store::banks::own;
use crate::store::files::limits::reason;
use crate::store::files::places::Places;
use crate::store::load::shelf;
use crate::store::recovery::{trash, versions};

/// Keeps answers, and what was typed and not saved.
pub(in crate::runtime) struct Keeper {
    places: Places,
    drafts: Drafts,
}

impl Keeper {
    pub(in crate::runtime) fn new(places: &Places, run: &str) -> Keeper {
        Keeper {
            places: places.clone(),
            drafts: Drafts::new(places, run),
        }
    }

    /// Drafts another run left behind.
    pub(super) fn left(&self) -> Outcome {
        self.drafts.left()
    }

    /// Does what the workbench asks; other effects are none of its business.
    pub(in crate::runtime) fn perform(&mut self, effect: Effect, now: Timestamp) -> Vec<Outcome> {
        match effect {
            Effect::SaveAnswer {
                id,
                path,
                title,
                base,
                text,
            } => {
                let outcome = match path {
                    Some(path) => self.save(id, &path, &base, &text, now),
                    None => self.create(id, &title, text),
                };
                if let Outcome::AnswerSaved { id, path, text } = &outcome {
                    self.drafts.saved(id, path, text);
                }
                vec![outcome]
            }
            Effect::KeepBoth { path, text } => self.keep_both(&path, &text, now),
            Effect::KeepDraft { of, base, text } => self.drafts.keep(of, &base, &text, now).into_iter().collect(),
            Effect::DropDraft(of) => {
                self.drafts.forget(&of);
                Vec::new()
            }
            Effect::TakeOver { left, base } => self.drafts.take_over(left, &base, now).into_iter().collect(),
            Effect::KeepVersion { id, text } => {
                let kept = versions::keep(&self.places, id.as_str(), &text, now);
                kept.err()
                    .map(|problem| failed("The version you told could not be kept", problem))
                    .into_iter()
                    .collect()
            }
            Effect::ListVersions(id) => {
                let (all, problems) = versions::list(&self.places, id.as_str());
                listed(Outcome::Versions(all), "Some versions cannot be shown", problems)
            }
            Effect::ReadVersions { id, sides } => {
                let read = |side: VersionRow| {
                    let text = versions::read(&self.places, id.as_str(), &side.hash)?;
                    Ok((side.when, text))
                };
                let texts: Result<Vec<_>, Problem> = sides.into_iter().map(read).collect();
                vec![match texts {
                    Ok(sides) => Outcome::VersionTexts { id, sides },
                    Err(problem) => failed("That version cannot be shown", problem),
                }]
            }
            Effect::Trash { path } => {
                let thrown = trash::throw_away(&self.places, &path, now);
                self.told("It is where it was", thrown.map(Outcome::Trashed))
            }
            Effect::ListTrash => {
                let (thrown, problems) = trash::list(&self.places);
                listed(Outcome::InTrash(thrown), "The trash cannot be shown whole", problems)
            }
            Effect::Untrash => self.restore_last(),
            Effect::Restore(trashed) => self.restore(&trashed),
            Effect::Retitle { path, base, title } => {
                let done = front_matter::retitle(&self.places, &path, &base, &title, now);
                let said = format!("The title is now: {title}");
                self.told(
                    "The title stays as it was",
                    done.map(|_| Outcome::Edited { said })
                        .map_err(|error| why(&path, error)),
                )
            }
            Effect::Link {
                path,
                base,
                title,
                question,
                link,
            } => {
                let (change, said) = if link {
                    (front_matter::link as Change, format!("Linked: {title}"))
                } else {
                    (front_matter::unlink as Change, format!("No longer linked: {title}"))
                };
                let done = change(&self.places, &path, &base, question.as_str(), now);
                self.told(
                    "The links stay as they were",
                    done.map(|_| Outcome::Edited { said })
                        .map_err(|error| why(&path, error)),
                )
            }
            Effect::AddQuestion { ask, category } => {
                let library = shelf(&self.places).library;
                let added = own::add(&self.places, &library, &ask, category).map(|id| Outcome::Added(id.into()));
                self.told("The question is not added", added)
            }
            effect => self.keep_journal(effect, now),
        }
    }

    /// What the screens of interviews ask; a debrief that is in its file is no draft any more.
    fn keep_journal(&mut self, effect: Effect, now: Timestamp) -> Vec<Outcome> {
        let debrief = match &effect {
            Effect::KeepDebrief { path, base, .. } => Some((path.clone(), base.clone())),
            _ => None,
        };
        let Some((doing, done)) = interviews::perform(&self.places, effect, now) else {
            return Vec::new();
        };
        if let (Some((path, base)), Ok(Outcome::InterviewSaved { .. })) = (debrief, &done) {
            self.drafts.debriefed(&path, base);
        }
        self.told(doing, done)
    }

    fn save(&self, id: AnswerId, path: &str, base: &str, text: &str, now: Timestamp) -> Outcome {
        match save::save(&self.places, path, base, text, now) {
            Ok(saved) => Outcome::AnswerSaved {
                id,
                path: saved.opened.path,
                text: saved.opened.text,
            },
            Err(NotSaved::Changed(changed)) => Outcome::AnswerMet {
                id,
                theirs: changed.theirs.text,
            },
            Err(NotSaved::Vanished) => match save::write_anew(&self.places, path, text) {
                Ok(saved) => Outcome::AnswerSaved {
                    id,
                    path: saved.opened.path,
                    text: saved.opened.text,
                },
                Err(error) => refused(id, path, error),
            },
            Err(error) => refused(id, path, error),
        }
    }

    fn create(&self, id: AnswerId, title: &str, text: String) -> Outcome {
        match naming::save_new(&self.places, title, text.as_bytes()) {
            Ok(path) => Outcome::AnswerSaved {
                id,
                path: self.places.shown(&path),
                text,
            },
            Err(error) => Outcome::AnswerRefused {
                id,
                reason: format!("answers: {}", reason(&error)),
            },
        }
    }

    fn keep_both(&self, path: &str, text: &str, now: Timestamp) -> Vec<Outcome> {
        match save::keep_both(&self.places, path, text, now) {
            Ok(kept) => {
                let said = format!("Yours is in {kept}");
                vec![shelf_outcome(shelf(&self.places)), Outcome::Edited { said }]
            }
            Err(problem) => vec![failed("Your text is still here and in the drafts", problem)],
        }
    }

    fn restore_last(&self) -> Vec<Outcome> {
        match trash::last(&self.places) {
            Ok(Some(last)) => self.restore(&last),
            Ok(None) => vec![Outcome::Edited {
                said: "The trash is empty".to_owned(),
            }],
            Err(problem) => vec![failed("Nothing comes back from the trash", problem)],
        }
    }

    fn restore(&self, trashed: &Trashed) -> Vec<Outcome> {
        let back = trash::restore(&self.places, trashed);
        let outcome = back.map(|path| Outcome::Restored {
            path,
            name: trashed.name.clone(),
        });
        self.told("It stays in the trash", outcome)
    }

    /// What came of a change of files, behind the files as they are now.
    fn told(&self, doing: &str, done: Result<Outcome, Problem>) -> Vec<Outcome> {
        let outcome = done.unwrap_or_else(|problem| failed(doing, problem));
        vec![shelf_outcome(shelf(&self.places)), outcome]
    }
}

/// What was listed, and the first of what hindered to list more.
fn listed(found: Outcome, hindered: &str, problems: Vec<Problem>) -> Vec<Outcome> {
    let first = problems.into_iter().next();
    let hindered = first.map(|problem| failed(hindered, problem));
    [found].into_iter().chain(hindered).collect()
}

/// A change of one link of an answer.
type Change = fn(&Places, &str, &str, &str, Timestamp) -> Result<Saved, NotSaved>;

pub(in crate::runtime) fn why(path: &str, error: NotSaved) -> Problem {
    match error {
        NotSaved::Failed(problem) => problem,
        NotSaved::Changed(_) | NotSaved::Vanished => Problem::file(
            path,
            "the file was changed at this moment",
            "Look at it, then try again",
        ),
    }
}

fn refused(id: AnswerId, path: &str, error: NotSaved) -> Outcome {
    let problem = match error {
        NotSaved::Failed(problem) => problem,
        NotSaved::Changed(_) | NotSaved::Vanished => Problem::file(path, "the file changes all the time", "Try again"),
    };
    Outcome::AnswerRefused {
        id,
        reason: format!("{}: {}", problem.place(), problem.what),
    }
}
