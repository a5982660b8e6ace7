//! All answers together: what they cover, which are nearly the same, which nobody has touched.

use foldhash::{HashMap, HashMapExt};
use jiff::Timestamp;

use super::claims::hash;
use super::told::Told;
use crate::check::codes::Rule;
use crate::check::finding::{Finding, LineStarts};
use crate::domain::answer::{Answer, Kind};
use crate::domain::category::Category;
use crate::domain::days::{Local, since};
use crate::domain::library::Library;
use crate::domain::question::Parts;
use crate::domain::settings::Settings;

/// The folder of the answers, where no single one is meant.
const ANSWERS: &str = "answers";
/// Stories one goes to a day of interviews with, at the least.
const STORIES: usize = 6;
/// Categories one answer serves at the most.
const CATEGORIES: usize = 4;
/// Words that follow each other and are compared as one.
const GRAM: usize = 5;
/// One run of words in so many is kept.
const KEPT: u64 = 4;
/// Runs from which on two texts can be compared.
const ENOUGH: usize = 5;
/// A run of words that more texts have than these is a frame they share.
const FRAME: usize = 4;
/// Days of a year.
const YEAR: i64 = 365;

/// What is found over all answers at a moment in a zone. Without any answer there is nothing to say.
pub(super) fn check(
    answers: &[Answer],
    library: &Library,
    settings: &Settings,
    (now, zone): (Timestamp, &Local),
) -> Vec<Finding> {
    if answers.iter().all(|answer| answer.words() == 0) {
        return Vec::new();
    }
    let stories: Vec<&Answer> = answers
        .iter()
        .filter(|answer| answer.kind == Kind::Story && answer.words() > 0)
        .collect();
    let mut found = bare(&stories, library, settings);
    if stories.len() < STORIES {
        let have = match stories.len() {
            0 => "there is no story yet".to_owned(),
            1 => "there is one story".to_owned(),
            many => format!("there are {many} stories"),
        };
        found.push(Finding::whole(Rule::FewStories, ANSWERS, have));
    }
    for answer in answers {
        found.extend(stretched(answer, library));
        let changed = Timestamp::from_second(answer.modified)
            .ok()
            .filter(|_| answer.modified > 0);
        if changed.is_some_and(|changed| since(changed, now, zone) > YEAR) {
            let what = "nothing was changed in it for more than a year";
            found.push(Finding::whole(Rule::Untouched, &answer.path, what));
        }
    }
    found
}

/// Categories that are asked about and for which no story is told; failure by itself.
fn bare(stories: &[&Answer], library: &Library, settings: &Settings) -> Vec<Finding> {
    let told: Vec<Category> = stories.iter().flat_map(|story| library.categories_of(story)).collect();
    let asked = |category: &Category| {
        category.scored() && Parts::usual(*category) == Parts::Star && !settings.hide.contains(category)
    };
    let missing: Vec<Category> = Category::ALL
        .into_iter()
        .filter(|category| asked(category) && *category != Category::Unsorted && !told.contains(category))
        .collect();
    let mut found = Vec::new();
    if missing.contains(&Category::Failure) {
        found.push(Finding::whole(Rule::NoFailure, ANSWERS, "no story tells of a failure"));
    }
    let names: Vec<&str> = missing
        .iter()
        .filter(|category| **category != Category::Failure)
        .map(|category| category.id())
        .collect();
    if !names.is_empty() {
        let what = format!("no story for {}", names.join(", "));
        found.push(Finding::whole(Rule::CategoryBare, ANSWERS, what));
    }
    found
}

fn stretched(answer: &Answer, library: &Library) -> Option<Finding> {
    let categories = library.categories_of(answer);
    if categories.len() <= CATEGORIES {
        return None;
    }
    let names: Vec<&str> = categories.iter().map(|category| category.id()).collect();
    let what = format!("it serves {} categories: {}", names.len(), names.join(", "));
    let front = &answer.text[..answer.body_start];
    let line = front.lines().position(|line| line.starts_with("questions:"))? + 1;
    let found = Finding::new(Rule::AnswerStretched, &answer.path, line, what);
    Some(found.within(&LineStarts::of(&answer.text)))
}

/// The runs of words of a text by which it is known again, as hashes, sorted.
pub(super) fn grams(told: &Told) -> Vec<u64> {
    let hashes: Vec<u64> = (0..told.words.len())
        .map(|word| hash(told.low(word).as_bytes()))
        .collect();
    let mix = |run: &[u64]| {
        run.iter().fold(0u64, |all, one| {
            all.rotate_left(13) ^ one.wrapping_mul(0x9e37_79b9_7f4a_7c15)
        })
    };
    let mut grams: Vec<u64> = hashes
        .windows(GRAM)
        .map(mix)
        .filter(|gram| (gram >> 7) % KEPT == 0)
        .collect();
    grams.sort_unstable();
    grams.dedup();
    grams
}

/// The texts that share more than half of their runs of words with an earlier one: the later and the earlier.
pub(super) fn alike(all: &[&[u64]]) -> Vec<(usize, usize)> {
    let mut times: HashMap<u64, usize> = HashMap::new();
    for gram in all.iter().copied().flatten() {
        *times.entry(*gram).or_default() += 1;
    }
    let own = |grams: &&[u64]| -> Vec<u64> { grams.iter().copied().filter(|gram| times[gram] <= FRAME).collect() };
    let grams: Vec<Vec<u64>> = all.iter().map(own).collect();
    let mut having: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (n, own) in grams.iter().enumerate() {
        let mut shared: HashMap<usize, usize> = HashMap::new();
        for gram in own {
            let there = having.entry(*gram).or_default();
            for other in there.iter() {
                *shared.entry(*other).or_default() += 1;
            }
            there.push(n);
        }
        let near = |(other, shared): &(usize, usize)| {
            let least = own.len().min(grams[*other].len());
            least >= ENOUGH && shared * 2 > least
        };
        let nearest = shared
            .into_iter()
            .filter(near)
            .max_by_key(|(other, shared)| (*shared, std::cmp::Reverse(*other)));
        found.extend(nearest.map(|(other, _)| (n, other)));
    }
    found
}
