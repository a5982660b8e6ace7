//! Which answers serve which categories, or which values of a lens: the gaps, the overused, the fewest that are enough.

use std::collections::HashMap;

use super::set_cover::fewest;
use crate::domain::category::Category;
use crate::domain::history::History;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::library::Library;
use crate::domain::question::lens::Lens;
use crate::domain::rating::Rating;
use crate::domain::settings::Settings;

/// Categories an answer stands in from which on it is overused: told that often, the same story is heard twice in one
/// round of interviews.
pub const OVERUSED: usize = 5;

/// Values of a lens that are looked at; no company has more.
const MOST_ROWS: usize = 128;

/// What a row of the table stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A category.
    Category(Category),
    /// A value of the lens, by its place there.
    Value(usize),
}

/// What one answer is to one row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cell {
    /// Neither meant for it nor told there.
    #[default]
    Apart,
    /// Meant for it, and not told there yet.
    Untold,
    /// Told there, last time rough or worse.
    Rough,
    /// Told there, last time solid or better.
    Well,
}

/// One row: a category or a value, and what every answer is to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it stands for.
    pub topic: Topic,
    /// A category's id, or a value's title.
    pub name: String,
    /// Questions of it that may be picked.
    pub questions: usize,
    /// In step with the columns.
    pub cells: Vec<Cell>,
    /// Whether none of them is marked: asked for every frame, of thousands of cells.
    gap: bool,
}

impl Row {
    /// Whether no answer is meant for it, and none was told.
    pub fn is_gap(&self) -> bool {
        self.gap
    }

    /// How far along it is: gaps, then what was not told well yet, then the rest.
    fn stage(&self) -> u8 {
        u8::from(!self.is_gap()) + u8::from(self.cells.contains(&Cell::Well))
    }
}

/// One column: an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which.
    pub answer: AnswerId,
    /// What it is called.
    pub title: String,
    /// Categories it is meant for or was told in, whatever the rows are.
    pub categories: usize,
}

impl Column {
    /// Whether it stands in [`OVERUSED`] categories or more.
    pub fn overused(&self) -> bool {
        self.categories >= OVERUSED
    }
}

/// The table of rows and answers. An answer that stands in no row has no column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Gaps first, then rows no answer was told well in, then the rest; each in the order of the categories or values.
    pub rows: Vec<Row>,
    /// In the order of the library.
    pub columns: Vec<Column>,
    /// The fewest answers that stand in every row but the gaps, as places in `columns`. Found exactly, unless that
    /// takes more than twenty thousand tries; then as few as were found.
    pub fewest: Vec<usize>,
}

impl Coverage {
    /// Scored categories with questions that may be picked, against the answers.
    pub fn by_category(library: &Library, history: &History, settings: &Settings) -> Coverage {
        let admitted = admitted(library, settings);
        let categories: Vec<Category> = Category::ALL
            .into_iter()
            .chain([Category::Unsorted])
            .filter(|category| category.scored() && admitted.contains_key(category))
            .collect();
        let mut rows: Vec<Row> = categories
            .iter()
            .map(|category| Row {
                topic: Topic::Category(*category),
                name: category.id().to_owned(),
                questions: admitted[category],
                cells: vec![Cell::Apart; library.answers().len()],
                gap: true,
            })
            .collect();
        let place: HashMap<Category, usize> = categories.iter().enumerate().map(|(n, c)| (*c, n)).collect();
        for (column, answer) in library.answers().iter().enumerate() {
            for category in library.categories_of(answer) {
                if let Some(row) = place.get(&category) {
                    rows[*row].cells[column] = Cell::Untold;
                }
            }
        }
        for (column, category, _, cell) in told(library, history) {
            if let Some(row) = place.get(&category) {
                rows[*row].cells[column] = cell;
            }
        }
        Coverage::of(library, history, rows)
    }

    /// The values of a lens against the answers. An answer is meant for a value when one of its own tags or one of its
    /// questions is; it was told there when the question was.
    pub fn by_value(lens: &Lens, library: &Library, history: &History, settings: &Settings) -> Coverage {
        let values = &lens.values[..lens.values.len().min(MOST_ROWS)];
        let mut rows: Vec<Row> = values
            .iter()
            .enumerate()
            .map(|(n, value)| Row {
                topic: Topic::Value(n),
                name: value.title.clone(),
                questions: 0,
                cells: vec![Cell::Apart; library.answers().len()],
                gap: true,
            })
            .collect();
        let mut tested: HashMap<&QuestionId, Vec<usize>> = HashMap::new();
        for question in library.questions() {
            let fits = values.iter().enumerate().filter(|(_, value)| value.fits(question));
            let fits: Vec<usize> = fits.map(|(n, _)| n).collect();
            if settings.admits(question) {
                for row in &fits {
                    rows[*row].questions += 1;
                }
            }
            tested.insert(&question.id, fits);
        }
        for (column, answer) in library.answers().iter().enumerate() {
            for (row, value) in values.iter().enumerate() {
                if answer.tags.iter().any(|tag| value.tags.contains(tag)) {
                    rows[row].cells[column] = Cell::Untold;
                }
            }
            for row in answer.questions.iter().filter_map(|id| tested.get(id)).flatten() {
                rows[*row].cells[column] = Cell::Untold;
            }
        }
        for (column, _, question, cell) in told(library, history) {
            for row in tested.get(question).into_iter().flatten() {
                rows[*row].cells[column] = cell;
            }
        }
        Coverage::of(library, history, rows)
    }

    /// Rows with a cell for every answer of the library, ordered, and without the columns that stand in none of them.
    fn of(library: &Library, history: &History, mut rows: Vec<Row>) -> Coverage {
        for row in &mut rows {
            row.gap = row.cells.iter().all(|cell| *cell == Cell::Apart);
        }
        rows.sort_by_key(Row::stage);
        let kept: Vec<usize> = (0..library.answers().len())
            .filter(|column| rows.iter().any(|row| row.cells[*column] != Cell::Apart))
            .collect();
        for row in &mut rows {
            row.cells = kept.iter().map(|column| row.cells[*column]).collect();
        }
        let categories = categories_used(library, history);
        let columns: Vec<Column> = kept
            .iter()
            .map(|place| Column {
                answer: library.answers()[*place].id.clone(),
                title: library.answers()[*place].title.clone(),
                categories: categories[*place],
            })
            .collect();
        let masks: Vec<u128> = (0..columns.len())
            .map(|column| {
                let marked = rows
                    .iter()
                    .enumerate()
                    .filter(|(_, row)| row.cells[column] != Cell::Apart);
                marked.fold(0, |mask, (row, _)| mask | 1 << row)
            })
            .collect();
        Coverage {
            fewest: fewest(&masks),
            rows,
            columns,
        }
    }

    /// The rows nothing stands in.
    pub fn gaps(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.is_gap())
    }
}

/// How many questions of each category may be picked.
fn admitted(library: &Library, settings: &Settings) -> HashMap<Category, usize> {
    let mut count = HashMap::new();
    for question in library.questions().iter().filter(|question| settings.admits(question)) {
        *count.entry(question.category).or_default() += 1;
    }
    count
}

/// Every telling of an answer there is, the oldest first: its place, what the question tested, which it was, and how
/// it went.
fn told<'a>(
    library: &'a Library,
    history: &'a History,
) -> impl Iterator<Item = (usize, Category, &'a QuestionId, Cell)> {
    history.attempts().filter_map(|attempt| {
        let column = library.answer_place(attempt.answer.as_ref()?.as_str())?;
        let cell = if attempt.rating >= Rating::Solid {
            Cell::Well
        } else {
            Cell::Rough
        };
        Some((column, attempt.category, &attempt.question, cell))
    })
}

/// In how many scored categories each answer of the library stands.
fn categories_used(library: &Library, history: &History) -> Vec<usize> {
    let bit = |category: Category| if category.scored() { 1_u32 << category as u32 } else { 0 };
    let mut used: Vec<u32> = library
        .answers()
        .iter()
        .map(|answer| {
            library
                .categories_of(answer)
                .into_iter()
                .fold(0, |mask, category| mask | bit(category))
        })
        .collect();
    for (column, category, ..) in told(library, history) {
        used[column] |= bit(category);
    }
    used.iter().map(|mask| mask.count_ones() as usize).collect()
}

#[cfg(test)]
mod tests;
