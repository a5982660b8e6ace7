//! Writing files so that a crash leaves the old text or the new one, never half of either.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::beside::{half_written, kept};
use super::limits::reason;
use super::said::{Said, leads_nowhere, said};
use super::step::{self, SaveStep};

/// Makes a folder and those above it that are not there, readable only by their owner; each is on the disk, with its
/// name, before anything is put into it.
pub fn make_folder(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Ok(());
    }
    let above = match path.parent() {
        Some(above) if !above.as_os_str().is_empty() => above,
        _ => Path::new("."),
    };
    make_folder(above)?;
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => return Ok(()),
        made => made?,
    }
    match sync_folder(above) {
        // A folder that may be written to and not read cannot be opened, and so not be synced.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        synced => synced,
    }
}

/// Opens a file of the program's own to add to its end; it is made where there is none, readable only by its owner.
///
/// # Errors
/// What the system said.
pub(in crate::store) fn open_own(path: &Path) -> io::Result<File> {
    own().create(true).open(path)
}

/// The same for a file that must not be there yet; an existing one is reported as `AlreadyExists`.
///
/// # Errors
/// What the system said.
pub(in crate::store) fn open_new(path: &Path) -> io::Result<File> {
    own().create_new(true).open(path)
}

fn own() -> fs::OpenOptions {
    let mut options = fs::OpenOptions::new();
    options.append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Writes a file that must not be there yet; an existing one is left alone and reported as `AlreadyExists`.
///
/// The text is complete and on the disk before the name appears.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    step::at(SaveStep::Begin)?;
    make_folder(folder)?;
    let mut temp = half_written(folder)?;
    temp.write_all(bytes)?;
    temp.as_file().sync_all()?;
    step::at(SaveStep::Beside)?;
    temp.persist_noclobber(path).map_err(|error| error.error)?;
    step::at(SaveStep::Named)?;
    sync_folder(folder)
}

/// Writes a file under the first of these names in a folder that is not taken; answers with that name.
///
/// # Errors
/// What the system said, and of which name; the last one where all are taken.
pub(in crate::store) fn write_under(
    folder: &Path,
    names: impl IntoIterator<Item = String>,
    bytes: &[u8],
) -> Result<String, (String, io::Error)> {
    let mut taken = (String::new(), io::ErrorKind::AlreadyExists.into());
    for name in names {
        match write_new(&folder.join(&name), bytes) {
            Ok(()) => return Ok(name),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => taken = (name, error),
            Err(error) => return Err((name, error)),
        }
    }
    Err(taken)
}

/// What a name has behind it from the second on: a sign and a number.
pub(in crate::store) fn numbered(sign: char, number: usize) -> String {
    if number > 1 {
        format!("{sign}{number}")
    } else {
        String::new()
    }
}

/// Replaces a file's text whole, through symbolic links, keeping its mode; hard links keep their other names and a
/// file of somebody else its owner. Where there is no file it is made.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Err(error) = fs::symlink_metadata(path)
        && error.kind() == io::ErrorKind::NotFound
    {
        return write_new(path, bytes);
    }
    prepare(path, bytes)?.commit()
}

/// A new text on the disk, beside the file it is to replace; dropped, nothing of it stays.
pub struct Ready {
    target: PathBuf,
    beside: NamedTempFile,
    way: Way,
}

/// How a file gets its new text.
enum Way {
    /// The file beside it takes its name.
    Rename,
    /// It is written over, since its other names or its owner must stay; the file beside it holds the earlier text, under
    /// a name a person finds should the program not live to end it.
    Overwrite { old: Vec<u8>, new: Vec<u8> },
}

/// Brings a new text to the disk beside an existing file, as far as can be done without changing that file.
///
/// # Errors
/// What hinders it: no such file, a link that leads nowhere, a read-only file, a folder that cannot be written to, a
/// full disk. Nothing is left behind.
pub fn prepare(path: &Path, bytes: &[u8]) -> io::Result<Ready> {
    let target = fs::canonicalize(path).map_err(|error| match fs::read_link(path) {
        Ok(to) if error.kind() == io::ErrorKind::NotFound => said(&error, leads_nowhere(&to)),
        _ => error,
    })?;
    let meta = fs::metadata(&target)?;
    if meta.permissions().readonly() {
        return Err(io::Error::new(
            io::ErrorKind::PermissionDenied,
            Said("the file is read-only".to_owned()),
        ));
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let refused = |error: io::Error| said(&error, format!("its folder cannot be written to, {}", reason(&error)));
    let mut beside = half_written(folder).map_err(refused)?;
    let way = if keeps_its_place(&meta, beside.as_file())? {
        fs::OpenOptions::new().write(true).open(&target)?;
        let (old, new) = (fs::read(&target)?, bytes.to_vec());
        beside = kept(&target).map_err(refused)?;
        beside.write_all(&old)?;
        Way::Overwrite { old, new }
    } else {
        beside.write_all(bytes)?;
        beside.as_file().set_permissions(meta.permissions())?;
        Way::Rename
    };
    beside.as_file().sync_all()?;
    step::at(SaveStep::Beside)?;
    Ok(Ready { target, beside, way })
}

impl Ready {
    /// Puts the text in place. The file then has the old text or the new one; where neither could be had, the error
    /// says where the old one is kept.
    pub fn commit(self) -> io::Result<()> {
        let folder = self.target.parent().unwrap_or(Path::new(".")).to_owned();
        match self.way {
            Way::Rename => {
                self.beside.persist(&self.target).map_err(|error| error.error)?;
                step::at(SaveStep::Named)?;
                sync_folder(&folder)
            }
            Way::Overwrite { old, new } => overwrite(&self.target, &old, &new, self.beside),
        }
    }
}

/// Whether a file must stay the same file: it has other names, or an owner or group a new one would not get.
#[cfg(unix)]
fn keeps_its_place(meta: &fs::Metadata, beside: &File) -> io::Result<bool> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = beside.metadata()?;
    if meta.nlink() > 1 || own.uid() != meta.uid() {
        return Ok(true);
    }
    Ok(own.gid() != meta.gid() && fchown(beside, None, Some(meta.gid())).is_err())
}

#[cfg(not(unix))]
fn keeps_its_place(_: &fs::Metadata, _: &File) -> io::Result<bool> {
    Ok(false)
}

/// Writes over a file, and the old text back if the new one does not fit; its room is never given up before.
fn overwrite(target: &Path, old: &[u8], new: &[u8], backup: NamedTempFile) -> io::Result<()> {
    let write = |text: &[u8]| -> io::Result<()> {
        let mut file = fs::OpenOptions::new().write(true).open(target)?;
        file.write_all(text)?;
        file.set_len(text.len() as u64)?;
        file.sync_all()
    };
    let Err(error) = write(new) else {
        return Ok(());
    };
    if write(old).is_err() {
        let kept = backup.into_temp_path().keep().map_err(|kept| kept.error)?;
        let what = format!("{}; the earlier text is kept in {}", reason(&error), kept.display());
        return Err(said(&error, what));
    }
    Err(error)
}

/// Brings the names of a folder to the disk.
pub(in crate::store) fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sub/a.md");
        write_new(&path, b"one").unwrap();
        assert_eq!(
            write_new(&path, b"two").unwrap_err().kind(),
            io::ErrorKind::AlreadyExists
        );
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn replacing_keeps_links_and_mode() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let (real, link, hard) = (
            folder.path().join("r"),
            folder.path().join("l"),
            folder.path().join("h"),
        );
        write_new(&real, b"one").unwrap();
        fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
        symlink(&real, &link).unwrap();
        replace(&link, b"two").unwrap();
        assert_eq!(fs::read(&real).unwrap(), b"two");
        assert_eq!(fs::metadata(&real).unwrap().mode() & 0o777, 0o640);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        fs::hard_link(&real, &hard).unwrap();
        replace(&real, b"three").unwrap();
        assert_eq!(fs::read(&hard).unwrap(), b"three");
        replace(&real, b"3").unwrap();
        assert_eq!(fs::read(&hard).unwrap(), b"3");
        fs::remove_file(&real).unwrap();
        let error = replace(&link, b"four").unwrap_err();
        assert!(reason(&error).contains("it is a link to"), "{error}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn what_was_prepared_and_not_put_in_place_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        write_new(&path, b"one").unwrap();
        let ready = prepare(&path, b"two").unwrap();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        drop(ready);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert_eq!(fs::read(&path).unwrap(), b"one");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_of_somebody_else_keeps_its_owner() {
        use std::os::unix::fs::{MetadataExt, chown};
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        write_new(&path, b"a longer text").unwrap();
        if chown(&path, Some(12_345), Some(12_345)).is_err() {
            return;
        }
        replace(&path, b"two").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::metadata(&path).unwrap().uid(), 12_345);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        chown(&path, Some(fs::metadata(folder.path()).unwrap().uid()), None).unwrap();
        replace(&path, b"three").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().gid(), 12_345);
    }
}
