//! The greenroom program: arguments in, exit code out.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use greenroom::cli::{Args, run};

fn main() -> ExitCode {
    let args = Args::parse();
    if let Err(error) = color_eyre::install() {
        writeln!(io::stderr(), "error: {error}").ok();
        return ExitCode::from(2);
    }
    match run(args, &mut io::stdout()) {
        Ok(code) => ExitCode::from(code),
        Err(fault) => {
            io::stderr().write_all(fault.lines().as_bytes()).ok();
            ExitCode::from(2)
        }
    }
}
