//! The one table of what `check` can find.

listed! {
    /// How much a finding weighs.
    #[derive(Hash, PartialOrd, Ord)]
    pub enum Severity {
        /// The word for it.
        id,
    }
    /// Something is lost or gets out as it stands.
    Error => "error";
    /// A listener would notice.
    Warning => "warning";
    /// Worth a look; by itself no reason to end with 1.
    Note => "note";
}

/// Which texts a rule understands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tongue {
    /// Those of every language.
    Any,
    /// English ones; of others it says nothing.
    English,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// What is found.
    pub rule: Rule,
    /// The code that is printed; it never changes its meaning.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// Which texts it understands.
    pub tongue: Tongue,
    /// Its name in few words.
    pub name: &'static str,
    /// One sentence on why it matters.
    pub why: &'static str,
    /// What to do.
    pub remedy: &'static str,
    /// Where the rule comes from.
    pub from: &'static str,
}

use Severity::{Error as E, Note as N, Warning as W};
use Tongue::{Any, English};

/// What can be found, and the table of it: a row each, in one order.
macro_rules! codes {
    ($($rule:ident => $code:literal, $severity:ident, $tongue:ident, $name:literal, $why:literal, $remedy:literal, $from:expr;)+) => {
        /// What is found.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule {
            $(#[doc = concat!("`", $code, "`: `", $name, "`")] $rule,)+
        }

        /// All codes in the order of [`Rule`]. `GR0xx` are about answers and files, `GR1xx` about banks.
        pub const CODES: [Code; [$(Rule::$rule),+].len()] = [$(Code {
            rule: Rule::$rule,
            code: $code,
            severity: $severity,
            tongue: $tongue,
            name: $name,
            why: $why,
            remedy: $remedy,
            from: $from,
        }),+];
    };
}

const FILES: &str = "How greenroom reads files: what cannot be read never counts as nothing";
const BANDS: &str =
    "The shares career services give the STAR method (University of Washington: 20, 10, 60, 10), widened to be a limit";
const STAR: &str = "The STAR method: situation, task, action, result";
const MARKS: &str = "Marks and endings nobody leaves on purpose";
const OWN: &str = "What interviewers ask for in so many words (Amazon: \"Use the word 'I,' not 'we'\")";
const FIGURES: &str = "What interviewers ask a result to have: figures, or an outcome somebody could see";
const SUMS: &str = "Arithmetic";
const PLAIN: &str = "Guides to plain language: name who acts, leave out what carries nothing";
const LEARNED: &str = "What questions on failure and conflict test: what changed in you, and between you";
const PRIVACY: &str = "What one owes former employers and colleagues, and what scanners for secrets look for";
const SPREAD: &str = "What coaches advise: six to ten stories, each told for a few kinds of question";
const LOADING: &str = "How greenroom loads banks, and keeps the history of a question by its id";
const DRILL: &str = "How a drill goes: one prompt in the ear, probes thrown in, a rating against what they listen for";

codes! {
    FileUnread => "GR001", E, Any, "file not read",
        "Nothing of this file is used until it can be read.",
        "Mend the line, then check again", FILES;
    FilePart => "GR002", W, Any, "part of a file not used",
        "What cannot be used is left out, as if it had not been written.",
        "Mend the line, then check again", FILES;
    FileOdd => "GR003", W, Any, "odd in a file",
        "It is read, but perhaps not as it was meant.",
        "Mend the line, if it was meant otherwise", FILES;
    PartsUnnamed => "GR010", N, Any, "parts not named",
        "Without parts nobody sees what is missing, and a drill cannot say where the time went.",
        "Put ## Situation, ## Task, ## Action and ## Result above its pieces", STAR;
    PartMissing => "GR011", W, Any, "part missing",
        "A listener waits for what you did and what came of it.",
        "Add the part with a heading of its own", STAR;
    PartEmpty => "GR012", W, Any, "part empty",
        "The heading promises something that is not there when you speak.",
        "Write it, or take the heading out", STAR;
    PartsOrder => "GR013", N, Any, "parts out of order",
        "A listener who hears what you did before what was wrong has to put it together.",
        "Move the part up to where it is told", STAR;
    SceneLong => "GR014", W, Any, "scene too long",
        "While the scene is set, nothing is heard of you.",
        "Cut Situation and Task until what you did begins within the first third", BANDS;
    ActionShort => "GR015", W, Any, "action too short",
        "What you did yourself is what is rated.",
        "Say more of what you did, or less of the rest", BANDS;
    AnswerLong => "GR016", W, Any, "too long for its time",
        "Whoever runs half over the time is stopped before the result.",
        "Cut it, or make two answers of it", "The note that greenroom gives at one and a half times the time";
    AnswerShort => "GR017", N, Any, "short for its time",
        "A story told in a few breaths leaves what you did to the imagination.",
        "Say how you went about it, step by step", "A quarter of the time there is";
    NoKeyPoints => "GR018", N, Any, "no key points",
        "Key points are what is ticked off after telling; without them only the whole can be rated.",
        "Make the two or three things not to forget bullets, or **bold**", "How a drill is rated in greenroom";
    KindUnfit => "GR019", N, English, "kind does not fit",
        "A story is drilled by its parts and a talking point is not.",
        "Change kind: in its front matter", "What greenroom means by a story and a point";
    ToDo => "GR021", W, Any, "to do",
        "What is marked as missing is missing when you speak.",
        "Write it now, in rough words; they can be changed", MARKS;
    Empty => "GR022", W, Any, "empty",
        "A label or bullet without text is a thought you meant to add.",
        "Write it, or take it out", MARKS;
    CutOff => "GR023", W, Any, "cut off",
        "A sentence that stops is a thought you will not remember under pressure.",
        "Finish the sentence", MARKS;
    ResultBare => "GR031", W, English, "result without evidence",
        "That it went well is an opinion; a figure or something that happened is a result.",
        "Say what changed: a figure, a date, what people do now", FIGURES;
    AmountVague => "GR032", N, English, "how much is not said",
        "A strong word in the place of a figure makes a listener ask for the figure.",
        "Say how much: from what to what, even roughly", FIGURES;
    ChangeWrong => "GR033", W, English, "change does not add up",
        "Interviewers do the sum in their heads, and then they doubt the rest.",
        "Say the before and the after, and the change that follows from them", SUMS;
    FiguresDiffer => "GR034", W, English, "two figures for one thing",
        "Two interviewers compare notes, and two figures for one thing make both doubtful.",
        "Find out which is right, and write it in both answers", SUMS;
    WeForI => "GR041", W, English, "we in the place of I",
        "The interviewer hires you, and cannot tell your part from the team's.",
        "Say what you did yourself: I proposed, I wrote, I asked", OWN;
    Passive => "GR042", N, English, "who did it is hidden",
        "A thing that was done without anybody doing it is not put down to you.",
        "Say who did it: I, or by name", PLAIN;
    AbsentFromResult => "GR043", N, English, "you are not in the result",
        "What came of it is told as the team's, so what came of your part is not known.",
        "Say which of it was your doing, or what it changed for you", OWN;
    Blame => "GR051", W, English, "blame",
        "Interviewers wonder what you will say of them.",
        "Say what the other did and what they needed, without judging them", LEARNED;
    Hedges => "GR052", N, English, "hedges and fillers",
        "Written hedges are spoken twice, and each takes weight from what you did.",
        "Take them out, and read it aloud once", PLAIN;
    Absolute => "GR053", N, English, "nobody believes this",
        "Always and never invite the one case where it was otherwise.",
        "Say how often, or give the case", PLAIN;
    FailureUnlearned => "GR054", W, English, "failure without reflection",
        "The question is asked to hear what you do differently since.",
        "Say what you would do differently, or have done since", LEARNED;
    ConflictOpen => "GR055", N, English, "how you two stand now",
        "A conflict that ends with who was right has cost the relationship, as far as anybody can tell.",
        "Say how you worked together afterwards", LEARNED;
    PrivateName => "GR061", W, Any, "private name",
        "It is on your list of private words, or somebody you are in talks with.",
        "Write what they are in its place: a client, my manager", PRIVACY;
    Address => "GR062", W, Any, "e-mail address",
        "An address in a text that is read aloud and shared belongs to somebody.",
        "Take it out", PRIVACY;
    Key => "GR063", E, Any, "key or token",
        "Whoever sees this file can use it.",
        "Take it out, and have it replaced where it is valid", PRIVACY;
    InternalHost => "GR064", W, Any, "internal name of a machine",
        "It says how a company's network is built, which is not yours to tell.",
        "Say what it does: the build server, the database", PRIVACY;
    CategoryBare => "GR071", N, Any, "categories without a story",
        "They are asked about, and you would have to invent on the spot.",
        "Write one with `greenroom new`, or let a story you have serve one of their questions", SPREAD;
    AnswerStretched => "GR072", N, Any, "one answer for much",
        "In one round it can be told once, and the other questions stay open.",
        "Keep it for what it shows best, and write another", SPREAD;
    NoFailure => "GR073", N, Any, "no failure story",
        "Hardly a round goes by without it.",
        "Write one that was your own doing", SPREAD;
    FewStories => "GR074", N, Any, "few stories",
        "With fewer than six the same one is told twice in a day of interviews.",
        "Write another with `greenroom new`", SPREAD;
    AnswersAlike => "GR075", N, Any, "nearly the same answer twice",
        "Changes go to one of them, and the history of one story lies with two.",
        "Keep one, and let it serve the questions of both", SPREAD;
    Untouched => "GR076", N, Any, "untouched for a year",
        "You have done more since, and remember less of this.",
        "Read it aloud once; change what you would say today", SPREAD;
    IdMissing => "GR101", E, Any, "id missing",
        "History hangs on the id, so a question without one is not loaded.",
        "Give it an id like conflict-design-review", LOADING;
    IdForm => "GR102", W, Any, "id ill-formed",
        "An id is typed on the command line and written in answers, so it must be plain.",
        "Write words in lower case joined by single hyphens", LOADING;
    IdTwice => "GR103", E, Any, "id twice",
        "Of two questions with one id only the later is loaded, and their histories mix.",
        "Give one of the two another id", LOADING;
    PromptMissing => "GR104", E, Any, "prompt missing",
        "A question without a prompt is not loaded.",
        "Write what the interviewer says under ask:", LOADING;
    PromptLong => "GR105", W, Any, "prompt too long",
        "Nobody keeps 30 words in mind while looking for a story.",
        "Say it in under 30 words", DRILL;
    PromptDouble => "GR106", W, Any, "more than one question",
        "Two questions at once leave one unanswered, and the rating means nothing.",
        "Keep the first question and make the other a probe", DRILL;
    AlsoFew => "GR107", W, Any, "too few other wordings",
        "A built-in question that everybody is asked is known by many wordings, and is looked for by each of them.",
        "Write three or more other wordings under also:", DRILL;
    ProbeCount => "GR111", W, Any, "too few or too many probes",
        "A scored question is drilled with what comes next, so it needs something to ask.",
        "Give it two to four probes", DRILL;
    ProbeWhen => "GR112", W, Any, "no probe for a missing part",
        "A probe with when: is asked when the answer left that part out; without one, nothing asks for it.",
        "Give one probe when: with the part it asks for, such as result", DRILL;
    ProbeForm => "GR113", W, Any, "probe not one short question",
        "A probe is thrown in while somebody thinks: one question, at most 20 words.",
        "Ask one thing in at most 20 words, with one question mark", DRILL;
    ListenCount => "GR121", W, Any, "too few or too many lines of listen_for",
        "They are read while rating oneself: with none there is no measure, with many nobody reads them.",
        "Write two to four lines on what a strong answer shows", DRILL;
    ListenLong => "GR122", W, Any, "line of listen_for too long",
        "The line is compared with what was just said, at one glance.",
        "Say it in at most 16 words", DRILL;
    CategoryUnknown => "GR131", W, Any, "category unknown",
        "Questions of an unknown category are unsorted, so they are in nobody's plan.",
        "Use an id that `greenroom list categories` prints", LOADING;
    LevelUnknown => "GR132", W, Any, "level unknown",
        "A word that is no level is left out, and the question may be asked of everybody.",
        "Write junior, senior, staff or manager", LOADING;
    TagUnknown => "GR133", W, Any, "tag unknown",
        "Lenses find questions by their tags; a tag nobody knows is found by none.",
        "Use a tag that `greenroom check --explain GR133` prints", LOADING;
    PartUnknown => "GR134", W, Any, "part unknown",
        "A word that is no part is left out, so the probe is asked any time.",
        "Write situation, task, action, result or reflection; under parts: star or none", LOADING;
    SpeakUnclear => "GR135", W, Any, "time unclear",
        "A time that cannot be read is left out, and the drill's time is used.",
        "Write it like 90s, 2m or 1m30s", LOADING;
    Hidden => "GR141", W, Any, "hidden character",
        "Characters that are not seen can steer a terminal or hide words from a search.",
        "Delete the character, or write what was meant", "The Unicode report on source code security (UTS 55)";
    PromptAlike => "GR151", W, Any, "prompt near another",
        "The same question in other words takes the place of one not yet practised.",
        "Reword it, or keep only one of the two", DRILL;
    ProbeAlike => "GR152", W, Any, "probe near another",
        "A probe that fits many questions probes none of them.",
        "Ask for something that only this question brings up", DRILL;
    ListenAlike => "GR153", W, Any, "line of listen_for near another",
        "A line that fits many questions is no measure for this one.",
        "Say what a strong answer to this very question shows", DRILL;
    WordingTwice => "GR154", W, Any, "wording claimed twice",
        "Whoever looks for these words finds one of the two questions, and it may be the wrong one.",
        "Leave the wording to the question it fits best", LOADING;
}

impl Rule {
    /// Its row.
    pub fn code(self) -> &'static Code {
        &CODES[self as usize]
    }
}

/// The row with this code, in whatever case it is typed.
pub fn find(code: &str) -> Option<&'static Code> {
    CODES.iter().find(|row| row.code.eq_ignore_ascii_case(code.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_stand_in_the_order_of_the_rules_and_their_codes_rise() {
        for (place, row) in CODES.iter().enumerate() {
            assert_eq!(row.rule as usize, place, "{}", row.code);
            assert_eq!(row.rule.code().code, row.code);
            assert!(row.why.ends_with('.') && !row.remedy.ends_with('.'), "{}", row.code);
            assert!(!row.from.is_empty() && !row.from.ends_with('.'), "{}", row.code);
        }
        assert!(CODES.windows(2).all(|pair| pair[0].code < pair[1].code));
        assert_eq!(find("gr105").map(|row| row.rule), Some(Rule::PromptLong));
    }
}
