//! YAML values on one line: written so that they are read back as they were, and read where they stand.

use super::closed::quoted_length;

/// A value as it is written in front matter, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value(String);

impl Value {
    /// A text, quoted where it would be read as something else.
    pub fn text(text: &str) -> Value {
        Value(quoted(text))
    }

    /// A list of texts in brackets.
    pub fn list<T: AsRef<str>>(items: impl IntoIterator<Item = T>) -> Value {
        let items: Vec<String> = items.into_iter().map(|text| item(text.as_ref())).collect();
        Value(format!("[{}]", items.join(", ")))
    }

    /// A day, a moment, a number or a word of ours: as it is where that is read as the same text, else in quotes.
    pub fn plain(text: &str) -> Value {
        let safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | ':' | '-' | '+' | '/' | '_' | '.');
        let plain = text.chars().all(safe)
            && text.starts_with(|c: char| c.is_ascii_alphanumeric())
            && !text.contains(": ")
            && !text.ends_with([':', ' ']);
        Value(if plain { text.to_owned() } else { quoted(text) })
    }

    /// A map in brackets.
    pub fn map<'a>(keys: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
        let keys = keys.into_iter();
        let keys: Vec<String> = keys
            .map(|(key, value)| format!("{key}: {}", value.in_brackets()))
            .collect();
        Value(format!("{{{}}}", keys.join(", ")))
    }

    /// The value as it is written inside brackets, where a comma or a bracket would end it.
    pub(super) fn in_brackets(&self) -> String {
        if self.0.starts_with(['"', '[', '{']) || !self.0.contains([',', '?']) {
            self.0.clone()
        } else {
            in_quotes(&self.0)
        }
    }

    /// The value as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A YAML string on one line, quoted where it would be read as something else.
pub fn quoted(text: &str) -> String {
    const ALSO: &str = " -_.,'()/?+&*!%$=;@";
    let plain = text.chars().all(|c| c.is_alphanumeric() || ALSO.contains(c));
    let starts = text.chars().next().is_some_and(char::is_alphabetic);
    let word = text.to_lowercase();
    let reserved = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(&word.as_str());
    if plain && starts && !reserved && text.trim() == text {
        text.to_owned()
    } else {
        in_quotes(text)
    }
}

/// A YAML string as one item of a list in brackets, where a comma would end it.
pub fn item(text: &str) -> String {
    if text.contains([',', '?']) {
        in_quotes(text)
    } else {
        quoted(text)
    }
}

/// In double quotes; escaped is what YAML does not let stand as itself, and nothing else.
pub(super) fn in_quotes(text: &str) -> String {
    let json = serde_json::to_string(text).unwrap_or_default();
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        let unseen = matches!(
            c,
            '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        );
        if unseen {
            out.push_str(&format!("\\u{:04x}", c as u32));
        } else {
            out.push(c);
        }
    }
    out
}

/// The text of a scalar as it stands in a file, without its quotes; escapes that JSON does not know are left as they are.
pub fn unquoted(scalar: &str) -> String {
    let scalar = scalar.trim();
    let whole = quoted_length(scalar) == Some(scalar.len());
    let inside = |mark: char| scalar.strip_prefix(mark)?.strip_suffix(mark).filter(|_| whole);
    if let Some(text) = inside('\'') {
        return text.replace("''", "'");
    }
    if inside('"').is_some()
        && let Ok(text) = serde_json::from_str(scalar)
    {
        return text;
    }
    scalar.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quoted_is_read_back_alone_and_in_a_list() {
        for text in [
            "plain words",
            "",
            "no",
            "a: b #c",
            "\"q\"",
            "it's",
            "'",
            "12",
            " x ",
            "面接",
            "a,b",
            "what?",
            "\u{85}\u{7f}\u{feff}",
            "two\nlines\ttab",
            "- x",
            "note: *this* & [that]",
            "&a",
            "🎉 yes",
            "Rock & Roll, *live*",
            "a! %b & @c = d;",
        ] {
            assert_eq!(unquoted(&quoted(text)), text);
            let yaml = format!("a: {}\nb: {}\n", quoted(text), Value::list([text, "z"]).as_str());
            let read: Result<serde_yaml::Value, _> = serde_yaml::from_str(&yaml);
            let read = read.unwrap_or_default();
            assert_eq!(read["a"].as_str(), Some(text), "{yaml}");
            assert_eq!(read["b"][0].as_str(), Some(text), "{yaml}");
        }
        assert_eq!(unquoted("'don''t'"), "don't");
        assert_eq!(unquoted("'a' and 'b'"), "'a' and 'b'");
    }

    #[test]
    fn what_need_not_be_escaped_stands_as_it_was_typed() {
        for text in ["Rock & Roll", "R & D", "one, *two*, three", "so & more!", "a = b; c@d"] {
            assert_eq!(quoted(text), text);
        }
        for text in ["& co", "* first", "a: *b* & [*c]", "#1 & #2", "x #42"] {
            assert_eq!(quoted(text), format!("\"{text}\""));
        }
        assert_eq!(Value::list(["a & b", "c, *d*"]).as_str(), "[a & b, \"c, *d*\"]");
    }
}
