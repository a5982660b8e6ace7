//! Every entry of every footer is pressed where it stands, in a fresh program, and does what it says.

use greenroom::app::footer::word;
use greenroom::app::screens::browse::Column;
use greenroom::app::screens::workbench::{Mode, Pane};
use greenroom::app::{App, Msg};
use greenroom::domain::drill::Phase;
use greenroom::keys::action::Action;
use greenroom::keys::resolve::{Entry, footer};

use crate::places::{PLACES, Place, over, overlay_kind, screen_kind};
use crate::session::Session;

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
            screen: app.screen().map_or("none", screen_kind),
            over: over(app),
            state: format!("{:?} {:?}", app.screen(), app.overlay),
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
            In(phase) => session.app.drill().is_some_and(|drill| drill.drill.phase == *phase),
            Ended => session.left,
            Either(signs) => signs.iter().any(|sign| sign.holds(before, after, session)),
            So(_, holds) => holds(&session.app),
        }
    }
}

/// Whether the answer that is edited has some words.
fn told_by(app: &App, words: &str) -> bool {
    app.workbench()
        .is_some_and(|bench| bench.buffers().any(|buffer| buffer.text().contains(words)))
}

fn compares(app: &App) -> bool {
    app.workbench()
        .is_some_and(|bench| bench.panes.iter().any(|pane| matches!(pane, Pane::Version { .. })))
}

/// A program that was told to type, in a text or a line.
fn writes_new(app: &App) -> bool {
    app.workbench()
        .is_some_and(|bench| bench.hand == Mode::Insert && bench.buffer().is_some_and(|buffer| buffer.path.is_none()))
}

/// What an entry promises, by its action and its word. A new action does not compile, and a new word fails, until it has
/// its signs here.
#[allow(clippy::too_many_lines, reason = "a table, one row an action and word")]
#[allow(clippy::match_same_arms, reason = "a row stands for itself")]
fn promised(entry: &Entry) -> Vec<Sign> {
    let unknown = || -> Vec<Sign> { panic!("nobody says what \"{}\" promises as {:?}", entry.word, entry.action) };
    match entry.action {
        Action::Open => match entry.word {
            "start" | "go on" | "drill it" | "start the drill" => vec![Opens("Drill"), In(Phase::Think)],
            "bring notes" => vec![Opens("Import"), Types(true)],
            "look at it" => vec![Asked("LookAtNotes"), Types(false)],
            "write" | "write an answer" => vec![Opens("Workbench"), So("a new answer is typed", writes_new)],
            "the message" => vec![Opens("Message")],
            "copy it" => vec![Asked("Copy"), Shows("Copied")],
            "it is sent" => vec![Asked("SaveInterview"), Left],
            "add a company" => vec![Over("Form"), Types(true)],
            "have one ready" => vec![Over("Prepare")],
            "write it down" => vec![Either(vec![Opens("Debrief"), Asked("Log")])],
            "all feedback" => vec![Opens("Feedback")],
            "set up" => vec![Opens("SetUp")],
            "sprint" => vec![Opens("Sprint"), Types(true)],
            "open it" => vec![Opens("Workbench"), Shows("what was typed")],
            "list" => vec![
                Changed,
                So("the list takes the keys", |app| {
                    app.browse().is_some_and(|browse| browse.column == Column::List)
                }),
            ],
            "read" => vec![
                Changed,
                So("the text takes the keys", |app| {
                    app.browse().is_some_and(|browse| browse.column == Column::Preview)
                }),
            ],
            "open" => vec![Either(vec![
                Opens("Workbench"),
                Opens("Browse"),
                Opens("Interview"),
                Opens("Attempt"),
            ])],
            "add one" => vec![Over("Browse"), Types(true)],
            "its answers" => vec![Either(vec![Over("Find"), Opens("Workbench")])],
            "change" => vec![Either(vec![Asked("SaveSetting"), Over("Form")])],
            "tick" => vec![Asked("SaveInterview")],
            "its interview" => vec![Opens("Interview")],
            "do it" => vec![
                Changed,
                So("another overlay, or none", |app| {
                    app.overlay.as_ref().is_none_or(|over| overlay_kind(over) != "Actions")
                }),
            ],
            "show it" => vec![Bare, Changed, Types(false)],
            "prepared" => vec![Bare, Asked("SaveInterview"), Shows("Prepared:")],
            "link" | "take the link out" => vec![Bare, Asked("Link")],
            "bring it back" => vec![Bare, Asked("Restore"), Shows("is back")],
            "this happened" => vec![Over("Form"), Types(true)],
            "edit the file" => vec![Asked("EditFile")],
            "show what changed since" | "show what differs" => {
                vec![Bare, Asked("ReadVersions"), So("a comparison is shown", compares)]
            }
            "take both changes" => vec![Bare, Asked("SaveAnswer"), Shows("Saved as")],
            "add the question" => vec![Bare, Asked("AddQuestion"), Shows("Added to")],
            "list these" => vec![Changed],
            "take" => vec![Asked("Log"), Changed],
            _ => unknown(),
        },
        Action::Forward => match entry.word {
            "speak" => vec![In(Phase::Speak)],
            "done" => vec![Either(vec![In(Phase::Rate), In(Phase::Probe)]), Changed],
            "next" => vec![Either(vec![In(Phase::Think), In(Phase::Summary)])],
            "you froze" | "it was rough" | "it was solid" | "it was strong" => vec![Changed, In(Phase::Rate)],
            "tell them again" => vec![Opens("Drill"), In(Phase::Think)],
            "its answer" => vec![Opens("Workbench"), Types(true)],
            "write it down" | "write an answer" => vec![Opens("Workbench"), So("a new answer is typed", writes_new)],
            "leave" => vec![Left],
            "go on" => vec![Changed, Types(true)],
            _ => unknown(),
        },
        Action::Accept => match entry.word {
            "end it" => vec![Bare, Either(vec![Left, In(Phase::Summary)])],
            "leave it" => vec![Bare, Left],
            "into the trash" => vec![Bare, Asked("Trash"), Shows("is in the trash")],
            "quit all the same" => vec![Ended],
            "save" => vec![Either(vec![
                Asked("SaveInterview"),
                Asked("SaveAnswer"),
                Shows("is missing"),
            ])],
            "call it so" => vec![Asked("LookAtNotes"), Types(false)],
            "write all" => vec![Asked("WriteNotes"), Changed],
            "back to Home" => vec![Left],
            "take" => vec![Changed],
            "done" => vec![Left],
            "go on" | "not rated" => vec![Changed],
            "choose its category" => vec![Over("Browse"), Types(false)],
            "take this title" => vec![Bare, Asked("Retitle")],
            "how they rated it" => vec![Changed, Types(false)],
            "find the next" => vec![Changed],
            "link" | "take the link out" => vec![Changed, Types(true)],
            _ => unknown(),
        },
        Action::Back => match entry.word {
            "back" => vec![Either(vec![Bare, Left, Changed])],
            "end" => vec![Either(vec![Over("Confirm"), Left, Changed])],
            "leave" => vec![Left],
            "leave, kept" => vec![Left],
            "leave it" => vec![Either(vec![Bare, Changed])],
            "keep both files" => vec![Bare, Asked("KeepBoth")],
            "back to the words" => vec![Over("Browse"), Types(true)],
            "back to the name" => vec![Changed, Types(true)],
            _ => unknown(),
        },
        Action::StopTyping => match entry.word {
            "stop typing" => vec![Types(false)],
            "back" | "leave, kept" => vec![Left],
            "leave it" => vec![Types(false), Either(vec![Bare, Changed])],
            "stop finding" => vec![Changed, Types(true)],
            _ => unknown(),
        },
        Action::Decline => vec![Bare],
        Action::Quit => vec![Ended],
        Action::Help => vec![Over("Actions"), Shows("What you can do here")],
        Action::Find => vec![Over("Find"), Types(true)],
        Action::Up | Action::Down => vec![Changed],
        Action::More => match entry.word {
            "all about it" => vec![Opens("Interview")],
            _ => vec![Changed],
        },
        Action::Copy => vec![Asked("Copy"), Shows("Copied")],
        Action::SetUp => vec![Opens("SetUp")],
        Action::NewAnswer => vec![Opens("Workbench"), So("a new answer is typed", writes_new)],
        Action::Import => vec![Opens("Import"), Types(true)],
        Action::Browse => vec![Opens("Browse")],
        Action::Interviews => vec![Opens("Interviews")],
        Action::NewInterview => vec![Over("Form"), Types(true)],
        Action::LogIt => vec![Over("Happened")],
        Action::Message => vec![Opens("Message")],
        Action::Sent => vec![Asked("SaveInterview"), Left],
        Action::Feedback => vec![Opens("Feedback")],
        Action::Debrief => vec![Opens("Debrief"), Types(true)],
        Action::EditEntry => match entry.word {
            "title" => vec![Changed, Types(true)],
            _ => vec![Either(vec![Over("Form"), Asked("EditFile")])],
        },
        Action::LeaveOut if matches!(entry.word, "a day off" | "practise that day") => {
            vec![Asked("SaveSetting"), Changed]
        }
        Action::Likewise | Action::LeaveOut | Action::TurnCategory => vec![Asked("LookAtNotes"), Changed],
        Action::NextDoubt => vec![Changed],
        Action::Tick => vec![Asked("SaveInterview")],
        Action::Prepare => vec![Over("Prepare")],
        Action::LineBefore => vec![Changed],
        Action::Review => vec![Opens("Review")],
        Action::NextTab => match entry.word {
            "practise next" | "the plan" | "coverage" | "all you told" | "answers" | "notes" | "questions" => {
                vec![Changed]
            }
            "feedback" => vec![Opens("Feedback")],
            "companies" => vec![Opens("Interviews")],
            _ => unknown(),
        },
        Action::Values => vec![Changed],
        Action::Heard => vec![Changed, Types(true)],
        Action::AddQuestion => vec![Over("Browse"), Types(true)],
        Action::Retitle => vec![Over("Browse"), Types(true)],
        Action::Link => vec![Over("Link"), Types(true)],
        Action::PutAway => match entry.word {
            "hide" => vec![Asked("SaveSetting"), Shows("Hidden")],
            "trash" => vec![Either(vec![Over("Confirm"), Asked("Trash")])],
            _ => unknown(),
        },
        Action::BringBack => vec![Either(vec![Shows("It is asked again"), Shows("is back")])],
        Action::Filter => vec![Changed],
        Action::Sort => vec![Changed],
        Action::Pause => match entry.word {
            "pause" => vec![Changed, Shows("paused")],
            "go on" => vec![
                Changed,
                So("the clock runs", |app| {
                    app.drill()
                        .is_some_and(|drill| drill.drill.hold() == greenroom::domain::drill::Hold::Running)
                }),
            ],
            _ => unknown(),
        },
        Action::Note => vec![Types(true)],
        Action::Skip => match entry.word {
            "skip" => vec![Changed, Either(vec![In(Phase::Think), In(Phase::Summary), Left])],
            "skip it" => vec![In(Phase::Rate)],
            _ => unknown(),
        },
        Action::Reopen => vec![In(Phase::Rate)],
        Action::NextPart => vec![Changed],
        Action::Rate(_) => vec![Changed],
        Action::SaidIt => match entry.word {
            "said it" | "it was missing" => vec![Changed, Shows("saving")],
            _ => unknown(),
        },
        Action::EditAnswer => match entry.word {
            "write an answer" => vec![Opens("Workbench"), So("a new answer is typed", writes_new)],
            "edit" | "edit the answer" => vec![Either(vec![Opens("Workbench"), Asked("EditFile")])],
            "answer" | "answers" => vec![Either(vec![Opens("Workbench"), Over("Find")])],
            _ => unknown(),
        },
        Action::OnceMore | Action::OtherAnswer => vec![Changed],
        Action::TakeBack => vec![Shows("Taken back")],
        Action::OtherPane => vec![Changed],
        Action::DrillThis => vec![Opens("Drill"), In(Phase::Think)],
        Action::Save => vec![Either(vec![Asked("SaveAnswer"), Shows("Saved already")])],
        Action::UndoText => vec![Changed],
        Action::Type => vec![Types(true)],
        Action::NextFinding => vec![So("the caret is where something is found", |app| {
            let buffer = app.workbench().and_then(|bench| bench.at_hand());
            buffer.is_some_and(|buffer| buffer.finding_at(buffer.editor.caret().0).is_some())
        })],
        Action::ShowOther => vec![Over("PanePicker"), Types(true)],
        Action::FindText => vec![
            Types(true),
            So("a find is open", |app| {
                app.workbench().is_some_and(|bench| bench.find.is_some())
            }),
        ],
        Action::CopyPart => vec![Shows("copied across"), Changed],
        Action::Versions => vec![
            Asked("ListVersions"),
            Either(vec![Over("Versions"), Shows("No earlier version")]),
        ],
        Action::CompareWith => vec![Changed],
        Action::Form => vec![
            Types(true),
            So("the form is open", |app| {
                app.workbench().is_some_and(|bench| bench.form.is_some())
            }),
        ],
        Action::External => vec![Asked("EditMessage")],
        Action::Mine => vec![Bare, Asked("SaveAnswer")],
        Action::Theirs => vec![Bare, So("their text is here", |app| told_by(app, "by another"))],
        Action::Both => vec![Bare, Shows("Both are in the text")],
        Action::Problems
        | Action::Settings
        | Action::Leave
        | Action::Suspend
        | Action::Redraw
        | Action::First
        | Action::Last
        | Action::PageUp
        | Action::PageDown
        | Action::Less
        | Action::Sprint
        | Action::TabBefore
        | Action::Guess(_)
        | Action::PartBack
        | Action::AnswerBefore
        | Action::NextField
        | Action::Go(_)
        | Action::GoTo(_)
        | Action::Select(_)
        | Action::SelectAll
        | Action::NewLine
        | Action::RedoText
        | Action::CopyText
        | Action::CutText
        | Action::PasteText
        | Action::Trash
        | Action::InTrash
        | Action::Untrash
        | Action::Delete(_) => unknown(),
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
