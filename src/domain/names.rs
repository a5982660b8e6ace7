//! What people call the parts of a story, the columns of a table and the prompts in their notes, in thirteen languages:
//! one table, `names.txt`, read once.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::domain::part::Part;
use crate::text::fold::fold;

/// What a name can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meaning {
    /// A part of a story.
    Part(Part),
    /// A word before the name of a part that does not change it.
    Adjective,
    /// The prompt.
    Question,
    /// The answer.
    Answer,
    /// The answer, by its name an example.
    Sample,
    /// A title.
    Title,
    /// A story.
    Story,
    /// What a question is about.
    Category,
    /// Something else of a question: its number, its level.
    About,
    /// Questions to the interviewer.
    ForThem,
    /// How a prompt without a question mark begins.
    Prompt,
    /// A word that opens a question.
    Asks,
    /// A word that asks wherever it stands, in scripts that part no words.
    AsksInside,
    /// How one ends, in languages that say it at the end.
    PromptEnd,
    /// What a question to those who work there speaks of, or who asks it.
    OfThem,
    /// What a question to somebody who looks for work speaks of.
    OfYou,
}

impl Meaning {
    fn from_id(id: &str) -> Option<Meaning> {
        Some(match id {
            "adjective" => Meaning::Adjective,
            "question" => Meaning::Question,
            "answer" => Meaning::Answer,
            "sample" => Meaning::Sample,
            "title" => Meaning::Title,
            "story" => Meaning::Story,
            "category" => Meaning::Category,
            "about" => Meaning::About,
            "for-them" => Meaning::ForThem,
            "prompt" => Meaning::Prompt,
            "asks" => Meaning::Asks,
            "asks-inside" => Meaning::AsksInside,
            "prompt-end" => Meaning::PromptEnd,
            "of-them" => Meaning::OfThem,
            "of-you" => Meaning::OfYou,
            _ => Meaning::Part(Part::from_id(id)?),
        })
    }
}

/// The table.
const TABLE: &str = include_str!("names.txt");

/// The lines of the table: a meaning, its language, its names.
fn rows() -> impl Iterator<Item = (Meaning, &'static str, &'static str)> {
    let full = TABLE.lines().filter(|line| !line.starts_with('#'));
    full.filter_map(|line| {
        let (head, names) = line.split_once(": ")?;
        let (id, language) = head.split_once(' ')?;
        Some((Meaning::from_id(id)?, language, names))
    })
}

/// Each name, evened, with all it means.
static NAMES: LazyLock<HashMap<String, Vec<Meaning>>> = LazyLock::new(|| {
    let mut table: HashMap<String, Vec<Meaning>> = HashMap::new();
    for (meaning, _, names) in rows() {
        for name in names.split(',') {
            let meanings = table.entry(evened(name)).or_default();
            if !meanings.contains(&meaning) {
                meanings.push(meaning);
            }
        }
    }
    table
});

/// A name as it is compared, folded: runs of letters and digits with a blank between, apostrophes dropped.
pub fn evened(name: &str) -> String {
    let mut found = String::new();
    let mut gap = false;
    for c in fold(name).chars() {
        if c.is_alphanumeric() {
            if gap && !found.is_empty() {
                found.push(' ');
            }
            gap = false;
            found.push(c);
        } else if !matches!(c, '\'' | '’' | '‘' | '`') {
            gap = true;
        }
    }
    found
}

/// Whether a name means something; it is evened first.
pub fn means(name: &str, meaning: Meaning) -> bool {
    meanings(name).contains(&meaning)
}

/// All that a name means.
pub fn meanings(name: &str) -> &'static [Meaning] {
    NAMES.get(&evened(name)).map_or(&[], Vec::as_slice)
}

/// The part a name names, a word like *my* or *personal* before it or not.
pub fn part(name: &str) -> Option<Part> {
    const LONGEST: usize = 80;
    if name.len() > LONGEST {
        return None;
    }
    let name = evened(name);
    let named = |name: &str| {
        NAMES.get(name)?.iter().find_map(|meaning| match meaning {
            Meaning::Part(part) => Some(*part),
            _ => None,
        })
    };
    named(&name).or_else(|| {
        let (before, last) = name.rsplit_once(' ')?;
        let known = |word: &str| NAMES.get(word).is_some_and(|all| all.contains(&Meaning::Adjective));
        named(last).filter(|_| before.split(' ').all(known))
    })
}

/// Whether a name is the first its part has in some language: it names that part and hardly anything else.
pub fn plain_part(name: &str) -> bool {
    FIRST.contains(&evened(name))
}

/// The first name of each part in each language.
static FIRST: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let parts = rows().filter(|(meaning, _, _)| matches!(meaning, Meaning::Part(_)));
    parts
        .filter_map(|(_, _, names)| names.split(',').next())
        .map(evened)
        .collect()
});

/// Whether a text begins or ends as prompts do in the languages of the table: in those that part words, with the whole word.
pub fn prompts(text: &str) -> bool {
    const LONGEST: usize = 400;
    let text = evened(&text.chars().take(LONGEST).collect::<String>());
    let begins = |sign: &String| begins_with(&text, sign);
    let ends = |sign: &String| {
        let before = text.strip_suffix(sign.as_str());
        before.is_some_and(|rest| rest.ends_with(' ') || !parts_words(sign))
    };
    PROMPTS.0.iter().any(begins) || PROMPTS.1.iter().any(ends)
}

/// Whether a text begins as prompts do in the languages of the table.
pub fn opens_prompt(text: &str) -> bool {
    let text = evened(text);
    PROMPTS.0.iter().any(|sign| begins_with(&text, sign))
}

/// Whether an evened text begins with a sign: where words are parted, with the whole word.
fn begins_with(text: &str, sign: &str) -> bool {
    let rest = text.strip_prefix(sign);
    rest.is_some_and(|rest| rest.starts_with(' ') || rest.is_empty() || !parts_words(sign))
}

/// Whether a short text in a script that parts no words holds a word that asks.
pub fn asks_inside(text: &str) -> bool {
    const LONGEST: usize = 90;
    text.chars().count() <= LONGEST && PROMPTS.2.iter().any(|word| text.contains(word.as_str()))
}

/// Whether a text, evened and with a blank at each end, holds what such questions speak of.
pub fn speaks(text: &str, meaning: Meaning) -> bool {
    let phrases = if meaning == Meaning::OfThem { &OF.0 } else { &OF.1 };
    phrases.iter().any(|phrase| text.contains(phrase.as_str()))
}

/// What questions to those who work there, and to others, speak of: whole words, in scripts that part words.
static OF: LazyLock<(Vec<String>, Vec<String>)> = LazyLock::new(|| {
    let whole = |phrase: String| {
        if parts_words(&phrase) {
            format!(" {phrase} ")
        } else {
            phrase
        }
    };
    let of = |wanted| phrases(wanted).into_iter().map(whole).collect();
    (of(Meaning::OfThem), of(Meaning::OfYou))
});

/// The names of a meaning in all languages, evened.
fn phrases(wanted: Meaning) -> Vec<String> {
    let rows = rows().filter(|(meaning, _, _)| *meaning == wanted);
    rows.flat_map(|(_, _, names)| names.split(',').map(evened)).collect()
}

/// Whether words of this script stand apart.
fn parts_words(sign: &str) -> bool {
    sign.chars().all(|c| c < '\u{1100}')
}

/// How prompts begin and end.
static PROMPTS: LazyLock<(Vec<String>, Vec<String>, Vec<String>)> = LazyLock::new(|| {
    (
        phrases(Meaning::Prompt),
        phrases(Meaning::PromptEnd),
        phrases(Meaning::AsksInside),
    )
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read_and_every_part_has_a_name_in_thirteen_languages() {
        let full = TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
        assert_eq!(full.count(), rows().count());
        for part in Part::ALL {
            let languages: HashSet<&str> = rows()
                .filter(|(meaning, _, _)| *meaning == Meaning::Part(part))
                .map(|(_, language, _)| language)
                .collect();
            assert_eq!(languages.len(), 13, "{part:?}");
        }
        for meaning in [Meaning::Question, Meaning::Answer, Meaning::Category, Meaning::Title] {
            assert_eq!(rows().filter(|(one, _, _)| *one == meaning).count(), 13, "{meaning:?}");
        }
    }

    #[test]
    fn a_name_means_one_part_in_every_language() {
        for (name, meanings) in NAMES.iter() {
            let parts = meanings.iter().filter(|meaning| matches!(meaning, Meaning::Part(_)));
            assert!(parts.count() < 2, "{name}: {meanings:?}");
        }
    }

    #[test]
    fn parts_are_named_with_and_without_a_word_before() {
        for (name, expected) in [
            ("Personal action", Part::Action),
            ("**Key learning**", Part::Reflection),
            ("Background:", Part::Situation),
            ("**What I did**", Part::Action),
            ("Impact", Part::Result),
            ("Situación", Part::Situation),
            ("स्थिति", Part::Situation),
            ("課題：", Part::Task),
        ] {
            assert_eq!(part(name), Some(expected), "{name}");
        }
        assert_eq!(part("The pump"), None);
        assert_eq!(part("Call to action"), None);
        assert_eq!(part("Test result"), None);
    }

    #[test]
    fn prompts_are_known_by_how_they_begin_or_end() {
        for text in [
            "Erzählen Sie von einem Streit.",
            "Cuéntame sobre un error",
            "自己紹介をしてください。",
            "请介绍一下你自己",
            "갈등 경험을 말해 주세요.",
            "Расскажите о себе",
        ] {
            assert!(prompts(text), "{text}");
        }
        for text in ["Contemporary notes", "Noemi said so", "船が好きです。"] {
            assert!(!prompts(text), "{text}");
        }
    }
}
