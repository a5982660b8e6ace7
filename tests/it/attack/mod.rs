//! Attacks on the data and the safeguards. Each is made in rounds from a seed: a few in every run of the tests, and by
//! `tests/attack MINUTES` as many as there is time for, which then prints the figures. `GREENROOM_ATTACK_SEED` plays one
//! round again.

#[cfg(target_os = "linux")]
mod calls;
#[cfg(target_os = "linux")]
mod editing;
mod exits;
mod fuzz;
mod keys;
mod unions;

use std::collections::BTreeMap;
use std::io::Write;
use std::time::Duration;

use crate::support::pty::Waited;

/// The rounds of one attack, and what came of them.
struct Attack {
    name: &'static str,
    waited: Waited,
    time: Option<Duration>,
    short: u64,
    seed: Option<u64>,
    rounds: u64,
    doing: String,
    figures: BTreeMap<String, u64>,
}

impl Attack {
    /// An attack of so many rounds, or of as long as was asked for.
    fn new(name: &'static str, short: u64) -> Attack {
        let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
        Attack {
            name,
            waited: Waited::new(),
            time: number("GREENROOM_ATTACK").map(|minutes| Duration::from_secs(60 * minutes)),
            short,
            seed: number("GREENROOM_ATTACK_SEED"),
            rounds: 0,
            doing: String::new(),
            figures: BTreeMap::new(),
        }
    }

    /// The dice of the next round; none when it is over.
    fn round(&mut self) -> Option<Dice> {
        let goes_on = match (self.seed, self.time) {
            (Some(_), _) => self.rounds == 0,
            (None, Some(time)) => self.waited.so_far() < time,
            (None, None) => self.rounds < self.short,
        };
        self.rounds += 1;
        goes_on.then(|| Dice::new(self.seed.unwrap_or(self.rounds)))
    }

    /// What the round is about, to be said where it fails.
    fn does(&mut self, what: String) {
        self.doing = what;
    }

    fn count(&mut self, what: &str, more: usize) {
        *self.figures.entry(what.to_owned()).or_default() += more as u64;
    }
}

impl Drop for Attack {
    /// Says the figures, past the harness, which keeps what a test prints to itself; and the round that failed.
    fn drop(&mut self) {
        let figures: Vec<String> = self
            .figures
            .iter()
            .map(|(what, count)| format!("{count} {what}"))
            .collect();
        let said = if std::thread::panicking() {
            format!(
                "{}: failed in round {}: {}\n",
                self.name,
                self.seed.unwrap_or(self.rounds),
                self.doing
            )
        } else if self.time.is_some() {
            format!("{}: {}\n", self.name, figures.join(", "))
        } else {
            return;
        };
        std::io::stderr().write_all(said.as_bytes()).ok();
    }
}

/// Chance that is the same for the same seed (`xorshift64*`).
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 16
    }

    /// A number below this one.
    fn below(&mut self, most: usize) -> usize {
        (self.next() % most.max(1) as u64) as usize
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}
