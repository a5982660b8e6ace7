//! An answer file's text as its pieces: byte mark, front matter key by key, body. What is not changed stays byte for byte.

pub use super::front_matter::NotPlain;
use super::front_matter::{Holds, Piece, pieces};
use super::lines::{ending, usual_ending, with_line_ends};
use super::scalar::{Value, item};

/// The front matter between two lines of `---`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrontMatter<'a> {
    /// The line that opens it.
    pub open: &'a str,
    /// The YAML between.
    pub inner: &'a str,
    /// The line that closes it; at the end of a file it may have no line end.
    pub close: &'a str,
}

/// The front matter of a text, where it has one, and where the body begins.
pub fn front_matter(text: &str) -> (Option<FrontMatter<'_>>, usize) {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut lines = text[start..].split_inclusive('\n');
    let Some(open) = lines.next().filter(|line| line.trim_end() == "---") else {
        return (None, start);
    };
    let begin = start + open.len();
    let mut end = begin;
    for close in lines {
        if close.trim_end() == "---" {
            let inner = &text[begin..end];
            return (Some(FrontMatter { open, inner, close }), end + close.len());
        }
        end += close.len();
    }
    (None, start)
}

/// A text taken apart; its pieces in order are the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub(super) mark: String,
    pub(super) open: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) close: String,
    pub(super) body: String,
}

impl Document {
    /// Takes a text apart; every text can be.
    pub fn parse(text: &str) -> Document {
        let (front, body) = front_matter(text);
        let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
        Document {
            mark: mark.to_owned(),
            open: front.map_or("", |front| front.open).to_owned(),
            pieces: front.map_or_else(Vec::new, |front| pieces(front.inner)),
            close: front.map_or("", |front| front.close).to_owned(),
            body: text[body..].to_owned(),
        }
    }

    /// The whole text.
    pub fn text(&self) -> String {
        [&self.mark, &self.open, &self.front(), &self.close, &self.body]
            .map(String::as_str)
            .concat()
    }

    /// The top-level keys, in their order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match &piece.holds {
            Holds::Key(key) => Some(key.as_str()),
            _ => None,
        })
    }

    /// The value of a key as it is written there, quotes and all.
    pub fn raw(&self, key: &str) -> Option<&str> {
        self.pieces.iter().find(|piece| piece.is(key)).map(Piece::value)
    }

    /// The line end of most of its lines.
    pub fn line_end(&self) -> &'static str {
        usual_ending(&self.text())
    }

    /// Sets a key: its own lines change, a comment behind a value of one line stays; a new key comes last. Front
    /// matter is begun where there is none.
    ///
    /// # Errors
    /// When the front matter is not a plain list of keys; nothing is changed then.
    pub fn set_key(&mut self, key: &str, value: &Value) -> Result<(), NotPlain> {
        self.check()?;
        match self.piece(key) {
            Some(piece) => piece.set(value.as_str()),
            None => self.add(key, value),
        }
        Ok(())
    }

    /// Takes a key out with its lines; whether there was one. Comments around it stay.
    pub fn remove_key(&mut self, key: &str) -> bool {
        let before = self.pieces.len();
        self.pieces.retain(|piece| !piece.is(key));
        self.pieces.len() < before
    }

    /// Adds a text to the list under a key, in the way the list is written; whether it was not there yet.
    ///
    /// # Errors
    /// When the front matter or the list is not plain; nothing is changed then.
    pub fn add_item(&mut self, key: &str, text: &str) -> Result<bool, NotPlain> {
        self.check()?;
        let Some(piece) = self.piece(key) else {
            self.add(key, &Value::list([text]));
            return Ok(true);
        };
        if piece.has_item(text)? {
            return Ok(false);
        }
        piece.add_item(&item(text))?;
        Ok(true)
    }

    /// Takes a text out of the list under a key; whether it was there.
    ///
    /// # Errors
    /// When the list is not plain; nothing is changed then.
    pub fn remove_item(&mut self, key: &str, text: &str) -> Result<bool, NotPlain> {
        self.check()?;
        self.piece(key).map_or(Ok(false), |piece| piece.remove_item(text))
    }

    /// Adds an entry of these keys to the list under a key; a list that is not there is begun.
    ///
    /// # Errors
    /// When the front matter or the list is not plain; nothing is changed then.
    pub fn add_entry(&mut self, key: &str, keys: &[(&str, Value)]) -> Result<(), NotPlain> {
        self.check()?;
        if self.piece(key).is_none() {
            self.add(key, &Value::list::<&str>([]));
        }
        self.piece(key).map_or(Err(NotPlain), |piece| piece.add_entry(keys))
    }

    /// Sets a key of the entry at a place, from 0, of the list under a key; without a value, takes it out.
    ///
    /// # Errors
    /// When the front matter or the entry is not plain, or there is no such entry; nothing is changed then.
    pub fn set_in_entry(&mut self, list: &str, place: usize, key: &str, value: Option<&Value>) -> Result<(), NotPlain> {
        self.check()?;
        self.piece(list)
            .map_or(Err(NotPlain), |piece| piece.set_in_entry(place, key, value))
    }

    /// The front matter between its lines, as it is in the file.
    pub fn front(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    /// The text below the front matter, as it is in the file.
    pub fn body(&self) -> &str {
        &self.body
    }

    /// The body for an editor: every line ends with `\n`, the last one only if it does in the file.
    pub fn editor_body(&self) -> String {
        self.body.replace("\r\n", "\n")
    }

    /// Puts an edited body in place, typed with `\n`: lines that were there keep their bytes and so their line ends,
    /// new ones get the line end of most lines. The last line ends as it was typed, so that what is read again is what
    /// was typed.
    ///
    /// A body that would itself be read as front matter gets an empty one above it.
    pub fn set_body(&mut self, typed: &str) {
        let usual = self.line_end();
        let body = with_line_ends(&self.body, typed, usual);
        if self.open.is_empty() && Document::parse(&body).body != body {
            self.open = format!("---{usual}");
            self.close.clone_from(&self.open);
        }
        if !body.is_empty() && !self.close.is_empty() && ending(&self.close).is_empty() {
            self.close.push_str(usual);
        }
        self.body = body;
    }

    fn piece(&mut self, key: &str) -> Option<&mut Piece> {
        self.pieces.iter_mut().find(|piece| piece.is(key))
    }

    fn check(&self) -> Result<(), NotPlain> {
        let odd = self.pieces.iter().any(|piece| piece.holds == Holds::Odd);
        if odd { Err(NotPlain) } else { Ok(()) }
    }

    fn add(&mut self, key: &str, value: &Value) {
        let usual = self.line_end();
        if self.open.is_empty() {
            self.open = format!("---{usual}");
            self.close.clone_from(&self.open);
        }
        self.pieces.push(Piece::new(key, value.as_str(), usual));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::markup::lines::content;
    use proptest::prelude::*;

    /// A generated file, in the pieces it was made of.
    #[derive(Clone, Debug)]
    struct Made {
        mark: &'static str,
        entries: Vec<(Option<&'static str>, String)>,
        body: String,
    }

    impl Made {
        fn text(&self) -> String {
            let (before, _, after) = self.around(None);
            before + &after
        }

        /// The text before the entry of a key, that entry, and the text after it.
        fn around(&self, key: Option<&str>) -> (String, String, String) {
            let mut parts = (self.mark.to_owned(), String::new(), String::new());
            for (own, text) in &self.entries {
                if key.is_some() && *own == key {
                    parts.1.push_str(text);
                } else if parts.1.is_empty() {
                    parts.0.push_str(text);
                } else {
                    parts.2.push_str(text);
                }
            }
            let last = if parts.1.is_empty() { &mut parts.0 } else { &mut parts.2 };
            last.push_str(&self.body);
            parts
        }
    }

    fn line_end() -> impl Strategy<Value = &'static str> {
        prop_oneof![Just("\n"), Just("\r\n")]
    }

    fn lines(text: &str, ends: &[&str]) -> String {
        let lines = text.split('\n').enumerate();
        lines
            .map(|(n, line)| format!("{line}{}", ends[n % ends.len()]))
            .collect()
    }

    fn made() -> impl Strategy<Value = Made> {
        const TITLES: [&str; 6] = [
            "title: The queue",
            "title:  'it''s: #1'  # mine",
            "title: \"a\\\"b\" # c",
            "title: >-\n  over\n\n  two",
            "title: # none\n  below",
            "title: Don't [stop]",
        ];
        const LISTS: [&str; 6] = [
            "questions: [a, b-c]",
            "questions: [\n  a, # x ]\n  'b]c',\n]",
            "questions:\n- a\n# in\n- b",
            "questions:\n  - a # x\n\n  - \"b\"",
            "questions: [] # none",
            "\"questions\" : [a]",
        ];
        const OTHERS: [&str; 6] = [
            "lens: {a: [1, '}']}",
            "# title: no",
            "",
            "note: |\n  title: inside\n  # not a comment\n\n  - more",
            "deep:\n  title: inner\n  questions: [x]",
            "# [not] in \"it",
        ];
        let entry = |lists: [&'static str; 6]| proptest::sample::select(lists.to_vec());
        let ends = proptest::collection::vec(line_end(), 1..4);
        let body = proptest::collection::vec(("[a-c #—🎉-]{0,6}", line_end()), 0..8);
        let front = (entry(TITLES), entry(LISTS), entry(OTHERS), entry(OTHERS), 0..6_u8);
        (front, ends, body, any::<bool>(), any::<bool>()).prop_map(
            |((title, list, one, two, order), ends, body, mark, whole)| {
                let mut entries = vec![(Some("title"), title), (Some("questions"), list)];
                entries.insert(usize::from(order % 3), (None, one));
                entries.insert(usize::from(order % 2), (None, two));
                entries.insert(0, (None, "---"));
                entries.push((None, "---"));
                let mut body: String = body.into_iter().map(|(line, end)| line + end).collect();
                if !whole {
                    body.truncate(content(&body).len());
                }
                Made {
                    mark: if mark { "\u{feff}" } else { "" },
                    entries: entries
                        .into_iter()
                        .map(|(key, text)| (key, lines(text, &ends)))
                        .collect(),
                    body,
                }
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_500))]

        #[test]
        fn a_text_taken_apart_is_the_same_text(text in "(\u{feff})?(---\r?\n)?([a-c:#\\[\\]'\"|> -]{0,8}\r?\n){0,9}(---(\r?\n)?)?[a\r\n]{0,4}", made in made()) {
            for text in [text, made.text()] {
                let mut document = Document::parse(&text);
                prop_assert_eq!(document.text(), text.clone());
                let body = document.editor_body();
                document.set_body(&body);
                prop_assert_eq!(document.text(), text);
            }
        }

        #[test]
        fn setting_a_key_touches_only_its_lines(made in made(), title in ".{0,12}", list in any::<bool>()) {
            let key = if list { "questions" } else { "title" };
            let value = if list { Value::list([title.as_str(), "z"]) } else { Value::text(&title) };
            let mut document = Document::parse(&made.text());
            document.set_key(key, &value).unwrap();
            let (before, old, after) = made.around(Some(key));
            let text = document.text();
            prop_assert!(text.starts_with(&before) && text.ends_with(&after) && text.len() >= before.len() + after.len());
            let line = &text[before.len()..text.len() - after.len()];
            prop_assert!(line.contains(value.as_str()) && line.matches('\n').count() == 1, "{:?}", line);
            prop_assert_eq!(ending(line), ending(old.split_inclusive('\n').next().unwrap()));
            prop_assert_eq!(document.raw(key), Some(value.as_str()));
            prop_assert!(document.remove_key(key));
            prop_assert_eq!(document.text(), before + &after);
        }

        #[test]
        fn linking_and_unlinking_touch_only_the_list(made in made()) {
            let mut document = Document::parse(&made.text());
            prop_assert!(document.add_item("questions", "new-one").unwrap());
            prop_assert!(!document.add_item("questions", "new-one").unwrap());
            let (before, _, after) = made.around(Some("questions"));
            let text = document.text();
            prop_assert!(text.starts_with(&before) && text.ends_with(&after));
            prop_assert!(Document::parse(&text).remove_item("questions", "new-one").unwrap());
            document.remove_item("questions", "new-one").unwrap();
            prop_assert_eq!(document.text(), made.text());
        }

        #[test]
        fn an_edited_body_is_read_as_typed_and_other_lines_keep_their_bytes(made in made(), at in 0..9_usize, typed in "[a-d-]{0,3}(\n[a-d-]{0,3}){0,2}\n?", front in any::<bool>()) {
            let text = if front { made.text() } else { made.mark.to_owned() + &made.body };
            let mut document = Document::parse(&text);
            let start = text.len() - document.body().len();
            let old: Vec<String> = document.body().split_inclusive('\n').map(str::to_owned).collect();
            let mut body: Vec<String> = document.editor_body().split_inclusive('\n').map(str::to_owned).collect();
            let at = at.min(body.len());
            body.insert(at, typed.clone());
            let body = body.concat();
            document.set_body(&body);
            prop_assert_eq!(document.editor_body(), body);
            prop_assert_eq!(Document::parse(&document.text()), document.clone());
            let text_after = document.text();
            prop_assert!(text_after.starts_with(&text[..start]) || !front);
            let kept: String = old[..at].concat();
            prop_assert!(document.body().starts_with(kept.trim_end_matches(['\r', '\n'])));
            if typed.ends_with('\n') && document.line_end() == "\n" && !document.body().contains('\r') {
                prop_assert!(document.body().ends_with(&old[at..].concat()));
            }
        }
    }

    #[test]
    fn a_file_without_front_matter_gets_one_when_it_needs_it() {
        let mut document = Document::parse("\u{feff}Text\r\n");
        document.set_key("title", &Value::text("A: b")).unwrap();
        assert_eq!(document.text(), "\u{feff}---\r\ntitle: \"A: b\"\r\n---\r\nText\r\n");
        let mut document = Document::parse("Text");
        document.set_body("---\nid: x\n---\nText");
        assert_eq!(document.text(), "---\n---\n---\nid: x\n---\nText");
        assert_eq!(Document::parse(&document.text()).editor_body(), "---\nid: x\n---\nText");
        let mut document = Document::parse("---\nid: a\n---");
        document.set_body("x");
        assert_eq!(document.text(), "---\nid: a\n---\nx");
    }

    #[test]
    fn odd_front_matter_is_left_alone() {
        let text = "---\n{id: a, title: b}\n---\nBody";
        let mut document = Document::parse(text);
        assert_eq!(document.set_key("title", &Value::text("c")), Err(NotPlain));
        assert_eq!(document.add_item("questions", "q"), Err(NotPlain));
        assert_eq!(document.text(), text);
    }
}
