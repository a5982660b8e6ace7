//! The command line: arguments, and one file for each command that prints.

mod args;
mod check;
mod due;
mod export;
mod fault;
mod import;
mod interview;
mod interview_stats;
mod json;
mod list;
mod missing;
mod order;
mod plain_drill;
mod plan;
mod reading;
mod report;
mod rows;
mod session;
mod show;
mod stand;
mod stats;
mod weak;

pub use args::Args;
pub use fault::Fault;

use std::io::{self, Write};

use args::{Command, SchemaWhat};
use clap::CommandFactory;
use session::Setting;

use crate::store::banks::schema;

/// Runs what the arguments ask for; answers with the exit code.
///
/// # Errors
/// What could not be done, with cause and hint.
pub fn run(args: Args, out: &mut dyn Write) -> Result<u8, Fault> {
    crate::runtime::survive_full_quota();
    let setting = session::Setting::new(&args)?;
    setting.ended(done(&setting, args.command, out))
}

fn done(setting: &Setting, command: Option<Command>, out: &mut dyn Write) -> Result<u8, Fault> {
    match command {
        None => setting.open(crate::runtime::run::Start::Home),
        Some(Command::Drill(wish)) => setting.drill(&wish, out),
        Some(Command::Sprint) => setting.sprint(),
        Some(Command::Browse { query }) => setting.open(crate::runtime::run::Start::Browse(query.join(" "))),
        Some(Command::Review) => setting.open(crate::runtime::run::Start::Review),
        Some(Command::Edit { answer }) => setting.edit(&answer),
        Some(Command::New { question }) => setting.write(question.as_deref()),
        Some(Command::Interview { what: None }) => setting.open(crate::runtime::run::Start::Interviews),
        Some(Command::Interview { what: Some(what) }) => interview::run(setting, &what, out),
        Some(Command::Due(wish)) => due::run(setting, wish, out),
        Some(Command::Export { what }) => export::run(setting, what, out),
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
            print(out, &bytes)
        }
        Some(Command::Schema { what }) => {
            let text = match what {
                SchemaWhat::Bank => schema::bank(),
                SchemaWhat::Lens => schema::lens(),
            };
            print(out, text.as_bytes())
        }
        Some(Command::Man) => {
            let mut bytes = Vec::new();
            clap_mangen::Man::new(Args::command())
                .render(&mut bytes)
                .map_err(|error| Fault::io("the manual page cannot be made", &error))?;
            print(out, &bytes)
        }
    }
}

/// Prints; a reader that went away is no error.
fn print(out: &mut dyn Write, bytes: &[u8]) -> Result<u8, Fault> {
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Fault::io("the output cannot be written", &error))
        }
        _ => Ok(0),
    }
}
