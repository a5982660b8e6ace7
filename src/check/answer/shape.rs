//! The shape of an answer: its parts, their shares, its length, its key points.

use super::draft::{Draft, Mark};
use super::english::{among, is_i};
use super::told::{Kind, Told};
use super::unfinished::empty_parts;
use crate::check::codes::Rule;
use crate::domain::answer::Kind as Of;
use crate::domain::answer::length::Length;
use crate::domain::names;
use crate::domain::part::Part;
use crate::text::time::count;

/// The most that Situation and Task take, in percent of all words.
const SCENE: usize = 30;
/// A scene of so many words, some twenty-five seconds, delays nobody, however short the rest is.
const BRIEF: usize = 60;
/// The least that Action takes, in percent of the words of the four parts told in the time: Reflection has no share of its
/// own, it is told when it is asked for.
const ACTION: usize = 40;
/// A sentence more or less is no finding: so many words.
const SENTENCE: usize = 10;
/// Words from which on a text wants parts.
const LONG: usize = 80;
/// Words from which on it has more to it than is kept in mind without key points: most of a minute.
const MANY: usize = 120;

/// How long the parts are.
struct TimeShares {
    each: [usize; 5],
    all: Length,
    /// How often each part is begun.
    begun: [usize; 5],
}

impl TimeShares {
    fn of(told: &Told) -> TimeShares {
        let mut shares = TimeShares {
            each: [0; 5],
            all: Length::default(),
            begun: [0; 5],
        };
        let mut last = None;
        for line in &told.lines {
            if let Some(part) = line.part
                && (line.kind == Kind::Heading || last != Some(part))
            {
                shares.begun[part.index()] += 1;
            }
            last = line.part.or(last);
            if matches!(line.kind, Kind::Item | Kind::Prose) {
                let length = Length::of(&told.text[line.said.clone()]);
                shares.all = shares.all + length;
                if let Some(part) = line.part {
                    shares.each[part.index()] += length.in_words();
                }
            }
        }
        shares
    }

    fn words(&self, part: Part) -> usize {
        self.each[part.index()]
    }

    fn begun(&self, part: Part) -> bool {
        self.begun[part.index()] > 0
    }
}

/// What is wrong with its shape. `finished` says that nothing is left to write.
pub(super) fn check(told: &Told, draft: &Draft, english: bool, finished: bool) -> Vec<Mark> {
    let shares = TimeShares::of(told);
    let mut found: Vec<Mark> = empty_parts(told)
        .map(|(line, part)| {
            let what = format!("nothing is written under {}", part.title());
            Mark::new(Rule::PartEmpty, told.lines[line].bytes.clone(), what)
        })
        .collect();
    if shares.all.count() == 0 {
        return found;
    }
    let story = draft.kind == Of::Story;
    let told_in_parts = [Part::Situation, Part::Task, Part::Action, Part::Result]
        .iter()
        .any(|part| shares.begun(*part));
    if story && told_in_parts {
        found.extend(missing(told, &shares));
        found.extend(order(told, &shares));
        found.extend(scene(told, &shares));
        found.extend(action(told, &shares));
    }
    let habit = story && !told_in_parts && english && tells_habits(told);
    let stopped = draft.kind == Of::Point && shares.words(Part::Action) > 0 && shares.words(Part::Result) > 0;
    if habit {
        let what = "this tells what you usually do, and nothing that happened: a talking point";
        found.push(Mark::new(Rule::KindUnfit, first_line(told), what));
    } else if stopped {
        let what = "this talking point has the parts of a story";
        found.push(Mark::new(Rule::KindUnfit, first_line(told), what));
    }
    let bare = story && !told_in_parts && !habit && shares.all.in_words() >= LONG && !marked_by_letters(told);
    if bare {
        let what = "nothing says where Situation, Action and Result begin";
        found.push(Mark::new(Rule::PartsUnnamed, first_line(told), what));
    }
    found.extend(length(told, draft, &shares, finished && !habit));
    // Who names the parts will see the points.
    if !bare && shares.all.in_words() >= MANY && !has_key_points(told) {
        let what = "no bullet and nothing in bold";
        found.push(Mark::new(Rule::NoKeyPoints, first_line(told), what));
    }
    found
}

/// Whether the parts are named by their letters: "(S) ... (T) ..." within the lines, or "S: ..." before them.
fn marked_by_letters(told: &Told) -> bool {
    let body = told.lines.first().map_or("", |line| &told.text[line.bytes.start..]);
    let within = ["(S)", "(T)", "(A)", "(R)"]
        .iter()
        .filter(|mark| body.contains(**mark))
        .count();
    let before = told.lines.iter().filter(|line| {
        let mut said = told.text[line.said.clone()].trim_start_matches('*').chars();
        matches!(said.next(), Some('S' | 'T' | 'A' | 'R'))
            && said.next().is_none_or(|c| matches!(c, ':' | '*' | ')') || c == '.')
    });
    within > 1 || before.count() > 1
}

/// The first line that says something.
pub(super) fn first_line(told: &Told) -> std::ops::Range<usize> {
    let said = told
        .lines
        .iter()
        .find(|line| !matches!(line.kind, Kind::Blank | Kind::Passed));
    said.map_or(told.text.len()..told.text.len(), |line| line.bytes.clone())
}

fn missing(told: &Told, shares: &TimeShares) -> Option<Mark> {
    let mut absent = Vec::new();
    if !shares.begun(Part::Situation) && !shares.begun(Part::Task) {
        absent.push("Situation");
    }
    absent.extend(
        [Part::Action, Part::Result]
            .into_iter()
            .filter(|part| !shares.begun(*part))
            .map(Part::title),
    );
    let what = match absent.as_slice() {
        [] => return None,
        [one] => format!("there is no {one}"),
        all => format!("there is no {}", all.join(" and no ")),
    };
    // Where it would stand: behind the last part before it that is there.
    let wanted = names::part(absent[0])?;
    let before = Part::ALL[..wanted.index()]
        .iter()
        .rev()
        .find(|part| shares.begun(**part));
    let begins = before.and_then(|part| told.lines.iter().find(|line| line.part == Some(*part)));
    let bytes = begins.map_or_else(|| first_line(told), |line| line.bytes.clone());
    let help = format!("Add ## {}", absent.join(" and ## "));
    Some(Mark {
        help: Some(help),
        ..Mark::new(Rule::PartMissing, bytes, what)
    })
}

/// The first part that is begun behind one that is told after it. A text that begins parts twice tells several stories.
fn order(told: &Told, shares: &TimeShares) -> Option<Mark> {
    if shares.begun.iter().any(|times| *times > 1) {
        return None;
    }
    let mut last: Option<Part> = None;
    for line in &told.lines {
        let Some(part) = line.part.filter(|part| *part != Part::Reflection) else {
            continue;
        };
        if let Some(before) = last.filter(|before| part < *before) {
            let what = format!("{} comes behind {}", part.title(), before.title());
            return Some(Mark::new(Rule::PartsOrder, line.bytes.clone(), what));
        }
        last = Some(part);
    }
    None
}

/// Whether all parts that have a share are told, so that shares mean something.
fn whole(shares: &TimeShares) -> bool {
    let scene = shares.words(Part::Situation) + shares.words(Part::Task);
    scene > 0 && shares.words(Part::Action) > 0 && shares.words(Part::Result) > 0
}

fn scene(told: &Told, shares: &TimeShares) -> Option<Mark> {
    let scene = shares.words(Part::Situation) + shares.words(Part::Task);
    let all = shares.all.in_words();
    if !whole(shares) || scene <= BRIEF || scene <= all * SCENE / 100 + SENTENCE {
        return None;
    }
    let line = told
        .lines
        .iter()
        .find(|line| matches!(line.part, Some(Part::Situation | Part::Task)))?;
    let names: Vec<&str> = [Part::Situation, Part::Task]
        .into_iter()
        .filter(|part| shares.words(*part) > 0)
        .map(Part::title)
        .collect();
    let takes = if names.len() > 1 { "take" } else { "takes" };
    let what = format!(
        "{} {takes} {} % of the {}s; {SCENE} are enough",
        names.join(" and "),
        scene * 100 / all.max(1),
        shares.all.noun()
    );
    Some(Mark::new(Rule::SceneLong, line.bytes.clone(), what))
}

fn action(told: &Told, shares: &TimeShares) -> Option<Mark> {
    let timed: usize = shares.each[..4].iter().sum();
    let action = shares.words(Part::Action);
    if !whole(shares) || action + SENTENCE >= timed * ACTION / 100 {
        return None;
    }
    let line = told.lines.iter().find(|line| line.part == Some(Part::Action))?;
    let what = format!(
        "Action takes {} % of the {}s; at least {ACTION} are usual",
        action * 100 / timed.max(1),
        shares.all.noun()
    );
    Some(Mark::new(Rule::ActionShort, line.bytes.clone(), what))
}

fn length(told: &Told, draft: &Draft, shares: &TimeShares, finished: bool) -> Option<Mark> {
    let seconds = shares.all.seconds(draft.pace);
    let clock = |seconds: u64| format!("{}:{:02}", seconds / 60, seconds % 60);
    let said = count(shares.all.count(), shares.all.noun());
    let target = u64::from(draft.speak);
    if seconds * 2 > target * 3 {
        let what = format!(
            "{said} take about {} to say; the time is {}",
            clock(seconds),
            clock(target)
        );
        return Some(Mark::new(Rule::AnswerLong, first_line(told), what));
    }
    if finished && draft.kind == Of::Story && seconds * 4 < target {
        let what = format!(
            "{said} {} said in about {}; there are {}",
            if shares.all.count() == 1 { "is" } else { "are" },
            clock(seconds),
            clock(target)
        );
        return Some(Mark::new(Rule::AnswerShort, first_line(told), what));
    }
    None
}

fn has_key_points(told: &Told) -> bool {
    told.lines.iter().any(|line| {
        line.kind == Kind::Item || line.kind == Kind::Prose && told.text[line.said.clone()].matches("**").count() > 1
    })
}

/// Whether a text without parts tells habits and plans, and nothing that happened to the speaker.
fn tells_habits(told: &Told) -> bool {
    let mut habits = 0;
    for word in 0..told.words.len() {
        let next = told.low(word + 1);
        let low = told.low(word);
        if (is_i(low) || matches!(low, "we" | "we're")) && happened(next) {
            return false;
        }
        let means = among("will would usually always try believe prefer never think like", next);
        habits += usize::from(low == "i" && means || low == "will" && !is_i(told.low(word.wrapping_sub(1))));
    }
    habits >= 3
}

/// Whether a word behind "I" tells of the past.
fn happened(word: &str) -> bool {
    word.len() > 3 && word.ends_with("ed")
        || among(
            "was were had did went made took found wrote built got came saw gave told led ran began chose thought \
             felt met sent set put spoke brought kept knew left lost drew couldn't didn't wasn't",
            word,
        )
}
