//! Words that stand where YAML wants them in quotes, as people write them: `title: The queue: a story`.
//!
//! Prose runs to the end of its line, and whatever else YAML would stumble over is odd and takes away its own key. How far
//! such a value goes is said here once, for who reads a file and for who changes a line of it.

use super::closed::{brackets, quoted_length};
use super::lines::{content, first_line, split};

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands<'a> {
    /// Behind a key and its colon.
    Behind(&'a str),
    /// Behind the dash of a list.
    InList,
}

/// Keys whose values are a line of prose, never a list, a name or a word of ours.
const PROSE: [&str; 3] = ["title", "ask", "about"];

impl Stands<'_> {
    /// Whether it is prose that stands there: whatever it is, it is meant as it is written.
    pub fn prose(self) -> bool {
        matches!(self, Stands::Behind(key) if PROSE.contains(&key))
    }

    fn title(self) -> bool {
        self == Stands::Behind("title")
    }
}

/// How many bytes at the beginning of `rest`, which begins with a value and goes on with all that follows it, are words
/// that YAML would refuse or cut short; none where it reads the value as it stands. `column` is where the key or the dash
/// stands: lines further right go on with the words.
///
/// Refused would be `: ` in plain words, a first character such as `@` or `*`, and words behind quotes or brackets that
/// are closed. Cut short would be the `#42` of prose, and all behind ` #` in a title. A real comment, anchor or alias
/// stays one.
pub fn loose(rest: &str, stands: Stands, column: usize) -> Option<usize> {
    let line = content(first_line(rest)).trim_end();
    let first = line.chars().next().filter(|c| *c != '#')?;
    let second = line[first.len_utf8()..].chars().next().unwrap_or(' ');
    let is_loose = match first {
        '"' | '\'' => match quoted_length(rest) {
            Some(length) => goes_on(&rest[length..], stands),
            // An apostrophe may begin a title; who writes the other mark means to quote.
            None => first == '\'' && stands.prose(),
        },
        '[' | '{' => match brackets(&rest[..extent(rest, column)]) {
            Some((_, length)) => goes_on(&rest[length..], stands),
            None => false,
        },
        '|' | '>' => block_header(line).is_none(),
        '&' | '*' => stands.prose() || !is_anchor(line),
        '!' => stands.prose(),
        '%' | '@' | '`' | ',' | ']' | '}' => true,
        '-' | '?' | ':' if matches!(second, ' ' | '\t') => stands != Stands::InList,
        _ => is_cut(line, stands),
    };
    is_loose.then(|| length(rest, column))
}

/// The words of a loose value, in one line.
pub fn in_one_line(loose: &str) -> String {
    split(loose).map(str::trim).collect::<Vec<_>>().join(" ")
}

/// Whether something follows closed quotes or brackets on their line that is no comment, and no colon after a key.
fn goes_on(after: &str, stands: Stands) -> bool {
    let tail = content(first_line(after)).trim();
    let is_key =
        stands == Stands::InList && tail.starts_with(':') && !tail[1..].starts_with(|c: char| !c.is_whitespace());
    !(tail.is_empty() || tail.starts_with('#') || is_key)
}

/// The indent that a line says which begins a block text: `|` or `>`, a sign and a digit, and nothing behind them but a
/// comment. None where it is no such line.
pub fn block_header(line: &str) -> Option<Option<usize>> {
    let is_digit = |c: char| matches!(c, '1'..='9');
    let mut rest = line.strip_prefix(['|', '>'])?;
    let sign = |rest: &mut &str| match rest.strip_prefix(['+', '-']) {
        Some(after) => {
            *rest = after;
            true
        }
        None => false,
    };
    let signed = sign(&mut rest);
    let digit = rest.chars().next().filter(|c| is_digit(*c));
    if let Some(digit) = digit {
        rest = &rest[digit.len_utf8()..];
        if !signed {
            sign(&mut rest);
        }
    }
    let tail = rest.trim_start_matches([' ', '\t']);
    let indent = digit.and_then(|digit| digit.to_digit(10)).map(|digit| digit as usize);
    (tail.is_empty() || tail.starts_with('#')).then_some(indent)
}

/// Whether a line begins with `&name` or `*name`, which the parser takes for an anchor or an alias.
pub fn is_anchor(line: &str) -> bool {
    let after = line[1..].trim_start_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    let named = after.len() < line.len() - 1;
    named && (after.is_empty() || after.starts_with([' ', '\t', '?', ':', ',', ']', '}', '%', '@', '`']))
}

/// Whether plain words on one line have something in them that would end them.
fn is_cut(line: &str, stands: Stands) -> bool {
    if stands == Stands::InList {
        return false;
    }
    let mut before = 'x';
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        let ends = chars.peek().is_none_or(|next| matches!(next, ' ' | '\t'));
        if c == ':' && ends {
            return true;
        }
        if c == '#' && matches!(before, ' ' | '\t') {
            return stands.title() || stands.prose() && !ends;
        }
        before = c;
    }
    false
}

/// How far a value in brackets may go: over lines further right than its key, blank ones and those that close it.
fn extent(rest: &str, column: usize) -> usize {
    let inside = |(n, line): &(usize, &str)| {
        let text = line.trim_start_matches(' ');
        *n == 0 || line.len() - text.len() > column || text.trim().is_empty() || text.starts_with([']', '}'])
    };
    let lines = split(rest).enumerate().take_while(inside);
    lines.map(|(_, line)| line.len()).sum()
}

/// How far loose words go: over lines further right than their key. One with a colon in it may be meant for a key.
fn length(rest: &str, column: usize) -> usize {
    let goes_on = |(n, line): &(usize, &str)| {
        let text = line.trim_start_matches(' ');
        let further = line.len() - text.len() > column;
        *n == 0
            || further
                && !text.trim().is_empty()
                && !text.starts_with('#')
                && !is_cut(text.trim_end(), Stands::Behind(""))
    };
    let lines = split(rest).enumerate().take_while(goes_on);
    let whole: usize = lines.map(|(_, line)| line.len()).sum();
    rest[..whole].trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_yaml_would_refuse_or_cut_short_is_told_from_what_it_reads() {
        for (key, value) in [
            ("title", "The queue: a story"),
            ("title", "Lessons learned:"),
            ("title", "fixed #42"),
            ("title", "one # two"),
            ("ask", "The #1 thing?"),
            ("title", "\"The queue\" that waited"),
            ("title", "'tis the season"),
            ("title", "[WIP] the queue"),
            ("title", "*bold* words"),
            ("title", "*bold"),
            ("title", "& co"),
            ("title", "> 50% faster"),
            ("title", "|x"),
            ("title", "- a dash"),
            ("title", "-"),
            ("title", "? why"),
            ("title", "@home"),
            ("title", "`code` first"),
            ("title", "100%: all"),
            ("title", "%: x"),
            ("title", "!important"),
            ("minutes", "5: pm"),
            ("role", "SRE: platform"),
            ("company", "\"Acme\" Inc."),
            ("tags", "[a, b] c"),
            ("tags", "*a* b"),
        ] {
            for (after, behind) in [
                ("", ""),
                (" \r\n", ""),
                ("\nid: x: y\n", ""),
                ("\n  more\nid: a\n", "\n  more"),
                ("\n  tags: x\n", ""),
            ] {
                let rest = format!("{value}{after}");
                let all = format!("{value}{behind}");
                let found = loose(&rest, Stands::Behind(key), 0).map(|length| &rest[..length]);
                assert_eq!(found, Some(all.as_str()), "{key}: {rest:?}");
            }
        }
        for (key, value) in [
            ("title", "The queue"),
            ("title", ""),
            ("title", "# a comment"),
            ("title", "10:30 and a:b #"),
            ("title", "'a: b # c'  # d"),
            ("title", "\"a: b\"#c"),
            ("title", "[a, b]"),
            ("title", "|- # c"),
            ("title", ">2"),
            ("title", "-x ?y :z"),
            ("title", "R & D, *really*"),
            ("about", "one # a comment: here"),
            ("company", "Acme #42"),
            ("role", "!lead"),
            ("title", "[not closed"),
            ("title", "\"not closed"),
            ("role", "'not closed"),
            ("id", "a1 #42"),
            ("tags", "*a"),
            ("tags", "&a b"),
            ("tags", "!x a"),
            ("tags", "[a,\n b]"),
            ("tags", "[not closed"),
            ("role", "\"one\n  two: three\""),
        ] {
            let rest = format!("{value}\nnext: x: y\n");
            let found = loose(&rest, Stands::Behind(key), 0);
            // A mark of a comment at the very end of a title is part of it.
            let expected = value.ends_with(" #").then_some(value.len());
            assert_eq!(found, expected, "{key}: {value}");
        }
    }

    #[test]
    fn in_a_list_what_begins_a_map_or_a_list_is_left_to_yaml() {
        for item in ["*bold* x", "@x", "[x] done", "\"a\" b", "> 50%", "* item", "`x`"] {
            assert_eq!(loose(item, Stands::InList, 2), Some(item.len()), "{item}");
        }
        for item in [
            "a: b",
            "\"a\": b",
            "[a]",
            "{a: b}",
            "- x",
            "*a",
            "plain #42",
            "'a'",
            "|-",
        ] {
            assert_eq!(loose(item, Stands::InList, 2), None, "{item}");
        }
        assert_eq!(in_one_line("a: b \n  c\r\n  d"), "a: b c d");
    }
}
