//! All feedback there is, from every interview: newest first, what was good before what to do better.

use jiff::civil::Date;

use super::timeline::tied_to;
use crate::app::effect::{Effect, TerminalEffect};
use crate::app::state::{AnyScreen, App};
use crate::app::widgets::list::moved;
use crate::domain::clock::Moment;
use crate::domain::interview::feedback_sources::Ground;
use crate::domain::interview::sections::Section;
use crate::keys::action::Action;
use crate::text::time::day;

/// Which of it is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// All of it.
    #[default]
    All,
    /// What is still to be done.
    Open,
    /// What was good.
    Good,
}

impl Show {
    /// Its words.
    pub fn words(self) -> &'static str {
        match self {
            Show::All => "everything",
            Show::Open => "what is still to do",
            Show::Good => "what was good",
        }
    }

    fn next(self) -> Show {
        match self {
            Show::All => Show::Open,
            Show::Open => Show::Good,
            Show::Good => Show::All,
        }
    }
}

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
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

/// All feedback on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feedback {
    /// Which of it is shown.
    pub show: Show,
    /// What is shown.
    pub items: Vec<Item>,
    /// The selected one.
    pub row: usize,
}

impl Feedback {
    /// The selected one.
    pub fn selected(&self) -> Option<&Item> {
        self.items.get(self.row)
    }
}

impl App {
    pub(in crate::app) fn open_feedback(&mut self) {
        self.screens.push(AnyScreen::Feedback(Feedback::default()));
        self.renew_feedback();
    }

    /// Files changed, or something else is to be shown.
    pub(super) fn renew_feedback(&mut self) {
        let all = &self.figures.feedback;
        let items = match self.screens.last() {
            Some(AnyScreen::Feedback(feedback)) => {
                let shown = |item: &&Item| match feedback.show {
                    Show::All => true,
                    Show::Open => item.open,
                    Show::Good => item.good,
                };
                all.iter().filter(shown).cloned().collect::<Vec<Item>>()
            }
            _ => return,
        };
        if let Some(AnyScreen::Feedback(feedback)) = self.screens.last_mut() {
            feedback.row = feedback.row.min(items.len().saturating_sub(1));
            feedback.items = items;
        }
    }

    pub(super) fn feedback_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let page = self.viewport.rows;
        let Some(AnyScreen::Feedback(feedback)) = self.screens.last_mut() else {
            return Vec::new();
        };
        let selected = feedback.selected().map(|item| (item.path.clone(), item.place));
        match (action, selected) {
            (Action::Open, Some((path, _))) => self.open_interview(&path, now),
            (Action::Tick, Some((path, place))) => return self.tick(&path, place),
            (Action::Filter, _) => {
                feedback.show = feedback.show.next();
                feedback.row = 0;
                self.renew_feedback();
            }
            (Action::Copy, Some(_)) => {
                let text = printed(&feedback.items);
                self.say("Copied, where the terminal allows it");
                return vec![Effect::Terminal(TerminalEffect::Copy(text))];
            }
            (action, _) => feedback.row = moved(feedback.row, feedback.items.len(), page, action),
        }
        Vec::new()
    }
}

/// All feedback, newest first; of one day and company what was good before what to do better.
pub fn all(ground: &Ground) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let open = ground.open_items();
    for one in ground.interviews {
        for (place, line) in one.lines.iter().enumerate() {
            if !matches!(line.section, Section::Good | Section::Improve) {
                continue;
            }
            items.push(Item {
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
        let key = |item: &Item| (item.day, item.path.clone(), item.good);
        key(b).cmp(&key(a)).then(a.place.cmp(&b.place))
    });
    items
}

/// The feedback as text, to be kept or printed.
pub fn printed(items: &[Item]) -> String {
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
