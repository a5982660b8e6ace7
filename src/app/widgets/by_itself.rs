//! What opens by itself, and the keys that were on their way to something else when it did.

use std::time::Duration;

use crate::domain::clock::Moment;

/// How long the keys rest before something that opened by itself takes them. Letters of one sentence follow each other
/// faster, and nobody reads what was opened and answers sooner.
pub(in crate::app) const REST: Duration = Duration::from_millis(700);

/// When something opened by itself; never, where a key opened it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ByItself(Option<Duration>);

impl ByItself {
    /// It opens now.
    pub(in crate::app) fn opens(now: Moment) -> ByItself {
        ByItself(Some(now.elapsed))
    }

    /// How long a key is still no answer to it; none where it is.
    pub(in crate::app) fn deaf_for(self, now: Moment) -> Option<Duration> {
        let left = (self.0? + REST).saturating_sub(now.elapsed);
        (!left.is_zero()).then_some(left)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_an_answer_only_after_the_keys_have_rested() {
        let at = |millis| Moment {
            elapsed: Duration::from_millis(millis),
            wall: jiff::Timestamp::UNIX_EPOCH,
        };
        let opened = ByItself::opens(at(100));
        assert_eq!(opened.deaf_for(at(300)), Some(Duration::from_millis(500)));
        assert_eq!(opened.deaf_for(at(800)), None);
        assert_eq!(ByItself::default().deaf_for(at(0)), None);
    }
}
