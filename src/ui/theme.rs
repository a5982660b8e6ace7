//! Colours by what they mean. Nothing is told by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::settings::ThemeChoice;

/// One style for each meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Ordinary text.
    pub text: Style,
    /// Labels, dates, aims.
    pub muted: Style,
    /// What is asked, and headings.
    pub heading: Style,
    /// The chevron and the running clock.
    pub accent: Style,
    /// The border of the pane that takes the keys.
    pub focus: Style,
    /// Other borders.
    pub border: Style,
    /// The selected row.
    pub selection: Style,
    /// A key in the footer.
    pub key: Style,
    /// The clock while there is time.
    pub calm: Style,
    /// The clock near the end.
    pub hurry: Style,
    /// The clock past the end.
    pub over: Style,
    /// Something done.
    pub good: Style,
    /// Something wrong.
    pub bad: Style,
    /// Letters that were found.
    pub found: Style,
    /// Words put in.
    pub added: Style,
    /// Words taken out.
    pub removed: Style,
    /// The filled part of a bar.
    pub bar: Style,
    /// The four ratings, the lowest first.
    pub rating: [Style; 4],
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

const fn colour(colour: Color) -> Style {
    Style::new().fg(colour)
}

const fn strong(colour: Color) -> Style {
    Style::new().fg(colour).add_modifier(Modifier::BOLD)
}

/// For a dark background.
pub const DARK: Theme = Theme {
    text: PLAIN,
    muted: DIM,
    heading: BOLD,
    accent: strong(Color::Cyan),
    focus: colour(Color::Cyan),
    border: DIM,
    selection: BOLD,
    key: colour(Color::Cyan),
    calm: strong(Color::Cyan),
    hurry: strong(Color::Yellow),
    over: strong(Color::LightRed),
    good: colour(Color::Green),
    bad: strong(Color::LightRed),
    found: Style::new().fg(Color::Cyan).add_modifier(Modifier::UNDERLINED),
    added: Style::new().fg(Color::Green).add_modifier(Modifier::UNDERLINED),
    removed: Style::new().fg(Color::LightRed).add_modifier(Modifier::CROSSED_OUT),
    bar: colour(Color::Cyan),
    rating: [
        colour(Color::LightRed),
        colour(Color::Yellow),
        colour(Color::Green),
        strong(Color::Green),
    ],
    differences: Differences::Styled,
};

/// For a light background. Greys are named: what terminals make of dim is anything from black to too faint to read.
pub const LIGHT: Theme = Theme {
    text: PLAIN,
    muted: colour(Color::Indexed(241)),
    heading: BOLD,
    accent: strong(Color::Blue),
    focus: colour(Color::Blue),
    border: colour(Color::Indexed(245)),
    selection: BOLD,
    key: colour(Color::Blue),
    calm: strong(Color::Blue),
    hurry: strong(Color::Indexed(130)),
    over: strong(Color::Red),
    good: colour(Color::Indexed(28)),
    bad: strong(Color::Red),
    found: Style::new().fg(Color::Blue).add_modifier(Modifier::UNDERLINED),
    added: Style::new().fg(Color::Indexed(28)).add_modifier(Modifier::UNDERLINED),
    removed: Style::new().fg(Color::Red).add_modifier(Modifier::CROSSED_OUT),
    bar: colour(Color::Blue),
    rating: [
        colour(Color::Red),
        colour(Color::Indexed(130)),
        colour(Color::Indexed(28)),
        strong(Color::Indexed(28)),
    ],
    differences: Differences::Styled,
};

/// Without any colour.
pub const MONO: Theme = Theme {
    text: PLAIN,
    muted: DIM,
    heading: BOLD,
    accent: BOLD,
    focus: PLAIN,
    border: DIM,
    selection: BOLD,
    key: BOLD,
    calm: BOLD,
    hurry: Style::new().add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
    over: Style::new().add_modifier(Modifier::BOLD.union(Modifier::REVERSED)),
    good: PLAIN,
    bad: BOLD,
    found: Style::new().add_modifier(Modifier::UNDERLINED),
    added: BOLD,
    removed: DIM,
    bar: PLAIN,
    rating: [BOLD, PLAIN, PLAIN, BOLD],
    differences: Differences::Signed,
};

/// What the terminal and the person say about colours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `NO_COLOR` is set, or `--color never` was given.
    pub no_colour: bool,
    /// `COLORFGBG`, which some terminals set to `foreground;background`.
    pub colorfgbg: Option<String>,
}

impl Theme {
    /// The theme for a choice. The terminal is not asked: the answer may never come.
    pub fn choose(choice: ThemeChoice, surroundings: &Surroundings) -> Theme {
        if surroundings.no_colour {
            return MONO;
        }
        match choice {
            ThemeChoice::Dark => DARK,
            ThemeChoice::Light => LIGHT,
            ThemeChoice::Mono => MONO,
            ThemeChoice::Auto => {
                let background = surroundings
                    .colorfgbg
                    .as_deref()
                    .and_then(|text| text.rsplit(';').next());
                if matches!(background, Some("7" | "15")) {
                    LIGHT
                } else {
                    DARK
                }
            }
        }
    }

    /// The style of a rating.
    pub fn of_rating(&self, rating: crate::domain::rating::Rating) -> Style {
        self.rating[usize::from(rating.number()) - 1]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mono_sets_no_colour_and_no_colour_wins() {
        let styles = [
            MONO.text,
            MONO.muted,
            MONO.heading,
            MONO.accent,
            MONO.focus,
            MONO.border,
            MONO.selection,
            MONO.key,
            MONO.calm,
            MONO.hurry,
            MONO.over,
            MONO.good,
            MONO.bad,
            MONO.found,
            MONO.added,
            MONO.removed,
            MONO.bar,
        ];
        for style in styles.into_iter().chain(MONO.rating) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        let surroundings = Surroundings {
            no_colour: true,
            colorfgbg: Some("0;15".into()),
        };
        assert_eq!(Theme::choose(ThemeChoice::Dark, &surroundings), MONO);
        let light = Surroundings {
            no_colour: false,
            ..surroundings
        };
        assert_eq!(Theme::choose(ThemeChoice::Auto, &light), LIGHT);
    }
}
