//! Notes for Anki as its text files have them: a question on the front, the answers to it on the back.
//!
//! Each note has the id of its question, so that bringing the file again changes the notes that are there. The head is read
//! by Anki 2.1.54 and later: <https://docs.ankiweb.net/importing/text-files.html#file-headers>.

use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::library::Library;

const HEAD: &str = "#separator:tab\n#html:true\n#columns:Id\tFront\tBack\tTags\n#guid column:1\n#tags column:4\n";

/// A note for each question that is answered, then one for each answer that serves no question.
pub fn notes(library: &Library) -> String {
    let mut text = HEAD.to_owned();
    for question in library.questions() {
        let told: Vec<String> = library.answers_to(&question.id).map(side).collect();
        if !told.is_empty() {
            text.push_str(&note(
                question.id.as_str(),
                &question.ask,
                &told.join("<hr>"),
                question.category,
            ));
        }
    }
    for answer in library.answers().iter().filter(|answer| !library.linked(answer)) {
        let category = library.category_of(answer);
        text.push_str(&note(
            answer.id.as_str(),
            &answer.title,
            &html(answer.body().trim()),
            category,
        ));
    }
    text
}

fn note(id: &str, front: &str, back: &str, category: Category) -> String {
    format!("greenroom-{}\t{}\t{back}\t{}\n", html(id), html(front), category.id())
}

fn side(answer: &Answer) -> String {
    format!("<b>{}</b><br>{}", html(&answer.title), html(answer.body().trim()))
}

/// A text as HTML on one line, in which nothing ends a field.
fn html(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '&' => found.push_str("&amp;"),
            '<' => found.push_str("&lt;"),
            '>' => found.push_str("&gt;"),
            '"' => found.push_str("&quot;"),
            '\t' => found.push_str("&emsp;"),
            '\r' if chars.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => found.push_str("<br>"),
            '\0' => {}
            c => found.push(c),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answer::tests::answer;
    use crate::domain::question::tests::question;

    #[test]
    fn a_question_is_a_note_of_one_line_with_four_fields() {
        let asked = question("why", Category::Failure, &[]);
        let told = Answer {
            title: "The \"mast\"".to_owned(),
            questions: vec!["why".into()],
            ..answer("## Action\r\n- a <b>\tc\n")
        };
        let loose = Answer {
            id: "loose1".into(),
            questions: Vec::new(),
            ..answer("Alone\n")
        };
        let text = notes(&Library::new(vec![asked], vec![told, loose]));
        let rows: Vec<Vec<&str>> = text.lines().skip(5).map(|line| line.split('\t').collect()).collect();
        assert_eq!(
            rows,
            [
                vec![
                    "greenroom-why",
                    "What of why?",
                    "<b>The &quot;mast&quot;</b><br>## Action<br>- a &lt;b&gt;&emsp;c",
                    "failure"
                ],
                vec!["greenroom-loose1", "T", "Alone", "unsorted"],
            ]
        );
    }
}
