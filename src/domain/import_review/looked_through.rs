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
    /// What the question asks that it answers.
    pub answers: Option<String>,
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

/// Something that is doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubtful {
    /// The first and the last line.
    pub lines: (usize, usize),
    /// Why.
    pub what: String,
    /// Where it is a question about all lines of a kind: what they are if one says yes.
    pub yes: Option<Is>,
    /// Whether it asks which part of a story the line tells.
    pub part: bool,
}

/// A file of notes, looked through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LookedThrough {
    /// Its lines, without what ends them.
    pub lines: Vec<String>,
    /// The kind of each line by what it looks like; 0 is alike to nothing.
    pub alike: Vec<u32>,
    /// The kind of each line by where it stands under its heading; 0 is beside nothing.
    pub beside: Vec<u32>,
    /// The part of a story that each line begins.
    pub parts: Vec<Option<Part>>,
    /// What each line is called by, where its first words name what follows them.
    pub labels: Vec<Option<String>>,
    /// The kind of each line by what it is called or by its place in its story; 0 is alike to nothing.
    pub told_alike: Vec<u32>,
    /// What becomes of them, from the top.
    pub items: Vec<Becomes>,
    /// The columns of a table.
    pub columns: Vec<NamedColumn>,
    /// What is doubtful, from the top.
    pub doubts: Vec<Doubtful>,
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

    /// The other lines that look like one.
    pub fn others_like(&self, line: usize) -> Vec<usize> {
        others(&self.alike, line)
    }

    /// The other lines that stand under the same heading as one does.
    pub fn others_beside(&self, line: usize) -> Vec<usize> {
        others(&self.beside, line)
    }

    /// The other lines called as one is, or in the same place of their stories.
    pub fn others_told_like(&self, line: usize) -> Vec<usize> {
        others(&self.told_alike, line)
    }

    /// Whether something stands on a line that can be spoken of by itself.
    pub fn says_something(&self, line: usize) -> bool {
        line.checked_sub(1)
            .and_then(|at| self.alike.get(at))
            .is_some_and(|kind| *kind > 0)
    }

    /// The part of a story that a line begins.
    pub fn part(&self, line: usize) -> Option<Part> {
        *self.parts.get(line.checked_sub(1)?)?
    }

    /// What a line is called by.
    pub fn label(&self, line: usize) -> Option<&str> {
        self.labels.get(line.checked_sub(1)?)?.as_deref()
    }

    /// What is doubtful at a line: before what only runs over it what begins there.
    pub fn doubt(&self, line: usize) -> Option<&Doubtful> {
        let around = self
            .doubts
            .iter()
            .filter(|one| one.lines.0 <= line && line <= one.lines.1);
        around.min_by_key(|one| (one.lines.0 != line, one.lines.1 - one.lines.0))
    }
}

/// The other lines of the kind of one.
fn others(kinds: &[u32], line: usize) -> Vec<usize> {
    let kind = line.checked_sub(1).and_then(|at| kinds.get(at));
    let Some(kind) = kind.filter(|kind| **kind > 0) else {
        return Vec::new();
    };
    let all = kinds.iter().zip(1..);
    all.filter(|(other, at)| *other == kind && *at != line)
        .map(|(_, at)| at)
        .collect()
}

/// Adds a correction to those there are: the last of the same thing is replaced, so that turning through what there is to
/// choose is one correction.
pub fn corrected(corrections: &mut Vec<Correction>, new: Correction) {
    let same = match (corrections.last(), &new) {
        (Some(Correction::Is(line, _, Reach::Line)), Correction::Is(other, ..))
        | (Some(Correction::Is(line, _, Reach::Beside)), Correction::Is(other, _, Reach::Like))
        | (Some(Correction::Title(line, _)), Correction::Title(other, _))
        | (Some(Correction::Category(line, _)), Correction::Category(other, _))
        | (Some(Correction::Answers(line, _)), Correction::Answers(other, _))
        | (Some(Correction::Part(line, ..)), Correction::Part(other, ..))
        | (Some(Correction::Take(line)), Correction::Take(other))
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
    fn of_two_doubts_the_nearer_is_said_and_lines_are_alike_by_their_kind() {
        let doubtful = |lines, what: &str| Doubtful {
            lines,
            what: what.to_owned(),
            yes: None,
            part: false,
        };
        let looked = LookedThrough {
            doubts: vec![doubtful((1, 9), "all"), doubtful((2, 4), "one")],
            alike: vec![1, 2, 1, 0, 0, 1],
            ..LookedThrough::default()
        };
        let what = |line| looked.doubt(line).map(|doubt| doubt.what.as_str());
        assert_eq!([1, 3, 9, 10].map(what), [Some("all"), Some("one"), Some("all"), None]);
        assert_eq!(looked.others_like(1), [3, 6]);
        assert!([2, 4, 7].iter().all(|line| looked.others_like(*line).is_empty()));
    }
}
