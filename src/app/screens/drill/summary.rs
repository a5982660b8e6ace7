//! What was told: the summary, opening a rating again, and the answer that was told.

use super::DrillScreen;
use crate::app::effect::Effect;
use crate::app::planning::Order;
use crate::app::screens::workbench::Hand;
use crate::app::screens::workbench::versions::hand_over;
use crate::app::state::App;
use crate::app::widgets::list::moved;
use crate::domain::clock::Moment;
use crate::domain::drill::{Drill, Phase, Telling};
use crate::domain::id::QuestionId;
use crate::domain::rating::Rating;
use crate::keys::action::Action;

impl App {
    pub(in crate::app) fn summary_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill_mut() else {
            return Vec::new();
        };
        match action {
            Action::Down | Action::Up => screen.row = moved(screen.told_row(), screen.drill.told.len(), 1, action),
            Action::Forward => return self.leave_drill(),
            Action::EditAnswer => return self.edit_told_answer(now),
            Action::DrillThis => {
                let questions = rough(&screen.drill);
                if questions.is_empty() {
                    self.say("Nothing was rough this time");
                    return Vec::new();
                }
                let plan = screen.drill.plan.clone();
                self.screens.pop();
                let order = Order {
                    name: plan.name,
                    questions,
                    think: Some(plan.think),
                    speak: plan.speak_asked.then_some(plan.speak),
                    probes: Some(plan.probes),
                    ..Order::default()
                };
                return self.begin(&order, now);
            }
            _ => {}
        }
        Vec::new()
    }

    pub(in crate::app) fn edit_told_answer(&mut self, now: Moment) -> Vec<Effect> {
        let effects = self.write_changes(now);
        let telling = match self.drill().map(|screen| &screen.drill) {
            Some(drill) if drill.phase == Phase::Summary => {
                let row = self.drill().map_or(0, DrillScreen::told_row);
                drill.told.get(row).cloned()
            }
            Some(drill) => drill.now.clone(),
            None => None,
        };
        if let Some(telling) = telling {
            self.edit_or_write(&telling, now);
        }
        effects
    }

    /// Opens the file of the answer that was told in the person's own editor.
    pub(in crate::app) fn open_told_externally(&mut self, now: Moment) -> Vec<Effect> {
        let mut effects = self.write_changes(now);
        let told = self
            .drill()
            .and_then(|screen| screen.drill.now.as_ref()?.answer.clone());
        match told.and_then(|id| self.workspace.library.answer(id.as_str())) {
            Some(answer) => effects.extend(hand_over(&answer.id, &answer.path, &answer.text)),
            None => self.say("There is no answer yet; e writes one"),
        }
        effects
    }

    /// Opens the answer that was told beside its question, or a new one; leaving it comes back here.
    fn edit_or_write(&mut self, telling: &Telling, now: Moment) {
        match telling
            .answer
            .as_ref()
            .and_then(|id| self.workspace.library.answer(id.as_str()))
        {
            Some(answer) => {
                let id = answer.id.clone();
                self.open_answer(&id, Hand::Typing);
            }
            None => self.new_answer(Some(&telling.question), now),
        }
    }

    /// After the home was read again: the answer being told may have changed, or may be there now.
    pub(in crate::app) fn answer_changed(&mut self, now: Moment) {
        let Some(telling) = self.drill().and_then(|screen| screen.drill.now.as_ref()) else {
            return;
        };
        let told = telling
            .answer
            .as_ref()
            .and_then(|id| self.workspace.library.answer(id.as_str()));
        let answer = told.or_else(|| self.answer_to_tell(&telling.question));
        let (id, beats) = (
            answer.map(|answer| answer.id.clone()),
            answer.map(crate::domain::answer::Answer::beats).unwrap_or_default(),
        );
        if let Some(screen) = self.drill_mut()
            && let Some(telling) = screen.drill.now.as_mut()
            && (telling.answer != id || telling.beats != beats)
        {
            let said: Vec<String> = telling.beats_told().map(|told| told.hit).unwrap_or_default();
            telling.answer = id;
            telling.beats = beats;
            telling.said = telling.said.as_ref().map(|_| {
                let places = telling.beats.iter().enumerate();
                places
                    .filter(|(_, beat)| said.contains(&beat.text))
                    .map(|(place, _)| place)
                    .collect()
            });
            screen.beat = 0;
            screen.changed = screen.written.as_ref().map(|_| now.elapsed);
        }
    }

    pub(in crate::app) fn reopen_rating(&mut self, now: Moment) -> Vec<Effect> {
        let Some(screen) = self.drill_mut() else {
            return Vec::new();
        };
        if !screen.drill.reopen(now) {
            return Vec::new();
        }
        let id = screen.drill.now.as_ref().and_then(|telling| telling.attempt.clone());
        let written = id.and_then(|id| self.workspace.history.attempt(&id).cloned());
        if let Some(screen) = self.drill_mut() {
            screen.arrive(written);
        }
        Vec::new()
    }
}

/// The questions that were rated rough or worse, in the order they were told.
fn rough(drill: &Drill) -> Vec<QuestionId> {
    let mut questions: Vec<QuestionId> = Vec::new();
    for telling in &drill.told {
        let bad = telling.rating.is_some_and(|rating| rating <= Rating::Rough);
        questions.retain(|id| *id != telling.question);
        if bad {
            questions.push(telling.question.clone());
        }
    }
    questions
}
