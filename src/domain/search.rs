//! Finding lines by a few letters, as fast as one types.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Lines that are scored for a query; more are found and ranked cheaply.
const SCORED: usize = 400;

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
    fn the_letters_found_are_marked() {
        let index = Index::new(vec!["Über Konflikt".into()]);
        assert_eq!(index.find("konf")[0].marks, [5, 6, 7, 8]);
    }
}
