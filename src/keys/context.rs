//! Where a key holds: the screen, the phase of a drill, what lies over it.

listed! {
    /// Where a binding holds, in the order the documents show it.
    #[derive(Hash, PartialOrd, Ord)]
    pub enum Context {
        /// Its name in the documents.
        title,
    }
    /// Wherever nobody types: what can be done with the row, the text or the question in front. The same keys mean the
    /// same everywhere, and each screen says in its words what that is there.
    Verbs => "The row, text or question in front";
    /// Where something is listed, or a text is longer than the screen.
    Moving => "Lists and texts";
    /// On every screen where nobody types or drills.
    Places => "Outside a drill";
    /// Where one of a few is chosen by its digit: a rating most of all.
    Ratings => "Rating, and choosing one of a few";
    /// Today.
    Home => "Today";
    /// The answer or the question on the workbench, typing or not.
    Workbench => "Workbench";
    /// The workbench, keys typing.
    Writing => "Workbench, typing";
    /// Notes looked through before they are written.
    ImportReview => "Notes looked through";
    /// A debrief, typing a line.
    Debrief => "Debrief, typing";
    /// A form over the screen.
    Form => "A form";
    /// A question to say yes or no to.
    Confirm => "Asked yes or no";
    /// A line that filters a list: what can be done, find, a sprint.
    Filter => "Find, what can be done, sprint";
    /// A line of text.
    Typing => "Typing a line";
    /// Wherever text is typed, in one line or many.
    Editing => "Typing anywhere";
    /// Everywhere nobody types.
    NotTyping => "Unless typing";
    /// Everywhere, typing or not.
    Anywhere => "Always";
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

    /// Whether it is about no row, text or screen of its own.
    pub fn is_everywhere(self) -> bool {
        matches!(
            self,
            Context::Moving | Context::Places | Context::NotTyping | Context::Anywhere
        )
    }
}
