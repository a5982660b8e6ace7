//! Which blocks of a section begin something new: a question, or a break that ends the answer above.

use std::collections::{HashMap, HashSet};

use super::asks;
use super::asks::Asks;
use super::category;
use super::headings;
use crate::import::lines::Mark;
use crate::import::lines::blocks::Block;
use crate::import::lines::title::titled;
use crate::import::lines::words::first_words;

/// What a block begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Begins {
    /// A question to a candidate.
    Question,
    /// Text that belongs to nothing above: a letter, an item without words.
    Break,
}

/// A block that begins something, by its index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) struct Starter {
    /// Which block.
    pub(in crate::import) block: usize,
    /// What it begins.
    pub(in crate::import) begins: Begins,
}

/// How items of one list look alike.
type Style = (u8, usize);

fn style(block: &Block) -> Style {
    let class = match block.mark {
        _ if block.strong => 0,
        // A letter that marks questions counts nothing.
        Mark::Number if block.number == Some(0) => 6,
        Mark::Number => 1,
        Mark::Bullet => 2,
        Mark::Letter => 3,
        Mark::Quote => 4,
        _ => 5,
    };
    (class, block.indent)
}

#[derive(Clone, Copy, Default)]
struct Share {
    surely: usize,
    asking: usize,
    all: usize,
}

/// What the heading over some blocks says of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Under {
    /// That they are questions.
    Questions,
    /// Nothing of the kind.
    Any,
}

/// Finds what the blocks of a section begin, from the top.
pub(in crate::import) fn starters(blocks: &[Block], under: Under) -> Vec<Starter> {
    let mut shares: HashMap<Style, Share> = HashMap::new();
    for block in blocks
        .iter()
        .filter(|block| !matches!(block.mark, Mark::Rule(_) | Mark::Arrow) && !block.labelled)
    {
        let share = shares.entry(style(block)).or_default();
        share.all += 1;
        share.surely += usize::from(block.asks == Asks::Surely);
        share.asking += usize::from(block.asks != Asks::No);
    }
    let led = led(blocks);
    let mut found: Vec<Starter> = Vec::new();
    let mut owner: Option<&Block> = None;
    for (at, block) in blocks.iter().enumerate() {
        if asks::leads_a_list(&block.text) && led.get(at + 1) == Some(&true) {
            owner = None;
            continue;
        }
        let share = shares.get(&style(block)).copied().unwrap_or_default();
        let answered = at > 0 && found.last().is_some_and(|last| last.block + 1 < at);
        if answered && new_list(block, share) {
            owner = None;
        }
        if breaks(block, owner) {
            found.push(Starter {
                block: at,
                begins: Begins::Break,
            });
            owner = None;
        } else if led[at] || begins_question(block, owner, share) || heads_a_paragraph(blocks, at, owner) {
            found.push(Starter {
                block: at,
                begins: Begins::Question,
            });
            owner = Some(block);
        }
    }
    complete(blocks, under, &shares, &mut found);
    found.sort_by_key(|starter| starter.block);
    found
}

/// The items of a list right under a line that only begins prompts: `A time when you:`.
fn led(blocks: &[Block]) -> Vec<bool> {
    let mut led = vec![false; blocks.len()];
    let listed = |block: &Block| matches!(block.mark, Mark::Number | Mark::Bullet);
    for at in 0..blocks.len() {
        let Some(first) = blocks.get(at + 1).filter(|next| listed(next)) else {
            continue;
        };
        if !asks::leads_a_list(&blocks[at].text) {
            continue;
        }
        let inside = |block: &Block| listed(block) && block.indent >= first.indent || block.indent > first.indent;
        for (n, block) in blocks
            .iter()
            .enumerate()
            .skip(at + 1)
            .take_while(|(_, block)| inside(block))
        {
            led[n] = style(block) == style(first);
        }
    }
    led
}

/// Whether a paragraph of one short question with text right under it begins anew: where questions are set off in this
/// way, those that begin in an unusual way are too.
fn heads_a_paragraph(blocks: &[Block], at: usize, owner: Option<&Block>) -> bool {
    let block = &blocks[at];
    let heads = |block: &Block, next: Option<&Block>| {
        let over = next.is_some_and(|next| !next.fresh && next.asks == Asks::No && next.indent >= block.indent);
        block.fresh && block.lines.len() == 1 && over && block.text.trim_end().ends_with(['?', '？'])
    };
    let like =
        |owner: &Block| style(owner) == style(block) && owner.fresh && owner.text.trim_end().ends_with(['?', '？']);
    block.asks != Asks::No
        && style(block).0 == 5
        && one_sentence(&block.text, 20)
        && owner.is_some_and(like)
        && heads(block, blocks.get(at + 1))
}

/// A greeting that begins a letter, a line that announces links or advice, or a number of the list without words.
fn breaks(block: &Block, owner: Option<&Block>) -> bool {
    let words = first_words(&block.text, 5);
    let greeting = matches!(words.first().map(String::as_str), Some("hi" | "hello" | "dear"))
        && words.len() < 5
        && block.text.trim_end().ends_with(',');
    let hollow =
        block.mark == Mark::Number && words.is_empty() && owner.is_some_and(|owner| style(owner) == style(block));
    let (name, rest) = block.text.split_once(':').unwrap_or_default();
    let short = first_words(name, 3).len() < 3 || rest.trim().is_empty();
    let aside = block.mark == Mark::Plain && short && headings::advice(name);
    (block.fresh && (greeting || aside || keyed(block))) || hollow || announces(block)
}

/// `strength: patience`: a line set off that names a topic of its own, and what there is to say of it in a few words.
fn keyed(block: &Block) -> bool {
    const NAME: usize = 2;
    const SAID: usize = 5;
    const SURE: u32 = 3;
    let Some((name, said)) = block.text.split_once(": ") else {
        return false;
    };
    let short = |text: &str, most: usize| (1..=most).contains(&first_words(text, most + 1).len());
    let topic = || category::matched(name).is_some_and(|found| found.weight >= SURE);
    let alone = block.mark == Mark::Plain && block.lines.len() == 1 && !block.labelled;
    alone && short(name, NAME) && short(said, SAID) && topic()
}

/// `The usual questions are:`: what follows is a list of its own.
fn announces(block: &Block) -> bool {
    let last = block.text.trim_end().rsplit(". ").next().unwrap_or_default();
    block.mark == Mark::Plain && last.ends_with(':') && block.asks == Asks::No && headings::questions(last)
}

/// Whether a block is the first of a numbered list, set off, nearly all of which asks.
fn new_list(block: &Block, share: Share) -> bool {
    block.fresh && block.number == Some(1) && share.all > 2 && share.surely * 5 >= share.all * 4
}

fn begins_question(block: &Block, owner: Option<&Block>, share: Share) -> bool {
    let lettered = block.mark == Mark::Letter && !(block.fresh && block.indent == 0 && share.asking > 1);
    if matches!(block.mark, Mark::Rule(_) | Mark::Arrow) || lettered || block.asks == Asks::No {
        return false;
    }
    let usual = share.asking * 2 >= share.all;
    let sure = block.asks == Asks::Surely
        && (asks::opens(&block.text)
            || usual
            || block.strong
            || block.number.is_some()
            || alone(block)
            || asks::inline_answer(&block.text).is_some());
    if !(sure || usual && share.asking > 1 || usual && block.fresh) {
        return false;
    }
    let Some(owner) = owner else {
        return block.fresh || block.mark != Mark::Plain || usual;
    };
    let (mine, its) = (style(block), style(owner));
    if mine == its || block.strong {
        return mine == its || block.indent <= owner.indent || its.0 != 0;
    }
    block.indent < owner.indent
        || (block.indent == owner.indent && block.fresh && begins_anew(block, mine.0 == 5 && its.0 != 0))
}

/// Whether a block set off from the answer above asks anew: a paragraph after listed questions, or a numbered prompt of its own.
fn begins_anew(block: &Block, unlike: bool) -> bool {
    unlike && asks::opens(&block.text) || block.number.is_some() && asks::stands_alone(&block.text)
}

/// Whether a paragraph is one short question to the reader, or a quoted one, and nothing else: an answer seldom holds one.
fn alone(block: &Block) -> bool {
    let quoted = block.text.starts_with(['"', '“']) && block.text.trim_end().ends_with(['"', '”']);
    block.fresh
        && (quoted || block.text.trim_end().ends_with('?') && one_sentence(&block.text, 25))
        && asks::to_you(&block.text)
}

/// Among list items of one style most of which ask, the others are questions too; under a heading of questions one is enough.
fn complete(blocks: &[Block], under: Under, shares: &HashMap<Style, Share>, found: &mut Vec<Starter>) {
    let mut counts: HashMap<Style, usize> = HashMap::new();
    for starter in found.iter().filter(|starter| starter.begins == Begins::Question) {
        *counts.entry(style(&blocks[starter.block])).or_default() += 1;
    }
    let known: HashSet<usize> = found.iter().map(|starter| starter.block).collect();
    let listed = |block: &Block| matches!(block.mark, Mark::Number | Mark::Bullet) || block.strong;
    let edge = blocks
        .iter()
        .filter(|block| listed(block))
        .map(|block| block.indent)
        .min();
    let mut last_number: HashMap<Style, u32> = HashMap::new();
    for (at, block) in blocks.iter().enumerate() {
        let style = style(block);
        let follows = block.number.is_none_or(|number| {
            last_number.get(&style).map_or(1, |last| last + 1) == number || number == 1 && block.fresh
        });
        if let Some(number) = block.number.filter(|_| known.contains(&at) || follows) {
            last_number.insert(style, number);
        }
        if known.contains(&at)
            || !follows
            || !listed(block)
            || block.labelled
            || told(block, &shares.get(&style).copied().unwrap_or_default())
        {
            continue;
        }
        let asked = counts.get(&style).copied().unwrap_or(0);
        let share = (asked, shares.get(&style).map_or(0, |share| share.all));
        let next = blocks.get(at + 1);
        let told = next
            .is_some_and(|next| self::style(next) != style && (block.number.is_some() || next.indent > block.indent));
        let expected = under == Under::Questions && asked > 0 && Some(block.indent) == edge;
        if expected && one_sentence(&block.text, 25) || like_the_others(block, share, told) || asks_beside(block, share)
        {
            found.push(Starter {
                block: at,
                begins: Begins::Question,
            });
        }
    }
}

/// Whether an item is a question since so many of its kind are: most, or of numbered ones with text under them many.
fn like_the_others(block: &Block, (asked, all): (usize, usize), told: bool) -> bool {
    let words = first_words(&block.text, 41).len();
    let most = asked >= 3 && asked * 5 >= all * 3 && (2..41).contains(&words);
    let short = titled(&block.text, 6) || one_sentence(&block.text, 16);
    most || (asked >= 2 && asked * 5 >= all * 2 && told && short && (block.number.is_some() || titled(&block.text, 4)))
}

/// Whether an item asks without its mark: half of its list asks, and it speaks to somebody or begins with a word that asks.
fn asks_beside(block: &Block, (asked, all): (usize, usize)) -> bool {
    const LONGEST: usize = 16;
    let open = one_sentence(&block.text, LONGEST) && !block.text.trim_end().ends_with(['.', ':', ',', ';']);
    asked > 0 && asked * 2 >= all && open && (asks::to_you(&block.text) || asks::begins(&block.text))
}

/// Whether an item tells something of its own: in the first person, unless it asks or nearly all of its list does.
fn told(block: &Block, share: &Share) -> bool {
    let among = share.asking >= 5 && share.asking * 5 >= share.all * 4 && one_sentence(&block.text, 20);
    mine(&block.text) && block.asks != Asks::Surely && !among
}

fn mine(text: &str) -> bool {
    first_words(text, 41)
        .iter()
        .any(|word| matches!(word.as_str(), "i" | "my" | "im" | "ive"))
}

fn one_sentence(text: &str, most: usize) -> bool {
    !text.contains(". ") && (1..=most).contains(&first_words(text, most + 1).len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::blocks::blocks;
    use crate::import::lines::{Dialect, Line};

    fn begun(text: &str) -> Vec<String> {
        let lines: Vec<Line<'_>> = text.split('\n').map(|raw| Line::read(raw, Dialect::Markdown)).collect();
        let blocks = blocks(&lines, 0..lines.len());
        starters(&blocks, Under::Any)
            .into_iter()
            .map(|starter| blocks[starter.block].text.clone())
            .collect()
    }

    #[test]
    fn questions_in_an_answer_begin_nothing() {
        let text = "1. Why boats?\n\nI asked myself this. Why?\n   - What else would you do?\n\n2. Why water?\n";
        assert_eq!(begun(text), ["Why boats?", "Why water?"]);
    }

    #[test]
    fn the_odd_item_in_a_list_of_questions_is_one_too() {
        let text = "- Why boats?\n- Why water?\n- Your greatest storm\n- Biggest wave so far\n- Ever sailed alone?\n";
        assert_eq!(begun(text).len(), 5);
    }

    #[test]
    fn one_question_among_remarks_is_no_list_of_questions() {
        assert!(begun("- keep it short\n- which one matters?\n- numbers help\n- smile\n").is_empty());
    }

    #[test]
    fn a_letter_ends_the_answer_above() {
        assert_eq!(
            begun("1. Why boats?\nWater.\n\nDear all,\n\nI write to you.\n"),
            ["Why boats?", "Dear all,"]
        );
    }

    #[test]
    fn a_numbered_list_set_off_from_the_answer_above_asks_anew() {
        let text = "Why boats?\n- I like water.\n- They float.\n\n1. How would you moor one?\n2. Do you swim?\n3. Have you sunk one?\n";
        assert_eq!(
            begun(text),
            [
                "Why boats?",
                "How would you moor one?",
                "Do you swim?",
                "Have you sunk one?"
            ]
        );
    }

    #[test]
    fn a_numbered_prompt_set_off_begins_anew_beside_a_plain_one() {
        let text = "Tell me about a storm.\n - \n\n5. Give an example of a calm day.\n - We read.\n";
        assert_eq!(
            begun(text),
            ["Tell me about a storm.", "Give an example of a calm day."]
        );
    }

    #[test]
    fn a_line_that_announces_questions_or_advice_ends_the_answer_above() {
        let text = "How do you moor?\nWith two lines.\n\nThe usual questions are:\n- What are you proud of?\n  The pump.\n- Why water?\n  It is calm.\n";
        assert_eq!(
            begun(text),
            [
                "How do you moor?",
                "The usual questions are:",
                "What are you proud of?",
                "Why water?"
            ]
        );
        let text = "1. Why boats?\nWater.\n\nTips for the day itself:\n\nSleep.\n";
        assert_eq!(begun(text), ["Why boats?", "Tips for the day itself:"]);
    }

    #[test]
    fn a_quoted_line_over_its_answer_asks() {
        let text = "\"Did you moor it yourself? Why?\"\n\nYes. I had two lines and one hand.\n";
        assert_eq!(begun(text).len(), 1);
    }
}
