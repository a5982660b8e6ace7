//! What came of the disk, as the program hears of it.

use crate::app::Outcome;
use crate::check::answer::errors;
use crate::domain::home_data::HomeData;
use crate::domain::problem::Problem;
use crate::domain::saved_file::{NotSaved, Saved};

/// The outcome of a home that was read, with what is an error in its answers among the problems.
pub fn home_outcome(mut home: HomeData) -> Outcome {
    home.problems.extend(errors(home.library.answers(), &home.settings));
    Outcome::Home(home)
}

/// Something could not be done.
pub(in crate::runtime) fn failed(doing: &str, problem: Problem) -> Outcome {
    Outcome::Failed {
        doing: doing.to_owned(),
        cause: format!("{}: {}", problem.place(), problem.what),
        hint: problem.remedy,
    }
}

/// Says that the text before a save could not be kept, where it could not.
pub(super) fn not_kept(saved: Saved) -> Option<Outcome> {
    saved.not_kept.map(version_lost)
}

pub(super) fn version_lost(problem: Problem) -> Outcome {
    failed("Saved, but the text before it could not be kept", problem)
}

/// Why a file was not saved.
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
