//! What was practised on several devices is the same history whatever way their files come together.

use std::fs;

use greenroom::store::files::places::Places;
use greenroom::store::log;

use serde_json::Value;

use super::{Attack, Dice};
use crate::session::session;
use crate::support::files;

/// The lines a device wrote in one run: some ratings, some of them changed.
fn run(dice: &mut Dice, device: usize, run: usize) -> String {
    let mut session = session();
    session.keys("<enter>");
    for _ in 0..=dice.below(3) {
        session.keys(&format!("<enter><enter>{}", 1 + dice.below(4)));
        if dice.below(2) == 0 {
            session.keys(&format!("{}", 1 + dice.below(4))).wait(3);
        }
        session.keys("<enter>");
    }
    let mut text = String::new();
    let later = dice.below(200_000);
    for file in files(&session.world.places.home.join("log")) {
        for line in fs::read_to_string(file).unwrap().lines() {
            let mut event: Value = serde_json::from_str(line).unwrap();
            apart(&mut event, device, run);
            event["dev"] = format!("testdev{device}").into();
            event["t"] = (event["t"].as_i64().unwrap() + later as i64 * 1000).into();
            text.push_str(&format!("{event}\n"));
        }
    }
    text
}

/// Gives every id of an event the mark of its device and run, as ids of the program have it.
fn apart(value: &mut Value, device: usize, run: usize) {
    match value {
        Value::String(text) if text.len() == 36 && text.as_bytes()[14] == b'7' => {
            text.replace_range(15..18, &format!("{device:x}{run:02x}"));
        }
        Value::Array(all) => all.iter_mut().for_each(|value| apart(value, device, run)),
        Value::Object(all) => all.values_mut().for_each(|value| apart(value, device, run)),
        _ => {}
    }
}

#[test]
fn the_order_and_the_files_in_which_events_come_together_make_no_difference() {
    let mut attack = Attack::new("histories of several devices", 2);
    while let Some(mut dice) = attack.round() {
        let devices = 2 + dice.below(2);
        let mut runs: Vec<(usize, String)> = Vec::new();
        for n in 0..devices + dice.below(2) {
            runs.push((n % devices, run(&mut dice, n % devices, n)));
        }
        let folder = tempfile::tempdir().unwrap();
        let load = |name: &str, parts: &[(String, String)]| {
            let places = Places {
                home: folder.path().join(name),
                state: folder.path().join("state"),
            };
            for (path, text) in parts {
                let path = places.home.join("log").join(path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            let (history, problems) = log::load(&places);
            assert_eq!(problems, []);
            format!("{:?}", history.all_attempts())
        };
        let named = |n: usize, device: usize| format!("testdev{device}/{n}.jsonl");
        let plain: Vec<_> = runs
            .iter()
            .enumerate()
            .map(|(n, (device, text))| (named(n, *device), text.clone()))
            .collect();
        let whole = load("plain", &plain);
        assert!(whole.contains("Attempt"), "{whole}");
        for turn in 0..4 {
            let mut parts = Vec::new();
            for (n, (device, text)) in runs.iter().enumerate() {
                let mut lines: Vec<&str> = text.lines().collect();
                for _ in 0..dice.below(4) {
                    lines.push(lines[dice.below(lines.len())]);
                }
                for place in (1..lines.len()).rev() {
                    lines.swap(place, dice.below(place + 1));
                }
                let cut = dice.below(lines.len() + 1);
                let (one, other) = lines.split_at(cut);
                let text = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
                parts.push((named(n, *device), text(one)));
                parts.push((format!("testdev{device}/{n} (1).sync-conflict-2026.jsonl"), text(other)));
            }
            assert_eq!(load(&format!("turn{turn}"), &parts), whole);
            attack.count("unions", 1);
        }
    }
}
