//! New identities, without chance: of the run, of who makes them, and of a count.

use jiff::Timestamp;

use super::id::EventId;

/// Letters and digits that are hard to misread; the first 23 are letters.
const LETTERS: &[u8] = b"abcdefghjkmnpqrstuvwxyz23456789";

/// Makes ids that nobody else makes: not another run, and not another maker of this run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewIds {
    run: u128,
    maker: u32,
    count: u64,
}

impl NewIds {
    /// For a run, by its id, and one maker in it, below 2^17.
    pub fn new(run: &str, maker: u32) -> NewIds {
        NewIds {
            run: uuid::Uuid::parse_str(run).unwrap_or_default().as_u128(),
            maker,
            count: 0,
        }
    }

    /// The next event's id, a UUID of version 7.
    pub fn event(&mut self, now: Timestamp) -> EventId {
        self.next(now).to_string().into()
    }

    /// The next answer's id.
    pub fn answer(&mut self, now: Timestamp) -> String {
        let made = self.next(now).as_u128();
        spelled(made ^ made >> 61)
    }

    fn next(&mut self, now: Timestamp) -> uuid::Uuid {
        self.count += 1;
        let own = self.run ^ u128::from(self.count).rotate_left(17) ^ u128::from(self.maker);
        let mut random = [0; 10];
        random.copy_from_slice(&own.to_be_bytes()[6..]);
        let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
    }
}

/// An answer's id of a random number: six letters and digits, the first a letter.
pub fn spelled(random: u128) -> String {
    let mut rest = random;
    let letter = |place: usize| {
        let letters = if place == 0 { 23 } else { LETTERS.len() as u128 };
        let letter = LETTERS[(rest % letters) as usize];
        rest /= letters;
        char::from(letter)
    };
    (0..6).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    const RUN: &str = "0190b5a7-1c2d-7000-8f00-0123456789ab";

    #[test]
    fn no_two_makers_of_a_run_and_no_two_runs_make_the_same_id_in_one_moment() {
        let now = Timestamp::UNIX_EPOCH;
        let mut seen = HashSet::new();
        for run in [RUN, "0190b5a7-1c2d-7000-8f00-ba9876543210"] {
            for maker in 0..50 {
                let mut ids = NewIds::new(run, maker);
                assert!((0..200).all(|_| seen.insert(ids.event(now))));
            }
        }
    }

    #[test]
    fn an_answers_id_begins_with_a_letter_and_has_none_that_is_misread() {
        let mut ids = NewIds::new(RUN, 3);
        for _ in 0..500 {
            let id = ids.answer(Timestamp::UNIX_EPOCH);
            assert_eq!(id.len(), 6);
            assert!(id.starts_with(|c: char| c.is_ascii_lowercase()));
            assert!(!id.contains(['i', 'l', 'o', '0', '1']));
        }
    }
}
