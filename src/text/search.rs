//! Finding lines by a few letters, as fast as one types.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;

use super::fold::{Folded, fold};
use crate::markup::lines::contents;

/// Lines that are scored for a query; more are found and ranked cheaply.
const SCORED: usize = 400;

/// Characters of a passage that may stand before what was found in it.
const FAR: usize = 32;

/// Letters from which on texts are looked through.
const TELLING: usize = 3;

/// Lines to look through, prepared once.
pub struct Index {
    lines: Vec<String>,
    folded: Vec<String>,
    letters: Vec<u64>,
    labels: Vec<&'static str>,
    texts: Vec<Text>,
    matcher: SkimMatcherV2,
}

/// What stands behind a line.
struct Text {
    place: usize,
    whole: Arc<str>,
    folded: String,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Index of {} lines", self.lines.len())
    }
}

/// One line that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its place among the lines.
    pub place: usize,
    /// The characters that matched, by their number in what is shown; empty beyond the lines that are scored.
    pub marks: Vec<usize>,
    /// The line and where in its text the words stand, where they do not stand in the line itself.
    pub passage: Option<Box<str>>,
    /// Whether every word was found as it was typed, not by letters in order.
    pub whole: bool,
}

impl Found {
    fn unmarked(place: usize, whole: bool) -> Found {
        Found {
            place,
            marks: Vec::new(),
            passage: None,
            whole,
        }
    }
}

impl Index {
    /// Prepares lines.
    pub fn new(lines: Vec<String>) -> Index {
        let folded: Vec<String> = lines.iter().map(|line| fold(line)).collect();
        Index {
            letters: folded.iter().map(|line| letters(line)).collect(),
            folded,
            lines,
            labels: Vec::new(),
            texts: Vec::new(),
            matcher: SkimMatcherV2::default().ignore_case(),
        }
    }

    /// The same lines, each found by its label too: a word in lower case.
    #[must_use]
    pub fn labelled(self, labels: Vec<&'static str>) -> Index {
        Index { labels, ..self }
    }

    /// The same lines, some of them found by a text too.
    #[must_use]
    pub fn with_texts(self, texts: impl Iterator<Item = (usize, Arc<str>)>) -> Index {
        let prepared = |(place, whole): (usize, Arc<str>)| Text {
            place,
            folded: fold(&whole),
            whole,
        };
        Index {
            texts: texts.map(prepared).collect(),
            ..self
        }
    }

    /// The lines.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// What is shown for a line that was found.
    pub fn shown<'a>(&'a self, found: &'a Found) -> &'a str {
        found.passage.as_deref().unwrap_or(&self.lines[found.place])
    }

    /// The lines that have every word of the query, the best first: as it was typed in the line or its label, then in its
    /// text, then, where that is fewer than four hundred lines, its letters in order inside one word of the line. An empty
    /// query finds all.
    ///
    /// The best four hundred of that ranking are scored against each other.
    pub fn find(&self, query: &str) -> Vec<Found> {
        let query = fold(query);
        let sought = Sought::new(&query);
        if sought.words.is_empty() {
            return (0..self.lines.len())
                .map(|place| Found::unmarked(place, true))
                .collect();
        }
        let (mut best, mut good) = (Vec::new(), Vec::new());
        for place in 0..self.lines.len() {
            match self.fits(&sought, place) {
                Some(Fit::Whole) => best.push(place),
                Some(Fit::Words) => good.push(place),
                None => {}
            }
        }
        let mut known: Vec<bool> = vec![false; self.lines.len()];
        for place in best.iter().chain(&good) {
            known[*place] = true;
        }
        let passages = self.passages(&sought, &known);
        for passage in &passages {
            known[passage.place] = true;
        }
        let mut found = Vec::with_capacity(best.len() + good.len() + passages.len());
        for places in [&best, &good] {
            self.add_scored(&sought.words, places, true, &mut found);
        }
        found.extend(passages);
        if found.len() < SCORED {
            let others = (0..self.lines.len()).filter(|place| !known[*place]);
            let scattered: Vec<usize> = others.filter(|place| self.near(&sought, *place)).collect();
            self.add_scored(&sought.words, &scattered, false, &mut found);
        }
        found
    }

    /// How a line or its label has the words as they were typed.
    fn fits(&self, sought: &Sought, place: usize) -> Option<Fit> {
        let line = self.folded[place].as_bytes();
        if self.has_letters(sought.letters, place) && sought.whole.find(line).is_some() {
            return Some(Fit::Whole);
        }
        // A single word was looked for above already.
        let several = sought.words.len() > 1;
        let holds = |word: &Word| self.labelled_as(word, place) || several && word.finder.find(line).is_some();
        sought.words.iter().all(holds).then_some(Fit::Words)
    }

    /// Whether a line that does not fit has the letters of the words, each word's in order inside one word of the line.
    fn near(&self, sought: &Sought, place: usize) -> bool {
        let line = &self.folded[place];
        sought.words.iter().all(|word| {
            let here = || word.finder.find(line.as_bytes()).is_some() || scattered(word.text, line).is_some();
            self.has_letters(word.letters, place) && here() || self.labelled_as(word, place)
        })
    }

    fn labelled_as(&self, word: &Word, place: usize) -> bool {
        let label = self.labels.get(place).copied().unwrap_or_default();
        letters(label) & word.letters == word.letters && label.contains(word.text)
    }

    fn has_letters(&self, letters: u64, place: usize) -> bool {
        self.letters[place] & letters == letters
    }

    /// Adds lines, scored against each other as long as few enough are found before them.
    fn add_scored(&self, words: &[Word], places: &[usize], whole: bool, found: &mut Vec<Found>) {
        let (scored, rest) = places.split_at(SCORED.saturating_sub(found.len()).min(places.len()));
        let mut scored: Vec<_> = scored.iter().map(|place| (self.score(words, *place), *place)).collect();
        scored.sort_by_key(|((score, _), place)| (std::cmp::Reverse(*score), *place));
        found.extend(scored.into_iter().map(|((_, marks), place)| Found {
            marks,
            ..Found::unmarked(place, whole)
        }));
        found.extend(rest.iter().map(|place| Found::unmarked(*place, whole)));
    }

    /// The lines not known yet whose text has every word, each with the first passage that has most of them.
    fn passages(&self, sought: &Sought, known: &[bool]) -> Vec<Found> {
        if sought.words.iter().map(|word| word.text.chars().count()).sum::<usize>() < TELLING {
            return Vec::new();
        }
        let has = |text: &&Text| {
            sought
                .words
                .iter()
                .all(|word| word.finder.find(text.folded.as_bytes()).is_some())
        };
        let texts = self.texts.iter().filter(|text| !known[text.place]);
        texts
            .filter(has)
            .filter_map(|text| self.passage(&sought.words, text))
            .collect()
    }

    fn passage(&self, words: &[Word], text: &Text) -> Option<Found> {
        let here = |line: &str| {
            words
                .iter()
                .filter(|word| word.finder.find(line.as_bytes()).is_some())
                .count()
        };
        let lines = contents(&text.folded).map(here).enumerate();
        let (n, _) = lines.max_by_key(|(n, count)| (*count, std::cmp::Reverse(*n)))?;
        let line = contents(&text.whole).nth(n)?;
        let line = from_near(line, first_of(words, line)).replace("**", "");
        let title = &self.lines[text.place];
        Some(Found {
            marks: marks(words, &line, title.chars().count() + 2),
            passage: Some(format!("{title}: {line}").into()),
            ..Found::unmarked(text.place, true)
        })
    }

    fn score(&self, words: &[Word], place: usize) -> (i64, Vec<usize>) {
        let mut sum = 0;
        let mut letters = Vec::new();
        let line = self.folded[place].as_str();
        for word in words {
            // A word that only its label has is nowhere in the line.
            if let Some((score, found)) = self.typed(word, line).or_else(|| self.scattered(word, line)) {
                sum += score;
                letters.extend(found);
            }
        }
        (sum, characters(&self.lines[place], letters))
    }

    /// How well a line has a word as it was typed, and where, by the best place: each with what stands before it in its
    /// own word, since no more of the line counts, and looking through the whole takes several times as long.
    fn typed(&self, word: &Word, line: &str) -> Option<(i64, Vec<usize>)> {
        let each = word.finder.find_iter(line.as_bytes()).filter_map(|at| {
            let from = line[..at].rfind(' ').unwrap_or(0);
            self.scored(word, &line[from..at + word.text.len()], line[..from].chars().count())
        });
        // The first of those that are as good.
        each.reduce(|best, other| if other.0 > best.0 { other } else { best })
    }

    /// How well one word of a line has the letters of another, and where.
    fn scattered(&self, word: &Word, line: &str) -> Option<(i64, Vec<usize>)> {
        let (part, before) = nth_word(line, scattered(word.text, line)?);
        self.scored(word, part, before)
    }

    fn scored(&self, word: &Word, part: &str, before: usize) -> Option<(i64, Vec<usize>)> {
        let (score, found) = self.matcher.fuzzy_indices(part, word.text)?;
        Some((score, found.into_iter().map(|letter| letter + before).collect()))
    }
}

/// A query, taken apart.
struct Sought<'a> {
    words: Vec<Word<'a>>,
    whole: Finder<'a>,
    letters: u64,
}

/// A word of a query.
struct Word<'a> {
    text: &'a str,
    finder: Finder<'a>,
    letters: u64,
}

impl<'a> Sought<'a> {
    /// Of a folded query.
    fn new(query: &'a str) -> Sought<'a> {
        let word = |text: &'a str| Word {
            text,
            finder: Finder::new(text.as_bytes()),
            letters: letters(text),
        };
        let mut seen = HashSet::new();
        let fresh = query.split_whitespace().filter(|text| seen.insert(*text));
        Sought {
            words: fresh.map(word).collect(),
            whole: Finder::new(query.trim().as_bytes()),
            letters: letters(query.trim()),
        }
    }
}

/// How a line has the words of a query.
enum Fit {
    /// The query as it is.
    Whole,
    /// Every word.
    Words,
}

/// The bytes of a text as bits, letters and digits each one of their own, so that most lines that cannot fit need not
/// be looked at.
fn letters(text: &str) -> u64 {
    let bit = |byte| match byte {
        b'a'..=b'z' => byte - b'a',
        b'0'..=b'9' => 26 + byte - b'0',
        other => 36 + other % 28,
    };
    text.bytes().fold(0, |letters, byte| letters | 1 << bit(byte))
}

/// The characters of a line that its folded letters stand for, each with its marks, in order.
fn characters(line: &str, mut letters: Vec<usize>) -> Vec<usize> {
    if line.is_ascii() {
        letters.sort_unstable();
        letters.dedup();
        return letters;
    }
    let folded = Folded::new(line);
    let bytes = letters.into_iter().filter_map(|letter| folded.chars.get(letter));
    numbers(line, bytes.map(|plain| plain.start..plain.end), 0)
}

/// The characters of the words in a line, counted from so many on.
fn marks(words: &[Word], line: &str, from: usize) -> Vec<usize> {
    let folded = Folded::new(line);
    numbers(line, words.iter().filter_map(|word| folded.find(word.text, 0)), from)
}

/// The characters in these bytes of a line, each once, in order, counted from so many on.
fn numbers(line: &str, bytes: impl Iterator<Item = Range<usize>>, from: usize) -> Vec<usize> {
    let number = |bytes: Range<usize>| {
        let first = from + line[..bytes.start].chars().count();
        first..first + line[bytes].chars().count()
    };
    let mut numbers: Vec<usize> = bytes.flat_map(number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// The first word of a line that has all characters of a word in order, by its number. Both are folded.
fn scattered(word: &str, line: &str) -> Option<usize> {
    let wanted = word.as_bytes();
    let (mut reached, mut number) = (0, 0);
    for byte in line.bytes() {
        if byte == b' ' {
            (reached, number) = (0, number + 1);
        } else if byte == wanted[reached] {
            reached += 1;
            if reached == wanted.len() {
                return Some(number);
            }
        }
    }
    None
}

/// Where the first of these words stands in a line, in characters.
fn first_of(words: &[Word], line: &str) -> usize {
    let folded = Folded::new(line);
    let places = words.iter().filter_map(|word| folded.find(word.text, 0));
    let first = places.map(|place| place.start).min().unwrap_or(0);
    line[..first].chars().count()
}

/// A line without its bullet, from a few words before a character on where that stands far behind.
fn from_near(line: &str, character: usize) -> String {
    if character <= FAR {
        return line.trim_start_matches(['-', '*', ' ']).to_owned();
    }
    let rest: String = line.chars().skip(character - FAR / 2).collect();
    let (_, rest) = rest.split_once(' ').unwrap_or(("", &rest));
    format!("…{rest}")
}

/// A word of a line by its number, and the characters before it.
fn nth_word(line: &str, n: usize) -> (&str, usize) {
    let before: usize = line.split(' ').take(n).map(|part| part.chars().count() + 1).sum();
    (line.split(' ').nth(n).unwrap_or_default(), before)
}

#[cfg(test)]
mod tests;
