//! What the workbench asks of the disk: saving, drafts, versions, the trash.

use jiff::Timestamp;
use jiff::civil::Date;

use super::drafts::Drafts;
use super::interviews;
use super::outcome::{failed, home_outcome, not_kept, version_lost, why};
use crate::app::Outcome;
use crate::app::effect::{AnswerSave, DebriefSave, LinkSave, VersionRow};
use crate::domain::category::Category;
use crate::domain::id::AnswerId;
use crate::domain::interview::edit::Change;
use crate::domain::problem::Problem;
use crate::domain::saved_file::{NotSaved, Saved, Trashed};
use crate::store::answers::{front_matter, naming, save};
use crate::store::banks::own;
use crate::store::files::limits::reason;
use crate::store::files::places::Places;
use crate::store::load::home;
use crate::store::recovery::{trash, versions};

/// Keeps answers, and what was typed and not saved.
pub(in crate::runtime) struct AnswerJobs {
    places: Places,
    pub(super) drafts: Drafts,
}

impl AnswerJobs {
    pub(in crate::runtime) fn new(places: &Places, run: &str) -> AnswerJobs {
        AnswerJobs {
            places: places.clone(),
            drafts: Drafts::new(places, run),
        }
    }

    /// Saves an answer, under a new name where it has no file yet; what was drafted of it is older then.
    pub(super) fn save_answer(&mut self, save: AnswerSave, now: Timestamp) -> Vec<Outcome> {
        let outcomes = match save.path {
            Some(path) => self.save(save.id, &path, &save.base, &save.text, now),
            None => vec![self.create(save.id, &save.title, save.text)],
        };
        if let Some(Outcome::AnswerSaved { id, path, text }) = outcomes.first() {
            self.drafts.saved(id, path, text);
        }
        outcomes
    }

    pub(super) fn keep_version(&self, id: &AnswerId, text: &str, now: Timestamp) -> Vec<Outcome> {
        let kept = versions::keep(&self.places, id.as_str(), text, now);
        let failed = |problem| failed("The version you told could not be kept", problem);
        kept.err().map(failed).into_iter().collect()
    }

    pub(super) fn list_versions(&self, id: &AnswerId) -> Vec<Outcome> {
        let (all, problems) = versions::list(&self.places, id.as_str());
        listed(Outcome::Versions(all), "Some versions cannot be shown", problems)
    }

    pub(super) fn read_versions(&self, id: AnswerId, sides: Vec<VersionRow>) -> Outcome {
        let read = |side: VersionRow| {
            let text = versions::read(&self.places, id.as_str(), &side.hash)?;
            Ok((side.when, text))
        };
        let texts: Result<Vec<_>, Problem> = sides.into_iter().map(read).collect();
        match texts {
            Ok(sides) => Outcome::VersionTexts { id, sides },
            Err(problem) => failed("That version cannot be shown", problem),
        }
    }

    pub(super) fn throw_away(&self, path: &str, now: Timestamp) -> Vec<Outcome> {
        let thrown = trash::throw_away(&self.places, path, now);
        self.told("It is where it was", thrown.map(|thrown| [Outcome::Trashed(thrown)]))
    }

    pub(super) fn list_trash(&self) -> Vec<Outcome> {
        let (thrown, problems) = trash::list(&self.places);
        listed(Outcome::InTrash(thrown), "The trash cannot be shown whole", problems)
    }

    pub(super) fn retitle(&self, path: &str, base: &str, title: &str, now: Timestamp) -> Vec<Outcome> {
        let said = format!("The title is now: {title}");
        let done = front_matter::retitle(&self.places, path, base, title, now);
        self.changed("The title stays as it was", path, done, said)
    }

    /// Links an answer to a question, or takes the link out.
    pub(super) fn link(&self, asked: &LinkSave, now: Timestamp) -> Vec<Outcome> {
        let (change, said) = if asked.link {
            (front_matter::link as LinkChange, "Linked")
        } else {
            (front_matter::unlink as LinkChange, "No longer linked")
        };
        let done = change(&self.places, &asked.path, &asked.base, asked.question.as_str(), now);
        let said = format!("{said}: {}", asked.title);
        self.changed("The links stay as they were", &asked.path, done, said)
    }

    pub(super) fn add_question(&self, ask: &str, category: Category) -> Vec<Outcome> {
        let library = home(&self.places).library;
        let added = own::add(&self.places, &library, ask, category).map(|id| [Outcome::Added(id.into())]);
        self.told("The question is not added", added)
    }

    /// Adds an interview of a company, from a day on.
    pub(super) fn add_interview(&self, of: (&str, Date), text: &str, changes: &[Change], said: String) -> Vec<Outcome> {
        let made = interviews::create(&self.places, of, text, changes, said);
        self.told("The interview is not added", made)
    }

    /// Saves a change of an interview's file.
    pub(super) fn change_interview(
        &self,
        over: (&str, &str),
        text: String,
        changes: &[Change],
        said: String,
        now: Timestamp,
    ) -> Vec<Outcome> {
        let saved = interviews::change(&self.places, over, text, changes, said, now);
        self.told("The file is as it was", saved)
    }

    /// Writes a debrief; once it is in its file it is no draft any more.
    pub(super) fn keep_debrief(&mut self, debrief: DebriefSave, now: Timestamp) -> Vec<Outcome> {
        let DebriefSave {
            path,
            base,
            written,
            day,
        } = debrief;
        let done = interviews::keep(&self.places, (&path, &base), written, day, now);
        if let Ok([Outcome::InterviewSaved { .. }, ..]) = done.as_deref() {
            self.drafts.debriefed(&path, base);
        }
        self.told("The debrief is not saved; it stays on the screen", done)
    }

    /// What came of a change of one answer.
    fn changed(&self, doing: &str, path: &str, done: Result<Saved, NotSaved>, said: String) -> Vec<Outcome> {
        let done = done.map(|saved| [Outcome::Edited { said }].into_iter().chain(not_kept(saved)));
        self.told(doing, done.map_err(|error| why(path, error)))
    }

    fn save(&self, id: AnswerId, path: &str, base: &str, text: &str, now: Timestamp) -> Vec<Outcome> {
        let done = match save::save(&self.places, path, base, text, now) {
            Err(NotSaved::Vanished) => save::write_anew(&self.places, path, text),
            done => done,
        };
        match done {
            Ok(Saved { opened, not_kept: why }) => {
                let (path, text) = (opened.path, opened.text);
                let saved = Outcome::AnswerSaved { id, path, text };
                [saved].into_iter().chain(why.map(version_lost)).collect()
            }
            Err(NotSaved::Changed(found)) => vec![Outcome::AnswerMet { id, theirs: found.text }],
            Err(error) => vec![refused(id, path, error)],
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

    pub(super) fn keep_both(&self, path: &str, text: &str, now: Timestamp) -> Vec<Outcome> {
        match save::keep_both(&self.places, path, text, now) {
            Ok(kept) => {
                let said = format!("Yours is in {kept}");
                vec![home_outcome(home(&self.places)), Outcome::Edited { said }]
            }
            Err(problem) => vec![failed("Your text is still here and in the drafts", problem)],
        }
    }

    pub(super) fn restore_last(&self) -> Vec<Outcome> {
        match trash::last(&self.places) {
            Ok(Some(last)) => self.restore(&last),
            Ok(None) => vec![Outcome::Edited {
                said: "The trash is empty".to_owned(),
            }],
            Err(problem) => vec![failed("Nothing comes back from the trash", problem)],
        }
    }

    pub(super) fn restore(&self, trashed: &Trashed) -> Vec<Outcome> {
        let back = trash::restore(&self.places, trashed);
        let name = trashed.name.clone();
        let outcome = back.map(|path| [Outcome::Restored { path, name }]);
        self.told("It stays in the trash", outcome)
    }

    /// What came of a change of files, behind the files as they are now.
    fn told<T>(&self, doing: &str, done: Result<T, Problem>) -> Vec<Outcome>
    where
        T: IntoIterator<Item = Outcome>,
    {
        let mut outcomes = vec![home_outcome(home(&self.places))];
        match done {
            Ok(done) => outcomes.extend(done),
            Err(problem) => outcomes.push(failed(doing, problem)),
        }
        outcomes
    }
}

/// What was listed, and the first of what hindered to list more.
fn listed(found: Outcome, hindered: &str, problems: Vec<Problem>) -> Vec<Outcome> {
    let first = problems.into_iter().next();
    let hindered = first.map(|problem| failed(hindered, problem));
    [found].into_iter().chain(hindered).collect()
}

/// A change of one link of an answer.
type LinkChange = fn(&Places, &str, &str, &str, Timestamp) -> Result<Saved, NotSaved>;

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
