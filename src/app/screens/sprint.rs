//! A sprint on the screen: the question, a short clock, and your answers by name.

use crate::app::effect::Effect;
use crate::app::overlays::Search;
use crate::app::state::{AnyScreen, App};
use crate::app::widgets::by_itself::ByItself;
use crate::app::widgets::list::moved;
use crate::domain::clock::Moment;
use crate::domain::drill::sprint::{Sprint, Stand, Stirred, fits, questions};
use crate::domain::history::event::What;
use crate::domain::id::{AnswerId, EventId};
use crate::domain::random::Chance;
use crate::keys::action::Action;
use crate::text::time::clock;

/// Answers named after a miss.
const SERVING: usize = 6;

/// A sprint with what is typed.
#[derive(Debug)]
pub struct SprintScreen {
    /// The sitting.
    pub sprint: Sprint,
    /// The answers, narrowed by what is typed.
    pub search: Search<AnswerId>,
    /// Whether something was typed or a row chosen since the question came: before that, Enter takes nothing.
    pub chosen: bool,
    /// The event of the question before.
    pub last: Option<EventId>,
    /// The titles of answers that serve the question missed just now.
    pub serving: Vec<String>,
    /// The row selected at the end.
    pub row: usize,
    /// When the time was up, and what comes next came by itself.
    pub(in crate::app) up: ByItself,
}

impl App {
    /// The sprint in front, if there is one.
    pub fn sprint(&self) -> Option<&SprintScreen> {
        match self.screens.last() {
            Some(AnyScreen::Sprint(screen)) => Some(screen),
            _ => None,
        }
    }

    pub(in crate::app) fn sprint_mut(&mut self) -> Option<&mut SprintScreen> {
        match self.screens.last_mut() {
            Some(AnyScreen::Sprint(screen)) => Some(screen),
            _ => None,
        }
    }

    /// Begins a sprint in front of what is there; says what is needed where there is nothing to choose between.
    pub fn begin_sprint(&mut self, now: Moment) -> Vec<Effect> {
        let mut chance = Chance::new(self.next_seed());
        let questions = questions(&self.workspace.library, &self.workspace.settings, &mut chance);
        if questions.is_empty() {
            self.say(
                "A sprint asks which answer you would tell, so it needs two of yours that fit a question; n writes one",
            );
            return Vec::new();
        }
        self.drills += 1;
        let answers = self.workspace.library.answers();
        let ids = answers.iter().map(|answer| answer.id.clone()).collect();
        let titles = answers.iter().map(|answer| answer.title.clone()).collect();
        let screen = SprintScreen {
            sprint: Sprint::start(self.record.new_id(now), questions, now),
            search: Search::new(ids, titles),
            chosen: false,
            last: None,
            serving: Vec::new(),
            row: 0,
            up: ByItself::default(),
        };
        self.overlay = None;
        self.screens.push(AnyScreen::Sprint(Box::new(screen)));
        Vec::new()
    }

    /// Looks at the clock of the sprint.
    pub(in crate::app) fn watch_sprint(&mut self, now: Moment) -> Vec<Effect> {
        match self.sprint_mut().and_then(|screen| screen.sprint.advance(now)) {
            Some(Stirred::TimeUp) => {
                if let Some(screen) = self.sprint_mut() {
                    screen.up = ByItself::opens(now);
                }
                self.tell_sprint(None, now)
            }
            Some(Stirred::Gap(gap)) => {
                let length = clock(gap.as_secs());
                self.say(format!("The clock stood still for {length}; the question begins anew"));
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Lets the clock rest while something lies over the sprint, and run again after.
    pub(in crate::app) fn cover_sprint(&mut self, now: Moment) {
        let covered = self.overlay.is_some();
        if let Some(screen) = self.sprint_mut() {
            screen.sprint.cover(covered, now);
        }
    }

    fn tell_sprint(&mut self, answer: Option<&AnswerId>, now: Moment) -> Vec<Effect> {
        let Some(AnyScreen::Sprint(screen)) = self.screens.last_mut() else {
            return Vec::new();
        };
        let library = &self.workspace.library;
        let question = screen.sprint.question().and_then(|id| library.question(id.as_str()));
        let Some(question) = question else {
            // The file of the question was taken away meanwhile.
            screen.sprint.go_on(now);
            return Vec::new();
        };
        let answer = answer.and_then(|id| library.answer(id.as_str()));
        let Some(taken) = screen.sprint.tell(answer, question, library, now) else {
            return Vec::new();
        };
        screen.search.clear();
        screen.chosen = false;
        if !taken.right {
            let serving = library
                .answers()
                .iter()
                .filter(|answer| fits(library, answer, question));
            screen.serving = serving.take(SERVING).map(|answer| answer.title.clone()).collect();
        }
        let id = self.record.new_id(now);
        screen.last = Some(id.clone());
        self.write_down(id, What::Sprint(Box::new(taken)), now)
            .into_iter()
            .collect()
    }

    /// An action while an answer is looked for.
    pub(in crate::app) fn sprint_typing(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.sprint_mut() else {
            return Vec::new();
        };
        match action {
            Action::Back => return self.end_sprint(),
            Action::Open => {
                let selected = screen.search.selected().filter(|_| screen.chosen);
                if let Some(id) = selected.cloned() {
                    return self.tell_sprint(Some(&id), now);
                }
            }
            action => {
                screen.search.act(action);
                screen.chosen = true;
            }
        }
        Vec::new()
    }

    /// An action where nothing is asked: after a miss, or at the end.
    pub(in crate::app) fn sprint_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let page = self.viewport.rows;
        let Some(screen) = self.sprint_mut() else {
            return Vec::new();
        };
        match (screen.sprint.stand(), action) {
            (Stand::Missed, Action::Forward) => screen.sprint.go_on(now),
            (Stand::Over, Action::Forward | Action::Back) => return self.pop_screen(),
            (_, Action::Back) => return self.end_sprint(),
            (_, action) => screen.row = moved(screen.row, screen.sprint.told.len(), page, action),
        }
        Vec::new()
    }

    /// Ends the sprint where it is; with nothing told there is no end to show.
    fn end_sprint(&mut self) -> Vec<Effect> {
        match self.sprint_mut() {
            Some(screen) if !screen.sprint.told.is_empty() => {
                screen.sprint.end();
                Vec::new()
            }
            _ => self.pop_screen(),
        }
    }
}
