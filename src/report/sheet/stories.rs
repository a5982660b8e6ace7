//! Which stories stand on the sheet, and what of each.

use super::source::{Basis, Talk};
use crate::check::answer::{Draft, Private, read};
use crate::domain::answer::sections::SectionReader;
use crate::domain::answer::{Answer, Kind};
use crate::domain::id::AnswerId;
use crate::domain::interview::sections::{Line, Section};
use crate::domain::part::Part;
use crate::domain::question::lens::Lens;
use crate::domain::rating::Rating;
use crate::markup::lines::contents;
use crate::markup::markdown::bullet;
use crate::text::shown::beginning;

/// Stories on one sheet.
const STORIES: usize = 5;
/// Figures of a story.
const FIGURES: usize = 4;
/// Characters up to which a first sentence is a heading, and goes on with the next.
const SHORT: usize = 20;
/// Characters of a first sentence.
const OPENS: usize = 150;
/// What a story is told for, named beside it.
const SHOWS: usize = 3;

/// A story as it stands on the sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Its title.
    pub title: String,
    /// What it is told for: values of the lens, else categories.
    pub shows: Vec<String>,
    /// Its first sentence.
    pub opens: String,
    /// Its figures, those of the end.
    pub figures: Vec<String>,
}

/// An answer that may stand on the sheet.
struct Candidate<'a> {
    answer: &'a Answer,
    topics: Vec<String>,
    /// How it was told last; none where it never was.
    last: Option<Rating>,
}

/// What was prepared for them first; then, of the finished answers they did not hear, the one that brings the most that no
/// other on the page is told for, the better told on a tie.
pub(super) fn chosen(source: Basis, talk: Talk, lens: Option<&Lens>, heard: &[AnswerId]) -> Vec<Story> {
    let library = source.ground.library;
    let prepared = talk
        .interview
        .into_iter()
        .flat_map(|one| one.section(Section::Prepared));
    let prepared = prepared.filter_map(Line::answer).filter_map(|id| library.answer(id));
    let mut taken: Vec<Candidate> = Vec::new();
    for answer in prepared {
        if taken.len() < STORIES && !taken.iter().any(|one| one.answer.id == answer.id) {
            taken.push(Candidate::of(answer, source, lens));
        }
    }
    let fresh = |answer: &&Answer| answer.kind == Kind::Story && !heard.contains(&answer.id);
    let mut left: Vec<Candidate> = library
        .finished()
        .filter(fresh)
        .filter(|answer| !taken.iter().any(|one| one.answer.id == answer.id))
        .map(|answer| Candidate::of(answer, source, lens))
        .collect();
    while taken.len() < STORIES {
        let new = |one: &Candidate| {
            let known = |topic: &&String| !taken.iter().any(|other| other.topics.contains(topic));
            one.topics.iter().filter(known).count()
        };
        // Of equals the first stays: they stand in the order of their files.
        let best = (0..left.len()).rev().max_by_key(|at| (new(&left[*at]), left[*at].last));
        let Some(best) = best else { break };
        taken.push(left.remove(best));
    }
    taken.iter().map(|one| one.story(source)).collect()
}

impl<'a> Candidate<'a> {
    fn of(answer: &'a Answer, source: Basis<'a>, lens: Option<&Lens>) -> Candidate<'a> {
        let library = source.ground.library;
        let questions = || answer.questions.iter().filter_map(|id| library.question(id));
        let topics = match lens {
            Some(lens) => lens
                .values
                .iter()
                .filter(|value| {
                    let own = answer.tags.iter().any(|tag| value.tags.contains(tag));
                    own || questions().any(|question| value.fits(question))
                })
                .map(|value| value.title.clone())
                .collect(),
            None => library
                .categories_of(answer)
                .iter()
                .map(|one| one.id().to_owned())
                .collect(),
        };
        let told = source.ground.history.attempts().rev();
        let last = told
            .filter(|one| one.answer.as_ref() == Some(&answer.id))
            .map(|one| one.rating)
            .next();
        Candidate { answer, topics, last }
    }

    fn story(&self, source: Basis) -> Story {
        let draft = Draft::of(self.answer, source.ground.library, source.settings);
        let mut figures: Vec<String> = Vec::new();
        // The figures of the end are the ones that are wanted.
        for claim in read(&draft, &Private::default()).claims.iter().rev() {
            let written = claim.written.split_whitespace().collect::<Vec<_>>().join(" ");
            if figures.len() < FIGURES && says_what(&written) && !figures.contains(&written) {
                figures.push(written);
            }
        }
        figures.reverse();
        Story {
            title: self.answer.title.clone(),
            shows: self.topics.iter().take(SHOWS).cloned().collect(),
            opens: opening(self.answer.body()),
            figures,
        }
    }
}

/// Whether a figure says what it counts: a number alone tells nobody anything.
fn says_what(figure: &str) -> bool {
    figure.contains([' ', '-']) || figure.contains(|c: char| c.is_ascii_digit()) && figure.parse::<f64>().is_err()
}

/// The first sentence of the situation, else of the text.
fn opening(body: &str) -> String {
    let mut parted = SectionReader::default();
    let mut lines = contents(body).filter_map(|line| {
        let (part, text) = parted.read(line);
        let text = text.map(|text| bullet(text).unwrap_or(text).trim().replace("**", ""));
        text.filter(|text| text.chars().any(char::is_alphanumeric))
            .map(|text| (part, text))
    });
    let mut text = String::new();
    let mut began: Option<Option<Part>> = None;
    for (part, line) in lines.by_ref() {
        if began.is_some_and(|began| began != part) {
            break;
        }
        began = Some(part);
        text.push_str(&line);
        text.push(' ');
        if sentence(&text).len() < text.trim_end().len() || text.len() > 2 * OPENS {
            break;
        }
    }
    beginning(sentence(&text), OPENS).into_owned()
}

/// The first sentence of a text.
fn sentence(text: &str) -> &str {
    let text = text.trim();
    let ends = |(at, c): (usize, char)| {
        let after = &text[at + c.len_utf8()..];
        let open = matches!(c, '.' | '?' | '!') && after.starts_with(' ') && at >= SHORT;
        (open || matches!(c, '。' | '？' | '！')).then_some(at + c.len_utf8())
    };
    let end = text.char_indices().find_map(ends).unwrap_or(text.len());
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_story_opens_with_the_first_sentence_of_its_situation() {
        assert_eq!(
            opening("## Situation\n\nThe mast broke\nat night. We were two.\n## Task\nHome.\n"),
            "The mast broke at night."
        );
        assert_eq!(opening("- **two** of us\n- at sea\n"), "two of us at sea");
        assert_eq!(opening("## Situation\nNo end\n## Task\nHome.\n"), "No end");
        assert_eq!(
            opening("Mobile app. We had nine days.\n"),
            "Mobile app. We had nine days."
        );
        assert_eq!(opening(""), "");
        assert!(opening(&"word ".repeat(200)).chars().count() <= OPENS);
    }

    #[test]
    fn a_figure_alone_is_none() {
        for (figure, says) in [
            ("two", false),
            ("19", false),
            ("6 percent", true),
            ("340ms", true),
            ("twenty-day", true),
        ] {
            assert_eq!(says_what(figure), says, "{figure}");
        }
    }
}
