//! Which category a heading or a question belongs to, by the words interviews use.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::vocabulary::PHRASES;
use crate::domain::category::Category;
use crate::import::lines::words::{first_words, nearly, stem};

/// A category and how sure it is: the sum of the weights of the phrases found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The category.
    pub category: Category,
    /// The sum of the weights; 4 and more is sure, below 2 is nothing.
    pub weight: u32,
    /// Whether a sentence names another category as surely.
    pub torn: bool,
}

struct Phrase {
    rest: Vec<String>,
    category: Category,
    weight: u8,
}

/// Phrases by the stem of their first word, the longest first.
static BY_FIRST: LazyLock<HashMap<String, Vec<Phrase>>> = LazyLock::new(|| {
    let mut table: HashMap<String, Vec<Phrase>> = HashMap::new();
    for (category, weight, phrases) in PHRASES {
        for phrase in phrases.split(',') {
            let mut stems = stems(phrase, usize::MAX).into_iter();
            let Some(first) = stems.next() else { continue };
            let rest: Vec<String> = stems.collect();
            let known = table.entry(first).or_default();
            match known
                .iter_mut()
                .find(|one| one.rest == rest && one.category == *category)
            {
                Some(one) => one.weight = one.weight.max(*weight),
                None => known.push(Phrase {
                    rest,
                    category: *category,
                    weight: *weight,
                }),
            }
        }
    }
    for phrases in table.values_mut() {
        phrases.sort_by_key(|phrase| std::cmp::Reverse((phrase.rest.len(), phrase.weight)));
    }
    table
});

/// The longer first words of phrases by their first letter, in order: what a misspelt word may have meant.
static BY_LETTER: LazyLock<HashMap<char, Vec<&str>>> = LazyLock::new(|| {
    let mut table: HashMap<char, Vec<&str>> = HashMap::new();
    for word in BY_FIRST.keys().filter(|word| word.len() > 4) {
        table
            .entry(word.chars().next().unwrap_or_default())
            .or_default()
            .push(word);
    }
    for words in table.values_mut() {
        words.sort_unstable();
    }
    table
});

/// The category a text names; *unsorted* when unsure.
pub fn category(text: &str) -> Category {
    matched(text).map_or(Category::Unsorted, |found| found.category)
}

/// The category a text names, with how sure it is; none when unsure.
pub fn matched(text: &str) -> Option<Match> {
    if let Some(category) = named(text) {
        return Some(Match {
            category,
            weight: 9,
            torn: false,
        });
    }
    if counts(text) {
        return None;
    }
    let exact = stems(text, 60);
    let best = strongest(&exact).or_else(|| why_them(&exact));
    if best.is_some() || exact.len() > 14 {
        return best;
    }
    let mended: Vec<String> = exact.iter().map(|word| mend(word)).collect();
    if mended == exact { None } else { strongest(&mended) }
}

/// `Lesson 2`, `Week 3:`: a heading that only counts.
fn counts(text: &str) -> bool {
    matches!(first_words(text, 3).as_slice(), [name, number] if name.len() > 1 && number.parse::<u32>().is_ok())
}

/// `Why <company>?`: a name the vocabulary cannot know.
fn why_them(words: &[String]) -> Option<Match> {
    const SAID: [&str; 10] = ["do", "did", "doe", "is", "are", "was", "were", "you", "it", "that"];
    let named = |word: &String| !SAID.contains(&word.as_str());
    let short = (2..=3).contains(&words.len()) || words.len() == 4 && words.iter().all(named);
    let asks = words.first().is_some_and(|word| word == "why") && short;
    asks.then_some(Match {
        category: Category::Motivation,
        weight: 4,
        torn: false,
    })
}

/// The category of a heading under others: its own words where they surely name one.
pub fn of_heading(title: &str, above: &[&str]) -> Category {
    match matched(title) {
        Some(own) if own.weight >= SURE => own.category,
        _ => under(title, above),
    }
}

/// The category of something under headings: its own words, and theirs from the nearest out.
///
/// A heading that surely names a category decides, since it is how the person sorts; a weak one only where the text itself says nothing.
pub fn under(text: &str, headings: &[&str]) -> Category {
    let own = matched(text);
    for (out, heading) in headings.iter().enumerate() {
        let Some(above) = matched(heading).filter(|above| out == 0 || above.weight >= SURE) else {
            continue;
        };
        let words = first_words(heading, 9).len();
        let sure = words < 9 && !above.torn && (above.weight >= SURE || words == 1);
        if own.is_none_or(|own| sure && own.weight < 2 * above.weight) {
            return above.category;
        }
        break;
    }
    own.map_or(Category::Unsorted, |own| own.category)
}

/// The category whose id or title a text is, word for word.
fn named(text: &str) -> Option<Category> {
    NAMES.get(&first_words(text, 7)).copied()
}

/// The categories by the words of their ids and titles.
static NAMES: LazyLock<HashMap<Vec<String>, Category>> = LazyLock::new(|| {
    let names = |category: Category| [category.id(), category.title()].map(|name| (first_words(name, 7), category));
    Category::ALL.into_iter().flat_map(names).collect()
});

fn stems(text: &str, most: usize) -> Vec<String> {
    first_words(text, most)
        .iter()
        .map(|word| stem(word).into_owned())
        .collect()
}

/// Up to how many words a text is a title, where one weak word may decide and the first of two equal ones does.
const TITLE: usize = 6;

/// From which weight on a category is sure.
const SURE: u32 = 4;

/// The category with the most weight, the first of equal ones; a sentence torn between two that are not sure has none.
fn strongest(words: &[String]) -> Option<Match> {
    let mut sums: Vec<(Category, u32)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let mut used = 1;
        if let Some(phrases) = BY_FIRST.get(&words[at]) {
            let fits = |phrase: &&Phrase| words[at + 1..].starts_with(&phrase.rest);
            let longest = phrases.iter().find(fits).map(|phrase| phrase.rest.len());
            for phrase in phrases
                .iter()
                .filter(|phrase| Some(phrase.rest.len()) == longest)
                .filter(fits)
            {
                used = phrase.rest.len() + 1;
                if phrase.weight == 0 {
                    continue;
                }
                let weight = u32::from(phrase.weight) + u32::try_from(used - 1).unwrap_or(0).min(2);
                match sums.iter_mut().find(|(category, _)| *category == phrase.category) {
                    Some((_, sum)) => *sum += weight,
                    None => sums.push((phrase.category, weight)),
                }
            }
        }
        at += used;
    }
    let sentence = words.len() > TITLE;
    let least = if sentence { 3 } else { 2 };
    let most = sums.iter().map(|(_, sum)| *sum).max().filter(|sum| *sum >= least)?;
    let mut best = sums.into_iter().filter(|(_, sum)| *sum == most);
    let (category, weight) = best.next()?;
    let torn = sentence && best.next().is_some();
    (!torn || weight >= SURE).then_some(Match { category, weight, torn })
}

/// A misspelt word of the vocabulary, put right.
fn mend(word: &str) -> String {
    if word.chars().count() < 6 || BY_FIRST.contains_key(word) {
        return word.to_owned();
    }
    let Some(known) = word.chars().next().and_then(|first| BY_LETTER.get(&first)) else {
        return word.to_owned();
    };
    known
        .iter()
        .find(|known| known.len().abs_diff(word.len()) < 3 && nearly(word, known))
        .map_or_else(|| word.to_owned(), |known| (*known).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_category_is_found_by_a_question_of_its_own() {
        for (text, expected) in [
            ("What made you apply, and why this team?", Category::Motivation),
            ("Which piece of work are you proudest of?", Category::Proudest),
            ("When did you last disagree with a coworker?", Category::Conflict),
            ("Which mistake taught you most?", Category::Failure),
            ("Describe an outage you were on call for", Category::Deadline),
            ("How do you juggle competing priorities?", Category::Prioritization),
            ("Tell me about work with unclear requirements", Category::Ambiguity),
            ("When did you go above and beyond?", Category::Ownership),
            ("What was the hardest bug you debugged?", Category::Technical),
            ("Tell me about a trade-off you made", Category::Decisions),
            ("What feedback changed how you work?", Category::Growth),
            ("Have you onboarded new hires?", Category::Mentoring),
            ("How did you persuade people without authority?", Category::Influence),
            ("Tell me about an angry customer", Category::Customer),
            ("When did you simplify something?", Category::Change),
            ("How do you handle a low performer?", Category::People),
            ("What is your notice period?", Category::Logistics),
            ("Do you have any questions for us?", Category::AskThem),
        ] {
            assert_eq!(category(text), expected, "{text}");
        }
    }

    #[test]
    fn a_weak_word_decides_a_title_and_not_a_sentence() {
        assert_eq!(category("The hull problem"), Category::Technical);
        assert_eq!(
            category("Which problem did the whole crew laugh about at dinner?"),
            Category::Unsorted
        );
        assert_eq!(
            category("Tell me about a voyage that failed. What did you learn?"),
            Category::Failure
        );
        assert_eq!(category("Leadership principles"), Category::Unsorted);
    }

    #[test]
    fn a_heading_that_counts_or_names_several_topics_decides_nothing() {
        assert_eq!(category("Lesson 2:"), Category::Unsorted);
        let gathering = ["Stories for conflict, failure and late deliveries at sea"];
        assert_eq!(under("A leadership story", &gathering), category("A leadership story"));
        assert_eq!(under("Raising a mast, with help", &["Successes"]), Category::Proudest);
    }

    #[test]
    fn of_two_sure_categories_the_first_is_taken() {
        let both = "Describe a time you had too much to do and a deadline the day after";
        assert_eq!(category(both), Category::Prioritization);
    }

    #[test]
    fn common_questions_have_a_category() {
        for (text, expected) in [
            ("Describe a day that called for attention to detail", Category::Customer),
            ("When did you have to think on your feet?", Category::Deadline),
            (
                "How do you go on when your to-do list is overwhelming?",
                Category::Prioritization,
            ),
            ("Tell me about an ethical dilemma", Category::Decisions),
            (
                "When did you explain something complex to a sailor?",
                Category::Influence,
            ),
            ("Tell me about a sudden change at sea", Category::Change),
            ("When were you dissatisfied with your work?", Category::Motivation),
            ("Have you worked with a diverse group?", Category::People),
            ("Why sailing, or fishing?", Category::Motivation),
            ("A time you sailed with an annoying crew", Category::Conflict),
            ("Give an example of how you worked on a team", Category::Conflict),
            ("Non-technical questions", Category::Unsorted),
            ("Soft skills", Category::Unsorted),
        ] {
            assert_eq!(category(text), expected, "{text}");
        }
    }

    #[test]
    fn leadership_principles_lead_to_categories() {
        for (text, expected) in [
            ("Customer Obsession", Category::Customer),
            ("Bias for Action", Category::Ownership),
            ("Dive Deep", Category::Technical),
            ("Are Right, A Lot", Category::Decisions),
            ("Learn and Be Curious", Category::Growth),
            ("Hire and Develop the Best", Category::Mentoring),
            ("Have Backbone; Disagree and Commit", Category::Conflict),
            ("Think Big", Category::Change),
            ("Earn Trust", Category::Influence),
        ] {
            assert_eq!(category(text), expected, "{text}");
        }
    }

    #[test]
    fn the_id_and_the_title_of_a_category_name_it() {
        for category in Category::ALL {
            assert_eq!(super::category(category.id()), category);
            assert_eq!(super::category(category.title()), category);
        }
    }

    #[test]
    fn a_misspelt_heading_still_counts_and_an_unknown_one_is_unsorted() {
        assert_eq!(category("Conflcits at work"), Category::Conflict);
        assert_eq!(category("Blue whales"), Category::Unsorted);
        assert_eq!(category(""), Category::Unsorted);
    }

    #[test]
    fn the_persons_heading_decides_and_a_gathering_one_does_not() {
        assert_eq!(
            under("Which habit of yours annoys others?", &["Feedback"]),
            Category::Growth
        );
        assert_eq!(
            under("Tell me about an angry customer", &["Sample questions"]),
            Category::Customer
        );
        assert_eq!(
            under("A Friday in March", &["Blue whales", "Failures"]),
            Category::Failure
        );
    }
}
