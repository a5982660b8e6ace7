//! Where a key holds: the screen, the phase of a drill, what lies over it.

/// Where a binding holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere, typing or not.
    Anywhere,
    /// Everywhere nobody types.
    NotTyping,
    /// On every screen, unless somebody types.
    Screen,
    /// Where something is listed, or a text is longer than the screen.
    Moving,
    /// On every screen where nobody types or drills.
    Rows,
    /// Home.
    Home,
    /// The set-up of a drill.
    SetUp,
    /// Thinking.
    Think,
    /// Speaking.
    Speak,
    /// A probe.
    Probe,
    /// Rating.
    Rate,
    /// The summary of a drill.
    Summary,
    /// A sprint where nothing is asked.
    Sprint,
    /// Questions, answers and notes by category.
    Browse,
    /// What is weak, what is covered, what was told.
    Review,
    /// A partner's rating.
    Heard,
    /// One attempt, whole.
    Attempt,
    /// All real interviews.
    Interviews,
    /// One interview.
    Interview,
    /// A message to be sent.
    Message,
    /// All feedback.
    Feedback,
    /// A debrief, typing a line.
    Debrief,
    /// A debrief, choosing.
    DebriefChoice,
    /// What came of an import.
    ImportSummary,
    /// Notes looked through before they are written.
    ImportReview,
    /// A list over the screen.
    Overlay,
    /// A row over the screen whose value changes with left and right.
    Value,
    /// A question to say yes or no to.
    Confirm,
    /// A line of text.
    Typing,
    /// A line that filters a list: what can be done, find, a sprint.
    Filter,
    /// Wherever text is typed, in one line or many.
    Editing,
    /// The workbench, keys as commands.
    Workbench,
    /// The workbench, keys typing.
    Writing,
    /// A form over the screen.
    Form,
    /// Two changes of one file that met.
    Conflict,
    /// The earlier versions of an answer.
    Versions,
}

/// What holds on a screen where nobody drills or types, the nearest first.
macro_rules! on_screen {
    ($near:ident) => {
        &[
            $crate::keys::context::Context::$near,
            $crate::keys::context::Context::Moving,
            $crate::keys::context::Context::Rows,
            $crate::keys::context::Context::Screen,
            $crate::keys::context::Context::NotTyping,
            $crate::keys::context::Context::Anywhere,
        ]
    };
}

/// What holds in a drill, the nearest first.
macro_rules! in_drill {
    ($($near:ident),+) => {
        &[
            $($crate::keys::context::Context::$near,)+
            $crate::keys::context::Context::Screen,
            $crate::keys::context::Context::NotTyping,
            $crate::keys::context::Context::Anywhere,
        ]
    };
}

/// What holds in a list or text over the screen, the nearest first.
macro_rules! over_screen {
    ($($near:ident),*) => {
        &[
            $($crate::keys::context::Context::$near,)*
            $crate::keys::context::Context::Moving,
            $crate::keys::context::Context::NotTyping,
            $crate::keys::context::Context::Anywhere,
        ]
    };
}

pub(crate) use {in_drill, on_screen, over_screen};

impl Context {
    /// What holds in a line that filters a list, the nearest first.
    pub const FILTER: &[Context] = &[Context::Filter, Context::Typing, Context::Editing, Context::Anywhere];

    /// What holds in a line that is typed for itself.
    pub const LINE: &[Context] = &[Context::Typing, Context::Editing, Context::Anywhere];

    /// What holds in a form with lines and choices.
    pub const FORM: &[Context] = &[Context::Form, Context::Typing, Context::Editing, Context::Anywhere];

    /// The contexts in the order help and README show them.
    pub const ALL: &[Context] = &[
        Context::Home,
        Context::SetUp,
        Context::Think,
        Context::Speak,
        Context::Probe,
        Context::Rate,
        Context::Summary,
        Context::Sprint,
        Context::Browse,
        Context::Review,
        Context::Attempt,
        Context::Heard,
        Context::Workbench,
        Context::Writing,
        Context::Form,
        Context::Conflict,
        Context::Versions,
        Context::Interviews,
        Context::Interview,
        Context::Message,
        Context::Feedback,
        Context::Debrief,
        Context::DebriefChoice,
        Context::ImportSummary,
        Context::ImportReview,
        Context::Overlay,
        Context::Value,
        Context::Confirm,
        Context::Filter,
        Context::Typing,
        Context::Editing,
        Context::Moving,
        Context::Rows,
        Context::Screen,
        Context::NotTyping,
        Context::Anywhere,
    ];

    /// Its name in help and README.
    pub fn title(self) -> &'static str {
        match self {
            Context::Anywhere => "Always",
            Context::NotTyping => "Unless typing",
            Context::Moving => "Lists and texts",
            Context::Rows => "Screens but a drill's, unless typing",
            Context::Screen => "Every screen, unless typing",
            Context::Home => "Today",
            Context::SetUp => "Set up",
            Context::Think => "Think",
            Context::Speak => "Speak",
            Context::Probe => "Probe",
            Context::Rate => "Rate",
            Context::Summary => "Summary",
            Context::Sprint => "Sprint, between questions",
            Context::Browse => "Library",
            Context::Review => "Progress",
            Context::Attempt => "An attempt",
            Context::Heard => "A partner's rating",
            Context::Interviews => "Interviews",
            Context::Interview => "One interview",
            Context::Message => "A message",
            Context::Feedback => "Feedback",
            Context::Debrief => "Debrief, typing",
            Context::DebriefChoice => "Debrief, choosing",
            Context::ImportSummary => "Import",
            Context::ImportReview => "Notes looked through",
            Context::Overlay => "Lists over the screen",
            Context::Value => "A value over the screen",
            Context::Confirm => "Asked yes or no",
            Context::Typing => "Typing a line",
            Context::Editing => "Typing anywhere",
            Context::Filter => "Find, what can be done, sprint",
            Context::Workbench => "Workbench, reading",
            Context::Writing => "Workbench, typing",
            Context::Form => "A form",
            Context::Conflict => "A file changed by two",
            Context::Versions => "Earlier versions",
        }
    }
}
