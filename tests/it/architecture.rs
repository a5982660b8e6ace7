//! The invariants of ARCHITECTURE.md, looked for in the source.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::source;

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
    files.retain(|(name, _)| !name.ends_with("/tests.rs") && !name.contains("/tests/"));
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

const PURE: [&str; 9] = [
    "markup", "domain", "text", "keys", "app", "import", "export", "check", "report",
];

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
        // An archive is read through the traits of it, from memory.
        &[
            "import/lines/office/archive.rs",
            "import/lines/office/mod.rs",
            "import/lines/office/sheet.rs",
        ],
    );
    nobody_says(&PURE, &["ratatui"], &["app/widgets/editor.rs"]);
}

/// The layers, from the ground up: each names only those before it.
const LAYERS: [&str; 13] = [
    "markup", "text", "domain", "keys", "import", "export", "check", "report", "store", "app", "ui", "runtime", "cli",
];

#[test]
fn a_layer_names_only_those_below_it() {
    let height = |name: &str| {
        let layer = name.split('/').next().unwrap_or_default();
        LAYERS.iter().position(|other| *other == layer)
    };
    for (name, named) in source::arrows() {
        for other in named {
            assert!(
                height(&other) <= height(&name),
                "{name} names {other}, which lies above it"
            );
            for (layer, closed) in [
                ("app/", "import export report store"),
                ("ui/", "import export report store"),
            ] {
                let below = other.split('/').next().unwrap_or_default();
                let meets = name.starts_with(layer) && closed.split(' ').any(|closed| closed == below);
                assert!(!meets, "{name} names {other}: they meet in runtime");
            }
        }
    }
}

#[test]
fn only_the_store_touches_files() {
    nobody_says(&["cli", "ui", "runtime"], &["std::fs", "fs::read", "fs::write"], &[]);
}

#[test]
fn commands_read_a_home_in_one_place_that_knows_what_they_stand_on() {
    let words = [
        "store::load::home",
        "load::everything",
        "load::home",
        "log::load",
        "interviews::load",
        "settings::load",
    ];
    nobody_says(&["cli"], &words, &["cli/reading.rs"]);
}

#[test]
fn folders_are_looked_into_and_files_are_made_in_one_place_each() {
    nobody_says(&["store"], &["read_dir("], &["store/files/folders.rs"]);
    let making = [
        "DirBuilder",
        "create_dir",
        "OpenOptions",
        "File::create",
        ".create(",
        ".create_new(",
    ];
    nobody_says(&["store"], &making, &["store/files/atomic.rs"]);
}

#[test]
fn only_the_theme_names_colours_and_only_the_table_names_keys() {
    for (name, text) in layer("ui") {
        if !name.starts_with("ui/theme/") {
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
fn days_are_counted_by_the_calendar_in_one_place() {
    let hours = ["86_400", "86400", "as_hours() / 24", ".get_days()", "date().since("];
    // Weights and forgetting fade by the hour; the first of these files is the calendar.
    let except = [
        "domain/days.rs",
        "domain/clock.rs",
        "domain/history/bounds.rs",
        "domain/memory/mod.rs",
        "domain/memory/review.rs",
        "store/log/line_pieces.rs",
    ];
    let layers = [
        "domain", "text", "app", "check", "cli", "export", "import", "report", "store", "ui",
    ];
    nobody_says(&layers, &hours, &except);
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
fn everything_printed_passes_one_place() {
    for (name, text) in sources(&root().join("src")) {
        let text = without_tests(&text);
        for word in ["println!", "eprintln!", "print!(", "dbg!("] {
            assert!(!text.contains(word), "{name} says {word}");
        }
        // The other one draws the screens, whose cells the brush fills.
        if !["cli/out.rs", "runtime/terminal.rs"].contains(&name.as_str()) {
            for stream in ["io::stdout", "io::stderr", "color_eyre::install"] {
                assert!(!text.contains(stream), "{name} says {stream}");
            }
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
fn no_file_names_another_that_names_it_back() {
    let circles = source::circles(&source::arrows());
    assert!(circles.is_empty(), "{circles:#?}");
}

/// Files that say what the program's state can do, and the fields it has. They only ever fall.
const APP: (usize, usize) = (3, 9);

#[test]
fn the_state_of_the_program_stays_small() {
    let files = source::files();
    let says = files.iter().filter(|(_, text)| text.contains("\nimpl App {")).count();
    let fields = files
        .values()
        .find_map(|text| text.split_once("pub struct App {\n")?.1.split_once("\n}"))
        .map(|(fields, _)| {
            fields
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .count()
        })
        .unwrap();
    assert!(says <= APP.0 && fields <= APP.1, "{says} files, {fields} fields");
}

#[test]
fn a_screen_names_no_other_screen_nor_the_program_nor_what_lies_over_it() {
    let mut found = Vec::new();
    for (name, named) in source::arrows() {
        let Some((screen, _)) = name.strip_prefix("app/screens/").and_then(|rest| rest.split_once('/')) else {
            continue;
        };
        for other in named {
            let other_screen = other
                .strip_prefix("app/screens/")
                .and_then(|rest| rest.split_once('/'))
                .is_some_and(|(other, _)| other != screen);
            if other_screen || other.starts_with("app/overlays") || other == "app/update.rs" {
                found.push(format!("{name} names {other}"));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// What the drawing of screens names of the program beside its screen, the context and the widgets. It only ever falls.
const DRAWN_FROM: usize = 6;

#[test]
fn what_is_drawn_follows_from_its_screen_and_the_context() {
    let mut found = Vec::new();
    for (name, named) in source::arrows() {
        let Some(screen) = name
            .strip_prefix("ui/screens/")
            .and_then(|rest| rest.split('/').next())
            .map(|screen| screen.trim_end_matches(".rs").to_owned())
        else {
            continue;
        };
        for other in named.iter().filter(|other| other.starts_with("app/")) {
            let own = other.starts_with(&format!("app/screens/{screen}"));
            if !own && other != "app/context.rs" && !other.starts_with("app/widgets/") {
                found.push(format!("{name} names {other}"));
            }
        }
    }
    assert!(found.len() <= DRAWN_FROM, "{} {found:#?}", found.len());
}

#[test]
fn few_files_know_which_screens_there_are() {
    let all = [
        "app/screens/stack.rs",
        "app/navigation.rs",
        "app/left_drafts.rs",
        "ui/mod.rs",
    ];
    let files = source::files();
    let named = files.iter().filter(|(_, text)| text.contains("AnyScreen"));
    let others: Vec<&String> = named
        .map(|(name, _)| name)
        .filter(|name| !all.contains(&name.as_str()))
        .collect();
    assert!(others.is_empty(), "{others:#?}");
}

/// Files that pass over the outcomes they have no use for: a screen hears only of what it asked for. They only ever fall.
const PASSED_OVER: usize = 4;

#[test]
fn an_effect_that_nobody_handles_does_not_compile() {
    // The loop hands on what it does not do itself, and what is refused is refused in one way.
    let found = source::matches_with_a_rest(&["Effect", "DiskEffect", "TerminalEffect"]);
    assert_eq!(found, ["runtime/disk/mod.rs", "runtime/run.rs"]);
    let mut found = source::matches_with_a_rest(&["Outcome"]);
    found.retain(|name| !name.starts_with("domain/"));
    assert!(found.len() <= PASSED_OVER, "{} {found:?}", found.len());
}

#[test]
fn every_folder_of_a_screen_has_tests_beside_its_code() {
    let all = sources(&root().join("src/app/screens"));
    let mut tested: std::collections::BTreeMap<&str, bool> = std::collections::BTreeMap::new();
    for (name, text) in &all {
        if let Some((screen, _)) = name.split_once('/') {
            *tested.entry(screen).or_default() |= text.contains("#[test]");
        }
    }
    let bare: Vec<_> = tested.iter().filter(|(_, tested)| !**tested).collect();
    assert!(bare.is_empty(), "{bare:?}");
}

/// Functions of more than sixty lines there are still. They only ever fall.
const LONG: usize = 2;

#[test]
fn functions_stay_short_enough_to_be_read() {
    let found = source::functions_over(60);
    assert!(found <= LONG, "{found}");
}

#[test]
fn a_name_stands_for_one_type_of_a_layer() {
    let mut twice = Vec::new();
    for layer in LAYERS {
        let mut names: Vec<String> = source::types(layer);
        names.sort();
        twice.extend(
            names
                .windows(2)
                .filter(|pair| pair[0] == pair[1])
                .map(|pair| format!("{layer} {}", pair[0])),
        );
    }
    twice.dedup();
    assert!(twice.is_empty(), "{twice:#?}");
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
