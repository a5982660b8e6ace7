//! Words as texts are compared by them: lower case, marks apart, endings cut off.

use std::borrow::Cow;

use super::fold::fold;

/// The words of a text, folded: runs of letters and digits, apostrophes inside dropped (`don't` is `dont`), and with them
/// the s of whose something is (`team's` is `team`).
pub fn words(text: &str) -> Vec<String> {
    first_words(text, usize::MAX)
}

/// The first words of a text, at most so many.
pub fn first_words(text: &str, most: usize) -> Vec<String> {
    let folded = fold(text);
    let runs = folded.split(|c: char| !c.is_alphanumeric() && !APOSTROPHES.contains(&c));
    let word = |run: &str| {
        let run = run.trim_matches(APOSTROPHES);
        let own = run.strip_suffix('s').and_then(|rest| rest.strip_suffix(APOSTROPHES));
        let own = own.unwrap_or(run);
        if own.contains(APOSTROPHES) {
            own.replace(APOSTROPHES, "")
        } else {
            own.to_owned()
        }
    };
    runs.filter(|run| !run.is_empty())
        .map(word)
        .filter(|word| !word.is_empty())
        .take(most)
        .collect()
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
