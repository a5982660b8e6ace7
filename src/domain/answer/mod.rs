//! One drafted answer: its text, its parts, the beats the speaker must not forget.

pub mod dangling;
pub mod imported_note;
pub mod length;
pub mod sections;
pub mod title;
pub mod unfinished;

use crate::domain::names;
use std::ops::Add;
use std::sync::Arc;

use self::length::Length;
use self::sections::SectionReader;
use self::unfinished::{Unfinished, unfinished};
use super::category::Category;
use super::id::{AnswerId, QuestionId};
use super::part::Part;
use crate::markup::lines::{breaks, contents};
use crate::markup::markdown::{bullet, heading};

listed! {
    /// A story has five parts; a talking point is free.
    pub enum Kind {
        /// The word used in files.
        id,
    }
    /// Situation, task, action, result, reflection.
    Story => "story";
    /// A motivation, an approach, an opinion.
    Point => "point";
}

/// One thing the speaker must not forget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beat {
    /// The part it stands in, where the answer has parts.
    pub part: Option<Part>,
    /// Its words, without markup.
    pub text: String,
}

/// One drafted answer, as its file holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Made once, never changed.
    pub id: AnswerId,
    /// What the person calls it.
    pub title: String,
    /// Story or talking point.
    pub kind: Kind,
    /// Its own category; none: that of its questions.
    pub category: Option<Category>,
    /// The questions it serves.
    pub questions: Vec<QuestionId>,
    /// Competencies that cross categories.
    pub tags: Vec<String>,
    /// Where it was imported from: `file:first-last`.
    pub source: Option<String>,
    /// The codes of `greenroom check` that are not looked for in it.
    pub allow: Vec<String>,
    /// A sample, never counted as the person's own.
    pub sample: bool,
    /// Its file, relative to the home.
    pub path: String,
    /// The whole file, front matter and all.
    pub text: Arc<str>,
    /// Where in `text` the body begins, in bytes.
    pub body_start: usize,
    /// The hash of `text`: which version an attempt was spoken from.
    pub version: Arc<str>,
    /// When its file last changed, in seconds since 1970; 0 where that is not known.
    pub modified: i64,
}

impl Answer {
    /// The text below the front matter.
    pub fn body(&self) -> &str {
        &self.text[self.body_start..]
    }

    /// The words of the body, headings and front matter left out.
    pub fn words(&self) -> usize {
        words_of(contents(self.body()))
    }

    /// How long the body is to say, headings left out.
    pub fn length(&self) -> Length {
        length_of(contents(self.body()))
    }

    /// The parts that have any text.
    pub fn parts(&self) -> Vec<Part> {
        let parts = parts_of(contents(self.body()));
        parts
            .into_iter()
            .filter(|(_, told)| *told)
            .map(|(part, _)| part)
            .collect()
    }

    /// The things not to forget, in the order they stand: bullets, else bold phrases of the prose.
    pub fn beats(&self) -> Vec<Beat> {
        let mut beats = Vec::new();
        let mut parted = SectionReader::default();
        for line in contents(self.body()) {
            let (part, Some(text)) = parted.read(line) else {
                continue;
            };
            let beat = |text: &str| Beat {
                part,
                text: plain(text),
            };
            match bullet(line) {
                Some(item) if text == line => beats.push(beat(item)),
                Some(_) => beats.push(beat(text)),
                None => beats.extend(bold_phrases(text).map(beat)),
            }
        }
        beats.retain(|beat| beat.text.chars().any(char::is_alphanumeric));
        beats
    }

    /// The places that are not finished, with lines counted from the top of the file.
    pub fn unfinished(&self) -> Vec<Unfinished> {
        let above = breaks(&self.text[..self.body_start]);
        let mut places = unfinished(self.body());
        for place in &mut places {
            place.line += above;
        }
        places
    }

    /// How many places are to finish; one where nothing is written yet.
    pub fn to_finish(&self) -> usize {
        if self.words() == 0 { 1 } else { self.unfinished().len() }
    }
}

/// The words of a body, headings left out.
pub fn words_in(body: &str) -> usize {
    words_of(contents(body))
}

/// The words of a body's lines, headings left out.
pub fn words_of<'a>(lines: impl Iterator<Item = &'a str>) -> usize {
    length_of(lines).count()
}

/// How long a body's lines are to say, headings left out.
pub fn length_of<'a>(lines: impl Iterator<Item = &'a str>) -> Length {
    let said = lines.filter(|line| heading(line).is_none());
    said.map(Length::of).fold(Length::default(), Length::add)
}

/// The parts that are begun, in the order they are told, and whether they have any text.
pub fn parts_of<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<(Part, bool)> {
    let mut told = [None; 5];
    let mut parted = SectionReader::default();
    for line in lines {
        if let (Some(part), text) = parted.read(line) {
            let written = text.is_some_and(|text| !text.trim().is_empty());
            *told[part.index()].get_or_insert(false) |= written;
        }
    }
    Part::ALL
        .into_iter()
        .filter_map(|part| Some((part, told[part.index()]?)))
        .collect()
}

/// The parts that headings name, from the top: the line of each heading, and how long what is below it is to say.
pub fn lengths_below_headings<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<(usize, Part, Length)> {
    let mut parts: Vec<(usize, Part, Length)> = Vec::new();
    let mut inside = false;
    for (n, line) in lines.enumerate() {
        if let Some(title) = heading(line) {
            let part = names::part(title);
            inside = part.is_some();
            parts.extend(part.map(|part| (n, part, Length::default())));
        } else if let Some((.., length)) = parts.last_mut().filter(|_| inside) {
            *length = *length + Length::of(line);
        }
    }
    parts
}

fn bold_phrases(line: &str) -> impl Iterator<Item = &str> {
    line.split("**")
        .enumerate()
        .filter(|(n, text)| n % 2 == 1 && !text.trim().is_empty())
        .map(|(_, text)| text)
}

fn plain(text: &str) -> String {
    text.replace("**", "").replace('`', "").trim().to_owned()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn answer(body: &str) -> Answer {
        let front = "---\nid: aaaaaa\ntitle: T\n---\n";
        Answer {
            id: "aaaaaa".into(),
            title: "T".into(),
            kind: Kind::Story,
            category: None,
            questions: Vec::new(),
            tags: Vec::new(),
            source: None,
            allow: Vec::new(),
            sample: false,
            path: "answers/t.md".into(),
            text: format!("{front}{body}").into(),
            body_start: front.len(),
            version: "".into(),
            modified: 0,
        }
    }

    /// An answer to these questions that could be told as it stands.
    pub(crate) fn finished(id: &str, questions: &[&str]) -> Answer {
        let body = "## Situation\nTwo teams.\n## Task\nOne date.\n## Action\nI asked both.\n## Result\nIt held.\n";
        Answer {
            id: id.into(),
            kind: Kind::Story,
            questions: questions.iter().map(|id| (*id).into()).collect(),
            ..answer(body)
        }
    }

    #[test]
    fn the_words_of_a_part_are_those_below_its_heading() {
        let text = "before\n## Situation\nTwo teams, one train.\n## A remark\nnot counted\n## Task\n\nMine\n";
        let lengths = lengths_below_headings(text.lines()).into_iter();
        let counted: Vec<_> = lengths
            .map(|(line, part, length)| (line, part, length.count()))
            .collect();
        assert_eq!(counted, [(1, Part::Situation, 4), (5, Part::Task, 1)]);
    }

    #[test]
    fn a_part_with_an_empty_heading_is_not_present() {
        let answer = answer("## Situation\nTwo teams.\n## Task\n## Action\n- did it\n## Results\n\n");
        assert_eq!(answer.parts(), [Part::Situation, Part::Action]);
    }

    #[test]
    fn beats_are_bullets_and_bold_phrases_with_their_part() {
        let answer = answer(
            "## Action\n- **asked for the numbers** behind it\n  more\nThen **a trial** began.\n## Result\n1. half the time\n",
        );
        let beats = answer.beats();
        assert_eq!(
            beats.iter().map(|b| (b.part, b.text.as_str())).collect::<Vec<_>>(),
            [
                (Some(Part::Action), "asked for the numbers behind it"),
                (Some(Part::Action), "a trial"),
                (Some(Part::Result), "half the time"),
            ]
        );
    }

    #[test]
    fn words_leave_headings_and_marks_out() {
        assert_eq!(answer("## Situation\n- two teams\n\n— one train\n").words(), 4);
    }
}
