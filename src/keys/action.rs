//! What a person can ask for.

use super::place::Place;
use crate::domain::rating::Rating;

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
    /// The main thing of the row.
    Open,
    /// Copy the text shown.
    Copy,
    /// Set up a drill.
    SetUp,
    /// Which answer would you tell, against a short clock.
    Sprint,
    /// Write a new answer.
    NewAnswer,
    /// Bring notes.
    Import,
    /// All questions and answers by category.
    Browse,
    /// Real interviews.
    Interviews,
    /// Goes to one of the four places.
    GoTo(Place),
    /// Begin the file of an interview.
    NewInterview,
    /// Write down what happened.
    LogIt,
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
    /// Leave this out of what is brought.
    LeaveOut,
    /// Give it the next category.
    TurnCategory,
    /// Go to the next doubt.
    NextDoubt,
    /// Change the row.
    EditEntry,
    /// Tick the row, or take the tick back.
    Tick,
    /// Note an answer as prepared for this interview.
    Prepare,
    /// Take the line before back into the field.
    LineBefore,
    /// Where one is weak, what is covered, what was told.
    Review,
    /// The next tab.
    NextTab,
    /// The tab before.
    TabBefore,
    /// Company values in place of categories, or back.
    Values,
    /// How a partner rated an attempt.
    Heard,
    /// Add a question of one's own.
    AddQuestion,
    /// Give the answer another title.
    Retitle,
    /// Link an answer to the question, or a question to the answer.
    Link,
    /// Hide the question, or move the answer to the trash.
    PutAway,
    /// Bring back what was hidden or moved to the trash.
    BringBack,
    /// Choose which questions are listed.
    Filter,
    /// List in another order.
    Sort,
    /// Forward to the next phase.
    Forward,
    /// Stop the clock, or let it run.
    Pause,
    /// Write a note.
    Note,
    /// Leave this question or probe out.
    Skip,
    /// Open the rating of the question before.
    Reopen,
    /// Foretell the rating.
    Guess(Rating),
    /// The next part begins.
    NextPart,
    /// Take the last mark back.
    PartBack,
    /// Say how it went.
    Rate(Rating),
    /// Tick the key point.
    SaidIt,
    /// Told from the next answer.
    OtherAnswer,
    /// Told from the answer before.
    AnswerBefore,
    /// Edit the answer.
    EditAnswer,
    /// Ask this once more at the end.
    OnceMore,
    /// Take the rating back.
    TakeBack,
    /// The other pane, when only one is shown.
    OtherPane,
    /// Drill this one question, or drill again what was rough.
    DrillThis,
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
    /// Begin typing.
    Type,
    /// Show something else in this pane.
    ShowOther,
    /// Copy the part at the caret to the other pane.
    CopyPart,
    /// Go to the next thing found in an answer.
    NextFinding,
    /// Earlier versions of the answer.
    Versions,
    /// Make this version the other side of a comparison.
    CompareWith,
    /// Title, kind, category, questions and tags.
    Form,
    /// The person's own editor.
    External,
    /// Put the answer into the trash.
    Trash,
    /// What is in the trash.
    InTrash,
    /// Bring back what was put into the trash last.
    Untrash,
    /// Take mine.
    Mine,
    /// Take theirs.
    Theirs,
    /// Take both, and edit.
    Both,
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
            Action::Less => "the value or pane before",
            Action::More => "the next value or pane",
            Action::Open => "do the main thing of the row",
            Action::Copy => "copy the text shown",
            Action::SetUp => "set up a drill",
            Action::Sprint => "sprint: which answer would you tell",
            Action::NewAnswer => "write a new answer",
            Action::Import => "bring in a file of notes",
            Action::Browse => "browse questions, answers and notes",
            Action::Interviews => "your real interviews",
            Action::GoTo(Place::Today) => "go to Today",
            Action::GoTo(Place::Library) => "go to the Library",
            Action::GoTo(Place::Progress) => "go to Progress",
            Action::GoTo(Place::Interviews) => "go to Interviews",
            Action::NewInterview => "add an interview",
            Action::LogIt => "write down what happened",
            Action::Message => "read the message that fits now",
            Action::Sent => "say that you sent it",
            Action::Feedback => "read all feedback you ever got",
            Action::Debrief => "write down how a round went",
            Action::Likewise => "say the same of all lines like it",
            Action::LeaveOut => "leave it out, kept as notes",
            Action::TurnCategory => "give it the next category",
            Action::NextDoubt => "go to the next doubt",
            Action::EditEntry => "change this row",
            Action::Tick => "tick it, or take the tick back",
            Action::Prepare => "note an answer as prepared for it",
            Action::LineBefore => "take the line before back and change it",
            Action::Review => "review what is weak, what is covered, what was told",
            Action::NextTab => "show the next tab",
            Action::TabBefore => "show the tab before",
            Action::Values => "show company values instead, or categories again",
            Action::Heard => "write down how a partner rated it",
            Action::AddQuestion => "add a question of your own",
            Action::Retitle => "give the answer another title",
            Action::Link => "link answer and question, or take the link out",
            Action::PutAway => "hide the question, or move the answer to the trash",
            Action::BringBack => "bring back what was hidden or moved to the trash",
            Action::Filter => "choose what is listed",
            Action::Sort => "list in another order",
            Action::Forward => "go on to the next step",
            Action::Pause => "stop the clock, or let it run",
            Action::Note => "write a note",
            Action::Skip => "leave this one out, without a rating",
            Action::Reopen => "open the rating before again",
            Action::Guess(_) => "guess how it will go, if guessing is on",
            Action::NextPart => "begin the next part",
            Action::PartBack => "take the last mark back",
            Action::Rate(rating) => rating.sentence(),
            Action::SaidIt => "tick a key point as said, or what was missing",
            Action::OtherAnswer => "say that another answer was told, the next",
            Action::AnswerBefore => "say that another answer was told, the one before",
            Action::EditAnswer => "edit the answer",
            Action::OnceMore => "ask this once more at the end",
            Action::TakeBack => "take the rating back",
            Action::OtherPane => "show the other pane",
            Action::DrillThis => "drill this one now",
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
            Action::Type => "type in this pane",
            Action::ShowOther => "show another question, answer, sample or attempt in this pane",
            Action::NextFinding => "go to the next finding in this answer",
            Action::CopyPart => "copy the part at the caret to the other pane",
            Action::Versions => "show earlier versions",
            Action::CompareWith => "compare another version with this one",
            Action::Form => "change title, kind, category, questions and tags",
            Action::External => "open the file in your own editor",
            Action::Trash => "put the answer into the trash; u brings it back",
            Action::InTrash => "list what is in the trash",
            Action::Untrash => "bring back what was put into the trash last",
            Action::Mine => "keep your text",
            Action::Theirs => "take the text on the disk",
            Action::Both => "take both into the text and edit",
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
