//! What a debrief offers to choose from: the question a line may be, the answers that may have been told, what something
//! to do better is about.

use crate::app::widgets::finder::Finder;
use crate::app::workspace::Workspace;
use crate::domain::answer::Answer;
use crate::domain::category::Category;
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::interview::debrief::{AskedQuestion, Debrief as Written};
use crate::domain::interview::sections::Tie;
use crate::domain::rating::Dimension;
use crate::text::search::Found;

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A question there is.
    Question(QuestionId),
    /// A new question of one's own.
    Own,
    /// An answer.
    Answer(AnswerId),
    /// What something is tied to.
    Tie(Tie),
    /// Yes.
    Yes,
    /// None of them, or no.
    No,
}

/// A row to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it stands for.
    pub pick: Pick,
    /// In words.
    pub words: String,
    /// What it is.
    pub right: String,
}

impl Choice {
    pub(super) fn of(pick: Pick, words: impl Into<String>, right: impl Into<String>) -> Choice {
        Choice {
            pick,
            words: words.into(),
            right: right.into(),
        }
    }
}

/// Questions offered for what is typed.
const OFFERED: usize = 5;

impl Workspace {
    /// The questions that what is typed may be; nothing is offered for nothing.
    pub(super) fn questions_offered(&self, typed: &str, finder: &Finder) -> Vec<Choice> {
        if typed.is_empty() {
            return Vec::new();
        }
        let found = finder.find(typed);
        let question = |found: &Found| {
            let question = self.library.questions().get(found.place)?;
            let words = finder.shown(found);
            Some(Choice::of(
                Pick::Question(question.id.clone()),
                words,
                question.category.id(),
            ))
        };
        let mut choices: Vec<Choice> = found.iter().take(OFFERED).filter_map(question).collect();
        // Where it is not sure that one of them is meant, nothing is taken for it unless it is chosen.
        let (place, words) = if found.first().is_some_and(|found| found.whole) {
            (choices.len(), "none of these: keep it as a question of your own")
        } else {
            (0, "keep it as a question of your own")
        };
        choices.insert(place, Choice::of(Pick::Own, words, ""));
        choices
    }

    /// The answers that may have been told to the question asked last, the likeliest first.
    pub(super) fn answers_offered(&self, asked: &AskedQuestion) -> Vec<Choice> {
        let library = &self.library;
        let id = |answer: &Answer| answer.id.clone();
        let question = asked.question.as_ref().and_then(|id| library.question(id));
        let mut ids: Vec<AnswerId> = Vec::new();
        if let Some(question) = question {
            ids.extend(library.answer_for(&question.id, &self.history).map(id));
            ids.extend(library.fitting(question).into_iter().map(id));
        }
        let fits = !ids.is_empty();
        ids.extend(library.answers().iter().map(id));
        let mut choices: Vec<Choice> = Vec::new();
        for id in ids {
            let Some(answer) = library.answer(&id) else {
                continue;
            };
            let category = library.category_of(answer).id();
            let choice = Choice::of(Pick::Answer(id), answer.title.clone(), category);
            if !choices.contains(&choice) {
                choices.push(choice);
            }
        }
        let unwritten = Choice::of(Pick::No, "something that is not written down", "");
        choices.insert(if fits { choices.len() } else { 0 }, unwritten);
        choices
    }

    /// What something to do better may be about, the likeliest first.
    pub(super) fn ties_offered(&self, written: &Written) -> Vec<Choice> {
        let category = |id: &QuestionId| {
            let question = self.library.question(id);
            question.map(|question| question.category)
        };
        let sore = written.sore(category);
        let asked = written
            .asked
            .iter()
            .filter_map(|asked| category(asked.question.as_ref()?));
        let mut categories: Vec<Category> = Vec::new();
        for one in sore.into_iter().chain(asked) {
            if one.scored() && !categories.contains(&one) {
                categories.push(one);
            }
        }
        let first = categories.len();
        let others = Category::ALL
            .into_iter()
            .filter(|one| one.scored() && !categories.contains(one));
        let others: Vec<Category> = others.collect();
        categories.extend(others);
        let mut choices: Vec<Choice> = categories
            .into_iter()
            .map(|one| Choice::of(Pick::Tie(Tie::Category(one)), one.id(), one.title()))
            .collect();
        let told = written.asked.iter().filter_map(|asked| asked.told.as_ref());
        let told = told.filter_map(|id| self.library.answer(id));
        let told = told.map(|one| Choice::of(Pick::Tie(Tie::Answer(one.id.clone())), one.title.clone(), "your answer"));
        let sides = Dimension::ALL
            .into_iter()
            .map(|one| Choice::of(Pick::Tie(Tie::Dimension(one)), one.label(), one.sentence()));
        let mut between: Vec<Choice> = Vec::new();
        for choice in told.chain(sides) {
            if !between.contains(&choice) {
                between.push(choice);
            }
        }
        choices.splice(first..first, between);
        choices.push(Choice::of(Pick::No, "nothing in particular", ""));
        choices
    }
}
