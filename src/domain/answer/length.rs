//! How long a text is to say: words, and the characters of scripts that do not part them.

use std::ops::Add;

/// Characters of Japanese, Chinese and Korean that take as long to say as one word: 140 words a minute are 280 of them,
/// as calm speakers of these languages say some 250 to 300 a minute.
const CHARACTERS_A_WORD: usize = 2;

/// How much there is to say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Length {
    /// Words, as blanks part them.
    pub words: usize,
    /// Characters of Japanese, Chinese and Korean.
    pub characters: usize,
}

impl Length {
    /// The length of a text: runs with a letter or digit, each character of Japanese, Chinese and Korean by itself.
    pub fn of(text: &str) -> Length {
        let mut length = Length::default();
        for run in text.split_whitespace() {
            let mut other = false;
            if run.is_ascii() {
                other = run.bytes().any(|byte| byte.is_ascii_alphanumeric());
            } else {
                for c in run.chars() {
                    if unspaced(c) {
                        length.characters += 1;
                    } else {
                        other |= c.is_alphanumeric();
                    }
                }
            }
            length.words += usize::from(other);
        }
        length
    }

    /// Words and characters, each as one.
    pub fn count(self) -> usize {
        self.words + self.characters
    }

    /// What it weighs in words: so many take as long to say.
    pub fn in_words(self) -> usize {
        self.words + self.characters / CHARACTERS_A_WORD
    }

    /// Seconds it takes at so many words a minute.
    pub fn seconds(self, pace: u32) -> u64 {
        self.in_words() as u64 * 60 / u64::from(pace.max(1))
    }

    /// What it is counted in.
    pub fn noun(self) -> &'static str {
        if self.characters > self.words {
            "character"
        } else {
            "word"
        }
    }
}

impl Add for Length {
    type Output = Length;

    fn add(self, other: Length) -> Length {
        Length {
            words: self.words + other.words,
            characters: self.characters + other.characters,
        }
    }
}

/// Whether a character stands for a syllable or a word of a script without blanks between words, or is counted like one.
fn unspaced(c: char) -> bool {
    matches!(c,
        '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
        && !matches!(c, '\u{30fb}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_by_their_script() {
        let length = |text| Length::of(text);
        assert_eq!(
            length("Two teams, — one date."),
            Length {
                words: 4,
                characters: 0
            }
        );
        assert_eq!(
            length("二つのチーム、一つの期限。"),
            Length {
                words: 0,
                characters: 11
            }
        );
        assert_eq!(
            length("회의를 열었다"),
            Length {
                words: 0,
                characters: 6
            }
        );
        assert_eq!(
            length("AWSに 移した"),
            Length {
                words: 1,
                characters: 4
            }
        );
    }

    #[test]
    fn a_japanese_answer_takes_its_time() {
        let length = Length {
            words: 0,
            characters: 280,
        };
        assert_eq!((length.seconds(140), length.noun()), (60, "character"));
        assert_eq!(Length::of("word ").add(Length::of("word")).seconds(140), 0);
    }
}
