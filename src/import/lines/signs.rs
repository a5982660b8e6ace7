//! Signs and numbers in front of lines, in all the ways people type them.

use super::source::unseen;
use crate::domain::names::Meaning;
use crate::import::language::asks;
use crate::import::language::asks::Asks;
use crate::import::language::marks;

const BULLETS: [char; 8] = ['-', '*', '+', '–', '—', '·', '¤', '→'];
/// The key with a ten on it; those of smaller numbers are a digit and an enclosing mark.
const TEN: char = '\u{1f51f}';
const SURE_BULLETS: [char; 17] = [
    '•', '○', '◦', '§', '▪', '■', '●', '‣', '▫', '□', '➢', '➤', '✓', '✔', '☐', '⁃', '\u{f0b7}',
];

/// The sign of a line that is three or more of one sign and nothing else.
pub(super) fn rule(text: &str) -> Option<char> {
    let sign = text
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '=' | '_' | '*' | '~' | '#' | '—' | '─' | '.'))?;
    let signs = text.chars().filter(|c| *c == sign).count();
    let only = text.chars().all(|c| c == sign || c == ' ');
    (only && signs >= 3 && !(sign == '.' && signs < 5)).then_some(sign)
}

/// What stands behind the sign of an answer.
pub(super) fn arrow(text: &str) -> Option<&str> {
    ["-->", "==>", "->", "=>", ">>"]
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
        .map(str::trim_start)
}

/// What stands behind the sign of a list item.
pub(super) fn bullet(text: &str) -> Option<&str> {
    let sign = text.chars().next()?;
    let rest = &text[sign.len_utf8()..];
    let spaced = rest.is_empty() || rest.starts_with(unseen);
    let close = sign == '-' && rest.starts_with(char::is_alphabetic);
    let sure = SURE_BULLETS.contains(&sign);
    (sure || close || (BULLETS.contains(&sign) && spaced)).then(|| rest.trim_start_matches(unseen))
}

/// What a quote says behind `[!question]-`, the sign of a callout.
pub(super) fn without_callout(text: &str) -> &str {
    let said = text.strip_prefix("[!").and_then(|rest| rest.split_once(']'));
    said.map(|(_, rest)| rest.trim_start_matches(['+', '-', ' ']))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(text)
}

/// A text without the pictures in front of it, unless it is nothing else or they are its number.
pub(super) fn undecorated(text: &str) -> &str {
    let picture = |c: char| {
        matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' | '\u{fe0f}' | '\u{200d}')
            && c != TEN
    };
    let rest = text.trim_start_matches(|c: char| picture(c) || unseen(c));
    if rest.is_empty() || !text.starts_with(picture) {
        text
    } else {
        rest
    }
}

/// A text without the box in front of it.
pub(super) fn check_box(text: &str) -> &str {
    ["[ ] ", "[x] ", "[X] "]
        .iter()
        .find_map(|sign| text.strip_prefix(sign))
        .unwrap_or(text)
}

/// What stands behind the letter of a list item.
pub(super) fn letter(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    let first = chars.next().filter(char::is_ascii_lowercase)?;
    let close = chars.next().filter(|c| matches!(c, ')' | '.'))?;
    let rest = &text[first.len_utf8() + close.len_utf8()..];
    (rest.is_empty() || rest.starts_with(unseen)).then(|| rest.trim_start())
}

/// A number in front of an item, and what follows it.
pub(super) fn number(text: &str) -> Option<(u32, &str)> {
    if let Some(found) = asked(text) {
        return Some(found);
    }
    if let Some(rest) = text.strip_prefix(TEN) {
        return Some((10, rest.trim_start_matches(unseen)));
    }
    let open = text.strip_prefix('(').unwrap_or(text);
    let digits = open.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) {
        return None;
    }
    let value = open[..digits].parse().ok()?;
    let rest = &open[digits..];
    if let Some(after) = rest.trim_start_matches('\u{fe0f}').strip_prefix('\u{20e3}') {
        return Some((value, after.trim_start_matches(unseen)));
    }
    if let Some(after) = rest.strip_prefix(['.', ')']) {
        let after_marks = after.trim_start_matches(['*', '_', '\\']);
        let fits =
            after_marks.is_empty() || !after_marks.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ')');
        return fits.then(|| (value, after_marks.trim_start_matches(unseen)));
    }
    let bare =
        digits < 3 && open.len() == text.len() && rest.starts_with([' ', '\t']) && asks::opens(rest.trim_start());
    bare.then(|| (value, rest.trim_start()))
}

/// `Q:`, `Q1.`, `Question 3:`, `Frage 2`, `問1.` in front of a question.
fn asked(text: &str) -> Option<(u32, &str)> {
    let rest = marks::behind(text, Meaning::Question)?;
    let rest = match rest.trim_start_matches([' ', '#', '.']) {
        numbered if numbered.starts_with(|c: char| c.is_ascii_digit()) => numbered,
        _ => rest,
    };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count().min(4);
    let after = rest[digits..].trim_start_matches(['*', '_', ' ']);
    let bare = digits > 0 && rest[digits..].starts_with(' ') && asks::asks(after) == Asks::Surely;
    let signs = [':', '：', '.', '．', ')', '）', '-', '、', '>'];
    let after = after.strip_prefix(signs).or(bare.then_some(after))?;
    Some((
        rest[..digits].parse().unwrap_or(0),
        after.trim_start_matches(|c: char| unseen(c) || c == '*' || c == '_'),
    ))
}

/// Whether a text is bold from end to end.
pub(super) fn whole_bold(text: &str) -> bool {
    ["**", "__"].iter().any(|sign| {
        text.strip_prefix(sign)
            .and_then(|rest| rest.trim_end().strip_suffix(sign))
            .is_some_and(|inner| !inner.is_empty() && !inner.contains(sign))
    })
}
