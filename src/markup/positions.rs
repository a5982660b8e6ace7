//! Where in a YAML text a key or an entry stands, so that what is said about it has its line.
//!
//! It follows block style only: what stands inside brackets or in a text of several lines has the line it begins on.

/// One step from a value to a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// The value of a key.
    Key(&'a str),
    /// An entry of a list, from 0.
    Item(usize),
}

/// The keys and entries of a text with their lines.
#[derive(Debug)]
pub struct Outline<'a> {
    nodes: Vec<Node<'a>>,
}

#[derive(Debug)]
struct Node<'a> {
    key: Option<&'a str>,
    line: usize,
    children: Vec<usize>,
}

/// A list or a mapping that is still open while the text is read.
struct Open {
    node: usize,
    column: usize,
    list: bool,
}

impl<'a> Outline<'a> {
    /// Reads the outline of a text in one pass; a text that is no YAML gives some outline.
    pub fn new(text: &'a str) -> Outline<'a> {
        let mut outline = Outline {
            nodes: vec![Node {
                key: None,
                line: 1,
                children: Vec::new(),
            }],
        };
        let mut open: Vec<Open> = Vec::new();
        let mut continues_right_of = None;
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (index, line) in text.lines().enumerate() {
            let rest = line.trim_start_matches(' ');
            let column = line.len() - rest.len();
            let blank = rest.is_empty() || rest.starts_with(['#', '%', '\t']) || line == "---" || line == "...";
            if blank || continues_right_of.is_some_and(|limit| column > limit) {
                continue;
            }
            continues_right_of = outline.line(&mut open, index + 1, column, rest);
        }
        outline
    }

    /// The line, from 1, of what the steps lead to, or of the nearest thing around it that has one.
    pub fn line_of(&self, steps: &[Step]) -> usize {
        let mut at = 0;
        for step in steps {
            match self.child(at, *step) {
                Some(child) => at = child,
                None => break,
            }
        }
        self.nodes[at].line
    }

    /// The line of a path whose keys and places are parted by dots: `questions.3.probes.1.ask`.
    pub fn line_of_path(&self, path: &str) -> usize {
        let steps: Vec<Step> = path
            .split('.')
            .filter(|word| !word.is_empty() && *word != "?")
            .map(|word| word.parse().map_or(Step::Key(word), Step::Item))
            .collect();
        self.line_of(&steps)
    }

    fn child(&self, at: usize, step: Step) -> Option<usize> {
        let children = &self.nodes[at].children;
        match step {
            Step::Item(place) => children
                .get(place)
                .copied()
                .filter(|child| self.nodes[*child].key.is_none()),
            Step::Key(key) => children
                .iter()
                .copied()
                .find(|child| self.nodes[*child].key == Some(key)),
        }
    }

    /// Takes in one line; answers with the column that lines of the same value stand right of.
    fn line(&mut self, open: &mut Vec<Open>, line: usize, mut column: usize, mut rest: &'a str) -> Option<usize> {
        loop {
            if let Some(after) = dash(rest) {
                self.add(open, line, column, None);
                let next = after.trim_start_matches(' ');
                if next.is_empty() || next.starts_with('#') {
                    return None;
                }
                let dash_column = column;
                column += rest.len() - next.len();
                rest = next;
                if dash(rest).is_none() && key(rest).is_none() {
                    return Some(dash_column);
                }
            } else {
                let (name, value) = key(rest)?;
                self.add(open, line, column, Some(name));
                let value = value.trim_start();
                return (!value.is_empty() && !value.starts_with('#')).then_some(column);
            }
        }
    }

    fn add(&mut self, open: &mut Vec<Open>, line: usize, column: usize, key: Option<&'a str>) {
        let list = key.is_none();
        while open
            .last()
            .is_some_and(|top| top.column > column || top.column == column && top.list && !list)
        {
            open.pop();
        }
        let node = match open.last() {
            Some(top) if top.column == column && top.list == list => top.node,
            top => {
                let node = top
                    .and_then(|top| self.nodes[top.node].children.last())
                    .copied()
                    .unwrap_or(0);
                open.push(Open { node, column, list });
                node
            }
        };
        let child = self.nodes.len();
        self.nodes.push(Node {
            key,
            line,
            children: Vec::new(),
        });
        self.nodes[node].children.push(child);
    }
}

/// What stands after the dash of a list entry.
fn dash(text: &str) -> Option<&str> {
    text.strip_prefix('-')
        .filter(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// A key at the beginning of a text, without its quotes, and what stands after its colon.
fn key(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next()?;
    if matches!(quote, '"' | '\'') {
        let (name, rest) = text[1..].split_once(quote)?;
        let value = rest.trim_start().strip_prefix(':')?;
        return Some((name, value));
    }
    if matches!(quote, '[' | '{' | '|' | '>' | '#') {
        return None;
    }
    let (name, value) = text.split_once(": ").or_else(|| {
        let name = text.trim_end().strip_suffix(':')?;
        Some((name, ""))
    })?;
    (!name.contains(" #")).then_some((name.trim_end(), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "\
# a bank
category: conflict
about: >-
  questions: none here
  - nor here

tags: [a,
  b]
questions:
- id: one
  ask: \"What: now?
    and more: text\"
  probes:
    - ask: First?
      when: result

    - when: action
      ask: Second?
    - {ask: Third?, when: task}
  listen_for:
    - plain
    - text: no, a mapping
    -
      more: x
- - id: deep
  - 'quoted key' : 1
-   id: far
    \"ask\":
      later
extra:
  deeper:
    deepest: 1
last: 1
";

    #[test]
    fn every_key_and_entry_in_block_style_has_its_line() {
        let outline = Outline::new(TEXT);
        for (path, line) in [
            ("category", 2),
            ("about", 3),
            ("tags", 7),
            ("questions", 9),
            ("questions.0", 10),
            ("questions.0.id", 10),
            ("questions.0.ask", 11),
            ("questions.0.probes", 13),
            ("questions.0.probes.0.when", 15),
            ("questions.0.probes.1", 17),
            ("questions.0.probes.1.ask", 18),
            ("questions.0.listen_for.0", 21),
            ("questions.0.listen_for.1.text", 22),
            ("questions.0.listen_for.2.more", 24),
            ("questions.1.0.id", 25),
            ("questions.1.1.quoted key", 26),
            ("questions.2.id", 27),
            ("questions.2.ask", 28),
            ("extra.deeper.deepest", 32),
            ("last", 33),
        ] {
            assert_eq!(outline.line_of_path(path), line, "{path}");
        }
    }

    #[test]
    fn what_is_written_in_brackets_or_is_not_there_has_the_line_around_it() {
        let outline = Outline::new(TEXT);
        for (path, line) in [
            ("questions.0.probes.2.when", 19),
            ("tags.1", 7),
            ("questions.0.levels", 10),
            ("questions.7.ask", 9),
            ("nothing", 1),
        ] {
            assert_eq!(outline.line_of_path(path), line, "{path}");
        }
    }

    #[test]
    fn line_ends_and_a_byte_order_mark_change_nothing() {
        let text = format!("\u{feff}{}", TEXT.replace('\n', "\r\n"));
        let outline = Outline::new(&text);
        assert_eq!(outline.line_of_path("questions.0.probes.1.ask"), 18);
    }
}
