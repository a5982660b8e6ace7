//! Headings without a sign: a bare line over a block, a line alone over prose, a short list item over questions.

use super::head::Head;
use super::title::titled;
use super::words::first_words;
use super::{Line, Mark};
use crate::import::language::asks;
use crate::import::language::asks::Asks;
use crate::import::language::{headings, labels};

/// How deep a title right under a rule stands: over the bare ones.
const RULED: usize = 55;

/// Bare headings and list items over questions.
pub(in crate::import) fn add_by_place(lines: &[Line<'_>], heads: &mut Vec<Head>) {
    let plain: Vec<(usize, usize, bool)> = heads
        .iter()
        .map(|head| (head.line, head.end, asks::heading_asks(&head.title)))
        .collect();
    let none = plain.is_empty();
    let alone = if plain.len() < 2 { over_prose(lines) } else { Vec::new() };
    let series = series(lines);
    let mut over = plain.iter().peekable();
    let (mut taken, mut answering) = (0, false);
    let mut listed: Vec<(usize, Mark)> = Vec::new();
    let mut found: Vec<Head> = Vec::new();
    for at in 0..lines.len() {
        if let Some((_, end, asks)) = over.next_if(|(line, _, _)| *line <= at) {
            (taken, answering) = (*end, *asks);
        }
        if at < taken || labels::said(&lines[at]) {
            continue;
        }
        let level = if series.binary_search(&at).is_ok() {
            60
        } else if list_head(lines, at, &listed) {
            listed.push((lines[at].indent, plain_mark(lines[at].mark)));
            70 + lines[at].indent
        } else if ruled_off(lines, at) {
            RULED
        } else if (bare(lines, at, none) || alone.binary_search(&at).is_ok())
            && (!answering || lines[at].asks() == Asks::Surely)
        {
            60
        } else {
            continue;
        };
        found.push(Head {
            line: at,
            end: at + 1,
            title: lines[at].title().trim_end_matches([':', ' ']).to_owned(),
            level,
        });
    }
    heads.extend(found);
}

fn plain_mark(mark: Mark) -> Mark {
    if mark == Mark::Number {
        Mark::Number
    } else {
        Mark::Bullet
    }
}

/// A line at the left edge with an indented or listed block right under it.
fn bare(lines: &[Line<'_>], at: usize, no_other: bool) -> bool {
    let line = &lines[at];
    let asks_anew = || {
        lines[at - 1].listed()
            && !asks::other_script(line.text)
            && line.text.ends_with(['?', '？'])
            && line.asks() == Asks::Surely
    };
    let further_in = || lines[at - 1].indent > 1 && over_what_they_ask(lines, at);
    let alone =
        at == 0 || lines[at - 1].blank() || matches!(lines[at - 1].mark, Mark::Rule(_)) || asks_anew() || further_in();
    if line.mark != Mark::Plain || line.indent > 0 || !alone || line.text.len() > 110 || asks::leads_a_list(line.text) {
        return false;
    }
    if words_over(lines, at) && numbered(line.text) || over_what_they_ask(lines, at) {
        return true;
    }
    if !titled(line.text, 13) {
        return false;
    }
    let Some(next) = lines.get(at + 1) else { return false };
    if next.blank() {
        if alone_names(line.text) && !between_numbered(lines, at) && !(at > 0 && lines[at - 1].asks() != Asks::No) {
            return true;
        }
        let list = lines
            .get(at + 2)
            .is_some_and(|line| line.mark == Mark::Bullet || line.number == Some(1));
        return no_other && list && titled(line.text, 9);
    }
    let list = match next.mark {
        Mark::Rule(_) | Mark::Heading(_) | Mark::Quote | Mark::Arrow => return false,
        Mark::Number => next.number == Some(1) && titled(line.text, 6),
        mark => mark == Mark::Bullet,
    };
    list || next.indent > 1 || (next.listed() && next.asks() == Asks::Surely)
}

/// Lines that are counted by the same word (`Story 1: a leak`, `story 2.`), each right over text: three or more of them
/// name what is under each.
fn series(lines: &[Line<'_>]) -> Vec<usize> {
    const SERIES: usize = 3;
    let mut counted: Vec<(usize, String)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let set_off =
            at == 0 || lines[at - 1].blank() || matches!(lines[at - 1].mark, Mark::Heading(_) | Mark::Rule(_));
        let over = lines.get(at + 1).is_some_and(|next| !next.blank());
        if line.mark == Mark::Plain && line.indent == 0 && set_off && over && line.asks() == Asks::No {
            counted.extend(counted_by(line.text).map(|word| (at, word)));
        }
    }
    let of_one = |word: &str| counted.iter().filter(|(_, other)| other == word).count();
    let series = counted.iter().filter(|(_, word)| of_one(word) >= SERIES);
    series.map(|(at, _)| *at).collect()
}

/// The word before the number a line begins with, where a sign or nothing follows the number.
fn counted_by(text: &str) -> Option<String> {
    let (word, rest) = text.split_once(' ')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let ends = rest[digits..].trim_start().chars().next();
    let signed = ends.is_none_or(|sign| matches!(sign, ':' | '.' | ')' | '-' | '–' | '：'));
    let counts = word.chars().all(char::is_alphabetic) && (1..=3).contains(&digits) && signed;
    counts.then(|| word.to_lowercase())
}

/// Whether a line only says that what follows is asked of the interviewer, and what follows asks, or is a list with one
/// line over it at most.
fn over_what_they_ask(lines: &[Line<'_>], at: usize) -> bool {
    let mut next = lines[at + 1..].iter().take_while(|next| !next.blank());
    let (first, second) = (next.next(), next.next());
    let asks = first.is_some_and(|next| next.asks() != Asks::No);
    let lists = first.is_some_and(Line::listed) || second.is_some_and(Line::listed);
    (asks || lists) && lines[at].asks() == Asks::No && headings::for_them(lines[at].text)
}

/// Lines that are titles alone over prose, where two or more are: one could be a short answer.
fn over_prose(lines: &[Line<'_>]) -> Vec<usize> {
    const LONG: usize = 60;
    let mut above = Asks::No;
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| !line.blank()) {
        let alone = (at == 0 || lines[at - 1].blank()) && lines.get(at + 1).is_some_and(Line::blank);
        let over = lines
            .get(at + 2)
            .is_some_and(|next| next.mark == Mark::Plain && next.text.len() >= LONG && !titled(next.text, 13));
        let over = over || labels_prose(line, lines.get(at + 1));
        let alone = alone || (at == 0 || lines[at - 1].blank()) && line.text.ends_with(':');
        let asks = line.asks();
        let begins = line.mark == Mark::Plain && line.indent == 0 && line.text.starts_with(char::is_alphabetic);
        if alone && over && begins && asks == Asks::No && above == Asks::No && titled(line.text, 7) {
            found.push(at);
        }
        above = asks;
    }
    if found.len() < 2 { Vec::new() } else { found }
}

/// Whether a line ends in a colon and the one under it is running text, neither a key nor an item.
fn labels_prose(line: &Line<'_>, next: Option<&Line<'_>>) -> bool {
    const LONG: usize = 40;
    next.is_some_and(|next| {
        let key = super::words::head(next.text, LONG).contains(':');
        line.text.ends_with(':') && next.mark == Mark::Plain && next.text.len() >= LONG && !key
    })
}

/// A short line that is the first under a rule, set off from what follows: notes parted by rules name their pieces so.
fn ruled_off(lines: &[Line<'_>], at: usize) -> bool {
    let above = (0..at).rev().find(|at| !lines[*at].blank());
    let below = lines[at + 1..].iter().find(|line| !line.blank());
    let alone = |at: usize| at == 0 || lines[at - 1].blank() || matches!(lines[at - 1].mark, Mark::Rule(_));
    above.is_some_and(|at| alone(at) && matches!(lines[at].mark, Mark::Rule('-' | '=' | '_' | '*' | '—' | '─')))
        && below.is_some_and(|line| !matches!(line.mark, Mark::Rule(_)))
        && (headings::for_them(lines[at].text) || lines.get(at + 1).is_some_and(|next| next.blank() || next.listed()))
        && lines[at].mark == Mark::Plain
        && lines[at].text.starts_with(char::is_uppercase)
        && first_words(lines[at].text, 9).len() < 9
        && !lines[at].text.ends_with(['.', ',', ';', '!', '?'])
        && !lines[at].text.contains(": ")
        && lines[at].asks() == Asks::No
}

/// Whether the line under one has words.
fn words_over(lines: &[Line<'_>], at: usize) -> bool {
    lines
        .get(at + 1)
        .is_some_and(|next| !next.blank() && !matches!(next.mark, Mark::Rule(_)))
}

/// `Story 2: the pump`, `Failure at sea #3 (short)`
pub(in crate::import) fn numbered_story(text: &str) -> bool {
    let trait_of_mine = |word: &String| matches!(word.as_str(), "weakness" | "strength");
    numbered(text) && !first_words(text, 21).iter().any(trait_of_mine)
}

/// Whether a number makes a title of a line that may not look like one.
fn numbered(text: &str) -> bool {
    const NAMES: [&str; 12] = [
        "story",
        "project",
        "example",
        "failure",
        "success",
        "weakness",
        "strength",
        "conflict",
        "mistake",
        "challenge",
        "achievement",
        "situation",
    ];
    let words = first_words(text, 21);
    let named = |word: &String| NAMES.contains(&word.as_str());
    let numbered = |word: &String| word.parse::<u8>().is_ok();
    let sign = text
        .match_indices('#')
        .any(|(at, _)| text[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
    let first = words.first().is_some_and(named) && words.get(1).is_some_and(numbered);
    (first && words.len() < 13 || sign && words.len() < 21 && words.iter().any(named)) && !text.ends_with('.')
}

/// Whether a line stands between a numbered question and the one with the next number: it belongs to the first.
fn between_numbered(lines: &[Line<'_>], at: usize) -> bool {
    const REACH: usize = 200;
    let numbered = |line: &&Line<'_>| line.mark == Mark::Number && line.number.is_some();
    let above = lines[..at].iter().rev().take(REACH).find(numbered);
    let below = lines[at..].iter().take(REACH).find(numbered);
    let asks = |line: &Line<'_>| line.asks() == Asks::Surely;
    match (above, below) {
        (Some(above), Some(below)) => {
            below.number == above.number.map(|number| number + 1) && asks(above) && asks(below)
        }
        _ => false,
    }
}

/// Whether a line alone between blank lines is a heading by what it names.
fn alone_names(text: &str) -> bool {
    let words = first_words(text, 7).len();
    let named = words < 4
        && text.starts_with(char::is_uppercase)
        && crate::import::language::category::matched(text).is_some_and(|found| found.weight >= 4);
    if headings::for_them(text) && asks::asks(text) == Asks::No {
        return !text.trim_end().ends_with(['.', '?']);
    }
    words < 7
        && asks::asks(text) == Asks::No
        && (headings::gathers(text) || headings::for_them(text) || headings::stories(text) || named)
}

/// Whether a short item stands right over a plain line that asks, and so does another of its kind, or most of them do: the
/// items name what the questions are about.
fn over_questions(lines: &[Line<'_>], at: usize) -> bool {
    const REACH: usize = 400;
    let asks_next = |at: usize| {
        lines
            .get(at + 1)
            .is_some_and(|next| next.mark == Mark::Plain && next.asks() == Asks::Surely && !asks::opens(lines[at].text))
    };
    if !asks_next(at) {
        return false;
    }
    let like = |one: &usize| {
        let line = &lines[*one];
        line.mark == lines[at].mark && line.indent == lines[at].indent && titled(line.text, 9)
    };
    let around = at.saturating_sub(REACH)..(at + REACH).min(lines.len());
    let items: Vec<usize> = around.filter(like).collect();
    let over = items.iter().filter(|one| asks_next(**one)).count();
    over >= 2 && over * 2 >= items.len()
}

/// A short list item that stands over questions, or one of the same kind as such.
fn list_head(lines: &[Line<'_>], at: usize, known: &[(usize, Mark)]) -> bool {
    const REACH: usize = 200;
    let line = &lines[at];
    if !matches!(line.mark, Mark::Number | Mark::Bullet)
        || !titled(line.text, 9)
        || line.asks() != Asks::No
        || headings::for_them(line.text)
    {
        return false;
    }
    if over_questions(lines, at) {
        return true;
    }
    let under: Vec<&Line<'_>> = lines[at + 1..]
        .iter()
        .take(REACH)
        .filter(|next| !next.blank())
        .take_while(|next| next.indent > line.indent)
        .collect();
    let Some(depth) = under.iter().map(|next| next.indent).min() else {
        return known.contains(&(line.indent, line.mark)) && known.len() > 1 && line.mark == Mark::Number;
    };
    let direct: Vec<&&Line<'_>> = under
        .iter()
        .filter(|next| next.indent == depth && next.listed())
        .collect();
    let asking = direct.iter().filter(|next| next.asks() == Asks::Surely).count();
    // Beside two that stand over questions a third does not go on with them.
    let beside = known.iter().filter(|one| **one == (line.indent, plain_mark(line.mark)));
    asking > 0 && asking * 2 >= direct.len() || beside.count() > 1
}
