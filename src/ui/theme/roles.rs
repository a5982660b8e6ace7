//! What each role is drawn in, on a dark and on a light ground, by what the terminal can show.

use ratatui::style::Color;

use crate::domain::colours::{Colour, Colours, Role};

/// The colours of the roles. None: as the terminal has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Roles {
    /// Content.
    pub text: Option<Color>,
    /// Dates, numbers, second lines.
    pub soft: Option<Color>,
    /// Heads and hints; without a colour of its own it is dim.
    pub faint: Option<Color>,
    /// Rules and tracks; without a colour of its own it is dim.
    pub line: Option<Color>,
    /// The brand, what has the keys, a calm clock, what is done; also *strong*.
    pub accent: Option<Color>,
    /// The rating *solid*.
    pub solid: Option<Color>,
    /// Near the end, late, not saved, unfinished; also *rough*.
    pub warn: Option<Color>,
    /// Over time, something wrong; also *froze*.
    pub bad: Option<Color>,
    /// The ground of the selected row.
    pub tint: Option<Color>,
}

impl Roles {
    /// The same, but for what somebody chose of the colours that the terminal can show.
    pub(super) fn with(self, own: &Colours, depth: Depth) -> Roles {
        let or = |role, built_in| own.of(role).and_then(|colour| shown(colour, depth)).or(built_in);
        Roles {
            text: or(Role::Text, self.text),
            soft: or(Role::Soft, self.soft),
            faint: or(Role::Faint, self.faint),
            line: or(Role::Line, self.line),
            accent: or(Role::Accent, self.accent),
            solid: or(Role::Solid, self.solid),
            warn: or(Role::Warn, self.warn),
            bad: or(Role::Bad, self.bad),
            tint: or(Role::Tint, self.tint),
        }
    }
}

/// A colour as the terminal takes it; none where it does not have that many.
fn shown(colour: Colour, depth: Depth) -> Option<Color> {
    match (colour, depth) {
        (Colour::Rgb(r, g, b), Depth::Rgb) => Some(Color::Rgb(r, g, b)),
        (Colour::Indexed(n), Depth::Rgb | Depth::Indexed) => Some(Color::Indexed(n)),
        (Colour::Named(n), _) => Some(NAMED[usize::from(n) % NAMED.len()]),
        _ => None,
    }
}

/// The sixteen, in the order terminals count them.
const NAMED: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// How many colours a terminal shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Any colour.
    Rgb,
    /// The 256 of xterm.
    Indexed,
    /// The sixteen with names.
    #[default]
    Named,
}

const fn rgb(hex: u32) -> Color {
    Color::Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// On a dark ground; every role that is text has a contrast of 4.5 or more on the usual dark grounds and on the tint.
pub(super) const DARK_RGB: Roles = Roles {
    text: None,
    soft: Some(rgb(0x00aa_b2c0)),
    faint: Some(rgb(0x0091_9aaa)),
    line: Some(rgb(0x003d_4450)),
    accent: Some(rgb(0x007f_d8a8)),
    solid: Some(rgb(0x0082_b8f0)),
    warn: Some(rgb(0x00ef_b85a)),
    bad: Some(rgb(0x00ff_8a8a)),
    tint: Some(rgb(0x0024_322c)),
};

/// On a light ground; every role that is text has a contrast of 4.5 or more on the usual light grounds and on the tint.
pub(super) const LIGHT_RGB: Roles = Roles {
    text: None,
    soft: Some(rgb(0x004b_5563)),
    faint: Some(rgb(0x005f_6875)),
    line: Some(rgb(0x00c9_d0d9)),
    accent: Some(rgb(0x000a_6b45)),
    solid: Some(rgb(0x001a_5fb4)),
    warn: Some(rgb(0x008a_5300)),
    bad: Some(rgb(0x00b4_2318)),
    tint: Some(rgb(0x00e6_f4ec)),
};

/// The nearest of 256 to [`DARK_RGB`].
pub(super) const DARK_INDEXED: Roles = Roles {
    text: None,
    soft: Some(Color::Indexed(249)),
    faint: Some(Color::Indexed(247)),
    line: Some(Color::Indexed(238)),
    accent: Some(Color::Indexed(115)),
    solid: Some(Color::Indexed(111)),
    warn: Some(Color::Indexed(215)),
    bad: Some(Color::Indexed(210)),
    tint: Some(Color::Indexed(236)),
};

/// The nearest of 256 to [`LIGHT_RGB`].
pub(super) const LIGHT_INDEXED: Roles = Roles {
    text: None,
    soft: Some(Color::Indexed(239)),
    faint: Some(Color::Indexed(241)),
    line: Some(Color::Indexed(252)),
    accent: Some(Color::Indexed(22)),
    solid: Some(Color::Indexed(25)),
    warn: Some(Color::Indexed(94)),
    bad: Some(Color::Indexed(124)),
    tint: Some(Color::Indexed(194)),
};

/// What a terminal of sixteen colours shows on a dark ground.
pub(super) const DARK_NAMED: Roles = Roles {
    text: None,
    soft: None,
    faint: None,
    line: None,
    accent: Some(Color::Green),
    solid: Some(Color::Cyan),
    warn: Some(Color::Yellow),
    bad: Some(Color::LightRed),
    tint: None,
};

/// What a terminal of sixteen colours shows on a light ground: its yellow and cyan are too pale there.
pub(super) const LIGHT_NAMED: Roles = Roles {
    text: None,
    soft: None,
    faint: None,
    line: None,
    accent: Some(Color::Blue),
    solid: Some(Color::Blue),
    warn: Some(Color::Magenta),
    bad: Some(Color::Red),
    tint: None,
};

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance of a colour, 0 to 1, as WCAG 2 defines it.
    fn luminance((r, g, b): (u8, u8, u8)) -> f64 {
        let linear = |c: u8| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    fn contrast(one: (u8, u8, u8), other: (u8, u8, u8)) -> f64 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The bytes of a colour; of xterm's 256 as its palette has them.
    fn bytes(colour: Color) -> Option<(u8, u8, u8)> {
        Some(match colour {
            Color::Rgb(r, g, b) => (r, g, b),
            Color::Indexed(n @ 16..=231) => {
                let step = |k: u8| if k == 0 { 0 } else { 55 + 40 * k };
                let n = n - 16;
                (step(n / 36), step(n / 6 % 6), step(n % 6))
            }
            Color::Indexed(n @ 232..) => {
                let grey = 8 + 10 * (n - 232);
                (grey, grey, grey)
            }
            _ => return None,
        })
    }

    fn worst(roles: &Roles, grounds: &[u32]) -> (f64, String) {
        let mut worst = (f64::MAX, String::new());
        let tint = roles.tint.and_then(bytes);
        let grounds = grounds
            .iter()
            .map(|hex| ((hex >> 16) as u8, (hex >> 8) as u8, *hex as u8));
        for ground in grounds.chain(tint) {
            for role in [
                roles.soft,
                roles.faint,
                roles.accent,
                roles.solid,
                roles.warn,
                roles.bad,
            ] {
                let colour = role.and_then(bytes);
                let ratio = colour.map_or(0.0, |colour| contrast(colour, ground));
                if ratio < worst.0 {
                    worst = (ratio, format!("{colour:?} on {ground:?}"));
                }
            }
        }
        worst
    }

    #[test]
    fn every_role_can_be_read_on_the_usual_grounds_and_on_the_tint() {
        let dark = [0x0000_0000, 0x001e_1e2e, 0x0028_2c34, 0x0000_2b36];
        let light = [0x00ff_ffff, 0x00fd_f6e3];
        for (roles, grounds) in [
            (&DARK_RGB, &dark[..]),
            (&DARK_INDEXED, &dark[..]),
            (&LIGHT_RGB, &light[..]),
            (&LIGHT_INDEXED, &light[..]),
        ] {
            let (ratio, what) = worst(roles, grounds);
            assert!(ratio >= 4.5, "{ratio:.2}: {what}");
        }
    }
}
