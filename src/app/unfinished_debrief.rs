//! A debrief that was left before its end: as it was when it is opened again.

use jiff::civil::Date;

use crate::domain::interview::debrief::Debrief as Written;

/// What is asked now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What they asked, a line each.
    Asked,
    /// Which answer was told to it, and how it went.
    Told,
    /// What was good.
    Good,
    /// What to do better.
    Better,
    /// What that is about.
    Tie,
    /// Whether the person asked when they decide.
    AskedWhen,
    /// By when they decide.
    When,
    /// Who said so.
    Who,
    /// It is saved.
    End,
}

/// A debrief so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Unfinished {
    /// The interview's file.
    pub path: String,
    /// The company.
    pub company: String,
    /// What the round was.
    pub round: &'static str,
    /// Its day.
    pub day: Date,
    /// What is written so far.
    pub written: Written,
    /// What is asked now.
    pub step: Step,
    /// What is typed and not taken.
    pub typed: String,
}
