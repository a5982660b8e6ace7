//! What people say for a name that stands in a file: not what the register says, and not the whole of it.

use super::ordinary::ordinary;
use super::term::{Rule, Term};
use crate::domain::secret::Secret;
use crate::text::fold::fold;
use crate::text::legal_forms::{JOINING, told, unjoined};

/// Letters from which on a name is also found inside longer words.
const INSIDE: usize = 4;

/// First words that by themselves are no company's name.
const SHARED: &str = "the a an new old one two three first second third my our my we all general national international
    global united american british german french european us uk royal central digital advanced modern open smart big great
    bank data tech software cloud team systems code work home health world people customer service services product project
    studio de la le el les los das der die il lo bei al san santa st saint mc";

/// Words that are no piece of somebody's name: titles, and what joins names.
const TITLES: &str =
    "dr prof mr mrs ms mx miss sir madam herr frau mme mlle sr sra dipl ing phd mba msc bsc ma jr ii iii iv
    of the and und";

/// Words that name no one where somebody may be named: what people are and how one meets them.
const ROLES: &str = "a an the and or of with from by at via in on to for und my their our your his her some somebody someone
    hr recruiter recruiters recruiting recruitment talent acquisition sourcer sourcing hiring manager managers management
    director lead leader head chief vp svp evp ceo cto cfo coo cio cpo president founder cofounder owner partner principal
    staff senior junior engineer engineers engineering developer developers designer product program programme project data
    scientist analyst architect consultant team panel board group people person friend colleague coworker former old ex boss
    peer mentor coach referral referred referrer reference recommendation network contact agency agent headhunter job jobs
    site website portal ad advert posting career careers page fair meetup conference email mail phone call video
    interviewer interviewers interview round two three four five several application applied online cold direct school
    university alumni event office company corporate internal external tech technical sales support operations unknown";

/// A name as it is counted, and a spelling of it.
pub(super) type Spelling = (String, Term);

/// The spellings that hide one secret, however its umlauts are written.
pub(super) fn spellings(secret: &Secret) -> Vec<Spelling> {
    let written = secret.as_written();
    let mut terms = spelled(secret);
    let open = UMLAUTS
        .iter()
        .fold(written.to_owned(), |text, (umlaut, two)| text.replace(umlaut, two));
    let closed = UMLAUTS
        .iter()
        .rev()
        .fold(written.to_owned(), |text, (umlaut, two)| text.replace(two, umlaut));
    if open != written {
        terms.extend(spelled(&secret.spelled(open)));
    }
    if closed != written && !written.split_whitespace().any(|word| ordinary(&fold(word))) {
        terms.extend(spelled(&secret.spelled(closed)));
    }
    terms.retain(|(_, term)| !term.is_empty());
    terms
}

/// Letters with two spellings.
const UMLAUTS: [(&str, &str); 10] = [
    ("å", "aa"),
    ("Å", "Aa"),
    ("ø", "oe"),
    ("Ø", "Oe"),
    ("ä", "ae"),
    ("Ä", "Ae"),
    ("ö", "oe"),
    ("Ö", "Oe"),
    ("ü", "ue"),
    ("Ü", "Ue"),
];

fn spelled(secret: &Secret) -> Vec<Spelling> {
    let of = |name: &str, terms: Vec<Term>| -> Vec<Spelling> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        terms.into_iter().map(|term| (name.clone(), term)).collect()
    };
    match secret {
        Secret::Word(word) => of(word, word_terms(word)),
        Secret::Company(name) => of(name, names_in(name).iter().flat_map(|name| company(name)).collect()),
        Secret::Person(name) => of(name, person(name)),
        Secret::Mention(text) => {
            let named = mentioned(text);
            named.iter().flat_map(|name| of(name, person(name))).collect()
        }
    }
}

/// A person's own word: just as it is written, in any case, and from four letters on inside longer words.
fn word_terms(word: &str) -> Vec<Term> {
    let letters = fold(word).chars().filter(|c| c.is_alphanumeric()).count();
    let rule = if letters < INSIDE { Rule::Word } else { Rule::Inside };
    vec![Term::literal(word, rule)]
}

/// The names a field for a company holds: what it is called, was called, or does business as.
fn names_in(text: &str) -> Vec<String> {
    const BETWEEN: [&str; 9] = ["formerly", "f/k/a", "fka", "d/b/a", "dba", "aka", "a/k/a", "via", "/"];
    let text = unjoined(text).replace(['(', ')', ';', '"', '[', ']', '|'], " / ");
    let words: Vec<&str> = text.split_whitespace().collect();
    let names = words.split(|word| BETWEEN.contains(word));
    let names = names.map(|words| words.join(" ").trim_end_matches(',').to_owned());
    names.filter(|name| !name.is_empty()).collect()
}

/// The whole name, its first words, and the first word alone where that tells something.
fn company(name: &str) -> Vec<Term> {
    let words: Vec<String> = name
        .split([' ', ',', '\t', '\u{a0}'])
        .map(fold)
        .filter(|word| !word.is_empty())
        .collect();
    let words: Vec<String> = told(&words)
        .iter()
        .map(|word| without_ending(word).to_owned())
        .collect();
    let whole = words.join(" ");
    if let [only] = words.as_slice() {
        return vec![Term::literal(&whole, alone(only))];
    }
    let mut terms = vec![Term::literal(&whole, Rule::Phrase)];
    for count in 2..words.len() {
        let first = &words[..count];
        if JOINING.contains(&first[count - 1].as_str()) {
            continue;
        }
        let rule = if first.iter().all(|word| ordinary(word)) {
            Rule::Capital
        } else {
            Rule::Phrase
        };
        terms.push(Term::literal(&first.join(" "), rule));
    }
    let shared = |word: &String| SHARED.split_whitespace().any(|shared| shared == word) || word.chars().count() < 2;
    terms.extend(
        words
            .first()
            .filter(|word| !shared(word))
            .map(|word| Term::literal(word, alone(word))),
    );
    terms
}

/// How a name of one word is found.
fn alone(word: &str) -> Rule {
    match word.chars().count() {
        _ if ordinary(word) => Rule::Capital,
        1 => Rule::Capital,
        2..INSIDE => Rule::Word,
        _ => Rule::Inside,
    }
}

/// A name that is an address, without what every address ends in.
fn without_ending(word: &str) -> &str {
    let word = word.strip_prefix("www.").unwrap_or(word);
    match word.rsplit_once('.') {
        Some((name, ending)) if !name.is_empty() && (2..=4).contains(&ending.len()) => name,
        _ => word,
    }
}

/// The whole name and each piece of it.
fn person(name: &str) -> Vec<Term> {
    let is = |word: &str, list: &str| {
        list.split_whitespace()
            .any(|one| one == fold(word.trim_end_matches('.')))
    };
    let words: Vec<&str> = name
        .split([' ', ',', '\t', '\u{a0}', '(', ')', '"', '/', '@'])
        .filter(|word| !word.is_empty() && !is(word, TITLES))
        .collect();
    if words.iter().all(|word| is_role(&fold(word))) {
        return Vec::new();
    }
    let mut terms = Vec::new();
    if words.len() > 1 {
        terms.push(Term::literal(&words.join(" "), Rule::Phrase));
        terms.push(Term::literal(
            &[words[0], words[words.len() - 1]].join(" "),
            Rule::Phrase,
        ));
    }
    for word in &words {
        terms.push(Term::literal(word, piece(word, words.len())));
        let halves: Vec<&str> = word.split(['-', '‐', '‑', '–', '\'', '’', '.', '_']).collect();
        if halves.len() > 1 {
            terms.extend(halves.into_iter().map(|half| Term::literal(half, piece(half, 2))));
        }
    }
    terms.retain(|term| !term.is_empty());
    terms
}

/// How one piece of so many of a name is found; a particle, an initial and a word like `he` are nobody's by themselves.
fn piece(word: &str, of: usize) -> Rule {
    let plain = fold(word);
    let letters = plain.chars().filter(|c| c.is_alphanumeric()).count();
    let spaced = !plain.chars().any(super::term::unspaced);
    let particle = of > 1 && word.chars().all(|c| !c.is_uppercase()) && is_particle(&plain);
    let little = of > 1 && LITTLE.split_whitespace().any(|one| one == plain);
    match letters {
        _ if particle || little => Rule::Never,
        0 | 1 if of > 1 => Rule::Never,
        _ if ordinary(&plain) || is_particle(&plain) => Rule::Capital,
        0..INSIDE if spaced => Rule::Word,
        _ => Rule::Stem,
    }
}

/// Little words that begin sentences: as a piece of a longer name they are not hidden by themselves.
const LITTLE: &str =
    "a an as at be but by can do for go had has have he her him his how i if in is it me my no not now of oh
    on or our she so than that the then they this to up us was we who why you www com org net edu gov";

fn is_particle(word: &str) -> bool {
    const PARTICLES: &str =
        "van von der den de di da del della dos das du la le el al bin ibn ter ten zu zum zur y e i of the and und st";
    PARTICLES.split_whitespace().any(|one| one == word)
}

/// The names in a text that may hold some.
fn mentioned(text: &str) -> Vec<String> {
    let text = text.replace(" and ", ",").replace(" und ", ",");
    let between = |c: char| "(),;:/&+|[]{}\"\n".contains(c);
    let named = |part: &str| {
        let words = part.split_whitespace().map(|word| word.trim_matches(['-', '\'']));
        let named: Vec<&str> = words.filter(|word| !tells_no_name(word)).collect();
        let named = named.join(" ");
        let owner = named.strip_suffix("'s").or(named.strip_suffix("’s"));
        owner.unwrap_or(&named).to_owned()
    };
    text.split(between).map(named).filter(|name| !name.is_empty()).collect()
}

/// Whether a word where somebody may be named is only what they are, or an ordinary word in small letters.
fn tells_no_name(word: &str) -> bool {
    let plain = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let own = plain.strip_suffix("'s").unwrap_or(&plain);
    let small = word.chars().all(|c| !c.is_uppercase());
    own.is_empty() || is_role(own) || small && ordinary(own)
}

fn is_role(word: &str) -> bool {
    ROLES.split_whitespace().any(|role| role == word)
}
