//! Reading a whole home.

use std::panic::resume_unwind;
use std::thread;

use super::banks::lenses;
use super::files::places::Places;
use super::import::{notes, rules};
use super::interviews::message;
use super::{answers, banks, interviews, log, namesakes, settings};
use crate::domain::history::History;
use crate::domain::home_data::HomeData;
use crate::domain::library::Library;
use crate::domain::problem::{Problem, Unread};
use crate::domain::settings::Settings;

/// Questions from which on sorting them is felt, so that it is done here, behind the first frame.
const MANY: usize = 2_000;

/// Reads a whole home: what its files hold is told as soon as it is there, then comes the history. A long log is read
/// beside them, once there is leave for it.
pub fn everything<T>(
    places: &Places,
    leave: impl FnOnce() + Send,
    told: impl FnOnce(HomeData) -> T,
) -> (T, (History, Vec<Problem>)) {
    if !log::long(places) {
        return (told(home(places)), log::load(places));
    }
    thread::scope(|scope| {
        let past = scope.spawn(|| {
            leave();
            log::load(places)
        });
        let home = told(home(places));
        (home, past.join().unwrap_or_else(|panic| resume_unwind(panic)))
    })
}

/// Reads banks, lenses, answers, interviews and settings; one bad file never hides the others.
pub fn home(places: &Places) -> HomeData {
    let (settings, mut problems) = settings::load(places);
    problems.extend(namesakes::problems(places));
    let (own, more) = banks::own_files(places);
    problems.extend(more);
    let mut questions = banks::shipped();
    questions.extend(own);
    let (answers, more) = answers::load_folder(&places.answers(), "answers");
    problems.extend(more);
    let library = Library::new(questions, answers);
    let (lenses, more) = lenses::all(places, library.questions());
    problems.extend(more);
    let library = library.with_lenses(lenses).with_samples(answers::shipped);
    if library.questions().len() > MANY {
        library.prepare();
    }
    problems.extend(unknown_lens(places, &settings, &library));
    problems.extend(unknown_links(&library));
    let (notes, more) = notes::load(places);
    problems.extend(more);
    problems.extend(rules::problems(places));
    let (interviews, more) = interviews::load(places);
    problems.extend(more);
    let (messages, more) = message::load(places);
    problems.extend(more);
    HomeData {
        library,
        notes,
        interviews,
        messages,
        settings,
        problems,
    }
}

fn unknown_lens(places: &Places, settings: &Settings, library: &Library) -> Option<Problem> {
    let id = settings.lens.as_ref().filter(|id| library.lens(id).is_none())?;
    let known: Vec<&str> = library.lenses().iter().map(|lens| lens.id.as_str()).collect();
    let what = format!("there is no lens \"{id}\"");
    let remedy = format!("Write all, or one of {}", known.join(", "));
    Some(settings::problem(places, "lens", what, remedy).leaves(Unread::Nothing))
}

fn unknown_links(library: &Library) -> Vec<Problem> {
    let mut problems = Vec::new();
    for answer in library.answers() {
        for id in &answer.questions {
            if library.question(id).is_none() {
                let line = answer
                    .text
                    .lines()
                    .position(|line| line.contains(id.as_str()))
                    .unwrap_or(0);
                let what = format!("no question has the id \"{id}\"");
                let remedy = "Check it against `greenroom list questions`";
                problems.push(Problem::line(answer.path.clone(), line + 1, what, remedy).leaves(Unread::Nothing));
            }
        }
    }
    problems
}
