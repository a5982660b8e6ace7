//! `greenroom export`: what other programs read.

use std::io::Write;

use super::args::ExportWhat;
use super::fault::Fault;
use super::session::Setting;
use crate::export::ics::calendar;

/// Prints it.
pub(super) fn run(setting: &Setting, what: ExportWhat, out: &mut dyn Write) -> Result<u8, Fault> {
    let all = setting.everything()?;
    let text = match what {
        ExportWhat::Ics => calendar(&all.interviews, &all.when()),
    };
    super::print(out, text.as_bytes())
}
