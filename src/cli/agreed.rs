//! Asking before something is written.

use std::io::{self, BufRead};

use super::fault::Fault;
use super::out::{Out, on_a_terminal};

/// Asks on a terminal; without one, somebody must say `--yes`.
pub(super) fn agreed(out: &mut Out) -> Result<bool, Fault> {
    if !on_a_terminal() {
        return Err(Fault::new(
            "nothing was written",
            "there is no terminal to ask on",
            "Say --yes to write what is sure, --all for everything, or --dry-run to only look",
        ));
    }
    loop {
        out.words("write? y/n ")?;
        let mut line = String::new();
        let read = io::stdin()
            .lock()
            .read_line(&mut line)
            .map_err(|error| Fault::io("the answer cannot be read", &error))?;
        match line.trim().to_lowercase().as_str() {
            "y" | "yes" => return Ok(true),
            "n" | "no" => return Ok(false),
            _ if read == 0 => return Ok(false),
            _ => {}
        }
    }
}
