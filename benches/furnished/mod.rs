//! What the benchmarks stand on: a library of any size, and the program over it.

use std::time::Duration;

use greenroom::app::{App, Msg, Outcome, Startup};
use greenroom::domain::answer::Answer;
use greenroom::domain::category::Category;
use greenroom::domain::clock::Moment;
use greenroom::domain::history::History;
use greenroom::domain::home_data::HomeData;
use greenroom::domain::library::Library;
use greenroom::domain::question::level::Levels;
use greenroom::domain::question::{Origin, Parts, Question};
use greenroom::ui::theme::DARK;
use greenroom::ui::{self, Look};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;

const BEGIN: [&str; 6] = [
    "When did you",
    "Tell me how you",
    "Think of a day you",
    "Which time",
    "What made you",
    "How have you",
];
const MIDDLE: [&str; 7] = [
    "argue with",
    "persuade",
    "let down",
    "teach",
    "inherit work from",
    "simplify things for",
    "say no to",
];
const END: [&str; 8] = [
    "your manager",
    "a new colleague",
    "two teams",
    "an unhappy customer",
    "the on-call rotation",
    "a vendor",
    "the data group",
    "somebody far away",
];

/// A prompt like those that ship.
pub(crate) fn ask(n: usize) -> String {
    format!(
        "{} {} {} for reason {n}?",
        BEGIN[n % 6],
        MIDDLE[n / 6 % 7],
        END[n / 42 % 8]
    )
}

/// So many questions without other wordings.
fn library(count: usize, answers: Vec<Answer>) -> Library {
    let question = |n: usize| Question {
        id: format!("bench-{n}").into(),
        ask: ask(n),
        also: greenroom::domain::question::Also::default(),
        common: false,
        category: Category::ALL[n % 16],
        levels: Levels::ALL,
        tags: vec![format!("tag-{}", n % 30), format!("way-{}", n % 7)],
        speak: None,
        parts: Parts::Star,
        scored: true,
        probes: Vec::new(),
        listen_for: Vec::new(),
        origin: Origin::BuiltIn,
    };
    let library = Library::new((0..count).map(question).collect(), answers);
    library.prepare();
    library
}

/// The moment of every key.
pub(crate) fn now() -> Moment {
    Moment {
        elapsed: Duration::from_secs(1),
        wall: Timestamp::UNIX_EPOCH,
    }
}

/// The program over so many questions, on Home.
pub(crate) fn app(questions: usize, answers: Vec<Answer>) -> App {
    app_over(library(questions, answers))
}

/// The program over a library, on Home.
pub(crate) fn app_over(library: Library) -> App {
    let birth = Startup {
        home: "home".to_owned(),
        device: "bench".into(),
        run: "01900000-0000-7000-8000-000000000000".into(),
        seed: 7,
        zone: TimeZone::UTC,
        now: now(),
        demo: false,
    };
    let mut app = App::new(birth, Library::default());
    let home = Outcome::Home(HomeData {
        library,
        ..HomeData::default()
    });
    app.update(Msg::Did(home), now());
    app.update(Msg::Did(Outcome::History(History::default(), Vec::new())), now());
    app
}

/// Draws the screen.
pub(crate) fn frame(app: &mut App, buffer: &mut Buffer) {
    buffer.reset();
    let look = Look {
        theme: &DARK,
        now: now(),
    };
    let (seen, _) = ui::draw(buffer, app, &look);
    app.saw(seen);
}
