//! The blocks of a section: a paragraph, a list item, a quote, each with the lines that carry it on.

use std::ops::Range;

use super::title::titled;
use super::{Line, Mark};
use crate::import::language::asks;
use crate::import::language::asks::Asks;
use crate::import::language::labels;
use crate::import::lines;

/// Text that belongs together, the blocks under it left out.
#[derive(Clone, Debug)]
pub(in crate::import) struct Block {
    /// Its lines, counted from 0.
    pub(in crate::import) lines: Range<usize>,
    /// How far in it stands.
    pub(in crate::import) indent: usize,
    /// What it begins with.
    pub(in crate::import) mark: Mark,
    /// The number in front.
    pub(in crate::import) number: Option<u32>,
    /// Whether it is bold from end to end, or a heading.
    pub(in crate::import) strong: bool,
    /// Whether nothing but blank lines or a rule stands right above.
    pub(in crate::import) fresh: bool,
    /// Its words, its lines joined by spaces.
    pub(in crate::import) text: String,
    /// Whether it asks something.
    pub(in crate::import) asks: Asks,
    /// Whether it begins with the name of a part of a story: it is never a question.
    pub(in crate::import) labelled: bool,
}

/// The longest text a block's words are collected for; beyond it they cannot be a title or a question.
const LONG: usize = 2000;

/// Reads the blocks of some lines.
pub(in crate::import) fn blocks(lines: &[Line<'_>], range: Range<usize>) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut fresh = true;
    for at in range {
        let line = &lines[at];
        match line.mark {
            Mark::Blank => fresh = true,
            Mark::Rule(_) => {
                found.push(start(line, at, true));
                fresh = true;
            }
            _ => {
                if let Some(block) = found.last_mut().filter(|block| !fresh && carries_on(block, line)) {
                    block.lines.end = at + 1;
                    if block.text.len() < LONG {
                        block.text.push(' ');
                        block.text.push_str(super::words::head(line.text, LONG));
                        block.asks = if block.labelled {
                            Asks::No
                        } else if block.asks == Asks::Surely && lines[block.lines.start].asked {
                            Asks::Surely
                        } else {
                            asks(&block.text)
                        };
                    }
                } else {
                    found.push(start(line, at, fresh));
                }
                fresh = false;
            }
        }
    }
    found
}

fn start(line: &Line<'_>, at: usize, fresh: bool) -> Block {
    let text = super::words::head(line.text, LONG).to_owned();
    Block {
        lines: at..at + 1,
        indent: line.indent,
        mark: line.mark,
        number: line.number,
        strong: line.bold || matches!(line.mark, Mark::Heading(_)),
        fresh,
        labelled: labels::leads(line) || labels::said(line),
        asks: if line.asked {
            Asks::Surely
        } else if matches!(line.mark, Mark::Rule(_) | Mark::Arrow) || labels::leads(line) || labels::said(line) {
            Asks::No
        } else {
            match asked(line.text) {
                Some(asked) if asked.len() < line.text.len() => asks::asks(asked),
                Some(_) => line.asks(),
                None => Asks::No,
            }
        },
        text,
    }
}

/// Whether a block asks.
fn asks(text: &str) -> Asks {
    asked(text).map_or(Asks::No, asks::asks)
}

/// What of a block can ask: of a question with its answer behind it, the question. A link to elsewhere cannot, nor can a
/// list of the prompts a story serves.
fn asked(text: &str) -> Option<&str> {
    if (lines::links_away(text) && !lines::title(text).ends_with('?')) || quotes(text) {
        return None;
    }
    Some(asks::inline_answer(text).map_or(text, |(asked, _)| asked))
}

/// `Good for: "…", "…"`
fn quotes(text: &str) -> bool {
    let quoted = text
        .split_once(':')
        .map_or("", |(_, after)| after.trim_start_matches(['*', '_', ' ']));
    quoted.starts_with(['"', '“']) && quoted.matches(['"', '“', '”']).count() > 3
}

/// Whether a line goes on with the block above it.
fn carries_on(block: &Block, line: &Line<'_>) -> bool {
    if line.mark == Mark::Quote && block.mark == Mark::Quote {
        return block.asks == Asks::No && line.number.is_none();
    }
    if line.mark != Mark::Plain || matches!(block.mark, Mark::Rule(_) | Mark::Heading(_)) {
        return false;
    }
    if torn(&block.text, line.text) && line.indent <= block.indent {
        return true;
    }
    if block.asks != Asks::No {
        if asks::other_script(line.text)
            && !asks::other_script(&block.text)
            && asks::marked(line.text)
            && line.indent <= block.indent
        {
            return true;
        }
        let ended = block.text.trim_end().ends_with(['?', '？', '.', '!', ':']);
        return !ended && line.text.starts_with(char::is_lowercase) && !block.strong;
    }
    if line.indent < block.indent || (block.mark == Mark::Plain && line.indent > block.indent) {
        return false;
    }
    let below = line.indent > block.indent || block.mark == Mark::Number;
    if below && titled(&block.text, 12) && line.text.starts_with(char::is_uppercase) {
        return false;
    }
    let said = block.mark == Mark::Number && block.lines.len() == 1 && block.text.ends_with(['.', '!']);
    if said && line.indent > block.indent && line.text.starts_with(char::is_uppercase) {
        return false;
    }
    let begins_list = block.text.trim_end().ends_with(':') && line.asks() != Asks::No;
    let listed = matches!(block.mark, Mark::Bullet | Mark::Number | Mark::Letter);
    let again = if listed {
        line.asks() == Asks::Surely
    } else {
        block.text.ends_with(['.', '?', '!']) && asks::opens(line.text)
    };
    let asks_anew = again && line.indent <= block.indent;
    !begins_list && !asks_anew
}

/// Whether a sentence in a script that parts no words goes on in the next line: it is broken anywhere.
fn torn(above: &str, line: &str) -> bool {
    let above = above.trim_end();
    let dense = |c: char| c > '\u{2e7f}' && c.is_alphanumeric();
    above.chars().next_back().is_some_and(dense) && line.chars().next().is_some_and(dense)
}

/// The blocks that stand under the one given: deeper ones up to the next that is not.
pub(in crate::import) fn under(blocks: &[Block], at: usize) -> Range<usize> {
    let indent = blocks[at].indent;
    let quotes = blocks[at].mark == Mark::Bullet;
    let count = blocks[at + 1..]
        .iter()
        .take_while(|block| block.indent > indent || (quotes && block.mark == Mark::Quote && !block.fresh))
        .count();
    at + 1..at + 1 + count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::lines::Dialect;

    fn texts(text: &str) -> Vec<String> {
        let lines: Vec<Line<'_>> = text.split('\n').map(|raw| Line::read(raw, Dialect::Markdown)).collect();
        blocks(&lines, 0..lines.len())
            .into_iter()
            .map(|block| block.text)
            .collect()
    }

    #[test]
    fn a_question_that_wraps_is_one_block_and_its_answer_another() {
        assert_eq!(
            texts("If you could sail anywhere, where would\nyou go?\nTo the north."),
            ["If you could sail anywhere, where would you go?", "To the north."]
        );
        assert_eq!(texts("Why boats?\nWhy water?"), ["Why boats?", "Why water?"]);
    }

    #[test]
    fn items_paragraphs_and_deeper_lines_are_blocks_of_their_own() {
        assert_eq!(
            texts("- calm\n  and quick\n- late\n\nA paragraph\nof two lines"),
            ["calm and quick", "late", "A paragraph of two lines"]
        );
        assert_eq!(texts("Harbour:\n\tWhy boats?"), ["Harbour:", "Why boats?"]);
    }
}
