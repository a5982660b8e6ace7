//! The person's own pace of forgetting, kept in the cache: fitting it takes longer than reading it.

use serde::{Deserialize, Serialize};

use super::answers::fingerprint;
use super::files::atomic::{make_folder, replace};
use super::files::limits::read_text;
use super::files::places::Places;
use crate::domain::memory::forgetting::{ForgettingCurve, Training};
use crate::domain::memory::review::Review;

/// What is kept: the fingerprint of what it was fitted on, and the parameters; none where the usual ones are better.
#[derive(Serialize, Deserialize)]
struct CachedCurve {
    fitted_on: String,
    parameters: Option<Vec<f32>>,
}

/// The pace that follows from these reviews: the usual one until there are enough of them, then the person's own where
/// it foretells better.
///
/// It depends on the reviews alone. The cache only saves the work, so what cannot be read from it is fitted anew, and
/// what cannot be written to it is fitted again the next time.
pub(super) fn of(places: &Places, reviews: &[Vec<Review>]) -> ForgettingCurve {
    let Some(training) = Training::of(reviews) else {
        return ForgettingCurve::usual();
    };
    let fitted_on = fingerprint(&training.bytes());
    let path = places.cache().join("pace.json");
    let kept = read_text(&path, "pace.json")
        .ok()
        .and_then(|text| serde_json::from_str::<CachedCurve>(&text).ok())
        .filter(|kept| kept.fitted_on == fitted_on);
    if let Some(kept) = kept {
        let own = kept
            .parameters
            .map(|own| ForgettingCurve::fitted(&own, training.reviews()));
        // Parameters that are none were not written by this version: they are fitted anew.
        if own != Some(None) {
            return own.flatten().unwrap_or_default();
        }
    }
    let own = training.fit();
    let kept = CachedCurve {
        fitted_on,
        parameters: own.as_ref().map(|pace| pace.parameters().to_vec()),
    };
    if let Ok(text) = serde_json::to_vec(&kept) {
        let written = make_folder(&places.cache()).and_then(|()| replace(&path, &text));
        drop(written);
    }
    own.unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::memory::forgetting::tests::{forgetful, learner};

    #[test]
    fn the_cache_changes_nothing_but_the_time_it_takes() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("home"),
            state: folder.path().join("state"),
        };
        let path = places.cache().join("pace.json");
        let told = learner(&forgetful(), 300, 80, 1);
        let pace = of(&places, &told);
        assert_eq!(
            pace.words(),
            "Recall goes by your own pace of forgetting, from 1135 tellings"
        );
        let kept = std::fs::read(&path).unwrap();
        assert_eq!(of(&places, &told), pace);
        for damaged in [&b"{"[..], b"{\"fitted_on\":\"\",\"parameters\":null}"] {
            std::fs::write(&path, damaged).unwrap();
            assert_eq!(of(&places, &told), pace);
            assert_eq!(std::fs::read(&path).unwrap(), kept);
        }
        std::fs::remove_dir_all(places.cache()).unwrap();
        assert_eq!(of(&places, &told), pace);
    }

    #[test]
    fn what_is_kept_is_used_and_little_is_never_kept() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("home"),
            state: folder.path().join("state"),
        };
        assert_eq!(of(&places, &learner(&forgetful(), 60, 80, 1)), ForgettingCurve::usual());
        assert!(!places.cache().exists());
        let told = learner(&forgetful(), 300, 80, 1);
        let kept = CachedCurve {
            fitted_on: fingerprint(&Training::of(&told).unwrap().bytes()),
            parameters: None,
        };
        make_folder(&places.cache()).unwrap();
        std::fs::write(places.cache().join("pace.json"), serde_json::to_vec(&kept).unwrap()).unwrap();
        assert_eq!(of(&places, &told), ForgettingCurve::usual());
    }
}
