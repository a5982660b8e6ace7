//! Names and private words taken out of a text, in every form people give them:
//!
//! 1. Case, accents and composed forms make no difference; a longer word goes whole (`HooliPay`, `#hooli24`), an address
//!    too, unless the longer word is one of its own (`afford` holds Ford).
//! 2. Of a company its whole name without the legal form, the first words of it, and the first word alone.
//! 3. Of a person the whole name and each piece of it, halves of a hyphen and two letters as well.
//! 4. A name that is an ordinary word (`Square`, `Will`) is hidden where it has a capital; `square` and `Will you` stay.
//! 5. A private word is hidden in any case, ordinary or not; from four letters on inside longer words as well.

mod ordinary;
mod spoken;
mod term;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use term::Term;

use super::secret::Secret;
use crate::text::fold::Folded;

/// What stands in the place of what is hidden.
pub const BLOCK: &str = "[private]";

/// Everything to hide.
#[derive(Clone, Debug, Default)]
pub struct Redaction {
    /// The secrets as the files spell them, sorted.
    names: Vec<String>,
    /// Their spellings by the first character, longer ones first.
    terms: HashMap<char, Vec<Term>>,
}

/// A text without what is hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hidden<'a> {
    /// The text.
    pub text: Cow<'a, str>,
    /// The places of the secrets that stood in it, one for each time.
    pub found: Vec<usize>,
}

impl Redaction {
    /// Hides these; what is given twice counts once.
    pub fn new(secrets: impl IntoIterator<Item = Secret>) -> Redaction {
        let mut redaction = Redaction::default();
        let secrets: HashSet<Secret> = secrets.into_iter().collect();
        let mut spellings: Vec<_> = secrets.iter().flat_map(spoken::spellings).collect();
        spellings.sort();
        for (name, mut term) in spellings {
            if redaction.names.last() != Some(&name) {
                redaction.names.push(name);
            }
            let Some(first) = term.first() else { continue };
            term.secret = redaction.names.len() - 1;
            redaction.terms.entry(first).or_default().push(term);
        }
        for terms in redaction.terms.values_mut() {
            terms.sort_by_key(|term| std::cmp::Reverse(term.len()));
        }
        redaction
    }

    /// Whether nothing is hidden.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// The secrets as the files spell them.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The text with [`BLOCK`] for everything that is hidden.
    pub fn apply<'a>(&self, text: &'a str) -> Hidden<'a> {
        let hits = self.hits(text);
        if hits.is_empty() {
            return Hidden {
                text: Cow::Borrowed(text),
                found: Vec::new(),
            };
        }
        let mut out = String::new();
        let mut kept = 0;
        for (bytes, _) in &hits {
            out.push_str(&text[kept..bytes.start]);
            out.push_str(BLOCK);
            kept = bytes.end;
        }
        out.push_str(&text[kept..]);
        Hidden {
            text: Cow::Owned(out),
            found: hits.into_iter().map(|(_, secret)| secret).collect(),
        }
    }

    /// Where something to hide stands in a text, and the name of it as the files spell it.
    pub fn places(&self, text: &str) -> Vec<(Range<usize>, &str)> {
        let hits = self.hits(text).into_iter();
        hits.map(|(bytes, secret)| (bytes, self.names[secret].as_str()))
            .collect()
    }

    /// The stretches of a text that are hidden, from the left, with the places of their secrets.
    fn hits(&self, text: &str) -> Vec<(Range<usize>, usize)> {
        let mut hits = Vec::new();
        if self.is_empty() {
            return hits;
        }
        let chars = Folded::new(text).chars;
        let mut at = 0;
        // Characters before this one are hidden already.
        let mut free = 0;
        while let Some(here) = chars.get(at) {
            let terms = self.terms.get(&here.c).map_or(&[][..], Vec::as_slice);
            let hit = terms.iter().find_map(|term| Some((term.at(&chars, at)?, term.secret)));
            let Some(((from, to), secret)) = hit else {
                at += 1;
                continue;
            };
            hits.push((chars[from.max(free)].start..chars[to - 1].end, secret));
            (at, free) = (to, to);
        }
        hits
    }
}

#[cfg(test)]
mod tests;
