//! Slips of the pen: a word that no question has, and that is nearly one that some have.

use std::borrow::Cow;
use std::cmp::Reverse;

use super::vocabulary::{knows, standing, without_telling};
use super::{Wordings, hash};
use crate::text::fold::fold;
use crate::text::words::{root, stem, words};

/// Words that are mended in a sentence, from its beginning.
const MENDED: usize = 8;

/// Letters from which on a word is taken for another that is nearly the same.
const LONG: usize = 5;

/// Letters from which on there may be two slips in a word.
const LONGER: usize = 9;

impl Wordings {
    /// The sentence without slips of the pen. A last word that begins one is still being typed.
    pub(super) fn mended<'s>(&self, sentence: &'s str) -> Cow<'s, str> {
        let all = words(sentence);
        let typing = all.last().filter(|_| sentence.ends_with(char::is_alphanumeric));
        let unknown = all.iter().filter(|word| !knows(word) && !self.knows(word));
        let unknown = unknown.filter(|word| typing != Some(word) || self.begun(word).is_empty());
        let mut mended = Cow::Borrowed(sentence);
        for word in unknown.take(MENDED) {
            if let Some(meant) = self.meant_by(word) {
                mended = Cow::Owned(fold(&mended).replace(word.as_str(), meant));
            }
        }
        mended
    }

    /// Whether a wording has a word. One that differs from all of them and has an ending that is cut off deeply does not
    /// count: `weekness` has more to do with `weakness` than with `week`.
    fn knows(&self, word: &str) -> bool {
        self.roots.contains_key(&hash(standing(word)))
            && (root(word) == stem(word) || self.words.lines().any(|known| known == word))
    }

    /// The known word that a slip may have made this of; of several the one that most wordings have.
    fn meant_by(&self, word: &str) -> Option<&str> {
        let known = self.words.lines().zip(&self.numbers);
        let near = known.filter(|(known, _)| is_slip(word, known));
        let meant = near.max_by_key(|(known, number)| (self.having(**number).len(), Reverse(*known)));
        let small = without_telling().filter(|known| is_slip(word, known)).min();
        small.or(meant.map(|(known, _)| known))
    }
}

/// Whether one word is the other with a letter more, fewer, other, or two turned round; a long one with two such slips.
/// The first letter is seldom wrong.
fn is_slip(word: &str, known: &str) -> bool {
    let (length, other) = (word.chars().count(), known.chars().count());
    let most = if length.min(other) >= LONGER { 2 } else { 1 };
    length.min(other) >= LONG
        && length.abs_diff(other) <= most
        && word.chars().next() == known.chars().next()
        && strsim::osa_distance(word, known) <= most
}
