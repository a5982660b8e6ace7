//! The seeded generator of drills and sprints: the same on every machine and in every version.

use rand::Rng;
use rand_pcg::Pcg32;

/// The stream of the generator, PCG XSH RR 64/32, that drills are drawn from. Changing it changes every seeded drill.
const STREAM: u64 = 0x6772_6565_6e72_6f6f;

/// The seeded generator of a drill.
pub struct DrillRng(Pcg32);

impl DrillRng {
    /// The generator for a seed.
    pub fn new(seed: u64) -> DrillRng {
        DrillRng(Pcg32::new(seed, STREAM))
    }

    /// A number from 0 to below 1, of 53 bits.
    pub(in crate::domain) fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number below this one.
    pub(in crate::domain) fn below(&mut self, count: usize) -> usize {
        ((self.unit() * count as f64) as usize).min(count.saturating_sub(1))
    }
}
