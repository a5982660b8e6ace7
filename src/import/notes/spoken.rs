//! Whose words the text under a heading is: the person's own, or advice.

use std::ops::Range;

use super::Reader;
use crate::import::language::voice;
use crate::import::language::voice::{Hint, Voice};
use crate::import::language::{headings, labels, legend};
use crate::import::lines::{Line, Mark};

impl Reader<'_> {
    /// Whether a text is a labelled story of the person's, or a table of such, whatever the heading calls it.
    pub(super) fn tells_story(&self, at: usize, body: &Range<usize>) -> bool {
        let lines = &self.lines[body.clone()];
        let own = || lines.iter().map(|line| line.count().own).sum::<u32>();
        let read = labels::read(lines);
        let told = || own() > 1 || read.parts.len() > 2 && !legend::commands(lines);
        read.sure && !legend::legend(lines) && told() || self.stories_in_rows(at, body)
    }

    /// Whether a section of a file that calls itself advice is the person's all the same: its own heading promises none.
    pub(super) fn own_voice(&self, at: usize, body: &Range<usize>) -> bool {
        let outermost = self
            .sections
            .iter()
            .filter(|one| one.head.is_some() && one.parent.is_none());
        if outermost.take(2).count() > 1 || headings::advice(self.title(at)) {
            return false;
        }
        let lines = &self.lines[body.clone()];
        let count: voice::Count = lines.iter().filter(|line| !line.blank()).map(Line::count).sum();
        let tells = voice::judge(count, Hint::None) == Voice::Tells || (count.own > 1 && count.own * 12 >= count.words);
        tells || self.table(at, body.clone()).is_some()
    }

    /// Whether the text under a heading that promises no stories speaks to the reader, or nobody speaks in it.
    pub(super) fn advises(&self, at: usize, body: &Range<usize>) -> bool {
        let lines = || self.lines[body.clone()].iter().filter(|line| !line.blank());
        let count: voice::Count = lines().map(Line::count).sum();
        let nobody = !count.personal() && count.began == 0 && lines().all(|line| line.mark != Mark::Quote);
        let advises = nobody || voice::judge(count, Hint::None) == Voice::Advises;
        advises && !self.headings(at).into_iter().any(headings::stories)
    }
}
