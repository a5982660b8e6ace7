//! `greenroom man`: the manual, a page for each command, printed or written into a folder.

use std::path::Path;

use clap::CommandFactory;
use clap_mangen::Man;

use super::args::{Args, ManArgs};
use super::fault::Fault;
use super::out::Out;
use crate::store::pages;
use crate::text::time::count;

/// A page by the name of its file, and the page.
type Page = (String, Vec<u8>);

/// What every page says of itself at its beginning, and no other program's does.
const MAKER: &str = ".TH greenroom";

/// Prints the page of a command, or writes all of them.
pub(super) fn run(wish: &ManArgs, out: &mut Out) -> Result<u8, Fault> {
    if let Some(folder) = &wish.to {
        return write(folder, out);
    }
    let root = root();
    let mut command = &root;
    for word in &wish.command {
        command = command.find_subcommand(word).ok_or_else(|| none(command, word))?;
    }
    out.bytes(&page(command)?.1)
}

/// All commands, with the names they have on their pages. A command that only helps has no page of its own.
fn root() -> clap::Command {
    let mut root = Args::command().disable_help_subcommand(true);
    root.build();
    root
}

fn page(command: &clap::Command) -> Result<Page, Fault> {
    let man = Man::new(command.clone());
    let mut bytes = Vec::new();
    man.render(&mut bytes)
        .map_err(|error| Fault::io("the page cannot be made", &error))?;
    Ok((man.get_filename(), bytes))
}

/// The pages of a command and of all below it.
fn pages(command: &clap::Command) -> Result<Vec<Page>, Fault> {
    let mut all = vec![page(command)?];
    for below in command.get_subcommands() {
        all.extend(pages(below)?);
    }
    Ok(all)
}

fn write(folder: &Path, out: &mut Out) -> Result<u8, Fault> {
    let pages = pages(&root())?;
    pages::write_all(folder, &pages, MAKER)
        .map_err(|error| Fault::of_file("the pages cannot be written", folder, &error))?;
    out.words(&format!(
        "Wrote {}. Read one: man greenroom\n",
        count(pages.len(), "page")
    ))
}

fn none(command: &clap::Command, word: &str) -> Fault {
    let names: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    let hint = if names.is_empty() {
        format!("{} has no commands of its own", command.get_name())
    } else {
        format!("There are: {}", names.join(", "))
    };
    Fault::new(
        format!("there is no page about \"{word}\""),
        "it is not one of the commands",
        hint,
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    /// The pages a page names, by their files.
    fn named(page: &[u8]) -> Vec<String> {
        let text = String::from_utf8_lossy(page).replace("\\-", "-");
        let pages = text.lines().filter_map(|line| line.strip_suffix("(1)"));
        pages.map(|name| format!("{name}.1")).collect()
    }

    #[test]
    fn every_page_that_is_named_can_be_had() {
        let pages = pages(&root()).unwrap();
        let files: Vec<&String> = pages.iter().map(|(file, _)| file).collect();
        let mut found = 0;
        for (file, page) in &pages {
            for other in named(page) {
                assert!(files.contains(&&other), "{file} names {other}");
                found += 1;
            }
        }
        assert_eq!(found, pages.len() - 1, "every page but the first is named once");
        assert!(
            files.iter().any(|file| *file == "greenroom-interview-log.1"),
            "{files:?}"
        );
    }
}
