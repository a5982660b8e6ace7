//! Changes of interviews as effects, each made from the files as they are when its turn comes.

use jiff::civil::Date;

use super::{Entered, EntryField};
use crate::app::effect::{DebriefSave, DiskEffect, Effect};
use crate::app::workspace::Workspace;
use crate::domain::interview::debrief::Debrief;
use crate::domain::interview::edit::{Change, changed, new_file};
use crate::domain::interview::sections::Line;

impl Workspace {
    /// An interview with changes made in its file as it is now.
    ///
    /// # Errors
    /// Why it cannot be changed, in a sentence.
    pub(in crate::app) fn interview_changed(
        &self,
        path: &str,
        changes: &[Change],
        said: &str,
    ) -> Result<Effect, String> {
        let one = self.interview(path).ok_or("Its file is no longer there")?;
        let text =
            changed(&one.text, changes).map_err(|error| format!("Not changed: {error}. E opens it in your editor"))?;
        Ok(Effect::Disk(DiskEffect::SaveInterview {
            changes: changes.to_vec(),
            path: Some(path.to_owned()),
            company: one.company.clone(),
            today: self.today,
            base: one.text.clone(),
            text,
            said: said.to_owned(),
        }))
    }

    /// The tick of a line as it is to be, found by its words where lines came before it.
    pub(in crate::app) fn ticked(&self, path: &str, place: usize, words: &str) -> Option<(Change, &'static str)> {
        let lines = &self.interview(path)?.lines;
        let same = |line: &&Line| line.text == words && line.ticked.is_some();
        let line = lines.get(place).filter(same).or_else(|| lines.iter().find(same))?;
        let ticked = line.ticked?;
        let said = if ticked { "Open again" } else { "Done, and good" };
        Some((Change::Tick(line.line, !ticked), said))
    }

    /// What taking a form changes.
    ///
    /// # Errors
    /// What could not be understood, or why the file cannot be changed.
    pub(in crate::app) fn entered(&self, entry: &Entered) -> Result<Effect, String> {
        let joined = self.joined(entry).map(|one| one.path.clone());
        let path = entry.path.clone().or(joined);
        let one = path.as_deref().and_then(|path| self.interview(path));
        let (changes, said) = entry.changes(one, (self.today, &self.zone))?;
        if let Some(path) = path {
            return self.interview_changed(&path, &changes, &said);
        }
        let company = entry.text(EntryField::Company).to_owned();
        let text = changed(&new_file(&company), &changes).map_err(|error| error.to_string())?;
        Ok(Effect::Disk(DiskEffect::SaveInterview {
            changes,
            path: None,
            company,
            today: self.today,
            base: "".into(),
            text,
            said,
        }))
    }

    /// A debrief written into the file of its interview as that is now.
    ///
    /// # Errors
    /// That the file is gone.
    pub(in crate::app) fn debriefed(&self, path: &str, written: &Debrief, day: Date) -> Result<Effect, String> {
        let one = self.interview(path);
        let one = one.ok_or("Its file is no longer there; what you wrote is in the drafts")?;
        Ok(Effect::Disk(DiskEffect::KeepDebrief(Box::new(DebriefSave {
            path: path.to_owned(),
            base: one.text.clone(),
            written: written.clone(),
            day,
        }))))
    }
}
