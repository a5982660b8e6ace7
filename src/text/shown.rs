//! The only way to the screen: text from files with everything made visible that could steer a terminal.

use std::borrow::Cow;
use std::fmt;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Text that is safe to print: tabs and line ends are spaces, other control characters, bidi marks and zero-width characters are
/// visible tokens such as `<U+202E>`; a zero-width joiner stays where it joins emoji.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a>(Cow<'a, str>);

/// What a tab becomes.
const TAB: &str = "    ";

impl<'a> Shown<'a> {
    /// Makes text harmless; text that already is costs one look.
    pub fn new(text: &'a str) -> Shown<'a> {
        if plain(text) || !text.chars().any(steers) {
            return Shown(Cow::Borrowed(text));
        }
        Shown(Cow::Owned(visible(text)))
    }

    /// The harmless text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its width in columns.
    pub fn width(&self) -> usize {
        columns(&self.0)
    }

    /// As much of it as fits the columns, with `…` where something was cut off.
    pub fn fit(&self, columns: usize) -> String {
        fit(&self.0, columns).into_owned()
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Text for other programs to paste: only the control characters that lay it out stay, line ends and tabs.
pub fn without_controls(text: &str) -> String {
    let stays = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    text.replace("\r\n", "\n").chars().filter(|c| stays(*c)).collect()
}

/// Makes a longer text harmless line by line; line ends stay.
pub fn shown_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches(['\n', '\r']);
        out.push_str(Shown::new(bare).as_str());
        if line.ends_with('\n') {
            out.push('\n');
        }
    }
    out
}

/// The columns a harmless text takes.
pub fn columns(text: &str) -> usize {
    if plain(text) {
        text.chars().count()
    } else {
        text.width()
    }
}

/// Whether every character is one column wide and never joins its neighbours, as in nearly all text: it then needs no
/// look for the bounds of graphemes, which is what drawing would spend most of its time on.
pub fn plain(text: &str) -> bool {
    let ascii = |byte| matches!(byte, b' '..=b'~');
    text.bytes().all(ascii)
        || text.chars().all(|c| {
            matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2010}'..='\u{2027}'
            | '\u{2030}'..='\u{205e}' | '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25cf}' | '✓')
        })
}

/// As much of a harmless text as fits the columns, with `…` where something was cut off.
pub fn fit(text: &str, room: usize) -> Cow<'_, str> {
    if columns(text) <= room {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        let width = grapheme.width();
        if used + width + 1 > room {
            break;
        }
        out.push_str(grapheme);
        used += width;
    }
    if room > 0 {
        out.push('…');
    }
    Cow::Owned(out)
}

/// The bytes of a text that are looked at for one column of the screen: more than the longest emoji, and than a letter
/// with its marks in any script. What lies behind costs nothing, however long it is.
const LOOKED_AT: usize = 32;

/// The beginning of a text: all of it that can stand in so many columns.
pub fn head(text: &str, columns: usize) -> &str {
    let mut end = ((columns + 1) * LOOKED_AT).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The end of a text: all of it that can stand in so many columns.
pub fn tail(text: &str, columns: usize) -> &str {
    let mut start = text.len().saturating_sub((columns + 1) * LOOKED_AT);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// As much of the beginning of any text as fits the columns, harmless, with `…` where something was cut off.
pub fn beginning(text: &str, room: usize) -> Cow<'_, str> {
    let head = head(text, room);
    let whole = head.len() == text.len();
    match Shown::new(head).0 {
        Cow::Borrowed(shown) if whole || columns(shown) > room => fit(shown, room),
        shown if whole || columns(&shown) > room => Cow::Owned(fit(&shown, room).into_owned()),
        // What was not looked at is cut off as well.
        shown => Cow::Owned(fit(&format!("{shown}{}", " ".repeat(room + 1)), room).into_owned()),
    }
}

/// As much of the end of any text as fits the columns, harmless.
pub fn ending(text: &str, room: usize) -> String {
    let shown = Shown::new(tail(text, room));
    let mut used = 0;
    let fitting = shown.as_str().graphemes(true).rev().take_while(|grapheme| {
        used += grapheme.width();
        used <= room
    });
    let size: usize = fitting.map(str::len).sum();
    shown.as_str()[shown.as_str().len() - size..].to_owned()
}

/// Whether a character could move the cursor, colour the screen, turn the reading order or hide.
fn steers(c: char) -> bool {
    c.is_control() || format_character(c)
}

fn format_character(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for grapheme in text.graphemes(true) {
        let emoji = grapheme.chars().next().is_some_and(pictographic);
        for c in grapheme.chars() {
            match c {
                '\t' => out.push_str(TAB),
                // A text of several lines stands in one here.
                '\n' => out.push(' '),
                '\r' if grapheme == "\r\n" => {}
                '\u{200d}' | '\u{e0020}'..='\u{e007f}' if emoji => out.push(c),
                c if steers(c) => out.push_str(&format!("<U+{:04X}>", u32::from(c))),
                c => out.push(c),
            }
        }
    }
    out
}

fn pictographic(c: char) -> bool {
    matches!(u32::from(c), 0x1f000..=0x1faff | 0x2190..=0x2bff | 0x3030 | 0x303d | 0xa9 | 0xae)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn escape_sequences_and_bidi_marks_become_tokens() {
        let shown = Shown::new("a\u{1b}[31mb\u{202e}c\u{200b}d\te\u{9b}");
        assert_eq!(shown.as_str(), "a<U+001B>[31mb<U+202E>c<U+200B>d    e<U+009B>");
        assert_eq!(
            Shown::new("one\r\ntwo\nthree\rfour").as_str(),
            "one two three<U+000D>four"
        );
    }

    #[test]
    fn what_is_copied_keeps_its_lines_and_nothing_else_that_steers() {
        let copied = without_controls("a\u{1b}[31mb\r\nc\td\u{7}\u{9b}\re\u{7f} é👩‍💻");
        assert_eq!(copied, "a[31mb\nc\tde é👩‍💻");
    }

    #[test]
    fn a_joiner_stays_inside_an_emoji_only() {
        assert_eq!(Shown::new("👩‍💻").as_str(), "👩‍💻");
        assert_eq!(Shown::new("a\u{200d}b").as_str(), "a<U+200D>b");
    }

    #[test]
    fn a_cut_text_says_so_and_keeps_wide_characters_whole() {
        assert_eq!(fit("面接の練習", 6), "面接…");
        assert_eq!(fit("abc", 3), "abc");
        assert_eq!(fit("abcd", 3), "ab…");
    }

    #[test]
    fn a_plain_character_is_one_column_and_joins_nothing() {
        let plain: Vec<char> = (' '..='\u{ffff}')
            .filter(|c| plain(c.encode_utf8(&mut [0; 4])))
            .collect();
        assert!(plain.len() > 1000);
        for c in plain {
            let pair = format!("a{c}{c}a");
            assert_eq!((pair.width(), pair.graphemes(true).count()), (4, 4), "{c:?}");
            assert!(!steers(c), "{c:?}");
        }
    }

    #[test]
    fn both_ends_of_a_text_fit_and_are_whole_where_there_is_room() {
        assert_eq!(beginning("面接の練習", 6), "面接…");
        assert_eq!(beginning("a\tb", 9), "a    b");
        assert_eq!(ending("面接の練習", 5), "練習");
        assert_eq!(ending("a\u{202e}", 10), "a<U+202E>");
        let marked = format!("a{}", "\u{301}".repeat(1000));
        assert!(beginning(&marked, 4).ends_with('…'), "what is not looked at is cut off");
    }

    #[test]
    fn what_is_looked_at_is_bounded_by_the_columns_whatever_the_text() {
        let pieces = [
            "a",
            "é",
            "面",
            "👩\u{200d}💻",
            "🇩🇪",
            "\u{301}",
            "\u{202e}",
            "\u{1b}",
            "\t",
            " ",
        ];
        for piece in pieces {
            let text = piece.repeat(1_000_000 / piece.len());
            for columns in [0, 1, 40, 200] {
                let most = (columns + 1) * LOOKED_AT;
                assert!(
                    head(&text, columns).len() <= most && tail(&text, columns).len() <= most,
                    "{piece:?}"
                );
                // A character becomes at most twelve bytes that can be seen.
                assert!(beginning(&text, columns).len() <= most * 12);
                assert!(ending(&text, columns).len() <= most * 12);
            }
        }
    }

    proptest! {
        #[test]
        fn the_ends_of_a_text_take_no_more_than_their_columns(text in "[a-z 面\u{1f600}\u{200b}\t]{0,80}", room in 0..40_usize) {
            prop_assert!(columns(&beginning(&text, room)) <= room);
            prop_assert!(columns(&ending(&text, room)) <= room);
            let shown = Shown::new(&text);
            prop_assert_eq!(beginning(&text, room), shown.fit(room));
            if shown.width() <= room {
                prop_assert_eq!(ending(&text, room), shown.as_str());
            }
        }

        #[test]
        fn nothing_that_steers_gets_through(text in any::<String>()) {
            let shown = Shown::new(&text);
            prop_assert!(!shown.as_str().chars().any(char::is_control));
            let hidden = shown.as_str().contains(['\u{202e}', '\u{200b}', '\u{2066}', '\u{feff}']);
            prop_assert!(!hidden);
        }
    }
}
