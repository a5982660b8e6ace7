//! `greenroom sheet`: one page for the ten minutes before a talk.

use super::args::SheetArgs;
use super::fault::Fault;
use super::out::Out;
use super::reading::Everything;
use super::session::Setting;
use crate::domain::interview::{named, next_round};
use crate::report::head::GENERATOR;
use crate::report::sheet::{Basis, Sheet, Talk, lens, next_talk};
use crate::store::pages;
use crate::text::shown::Shown;

/// Prints the page, or writes it as HTML to the file that is named.
pub(super) fn run(setting: &Setting, wish: &SheetArgs, out: &mut Out) -> Result<u8, Fault> {
    let all = setting.everything()?;
    let ground = all.ground();
    let source = Basis {
        ground: &ground,
        settings: &all.settings,
        missing: all.missing.as_deref(),
    };
    let sheet = Sheet::of(source, talk(&all, source, wish.company.as_deref())?);
    let Some(path) = &wish.output else {
        return out.words(&sheet.text());
    };
    pages::write(path, &sheet.html(), GENERATOR)
        .map_err(|error| Fault::of_file("the sheet cannot be written", path, &error))?;
    out.words(&format!("Wrote {}\n", Shown::new(&path.display().to_string())))
}

/// Whom the talk is with: the company that is named, else that of the next round.
fn talk<'a>(all: &'a Everything, source: Basis<'a>, company: Option<&'a str>) -> Result<Talk<'a>, Fault> {
    let Some(company) = company else {
        let next = next_round(&all.interviews, all.now.wall, &all.zone);
        return next.as_ref().map(next_talk).ok_or_else(|| {
            Fault::new(
                "there is no talk to prepare for",
                "no interview has a round with a date that is to come",
                "Name the company with --company, or add a round with `greenroom interview add`",
            )
        });
    };
    if let Some(interview) = named(&all.interviews, company) {
        return Ok(Talk {
            company: &interview.company,
            interview: Some(interview),
        });
    }
    // Without a file there may still be a lens of its name.
    let named = lens(source, company).filter(|lens| Some(&lens.id) != all.settings.lens.as_ref());
    if named.is_none() {
        return Err(Fault::new(
            format!("no company is called \"{company}\""),
            "neither an interview nor a lens has that name",
            "List them with `greenroom list interviews`; `greenroom interview add` begins one",
        ));
    }
    Ok(Talk {
        company,
        interview: None,
    })
}
