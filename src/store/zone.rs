//! The local time zone, without walking the whole zone database.

use jiff::tz::TimeZone;

/// The local zone: `/etc/localtime` read directly, else what the system says (which takes twenty times as long).
///
/// Where that file is a link into the zone database, as it usually is, the zone has its name.
pub fn local(tz_is_set: bool) -> TimeZone {
    if tz_is_set {
        return TimeZone::system();
    }
    let link = std::fs::read_link("/etc/localtime").unwrap_or_default();
    let link = link.to_string_lossy();
    let name = link.split_once("zoneinfo/").map_or("Local", |(_, name)| name);
    std::fs::read("/etc/localtime")
        .ok()
        .and_then(|bytes| TimeZone::tzif(name, &bytes).ok())
        .unwrap_or_else(TimeZone::system)
}
