//! All feedback there is, from every interview: newest first, what was good before what to do better.

use jiff::civil::Date;

use crate::domain::interview::feedback_sources::FeedbackSources;
use crate::domain::interview::sections::{Line, Section, Tie};
use crate::domain::library::Library;
use crate::text::time::day;

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackItem {
    /// The interview's file.
    pub path: String,
    /// Its place among the lines of the file.
    pub place: usize,
    /// The company.
    pub company: String,
    /// Its day.
    pub day: Option<Date>,
    /// In words.
    pub words: String,
    /// Whether it was good, or is to be done better.
    pub good: bool,
    /// Whether it is ticked; none without a box.
    pub ticked: Option<bool>,
    /// Whether it is still to be done: not ticked, and not told well since.
    pub open: bool,
    /// What it is about.
    pub about: String,
}

/// All feedback, newest first; of one day and company what was good before what to do better.
pub fn all(ground: &FeedbackSources) -> Vec<FeedbackItem> {
    let mut items: Vec<FeedbackItem> = Vec::new();
    let open = ground.open_items();
    for one in ground.interviews {
        for (place, line) in one.lines.iter().enumerate() {
            if !matches!(line.section, Section::Good | Section::Improve) {
                continue;
            }
            items.push(FeedbackItem {
                path: one.path.clone(),
                place,
                company: one.company.clone(),
                day: one.day_of_line(line, ground.now, ground.zone),
                words: line.text.clone(),
                good: line.section == Section::Good,
                ticked: line.ticked,
                open: open.iter().any(|item| std::ptr::eq(item.line, line)),
                about: tied_to(line, ground.library),
            });
        }
    }
    items.sort_by(|a, b| {
        let key = |item: &FeedbackItem| (item.day, item.path.clone(), item.good);
        key(b).cmp(&key(a)).then(a.place.cmp(&b.place))
    });
    items
}

/// The feedback as text, to be kept or printed.
pub fn printed(items: &[FeedbackItem]) -> String {
    let mut text = String::new();
    let mut last = None;
    for item in items {
        let head = (&item.company, item.day);
        if last != Some(head) {
            let gap = if text.is_empty() { "" } else { "\n" };
            let on = item
                .day
                .map(|on| format!(", {} {}", day(on), on.year()))
                .unwrap_or_default();
            text.push_str(&format!("{gap}{}{on}\n", item.company));
            last = Some(head);
        }
        let mark = match (item.good, item.open, item.ticked) {
            (true, ..) => "+",
            (_, true, _) => "[ ]",
            (_, _, Some(_)) => "[x]",
            (_, _, None) => "-",
        };
        let about = match item.about.as_str() {
            "" => String::new(),
            about => format!(" ({about})"),
        };
        text.push_str(&format!("  {mark} {}{about}\n", item.words));
    }
    text
}

/// What a line is tied to, in words.
pub(in crate::app) fn tied_to(line: &Line, library: &Library) -> String {
    if line.section == Section::Questions {
        return String::new();
    }
    let asked = line.section == Section::Asked;
    let words = line.ties.iter().filter_map(|tie| match tie {
        Tie::Category(category) => Some(category.id().to_owned()),
        Tie::Dimension(dimension) => Some(dimension.label().to_owned()),
        Tie::Answer(id) if line.section != Section::Prepared => library.answer(id).map(|answer| answer.title.clone()),
        Tie::Question(id) if !asked || line.answer().is_none() => {
            let question = library.question(id);
            question.map(|question| question.category.id().to_owned())
        }
        Tie::Answer(_) | Tie::Question(_) | Tie::Rating(_) | Tie::Day(_) => None,
    });
    let mut named: Vec<String> = Vec::new();
    for word in words {
        if !named.contains(&word) {
            named.push(word);
        }
    }
    named.join(" · ")
}
