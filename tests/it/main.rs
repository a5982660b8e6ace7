//! The program from outside, as people and scripts meet it: one binary for all integration tests.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failing test should stop at the place"
)]

mod cli;
#[cfg(unix)]
mod disk;
#[cfg(unix)]
mod editor;
#[cfg(unix)]
mod hostile;
#[cfg(unix)]
mod leaving;
#[cfg(unix)]
mod pty;
mod support;

#[test]
fn no_file_of_this_folder_is_forgotten() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let here = include_str!("main.rs");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let code = path.is_dir() && path.join("mod.rs").exists() || path.extension().is_some_and(|end| end == "rs");
        if code && name != "main" {
            assert!(here.contains(&format!("mod {name};")), "{name} is not in main.rs");
        }
    }
}
