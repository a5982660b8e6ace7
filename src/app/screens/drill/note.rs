//! The note on a question: typed at any time, written down when the typing rests; and a drill without keys.

use super::DrillScreen;
use crate::app::effect::Effect;
use crate::app::state::App;
use crate::domain::clock::Moment;
use crate::domain::history::event::What;

impl App {
    /// A note on a question that is left without a rating is kept by itself.
    pub(in crate::app) fn keep_note(&mut self, now: Moment) -> Option<Effect> {
        let screen = self.drill_mut()?;
        screen.changed = None;
        let telling = screen.drill.now.as_ref()?;
        if telling.rated() || telling.note == screen.kept {
            return None;
        }
        screen.kept.clone_from(&telling.note);
        let what = What::Note {
            drill: screen.drill.plan.id.clone(),
            question: telling.question.clone(),
            text: telling.note.clone(),
        };
        self.note_down(what, now)
    }

    /// The drill in front, for a front end without keys.
    pub fn drill_in_front(&mut self) -> Option<&mut DrillScreen> {
        self.drill_mut()
    }

    /// Ends the drill early, for a front end without keys.
    pub fn end_early(&mut self, now: Moment) -> Vec<Effect> {
        self.end_drill(now)
    }

    /// Takes the note as it is and closes it, for a front end without keys.
    pub fn take_note(&mut self, now: Moment) {
        self.note_typed(now);
        if let Some(screen) = self.drill_mut() {
            screen.note = None;
        }
    }

    /// Takes what is typed into the note so far; it is written down when the typing rests.
    pub(in crate::app) fn note_typed(&mut self, now: Moment) {
        if let Some(screen) = self.drill_mut()
            && let Some(field) = &screen.note
            && let Some(telling) = screen.drill.now.as_mut()
            && telling.note != field.text().trim()
        {
            field.text().trim().clone_into(&mut telling.note);
            screen.changed.get_or_insert(now.elapsed);
        }
    }
}
