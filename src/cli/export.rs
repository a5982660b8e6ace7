//! `greenroom export`: what other programs read.

use super::args::ExportWhat;
use super::fault::Fault;
use super::out::Out;
use super::session::Setting;
use crate::domain::interview::Interview;
use crate::domain::interview::edit::Change;
use crate::domain::interview::round::Round;
use crate::export::ics::{calendar, round_ids};
use crate::store::interviews::change as change_file;

/// Prints it.
pub(super) fn run(setting: &Setting, what: ExportWhat, out: &mut Out) -> Result<u8, Fault> {
    let all = setting.everything()?;
    let text = match what {
        ExportWhat::Ics => {
            keep_ids(setting, &all.interviews);
            calendar(&all.interviews, &all.when())
        }
    };
    out.bytes(text.as_bytes())
}

/// Writes what calendars will know each round by into its file, so that it stays the same when the round is put off. Where
/// that cannot be written, the calendar is right all the same, and the next one tries again.
fn keep_ids(setting: &Setting, interviews: &[Interview]) {
    if setting.may_write().is_err() {
        return;
    }
    for interview in interviews {
        let rounds = interview.rounds.iter().zip(round_ids(interview)).enumerate();
        let new = rounds.filter(|(_, (round, id))| round.id != *id);
        let change = |(n, (round, id)): (usize, (&Round, Option<String>))| {
            let named = Round { id, ..round.clone() };
            Change::SetRound(n, Box::new((round.clone(), named)))
        };
        let changes: Vec<Change> = new.map(change).collect();
        if !changes.is_empty() {
            let now = setting.clock.now().wall;
            // Nothing is lost by a file that cannot be changed: what is exported is made from it as it is.
            let _kept = change_file(&setting.places, &interview.path, &interview.text, &changes, now);
        }
    }
}
