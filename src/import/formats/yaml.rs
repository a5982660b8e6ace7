//! Banks in YAML, as people write it by hand: lists of texts, lists of objects, texts over several lines. What needs more
//! of YAML than that is read as notes.

use super::bank;
use super::bank::{Kind, Value};
use crate::import::lines::indent;
use crate::import::reading::Found;

/// How deep values may stand in one another.
const DEEPEST: usize = 40;

/// Reads a bank into items; none where the text is no such YAML.
pub(in crate::import) fn read(lines: &[&str]) -> Option<Found> {
    let full = |line: &&str| !line.trim().is_empty();
    let rows = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| full(line) && line.trim_end() != "---");
    let rows: Vec<YamlRow> = rows
        .map(|(at, line)| YamlRow {
            line: at,
            indent: indent(line),
            text: line.trim().to_owned(),
        })
        .collect();
    let mut page = YamlRows { lines, rows, at: 0 };
    let first = page.rows.iter().find(|row| !row.text.starts_with('#'))?;
    if !(item(&first.text) || key(&first.text).is_some())
        || lines.iter().any(|line| line.trim_start().starts_with('\t'))
    {
        return None;
    }
    let mut values = Vec::new();
    while let Some(row) = page.rows.get(page.at) {
        values.push(page.value(row.indent, 0)?);
    }
    Some(bank::read(&values))
}

/// A line with something on it, or what of one is a value of its own.
struct YamlRow {
    line: usize,
    indent: usize,
    text: String,
}

struct YamlRows<'a> {
    lines: &'a [&'a str],
    rows: Vec<YamlRow>,
    at: usize,
}

impl YamlRows<'_> {
    /// The row in front, where it stands as far in as said or further.
    fn row(&self, least: usize) -> Option<&YamlRow> {
        self.rows.get(self.at).filter(|row| row.indent >= least)
    }

    /// The value that begins in front, of rows as far in as said.
    fn value(&mut self, indent: usize, depth: usize) -> Option<Value> {
        let row = self.row(indent).filter(|_| depth < DEEPEST)?;
        if let Some(comment) = row.text.strip_prefix('#') {
            let value = text(row.line, row.line, Kind::Word(comment.trim().to_owned()));
            self.at += 1;
            return Some(value);
        }
        if item(&row.text) {
            self.list(row.indent, depth)
        } else if key(&row.text).is_some() {
            self.object(row.indent, depth)
        } else {
            let first = row.text.clone();
            self.at += 1;
            self.scalar(&first, indent)
        }
    }

    fn list(&mut self, indent: usize, depth: usize) -> Option<Value> {
        let first = self.row(indent)?.line;
        let mut values = Vec::new();
        while let Some(row) = self.row(indent) {
            let own = row.indent == indent && (item(&row.text) || row.text.starts_with('#'));
            if !own {
                // Something further in than the items of the list is no part of one.
                return (row.indent == indent).then(|| self.ended(first, Kind::List(values)));
            }
            let rest = row.text.strip_prefix('-').map(str::trim_start);
            match rest.map(str::to_owned) {
                Some(rest) if rest.is_empty() => {
                    self.at += 1;
                    if let Some(row) = self.row(indent + 1) {
                        values.push(self.value(row.indent, depth + 1)?);
                    }
                }
                Some(rest) => {
                    let row = &mut self.rows[self.at];
                    row.indent += row.text.len() - rest.len();
                    let inner = row.indent;
                    row.text = rest;
                    values.push(self.value(inner, depth + 1)?);
                }
                None => values.push(self.value(indent, depth + 1)?),
            }
        }
        Some(self.ended(first, Kind::List(values)))
    }

    fn object(&mut self, indent: usize, depth: usize) -> Option<Value> {
        let first = self.row(indent)?.line;
        let mut fields = Vec::new();
        while let Some(row) = self.row(indent).filter(|row| row.indent == indent) {
            if row.text.starts_with('#') {
                fields.push(("#".to_owned(), self.value(indent, depth + 1)?));
                continue;
            }
            let Some((name, rest)) = key(&row.text) else { break };
            let (name, rest, line) = (name.to_owned(), rest.to_owned(), row.line);
            self.at += 1;
            let value = if rest.is_empty() {
                match self.rows.get(self.at) {
                    Some(next) if next.indent > indent || next.indent == indent && item(&next.text) => {
                        self.value(next.indent, depth + 1)?
                    }
                    _ => text(line, line, Kind::Word(String::new())),
                }
            } else {
                self.scalar(&rest, indent + 1)?
            };
            fields.push((name, value));
        }
        Some(self.ended(first, Kind::Object(fields)))
    }

    /// A text that begins with the words given and goes on in the rows further in.
    fn scalar(&mut self, first: &str, inside: usize) -> Option<Value> {
        let line = self.rows[self.at - 1].line;
        let block = first.trim_end_matches(['+', '-']);
        if matches!(block, "|" | ">") {
            return Some(self.block(block == ">", line, inside));
        }
        if first.starts_with(['{', '&', '*', '!', '%', '@']) {
            return None;
        }
        let mut said = first.to_owned();
        while let Some(row) = self.row(inside).filter(|_| !closed(&said)) {
            said.push(' ');
            said.push_str(&row.text);
            self.at += 1;
        }
        let last = self.rows[self.at - 1].line;
        if let Some(listed) = said.strip_prefix('[') {
            let listed = listed
                .strip_suffix(']')
                .filter(|listed| !listed.contains(['[', '{', '"', '\'']))?;
            let each = |one: &str| text(line, last, Kind::Text(one.trim().to_owned()));
            return Some(text(line, last, Kind::List(listed.split(',').map(each).collect())));
        }
        Some(text(line, last, Kind::Text(unquoted(&said)?)))
    }

    /// A text whose line ends are kept, or are blanks where it is folded.
    fn block(&mut self, folded: bool, line: usize, inside: usize) -> Value {
        let end = self.rows[self.at..].iter().position(|row| row.indent < inside);
        let end = end.map_or(self.rows.len(), |end| self.at + end);
        let last = self.rows[end - 1].line;
        let depth = self
            .rows
            .get(self.at)
            .filter(|_| self.at < end)
            .map_or(0, |row| row.indent);
        let says = |line: &&str| {
            let blanks = line.len() - line.trim_start().len();
            line.get(blanks.min(depth)..).unwrap_or_default().trim_end().to_owned()
        };
        let said: Vec<String> = self.lines[line + 1..=last].iter().map(says).collect();
        let said = if folded {
            let paragraphs = said.split(String::is_empty).filter(|lines| !lines.is_empty());
            paragraphs.map(|lines| lines.join(" ")).collect::<Vec<_>>().join("\n\n")
        } else {
            said.join("\n")
        };
        self.at = end;
        text(line, last, Kind::Text(said))
    }

    /// A value that ends in front of what is in front now.
    fn ended(&self, first: usize, kind: Kind) -> Value {
        text(first, self.rows[self.at.max(1) - 1].line, kind)
    }
}

fn text(first: usize, last: usize, kind: Kind) -> Value {
    Value {
        first: first + 1,
        last: last + 1,
        kind,
    }
}

fn item(text: &str) -> bool {
    text == "-" || text.starts_with("- ")
}

/// The name at the front of a row and what stands behind it. A sentence with a colon in it is none.
fn key(text: &str) -> Option<(&str, &str)> {
    const WORDS: usize = 4;
    let (name, rest) = text
        .split_once(": ")
        .or_else(|| text.strip_suffix(':').map(|name| (name, "")))?;
    let name = name.trim_end().trim_matches(['"', '\'']);
    let short = (1..=WORDS).contains(&name.split_whitespace().count());
    (short && !name.contains(['?', '"', '\'', '[', '{'])).then(|| (name, rest.trim()))
}

/// Whether a quoted text is at its end: one without quotes goes on as long as its rows do.
fn closed(said: &str) -> bool {
    ['"', '\'']
        .iter()
        .any(|sign| said.len() > 1 && said.starts_with(*sign) && said.ends_with(*sign))
}

/// A text without the quotes around it; none where something stands behind them or a sign in them is not known.
fn unquoted(said: &str) -> Option<String> {
    if let Some(inside) = said.strip_prefix('\'') {
        return inside.strip_suffix('\'').map(|inside| inside.replace("''", "'"));
    }
    let Some(inside) = said.strip_prefix('"') else {
        return Some(said.to_owned());
    };
    let mut chars = inside.strip_suffix('"')?.chars();
    let mut text = String::new();
    while let Some(c) = chars.next() {
        text.push(match c {
            '\\' => match chars.next()? {
                'n' => '\n',
                't' => '\t',
                sign @ ('"' | '\\' | '/') => sign,
                _ => return None,
            },
            '"' => return None,
            c => c,
        });
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use crate::import::{Item, ItemKind, read};

    fn told(text: &str) -> Vec<(Item, String)> {
        let reading = read("a.yaml", text.as_bytes());
        let items = reading.items.iter();
        items.map(|item| (item.clone(), reading.body(item))).collect()
    }

    #[test]
    fn objects_in_a_list_are_questions_with_their_answers() {
        let found = told(
            "# mine\n- question: Why boats?\n  answer: |\n    I like water.\n\n    And rope.\n- question: \"When did you sink?\"\n  category: failure\n  answer: >\n    The mast broke\n    and I cut it loose.\n",
        );
        assert_eq!((found[1].0.kind, found[1].0.lines), (ItemKind::Point, (2, 6)));
        assert_eq!(found[1].1, "I like water.\n\nAnd rope.");
        assert_eq!(found[3].1, "The mast broke and I cut it loose.");
        assert_eq!(found[2].0.title.as_deref(), Some("When did you sink?"));
    }

    #[test]
    fn texts_in_a_list_and_stories_by_their_parts_are_read() {
        let found = told(
            "questions:\n  - Why boats?\n  - \"Tell me: what broke?\"\nstories:\n- title: The mast\n  situation: it broke\n    off Leith\n  action: I cut it loose\n  result: home by noon\n",
        );
        let kinds: Vec<ItemKind> = found.iter().map(|(item, _)| item.kind).collect();
        assert_eq!(kinds, [ItemKind::Question, ItemKind::Question, ItemKind::Story]);
        assert!(found[2].1.contains("it broke off Leith"));
    }

    #[test]
    fn what_is_more_than_a_list_of_texts_and_objects_is_read_as_notes() {
        for text in [
            "- &a {question: Why boats?}\n",
            "Why boats?\nI like water.\n",
            "- a: \"open\n",
            "- - -\n",
            "",
        ] {
            let reading = read("a.yaml", text.as_bytes());
            assert_eq!(reading.shape, crate::import::reading::Shape::Lines, "{text}");
        }
    }
}
