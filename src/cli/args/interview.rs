//! What can be said about a real interview.

use clap::{Args as ClapArgs, Subcommand};

use crate::domain::interview::Outcome;
use crate::domain::interview::round::RoundKind;

/// What to do with an interview. NAME is the newest open file whose company begins so.
#[derive(Debug, Subcommand)]
pub enum InterviewWhat {
    /// Add an interview, or a round to one that is open
    Add(AddArgs),
    /// Write down what happened
    Log(LogArgs),
    /// Show one
    Show {
        /// How the company's name begins
        name: String,
    },
    /// Print all feedback there is, newest first
    Feedback,
    /// Say how far they went, what was prepared, and whether practice is rated too kindly
    Stats,
}

/// An interview or a round to add. Dates are written like 2026-11-30 10:00, next tue 14:00, tomorrow 9, or in 3 days.
#[derive(Clone, Debug, ClapArgs)]
pub struct AddArgs {
    /// The company
    pub name: String,
    /// The job
    #[arg(long)]
    pub role: Option<String>,
    /// How you came to it
    #[arg(long)]
    pub via: Option<String>,
    /// When you applied
    #[arg(long, value_name = "WHEN")]
    pub applied: Option<String>,
    /// What the round is
    #[arg(long, value_name = "KIND", value_parser = round_kind)]
    pub round: Option<RoundKind>,
    /// When the round is
    #[arg(long, value_name = "WHEN", requires = "round")]
    pub at: Option<String>,
    /// How long it takes
    #[arg(long, requires = "round", value_parser = clap::value_parser!(u32).range(1..=1440))]
    pub minutes: Option<u32>,
    /// Who it is with
    #[arg(long, value_name = "WHO", requires = "round")]
    pub with: Option<String>,
    /// Begin another file, even if one of this company is open
    #[arg(long)]
    pub new: bool,
}

/// What happened. Dates are written as for `add`; those of what you did lie behind.
#[derive(Clone, Debug, Default, ClapArgs)]
#[command(group = clap::ArgGroup::new("what").required(true).multiple(true))]
pub struct LogArgs {
    /// How the company's name begins
    pub name: String,
    /// By when they promised an answer
    #[arg(long, value_name = "WHEN", group = "what")]
    pub promised: Option<String>,
    /// Who promised it
    #[arg(long, value_name = "WHO", requires = "promised")]
    pub by: Option<String>,
    /// You thanked them
    #[arg(long, group = "what")]
    pub thanked: bool,
    /// You asked whether there is news
    #[arg(long, group = "what")]
    pub nudged: bool,
    /// The last round is written down
    #[arg(long, group = "what")]
    pub done: bool,
    /// How it ended: open, offer, rejected, withdrawn or cold
    #[arg(long, value_parser = outcome, group = "what")]
    pub outcome: Option<Outcome>,
    /// When that was; without it, now
    #[arg(long, value_name = "WHEN")]
    pub on: Option<String>,
    /// Something they asked
    #[arg(long, value_name = "TEXT", group = "what")]
    pub asked: Vec<String>,
    /// Something that went well
    #[arg(long, value_name = "TEXT", group = "what")]
    pub good: Vec<String>,
    /// Something to do better, at its end what it is about: "fewer names (failure)"
    #[arg(long, value_name = "TEXT", group = "what")]
    pub improve: Vec<String>,
    /// A note
    #[arg(long, value_name = "TEXT", group = "what")]
    pub note: Vec<String>,
}

fn round_kind(word: &str) -> Result<RoundKind, String> {
    let all = RoundKind::ALL.map(RoundKind::id).join(", ");
    RoundKind::from_id(word).ok_or_else(|| format!("write one of {all}"))
}

fn outcome(word: &str) -> Result<Outcome, String> {
    let all = Outcome::ALL.map(Outcome::id).join(", ");
    Outcome::from_id(word).ok_or_else(|| format!("write one of {all}"))
}
