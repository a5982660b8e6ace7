//! What a page for others hides.

/// Something to hide, as it stands in a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Secret {
    /// What a person wants hidden, in just these words.
    Word(String),
    /// A company.
    Company(String),
    /// Somebody, by name.
    Person(String),
    /// Words that may name somebody: `a friend, Mara Ilves (recruiter)`.
    Mention(String),
}

impl Secret {
    /// What stands in the file.
    pub fn as_written(&self) -> &str {
        match self {
            Secret::Word(text) | Secret::Company(text) | Secret::Person(text) | Secret::Mention(text) => text,
        }
    }

    /// The same kind of secret, spelled so.
    #[must_use]
    pub fn spelled(&self, text: String) -> Secret {
        match self {
            Secret::Word(_) => Secret::Word(text),
            Secret::Company(_) => Secret::Company(text),
            Secret::Person(_) => Secret::Person(text),
            Secret::Mention(_) => Secret::Mention(text),
        }
    }
}
