//! The tags that the shipped banks use: competencies that cross categories.

/// A competency that cuts across categories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The word used in files.
    pub id: &'static str,
    /// What it means.
    pub about: &'static str,
}

const fn tag(id: &'static str, about: &'static str) -> Tag {
    Tag { id, about }
}

/// All known tags, by name.
pub const TAGS: [Tag; 27] = [
    tag("adaptability", "changes course when the ground moves"),
    tag("ambiguity", "works with much unknown"),
    tag("backbone", "disagrees out loud, then commits"),
    tag("bias-for-action", "moves before everything is known"),
    tag("care-for-team", "looks after the people around"),
    tag("collaboration", "gets there together with others"),
    tag("communication", "makes hard things plain"),
    tag("curiosity", "asks what nobody made them ask"),
    tag("customer-focus", "starts from who uses it"),
    tag("deliver-results", "finishes, with a number or a date"),
    tag("develop-others", "people grow beside them"),
    tag("dive-deep", "goes down to the odd detail"),
    tag("earn-trust", "others come to rely on them"),
    tag("frugality", "does it with less"),
    tag("high-standards", "asks for better than good enough"),
    tag("humility", "knows and says what they got wrong"),
    tag("inclusion", "makes room for everybody"),
    tag("influence", "moves people without authority"),
    tag("judgment", "decides well on thin evidence"),
    tag("leadership", "steps forward when it is needed"),
    tag("ownership", "sees a thing through unasked"),
    tag("planning", "orders the work ahead of time"),
    tag("resilience", "goes on after setbacks"),
    tag("responsibility", "thinks of who must live with it"),
    tag("simplify", "takes things out"),
    tag("technical-depth", "knows the craft to the bottom"),
    tag("think-big", "aims past the task at hand"),
];

impl Tag {
    /// The tag this word names.
    pub fn from_id(id: &str) -> Option<Tag> {
        TAGS.into_iter().find(|tag| tag.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_stands_once_and_in_order() {
        assert!(TAGS.windows(2).all(|pair| pair[0].id < pair[1].id));
        assert_eq!(Tag::from_id("backbone").map(|tag| tag.id), Some("backbone"));
        assert_eq!(Tag::from_id("Backbone"), None);
    }
}
