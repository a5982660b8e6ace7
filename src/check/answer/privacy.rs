//! What is nobody else's business: private names, addresses, keys, machines.

use std::ops::Range;

use super::draft::Mark;
use crate::check::codes::Rule;
use crate::domain::interview::Interview;
use crate::domain::redaction::Redaction;
use crate::domain::secret::Secret;

/// Names that are nobody else's business.
#[derive(Clone, Debug, Default)]
pub struct Private {
    /// The person's own list, and the companies they are in talks with.
    words: Redaction,
    /// The people of those talks.
    people: Redaction,
}

impl Private {
    /// The words of a list, and the names of interviews.
    pub fn of<'a>(words: &[String], interviews: impl IntoIterator<Item = &'a Interview>) -> Private {
        let names = interviews.into_iter().flat_map(Interview::names);
        let (people, companies): (Vec<Secret>, Vec<Secret>) =
            names.partition(|name| matches!(name, Secret::Person(_) | Secret::Mention(_)));
        Private {
            words: Redaction::new(words.iter().cloned().map(Secret::Word).chain(companies)),
            people: Redaction::new(people),
        }
    }
}

/// Everything private in the body of a text.
pub(super) fn check(text: &str, body: usize, private: &Private) -> Vec<Mark> {
    let mut found = names(text, body, &private.words, |_| true);
    // A first name alone may be anybody's.
    found.extend(names(text, body, &private.people, |said| {
        said.contains(char::is_whitespace)
    }));
    found.extend(runs(text, body).filter_map(|(run, bytes)| run_of(run, bytes)));
    found.extend(key_blocks(text, body));
    found
}

/// The keys and tokens in the body of a text, and nothing else.
pub(super) fn keys(text: &str, body: usize) -> impl Iterator<Item = Mark> + '_ {
    let known = runs(text, body).filter_map(|(run, bytes)| key(run, &bytes));
    known.chain(key_blocks(text, body))
}

/// The runs of characters without blanks that are long enough to be anything, with where they stand.
fn runs(text: &str, body: usize) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut at = body;
    text[body..]
        .split([' ', '\t', '\n', '\r', '(', ')', '<', '>', '"', '\'', '`', ',', ';', '|'])
        .map(move |run| {
            let from = at;
            at += run.len() + 1;
            let run = run.trim_end_matches(['.', ':', '!', '?', '*', '_', ']', '}']);
            (run, from..from + run.len())
        })
        .filter(|(run, _)| run.len() > 5)
}

fn names(text: &str, body: usize, private: &Redaction, counts: impl Fn(&str) -> bool) -> Vec<Mark> {
    if private.is_empty() {
        return Vec::new();
    }
    let found = private.places(&text[body..]);
    found
        .into_iter()
        .map(|(bytes, name)| (bytes.start + body..bytes.end + body, name))
        .filter(|(bytes, _)| counts(&text[bytes.clone()]))
        .map(|(bytes, name)| {
            let what = format!("\"{}\" names {name}, which is private", &text[bytes.clone()]);
            Mark::new(Rule::PrivateName, bytes, what)
        })
        .collect()
}

/// What one run of characters without blanks is.
fn run_of(run: &str, bytes: Range<usize>) -> Option<Mark> {
    if let Some(found) = key(run, &bytes) {
        return Some(found);
    }
    if is_address(run) {
        let what = format!("\"{run}\" is an e-mail address");
        return Some(Mark::new(Rule::Address, bytes, what));
    }
    let (from, host) = host(run);
    if is_internal(host) {
        let bytes = bytes.start + from..bytes.start + from + host.len();
        let what = format!("\"{host}\" is a machine inside a network");
        return Some(Mark::new(Rule::InternalHost, bytes, what));
    }
    None
}

/// A run that is a key or token.
fn key(run: &str, bytes: &Range<usize>) -> Option<Mark> {
    is_key(run).then(|| {
        let shown: String = run.chars().take(4).collect();
        let what = format!("\"{shown}...\" looks like a key or token");
        Mark::new(Rule::Key, bytes.clone(), what)
    })
}

/// Beginnings that makers of keys and tokens give theirs, and how many characters follow at least.
const KEYS: [(&str, usize); 17] = [
    ("AKIA", 16),
    ("ASIA", 16),
    ("ghp_", 30),
    ("gho_", 30),
    ("ghs_", 30),
    ("ghu_", 30),
    ("github_pat_", 30),
    ("glpat-", 20),
    ("xoxb-", 20),
    ("xoxp-", 20),
    ("sk_live_", 16),
    ("rk_live_", 16),
    ("sk-ant-", 20),
    ("sk-proj-", 20),
    ("AIza", 35),
    ("npm_", 30),
    ("hf_", 30),
];

fn is_key(run: &str) -> bool {
    let value = run.rsplit_once('=').map_or(run, |(_, value)| value);
    let plain = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
    };
    let known = KEYS.iter().any(|(start, least)| {
        value
            .strip_prefix(start)
            .is_some_and(|rest| rest.len() >= *least && plain(rest))
    });
    let jwt = value.starts_with("eyJ") && value.matches('.').count() == 2 && value.len() > 40 && plain(value);
    known || jwt
}

fn key_blocks(text: &str, body: usize) -> Option<Mark> {
    let at = body + text[body..].find("-----BEGIN ")?;
    let line = text[at..].lines().next()?;
    line.contains("PRIVATE KEY").then(|| {
        Mark::new(
            Rule::Key,
            at..at + line.trim_end().len(),
            "a private key stands in the text",
        )
    })
}

/// Whether a run is an address of somebody; those of documentation are nobody's.
fn is_address(run: &str) -> bool {
    let run = run.strip_prefix("mailto:").unwrap_or(run);
    let Some((name, host)) = run.split_once('@') else {
        return false;
    };
    let word = |text: &str| {
        !text.is_empty()
            && text
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+'))
    };
    let ending = host.rsplit_once('.').map_or("", |(_, ending)| ending);
    let nobody = host.starts_with("example.") || ending == "example" || ending == "test";
    word(name) && word(host) && ending.len() >= 2 && ending.bytes().all(|b| b.is_ascii_alphabetic()) && !nobody
}

/// The host of an address of the web, or a run that may be one, and where it begins.
fn host(run: &str) -> (usize, &str) {
    let from = run.find("://").map_or(0, |at| at + 3);
    let rest = &run[from..];
    (from, &rest[..rest.find(['/', ':', '?', '#']).unwrap_or(rest.len())])
}

/// Whether a host is known inside a network only: by its ending, or by an address of such networks (RFC 1918).
fn is_internal(host: &str) -> bool {
    const ENDINGS: [&str; 6] = [".internal", ".intranet", ".corp", ".local", ".lan", ".intra"];
    let name = |host: &str| {
        let bytes = host.bytes();
        !host.starts_with('.')
            && bytes
                .clone()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
    };
    let low = host.to_ascii_lowercase();
    let inside = ENDINGS
        .iter()
        .any(|ending| low.ends_with(ending) && low.len() > ending.len())
        || [".corp.", ".internal.", ".intranet."]
            .iter()
            .any(|label| low.contains(label));
    let numbers: Vec<u8> = host.split('.').filter_map(|number| number.parse().ok()).collect();
    let private = match numbers.as_slice() {
        [10, _, _, _] | [192, 168, _, _] => host.matches('.').count() == 3,
        [172, second, _, _] => (16..32).contains(second) && host.matches('.').count() == 3,
        _ => false,
    };
    private || inside && name(host)
}
