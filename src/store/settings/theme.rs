//! `theme.yaml`: colours of one's own, by role.

use crate::domain::colours::{Colour, Colours, Role};
use crate::domain::problem::{Problem, Unread};
use crate::store::files::limits::read_if_there;
use crate::store::files::places::Places;
use crate::store::files::yaml::Page;

/// The colours of a home; without a file, none.
pub(super) fn load(places: &Places) -> (Colours, Vec<Problem>) {
    let path = places.theme();
    let shown = places.shown(&path);
    let mut colours = Colours::default();
    let text = match read_if_there(&path, &shown) {
        Ok(Some(text)) => text,
        Ok(None) => return (colours, Vec::new()),
        Err(problem) => return (colours, vec![problem]),
    };
    let mut page = match Page::read(&text, &shown, 1) {
        Ok(page) => page,
        Err(problem) => return (colours, vec![problem]),
    };
    let mut fields = page.fields();
    let _format = fields.written("format");
    let written = Role::ALL.map(|role| fields.text(role.id()));
    let known: Vec<&str> = Role::ALL.iter().map(|role| role.id()).chain(["format"]).collect();
    let mut problems = page.problems_among(&known);
    for (role, written) in Role::ALL.into_iter().zip(written) {
        match written.as_deref().map(Colour::written) {
            Some(Some(colour)) => colours.set(role, colour),
            Some(None) => problems.push(wrong(&page, &shown, role, written.as_deref().unwrap_or_default())),
            None => problems.extend(commented(&text, &shown, role)),
        }
    }
    (colours, problems)
}

/// A colour nobody knows.
fn wrong(page: &Page, shown: &str, role: Role, written: &str) -> Problem {
    let what = format!("\"{written}\" is no colour");
    let remedy = format!(
        "Write {}: \"#7fd8a8\", a number from 0 to 255, or a name like bright red",
        role.id()
    );
    Problem::line(shown, page.line_of_path(role.id()), what, remedy)
        .about(role.id())
        .leaves(Unread::Part)
}

/// A colour that YAML takes for a comment, as its `#` stands in no quotes.
fn commented(text: &str, shown: &str, role: Role) -> Option<Problem> {
    let after = |line: &str| {
        Some(
            line.strip_prefix(role.id())?
                .trim_start()
                .strip_prefix(':')?
                .trim()
                .to_owned(),
        )
    };
    let (line, colour) = text
        .lines()
        .enumerate()
        .find_map(|(n, line)| Some((n + 1, after(line)?)))?;
    colour.starts_with('#').then(|| {
        let what = format!("{} has no colour: what follows a # is a comment", role.id());
        let remedy = format!("Put it in quotes: {}: \"{colour}\"", role.id());
        Problem::line(shown, line, what, remedy)
            .about(role.id())
            .leaves(Unread::Part)
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use tempfile::tempdir;

    fn read(text: &str) -> (Colours, Vec<String>) {
        let home = tempdir().unwrap();
        let places = Places::find(Some(home.path().to_owned()), |_| None).unwrap();
        std::fs::write(places.theme(), text).unwrap();
        let (colours, problems) = load(&places);
        let said = |problem: Problem| {
            format!(
                "{}:{} {}. {}",
                problem.path,
                problem.line.unwrap_or(0),
                problem.what,
                problem.remedy
            )
        };
        (colours, problems.into_iter().map(said).collect())
    }

    #[test]
    fn roles_that_are_named_have_their_colours_and_the_others_none() {
        let (colours, problems) = read("accent: \"#7fd8a8\"\nwarn: 215\nbad: bright red\n");
        assert_eq!(problems, [""; 0]);
        assert_eq!(colours.of(Role::Accent), Some(Colour::Rgb(0x7f, 0xd8, 0xa8)));
        assert_eq!(colours.of(Role::Warn), Some(Colour::Indexed(215)));
        assert_eq!(colours.of(Role::Bad), Some(Colour::Named(9)));
        assert_eq!(colours.of(Role::Text), None);
    }

    #[test]
    fn a_mistake_is_said_with_its_line_and_what_to_type_and_leaves_the_rest() {
        let (colours, problems) = read("accent: #7fd8a8\nwarn: teal\nacent: 3\nbad: 210\n");
        assert_eq!(colours.of(Role::Bad), Some(Colour::Indexed(210)));
        assert_eq!(problems.len(), 3, "{problems:?}");
        let has = |part: &str| problems.iter().any(|problem| problem.contains(part));
        assert!(
            has("theme.yaml:1 accent has no colour") && has("accent: \"#7fd8a8\""),
            "{problems:?}"
        );
        assert!(has("theme.yaml:2 \"teal\" is no colour"), "{problems:?}");
        assert!(has("theme.yaml:3") && has("accent"), "{problems:?}");
        assert_eq!(read("accent: [\n").1.len(), 1);
    }
}
