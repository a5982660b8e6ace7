//! The settings as rows that can be changed.

use crate::app::context::Context;
use crate::app::request::{Request, Requests, SettingChange};
use crate::app::screens::drill_setup::{SPEAK, THINK, next_lens, step};
use crate::domain::category::Category;
use crate::domain::part::Band;
use crate::domain::question::lens::Lens;
use crate::domain::question::level::Levels;
use crate::domain::settings::{Settings, ThemeChoice};
use crate::keys::action::Action;
use crate::text::time::duration;

/// One row of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingRow {
    /// Time to think.
    Think,
    /// Time to speak.
    Speak,
    /// Probes after each question.
    Probes,
    /// The share of each part.
    Band,
    /// Words a minute.
    Pace,
    /// Minutes a day.
    Minutes,
    /// The person's level.
    Level,
    /// Which company's values.
    Values,
    /// Colours.
    Theme,
    /// The bell.
    Bell,
    /// The mouse wheel.
    Mouse,
    /// Guess before speaking.
    Predict,
    /// Whether a category is asked.
    Hide(Category),
}

impl SettingRow {
    /// The rows from the top.
    pub fn all() -> Vec<SettingRow> {
        [
            SettingRow::Think,
            SettingRow::Speak,
            SettingRow::Probes,
            SettingRow::Band,
            SettingRow::Pace,
            SettingRow::Minutes,
            SettingRow::Level,
            SettingRow::Values,
            SettingRow::Theme,
            SettingRow::Bell,
            SettingRow::Mouse,
            SettingRow::Predict,
        ]
        .into_iter()
        .chain(
            Category::ALL
                .into_iter()
                .filter(|category| category.scored())
                .map(SettingRow::Hide),
        )
        .collect()
    }

    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            SettingRow::Think => "think",
            SettingRow::Speak => "speak",
            SettingRow::Probes => "probes",
            SettingRow::Band => "shares",
            SettingRow::Pace => "pace",
            SettingRow::Minutes => "minutes a day",
            SettingRow::Level => "level",
            SettingRow::Values => "values",
            SettingRow::Theme => "theme",
            SettingRow::Bell => "bell",
            SettingRow::Mouse => "mouse",
            SettingRow::Predict => "guess first",
            SettingRow::Hide(category) => category.id(),
        }
    }

    /// What it does, dim beside it.
    pub fn about(self) -> &'static str {
        match self {
            SettingRow::Think => "before you speak",
            SettingRow::Speak => "for one answer",
            SettingRow::Probes => "after each question",
            SettingRow::Band => "situation, task, action, result",
            SettingRow::Pace => "words a minute, for spoken time",
            SettingRow::Minutes => "how long Today is",
            SettingRow::Level => "questions of other levels are left out",
            SettingRow::Values => "whose your answers should cover",
            SettingRow::Theme => "colours",
            SettingRow::Bell => "once when the time is up",
            SettingRow::Mouse => "clicks and the wheel; shift selects text",
            SettingRow::Predict => "say how it will go before you speak",
            SettingRow::Hide(_) => "",
        }
    }

    /// Its value in words.
    pub fn value(self, settings: &Settings) -> String {
        match self {
            SettingRow::Think => duration(settings.think),
            SettingRow::Speak => duration(settings.speak),
            SettingRow::Probes => settings.probes.to_string(),
            SettingRow::Band => settings.band.0.map(|share| share.to_string()).join(" "),
            SettingRow::Pace => settings
                .pace
                .map_or("140 until known".to_owned(), |pace| pace.to_string()),
            SettingRow::Minutes => settings.minutes.to_string(),
            SettingRow::Level => settings
                .level
                .map_or("not said".to_owned(), |levels| levels.to_string()),
            SettingRow::Values => settings.lens.as_deref().unwrap_or("all").to_owned(),
            SettingRow::Theme => settings.theme.id().to_owned(),
            SettingRow::Bell => settings.bell.id().to_owned(),
            SettingRow::Mouse => settings.mouse.id().to_owned(),
            SettingRow::Predict => settings.predict.id().to_owned(),
            SettingRow::Hide(category) => {
                let hidden = settings.hide.contains(&category);
                if hidden { "hidden" } else { "asked" }.to_owned()
            }
        }
    }
}

/// Shares that can be chosen: situation, task, action, result.
const BANDS: [Band; 4] = [
    Band([20, 10, 60, 10]),
    Band([15, 10, 60, 15]),
    Band([15, 10, 55, 20]),
    Band([10, 10, 65, 15]),
];

/// Does what a key asks for on a row: a change of its setting, or nothing.
pub(super) fn act(row: usize, action: Action, cx: &Context) -> Requests {
    let row = SettingRow::all().get(row).copied();
    let changes = matches!(action, Action::Less | Action::More | Action::Open);
    let change = row.filter(|_| changes).map(|row| {
        let mut settings = cx.workspace.settings.clone();
        let (key, value) = change(
            &mut settings,
            row,
            cx.workspace.library.lenses(),
            action != Action::Less,
        );
        Request::Change(SettingChange {
            key,
            value,
            settings: Box::new(settings),
        })
    });
    change.into_iter().collect()
}

/// Changes a row; answers with the key and the value of the file's line.
fn change(settings: &mut Settings, row: SettingRow, lenses: &[Lens], up: bool) -> (&'static str, String) {
    match row {
        SettingRow::Think => settings.think = step(&THINK, settings.think, up),
        SettingRow::Speak => settings.speak = step(&SPEAK, settings.speak, up),
        SettingRow::Probes => {
            let probes = if up {
                settings.probes + 1
            } else {
                settings.probes.saturating_sub(1)
            };
            settings.probes = probes.min(4);
        }
        SettingRow::Band => {
            let at = BANDS.iter().position(|band| *band == settings.band).unwrap_or(0);
            settings.band = BANDS[(if up { at + 1 } else { at + BANDS.len() - 1 }) % BANDS.len()];
        }
        SettingRow::Pace => {
            let pace = settings.pace.unwrap_or(Settings::PACE);
            settings.pace = Some(if up { pace + 5 } else { pace - 5 }.clamp(60, 260));
        }
        SettingRow::Minutes => {
            settings.minutes = if up {
                settings.minutes + 5
            } else {
                settings.minutes.saturating_sub(5)
            }
            .clamp(5, 120);
        }
        SettingRow::Level => {
            let all = Levels::CHOICES;
            let at = all
                .iter()
                .position(|levels| Some(*levels) == settings.level)
                .unwrap_or(0);
            settings.level = Some(all[(if up { at + 1 } else { at + all.len() - 1 }) % all.len()]);
        }
        SettingRow::Values => settings.lens = next_lens(settings.lens.as_deref(), lenses, up),
        SettingRow::Theme => {
            let all = ThemeChoice::ALL;
            let at = all.iter().position(|theme| *theme == settings.theme).unwrap_or(0);
            settings.theme = all[(if up { at + 1 } else { at + all.len() - 1 }) % all.len()];
        }
        SettingRow::Bell => settings.bell = settings.bell.flipped(),
        SettingRow::Mouse => settings.mouse = settings.mouse.flipped(),
        SettingRow::Predict => settings.predict = settings.predict.flipped(),
        SettingRow::Hide(category) => {
            if let Some(place) = settings.hide.iter().position(|hidden| *hidden == category) {
                settings.hide.remove(place);
            } else {
                settings.hide.push(category);
            }
        }
    }
    line(settings, row)
}

fn line(settings: &Settings, row: SettingRow) -> (&'static str, String) {
    match row {
        SettingRow::Band => (
            "band",
            format!("[{}]", settings.band.0.map(|share| share.to_string()).join(", ")),
        ),
        SettingRow::Pace => ("pace", settings.pace.unwrap_or(Settings::PACE).to_string()),
        SettingRow::Minutes => ("minutes", settings.minutes.to_string()),
        SettingRow::Values => ("lens", row.value(settings)),
        SettingRow::Mouse => ("mouse", settings.mouse.id().to_owned()),
        SettingRow::Predict => ("predict", settings.predict.id().to_owned()),
        SettingRow::Hide(_) => {
            let ids: Vec<&str> = settings.hide.iter().map(|category| category.id()).collect();
            ("hide", format!("[{}]", ids.join(", ")))
        }
        other => (other.name(), other.value(settings)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_gives_the_line_of_the_file() {
        let mut settings = Settings::default();
        assert_eq!(
            change(&mut settings, SettingRow::Speak, &[], true),
            ("speak", "2m30s".to_owned())
        );
        assert_eq!(
            change(&mut settings, SettingRow::Bell, &[], true),
            ("bell", "on".to_owned())
        );
        assert_eq!(
            change(&mut settings, SettingRow::Hide(Category::People), &[], true),
            ("hide", "[people]".to_owned())
        );
        assert_eq!(
            change(&mut settings, SettingRow::Level, &[], false),
            ("level", "manager".to_owned())
        );
        let acme = Lens {
            id: "acme".to_owned(),
            title: "Acme".to_owned(),
            about: String::new(),
            values: Vec::new(),
        };
        for value in ["acme", "all"] {
            let line = change(&mut settings, SettingRow::Values, std::slice::from_ref(&acme), true);
            assert_eq!(line, ("lens", value.to_owned()));
        }
    }
}
