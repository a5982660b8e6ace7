//! Where a key holds: the screen, the phase of a drill, what lies over it.

/// Where a binding holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Context {
    /// Everywhere, typing or not.
    Anywhere,
    /// Everywhere nobody types.
    NotTyping,
    /// Where something is listed, or a text is longer than the screen.
    Moving,
    /// On every screen where nobody types or drills.
    Places,
    /// Wherever nobody types: what can be done with the row, the text or the question in front. The same keys mean the
    /// same everywhere, and each screen says in its words what that is there.
    Verbs,
    /// Where one of a few is chosen by its digit: a rating most of all.
    Ratings,
    /// Today.
    Home,
    /// The answer or the question on the workbench, typing or not.
    Workbench,
    /// The workbench, keys typing.
    Writing,
    /// Notes looked through before they are written.
    ImportReview,
    /// A debrief, typing a line.
    Debrief,
    /// A form over the screen.
    Form,
    /// A question to say yes or no to.
    Confirm,
    /// A line that filters a list: what can be done, find, a sprint.
    Filter,
    /// A line of text.
    Typing,
    /// Wherever text is typed, in one line or many.
    Editing,
}

/// What holds on a screen where nobody drills or types, the nearest first.
macro_rules! on_screen {
    ($($near:ident),*) => {
        &[
            $crate::keys::context::Context::Verbs,
            $($crate::keys::context::Context::$near,)*
            $crate::keys::context::Context::Moving,
            $crate::keys::context::Context::Places,
            $crate::keys::context::Context::NotTyping,
            $crate::keys::context::Context::Anywhere,
        ]
    };
}

/// What holds over a screen, and in a drill, the nearest first.
macro_rules! over_screen {
    ($($near:ident),*) => {
        &[
            $crate::keys::context::Context::Verbs,
            $($crate::keys::context::Context::$near,)*
            $crate::keys::context::Context::Moving,
            $crate::keys::context::Context::NotTyping,
            $crate::keys::context::Context::Anywhere,
        ]
    };
}

pub(crate) use {on_screen, over_screen};

impl Context {
    /// What holds where one of a few is chosen, the nearest first.
    pub const CHOOSING: &[Context] = &[
        Context::Ratings,
        Context::Verbs,
        Context::Moving,
        Context::NotTyping,
        Context::Anywhere,
    ];

    /// What holds in a line that filters a list, the nearest first.
    pub const FILTER: &[Context] = &[Context::Filter, Context::Typing, Context::Editing, Context::Anywhere];

    /// What holds in a line that is typed for itself.
    pub const LINE: &[Context] = &[Context::Typing, Context::Editing, Context::Anywhere];

    /// What holds in a form with lines and choices.
    pub const FORM: &[Context] = &[Context::Form, Context::Typing, Context::Editing, Context::Anywhere];

    /// The contexts in the order the documents show them.
    pub const ALL: &[Context] = &[
        Context::Verbs,
        Context::Moving,
        Context::Places,
        Context::Ratings,
        Context::Home,
        Context::Workbench,
        Context::Writing,
        Context::ImportReview,
        Context::Debrief,
        Context::Form,
        Context::Confirm,
        Context::Filter,
        Context::Typing,
        Context::Editing,
        Context::NotTyping,
        Context::Anywhere,
    ];

    /// Its name in the documents.
    pub fn title(self) -> &'static str {
        match self {
            Context::Anywhere => "Always",
            Context::NotTyping => "Unless typing",
            Context::Moving => "Lists and texts",
            Context::Places => "Outside a drill",
            Context::Verbs => "The row, text or question in front",
            Context::Ratings => "Rating, and choosing one of a few",
            Context::Home => "Today",
            Context::Workbench => "Workbench",
            Context::Writing => "Workbench, typing",
            Context::ImportReview => "Notes looked through",
            Context::Debrief => "Debrief, typing",
            Context::Form => "A form",
            Context::Confirm => "Asked yes or no",
            Context::Filter => "Find, what can be done, sprint",
            Context::Typing => "Typing a line",
            Context::Editing => "Typing anywhere",
        }
    }

    /// Whether it is about no row, text or screen of its own.
    pub fn is_everywhere(self) -> bool {
        matches!(
            self,
            Context::Moving | Context::Places | Context::NotTyping | Context::Anywhere
        )
    }
}
