//! Every place of the program a person can come to: each screen with its stages, each thing that can lie over one.
//!
//! The table is complete by construction: a new kind of screen, of overlay or of context does not compile without a name
//! here, and a name without a way to it fails a test.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

use greenroom::app::App;
use greenroom::app::overlays::Overlay;
use greenroom::app::screens::stack::AnyScreen;
use greenroom::keys::action::Action;
use greenroom::keys::bindings::{BINDINGS, Binding, Context};
use greenroom::store::demo::Demo;
use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use crate::footers::entries;
use crate::session::{BEGIN, Session};
use crate::support::files;

/// Names the variants of an enum, and lists the names.
macro_rules! kinds {
    ($function:ident, $all:ident, $of:ident, [$($name:ident),+ $(,)?]) => {
        /// Which it is.
        pub(crate) fn $function(of: &$of) -> &'static str {
            match of {
                $($of::$name { .. } => stringify!($name),)+
            }
        }

        /// All there are.
        const $all: &[&str] = &[$(stringify!($name)),+];
    };
}

kinds!(
    screen_kind,
    SCREENS,
    AnyScreen,
    [
        Home, SetUp, Drill, Sprint, Import, Browse, Interviews, Interview, Message, Feedback, Debrief, Review, Attempt,
        Workbench,
    ]
);

kinds!(
    overlay_kind,
    OVERLAYS,
    Overlay,
    [Actions, Find, Problems, Settings, Confirm, Conflict, Trash]
);

/// Dialogs that screens have of their own.
const DIALOGS: &[&str] = &[
    "Browse",
    "Category",
    "Form",
    "Happened",
    "Link",
    "PanePicker",
    "Prepare",
    "Question",
    "Title",
    "Versions",
];

/// What lies over the screen in front, of the program or of its own.
pub(crate) fn over(app: &App) -> Option<&'static str> {
    let own = || app.screens.front().map(AnyScreen::own)?.over();
    app.overlay.as_ref().map(overlay_kind).or_else(own)
}

/// What the home of a place holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Home {
    /// Nothing.
    Empty,
    /// The demo, with a round to write down, notes without a place, an own question, and a file with a mistake.
    Furnished,
    /// The same, but nothing can be written into the log.
    Sealed,
}

/// A place, and the way to it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) name: &'static str,
    home: Home,
    /// Keys as sessions type them; `{notes}` is the path of a file with notes, `{outside}` a change to an answer that
    /// somebody else makes, `{again}` the next run of the program an hour after this one came to grief.
    keys: &'static str,
}

const fn at(name: &'static str, keys: &'static str) -> Place {
    let home = Home::Furnished;
    Place { name, home, keys }
}

const fn on(home: Home, name: &'static str, keys: &'static str) -> Place {
    Place { name, home, keys }
}

/// Every place.
#[rustfmt::skip]
pub(crate) const PLACES: &[Place] = &[
    on(Home::Empty, "home, first run: try", ""),
    on(Home::Empty, "home, first run: bring", "<down>"),
    on(Home::Empty, "home, first run: write", "<down><down>"),
    at("home: today", ""),
    at("home: a message owed", "<down>"),
    at("home: a round to write down", "<down><down>"),
    at("home: keep in mind", "<down><down><down>"),
    at("home: practise", "<down><down><down><down>"),
    at("home: go on with a drill", "<enter><enter><enter>3<enter><esc><enter><enter>gg"),
    at("home: text not saved", "nabc{again}"),

    at("set up", "d"),
    at("set up: a sprint", "dG"),
    at("think", "<enter>"),
    at("think, paused", "<enter><space>"),
    at("think, after a rating", "<enter><enter><enter>3<enter>"),
    at("speak", "<enter><enter>"),
    at("speak, over time", "<enter><enter>{late}"),
    at("speak, no parts", "/next job<enter>d<enter>"),
    at("note", "<enter><enter>nabc"),
    at("probe", "d<down><down><down><down><down><down><down>l<enter><enter><enter>"),
    at("rate", "/do you fear<enter>d<enter><enter>"),
    at("rate, with key points", "/region we forgot<enter>d<enter><enter>"),
    at("rate, rated", "/region we forgot<enter>d<enter><enter>2"),
    at("rate, a narrow screen", "/region we forgot<enter>d<enter><enter>2{narrow}"),
    at("rate, a rating chosen", "<enter><enter><enter><down>"),
    at("rate, what was missing", "<enter><enter><enter>3<down><down>"),
    at("summary", "/region we forgot<enter>d<enter><enter>2<enter>"),
    at("summary, nothing to do", "/region we forgot<enter>d<enter><enter>4<enter>"),
    at("summary, an answer to write", "/do you fear<enter>d<enter><enter>4<enter>"),
    at("summary, a question", "/region we forgot<enter>d<enter><enter>4<enter><down>"),
    at("end this drill", "<enter><esc>"),
    on(Home::Sealed, "quit unsaved", "/do you fear<enter>d<enter><enter>3<enter><esc><esc>q"),

    at("sprint, asking", "<do:sprint>"),
    at("sprint, typed", "<do:sprint>region"),
    at("sprint, nothing found", "<do:sprint>zzzz"),
    at("sprint, missed", "<do:sprint>machines<enter>"),
    at("sprint, over", "<do:sprint>machines<enter><esc>"),

    at("import: path", "I"),
    at("import: a path typed", "I{notes}"),
    at("import: a file chosen", "I{notes}<down>"),
    at("import: looked through", "I{notes}<enter>{rest}"),
    at("import: a line turned", "I{notes}<enter>{rest}<right>"),
    at("import: all that is sure", "I{notes}<enter>{rest}G"),
    at("import: each looked at", "I{notes}<enter>{rest}G<right>"),
    at("import: what may be answered", "I{notes}<enter>{rest}G<right>G<up>"),
    at("import: the source", "I{notes}<enter>{rest}<tab>gg<down><down>"),
    at("import: something begins in the source", "I{notes}<enter>{rest}G<right>G<up><tab><right>"),
    at("import: a title", "I{notes}<enter>{rest}G<right>e"),
    at("import: a category", "I{notes}<enter>{rest}G<right>c"),
    at("import: a question", "I{notes}<enter>{rest}G<right>G<up>?the question it answers<enter>"),
    on(Home::Empty, "import: done", "I{notes}<enter>{rest}G<enter>{rest}"),

    at("library: a question", "b"),
    at("library: categories", "bh"),
    at("library: the text", "bl"),
    at("library: a question to add", "bG"),
    at("library: at eighty columns", "b{narrow}"),
    at("library: an answer", "b<tab>"),
    at("library: notes", "b<tab><tab>"),
    at("library: a note, read", "b<tab><tab><enter>"),
    at("library: a hidden question", "bDk"),
    at("library: an answer in the trash", "b<tab>D<enter>k"),
    at("library: into the trash", "b<tab>D"),
    at("library: filter", "bf<right>"),
    at("library: filtered", "bf<right><enter>"),
    at("library: a prompt", "b<do:add a question>"),
    at("library: a prompt typed", "b<do:add a question>What else do you fear?"),
    at("library: its category", "b<do:add a question>What else do you fear?<enter>"),
    at("library: a title", "b<tab><do:another title>x"),
    at("library: link", "b<do:link answer>"),
    at("library: a link there", "b<tab><do:link answer>"),

    at("library: a question found", "/do you fear<enter>"),
    at("library: an answer found", "/the region we forgot<enter>"),
    on(Home::Empty, "interviews, none", "i"),
    at("interviews", "i"),
    at("interviews: a round to write down", "i<down>"),
    at("interviews: another company", "iG"),
    at("interview: a round", "iG<up><up><up><right>"),
    at("interview: a round to write down", "i<down><right>"),
    at("interview: a message to write", "i<right>"),
    at("interview: a line", "i<right>G"),
    at("interview: something to do", "iG<up><right>G<up>"),
    at("letter", "<down><enter>"),
    at("letter, copied", "<down><enter><enter>"),
    at("feedback", "<down><down><down><enter>"),
    at("feedback: something to do", "<down><down><down><enter><down><down>"),
    on(Home::Empty, "feedback, none", "i<tab>"),
    at("a new interview", "i<do:add an interview>"),
    at("a new interview, typed", "i<do:add an interview>Hooli"),
    at("what happened", "in"),
    at("prepared", "i<down><down><right><do:prepared for>"),
    at("debrief: asked", "<down><down><enter>"),
    at("debrief: a question typed", "<down><down><enter>deadline"),
    at("debrief: told", "<down><down><enter>deadline<enter>"),
    at("debrief: good", "<down><down><enter><enter>"),
    at("debrief: better", "<down><down><enter><enter><enter>"),
    at("debrief: about what", "<down><down><enter><enter><enter>be short<enter>"),
    at("debrief: asked when", "<down><down><enter><enter><enter><enter>"),
    at("debrief: when", "<down><down><enter><enter><enter><enter><enter>"),
    at("debrief: who", "<down><down><enter><enter><enter><enter><enter>in 3 days<enter>"),
    at("debrief: end", "<down><down><enter>deadline<enter><enter><enter><enter><enter><down><enter>"),

    at("review: weak", "r"),
    at("the plan", "r<backtab>"),
    at("the plan, tomorrow", "r<backtab>j"),
    at("the plan, a day off", "r<backtab>jx"),
    at("review: coverage", "r<tab>"),
    at("review: covered", "r<tab>G"),
    at("review: history", "r<tab><tab>"),
    at("review: which", "r<tab><tab>f<down>"),
    at("attempt", "r<tab><tab><enter>"),
    at("a partner", "r<tab><tab><enter>n"),
    at("a partner named", "r<tab><tab><enter>nAnn"),
    at("a partner's rating", "r<tab><tab><enter>nAnn<enter>"),

    at("workbench", "/the region we forgot<enter>e<esc>"),
    at("workbench, the question", "/the region we forgot<enter>e<esc><tab>"),
    at("workbench, typing", "/the region we forgot<enter>e"),
    at("workbench, typing beside the question", "/the region we forgot<enter>eabc<tab>"),
    at("workbench, typed", "/the region we forgot<enter>eabc"),
    at("workbench, not saved", "/the region we forgot<enter>eabc<esc>"),
    at("workbench, new", "nabc"),
    at("workbench, something found", "/the model that was too good<enter>e<esc>"),
    at("workbench, something found, typing", "/the model that was too good<enter>e"),
    at("workbench, two answers", "/the region we forgot<enter>e<esc><tab><ctrl-o>queue<enter>jj"),
    at("workbench, find", "/the region we forgot<enter>e<ctrl-f>the"),
    at("workbench, links: title", "/the region we forgot<enter>e<esc><do:change title>x"),
    at("workbench, links: a question", "/the region we forgot<enter>e<esc><do:change title><down><down><down><down>fear"),
    at("workbench, links: linked", "/the region we forgot<enter>e<esc><do:change title><down><down><down><down>"),
    at("show other", "/the region we forgot<enter>e<esc><ctrl-o>"),
    at("leave unsaved", "/the region we forgot<enter>eabc<esc><esc>"),
    at("versions", "/the region we forgot<enter>eabc<ctrl-s><esc><do:earlier versions>"),
    at("versions, one chosen", "/the region we forgot<enter>eabc<ctrl-s>d<ctrl-s><esc><do:earlier versions><space><down>"),
    at("changed outside, together", "/the region we forgot<enter>e<ctrl-end>abc{outside}<ctrl-s>{rest}"),
    at("changed outside, apart", "/the region we forgot<enter>eabc{outside}<ctrl-s>{rest}"),
    at("trash", "/the region we forgot<enter>e<esc>D<enter><esc><do:what is in the trash>"),

    at("help", "?"),
    at("help over settings", ",?"),
    at("help while typing", "/<f1>"),
    at("help while speaking", "<enter><enter>?"),
    at("help, a word typed", "?theme"),
    at("help over yes or no", "<enter><esc>?"),
    at("help, none", "?zzzz"),
    at("find", "/"),
    at("find, the second", "/the<down>"),
    at("find, none", "/zzzzqq"),
    at("settings", ","),
    at("file problems", "!"),
    on(Home::Empty, "file problems, none", "!"),
];

impl Place {
    /// A program that is there, fresh.
    pub(crate) fn fresh(&self) -> Session {
        let mut session = match self.home {
            Home::Empty => crate::session::session(),
            Home::Furnished => furnished(|_| {}),
            Home::Sealed => furnished(|home| {
                std::fs::remove_dir_all(home.join("log")).expect("the log");
                std::fs::write(home.join("log"), "no folder").expect("a file");
            }),
        };
        let mut rest = self.keys;
        while let Some((keys, behind)) = rest.split_once('{') {
            let (name, behind) = behind.split_once('}').expect("a name in braces");
            session.keys(keys);
            rest = behind;
            match name {
                "notes" => {
                    let path = session.places.home.with_file_name("notes.txt");
                    std::fs::write(&path, NOTES).expect("notes");
                    session.keys(&path.to_string_lossy());
                }
                "outside" => {
                    let path = session.places.answers().join("the-region-we-forgot.md");
                    let text = std::fs::read_to_string(&path).expect("the answer");
                    std::fs::write(&path, text.replacen("## Situation", "## Situation, told by another", 1))
                        .expect("a change");
                }
                "rest" => drop(session.wait(1)),
                "late" => drop(session.wait(130)),
                "narrow" => drop(session.size(80, 24)),
                "again" => session = session.wait_for_drafts().again("1h"),
                name => panic!("nothing is called {name}"),
            }
        }
        session.keys(rest);
        session.draw();
        session
    }
}

/// Notes to bring.
const NOTES: &str = "Tell me about a time you failed?\n\nSituation: the pump\nTask: mine\nAction: opened it\nResult: water\n\n# Knots\n\n- Q bowline\n- Q reef\n- Q sheet bend\n\n# My failures\n\n## The mast\nI was off Leith and I cut it loose.\n\n## The leak\nI found the seam and I caulked it.\n";

/// The demo's files, made once.
fn demo_files() -> &'static [(String, Vec<u8>)] {
    static FILES: OnceLock<Vec<(String, Vec<u8>)>> = OnceLock::new();
    FILES.get_or_init(|| {
        let demo = Demo::open(BEGIN.parse().expect("a time"), &TimeZone::UTC).expect("the demo");
        let home = &demo.places().home;
        let file = |path: std::path::PathBuf| {
            let name = path.strip_prefix(home).expect("a file of the home");
            (
                name.to_string_lossy().into_owned(),
                std::fs::read(&path).expect("a file"),
            )
        };
        files(home).into_iter().map(file).collect()
    })
}

/// What is added to the demo.
const MORE: [(&str, &str); 4] = [
    (
        "interviews/2026-11-12-kite.md",
        "---\ncompany: Kite\nrounds:\n  - {kind: panel, at: 2026-11-20 10:00}\n---\n",
    ),
    (
        "imports/notes.txt.rest.md",
        "# What had no place, from notes.txt\n\n<!-- lines 3-4 -->\nCall Ann about the crates\n\n",
    ),
    (
        "questions/mine.yaml",
        "category: conflict\nquestions:\n  - id: mine-fear\n    ask: What do you fear about this job?\n",
    ),
    ("questions/odd.yaml", "category: conflict\nquestions: [\n"),
];

fn furnished(prepare: impl Fn(&Path)) -> Session {
    Session::with(|places| {
        let more = MORE.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        for (name, bytes) in demo_files().iter().chain(&more) {
            let path = places.home.join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, bytes).expect("a file");
        }
        prepare(&places.home);
    })
}

/// Sizes from a window of one cell to a large one.
const SIZES: [(u16, u16); 8] = [
    (1, 1),
    (10, 3),
    (40, 12),
    (43, 13),
    (60, 14),
    (80, 24),
    (99, 20),
    (200, 60),
];

/// Whether a picture has no colour, and no figure that is made another one by how it is drawn.
fn plainly_drawn(buffer: &Buffer) -> bool {
    let figure = |symbol: &str| symbol.starts_with(|c| ('\u{2500}'..='\u{259f}').contains(&c));
    let drawn_over = Modifier::REVERSED | Modifier::UNDERLINED | Modifier::CROSSED_OUT;
    buffer
        .content
        .iter()
        .all(|cell| cell.fg == Color::Reset && !(figure(cell.symbol()) && cell.modifier.intersects(drawn_over)))
}

#[test]
fn every_place_can_be_drawn_at_any_size_and_no_kind_of_place_is_left_out() {
    let (mut screens, mut overlays) = (BTreeSet::new(), BTreeSet::new());
    let mut offered: BTreeMap<Context, Vec<Action>> = BTreeMap::new();
    for place in PLACES {
        let mut session = place.fresh();
        screens.extend(session.app.screens.front().map(screen_kind));
        overlays.extend(over(&session.app));
        for context in session.app.contexts() {
            let actions = entries(&session.app).into_iter().map(|entry| entry.action);
            offered.entry(*context).or_default().extend(actions);
        }
        for (columns, rows) in SIZES {
            session.size(columns, rows).draw();
        }
        let buffer = session.size(100, 30).mono().draw();
        assert!(plainly_drawn(&buffer), "{}", place.name);
    }
    assert_eq!(screens, SCREENS.iter().copied().collect());
    assert_eq!(overlays, OVERLAYS.iter().chain(DIALOGS).copied().collect());
    let contexts: BTreeSet<Context> = offered.keys().copied().collect();
    assert_eq!(contexts, Context::ALL.iter().copied().collect());
    let shown = |binding: &&Binding| offered[&binding.context].contains(&binding.action);
    let labelled = BINDINGS.iter().filter(|binding| binding.label.is_some());
    let never: Vec<&Binding> = labelled.filter(|binding| !shown(binding)).collect();
    assert!(never.is_empty(), "no place shows the labels of {never:?}");
}
