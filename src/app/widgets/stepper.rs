//! Values that arrows change: around some choices, along some steps, up and down by a number.

use std::ops::{Add, RangeInclusive, Sub};

use crate::domain::question::lens::Lens;

/// Seconds to think that can be chosen.
pub(in crate::app) const THINK: [u32; 8] = [0, 10, 20, 30, 45, 60, 90, 120];
/// Seconds to speak that can be chosen.
pub(in crate::app) const SPEAK: [u32; 9] = [30, 60, 75, 90, 105, 120, 150, 180, 240];
/// How many probes can be chosen.
pub(in crate::app) const PROBES: RangeInclusive<usize> = 0..=4;

/// The next of some choices, or the one before, around; what is none of them counts as the first.
pub(in crate::app) fn turned<T: Copy + PartialEq>(all: &[T], now: T, up: bool) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    all[turned_place(at, all.len(), up)]
}

/// The next of so many places, or the one before, around.
pub(in crate::app) fn turned_place(at: usize, places: usize, up: bool) -> usize {
    let places = places.max(1);
    (if up { at + 1 } else { at + places - 1 }) % places
}

/// The same where none of them is one as well.
pub(in crate::app) fn turned_or_none<T: Copy + PartialEq>(
    all: impl IntoIterator<Item = T>,
    now: Option<T>,
    up: bool,
) -> Option<T> {
    let all: Vec<Option<T>> = [None].into_iter().chain(all.into_iter().map(Some)).collect();
    turned(&all, now, up)
}

/// The lens after this one, or before it; none, which stands for all questions, is among them.
pub(in crate::app) fn next_lens(lens: Option<&str>, lenses: &[Lens], up: bool) -> Option<String> {
    turned_or_none(lenses.iter().map(|lens| lens.id.as_str()), lens, up).map(str::to_owned)
}

/// The next value of a ladder, or the one before; an odd value goes to its neighbour.
pub(in crate::app) fn step<T: Copy + PartialOrd>(ladder: &[T], value: T, up: bool) -> T {
    let found = if up {
        ladder.iter().find(|step| **step > value)
    } else {
        ladder.iter().rev().find(|step| **step < value)
    };
    found.copied().unwrap_or(value)
}

/// A number moved by so much, as far as it may go.
pub(in crate::app) fn moved<T>(value: T, by: T, up: bool, within: RangeInclusive<T>) -> T
where
    T: Copy + Ord + Add<Output = T> + Sub<Output = T>,
{
    let (least, most) = within.into_inner();
    let value = value.clamp(least, most);
    match up {
        true if most - value < by => most,
        true => value + by,
        false if value - least < by => least,
        false => value - by,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_go_around_and_numbers_stop_at_their_ends() {
        assert_eq!(turned(&['a', 'b', 'c'], 'c', true), 'a');
        assert_eq!(turned(&['a', 'b', 'c'], 'a', false), 'c');
        assert_eq!(turned(&['a', 'b', 'c'], 'x', true), 'b', "an odd one is the first");
        assert_eq!(turned_or_none([1, 2], Some(2), true), None);
        assert_eq!(turned_or_none([1, 2], None, false), Some(2));
        assert_eq!(moved(118_u32, 5, true, 5..=120), 120);
        assert_eq!(moved(0_usize, 1, false, PROBES), 0);
        assert_eq!(step(&THINK, 33, true), 45);
        assert_eq!(step(&THINK, 120, true), 120);
    }

    #[test]
    fn the_values_go_round_from_all_through_every_lens() {
        let lens = |id: &str| Lens {
            id: id.to_owned(),
            title: id.to_owned(),
            about: String::new(),
            values: Vec::new(),
        };
        let lenses = [lens("acme"), lens("zeta")];
        assert_eq!(next_lens(None, &lenses, true), Some("acme".to_owned()));
        assert_eq!(next_lens(Some("zeta"), &lenses, true), None);
        assert_eq!(next_lens(Some("gone"), &lenses, false), Some("zeta".to_owned()));
    }
}
