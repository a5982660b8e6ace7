//! What a person can ask for.

use super::place::Place;

listed! {
    /// Where the caret of a text goes.
    #[derive(Hash)]
    pub enum Caret {
        /// What going there is, in the list of what can be done.
        goes,
        /// What deleting up to there is.
        deletes,
    }
    Left => "move left", "delete the character before";
    Right => "move right", "delete the character at the caret";
    Up => "move up", "delete what the caret passes";
    Down => "move down", "delete what the caret passes";
    WordLeft => "move a word to the left", "delete the word before";
    WordRight => "move a word to the right", "delete the word behind";
    Blank => "move to the blank before", "delete back to the blank before";
    LineStart => "go to the start of the line", "delete to the start of the line";
    LineEnd => "go to the end of the line", "delete to the end of the line";
    PageUp => "move a page up", "delete what the caret passes";
    PageDown => "move a page down", "delete what the caret passes";
    Top => "go to the first line", "delete what the caret passes";
    Bottom => "go to the last line", "delete what the caret passes";
}

/// The enum of all that can be asked for, and the sentence of each.
macro_rules! actions {
    ($($name:ident $(($of:ty))? => $sentence:literal;)+) => {
        /// Everything a key can ask for, or the list of what can be done.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action {
            $(#[doc = $sentence] $name $(($of))?,)+
        }

        impl Action {
            /// The sentence of its row.
            const fn row(self) -> &'static str {
                match self {
                    $(Action::$name { .. } => $sentence,)+
                }
            }
        }
    };
}

actions! {
    Help => "show what can be done here, with its keys";
    Problems => "list what is wrong in files";
    Settings => "change the settings";
    Find => "find questions and answers";
    Back => "go back";
    Quit => "quit";
    Leave => "leave at once; what was rated is saved";
    Suspend => "go to the shell; fg comes back";
    Redraw => "draw the screen anew";
    Up => "go one row up";
    Down => "go one row down";
    First => "go to the first row";
    Last => "go to the last row";
    PageUp => "go a page up";
    PageDown => "go a page down";
    Less => "go to the value or pane before";
    More => "go to the next value or pane";
    Open => "do the main thing of the row, or go on";
    Drill => "drill it";
    New => "write something new";
    Edit => "edit it";
    LeaveOut => "leave it out: hide it, skip it, or move it to the trash";
    TakeBack => "take the last thing back";
    Toggle => "tick it, or stop the clock and let it run";
    Next => "go to the next tab, pane or part";
    Previous => "go to the tab, pane or part before";
    Filter => "choose what is listed";
    Choose(u8) => "choose by its number";
    Copy => "copy the text shown";
    Sprint => "sprint: which answer would you tell";
    Import => "bring in a file of notes";
    GoTo(Place) => "go to one of the four places";
    NewInterview => "add an interview";
    Message => "read the message that fits now";
    Sent => "say that you sent it";
    Feedback => "read all feedback you ever got";
    Debrief => "write down how a round went";
    Likewise => "say the same of all lines like it";
    Categorise => "choose its category";
    Part => "say which part of its story begins here";
    Split => "split it: the second one begins at this line";
    Join => "join it with what stands above";
    TitleLine => "call it by this line";
    ToLine(u32) => "go to this line";
    Prepare => "note an answer as prepared for it";
    AddQuestion => "add a question of your own";
    Retitle => "give the answer another title";
    Link => "link answer and question, or take the link out";
    Sort => "list in another order";
    Accept => "take it";
    Decline => "leave it as it was";
    StopTyping => "stop typing";
    NextField => "go to the next field, or complete a path";
    Go(Caret) => "move the caret";
    Select(Caret) => "select what the caret passes";
    NewLine => "begin a new line";
    UndoText => "take the last change back";
    RedoText => "do again what was taken back";
    CopyText => "copy what is selected; with nothing selected, leave at once";
    CutText => "cut what is selected";
    PasteText => "insert what was copied or cut";
    FindText => "find in the text";
    Save => "save";
    ShowOther => "show another question, answer, sample or attempt in this pane";
    CopyPart => "copy the part at the caret to the other pane";
    NextFinding => "go to the next finding in this answer";
    Versions => "show earlier versions";
    Form => "change title, kind, category, questions and tags";
    External => "open the file in your own editor";
    InTrash => "list what is in the trash";
    Delete(Caret) => "delete what the caret would pass";
}

impl Action {
    /// One sentence for the list of what can be done, and the README.
    pub fn sentence(self) -> &'static str {
        match self {
            Action::Choose(1) => "rate it froze",
            Action::Choose(2) => "rate it rough",
            Action::Choose(3) => "rate it solid",
            Action::Choose(_) => "rate it strong",
            Action::GoTo(Place::Today) => "go to Today",
            Action::GoTo(Place::Library) => "go to the Library",
            Action::GoTo(Place::Progress) => "go to Progress",
            Action::GoTo(Place::Interviews) => "go to Interviews",
            Action::Go(caret) => caret.goes(),
            Action::Delete(caret) => caret.deletes(),
            other => other.row(),
        }
    }
}
