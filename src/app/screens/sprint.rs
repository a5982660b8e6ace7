//! A sprint on the screen: the question, a short clock, and your answers by name.

use std::time::Duration;

use super::Screen;
use crate::app::context::Context;
use crate::app::overlays::Search;
use crate::app::request::{Request, Requests};
use crate::app::widgets::by_itself::ByItself;
use crate::app::widgets::field::Field;
use crate::app::widgets::list::move_cursor;
use crate::domain::clock::Moment;
use crate::domain::drill::sprint::{Sprint, SprintCue, SprintPhase, fits, questions};
use crate::domain::history::event::EventKind;
use crate::domain::id::{AnswerId, EventId};
use crate::domain::new_ids::NewIds;
use crate::domain::random::DrillRng;
use crate::keys::action::Action;
use crate::keys::bindings::Context as At;
use crate::keys::context::on_screen;
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
    up: ByItself,
    ids: NewIds,
}

impl SprintScreen {
    /// Begins a sprint with a seed and ids of its own; none where there is nothing to choose between.
    pub(in crate::app) fn begin(seed: u64, mut ids: NewIds, cx: &Context) -> Option<SprintScreen> {
        let library = &cx.workspace.library;
        let questions = questions(library, &cx.workspace.settings, &mut DrillRng::new(seed));
        if questions.is_empty() {
            return None;
        }
        let answers = library.answers();
        let names = answers.iter().map(|answer| answer.id.clone()).collect();
        let titles = answers.iter().map(|answer| answer.title.clone()).collect();
        Some(SprintScreen {
            sprint: Sprint::start(ids.event(cx.now.wall), questions, cx.now),
            search: Search::new(names, titles),
            chosen: false,
            last: None,
            serving: Vec::new(),
            row: 0,
            up: ByItself::default(),
            ids,
        })
    }

    fn tell(&mut self, answer: Option<&AnswerId>, cx: &Context) -> Requests {
        let library = &cx.workspace.library;
        let question = self.sprint.question().and_then(|id| library.question(id));
        let Some(question) = question else {
            // The file of the question was taken away meanwhile.
            self.sprint.go_on(cx.now);
            return Requests::new();
        };
        let answer = answer.and_then(|id| library.answer(id));
        let Some(taken) = self.sprint.tell(answer, question, library, cx.now) else {
            return Requests::new();
        };
        self.search.clear();
        self.chosen = false;
        if !taken.right {
            let answers = library.answers().iter();
            let serving = answers.filter(|answer| fits(library, answer, question));
            self.serving = serving.take(SERVING).map(|answer| answer.title.clone()).collect();
        }
        let id = self.ids.event(cx.now.wall);
        self.last = Some(id.clone());
        vec![Request::Record(id, EventKind::Sprint(Box::new(taken)))]
    }

    /// An action while an answer is looked for.
    fn search(&mut self, action: Action, cx: &Context) -> Requests {
        match action {
            Action::Back => return self.end(),
            Action::Open => {
                let selected = self.search.selected().filter(|_| self.chosen);
                if let Some(id) = selected.cloned() {
                    return self.tell(Some(&id), cx);
                }
            }
            // The first step goes to the first row.
            Action::Down if !self.chosen => self.chosen = true,
            action => {
                self.search.act(action);
                self.chosen = true;
            }
        }
        Requests::new()
    }

    /// Ends the sprint where it is; with nothing told there is no end to show.
    fn end(&mut self) -> Requests {
        if self.sprint.told.is_empty() {
            return vec![Request::Close];
        }
        self.sprint.end();
        Requests::new()
    }
}

impl Screen for SprintScreen {
    fn contexts(&self, _: &Context) -> &'static [At] {
        match self.sprint.phase() {
            SprintPhase::Asking => At::FILTER,
            SprintPhase::Missed | SprintPhase::Over => on_screen![],
        }
    }

    fn line(&mut self) -> Option<&mut Field> {
        (self.sprint.phase() == SprintPhase::Asking).then_some(&mut self.search.field)
    }

    fn line_changed(&mut self, _: &Context) -> Requests {
        self.search.typed();
        self.chosen = true;
        Requests::new()
    }

    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        match (self.sprint.phase(), action) {
            (SprintPhase::Asking, action) => return self.search(action, cx),
            (SprintPhase::Missed, Action::Open) => self.sprint.go_on(cx.now),
            (SprintPhase::Over, Action::Open | Action::Back) => return vec![Request::Close],
            (_, Action::Back) => return self.end(),
            (_, action) => self.row = move_cursor(self.row, self.sprint.told.len(), cx.viewport.rows, action),
        }
        Requests::new()
    }

    fn label(&self, action: Action, usual: Option<&'static str>, _: &Context) -> Option<&'static str> {
        match (action, self.sprint.phase()) {
            (Action::Open | Action::Back, SprintPhase::Over) => Some("leave"),
            (Action::Back, _) => Some("end the sprint"),
            (Action::Open, SprintPhase::Missed) => Some("next question"),
            (Action::Open, _) => self.search.selected().filter(|_| self.chosen).map(|_| "tell this one"),
            (Action::Up, SprintPhase::Asking) if self.search.row == 0 => None,
            (Action::Down, SprintPhase::Asking) if self.search.row + 1 >= self.search.found.len() => None,
            _ => usual,
        }
    }

    fn tick(&mut self, cx: &Context) -> Requests {
        match self.sprint.advance(cx.now) {
            Some(SprintCue::TimeUp) => {
                self.up = ByItself::opens(cx.now);
                self.tell(None, cx)
            }
            Some(SprintCue::Gap(gap)) => {
                let length = clock(gap.as_secs());
                vec![Request::notify(format!(
                    "The clock stood still for {length}; the question begins anew"
                ))]
            }
            None => Requests::new(),
        }
    }

    fn deaf(&self, now: Moment) -> bool {
        self.up.deaf_for(now).is_some()
    }

    fn wake_in(&self, now: Moment) -> Option<Duration> {
        self.sprint.wake_in(now)
    }

    fn cover(&mut self, covered: bool, now: Moment) {
        self.sprint.cover(covered, now);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::app::context::tests::Fixture;
    use crate::domain::answer::Answer;
    use crate::domain::answer::tests::answer;
    use crate::domain::category::Category;
    use crate::domain::library::Library;
    use crate::domain::progress::selection::tests::question;

    fn home(answers: usize) -> Fixture {
        let named = |n: usize| Answer {
            id: format!("a{n}").as_str().into(),
            questions: vec!["q".into()],
            ..answer("text")
        };
        Fixture::new(Library::new(
            vec![question("q", Category::ALL[1])],
            (0..answers).map(named).collect(),
        ))
    }

    fn begun(home: &Fixture) -> Option<SprintScreen> {
        SprintScreen::begin(7, NewIds::new(&home.startup.run, 1), &home.at(0))
    }

    #[test]
    fn a_sprint_needs_two_answers() {
        assert!(begun(&home(1)).is_none());
        assert!(begun(&home(2)).is_some());
    }

    #[test]
    fn time_that_is_up_is_written_down_and_a_key_just_then_is_no_answer_to_it() {
        let home = home(2);
        let mut screen = begun(&home).unwrap();
        assert!((1..10).all(|second| screen.tick(&home.at(second)).is_empty()));
        let asked = screen.tick(&home.at(10));
        assert!(matches!(&asked[..], [Request::Record(_, EventKind::Sprint(taken))] if !taken.right));
        assert!(screen.deaf(home.at(10).now) && !screen.deaf(home.at(11).now));
        assert!(screen.line().is_none(), "what was missed is looked at");
    }

    #[test]
    fn enter_takes_an_answer_only_once_one_is_chosen() {
        let home = home(2);
        let mut screen = begun(&home).unwrap();
        assert!(screen.act(Action::Open, &home.at(1)).is_empty());
        assert_eq!(screen.label(Action::Open, None, &home.at(1)), None);
        screen.act(Action::Down, &home.at(2));
        let asked = screen.act(Action::Open, &home.at(3));
        assert!(matches!(&asked[..], [Request::Record(_, EventKind::Sprint(taken))] if taken.right));
        assert_eq!(screen.sprint.phase(), SprintPhase::Over);
        assert_eq!(screen.act(Action::Back, &home.at(4)), [Request::Close]);
    }
}
