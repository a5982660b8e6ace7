//! The invariants of ARCHITECTURE.md, looked for in the source.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path
                    .strip_prefix(root().join("src"))
                    .unwrap_or(&path)
                    .display()
                    .to_string();
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// The files of a layer, but for those that hold only tests.
fn layer(name: &str) -> Vec<(String, String)> {
    let mut files = sources(&root().join("src").join(name));
    files.retain(|(name, _)| !name.ends_with("/tests.rs"));
    files
}

/// The part of a file that is not its tests.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

fn nobody_says(layers: &[&str], words: &[&str], except: &[&str]) {
    for layer_name in layers {
        for (name, text) in layer(layer_name) {
            if except.contains(&name.as_str()) {
                continue;
            }
            for word in words {
                assert!(!without_tests(&text).contains(word), "{name} says {word}");
            }
        }
    }
}

const PURE: [&str; 8] = ["domain", "text", "keys", "app", "import", "export", "check", "report"];

#[test]
fn the_pure_layers_know_no_terminal_no_file_and_no_yaml() {
    nobody_says(
        &PURE,
        &[
            "crossterm",
            "serde_yaml",
            "std::fs",
            "std::env",
            "std::io",
            "std::process",
            "std::thread",
        ],
        &[],
    );
    nobody_says(&PURE, &["ratatui"], &["app/editor.rs"]);
}

#[test]
fn layers_name_only_what_is_below_them() {
    let above: &[(&str, &[&str])] = &[
        (
            "domain",
            &[
                "text", "keys", "import", "export", "store", "app", "ui", "runtime", "cli",
            ],
        ),
        (
            "text",
            &["domain", "keys", "import", "store", "app", "ui", "runtime", "cli"],
        ),
        ("keys", &["import", "store", "app", "ui", "runtime", "cli"]),
        (
            "import",
            &["keys", "check", "export", "store", "app", "ui", "runtime", "cli"],
        ),
        ("export", &["keys", "import", "store", "app", "ui", "runtime", "cli"]),
        ("check", &["keys", "import", "store", "app", "ui", "runtime", "cli"]),
        (
            "report",
            &["keys", "import", "check", "store", "app", "ui", "runtime", "cli"],
        ),
        ("store", &["keys", "app", "ui", "runtime", "cli"]),
        ("app", &["import", "export", "report", "store", "ui", "runtime", "cli"]),
        ("ui", &["import", "export", "report", "store", "runtime", "cli"]),
        ("runtime", &["cli"]),
    ];
    for (name, others) in above {
        let words: Vec<String> = others.iter().map(|other| format!("crate::{other}::")).collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        nobody_says(&[name], &words, &[]);
    }
}

#[test]
fn only_the_store_touches_files() {
    nobody_says(&["cli", "ui", "runtime"], &["std::fs", "fs::read", "fs::write"], &[]);
}

#[test]
fn only_the_theme_names_colours_and_only_the_table_names_keys() {
    for (name, text) in layer("ui") {
        if name != "ui/theme.rs" {
            assert!(!without_tests(&text).contains("Color::"), "{name}");
        }
    }
    for layer_name in ["app", "ui", "cli"] {
        for (name, text) in layer(layer_name) {
            for word in ["Key::ch(", "Key::ctrl(", "Code::"] {
                assert!(!without_tests(&text).contains(word), "{name} says {word}");
            }
        }
    }
}

#[test]
fn text_reaches_the_screen_only_through_the_brush() {
    let words = [
        "Span::",
        "Line::from",
        "Line::raw",
        "Paragraph",
        "set_string",
        "set_symbol",
        "&mut App",
    ];
    nobody_says(&["ui"], &words, &["ui/paint.rs"]);
    let paint = fs::read_to_string(root().join("src/ui/paint.rs")).unwrap();
    assert_eq!(
        without_tests(&paint).matches("set_string").count(),
        1,
        "one place writes text"
    );
}

#[test]
fn nothing_is_printed_outside_cli_and_main() {
    for (name, text) in sources(&root().join("src")) {
        let text = without_tests(&text);
        for word in ["println!", "eprintln!", "print!(", "dbg!("] {
            assert!(!text.contains(word), "{name} says {word}");
        }
        if !name.starts_with("cli/") && name != "main.rs" {
            assert!(!text.contains("stderr()"), "{name} writes to stderr");
        }
    }
}

#[test]
fn files_stay_small_enough_to_be_read() {
    let all = sources(&root().join("src"));
    for (name, text) in all.iter().filter(|(name, _)| !name.ends_with("/tests.rs")) {
        let lines = text.lines().count();
        assert!(lines <= 400, "{name} has {lines} lines; split it by noun");
    }
}

#[test]
fn there_is_one_copy_of_the_terminal_library() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for name in ["crossterm", "ratatui-core", "serde"] {
        let wanted = format!("name = \"{name}\"\n");
        assert_eq!(lock.matches(&wanted).count(), 1, "{name}");
    }
}

#[test]
fn no_dependency_can_reach_a_network() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    for name in [
        "reqwest",
        "hyper",
        "ureq",
        "curl",
        "rustls",
        "native-tls",
        "tokio",
        "socket2",
    ] {
        assert!(!lock.contains(&format!("name = \"{name}\"\n")), "{name}");
    }
}

#[test]
fn no_file_of_these_tests_is_forgotten() {
    let main = fs::read_to_string(root().join("tests/it/main.rs")).unwrap();
    for entry in fs::read_dir(root().join("tests/it")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        let stem = name.trim_end_matches(".rs");
        if stem != "main" && stem != "snapshots" {
            assert!(
                main.contains(&format!("mod {stem};")),
                "tests/it/{name} is not in main.rs"
            );
        }
    }
}
