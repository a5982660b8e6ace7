//! What is typed into a form about an interview, and what taking it changes in the files as they are then.

mod changes;
mod company;
mod writing;

use crate::domain::interview::sections::Section;

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryOf {
    /// A new interview.
    New,
    /// The company and the job.
    About,
    /// What was promised by when.
    Promise,
    /// A round, by its place; none: one more.
    Round(Option<usize>),
    /// How it ended.
    Ended,
    /// Somebody there.
    Person,
    /// A line of a section.
    Line(Section),
}

/// A form about an interview, as it is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// What it is for.
    pub of: EntryOf,
    /// The file it is about; none for a new one.
    pub path: Option<String>,
    /// The names of its rows, and what stands in each.
    pub values: Vec<(&'static str, String)>,
}

impl Entered {
    /// What stands in a row.
    pub(in crate::app) fn text(&self, name: &str) -> &str {
        let row = self.values.iter().find(|(row, _)| *row == name);
        row.map_or("", |(_, value)| value.trim())
    }

    fn some(&self, name: &str) -> Option<String> {
        Some(self.text(name).to_owned()).filter(|text| !text.is_empty())
    }
}

impl EntryOf {
    /// What its draft is known by.
    pub(in crate::app) fn name(&self) -> String {
        match self {
            EntryOf::New => "new interview".to_owned(),
            EntryOf::About => "interview".to_owned(),
            EntryOf::Promise => "promise".to_owned(),
            EntryOf::Round(None) => "new round".to_owned(),
            EntryOf::Round(Some(place)) => format!("round {place}"),
            EntryOf::Ended => "end".to_owned(),
            EntryOf::Person => "person".to_owned(),
            EntryOf::Line(section) => format!("line of {}", section.title()),
        }
    }

    /// What it is about, in words.
    pub(in crate::app) fn words(&self) -> String {
        match self {
            EntryOf::New => "a new interview".to_owned(),
            EntryOf::About => "company and job".to_owned(),
            EntryOf::Promise => "what they promised".to_owned(),
            EntryOf::Round(None) => "one more round".to_owned(),
            EntryOf::Round(Some(_)) => "a round".to_owned(),
            EntryOf::Ended => "how it ended".to_owned(),
            EntryOf::Person => "somebody there".to_owned(),
            EntryOf::Line(section) => section.title().to_lowercase(),
        }
    }

    /// What a draft of this name is of.
    pub(in crate::app) fn named(name: &str) -> Option<EntryOf> {
        let round = name.strip_prefix("round ").and_then(|place| place.parse().ok());
        let line = name.strip_prefix("line of ").and_then(Section::from_heading);
        let plain = [
            EntryOf::New,
            EntryOf::About,
            EntryOf::Promise,
            EntryOf::Round(None),
            EntryOf::Ended,
            EntryOf::Person,
        ];
        let plain = plain.into_iter().find(|of| of.name() == name);
        plain
            .or(round.map(|place| EntryOf::Round(Some(place))))
            .or(line.map(EntryOf::Line))
    }
}
