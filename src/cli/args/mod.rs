//! What can be said on the command line.

mod interview;

pub(super) use interview::{AddArgs, InterviewWhat, LogArgs};

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::Timestamp;

use crate::domain::history::attempt::Pick;
use crate::domain::question::level::Levels;
use crate::domain::settings::ThemeChoice;
use crate::text::time::parse_duration;

/// Rehearse behavioral-interview answers: timed drills on your own notes, offline.
#[derive(Debug, Parser)]
#[command(name = "greenroom", version, about, max_term_width = 100, after_help = AFTER)]
pub struct Args {
    /// The folder with your files
    #[arg(long, global = true, value_name = "DIR")]
    pub home: Option<PathBuf>,
    /// Look around in a throw-away home with sample answers and three weeks of practice
    #[arg(long, global = true)]
    pub demo: bool,
    /// Make drills repeatable: the same seed asks the same questions
    #[arg(long, global = true, value_name = "N")]
    pub seed: Option<u64>,
    /// Colours: auto, dark, light or mono
    #[arg(long, global = true, value_name = "THEME", value_parser = theme)]
    pub theme: Option<ThemeChoice>,
    /// Whether colours are used
    #[arg(long, global = true, value_enum, default_value_t = Colour::Auto)]
    pub color: Colour,
    /// The time it is, for tests
    #[arg(long, global = true, hide = true, value_name = "TIME")]
    pub now: Option<Timestamp>,
    /// What to do; without it, the program opens on Today
    #[command(subcommand)]
    pub command: Option<Command>,
}

const AFTER: &str = "Exit status: 0 all is well, 1 something was found or is due, 2 it could not be done, or something could not be read.";

/// Whether colours are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// Unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Drill at once, and leave when it is over
    Drill(DrillArgs),
    /// Choose against the clock which answer you would tell
    Sprint,
    /// Browse questions, answers and notes
    Browse {
        /// A category to open, or words to look for
        #[arg(value_name = "QUERY")]
        query: Vec<String>,
    },
    /// Review what is weak, what is covered, and what was told
    Review,
    /// Open an answer to edit
    Edit {
        /// Its id, or a part of its title
        answer: String,
    },
    /// Write a new answer
    New {
        /// The question it is for
        #[arg(long, value_name = "ID")]
        question: Option<String>,
    },
    /// Keep a real interview: its rounds, what was said, how it ended
    Interview {
        /// What to do with it
        #[command(subcommand)]
        what: Option<InterviewWhat>,
    },
    /// Say what is owed: answers to interviews, questions to review; exit status 1 when something is
    Due(DueArgs),
    /// Print what other programs read, or all there is
    Export(ExportArgs),
    /// Print one page for the ten minutes before a talk
    Sheet(SheetArgs),
    /// List questions, answers, categories, attempts or interviews
    List {
        /// Which list
        #[arg(value_enum)]
        what: ListWhat,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Show one question, answer or attempt
    Show {
        /// Its id
        id: String,
    },
    /// Make a page of your practice to send to somebody
    Report(ReportArgs),
    /// Check your answers and banks as a linter does
    Check(CheckArgs),
    /// Say which categories want practice, and why
    Weak {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Count what was practised
    Stats {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Say what to practise on which day, up to the interview or for a week
    Plan(PlanArgs),
    /// Bring in files of notes
    Import(ImportArgs),
    /// Print where the files are
    Path {
        /// Which of them; without it, all
        #[arg(value_enum)]
        what: Option<PathWhat>,
    },
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print a page of the manual, or write all of them
    Man(ManArgs),
    /// Print the JSON Schema of a kind of file, for editors
    Schema {
        /// Which kind
        #[arg(value_enum)]
        what: SchemaWhat,
    },
}

/// A drill.
#[derive(Clone, Debug, Default, ClapArgs)]
pub struct DrillArgs {
    /// Categories, ids of questions, or what one asks in your words, like "tell me about yourself"; without any, all
    /// categories
    #[arg(value_name = "CATEGORY|QUESTION|WORDING")]
    pub what: Vec<String>,
    /// Only questions that test the values of this lens, like amazon
    #[arg(long, value_name = "LENS")]
    pub lens: Option<String>,
    /// Only questions everybody is asked
    #[arg(long)]
    pub common: bool,
    /// Only questions you have an answer for
    #[arg(long)]
    pub answered: bool,
    /// Only questions that this file brought when it was imported
    #[arg(long, value_name = "FILE")]
    pub from: Option<PathBuf>,
    /// As somebody of this level is asked, or of several: junior, senior, staff, manager or all
    #[arg(long, value_name = "LEVEL", value_parser = levels)]
    pub level: Option<Levels>,
    /// How many questions
    #[arg(short = 'n', long = "number", value_name = "N", value_parser = clap::value_parser!(u16).range(1..=200))]
    pub number: Option<u16>,
    /// How they are picked: weak, due, random or new
    #[arg(long, value_parser = pick, value_name = "HOW")]
    pub pick: Option<Pick>,
    /// Time to think, like 30s; 0s leaves it out
    #[arg(long, value_parser = parse_duration, value_name = "TIME")]
    pub think: Option<u32>,
    /// Time to speak, like 2m or 1m30s
    #[arg(long, value_parser = parse_duration, value_name = "TIME")]
    pub speak: Option<u32>,
    /// Probes after each question
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=4))]
    pub probes: Option<u8>,
    /// Line by line, without a screen
    #[arg(long)]
    pub plain: bool,
}

/// A check.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Clone, Debug, Default, ClapArgs)]
pub struct CheckArgs {
    /// Answers (.md), banks (.yaml), folders of them, or - for an answer on standard input; without any, all of your own
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Print JSON, as --format json does
    #[arg(long, conflicts_with = "format")]
    pub json: bool,
    /// How findings are printed: github for annotations of a pull request
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub format: CheckFormat,
    /// List also what an import left open; end with 1 also where there are only notes
    #[arg(long)]
    pub strict: bool,
    /// List every figure of the answers with what it counts and where it stands
    #[arg(long, conflicts_with = "strict")]
    pub claims: bool,
    /// List all codes
    #[arg(long, conflicts_with_all = ["paths", "json", "format", "strict", "claims"])]
    pub codes: bool,
    /// Say why a code is found, and what to do
    #[arg(long, value_name = "CODE", conflicts_with_all = ["paths", "json", "format", "strict", "claims", "codes"])]
    pub explain: Option<String>,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// Drawn at their place.
    #[default]
    Text,
    /// As JSON.
    Json,
    /// As workflow commands of GitHub, one a line.
    Github,
}

/// A plan.
#[derive(Clone, Debug, Default, ClapArgs)]
pub struct PlanArgs {
    /// The day of the interview, as in "next fri"; without it, that of the next round in your files
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Minutes a day at the most; without it, those of your settings
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=600))]
    pub minutes: Option<u32>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// A page of one's practice.
#[derive(Clone, Debug, Default, ClapArgs)]
pub struct ReportArgs {
    /// The file to write; a report made before is replaced, any other file is left alone
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Hide private words, and the companies and people of your interviews
    #[arg(long)]
    pub redact: bool,
}

/// An import.
#[allow(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(Clone, Debug, Default, ClapArgs)]
pub struct ImportArgs {
    /// Files, folders of them, or - for what is piped in
    #[arg(required_unless_present = "undo", value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Take the last import back as a whole
    #[arg(long, conflicts_with_all = ["files", "dry_run", "yes", "all", "json"])]
    pub undo: bool,
    /// What you say of how one file was read, a line each, like "57 like question" (docs/import.md)
    #[arg(long, value_name = "SCRIPT", conflicts_with = "undo")]
    pub review: Option<PathBuf>,
    /// Only say what it would bring
    #[arg(long)]
    pub dry_run: bool,
    /// Write what is beyond doubt, without asking
    #[arg(long)]
    pub yes: bool,
    /// With --yes or alone: write what is doubtful too, without asking
    #[arg(long)]
    pub all: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// The manual.
#[derive(Clone, Debug, Default, ClapArgs)]
pub struct ManArgs {
    /// The command the page is about, like "interview add"; without it, the program
    #[arg(value_name = "COMMAND")]
    pub command: Vec<String>,
    /// Write the pages of all commands into this folder
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    pub to: Option<PathBuf>,
}

/// Which list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListWhat {
    /// Every question.
    Questions,
    /// Your answers.
    Answers,
    /// The categories with figures.
    Categories,
    /// What was practised.
    Attempts,
    /// Real interviews.
    Interviews,
}

/// What is taken along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ClapArgs)]
pub struct ExportArgs {
    /// In which format
    #[arg(value_enum)]
    pub what: ExportWhat,
    /// Leave out what cannot be read, and say so
    #[arg(long)]
    pub partial: bool,
}

/// One page before a talk.
#[derive(Clone, Debug, Default, ClapArgs)]
pub struct SheetArgs {
    /// Whom you talk to; without it, the company of the next round
    #[arg(long, value_name = "NAME")]
    pub company: Option<String>,
    /// Write it as HTML that prints on one page; a sheet made before is replaced, any other file is left alone
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub output: Option<PathBuf>,
}

/// A format of other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportWhat {
    /// Everything: every file with its text, for `greenroom import -` elsewhere (docs/export.md).
    Json,
    /// All answers as one document (Markdown).
    Markdown,
    /// What was practised as a table (CSV).
    Csv,
    /// Questions and answers as notes (Anki).
    Anki,
    /// All answers as one document (org).
    Org,
    /// Rounds and follow-ups for a calendar (iCalendar).
    Ics,
}

/// What is owed.
#[derive(Clone, Copy, Debug, Default, ClapArgs)]
pub struct DueArgs {
    /// One line of at most 60 columns, and nothing when nothing is owed
    #[arg(long, conflicts_with = "json")]
    pub line: bool,
    /// The same line as the status line of tmux takes it: nothing in it is a command or a colour
    #[arg(long, conflicts_with = "json")]
    pub tmux: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// Which place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PathWhat {
    /// Your files.
    Home,
    /// What stays on this machine.
    State,
    /// What was practised.
    Log,
}

/// Which kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaWhat {
    /// A bank of questions.
    Bank,
    /// A lens.
    Lens,
}

fn theme(word: &str) -> Result<ThemeChoice, String> {
    ThemeChoice::from_id(word).ok_or_else(|| "write auto, dark, light or mono".to_owned())
}

fn levels(words: &str) -> Result<Levels, String> {
    let known = |word: &str| {
        let says = || format!("\"{word}\" is no level: write junior, senior, staff, manager or all");
        Levels::from_id(&word.trim().to_lowercase()).ok_or_else(says)
    };
    let all = words.split(',').map(known).reduce(|one, other| Ok(one?.and(other?)));
    all.unwrap_or_else(|| known(words))
}

fn pick(word: &str) -> Result<Pick, String> {
    Pick::from_id(word).ok_or_else(|| "write weak, due, random or new".to_owned())
}
