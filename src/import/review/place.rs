//! Where lines stand: under which heading, by which sign, how far in. Those in one place under one heading are siblings,
//! however each of them begins and ends.

use std::collections::HashMap;

use crate::import::lines::outline::outline;
use crate::import::lines::{Dialect, Line, Mark, markers};
use crate::import::reading::{Reading, Shape};

/// The place of each line, numbered as they come; 0 for one that is in none.
pub fn places(reading: &Reading) -> Vec<u32> {
    let count = reading.spans.len();
    let mut places = vec![0; count];
    if reading.shape != Shape::Lines {
        return places;
    }
    let raw: Vec<&str> = (1..=count).map(|line| reading.span((line, line))).collect();
    let mut lines: Vec<Line<'_>> = raw.iter().map(|line| Line::read(line, Dialect::Markdown)).collect();
    markers::decide(&mut lines);
    let mut numbers: HashMap<(usize, String), u32> = HashMap::new();
    let mut number = |section: usize, sign: String| {
        let next = numbers.len() as u32 + 1;
        *numbers.entry((section, sign)).or_insert(next)
    };
    for (section, here) in outline(&lines).iter().enumerate() {
        if let Some(head) = &here.head {
            places[head.line] = number(
                here.parent.map_or(0, |parent| parent + 1),
                format!("head {}", head.level),
            );
        }
        let body = here.body.clone();
        let fresh = |at: usize| at == body.start || lines[at - 1].blank();
        // Below a line that asks, another begins: questions without a sign, one below the other.
        let asked = |at: usize| !fresh(at) && lines[at - 1].text.trim_end().ends_with(['?', '？']);
        let mut block = body.start;
        for at in body.clone() {
            if fresh(at) {
                block = at;
            }
            let among = asked(at) || at + 1 < body.end && !lines[at + 1].blank() && asked(at + 1) && fresh(at);
            let sign = if among && matches!(lines[at].mark, Mark::Plain) {
                Some(format!("asked in {block} {}", lines[at].indent))
            } else {
                sign(&lines[at], fresh(at))
            };
            if let Some(sign) = sign {
                places[at] = number(section, sign);
            }
        }
    }
    places
}

/// The sign of a line and how far in it stands; none for one that goes on with the line above it.
fn sign(line: &Line<'_>, fresh: bool) -> Option<String> {
    let sign = match line.mark {
        Mark::Blank | Mark::Rule(_) => return None,
        Mark::Plain if !fresh => return None,
        Mark::Bullet => format!("bullet {:?}", line.raw.trim_start().chars().next()),
        mark => format!("{mark:?}"),
    };
    Some(format!("{sign} {}", line.indent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::read;

    #[test]
    fn lines_in_one_place_under_one_heading_are_siblings_however_they_begin() {
        let text = "# Storms\n\n- the mast\n- Was it cold?\n  we froze\n- 3 days out\n\n# Calm\n\n- rope\n\nWe read.\n\nthen we slept.\n";
        let places = places(&read("a.md", text.as_bytes()));
        assert_eq!(places[2], places[3]);
        assert_eq!(places[2], places[5]);
        assert_ne!(places[2], places[9]);
        assert_eq!(places[0], places[7]);
        assert_eq!(places[11], places[13]);
        assert_eq!(places[1], 0);
    }

    #[test]
    fn questions_one_below_the_other_are_siblings_and_what_stands_elsewhere_is_none_of_them() {
        let text = "We read.\n\nWho calls?\nWho pays for rope?\nWhen do we sail?\n\nthen we slept\nall night.\n";
        let places = places(&read("a.txt", text.as_bytes()));
        assert_eq!((places[2], places[3]), (places[4], places[4]));
        assert_ne!(places[0], places[2]);
        assert_eq!(places[0], places[6]);
        assert_eq!(places[7], 0);
    }
}
