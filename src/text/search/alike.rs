//! Sentences that say much the same.

use std::collections::BTreeSet;

use super::Index;

/// The weight shared words must reach for two sentences to be alike: one rare word, or several common ones.
const LIKE: f64 = 3.0;

/// Words of a sentence that are compared, from its beginning: no prompt has more that tell something.
const COMPARED: usize = 40;

impl Index {
    /// The lines that share the most telling words with a sentence, the best first, at most so many. A word is known by its
    /// first five letters, and tells the more the fewer lines have it: its weight is ln(lines / lines with it) + 1.
    pub fn alike(&self, sentence: &str, most: usize) -> Vec<usize> {
        let sentence = sentence.to_lowercase();
        let mut stems: BTreeSet<&str> = BTreeSet::new();
        for stem in words_of(&sentence).map(stem) {
            if stems.len() == COMPARED {
                break;
            }
            stems.insert(stem);
        }
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
