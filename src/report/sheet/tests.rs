use jiff::Timestamp;

use super::*;
use crate::domain::answer::Answer;
use crate::domain::answer::tests::finished;
use crate::domain::category::Category;
use crate::domain::days::Local;
use crate::domain::history::History;
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::feedback_sources::FeedbackSources;
use crate::domain::interview::round::{Round, RoundKind};
use crate::domain::interview::sections::lines;
use crate::domain::interview::{Interview, Outcome};
use crate::domain::library::Library;
use crate::domain::question::lens::{Lens, Value};
use crate::domain::question::tests::question;
use crate::domain::settings::Settings;

const SECTIONS: &str = "## Prepared\n- The mast (answer t2)\n## Told\n- The leak (told t1)\n## Improve\n- [ ] say sooner what you did\n## Questions for them\n- Who steers at night?\n";

fn acme() -> Interview {
    let day = EventTime::day("2026-12-07".parse().unwrap());
    Interview {
        path: "interviews/2026-11-20-acme.md".to_owned(),
        company: "Acme".to_owned(),
        role: None,
        via: None,
        applied: None,
        people: Vec::new(),
        rounds: vec![Round {
            with: Some("Tom".to_owned()),
            ..Round::planned(RoundKind::Onsite, Some(day))
        }],
        promised: None,
        sent: Vec::new(),
        outcome: Outcome::Open,
        closed: None,
        lines: lines(SECTIONS, 0),
        text: SECTIONS.into(),
    }
}

fn sheet(lens_named: &str, settings: &Settings) -> Sheet {
    let questions = ["a", "b", "c", "d", "e", "f", "g"].map(|id| question(id, Category::Failure, &[id]));
    let answers = (1..=7).map(|n: usize| {
        let id = format!("t{n}");
        Answer {
            title: format!("Story {n}"),
            path: format!("answers/{id}.md"),
            ..finished(&id, &[["a", "b", "c", "d", "e", "f", "g"][n - 1]])
        }
    });
    let value = |tag: &str| Value {
        id: tag.to_owned(),
        title: format!("Value {tag}"),
        about: format!("About {tag}."),
        tags: vec![tag.to_owned()],
    };
    let lens = Lens {
        id: lens_named.to_owned(),
        title: "What Acme wants".to_owned(),
        about: String::new(),
        values: vec![value("f"), value("g")],
    };
    let library = Library::new(questions.to_vec(), answers.collect()).with_lenses(vec![lens]);
    let interviews = [acme()];
    let history = History::default();
    let now: Timestamp = "2026-11-28T12:00:00Z".parse().unwrap();
    let ground = FeedbackSources {
        interviews: &interviews,
        library: &library,
        history: &history,
        now,
        zone: &Local::UTC,
    };
    let source = Basis {
        ground: &ground,
        settings,
        missing: None,
    };
    let talk = Talk {
        company: "Acme",
        interview: Some(&interviews[0]),
    };
    Sheet::of(source, talk)
}

#[test]
fn what_was_prepared_comes_first_and_what_they_heard_is_not_told_again() {
    let sheet = sheet("acme", &Settings::default());
    let titles: Vec<&str> = sheet.stories.iter().map(|story| story.title.as_str()).collect();
    assert_eq!(titles, ["Story 2", "Story 6", "Story 7", "Story 3", "Story 4"]);
    assert_eq!(sheet.heard, ["Story 1"]);
    assert_eq!(sheet.stories[1].shows, ["Value f"]);
    assert_eq!(sheet.stories[1].opens, "Two teams.");
    assert_eq!(
        sheet.remember,
        [("say sooner what you did".to_owned(), "Acme".to_owned())]
    );
    assert_eq!(sheet.ask[0], "Who steers at night?");
    assert!(
        sheet
            .when
            .as_deref()
            .unwrap_or_default()
            .contains("in 9 days, with Tom")
    );
}

#[test]
fn the_values_are_those_of_the_company_else_of_the_settings() {
    assert!(sheet("other", &Settings::default()).values.is_none());
    let chosen = Settings {
        lens: Some("other".to_owned()),
        ..Settings::default()
    };
    let Values {
        lens: title,
        each: values,
    } = sheet("other", &chosen).values.unwrap();
    assert_eq!(title, "What Acme wants");
    assert_eq!(values[0].1.as_deref(), Some("About f."));
}

#[test]
fn both_pages_say_the_same_and_fit_their_width() {
    let sheet = sheet("acme", &Settings::default());
    let (text, html) = (sheet.text(), sheet.html());
    for said in [
        "Story 2",
        "Value g",
        "say sooner",
        "Who steers at night?",
        "Story 1",
        "onsite",
    ] {
        assert!(text.contains(said) && html.contains(said), "{said}: {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 76), "{text}");
    assert!(html.contains("<meta name=\"generator\" content=\"greenroom"));
}
