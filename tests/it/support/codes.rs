//! The control codes in what a program sent to its terminal.

/// The sequences greenroom has a use for, by their last byte: cursor, colours, clearing, modes.
const OURS: &[u8] = b"HmJKhl";

/// Everything in the output that steers a terminal and is none of ours: other sequences, control characters of
/// either kind, marks that turn the reading order, characters without width.
pub(crate) fn strange(bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    // The question for the terminal's ground is ours, and asked once.
    let text = String::from_utf8_lossy(bytes).replacen("\u{1b}]11;?\u{1b}\\", "", 1);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' {
            let mut sequence = String::new();
            let csi = chars.next_if_eq(&'[').is_some();
            while let Some(c) = chars.next_if(|c| csi && (' '..='?').contains(c)) {
                sequence.push(c);
            }
            let last = chars.next().unwrap_or(' ');
            if !csi || !last.is_ascii() || !OURS.contains(&(last as u8)) {
                found.push(format!("ESC {}{sequence}{last}", if csi { "[" } else { "" }));
            }
        } else if c.is_control() && !matches!(c, '\r' | '\n') || hidden(c) {
            found.push(format!("U+{:04X}", u32::from(c)));
        }
    }
    found
}

fn hidden(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[test]
fn strange_codes_are_found_and_ours_are_not() {
    assert_eq!(strange(b"\x1b[0m\x1b[2;3Hhello\x1b[?25l\r\n"), Vec::<String>::new());
    let found = strange("\u{1b}]0;x\u{7}\u{1b}[5n\u{9b}\u{202e}".as_bytes());
    assert_eq!(found, ["ESC ]", "U+0007", "ESC [5n", "U+009B", "U+202E"]);
}
