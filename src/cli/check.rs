//! `greenroom check`: what is wrong in banks, drawn at its line.

use std::collections::HashMap;
use std::path::Path;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use serde_json::{Value, json};

use super::args::CheckArgs;
use super::fault::Fault;
use super::json;
use super::out::Out;
use super::session::Setting;
use crate::check;
use crate::check::codes::{self, CODES, Rule};
use crate::check::finding::Finding;
use crate::domain::category::Category;
use crate::domain::question::tag::TAGS;
use crate::store::banks;
use crate::store::banks::checked;
use crate::store::banks::checked::Checked;
use crate::text::shown::Shown;
use crate::text::time::count;

/// The exit code when something was found.
const FOUND: u8 = 1;

/// `greenroom check`.
pub(super) fn run(setting: &Setting, wish: &CheckArgs, out: &mut Out) -> Result<u8, Fault> {
    if wish.codes {
        return out.words(&table());
    }
    if let Some(code) = &wish.explain {
        return out.words(&explained(code)?);
    }
    let shipped = banks::shipped();
    let checked = if wish.paths.is_empty() {
        setting.home_is_there()?;
        checked::own(&setting.places, &shipped)
    } else {
        checked::read(&wish.paths, &shipped, |path: &Path| path.display().to_string())
    }
    .map_err(|problem| Fault::problem("there is nothing to check", &problem))?;
    let missing = setting.hear(&checked.problems)?;
    let found = check::banks(&checked.banks, &shipped);
    let missing = missing.as_deref();
    if wish.json {
        let rows: Vec<Value> = found.iter().map(row).collect();
        out.bytes(&json::document("findings", &rows, &checked.problems))?;
    } else if setting.coloured(out.is_terminal()) {
        out.coloured(&drawn(&checked, &found, missing, &Renderer::styled()))?;
    } else {
        out.words(&drawn(&checked, &found, missing, &Renderer::plain()))?;
    }
    let clean = found.is_empty() && checked.problems.is_empty();
    Ok(if clean { 0 } else { FOUND })
}

fn row(finding: &Finding) -> Value {
    json!({
        "code": finding.code().code,
        "path": finding.path,
        "line": finding.line,
        "what": finding.what,
        "do": finding.code().remedy,
    })
}

/// The findings as a compiler draws them, and a last line that sums them up.
fn drawn(checked: &Checked, found: &[Finding], missing: Option<&str>, renderer: &Renderer) -> String {
    let sources: HashMap<&str, Vec<&str>> = checked
        .banks
        .iter()
        .map(|bank| (bank.path.as_str(), bank.source.lines().collect()))
        .collect();
    let mut text = String::new();
    for finding in found {
        let lines = sources.get(finding.path.as_str());
        let line = lines
            .and_then(|lines| lines.get(finding.line - 1))
            .copied()
            .unwrap_or("");
        text.push_str(&snippet(finding, line, renderer));
        text.push_str("\n\n");
    }
    let looked = format!(
        "{}, {}",
        count(checked.banks.len(), "bank"),
        count(questions(checked), "question")
    );
    let lenses = match checked.lenses {
        0 => String::new(),
        number => format!(
            ", {}",
            if number == 1 {
                "1 lens".to_owned()
            } else {
                format!("{number} lenses")
            }
        ),
    };
    text.extend(missing.map(|missing| format!("{missing}\n")));
    text.push_str(&match found.len() {
        0 if checked.banks.is_empty() && checked.lenses == 0 => match missing {
            None => "There is no bank to check\n".to_owned(),
            Some(_) => "Nothing could be checked\n".to_owned(),
        },
        0 if checked.problems.is_empty() => format!("{looked}{lenses}: nothing found\n"),
        0 => format!(
            "{looked}{lenses}: no finding, {}\n",
            count(checked.problems.len(), "problem")
        ),
        number => format!(
            "{looked}{lenses}: {}. Why: greenroom check --explain {}\n",
            count(number, "finding"),
            found[0].code().code
        ),
    });
    text
}

fn questions(checked: &Checked) -> usize {
    checked.banks.iter().map(|bank| bank.questions.len()).sum()
}

fn snippet(finding: &Finding, line: &str, renderer: &Renderer) -> String {
    let what = Shown::new(&finding.what);
    let path = Shown::new(&finding.path);
    let source = Shown::new(line);
    let end = source.as_str().trim_end().len();
    let start = end - source.as_str().trim_end().trim_start_matches([' ', '-']).len();
    let mark = AnnotationKind::Primary.span(start..end).label(finding.code().name);
    let place = Snippet::source(source.as_str())
        .line_start(finding.line)
        .path(path.as_str())
        .annotation(mark);
    let title = Level::WARNING.primary_title(what.as_str()).id(finding.code().code);
    let report = [title.element(place).element(Level::HELP.message(finding.code().remedy))];
    renderer.render(&report)
}

fn table() -> String {
    CODES
        .iter()
        .map(|code| format!("{}  {}\n", code.code, code.name))
        .collect()
}

fn explained(word: &str) -> Result<String, Fault> {
    let code = codes::find(word).ok_or_else(|| {
        Fault::new(
            format!("there is no code \"{word}\""),
            "it is not in the table of findings",
            "List the codes with `greenroom check --codes`",
        )
    })?;
    let mut text = format!("{}: {}\n\n{}\n{}.\n", code.code, code.name, code.why, code.remedy);
    match code.rule {
        Rule::TagUnknown => {
            text.push('\n');
            text.extend(TAGS.iter().map(|tag| format!("{:<18} {}\n", tag.id, tag.about)));
        }
        Rule::CategoryUnknown => {
            text.push('\n');
            text.extend(Category::ALL.map(|category| format!("{category:<18} {}\n", category.title())));
        }
        _ => {}
    }
    Ok(text)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::cli::{Args, run};
    use clap::Parser;

    fn greenroom(words: &[&str]) -> (Result<u8, Fault>, String) {
        let mut out = Vec::new();
        let code = run(
            Args::parse_from([&["greenroom"], words].concat()),
            &mut Out::pipe(&mut out),
        );
        (code, String::from_utf8(out).unwrap())
    }

    const BANK: &str = "category: conflict\nscored: false\nquestions:\n  - id: Own\n    ask: Which \u{202e}zebra?\n";

    #[test]
    fn the_shipped_folder_is_clean() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("questions");
        let (code, text) = greenroom(&["check", folder.to_str().unwrap()]);
        assert_eq!(code, Ok(0), "{text}");
        assert_eq!(text, "18 banks, 265 questions, 4 lenses: nothing found\n");
    }

    #[test]
    fn findings_are_drawn_at_their_line_and_exit_with_one() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().to_str().unwrap();
        assert_eq!(greenroom(&["--home", home, "check"]).0, Ok(0));
        std::fs::create_dir(folder.path().join("questions")).unwrap();
        std::fs::write(folder.path().join("questions/own.yaml"), BANK).unwrap();
        let (code, text) = greenroom(&["--home", home, "--color", "never", "check"]);
        assert_eq!(code, Ok(1));
        insta::assert_snapshot!(text, @r#"
        warning[GR102]: "Own" is not a plain id
         --> questions/own.yaml:4:5
          |
        4 |   - id: Own
          |     ^^^^^^^ id ill-formed
          |
          = help: Write words in lower case joined by single hyphens

        warning[GR141]: a character that is not seen, U+202E, stands in the text
         --> questions/own.yaml:5:5
          |
        5 |     ask: Which <U+202E>zebra?
          |     ^^^^^^^^^^^^^^^^^^^^^^^^^ hidden character
          |
          = help: Delete the character, or write what was meant

        1 bank, 1 question: 2 findings. Why: greenroom check --explain GR102
        "#);
        let (code, text) = greenroom(&["--home", home, "check", "--json"]);
        assert_eq!(code, Ok(1));
        let value: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(value["format"], 1);
        assert_eq!(value["problems"], json!([]));
        let first = &value["findings"][0];
        assert_eq!((&first["code"], &first["line"]), (&json!("GR102"), &json!(4)));
        assert_eq!(first["path"], "questions/own.yaml");
        assert_eq!(first.as_object().unwrap().len(), 5);
    }

    #[test]
    fn what_cannot_be_run_is_a_fault_and_a_code_is_explained() {
        assert!(greenroom(&["check", "/nowhere/at/all"]).0.is_err());
        assert!(greenroom(&["check", "--explain", "GR999"]).0.is_err());
        let (_, text) = greenroom(&["check", "--explain", "gr133"]);
        assert!(
            text.starts_with("GR133: tag unknown\n") && text.contains("\nbackbone "),
            "{text}"
        );
        let (_, text) = greenroom(&["check", "--codes"]);
        assert_eq!(text.lines().count(), CODES.len());
    }
}
