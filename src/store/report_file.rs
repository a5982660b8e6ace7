//! A page for others, written where the person says: complete or not at all, and over nothing but an earlier one.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::files::atomic::replace;
use super::files::said::Said;

/// Bytes from its beginning in which a page names its maker.
const HEAD: u64 = 1024;

/// Writes a page that names its maker at its beginning, in place of what is there if that names the same maker.
///
/// # Errors
/// A file of somebody else (`AlreadyExists`), a folder that is not there, or what the system said.
pub fn write(path: &Path, page: &str, maker: &str) -> io::Result<()> {
    let path = std::path::absolute(path)?;
    match fs::metadata(&path) {
        Ok(meta) => {
            if !meta.is_file() || meta.len() > 0 && !names(&path, maker)? {
                let what = "something of that name is there already, and it is no report".to_owned();
                return Err(io::Error::new(io::ErrorKind::AlreadyExists, Said(what)));
            }
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        Err(_) if !path.parent().is_some_and(Path::is_dir) => {
            let what = "its folder is not there".to_owned();
            return Err(io::Error::new(io::ErrorKind::NotFound, Said(what)));
        }
        Err(_) => {}
    }
    replace(&path, page.as_bytes())
}

/// Whether a file names this maker at its beginning.
fn names(path: &Path, maker: &str) -> io::Result<bool> {
    let mut head = Vec::new();
    File::open(path)?.take(HEAD).read_to_end(&mut head)?;
    Ok(String::from_utf8_lossy(&head).contains(maker))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn a_page_replaces_a_page_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.html");
        write(&path, "<!-- us --> one", "us").unwrap();
        write(&path, "<!-- us --> two", "us").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "<!-- us --> two");
        fs::write(&path, "my notes").unwrap();
        let error = write(&path, "<!-- us -->", "us").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
        assert_eq!(fs::read_to_string(&path).unwrap(), "my notes");
        fs::write(&path, "").unwrap();
        write(&path, "<!-- us -->", "us").unwrap();
        let nowhere = folder.path().join("none/report.html");
        assert_eq!(write(&nowhere, "us", "us").unwrap_err().kind(), io::ErrorKind::NotFound);
        assert!(write(folder.path(), "us", "us").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
