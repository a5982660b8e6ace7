//! All answers as one document, Markdown or org: a chapter for each category, under each title the questions it serves and
//! then its text.

use std::collections::BTreeMap;

use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::library::Library;
use crate::markup::lines::contents;
use crate::markup::markdown::heading;

/// The signs a document is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signs {
    /// Those of Markdown.
    Markdown,
    /// Those of org.
    Org,
}

/// The answers as one document. Headings inside an answer stand below its title; nothing else of a text changes but the
/// signs.
pub fn document(library: &Library, signs: Signs) -> String {
    let mut chapters: BTreeMap<usize, Vec<&Answer>> = BTreeMap::new();
    for answer in library.answers() {
        let category = library.category_of(answer);
        let place = Category::ALL.iter().position(|one| *one == category);
        chapters.entry(place.unwrap_or(usize::MAX)).or_default().push(answer);
    }
    let mut text = String::new();
    for (place, answers) in chapters {
        let category = Category::ALL.get(place).copied().unwrap_or(Category::Unsorted);
        text.push_str(&signs.heading(1, category.title()));
        for answer in answers {
            text.push_str(&signs.heading(2, &one_line(&answer.title)));
            let asks = answer.questions.iter().filter_map(|id| library.question(id));
            let asks: String = asks.map(|question| signs.asks(&one_line(&question.ask))).collect();
            if !asks.is_empty() {
                text.push_str(&format!("{asks}\n"));
            }
            let body = signs.body(answer.body());
            if !body.is_empty() {
                text.push_str(&format!("{body}\n"));
            }
        }
    }
    text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The deepest heading there is.
const DEEPEST: usize = 6;

impl Signs {
    fn heading(self, depth: usize, title: &str) -> String {
        let sign = if self == Signs::Markdown { "#" } else { "*" };
        format!("{} {title}\n\n", sign.repeat(depth))
    }

    fn asks(self, ask: &str) -> String {
        match self {
            Signs::Markdown => format!("> {ask}\n"),
            Signs::Org => format!("- /{ask}/\n"),
        }
    }

    /// The text of an answer without blank lines around it.
    fn body(self, text: &str) -> String {
        let mut found = String::new();
        let mut fenced = false;
        for line in contents(text) {
            let fence = line.trim_start().starts_with("```");
            if self == Signs::Org && fence {
                found.push_str(if fenced { "#+end_example\n" } else { "#+begin_example\n" });
            } else if let Some(title) = heading(line).filter(|_| !fenced) {
                let depth = line.bytes().take_while(|byte| *byte == b'#').count();
                found.push_str(self.heading((depth + 1).clamp(3, DEEPEST), title).trim_end());
                found.push('\n');
            } else {
                found.push_str(&self.line(line, fenced));
                found.push('\n');
            }
            fenced ^= fence;
        }
        if fenced && self == Signs::Org {
            found.push_str("#+end_example\n");
        }
        let text = found.trim_matches('\n');
        if text.is_empty() {
            String::new()
        } else {
            format!("{text}\n")
        }
    }

    /// A line that is no heading.
    fn line(self, line: &str, fenced: bool) -> String {
        if self == Signs::Markdown {
            return line.to_owned();
        }
        if fenced {
            // Inside an example org takes a comma away from what would be a heading or a keyword of its own.
            let own = line.starts_with('*') || line.trim_start().starts_with("#+") || line.starts_with(",*");
            return if own { format!(",{line}") } else { line.to_owned() };
        }
        let indent = line.len() - line.trim_start().len();
        let line = match line[indent..].strip_prefix("* ") {
            Some(item) => format!("{}- {item}", &line[..indent]),
            None => line.to_owned(),
        };
        in_pairs(&in_pairs(&line, "**", "*"), "`", "~")
    }
}

/// A line in which pairs of one sign are pairs of another.
fn in_pairs(line: &str, sign: &str, other: &str) -> String {
    let parts: Vec<&str> = line.split(sign).collect();
    if parts.len() % 2 == 1 {
        return parts.join(other);
    }
    line.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::tests::answer;
    use crate::domain::question::tests::question;

    fn library(body: &str) -> Library {
        let asked = question("why", Category::Failure, &[]);
        let told = Answer {
            title: "The mast".to_owned(),
            questions: vec!["why".into()],
            ..answer(body)
        };
        Library::new(vec![asked], vec![told])
    }

    #[test]
    fn an_answer_stands_under_its_category_with_what_it_answers() {
        let text = document(
            &library("\n## Action\n- **cut** it\r\n\n### And then\nhome\n"),
            Signs::Markdown,
        );
        assert_eq!(
            text,
            "# Failure and mistakes\n\n## The mast\n\n> What of why?\n\n### Action\n- **cut** it\n\n#### And then\nhome\n\n"
        );
    }

    #[test]
    fn org_has_signs_of_its_own_and_no_line_becomes_a_heading_by_them() {
        let body = "## Action\n* **cut** the `rope`\n2 ** 3\n```\n# not a heading\n* one\n```\n";
        let text = document(&library(body), Signs::Org);
        let expected = "* Failure and mistakes\n\n** The mast\n\n- /What of why?/\n\n*** Action\n- *cut* the ~rope~\n2 ** 3\n#+begin_example\n# not a heading\n,* one\n#+end_example\n\n";
        assert_eq!(text, expected);
    }
}
