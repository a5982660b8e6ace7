//! Histories with the order and the reasons they lead to: a table of what a person would expect.
//!
//! A home is written as `conflict: froze 4, solid 1; failure: rough 1 answer`: each telling with the days since, on the
//! next question of its category unless `again` stands after it. After a telling: `over` and `cut` (no result) say how it
//! went. For the category: `answer` and `draft` are answers to its first question, `feedback` and `asked` come from real
//! interviews, `common 5` makes so many of its six questions common (else two are), `first 3` begins with the third.

use super::tests::Home;
use super::*;

/// What is written, and what comes first to last with the largest reason of each.
const CASES: [(&str, &[&str]); 34] = [
    (
        "conflict: froze 1; failure: solid 1",
        &["conflict: froze last time", "failure: no answer yet"],
    ),
    (
        "conflict: froze 1; failure: rough 1",
        &["conflict: froze last time", "failure: no answer yet"],
    ),
    (
        "conflict: solid 1; failure: rough 1",
        &["failure: no answer yet", "conflict: no answer yet"],
    ),
    (
        "conflict: strong 1; failure: solid 1",
        &["failure: no answer yet", "conflict: no answer yet"],
    ),
    (
        "conflict: solid 1 answer; failure: rough 1 answer",
        &["failure: last rated rough yesterday", "conflict: 1 of 6 questions told"],
    ),
    (
        "people: froze 4; failure: solid 4; deadline: solid 4; growth: solid 4; influence: solid 4; customer: solid 4",
        &[
            "people: froze last time",
            "failure: no answer yet",
            "deadline: no answer yet",
            "growth: no answer yet",
            "influence: no answer yet",
            "customer: no answer yet",
        ],
    ),
    (
        "people: rough 1 answer; failure: solid 4; deadline: solid 4; growth: solid 4",
        &[
            "people: last rated rough yesterday",
            "failure: no answer yet",
            "deadline: no answer yet",
            "growth: no answer yet",
        ],
    ),
    (
        "conflict:; people: froze 1",
        &["people: froze last time", "conflict: not tried yet"],
    ),
    (
        "conflict:; people: rough 1",
        &["people: no answer yet", "conflict: not tried yet"],
    ),
    (
        "conflict: solid 1; people:",
        &["people: not tried yet", "conflict: no answer yet"],
    ),
    (
        "conflict: answer; people:",
        &["people: not tried yet", "conflict: not tried yet"],
    ),
    (
        "conflict: rough 1 answer; people: rough 1",
        &["people: no answer yet", "conflict: last rated rough yesterday"],
    ),
    (
        "conflict: froze 2, solid 1; people: solid 2, froze 1",
        &["people: froze last time", "conflict: froze in 1 of 2"],
    ),
    (
        "conflict: froze 4, froze 3, froze 2, solid 1; people: strong 4, strong 3, strong 2, froze 1",
        &["people: froze last time", "conflict: froze in 3 of 4"],
    ),
    (
        "conflict: froze 4 answer, froze 3 again, froze 2 again, solid 1 again; people: strong 4 answer, strong 3 again, \
         strong 2 again, froze 1 again",
        &["people: froze last time", "conflict: froze in 3 of 4"],
    ),
    (
        "conflict: solid 1 over answer; people: froze 1",
        &["people: froze last time", "conflict: over time last time"],
    ),
    (
        "conflict: rough 1 cut answer; people: solid 1",
        &["conflict: no result last time", "people: no answer yet"],
    ),
    (
        "conflict: solid 1 answer; people: solid 30 answer",
        &[
            "people: last rated solid 30 days ago",
            "conflict: 1 of 6 questions told",
        ],
    ),
    (
        "conflict: froze 1; people: froze 30",
        &["people: froze last time", "conflict: froze last time"],
    ),
    (
        "conflict: solid 1 answer; people: solid 1 answer feedback",
        &["people: Northwind: say it sooner", "conflict: 1 of 6 questions told"],
    ),
    (
        "conflict: solid 1 feedback; people: froze 1",
        &["people: froze last time", "conflict: Northwind: say it sooner"],
    ),
    (
        "conflict: froze 1; people: rough 1 feedback",
        &["people: Northwind: say it sooner", "conflict: froze last time"],
    ),
    (
        "conflict:; people: feedback",
        &["people: Northwind: say it sooner", "conflict: not tried yet"],
    ),
    ("conflict: froze 1 feedback", &["conflict: Northwind: say it sooner"]),
    (
        "conflict: solid 1 draft; people: rough 1 draft",
        &["people: no finished answer yet", "conflict: no finished answer yet"],
    ),
    (
        "conflict: solid 9 answer, solid 5, solid 1; people: solid 1 answer",
        &["people: 1 of 6 questions told", "conflict: 3 of 6 questions told"],
    ),
    (
        "conflict: strong 6 answer, strong 5, strong 4, strong 3, strong 2, strong 1; people: solid 1 answer",
        &["people: 1 of 6 questions told", "conflict: "],
    ),
    (
        "conflict: solid 1 answer; people: solid 1 answer asked",
        &[
            "people: Acme has asked about it before",
            "conflict: 1 of 6 questions told",
        ],
    ),
    (
        "conflict: common 2; people: common 5",
        &["people: not tried yet", "conflict: not tried yet"],
    ),
    (
        "conflict: solid 1 common 5; people: froze 1 common 2",
        &["people: froze last time", "conflict: no answer yet"],
    ),
    (
        "conflict: solid 4 answer, solid 3, solid 2, solid 1; people: froze 4 answer, solid 3, froze 2, solid 1",
        &["people: froze in 2 of 4", "conflict: 4 of 6 questions told"],
    ),
    (
        "conflict: rough 1 answer; people: rough 3 answer, rough 2 again, rough 1 again",
        &[
            "people: last rated rough yesterday",
            "conflict: last rated rough yesterday",
        ],
    ),
    (
        "conflict: rough 2 answer, strong 1 again; people: strong 2 answer, rough 1 again",
        &["people: last rated rough yesterday", "conflict: 1 of 6 questions told"],
    ),
    (
        "conflict: solid 1 answer; people: first 3, solid 1 answer",
        &["conflict: 1 of 6 questions told", "people: 1 of 6 questions told"],
    ),
];

#[test]
fn the_order_and_the_reasons_are_those_a_person_expects() {
    let mut wrong = String::new();
    for (written, expected) in CASES {
        let home = Home::written(written);
        let standings = home.standings();
        let ordered = practise_next(&standings);
        let said: Vec<String> = ordered
            .iter()
            .map(|one| format!("{}: {}", one.category, one.reason()))
            .collect();
        if said != expected {
            let figures: Vec<String> = ordered
                .iter()
                .map(|one| format!("{:.3}/{:.3}", one.ready, one.wanted()))
                .collect();
            wrong.push_str(&format!("{written}\n  {said:?}\n  {figures:?}\n"));
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}
