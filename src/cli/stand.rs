//! What each command stands on, decided here and nowhere else: what cannot be read never counts as nothing.
//!
//! A command gets at a home only through `Setting`, which asks this table; so a new command has to be in it.

use super::args::{CheckFormat, Command, ExportWhat, InterviewWhat, ListWhat};
use super::fault::Fault;
use super::missing::sentence;
use crate::domain::problem::{Problem, Unread};
use crate::store::files::kind::Kind;

/// Something a command stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    /// All files of a kind.
    Files(Kind),
    /// These keys of the settings.
    Keys(&'static [&'static str]),
    /// Whatever names somebody or something that a page for others hides, copies of such files as well.
    Names,
    /// The files that are checked: what is wrong in one is a finding, unless it cannot be read at all.
    Checked,
}

impl Base {
    /// Whether this problem leaves some of it unread.
    fn lacks(self, problem: &Problem) -> bool {
        let kind = Kind::of(&problem.path);
        let of = |wanted: Kind| kind == Some(wanted) || kind == Some(Kind::Unknown);
        let unread = |least: Unread| problem.unread >= least;
        let key = problem.key.as_deref();
        match self {
            Base::Files(kind) => of(kind) && unread(Unread::Part),
            Base::Keys(keys) => of(Kind::Settings) && unread(Unread::Part) && key.is_none_or(|key| keys.contains(&key)),
            Base::Names => {
                let words = of(Kind::Settings) && key.is_none_or(|key| key == "private_words");
                let partners = of(Kind::Log) && unread(Unread::Part);
                partners || (words || of(Kind::Interview)) && unread(Unread::Copy)
            }
            Base::Checked => unread(Unread::Whole),
        }
    }
}

/// Whether a command needs a home to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// It only reads: a folder that was named and is not there is a slip of the pen.
    Needed,
    /// It may begin one, or has no use for one.
    Free,
}

/// What is said of problems when a command ends well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// Each, a line.
    Each,
    /// They stand in the JSON; only what made the command end with 2 is said once more.
    InJson,
    /// They stand in what is printed, or the screen has shown them.
    Nothing,
}

/// What a command stands on, and what it does where some of that cannot be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stand {
    /// Without these it does nothing and ends with 2.
    refuses: &'static [Base],
    /// What it then says that it did not do.
    undone: &'static str,
    /// Without these it does what it can, says so, and ends with 2.
    tells: &'static [Base],
    /// Whether it needs a home to be there.
    pub(super) home: Home,
    /// What it says of problems when it ends well.
    pub(super) says: Says,
}

const BANKS: Base = Base::Files(Kind::Bank);
const ANSWERS: Base = Base::Files(Kind::Answer);
const INTERVIEWS: Base = Base::Files(Kind::Interview);
const LOG: Base = Base::Files(Kind::Log);
const LENSES: Base = Base::Files(Kind::Lens);
/// Which questions are counted at all.
const COUNTED: Base = Base::Keys(&["level", "hide", "hide_questions"]);
/// Which day it is.
const DAYS: Base = Base::Keys(&["day_starts"]);
/// How long a question takes, and how long a day may be.
const MINUTES: Base = Base::Keys(&["think", "speak", "probes", "minutes", "days_off"]);
/// Which days nobody answers on.
const HOLIDAYS: Base = Base::Keys(&["holidays"]);
/// Where the time of an answer should go.
const BAND: Base = Base::Keys(&["band"]);

impl Stand {
    /// What a command stands on; without one, the program opens.
    pub(super) fn of(command: Option<&Command>) -> Stand {
        match command {
            None
            | Some(
                Command::Sprint
                | Command::Browse { .. }
                | Command::Review
                | Command::Edit { .. }
                | Command::New { .. }
                | Command::Interview { what: None },
            ) => Stand::free(Says::Nothing),
            // Whoever writes says what could not be read and goes on: nothing that was there is changed by it. An import
            // has to know what is here already, and refuses by itself: see `Prepared::hindrance`.
            Some(Command::Drill(_) | Command::Import(_)) => Stand::free(Says::Each),
            Some(Command::Path { .. } | Command::Completions { .. } | Command::Man(_) | Command::Schema { .. }) => {
                Stand::free(Says::Each)
            }
            Some(Command::Interview { what: Some(what) }) => Stand::of_interview(what),
            Some(Command::List { what, json }) => Stand::of_list(*what, *json),
            Some(Command::Due(wish)) => {
                let due = Stand::telling(&[COUNTED, DAYS, HOLIDAYS, BANKS, INTERVIEWS, LOG], wish.json);
                let says = if wish.line || wish.tmux {
                    Says::Nothing
                } else {
                    due.says
                };
                Stand { says, ..due }
            }
            Some(Command::Export(wish)) => Stand {
                refuses: if wish.partial { &[] } else { Stand::of_export(wish.what) },
                undone: "nothing is exported",
                ..Stand::telling(&[], false)
            },
            Some(Command::Sheet(_)) => {
                Stand::telling(&[Base::Keys(&["lens"]), BANKS, LENSES, ANSWERS, INTERVIEWS, LOG], false)
            }
            Some(Command::Report(wish)) => Stand {
                refuses: if wish.redact { &[Base::Names] } else { &[] },
                undone: "no page is made",
                ..Stand::telling(&[COUNTED, DAYS, BAND, BANKS, ANSWERS, INTERVIEWS, LOG], false)
            },
            Some(Command::Show { .. }) => Stand::telling(&[BANKS, ANSWERS, LOG], false),
            Some(Command::Check(wish)) => Stand {
                home: if wish.paths.is_empty() && !wish.codes && wish.explain.is_none() {
                    Home::Needed
                } else {
                    Home::Free
                },
                // What is wrong in a file is a finding, printed as the others are; a ledger of figures has none.
                ..Stand::telling(
                    &[Base::Checked],
                    !wish.claims || wish.json || wish.format == CheckFormat::Json,
                )
            },
            Some(Command::Weak { json }) => Stand::telling(&[COUNTED, DAYS, BANKS, ANSWERS, INTERVIEWS, LOG], *json),
            Some(Command::Plan(wish)) => {
                Stand::telling(&[COUNTED, DAYS, MINUTES, BANKS, ANSWERS, INTERVIEWS, LOG], wish.json)
            }
            Some(Command::Stats { json }) => Stand::telling(&[DAYS, LOG], *json),
        }
    }

    /// What a format is made of. All there is goes byte for byte: what a file says does not matter to it, and what cannot
    /// be read at all it looks for itself.
    fn of_export(what: ExportWhat) -> &'static [Base] {
        match what {
            ExportWhat::Json => &[],
            ExportWhat::Ics => &[HOLIDAYS, INTERVIEWS],
            ExportWhat::Csv => &[BANKS, ANSWERS, LOG],
            ExportWhat::Markdown | ExportWhat::Org | ExportWhat::Anki => &[BANKS, ANSWERS],
        }
    }

    fn of_interview(what: &InterviewWhat) -> Stand {
        match what {
            // A file that cannot be read hinders only where it may be the one that is meant: see `Desk::named`.
            InterviewWhat::Add(_) | InterviewWhat::Log(_) => Stand::free(Says::Each),
            InterviewWhat::Show { .. } => Stand::telling(&[HOLIDAYS, INTERVIEWS], false),
            InterviewWhat::Feedback | InterviewWhat::Stats => Stand::telling(&[BANKS, ANSWERS, INTERVIEWS, LOG], false),
        }
    }

    fn of_list(what: ListWhat, json: bool) -> Stand {
        let on: &[Base] = match what {
            ListWhat::Questions => &[BANKS, ANSWERS, LOG],
            ListWhat::Answers => &[BANKS, ANSWERS],
            ListWhat::Categories => &[COUNTED, BANKS, ANSWERS, INTERVIEWS, LOG],
            ListWhat::Attempts => &[LOG],
            ListWhat::Interviews => &[HOLIDAYS, INTERVIEWS],
        };
        Stand::telling(on, json)
    }

    fn telling(tells: &'static [Base], json: bool) -> Stand {
        Stand {
            tells,
            home: Home::Needed,
            ..Stand::free(if json { Says::InJson } else { Says::Each })
        }
    }

    fn free(says: Says) -> Stand {
        Stand {
            refuses: &[],
            undone: "",
            tells: &[],
            home: Home::Free,
            says,
        }
    }

    /// Why the command does nothing, if it does not.
    pub(super) fn refusal(&self, problems: &[Problem]) -> Option<Fault> {
        let missing = lacking(self.refuses, problems);
        let first = missing.first()?;
        let error = format!("{}: {}", self.undone, sentence(&missing));
        Some(Fault::problem(&error, first))
    }

    /// What the command does not know because of these problems, the worst first.
    pub(super) fn missing<'a>(&self, problems: &'a [Problem]) -> Vec<&'a Problem> {
        lacking(self.tells, problems)
    }
}

fn lacking<'a>(bases: &[Base], problems: &'a [Problem]) -> Vec<&'a Problem> {
    let lacks = |problem: &&Problem| bases.iter().any(|base| base.lacks(problem));
    let mut missing: Vec<&Problem> = problems.iter().filter(lacks).collect();
    missing.sort_by_key(|problem| std::cmp::Reverse(problem.unread));
    missing
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::cli::Args;

    fn stand(words: &str) -> Stand {
        let args = Args::parse_from(["greenroom"].into_iter().chain(words.split(' ')));
        Stand::of(args.command.as_ref())
    }

    fn file(path: &str) -> Problem {
        Problem::file(path, "it cannot be read", "Mend it")
    }

    #[test]
    fn a_setting_is_missed_only_where_something_hangs_on_it() {
        let odd = |key: &str| [Problem::line("greenroom.yaml", 1, "odd", "Mend it").about(key)];
        assert_eq!(stand("due").missing(&odd("theme")).len(), 0);
        assert_eq!(stand("due").missing(&odd("holidays")).len(), 1);
        assert_eq!(stand("weak").missing(&odd("holidays")).len(), 0);
        assert_eq!(stand("due").missing(&[file("greenroom.yaml")]).len(), 1);
        assert!(stand("report --redact").refusal(&odd("minutes")).is_none());
        assert!(stand("report --redact").refusal(&odd("private_words")).is_some());
    }

    #[test]
    fn a_page_that_hides_is_not_made_while_a_name_may_be_unread() {
        for path in [
            "greenroom.yaml",
            "greenroom (1).yaml",
            "interviews",
            "interviews/a.md",
            "log/x/1.jsonl",
            "",
        ] {
            let fault = stand("report --redact").refusal(&[file(path)]).unwrap();
            assert!(fault.error.starts_with("no page is made: "), "{path}");
            assert!(stand("report").refusal(&[file(path)]).is_none(), "{path}");
        }
        let copy = file("interviews/a (1).md").leaves(Unread::Copy);
        assert!(stand("report --redact").refusal(std::slice::from_ref(&copy)).is_some());
        assert_eq!(stand("due").missing(&[copy]).len(), 0);
        assert!(stand("report --redact").refusal(&[file("answers/a.md")]).is_none());
    }

    #[test]
    fn what_a_command_has_no_use_for_does_not_stop_it() {
        assert_eq!(stand("list attempts").missing(&[file("answers/a.md")]).len(), 0);
        assert_eq!(stand("list answers").missing(&[file("answers/a.md")]).len(), 1);
        assert_eq!(stand("due").missing(&[file("/state/messages/a.txt")]).len(), 0);
        assert_eq!(stand("due").missing(&[file("rooms/a.md")]).len(), 1);
    }
}
