//! Titles for answers that have none: from the question they are for, or from what they say.

use super::dangling::dangles;
use super::plain;
use super::sections::SectionReader;
use crate::markup::markdown::bullet;
use crate::text::words::capital;

/// Characters of a title at most.
const LONG: usize = 56;

/// Words a question begins with before it says what it is about.
const OPENINGS: [&str; 11] = [
    "tell me about ",
    "tell us about ",
    "take me back to ",
    "take me through ",
    "walk me through ",
    "talk me through ",
    "talk about ",
    "give me an example of ",
    "describe ",
    "think of ",
    "share ",
];

/// The title of an answer to a question: what the question is about, in its own words.
pub fn of_question(ask: &str) -> Option<String> {
    let lower = ask.to_lowercase();
    let opening = OPENINGS.iter().find(|opening| lower.starts_with(**opening));
    let about = opening.and_then(|opening| ask.get(opening.len()..));
    let about = about.filter(|about| about.split_whitespace().count() > 2);
    shortened(about.unwrap_or(ask))
}

/// The title of an answer by its first words; none while it has none.
pub fn of_text<'a>(lines: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut parted = SectionReader::default();
    let texts = lines.filter_map(|line| parted.read(line).1);
    texts
        .map(|text| plain(bullet(text).unwrap_or(text)))
        .find_map(|text| shortened(&text))
}

/// The first sentence or as much of it as a title holds, ending where it can.
fn shortened(text: &str) -> Option<String> {
    let text = text.trim();
    let ends = |(n, c): (usize, char)| {
        let behind = text[n + c.len_utf8()..].chars().next();
        ".?!;:".contains(c) && behind.is_none_or(char::is_whitespace)
    };
    let sentence = text
        .char_indices()
        .find(|at| ends(*at))
        .map_or(text, |(n, _)| &text[..n]);
    let mut title = String::new();
    for word in sentence.split_whitespace() {
        let room = LONG.saturating_sub(title.chars().count() + usize::from(!title.is_empty()));
        if word.chars().count() > room {
            // A single word that is too long is no place to end before.
            if title.is_empty() {
                title.extend(word.chars().take(LONG));
            }
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(word);
    }
    while dangles(&title)
        && title.len() < sentence.len()
        && let Some((before, _)) = title.rsplit_once(' ')
    {
        title.truncate(before.len());
    }
    let title = title.trim_end_matches([',', '-', '–', '—', '(', ' ']);
    (!title.is_empty()).then(|| capital(title))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_question_gives_its_answer_what_it_is_about() {
        for (ask, title) in [
            (
                "Tell me about a time you thought a technical decision was wrong, and it was not yours to make.",
                "A time you thought a technical decision was wrong",
            ),
            ("Tell me about yourself.", "Tell me about yourself"),
            ("Why us?", "Why us"),
            (
                "Take me back to work you began before anyone had settled the requirements.",
                "Work you began before anyone had settled",
            ),
            (
                "When did you last misjudge a candidate? What then?",
                "When did you last misjudge a candidate",
            ),
        ] {
            assert_eq!(of_question(ask).as_deref(), Some(title));
        }
    }

    #[test]
    fn a_text_gives_its_first_words_and_headings_are_none() {
        let body = "## Situation\n\n- **Two teams** shared one release train. It was late.\n## Task\n";
        assert_eq!(
            of_text(body.lines()).as_deref(),
            Some("Two teams shared one release train")
        );
        assert_eq!(of_text("## Situation\n\n## Task\n".lines()), None);
    }

    proptest! {
        #[test]
        fn a_title_is_one_short_line_of_the_text(text in "\\PC{0,200}") {
            if let Some(title) = of_question(&text) {
                prop_assert!(title.chars().count() <= LONG + 2 && !title.contains('\n'));
                prop_assert!(!title.trim().is_empty());
            }
        }
    }
}
