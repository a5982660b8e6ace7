//! Files of every kind, spoilt by chance: no panic, no wait, and a text that is read is read the same again.

use std::fs;

use greenroom::import::read;
use greenroom::store::files::places::Places;
use greenroom::store::load::home;
use greenroom::store::{answers, interviews, log};

use super::{Attack, Dice};
use crate::support::pty::Waited;

/// Pieces that mean something to one reader or another.
const PIECES: [&str; 40] = [
    "---\n",
    "...\n",
    "+++\n",
    "- ",
    "? ",
    ": ",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "|",
    ">-\n",
    "#",
    "&a ",
    "*a",
    "!!binary ",
    "%YAML 1.2\n",
    "\t",
    "\r",
    "\r\n",
    "\u{feff}",
    "\u{2028}",
    "\u{85}",
    "\u{c}",
    "\0",
    "\u{202e}",
    "Zu\u{308}rich",
    "👩\u{200d}💻",
    "\n\n",
    "  ",
    "| a | b |\n",
    "|---|\n",
    "```\n",
    "<b>",
    "&amp;",
    "{\"a\":[",
    "9999999999999999999999",
    "<<<<<<< HEAD\n",
];

/// Texts as people have them, by the name of their file.
fn seeds() -> Vec<(&'static str, Vec<u8>)> {
    let front = "---\nid: a1\ntitle: \"The queue: a story\"\ntags: [one, two]\nquestions:\n  - failure-production\n---\n## Situation\n- **two** teams\n";
    let interview = "---\ncompany: Acme\npeople:\n  - {name: Mara, role: recruiter}\nrounds:\n  - kind: onsite\n    at: 2026-11-30 10:00 Europe/Berlin\n    with: [Bo, Li]\npromised: {by: 2026-12-04, who: Mara}\n---\n## Asked\n- Why? (failure)\n## Improve\n- [ ] sooner\n";
    let bank = "category: failure\ntags: [a]\nquestions:\n  - id: q-1\n    ask: |-\n      One?\n      * two\n    probes:\n      - ask: Then?\n        when: result\n    levels: [senior]\n";
    let settings = "format: 1\nthink: 45s\nhide: [people]\nprivate_words:\n  - Hooli\nholidays: [2026-12-24]\n";
    let event = "{\"v\":1,\"id\":\"01a22198-ed1d-74d5-af37-74f266be76f2\",\"dev\":\"7b218c6f\",\"run\":\"01a22403-358b-74d5-af37-74f266b876f2\",\"n\":2,\"t\":1795860000029,\"off\":0,\"type\":\"attempt\",\"question\":\"q-1\",\"wording\":\"e4\",\"category\":\"failure\",\"answer\":null,\"rating\":3,\"seconds\":{\"think\":0.0,\"speak\":9.0,\"over\":0.0},\"note\":\"x\",\"drill\":\"01a22198-ed1c-74d5-af37-74f266ba76f2\"}\n";
    let notes = "# Failure\n\n1. Tell me about a time you failed?\n   - What did you learn?\n\nS: We lost a region.\nT: Bring it back.\nA: I failed over.\nR: Twenty minutes.\n";
    let table = "sep=;\nquestion;category;answer\n\"Tell me; any?\";failure;\"We lost\na region.\"\n";
    let json =
        "[{\"question\": \"Why us?\", \"answer\": {\"situation\": \"a\", \"task\": [\"b\", 1]}, \"tags\": null}]";
    let org = "* Failure\n** Tell me about a failure?\n:PROPERTIES:\n:ID: 1\n:END:\n*** Situation\nWe lost it.\n";
    let html = "<html><body><h2>Tell me about a failure?</h2><p><b>Situation:</b> x &amp; y</p></body></html>";
    [
        ("answers/a.md", front),
        ("interviews/a.md", interview),
        ("questions/a.yaml", bank),
        (
            "questions/lenses/a.yaml",
            "lens: acme\nvalues:\n  - id: bold\n    tags: [ownership]\n",
        ),
        ("greenroom.yaml", settings),
        ("log/7b218c6f/a.jsonl", event),
        ("notes.md", notes),
        ("notes.txt", notes),
        ("notes.csv", table),
        ("notes.tsv", "#separator:tab\n#html:true\nWhy?\tBecause\n"),
        ("notes.json", json),
        ("notes.org", org),
        ("notes.html", html),
        ("notes.yaml", bank),
        ("notes.docx", "PK\u{3}\u{4}"),
    ]
    .map(|(name, text)| (name, text.as_bytes().to_vec()))
    .to_vec()
}

/// Changes some of the bytes.
fn spoil(dice: &mut Dice, bytes: &mut Vec<u8>, other: &[u8]) {
    for _ in 0..=dice.below(6) {
        let at = dice.below(bytes.len() + 1);
        let end = (at + dice.below(12)).min(bytes.len());
        match dice.below(7) {
            0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let copy = bytes[at..end].to_vec();
                let more = copy.repeat(1 + dice.below(30));
                bytes.splice(at..at, more);
            }
            3 => bytes.truncate(at),
            4 => {
                let from = dice.below(other.len() + 1);
                bytes.splice(at..end, other[from..].iter().take(60).copied());
            }
            5 => drop(bytes.splice(at..at, dice.pick(&PIECES).repeat(1 + dice.below(70)).into_bytes())),
            _ => drop(bytes.splice(at..end, dice.pick(&PIECES).bytes())),
        }
    }
}

#[test]
fn no_file_however_spoilt_ends_the_program_or_keeps_it() {
    let mut attack = Attack::new("spoilt files", 150);
    let seeds = seeds();
    let folder = tempfile::tempdir().unwrap();
    let places = Places {
        home: folder.path().join("home"),
        state: folder.path().join("state"),
    };
    while let Some(mut dice) = attack.round() {
        let (name, seed) = dice.pick(&seeds);
        let mut bytes = seed.clone();
        let other = &dice.pick(&seeds).1;
        spoil(&mut dice, &mut bytes, other);
        let waited = Waited::new();
        if name.contains('/') || *name == "greenroom.yaml" {
            let path = places.home.join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &bytes).unwrap();
            let read = home(&places);
            let again = home(&places);
            assert_eq!(read.problems, again.problems, "{name}");
            let (_, problems) = log::load(&places);
            for problem in read.problems.iter().chain(&problems) {
                assert!(!problem.what.is_empty() && !problem.remedy.is_empty(), "{problem:?}");
            }
            if let Ok(text) = String::from_utf8(bytes) {
                drop((
                    answers::parse(&text, "answers/b.md"),
                    interviews::parse(&text, "interviews/b.md"),
                ));
            }
            fs::remove_file(&path).unwrap();
        } else {
            let reading = read(name, &bytes);
            assert_eq!(format!("{reading:?}"), format!("{:?}", read(name, &bytes)), "{name}");
        }
        assert!(waited.so_far().as_secs() < 10, "{name} took {:?}", waited.so_far());
        attack.count("files", 1);
    }
}
