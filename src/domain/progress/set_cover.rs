//! The fewest sets that together have every element any of them has: exact by branch and bound, within a number of tries.

/// Branches followed in search of the fewest answers. Homes of a few hundred answers need some dozens of them.
const BRANCHES: usize = 20_000;

/// The fewest places whose masks together have every bit any of them has, in their order.
///
/// Greedy first (the mask with the most bits still missing, the earlier on a tie), then branch and bound: the bit the
/// fewest masks have is covered by each of those masks in turn.
pub(super) fn fewest(masks: &[u128]) -> Vec<usize> {
    let all = masks.iter().fold(0, |all, mask| all | mask);
    let mut useful: Vec<(usize, u128)> = Vec::new();
    for (place, mask) in masks.iter().enumerate() {
        if !useful.iter().any(|(_, other)| mask & !other == 0) {
            useful.retain(|(_, other)| other & !mask != 0);
            useful.push((place, *mask));
        }
    }
    let mut search = Search {
        best: greedy(&useful, all),
        rarest: by_rarity(&useful, all),
        widest: useful
            .iter()
            .map(|(_, mask)| mask.count_ones())
            .max()
            .unwrap_or(1)
            .max(1),
        useful,
        branches: BRANCHES,
    };
    search.follow(all, &mut Vec::new());
    search.best.sort_unstable();
    search.best
}

fn greedy(useful: &[(usize, u128)], all: u128) -> Vec<usize> {
    let (mut chosen, mut missing) = (Vec::new(), all);
    while missing != 0 {
        let gain = |mask: u128| (mask & missing).count_ones();
        let Some((place, mask)) = useful.iter().rev().max_by_key(|(_, mask)| gain(*mask)) else {
            break;
        };
        chosen.push(*place);
        missing &= !mask;
    }
    chosen
}

/// The bits there are, those that the fewest masks have first.
fn by_rarity(useful: &[(usize, u128)], all: u128) -> Vec<u32> {
    let mut bits: Vec<u32> = (0..u128::BITS).filter(|bit| all >> bit & 1 == 1).collect();
    bits.sort_by_key(|bit| useful.iter().filter(|(_, mask)| mask >> bit & 1 == 1).count());
    bits
}

struct Search {
    useful: Vec<(usize, u128)>,
    best: Vec<usize>,
    rarest: Vec<u32>,
    /// The most bits one mask has.
    widest: u32,
    /// Branches left to follow.
    branches: usize,
}

impl Search {
    fn follow(&mut self, missing: u128, chosen: &mut Vec<usize>) {
        if missing == 0 {
            if chosen.len() < self.best.len() {
                self.best.clone_from(chosen);
            }
            return;
        }
        let at_least = chosen.len() + missing.count_ones().div_ceil(self.widest) as usize;
        if at_least >= self.best.len() || self.branches == 0 {
            return;
        }
        self.branches -= 1;
        let Some(rarest) = self.rarest.iter().find(|bit| missing >> **bit & 1 == 1) else {
            return;
        };
        let having = self.useful.iter().filter(|(_, mask)| mask >> rarest & 1 == 1);
        let tries: Vec<(usize, u128)> = having.copied().collect();
        for (place, mask) in tries {
            chosen.push(place);
            self.follow(missing & !mask, chosen);
            chosen.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every subset, the slow way.
    fn fewest_slowly(masks: &[u128]) -> usize {
        let all = masks.iter().fold(0, |all, mask| all | mask);
        (0_u32..1 << masks.len())
            .filter(|subset| {
                let chosen = masks.iter().enumerate().filter(|(n, _)| subset >> n & 1 == 1);
                chosen.fold(0, |sum, (_, mask)| sum | mask) == all
            })
            .map(|subset| subset.count_ones() as usize)
            .min()
            .unwrap_or(0)
    }

    proptest! {
        #[test]
        fn no_fewer_answers_would_do(masks in proptest::collection::vec(0_u128..1 << 12, 0..11)) {
            let found = fewest(&masks);
            prop_assert_eq!(found.len(), fewest_slowly(&masks));
            let covered = found.iter().fold(0, |sum, n| sum | masks[*n]);
            prop_assert_eq!(covered, masks.iter().fold(0, |all, mask| all | mask));
        }
    }

    #[test]
    fn many_answers_are_covered_in_bounded_time() {
        let pairs: Vec<u128> = (0..18).flat_map(|a| (0..a).map(move |b| 1 << a | 1 << b)).collect();
        assert_eq!(fewest(&pairs).len(), 9);
        let scattered: Vec<u128> = (1..300_u128)
            .map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835))
            .collect();
        let covered = fewest(&scattered).iter().fold(0, |sum, n| sum | scattered[*n]);
        assert_eq!(covered, scattered.iter().fold(0, |all, mask| all | mask));
    }
}
