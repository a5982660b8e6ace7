//! Where the keys go now, and which actions make sense.

use super::overlays::{Asked, Overlay};
use super::screens::drill::RateFocus;
use super::screens::review::dialogs::ReviewForm;
use super::screens::workbench::Hand;
use super::state::{AnyScreen, App};
use crate::domain::drill::sprint::Stand;
use crate::domain::drill::{Hold, Phase};
use crate::domain::question::Parts;
use crate::keys::action::Action;
use crate::keys::bindings::Context;

impl App {
    /// The contexts a key is looked up in, the nearest first.
    pub fn contexts(&self) -> Vec<Context> {
        use Context as C;
        match &self.overlay {
            // What opened by itself is not answered yet, and covers what other keys would change.
            None if self.conflicts.shown().is_some() && !self.typing() => vec![C::Anywhere],
            None => self.contexts_below(),
            Some(overlay) => match overlay {
                Overlay::Palette(_)
                | Overlay::Find(_)
                | Overlay::Beside(_)
                | Overlay::Link(_)
                | Overlay::Prepare(_) => {
                    vec![C::Filter, C::Typing, C::Anywhere]
                }
                Overlay::Slip(_) => vec![C::Form, C::Typing, C::Anywhere],
                Overlay::Browse(form) if form.types() => vec![C::Typing, C::Anywhere],
                Overlay::Review(form) if form.types() => vec![C::Typing, C::Anywhere],
                Overlay::Review(ReviewForm::Rating { .. }) => {
                    vec![C::Heard, C::Overlay, C::Rows, C::NotTyping, C::Anywhere]
                }
                Overlay::Asked(_) => vec![C::Confirm, C::NotTyping, C::Anywhere],
                Overlay::Versions(_) => vec![C::Versions, C::Overlay, C::Rows, C::NotTyping, C::Anywhere],
                Overlay::Met(_) => vec![C::Met, C::Overlay, C::Rows, C::NotTyping, C::Anywhere],
                Overlay::Log(_)
                | Overlay::Help { .. }
                | Overlay::Problems { .. }
                | Overlay::Settings { .. }
                | Overlay::Trash(_)
                | Overlay::Browse(_)
                | Overlay::Review(_) => {
                    vec![C::Overlay, C::Rows, C::NotTyping, C::Anywhere]
                }
            },
        }
    }

    /// The contexts of the screen, whatever lies over it.
    pub fn contexts_below(&self) -> Vec<Context> {
        use Context as C;
        if let Some(screen) = self.own_screen() {
            return screen.contexts(&self.context());
        }
        if self.screen_types() {
            if self.sprint().is_some() {
                return vec![C::Filter, C::Typing, C::Anywhere];
            }
            return match self.workbench() {
                Some(bench) if bench.form.is_some() => vec![C::Form, C::Typing, C::Anywhere],
                Some(bench) if bench.find.is_none() => vec![C::Writing, C::Anywhere],
                _ if matches!(self.screen(), Some(AnyScreen::Debrief(_))) => vec![C::Debrief, C::Typing, C::Anywhere],
                _ => vec![C::Typing, C::Anywhere],
            };
        }
        let near = match self.screen() {
            Some(AnyScreen::Drill(screen)) => {
                return match screen.drill.phase {
                    Phase::Think => vec![C::Think, C::NotTyping, C::Anywhere],
                    Phase::Speak => vec![C::Speak, C::NotTyping, C::Anywhere],
                    Phase::Probe => vec![C::Probe, C::NotTyping, C::Anywhere],
                    Phase::Rate if screen.focus != RateFocus::Points => {
                        vec![C::Dimensions, C::Rate, C::NotTyping, C::Anywhere]
                    }
                    Phase::Rate => vec![C::Rate, C::NotTyping, C::Anywhere],
                    Phase::Summary => vec![C::Summary, C::NotTyping, C::Anywhere],
                };
            }
            Some(AnyScreen::SetUp(_)) => C::SetUp,
            Some(AnyScreen::Sprint(_)) => C::Sprint,
            Some(AnyScreen::Browse(_)) => C::Browse,
            Some(AnyScreen::Review(_)) => C::Review,
            Some(AnyScreen::Attempt(_)) => C::Attempt,
            Some(AnyScreen::Card(_)) => C::Card,
            Some(AnyScreen::Interviews(_)) => C::Interviews,
            Some(AnyScreen::Interview(_)) => C::Interview,
            Some(AnyScreen::Letter(_)) => C::Letter,
            Some(AnyScreen::Feedback(_)) => C::Feedback,
            Some(AnyScreen::Debrief(_)) => C::DebriefChoice,
            Some(AnyScreen::Workbench(_)) => C::Workbench,
            Some(AnyScreen::Home(_) | AnyScreen::Import(_)) | None => C::Home,
        };
        vec![near, C::Rows, C::NotTyping, C::Anywhere]
    }

    /// Whether printable keys type text.
    pub fn typing(&self) -> bool {
        if let Some(overlay) = &self.overlay {
            return match overlay {
                Overlay::Palette(_)
                | Overlay::Find(_)
                | Overlay::Beside(_)
                | Overlay::Link(_)
                | Overlay::Slip(_)
                | Overlay::Prepare(_) => true,
                Overlay::Browse(form) => form.types(),
                Overlay::Review(form) => form.types(),
                _ => false,
            };
        }
        self.screen_types()
    }

    fn screen_types(&self) -> bool {
        if let Some(screen) = self.own_screen() {
            return screen.types();
        }
        match self.screen() {
            Some(AnyScreen::Drill(screen)) => screen.note.is_some(),
            Some(AnyScreen::Sprint(screen)) => screen.sprint.stand() == Stand::Asking,
            Some(AnyScreen::Workbench(bench)) => {
                bench.hand == Hand::Typing || bench.form.is_some() || bench.find.is_some()
            }
            Some(AnyScreen::Debrief(debrief)) => debrief.types(),
            _ => false,
        }
    }

    /// Why an action makes no sense now; none when it does.
    pub fn why_not(&self, action: Action) -> Option<&'static str> {
        if self.overlay.is_none()
            && let Some(screen) = self.own_screen()
        {
            return screen.refusal(action, &self.context());
        }
        let drill = self.drill();
        let telling = drill.and_then(|screen| screen.drill.now.as_ref());
        match action {
            Action::NextPart
                if telling.is_some_and(|telling| telling.parts == Parts::None || telling.reached.len() == 4) =>
            {
                Some("there is no next part")
            }
            Action::PartBack if telling.is_some_and(|telling| telling.reached.is_empty()) => {
                Some("nothing is marked yet")
            }
            Action::Guess(_) if !self.workspace.settings.predict.is_on() => Some("guessing is off"),
            Action::Reopen
                if drill.is_some_and(|screen| screen.drill.told.last().is_none_or(|told| told.attempt.is_none())) =>
            {
                Some("there is no rating before")
            }
            Action::TakeBack if telling.is_some_and(|telling| !telling.rated()) => Some("nothing is rated yet"),
            Action::SaidIt if telling.is_some_and(|telling| telling.beats.is_empty()) => {
                Some("there are no key points")
            }
            Action::OtherPane if drill.is_some() && self.viewport.columns >= FOLD => Some("both panes are shown"),
            Action::Forward
                if telling.is_some_and(|telling| !telling.rated())
                    && drill.is_some_and(|s| s.drill.phase == Phase::Rate) =>
            {
                Some("it is not rated yet")
            }
            Action::DrillThis
                if drill.is_some_and(|screen| !screen.drill.told.iter().any(super::update::was_rough)) =>
            {
                Some("nothing was rough")
            }
            Action::Open if self.clashes() => Some("the changes do not fit together"),
            _ if self.overlay.is_none() && self.meets() => self.why_not_here(action),
            _ if self.overlay.is_none() && self.workbench().is_some() => self.why_not_on_bench(action),
            _ if self.overlay.is_none() => self.why_not_in_browse(action).or(self.why_not_in_review(action)),
            _ => None,
        }
    }

    /// The footer's word for an action now, which may differ from the table's.
    pub fn footer_word(&self, action: Action, label: &'static str) -> Option<&'static str> {
        if self.why_not(action).is_some() {
            return None;
        }
        if self.overlay.is_none()
            && let Some(screen) = self.own_screen()
        {
            return screen.label(action, label, &self.context());
        }
        if let Some(Overlay::Browse(form)) = &self.overlay {
            return App::form_word(form, action);
        }
        if let Some(Overlay::Review(form)) = &self.overlay {
            return App::review_form_word(form, action);
        }
        let drill = self.drill();
        Some(match action {
            Action::Pause if drill.is_some_and(|screen| screen.drill.hold() == Hold::Paused) => "go on",
            Action::Back if drill.is_some_and(|screen| screen.drill.phase != Phase::Summary) => "end",
            Action::Back if drill.is_some() => "leave",
            Action::Back if self.overlay.is_none() && matches!(self.screen(), Some(AnyScreen::Home(_))) => return None,
            Action::Open if matches!(self.overlay, Some(Overlay::Settings { .. })) => "change",
            Action::Open if matches!(self.overlay, Some(Overlay::Trash(_))) => "bring it back",
            Action::Open if self.unlinks() => "take the link out",
            Action::Open if matches!(self.overlay, Some(Overlay::Link(_))) => "link",
            Action::Open if self.compares() => "show what differs",
            Action::Find if self.overlay.is_some() => return None,
            Action::Back if self.clashes() => "keep both files",
            Action::Open if matches!(self.overlay, Some(Overlay::Problems { .. })) => "edit the file",
            Action::Open if matches!(self.overlay, Some(Overlay::Help { .. })) => return None,
            Action::Accept if matches!(self.overlay, Some(Overlay::Asked(Asked::EndDrill))) => "end it",
            Action::Decline if matches!(self.overlay, Some(Overlay::Asked(Asked::EndDrill))) => "go on",
            Action::Accept if matches!(self.overlay, Some(Overlay::Asked(Asked::LeaveUnsaved))) => "leave it",
            Action::Accept if matches!(self.overlay, Some(Overlay::Asked(Asked::Trash { .. }))) => "into the trash",
            Action::Accept if matches!(self.overlay, Some(Overlay::Asked(Asked::Draft { .. }))) => "show it",
            Action::Decline if matches!(self.overlay, Some(Overlay::Asked(Asked::Draft { .. }))) => "the file as it is",
            Action::Accept if matches!(self.overlay, Some(Overlay::Asked(_))) => "quit all the same",
            Action::Decline if matches!(self.overlay, Some(Overlay::Asked(_))) => "stay",
            Action::Open if matches!(self.overlay, Some(Overlay::Log(_))) => "this happened",
            Action::Accept if matches!(self.overlay, Some(Overlay::Slip(_))) => "save",
            Action::Save if matches!(self.overlay, Some(Overlay::Slip(_))) => return None,
            Action::StopTyping if matches!(self.overlay, Some(Overlay::Slip(_))) => "leave it",
            Action::Open if matches!(self.overlay, Some(Overlay::Prepare(_))) => "prepared",
            action if self.meets() && self.overlay.is_none() => return self.word_here(action, label),
            Action::Forward if self.sprint().is_some_and(|screen| screen.sprint.stand() == Stand::Over) => "leave",
            Action::EditAnswer if drill.is_some_and(|screen| screen.drill.phase == Phase::Rate && answerless(self)) => {
                "write an answer"
            }
            action if self.overlay.is_none() => {
                return self
                    .review_word(action, label)
                    .and_then(|label| self.browse_word(action, label));
            }
            _ => label,
        })
    }

    /// Whether Enter takes a link out.
    fn unlinks(&self) -> bool {
        matches!(&self.overlay, Some(Overlay::Link(link)) if link.search.selected().is_some_and(|side| side.linked))
    }

    /// Whether the other side of a comparison is chosen already.
    fn compares(&self) -> bool {
        matches!(&self.overlay, Some(Overlay::Versions(listed)) if listed.other.is_some())
    }

    /// Whether a file was changed here and elsewhere at the same place.
    fn clashes(&self) -> bool {
        matches!(&self.overlay, Some(Overlay::Met(met)) if met.merged.is_none())
    }
}

fn answerless(app: &App) -> bool {
    app.drill()
        .and_then(|screen| screen.drill.now.as_ref())
        .is_some_and(|telling| telling.answer.is_none())
}

/// Columns below which panes that stand side by side fold into one.
pub const FOLD: usize = 100;

/// Columns a screen becomes at most whose panes stand side by side.
pub const SIDE_BY_SIDE: usize = 164;
