//! Which words of a question tell what is asked, and which mean the same to an interviewer.

use std::sync::LazyLock;

use foldhash::{HashMap, HashSet};

use crate::text::words::root;

/// Words that say nothing about what is asked, wherever they stand.
const SMALL: &str = " a an the and or but of to in on for with at by from as is are was were be been being am do does \
    did doing done have has had having can could would will shall should may might must you your yours yourself youd \
    youve youre i id ive im me my we our it its this that these those there then than so if when where which who whom \
    what how whats some any someone somebody something anyone anybody anything one ones ever please let through example \
    instance case occasion situation specific very really just also they them their he she his her about into out up \
    off over bit lot etc outcome particular particularly professional another other others \
    professionally successfully effectively certain various personally actually ";

/// Words that ask to be told, where a sentence begins with them: `Describe a time`, `Can you explain`.
const ASKING: &str =
    " tell describe give share show talk walk run explain recall think discuss say provide take us and ";

/// Words that stand before one that asks to be told.
const BEFORE_ASKING: &str = " can could would will you please me us about and through back to of so well ok okay right now then next let lets start by with ";

/// Words that a question begins with.
const QUESTION: &str = " what whats how why when where which who whom have has had did do does are is was were if tell describe give share \
    talk walk run explain think can could would will please take ";

/// Phrases that are one word to interviewers, those of a row the same.
const JOINED: &[&str] = &[
    "co worker, co workers, work associate > coworker",
    "team member, team members, team mate > teammate",
    "make sure, made sure, making sure > ensure",
    "non technical, non tech, not technical, without technical expertise > nontechnical",
    "about yourself, describe yourself > aboutyourself",
    "not popular > unpopular",
    "up to date, keep up, stay updated, stay current > uptodate",
    "to speed > tospeed",
    "get along, getting along, got along, see eye to eye > getalong",
    "not agree > disagree",
    "difference of opinion, different opinion, conflicting opinions, conflicting views > disagreement",
    "opposing opinions > disagreement",
    "cross functional, cross team, cross functionally > crossfunctional",
    "conflicting > competing",
    "hard time > difficult",
    "end to end, start to finish, beginning to end > endtoend",
    "above and beyond, extra mile, over and above, more than was expected > abovebeyond",
    "more than expected, more than required, more than was required > abovebeyond",
    "out of your way > outofway",
    "at once, same time > atonce",
    "point of view > opinion",
    "fell behind, falling behind, fall behind, behind schedule > late",
    "follow up > followup",
    "buy in > support",
    "comfort zone, zone of comfort > comfortzone",
    "detail oriented, eye for detail, attention to detail > detail",
    "last minute > lastminute",
    "non responsive, not responsive > unresponsive",
    "another team, other team, other teams, across teams, another department > otherteam",
    "different department, other departments, outside your team, outside of your team > otherteam",
    "difficult situation, challenging situation, tough situation > challenge",
    "not meet, not reach, failed to meet, failed to reach > miss",
    "organization, organisation > company",
    "senior leadership, senior leaders, senior management > executive",
    "turn down, turned down > refuse",
    "due date, dead line, dead lines > deadline",
    "not like > dislike",
    "falling out, fallen out, fell out, butted heads, butt heads, butting heads, locked horns > conflict",
    "bounce back, bounced back > recover",
    "tough call, hard call, difficult call, judgement call, judgment call > decision",
    "team work > teamwork",
    "work life > worklife",
    "change someone mind, changed someone mind, change somebody mind, changed somebody mind > persuade",
    "change their mind, changed their mind, win over, won over > persuade",
    "messed up, mess up, screwed up, screw up, slipped up, dropped the ball, drop the ball > mistake",
    "found out > know",
    "line manager > manager",
    "new starter, new starters, new hire, new hires, new joiner, new team member, new member > newcomer",
    "went sideways, go sideways > setback",
    "roll with the punches > adapt",
    "without being told, without being asked > unasked",
    "take charge, took charge > lead",
    "under performing, under performed, under performer, poor performer, poor performers > underperform",
    "low performer, low performers, not perform, not performing > underperform",
    "multi tasking, multi task > multitask",
];

/// Words used for one another; the first of a row stands for all. Forms of a verb that no ending tells are rows too.
const SAME: &[&str] = &[
    "coworker colleague teammate peer",
    "manager boss supervisor superior managerial",
    "customer client user consumer",
    "difficult hard tough challenging tricky demanding",
    "challenge difficulty",
    "great big large strongest best proudest brag major significant",
    "accomplish achieve reach attain",
    "job role position",
    "company employer firm",
    "mistake error misstep blunder",
    "conflict dispute argument argue clash friction",
    "issue problem trouble",
    "opinion viewpoint view perspective",
    "limit minimal scarce few",
    "interesting exciting excite interest favorite favourite",
    "attract draw drew drawn appeal",
    "simultaneous atonce",
    "unexpected unforeseen sudden curveball",
    "success successful succeed",
    "develop grow growth",
    "present presentation",
    "pleased happy satisfied",
    "duty responsibility",
    "begin start began",
    "department function",
    "know knew known",
    "understand understood",
    "understaffed shorthanded",
    "individual people person",
    "boost increase raise",
    "recover bounce",
    "skill ability competence competency",
    "teamwork cooperate cooperation",
    "enjoy love",
    "hear heard",
    "win won",
    "keep kept",
    "see saw seen",
    "write wrote written",
    "run ran",
    "fall fell",
    "tell told",
    "bring brought",
    "drive drove driven",
    "hold held",
    "lose lost",
    "feel felt",
    "hide hid hidden",
    "pressure stress stressful",
    "goal objective target",
    "feedback criticism critique",
    "negative critical critically harsh",
    "bad terrible awful",
    "persuade convince persuasive persuasion",
    "resume cv",
    "five 5",
    "three 3",
    "ten 10",
    "fail failure bomb",
    "lead led leader leadership",
    "give gave given offer provide",
    "teach taught",
    "make made",
    "get got gotten",
    "leave left quit resign",
    "candidate applicant",
    "motivate inspire",
    "ethics ethical unethical",
    "honest honesty dishonest integrity",
    "efficient efficiency inefficient inefficiency productive productivity",
    "react respond responsive",
    "wrong incorrect",
    "urgent urgency",
    "simple simpler simplest",
    "overwhelm overload",
    "anticipate foresee predict prevent",
    "launch ship release",
    "strict tight",
    "adversity hardship",
    "strategy strategic",
    "process procedure workflow",
    "cost expense",
    "help assist",
    "complex complicated",
    "topic concept subject",
    "alone independent independently",
    "analyze analysis analytical",
    "refuse reject decline",
    "fix correct repair",
    "crisis emergency",
    "conversation discussion",
    "new unfamiliar",
    "technology tool",
    "praise recognition",
    "passion passionate",
    "several multiple many numerous",
    "obstacle hurdle barrier",
    "pay salary compensation",
    "change shift transition",
    "mentor coach guide mentorship",
    "angry upset unhappy rude frustrated irate dissatisfied complaint complain",
    "build built",
    "take took taken",
    "learn learnt",
    "meet met",
    "decide decision choose chose chosen choice",
    "speak spoke spoken",
    "break broke broken",
    "go went gone",
    "deal dealt handle cope",
    "stand stood",
    "sell sold",
    "find found",
    "seek sought",
    "think thought",
    "stick stuck",
    "hire recruit",
    "fire terminate",
    "prioritize prioritise priority reprioritize deprioritize",
    "quick fast rapid",
    "ambiguity ambiguous uncertain uncertainty unclear vague fuzzy murky",
    "creative creativity innovative innovation innovate novel original",
    "strength strong",
    "adapt adaptable adaptability adaptation flexible flexibility adjust",
    "inclusive inclusion inclusivity diversity diverse",
    "collaborate collaborative partner",
    "solve resolve solution",
    "organize organise organizational organisational",
    "nontechnical layperson",
    "underperform underperformer",
    "persevere persist perseverance persistence",
    "explain explanation",
    "perfect ideal",
    "suit suitable fit",
    "workload work",
    "newcomer onboard onboarding",
    "standard quality",
    "recent lately",
    "struggle drown",
    "requirement spec specification",
];

static SMALL_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| SMALL.split_whitespace().collect());
static ASKING_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| ASKING.split_whitespace().collect());
static QUESTION_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| QUESTION.split_whitespace().collect());
static JOINED_WORDS: LazyLock<HashSet<&str>> =
    LazyLock::new(|| JOINED.iter().flat_map(|row| row.split([' ', ','])).collect());
static BEFORE_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| BEFORE_ASKING.split_whitespace().collect());

/// The root that stands for each word of the rows of [`SAME`], and for its root where no later row has that too.
static STANDING: LazyLock<[HashMap<String, String>; 2]> = LazyLock::new(|| {
    let rows = SAME.iter().map(|row| row.split(' ').collect::<Vec<_>>());
    let pairs: Vec<(&str, String)> = rows
        .flat_map(|row| row.clone().into_iter().map(move |word| (word, root(row[0]))))
        .collect();
    let words = pairs
        .iter()
        .map(|(word, first)| ((*word).to_owned(), first.clone()))
        .collect();
    let roots = pairs.iter().map(|(word, first)| (root(word), first.clone())).collect();
    [words, roots]
});

/// A phrase that is one word.
struct Phrase {
    /// The words after its first.
    rest: Vec<&'static str>,
    /// What it is.
    word: &'static str,
}

/// Phrases by their first word.
static PHRASES: LazyLock<HashMap<&str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: HashMap<&str, Vec<Phrase>> = HashMap::default();
    let rows = JOINED.iter().filter_map(|row| row.split_once(" > "));
    for (phrase, word) in rows.flat_map(|(all, word)| all.split(", ").map(move |phrase| (phrase, word))) {
        let mut words = phrase.split(' ');
        let first = words.next().unwrap_or_default();
        let rest = words.collect();
        phrases.entry(first).or_default().push(Phrase { rest, word });
    }
    phrases
});

/// Whether a word says nothing, wherever it stands.
pub(super) fn is_small(word: &str) -> bool {
    SMALL_WORDS.contains(word)
}

/// Whether a word is known though no question need have it.
pub(super) fn knows(word: &str) -> bool {
    is_small(word) || only_asks(word) || begins_asking(word) || JOINED_WORDS.contains(word)
}

/// Whether a question begins with this word.
pub(super) fn begins_asking(word: &str) -> bool {
    QUESTION_WORDS.contains(word)
}

/// The words that say nothing, or only ask.
pub(super) fn without_telling() -> impl Iterator<Item = &'static str> {
    let words = SMALL_WORDS.iter().chain(ASKING_WORDS.iter()).chain(BEFORE_WORDS.iter());
    words.copied()
}

/// Whether a sentence that begins with this word only asks to be told.
pub(super) fn only_asks(word: &str) -> bool {
    ASKING_WORDS.contains(word) || BEFORE_WORDS.contains(word)
}

/// The root that stands for a word: that of the words it is used for, or its own.
pub(super) fn standing(word: &str) -> String {
    let [words, roots] = &*STANDING;
    if let Some(first) = words.get(word) {
        return first.clone();
    }
    let root = root(word);
    roots.get(&root).cloned().unwrap_or(root)
}

/// The word that the phrase at the beginning of these words is, with how many of them it takes.
pub(super) fn joined(words: &[String]) -> Option<(&'static str, usize)> {
    let (first, rest) = words.split_first()?;
    let begins =
        |phrase: &&Phrase| rest.len() >= phrase.rest.len() && phrase.rest.iter().zip(rest).all(|(a, b)| a == b);
    let phrase = PHRASES.get(first.as_str())?.iter().find(begins)?;
    Some((phrase.word, phrase.rest.len() + 1))
}
