//! Identities that history hangs on.

use std::fmt;
use std::sync::Arc;

/// Whether an id is well formed: words of letters or digits, none of them upper case, joined by single hyphens.
pub fn well_formed(id: &str) -> bool {
    id.split('-')
        .all(|word| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase()))
}

/// What a word stands for that people write for an id of ours: case makes no difference, and a blank is as good as a hyphen.
pub fn meant<T>(word: &str, from_id: impl Fn(&str) -> Option<T>) -> Option<T> {
    from_id(word).or_else(|| from_id(&word.trim().to_lowercase().replace([' ', '_'], "-")))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as it stands in files.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::ops::Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Arc::from(text))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(Arc::from(text))
            }
        }

        impl From<&&str> for $name {
            fn from(text: &&str) -> Self {
                Self(Arc::from(*text))
            }
        }

        impl From<Arc<str>> for $name {
            fn from(text: Arc<str>) -> Self {
                Self(text)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", &*self.0)
            }
        }
    };
}

id! {
    /// A question's id: stable for ever, unique over all banks.
    QuestionId
}
id! {
    /// An answer's id: made once, it survives every edit and rename.
    AnswerId
}
id! {
    /// An attempt's or another event's id: a `UUIDv7`.
    EventId
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_words_in_lower_case_joined_by_hyphens() {
        for id in ["conflict-design-review", "own-2", "a", "own-面接", "own-é"] {
            assert!(well_formed(id), "{id}");
        }
        for id in ["", "-a", "a-", "a--b", "A", "a b", "a_b", "a.b", "a\u{200b}b"] {
            assert!(!well_formed(id), "{id}");
        }
    }
}
