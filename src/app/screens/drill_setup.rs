//! Choosing a drill: presets, and values of one's own.

use super::Screen;
use crate::app::context::Context;
use crate::app::drill_request::DrillRequest;
use crate::app::request::{Request, Requests};
use crate::app::route::Route;
use crate::app::widgets::list::move_cursor;
use crate::app::widgets::stepper::{PROBES, SPEAK, THINK, moved, next_lens, step, turned, turned_or_none};
use crate::domain::category::Category;
use crate::domain::drill::probe::PROBE_SECONDS;
use crate::domain::history::attempt::Pick;
use crate::domain::question::lens::Lens;
use crate::domain::settings::Settings;
use crate::keys::action::Action;

listed! {
    /// A drill with a name.
    pub enum Preset {
        /// Its name.
        name,
    }
    /// Three questions.
    Quick => "quick";
    /// Five questions.
    Standard => "standard";
    /// Four questions with two probes each.
    Onsite => "onsite";
    /// Whatever was changed.
    Own => "own";
}

impl Preset {
    /// Those with values of their own.
    pub const NAMED: [Preset; 3] = [Preset::Quick, Preset::Standard, Preset::Onsite];
}

listed! {
    /// One row of the set-up, from the top.
    pub enum SetUpRow {
        /// Its name.
        name,
    }
    /// The preset.
    Preset => "drill";
    /// How many questions.
    Questions => "questions";
    /// Which category.
    Category => "category";
    /// Which company's values.
    Values => "values";
    /// How they are picked.
    Pick => "picked";
    /// Time to think.
    Think => "think";
    /// Time to speak.
    Speak => "speak";
    /// Probes after each.
    Probes => "probes";
    /// A sprint instead: no telling, which answer would it be?
    Sprint => "or sprint";
}

/// The values chosen so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUp {
    /// The selected row.
    pub row: usize,
    /// The preset.
    pub preset: Preset,
    /// How many questions.
    pub count: usize,
    /// Only this category.
    pub category: Option<Category>,
    /// Only questions that test the values of this lens.
    pub lens: Option<String>,
    /// How they are picked; none: as usual.
    pub pick: Option<Pick>,
    /// Seconds to think.
    pub think: u32,
    /// Seconds to speak.
    pub speak: u32,
    /// Probes after each.
    pub probes: usize,
}

/// Questions of a drill at most.
const MOST: usize = 20;

/// Seconds it takes to say how one went.
const RATING: u32 = 30;

impl SetUp {
    /// A standard drill, perhaps of one category.
    pub fn for_category(settings: &Settings, category: Option<Category>) -> SetUp {
        let mut setup = SetUp {
            row: 0,
            preset: Preset::Standard,
            count: 0,
            category,
            lens: None,
            pick: None,
            think: settings.think,
            speak: settings.speak,
            probes: 0,
        };
        setup.take(Preset::Standard, settings);
        setup
    }

    /// The selected row.
    pub fn selected(&self) -> SetUpRow {
        SetUpRow::ALL[self.row.min(SetUpRow::ALL.len() - 1)]
    }

    /// Seconds it takes, with the time to rate; nobody is asked what, so this is about right.
    pub fn seconds(&self) -> u32 {
        (self.think + self.speak + PROBE_SECONDS * self.probes as u32 + RATING) * self.count as u32
    }

    fn take(&mut self, preset: Preset, settings: &Settings) {
        self.preset = preset;
        self.think = settings.think;
        self.speak = settings.speak;
        (self.count, self.probes) = match preset {
            Preset::Quick => (3, settings.probes),
            Preset::Onsite => (4, 2),
            Preset::Standard | Preset::Own => (5, settings.probes),
        };
    }

    /// Changes the value of the selected row.
    pub fn change(&mut self, up: bool, settings: &Settings, lenses: &[Lens]) {
        match self.selected() {
            SetUpRow::Preset => {
                let now = match self.preset {
                    Preset::Own => Preset::Standard,
                    named => named,
                };
                return self.take(turned(&Preset::NAMED, now, up), settings);
            }
            SetUpRow::Category => {
                let scored = Category::ALL.into_iter().filter(|category| category.scored());
                return self.category = turned_or_none(scored, self.category, up);
            }
            SetUpRow::Values => return self.lens = next_lens(self.lens.as_deref(), lenses, up),
            SetUpRow::Pick => return self.pick = turned_or_none(Pick::ALL, self.pick, up),
            SetUpRow::Questions => self.count = moved(self.count, 1, up, 1..=MOST),
            SetUpRow::Think => self.think = step(&THINK, self.think, up),
            SetUpRow::Speak => self.speak = step(&SPEAK, self.speak, up),
            SetUpRow::Probes => self.probes = moved(self.probes, 1, up, PROBES),
            SetUpRow::Sprint => return,
        }
        self.preset = Preset::Own;
    }
}

impl SetUp {
    /// What is set up: a sprint, or a drill with these values.
    fn route(&self, cx: &Context) -> Route {
        if self.selected() == SetUpRow::Sprint {
            return Route::Sprint;
        }
        let lens = self.lens.as_ref().and_then(|id| cx.workspace.library.lens(id));
        Route::Drill(DrillRequest {
            name: lens.map_or(self.preset.name(), |lens| &lens.id).to_owned(),
            tags: lens.map(Lens::tags).unwrap_or_default(),
            lens: lens.map(|lens| lens.id.clone()),
            categories: self.category.into_iter().collect(),
            count: self.count,
            pick: self.pick,
            think: Some(self.think),
            speak: (self.speak != cx.workspace.settings.speak).then_some(self.speak),
            probes: Some(self.probes),
            ..DrillRequest::default()
        })
    }
}

impl Screen for SetUp {
    fn act(&mut self, action: Action, cx: &Context) -> Requests {
        match action {
            Action::Open => return vec![Request::Replace(self.route(cx))],
            Action::Back => return vec![Request::Close],
            Action::More | Action::Less => self.change(
                action == Action::More,
                &cx.workspace.settings,
                cx.workspace.library.lenses(),
            ),
            action => self.row = move_cursor(self.row, SetUpRow::ALL.len(), cx.viewport.rows, action),
        }
        Requests::new()
    }

    fn label(&self, action: Action, usual: Option<&'static str>, _: &Context) -> Option<&'static str> {
        match (action, self.selected()) {
            (Action::Open, SetUpRow::Sprint) => Some("start the sprint"),
            (Action::Open, _) => Some("start the drill"),
            (Action::More, row) if row != SetUpRow::Sprint => Some("change it"),
            _ => usual,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::context::tests::Fixture;
    use crate::domain::library::Library;

    #[test]
    fn a_preset_sets_the_numbers_and_a_changed_number_makes_it_ones_own() {
        let settings = Settings::default();
        let mut setup = SetUp::for_category(&settings, None);
        assert_eq!((setup.count, setup.probes), (5, 0));
        setup.change(true, &settings, &[]);
        assert_eq!((setup.preset, setup.count, setup.probes), (Preset::Onsite, 4, 2));
        setup.row = 1;
        setup.change(true, &settings, &[]);
        assert_eq!((setup.preset, setup.count), (Preset::Own, 5));
        setup.row = 5;
        setup.change(false, &settings, &[]);
        assert_eq!(setup.think, 20);
        setup.row = 2;
        setup.change(false, &settings, &[]);
        assert_eq!(setup.category, Some(Category::People));
    }

    #[test]
    fn enter_begins_what_is_set_up_in_its_place() {
        let home = Fixture::new(Library::default());
        let mut setup = SetUp::for_category(&home.workspace.settings, Some(Category::ALL[2]));
        let asked = setup.act(Action::Open, &home.at(0));
        assert!(
            matches!(&asked[..], [Request::Replace(Route::Drill(order))]
                if order.categories == [Category::ALL[2]] && order.count == 5),
            "{asked:?}"
        );
        setup.row = SetUpRow::ALL.len() - 1;
        assert_eq!(setup.label(Action::More, None, &home.at(0)), None);
        assert_eq!(setup.act(Action::Open, &home.at(0)), [Request::Replace(Route::Sprint)]);
    }
}
