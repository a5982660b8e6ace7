//! A table of contents: lines that are nothing but links to the headings of the same file.

use std::collections::HashSet;

use super::words::first_words;
use super::{Line, Mark};
use crate::import::lines;

/// Makes the links to the file's own headings as good as blank: what they name stands below.
pub(in crate::import) fn links_to_blanks(lines: &mut [Line<'_>]) {
    let named = |text: &str| first_words(&lines::title(text), 40);
    let heads: HashSet<Vec<String>> = lines
        .iter()
        .filter(|line| matches!(line.mark, Mark::Heading(_)))
        .map(|line| named(line.text))
        .collect();
    // Where one of them leads to a heading, the others lead into the file too, by whatever name.
    let resolves = lines
        .iter()
        .any(|line| link(line).is_some_and(|label| heads.contains(&named(label))));
    for line in lines.iter_mut().filter(|line| resolves && link(line).is_some()) {
        line.mark = Mark::Blank;
    }
}

/// The words of a line that is nothing but a link into the file.
fn link<'a>(line: &Line<'a>) -> Option<&'a str> {
    lines::links_within(line.text).filter(|_| !matches!(line.mark, Mark::Heading(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::Dialect;

    #[test]
    fn only_links_to_headings_of_the_file_are_a_table_of_contents() {
        let text = "- [Why boats?](#why-boats)\n- [Storms](#storms)\n- [A chart](https://sea.test/chart)\n- see [Storms](#storms) first\n\n## Why boats?\n## [Storms](#storms)\n";
        let mut lines: Vec<Line<'_>> = text.split('\n').map(|raw| Line::read(raw, Dialect::Markdown)).collect();
        links_to_blanks(&mut lines);
        let blank: Vec<bool> = lines.iter().map(Line::blank).collect();
        assert_eq!(blank, [true, true, false, false, true, false, false, true]);
    }
}
