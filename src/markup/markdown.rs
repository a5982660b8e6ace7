//! Lines of Markdown: headings and list items.

/// The text of a Markdown heading line.
pub fn heading(line: &str) -> Option<&str> {
    let text = line.trim_end().trim_start_matches('#');
    let marks = line.trim_end().len() - text.len();
    ((1..=6).contains(&marks) && text.starts_with([' ', '\t'])).then(|| text.trim())
}

/// The text of an outermost list item.
pub fn bullet(line: &str) -> Option<&str> {
    let indent = line.len() - line.trim_start().len();
    let rest = line.trim_start();
    if indent > 3 {
        return None;
    }
    ["- ", "* ", "+ "]
        .iter()
        .find_map(|mark| rest.strip_prefix(mark))
        .or_else(|| {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            ((1..=3).contains(&digits))
                .then(|| {
                    rest[digits..]
                        .strip_prefix(". ")
                        .or_else(|| rest[digits..].strip_prefix(") "))
                })
                .flatten()
        })
}
