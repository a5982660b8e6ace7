//! Copies of files that sync programs and file managers make beside them, known by their names.
//!
//! Names of either kind are those of the programs themselves, in the languages people use them in: Syncthing, Dropbox,
//! `OneDrive`, Google Drive, iCloud, Nextcloud, Seafile, the Finder, Windows Explorer, GNOME, KDE, git mergetool.

use std::collections::HashMap;

use crate::domain::problem::{Problem, Unread};
use crate::text::fold::fold;

/// What programs call a copy, folded, as a piece of a word.
const COPY: &[&str] = &[
    "copy",
    "copi",
    "kopi",
    "kopya",
    "kopija",
    "masolat",
    "копи",
    "копія",
    "副本",
    "複本",
    "拷贝",
    "拷貝",
    "コヒー",
    "사본",
    "salinan",
    "koopia",
    "αντιγραφ",
    "העתק",
    "نسخ",
    "sao",
    "chep",
    "สำเนา",
    "複製",
];

/// What is written behind a name without a blank in languages that have none.
const JOINED: &[&str] = &["のコピー", "的副本", "的拷貝", "的拷贝", "的複本", "副本", "拷贝"];

/// What they call a copy made where two changes met, folded, as a piece of a word.
const CONFLICT: &[&str] = &[
    "conflict",
    "konfli",
    "conflit",
    "motstrid",
    "modstrid",
    "tegenstrijdig",
    "çakış",
    "ขัดแย้ง",
    "конфл",
    "競合",
    "冲突",
    "衝突",
    "충돌",
];

/// What tools that merge and edit add to a name.
const TOOL: &[&str] = &[
    "orig", "bak", "backup", "old", "local", "remote", "base", "another", "conf",
];

/// Whether a name is that of a copy made where two changes met, whatever stands beside it.
pub(in crate::store) fn conflict_copy(name: &str) -> bool {
    let name = fold(name);
    let dated = |at: &str| {
        name.split(at)
            .skip(1)
            .any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    if dated_at_the_end(&name) || name.contains(".sync-conflict-") || name.contains(".conflict-") || dated("_conflict-")
    {
        return true;
    }
    let mut brackets = name.split(['(', '[']).skip(1);
    brackets.any(|inner| {
        let inner = inner.split([')', ']']).next().unwrap_or_default();
        let whose = ["case ", "encoding ", "sync ", "sfconflict "]
            .iter()
            .any(|word| inner.contains(word));
        any(CONFLICT, inner) && (whose || any(COPY, inner) || inner.chars().any(|c| c.is_ascii_digit()))
    })
}

/// Whether a folded name ends as those of NAS programs do: `a_LAPTOP_Nov-28-1000-2026_Conflict.md`.
fn dated_at_the_end(name: &str) -> bool {
    let before = stem(name).strip_suffix("_conflict");
    let year = |digits: &str| digits.len() == 4;
    before.is_some_and(|before| before.split(|c: char| !c.is_ascii_digit()).any(year))
}

/// The name of a file without its folder and extension.
pub(in crate::store) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// How plain the name of a file is, the plainest first: of several files that claim one id it keeps it.
pub(in crate::store) fn plainness(path: &str) -> (usize, &str) {
    (stem(path).chars().count(), path)
}

/// The problem of a file that is a copy of another; `end` is what to do once what is wanted from it was moved.
pub(in crate::store) fn copy_of(path: &str, plain: &str, end: &str) -> Problem {
    let what = format!("a copy of {plain}, kept and not counted");
    let remedy = format!("Move what you want from it into {plain}, {end}");
    Problem::file(path, what, remedy).leaves(Unread::Copy)
}

/// For each file of a folder, by their names without extension, the one it is a copy of, by place: a plain name beside it
/// that its own was made from, where `same` says that both claim to be the same thing, the copy first.
pub(in crate::store) fn copies(stems: &[&str], same: impl Fn(usize, usize) -> bool) -> Vec<Option<usize>> {
    let folded: Vec<String> = stems.iter().map(|stem| fold(stem)).collect();
    let places: HashMap<&str, usize> = folded.iter().enumerate().map(|(n, stem)| (stem.as_str(), n)).collect();
    let of = |(n, stem): (usize, &&str)| {
        let mut found = plain_names(stem).filter_map(|plain| places.get(plain.as_str()).copied());
        found.find(|place| *place != n && same(n, *place))
    };
    stems.iter().enumerate().map(of).collect()
}

/// The names a name may have been made from, the shortest first.
fn plain_names(stem: &str) -> impl Iterator<Item = String> {
    let joined = |at: usize| JOINED.iter().any(|word| stem[at..].starts_with(word));
    let breaks = || {
        let places = stem.char_indices();
        places.filter(move |(at, c)| !c.is_alphanumeric() || joined(*at))
    };
    let before = breaks()
        .map(|(at, _)| stem.split_at(at))
        .filter(|(_, rest)| ends_a_copy(rest));
    let behind = breaks().filter(|(_, c)| *c == ' ').map(|(at, _)| stem.split_at(at + 1));
    let behind = behind
        .filter(|(front, _)| any(COPY, &fold(front)))
        .map(|(front, plain)| (plain, front));
    let mut names: Vec<String> = before.chain(behind).map(|(plain, _)| fold(plain)).collect();
    names.sort_by_key(String::len);
    names.into_iter().filter(|name| !name.is_empty())
}

/// Whether this is what a program adds to the name of a file it copies. A hyphen and a number is what Greenroom gives a
/// file of its own.
fn ends_a_copy(rest: &str) -> bool {
    let name = rest.strip_prefix('-').unwrap_or_default();
    if !name.is_empty() && !name.starts_with(' ') {
        let of_a_machine = name.contains(char::is_uppercase);
        return of_a_machine || any(COPY, &fold(name));
    }
    let folded = fold(rest);
    let bracketed = folded.trim_start().starts_with(['(', '[']);
    if bracketed && (any(COPY, &folded) || any(CONFLICT, &folded) || folded.contains('@')) {
        return true;
    }
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .peekable();
    let told = |word: &str| {
        word.starts_with(|c: char| c.is_ascii_digit()) || any(COPY, word) || any(CONFLICT, word) || TOOL.contains(&word)
    };
    rest == "~" || words.peek().is_some() && words.all(told)
}

/// Whether one of these stands in a folded text.
fn any(words: &[&str], text: &str) -> bool {
    words.iter().any(|word| text.contains(&fold(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_call_their_copies_is_known_beside_the_plain_name() {
        for copy in [
            "a (1)",
            "a 2",
            "a - Copy",
            "a - Copy (2)",
            "a-LAPTOP",
            "a-DESKTOP-7QX2",
            "a (Case Conflict)",
            "a.orig",
            "a copy",
            "a copy 2",
            "Copy of a",
            "a (copy)",
            "a (another copy)",
            "a (3rd copy)",
            "a - Kopie",
            "a Kopie",
            "Kopie von a",
            "a - copia",
            "copia de a",
            "Cópia de a",
            "a_2",
            "a.bak",
            "a~",
            "a (コピー)",
            "a - コピー",
            "a - 副本",
            "a — копия",
            "a_LOCAL_1234",
            "a.REMOTE.1234",
            "a_BACKUP_77",
            "a [conflict]",
            "A (Case Conflict)",
            "a (conflict on 2026-11-28)",
            "a.Conflict",
            "a - Copie",
            "a kopia 3",
            "a 복사본",
            "a-copy",
            "a-Anas-MacBook-Pro",
            "a-Ana's iMac",
            "a_conf(1)",
            "a (ana@example.com)",
            "a(1)",
            "a – kopie",
            "a - Αντίγραφο",
            "Αντίγραφο από a",
            "a - העתק",
            "a - نسخة",
            "a - Sao chép",
            "Bản sao của a",
            "a - สำเนา",
            "a - koopia",
            "aのコピー",
            "a のコピー 2",
            "a的副本",
            "a副本 2",
            "a.conflict1",
            "Copy (2) of a",
        ] {
            assert_eq!(copies(&[copy, "a"], |_, _| true), [Some(1), None], "{copy}");
            assert_eq!(
                copies(&[copy, "a"], |_, _| false),
                [None, None],
                "{copy} says something else"
            );
        }
        for other in [
            "a-2",
            "a-labs",
            "a (design)",
            "a story",
            "ab 2",
            "story of a",
            "a - the end",
        ] {
            assert_eq!(copies(&[other, "a"], |_, _| true), [None, None], "{other}");
        }
        assert_eq!(copies(&["a 2 copy", "a 2", "a"], |_, _| true), [Some(2), Some(2), None]);
    }

    #[test]
    fn a_copy_made_where_two_changes_met_is_known_by_its_name_alone() {
        for name in [
            "a.sync-conflict-20261128-100000-ABCDEFG.md",
            "a (Ana's conflicted copy 2026-11-28).md",
            "a (conflicted copy 2026-11-28 100000).md",
            "a (Konfliktkopie von Ana 2026-11-28).md",
            "a (In Konflikt stehende Kopie von Ana 2026-11-28).md",
            "a (Copie en conflit de Ana 2026-11-28).md",
            "a (Copia en conflicto de Ana 2026-11-28).md",
            "a (Copia in conflitto di Ana 2026-11-28).md",
            "a (Cópia em conflito de Ana 2026-11-28).md",
            "a (конфликтующая копия 2026-11-28).md",
            "a (Ana の競合コピー 2026-11-28).md",
            "a (Ana 的冲突副本 2026-11-28).md",
            "a (Case Conflict).md",
            "a (Case Conflict 1).md",
            "a (Unicode Encoding Conflict).md",
            "a (Selective Sync Conflict).md",
            "a (SFConflict ana@x.y 2026-11-28-10-00-00).md",
            "a_conflict-20261128-100000.md",
            "a.conflict-laptop-1764324000.md",
            "a (Anas modstridende kopi 2026-11-28).md",
            "a (Anas motstridende kopi 2026-11-28).md",
            "a (conflicterende kopie van Ana 2026-11-28).md",
            "a (Ana'nın çakışan kopyası 2026-11-28).md",
            "a (Salinan konflik Ana 2026-11-28).md",
            "a (สำเนาที่ขัดแย้งกันของ Ana 2026-11-28).md",
            "a (Conflicted copy Ana 202611281000).md",
            "a (conflict #1).md",
            "a_LAPTOP_Nov-28-1000-2026_Conflict.md",
        ] {
            assert!(conflict_copy(name), "{name}");
        }
        for name in [
            "conflict.md",
            "a (conflict).md",
            "conflict-with-a-manager.md",
            "team_conflict.md",
            "a (1).md",
            "copy (2).md",
        ] {
            assert!(!conflict_copy(name), "{name}");
        }
    }
}
