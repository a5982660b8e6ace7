//! Which part of a story each line of a text belongs to.

use crate::domain::names;
use crate::domain::part::Part;
use crate::markup::markdown::heading;

/// Follows the parts down a text, line by line.
///
/// A heading begins a part. So does its name with a colon at the start of a line, in bold or ending in one of the five
/// words, a list sign or a number before it or not: `**What I did:** asked both`, `- Task: hold the date`, `My action: I
/// asked`; but not in a text whose headings name parts.
#[derive(Debug, Default)]
pub struct SectionReader {
    part: Option<Part>,
    headed: bool,
}

impl SectionReader {
    /// The part the next line belongs to, and its text: none for a heading, what stands behind the name where it begins
    /// with one.
    pub fn read<'a>(&mut self, line: &'a str) -> (Option<Part>, Option<&'a str>) {
        if let Some(title) = heading(line) {
            self.part = names::part(title);
            self.headed |= self.part.is_some();
            return (self.part, None);
        }
        let named = if self.headed { None } else { named(line) };
        let text = named.map_or(line, |(part, text)| {
            self.part = Some(part);
            text
        });
        (self.part, Some(text))
    }
}

/// The part a line names before its text, or in bold with nothing behind it.
fn named(line: &str) -> Option<(Part, &str)> {
    let bold = line.trim().strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
    if let Some(part) = bold.and_then(names::part) {
        return Some((part, &line[line.len()..]));
    }
    let (name, text) = line.split_once(':')?;
    let sign = |c: char| c.is_ascii_digit() || matches!(c, '-' | '*' | '+' | '.' | ')' | ' ' | '\t');
    let title = name.trim_start_matches(sign);
    let part = names::part(title)?;
    let word = title.rsplit(' ').find(|word| !word.is_empty())?.to_lowercase();
    let plain = word == part.id() || word.strip_suffix('s') == Some(part.id());
    let bold = name.contains("**");
    (plain || bold).then(|| (part, text.trim_start_matches(['*', ' ', '\t'])))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(Option<Part>, Option<&str>)> {
        let mut parted = SectionReader::default();
        text.lines().map(|line| parted.read(line)).collect()
    }

    #[test]
    fn a_name_before_the_text_begins_a_part() {
        let text = "A remark\n**Background:** two teams\n2. TASK : hold the date\n- **What I did**: asked both\n- My action: wrote it down\nResults: it held\n**Lessons**\nask first";
        let expected = [
            (None, Some("A remark")),
            (Some(Part::Situation), Some("two teams")),
            (Some(Part::Task), Some("hold the date")),
            (Some(Part::Action), Some("asked both")),
            (Some(Part::Action), Some("wrote it down")),
            (Some(Part::Result), Some("it held")),
            (Some(Part::Reflection), Some("")),
            (Some(Part::Reflection), Some("ask first")),
        ];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn under_headings_that_name_parts_it_is_text() {
        let text = "## Action\n- **Goal:** half the time\nBackground: none";
        let expected = [
            (Some(Part::Action), None),
            (Some(Part::Action), Some("- **Goal:** half the time")),
            (Some(Part::Action), Some("Background: none")),
        ];
        assert_eq!(read(text), expected);
        assert_eq!(read("Background: none"), [(None, Some("Background: none"))]);
    }
}
