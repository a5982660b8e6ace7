//! A lens: a company's values, or anybody's, each mapped to the tags whose questions test it.

use super::Question;

/// Values to look at questions through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lens {
    /// Its id, as `--lens` and `lens:` name it.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// One sentence on what it is.
    pub about: String,
    /// The values in their own order.
    pub values: Vec<Value>,
}

/// One value of a lens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its id within the lens.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What an answer should show for it.
    pub about: String,
    /// A question with one of these tags tests it.
    pub tags: Vec<String>,
}

impl Lens {
    /// All tags of its values, each once, in their order.
    pub fn tags(&self) -> Vec<String> {
        let mut tags: Vec<String> = Vec::new();
        for tag in self.values.iter().flat_map(|value| &value.tags) {
            if !tags.contains(tag) {
                tags.push(tag.clone());
            }
        }
        tags
    }

    /// The values a question tests.
    pub fn tested_by<'a>(&'a self, question: &Question) -> impl Iterator<Item = &'a Value> {
        self.values.iter().filter(|value| value.fits(question))
    }
}

impl Value {
    /// Whether a question tests it: they share a tag.
    pub fn fits(&self, question: &Question) -> bool {
        question.tags.iter().any(|tag| self.tags.contains(tag))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::category::Category;
    use crate::domain::question::tests::question;

    fn value(id: &str, tags: &[&str]) -> Value {
        Value {
            id: id.into(),
            title: id.into(),
            about: String::new(),
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
        }
    }

    #[test]
    fn a_question_tests_the_values_it_shares_a_tag_with() {
        let lens = Lens {
            id: "acme".into(),
            title: "Acme".into(),
            about: String::new(),
            values: vec![
                value("bold", &["backbone", "judgment"]),
                value("kind", &["humility"]),
                value("right", &["judgment"]),
            ],
        };
        assert_eq!(lens.tags(), ["backbone", "judgment", "humility"]);
        let question = question("q", Category::Conflict, &["judgment", "planning"]);
        let tested: Vec<&str> = lens.tested_by(&question).map(|value| value.id.as_str()).collect();
        assert_eq!(tested, ["bold", "right"]);
    }
}
