use super::*;
use proptest::prelude::*;

const BASE: &str = "---\nid: a\ntitle: Old # mine\ntags: [x]\n# end\n---\n## Action\n- one\n- two\n## Result\nfour\n";

#[test]
fn changes_of_different_keys_and_lines_are_both_kept() {
    let mine = BASE.replace("Old", "New").replace("- two\n", "- two\n- three\n");
    let theirs = BASE
        .replace("[x]", "[x, y]\nlens: z")
        .replace("- one", "- 1")
        .replace("four", "five");
    let merged = merge(BASE, &mine, &theirs).unwrap();
    assert_eq!(
        merged,
        "---\nid: a\ntitle: New # mine\ntags: [x, y]\nlens: z\n# end\n---\n## Action\n- 1\n- two\n- three\n## Result\nfive\n"
    );
    assert_eq!(merge(BASE, &theirs, &mine).unwrap(), merged);
}

#[test]
fn the_same_key_or_line_changed_in_two_ways_is_a_clash() {
    let mine = BASE.replace("Old", "New");
    assert_eq!(merge(BASE, &mine, &BASE.replace("Old", "Other")), None);
    assert_eq!(
        merge(BASE, &BASE.replace("four", "4\n5"), &BASE.replace("four\n", "")),
        None
    );
    assert_eq!(merge("a\n", "a\nb\n", "a\nc\n"), None, "both added at one place");
    assert_eq!(merge(BASE, &mine, &mine), Some(mine));
}

#[test]
fn line_ends_changed_throughout_and_a_lost_last_one_are_no_clash() {
    let theirs = BASE.replace('\n', "\r\n").replace("- one", "- 1");
    let mine = BASE.replace("four", "five");
    let merged = merge(BASE, &mine, &theirs).unwrap();
    assert_eq!(merged, theirs.replace("four", "five"));
    assert_eq!(merge("a\nb\nc", "a\nb\nc\nd", "x\nb\nc").unwrap(), "x\nb\nc\nd");
    assert_eq!(merge("a\nb\n", "a\nb", "a\nb\nc\n").unwrap(), "a\nb\nc\n");
    let front = merge("x\n", "---\ntitle: t\n---\nx\n", "x\ny\n").unwrap();
    assert_eq!(front, "---\ntitle: t\n---\nx\ny\n");
}

fn text() -> impl Strategy<Value = String> {
    let front = proptest::option::of("(id: [ab]\n)?(title: [ab]\n)?(# [ab]\n)?(tags: \\[[ab]\\]\n)?");
    (front, "([a-d]\n){0,6}")
        .prop_map(|(front, body)| front.map_or_else(|| body.clone(), |front| format!("---\n{front}---\n{body}")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn one_change_is_that_change_and_the_sides_may_be_exchanged(base in text(), mine in text(), theirs in text()) {
        prop_assert_eq!(merge(&base, &mine, &base).unwrap(), mine.clone());
        prop_assert_eq!(merge(&base, &base, &theirs).unwrap(), theirs.clone());
        match (merge(&base, &mine, &theirs), merge(&base, &theirs, &mine)) {
            (Some(one), Some(other)) => {
                prop_assert_eq!(&one, &other);
                let new = |text: &str| text.lines().any(|line| !base.contains(line) && !one.contains(line));
                prop_assert!(!new(&mine) && !new(&theirs), "a new line was lost: {:?}", one);
            }
            (None, None) => {}
            (one, other) => prop_assert!(false, "{one:?} {other:?}"),
        }
    }

    #[test]
    fn changes_of_different_lines_are_both_there(changes in proptest::collection::vec((0..4_u8, 0..3_u8), 1..30)) {
        let build = |side: Option<u8>| -> String {
            let line = |(n, (who, what)): (usize, &(u8, u8))| match (side.is_none_or(|side| side == *who), what) {
                _ if *who > 1 => format!("line {n}\n"),
                (true, 0) => format!("changed {n}\n"),
                (true, 1) => String::new(),
                (true, _) => format!("line {n}\nadded {n}\n"),
                (false, _) => format!("line {n}\n"),
            };
            changes.iter().enumerate().map(line).collect()
        };
        let (base, mine, theirs, both) = (build(Some(9)), build(Some(0)), build(Some(1)), build(None));
        prop_assert_eq!(merge(&base, &mine, &theirs).unwrap(), both.clone());
        prop_assert_eq!(merge(&base, &theirs, &mine).unwrap(), both);
    }
}
