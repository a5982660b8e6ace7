//! Records of a table or a bank: named fields to questions, answers and notes.

use std::collections::HashMap;
use std::ops::Range;

use crate::domain::answer::unfinished::unfinished;
use crate::domain::category::Category;
use crate::domain::names;
use crate::domain::names::Meaning;
use crate::domain::part::Part;
use crate::import::item::{Body, Item, ItemKind, joined};
use crate::import::language::asks;
use crate::import::language::asks::Asks;
use crate::import::language::category;
use crate::import::language::headings;
use crate::import::language::labels;
use crate::import::language::voice::Hint;
use crate::import::lines::title::titled;
use crate::import::lines::words::{first_words, words};
use crate::import::lines::{Dialect, Line};
use crate::import::notes::answers;
use crate::import::notes::answers::Place;

/// What a field is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Field {
    /// The prompt.
    Question,
    /// The title of a story, or a prompt under a loose name.
    Title,
    /// The answer.
    Answer,
    /// A story, by its title or in full.
    Story,
    /// The answer, by its name an example.
    Sample,
    /// The category.
    Category,
    /// One of the parts.
    Part(Part),
}

/// What the name of a column or key says it holds.
pub(in crate::import) fn field(name: &str) -> Option<Field> {
    let spaced: String = name
        .chars()
        .take(80)
        .flat_map(|c| if c.is_uppercase() { vec![' ', c] } else { vec![c] })
        .collect();
    let loose = if name.chars().any(char::is_lowercase) {
        spaced
    } else {
        name.to_owned()
    };
    let name = words(&loose).join(" ");
    let means = |name: &str| {
        let meaning = names::meanings(name).iter();
        meaning.copied().find_map(|meaning| match meaning {
            Meaning::Question => Some(Field::Question),
            Meaning::Answer => Some(Field::Answer),
            Meaning::Sample => Some(Field::Sample),
            Meaning::Title => Some(Field::Title),
            Meaning::Story => Some(Field::Story),
            Meaning::Category => Some(Field::Category),
            _ => None,
        })
    };
    // `question type` is a type and `question id` an id: what a name of several words says stands at its end.
    let last = name.rsplit_once(' ').map_or("", |(_, last)| last);
    if names::means(last, Meaning::About) && means(&name).is_none() {
        return means(last).filter(|field| *field == Field::Category);
    }
    means(&name)
        .or_else(|| labels::part_named(&name).map(Field::Part))
        .or_else(|| field_of_words(&name))
}

/// Whether a column or key of this name holds categories.
pub(in crate::import) fn names_category(name: &str) -> bool {
    field(name.rsplit(" > ").next().unwrap_or(name)) == Some(Field::Category)
}

/// What a longer name says by one of its words.
fn field_of_words(name: &str) -> Option<Field> {
    let words: Vec<&str> = name.split(' ').collect();
    let says = |list: &[&str]| words.len() < 5 && words.iter().any(|word| list.contains(word));
    if says(&[
        "guidance", "guide", "tip", "tips", "hint", "hints", "criteria", "notes", "good", "bad", "length", "time",
    ]) {
        None
    } else if says(&["sample", "example"]) {
        says(&["answer", "response", "story"]).then_some(Field::Sample)
    } else if says(&["answer", "response", "star"]) {
        Some(Field::Answer)
    } else if says(&["story"]) {
        Some(Field::Story)
    } else if says(&["question", "prompt"]) {
        Some(Field::Question)
    } else {
        says(&["category", "competency", "principle", "topic"]).then_some(Field::Category)
    }
}

/// One row or object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Record {
    /// The prompt.
    pub(in crate::import) question: Option<String>,
    /// The title.
    pub(in crate::import) title: Option<String>,
    /// The answer.
    pub(in crate::import) answer: Option<String>,
    /// The category as it is written.
    pub(in crate::import) category: Option<String>,
    /// The parts that have text.
    pub(in crate::import) parts: Vec<(Part, String)>,
    /// Whether the answer is an example by its name.
    pub(in crate::import) sample: bool,
    /// Whether the fields were named, not guessed.
    pub(in crate::import) named: bool,
    /// Whether it stands in a list of questions: it is one, however it ends.
    pub(in crate::import) listed: bool,
    /// What stands beside a title that has no text, behind the names of the columns.
    pub(in crate::import) beside: Vec<String>,
    /// The names of what it stands in, the nearest first.
    pub(in crate::import) above: Vec<String>,
    /// Its lines, counted from 1.
    pub(in crate::import) lines: (usize, usize),
    /// The cells or values it is made of.
    pub(in crate::import) pieces: Range<usize>,
}

impl Record {
    /// Takes a story: a long one is the answer, a short one names it.
    pub(in crate::import) fn tell(&mut self, story: String) {
        if self.title.is_none() && titled(&story, 12) {
            self.title = Some(story);
        } else {
            self.answer.get_or_insert(story);
        }
    }
}

/// Makes items of records: a question each, its answer behind it; what asks nothing is a note.
pub(in crate::import) fn items(records: Vec<Record>) -> Vec<Item> {
    let mut found = Vec::new();
    for record in records {
        add(record, &mut found);
    }
    fillers(&mut found);
    crate::import::notes::between::guess_with_the_question(&mut found);
    found
}

/// Text that stands under several questions alike answers none of them: it says that there is no answer yet.
fn fillers(found: &mut [Item]) {
    const ALIKE: usize = 3;
    let mut told: HashMap<Body, Vec<usize>> = HashMap::new();
    for (at, item) in found.iter().enumerate().filter(|(_, item)| !item.answers.is_empty()) {
        told.entry(item.body.clone()).or_default().push(at);
    }
    for at in told.into_values().filter(|alike| alike.len() >= ALIKE).flatten() {
        let item = &mut found[at];
        (item.kind, item.category, item.title) = (ItemKind::Note, Category::Unsorted, None);
        for question in std::mem::take(&mut item.answers) {
            found[question].answered = Some(false);
        }
    }
}

fn add(mut record: Record, found: &mut Vec<Item>) {
    let told = record.parts.len() > 1;
    let titled = record.question.is_none()
        && record.title.as_deref().is_some_and(|title| {
            asks::asks(title) != Asks::No || (!told && record.answer.is_some() && asks::opens(title))
        });
    if titled {
        record.question = record.title.take();
    }
    let above = record.category.iter().chain(&record.above);
    let above: Vec<&str> = above.map(String::as_str).collect();
    let Some(asked) = record.question.clone() else {
        found.extend(story(
            &record,
            category_of(record.title.as_deref().unwrap_or_default(), &above),
            None,
        ));
        return;
    };
    let bare = record.answer.is_none() && !told;
    let statement = asks::asks(&asked) == Asks::No
        && !record.listed
        && (!record.named
            || first_words(&asked, 90).len() > 60
            || (bare && asked.trim_end().ends_with(['.', ':', '!']) && !asks::prompts(&asked)));
    let them = above.iter().any(|name| headings::for_them(name));
    let kind = if statement {
        ItemKind::Note
    } else if them {
        ItemKind::AskThem
    } else {
        ItemKind::Question
    };
    let mut item = item(kind, &record);
    item.title = Some(crate::import::lines::title(asked.lines().next().unwrap_or_default()));
    item.body = Body::text(asked.clone());
    if item.kind != ItemKind::Note {
        item.category = if them || headings::for_them(&asked) {
            Category::AskThem
        } else {
            category_of(&asked, &above)
        };
        item.guessed = item.category != Category::AskThem
            && item.category != Category::Unsorted
            && !written(&above, item.category);
    }
    let index = found.len();
    let category = item.category;
    let question = item.kind == ItemKind::Question;
    found.push(item);
    if let Some(answer) = story(&record, category, Some(&asked)).filter(|_| question) {
        found.push(Item {
            answers: vec![index],
            title: record.title.clone(),
            ..answer
        });
    }
    if question {
        found[index].answered = Some(found.len() > index + 1);
    }
}

/// A category written out counts before the words of the question.
fn category_of(text: &str, above: &[&str]) -> Category {
    let written = above.first().and_then(|name| Category::from_id(&words(name).join("-")));
    written
        .filter(|found| *found != Category::Unsorted)
        .unwrap_or_else(|| category::under(text, above))
}

/// Whether a cell or a name above says a category.
fn written(above: &[&str], category: Category) -> bool {
    let says = |name: &&str| {
        Category::from_id(&words(name).join("-")) == Some(category)
            || category::matched(name).is_some_and(|found| found.category == category)
    };
    above.iter().any(says)
}

/// The answer of a record, where it has one.
fn story(record: &Record, category: Category, asked: Option<&str>) -> Option<Item> {
    let parts = record.parts.iter().filter(|_| record.parts.len() > 1);
    let parts = parts.map(|(part, words)| (Some(*part), words.clone()));
    let answer = record.answer.iter().map(|answer| (None, answer.clone()));
    let told: Vec<(Option<Part>, String)> = answer.chain(parts).collect();
    let planned = told.is_empty() && asked.is_none() && !record.beside.is_empty();
    let told = if planned {
        vec![(None, record.beside.join("\n"))]
    } else {
        told
    };
    let text = joined(&told);
    if text.trim().is_empty() && (asked.is_some() || record.title.is_none()) {
        return None;
    }
    let lines: Vec<Line<'_>> = text.split('\n').map(|raw| Line::read(raw, Dialect::Markdown)).collect();
    let hint = asked.map_or(Hint::None, |asked| Hint::of(asked, category));
    let drafts = answers::respond(&lines, 0..lines.len(), Place::Question, hint);
    let labelled = drafts.iter().find(|draft| draft.labelled);
    let mut item = item(ItemKind::Point, record);
    let best = labelled.or_else(|| drafts.iter().find(|draft| draft.kind != ItemKind::Note));
    if let Some(draft) = best {
        (item.kind, item.labelled, item.parts) = (draft.kind, draft.labelled, draft.parts.clone());
    }
    if asked.is_none() && (record.title.is_some() && text.trim().is_empty() || planned || record.parts.len() > 1) {
        item.kind = ItemKind::Story;
    }
    item.sample = record.sample || drafts.iter().any(|draft| draft.sample);
    item.title = record.title.as_deref().map(crate::import::lines::title);
    item.category = category;
    if text.trim().is_empty() || planned || !unfinished(&text).is_empty() {
        item.unfinished = vec![record.lines.0];
    }
    item.body = Body::Cells(told);
    Some(item)
}

fn item(kind: ItemKind, record: &Record) -> Item {
    Item {
        pieces: record.pieces.clone(),
        ..Item::new(kind, record.lines, Body::text(""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_fields_are_read_in_every_spelling() {
        assert_eq!(field("questionText"), Some(Field::Question));
        assert_eq!(field("Question_Text"), Some(Field::Question));
        assert_eq!(field("SAMPLE ANSWER"), Some(Field::Sample));
        assert_eq!(field("Lessons learned"), Some(Field::Part(Part::Reflection)));
        assert_eq!(field("image_source"), None);
    }

    #[test]
    fn a_line_of_a_script_among_questions_is_a_note() {
        let record = |text: &str, line| Record {
            question: Some(text.to_owned()),
            named: true,
            lines: (line, line),
            ..Record::default()
        };
        let items = items(vec![
            record("We begin now.", 2),
            record("Your greatest storm", 3),
            record("Why boats?", 4),
        ]);
        assert_eq!(
            items.iter().map(|item| item.kind).collect::<Vec<_>>(),
            [ItemKind::Note, ItemKind::Question, ItemKind::Question]
        );
    }

    #[test]
    fn a_category_written_out_is_taken() {
        let record = Record {
            question: Some("Why boats?".to_owned()),
            category: Some("Ask them".to_owned()),
            named: true,
            lines: (1, 1),
            ..Record::default()
        };
        assert_eq!(items(vec![record])[0].category, Category::AskThem);
    }
}
