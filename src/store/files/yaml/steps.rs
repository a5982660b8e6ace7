//! Where in a file a key or an entry stands, so that what is said about it has its line.

use super::node::{Is, Node};
use super::place::Place;
use crate::markup::lines::{content, split};

/// One step from a value to a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// The value of a key.
    Key(&'a str),
    /// An entry of a list, from 0.
    Item(usize),
}

/// Where that begins which the steps lead to from a value, or the nearest thing around it whose place is known.
pub(super) fn place_of(root: &Node, place: &Place, steps: &[Step]) -> usize {
    let mut node = root;
    let mut at = 0;
    for step in steps {
        let next = match (step, &node.is) {
            (Step::Key(key), Is::Map(pairs)) => {
                let pair = pairs.iter().find(|pair| pair.key == *key);
                pair.map(|pair| (&pair.value, pair.at))
            }
            (Step::Item(n), Is::List(items)) => items.get(*n).map(|item| (item, item_at(place, at, *n, item))),
            _ => None,
        };
        let Some((next, place)) = next else { break };
        node = next;
        at = place.unwrap_or(at);
    }
    at
}

/// Where an entry begins of the list whose key stands at `list`. Where its own place is not known, its dash is counted.
fn item_at(place: &Place, list: usize, n: usize, item: &Node) -> Option<usize> {
    if item.at.is_some() {
        return item.at;
    }
    let mut column = None;
    let mut at = list;
    let mut dashes = split(&place.text[list..]).filter_map(|line| {
        let text = line.trim_start_matches(' ');
        let start = at + line.len() - text.len();
        let here = line.len() - text.len();
        at += line.len();
        let dash = content(text)
            .strip_prefix('-')
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
        (dash && here == *column.get_or_insert(here)).then_some(start)
    });
    dashes.nth(n)
}
