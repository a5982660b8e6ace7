//! Colours by what they mean. Nothing is told by colour alone.

mod roles;
pub mod terminal;

use ratatui::style::{Modifier, Style};

use crate::domain::rating::Rating;
use roles::Roles;

pub use roles::Depth;

/// One style for each role, and for what is made of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Content.
    pub text: Style,
    /// Dates, numbers, second lines.
    pub soft: Style,
    /// Heads, hints, the labels of tracks.
    pub faint: Style,
    /// Rules and tracks; never text.
    pub line: Style,
    /// The one thing that is asked or chosen.
    pub heading: Style,
    /// The brand, what has the keys, a key, a calm clock, what is done.
    pub accent: Style,
    /// Near the end, late, not saved, unfinished.
    pub warn: Style,
    /// Over time, something wrong.
    pub bad: Style,
    /// The ground of the selected row, laid under its text.
    pub tint: Style,
    /// The text of the selected row.
    pub selection: Style,
    /// Letters that were found.
    pub found: Style,
    /// Words put in.
    pub added: Style,
    /// Words taken out.
    pub removed: Style,
    /// The four ratings, the lowest first.
    pub rating: [Style; 4],
    /// The figures of the four ratings, the lowest first.
    pub heights: [char; 4],
    /// What stands before a line that narrows a list.
    pub prompt: &'static str,
    /// How words put in and words taken out are told apart.
    pub differences: Differences,
}

/// How words put in and words taken out are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differences {
    /// By their styles alone.
    Styled,
    /// By signs around them: where there is no colour, a terminal that does not strike out shows both alike.
    Signed,
}

const PLAIN: Style = Style::new();
const BOLD: Style = Style::new().add_modifier(Modifier::BOLD);
const DIM: Style = Style::new().add_modifier(Modifier::DIM);

/// A column the higher the better it was told.
const BLOCKS: [char; 4] = ['▁', '▃', '▅', '▇'];

/// Before a line that narrows a list; consoles whose letters have no such sign show `>`.
const PROMPT: &str = "❯";

/// For consoles whose letters have no such columns.
const DIGITS: [char; 4] = ['1', '2', '3', '4'];

const fn or(colour: Option<ratatui::style::Color>, otherwise: Style) -> Style {
    match colour {
        Some(colour) => Style::new().fg(colour),
        None => otherwise,
    }
}

impl Theme {
    const fn of(roles: Roles) -> Theme {
        let (accent, bad) = (or(roles.accent, BOLD), or(roles.bad, BOLD));
        let warn = or(roles.warn, PLAIN);
        let tint = match roles.tint {
            Some(colour) => Style::new().bg(colour),
            None => PLAIN,
        };
        let text = or(roles.text, PLAIN);
        Theme {
            text,
            soft: or(roles.soft, PLAIN),
            faint: or(roles.faint, DIM),
            line: or(roles.line, DIM),
            heading: text.add_modifier(Modifier::BOLD),
            accent,
            warn,
            bad,
            tint,
            selection: text.add_modifier(Modifier::BOLD),
            found: accent.add_modifier(Modifier::UNDERLINED),
            added: accent.add_modifier(Modifier::UNDERLINED),
            removed: bad.add_modifier(Modifier::CROSSED_OUT),
            rating: [bad, warn, or(roles.solid, PLAIN), accent],
            heights: BLOCKS,
            prompt: PROMPT,
            differences: Differences::Styled,
        }
    }

    /// The style of a rating.
    pub fn of_rating(&self, rating: Rating) -> Style {
        self.rating[usize::from(rating.number()) - 1]
    }

    /// The figure of a rating.
    pub fn height(&self, rating: Rating) -> char {
        self.heights[usize::from(rating.number()) - 1]
    }
}

/// For a dark ground, in sixteen colours.
pub const DARK: Theme = Theme::of(roles::DARK_NAMED);

/// For a light ground, in sixteen colours.
pub const LIGHT: Theme = Theme::of(roles::LIGHT_NAMED);

/// Without any colour.
pub const MONO: Theme = Theme {
    text: PLAIN,
    soft: PLAIN,
    faint: DIM,
    line: DIM,
    heading: BOLD,
    accent: BOLD,
    warn: PLAIN,
    bad: BOLD,
    tint: PLAIN,
    selection: BOLD,
    found: Style::new().add_modifier(Modifier::UNDERLINED),
    added: BOLD,
    removed: DIM,
    rating: [BOLD, PLAIN, PLAIN, BOLD],
    heights: BLOCKS,
    prompt: PROMPT,
    differences: Differences::Signed,
};
