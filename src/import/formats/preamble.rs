//! Settings that stand above a table.

use crate::text::line_ends::spans;

/// What lines in front of a table say of it: `sep=;` as Excel writes it, `#separator:tab` as Anki does.
#[derive(Default)]
pub(super) struct Settings {
    /// What parts its cells.
    pub(super) sign: Option<char>,
    /// The names of its columns.
    pub(super) columns: Option<Vec<String>>,
    /// The byte behind them.
    pub(super) end: usize,
    /// How many lines they are.
    pub(super) lines: usize,
}

impl Settings {
    /// Reads them from the top of a table.
    pub(super) fn read(text: &str) -> Settings {
        let mut found = Settings::default();
        for (start, end) in spans(text) {
            let line = text[start..end].trim();
            let sep = line.strip_prefix("sep=").and_then(|sign| sign.chars().next());
            let key = line.strip_prefix('#').and_then(|setting| setting.split_once(':'));
            let key = key.filter(|(key, _)| key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' '));
            match (sep, key) {
                (Some(sign), _) => found.sign = Some(sign),
                (None, Some(("separator", sign))) => found.sign = separator_named(sign),
                (None, Some(("columns", names))) => {
                    let sign = found.sign.unwrap_or('\t');
                    found.columns = Some(names.split(sign).map(|name| name.trim().to_owned()).collect());
                }
                (None, Some(_)) => {}
                (None, None) => break,
            }
            (found.end, found.lines) = (end, found.lines + 1);
        }
        found
    }
}

/// A separator by its name or as it is.
fn separator_named(name: &str) -> Option<char> {
    match name.trim().to_lowercase().as_str() {
        "comma" => Some(','),
        "semicolon" => Some(';'),
        "tab" | "\\t" | "" => Some('\t'),
        "space" => Some(' '),
        "pipe" => Some('|'),
        "colon" => Some(':'),
        sign => sign.chars().next(),
    }
}
