//! The title of an answer: one line of its front matter, changed without touching any other.

use std::path::Path;

use super::answers::quoted;
use super::limits::{read_text, reason, remedy};
use super::places::Places;
use super::save;
use crate::domain::problem::Problem;

/// Gives an answer of the home another title.
///
/// # Errors
/// The problem; the file is then as it was.
pub fn retitle(places: &Places, path: &str, title: &str) -> Result<(), Problem> {
    let file = places.home.join(Path::new(path));
    let text = read_text(&file, path)?;
    let new = retitled(&text, title);
    super::answers::parse(&new, path)?;
    save::replace(&file, new.as_bytes()).map_err(|error| Problem::file(path, reason(&error), remedy(&error)))
}

/// The text with another title: its line is replaced, with the lines that go on with it; all else stays byte for byte.
fn retitled(text: &str, title: &str) -> String {
    let mark = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let line = format!("title: {}{end}", quoted(title));
    let mut lines: Vec<&str> = text[mark..].split_inclusive('\n').collect();
    let fence = |line: &&str| line.trim_end() == "---";
    let close = lines.iter().skip(1).position(fence).map(|place| place + 1);
    let Some(close) = close.filter(|_| lines.first().is_some_and(fence)) else {
        let (head, body) = text.split_at(mark);
        return format!("{head}---{end}{line}---{end}{body}");
    };
    let old = lines[1..close]
        .iter()
        .position(|line| line.starts_with("title:"))
        .map(|place| place + 1);
    match old {
        Some(first) => {
            let goes_on = |line: &&str| line.starts_with([' ', '\t']) && !line.trim().is_empty();
            let more = lines[first + 1..close].iter().take_while(|line| goes_on(line)).count();
            lines.splice(first..=first + more, [line.as_str()]);
        }
        None => lines.insert(1, &line),
    }
    format!("{}{}", &text[..mark], lines.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_line_of_the_title_changes() {
        let text = "\u{feff}---\r\nid: abc # mine\r\ntitle: Old\r\n  and long\r\nextra: [1]\r\n---\r\ntitle: body\r\n";
        assert_eq!(
            retitled(text, "New: one"),
            "\u{feff}---\r\nid: abc # mine\r\ntitle: \"New: one\"\r\nextra: [1]\r\n---\r\ntitle: body\r\n"
        );
        assert_eq!(
            retitled("---\nid: a\n---\nBody", "New"),
            "---\ntitle: New\nid: a\n---\nBody"
        );
        assert_eq!(
            retitled("# Old\n---\nBody", "New"),
            "---\ntitle: New\n---\n# Old\n---\nBody"
        );
    }
}
