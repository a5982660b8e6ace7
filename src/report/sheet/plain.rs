//! The sheet as plain text.

use super::contents::{NO_STORY, Sheet, Values};
use super::stories::Story;
use crate::text::shown::without_controls;
use crate::text::wrap::wrap;

/// Columns of the page.
const WIDTH: usize = 76;

impl Sheet {
    /// The page as text, no line longer than a narrow terminal.
    pub fn text(&self) -> String {
        let mut text = format!("{}\n", one_line(&self.company));
        for line in self.when.iter().chain(&self.missing) {
            text.push_str(&indented(line, 0));
        }
        if let Some(Values { lens, each }) = &self.values {
            text.push_str(&format!("\nWhat they value: {}\n", one_line(lens)));
            if each.iter().all(|(_, about)| about.is_none()) {
                let names: Vec<&str> = each.iter().map(|(name, _)| name.as_str()).collect();
                text.push_str(&indented(&names.join(" · "), 2));
            } else {
                for (name, about) in each {
                    text.push_str(&indented(
                        &format!("{name}: {}", about.as_deref().unwrap_or_default()),
                        2,
                    ));
                }
            }
        }
        text.push_str("\nStories\n");
        if self.stories.is_empty() {
            text.push_str(&indented(NO_STORY, 2));
        }
        for (n, story) in self.stories.iter().enumerate() {
            text.push_str(&told(n + 1, story));
        }
        let remember: Vec<String> = self
            .remember
            .iter()
            .map(|(what, who)| format!("{what} ({who})"))
            .collect();
        for (title, lines) in [
            ("They heard already", &self.heard),
            ("Keep in mind", &remember),
            ("Ask them", &self.ask),
        ] {
            if !lines.is_empty() {
                text.push_str(&format!("\n{title}\n"));
                text.extend(lines.iter().map(|line| hanging("- ", line)));
            }
        }
        text
    }
}

fn told(number: usize, story: &Story) -> String {
    let shows = match story.shows.as_slice() {
        [] => String::new(),
        some => format!(" ({})", some.join(", ")),
    };
    let mut text = hanging(&format!("{number}. "), &format!("{}{shows}", story.title));
    if !story.opens.is_empty() {
        text.push_str(&indented(&story.opens, 5));
    }
    if !story.figures.is_empty() {
        text.push_str(&indented(&format!("figures: {}", story.figures.join(" · ")), 5));
    }
    text
}

/// A text on one line, without what steers a terminal.
pub(super) fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    without_controls(&line)
}

fn indented(text: &str, by: usize) -> String {
    let lines = wrap(&one_line(text), WIDTH - by);
    lines.iter().map(|line| format!("{}{line}\n", " ".repeat(by))).collect()
}

/// A text behind a sign, its other lines under its first.
fn hanging(sign: &str, text: &str) -> String {
    let lines = wrap(&one_line(text), WIDTH - 2 - sign.len());
    let line = |(n, line): (usize, &String)| {
        let sign = if n == 0 {
            sign.to_owned()
        } else {
            " ".repeat(sign.len())
        };
        format!("  {sign}{line}\n")
    };
    lines.iter().enumerate().map(line).collect()
}
