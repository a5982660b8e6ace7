//! Text in the status line of tmux, where `#` begins commands, values and colours.

/// A line as tmux shows it unchanged in its status line.
///
/// tmux looks for `#` twice: it replaces `#S` and `#{...}`, where `##` stands for one, then colours by `#[...]`, where again
/// two in a row are one. In front of `[` the first look leaves them alone, and what a single one leaves the second look
/// takes as it is. Never is an odd number left of several: tmux 3.3 writes one too many for it, and can come to grief.
/// What tmux adds behind the line begins with `#`, so the line does not end with one.
pub(super) fn for_tmux(line: &str) -> String {
    let bare = line.trim_end_matches('\n');
    let behind = if bare.ends_with('#') { " " } else { "" };
    let line = format!("{bare}{behind}{}", &line[bare.len()..]);
    marks(&line, |run, styles| if styles || run == 1 { 2 * run } else { 4 * run })
}

/// The text with other runs of `#`: `count` is told their length, and whether `[` follows.
fn marks(text: &str, count: impl Fn(usize, bool) -> usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('#') {
        let after = rest[at..].trim_start_matches('#');
        let run = rest.len() - at - after.len();
        out.push_str(&rest[..at]);
        out.push_str(&"#".repeat(count(run, after.starts_with('['))));
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A line as tmux 3 shows it, after both its looks.
    fn in_tmux(line: &str) -> String {
        let replaced = marks(line, |run, styles| {
            assert_eq!(run % 2, 0, "a command: {line:?}");
            if styles { run } else { run / 2 }
        });
        let drawn = marks(&replaced, |run, styles| {
            assert!(
                run % 2 == 0 || run == 1 && !styles,
                "a colour, or one too many: {line:?}"
            );
            run.div_ceil(2)
        });
        drawn.trim_end().to_owned()
    }

    #[test]
    fn marks_are_written_as_tmux_takes_them() {
        assert_eq!(for_tmux("Team #S"), "Team ##S");
        assert_eq!(for_tmux("#[bg=red]x"), "##[bg=red]x");
        assert_eq!(for_tmux("a ## b"), "a ######## b");
        assert_eq!(for_tmux("C#"), "C## ");
        assert_eq!(for_tmux("C#\n"), "C## \n");
    }

    proptest! {
        #[test]
        fn every_line_is_shown_in_tmux_as_it_is(line in "[a#\\[({S%, ]{0,16}") {
            let line = line.trim_end();
            let taken = for_tmux(line);
            prop_assert!(!taken.ends_with('#'));
            prop_assert_eq!(in_tmux(&taken), line);
        }
    }
}
