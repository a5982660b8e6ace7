//! What holds of every picture of the program, at four sizes.

use ratatui::buffer::Buffer;

use crate::places::PLACES;

/// The sizes a picture is looked at in.
const SIZES: [(u16, u16); 4] = [(80, 24), (100, 30), (132, 40), (200, 60)];

/// The widest a screen is.
const WIDEST: u16 = 132;

/// The rows of a picture, without what stands beside the screen.
fn rows(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    let width = area.width.min(WIDEST);
    let left = (area.width - width) / 2;
    (0..area.height)
        .map(|y| (left..left + width).map(|x| buffer[(x, y)].symbol()).collect())
        .collect()
}

/// What a row of a screen does wrong.
fn wrong(row: &str) -> Option<&'static str> {
    let mut chars = row.chars();
    let gutter = (chars.next(), chars.next());
    // Only the border of what lies over a narrow page stands in it.
    if !matches!(
        gutter,
        (Some(' ' | '▌' | '▸'), Some(' ')) | (Some(' '), Some('╭' | '│' | '╰'))
    ) {
        return Some("something stands in the gutter");
    }
    let cut = row.split('…').skip(1).any(|behind| behind.starts_with("          "));
    cut.then_some("something is cut off in front of ten blanks")
}

#[test]
fn every_place_keeps_its_gutter_and_cuts_nothing_off_in_front_of_blanks() {
    let mut found = String::new();
    for place in PLACES {
        let mut session = place.fresh();
        for (columns, height) in SIZES {
            let buffer = session.size(columns, height).draw();
            for row in rows(&buffer) {
                if let Some(what) = wrong(&row) {
                    found.push_str(&format!("{} at {columns}: {what}\n{}\n", place.name, row.trim_end()));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found}");
}
