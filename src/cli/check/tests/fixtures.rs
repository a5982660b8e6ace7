//! For every code a home in which it is found, and a close neighbour in which it is not.
//!
//! The table is a `match` over all rules, so a rule without its two homes does not compile.

use super::{codes_in, home_of};
use crate::check::codes::{CODES, Rule};

/// Files of a home: path and text.
type Files = Vec<(&'static str, String)>;

/// The two homes of a rule.
enum Fixture {
    /// The rule is found in the first and not in the second.
    Homes(Files, Files),
    /// The same, looked at more than a year later and now.
    Later(Files),
    /// A rule about banks: its two are in the table of the reader of banks, which a test of its own goes through.
    Bank,
}

const SETTINGS: &str = "format: 1\nspeak: 1m\nprivate_words: [Hooli]\n";

/// A story without a finding.
const GOOD: &str = "## Situation
Two crews shared one crane on the east pier, and both were late.
## Task
I had to share it out by Friday.
## Action
- **asked both crews for their hours**, and wrote them on one board
- **drew one plan** for the week and tried it with them for five days
- told both foremen why their hour was where it was, and changed two of them
## Result
Nobody waited more than an hour: down from five. Both crews still use the board.
## Reflection
Ask first. I would do it sooner.
";

/// Prose that a talking point, or a story told in one go, is made of: over a hundred and twenty words.
const PROSE: &str = "Last spring a new crane came to our pier in pieces, and nobody had a plan for where it should stand or who would run it, \
though both crews had asked for it all winter. I asked the foreman for the plan of the pier and walked it with him before the first shift. \
He showed me where the crane had to stand on Mondays, and I marked each place with chalk on the stones. On Tuesday I \
moved the crane by hand with two of his people and found that the rails were bent at the far end. I wrote that down, \
called the yard, and drew a new line that kept clear of the bend. The crews had their crates by noon.\n";

fn answer(front: &str, body: &str) -> Files {
    vec![
        ("greenroom.yaml", SETTINGS.to_owned()),
        (
            "answers/a.md",
            format!("---\nid: k7m2qx\ntitle: The crane\n{front}---\n{body}"),
        ),
    ]
}

fn two(first: &str, second: &str) -> Files {
    let mut files = answer("", first);
    files.push((
        "answers/b.md",
        format!("---\nid: k7m2qy\ntitle: Another\n---\n{second}"),
    ));
    files
}

/// The good story with one change that is found, and with another that is not.
fn changed(from: &str, fires: &str, quiet: &str) -> Fixture {
    assert!(GOOD.contains(from), "{from}");
    bodies(&GOOD.replace(from, fires), &GOOD.replace(from, quiet))
}

fn bodies(fires: &str, quiet: &str) -> Fixture {
    Fixture::Homes(answer("", fires), answer("", quiet))
}

fn fronts(body: &str, fires: &str, quiet: &str) -> Fixture {
    Fixture::Homes(answer(fires, body), answer(quiet, body))
}

/// The good story with something added to its Action.
fn adding(fires: &str, quiet: &str) -> Fixture {
    let last = "- told both foremen";
    changed(last, &format!("{fires}\n{last}"), &format!("{quiet}\n{last}"))
}

/// So many stories, each for a question of its own category.
fn stories(questions: &[&'static str]) -> Files {
    const PATHS: [&str; 16] = [
        "answers/a.md",
        "answers/b.md",
        "answers/c.md",
        "answers/d.md",
        "answers/e.md",
        "answers/f.md",
        "answers/g.md",
        "answers/h.md",
        "answers/i.md",
        "answers/j.md",
        "answers/k.md",
        "answers/l.md",
        "answers/m.md",
        "answers/n.md",
        "answers/o.md",
        "answers/p.md",
    ];
    let story = |(n, category): (usize, &&str)| {
        let text = format!("---\nid: story{n}\ntitle: T{n}\ncategory: {category}\n---\n{GOOD}");
        (PATHS[n], text)
    };
    questions.iter().enumerate().map(story).collect()
}

const ALL: [&str; 15] = [
    "proudest",
    "conflict",
    "failure",
    "deadline",
    "prioritization",
    "ambiguity",
    "ownership",
    "technical",
    "decisions",
    "growth",
    "mentoring",
    "influence",
    "customer",
    "change",
    "people",
];

fn fixture(rule: Rule) -> Fixture {
    match rule {
        Rule::FileUnread | Rule::FilePart | Rule::FileOdd => file(rule),
        Rule::PartsUnnamed
        | Rule::PartMissing
        | Rule::PartEmpty
        | Rule::PartsOrder
        | Rule::SceneLong
        | Rule::ActionShort
        | Rule::AnswerLong
        | Rule::AnswerShort
        | Rule::NoKeyPoints
        | Rule::KindUnfit => shape(rule),
        Rule::ToDo => changed("Ask first. I", "TODO: ask Ann. I", "Ask first about the todo list. I"),
        Rule::Empty => adding("-", "- held it"),
        Rule::CutOff => adding(
            "- took the crane apart and then the",
            "- took the crane apart and then the rails",
        ),
        Rule::ResultBare | Rule::AmountVague | Rule::ChangeWrong | Rule::FiguresDiffer => evidence(rule),
        Rule::WeForI | Rule::Passive | Rule::AbsentFromResult => ownership(rule),
        Rule::Blame | Rule::Hedges | Rule::Absolute | Rule::FailureUnlearned | Rule::ConflictOpen => tone(rule),
        Rule::PrivateName => adding("- called Hooli, our client", "- called a client of ours"),
        Rule::Address => adding("- wrote to ann@harbour.net", "- wrote to ann@example.com"),
        Rule::Key => adding(
            "- used AKIAQWERTZUIOPASDFGH for it",
            "- used AKIA for it, whatever that is",
        ),
        Rule::InternalHost => adding(
            "- opened https://ci.cranes.internal/jobs",
            "- opened https://cranes.example/internal",
        ),
        Rule::CategoryBare
        | Rule::AnswerStretched
        | Rule::NoFailure
        | Rule::FewStories
        | Rule::AnswersAlike
        | Rule::Untouched => spread(rule),
        Rule::IdMissing
        | Rule::IdForm
        | Rule::IdTwice
        | Rule::PromptMissing
        | Rule::PromptLong
        | Rule::PromptDouble
        | Rule::ProbeCount
        | Rule::ProbeWhen
        | Rule::ProbeForm
        | Rule::ListenCount
        | Rule::ListenLong
        | Rule::CategoryUnknown
        | Rule::LevelUnknown
        | Rule::TagUnknown
        | Rule::PartUnknown
        | Rule::SpeakUnclear
        | Rule::Hidden
        | Rule::PromptAlike
        | Rule::ProbeAlike
        | Rule::ListenAlike
        | Rule::AlsoFew
        | Rule::WordingTwice => Fixture::Bank,
    }
}

fn file(rule: Rule) -> Fixture {
    match rule {
        Rule::FileUnread => fronts(GOOD, "tags: [one\n", "tags: [one]\n"),
        Rule::FilePart => fronts(GOOD, "category: {a: b}\n", "category: conflict\n"),
        _ => fronts(GOOD, "category: conflits\n", "category: Conflict\n"),
    }
}

fn shape(rule: Rule) -> Fixture {
    let word = |many: usize| "word ".repeat(many);
    match rule {
        Rule::PartsUnnamed => fronts(PROSE, "", "kind: point\n"),
        Rule::PartMissing => bodies(
            &GOOD[..GOOD.find("## Result").unwrap()],
            &GOOD
                .replace("## Situation", "## Background")
                .replace("## Result", "## Impact"),
        ),
        Rule::PartEmpty => changed("I had to share it out by Friday.\n", "", "By Friday.\n"),
        Rule::PartsOrder => {
            let (scene, rest) = GOOD.split_at(GOOD.find("## Task").unwrap());
            let (task, rest) = rest.split_at(rest.find("## Action").unwrap());
            bodies(&[task, scene, rest].concat(), &[scene, task, rest].concat())
        }
        Rule::SceneLong => changed(
            "Two crews",
            &format!("{}. Two crews", word(60)),
            &format!("{}. Two crews", word(8)),
        ),
        Rule::ActionShort => {
            let action = &GOOD[GOOD.find("- **asked").unwrap()..GOOD.find("## Result").unwrap()];
            changed(
                action,
                "- **asked** both\n",
                "- **asked both crews for their hours**, and wrote them on one board with chalk\n",
            )
        }
        Rule::AnswerLong => changed(
            "- told",
            &format!("- {}\n- told", word(160)),
            &format!("- {}\n- told", word(60)),
        ),
        Rule::AnswerShort => bodies(
            "## Situation\nOne crane.\n## Action\nI split it.\n## Result\n2 crews.\n",
            "## Situation\nOne crane, two crews, and both were late each day.\n## Action\n\
             I split it by the hour, and told both why, on the pier, before the first shift began.\n## Result\nThe wait went from 5 hours to 1, and it stayed there.\n",
        ),
        Rule::NoKeyPoints => fronts(PROSE, "kind: point\n", "kind: point\nallow: [GR018]\n"),
        _ => fronts(
            "I will look first. Then I would ask both sides what they need. I usually draw a plan, and I will try it.\n",
            "",
            "kind: point\n",
        ),
    }
}

fn evidence(rule: Rule) -> Fixture {
    let result = "Nobody waited more than an hour: down from five. Both crews still use the board.";
    match rule {
        Rule::ResultBare => changed(
            result,
            "It went really well and people were happy with it.",
            "It went well and both foremen asked for a second crane.",
        ),
        Rule::AmountVague => changed(
            result,
            "I significantly reduced the waiting. Both crews still use the board.",
            "I significantly reduced the waiting, from 5 hours to 1. Both crews still use the board.",
        ),
        Rule::ChangeWrong => changed(
            result,
            "I cut the wait from 5 hours to 1, a 400 % reduction.",
            "I cut the wait from 5 hours to 1, an 80 % reduction.",
        ),
        _ => Fixture::Homes(
            two(GOOD, &GOOD.replace("for five days", "for nine days")),
            two(GOOD, &GOOD.replace("Two crews shared", "Three boats shared")),
        ),
    }
}

fn ownership(rule: Rule) -> Fixture {
    match rule {
        Rule::WeForI => {
            let action = &GOOD[GOOD.find("- **asked").unwrap()..GOOD.find("## Result").unwrap()];
            changed(
                action,
                "**We** asked both crews for their hours, and we wrote them on our board. Then we drew one plan and we tried it \
                 with all of them for a whole week on the pier.\n",
                "**We** asked both crews for their hours, and I wrote them on our board. Then I drew one plan and we tried it \
                 with all of them for a whole week on the pier.\n",
            )
        }
        Rule::Passive => adding(
            "- A new board was designed and put up.",
            "- Moved the rails so that both ends were built first.",
        ),
        _ => changed(
            "Nobody waited more than an hour: down from five. Both crews still use the board.",
            "The team cut the wait from 5 hours to 1, and we won a second crane.",
            "The team cut the wait from 5 hours to 1, and I won a second crane.",
        ),
    }
}

fn tone(rule: Rule) -> Fixture {
    let story = |ending: &str| {
        format!(
            "## Situation\nMy colleague Bo and I shared one crane, and he wanted all of it on Mondays.\n## Task\nI had to \
             find hours that both of us could live with.\n## Action\n- **asked him for his hours** and told him mine, alone\n\
             - drew one plan with him and tried it for a week, as he had proposed\n## Result\nNobody waited more than 1 hour.{ending}\n"
        )
    };
    let of = |category: &str, fires: &str, quiet: &str| {
        let front = format!("category: {category}\n");
        Fixture::Homes(answer(&front, fires), answer(&front, quiet))
    };
    match rule {
        Rule::Blame => of(
            "conflict",
            &story(" He was stubborn."),
            &story(" He was not being stubborn. We still work together."),
        ),
        Rule::Hedges => adding(
            "- it was sort of late, so I basically went home, I guess",
            "- it was that kind of crane, so I guess I went home",
        ),
        Rule::Absolute => changed(
            "Ask first. I would",
            "I never failed again. I would",
            "I never ask late now. I would",
        ),
        Rule::FailureUnlearned => of("failure", &story(""), &story(" I learned to ask on Fridays.")),
        _ => of(
            "conflict",
            &story(""),
            &story(" He thanked me, and we have lunch on Mondays."),
        ),
    }
}

fn spread(rule: Rule) -> Fixture {
    match rule {
        Rule::CategoryBare => Fixture::Homes(stories(&ALL[..14]), stories(&ALL)),
        Rule::NoFailure => Fixture::Homes(stories(&["conflict"]), stories(&["failure"])),
        Rule::FewStories => Fixture::Homes(stories(&ALL[..5]), stories(&ALL[..6])),
        Rule::AnswerStretched => {
            let questions = |more: &str| {
                format!(
                    "questions: [conflict-design-review, failure-production, deadline-immovable, ownership-unasked{more}]\n"
                )
            };
            fronts(GOOD, &questions(", mentoring-newcomer"), &questions(""))
        }
        Rule::AnswersAlike => Fixture::Homes(two(GOOD, GOOD), two(GOOD, PROSE)),
        _ => Fixture::Later(answer("", GOOD)),
    }
}

#[test]
fn every_code_is_found_in_its_fixture_and_not_in_its_neighbour() {
    let mut wrong = Vec::new();
    for code in &CODES {
        let (fires, quiet) = match fixture(code.rule) {
            Fixture::Bank => continue,
            Fixture::Homes(fires, quiet) => (codes_in(&home_of(&fires), &[]), codes_in(&home_of(&quiet), &[])),
            Fixture::Later(files) => {
                let home = home_of(&files);
                (
                    codes_in(&home, &["--now", "2040-01-01T00:00:00Z"]),
                    codes_in(&home, &[]),
                )
            }
        };
        let in_it = |found: &[String]| found.iter().any(|found| found == code.code);
        if !in_it(&fires) || in_it(&quiet) {
            wrong.push((code.code, fires, quiet));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_good_story_has_no_finding() {
    let found = codes_in(&home_of(&answer("", GOOD)), &[]);
    let about_it: Vec<&String> = found.iter().filter(|code| code.as_str() < "GR07").collect();
    assert!(about_it.is_empty(), "{about_it:?}");
}
