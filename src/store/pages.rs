//! Pages written where the person says, and over nothing but an earlier one.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::files::atomic::{make_folder, replace};
use super::files::said::Said;

/// Bytes from its beginning in which a page names its maker.
const HEAD: u64 = 1024;

/// Writes a page that names its maker at its beginning, in place of what is there if that names the same maker.
///
/// # Errors
/// A file of somebody else (`AlreadyExists`), a folder that is not there, or what the system said.
pub fn write(path: &Path, page: &str, maker: &str) -> io::Result<()> {
    let path = std::path::absolute(path)?;
    if free(&path, maker)? && !path.parent().is_some_and(Path::is_dir) {
        let what = "its folder is not there".to_owned();
        return Err(io::Error::new(io::ErrorKind::NotFound, Said(what)));
    }
    replace(&path, page.as_bytes())
}

/// Writes pages for everybody on the machine into a folder, which is made where it is not there.
///
/// # Errors
/// A file of somebody else (`AlreadyExists`), of which none is touched, or what the system said.
pub fn write_all(folder: &Path, pages: &[(String, Vec<u8>)], maker: &str) -> io::Result<()> {
    make_folder(folder)?;
    for (name, _) in pages {
        free(&folder.join(name), maker)?;
    }
    pages
        .iter()
        .try_for_each(|(name, page)| fs::write(folder.join(name), page))
}

/// Whether nothing has this name yet; an empty file and an earlier page may be replaced.
fn free(path: &Path, maker: &str) -> io::Result<bool> {
    match fs::metadata(path) {
        Ok(meta) if !meta.is_file() || meta.len() > 0 && !names(path, maker)? => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let what = format!("{name} is there already, and is nothing greenroom wrote");
            Err(io::Error::new(io::ErrorKind::AlreadyExists, Said(what)))
        }
        Ok(_) => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
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

    #[test]
    fn pages_are_written_again_and_never_over_a_file_of_somebody_else() {
        let folder = tempfile::tempdir().unwrap();
        let man = folder.path().join("share/man1");
        let pages = |text: &str| ["a.1", "b.1"].map(|name| (name.to_owned(), format!(".us {text}").into_bytes()));
        write_all(&man, &pages("one"), ".us").unwrap();
        write_all(&man, &pages("two"), ".us").unwrap();
        assert_eq!(fs::read_to_string(man.join("a.1")).unwrap(), ".us two");
        fs::write(man.join("b.1"), "theirs").unwrap();
        let error = write_all(&man, &pages("three"), ".us").unwrap_err();
        assert!(error.to_string().contains("b.1"), "{error}");
        assert_eq!(fs::read_to_string(man.join("a.1")).unwrap(), ".us two");
    }
}
