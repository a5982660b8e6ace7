//! Parts of Markdown that fold: `<details>`, its `<summary>` a heading over what it hides.

use super::{Line, Mark};

/// The depth of a summary: below every heading with signs.
const DEPTH: usize = 6;

/// Makes headings of summaries and rules of the other lines that are only tags.
pub(in crate::import) fn summaries_to_headings(lines: &mut [Line<'_>]) {
    let mut open = false;
    for line in lines.iter_mut().filter(|line| !line.blank()) {
        if !open && !line.text.starts_with('<') {
            continue;
        }
        let (begins, ends) = (holds(line.text, "<summary"), holds(line.text, "</summary"));
        let inner = without_tags(line.text);
        if holds(line.text, "<hr") && inner.is_empty() {
            line.mark = Mark::Rule('-');
        } else if inner.is_empty() {
            line.mark = Mark::Rule('<');
        } else if begins || open {
            line.head(DEPTH, inner);
        }
        open = (begins || open) && !ends && inner.is_empty();
    }
}

fn holds(text: &str, tag: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        text.get(at..at + tag.len())
            .is_some_and(|have| have.eq_ignore_ascii_case(tag))
    })
}

/// A text without the tags in front of it and behind it.
fn without_tags(text: &str) -> &str {
    const LONGEST: usize = 60;
    let mut text = text.trim();
    while let Some(end) = text.find('>').filter(|end| tag(text, *end) && *end < LONGEST) {
        text = text[end + 1..].trim_start();
    }
    while let Some(start) = text.rfind('<').filter(|_| text.ends_with('>')) {
        if !tag(&text[start..], text.len() - start - 1) || text.len() - start > LONGEST {
            break;
        }
        text = text[..start].trim_end();
    }
    text
}

/// Whether a text begins with a tag that ends where it is said to.
fn tag(text: &str, end: usize) -> bool {
    let name = text.strip_prefix("</").or_else(|| text.strip_prefix('<'));
    name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphabetic())) && !text[..end].contains("://")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::Dialect;

    #[test]
    fn a_summary_is_a_heading_wherever_its_tags_stand() {
        for text in [
            "<details>\n<summary>Why boats?</summary>\nWater.\n</details>",
            "<details><summary><b>Why boats?</b></summary>\nWater.\n</details>",
            "<details>\n<summary>\n  Why boats?\n</summary>\nWater.\n</details>",
        ] {
            let mut lines: Vec<Line<'_>> = text.split('\n').map(|raw| Line::read(raw, Dialect::Markdown)).collect();
            summaries_to_headings(&mut lines);
            let kept: Vec<(Mark, &str)> = lines
                .iter()
                .filter(|line| line.mark != Mark::Rule('<'))
                .map(|line| (line.mark, line.text))
                .collect();
            assert_eq!(
                kept,
                [(Mark::Heading(6), "Why boats?"), (Mark::Plain, "Water.")],
                "{text}"
            );
        }
    }

    #[test]
    fn a_sign_that_is_no_tag_stays() {
        assert_eq!(without_tags("<3 boats"), "<3 boats");
        assert_eq!(without_tags("<https://a.example>"), "<https://a.example>");
    }
}
