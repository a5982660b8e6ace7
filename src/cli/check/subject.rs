//! What a check looks at, and what is found in it.

use std::collections::{HashMap, HashSet};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::check::answer;
use crate::check::answer::{Private, rules};
use crate::check::codes::Rule;
use crate::check::finding::{Finding, LineStarts};
use crate::check::{self, answer::claims::Claim};
use crate::cli::args::CheckArgs;
use crate::cli::fault::Fault;
use crate::cli::session::Setting;
use crate::domain::home_data::HomeData;
use crate::domain::problem::Problem;
use crate::domain::question::Question;
use crate::store::banks;
use crate::store::checked::{self, ToCheck};

/// The name under which standard input is shown.
const STDIN: &str = "<stdin>";

/// What is checked, with what it is measured by.
pub(super) struct Subject {
    pub(super) read: ToCheck,
    home: HomeData,
    private: Private,
    /// Whether these are all answers of the home.
    whole: bool,
    /// What could not be read of it, in a sentence.
    pub(super) missing: Option<String>,
}

impl Subject {
    /// Reads what is asked for.
    ///
    /// # Errors
    /// That one of the paths is not there, or that there is no such home.
    pub(super) fn read(setting: &Setting, wish: &CheckArgs) -> Result<Subject, Fault> {
        let shipped = banks::shipped();
        let nothing = |problem: Problem| Fault::problem("there is nothing to check", &problem);
        let named_home = match wish.paths.as_slice() {
            [path] if checked::is_home(path) => Some(path.as_path()),
            _ => None,
        };
        let whole = wish.paths.is_empty() || named_home.is_some();
        let (read, home) = if let Some(folder) = named_home {
            let (places, mut home) = setting.home_of(folder);
            let read = checked::whole(&places, &mut home, &shipped).map_err(nothing)?;
            (read.under(folder), home)
        } else if whole {
            let mut home = setting.home()?;
            let read = checked::whole(&setting.places, &mut home, &shipped).map_err(nothing)?;
            (read, home)
        } else {
            let mut measures = setting.measures();
            let read = named(wish, &shipped, nothing)?;
            (read.with(std::mem::take(&mut measures.problems)), measures)
        };
        let missing = setting.hear(&read.problems)?;
        if !wish.paths.is_empty() && read.is_empty() {
            return Err(none_there(&wish.paths));
        }
        let private = Private::of(&home.settings.private_words, &home.interviews);
        Ok(Subject {
            read,
            home,
            private,
            whole,
            missing,
        })
    }

    /// Everything found, by file and from the top; `strict` lists also what an import left open.
    pub(super) fn findings(&self, setting: &Setting, strict: bool) -> Vec<Finding> {
        let local = setting.local(self.home.settings.day_starts);
        let now = self.whole.then(|| (setting.clock.now().wall, &local));
        let mut found: Vec<Finding> = self.read.problems.iter().map(Finding::of_problem).collect();
        found.extend(answer::all(
            &self.read.answers,
            &self.home.library,
            &self.home.settings,
            &self.private,
            now,
        ));
        found.extend(check::banks(&self.read.banks, &banks::shipped()));
        found.retain(|finding| {
            (strict || !finding.unlisted) && !rules(&self.home.settings.allow).any(|rule| rule == finding.rule)
        });
        let sources = self.sources(setting, &found);
        let lines: HashMap<&str, LineStarts> = sources
            .iter()
            .map(|(path, text)| (path.as_str(), LineStarts::of(text)))
            .collect();
        let placed = |finding: Finding| match lines.get(finding.path.as_str()) {
            Some(lines) => finding.within(lines),
            None => finding,
        };
        found = found.into_iter().map(placed).collect();
        // What is odd for the reader may have a code of its own.
        let told: HashSet<(String, usize)> = found
            .iter()
            .filter(|finding| finding.rule > Rule::FileOdd)
            .map(|finding| (finding.path.clone(), finding.line()))
            .collect();
        found.retain(|finding| {
            finding.rule != Rule::FileOdd
                || finding.line() == 0
                || !told.contains(&(finding.path.clone(), finding.line()))
        });
        found.sort_by(|a, b| (&a.path, a.span, a.rule).cmp(&(&b.path, b.span, b.rule)));
        found
    }

    /// How many findings are only listed on demand.
    pub(super) fn unlisted(&self) -> usize {
        let found = check::banks(&self.read.banks, &banks::shipped());
        found.iter().filter(|finding| finding.unlisted).count()
    }

    /// The texts of the files in which something is found, by their paths.
    pub(super) fn sources(&self, setting: &Setting, found: &[Finding]) -> HashMap<String, String> {
        let mut sources = HashMap::new();
        for finding in found.iter().filter(|finding| finding.span.is_some()) {
            if !sources.contains_key(&finding.path)
                && let Some(text) = self.text(setting, &finding.path)
            {
                sources.insert(finding.path.clone(), text);
            }
        }
        sources
    }

    fn text(&self, setting: &Setting, path: &str) -> Option<String> {
        let answer = self.read.answers.iter().find(|answer| answer.path == path);
        let bank = || self.read.banks.iter().find(|bank| bank.path == path);
        answer
            .map(|answer| answer.text.to_string())
            .or_else(|| bank().map(|bank| bank.source.clone()))
            .or_else(|| checked::source(&setting.places, path))
    }

    /// Every figure of the answers, with the path of its answer and its line.
    pub(super) fn claims(&self) -> Vec<(&str, usize, Claim)> {
        let mut all = Vec::new();
        for answer in &self.read.answers {
            let draft = answer::Draft::of(answer, &self.home.library, &self.home.settings);
            let lines = LineStarts::of(&answer.text);
            let claims = answer::read(&draft, &self.private).claims;
            all.extend(
                claims
                    .into_iter()
                    .map(|claim| (answer.path.as_str(), lines.span(&claim.bytes).line, claim)),
            );
        }
        all
    }
}

/// Nothing that is checked is in what was named.
fn none_there(paths: &[PathBuf]) -> Fault {
    let shown: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    Fault::new(
        "there is nothing to check",
        format!("{}: no answer (.md) and no bank (.yaml) is in it", shown.join(", ")),
        "Name such files or a folder of them; without a path all of your own is checked: greenroom check",
    )
}

/// Reads the paths of the command line, and standard input for `-`.
fn named(wish: &CheckArgs, shipped: &[Question], nothing: impl Fn(Problem) -> Fault) -> Result<ToCheck, Fault> {
    let (streams, paths): (Vec<_>, Vec<_>) = wish.paths.iter().cloned().partition(|path| path.as_os_str() == "-");
    let mut named = checked::read(&paths, shipped, |path: &Path| path.display().to_string()).map_err(&nothing)?;
    if !streams.is_empty() {
        let mut text = String::new();
        std::io::stdin()
            .read_to_string(&mut text)
            .map_err(|error| Fault::of_file("there is nothing to check", Path::new(STDIN), &error))?;
        let stream = checked::text(&text, STDIN);
        named.answers.extend(stream.answers);
        named.problems.extend(stream.problems);
    }
    Ok(named)
}
