//! What a sheet is made of.

use crate::domain::interview::feedback_sources::FeedbackSources;
use crate::domain::interview::{Interview, Next};
use crate::domain::question::lens::Lens;
use crate::domain::settings::Settings;
use crate::text::legal_forms::same_company;

/// Whom the talk is with.
#[derive(Clone, Copy, Debug)]
pub struct Talk<'a> {
    /// The company.
    pub company: &'a str,
    /// Its file, where there is one.
    pub interview: Option<&'a Interview>,
}

/// What a sheet is made of.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The home.
    pub ground: &'a FeedbackSources<'a>,
    /// The settings in force.
    pub settings: &'a Settings,
    /// What could not be read, in a sentence.
    pub missing: Option<&'a str>,
}

/// The talk with the company of the next round.
pub fn next_talk<'a>(next: &Next<'a>) -> Talk<'a> {
    Talk {
        company: &next.interview.company,
        interview: Some(next.interview),
    }
}

/// The lens of a company: the one that has its name, else the one in the settings.
pub fn lens<'a>(source: Basis<'a>, company: &str) -> Option<&'a Lens> {
    let library = source.ground.library;
    let named = |lens: &&Lens| same_company(&lens.id, company) || same_company(&lens.title, company);
    let set = || library.lens(source.settings.lens.as_deref()?);
    library.lenses().iter().find(named).or_else(set)
}
