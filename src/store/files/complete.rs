//! Completing a path while it is typed.

use std::path::PathBuf;

use super::folders::entries;

/// How a path that is being typed could go on: folders end in `/`, hidden names are left out unless asked for.
pub fn complete(typed: &str) -> Vec<String> {
    const MOST: usize = 200;
    let (folder, begun) = typed
        .rsplit_once('/')
        .map_or(("", typed), |(folder, begun)| (folder, begun));
    let shown = if typed.contains('/') {
        format!("{folder}/")
    } else {
        String::new()
    };
    let real = match (shown.strip_prefix("~/"), directories::BaseDirs::new()) {
        (Some(rest), Some(dirs)) => dirs.home_dir().join(rest),
        _ if shown.is_empty() => PathBuf::from("."),
        _ => PathBuf::from(&shown),
    };
    let (entries, _) = entries(&real, "");
    let mut found: Vec<String> = entries
        .into_iter()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            if !name.starts_with(begun) || name.starts_with('.') && !begun.starts_with('.') {
                return None;
            }
            let slash = if entry.path().is_dir() { "/" } else { "" };
            Some(format!("{shown}{name}{slash}"))
        })
        .collect();
    found.sort();
    found.truncate(MOST);
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_path_is_completed() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("notes")).unwrap();
        fs::write(folder.path().join("note.txt"), "").unwrap();
        fs::write(folder.path().join(".hidden"), "").unwrap();
        let begun = format!("{}/no", folder.path().display());
        let found = complete(&begun);
        assert_eq!(found, [format!("{begun}te.txt"), format!("{begun}tes/")]);
    }
}
