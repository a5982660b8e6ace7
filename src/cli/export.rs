//! `greenroom export`: what other programs read, or all there is.

use super::args::{ExportArgs, ExportWhat};
use super::fault::Fault;
use super::missing::sentence;
use super::out::Out;
use super::session::Setting;
use crate::domain::interview::Interview;
use crate::domain::interview::edit::Change;
use crate::domain::interview::round::Round;
use crate::domain::problem::{Problem, Unread};
use crate::domain::saved_file::NotSaved;
use crate::export::answers::Signs;
use crate::export::ics::{calendar, round_ids};
use crate::export::{anki, answers, attempts};
use crate::store::interviews::change;
use crate::store::settings::writable;
use crate::store::whole::take;

/// Prints it.
pub(super) fn run(setting: &Setting, wish: ExportArgs, out: &mut Out) -> Result<u8, Fault> {
    if wish.what == ExportWhat::Json {
        return whole(setting, wish.partial, out);
    }
    let all = setting.everything()?;
    let text = match wish.what {
        ExportWhat::Json => String::new(),
        ExportWhat::Markdown => answers::document(&all.library, Signs::Markdown),
        ExportWhat::Org => answers::document(&all.library, Signs::Org),
        ExportWhat::Csv => attempts::table(&all.history, &all.library),
        ExportWhat::Anki => anki::notes(&all.library),
        ExportWhat::Ics => {
            keep_ids(setting, &all.interviews);
            calendar(&all.interviews, &all.when())
        }
    };
    out.bytes(text.as_bytes())
}

/// Prints all there is. A file that cannot be read is an error, unless it is asked for what can be.
fn whole(setting: &Setting, partial: bool, out: &mut Out) -> Result<u8, Fault> {
    setting.home_is_there()?;
    let taken = take(&setting.places);
    if let Some(first) = taken.missing.first().filter(|_| !partial) {
        let missing: Vec<&Problem> = taken.missing.iter().collect();
        return Err(Fault::problem(
            &format!("nothing is exported: {}", sentence(&missing)),
            first,
        ));
    }
    setting.hear(&taken.missing)?;
    out.bytes(taken.text.as_bytes())
}

/// Writes what calendars will know each round by into its file, so that it stays the same when the round is put off. Where
/// that cannot be written the calendar is right all the same, and it is said.
fn keep_ids(setting: &Setting, interviews: &[Interview]) {
    for interview in interviews {
        let rounds = interview.rounds.iter().zip(round_ids(interview)).enumerate();
        let new = rounds.filter(|(_, (round, id))| round.id != *id);
        let named = |(n, (round, id)): (usize, (&Round, Option<String>))| {
            let after = Round { id, ..round.clone() };
            Change::SetRound(n, Box::new((round.clone(), after)))
        };
        let changes: Vec<Change> = new.map(named).collect();
        if !changes.is_empty()
            && let Err(why) = kept(setting, interview, &changes)
        {
            let what = format!("its rounds were not given ids: {why}");
            let remedy = "Until they are, a round that is put off comes to the calendar once more";
            let problem = Problem::file(interview.path.clone(), what, remedy).leaves(Unread::Nothing);
            setting.heard.borrow_mut().push(problem);
        }
    }
}

/// Makes changes of the file an interview was read from.
///
/// # Errors
/// Why they are not made.
fn kept(setting: &Setting, interview: &Interview, changes: &[Change]) -> Result<(), String> {
    let Interview { path, text, .. } = interview;
    writable(&setting.places).map_err(|problem| problem.what)?;
    match change(&setting.places, path, text, changes, setting.clock.now().wall) {
        Ok(_) => Ok(()),
        Err(NotSaved::Failed(problem)) => Err(problem.what),
        Err(NotSaved::Changed(_) | NotSaved::Vanished) => Err("it changed just now".to_owned()),
    }
}
