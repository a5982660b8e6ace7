//! What the terminal and the person say about colours, and the theme that follows.

use super::roles::{DARK_INDEXED, DARK_NAMED, DARK_RGB, Depth, LIGHT_INDEXED, LIGHT_NAMED, LIGHT_RGB};
use super::{DIGITS, MONO, Theme};
use crate::domain::colours::Colours;
use crate::domain::settings::ThemeChoice;

/// What is known of the terminal's colours.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// `NO_COLOR` is set, or `--color never` was given.
    pub no_colour: bool,
    /// `COLORFGBG`, which some terminals set to `foreground;background`.
    pub colorfgbg: Option<String>,
    /// `COLORTERM`, which says `truecolor` or `24bit` where any colour can be shown.
    pub colorterm: Option<String>,
    /// `TERM`.
    pub term: Option<String>,
    /// What the terminal answered when it was asked for its ground; none as long as it has not.
    pub ground: Option<Ground>,
}

/// What text stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Dark: its letters are light.
    Dark,
    /// Light: its letters are dark.
    Light,
}

impl Surroundings {
    /// How many colours there are.
    pub fn depth(&self) -> Depth {
        let says = |name: &Option<String>, word: &str| name.as_deref().is_some_and(|text| text.contains(word));
        if says(&self.colorterm, "truecolor") || says(&self.colorterm, "24bit") {
            Depth::Rgb
        } else if says(&self.term, "256color") {
            Depth::Indexed
        } else {
            Depth::Named
        }
    }

    /// Whether it is worth asking the terminal for its ground: a choice made, no colour, and consoles that answer nothing
    /// make it useless.
    pub fn answers(&self, chosen: Option<ThemeChoice>) -> bool {
        let silent = matches!(self.term.as_deref(), None | Some("" | "dumb" | "linux"));
        !self.no_colour && !silent && matches!(chosen, None | Some(ThemeChoice::Auto))
    }

    /// The console of the kernel: its letters have no columns of several heights.
    fn is_console(&self) -> bool {
        self.term.as_deref() == Some("linux")
    }

    /// What the ground is, by the terminal's answer, else by `COLORFGBG`, else dark.
    fn ground(&self) -> Ground {
        let named = self.colorfgbg.as_deref().and_then(|text| text.rsplit(';').next());
        self.ground.unwrap_or(match named {
            Some("7" | "15") => Ground::Light,
            _ => Ground::Dark,
        })
    }
}

impl Theme {
    /// The theme for a choice, with the colours somebody chose where the terminal has them.
    pub fn choose(choice: ThemeChoice, own: &Colours, surroundings: &Surroundings) -> Theme {
        let ground = match choice {
            ThemeChoice::Dark => Ground::Dark,
            ThemeChoice::Light => Ground::Light,
            ThemeChoice::Auto | ThemeChoice::Mono => surroundings.ground(),
        };
        let depth = surroundings.depth();
        let roles = match (ground, depth) {
            (Ground::Dark, Depth::Rgb) => DARK_RGB,
            (Ground::Dark, Depth::Indexed) => DARK_INDEXED,
            (Ground::Dark, Depth::Named) => DARK_NAMED,
            (Ground::Light, Depth::Rgb) => LIGHT_RGB,
            (Ground::Light, Depth::Indexed) => LIGHT_INDEXED,
            (Ground::Light, Depth::Named) => LIGHT_NAMED,
        };
        let mut theme = if surroundings.no_colour || choice == ThemeChoice::Mono {
            MONO
        } else {
            Theme::of(roles.with(own, depth))
        };
        if surroundings.is_console() {
            theme.heights = DIGITS;
            theme.prompt = ">";
        }
        theme
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DARK, LIGHT};
    use super::*;
    use crate::domain::colours::{Colour, Role};
    use ratatui::style::{Color, Style};

    fn surroundings(colorfgbg: Option<&str>, colorterm: Option<&str>, term: &str) -> Surroundings {
        Surroundings {
            colorfgbg: colorfgbg.map(str::to_owned),
            colorterm: colorterm.map(str::to_owned),
            term: Some(term.to_owned()),
            ..Surroundings::default()
        }
    }

    #[test]
    fn mono_sets_no_colour_and_no_colour_wins() {
        let styles = [
            MONO.text,
            MONO.soft,
            MONO.faint,
            MONO.line,
            MONO.heading,
            MONO.accent,
            MONO.warn,
            MONO.bad,
            MONO.tint,
            MONO.selection,
            MONO.found,
            MONO.added,
            MONO.removed,
        ];
        for style in styles.into_iter().chain(MONO.rating) {
            assert_eq!((style.fg, style.bg), (None, None));
        }
        let mut around = surroundings(Some("0;15"), Some("truecolor"), "xterm-256color");
        around.no_colour = true;
        assert_eq!(Theme::choose(ThemeChoice::Dark, &Colours::default(), &around), MONO);
    }

    #[test]
    fn the_terminals_answer_goes_before_what_the_environment_says_and_the_choice_before_both() {
        let mut around = surroundings(Some("0;15"), None, "xterm");
        assert_eq!(Theme::choose(ThemeChoice::Auto, &Colours::default(), &around), LIGHT);
        around.ground = Some(Ground::Dark);
        assert_eq!(Theme::choose(ThemeChoice::Auto, &Colours::default(), &around), DARK);
        assert_eq!(Theme::choose(ThemeChoice::Light, &Colours::default(), &around), LIGHT);
    }

    #[test]
    fn as_many_colours_are_used_as_there_are() {
        let depth = |colorterm, term| surroundings(None, colorterm, term).depth();
        assert_eq!(depth(Some("truecolor"), "xterm"), Depth::Rgb);
        assert_eq!(depth(None, "screen-256color"), Depth::Indexed);
        assert_eq!(depth(None, "xterm"), Depth::Named);
        let console = Theme::choose(
            ThemeChoice::Auto,
            &Colours::default(),
            &surroundings(None, None, "linux"),
        );
        assert_eq!((console.heights, console.prompt), (DIGITS, ">"));
    }

    #[test]
    fn colours_of_ones_own_are_drawn_where_the_terminal_has_them_and_never_without_colour() {
        let mut own = Colours::default();
        own.set(Role::Accent, Colour::Rgb(1, 2, 3));
        own.set(Role::Warn, Colour::Named(9));
        let chosen = |around: &Surroundings| Theme::choose(ThemeChoice::Dark, &own, around);
        let built_in = |around: &Surroundings| Theme::choose(ThemeChoice::Dark, &Colours::default(), around);
        let mut full = surroundings(None, Some("truecolor"), "xterm");
        assert_eq!(chosen(&full).accent, Style::new().fg(Color::Rgb(1, 2, 3)));
        assert_eq!(chosen(&full).rating[3], chosen(&full).accent);
        assert_eq!(chosen(&full).bad, built_in(&full).bad);
        let few = surroundings(None, None, "xterm");
        assert_eq!(chosen(&few).accent, built_in(&few).accent);
        assert_eq!(chosen(&few).warn, Style::new().fg(Color::LightRed));
        full.no_colour = true;
        assert_eq!(chosen(&full), MONO);
    }
}
