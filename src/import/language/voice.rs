//! How a text speaks: of what happened, of what one does, or to the reader.

use std::borrow::Cow;
use std::collections::HashMap;
use std::iter::Sum;
use std::sync::LazyLock;

use crate::domain::category::Category;
use crate::import::lines::words::{first_words, words};

/// What a text is by its voice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Voice {
    /// It tells what happened.
    Tells,
    /// It says what one thinks, does or wants.
    States,
    /// It speaks to the reader, or lists links: advice.
    Advises,
}

/// What is known of the text before it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Hint {
    /// It answers a prompt that asks for an event.
    Event,
    /// It answers a prompt that asks for a plan or an opinion.
    Opinion,
    /// It answers a prompt about the person: whatever it looks back on, it gives a reason.
    Reason,
    /// Nothing is known.
    None,
}

impl Hint {
    /// What a question asks for, by its words and its category.
    pub(in crate::import) fn of(question: &str, category: Category) -> Hint {
        let words = first_words(question, 30);
        let has = |list: &[&str]| words.iter().any(|word| list.contains(&word.as_str()));
        if has(&["time", "example", "situation", "occasion", "instance", "ever"]) && !has(&["yourself"]) {
            return Hint::Event;
        }
        match (category, words.first().map(String::as_str)) {
            (Category::Motivation | Category::Logistics, _) => Hint::Reason,
            (Category::Failure | Category::Proudest, _) | (_, Some("describe" | "tell" | "when")) => Hint::Event,
            (_, Some("how" | "why" | "what" | "whats" | "if" | "where" | "do" | "are")) => Hint::Opinion,
            _ => Hint::None,
        }
    }
}

/// The words of a text, counted by what they show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Count {
    /// All words.
    pub(in crate::import) words: u32,
    /// First person.
    pub(in crate::import) mine: u32,
    /// First person, one alone.
    pub(in crate::import) own: u32,
    /// Second person, and lines that begin with a command.
    pub(in crate::import) yours: u32,
    /// Past tense right behind the first person.
    pub(in crate::import) did: u32,
    /// Other past tense.
    pub(in crate::import) past: u32,
    /// Lines that begin with a past tense: whoever wrote them did it.
    pub(in crate::import) began: u32,
    /// Future, duty, wish, habit.
    pub(in crate::import) general: u32,
    /// Small words of other languages, and words in other scripts.
    pub(in crate::import) foreign: u32,
}

const PAST: &str = " was were had did took made got went saw found told said came began built wrote led gave knew felt ran met left kept lost brought thought understood spent held sent won chose became dealt \
rewrote learnt taught fell broke paid drew grew stood spoke fixed cut forgot drove caught bought fought taught threw slept quit sat stuck flew overcame sold split tore shook hid rose froze swore woke stole struck withdrew meant fed dug hung shot slid wasnt werent didnt hadnt couldnt ";
const GENERAL: &str = " will would want wants should must may might always never usually generally often believe prefer shall wont ought cannot hope aim ill looking can need think try ";
const MINE: &str = " i my me mine we our us im ive id ill weve myself ";
const OWN: &str = " i my me mine im ive id ill myself ";
const YOURS: &str = " you your yours yourself youre youll youve ";
const COMMANDS: &str = " choose explain name identify share describe research prepare practice review avoid use be do dont make show keep talk give ask remember try evaluate find focus mention tell think understand \
highlight include write read never always start end look check answer emphasize demonstrate discuss know list provide quantify stay speak relate ";
const FOREIGN: &str = " der das und ich wir nicht ein eine einen zu mit el los las que y un una en por para con yo mi le les des et je nous pas mon une di che il ho sono eu não uma com het een van niet ik wij jag och att ";
const NOT_PAST: &str = " need speed indeed exceed proceed succeed feed seed bed red shed hundred based related interested detailed so-called experienced advanced skilled embed ";

/// Counts what the words of a line show.
pub(in crate::import) fn count(line: &str) -> Count {
    let mut count = Count::default();
    let words = words(crate::import::lines::words::head(line, 20_000));
    count.yours += u32::from(words.first().is_some_and(|word| flags(word) & COMMAND_FLAG != 0));
    count.began += u32::from(begins_told(&words));
    for (n, word) in words.iter().enumerate() {
        count.words += 1;
        let near = |back: usize, list: &str| n >= back && has(list, &words[n - back]);
        let mine = |back: usize| n >= back && self::flags(&words[n - back]) & MINE_FLAG != 0;
        let flags = flags(word);
        let other_script = word.chars().next().is_some_and(|c| c > '\u{24f}' && c.is_alphabetic());
        count.foreign += u32::from(other_script || flags & FOREIGN_FLAG != 0);
        count.mine += u32::from(flags & MINE_FLAG != 0);
        count.own += u32::from(flags & OWN_FLAG != 0);
        count.yours += u32::from(flags & YOURS_FLAG != 0);
        if past(word, flags) && !near(1, " be is are am being get gets ") {
            let close = mine(1) || mine(2) || near(1, " have ive weve has ");
            if close {
                count.did += 1;
            } else {
                count.past += 1;
            }
        } else if flags & GENERAL_FLAG != 0 {
            count.general += 1;
        }
    }
    count
}

/// `Took the pump apart`: a line without its *I*. What something was made, used or known for tells of nobody.
fn begins_told(words: &[String]) -> bool {
    const OF_THINGS: &str = " used based called named known given considered defined required needed recommended expected provided was were had ";
    const BEHIND: &str = " by for when of if to in from ";
    let [first, next, ..] = words else { return false };
    past(first, flags(first)) && !has(OF_THINGS, first) && !has(BEHIND, next)
}

/// What the words of several lines show.
impl Sum for Count {
    fn sum<I: Iterator<Item = Count>>(counts: I) -> Count {
        counts.fold(Count::default(), |sum, one| Count {
            words: sum.words + one.words,
            mine: sum.mine + one.mine,
            own: sum.own + one.own,
            yours: sum.yours + one.yours,
            did: sum.did + one.did,
            past: sum.past + one.past,
            began: sum.began + one.began,
            general: sum.general + one.general,
            foreign: sum.foreign + one.foreign,
        })
    }
}

/// Words from which on a quotation is somebody's speech, and no name.
const SPEECH: usize = 4;

/// A text without what somebody says in quotes.
pub(in crate::import) fn unquoted(text: &str) -> Cow<'_, str> {
    let mut own = String::new();
    let mut rest = text;
    while let Some(open) = rest.find(['"', '“']) {
        let (before, quoted) = rest.split_at(open);
        let inside = &quoted[quoted.chars().next().map_or(0, char::len_utf8)..];
        let Some(close) = inside.find(['"', '”']) else { break };
        let after = &inside[close..];
        own.push_str(before);
        if inside[..close].split_whitespace().count() < SPEECH {
            own.push_str(&inside[..close]);
        }
        rest = &after[after.chars().next().map_or(0, char::len_utf8)..];
    }
    if own.is_empty() && rest.len() == text.len() {
        return Cow::Borrowed(text);
    }
    own.push_str(rest);
    Cow::Owned(own)
}

fn has(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split(' ').any(|one| one == word)
}

fn past(word: &str, flags: u8) -> bool {
    flags & PAST_FLAG != 0 || (word.len() > 4 && word.ends_with("ed") && flags & NOT_PAST_FLAG == 0)
}

const PAST_FLAG: u8 = 1;
const GENERAL_FLAG: u8 = 2;
const MINE_FLAG: u8 = 4;
const YOURS_FLAG: u8 = 8;
const COMMAND_FLAG: u8 = 16;
const NOT_PAST_FLAG: u8 = 32;
const OWN_FLAG: u8 = 64;
const FOREIGN_FLAG: u8 = 128;

/// Which of the lists hold each word.
static FLAGS: LazyLock<HashMap<&str, u8>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for (list, flag) in [
        (PAST, PAST_FLAG),
        (GENERAL, GENERAL_FLAG),
        (MINE, MINE_FLAG),
        (OWN, OWN_FLAG),
        (YOURS, YOURS_FLAG),
        (COMMANDS, COMMAND_FLAG),
        (NOT_PAST, NOT_PAST_FLAG),
        (FOREIGN, FOREIGN_FLAG),
    ] {
        for word in list.split_whitespace() {
            *table.entry(word).or_default() |= flag;
        }
    }
    table
});

fn flags(word: &str) -> u8 {
    FLAGS.get(word).copied().unwrap_or(0)
}

impl Count {
    /// Whether it speaks in the first person, or in a language whose first person is not known here.
    pub(in crate::import) fn personal(self) -> bool {
        self.mine > 0 || self.foreign * 8 >= self.words.max(1)
    }
}

impl Count {
    /// Whether somebody did what is told: in the first person, in a past tense without one, or in a language in which neither
    /// is known here.
    pub(in crate::import) fn acts(self) -> bool {
        self.did > 0 || self.began > 0 || self.mine > 0 && self.past > 0 || self.foreign * 8 >= self.words.max(1)
    }
}

/// Judges a text by its counts.
pub(in crate::import) fn judge(count: Count, hint: Hint) -> Voice {
    let told = count.did * 2 + count.past;
    let stated = count.general * 2;
    let advises = count.mine * 12 < count.words && count.yours > count.mine && count.yours * 12 >= count.words;
    if advises && hint != Hint::Event {
        return Voice::Advises;
    }
    let tells = match hint {
        Hint::Event => told >= 1 && told * 2 >= stated,
        Hint::Reason => false,
        Hint::Opinion => count.words >= 25 && told >= 6 && told >= stated * 3,
        Hint::None => {
            let told = told + count.began;
            count.acts() && told > stated && (told >= 4 || (count.did > 0 && count.words < 30))
        }
    };
    if tells { Voice::Tells } else { Voice::States }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn voice(text: &str, hint: Hint) -> Voice {
        judge(text.lines().map(count).sum(), hint)
    }

    #[test]
    fn what_happened_is_told() {
        let text = "The ferry was late.\nI called the harbour, and we moved the crates by hand.\nNobody noticed.";
        assert_eq!(voice(text, Hint::None), Voice::Tells);
    }

    #[test]
    fn what_one_does_is_stated() {
        let text = "First I will ask who is hurt.\nThen I would call for help.\nWe should never run.";
        assert_eq!(voice(text, Hint::None), Voice::States);
    }

    #[test]
    fn what_somebody_says_in_quotes_is_not_the_voice_of_a_text() {
        assert_eq!(unquoted("Say \"I took the watch\" or “ready”."), "Say  or ready.");
        assert_eq!(unquoted("Nothing quoted, 5\" long"), "Nothing quoted, 5\" long");
    }

    #[test]
    fn what_one_is_told_to_do_is_advice() {
        assert_eq!(
            voice("Keep it short.\nName your numbers.\nDo not ramble.", Hint::None),
            Voice::Advises
        );
    }

    #[test]
    fn a_reason_stays_a_reason_though_it_looks_back() {
        assert_eq!(
            voice("I like boats. I worked on one once and I want to again.", Hint::Opinion),
            Voice::States
        );
    }
}
