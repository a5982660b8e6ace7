//! What a person can ask for.

use super::place::Place;

/// Where the caret of a text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Caret {
    /// One character to the left.
    Left,
    /// One character to the right.
    Right,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One word to the left.
    WordLeft,
    /// One word to the right.
    WordRight,
    /// To the blank before.
    Blank,
    /// The start of the line.
    LineStart,
    /// The end of the line.
    LineEnd,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// The first line.
    Top,
    /// The last line.
    Bottom,
}

/// Everything a key can ask for, or the list of what can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// What can be done here, with its keys.
    Help,
    /// What is wrong in files.
    Problems,
    /// The settings.
    Settings,
    /// Find questions and answers.
    Find,
    /// One step back; on Home, quit.
    Back,
    /// Quit the program.
    Quit,
    /// Leave the program at once.
    Leave,
    /// To the shell and back.
    Suspend,
    /// Draw the screen anew.
    Redraw,
    /// The row above.
    Up,
    /// The row below.
    Down,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// The value or pane to the left.
    Less,
    /// The value or pane to the right.
    More,
    /// The main thing of the row, or the next step.
    Open,
    /// Practise it: a question, a category, or a drill to be set up.
    Drill,
    /// Write something new: an answer, a note, what happened.
    New,
    /// Change it.
    Edit,
    /// Leave it out: hide it, skip it, take it out of the plan or into the trash.
    LeaveOut,
    /// Take the last thing back.
    TakeBack,
    /// Tick it, or stop the clock.
    Toggle,
    /// The next tab, pane, part or doubt.
    Next,
    /// The one before.
    Previous,
    /// Choose what is listed.
    Filter,
    /// One of a few, by its number from 1: a rating, or which text is kept.
    Choose(u8),
    /// Copy the text shown.
    Copy,
    /// Which answer would you tell, against a short clock.
    Sprint,
    /// Bring notes.
    Import,
    /// Goes to one of the four places.
    GoTo(Place),
    /// Begin the file of an interview.
    NewInterview,
    /// The message for what is due.
    Message,
    /// Say that the message was sent.
    Sent,
    /// All feedback there is.
    Feedback,
    /// Write down how a round went.
    Debrief,
    /// Say the same of all lines like this one.
    Likewise,
    /// Choose its category.
    Categorise,
    /// Say which part of a story begins here.
    Part,
    /// Something new begins at this line.
    Split,
    /// It goes on with what stands above.
    Join,
    /// Call it by this line.
    TitleLine,
    /// Go to a line of a text.
    ToLine(u32),
    /// Note an answer as prepared for this interview.
    Prepare,
    /// Add a question of one's own.
    AddQuestion,
    /// Give the answer another title.
    Retitle,
    /// Link an answer to the question, or a question to the answer.
    Link,
    /// List in another order.
    Sort,
    /// Yes to what is asked.
    Accept,
    /// No to what is asked.
    Decline,
    /// Stop typing.
    StopTyping,
    /// The next field, or complete what is typed.
    NextField,
    /// Moves the caret.
    Go(Caret),
    /// Moves the caret and selects what it passes.
    Select(Caret),
    /// Selects all of the text.
    SelectAll,
    /// A new line in a text.
    NewLine,
    /// Take the last change of a text back.
    UndoText,
    /// Do again what was taken back.
    RedoText,
    /// Copy what is selected.
    CopyText,
    /// Cut what is selected.
    CutText,
    /// Insert what was copied or cut.
    PasteText,
    /// Find in the text.
    FindText,
    /// Save the text.
    Save,
    /// Show something else in this pane.
    ShowOther,
    /// Copy the part at the caret to the other pane.
    CopyPart,
    /// Go to the next thing found in an answer.
    NextFinding,
    /// Earlier versions of the answer.
    Versions,
    /// Title, kind, category, questions and tags.
    Form,
    /// The person's own editor.
    External,
    /// What is in the trash.
    InTrash,
    /// Deletes what the caret would pass.
    Delete(Caret),
}

impl Action {
    /// One sentence for the list of what can be done, and the README.
    #[allow(clippy::too_many_lines, reason = "a table, one row an action")]
    pub fn sentence(self) -> &'static str {
        match self {
            Action::Help => "show what can be done here, with its keys",
            Action::Problems => "list what is wrong in files",
            Action::Settings => "change the settings",
            Action::Find => "find questions and answers",
            Action::Back => "go back",
            Action::Quit => "quit",
            Action::Leave => "leave at once; what was rated is saved",
            Action::Suspend => "go to the shell; fg comes back",
            Action::Redraw => "draw the screen anew",
            Action::Up => "go one row up",
            Action::Down => "go one row down",
            Action::First => "go to the first row",
            Action::Last => "go to the last row",
            Action::PageUp => "go a page up",
            Action::PageDown => "go a page down",
            Action::Less => "go to the value or pane before",
            Action::More => "go to the next value or pane",
            Action::Open => "do the main thing of the row, or go on",
            Action::Drill => "drill it",
            Action::New => "write something new",
            Action::Edit => "edit it",
            Action::LeaveOut => "leave it out: hide it, skip it, or move it to the trash",
            Action::TakeBack => "take the last thing back",
            Action::Toggle => "tick it, or stop the clock and let it run",
            Action::Next => "go to the next tab, pane or part",
            Action::Previous => "go to the tab, pane or part before",
            Action::Filter => "choose what is listed",
            Action::Choose(n) => match n {
                1 => "rate it froze",
                2 => "rate it rough",
                3 => "rate it solid",
                _ => "rate it strong",
            },
            Action::Copy => "copy the text shown",
            Action::Sprint => "sprint: which answer would you tell",
            Action::Import => "bring in a file of notes",
            Action::GoTo(Place::Today) => "go to Today",
            Action::GoTo(Place::Library) => "go to the Library",
            Action::GoTo(Place::Progress) => "go to Progress",
            Action::GoTo(Place::Interviews) => "go to Interviews",
            Action::NewInterview => "add an interview",
            Action::Message => "read the message that fits now",
            Action::Sent => "say that you sent it",
            Action::Feedback => "read all feedback you ever got",
            Action::Debrief => "write down how a round went",
            Action::Likewise => "say the same of all lines like it",
            Action::Categorise => "choose its category",
            Action::Part => "say which part of its story begins here",
            Action::Split => "split it: the second one begins at this line",
            Action::Join => "join it with what stands above",
            Action::TitleLine => "call it by this line",
            Action::ToLine(_) => "go to this line",
            Action::Prepare => "note an answer as prepared for it",
            Action::AddQuestion => "add a question of your own",
            Action::Retitle => "give the answer another title",
            Action::Link => "link answer and question, or take the link out",
            Action::Sort => "list in another order",
            Action::Accept => "take it",
            Action::Decline => "leave it as it was",
            Action::StopTyping => "stop typing",
            Action::NextField => "go to the next field, or complete a path",
            Action::Go(caret) => caret.sentence(),
            Action::Select(_) => "select what the caret passes",
            Action::SelectAll => "select everything",
            Action::NewLine => "begin a new line",
            Action::UndoText => "take the last change back",
            Action::RedoText => "do again what was taken back",
            Action::CopyText => "copy what is selected; with nothing selected, leave at once",
            Action::CutText => "cut what is selected",
            Action::PasteText => "insert what was copied or cut",
            Action::FindText => "find in the text",
            Action::Save => "save",
            Action::ShowOther => "show another question, answer, sample or attempt in this pane",
            Action::NextFinding => "go to the next finding in this answer",
            Action::CopyPart => "copy the part at the caret to the other pane",
            Action::Versions => "show earlier versions",
            Action::Form => "change title, kind, category, questions and tags",
            Action::External => "open the file in your own editor",
            Action::InTrash => "list what is in the trash",
            Action::Delete(caret) => caret.deletes(),
        }
    }
}

impl Caret {
    fn sentence(self) -> &'static str {
        match self {
            Caret::Left => "move left",
            Caret::Right => "move right",
            Caret::Up => "move up",
            Caret::Down => "move down",
            Caret::WordLeft => "move a word to the left",
            Caret::WordRight => "move a word to the right",
            Caret::Blank => "move to the blank before",
            Caret::LineStart => "go to the start of the line",
            Caret::LineEnd => "go to the end of the line",
            Caret::PageUp => "move a page up",
            Caret::PageDown => "move a page down",
            Caret::Top => "go to the first line",
            Caret::Bottom => "go to the last line",
        }
    }

    fn deletes(self) -> &'static str {
        match self {
            Caret::Left => "delete the character before",
            Caret::Right => "delete the character at the caret",
            Caret::WordLeft => "delete the word before",
            Caret::WordRight => "delete the word behind",
            Caret::Blank => "delete back to the blank before",
            Caret::LineStart => "delete to the start of the line",
            Caret::LineEnd => "delete to the end of the line",
            Caret::Up | Caret::Down | Caret::PageUp | Caret::PageDown | Caret::Top | Caret::Bottom => {
                "delete what the caret passes"
            }
        }
    }
}
