//! Where the keys go now, and which actions make sense.

use super::overlays::Overlay;
use super::screens::browse::dialogs::BrowseForm;
use super::screens::drill::{DrillScreen, RateFocus};
use super::screens::review::dialogs::ReviewForm;
use super::screens::workbench::{Hand, Workbench};
use super::state::{AnyScreen, App};
use crate::domain::drill::Phase;
use crate::domain::drill::sprint::Stand;
use crate::domain::question::Parts;
use crate::keys::action::Action;
use crate::keys::bindings::Context;
use crate::keys::context::{in_drill, on_screen, over_screen};

impl Overlay {
    /// The contexts a key is looked up in while it lies over the screen, the nearest first.
    pub fn contexts(&self) -> &'static [Context] {
        match self {
            Overlay::Palette(_) | Overlay::Find(_) | Overlay::Beside(_) | Overlay::Link(_) | Overlay::Prepare(_) => {
                Context::FILTER
            }
            Overlay::Slip(_) => Context::FORM,
            Overlay::Browse(BrowseForm::Prompt(_) | BrowseForm::Title { .. })
            | Overlay::Review(ReviewForm::Partner { .. }) => Context::LINE,
            Overlay::Browse(BrowseForm::Category { .. }) | Overlay::Settings { .. } => over_screen![Overlay, Value],
            Overlay::Review(ReviewForm::Rating { .. }) => over_screen![Heard, Overlay],
            Overlay::Asked(_) => &[Context::Confirm, Context::NotTyping, Context::Anywhere],
            Overlay::Versions(_) => over_screen![Versions],
            Overlay::Met(_) => over_screen![Met],
            Overlay::Help { .. } => over_screen![],
            Overlay::Log(_)
            | Overlay::Problems { .. }
            | Overlay::Trash(_)
            | Overlay::Browse(BrowseForm::Filter { .. })
            | Overlay::Review(ReviewForm::Keep { .. }) => over_screen![Overlay],
        }
    }
}

impl App {
    /// The contexts a key is looked up in, the nearest first.
    pub fn contexts(&self) -> &'static [Context] {
        if let Some(overlay) = &self.overlay {
            return overlay.contexts();
        }
        let screen = self.contexts_of_screen();
        // What opened by itself is not answered yet, and covers what other keys would change.
        if self.conflicts.shown().is_some() && !screen.contains(&Context::Editing) {
            return &[Context::Anywhere];
        }
        screen
    }

    /// The contexts of what help lies over, or would.
    pub fn contexts_helped(&self) -> &'static [Context] {
        match &self.overlay {
            Some(Overlay::Help { over: Some(over), .. }) => over.contexts(),
            Some(Overlay::Help { over: None, .. } | Overlay::Palette(_)) => self.contexts_of_screen(),
            _ => self.contexts(),
        }
    }

    fn contexts_of_screen(&self) -> &'static [Context] {
        if let Some(screen) = self.own_screen() {
            return screen.contexts(&self.context());
        }
        match self.screen() {
            Some(AnyScreen::Drill(screen)) => contexts_of_drill(screen),
            Some(AnyScreen::Sprint(screen)) if screen.sprint.stand() == Stand::Asking => Context::FILTER,
            Some(AnyScreen::Sprint(_)) => on_screen![Sprint],
            Some(AnyScreen::Workbench(bench)) => match &**bench {
                Workbench { form: Some(_), .. } => Context::FORM,
                Workbench { find: Some(_), .. } => Context::LINE,
                Workbench { hand: Hand::Typing, .. } => &[Context::Writing, Context::Editing, Context::Anywhere],
                Workbench {
                    hand: Hand::Reading, ..
                } => on_screen![Workbench],
            },
            Some(AnyScreen::Debrief(debrief)) if debrief.types() => {
                &[Context::Debrief, Context::Typing, Context::Editing, Context::Anywhere]
            }
            Some(AnyScreen::Debrief(_)) => on_screen![DebriefChoice],
            Some(AnyScreen::SetUp(_)) => on_screen![SetUp],
            Some(AnyScreen::Browse(_)) => on_screen![Browse],
            Some(AnyScreen::Review(_)) => on_screen![Review],
            Some(AnyScreen::Attempt(_)) => on_screen![Attempt],
            Some(AnyScreen::Card(_)) => on_screen![Card],
            Some(AnyScreen::Interviews(_)) => on_screen![Interviews],
            Some(AnyScreen::Interview(_)) => on_screen![Interview],
            Some(AnyScreen::Letter(_)) => on_screen![Letter],
            Some(AnyScreen::Feedback(_)) => on_screen![Feedback],
            Some(AnyScreen::Home(_) | AnyScreen::Import(_)) | None => on_screen![Home],
        }
    }

    /// Whether printable keys type text.
    pub fn typing(&self) -> bool {
        self.contexts().contains(&Context::Editing)
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
            _ if self.overlay.is_none() && self.meets() => self.why_not_here(action),
            _ if self.overlay.is_none() && self.workbench().is_some() => self.why_not_on_bench(action),
            _ if self.overlay.is_none() => self.why_not_in_browse(action).or(self.why_not_in_review(action)),
            _ => None,
        }
    }
}

fn contexts_of_drill(screen: &DrillScreen) -> &'static [Context] {
    if screen.note.is_some() {
        return Context::LINE;
    }
    match screen.drill.phase {
        Phase::Think => in_drill![Think],
        Phase::Speak => in_drill![Speak],
        Phase::Probe => in_drill![Probe],
        Phase::Rate if screen.focus != RateFocus::Points => in_drill![Dimensions, Rate],
        Phase::Rate => in_drill![Rate],
        Phase::Summary => in_drill![Summary],
    }
}

/// Columns below which panes that stand side by side fold into one.
pub const FOLD: usize = 100;

/// Columns a screen becomes at most whose panes stand side by side.
pub const SIDE_BY_SIDE: usize = 164;
