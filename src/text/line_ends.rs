//! What ends a line of text that people bring: not only what their editor writes.

/// The characters that end a line: LF, VT, FF, CR, NEL, the line and the paragraph separator (Unicode, annex 14).
pub const ENDS: [char; 7] = ['\n', '\u{b}', '\u{c}', '\r', '\u{85}', '\u{2028}', '\u{2029}'];

/// How many bytes the line end has that a text begins with; 0 where it begins with none. CR and LF are one.
pub fn end_at(text: &str) -> usize {
    if text.starts_with("\r\n") {
        return 2;
    }
    let first = text.chars().next().filter(|c| ENDS.contains(c));
    first.map_or(0, char::len_utf8)
}

/// Where each line begins and ends in a text, its end inside.
pub fn spans(text: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut start = 0;
    while let Some(at) = text[start..].find(ENDS) {
        let end = start + at + end_at(&text[start + at..]);
        spans.push((start, end));
        start = end;
    }
    if start < text.len() {
        spans.push((start, text.len()));
    }
    spans
}

/// A text with one kind of line end.
pub fn even(text: &str, end: &str) -> String {
    let mut found = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(ENDS) {
        found.push_str(&rest[..at]);
        found.push_str(end);
        rest = &rest[at + end_at(&rest[at..])..];
    }
    found.push_str(rest);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_that_ends_a_line_does_and_two_of_a_pair_are_one() {
        let text = "a\nb\rc\r\nd\u{b}e\u{c}f\u{85}g\u{2028}h\u{2029}i";
        let lines: Vec<&str> = spans(text).iter().map(|(from, to)| &text[*from..*to]).collect();
        assert_eq!(lines.len(), 9);
        assert_eq!(lines.concat(), text);
        assert_eq!(even(text, "\n"), "a\nb\nc\nd\ne\nf\ng\nh\ni");
        assert!(spans("").is_empty());
        assert_eq!(spans("\r\n\r\n"), [(0, 2), (2, 4)]);
    }
}
