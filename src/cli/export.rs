//! `greenroom export`: what other programs read.

use super::args::ExportWhat;
use super::fault::Fault;
use super::out::Out;
use super::session::Setting;
use crate::export::ics::calendar;

/// Prints it.
pub(super) fn run(setting: &Setting, what: ExportWhat, out: &mut Out) -> Result<u8, Fault> {
    let all = setting.everything()?;
    let text = match what {
        ExportWhat::Ics => calendar(&all.interviews, &all.when()),
    };
    out.bytes(text.as_bytes())
}
