//! Words as texts are compared by them: lower case, marks apart, endings cut off.

use std::borrow::Cow;

use super::fold::each;

/// The words of a text, folded: runs of letters and digits, apostrophes inside dropped (`don't` is `dont`), and with them
/// the s of whose something is (`team's` is `team`).
pub fn words(text: &str) -> Vec<String> {
    first_words(text, usize::MAX)
}

/// The first words of a text, at most so many; what stands behind them is not looked at.
pub fn first_words(text: &str, most: usize) -> Vec<String> {
    let mut words = Vec::new();
    let mut run = String::new();
    let mut rest = text;
    while words.len() < most {
        // Letters and digits of English fold to themselves: they are taken as they stand, many at once.
        let (plain, behind) = rest.split_at(rest.bytes().take_while(u8::is_ascii_alphanumeric).count());
        if run.is_empty() && behind.starts_with(parts) {
            if !plain.is_empty() {
                words.push(plain.to_ascii_lowercase());
            }
            rest = &behind[1..];
            continue;
        }
        run.push_str(plain);
        let begun = run.len() - plain.len();
        run[begun..].make_ascii_lowercase();
        let mut chars = behind.chars();
        let Some(c) = chars.next() else { break };
        rest = chars.as_str();
        each(c, |plain| {
            if plain.is_alphanumeric() || APOSTROPHES.contains(&plain) {
                run.push(plain);
            } else {
                words.extend(word(&mut run));
            }
        });
    }
    words.extend(word(&mut run));
    words.truncate(most);
    words
}

/// Whether a sign of English stands between words.
fn parts(c: char) -> bool {
    (c.is_ascii_punctuation() || matches!(c, ' ' | '\t' | '\n')) && !APOSTROPHES.contains(&c)
}

/// The word of a run of letters, digits and apostrophes, which is emptied.
fn word(run: &mut String) -> Option<String> {
    let mut word = std::mem::take(run);
    if word.contains(APOSTROPHES) {
        let own = word.trim_matches(APOSTROPHES);
        let whose = own.strip_suffix('s').and_then(|rest| rest.strip_suffix(APOSTROPHES));
        word = whose.unwrap_or(own).replace(APOSTROPHES, "");
    }
    (!word.is_empty()).then_some(word)
}

/// A sentence with its first letter large.
pub fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// Marks inside a word.
const APOSTROPHES: [char; 4] = ['\'', '’', '‘', '`'];

/// The stem two forms of one word share: `mentored`, `mentoring` and `mentors` are `mentor`.
///
/// Less is cut off than by the stemmers of search engines, to which `organization` and `organ` are one: whoever is told
/// that two texts are alike, or is offered a question for a few words, reads both.
pub fn stem(word: &str) -> Cow<'_, str> {
    let mut stem = word;
    if stem.is_ascii() {
        stem = cut(stem, &["s"], |rest| rest.len() > 2 && !rest.ends_with(['s', 'u', 'i']));
        stem = cut(stem, &["ing", "ed"], |rest| {
            rest.len() > 2 && rest.contains(['a', 'e', 'i', 'o', 'u', 'y'])
        });
        stem = cut(stem, &["e"], |rest| rest.len() > 2);
        if doubled(stem) && word.len() > stem.len() + 1 {
            stem = &stem[..stem.len() - 1];
        }
    }
    let of_y = stem.strip_suffix("ie").or_else(|| stem.strip_suffix('i'));
    of_y.filter(|rest| rest.len() > 1)
        .map_or(Cow::Borrowed(stem), |rest| Cow::Owned(format!("{rest}y")))
}

/// Whether the last letter was doubled for an ending, as in `planned`.
fn doubled(stem: &str) -> bool {
    matches!(stem.as_bytes(), [.., a, b] if a == b && !matches!(b, b's' | b'l' | b'e' | b'o'))
}

fn cut<'a>(word: &'a str, endings: &[&str], allowed: fn(&str) -> bool) -> &'a str {
    endings
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| allowed(rest)))
        .unwrap_or(word)
}

/// What the forms of one word have in common, further cut down than a stem: `decided` and `decision` differ, `manage`
/// and `management` do not.
pub fn root(word: &str) -> String {
    let plain = word.strip_suffix("ly").filter(|rest| rest.len() > 3).unwrap_or(word);
    let stem = stem(plain);
    let Some(rest) = ["ion", "est", "ment", "ness", "anc", "enc"]
        .iter()
        .find_map(|ending| stem.strip_suffix(ending).filter(|rest| rest.len() > 3))
    else {
        return stem.into_owned();
    };
    let rest = rest.strip_suffix('e').filter(|rest| rest.len() > 2).unwrap_or(rest);
    rest[..rest.len() - usize::from(doubled(rest))].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for forms in [
            &["mentor", "mentors", "mentored", "mentoring"][..],
            &["deadline", "deadlines"],
            &["priority", "priorities"],
            &["plan", "plans", "planned", "planning"],
            &["decide", "decides", "decided", "deciding"],
        ] {
            let stems: Vec<_> = forms.iter().map(|form| stem(form)).collect();
            assert!(stems.iter().all(|one| *one == stems[0]), "{stems:?}");
        }
    }
}
