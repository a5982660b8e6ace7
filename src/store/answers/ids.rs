//! Which answer an id belongs to where several files have it: never a matter of the order of names.

use std::collections::HashMap;

use crate::domain::answer::Answer;
use crate::domain::problem::{Problem, Unread};
use crate::store::files::copied::{copies, copy_of, plainness, stem};
use crate::store::files::originals::holders;

/// The answers with copies of others left out, in their order, each with an id of its own: of those with one id the
/// plainest name keeps it, and another text is kept under its file name. Also what is wrong.
pub(super) fn settled(mut answers: Vec<Answer>) -> (Vec<Answer>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut left_out = Vec::new();
    for (n, plain) in twins(&answers).into_iter().enumerate() {
        if let Some(plain) = plain {
            let remedy = "then delete it; or give it an id of its own";
            problems.push(copy_of(&answers[n].path, &answers[plain].path, remedy));
            left_out.push(n);
        }
    }
    for n in left_out.into_iter().rev() {
        answers.remove(n);
    }
    let holders = holders(answers.len(), |n| &answers[n].path, |n| answers[n].id.as_str());
    for (n, holder) in holders.into_iter().enumerate() {
        if holder != n {
            let what = format!(
                "the id \"{}\" is also in {}, which keeps it",
                answers[n].id, answers[holder].path
            );
            let remedy = "Give one of the two another id, so that each keeps its own history";
            let answer = &mut answers[n];
            problems.push(Problem::line(answer.path.clone(), 1, what, remedy).leaves(Unread::Nothing));
            answer.id = format!("file:{}", answer.path).into();
        }
    }
    (answers, problems)
}

/// For each answer the one it is a copy of: by its name and the same id or text, or by both under any name.
fn twins(answers: &[Answer]) -> Vec<Option<usize>> {
    let stems: Vec<&str> = answers.iter().map(|answer| stem(&answer.path)).collect();
    let same_text = |one: usize, other: usize| answers[one].version == answers[other].version;
    let mut twins = copies(&stems, |one, other| {
        answers[one].id == answers[other].id || same_text(one, other)
    });
    let mut plainest: HashMap<(&str, &str), usize> = HashMap::new();
    let mut by_name: Vec<usize> = (0..answers.len()).filter(|n| twins[*n].is_none()).collect();
    by_name.sort_by_key(|n| plainness(&answers[*n].path));
    for n in by_name {
        let answer = &answers[n];
        let first = *plainest.entry((answer.id.as_str(), &*answer.version)).or_insert(n);
        twins[n] = Some(first).filter(|first| *first != n);
    }
    twins
}
