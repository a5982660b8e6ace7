//! YAML as the parser reads it, with the place of each value.
//!
//! The parser tells types and no places; but what it read without changing it, it lends from the text itself, and so its
//! place is known. Numbers and switches keep the letters they were written with.

use std::cell::Cell;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, VariantAccess, Visitor,
};

/// A value, and where it begins in the text, as far as that is known.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Node {
    /// The place of its first byte.
    pub(super) at: Option<usize>,
    /// What it is.
    pub(super) is: Is,
    /// Whether its keys were asked for: only then can one of them be unknown.
    pub(super) asked: bool,
}

/// What a value is.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) enum Is {
    /// Nothing was written.
    #[default]
    Nothing,
    /// Any single value, with its letters.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys with their values, in their order.
    Map(Vec<Pair>),
}

/// A key with its value.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// The key; `?` where it is no text.
    pub(super) key: String,
    /// Where it begins.
    pub(super) at: Option<usize>,
    /// The value.
    pub(super) value: Node,
    /// Whether it was asked for.
    pub(super) asked: bool,
}

/// The value a text says.
///
/// # Errors
/// What the parser found.
pub(super) fn parse(text: &str) -> Result<Node, serde_yaml::Error> {
    let place = Positions {
        text,
        typed: Cell::new(false),
    };
    let mut node = Any(&place).deserialize(serde_yaml::Deserializer::from_str(text))?;
    if place.typed.get() {
        Letters(&place, &mut node).deserialize(serde_yaml::Deserializer::from_str(text))?;
    }
    Ok(node)
}

/// Where pieces of a text stand in it.
struct Positions<'t> {
    text: &'t str,
    /// Whether something was read as a type that does not keep its letters.
    typed: Cell<bool>,
}

impl Positions<'_> {
    fn of(&self, piece: &str) -> Option<usize> {
        let at = piece.as_ptr().addr().checked_sub(self.text.as_ptr().addr())?;
        (at + piece.len() <= self.text.len()).then_some(at)
    }

    fn typed(&self, value: impl fmt::Display) -> Node {
        self.typed.set(true);
        Node {
            is: Is::Text(value.to_string()),
            ..Node::default()
        }
    }
}

/// Reads any value.
#[derive(Clone, Copy)]
struct Any<'p, 't>(&'p Positions<'t>);

impl<'de> DeserializeSeed<'de> for Any<'_, '_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Any<'_, '_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Node, E> {
        Ok(Node {
            at: self.0.of(text),
            is: Is::Text(text.to_owned()),
            asked: false,
        })
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        Ok(Node {
            is: Is::Text(text.to_owned()),
            ..Node::default()
        })
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Node, E> {
        Ok(self.0.typed(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        Ok(self.0.typed(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        Ok(self.0.typed(value))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Node, E> {
        Ok(self.0.typed(value))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Node, E> {
        Ok(self.0.typed(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        Ok(self.0.typed(value))
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        Ok(Node::default())
    }

    fn visit_none<E: Error>(self) -> Result<Node, E> {
        Ok(Node::default())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut items: Vec<Node> = Vec::new();
        while let Some(item) = list.next_element_seed(self)? {
            items.push(item);
        }
        Ok(Node {
            at: items.first().and_then(|item| item.at),
            is: Is::List(items),
            asked: false,
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut pairs: Vec<Pair> = Vec::new();
        while let Some(key) = map.next_key_seed(self)? {
            let value = map.next_value_seed(self)?;
            pairs.push(Pair {
                at: key.at,
                key: match key.is {
                    Is::Text(text) => text,
                    _ => "?".to_owned(),
                },
                value,
                asked: false,
            });
        }
        Ok(Node {
            at: pairs.first().and_then(|pair| pair.at),
            is: Is::Map(pairs),
            asked: false,
        })
    }

    /// A value with a tag: the tag says nothing here.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Node, A::Error> {
        let (IgnoredAny, value) = tagged.variant()?;
        value.newtype_variant_seed(self)
    }
}

/// Goes once more through what was read, for the letters of each text and its place.
struct Letters<'n, 'p, 't>(&'p Positions<'t>, &'n mut Node);

impl<'de> DeserializeSeed<'de> for Letters<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        match &self.1.is {
            Is::Nothing => deserializer.deserialize_ignored_any(IgnoredAny).map(drop),
            Is::Text(_) => deserializer.deserialize_str(self),
            Is::List(_) => deserializer.deserialize_seq(self),
            Is::Map(_) => deserializer.deserialize_map(self),
        }
    }
}

impl<'de> Visitor<'de> for Letters<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("what was read before")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<(), E> {
        self.1.at = self.0.of(text);
        self.visit_str(text)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        self.1.is = Is::Text(text.to_owned());
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let Is::List(items) = &mut self.1.is else { return Ok(()) };
        for item in items.iter_mut() {
            list.next_element_seed(Letters(self.0, item))?;
        }
        self.1.at = items.first().and_then(|item| item.at);
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Is::Map(pairs) = &mut self.1.is else { return Ok(()) };
        for pair in pairs.iter_mut() {
            map.next_key::<IgnoredAny>()?;
            map.next_value_seed(Letters(self.0, &mut pair.value))?;
        }
        Ok(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;

    #[test]
    fn every_value_keeps_its_letters_and_what_stands_in_one_piece_its_place() {
        let text = "a: 1.10\nb: [0x1F, yes, True, ~, '7', 1_000]\nc: !mark {d: \"é \\t\"}\n007: -1\n? [x]\n: y\n";
        let node = parse(text).unwrap();
        let Is::Map(pairs) = node.is else { unreachable!("a map") };
        let keys: Vec<(&str, Option<usize>)> = pairs.iter().map(|pair| (pair.key.as_str(), pair.at)).collect();
        assert_eq!(
            keys,
            [
                ("a", Some(0)),
                ("b", Some(8)),
                ("c", Some(44)),
                ("007", Some(66)),
                ("?", Some(77))
            ]
        );
        let texts = |node: &Node| match &node.is {
            Is::Text(text) => (text.clone(), node.at),
            _ => ("nothing".to_owned(), None),
        };
        assert_eq!(texts(&pairs[0].value), ("1.10".to_owned(), Some(3)));
        let Is::List(items) = &pairs[1].value.is else {
            unreachable!("a list")
        };
        let items: Vec<String> = items.iter().map(|item| texts(item).0).collect();
        assert_eq!(items, ["0x1F", "yes", "True", "nothing", "7", "1_000"]);
        let Is::Map(tagged) = &pairs[2].value.is else {
            unreachable!("a map")
        };
        assert_eq!(texts(&tagged[0].value), ("é \t".to_owned(), None));
        assert_eq!(texts(&pairs[3].value).0, "-1");
        assert!(parse("a: [\n").is_err());
        assert_eq!(parse("").unwrap().is, Is::Nothing);
    }
}
