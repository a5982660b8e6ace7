//! One thing `check` finds, whatever it was found in.

use std::ops::Range;

use super::codes::{Code, Rule, Severity};
use crate::domain::problem::Problem;
use crate::domain::problem::Unread;
use crate::markup::lines::{content, first_line, split};

/// A stretch of a text. Lines and columns count from 1, columns in characters; the end is the place behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The line it begins on.
    pub line: usize,
    /// The column it begins at.
    pub column: usize,
    /// The line it ends on.
    pub end_line: usize,
    /// The column behind it.
    pub end_column: usize,
}

/// The lines of a text by the bytes they begin at, to find spans in.
#[derive(Clone, Debug)]
pub struct LineStarts<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> LineStarts<'a> {
    /// The lines of a text.
    pub fn of(text: &'a str) -> LineStarts<'a> {
        let mut at = 0;
        let mut starts = vec![0];
        for line in split(text) {
            at += line.len();
            starts.push(at);
        }
        // A text that ends with a line end has no line behind it.
        if starts.len() > 1 {
            starts.pop();
        }
        LineStarts { text, starts }
    }

    /// Where a stretch of bytes stands.
    pub fn span(&self, bytes: &Range<usize>) -> Span {
        let (line, column) = self.place(bytes.start);
        let (end_line, end_column) = self.place(bytes.end.max(bytes.start));
        Span {
            line,
            column,
            end_line,
            end_column,
        }
    }

    /// A line without its indent, list sign and trailing blanks; where there is no such line, its beginning.
    pub fn line(&self, line: usize) -> Span {
        let start = line.checked_sub(1).and_then(|n| self.starts.get(n)).copied();
        let whole = start
            .map_or("", |start| content(first_line(&self.text[start..])))
            .trim_end();
        let before = whole.len() - whole.trim_start_matches([' ', '\t', '-']).len();
        let column = whole[..before].chars().count() + 1;
        Span {
            line,
            column,
            end_line: line,
            end_column: column + whole[before..].chars().count(),
        }
    }

    /// The line and column of a byte.
    fn place(&self, at: usize) -> (usize, usize) {
        let line = self.starts.partition_point(|start| *start <= at).max(1);
        let start = self.starts[line - 1];
        (line, self.text[start..at].chars().count() + 1)
    }
}

/// One thing found: which rule, where, and what exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// The file, as it is shown.
    pub path: String,
    /// Where in it; none where the whole file or folder is meant.
    pub span: Option<Span>,
    /// What is found.
    pub what: String,
    /// What to do here; none: what the table says.
    pub help: Option<String>,
    /// Whether it is only listed when everything is asked for: it is about what the program itself wrote.
    pub unlisted: bool,
}

impl Finding {
    /// A finding on one line of a file; [`Finding::within`] gives it its columns.
    pub(super) fn new(rule: Rule, path: &str, line: usize, what: impl Into<String>) -> Finding {
        Finding {
            span: Some(Span {
                line,
                column: 1,
                end_line: line,
                end_column: 1,
            }),
            ..Finding::whole(rule, path, what)
        }
    }

    /// A finding about a whole file or folder.
    pub(super) fn whole(rule: Rule, path: &str, what: impl Into<String>) -> Finding {
        Finding {
            rule,
            path: path.to_owned(),
            span: None,
            what: what.into(),
            help: None,
            unlisted: false,
        }
    }

    /// What is wrong in a file, as a finding.
    pub fn of_problem(problem: &Problem) -> Finding {
        let rule = match problem.unread {
            Unread::Whole => Rule::FileUnread,
            Unread::Part => Rule::FilePart,
            Unread::Nothing | Unread::Copy => Rule::FileOdd,
        };
        let found = match problem.line {
            Some(line) => Finding::new(rule, &problem.path, line, &problem.what),
            None => Finding::whole(rule, &problem.path, &problem.what),
        };
        Finding {
            help: Some(problem.remedy.clone()),
            ..found
        }
    }

    /// The same with the columns of its line in the text of its file, where it has only a line yet.
    #[must_use]
    pub fn within(mut self, lines: &LineStarts) -> Finding {
        if let Some(span) = &mut self.span
            && (span.line, span.column) == (span.end_line, span.end_column)
        {
            *span = lines.line(span.line);
        }
        self
    }

    /// The row of the table: code, why, what to do.
    pub fn code(&self) -> &'static Code {
        self.rule.code()
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.code().severity
    }

    /// What to do.
    pub fn help(&self) -> &str {
        self.help.as_deref().unwrap_or(self.code().remedy)
    }

    /// The line it begins on; 0 where the whole file is meant.
    pub fn line(&self) -> usize {
        self.span.map_or(0, |span| span.line)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_however_wide_they_are() {
        let text = "a\t面接 e\u{301}x\r\nsecond\rthird";
        let lines = LineStarts::of(text);
        let at = text.find('x').unwrap_or(0);
        let span = lines.span(&(at..at + 1));
        assert_eq!((span.line, span.column, span.end_column), (1, 8, 9));
        let second = text.find("second").unwrap_or(0);
        let span = lines.span(&(second..text.len()));
        assert_eq!((span.line, span.column, span.end_line, span.end_column), (2, 1, 3, 6));
        assert_eq!(lines.span(&(text.len()..text.len())).line, 3);
    }

    #[test]
    fn a_line_is_shown_without_its_indent_and_sign() {
        let span = LineStarts::of("a\n  - ask: 面 \n").line(2);
        assert_eq!((span.line, span.column, span.end_column), (2, 5, 11));
        assert_eq!(LineStarts::of("a").line(9).column, 1);
        assert_eq!(LineStarts::of("").span(&(0..0)).line, 1);
    }
}
