//! The documents say what the program does.

use std::fs;
use std::path::PathBuf;

use greenroom::check::codes::{CODES, Tongue};
use greenroom::keys::resolve::markdown;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The text between two markers of a document, or, with `UPDATE_DOCS` set, the new text put there.
fn in_step(document: &str, marker: &str, wanted: &str) {
    let text = fs::read_to_string(path(document)).unwrap();
    let (begin, end) = (format!("<!-- {marker} -->\n"), format!("<!-- /{marker} -->"));
    let (before, rest) = text.split_once(&begin).expect("the first marker");
    let (found, after) = rest.split_once(&end).expect("the second marker");
    if found == wanted {
        return;
    }
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(path(document), format!("{before}{begin}{wanted}{end}{after}")).unwrap();
        return;
    }
    panic!("{document}: the part {marker} is not in step; run UPDATE_DOCS=1 cargo test");
}

#[test]
fn the_page_of_keys_lists_those_of_the_table() {
    in_step("docs/keys.md", "keys", &markdown());
}

#[test]
fn the_page_on_checking_lists_the_codes_of_the_table() {
    let mut text = String::from("| code | what | why | what to do | from |\n|---|---|---|---|---|\n");
    for code in &CODES {
        let tongue = if code.tongue == Tongue::English {
            ", English"
        } else {
            ""
        };
        text.push_str(&format!(
            "| {} | {} ({}{tongue}) | {} | {} | {} |\n",
            code.code,
            code.name,
            code.severity.id(),
            code.why,
            code.remedy,
            code.from
        ));
    }
    in_step("docs/check.md", "codes", &text);
}

#[test]
fn the_page_of_commands_lists_those_there_are() {
    use clap::CommandFactory;
    let mut command = greenroom::cli::Args::command();
    let mut text = String::from("| command | what it does |\n|---|---|\n");
    text.push_str("| `greenroom` | opens the program on Today |\n");
    command.build();
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        let usage = sub.clone().render_usage().to_string();
        let usage = usage.trim_start_matches("Usage: ").replace('|', "\\|");
        let about = sub.get_about().map(ToString::to_string).unwrap_or_default();
        let about = about
            .chars()
            .next()
            .map_or(String::new(), |c| c.to_lowercase().to_string() + &about[c.len_utf8()..]);
        text.push_str(&format!("| `{usage}` | {about} |\n"));
    }
    in_step("docs/commands.md", "commands", &text);
}

#[test]
fn every_guard_the_architecture_names_exists() {
    let text = fs::read_to_string(path("ARCHITECTURE.md")).unwrap();
    assert!(text.lines().count() < 150, "ARCHITECTURE.md is over 150 lines");
    let guards = fs::read_to_string(path("tests/it/architecture.rs")).unwrap();
    let named: Vec<&str> = text
        .split('`')
        .filter(|word| word.matches('_').count() > 2 && !word.contains(['/', ':', ' ', '.', '(']))
        .collect();
    assert!(named.len() >= 6, "{named:?}");
    for name in named {
        assert!(guards.contains(&format!("fn {name}(")), "there is no guard {name}");
    }
}

#[cfg(unix)]
#[test]
fn the_manual_is_written_and_its_pages_are_read_one_by_one() {
    let env = crate::support::TestEnvironment::new();
    let folder = env.path("man1");
    let said = env.run(&["man", "--to", folder.to_str().unwrap()]).ok();
    let files = fs::read_dir(&folder).unwrap().count();
    assert!(
        files > 25 && said.starts_with(&format!("Wrote {files} pages")),
        "{said}"
    );
    let page = fs::read_to_string(folder.join("greenroom-interview-log.1")).unwrap();
    assert_eq!(env.run(&["man", "interview", "log"]).ok(), page);
    assert!(page.contains("\\-\\-promised"), "{page}");
    assert!(env.run(&["man", "juggle"]).fails(2).contains("There are: drill, "));
}

#[test]
fn the_interview_of_the_documents_is_read_without_a_problem() {
    let page = include_str!("../../docs/interviews.md");
    let example = page
        .split("```markdown\n")
        .map(|block| block.split("```").next().unwrap())
        .find(|block| block.contains("company: Northwind"));
    let (interview, problems) = greenroom::store::interviews::parse(example.unwrap(), "interviews/x.md").unwrap();
    assert_eq!(problems, []);
    assert_eq!((interview.rounds.len(), interview.lines.len()), (2, 4));
    assert!(
        interview.promised.is_some()
            && interview
                .lines
                .iter()
                .all(|line| !line.ties.is_empty() || line.text.contains("calm"))
    );
}

#[test]
fn every_file_the_architecture_names_exists() {
    let text = fs::read_to_string(path("ARCHITECTURE.md")).unwrap();
    for name in text
        .split('`')
        .filter(|name| name.rsplit_once('.').is_some_and(|(_, kind)| kind == "rs"))
    {
        let there = ["", "src", "src/check", "src/keys", "src/runtime", "tests/it"];
        let found = there.iter().any(|folder| path(folder).join(name).exists());
        assert!(found, "there is no {name}");
    }
}

#[test]
fn every_link_of_a_document_leads_to_a_file() {
    let mut pages = vec!["README.md".to_owned()];
    for entry in fs::read_dir(path("docs")).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_some_and(|extension| extension == "md") {
            pages.push(format!("docs/{}", file.file_name().unwrap().to_string_lossy()));
        }
    }
    let readme = fs::read_to_string(path("README.md")).unwrap();
    for page in &pages {
        assert!(
            page == "README.md" || readme.contains(&format!("({page})")),
            "README.md does not name {page}"
        );
        let text = fs::read_to_string(path(page)).unwrap();
        let folder = path(page).parent().unwrap().to_owned();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        let pictures = ["src=\"", "srcset=\""]
            .into_iter()
            .flat_map(|mark| text.split(mark).skip(1));
        let pictures = pictures.filter_map(|rest| rest.split('"').next());
        for link in links.chain(pictures).filter(|link| !link.contains("://")) {
            let file = link.split('#').next().unwrap();
            assert!(
                file.is_empty() || folder.join(file).exists(),
                "{page}: {link} leads nowhere"
            );
        }
    }
}
