//! Every entry of every footer is pressed where it stands, in a fresh program, and does what it says.

use greenroom::app::footer::word;
use greenroom::app::screens::browse::Column;
use greenroom::app::screens::workbench::{Mode, Pane};
use greenroom::app::{App, Msg};
use greenroom::domain::drill::Phase;
use greenroom::keys::action::Action;
use greenroom::keys::bindings::BINDINGS;
use greenroom::keys::key::Code;
use greenroom::keys::resolve::{Entry, footer};

use crate::places::{PLACES, Place, over, overlay_kind, screen_kind};
use crate::session::Session;
use crate::support::source;

/// What can be seen to have happened.
#[derive(Debug)]
enum Sign {
    /// Another screen of this kind is in front, opened over the one before or in its place.
    Screen(&'static str),
    /// The screen is left for the one below.
    Left,
    /// This kind of thing lies over the screen.
    Over(&'static str),
    /// Nothing lies over the screen any more.
    Bare,
    /// This was asked of the world.
    Asked(&'static str),
    /// This is on the screen, and was not before.
    Shows(&'static str),
    /// The state of the screen, or of what lies over it, is another one.
    Changed,
    /// Keys type now, or do not any more.
    Types(bool),
    /// The drill is in this phase.
    In(Phase),
    /// The program ended.
    Ended,
    /// One of these.
    Either(Vec<Sign>),
    /// Something about the state that no other sign tells.
    #[allow(dead_code, reason = "the words are for whoever reads why a test fails")]
    So(&'static str, fn(&App) -> bool),
}

use Sign::{Asked, Bare, Changed, Either, Ended, In, Left, Over, Screen as Opens, Shows, So, Types};

/// The state of a program, as far as it can be compared.
struct Seen {
    depth: usize,
    screen: &'static str,
    over: Option<&'static str>,
    state: String,
    picture: String,
    asked: usize,
}

impl Seen {
    fn of(session: &mut Session) -> Seen {
        let app = &session.app;
        Seen {
            depth: app.screens.len(),
            screen: app.screens.front().map_or("none", screen_kind),
            over: over(app),
            state: format!("{:?} {:?}", app.screens.front(), app.overlay),
            asked: session.done.len(),
            picture: session.screen(),
        }
    }
}

impl Sign {
    fn holds(&self, before: &Seen, after: &Seen, session: &Session) -> bool {
        match self {
            Sign::Screen(kind) => {
                after.over.is_none()
                    && after.screen == *kind
                    && (after.depth, after.screen, &after.state) != (before.depth, before.screen, &before.state)
            }
            Left => after.depth < before.depth,
            Over(kind) => after.over == Some(kind) && (before.over != after.over || after.state != before.state),
            Bare => before.over.is_some() && after.over.is_none(),
            Asked(name) => session.done[before.asked..].iter().any(|asked| asked == name),
            Shows(text) => after.picture.contains(text) && !before.picture.contains(text),
            Changed => after.state != before.state,
            Types(typing) => session.app.typing() == *typing,
            In(phase) => session
                .app
                .screens
                .drill()
                .is_some_and(|drill| drill.drill.phase == *phase),
            Ended => session.left,
            Either(signs) => signs.iter().any(|sign| sign.holds(before, after, session)),
            So(_, holds) => holds(&session.app),
        }
    }
}

/// Whether the answer that is edited has some words.
fn told_by(app: &App, words: &str) -> bool {
    app.screens
        .workbench()
        .is_some_and(|bench| bench.buffers().any(|buffer| buffer.text().contains(words)))
}

fn compares(app: &App) -> bool {
    app.screens
        .workbench()
        .is_some_and(|bench| bench.panes.iter().any(|pane| matches!(pane, Pane::Version { .. })))
}

/// A program that was told to type, in a text or a line.
fn writes_new(app: &App) -> bool {
    app.screens
        .workbench()
        .is_some_and(|bench| bench.hand == Mode::Insert && bench.buffer().is_some_and(|buffer| buffer.path.is_none()))
}

/// What an entry promises, by its action and its word. A new word fails until it has its signs here.
#[allow(clippy::too_many_lines, reason = "a table, one row an action and word")]
#[allow(clippy::match_same_arms, reason = "a row stands for itself")]
fn promised(entry: &Entry) -> Vec<Sign> {
    match (entry.action, entry.word.as_ref()) {
        (Action::Open, "start" | "go on" | "drill it" | "start the drill" | "drill what came in") => {
            vec![Opens("Drill"), In(Phase::Think)]
        }
        (Action::Open, "bring notes") => vec![Opens("Import"), Types(true)],
        (Action::Open, "look at it") => vec![Asked("LookAtNotes"), Types(false)],
        (Action::Open, "write") => vec![Opens("Workbench"), So("a new answer is typed", writes_new)],
        (Action::Open, "write it down") => vec![Either(vec![Opens("Debrief"), Asked("Log"), Opens("Workbench")])],
        (Action::Open | Action::Edit, "write an answer") => {
            vec![Opens("Workbench"), So("a new answer is typed", writes_new)]
        }
        (Action::Open, "the message") => vec![Opens("Message")],
        (Action::Open, "copy the message") => vec![Asked("Copy"), Shows("Copied")],
        (Action::Open, "it is sent") => vec![Asked("SaveInterview"), Left],
        (Action::Open, "add a company") => vec![Over("Form"), Types(true)],
        (Action::Open, "have one ready") => vec![Over("Prepare")],
        (Action::Open, "all feedback") => vec![Opens("Feedback")],
        (Action::Open | Action::Drill, "set up a drill" | "set up") => vec![Opens("SetUp")],
        (Action::Open, "start the sprint") => vec![Opens("Sprint"), Types(true)],
        (Action::Open, "open it") => vec![Either(vec![Opens("Workbench"), Opens("Attempt")])],
        (Action::Open, "list") => vec![
            Changed,
            So("the list takes the keys", |app| {
                app.screens.browse().is_some_and(|browse| browse.column == Column::List)
            }),
        ],
        (Action::Open, "read") => vec![
            Changed,
            So("the text takes the keys", |app| {
                app.screens
                    .browse()
                    .is_some_and(|browse| browse.column == Column::Preview)
            }),
        ],
        (Action::Open, "open") => vec![Either(vec![
            Opens("Workbench"),
            Opens("Browse"),
            Opens("Interview"),
            Opens("Attempt"),
        ])],
        (Action::Open, "add one") => vec![Over("Browse"), Types(true)],
        (Action::Open | Action::Edit, "its answers" | "its answer") => {
            vec![Either(vec![Over("Find"), Opens("Workbench")])]
        }
        (Action::Open, "change" | "change it") => vec![Either(vec![Asked("SaveSetting"), Over("Form")])],
        (Action::Open, "tick") | (Action::Toggle, "tick it") => vec![Asked("SaveInterview")],
        (Action::Open, "its interview") => vec![Opens("Interview")],
        (Action::Open, "do it") => vec![
            Changed,
            So("another overlay, or none", |app| {
                app.overlay.as_ref().is_none_or(|over| overlay_kind(over) != "Actions")
            }),
        ],
        (Action::Open, "show it") => vec![Bare, Changed, Types(false)],
        (Action::Open, "prepared") => vec![Bare, Asked("SaveInterview"), Shows("Prepared:")],
        (Action::Open, "link" | "take the link out") => vec![Bare, Asked("Link")],
        (Action::Open, "bring it back") => vec![Bare, Asked("Restore"), Shows("is back")],
        (Action::Open, "this happened") => vec![Over("Form"), Types(true)],
        (Action::Open, "edit the file") => vec![Asked("EditFile")],
        (Action::Open, "show what changed since" | "show what differs") => {
            vec![Bare, Asked("ReadVersions"), So("a comparison is shown", compares)]
        }
        (Action::Open, "keep both changes") => vec![Bare, Asked("SaveAnswer"), Shows("Saved as")],
        (Action::Open, "add the question") => vec![Bare, Asked("AddQuestion"), Shows("Added to")],
        (Action::Open, "list these" | "not rated" | "this one") => vec![Changed],
        (Action::Open, "tell this one") => vec![Asked("Log"), Changed],
        (Action::Open, "next" | "next question") => vec![Changed],
        (Action::Open, "speak") => vec![In(Phase::Speak)],
        (Action::Open, "done") => vec![Either(vec![Left, In(Phase::Rate), In(Phase::Probe)]), Changed],
        (Action::Open, "you froze" | "it was rough" | "it was solid" | "it was strong") => {
            vec![Changed, In(Phase::Rate)]
        }
        (Action::Open, "tell them again") | (Action::Drill, "tell the rough ones again") => {
            vec![Opens("Drill"), In(Phase::Think)]
        }
        (Action::Open | Action::Drill, "tell it again") => vec![Opens("Drill"), In(Phase::Think)],
        (Action::Open, "leave" | "back to Today") => vec![Left],
        (Action::Open, "write them" | "keep the notes") => vec![Asked("WriteNotes"), Changed],
        (
            Action::Open,
            "take the story" | "take the point" | "take the question" | "it is right" | "no, as it is"
            | "none, as it is",
        ) => {
            vec![Asked("LookAtNotes"), Changed]
        }
        (Action::Open, "the columns are right" | "back") => vec![Changed],
        (Action::Open, "it belongs there" | "it answers this" | "it answers none") => vec![Bare, Asked("LookAtNotes")],
        (Action::Toggle, "yes, it does" | "yes, they are") => vec![Asked("LookAtNotes"), Changed],
        (Action::Split, _) => vec![Changed, Either(vec![Asked("LookAtNotes"), Shows("s splits there")])],
        (Action::Part, _) => vec![Changed, Either(vec![Over("Part"), Shows("p says which")])],
        (Action::Open, "it begins this" | "it begins none") => vec![Bare, Asked("LookAtNotes")],
        (Action::Categorise, _) => vec![Over("Category"), Types(true)],
        (Action::Open | Action::Edit, "type") => vec![Types(true)],
        (Action::Accept, "end it") => vec![Bare, Either(vec![Left, In(Phase::Summary)])],
        (Action::Accept, "leave it") => vec![Bare, Left],
        (Action::Accept, "into the trash") => vec![Bare, Asked("Trash"), Shows("is in the trash")],
        (Action::Accept, "quit all the same") => vec![Ended],
        (Action::Accept, "save") => vec![Either(vec![
            Asked("SaveInterview"),
            Asked("SaveAnswer"),
            Shows("is missing"),
        ])],
        (Action::Accept, "link" | "take the link out") => vec![Changed, Types(true)],
        (Action::Accept, "call it so") => vec![Asked("LookAtNotes"), Types(false)],
        (Action::Accept, "next line" | "go on" | "take" | "find the next") => vec![Changed],
        (Action::Accept, "choose its category") => vec![Over("Browse"), Types(false)],
        (Action::Accept, "take this title") => vec![Bare, Asked("Retitle")],
        (Action::Accept, "how they rated it") => vec![Changed, Types(false)],
        (Action::Accept, "start") => vec![Opens("Drill"), In(Phase::Think)],
        (Action::Back, "back") => vec![Either(vec![Bare, Left, Changed])],
        (Action::Back, "end" | "end the sprint") => vec![Either(vec![Over("Confirm"), Left, Changed])],
        (Action::Back, "leave" | "leave, kept") => vec![Left],
        (Action::Back, "leave it") => vec![Either(vec![Bare, Changed])],
        (Action::Back, "keep both files") => vec![Bare, Asked("KeepBoth")],
        (Action::Back, "back to the words") => vec![Over("Browse"), Types(true)],
        (Action::Back, "back to the name") => vec![Changed, Types(true)],
        (Action::StopTyping, "stop typing") => vec![Types(false)],
        (Action::StopTyping, "back" | "leave, kept") => vec![Left],
        (Action::StopTyping, "leave it") => vec![Types(false), Either(vec![Bare, Changed])],
        (Action::StopTyping, "stop finding") => vec![Changed, Types(true)],
        (Action::Decline, _) => vec![Bare],
        (Action::Quit, "quit") => vec![Ended],
        (Action::Help, "keys") => vec![Over("Actions"), Shows("What you can do here")],
        (Action::Find, "find") => vec![Over("Find"), Types(true)],
        (Action::Up | Action::Down, _) => vec![Changed],
        (Action::More, "all about it") => vec![Opens("Interview")],
        (
            Action::More,
            "change it" | "category" | "other rows" | "company values" | "other answer" | "what it is"
            | "what it holds" | "look at each",
        ) => vec![Changed],
        (Action::Copy, "copy" | "copy all" | "copy the question") => vec![Asked("Copy"), Shows("Copied")],
        (Action::Drill, "drill it") => vec![Opens("Drill"), In(Phase::Think)],
        (Action::New, "new answer" | "answer it") => {
            vec![Opens("Workbench"), So("a new answer is typed", writes_new)]
        }
        (Action::New, "what happened") => vec![Over("Happened")],
        (Action::New, "note" | "partner's rating") => vec![Types(true)],
        (Action::Edit, "title") => vec![Changed, Types(true)],
        (Action::Edit, "edit it" | "edit the answer" | "change it") => vec![Either(vec![
            Opens("Workbench"),
            Over("Form"),
            Asked("EditFile"),
            Asked("EditMessage"),
        ])],
        (Action::LeaveOut, "a day off" | "practise that day") => vec![Asked("SaveSetting"), Changed],
        (Action::LeaveOut, "leave out") | (Action::Likewise, "all like it") => {
            vec![Asked("LookAtNotes"), Changed]
        }
        (Action::LeaveOut, "hide it") => vec![Asked("SaveSetting"), Shows("Hidden")],
        (Action::LeaveOut, "trash it" | "into the trash") => vec![Either(vec![Over("Confirm"), Asked("Trash")])],
        (Action::LeaveOut, "skip" | "no rating") => {
            vec![Changed, Either(vec![In(Phase::Think), In(Phase::Summary), Left])]
        }
        (Action::LeaveOut, "skip it") => vec![In(Phase::Rate)],
        (Action::Next, "feedback") => vec![Opens("Feedback")],
        (Action::Next, "companies") => vec![Opens("Interviews")],
        (Action::Next, _) => vec![Changed],
        (Action::Previous, "line before") => vec![Changed],
        (Action::TakeBack, "bring back") => vec![Either(vec![Shows("It is asked again"), Shows("is back")])],
        (Action::TakeBack, "rating before" | "last rating") => vec![In(Phase::Rate)],
        (Action::TakeBack, "take it back") => vec![Asked("TakeNotesBack")],
        (Action::TakeBack, "take the rating back") => vec![Shows("Taken back")],
        (Action::TakeBack, "part before" | "undo") | (Action::UndoText, "undo") => vec![Changed],
        (Action::Filter, "filter") => vec![Changed],
        (Action::Toggle, "pause") => vec![Changed, Shows("paused")],
        (Action::Toggle, "go on") => vec![
            Changed,
            So("the clock runs", |app| {
                app.screens
                    .drill()
                    .is_some_and(|drill| drill.drill.hold() == greenroom::domain::drill::Hold::Running)
            }),
        ],
        (Action::Toggle, "said it" | "it was missing") => vec![Changed, Shows("saving")],
        (Action::Toggle, "compare with this one") => vec![Changed],
        (Action::Choose(1), "to 4 rate" | "to 4 guess") => vec![Changed],
        (Action::Choose(1), "yours") => vec![Bare, Asked("SaveAnswer")],
        (Action::Choose(2), "the file's") => vec![Bare, So("their text is here", |app| told_by(app, "by another"))],
        (Action::Choose(3), "edit both") => vec![Bare, Shows("Both are in the text")],
        (Action::Save, "save") => vec![Either(vec![Asked("SaveAnswer"), Shows("Saved already")])],
        (Action::NextFinding, "next finding") => vec![So("the caret is where something is found", |app| {
            let buffer = app.screens.workbench().and_then(|bench| bench.at_hand());
            buffer.is_some_and(|buffer| buffer.finding_at(buffer.editor.caret().0).is_some())
        })],
        (Action::ShowOther, "show another") => vec![Over("PanePicker"), Types(true)],
        (Action::FindText, "find") => vec![
            Types(true),
            So("a find is open", |app| {
                app.screens.workbench().is_some_and(|bench| bench.find.is_some())
            }),
        ],
        (Action::External, "your own editor" | "edit its file") => {
            vec![Either(vec![
                Asked("EditFile"),
                Asked("EditMessage"),
                Asked("EditAnswer"),
            ])]
        }
        _ => panic!("nobody says what \"{}\" promises as {:?}", entry.word, entry.action),
    }
}

/// What the footer of a place offers, however wide the terminal is.
pub(crate) fn entries(app: &App) -> Vec<Entry> {
    footer(app.contexts(), |action, label| word(app, action, label), usize::MAX)
}

/// Presses every entry of some places; answers with what was not as promised.
fn press<'a>(places: impl Iterator<Item = &'a Place>) -> Vec<String> {
    let mut broken = Vec::new();
    for place in places {
        let offered = entries(&place.fresh().app);
        assert!(!offered.is_empty(), "{} offers nothing", place.name);
        for entry in offered {
            let mut session = place.fresh();
            let before = Seen::of(&mut session);
            session.tell(Msg::Key(entry.key));
            let after = Seen::of(&mut session);
            let missing: Vec<Sign> = promised(&entry)
                .into_iter()
                .filter(|sign| !sign.holds(&before, &after, &session))
                .collect();
            if !missing.is_empty() {
                broken.push(format!(
                    "{}: {} {}: {missing:?}, but {} {:?} and {:?}\n{}",
                    place.name,
                    entry.key,
                    entry.word,
                    after.screen,
                    after.over,
                    &session.done[before.asked..],
                    after.picture
                ));
            }
        }
    }
    broken
}

/// One part of the places of so many: the parts are pressed side by side.
fn part(n: usize) {
    let places = PLACES
        .iter()
        .enumerate()
        .filter(|(place, _)| place % 4 == n)
        .map(|(_, place)| place);
    let broken = press(places);
    assert!(broken.is_empty(), "{} entries: {}", broken.len(), broken.join("\n"));
}

#[test]
fn every_footer_entry_does_what_it_says_first_part() {
    part(0);
}

#[test]
fn every_footer_entry_does_what_it_says_second_part() {
    part(1);
}

#[test]
fn every_footer_entry_does_what_it_says_third_part() {
    part(2);
}

#[test]
fn every_footer_entry_does_what_it_says_fourth_part() {
    part(3);
}

/// What a sentence says that a key does.
const DOES: [&str; 20] = [
    "adds", "answers", "begins", "brings", "changes", "chooses", "copies", "does", "drills", "gives", "goes", "keeps",
    "leaves", "lists", "opens", "says", "sets", "shows", "splits", "writes",
];

#[test]
fn a_sentence_names_no_letter_that_is_no_key() {
    let is_key = |letter: char| {
        let mut keys = BINDINGS.iter().flat_map(|binding| binding.keys);
        keys.any(|key| key.code == Code::Char(letter) && !key.ctrl && !key.alt)
    };
    let mut found = Vec::new();
    for (name, text) in source::files() {
        let (code, _) = text.split_once("#[cfg(test)]").unwrap_or((&text, ""));
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            let words: Vec<&str> = line
                .split([' ', '"', ';', '.', ',', '('])
                .filter(|word| !word.is_empty())
                .collect();
            for pair in words.windows(2) {
                let mut letters = pair[0].chars();
                if let (Some(letter), None) = (letters.next(), letters.next())
                    && letter.is_ascii_alphabetic()
                    && DOES.contains(&pair[1])
                    && !is_key(letter)
                {
                    found.push(format!("{name}: {}", line.trim()));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}
