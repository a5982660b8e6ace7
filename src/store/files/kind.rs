//! The kinds of file of a home, told by where a file is.

use std::path::{Component, Path};

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `greenroom.yaml`.
    Settings,
    /// `theme.yaml`.
    Theme,
    /// A file of `questions/`.
    Bank,
    /// A file of `questions/lenses/`.
    Lens,
    /// A file of `answers/`.
    Answer,
    /// A file of `interviews/`.
    Interview,
    /// A file of `log/`.
    Log,
    /// A file of `imports/`.
    Import,
    /// Anything else in the home: a kind nobody has named yet.
    Unknown,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Kind; 9] = [
        Kind::Settings,
        Kind::Theme,
        Kind::Bank,
        Kind::Lens,
        Kind::Answer,
        Kind::Interview,
        Kind::Log,
        Kind::Import,
        Kind::Unknown,
    ];

    /// The kind of a file or folder, by its path as problems say it; none for what is not in the home.
    pub fn of(shown: &str) -> Option<Kind> {
        if Path::new(shown).is_absolute() {
            return None;
        }
        let mut names = Path::new(shown).components().filter_map(|part| match part {
            Component::Normal(name) => name.to_str(),
            _ => None,
        });
        Some(match names.next().unwrap_or_default() {
            "questions" if names.next() == Some("lenses") => Kind::Lens,
            "questions" => Kind::Bank,
            "answers" => Kind::Answer,
            "interviews" => Kind::Interview,
            "log" => Kind::Log,
            "imports" => Kind::Import,
            "theme.yaml" => Kind::Theme,
            // What stands beside the settings under a name like theirs may be meant for them.
            name if name.starts_with("greenroom") => Kind::Settings,
            _ => Kind::Unknown,
        })
    }

    /// One of them, or so many, in words.
    pub fn counted(self, files: usize) -> String {
        let (one, more) = match self {
            Kind::Settings => return "greenroom.yaml".to_owned(),
            Kind::Theme => return "theme.yaml".to_owned(),
            Kind::Bank => ("bank", "banks"),
            Kind::Lens => ("lens", "lenses"),
            Kind::Answer => ("answer", "answers"),
            Kind::Interview => ("interview", "interviews"),
            Kind::Log => ("file of the log", "files of the log"),
            Kind::Import => ("file of notes", "files of notes"),
            Kind::Unknown => ("file", "files"),
        };
        format!("{files} {}", if files == 1 { one } else { more })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_told_by_where_a_file_is() {
        for (path, kind) in [
            ("greenroom.yaml", Some(Kind::Settings)),
            ("greenroom (1).yaml", Some(Kind::Settings)),
            ("theme.yaml", Some(Kind::Theme)),
            ("questions", Some(Kind::Bank)),
            ("questions/own.yaml", Some(Kind::Bank)),
            ("questions/lenses/acme.yaml", Some(Kind::Lens)),
            ("answers/a.md", Some(Kind::Answer)),
            ("interviews", Some(Kind::Interview)),
            ("log/abc/run.jsonl", Some(Kind::Log)),
            ("imports/notes.md.rest.md", Some(Kind::Import)),
            ("/state/messages/a.txt", None),
            ("rooms/a.md", Some(Kind::Unknown)),
            ("", Some(Kind::Unknown)),
        ] {
            assert_eq!(Kind::of(path), kind, "{path}");
        }
    }
}
