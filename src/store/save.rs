//! Writing files so that a crash leaves the old text or the new one, never half of either.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Makes a folder and those above it, readable only by their owner.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Writes a file that must not be there yet; an existing one is left alone and reported as `AlreadyExists`.
///
/// The text is complete and on the disk before the name appears.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    make_folder(folder)?;
    let mut temp = tempfile::Builder::new().prefix(".greenroom-").tempfile_in(folder)?;
    temp.write_all(bytes)?;
    temp.as_file().sync_all()?;
    temp.persist_noclobber(path).map_err(|error| error.error)?;
    sync_folder(folder)
}

/// Replaces a file's text whole, through symbolic links, keeping its mode; hard links keep their other names.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::read_link(path) {
            Ok(_) => return Err(error),
            Err(_) => return write_new(path, bytes),
        },
        Err(error) => return Err(error),
    };
    let meta = fs::metadata(&target)?;
    if meta.permissions().readonly() {
        return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
    }
    if linked_elsewhere(&meta) {
        return overwrite(&target, bytes);
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut temp = tempfile::Builder::new().prefix(".greenroom-").tempfile_in(folder)?;
    temp.write_all(bytes)?;
    temp.as_file().set_permissions(meta.permissions())?;
    temp.as_file().sync_all()?;
    temp.persist(&target).map_err(|error| error.error)?;
    sync_folder(folder)
}

#[cfg(unix)]
fn linked_elsewhere(meta: &fs::Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(meta) > 1
}

#[cfg(not(unix))]
fn linked_elsewhere(_: &fs::Metadata) -> bool {
    false
}

/// A hard-linked file keeps its inode: the old text goes beside it first, and back if the new one does not fit.
fn overwrite(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let old = fs::read(target)?;
    let folder = target.parent().unwrap_or(Path::new("."));
    let mut backup = tempfile::Builder::new().prefix(".greenroom-").tempfile_in(folder)?;
    backup.write_all(&old)?;
    backup.as_file().sync_all()?;
    let write = |text: &[u8]| -> io::Result<()> {
        let mut file = fs::OpenOptions::new().write(true).truncate(true).open(target)?;
        file.write_all(text)?;
        file.sync_all()
    };
    if let Err(error) = write(bytes) {
        if write(&old).is_err() {
            let kept = backup.into_temp_path().keep().map_err(|kept| kept.error)?;
            return Err(io::Error::new(
                error.kind(),
                format!("{error}; the earlier text is kept in {}", kept.display()),
            ));
        }
        return Err(error);
    }
    Ok(())
}

fn sync_folder(folder: &Path) -> io::Result<()> {
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
        fs::remove_file(&real).unwrap();
        assert!(replace(&link, b"four").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }
}
