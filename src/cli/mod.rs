//! The command line: arguments, and one file for each command that prints.

mod agreed;
mod args;
mod check;
mod drill;
mod due;
mod export;
mod fault;
mod import;
mod import_home;
mod interview;
mod interview_stats;
mod json;
mod list;
mod man;
mod missing;
mod order;
mod out;
mod plain_drill;
mod plan;
mod reading;
mod report;
mod rows;
mod session;
mod sheet;
mod show;
mod stand;
mod stats;
mod tmux;
mod weak;

pub use args::Args;
pub use fault::Fault;
pub use out::Out;

use std::ffi::OsString;

use args::{Command, SchemaWhat};
use clap::{CommandFactory, Parser};
use color_eyre::config::{HookBuilder, Theme};
use session::Setting;

use crate::app::route::Route;
use crate::store::banks::schema;
use crate::text::shown::Shown;

/// The whole program: reads the arguments, does what they ask for, says what went wrong; answers with the exit code.
pub fn main(words: impl IntoIterator<Item = OsString>) -> u8 {
    if let Err(error) = report_panics() {
        Out::stderr().words(&format!("error: {error}\n")).ok();
        return 2;
    }
    let words: Vec<OsString> = words.into_iter().collect();
    let done = match Args::try_parse_from(&words) {
        Ok(args) => run(args, &mut Out::stdout()),
        Err(said) => answer(&said, &words),
    };
    done.unwrap_or_else(|fault| {
        Out::stderr().words(&fault.lines()).ok();
        2
    })
}

/// Reports a panic as everything is printed: without colours, and harmless to a terminal.
fn report_panics() -> Result<(), color_eyre::Report> {
    let hooks = HookBuilder::default().theme(Theme::new());
    let (panics, reports) = hooks.try_into_hooks()?;
    reports.install()?;
    std::panic::set_hook(Box::new(move |panic| {
        Out::stderr().words(&format!("{}\n", panics.panic_report(panic))).ok();
    }));
    Ok(())
}

/// Prints what the reader of the arguments says: help, the version, or what is wrong with them. In colour only where no
/// argument could bring colours of its own.
fn answer(said: &clap::Error, words: &[OsString]) -> Result<u8, Fault> {
    let mut out = if said.use_stderr() {
        Out::stderr()
    } else {
        Out::stdout()
    };
    let harmless = |word: &OsString| word.to_str().is_some_and(|word| Shown::new(word).as_str() == word);
    let unset = |name: &str| std::env::var_os(name).is_none_or(|value| value.is_empty());
    let text = said.render();
    if out.is_terminal() && unset("NO_COLOR") && words.iter().all(harmless) {
        out.coloured(&text.ansi().to_string())?;
    } else {
        out.words(&text.to_string())?;
    }
    Ok(u8::try_from(said.exit_code()).unwrap_or(2))
}

/// Runs what the arguments ask for; answers with the exit code.
///
/// # Errors
/// What could not be done, with cause and hint.
pub fn run(args: Args, out: &mut Out) -> Result<u8, Fault> {
    crate::runtime::survive_full_quota();
    let setting = session::Setting::new(&args)?;
    setting.ended(done(&setting, args.command, out))
}

fn done(setting: &Setting, command: Option<Command>, out: &mut Out) -> Result<u8, Fault> {
    match command {
        None => setting.open(None),
        Some(Command::Drill(wish)) => drill::run(setting, &wish, out),
        Some(Command::Sprint) => setting.sprint(),
        Some(Command::Browse { query }) => setting.open(Some(Route::Browse(query.join(" ")))),
        Some(Command::Review) => setting.open(Some(Route::Review)),
        Some(Command::Edit { answer }) => setting.edit(&answer),
        Some(Command::New { question }) => setting.write(question.as_deref()),
        Some(Command::Interview { what: None }) => setting.open(Some(Route::Interviews)),
        Some(Command::Interview { what: Some(what) }) => interview::run(setting, &what, out),
        Some(Command::Due(wish)) => due::run(setting, wish, out),
        Some(Command::Export(wish)) => export::run(setting, wish, out),
        Some(Command::Sheet(wish)) => sheet::run(setting, &wish, out),
        Some(Command::List { what, json }) => list::print(setting, what, json, out),
        Some(Command::Show { id }) => show::print(setting, &id, out),
        Some(Command::Import(wish)) => import::run(setting, &wish, out),
        Some(Command::Check(wish)) => check::run(setting, &wish, out),
        Some(Command::Weak { json }) => weak::print(setting, json, out),
        Some(Command::Stats { json }) => stats::print(setting, json, out),
        Some(Command::Plan(wish)) => plan::print(setting, &wish, out),
        Some(Command::Report(wish)) => report::run(setting, &wish, out),
        Some(Command::Path { what }) => setting.print_path(what, out),
        Some(Command::Completions { shell }) => {
            let mut bytes = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "greenroom", &mut bytes);
            out.bytes(&bytes)
        }
        Some(Command::Schema { what }) => {
            let text = match what {
                SchemaWhat::Bank => schema::bank(),
                SchemaWhat::Lens => schema::lens(),
            };
            out.bytes(text.as_bytes())
        }
        Some(Command::Man(wish)) => man::run(&wish, out),
    }
}
