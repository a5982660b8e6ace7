//! The time of a telling by its parts: on the two minutes while it runs, each against its aim when it is told.

use std::time::Duration;

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::context::Context;
use crate::app::screens::drill::shows_parts;
use crate::domain::drill::turn::round;
use crate::domain::drill::{Drill, Phase, Turn};
use crate::domain::history::attempt::Split;
use crate::domain::part::{Band, Part};
use crate::text::time::clock;
use crate::ui::paint::Paint;
use crate::ui::widgets::length::{self, Cell};

/// When a part is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reached {
    Past,
    Here,
    Ahead,
}

/// A part on the line: where it begins, what it is to take, what it took.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Segment {
    part: Part,
    turn: Reached,
    from: f64,
    aim: Option<f64>,
    spent: Option<f64>,
}

/// The parts of a telling after so many seconds. Until one is marked, they lie where they are aimed at; then those told
/// lie where they were told, and those to come behind what the present one is given.
fn segments(telling: &Turn, band: Band, read: f64) -> Vec<Segment> {
    let marks: Vec<f64> = telling.reached.iter().map(Duration::as_secs_f64).collect();
    let mut segments: Vec<Segment> = Vec::new();
    let mut from = 0.0;
    for (place, part) in Part::ALL.into_iter().enumerate() {
        let aim = band.aim(part, f64::from(telling.target));
        // Reflection has no aim of its own: it is shown once it is told.
        if aim.is_none() && place > marks.len() {
            continue;
        }
        let aimed = from + aim.unwrap_or(0.0);
        let (turn, to) = match marks.get(place) {
            Some(mark) => (Reached::Past, *mark),
            None if place == marks.len() && place > 0 => (Reached::Here, read.max(aimed)),
            None => (Reached::Ahead, aimed),
        };
        segments.push(Segment {
            part,
            turn,
            from,
            aim,
            spent: match turn {
                Reached::Past => Some(to - from),
                Reached::Here => Some(read - from),
                Reached::Ahead => None,
            },
        });
        from = to;
    }
    if marks.is_empty() {
        // Nobody marks: the head of the line says where one should be.
        let place = segments.iter().rposition(|segment| segment.from <= read);
        if let Some(segment) = place.and_then(|place| segments.get_mut(place)) {
            segment.turn = Reached::Here;
        }
    }
    segments
}

/// The part that is told now, or should be.
pub(super) fn now(telling: &Turn, band: Band, read: f64) -> Option<Part> {
    let here = segments(telling, band, read);
    here.iter()
        .find(|segment| segment.turn == Reached::Here)
        .map(|segment| segment.part)
}

/// The rows the line takes.
pub(super) const ROWS: u16 = 3;

/// ```text
/// situation  task   action                                  result
/// ━━━━━━━━━━━┃━━━━━━┃━━━━━━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┊╌╌╌╌╌╌┊
/// 0:21       0:10   0:41 of 1:12                            0:12
/// ```
pub(super) fn line(paint: &mut Paint, area: Rect, cx: &Context, drill: &Drill, telling: &Turn, read: f64) {
    let columns = usize::from(area.width.saturating_sub(2));
    let spoken = if drill.phase == Phase::Think { 0.0 } else { read };
    if drill.phase == Phase::Probe || !shows_parts(telling) {
        let limit = if drill.phase == Phase::Probe {
            drill.target()
        } else {
            telling.target
        };
        let cells = length::answer(spoken, &[], &[], f64::from(limit), columns);
        length::draw(paint, area, 0, 1, &cells);
        return;
    }
    let limit = f64::from(telling.target);
    let segments = segments(telling, cx.workspace.settings.band, spoken);
    let begun: Vec<f64> = telling.reached.iter().map(Duration::as_secs_f64).collect();
    let ahead = segments.iter().filter(|segment| segment.spent.is_none());
    let aims: Vec<f64> = ahead.map(|segment| segment.from).filter(|from| *from > 0.0).collect();
    let cells = length::answer(spoken, &begun, &aims, limit, columns);
    length::draw(paint, area, 0, 1, &cells);
    let (mut above, mut below) = (0, 0);
    for segment in &segments {
        let at = ((segment.from / limit * columns as f64).round() as u16).min(area.width);
        let (name, time) = segment.styles(paint);
        above = label(paint, area, at.max(above), 0, segment.part.id(), name).unwrap_or(above);
        below = label(paint, area, at.max(below), 2, &segment.time(), time).unwrap_or(below);
    }
}

/// A label where it has room; answers with the column where another may begin.
fn label(paint: &mut Paint, area: Rect, x: u16, y: u16, text: &str, style: Style) -> Option<u16> {
    let fits = usize::from(x) + text.len() <= usize::from(area.width);
    fits.then(|| x + paint.text(area, x, y, text, style) + 1)
}

impl Segment {
    /// How its name and its time are drawn.
    fn styles(&self, paint: &Paint) -> (Style, Style) {
        let theme = paint.theme;
        let late = takes_longer(self.spent, self.aim);
        match self.turn {
            Reached::Past if late => (theme.soft, theme.warn),
            Reached::Past => (theme.soft, theme.soft),
            Reached::Here if late => (theme.heading, theme.warn),
            Reached::Here => (theme.heading, theme.text),
            Reached::Ahead => (theme.faint, theme.faint),
        }
    }

    /// What it took of what it is given, or what it is given.
    fn time(&self) -> String {
        match (self.turn, self.spent, self.aim) {
            (Reached::Here, Some(spent), Some(aim)) => format!("{} of {}", clock(spent as u64), clock(aim as u64)),
            (_, Some(time), _) | (_, None, Some(time)) => clock(time as u64),
            (_, None, None) => String::new(),
        }
    }
}

/// What one part took against its aim, in seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::ui) struct Told {
    pub(in crate::ui) part: Part,
    pub(in crate::ui) spent: Option<f64>,
    pub(in crate::ui) aim: Option<f64>,
}

/// The parts of what was told; none where no part was marked.
pub(super) fn told(telling: &Turn, band: Band) -> Vec<Told> {
    let split = telling.split();
    split.map_or(Vec::new(), |split| parts_told(&split, band, f64::from(telling.target)))
}

/// The parts of a split against the aims of so many seconds.
pub(in crate::ui) fn parts_told(split: &Split, band: Band, target: f64) -> Vec<Told> {
    let parts = Part::ALL.into_iter().map(|part| Told {
        part,
        spent: split.of(part),
        aim: band.aim(part, target),
    });
    parts
        .filter(|told| told.spent.is_some() || told.aim.is_some())
        .collect()
}

/// The line of one part, all on one scale.
pub(in crate::ui) fn cells(told: &[Told], one: &Told, columns: usize) -> Vec<Cell> {
    let longest = |told: &Told| told.spent.unwrap_or(0.0).max(told.aim.unwrap_or(0.0));
    let full = told.iter().map(longest).fold(1.0, f64::max);
    let spent = one.spent.unwrap_or(0.0);
    // Reflection has no aim of its own, so its line ends where it was told to.
    length::stretch(spent, one.aim.unwrap_or(spent), full, columns)
}

/// Whether a part took longer than it is given.
pub(super) fn late(one: &Told) -> bool {
    takes_longer(one.spent, one.aim)
}

/// Whether so many seconds are more than these, in the whole seconds that are shown.
fn takes_longer(spent: Option<f64>, aim: Option<f64>) -> bool {
    spent.zip(aim).is_some_and(|(spent, aim)| spent as u64 > aim as u64)
}

/// Seconds spoken, to a tenth, as they will be written.
pub(super) fn spoken(telling: &Turn) -> u64 {
    round(telling.spoken) as u64
}

/// The aim of a part, or by how much it is over; whether it is. In whole seconds, as the clocks beside it show.
pub(in crate::ui) fn against_the_aim(spoken: Option<f64>, aim: f64) -> (String, bool) {
    let aim = aim as u64;
    match spoken.map(|spoken| (spoken as u64).saturating_sub(aim)) {
        Some(by) if by > 0 => (format!("{} over", clock(by)), true),
        _ => (format!("aim  {}", clock(aim)), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::Parts;

    fn telling(marks: &[u64]) -> Turn {
        Turn {
            reached: marks.iter().map(|mark| Duration::from_secs(*mark)).collect(),
            ..Turn::new("q".into(), 120, Parts::Star)
        }
    }

    fn begins(marks: &[u64], read: f64) -> Vec<(Part, u64)> {
        let segments = segments(&telling(marks), Band::default(), read);
        segments
            .iter()
            .map(|segment| (segment.part, segment.from as u64))
            .collect()
    }

    #[test]
    fn past_the_aim_it_says_by_how_much() {
        let says = |spoken, aim| against_the_aim(spoken, aim).0;
        assert_eq!(says(Some(62.0), 24.0), "0:38 over");
        assert_eq!(says(Some(12.9), 12.0), "aim  0:12");
        assert_eq!(says(None, 72.0), "aim  1:12");
    }

    #[test]
    fn parts_lie_where_they_are_aimed_at_until_one_is_marked() {
        let aims = [
            (Part::Situation, 0),
            (Part::Task, 24),
            (Part::Action, 36),
            (Part::Result, 108),
        ];
        assert_eq!(begins(&[], 0.0), aims);
        let here = |read| now(&telling(&[]), Band::default(), read);
        assert_eq!(
            [0.0, 30.0, 119.0].map(here),
            [Part::Situation, Part::Task, Part::Result].map(Some)
        );
    }

    #[test]
    fn what_is_marked_lies_where_it_was_told_and_the_rest_behind_it() {
        let told = [
            (Part::Situation, 0),
            (Part::Task, 21),
            (Part::Action, 31),
            (Part::Result, 103),
        ];
        assert_eq!(begins(&[21, 31], 72.0), told);
        assert_eq!(now(&telling(&[21, 31]), Band::default(), 72.0), Some(Part::Action));
        let late = [
            (Part::Situation, 0),
            (Part::Task, 21),
            (Part::Action, 31),
            (Part::Result, 115),
        ];
        assert_eq!(
            begins(&[21, 31], 115.0),
            late,
            "what takes longer moves what comes after"
        );
    }
}
