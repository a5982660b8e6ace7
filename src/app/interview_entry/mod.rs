//! What is typed into a form about an interview, and what taking it changes in the files as they are then.

mod changes;
mod company;
mod writing;

use crate::app::widgets::form::FieldKey;
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

listed! {
    /// What a row of such a form asks for.
    pub enum EntryField {
        /// Its name, on the screen and in drafts.
        name,
    }
    /// The company.
    Company => "company";
    /// The job, or what somebody does there.
    Role => "role";
    /// How one came to it.
    Via => "via";
    /// The day one applied.
    Applied => "applied";
    /// The kind of a round.
    Round => "round";
    /// When it is, or was.
    When => "when";
    /// The day an answer is promised by.
    ByWhen => "by when";
    /// Who promised it.
    Who => "who";
    /// How long a round takes.
    Minutes => "minutes";
    /// Who a round is with.
    With => "with";
    /// How far a round is.
    State => "state";
    /// How it ended.
    Outcome => "outcome";
    /// Somebody's name.
    Name => "name";
    /// A line of a section.
    Line => "line";
}

impl FieldKey for EntryField {
    fn name(self) -> &'static str {
        self.name()
    }
}

/// A form about an interview, as it is filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// What it is for.
    pub of: EntryOf,
    /// The file it is about; none for a new one.
    pub path: Option<String>,
    /// What its rows ask for, and what stands in each.
    pub values: Vec<(EntryField, String)>,
}

impl Entered {
    /// What stands in a row.
    pub(in crate::app) fn text(&self, field: EntryField) -> &str {
        let row = self.values.iter().find(|(row, _)| *row == field);
        row.map_or("", |(_, value)| value.trim())
    }

    fn some(&self, field: EntryField) -> Option<String> {
        Some(self.text(field).to_owned()).filter(|text| !text.is_empty())
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
