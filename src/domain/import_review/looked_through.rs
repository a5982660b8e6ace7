//! A file of notes as it is looked through: its lines, what each begins, and the columns of a table.

use super::correction::{Correction, Holds, Is, Reach};
use crate::domain::category::Category;
use crate::domain::part::Part;

/// What some lines of notes become.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Becomes {
    /// What their first line begins.
    pub is: Is,
    /// The title.
    pub title: Option<String>,
    /// The first and the last line, counted from 1.
    pub lines: (usize, usize),
    /// The category.
    pub category: Category,
    /// Whether that is only a guess by its words: none is stored then.
    pub guessed: bool,
    /// The parts that are told, where they are named.
    pub parts: Vec<Part>,
    /// The line of the question it answers, and what that asks.
    pub answers: Option<(usize, String)>,
    /// Places to finish.
    pub unfinished: usize,
    /// In the home already.
    pub known: bool,
}

/// A column of a table of notes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedColumn {
    /// Its name; empty where the table has no head.
    pub name: String,
    /// Some of its cells.
    pub samples: Vec<String>,
    /// What it holds.
    pub holds: Holds,
}

/// A file of notes, looked through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookedThrough {
    /// Its lines, without what ends them.
    pub lines: Vec<String>,
    /// The kind of each line by what it looks like; 0 is alike to nothing.
    pub alike: Vec<u32>,
    /// What becomes of them, from the top.
    pub items: Vec<Becomes>,
    /// The columns of a table.
    pub columns: Vec<NamedColumn>,
    /// What is doubtful: the first and the last line, and why.
    pub doubts: Vec<((usize, usize), String)>,
}

impl LookedThrough {
    /// What a line is in: of several the one that begins last.
    pub fn at(&self, line: usize) -> Option<&Becomes> {
        let around = |item: &&Becomes| item.lines.0 <= line && line <= item.lines.1;
        self.items.iter().filter(around).max_by_key(|item| item.lines.0)
    }

    /// What a line begins.
    pub fn begins(&self, line: usize) -> Is {
        let begun = self.items.iter().find(|item| item.lines.0 == line);
        begun.map_or(Is::Text, |item| item.is)
    }

    /// How many other lines look like one.
    pub fn others_like(&self, line: usize) -> usize {
        let kind = line.checked_sub(1).and_then(|at| self.alike.get(at));
        let same = |other: &&u32| **other > 0 && Some(*other) == kind;
        self.alike.iter().filter(same).count().saturating_sub(1)
    }

    /// Why a line is doubtful.
    pub fn doubt(&self, line: usize) -> Option<&str> {
        let around = |(lines, _): &&((usize, usize), String)| lines.0 <= line && line <= lines.1;
        self.doubts.iter().find(around).map(|(_, what)| what.as_str())
    }

    /// The first line of the next doubt below a line, from the top again after the last.
    pub fn next_doubt(&self, line: usize) -> Option<usize> {
        let mut starts = self.doubts.iter().map(|(lines, _)| lines.0);
        let below = starts.clone().filter(|start| *start > line).min();
        below.or_else(|| starts.next())
    }
}

/// Adds a correction to those there are: the last of the same thing is replaced, so that turning through what there is to
/// choose is one correction.
pub fn corrected(corrections: &mut Vec<Correction>, new: Correction) {
    let same = match (corrections.last(), &new) {
        (Some(Correction::Is(line, _, Reach::Line)), Correction::Is(other, ..))
        | (Some(Correction::Title(line, _)), Correction::Title(other, _))
        | (Some(Correction::Category(line, _)), Correction::Category(other, _))
        | (Some(Correction::Column(line, _)), Correction::Column(other, _)) => line == other,
        _ => false,
    };
    if same {
        corrections.pop();
    }
    corrections.push(new);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_one_line_is_one_correction_and_the_last_counts() {
        let mut all = Vec::new();
        corrected(&mut all, Correction::Is(3, Is::Story, Reach::Line));
        corrected(&mut all, Correction::Is(3, Is::Question, Reach::Line));
        corrected(&mut all, Correction::Is(3, Is::Question, Reach::Like));
        corrected(&mut all, Correction::Is(4, Is::Note, Reach::Line));
        assert_eq!(
            all,
            [
                Correction::Is(3, Is::Question, Reach::Like),
                Correction::Is(4, Is::Note, Reach::Line)
            ]
        );
    }

    #[test]
    fn doubts_are_gone_through_and_begin_again_after_the_last() {
        let looked = LookedThrough {
            doubts: vec![((2, 4), "one".to_owned()), ((9, 9), "two".to_owned())],
            alike: vec![1, 2, 1, 0, 0, 1],
            ..LookedThrough::default()
        };
        let steps = [0, 2, 9].map(|line| looked.next_doubt(line));
        assert_eq!(steps, [Some(2), Some(9), Some(2)]);
        assert_eq!(looked.doubt(3), Some("one"));
        assert_eq!([1, 2, 4, 7].map(|line| looked.others_like(line)), [2, 0, 0, 0]);
    }
}
