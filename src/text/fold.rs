//! One spelling for all: lower case, without accents, composed or not, so that what reads the same compares the same.

use std::ops::Range;

use unicode_normalization::char::decompose_compatible;

/// A text folded, each character with the bytes of the text it stands for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// The characters, in their order.
    pub chars: Vec<Plain>,
}

/// One folded character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plain {
    /// The character.
    pub c: char,
    /// The byte at which what it stands for begins.
    pub start: usize,
    /// The byte behind it, with the marks that belong to it.
    pub end: usize,
    /// Whether the text has a capital there.
    pub capital: bool,
    /// Whether it is the first of those that stand for one character of the text.
    pub first: bool,
}

impl Folded {
    /// Folds a text; what is not seen is left out.
    pub fn new(text: &str) -> Folded {
        let mut chars: Vec<Plain> = Vec::with_capacity(text.len());
        for (start, c) in text.char_indices() {
            let end = start + c.len_utf8();
            let before = chars.len();
            each(c, |plain| {
                chars.push(Plain {
                    c: plain,
                    start,
                    end,
                    capital: c.is_uppercase(),
                    first: chars.len() == before,
                });
            });
            if chars.len() == before
                && let Some(last) = chars.last_mut()
            {
                last.end = end;
            }
        }
        Folded { chars }
    }

    /// The folded text.
    pub fn text(&self) -> String {
        self.chars.iter().map(|plain| plain.c).collect()
    }

    /// Where a folded text first stands at or behind a byte of the text, in bytes of the text; an empty one nowhere.
    pub fn find(&self, wanted: &str, from: usize) -> Option<Range<usize>> {
        let long = wanted.chars().count();
        let mut here = self.chars.windows(long.max(1));
        let found = here.find(|here| here[0].start >= from && wanted.chars().eq(here.iter().map(|plain| plain.c)))?;
        Some(found[0].start..found[long - 1].end)
    }
}

/// Whether two names read the same.
pub fn reads_alike(one: &str, other: &str) -> bool {
    fold(one.trim()) == fold(other.trim())
}

/// A text folded.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        each(c, |plain| out.push(plain));
    }
    out
}

/// Tells the characters one character folds to: none for a mark and for what is not seen.
pub(super) fn each(c: char, mut told: impl FnMut(char)) {
    if c.is_ascii() {
        told(c.to_ascii_lowercase());
        return;
    }
    decompose_compatible(c, |piece| {
        if accent(piece) || unseen(piece) {
            return;
        }
        for low in piece.to_lowercase() {
            match spelled(low) {
                Some(letters) => letters.chars().for_each(&mut told),
                None if accent(low) => {}
                None => told(low),
            }
        }
    });
}

/// Whether a sign is an accent that a letter is known without: the combining diacritical marks of Unicode, and those of
/// kana. The signs that are the vowels of a script, as in Devanagari, are letters like others.
fn accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}' | '\u{3099}' | '\u{309a}')
}

/// Letters that are no letter with a mark, and yet are spelled without.
fn spelled(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        '’' | 'ʼ' | '‘' | '´' | '`' => "'",
        '‐' | '‑' | '‒' | '–' | '—' => "-",
        _ => return None,
    })
}

/// Whether a character takes no room: zero-width characters, marks of direction, soft hyphens, variation selectors.
fn unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_reads_the_same_folds_to_the_same() {
        for (one, other) in [
            ("Zürich", "Zu\u{308}rich"),
            ("ZÜRICH", "zurich"),
            ("Ærø", "AERO"),
            ("Straße", "STRASSE"),
            ("İstanbul", "istanbul"),
            ("ｆｕｌｌ", "full"),
            ("Łódź", "Lodz"),
            ("soft\u{ad}ly\u{200b}", "softly"),
            ("O’Brien", "o'brien"),
            ("Иванов", "ИВАНОВ"),
        ] {
            assert_eq!(fold(one), fold(other), "{one}");
        }
        assert_ne!(fold("面接"), fold("面談"));
    }

    #[test]
    fn a_folded_character_knows_where_it_was() {
        let text = "aU\u{308}ß";
        let folded = Folded::new(text);
        let places: Vec<(char, &str, bool)> = folded
            .chars
            .iter()
            .map(|plain| (plain.c, &text[plain.start..plain.end], plain.first))
            .collect();
        let wanted = [
            ('a', "a", true),
            ('u', "U\u{308}", true),
            ('s', "ß", true),
            ('s', "ß", false),
        ];
        assert_eq!(places, wanted);
        assert!(folded.chars[1].capital && !folded.chars[0].capital);
    }

    #[test]
    fn a_folded_text_is_found_where_it_stands_with_its_marks() {
        let text = "In Zu\u{308}rich, Zürich";
        let folded = Folded::new(text);
        let found = |wanted, from| folded.find(wanted, from).map(|place| &text[place]);
        assert_eq!(found("zu", 0), Some("Zu\u{308}"));
        assert_eq!(found("zurich", 4), Some("Zürich"));
        assert_eq!(
            (found("zurich", 14), found("", 0), found("bern", 0)),
            (None, None, None)
        );
        assert!(reads_alike(" zürich", "Zu\u{308}rich"));
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once_and_both_ways_fold_alike(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert_eq!(Folded::new(&text).text(), once);
        }
    }
}
