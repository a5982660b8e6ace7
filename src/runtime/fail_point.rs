//! A panic on request, in debug builds only: the tests ask whether the terminal survives it.

/// Panics where `GREENROOM_PANIC` names this place.
#[cfg(debug_assertions)]
pub(super) fn mishap(place: &str) {
    let wanted = std::env::var_os("GREENROOM_PANIC").is_some_and(|wanted| wanted == place);
    assert!(!wanted, "a panic in the {place}, as asked for");
}

/// Nothing, in release builds.
#[cfg(not(debug_assertions))]
pub(super) fn mishap(_place: &str) {}
