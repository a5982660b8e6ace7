//! The pictures of the README: five real screens as SVG, on a dark and on a light ground.

use std::fmt::Write;
use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use greenroom::domain::colours::Colours;
use greenroom::domain::settings::ThemeChoice;
use greenroom::ui::theme::Theme;
use greenroom::ui::theme::terminal::Surroundings;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::session::Session;

/// The pixels of a cell.
const CELL: (f32, f32) = (8.4, 19.0);
/// The pixels around the screen.
const MARGIN: f32 = 16.0;

/// What a picture is drawn on and with.
struct Ground {
    choice: ThemeChoice,
    name: &'static str,
    paper: &'static str,
    ink: &'static str,
    dim: &'static str,
}

const GROUNDS: [Ground; 2] = [
    Ground {
        choice: ThemeChoice::Dark,
        name: "dark",
        paper: "#101014",
        ink: "#d8dce3",
        dim: "#919aaa",
    },
    Ground {
        choice: ThemeChoice::Light,
        name: "light",
        paper: "#ffffff",
        ink: "#1f2328",
        dim: "#5f6875",
    },
];

fn hex(colour: Color) -> Option<String> {
    match colour {
        Color::Rgb(r, g, b) => Some(format!("#{r:02x}{g:02x}{b:02x}")),
        _ => None,
    }
}

/// The colour of a cell's letter, and whether it is bold.
fn ink(cell: &Cell, ground: &Ground) -> (String, bool) {
    let plain = if cell.modifier.contains(Modifier::DIM) {
        ground.dim
    } else {
        ground.ink
    };
    let colour = hex(cell.fg).unwrap_or_else(|| plain.to_owned());
    (colour, cell.modifier.contains(Modifier::BOLD))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The words of some cells of a row, each with its column: every one stands where its cells are, whatever the font.
fn words(buffer: &Buffer, cells: Range<u16>, y: u16) -> Vec<(u16, String)> {
    let mut words: Vec<(u16, String)> = Vec::new();
    let mut apart = true;
    for x in cells {
        let symbol = buffer[(x, y)].symbol();
        match words.last_mut() {
            _ if symbol.trim().is_empty() => {}
            Some((_, word)) if !apart => word.push_str(symbol),
            _ => words.push((x, symbol.to_owned())),
        }
        apart = symbol.trim().is_empty();
    }
    words
}

/// A screen as SVG: a rectangle for each ground, a text for each word.
fn svg(buffer: &Buffer, ground: &Ground, title: &str) -> String {
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let (width, height) = (
        f32::from(columns) * CELL.0 + 2.0 * MARGIN,
        f32::from(rows) * CELL.1 + 2.0 * MARGIN,
    );
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" role=\"img\" aria-label=\"{title}\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{}\"/>\n\
         <g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" \
         font-size=\"14\">\n",
        ground.paper
    );
    for y in 0..rows {
        let top = MARGIN + f32::from(y) * CELL.1;
        let mut x = 0;
        while x < columns {
            let look = |x: u16| (ink(&buffer[(x, y)], ground), hex(buffer[(x, y)].bg));
            let ((colour, bold), back) = look(x);
            let end = (x..columns).find(|at| look(*at) != ((colour.clone(), bold), back.clone()));
            let end = end.unwrap_or(columns);
            let (left, wide) = (MARGIN + f32::from(x) * CELL.0, f32::from(end - x) * CELL.0);
            if let Some(back) = &back {
                writeln!(
                    out,
                    "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{:.1}\" fill=\"{back}\"/>",
                    CELL.1
                )
                .unwrap();
            }
            let weight = if bold { " font-weight=\"bold\"" } else { "" };
            for (at, word) in words(buffer, x..end, y) {
                let (left, wide) = (MARGIN + f32::from(at) * CELL.0, word.chars().count() as f32 * CELL.0);
                writeln!(
                    out,
                    "<text x=\"{left:.1}\" y=\"{:.1}\" fill=\"{colour}\"{weight} textLength=\"{wide:.1}\" \
                     lengthAdjust=\"spacingAndGlyphs\">{}</text>",
                    top + 14.0,
                    escaped(&word)
                )
                .unwrap();
            }
            x = end;
        }
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// The screens, each with the keys that lead to it from Today.
fn screens() -> Vec<(&'static str, &'static str, Session)> {
    let at = |keys: &[(&str, u32)]| {
        let mut session = Session::demo();
        session.size(100, 30);
        for (keys, seconds) in keys {
            session.keys(keys).wait(*seconds);
        }
        session
    };
    vec![
        ("today", "Today: what to practise now", at(&[])),
        (
            "speak",
            "An answer told against the clock",
            at(&[("<enter>", 20), ("<enter>", 45)]),
        ),
        (
            "rate",
            "How it went",
            at(&[("<enter>", 20), ("<enter>", 95), ("<enter>", 0)]),
        ),
        ("library", "The Library", at(&[("2", 0)])),
        ("progress", "Progress: what to practise next", at(&[("3", 0)])),
    ]
}

#[test]
fn the_pictures_of_the_readme_are_what_the_program_shows() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    let update = std::env::var_os("UPDATE_DOCS").is_some();
    for (name, title, mut session) in screens() {
        for ground in &GROUNDS {
            let around = Surroundings {
                colorterm: Some("truecolor".to_owned()),
                ..Surroundings::default()
            };
            let theme = Theme::choose(ground.choice, &Colours::default(), &around);
            let drawn = svg(&session.theme(Box::leak(Box::new(theme))).draw(), ground, title);
            let path = folder.join(format!("{name}-{}.svg", ground.name));
            if update {
                fs::create_dir_all(&folder).unwrap();
                fs::write(&path, drawn).unwrap();
                continue;
            }
            let found = fs::read_to_string(&path).unwrap_or_default();
            assert!(
                found == drawn,
                "{} is not in step; run UPDATE_DOCS=1 cargo test",
                path.display()
            );
        }
    }
}
