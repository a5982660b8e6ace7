//! What a line is called by: the words in front that name what follows them, whatever they mean.

use crate::domain::names::evened;
use crate::import::lines::words::{first_words, head};
use crate::import::lines::{Line, Mark};

/// The most words of a name: set off by a sign of its own, by a dash, or alone on its line.
const NAME: usize = 6;
const DASHED: usize = 4;

/// The name in front of a line, evened, and what stands behind it on the line.
pub(in crate::import) fn called<'a>(line: &Line<'a>) -> Option<(String, &'a str)> {
    named(line).map(|(name, after)| (evened(name), after))
}

/// The name in front of a line, as it stands there.
pub(in crate::import) fn as_called<'a>(line: &Line<'a>) -> &'a str {
    named(line).map_or("", |(name, _)| name.trim_matches(['*', '_', ':', '：', ' ']))
}

fn named<'a>(line: &Line<'a>) -> Option<(&'a str, &'a str)> {
    let text = line.text.trim_start_matches(ornament);
    let (name, after) = match line.mark {
        Mark::Blank | Mark::Rule(_) => return None,
        Mark::Heading(_) => (text, ""),
        Mark::Letter => (line.raw.trim_start().split([')', '.']).next()?, text),
        _ => in_front(text)?,
    };
    let words = first_words(name, NAME + 1).len();
    (1..=NAME).contains(&words).then_some((name, after))
}

/// The name at the front of a text by the sign that ends it.
fn in_front(text: &str) -> Option<(&str, &str)> {
    let cell = || text.strip_prefix('|')?.split_once('|');
    cell()
        .or_else(|| bracketed(text.trim_start_matches(['*', '_'])))
        .or_else(|| bold(text))
        .or_else(|| before_a_sign(text))
        .or_else(|| alone(text).then_some((text, "")))
}

/// `**Name** text`, `**Name:** text`, `*Name*`
fn bold(text: &str) -> Option<(&str, &str)> {
    let sign = ["**", "__", "*", "_"].into_iter().find(|sign| text.starts_with(sign))?;
    text[sign.len()..].split_once(sign)
}

/// `Name: text`, `Name - text`
fn before_a_sign(text: &str) -> Option<(&str, &str)> {
    let short = head(text, 80);
    let end = short.find([':', '：', '-', '–', '—', '='])?;
    let (name, after) = text.split_at(end);
    let colon = after.starts_with([':', '：']) && !after.starts_with("://");
    let dashed = name.ends_with(' ') && words(name) <= DASHED;
    (colon || dashed).then(|| {
        (
            name,
            after.trim_start_matches([':', '：', '-', '–', '—', '=', '>', '*', '_', ' ', '\t']),
        )
    })
}

/// A few words that end no sentence.
fn alone(text: &str) -> bool {
    words(text) <= DASHED && !text.ends_with(['.', '!', '?', ',']) && !text.contains("://")
}

fn words(text: &str) -> usize {
    first_words(text, NAME + 1).len()
}

/// `(S) text`, `[S] text`: what stands in the brackets, and what behind them.
pub(in crate::import) fn bracketed(text: &str) -> Option<(&str, &str)> {
    let close = match text.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let end = head(text, 40).find(close)?;
    Some((text[1..end].trim(), &text[end + 1..]))
}

/// Blanks and pictures, which people set beside a name.
pub(in crate::import) fn ornament(c: char) -> bool {
    matches!(c, ' ' | '\u{200d}' | '\u{fe0f}' | '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::Dialect;

    #[test]
    fn a_line_is_called_by_the_words_before_its_sign() {
        let called = |raw| called(&Line::read(raw, Dialect::Markdown)).map(|(name, after)| (name, after.to_owned()));
        let found = |name: &str, after: &str| Some((name.to_owned(), after.to_owned()));
        assert_eq!(called("- **The Mess:** it leaked"), found("the mess", " it leaked"));
        assert_eq!(called("The mess - it leaked"), found("the mess", "it leaked"));
        assert_eq!(called("P: it leaked"), found("p", "it leaked"));
        assert_eq!(called("a) it leaked"), found("a", "it leaked"));
        assert_eq!(called("[P] it leaked"), found("p", " it leaked"));
        assert_eq!(called("| The mess | it leaked |"), found("the mess", " it leaked |"));
        assert_eq!(called("### The mess"), found("the mess", ""));
        assert_eq!(called("The mess"), found("the mess", ""));
        assert_eq!(
            called("It leaked, and nobody had a bucket, so we bailed with a hat."),
            None
        );
        assert_eq!(called("see https://example.org"), None);
    }
}
