//! What the files of a home say, but for the log.

use std::collections::BTreeMap;

use super::answer::imported_note::ImportedNote;
use super::interview::Interview;
use super::library::Library;
use super::problem::Problem;
use super::settings::Settings;

/// What is read from a home before the log.
#[derive(Debug, Default)]
pub struct HomeData {
    /// Questions, lenses and answers.
    pub library: Library,
    /// What imports could not place.
    pub notes: Vec<ImportedNote>,
    /// Real interviews, by file name.
    pub interviews: Vec<Interview>,
    /// Messages changed in the editor, by their names.
    pub messages: BTreeMap<String, String>,
    /// The settings in force.
    pub settings: Settings,
    /// What is wrong in its files.
    pub problems: Vec<Problem>,
}
