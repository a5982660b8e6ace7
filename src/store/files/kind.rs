//! The kinds of file of a home, told by where a file is.

use std::path::{Component, Path};

listed! {
    /// A kind of file.
    #[derive(PartialOrd, Ord)]
    pub enum Kind {
        /// What one of them is called.
        one,
        /// What several are called.
        several,
    }
    /// The settings.
    Settings => "greenroom.yaml", "greenroom.yaml";
    /// Colours of one's own.
    Theme => "theme.yaml", "theme.yaml";
    /// A file of `questions/`.
    Bank => "bank", "banks";
    /// A file of `questions/lenses/`.
    Lens => "lens", "lenses";
    /// A file of `answers/`.
    Answer => "answer", "answers";
    /// A file of `interviews/`.
    Interview => "interview", "interviews";
    /// A file of `log/`.
    Log => "file of the log", "files of the log";
    /// A file of `imports/`.
    Import => "file of notes", "files of notes";
    /// Anything else in the home: a kind nobody has named yet.
    Unknown => "file", "files";
}

impl Kind {
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
        if matches!(self, Kind::Settings | Kind::Theme) {
            return self.one().to_owned();
        }
        format!("{files} {}", if files == 1 { self.one() } else { self.several() })
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
