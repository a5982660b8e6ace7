//! Which sections ask those one may come to work for, whatever their headings say: the questions of a section decide
//! together, and what they leave open the sections beside it do.

use std::collections::HashMap;
use std::ops::Range;

use crate::domain::answer::length_of;
use crate::import::language::asks;
use crate::import::language::labels;
use crate::import::language::whom::Tally;
use crate::import::lines::outline::Section;
use crate::import::lines::{Line, Mark};

/// Words that one notes below a question that was asked, at most; an answer to one is longer.
const NOTED: usize = 15;

/// What was decided for the sections of a file.
#[derive(Debug, Default)]
pub(super) struct ForThem {
    /// What stands under a heading asks them.
    bodies: Vec<bool>,
    /// The heading does.
    heads: Vec<bool>,
}

impl ForThem {
    /// Looks at all sections of a file.
    pub(super) fn of(lines: &[Line<'_>], sections: &[Section]) -> ForThem {
        let bodies: Vec<Tally> = sections.iter().map(|section| under(lines, &section.body)).collect();
        let heads: Vec<Tally> = sections.iter().map(|section| over(lines, section)).collect();
        let beside = |tallies: &[Tally]| {
            let mut sums: HashMap<Option<usize>, Tally> = HashMap::new();
            for (section, tally) in sections.iter().zip(tallies) {
                let sum = sums.entry(section.parent).or_default();
                *sum = sum.and(*tally);
            }
            let decide =
                |(section, own): (&Section, &Tally)| own.for_them() || own.open() && sums[&section.parent].for_them();
            sections.iter().zip(tallies).map(decide).collect()
        };
        ForThem {
            bodies: beside(&bodies),
            heads: beside(&heads),
        }
    }

    /// Whether what stands right under the heading of a section asks them.
    pub(super) fn under(&self, section: usize) -> bool {
        self.bodies[section]
    }

    /// Whether the heading of a section asks them.
    pub(super) fn head(&self, section: usize) -> bool {
        self.heads[section]
    }
}

/// The questions under a heading, where there is hardly anything else at the edge.
fn under(lines: &[Line<'_>], body: &Range<usize>) -> Tally {
    let told = |line: &&Line<'_>| !line.blank() && !matches!(line.mark, Mark::Rule(_));
    let full = || lines[body.clone()].iter().filter(told);
    let asked = |line: &&Line<'_>| line.text.trim_end().ends_with(['?', '？']) && !labels::leads(line);
    let Some(edge) = full().filter(asked).map(|line| line.indent).min() else {
        return Tally::default();
    };
    let outer = full().filter(|line| line.indent <= edge);
    let (all, asking) = outer.fold((0, 0), |(all, asking), line| {
        (all + 1, asking + usize::from(asked(&line)))
    });
    if asking * 2 < all {
        return Tally::default();
    }
    Tally::of(full().filter(asked).map(|line| line.text))
}

/// The question a heading asks. What is answered at length is asked of the one who answers.
fn over(lines: &[Line<'_>], section: &Section) -> Tally {
    let title = section.head.as_ref().map(|head| head.title.as_str());
    let Some(title) = title.filter(|title| asks::marked(title)) else {
        return Tally::default();
    };
    let said = length_of(lines[section.body.clone()].iter().map(|line| line.text));
    if said.in_words() > NOTED {
        return Tally::answered();
    }
    Tally::of([title].into_iter())
}

#[cfg(test)]
mod tests {
    use crate::import::notes::shapes::shape;

    #[test]
    fn questions_about_a_place_are_for_those_who_work_there_whatever_stands_over_them() {
        let text = "# Friday\n\n## Crew\n- How does the team mark a launch?\n- Who decides when two mates differ?\n\n## Yard\n- Is there an on-call rota?\n    - How often does it ring?\n- Which tools are in use?\n\n## Me\n- Would I have a mentor?\n- What would you expect of me by spring?\n";
        let found = shape("a.md", text);
        assert_eq!(found.len(), 6, "{found:#?}");
        assert!(found.iter().all(|item| item.starts_with("ask-them")), "{found:#?}");
    }

    #[test]
    fn headings_that_ask_about_a_place_are_questions_for_them_with_what_was_said_of_it() {
        let text = "# Me\n\n## Why do you leave the yard?\nI want to build boats, and not only mend them.\n\n# Theirs\n\n## How many people are on the team?\nEight, they said.\n\n## What does a typical day look like?\n\n## Will I have a desk by the window?\n";
        let found = shape("a.md", text);
        assert_eq!(
            found,
            [
                "question 3-3: Why do you leave the yard?",
                "point 4-4 to 0: -",
                "ask-them 8-9: How many people are on the team?",
                "ask-them 11-11: What does a typical day look like?",
                "ask-them 13-13: Will I have a desk by the window?",
            ]
        );
    }

    #[test]
    fn headings_with_an_answer_below_each_are_asked_of_the_one_who_answers() {
        let text = "# Work\n\n## Is overtime on the team a burden?\nNot to me: at the yard we sailed on every second Sunday for two years, and I came to like the quiet of it.\n\n## What does the team mean to you?\nThose who hold the other end of the rope, and whom I would wake at night without a thought.\n";
        let found = shape("a.md", text);
        assert_eq!(
            found.iter().filter(|item| item.starts_with("question")).count(),
            2,
            "{found:#?}"
        );
    }

    #[test]
    fn questions_of_an_interviewer_that_name_the_team_stay_questions() {
        let text = "# Leading\n- How do you motivate your team?\n- How do you handle a quarrel on the team?\n- What is your approach to code reviews?\n\n# Us\n- Why do you want to come to our company?\n- What would you change about the role?\n";
        let found = shape("a.md", text);
        assert!(found.iter().all(|item| item.starts_with("question")), "{found:#?}");
    }
}
