//! The local time zone, without walking the whole zone database.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use jiff::tz::TimeZone;

use crate::domain::problem::{Problem, Unread};

/// The largest file of a zone that is read, in bytes; the largest there are have some 4 KB.
const BYTES: u64 = 1 << 20;

/// The local zone: what `TZ` says where it is set, else `/etc/localtime` read directly, else what the system says (which
/// takes twenty times as long).
///
/// Where the file is in the zone database, also by a link, the zone has its name.
pub fn local(tz: Option<&OsStr>) -> TimeZone {
    let zone = match tz.map(OsStr::to_string_lossy) {
        None => {
            let file = Path::new("/etc/localtime");
            zone(file, &fs::read_link(file).unwrap_or_default())
        }
        Some(tz) => {
            let file = Path::new(tz.trim_start_matches(':'));
            zone(file, file)
        }
    };
    match zone {
        Ok(zone) => zone,
        // The system would read it whole, however long it is.
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => TimeZone::UTC,
        Err(_) => TimeZone::system(),
    }
}

/// What is wrong with what `TZ` says, where nobody knows such a zone: days are those of UTC then.
pub fn problem(tz: Option<&OsStr>) -> Option<Problem> {
    let said = tz?.to_string_lossy();
    let name = said.trim_start_matches(':');
    let known =
        TimeZone::get(name).is_ok() || TimeZone::posix(name).is_ok() || zone(Path::new(name), Path::new(name)).is_ok();
    let what = format!("\"{name}\" is no time zone that is known here; days are those of UTC");
    (!known).then(|| Problem::file("TZ", what, "Set it to one like Europe/Berlin").leaves(Unread::Nothing))
}

/// The zone of a file that is no longer than they are; `named` is the path that has its name.
fn zone(file: &Path, named: &Path) -> io::Result<TimeZone> {
    let meta = fs::metadata(file)?;
    if !meta.is_dir() && (!meta.is_file() || meta.len() > BYTES) {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    let mut bytes = Vec::new();
    File::open(file)?.take(BYTES).read_to_end(&mut bytes)?;
    let named = named.to_string_lossy();
    let name = named.split_once("zoneinfo/").map_or("Local", |(_, name)| name);
    TimeZone::tzif(name, &bytes).map_err(io::Error::other)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_end_or_of_no_zone_is_not_read_as_one() {
        for endless in ["/dev/zero", ":/dev/zero", "/dev/../dev/zero"] {
            assert_eq!(local(Some(OsStr::new(endless))), TimeZone::UTC, "{endless}");
        }
        let folder = tempfile::tempdir().unwrap();
        let large = folder.path().join("large");
        File::create(&large).unwrap().set_len(BYTES + 1).unwrap();
        assert_eq!(local(Some(large.as_os_str())), TimeZone::UTC);
        assert!(zone(folder.path(), folder.path()).is_err());
    }

    #[test]
    fn a_zone_that_nobody_knows_is_said() {
        for known in ["UTC", "UTC0", "CET-1CEST,M3.5.0,M10.5.0/3"] {
            assert_eq!(problem(Some(OsStr::new(known))), None, "{known}");
        }
        assert_eq!(problem(None), None);
        for unknown in ["Europe/Berlinn", "half past", ":/no/such/file"] {
            assert!(problem(Some(OsStr::new(unknown))).is_some(), "{unknown}");
        }
    }

    #[test]
    fn a_file_of_the_zone_database_has_its_name() {
        let there = Path::new("/usr/share/zoneinfo/Europe/Berlin");
        if let Ok(zone) = zone(there, there) {
            assert_eq!(zone.iana_name(), Some("Europe/Berlin"));
            assert_eq!(local(Some(OsStr::new(":/usr/share/zoneinfo/Europe/Berlin"))), zone);
        }
    }
}
