//! Everybody and everything an interview names, for a page that hides them.

use super::round::Round;
use super::{Interview, Person, Promise};
use crate::domain::secret::Secret;
use crate::markup::document::Document;

/// The keys of which [`Interview::names`] knows what they hold.
const KNOWN: [&str; 10] = [
    "company", "role", "via", "applied", "people", "rounds", "promised", "sent", "outcome", "closed",
];

/// Pieces of keys of one's own under which people write whom they dealt with.
const OWN: [&str; 22] = [
    "recruit",
    "interview",
    "manager",
    "contact",
    "refer",
    "agency",
    "agent",
    "headhunt",
    "coach",
    "mentor",
    "panel",
    "boss",
    "client",
    "customer",
    "employer",
    "parent",
    "alias",
    "formerly",
    "brand",
    "name",
    "people",
    "heard",
];

impl Interview {
    /// All that is named: in every field, so that one that is added has to be looked at here, and under keys of the
    /// person's own that look like those of people (`hiring_manager: Mara Ilves`).
    pub fn names(&self) -> Vec<Secret> {
        let Interview {
            path: _,
            company,
            role: _,
            via,
            applied: _,
            people,
            rounds,
            promised,
            sent: _,
            outcome: _,
            closed: _,
            lines: _,
            text,
        } = self;
        let mut names = vec![Secret::Company(company.clone())];
        let mention = |text: &Option<String>| text.clone().map(Secret::Mention);
        names.extend(mention(via));
        names.extend(
            people
                .iter()
                .map(|Person { name, role: _ }| Secret::Person(name.clone())),
        );
        for round in rounds {
            let Round {
                kind: _,
                at: _,
                minutes: _,
                state: _,
                with,
                id: _,
            } = round;
            names.extend(mention(with));
        }
        if let Some(Promise { by: _, who }) = promised {
            names.extend(mention(who));
        }
        let document = Document::parse(text);
        let own = |key: &&str| {
            let low = key.to_lowercase();
            !KNOWN.contains(key) && OWN.iter().any(|piece| low.contains(piece))
        };
        let own = document.keys().filter(own).filter_map(|key| document.raw(key));
        names.extend(own.map(|value| Secret::Mention(value.to_owned())));
        names
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use crate::store::interviews::parse;

    #[test]
    fn every_field_that_names_somebody_is_told() {
        let text = "---\ncompany: Northwind GmbH\nrole: SRE\nvia: Tom\npeople:\n  - name: Mara Ilves\n    role: recruiter\n  - Bo Xi (lead)\nrounds:\n  - kind: onsite\n    with: Dana\npromised: {by: 2026-11-19, who: Li}\nhiring_manager: Ida\nsalary: 100\n---\n## Notes\n- Eva\n";
        let (interview, _) = parse(text, "interviews/a.md").unwrap();
        let told: Vec<String> = interview
            .names()
            .iter()
            .map(|name| name.as_written().trim().to_owned())
            .collect();
        assert_eq!(
            told,
            ["Northwind GmbH", "Tom", "Mara Ilves", "Bo Xi", "Dana", "Li", "Ida"]
        );
    }
}
