//! The settings as rows that can be changed.

use crate::app::context::Context;
use crate::app::request::{Request, Requests, SettingChange};
use crate::app::widgets::stepper::{PROBES, SPEAK, THINK, moved, next_lens, step, turned};
use crate::domain::category::Category;
use crate::domain::days::DayStart;
use crate::domain::part::Band;
use crate::domain::question::lens::Lens;
use crate::domain::question::level::Levels;
use crate::domain::settings::{Settings, ThemeChoice};
use crate::keys::action::Action;
use crate::text::time::duration;

/// A setting as the screen shows and changes it.
#[derive(Debug)]
pub struct Setting {
    /// Its key in the file.
    key: &'static str,
    name: &'static str,
    about: &'static str,
    /// Its value in words.
    value: fn(&Settings) -> String,
    /// The same as the file has it.
    written: fn(&Settings) -> String,
    /// Goes to the next value, or the one before.
    turn: fn(&mut Settings, bool, &[Lens]),
}

const fn setting(
    (key, name, about): (&'static str, &'static str, &'static str),
    value: fn(&Settings) -> String,
    turn: fn(&mut Settings, bool, &[Lens]),
) -> Setting {
    Setting {
        key,
        name,
        about,
        value,
        written: value,
        turn,
    }
}

/// What can be changed, from the top: key, name and what it is for; its value; what an arrow makes of it.
static SETTINGS: [Setting; 13] = [
    setting(
        ("think", "think", "before you speak"),
        |now| duration(now.think),
        |now, up, _| now.think = step(&THINK, now.think, up),
    ),
    setting(
        ("speak", "speak", "for one answer"),
        |now| duration(now.speak),
        |now, up, _| now.speak = step(&SPEAK, now.speak, up),
    ),
    setting(
        ("probes", "probes", "after each question"),
        |now| now.probes.to_string(),
        |now, up, _| now.probes = moved(now.probes, 1, up, PROBES),
    ),
    Setting {
        written: |now| list(now.band.0),
        ..setting(
            ("band", "shares", "situation, task, action, result"),
            |now| now.band.0.map(|share| share.to_string()).join(" "),
            |now, up, _| now.band = turned(&BANDS, now.band, up),
        )
    },
    setting(
        ("pace", "pace", "words a minute, for spoken time"),
        |now| now.pace.map_or("140 until known".to_owned(), |pace| pace.to_string()),
        |now, up, _| now.pace = Some(moved(now.pace.unwrap_or(Settings::PACE), 5, up, 60..=260)),
    ),
    setting(
        ("minutes", "minutes a day", "how long Today is"),
        |now| now.minutes.to_string(),
        |now, up, _| now.minutes = moved(now.minutes, 5, up, 5..=120),
    ),
    setting(
        ("day_starts", "day starts", "before that, it is still yesterday"),
        |now| now.day_starts.to_string(),
        |now, up, _| now.day_starts = step(&DayStart::HOURS, now.day_starts, up),
    ),
    setting(
        ("level", "level", "questions of other levels are left out"),
        |now| now.level.map_or("not said".to_owned(), |levels| levels.to_string()),
        |now, up, _| now.level = Some(turned(&Levels::CHOICES, now.level.unwrap_or(Levels::CHOICES[0]), up)),
    ),
    setting(
        ("lens", "values", "whose your answers should cover"),
        |now| now.lens.as_deref().unwrap_or("all").to_owned(),
        |now, up, lenses| now.lens = next_lens(now.lens.as_deref(), lenses, up),
    ),
    setting(
        ("theme", "theme", "colours"),
        |now| now.theme.id().to_owned(),
        |now, up, _| now.theme = turned(&ThemeChoice::ALL, now.theme, up),
    ),
    setting(
        ("bell", "bell", "once when the time is up"),
        |now| now.bell.id().to_owned(),
        |now, _, _| now.bell = now.bell.flipped(),
    ),
    setting(
        ("mouse", "mouse", "clicks and the wheel; shift selects text"),
        |now| now.mouse.id().to_owned(),
        |now, _, _| now.mouse = now.mouse.flipped(),
    ),
    setting(
        ("predict", "guess first", "say how it will go before you speak"),
        |now| now.predict.id().to_owned(),
        |now, _, _| now.predict = now.predict.flipped(),
    ),
];

/// Shares that can be chosen: situation, task, action, result.
const BANDS: [Band; 4] = [
    Band([20, 10, 60, 10]),
    Band([15, 10, 60, 15]),
    Band([15, 10, 55, 20]),
    Band([10, 10, 65, 15]),
];

/// One row of the settings.
#[derive(Clone, Copy, Debug)]
pub enum SettingRow {
    /// A setting.
    Setting(&'static Setting),
    /// Whether a category is asked.
    Hide(Category),
}

impl SettingRow {
    /// The rows from the top.
    pub fn all() -> Vec<SettingRow> {
        let categories = Category::ALL.into_iter().filter(|category| category.scored());
        SETTINGS
            .iter()
            .map(SettingRow::Setting)
            .chain(categories.map(SettingRow::Hide))
            .collect()
    }

    /// Its name on the screen.
    pub fn name(self) -> &'static str {
        match self {
            SettingRow::Setting(setting) => setting.name,
            SettingRow::Hide(category) => category.id(),
        }
    }

    /// What it does, dim beside it.
    pub fn about(self) -> &'static str {
        match self {
            SettingRow::Setting(setting) => setting.about,
            SettingRow::Hide(_) => "",
        }
    }

    /// Its value in words.
    pub fn value(self, settings: &Settings) -> String {
        match self {
            SettingRow::Setting(setting) => (setting.value)(settings),
            SettingRow::Hide(category) if settings.hide.contains(&category) => "hidden".to_owned(),
            SettingRow::Hide(_) => "asked".to_owned(),
        }
    }

    /// Changes it; answers with the key and the value of the file's line.
    fn change(self, settings: &mut Settings, lenses: &[Lens], up: bool) -> (&'static str, String) {
        match self {
            SettingRow::Setting(setting) => {
                (setting.turn)(settings, up, lenses);
                (setting.key, (setting.written)(settings))
            }
            SettingRow::Hide(category) => {
                match settings.hide.iter().position(|hidden| *hidden == category) {
                    Some(place) => drop(settings.hide.remove(place)),
                    None => settings.hide.push(category),
                }
                ("hide", list(settings.hide.iter().map(|category| category.id())))
            }
        }
    }
}

/// Some values as a line of the file has them.
fn list(values: impl IntoIterator<Item = impl ToString>) -> String {
    let values: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
    format!("[{}]", values.join(", "))
}

/// Does what a key asks for on a row: a change of its setting, or nothing.
pub(super) fn act(row: usize, action: Action, cx: &Context) -> Requests {
    let row = SettingRow::all().get(row).copied();
    let changes = matches!(action, Action::Less | Action::More | Action::Open);
    let change = row.filter(|_| changes).map(|row| {
        let mut settings = cx.workspace.settings.clone();
        let lenses = cx.workspace.library.lenses();
        let (key, value) = row.change(&mut settings, lenses, action != Action::Less);
        Request::Change(SettingChange {
            key,
            value,
            settings: Box::new(settings),
        })
    });
    change.into_iter().collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn a_change_gives_the_line_of_the_file() {
        let mut settings = Settings::default();
        let acme = Lens {
            id: "acme".to_owned(),
            title: "Acme".to_owned(),
            about: String::new(),
            values: Vec::new(),
        };
        let rows = SettingRow::all();
        let mut change = |name: &str, up| {
            let row = rows.iter().find(|row| row.name() == name).unwrap();
            row.change(&mut settings, std::slice::from_ref(&acme), up)
        };
        let line = |key: &'static str, value: &str| (key, value.to_owned());
        assert_eq!(change("speak", true), line("speak", "2m30s"));
        assert_eq!(change("shares", true), line("band", "[15, 10, 60, 15]"));
        assert_eq!(change("bell", true), line("bell", "on"));
        assert_eq!(change("day starts", true), line("day_starts", "01:00"));
        assert_eq!(change("people", true), line("hide", "[people]"));
        assert_eq!(change("people", true), line("hide", "[]"));
        assert_eq!(change("level", false), line("level", "manager"));
        for value in ["acme", "all"] {
            assert_eq!(change("values", true), line("lens", value));
        }
    }
}
