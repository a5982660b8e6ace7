//! Front matter: keys between two lines of dashes at the top of a file of Markdown, of which the title is used.

use std::ops::Range;

use super::{Line, Mark};

/// Where front matter stands, counted from 0.
pub(in crate::import) struct Front<'a> {
    /// Its lines, those of dashes among them.
    pub(in crate::import) lines: Range<usize>,
    /// The line of the title, and what it says.
    pub(in crate::import) title: Option<(usize, &'a str)>,
}

/// The front matter of a file, if it begins with some.
pub(in crate::import) fn front<'a>(lines: &[&'a str]) -> Option<Front<'a>> {
    const LONGEST: usize = 60;
    let first = lines.iter().position(|line| !line.trim().is_empty())?;
    let rule = |line: &&str| line.trim_end() == "---";
    let inside = lines.get(first).filter(|line| rule(line)).and(lines.get(first + 1..))?;
    let end = inside.iter().take(LONGEST).position(rule)?;
    let inside = &inside[..end];
    let keyed = |line: &&str| {
        let (key, _) = line.split_once(':').unwrap_or_default();
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
    };
    let belongs = |line: &&str| keyed(line) || line.trim().is_empty() || line.starts_with([' ', '\t', '-', '#']);
    if !inside.first().is_some_and(keyed) || !inside.iter().all(belongs) {
        return None;
    }
    let title = inside.iter().enumerate().find_map(|(at, line)| {
        let said = line.strip_prefix("title:")?.trim().trim_matches(['"', '\'']);
        (!said.is_empty()).then_some((first + 1 + at, said))
    });
    Some(Front {
        lines: first..first + 2 + end,
        title,
    })
}

/// Makes a heading over the whole file of the title in its front matter, unless the text begins with one of its own; the
/// other keys are as good as blank.
pub(in crate::import) fn title_to_heading<'a>(raw: &[&'a str], lines: &mut [Line<'a>]) {
    const OVER_ALL: usize = 0;
    let Some(front) = front(raw) else { return };
    for line in &mut lines[front.lines.clone()] {
        line.becomes(Mark::Blank, "");
    }
    let own = lines.iter().find(|line| !line.blank());
    let own = own.is_some_and(|line| matches!(line.mark, Mark::Heading(1)));
    if let Some((at, said)) = front.title.filter(|_| !own) {
        lines[at].head(OVER_ALL, said);
    }
}

#[cfg(test)]
mod tests {
    use crate::import::{ItemKind, read};

    #[test]
    fn the_title_in_front_matter_is_the_title_of_what_has_none() {
        let text = "---\ntitle: \"The mast\"\ntags: [sea]\n---\n\nSituation: it broke.\nTask: get home.\nAction: I cut it loose.\nResult: home by noon.\n";
        let items = read("a.md", text.as_bytes()).items;
        assert_eq!(items.len(), 1);
        assert_eq!(
            (items[0].kind, items[0].title.as_deref()),
            (ItemKind::Story, Some("The mast"))
        );
        let under = format!("{}## Why boats?\nI like water.\n", "---\ntitle: Harbour notes\n---\n");
        let items = read("a.md", under.as_bytes()).items;
        assert_eq!(items[0].title.as_deref(), Some("Why boats?"));
    }

    #[test]
    fn a_rule_at_the_top_is_no_front_matter_and_a_heading_comes_before_it() {
        let items = read("a.md", b"---\nWhy boats?\nI like water.\n---\n").items;
        assert_eq!(items[0].title.as_deref(), Some("Why boats?"));
        let text = "---\ntitle: x\n---\n# The mast\nSituation: it broke.\nAction: I cut it.\nResult: home by noon.\n";
        let items = read("a.md", text.as_bytes()).items;
        assert_eq!(items[0].title.as_deref(), Some("The mast"));
    }
}
