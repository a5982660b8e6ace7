//! What was typed and never saved, in words.

use super::forms::value;
use super::interview_entry::EntryOf;
use super::workspace::Workspace;
use crate::domain::saved_file::{DraftOf, LeftDraft};

impl Workspace {
    /// When something was typed that was never saved.
    pub fn drafted_when(&self, left: &LeftDraft) -> String {
        let t = self.zone.clock(left.time);
        t.strftime("%a %-d %b %H:%M").to_string()
    }

    /// What it was typed into: a title, a company, a form, or a file.
    pub fn drafted_what(&self, left: &LeftDraft) -> String {
        match &left.of {
            DraftOf::Answer(path) => self.called(path).unwrap_or_else(|| path.clone()),
            DraftOf::New(_) => "a new answer".to_owned(),
            DraftOf::Form { name, about } => {
                let words = match name.as_str() {
                    "question" => "a question of your own".to_owned(),
                    "review" => return format!("notes looked through, {about}"),
                    "partner" => "how a partner rated it".to_owned(),
                    name => EntryOf::named(name).map_or_else(|| name.to_owned(), |of| of.words()),
                };
                let company = value(&left.text, "company").filter(|company| about.is_empty() && !company.is_empty());
                match (self.called(about), company) {
                    (Some(it), _) => format!("{it}, {words}"),
                    (None, Some(company)) => format!("{words}, {company}"),
                    (None, None) => words,
                }
            }
        }
    }

    /// What a file is called: an answer by its title, an interview by its company.
    fn called(&self, about: &str) -> Option<String> {
        let mut answers = self.library.answers().iter();
        let answer = answers.find(|answer| answer.path == about || answer.id.as_str() == about);
        let title = answer.map(|answer| format!("\"{}\"", answer.title));
        let company = || self.interviews.iter().find(|one| one.path == about);
        title.or_else(|| company().map(|one| one.company.clone()))
    }
}
