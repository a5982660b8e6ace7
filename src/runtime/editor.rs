//! The person's own editor.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// The words of `$VISUAL`, else `$EDITOR`, split as a shell splits them and not expanded; else an editor that is there.
///
/// # Errors
/// A sentence that says what is wrong with the variable, or that there is no editor.
pub fn words(env: impl Fn(&str) -> Option<String>) -> Result<Vec<String>, String> {
    for name in ["VISUAL", "EDITOR"] {
        if let Some(text) = env(name).filter(|text| !text.trim().is_empty()) {
            let words = shlex::split(&text).ok_or_else(|| format!("${name} has a quote that is not closed: {text}"))?;
            if !words.is_empty() {
                return Ok(words);
            }
        }
    }
    let path = env("PATH").unwrap_or_default();
    ["nano", "vim", "vi", "nvim", "micro", "emacs"]
        .iter()
        .find(|name| path.split(':').any(|folder| Path::new(folder).join(name).is_file()))
        .map(|name| vec![(*name).to_owned()])
        .ok_or_else(|| "no editor is known".to_owned())
}

/// What to do where no editor can be started.
pub const SET: &str = "Nothing is changed; set $VISUAL or $EDITOR to yours, for instance EDITOR=nano";

/// Why an editor did not do its work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hindered {
    /// What went wrong.
    pub cause: String,
    /// What to do, or what holds now.
    pub hint: &'static str,
}

/// Runs the editor on a file and waits for it.
///
/// # Errors
/// It could not be started, or it failed.
pub fn open(words: &[String], file: &Path) -> Result<(), Hindered> {
    let not_started = |cause| Hindered { cause, hint: SET };
    let Some((program, arguments)) = words.split_first() else {
        return Err(not_started("no editor is known".to_owned()));
    };
    let name = Path::new(program)
        .file_name()
        .map_or(program.as_str().into(), |name| name.to_string_lossy());
    let mut arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    arguments.push(file.into());
    let status = Command::new(program).args(arguments).status().map_err(|error| {
        let why = crate::store::files::limits::reason(&error);
        not_started(format!("{name} could not be started: {why}"))
    })?;
    if status.success() {
        Ok(())
    } else {
        Err(Hindered {
            cause: format!("{name} ended with {status}"),
            hint: "The file is as it left it",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_split_as_a_shell_splits_them_and_not_expanded() {
        let env = |editor: &'static str| move |name: &str| (name == "EDITOR").then(|| editor.to_owned());
        let split = words(env("code --wait 'my file' $HOME ~"));
        assert_eq!(
            split,
            Ok(["code", "--wait", "my file", "$HOME", "~"].map(str::to_owned).to_vec())
        );
        assert!(words(env("vim \"x")).is_err());
        assert!(words(|_| None).is_err());
    }
}
