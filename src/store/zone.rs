//! The local time zone, without walking the whole zone database.

use jiff::tz::TimeZone;

/// The local zone: `/etc/localtime` read directly, else what the system says (which takes twenty times as long).
pub fn local(tz_is_set: bool) -> TimeZone {
    if tz_is_set {
        return TimeZone::system();
    }
    std::fs::read("/etc/localtime")
        .ok()
        .and_then(|bytes| TimeZone::tzif("Local", &bytes).ok())
        .unwrap_or_else(TimeZone::system)
}
