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

/// Whether a picture says how much is seen of what is longer than its room.
fn says_how_much(rows: &[String]) -> bool {
    let figure = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    rows.iter().any(|row| {
        row.split('↓').filter(|before| before.ends_with(' ')).any(|before| {
            let mut words = before.split_whitespace().rev();
            let (of, between, seen) = (words.next(), words.next(), words.next());
            between == Some("of") && of.is_some_and(figure) && seen.is_some_and(figure)
        })
    })
}

/// Places where the keys stand at the end of what is listed.
const AT_THE_END: [&str; 5] = [
    "import: what may be answered",
    "import: something begins in the source",
    "library: a question to add",
    "interview: a line",
    "review: covered",
];

#[test]
fn a_list_or_text_longer_than_its_room_says_so() {
    let mut found = String::new();
    for place in PLACES.iter().filter(|place| !AT_THE_END.contains(&place.name)) {
        let mut session = place.fresh();
        for (columns, height) in SIZES {
            let buffer = session.size(columns, height).draw();
            let seen = session.app.viewport;
            if seen.of > seen.rows && !says_how_much(&rows(&buffer)) {
                found.push_str(&format!("{} at {columns}: {} of {}\n", place.name, seen.rows, seen.of));
            }
        }
    }
    assert!(found.is_empty(), "{found}");
}
