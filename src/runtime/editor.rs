//! The person's own editor.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, ExitStatus};

use crate::app::message::Hindered;

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

/// Runs the editor on a file and waits for it. The editors known to take a line begin there.
///
/// # Errors
/// It could not be started, or it failed.
pub fn open(words: &[String], file: &Path, line: Option<usize>) -> Result<(), Hindered> {
    let not_started = |cause| Hindered {
        cause,
        hint: SET.to_owned(),
    };
    let Some((program, arguments)) = words.split_first() else {
        return Err(not_started("no editor is known".to_owned()));
    };
    let name = Path::new(program)
        .file_name()
        .map_or(program.as_str().into(), |name| name.to_string_lossy());
    let mut arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
    arguments.extend(at_line(&name, file, line));
    let status = Command::new(program).args(arguments).status().map_err(|error| {
        let why = crate::store::files::limits::reason(&error);
        not_started(format!("{name} could not be started: {why}"))
    })?;
    if status.success() {
        Ok(())
    } else {
        Err(Hindered {
            cause: format!("{name} {}", ended(status)),
            hint: "The file is as it left it".to_owned(),
        })
    }
}

/// How a program ended that did not end well.
fn ended(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => format!("ended with status {code}"),
        None => "was stopped".to_owned(),
    }
}

/// The last arguments: the file, and where the editor takes it the line.
fn at_line(editor: &str, file: &Path, line: Option<usize>) -> Vec<OsString> {
    let Some(line) = line.filter(|line| *line > 1) else {
        return vec![file.into()];
    };
    let joined = || {
        let mut joined = file.as_os_str().to_owned();
        joined.push(format!(":{line}"));
        joined
    };
    match editor {
        "vi" | "vim" | "nvim" | "view" | "nano" | "emacs" | "emacsclient" | "micro" | "kak" | "ne" | "joe" | "ed" => {
            vec![format!("+{line}").into(), file.into()]
        }
        "hx" | "helix" | "zed" | "subl" => vec![joined()],
        "code" | "codium" | "cursor" => vec!["--goto".into(), joined()],
        _ => vec![file.into()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_begins_at_the_line_in_the_way_it_is_told_one() {
        let at = |editor: &str, line| at_line(editor, Path::new("/home/a b.yaml"), line);
        assert_eq!(at("vim", Some(12)), ["+12", "/home/a b.yaml"]);
        assert_eq!(at("hx", Some(12)), ["/home/a b.yaml:12"]);
        assert_eq!(at("code", Some(3)), ["--goto", "/home/a b.yaml:3"]);
        assert_eq!(at("unheard-of", Some(12)), ["/home/a b.yaml"]);
        assert_eq!(at("vim", Some(1)), ["/home/a b.yaml"]);
    }

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
