//! Mishaps on request, in debug builds only: the tests ask whether the terminal survives a panic or a hang, and what
//! becomes of what is typed while the disk is slow.

/// Panics where `GREENROOM_PANIC` names this place, and hangs for ever where `GREENROOM_HANG` does.
#[cfg(debug_assertions)]
pub(super) fn fail_at(place: &str) {
    let wanted = |name| std::env::var_os(name).is_some_and(|wanted| wanted == place);
    assert!(!wanted("GREENROOM_PANIC"), "a panic in the {place}, as asked for");
    while wanted("GREENROOM_HANG") {
        std::thread::park();
    }
}

/// Waits as many milliseconds as `GREENROOM_SLOW_DISK` says.
#[cfg(debug_assertions)]
pub(super) fn slow_disk() {
    let wanted = std::env::var("GREENROOM_SLOW_DISK").ok();
    if let Some(wait) = wanted.and_then(|wanted| wanted.parse().ok()) {
        let (_held, never) = std::sync::mpsc::channel::<()>();
        never.recv_timeout(std::time::Duration::from_millis(wait)).ok();
    }
}

/// Nothing, in release builds.
#[cfg(not(debug_assertions))]
pub(super) fn fail_at(_place: &str) {}

/// Nothing, in release builds.
#[cfg(not(debug_assertions))]
pub(super) fn slow_disk() {}
