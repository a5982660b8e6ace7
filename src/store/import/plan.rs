//! What an import would write for each item of the notes: a new answer, a new question, or nothing.

use std::collections::{HashMap, HashSet};

use super::here::{Here, Known};
use crate::domain::answer::{Kind, title};
use crate::domain::category::Category;
use crate::domain::id::QuestionId;
use crate::domain::import_summary::Take;
use crate::import::account::Held;
use crate::import::doubts::{doubts, sure};
use crate::import::formats::journal::{Entry, entry, file_body};
use crate::import::{Item, ItemKind, Reading};
use crate::store::banks::own::{self, NewQuestion};
use crate::store::{answers, interviews};
use crate::text::line_ends::{ENDS, even};

/// What would be written for one item.
#[derive(Clone, Debug)]
pub(super) enum PlannedStep {
    Answer(NewAnswer),
    Question(NewQuestion),
    /// A new interview: what its section says, and that section word for word.
    Interview(Entry, String),
    Known,
    /// Doubtful: it waits for a person.
    Waits,
    /// Here in an earlier text.
    Changed,
    Rest,
}

/// An answer to be written.
#[derive(Clone, Debug)]
pub(super) struct NewAnswer {
    pub(super) title: String,
    kind: Kind,
    category: Category,
    pub(super) questions: Vec<QuestionId>,
    source: String,
    sample: bool,
    body: String,
}

impl NewAnswer {
    /// The text of its file, under an id. All of it has the line ends of its body, or those of the program where the body
    /// has none that a file is read by.
    pub(super) fn text(&self, id: &str) -> String {
        let mut more = Vec::new();
        if self.category != Category::Unsorted {
            more.push(("category", self.category.id().to_owned()));
        }
        let ids: Vec<String> = self.questions.iter().map(|id| answers::quoted(id.as_str())).collect();
        if !ids.is_empty() {
            more.push(("questions", format!("[{}]", ids.join(", "))));
        }
        more.push(("source", answers::quoted(&self.source)));
        if self.sample {
            more.push(("sample", "true".to_owned()));
        }
        let text = answers::render(id, &self.title, self.kind, &more, "");
        let lone = self.body.matches('\n').count() != self.body.matches("\r\n").count();
        let text = if lone || !self.body.contains('\n') {
            text
        } else {
            text.replace('\n', "\r\n")
        };
        text + &self.body
    }

    /// Whether its file is read back as what it is.
    fn reads_back(&self) -> bool {
        let text = self.text("k0");
        text.len() as u64 <= crate::store::files::limits::FILE_BYTES
            && answers::parse(&text, "answers/new.md").is_ok_and(|(answer, _)| answer.body() == self.body)
    }
}

/// One item of the notes, decided.
#[derive(Clone, Debug)]
pub(super) struct Planned {
    /// What would be written.
    pub(super) step: PlannedStep,
    /// What of it has a place then.
    pub(super) held: Held<'static>,
    /// The question of the program's, or of other words, it counts as: no file of the home has its own words.
    pub(super) counts_as: Option<QuestionId>,
}

impl Planned {
    /// All of it has a place.
    fn whole(step: PlannedStep, item: &Item) -> Planned {
        Planned {
            step,
            held: item.held().into_owned(),
            counts_as: None,
        }
    }

    /// Nothing of it has.
    fn rest() -> Planned {
        Planned {
            step: PlannedStep::Rest,
            held: Held::default(),
            counts_as: None,
        }
    }

    /// What is here already has a place.
    fn known(held: Held<'static>) -> Planned {
        Planned {
            step: PlannedStep::Known,
            held,
            counts_as: None,
        }
    }
}

/// Decides for each item what would be written.
pub(super) struct Planner<'a> {
    reading: &'a Reading,
    here: Here<'a>,
    taken: HashSet<String>,
    /// The last number given to each id that was taken already.
    numbers: HashMap<String, usize>,
}

impl<'a> Planner<'a> {
    pub(super) fn new(reading: &'a Reading, here: Here<'a>) -> Planner<'a> {
        let questions = here.library.questions();
        Planner {
            reading,
            taken: questions.iter().map(|question| question.id.to_string()).collect(),
            here,
            numbers: HashMap::new(),
        }
    }

    /// Decides for all items; with `Take::Sure` what is doubtful waits, and so does what hangs on it.
    pub(super) fn plan(mut self, take: Take) -> Vec<Planned> {
        let reading = self.reading;
        let doubts = match take {
            Take::All => Vec::new(),
            Take::Sure => doubts(reading),
        };
        let waits = |item: &Item| !sure(item, &doubts);
        let mut asked: Vec<Option<(QuestionId, Planned)>> =
            reading.items.iter().map(|item| self.question(item)).collect();
        unreadable_to_rest(&mut asked);
        let told = self.here.answers(reading);
        let items = reading.items.iter().enumerate();
        items
            .map(|(n, item)| match (&asked[n], item.kind) {
                (Some((_, planned)), _) => planned.clone(),
                (None, ItemKind::Story | ItemKind::Point) => match &told[n] {
                    // Changed since: it waits, and with everything it is put beside what is there.
                    Some(Known::Changed(_)) => self.changed(item, &asked, take),
                    Some(kept) => known_answer(item, kept),
                    None => self.answer(item, &asked),
                },
                (None, ItemKind::Interview) => self.interview(item),
                _ => Planned::rest(),
            })
            .zip(&reading.items)
            .map(|(planned, item)| match planned.step {
                PlannedStep::Answer(_) | PlannedStep::Question(_) | PlannedStep::Interview(..) if waits(item) => {
                    Planned::whole(PlannedStep::Waits, item)
                }
                _ => planned,
            })
            .collect()
    }

    fn interview(&self, item: &Item) -> Planned {
        let title = item.title.as_deref().unwrap_or_default();
        let body = self.reading.body(item);
        let entry = entry(title, &body);
        // A date in the heading is kept as a date; the heading itself is then kept among the notes.
        let said = format!("{} {}", entry.company, entry.role.as_deref().unwrap_or_default());
        let body = if crate::import::account::same_words(title, &said) {
            body
        } else {
            format!("{title}\n{body}")
        };
        let body = file_body(&body, self.reading.file.to_lowercase().ends_with(".org"));
        match self.here.interview(&entry, &body) {
            Some(Known::Whole) => Planned::whole(PlannedStep::Known, item),
            Some(Known::Within(text) | Known::Changed(text)) => Planned::known(Held {
                within: Some(text.into()),
                ..Held::default()
            }),
            None if interviews::text_of(&entry, &body).is_ok() => {
                Planned::whole(PlannedStep::Interview(entry, body), item)
            }
            None => Planned::rest(),
        }
    }

    /// A question of the notes: one of the bank, or one of the person's own.
    fn question(&mut self, item: &Item) -> Option<(QuestionId, Planned)> {
        // A story that is only named prompts what is to be written: there are no empty answers.
        let named =
            item.kind == ItemKind::Story && item.answers.is_empty() && self.reading.body(item).trim().is_empty();
        if !named && !matches!(item.kind, ItemKind::Question | ItemKind::AskThem) {
            return None;
        }
        let ask = item.title.as_deref()?;
        let category = match item.kind {
            ItemKind::AskThem => Category::AskThem,
            _ if item.guessed => Category::Unsorted,
            _ => item.category,
        };
        if let Some(id) = self.here.asked(ask) {
            let (held, in_its_words) = self.here.question(item, &id);
            let planned = Planned {
                counts_as: (!in_its_words).then(|| id.clone()),
                ..Planned::known(held)
            };
            return Some((id, planned));
        }
        let id = self.new_question_id(ask);
        self.here.bring(ask, id.as_str().into());
        let question = NewQuestion {
            id: id.clone(),
            ask: ask.to_owned(),
            category,
            probes: item.probes.iter().map(|probe| own::probe(probe)).collect(),
        };
        Some((id.into(), Planned::whole(PlannedStep::Question(question), item)))
    }

    fn new_question_id(&mut self, ask: &str) -> String {
        let base = own::id_of(ask);
        if self.taken.insert(base.clone()) {
            return base;
        }
        // The last number is kept, since ids that begin alike may stand in a file thousands of times.
        let mut number = self.numbers.get(&base).copied().unwrap_or(1);
        loop {
            number += 1;
            let id = format!("{base}-{number}");
            if self.taken.insert(id.clone()) {
                self.numbers.insert(base, number);
                return id;
            }
        }
    }

    fn changed(&self, item: &Item, asked: &[Option<(QuestionId, Planned)>], take: Take) -> Planned {
        match take {
            Take::Sure if !self.reading.looked_at(item.lines.0) => Planned::whole(PlannedStep::Changed, item),
            Take::All | Take::Sure => self.answer(item, asked),
        }
    }

    fn answer(&self, item: &Item, asked: &[Option<(QuestionId, Planned)>]) -> Planned {
        let titles = || {
            item.answers
                .iter()
                .filter_map(|n| self.reading.items.get(*n)?.title.clone())
        };
        let body = ended(self.reading.body(item));
        let title = item
            .title
            .clone()
            .or_else(|| titles().next().and_then(|asked| title::of_question(&asked)))
            .or_else(|| title::of_text(body.lines()))
            .unwrap_or_else(|| "Untitled".to_owned());
        let questions: Vec<QuestionId> = item
            .answers
            .iter()
            .filter_map(|n| asked.get(*n)?.as_ref())
            .filter(|(_, planned)| !matches!(planned.step, PlannedStep::Rest))
            .map(|(id, _)| id.clone())
            .chain(
                item.serves
                    .clone()
                    .filter(|id| self.here.library.question(id.as_str()).is_some()),
            )
            .collect();
        let answer = NewAnswer {
            title,
            kind: if item.kind == ItemKind::Story {
                Kind::Story
            } else {
                Kind::Point
            },
            category: if item.guessed {
                Category::Unsorted
            } else {
                item.category
            },
            questions,
            source: format!("{}:{}-{}", self.reading.file, item.lines.0, item.lines.1),
            sample: item.sample,
            body,
        };
        if answer.reads_back() {
            Planned::whole(PlannedStep::Answer(answer), item)
        } else {
            Planned::rest()
        }
    }
}

/// A text whose last line is ended as the others are; ends that files are not read by become those of the text.
fn ended(body: String) -> String {
    let end = if body.contains("\r\n") { "\r\n" } else { "\n" };
    let plain = body.replace("\r\n", "\n");
    let mut body = if plain.contains(|c| c != '\n' && ENDS.contains(&c)) {
        even(&body, end)
    } else {
        body
    };
    if !body.is_empty() && !body.ends_with('\n') {
        body.push_str(end);
    }
    body
}

/// An answer that is here: one made of this very text counts whole, whatever the person changed in it.
fn known_answer(item: &Item, kept: &Known) -> Planned {
    match kept {
        Known::Whole => Planned::whole(PlannedStep::Known, item),
        Known::Within(text) | Known::Changed(text) => Planned::known(Held {
            within: Some(text.clone().into()),
            ..Held::default()
        }),
    }
}

/// New questions that could not be read back from a bank are left over; they are looked at one by one only where all of
/// them together cannot.
fn unreadable_to_rest(asked: &mut [Option<(QuestionId, Planned)>]) {
    let new = |planned: &Planned| match &planned.step {
        PlannedStep::Question(question) => Some(question.clone()),
        _ => None,
    };
    let all: Vec<NewQuestion> = asked.iter().flatten().filter_map(|(_, planned)| new(planned)).collect();
    if own::reads_back(&all) {
        return;
    }
    for (_, planned) in asked.iter_mut().flatten() {
        if new(planned).is_some_and(|question| !own::reads_back(&[question])) {
            *planned = Planned::rest();
        }
    }
}
