//! Colours of one's own, by what they are for.

listed! {
    /// What a colour is for.
    pub enum Role {
        /// The word used in files.
        id,
    }
    /// Content.
    Text => "text";
    /// Dates, numbers, second lines.
    Soft => "soft";
    /// Heads and hints.
    Faint => "faint";
    /// Rules and tracks.
    Line => "line";
    /// What has the keys, a calm clock, what is done; also *strong*.
    Accent => "accent";
    /// The rating *solid*.
    Solid => "solid";
    /// Near the end, late, not saved; also *rough*.
    Warn => "warn";
    /// Over time, something wrong; also *froze*.
    Bad => "bad";
    /// The ground of the selected row.
    Tint => "tint";
}

/// A colour as a terminal takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Red, green and blue.
    Rgb(u8, u8, u8),
    /// One of the 256 of xterm.
    Indexed(u8),
    /// One of the sixteen with names, by its place among [`NAMES`].
    Named(u8),
}

/// The names of the sixteen, in the order terminals count them.
pub const NAMES: [&str; 16] = [
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "bright black",
    "bright red",
    "bright green",
    "bright yellow",
    "bright blue",
    "bright magenta",
    "bright cyan",
    "bright white",
];

impl Colour {
    /// The colour somebody wrote: `#7fd8a8`, `#fff`, `115`, `bright red`.
    pub fn written(text: &str) -> Option<Colour> {
        let text = text.trim().to_lowercase();
        if let Some(hex) = text.strip_prefix('#') {
            return hexadecimal(hex);
        }
        let name = text.replace(['-', '_'], " ").replace("light ", "bright ");
        let name = if name == "gray" || name == "grey" {
            "bright black"
        } else {
            &name
        };
        let named = NAMES.iter().position(|known| *known == name);
        named
            .map(|place| Colour::Named(place as u8))
            .or_else(|| text.parse().ok().map(Colour::Indexed))
    }
}

fn hexadecimal(digits: &str) -> Option<Colour> {
    let number = u32::from_str_radix(digits, 16)
        .ok()
        .filter(|_| !digits.starts_with('+'))?;
    let byte = |shift: u32, bits: u32| (number >> shift & ((1 << bits) - 1)) as u8;
    match digits.len() {
        3 => Some(Colour::Rgb(byte(8, 4) * 17, byte(4, 4) * 17, byte(0, 4) * 17)),
        6 => Some(Colour::Rgb(byte(16, 8), byte(8, 8), byte(0, 8))),
        _ => None,
    }
}

/// The colours somebody chose; none for a role as it is built in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Colours([Option<Colour>; 9]);

impl Colours {
    /// The colour chosen for a role.
    pub fn of(&self, role: Role) -> Option<Colour> {
        self.0[role as usize]
    }

    /// Chooses a colour for a role.
    pub fn set(&mut self, role: Role, colour: Colour) {
        self.0[role as usize] = Some(colour);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_written_as_terminals_and_web_pages_write_them() {
        for (text, colour) in [
            ("#7fd8a8", Some(Colour::Rgb(0x7f, 0xd8, 0xa8))),
            (" #FFF ", Some(Colour::Rgb(255, 255, 255))),
            ("115", Some(Colour::Indexed(115))),
            ("bright red", Some(Colour::Named(9))),
            ("Light-Blue", Some(Colour::Named(12))),
            ("grey", Some(Colour::Named(8))),
            ("#7fd8a", None),
            ("#gggggg", None),
            ("#é12", None),
            ("256", None),
            ("-1", None),
            ("teal", None),
            ("", None),
        ] {
            assert_eq!(Colour::written(text), colour, "{text}");
        }
    }

    #[test]
    fn a_role_has_the_colour_that_was_chosen_for_it() {
        let mut colours = Colours::default();
        for (n, role) in Role::ALL.into_iter().enumerate() {
            assert_eq!(colours.of(role), None);
            colours.set(role, Colour::Indexed(n as u8));
        }
        for (n, role) in Role::ALL.into_iter().enumerate() {
            assert_eq!(colours.of(role), Some(Colour::Indexed(n as u8)));
        }
    }
}
