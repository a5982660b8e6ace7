//! Finding lines by a few letters, as fast as one types.

use std::collections::BTreeSet;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Lines that are scored for a query; more are found and ranked cheaply.
const SCORED: usize = 400;

/// The weight shared words must reach for two sentences to be alike: one rare word, or several common ones.
const LIKE: f64 = 3.0;

/// Lines to look through, prepared once.
pub struct Index {
    lines: Vec<String>,
    lower: Vec<String>,
    matcher: SkimMatcherV2,
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
    /// The characters that matched, by their number in the line; empty beyond the lines that are scored.
    pub marks: Vec<usize>,
}

impl Index {
    /// Prepares lines.
    pub fn new(lines: Vec<String>) -> Index {
        Index {
            lower: lines.iter().map(|line| line.to_lowercase()).collect(),
            lines,
            matcher: SkimMatcherV2::default().ignore_case(),
        }
    }

    /// The lines.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// The lines that have the letters of every word of the query in order, the best first. An empty query finds all.
    ///
    /// Whole words rank before scattered letters; the best four hundred of that ranking are scored against each other.
    pub fn find(&self, query: &str) -> Vec<Found> {
        let query = query.to_lowercase();
        let words: Vec<&str> = query.split_whitespace().collect();
        if words.is_empty() {
            return (0..self.lines.len())
                .map(|place| Found {
                    place,
                    marks: Vec::new(),
                })
                .collect();
        }
        let whole = query.trim();
        let mut classes: [Vec<usize>; 3] = Default::default();
        for (place, line) in self.lower.iter().enumerate() {
            if !words.iter().all(|word| subsequence(word, line)) {
                continue;
            }
            let class = if line.contains(whole) {
                0
            } else if words.iter().all(|word| line.contains(word)) {
                1
            } else {
                2
            };
            classes[class].push(place);
        }
        let ranked = classes
            .iter()
            .enumerate()
            .flat_map(|(class, places)| places.iter().map(move |place| (class, *place)));
        let mut scored = Vec::new();
        let mut rest = Vec::new();
        for (class, place) in ranked {
            if scored.len() < SCORED {
                scored.push((class, self.score(&words, place), place));
            } else {
                rest.push(Found {
                    place,
                    marks: Vec::new(),
                });
            }
        }
        scored.sort_by_key(|(class, (score, _), place)| (*class, std::cmp::Reverse(*score), *place));
        scored
            .into_iter()
            .map(|(_, (_, marks), place)| Found { place, marks })
            .chain(rest)
            .collect()
    }

    /// The lines that share the most telling words with a sentence, the best first, at most so many. A word is known by its
    /// first five letters, and tells the more the fewer lines have it: its weight is ln(lines / lines with it) + 1.
    pub fn alike(&self, sentence: &str, most: usize) -> Vec<usize> {
        let sentence = sentence.to_lowercase();
        let stems: BTreeSet<&str> = words_of(&sentence).map(stem).collect();
        let mut shared = vec![0.0_f64; self.lower.len()];
        for wanted in stems {
            let same = |word: &str| word.starts_with(wanted) || wanted.starts_with(stem(word));
            let has = |line: &String| words_of(line).any(same);
            let having: Vec<usize> = (0..self.lower.len()).filter(|place| has(&self.lower[*place])).collect();
            let weight = (self.lower.len() as f64 / having.len().max(1) as f64).ln() + 1.0;
            for place in having {
                shared[place] += weight;
            }
        }
        let mut found: Vec<usize> = (0..shared.len()).filter(|place| shared[*place] >= LIKE).collect();
        found.sort_by(|a, b| shared[*b].total_cmp(&shared[*a]));
        found.truncate(most);
        found
    }

    fn score(&self, words: &[&str], place: usize) -> (i64, Vec<usize>) {
        let mut sum = 0;
        let mut marks = Vec::new();
        for word in words {
            if let Some((score, found)) = self.matcher.fuzzy_indices(&self.lines[place], word) {
                sum += score;
                marks.extend(found);
            }
        }
        marks.sort_unstable();
        marks.dedup();
        (sum, marks)
    }
}

/// The words of a sentence that may tell something: those of four letters and more.
fn words_of(sentence: &str) -> impl Iterator<Item = &str> {
    let words = sentence.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() >= 4)
}

/// A word without its ending.
fn stem(word: &str) -> &str {
    word.char_indices().nth(5).map_or(word, |(end, _)| &word[..end])
}

/// Whether all characters of a word come in a line, in order. Both are lower case.
fn subsequence(word: &str, line: &str) -> bool {
    let mut bytes = line.bytes();
    word.bytes().all(|wanted| bytes.any(|byte| byte == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lines: &[&str], query: &str) -> Vec<usize> {
        let index = Index::new(lines.iter().map(|line| (*line).to_owned()).collect());
        index.find(query).into_iter().map(|found| found.place).collect()
    }

    #[test]
    fn whole_words_come_before_scattered_letters() {
        let lines = [
            "far allowed in time",
            "a failed release",
            "nothing here",
            "release that failed",
        ];
        assert_eq!(found(&lines, "failed").len(), 2);
        assert_eq!(found(&lines, "fail rel").len(), 2);
        assert_eq!(found(&lines, "fai").last(), Some(&0));
        assert_eq!(found(&lines, "  "), [0, 1, 2, 3]);
        assert_eq!(found(&lines, "zz"), [0_usize; 0]);
    }

    #[test]
    fn a_sentence_finds_the_lines_that_share_its_telling_words() {
        let lines = [
            "Tell me about a time you missed a deadline.",
            "Tell me about a time you disagreed with your manager.",
            "When did your manager trust you most?",
            "Tell me about a time nothing went well.",
        ];
        let index = Index::new(lines.map(str::to_owned).to_vec());
        assert_eq!(index.alike("a disagreement with the manager", 3)[0], 1);
        assert_eq!(index.alike("time you tell", 3), [0_usize; 0]);
        assert_eq!(index.alike("", 3), [0_usize; 0]);
    }

    #[test]
    fn the_letters_found_are_marked() {
        let index = Index::new(vec!["Über Konflikt".into()]);
        assert_eq!(index.find("konf")[0].marks, [5, 6, 7, 8]);
    }
}
