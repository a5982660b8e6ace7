//! Whether a text asks something, of whom, and whether a heading stands over advice.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::domain::names;
use crate::domain::names::Meaning;
use crate::import::lines::words::{first_words, head};

/// How sure it is that a text is a question to a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::import) enum Asks {
    /// It is none.
    No,
    /// It ends in a question mark, and could be part of an answer.
    Maybe,
    /// It begins as interviewers begin.
    Surely,
}

/// Beginnings that make a prompt without a question mark.
const OPENERS: &str = "tell me|tell us|tell about|please tell|please describe|please share|describe a|describe an|describe your|describe how|describe one|\
describe yourself|describe the most|describe the last|describe the biggest|describe the hardest|describe the toughest|describe the best|describe the worst|describe the first|describe some|describe any|describe what|describe me|describe something|describe someone|give me|give us|give an example|give a time|give a specific|\
give examples|give some examples|walk me|walk us|talk about|talk me|talk us|provide an example|provide me|discuss a|discuss an|\
name a time|name time|name one|name a situation|think of a|think of an|think of some|think of someone|think of something|think of the|think back|think about a time|take me|take us|recall a|introduce yourself|time when|time you|time that|a time when|a time where|time where|a time you|an example of|\
example of a time|situation where you|situation when you|situation in which you|a situation where|a situation when|a situation in which|example where you|example when you|instance where you|instance when you|occasion when you|have you ever|did you ever|why should we|where do you see|how do you|how did you|how would you|how have you|how are you|how will you|what would you|what do you|what did you|\
what are your|what is your|whats your|what was your|what were your|what has been your|what makes you|what motivates you|what drives you|what have you|why do you|why did you|why are you|why have you|\
why would you|why this|why us|why our|why software|when was the last|when did you|when have you|who is your|who was your|who do you|explain a|explain an|explain how you|explain why you|explain your|share a|share an|share your|share one|share with|\
can you tell|can you describe|can you share|can you give|can you explain|can you walk|can you think|can you talk|could you tell|could you describe|could you share|could you give|could you explain|could you walk|could you please|can you please|\
would you tell|would you describe|say a time|explain one|outline a|list three|list your|i d like to hear|id like to hear|lets talk about|your greatest|your biggest|imagine you";

/// The openers by their first word, with the words after it.
static BY_FIRST: LazyLock<HashMap<&str, Vec<Vec<&str>>>> = LazyLock::new(|| {
    let mut table: HashMap<&str, Vec<Vec<&str>>> = HashMap::new();
    for opener in OPENERS.split('|') {
        let mut words = opener.split(' ');
        if let Some(first) = words.next() {
            table.entry(first).or_default().push(words.collect());
        }
    }
    table
});

/// Words that open a question only where it ends in a question mark.
const ASKING: [&str; 32] = [
    "what", "whats", "why", "how", "hows", "when", "where", "who", "whom", "whose", "which", "are", "is", "do", "does",
    "did", "have", "has", "can", "could", "would", "will", "should", "if", "in", "suppose", "imagine", "were", "was",
    "ever", "any", "give",
];

const YOU: [&str; 8] = ["you", "your", "yours", "yourself", "youve", "youre", "youd", "youll"];
const MINE: [&str; 11] = [
    "i", "my", "im", "ive", "id", "ill", "myself", "our", "we", "weve", "were",
];

/// Whether a text begins the way an interviewer's prompt begins.
pub(in crate::import) fn opens(text: &str) -> bool {
    let mut words = first_words(text, 6);
    if words
        .first()
        .is_some_and(|word| matches!(word.as_str(), "please" | "so"))
    {
        words.remove(0);
    }
    let Some(openers) = words.first().and_then(|first| BY_FIRST.get(first.as_str())) else {
        return false;
    };
    let begins = |opener: &Vec<&str>| {
        opener.len() < words.len() && opener.iter().zip(&words[1..]).all(|(word, have)| word == have)
    };
    let loose = matches!(words[0].as_str(), "share" | "explain" | "your");
    openers.iter().any(begins) && (!loose || names_an_event(text))
}

/// Whether a text begins with a command that prompts: where a column says that questions stand in it, that is enough.
pub(in crate::import) fn prompts(text: &str) -> bool {
    const COMMANDS: [&str; 17] = [
        "tell",
        "describe",
        "think",
        "take",
        "give",
        "name",
        "walk",
        "talk",
        "share",
        "explain",
        "recall",
        "discuss",
        "pick",
        "imagine",
        "suppose",
        "introduce",
        "show",
    ];
    first_words(text, 1)
        .iter()
        .any(|word| COMMANDS.contains(&word.as_str()))
}

/// Whether a text is a prompt of its own wherever it stands, and no probe into another one.
pub(in crate::import) fn stands_alone(text: &str) -> bool {
    let first = first_words(text, 2);
    let first: Vec<&str> = first.iter().map(String::as_str).collect();
    let ever = matches!(
        first.as_slice(),
        ["a" | "an", "time" | "example"] | ["time" | "times", _] | ["have", "you"]
    );
    opens(text) && (prompts(text) || ever) || leads_to_a_prompt(text)
}

/// `share` and `explain` begin advice as often as prompts: a prompt names what it wants, or is a question.
fn names_an_event(text: &str) -> bool {
    const EVENTS: [&str; 15] = [
        "time",
        "example",
        "examples",
        "situation",
        "story",
        "experience",
        "project",
        "instance",
        "occasion",
        "moment",
        "when",
        "how",
        "why",
        "concept",
        "achievement",
    ];
    text.contains(['?', '？']) || first_words(text, 7).iter().any(|word| EVENTS.contains(&word.as_str()))
}

/// Whether a text asks a candidate something.
pub(in crate::import) fn asks(text: &str) -> Asks {
    if text.len() > 1200 || hints(text) {
        return Asks::No;
    }
    let asked = without_tail(text);
    let words = first_words(asked, 80);
    if words.is_empty() || words.len() > 75 {
        return Asks::No;
    }
    let mark = asked.ends_with(['?', '？']) || asked.ends_with("?.");
    let you = speaks_to_you(&words);
    let mine = words
        .iter()
        .any(|word| MINE[..9].contains(&word.as_str()) && word != "id");
    if mine && !you {
        return Asks::No;
    }
    let starts = words.first().map(String::as_str).unwrap_or_default();
    if opens(asked) && !(mine && matches!(starts, "time")) || leads_to_a_prompt(asked) || names::prompts(asked) {
        return Asks::Surely;
    }
    if starts == "times"
        && words
            .get(1)
            .is_some_and(|word| matches!(word.as_str(), "when" | "you" | "that"))
    {
        return Asks::Maybe;
    }
    if you && words.len() < 30 && (how_did_you(&words) || puts_a_case(&words)) {
        return Asks::Surely;
    }
    if turned(&words) && !asked.ends_with(['.', ',', ';', ':']) {
        return Asks::Surely;
    }
    let inner_mark = asked.contains("? ") && opens_question(starts) && you;
    match (mark || inner_mark, opens_question(starts)) {
        (true, true) if you || words.len() > 3 || mark => Asks::Surely,
        (true, _) if text.contains('¿') || other_script(asked) => Asks::Surely,
        (true, _) => Asks::Maybe,
        (false, _) if other_script(asked) && names::asks_inside(asked) => Asks::Surely,
        (false, true)
            if you && wh(starts) && words.len() > 3 && !asked.ends_with(['.', ',', ';', ':']) && words.len() < 30 =>
        {
            Asks::Maybe
        }
        _ => Asks::No,
    }
}

/// `Will you move to another harbour`: the verb before the one it asks, which no statement has.
fn turned(words: &[String]) -> bool {
    const VERBS: [&str; 8] = ["will", "would", "do", "did", "are", "have", "can", "could"];
    words.len() > 3 && words[1] == "you" && VERBS.contains(&words[0].as_str())
}

/// Whether a text begins with a word that asks.
pub(in crate::import) fn begins(text: &str) -> bool {
    first_words(text, 1).first().is_some_and(|word| wh(word))
}

/// `You have a storm ahead, then how you will get home`: a case put to somebody, and what is asked of it, in whatever
/// order the words stand.
fn puts_a_case(words: &[String]) -> bool {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let case = match words.as_slice() {
        ["you", verb, ..] => matches!(
            *verb,
            "have" | "are" | "had" | "were" | "get" | "got" | "see" | "find" | "notice"
        ),
        ["if" | "suppose" | "imagine" | "say", you, ..] => *you == "you",
        _ => false,
    };
    let asks = |three: &[&str]| {
        matches!(three[0], "what" | "how")
            && (three[1] == "you" || matches!(three[1], "would" | "will" | "do" | "did") && three[2] == "you")
    };
    case && words[2..].windows(3).any(asks)
}

/// `A storm at sea and how did you get home`: a theme, and the question behind it.
fn how_did_you(words: &[String]) -> bool {
    words.windows(4).any(|four| {
        let four: Vec<&str> = four.iter().map(String::as_str).collect();
        matches!(four.as_slice(), ["and", "how" | "what", "did" | "do" | "would", "you"])
    })
}

/// `Plans change. Tell me about a time yours did.`: a remark, and then the prompt.
fn leads_to_a_prompt(text: &str) -> bool {
    let ends = text.match_indices(['.', '!', '?', '…']);
    let mut sentences = ends.filter_map(|(at, sign)| {
        let rest = &text[at + sign.len()..];
        rest.starts_with(' ').then(|| rest.trim_start())
    });
    let own = || {
        let words = first_words(text, 80);
        words
            .iter()
            .any(|word| matches!(word.as_str(), "i" | "my" | "im" | "ive"))
    };
    sentences.any(|sentence| opens(sentence) && (prompts(sentence) || text.ends_with(['?', '？']))) && !own()
}

/// Whether a heading asks a candidate something: surely, or with its question mark.
pub(in crate::import) fn heading_asks(title: &str) -> bool {
    match asks(title) {
        _ if why_them(title) => true,
        Asks::Surely => true,
        Asks::Maybe => title.contains(['?', '？']),
        Asks::No => false,
    }
}

/// `Why <company>`: a question even without its mark, unless it explains.
fn why_them(title: &str) -> bool {
    let words = first_words(title, 4);
    let them = |word: &String| {
        !matches!(
            word.as_str(),
            "it" | "that" | "the" | "so" | "not" | "i" | "we" | "they"
        )
    };
    matches!(words.as_slice(), [why, name] | [why, name, _] if why == "why" && them(name))
}

/// Whether a question mark stands in a text.
pub(in crate::import) fn marked(text: &str) -> bool {
    text.contains(['?', '？'])
}

/// Whether a text speaks to somebody.
pub(in crate::import) fn to_you(text: &str) -> bool {
    speaks_to_you(&first_words(text, 80))
}

fn speaks_to_you(words: &[String]) -> bool {
    words.iter().any(|word| YOU.contains(&word.as_str()))
}

fn opens_question(word: &str) -> bool {
    ASKING.contains(&word) || names::means(word, Meaning::Asks)
}

/// Whether a text is in a script that this program does not know the words of.
pub(in crate::import) fn other_script(text: &str) -> bool {
    let known = |c: char| c <= '\u{24f}' || !c.is_alphabetic();
    head(text, 400).chars().filter(|c| !known(*c)).count() > 2
}

fn wh(word: &str) -> bool {
    matches!(word, "what" | "whats" | "why" | "how" | "where" | "who" | "which")
}

/// A question without the remarks behind it: `(ownership)`, `TODO ...`, emphasis.
pub(in crate::import) fn without_tail(text: &str) -> &str {
    let mut asked = text;
    if let Some(at) = head(asked, 1200).find("TODO").filter(|at| *at > 0) {
        asked = &asked[..at];
    }
    loop {
        let before = asked.len();
        asked = asked.trim_end_matches(|c: char| {
            c.is_whitespace() || matches!(c, '*' | '_' | '"' | '”' | '\'' | '-' | '>' | '=' | '}')
        });
        for (open, close) in [('(', ')'), ('[', ']'), ('{', '}')] {
            if asked.ends_with(close)
                && let Some(at) = asked.rfind(open).filter(|at| *at > 0)
            {
                asked = asked[..at].trim_end();
            }
        }
        if asked.ends_with("?:") || asked.ends_with("? :") {
            asked = asked[..asked.len() - 1].trim_end();
        }
        if asked.len() == before {
            return asked;
        }
    }
}

/// A question with its answer on the same line: where the question ends and where the answer begins.
pub(in crate::import) fn inline_answer(text: &str) -> Option<(&str, &str)> {
    const LONGEST: usize = 20_000;
    if text.len() > LONGEST {
        return None;
    }
    behind_marker(text)
        .or_else(|| behind_sign(text))
        .or_else(|| behind_bold(text))
        .or_else(|| behind_mark(text))
}

/// `Why boats? - A: I like water`
fn behind_marker(text: &str) -> Option<(&str, &str)> {
    let (before, answer) = [" A: ", " A:", " Answer: ", " ANSWER: "]
        .iter()
        .find_map(|sign| text.split_once(sign))?;
    let asked = before.trim_end_matches([' ', '-', '–', '—', '|']);
    (asked.ends_with(['?', '？', '.', '!', ':']) && asks(asked) == Asks::Surely).then(|| (asked, answer.trim()))
}

/// Whether an answer only says where it stands.
pub(in crate::import) fn elsewhere(answer: &str) -> bool {
    let words = first_words(answer, 4);
    let place = |word: &String| {
        matches!(
            word.as_str(),
            "below" | "above" | "later" | "unten" | "oben" | "abajo" | "suivant"
        )
    };
    (1..4).contains(&words.len()) && words.iter().any(place)
}

/// Whether a text only begins prompts that stand in the list under it: `A time when you:`.
pub(in crate::import) fn leads_a_list(text: &str) -> bool {
    let text = text.trim_end_matches(['*', '_', ' ']);
    let open = text.ends_with([':', '…']) || text.ends_with("...");
    open && first_words(text, 13).len() < 13 && opens(&format!("{} x", text.trim_end_matches([':', '…', '.', ' '])))
}

/// Whether a text is a hint to the writer and no text of theirs: all of it stands in braces.
pub(in crate::import) fn hints(text: &str) -> bool {
    let text = text.trim_matches(['*', '_', ' ']);
    text.starts_with("{{") && text.ends_with("}}") || text.starts_with("<!--") && text.ends_with("-->")
}

/// `Why boats? => I like water`
fn behind_sign(text: &str) -> Option<(&str, &str)> {
    ["=>", "->", "→", "--"].iter().find_map(|sign| {
        let (asked, answer) = text.split_once(sign)?;
        let asked = asked.trim_end();
        asked.ends_with(['?', '？']).then(|| (asked, answer.trim()))
    })
}

/// `**Why boats?** I like water`, `*Why boats?* I like water`
fn behind_bold(text: &str) -> Option<(&str, &str)> {
    let slanted = text.contains("?*") && !text.contains("?**") && !text.starts_with("**");
    let sign = if slanted { "*" } else { "**" };
    let (asked, answer) = text.strip_prefix(sign).unwrap_or(text).split_once(sign)?;
    let answer = answer.trim_matches([' ', ':', '-', '–', '—', '\t']);
    let remark = answer.starts_with(['(', '[', '{', '*', '_']) || first_words(answer, 3).len() < 3;
    (!remark && asks(asked) != Asks::No && asks(answer) == Asks::No).then_some((asked, answer))
}

/// `Why boats? I like water`
fn behind_mark(text: &str) -> Option<(&str, &str)> {
    let (asked, answer) = text.split_at(text.rfind("? ")? + 1);
    let answer = answer.trim();
    let mine = first_words(answer, 4).iter().any(|word| MINE.contains(&word.as_str()));
    (mine && !answer.contains('?') && asks(asked) == Asks::Surely).then_some((asked, answer))
}

#[cfg(test)]
mod tests;
