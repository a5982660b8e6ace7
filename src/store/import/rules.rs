//! `imports/rules.yaml`: what lines of a kind begin in the notes of a folder, as corrections said it. Added to at its end;
//! a person may change it or take lines away.

use std::path::Path;

use crate::domain::import_review::{Is, Says, ShapeRule, part_from_word, part_word};
use crate::domain::part::Part;
use crate::domain::problem::{Problem, Unread};
use crate::markup::lines::{ending, usual_ending};
use crate::store::answers::quoted;
use crate::store::files::limits::read_if_there;
use crate::store::files::places::Places;
use crate::store::files::rewrite::{Alone, rewrite_alone};
use crate::store::files::yaml::{Entry, Page};

/// The file, below the home.
pub(super) const RULES: &str = "imports/rules.yaml";

const HEAD: &str = "# What lines of one kind begin, in the notes of a folder. Greenroom adds at the end; change it, or take rules away.\nrules:\n";

/// A rule, and the folder whose notes it goes for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KeptRule {
    folder: String,
    rule: ShapeRule,
}

/// The rules for the notes of a folder.
///
/// # Errors
/// The problem with the file.
pub(super) fn of_folder(places: &Places, folder: Option<&Path>) -> Result<Vec<ShapeRule>, Problem> {
    let Some(folder) = folder else { return Ok(Vec::new()) };
    let Some(text) = read_if_there(&places.home.join(RULES), RULES)? else {
        return Ok(Vec::new());
    };
    let folder = folder.display().to_string();
    let (all, _) = parse(&text)?;
    let ours = all.into_iter().filter(|kept| kept.folder == folder);
    Ok(ours.map(|kept| kept.rule).collect())
}

/// What is wrong in the file.
pub(in crate::store) fn problems(places: &Places) -> Vec<Problem> {
    match read_if_there(&places.home.join(RULES), RULES) {
        Ok(None) => Vec::new(),
        Ok(Some(text)) => parse(&text).map_or_else(|problem| vec![problem], |(_, problems)| problems),
        Err(problem) => vec![problem],
    }
}

/// Adds rules for the notes of a folder; of a shape that is there already the new one counts, since the last does.
///
/// # Errors
/// The problem with the file, which is then as it was.
pub(super) fn keep(places: &Places, alone: &Alone, folder: &Path, rules: &[ShapeRule]) -> Result<(), Problem> {
    let folder = folder.display().to_string();
    let known = of_folder(places, Some(Path::new(&folder)))?;
    // What lines begin and which part they tell is said apart.
    let same = |one: &ShapeRule, other: &ShapeRule| {
        one.like == other.like && matches!(one.says, Says::Is(_)) == matches!(other.says, Says::Is(_))
    };
    let last = |rule: &ShapeRule| known.iter().rev().find(|one| same(one, rule));
    let new: Vec<&ShapeRule> = rules.iter().filter(|rule| last(rule) != Some(*rule)).collect();
    if new.is_empty() {
        return Ok(());
    }
    rewrite_alone(alone, places, &places.home.join(RULES), |old| {
        let text = appended(old, &folder, &new);
        let before = old.map_or(Ok(0), |old| parse(old).map(|(all, _)| all.len()))?;
        match parse(&text) {
            Ok((all, _)) if all.len() == before + new.len() => Ok(text),
            _ => {
                let what = "the list of rules is not at the end of the file";
                Err(Problem::file(RULES, what, "Move rules: to the end, then try again"))
            }
        }
    })
}

fn appended(old: Option<&str>, folder: &str, rules: &[&ShapeRule]) -> String {
    let old = old.filter(|old| !old.trim().is_empty()).unwrap_or(HEAD);
    let mut more = String::new();
    if ending(old).is_empty() && !old.ends_with('\n') {
        more.push('\n');
    }
    for rule in rules {
        more.push_str(&format!("  - folder: {}\n", quoted(folder)));
        more.push_str(&format!("    like: {}\n", quoted(&rule.like)));
        more.push_str(&match rule.says {
            Says::Is(is) => format!("    is: {}\n", is.word()),
            Says::Part(part) => format!("    part: {}\n", part_word(part)),
        });
    }
    old.to_owned() + &more.replace('\n', usual_ending(old))
}

fn parse(text: &str) -> Result<(Vec<KeptRule>, Vec<Problem>), Problem> {
    let mut page = Page::read(text, RULES, 1)?;
    let mut rules = Vec::new();
    let mut odd = Vec::new();
    let mut fields = page.fields();
    for entry in fields.entries("rules") {
        let Entry::Keys(mut fields) = entry else { continue };
        let at = fields.line();
        let (folder, like) = (fields.text("folder"), fields.text("like"));
        let (is, part) = (fields.text("is"), fields.text("part"));
        let meant = match (&is, &part) {
            (None, Some(part)) => part_from_word(part).map(Says::Part),
            (is, _) => is.as_deref().and_then(Is::from_word).map(Says::Is),
        };
        match (folder, like, meant) {
            (Some(folder), Some(like), Some(says)) => rules.push(KeptRule {
                folder,
                rule: ShapeRule { like, says },
            }),
            (_, _, None) if is.is_none() && part.is_some() => {
                let words: Vec<&str> = Part::ALL.into_iter().map(Part::id).chain(["none"]).collect();
                odd.push(unknown(at, "part: names no part", &words));
            }
            (_, _, None) => {
                let words: Vec<&str> = Is::ALL.iter().map(|(_, word)| *word).collect();
                odd.push(unknown(at, "is: says nothing that is known", &words));
            }
            _ => {
                let remedy = "Give it folder:, like: and is: or part:, or take it away";
                odd.push(Problem::line(RULES, at, "this rule is not whole", remedy).leaves(Unread::Nothing));
            }
        }
    }
    odd.extend(page.problems_among(&["rules"]));
    Ok((rules, odd))
}

/// A rule that says what nobody knows.
fn unknown(at: usize, what: &str, words: &[&str]) -> Problem {
    let remedy = format!("Write one of {}", words.join(", "));
    Problem::line(RULES, at, what, remedy).leaves(Unread::Nothing)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::store::files::rewrite::alone;

    fn rule(like: &str, is: Is) -> ShapeRule {
        ShapeRule {
            like: like.to_owned(),
            says: Says::Is(is),
        }
    }

    #[test]
    fn rules_are_kept_for_a_folder_and_what_a_person_wrote_stays() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let (here, there) = (Path::new("/notes/here"), Path::new("/notes/there"));
        let marked = rule("mark Q: \"odd\", indent 0", Is::Question);
        keep(&places, &alone(&places), here, std::slice::from_ref(&marked)).unwrap();
        keep(&places, &alone(&places), here, std::slice::from_ref(&marked)).unwrap();
        assert_eq!(of_folder(&places, Some(here)).unwrap(), std::slice::from_ref(&marked));
        assert_eq!(of_folder(&places, Some(there)).unwrap(), []);
        assert_eq!(of_folder(&places, None).unwrap(), []);
        let path = places.home.join(RULES);
        let mine =
            std::fs::read_to_string(&path).unwrap() + "  - folder: /notes/there\n    like: plain\n    is: ship\n# mine";
        std::fs::write(&path, &mine).unwrap();
        assert_eq!(problems(&places)[0].line, Some(6));
        let story = rule(&marked.like, Is::Story);
        keep(&places, &alone(&places), there, std::slice::from_ref(&story)).unwrap();
        assert_eq!(of_folder(&places, Some(there)).unwrap(), [story]);
        assert!(std::fs::read_to_string(&path).unwrap().starts_with(&mine));
    }

    #[test]
    fn a_rule_of_a_part_is_kept_beside_what_its_lines_begin() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        let here = Path::new("/notes");
        let part = |part| ShapeRule {
            like: "label the mess".to_owned(),
            says: Says::Part(part),
        };
        let text = rule("label the mess", Is::Text);
        let all = [part(Some(Part::Situation)), text.clone(), part(None)];
        for one in &all {
            keep(&places, &alone(&places), here, std::slice::from_ref(one)).unwrap();
            keep(&places, &alone(&places), here, std::slice::from_ref(one)).unwrap();
        }
        assert_eq!(of_folder(&places, Some(here)).unwrap(), all);
        let path = places.home.join(RULES);
        let odd = "  - folder: /notes\n    like: plain\n    part: ship\n";
        std::fs::write(&path, std::fs::read_to_string(&path).unwrap() + odd).unwrap();
        assert_eq!(problems(&places)[0].what, "part: names no part");
    }
}
