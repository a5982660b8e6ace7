//! One spelling of something to hide, and whether it stands at a place of a text.

use super::ordinary::known;
use crate::text::fold::{Plain, fold};

/// How a spelling is found. The longer word it stands in goes with it, and an address whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rule {
    /// Not at all: it says nothing by itself.
    Never,
    /// As a word of its own with a capital, as ordinary words are when they are names.
    Capital,
    /// As a word of its own.
    Word,
    /// As words of their own, which may be written together.
    Phrase,
    /// As a word of its own, or with an ending of two letters that makes no other word.
    Stem,
    /// Also inside longer words, unless those are words of their own.
    Inside,
}

/// A spelling.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Term {
    /// Folded; a blank stands for whatever separates words, or for nothing.
    chars: Vec<char>,
    rule: Rule,
    /// The place of the secret it hides.
    pub(super) secret: usize,
}

/// Letters from which on signs in a name are not looked at: `Yahoo!` is `Yahoo`, but `C++` is not `C`.
const SIGNS: usize = 4;
/// Letters from which on a phrase written together may have an ending.
const JOINED: usize = 6;
/// Letters of an ending.
const ENDING: usize = 2;
/// Characters that may stand between the words of a phrase.
const BETWEEN: usize = 3;

impl Term {
    /// A spelling that is found by a rule.
    pub(super) fn literal(text: &str, rule: Rule) -> Term {
        let text = fold(text.trim_start_matches(['#', '@']));
        let letters = text.chars().filter(|c| c.is_alphanumeric()).count();
        let kept = |c: char| c.is_alphanumeric() || letters < SIGNS && matches!(c, '+' | '#' | '&');
        let mut chars: Vec<char> = Vec::new();
        for c in text.chars() {
            match (kept(c), chars.last()) {
                (true, _) => chars.push(c),
                (false, Some(last)) if *last != ' ' => chars.push(' '),
                (false, _) => {}
            }
        }
        while chars.last() == Some(&' ') {
            chars.pop();
        }
        Term { chars, rule, secret: 0 }
    }

    /// Whether it hides nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.chars.is_empty() || self.rule == Rule::Never
    }

    /// How many characters it has: longer ones go before those they hold.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character it begins with.
    pub(super) fn first(&self) -> Option<char> {
        self.chars.first().copied()
    }

    /// What is to be hidden of a text where this spelling begins at a place; none where it does not, or stands for
    /// something else there.
    pub(super) fn at(&self, text: &[Plain], place: usize) -> Option<(usize, usize)> {
        if !text[place].first {
            return None;
        }
        let end = matched(&self.chars, text, place)?;
        let around = Around {
            text,
            from: place,
            to: end,
        };
        if self.chars.iter().copied().any(unspaced) {
            return Some((place, end));
        }
        let whole = around.begins() && around.ends();
        let address = around.address();
        let inside = || !known(&around.part());
        let letters = self.chars.iter().filter(|c| **c != ' ').count();
        let hides = match self.rule {
            Rule::Never => false,
            Rule::Word => whole,
            Rule::Capital => {
                let name = text[place].capital && !around.begins_a_sentence();
                whole && (name || address.is_some() || around.tagged())
            }
            Rule::Phrase => whole || around.begins() && letters >= JOINED && inside(),
            Rule::Stem => whole || around.begins() && around.ending() <= ENDING && inside(),
            Rule::Inside => whole || inside(),
        };
        hides.then(|| address.unwrap_or_else(|| around.word()))
    }
}

/// Where a spelling that begins here ends, if the text goes on as it does.
fn matched(chars: &[char], text: &[Plain], place: usize) -> Option<usize> {
    let mut at = place;
    for (n, c) in chars.iter().enumerate() {
        if *c == ' ' {
            let rest = &chars[n + 1..];
            return between(text, at).into_iter().find_map(|next| matched(rest, text, next));
        }
        if text.get(at)?.c != *c {
            return None;
        }
        at += 1;
    }
    // Never in the middle of what stands for one character.
    text.get(at).is_none_or(|next| next.first).then_some(at)
}

/// Where the next word may begin: behind nothing, behind what separates words, behind an *and* between such.
fn between(text: &[Plain], at: usize) -> Vec<usize> {
    let separated = |at: usize| {
        let separates = |plain: &&Plain| !plain.c.is_alphanumeric() && !",;:!?()".contains(plain.c);
        let many = text[at..].iter().take(BETWEEN).take_while(separates);
        at + many.count()
    };
    let behind = separated(at);
    let mut places = vec![behind, at];
    if behind > at {
        for joining in ["and", "und", "et", "y"] {
            let is = text[behind..]
                .iter()
                .map(|plain| plain.c)
                .take(joining.len())
                .eq(joining.chars());
            let after = behind + joining.len();
            if is && after < text.len() && separated(after) > after {
                places.push(separated(after));
            }
        }
    }
    places
}

/// What stands around a place in a text.
struct Around<'a> {
    text: &'a [Plain],
    from: usize,
    to: usize,
}

impl Around<'_> {
    /// Whether there is a letter or digit.
    fn letter(&self, at: usize) -> bool {
        self.text.get(at).is_some_and(|plain| plain.c.is_alphanumeric())
    }

    /// Whether a word, or a part of one like `Pay` in `HooliPay` and `24` in `hooli24`, begins at a place.
    fn bound(&self, at: usize) -> bool {
        if at == 0 || !self.letter(at) || !self.letter(at - 1) {
            return true;
        }
        let (before, here) = (&self.text[at - 1], &self.text[at]);
        let lower = |plain: &Plain| plain.c.is_alphabetic() && !plain.capital;
        let hump = here.capital && (!before.capital || self.text.get(at + 1).is_some_and(lower));
        here.first && (hump || before.c.is_numeric() != here.c.is_numeric())
    }

    fn begins(&self) -> bool {
        self.bound(self.from)
    }

    /// Whether it ends here, an `s` or `es` of the plural left out.
    fn ends(&self) -> bool {
        let is = |at: usize, c: char| self.text.get(at).is_some_and(|plain| plain.c == c);
        let to = self.to;
        self.bound(to) || is(to, 's') && self.bound(to + 1) || is(to, 'e') && is(to + 1, 's') && self.bound(to + 2)
    }

    /// Letters behind it in its part of the word.
    fn ending(&self) -> usize {
        (self.to..self.text.len()).take_while(|at| !self.bound(*at)).count()
    }

    /// The part of the word it stands in.
    fn part(&self) -> String {
        let from = (0..=self.from).rev().find(|at| self.bound(*at)).unwrap_or(0);
        let to = self.to + self.ending();
        self.text[from..to].iter().map(|plain| plain.c).collect()
    }

    /// The whole word, or words, it stands in.
    fn word(&self) -> (usize, usize) {
        let before = self.text[..self.from]
            .iter()
            .rev()
            .take_while(|plain| plain.c.is_alphanumeric());
        let behind = self.text[self.to..]
            .iter()
            .take_while(|plain| plain.c.is_alphanumeric());
        let runs_on = |at: usize| self.letter(at);
        let before = if runs_on(self.from) { before.count() } else { 0 };
        let behind = if runs_on(self.to - 1) { behind.count() } else { 0 };
        (self.from - before, self.to + behind)
    }

    /// Whether it begins a sentence as only a word does: `Will you`, `Mark the`.
    fn begins_a_sentence(&self) -> bool {
        const AFTER: [&str; 20] = [
            "i", "you", "he", "she", "it", "we", "they", "the", "a", "an", "this", "that", "there", "my", "your",
            "his", "her", "its", "our", "their",
        ];
        let mut before = self.text[..self.from].iter().rev().map(|plain| plain.c);
        let before = before.find(|c| !(c.is_whitespace() || "\"'(*_-".contains(*c)));
        let behind = &self.text[self.to..];
        let blanks = behind.iter().take_while(|plain| plain.c.is_whitespace()).count();
        let next: String = behind[blanks..]
            .iter()
            .map(|plain| plain.c)
            .take_while(|c| c.is_alphabetic())
            .collect();
        blanks > 0 && before.is_none_or(|c| ".?!:;".contains(c)) && AFTER.contains(&next.as_str())
    }

    /// Whether a sign for a name, `#` or `@`, stands before it.
    fn tagged(&self) -> bool {
        self.from > 0 && matches!(self.text[self.from - 1].c, '#' | '@')
    }

    /// The address it stands in: `mara@hooli.com`, `https://hooli.com/jobs`, `hooli.com`.
    fn address(&self) -> Option<(usize, usize)> {
        let outside = |plain: &&Plain| plain.c.is_whitespace() || "<>()[]{}\"',;|!".contains(plain.c);
        let before = self.text[..self.from].iter().rev().take_while(|plain| !outside(plain));
        let behind = self.text[self.to..].iter().take_while(|plain| !outside(plain));
        let (from, mut to) = (self.from - before.count(), self.to + behind.count());
        while to > self.to && matches!(self.text[to - 1].c, '.' | ':' | '?') {
            to -= 1;
        }
        is_address(&self.text[from..to]).then_some((from, to))
    }
}

/// Whether characters without a blank are an address: they say so, or end as a domain does.
fn is_address(chars: &[Plain]) -> bool {
    let text: String = chars.iter().map(|plain| plain.c).collect();
    if text.contains("://") || text.trim_matches('@').contains('@') {
        return true;
    }
    let domain = chars.split(|plain| plain.c == '/').next().unwrap_or_default();
    let mut labels = domain.rsplit(|plain| plain.c == '.');
    let last = labels.next().unwrap_or_default();
    let ending =
        (2..=6).contains(&last.len()) && last.iter().all(|plain| plain.c.is_ascii_lowercase() && !plain.capital);
    ending
        && labels
            .next()
            .and_then(<[Plain]>::last)
            .is_some_and(|plain| plain.c.is_alphanumeric())
}

/// Whether a script puts no blanks between words, so that a word has no bounds to look at.
pub(super) fn unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}'
        | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{20000}'..='\u{3ffff}')
}
