//! Which attempts are listed, chosen from all there are.

use std::collections::HashMap;

use super::history::Keep;
use crate::app::context::Context;
use crate::domain::category::Category;
use crate::domain::id::AnswerId;
use crate::domain::rating::Rating;

/// What can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct KeepChoice {
    /// What, its name, and how many attempts it lists.
    pub rows: Vec<(Keep, String, usize)>,
    /// The selected row.
    pub row: usize,
}

impl KeepChoice {
    /// All that can be chosen from what was told, what is listed now selected.
    pub(super) fn of(now: &Keep, cx: &Context) -> KeepChoice {
        let rows = kinds_told(cx);
        let row = rows.iter().position(|(keep, ..)| keep == now).unwrap_or(0);
        KeepChoice { rows, row }
    }
}

/// All that can be chosen from what was told, with how often it was.
fn kinds_told(cx: &Context) -> Vec<(Keep, String, usize)> {
    let mut categories: HashMap<Category, usize> = HashMap::new();
    let mut answers: HashMap<&AnswerId, usize> = HashMap::new();
    let mut ratings = [0; 4];
    for attempt in cx.workspace.history.attempts() {
        *categories.entry(attempt.category).or_default() += 1;
        ratings[usize::from(attempt.rating.number()) - 1] += 1;
        if let Some(id) = &attempt.answer {
            *answers.entry(id).or_default() += 1;
        }
    }
    let everything = (Keep::Everything, "everything".to_owned(), ratings.iter().sum());
    let rated = Rating::ALL.into_iter().zip(ratings);
    let rated = rated.map(|(rating, count)| (Keep::Rating(rating), rating.word().to_owned(), count));
    let all = Category::ALL.into_iter().chain([Category::Unsorted]);
    let about = all.filter_map(|category| {
        let count = *categories.get(&category)?;
        Some((Keep::Category(category), category.id().to_owned(), count))
    });
    let told = cx.workspace.library.answers().iter().filter_map(|answer| {
        let count = *answers.get(&answer.id)?;
        Some((Keep::Answer(answer.id.clone()), format!("\"{}\"", answer.title), count))
    });
    let rows = [everything].into_iter().chain(rated).chain(about).chain(told);
    rows.filter(|(keep, _, count)| *count > 0 || *keep == Keep::Everything)
        .collect()
}
