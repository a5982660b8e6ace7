//! Where in a file something of its YAML stands.

use std::cell::OnceCell;

use crate::markup::lines::{content, first_line, split};

/// A text of YAML in its file.
#[derive(Debug)]
pub(super) struct Place {
    /// The file, as it is shown.
    pub(super) shown: String,
    /// The YAML, as the parser saw it: as many lines as in the file, and some words in quotes that have none there.
    pub(super) text: String,
    /// The line of the file, from 1, that the text begins at.
    pub(super) first_line: usize,
    /// Where the keys begin whose values are no YAML as they were written.
    pub(super) odd: Vec<usize>,
    /// Where each line begins.
    starts: OnceCell<Vec<usize>>,
}

impl Place {
    pub(super) fn new(shown: &str, text: String, first_line: usize) -> Place {
        Place {
            shown: shown.to_owned(),
            text,
            first_line,
            odd: Vec::new(),
            starts: OnceCell::new(),
        }
    }

    /// The line of the file, from 1, that a byte of the text stands on.
    pub(super) fn line(&self, at: usize) -> usize {
        let starts = self.starts.get_or_init(|| {
            let begin = |at: &mut usize, line: &str| {
                let start = *at;
                *at += line.len();
                Some(start)
            };
            split(&self.text).scan(0, begin).collect()
        });
        self.first_line + starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// What stands from a byte of the text to the end of its line.
    pub(super) fn rest_of_line(&self, at: usize) -> String {
        content(first_line(&self.text[at..])).trim_end().to_owned()
    }
}
