//! All questions, answers and lenses there are, and how they belong together.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

use foldhash::{HashMap, HashMapExt};

use super::answer::Answer;
use super::category::Category;
use super::history::History;
use super::id::{AnswerId, QuestionId};
use super::question::Question;
use super::question::lens::Lens;
use super::question::wording::Wordings;
use super::question::wording::later::Later;

/// Questions and answers with their links.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    questions: Later,
    answers: Vec<Answer>,
    lenses: Vec<Lens>,
    samples: Samples,
    /// The places to finish in each answer, in step with them: looking through every text takes too long for each rating.
    unfinished: Vec<usize>,
    question_at: HashMap<QuestionId, usize>,
    answer_at: HashMap<AnswerId, usize>,
    serving: HashMap<QuestionId, Vec<usize>>,
    by_name: OnceLock<Vec<u32>>,
    tagged: OnceLock<BTreeMap<String, Vec<u32>>>,
}

/// What reads the samples, when they are first wanted.
#[derive(Clone, Copy)]
struct Samples(fn() -> &'static [Answer]);

impl Default for Samples {
    fn default() -> Samples {
        Samples(|| &[])
    }
}

impl fmt::Debug for Samples {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("Samples")
    }
}

impl PartialEq for Samples {
    fn eq(&self, other: &Samples) -> bool {
        (self.0)() == (other.0)()
    }
}

impl Library {
    /// Puts questions and answers together. A later question with an id already there replaces the earlier one.
    pub fn new(all: Vec<Question>, answers: Vec<Answer>) -> Library {
        let mut questions: Vec<Question> = Vec::with_capacity(all.len());
        let mut question_at: HashMap<QuestionId, usize> = HashMap::with_capacity(all.len());
        for question in all {
            if let Some(place) = question_at.get(&question.id) {
                questions[*place] = question;
            } else {
                question_at.insert(question.id.clone(), questions.len());
                questions.push(question);
            }
        }
        let mut library = Library {
            questions: Later::new(questions),
            question_at,
            ..Library::default()
        };
        library.set_answers(answers);
        library
    }

    /// The same with these lenses.
    #[must_use]
    pub fn with_lenses(mut self, lenses: Vec<Lens>) -> Library {
        self.lenses = lenses;
        self
    }

    /// The same with the samples that this reads when they are first wanted.
    #[must_use]
    pub fn with_samples(mut self, read: fn() -> &'static [Answer]) -> Library {
        self.samples = Samples(read);
        self
    }

    /// Takes other answers in place of those there are.
    pub fn set_answers(&mut self, answers: Vec<Answer>) {
        self.answer_at.clear();
        self.serving.clear();
        for (place, answer) in answers.iter().enumerate() {
            self.answer_at.entry(answer.id.clone()).or_insert(place);
            for question in &answer.questions {
                self.serving.entry(question.clone()).or_default().push(place);
            }
        }
        self.unfinished = answers.iter().map(Answer::to_finish).collect();
        self.answers = answers;
    }

    /// All questions, built-in ones first.
    pub fn questions(&self) -> &[Question] {
        self.questions.questions()
    }

    /// The places of all questions in the order of their first letters; worked out when it is first wanted.
    pub fn by_name(&self) -> &[u32] {
        self.by_name.get_or_init(|| {
            let questions = self.questions();
            let mut order: Vec<u32> = (0..questions.len() as u32).collect();
            order.sort_by_cached_key(|place| questions[*place as usize].ask.to_lowercase());
            order
        })
    }

    /// The places of the questions with each tag; worked out when it is first wanted.
    pub fn tagged(&self) -> &BTreeMap<String, Vec<u32>> {
        self.tagged.get_or_init(|| {
            let mut tags: HashMap<&str, Vec<u32>> = HashMap::new();
            for (place, question) in self.questions().iter().enumerate() {
                for tag in &question.tags {
                    tags.entry(tag).or_default().push(place as u32);
                }
            }
            tags.into_iter().map(|(tag, places)| (tag.to_owned(), places)).collect()
        })
    }

    /// The wordings of all questions, by their places; worked out when they are first wanted.
    pub fn wordings(&self) -> &Wordings {
        self.questions.wordings()
    }

    /// The same, to be kept, or worked out on a thread of its own.
    pub fn wordings_later(&self) -> Later {
        self.questions.clone()
    }

    /// Works out what would take a while when it is first wanted. For whoever reads many questions on a thread of its own.
    pub fn prepare(&self) {
        self.by_name();
        self.tagged();
    }

    /// All answers, by file name.
    pub fn answers(&self) -> &[Answer] {
        &self.answers
    }

    /// All lenses, built-in ones first.
    pub fn lenses(&self) -> &[Lens] {
        &self.lenses
    }

    /// Answers that are no one's, to see how one can look; those the home has itself are not among them.
    pub fn samples(&self) -> impl Iterator<Item = &Answer> {
        let there = |sample: &&Answer| self.answer(&sample.id).is_none();
        (self.samples.0)().iter().filter(there)
    }

    /// The sample with this id.
    pub fn sample(&self, id: &AnswerId) -> Option<&Answer> {
        self.samples().find(|sample| sample.id == *id)
    }

    /// The lens with this id.
    pub fn lens(&self, id: &str) -> Option<&Lens> {
        self.lenses.iter().find(|lens| lens.id == id)
    }

    /// The answers that could be told as they stand.
    pub fn finished(&self) -> impl Iterator<Item = &Answer> {
        let all = self.answers.iter().zip(&self.unfinished);
        all.filter(|(_, unfinished)| **unfinished == 0)
            .map(|(answer, _)| answer)
    }

    /// The places to finish in each answer, in step with the answers.
    pub fn unfinished(&self) -> &[usize] {
        &self.unfinished
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.question_at.get(id).map(|place| &self.questions()[*place])
    }

    /// Where the question with this id stands among all of them.
    pub fn question_place(&self, id: &str) -> Option<usize> {
        self.question_at.get(id).copied()
    }

    /// Where the answer with this id stands among all of them.
    pub fn answer_place(&self, id: &str) -> Option<usize> {
        self.answer_at.get(id).copied()
    }

    /// The places of the answers that name this question.
    pub fn places_of_answers_to(&self, question: &QuestionId) -> &[usize] {
        self.serving.get(question).map_or(&[], Vec::as_slice)
    }

    /// Whether an answer names a question that there is.
    pub fn linked(&self, answer: &Answer) -> bool {
        answer.questions.iter().any(|id| self.question_at.contains_key(id))
    }

    /// The answer with this id.
    pub fn answer(&self, id: &str) -> Option<&Answer> {
        self.answer_at.get(id).map(|place| &self.answers[*place])
    }

    /// The answer of this file.
    pub fn answer_in(&self, path: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.path == path)
    }

    /// The answers that name this question.
    pub fn answers_to(&self, question: &QuestionId) -> impl DoubleEndedIterator<Item = &Answer> {
        self.serving
            .get(question)
            .map_or(&[][..], Vec::as_slice)
            .iter()
            .map(|place| &self.answers[*place])
    }

    /// The category of an answer: its own, else that of the first question it names.
    pub fn category_of(&self, answer: &Answer) -> Category {
        answer
            .category
            .or_else(|| {
                answer
                    .questions
                    .iter()
                    .find_map(|id| self.question(id))
                    .map(|question| question.category)
            })
            .unwrap_or(Category::Unsorted)
    }

    /// The categories an answer serves: its own, and those of its questions.
    pub fn categories_of(&self, answer: &Answer) -> Vec<Category> {
        let mut categories = vec![self.category_of(answer)];
        for question in answer.questions.iter().filter_map(|id| self.question(id)) {
            if !categories.contains(&question.category) {
                categories.push(question.category);
            }
        }
        categories
    }

    /// The answer to open for a question: the one told last, else the one changed last.
    pub fn answer_for(&self, question: &QuestionId, history: &History) -> Option<&Answer> {
        history
            .of_question(question)
            .rev()
            .find_map(|attempt| attempt.answer.as_ref())
            .and_then(|id| self.answer(id))
            .or_else(|| self.answers_to(question).max_by_key(|answer| answer.modified))
    }

    /// Answers that could be told for a question: those that name it, then others of its category.
    pub fn fitting(&self, question: &Question) -> Vec<&Answer> {
        let mut fitting: Vec<&Answer> = self.answers_to(&question.id).collect();
        for answer in &self.answers {
            if self.category_of(answer) == question.category && !answer.questions.contains(&question.id) {
                fitting.push(answer);
            }
        }
        fitting
    }
}
