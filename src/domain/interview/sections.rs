//! The sections of an interview file and the lines in them, each with what it is tied to.

use jiff::civil::Date;

use crate::domain::category::Category;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::rating::{Dimension, Rating};
use crate::markup::lines::contents;
use crate::markup::markdown::{bullet, heading};

listed! {
    /// A known section; others are kept and not read.
    #[derive(Hash, PartialOrd, Ord)]
    pub enum Section {
        /// Its heading.
        title,
    }
    /// What was rehearsed for it.
    Prepared => "Prepared";
    /// What they asked.
    Asked => "Asked";
    /// Which answers were told.
    Told => "Told";
    /// What went well.
    Good => "Good";
    /// What to do better.
    Improve => "Improve";
    /// What to ask them.
    Questions => "Questions for them";
    /// Anything else.
    Notes => "Notes";
}

impl Section {
    /// The section a heading begins; case and marks around it make no difference.
    pub fn from_heading(heading: &str) -> Option<Section> {
        let words = heading.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        Section::ALL
            .into_iter()
            .find(|section| section.title().to_lowercase() == words)
    }
}

/// What a line is tied to: written in round brackets at its end, with commas between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tie {
    /// A category: `failure`.
    Category(Category),
    /// A side of how answers are told: `own part`.
    Dimension(Dimension),
    /// A question: `question conflict-design-review`.
    Question(QuestionId),
    /// An answer: `answer k7m2qx`, or `told k7m2qx`.
    Answer(AnswerId),
    /// How it went: `rough`.
    Rating(Rating),
    /// The day it is from: `2026-11-13`.
    Day(Date),
}

impl Tie {
    /// The tie these words name.
    pub fn parse(words: &str) -> Option<Tie> {
        let words = words.trim();
        if let Some((what, id)) = words.split_once(' ') {
            let id = id.trim();
            let one = !id.is_empty() && !id.contains(char::is_whitespace);
            match what.to_lowercase().as_str() {
                "question" if one => return Some(Tie::Question(id.into())),
                "answer" | "told" if one => return Some(Tie::Answer(id.into())),
                _ => {}
            }
        }
        let lower = words.to_lowercase();
        let dimension = Dimension::ALL
            .into_iter()
            .find(|dimension| dimension.label() == lower || dimension.id() == lower);
        let rating = Rating::ALL.into_iter().find(|rating| rating.word() == lower);
        Category::from_id(&lower)
            .map(Tie::Category)
            .or(dimension.map(Tie::Dimension))
            .or(rating.map(Tie::Rating))
            .or_else(|| words.parse().ok().map(Tie::Day))
    }

    /// The tie as it is written.
    pub fn written(&self) -> String {
        match self {
            Tie::Category(category) => category.id().to_owned(),
            Tie::Dimension(dimension) => dimension.label().to_owned(),
            Tie::Question(id) => format!("question {id}"),
            Tie::Answer(id) => format!("answer {id}"),
            Tie::Rating(rating) => rating.word().to_owned(),
            Tie::Day(day) => day.to_string(),
        }
    }
}

/// One line of a section: a list item with the lines that belong to it, or a line of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The section it stands in.
    pub section: Section,
    /// Its words, without dash, box and ties.
    pub text: String,
    /// What it is tied to.
    pub ties: Vec<Tie>,
    /// Whether its box is ticked; none where it has no box.
    pub ticked: Option<bool>,
    /// Where it stands, counted from 1 in the whole file.
    pub line: usize,
}

impl Line {
    /// A line to be written: `[ ]` before it in *Improve*.
    pub fn new(section: Section, text: &str, ties: Vec<Tie>) -> Line {
        Line {
            section,
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
            ties,
            ticked: (section == Section::Improve).then_some(false),
            line: 0,
        }
    }

    /// As it is written, without its dash.
    pub fn written(&self) -> String {
        let tick = match self.ticked {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        };
        let ties: Vec<String> = self.ties.iter().map(Tie::written).collect();
        match ties.as_slice() {
            [] => format!("{tick}{}", self.text),
            ties => format!("{tick}{} ({})", self.text, ties.join(", ")),
        }
    }

    /// The question it is tied to.
    pub fn question(&self) -> Option<&QuestionId> {
        self.ties.iter().find_map(|tie| match tie {
            Tie::Question(id) => Some(id),
            _ => None,
        })
    }

    /// The answer it is tied to.
    pub fn answer(&self) -> Option<&AnswerId> {
        self.ties.iter().find_map(|tie| match tie {
            Tie::Answer(id) => Some(id),
            _ => None,
        })
    }

    /// How it went.
    pub fn rating(&self) -> Option<Rating> {
        self.ties.iter().find_map(|tie| match tie {
            Tie::Rating(rating) => Some(*rating),
            _ => None,
        })
    }

    /// The day it is from.
    pub fn day(&self) -> Option<Date> {
        self.ties.iter().find_map(|tie| match tie {
            Tie::Day(day) => Some(*day),
            _ => None,
        })
    }
}

/// The lines of all known sections. `above` is how many lines of the file stand before the body.
pub fn lines(body: &str, above: usize) -> Vec<Line> {
    let mut found: Vec<Line> = Vec::new();
    let mut section = None;
    let mut item_open = false;
    for (n, line) in contents(body).enumerate() {
        if let Some(title) = heading(line) {
            let deep = line.starts_with("###");
            match Section::from_heading(title) {
                Some(known) => section = Some(known),
                None if deep => {}
                None => section = None,
            }
            item_open = false;
            continue;
        }
        let Some(section) = section else { continue };
        if line.trim().is_empty() {
            item_open = false;
            continue;
        }
        let item = bullet(line);
        if item.is_none()
            && item_open
            && line.starts_with([' ', '\t'])
            && let Some(last) = found.last_mut()
        {
            last.text.push(' ');
            last.text.push_str(line.trim());
            continue;
        }
        item_open = item.is_some();
        let (ticked, text) = unboxed(item.unwrap_or(line).trim());
        found.push(Line {
            section,
            text: text.to_owned(),
            ties: Vec::new(),
            ticked: ticked.filter(|_| item.is_some()),
            line: above + n + 1,
        });
    }
    for line in &mut found {
        if let Some((text, ties)) = tied(&line.text) {
            (line.text, line.ties) = (text, ties);
        }
    }
    found
}

/// The box before an item, and the words after it.
fn unboxed(item: &str) -> (Option<bool>, &str) {
    for (mark, ticked) in [("[ ]", false), ("[x]", true), ("[X]", true)] {
        if let Some(rest) = item.strip_prefix(mark)
            && (rest.is_empty() || rest.starts_with([' ', '\t']))
        {
            return (Some(ticked), rest.trim());
        }
    }
    (None, item)
}

/// The words before brackets at the end whose every part is a tie, and these.
fn tied(text: &str) -> Option<(String, Vec<Tie>)> {
    let inner = text.strip_suffix(')')?;
    let open = inner.rfind('(')?;
    let ties: Vec<Tie> = inner[open + 1..].split(',').map(Tie::parse).collect::<Option<_>>()?;
    Some((inner[..open].trim_end().to_owned(), ties))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &str = "Before any section.\n\
        ## prepared:\n\
        - The region we forgot (answer k7m2qx)\n\
        ## Asked\n\
        1. Tell me about a failure\n\
        \x20  of yours (question failure-production, told k7m2qx, rough, 2026-11-05)\n\
        * What would you change (in us)?\n\
        ### Later that day\n\
        - Why us?\n\
        ## Improve\n\
        - [ ] Say sooner what you did yourself (own part)\n\
        - [X] Fewer names (failure, 2026-11-06)\n\
        - no box\n\
        Prose line.\n\
        ## Travel\n\
        - [ ] not read\n\
        ## Questions for them\n\
        - When do you decide?\n";

    #[test]
    fn sections_hold_their_lines_with_ties_boxes_and_places() {
        let lines = lines(BODY, 10);
        let texts: Vec<(Section, &str, usize)> = lines
            .iter()
            .map(|line| (line.section, line.text.as_str(), line.line))
            .collect();
        assert_eq!(
            texts,
            [
                (Section::Prepared, "The region we forgot", 13),
                (Section::Asked, "Tell me about a failure of yours", 15),
                (Section::Asked, "What would you change (in us)?", 17),
                (Section::Asked, "Why us?", 19),
                (Section::Improve, "Say sooner what you did yourself", 21),
                (Section::Improve, "Fewer names", 22),
                (Section::Improve, "no box", 23),
                (Section::Improve, "Prose line.", 24),
                (Section::Questions, "When do you decide?", 28),
            ]
        );
        let asked = &lines[1];
        assert_eq!(asked.question().map(QuestionId::as_str), Some("failure-production"));
        assert_eq!(asked.answer().map(AnswerId::as_str), Some("k7m2qx"));
        assert_eq!(asked.rating(), Some(Rating::Rough));
        assert_eq!(asked.day().map(|day| day.to_string()), Some("2026-11-05".to_owned()));
        assert_eq!(lines[4].ties, [Tie::Dimension(Dimension::OwnPart)]);
        let boxes: Vec<Option<bool>> = lines[4..7].iter().map(|line| line.ticked).collect();
        assert_eq!(boxes, [Some(false), Some(true), None]);
    }

    #[test]
    fn what_is_written_is_read_back_and_other_brackets_stay_words() {
        for item in [
            "[ ] Say sooner what you did (own part)",
            "[x] Fewer names (failure, 2026-11-06)",
            "Why us? (question motivation-why-us, answer k7m2qx, strong)",
            "The one with the fire (in Riga)",
            "Plain",
        ] {
            let read = lines(&format!("## Improve\n- {item}\n"), 0);
            assert_eq!(read[0].written(), item);
        }
        assert_eq!(Tie::parse("question two words"), None);
        assert_eq!(Tie::parse("answer"), None);
        assert_eq!(Tie::parse(""), None);
    }
}
