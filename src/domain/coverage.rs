//! Which answers serve which categories, or which values of a lens: the gaps, the overused, the fewest that are enough.

use std::collections::HashMap;

use super::category::Category;
use super::history::History;
use super::id::{AnswerId, QuestionId};
use super::lens::Lens;
use super::library::Library;
use super::rating::Rating;
use super::settings::Settings;

/// Categories an answer stands in from which on it is overused: told that often, the same story is heard twice in one
/// round of interviews.
pub const OVERUSED: usize = 5;

/// Values of a lens that are looked at; no company has more.
const MOST_ROWS: usize = 128;

/// Branches followed in search of the fewest answers. Homes of a few hundred answers need some dozens of them.
const BRANCHES: usize = 20_000;

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

/// The fewest places whose masks together have every bit any of them has, in their order.
///
/// Greedy first (the mask with the most bits still missing, the earlier on a tie), then branch and bound: the bit the
/// fewest masks have is covered by each of those masks in turn.
fn fewest(masks: &[u128]) -> Vec<usize> {
    let all = masks.iter().fold(0, |all, mask| all | mask);
    let mut useful: Vec<(usize, u128)> = Vec::new();
    for (place, mask) in masks.iter().enumerate() {
        if !useful.iter().any(|(_, other)| mask & !other == 0) {
            useful.retain(|(_, other)| other & !mask != 0);
            useful.push((place, *mask));
        }
    }
    let mut search = Search {
        best: greedy(&useful, all),
        rarest: by_rarity(&useful, all),
        widest: useful
            .iter()
            .map(|(_, mask)| mask.count_ones())
            .max()
            .unwrap_or(1)
            .max(1),
        useful,
        branches: BRANCHES,
    };
    search.follow(all, &mut Vec::new());
    search.best.sort_unstable();
    search.best
}

fn greedy(useful: &[(usize, u128)], all: u128) -> Vec<usize> {
    let (mut chosen, mut missing) = (Vec::new(), all);
    while missing != 0 {
        let gain = |mask: u128| (mask & missing).count_ones();
        let Some((place, mask)) = useful.iter().rev().max_by_key(|(_, mask)| gain(*mask)) else {
            break;
        };
        chosen.push(*place);
        missing &= !mask;
    }
    chosen
}

/// The bits there are, those that the fewest masks have first.
fn by_rarity(useful: &[(usize, u128)], all: u128) -> Vec<u32> {
    let mut bits: Vec<u32> = (0..u128::BITS).filter(|bit| all >> bit & 1 == 1).collect();
    bits.sort_by_key(|bit| useful.iter().filter(|(_, mask)| mask >> bit & 1 == 1).count());
    bits
}

struct Search {
    useful: Vec<(usize, u128)>,
    best: Vec<usize>,
    rarest: Vec<u32>,
    /// The most bits one mask has.
    widest: u32,
    /// Branches left to follow.
    branches: usize,
}

impl Search {
    fn follow(&mut self, missing: u128, chosen: &mut Vec<usize>) {
        if missing == 0 {
            if chosen.len() < self.best.len() {
                self.best.clone_from(chosen);
            }
            return;
        }
        let at_least = chosen.len() + missing.count_ones().div_ceil(self.widest) as usize;
        if at_least >= self.best.len() || self.branches == 0 {
            return;
        }
        self.branches -= 1;
        let Some(rarest) = self.rarest.iter().find(|bit| missing >> **bit & 1 == 1) else {
            return;
        };
        let having = self.useful.iter().filter(|(_, mask)| mask >> rarest & 1 == 1);
        let tries: Vec<(usize, u128)> = having.copied().collect();
        for (place, mask) in tries {
            chosen.push(place);
            self.follow(missing & !mask, chosen);
            chosen.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::Answer;
    use crate::domain::answer::tests::answer;
    use crate::domain::event::What;
    use crate::domain::history::tests::{attempt, event};
    use crate::domain::lens::Value;
    use crate::domain::question::tests::question;
    use proptest::prelude::*;

    fn answer_to(id: &str, questions: &[&str], tags: &[&str]) -> Answer {
        Answer {
            id: id.into(),
            title: format!("Answer {id}"),
            questions: questions.iter().map(QuestionId::from).collect(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ..answer("## Action\n- did it\n")
        }
    }

    fn told_as(
        n: u64,
        question: &str,
        category: Category,
        answer: &str,
        rating: Rating,
    ) -> crate::domain::event::Event {
        let mut attempt = attempt(&format!("t{n}"), n as i64, question, category, rating);
        attempt.answer = Some(answer.into());
        event(n, n as i64, What::Attempt(Box::new(attempt)))
    }

    fn library() -> Library {
        let questions = vec![
            question("c1", Category::Conflict, &["backbone"]),
            question("c2", Category::Conflict, &["humility"]),
            question("f1", Category::Failure, &["humility"]),
            question("d1", Category::Deadline, &[]),
            question("o1", Category::Ownership, &["ownership"]),
            question("pay", Category::Logistics, &[]),
        ];
        let answers = vec![
            answer_to("a", &["c1"], &[]),
            answer_to("b", &["f1", "o1"], &[]),
            answer_to("e", &["c2", "o1"], &["backbone"]),
            answer_to("z", &["pay"], &[]),
        ];
        Library::new(questions, answers)
    }

    fn table(coverage: &Coverage) -> Vec<(String, String)> {
        let mark = |cell: &Cell| match cell {
            Cell::Apart => '.',
            Cell::Untold => 'o',
            Cell::Rough => 'r',
            Cell::Well => 'w',
        };
        let row = |row: &Row| (row.name.clone(), row.cells.iter().map(mark).collect());
        coverage.rows.iter().map(row).collect()
    }

    fn history() -> History {
        History::fold(vec![
            told_as(1, "c1", Category::Conflict, "a", Rating::Strong),
            told_as(2, "c1", Category::Conflict, "a", Rating::Rough),
            told_as(3, "o1", Category::Ownership, "e", Rating::Solid),
            told_as(4, "c2", Category::Conflict, "gone", Rating::Solid),
        ])
    }

    #[test]
    fn gaps_come_first_and_the_last_telling_decides() {
        let coverage = Coverage::by_category(&library(), &history(), &Settings::default());
        let rows = table(&coverage);
        let rows: Vec<(&str, &str)> = rows
            .iter()
            .map(|(name, cells)| (name.as_str(), cells.as_str()))
            .collect();
        assert_eq!(
            rows,
            [
                ("deadline", "..."),
                ("conflict", "r.o"),
                ("failure", ".o."),
                ("ownership", ".ow")
            ]
        );
        let titles: Vec<&str> = coverage.columns.iter().map(|column| column.answer.as_str()).collect();
        assert_eq!(titles, ["a", "b", "e"], "what serves nothing drilled has no column");
        assert_eq!(
            coverage.gaps().map(|row| row.name.as_str()).collect::<Vec<_>>(),
            ["deadline"]
        );
        assert_eq!(coverage.fewest.len(), 2);
    }

    #[test]
    fn values_are_served_by_tags_and_by_questions() {
        let value = |id: &str, tag: &str| Value {
            id: id.into(),
            title: id.to_uppercase(),
            about: String::new(),
            tags: vec![tag.to_owned()],
        };
        let lens = Lens {
            id: "acme".into(),
            title: "Acme".into(),
            about: String::new(),
            values: vec![
                value("bold", "backbone"),
                value("kind", "humility"),
                value("big", "think-big"),
            ],
        };
        let coverage = Coverage::by_value(&lens, &library(), &history(), &Settings::default());
        let rows = table(&coverage);
        assert_eq!(rows[0], ("BIG".to_owned(), "...".to_owned()));
        assert_eq!(rows[1], ("BOLD".to_owned(), "r.o".to_owned()));
        assert_eq!(rows[2], ("KIND".to_owned(), ".oo".to_owned()));
        assert_eq!(coverage.rows[2].questions, 2);
        assert_eq!(coverage.fewest, [2]);
    }

    #[test]
    fn an_answer_in_five_categories_is_overused() {
        let in_five: Vec<_> = Category::ALL[..4]
            .iter()
            .enumerate()
            .map(|(n, category)| told_as(n as u64, "x", *category, "b", Rating::Solid))
            .collect();
        let coverage = Coverage::by_category(&library(), &History::fold(in_five), &Settings::default());
        let used: Vec<usize> = coverage.columns.iter().map(|column| column.categories).collect();
        assert_eq!(used, [1, 5, 2]);
        assert!(coverage.columns[1].overused() && !coverage.columns[2].overused());
    }

    #[test]
    fn nothing_at_all_is_no_trouble() {
        let coverage = Coverage::by_category(&Library::default(), &History::default(), &Settings::default());
        assert_eq!(coverage, Coverage::default());
    }

    /// What an answer is to a category, looked up from scratch.
    fn slowly(library: &Library, history: &History, category: Category, answer: &Answer) -> Cell {
        let told: Vec<_> = history
            .attempts()
            .filter(|attempt| attempt.category == category && attempt.answer.as_ref() == Some(&answer.id))
            .collect();
        let asks = |id: &QuestionId| {
            library
                .question(id.as_str())
                .is_some_and(|question| question.category == category)
        };
        match told.iter().max_by_key(|attempt| attempt.t) {
            Some(last) if last.rating >= Rating::Solid => Cell::Well,
            Some(_) => Cell::Rough,
            None if answer.questions.iter().any(asks) => Cell::Untold,
            None => Cell::Apart,
        }
    }

    /// Every subset, the slow way.
    fn fewest_slowly(masks: &[u128]) -> usize {
        let all = masks.iter().fold(0, |all, mask| all | mask);
        (0_u32..1 << masks.len())
            .filter(|subset| {
                let chosen = masks.iter().enumerate().filter(|(n, _)| subset >> n & 1 == 1);
                chosen.fold(0, |sum, (_, mask)| sum | mask) == all
            })
            .map(|subset| subset.count_ones() as usize)
            .min()
            .unwrap_or(0)
    }

    proptest! {
        #[test]
        fn every_cell_is_what_a_slow_look_finds(told in proptest::collection::vec((0..5_usize, 0..4_usize, 0..4_usize), 0..40)) {
            let library = library();
            let asked = [
                ("c1", Category::Conflict),
                ("c2", Category::Conflict),
                ("f1", Category::Failure),
                ("d1", Category::Deadline),
                ("o1", Category::Ownership),
            ];
            let events = told.iter().enumerate().map(|(n, (question, answer, rating))| {
                let (id, category) = asked[*question];
                told_as(n as u64, id, category, ["a", "b", "e", "gone"][*answer], Rating::ALL[*rating])
            });
            let history = History::fold(events.collect());
            let coverage = Coverage::by_category(&library, &history, &Settings::default());
            for row in &coverage.rows {
                let Topic::Category(category) = row.topic else { continue };
                for (column, cell) in coverage.columns.iter().zip(&row.cells) {
                    let answer = library.answer(column.answer.as_str()).cloned();
                    let slow = answer.map(|answer| slowly(&library, &history, category, &answer));
                    prop_assert_eq!(slow, Some(*cell));
                }
            }
        }

        #[test]
        fn no_fewer_answers_would_do(masks in proptest::collection::vec(0_u128..1 << 12, 0..11)) {
            let found = fewest(&masks);
            prop_assert_eq!(found.len(), fewest_slowly(&masks));
            let covered = found.iter().fold(0, |sum, n| sum | masks[*n]);
            prop_assert_eq!(covered, masks.iter().fold(0, |all, mask| all | mask));
        }
    }

    #[test]
    fn many_answers_are_covered_in_bounded_time() {
        let pairs: Vec<u128> = (0..18).flat_map(|a| (0..a).map(move |b| 1 << a | 1 << b)).collect();
        assert_eq!(fewest(&pairs).len(), 9);
        let scattered: Vec<u128> = (1..300_u128)
            .map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835))
            .collect();
        let covered = fewest(&scattered).iter().fold(0, |sum, n| sum | scattered[*n]);
        assert_eq!(covered, scattered.iter().fold(0, |all, mask| all | mask));
    }
}
