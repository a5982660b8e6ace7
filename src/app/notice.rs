//! One line that is said to the person.

/// How loud a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Calm,
    /// Something went wrong.
    Bad,
}

/// One line said to the person until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What is said.
    pub text: String,
    /// How loud.
    pub tone: Tone,
}

impl Notice {
    /// Says that something was done, or what is to be done.
    pub fn calm(text: impl Into<String>) -> Notice {
        Notice {
            text: text.into(),
            tone: Tone::Calm,
        }
    }

    /// Says that something went wrong.
    pub fn bad(text: impl Into<String>) -> Notice {
        Notice {
            text: text.into(),
            tone: Tone::Bad,
        }
    }
}
