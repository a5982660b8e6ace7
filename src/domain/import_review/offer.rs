//! The question that something out of notes may answer. It is only offered: what nobody said yes to is no link.

use crate::domain::category::Category;
use crate::domain::library::Library;
use crate::domain::question::Question;
use crate::domain::question::wording::{Meant, Wordings};

/// Questions looked at for one title.
const LOOKED: usize = 40;

/// One that its title means, one of its category that shares its words, else what everybody is asked of its category.
pub fn offered<'a>(library: &'a Library, title: &str, category: Category) -> Option<&'a Question> {
    let questions = library.questions();
    let found = library.wordings().look_up(title, LOOKED);
    let sure = found.iter().find(|meant| meant.sure.enough());
    let sought = Wordings::telling(title).max(1);
    let shares = |meant: &&Meant| meant.shared * 2 >= sought && (meant.shared >= 2 || sought == 1);
    let near = |meant: &&Meant| shares(meant) && questions[meant.place].category == category;
    let meant = sure.or_else(|| found.iter().find(near));
    let classic = |question: &&Question| question.common && question.category == category;
    let classic = || questions.iter().find(classic);
    meant.map(|meant| &questions[meant.place]).or_else(classic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::tests::question;

    #[test]
    fn what_is_meant_comes_before_what_everybody_is_asked_of_the_category() {
        let ask = |id: &str, ask: &str, common: bool| Question {
            ask: ask.to_owned(),
            common,
            ..question(id, Category::Failure, &[])
        };
        let library = Library::new(
            vec![
                ask("storm", "Tell me about a storm that broke your plan.", false),
                ask("sleep", "When did you last sleep on watch?", true),
            ],
            Vec::new(),
        );
        let offered = |title: &str, category| offered(&library, title, category).map(|one| one.id.as_str().to_owned());
        let id = |id: &str| Some(id.to_owned());
        assert_eq!(
            offered("Tell me about a storm that broke your plan", Category::Unsorted),
            id("storm")
        );
        assert_eq!(offered("The storm, the plan", Category::Failure), id("storm"));
        assert_eq!(offered("The label printer", Category::Failure), id("sleep"));
        assert_eq!(offered("The label printer", Category::Unsorted), None);
    }
}
