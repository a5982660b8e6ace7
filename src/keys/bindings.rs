//! The one table of keys. Resolution, footer, help and the README's key list all come from it.

use super::action::{Action, Caret};
pub use super::context::Context;
use super::key::{Code, Key};
use super::place::Place;
use crate::domain::rating::Rating;

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// Where it holds.
    pub context: Context,
    /// The keys, the one to show first.
    pub keys: &'static [Key],
    /// What they ask for.
    pub action: Action,
    /// Its word in the footer, where it has one.
    pub label: Option<&'static str>,
}

const fn row(context: Context, keys: &'static [Key], action: Action, label: &'static str) -> Binding {
    Binding {
        context,
        keys,
        action,
        label: if label.is_empty() { None } else { Some(label) },
    }
}

const fn ch(c: char) -> Key {
    Key::ch(c)
}

const fn ctrl(c: char) -> Key {
    Key::ctrl(c)
}

const ENTER: Key = Key::of(Code::Enter);
const ESC: Key = Key::of(Code::Esc);
const TAB: Key = Key::of(Code::Tab);
const BACKTAB: Key = Key::of(Code::BackTab);
const UP: Key = Key::of(Code::Up);
const DOWN: Key = Key::of(Code::Down);
const LEFT: Key = Key::of(Code::Left);
const RIGHT: Key = Key::of(Code::Right);
const PGUP: Key = Key::of(Code::PageUp);
const PGDN: Key = Key::of(Code::PageDown);
const HOME: Key = Key::of(Code::Home);
const END: Key = Key::of(Code::End);
const SPACE: Key = Key::ch(' ');
const BACKSPACE: Key = Key::of(Code::Backspace);
const DELETE: Key = Key::of(Code::Delete);
const CTRL_LEFT: Key = with_ctrl(Code::Left);
const CTRL_RIGHT: Key = with_ctrl(Code::Right);
const CTRL_DELETE: Key = with_ctrl(Code::Delete);
const CTRL_HOME: Key = with_ctrl(Code::Home);
const CTRL_END: Key = with_ctrl(Code::End);

const fn alt(c: char) -> Key {
    Key::alt(Code::Char(c))
}

const fn with_ctrl(code: Code) -> Key {
    Key {
        ctrl: true,
        ..Key::of(code)
    }
}

use Action as A;
use Context as C;

/// Every binding there is.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    row(C::Home, &[ENTER], A::Open, "start"),
    row(C::Home, &[ch('d')], A::SetUp, "set up"),
    row(C::Home, &[ch('b')], A::Browse, ""),
    row(C::Home, &[ch('s')], A::Sprint, ""),
    row(C::Home, &[ch('r')], A::Review, ""),
    row(C::Home, &[ch('i')], A::Interviews, ""),
    row(C::Home, &[ch('n')], A::NewAnswer, "new answer"),
    row(C::Home, &[ch('q')], A::Quit, "quit"),

    row(C::SetUp, &[ENTER], A::Open, "start the drill"),
    row(C::SetUp, &[RIGHT, ch('l')], A::More, "change it"),
    row(C::SetUp, &[LEFT, ch('h')], A::Less, ""),

    row(C::Think, &[ENTER], A::Forward, "speak"),
    row(C::Think, &[SPACE], A::Pause, "pause"),
    row(C::Think, &[ch('n')], A::Note, "note"),
    row(C::Think, &[ch('x')], A::Skip, "skip"),
    row(C::Think, &[ch('u')], A::Reopen, "rating before"),
    row(C::Think, &[ch('1')], A::Guess(Rating::Froze), ""),
    row(C::Think, &[ch('2')], A::Guess(Rating::Rough), ""),
    row(C::Think, &[ch('3')], A::Guess(Rating::Solid), ""),
    row(C::Think, &[ch('4')], A::Guess(Rating::Strong), ""),

    row(C::Speak, &[ENTER], A::Forward, "done"),
    row(C::Speak, &[TAB], A::NextPart, "next part"),
    row(C::Speak, &[ch('u'), BACKTAB], A::PartBack, ""),
    row(C::Speak, &[SPACE], A::Pause, "pause"),
    row(C::Speak, &[ch('n')], A::Note, "note"),
    row(C::Speak, &[ch('x')], A::Skip, "skip"),

    row(C::Probe, &[ENTER], A::Forward, "done"),
    row(C::Probe, &[SPACE], A::Pause, "pause"),
    row(C::Probe, &[ch('n')], A::Note, "note"),
    row(C::Probe, &[ch('x')], A::Skip, "skip it"),

    row(C::Rate, &[ENTER], A::Forward, "next"),
    row(C::Rate, &[ch('1')], A::Rate(Rating::Froze), "to 4 rate"),
    row(C::Rate, &[ch('2')], A::Rate(Rating::Rough), ""),
    row(C::Rate, &[ch('3')], A::Rate(Rating::Solid), ""),
    row(C::Rate, &[ch('4')], A::Rate(Rating::Strong), ""),
    row(C::Rate, &[SPACE], A::SaidIt, "said it"),
    row(C::Rate, &[TAB], A::OtherPane, "more"),
    row(C::Rate, &[RIGHT, ch('a')], A::OtherAnswer, "other answer"),
    row(C::Rate, &[LEFT], A::AnswerBefore, ""),
    row(C::Rate, &[ch('n')], A::Note, "note"),
    row(C::Rate, &[ch('e')], A::EditAnswer, "edit the answer"),
    row(C::Rate, &[ch('E')], A::External, ""),
    row(C::Rate, &[ch('o')], A::OnceMore, ""),
    row(C::Rate, &[ch('u')], A::TakeBack, ""),
    row(C::Rate, &[ch('x')], A::Skip, ""),
    row(C::Rate, &[DOWN, ch('j')], A::Down, ""),
    row(C::Rate, &[UP, ch('k')], A::Up, ""),

    row(C::Summary, &[ENTER], A::Forward, "leave"),
    row(C::Summary, &[ch('o')], A::DrillThis, ""),
    row(C::Summary, &[ch('e')], A::EditAnswer, "edit the answer"),
    row(C::Summary, &[ch('u')], A::Reopen, "last rating"),
    row(C::Summary, &[ch('j'), DOWN], A::Down, ""),
    row(C::Summary, &[ch('k'), UP], A::Up, ""),

    row(C::Sprint, &[ENTER], A::Forward, "go on"),

    row(C::Browse, &[ENTER], A::Open, "open"),
    row(C::Browse, &[ch('d')], A::DrillThis, "drill"),
    row(C::Browse, &[ch('n')], A::NewAnswer, "new answer"),
    row(C::Browse, &[RIGHT, ch('l')], A::More, "category"),
    row(C::Browse, &[LEFT, ch('h')], A::Less, ""),
    row(C::Browse, &[ch('f')], A::Filter, "filter"),
    row(C::Browse, &[ch('x'), ch('D')], A::PutAway, "hide"),
    row(C::Browse, &[ch('u')], A::BringBack, "bring back"),
    row(C::Browse, &[ch('e')], A::EditAnswer, "edit"),
    row(C::Browse, &[TAB], A::NextTab, "next tab"),
    row(C::Browse, &[BACKTAB], A::TabBefore, ""),
    row(C::Browse, &[ch('E')], A::External, ""),
    row(C::Browse, &[ch('a')], A::AddQuestion, ""),
    row(C::Browse, &[ch('m')], A::Link, ""),
    row(C::Browse, &[ch('s')], A::Sort, ""),
    row(C::Browse, &[ch('R')], A::Retitle, ""),

    row(C::Review, &[ENTER], A::Open, "open"),
    row(C::Review, &[ch('e')], A::EditAnswer, "answers"),
    row(C::Review, &[RIGHT, ch('l')], A::More, "company values"),
    row(C::Review, &[LEFT, ch('h')], A::Less, ""),
    row(C::Review, &[TAB], A::NextTab, "next tab"),
    row(C::Review, &[BACKTAB], A::TabBefore, ""),
    row(C::Review, &[ch('f')], A::Filter, "filter"),
    row(C::Review, &[ch('x')], A::LeaveOut, "a day off"),
    row(C::Review, &[ch('d')], A::SetUp, "set up"),
    row(C::Review, &[ch('n')], A::NewAnswer, ""),
    row(C::Review, &[ch('v')], A::Values, ""),

    row(C::Attempt, &[ENTER, ch('d')], A::DrillThis, "tell it again"),
    row(C::Attempt, &[ch('e')], A::EditAnswer, "answer"),
    row(C::Attempt, &[ch('p')], A::Heard, "partner's rating"),

    row(C::Heard, &[ch('1')], A::Rate(Rating::Froze), ""),
    row(C::Heard, &[ch('2')], A::Rate(Rating::Rough), ""),
    row(C::Heard, &[ch('3')], A::Rate(Rating::Solid), ""),
    row(C::Heard, &[ch('4')], A::Rate(Rating::Strong), ""),

    row(C::Interviews, &[ENTER], A::Open, "open"),
    row(C::Interviews, &[RIGHT], A::More, "all about it"),
    row(C::Interviews, &[ch('n'), ch('l')], A::LogIt, "what happened"),
    row(C::Interviews, &[TAB, BACKTAB], A::NextTab, "feedback"),
    row(C::Interviews, &[ch('a')], A::NewInterview, ""),
    row(C::Interviews, &[ch('b')], A::Debrief, ""),
    row(C::Interviews, &[ch('m')], A::Message, ""),
    row(C::Interviews, &[ch('f')], A::Feedback, ""),
    row(C::Interviews, &[ch('s')], A::Sent, ""),
    row(C::Interviews, &[ch('e')], A::EditEntry, ""),
    row(C::Interviews, &[ch('E')], A::External, ""),

    row(C::Interview, &[ENTER], A::Open, "open"),
    row(C::Interview, &[SPACE], A::Tick, "tick"),
    row(C::Interview, &[ch('e')], A::EditEntry, "edit it"),
    row(C::Interview, &[ch('n'), ch('l')], A::LogIt, "what happened"),
    row(C::Interview, &[ch('b')], A::Debrief, ""),
    row(C::Interview, &[ch('m')], A::Message, ""),
    row(C::Interview, &[ch('p')], A::Prepare, ""),
    row(C::Interview, &[ch('s')], A::Sent, ""),
    row(C::Interview, &[ch('f')], A::Feedback, ""),
    row(C::Interview, &[ch('E')], A::External, ""),

    row(C::Message, &[ENTER], A::Open, "copy it"),
    row(C::Message, &[ch('y')], A::Copy, ""),
    row(C::Message, &[ch('E')], A::External, "change it"),
    row(C::Message, &[ch('s')], A::Sent, ""),

    row(C::Feedback, &[ENTER], A::Open, "its interview"),
    row(C::Feedback, &[SPACE], A::Tick, "tick"),
    row(C::Feedback, &[TAB, BACKTAB], A::NextTab, "companies"),
    row(C::Feedback, &[ch('f')], A::Filter, "filter"),
    row(C::Feedback, &[ch('y')], A::Copy, "copy all"),

    row(C::Debrief, &[ENTER], A::Accept, "take"),
    row(C::Debrief, &[DOWN], A::Down, ""),
    row(C::Debrief, &[UP], A::Up, ""),
    row(C::Debrief, &[BACKTAB], A::LineBefore, "line before"),
    row(C::Debrief, &[ESC], A::StopTyping, "leave, kept"),

    row(C::DebriefChoice, &[ENTER], A::Accept, "take"),
    row(C::DebriefChoice, &[ch('1')], A::Rate(Rating::Froze), "froze"),
    row(C::DebriefChoice, &[ch('2')], A::Rate(Rating::Rough), "rough"),
    row(C::DebriefChoice, &[ch('3')], A::Rate(Rating::Solid), "solid"),
    row(C::DebriefChoice, &[ch('4')], A::Rate(Rating::Strong), "strong"),
    row(C::DebriefChoice, &[BACKTAB], A::LineBefore, ""),

    row(C::ImportSummary, &[ENTER], A::Accept, "back to Home"),

    row(C::ImportReview, &[ENTER], A::Accept, "write all"),
    row(C::ImportReview, &[RIGHT, ch('l')], A::More, "turn what it is"),
    row(C::ImportReview, &[LEFT, ch('h')], A::Less, ""),
    row(C::ImportReview, &[ch('a')], A::Likewise, "all like it"),
    row(C::ImportReview, &[ch('x')], A::LeaveOut, "leave out"),
    row(C::ImportReview, &[ch('e')], A::EditEntry, "title"),
    row(C::ImportReview, &[ch('c')], A::TurnCategory, "category"),
    row(C::ImportReview, &[TAB], A::NextDoubt, "next doubt"),
    row(C::ImportReview, &[ch('u')], A::UndoText, "undo"),

    row(C::Workbench, &[ENTER, ch('e')], A::Type, "type"),
    row(C::Workbench, &[TAB, ch('l'), ch('h'), LEFT, RIGHT], A::OtherPane, "pane"),
    row(C::Workbench, &[ch('o')], A::ShowOther, "show other"),
    row(C::Workbench, &[ctrl('s')], A::Save, "save"),
    row(C::Workbench, &[ctrl('n')], A::NextFinding, "next finding"),
    row(C::Workbench, &[ch('m')], A::Form, "links"),
    row(C::Workbench, &[ch('v')], A::Versions, "versions"),
    row(C::Workbench, &[ch('c')], A::CopyPart, "copy part"),
    row(C::Workbench, &[ch('u')], A::UndoText, ""),
    row(C::Workbench, &[ctrl('r')], A::RedoText, ""),
    row(C::Workbench, &[ch('E')], A::External, ""),
    row(C::Workbench, &[ch('d')], A::DrillThis, "drill"),
    row(C::Workbench, &[ch('D')], A::Trash, ""),

    row(C::Writing, &[ctrl('s')], A::Save, "save"),
    row(C::Writing, &[TAB], A::OtherPane, "other pane"),
    row(C::Writing, &[ESC], A::StopTyping, "stop typing"),
    row(C::Writing, &[ctrl('n')], A::NextFinding, "next finding"),
    row(C::Writing, &[ctrl('o')], A::ShowOther, "show other"),
    row(C::Writing, &[ctrl('f')], A::FindText, "find"),
    row(C::Writing, &[ENTER], A::NewLine, ""),
    row(C::Writing, &[ctrl('z')], A::UndoText, "undo"),
    row(C::Writing, &[ctrl('c')], A::CopyText, ""),
    row(C::Writing, &[ctrl('x')], A::CutText, ""),
    row(C::Writing, &[ctrl('v')], A::PasteText, ""),
    row(C::Writing, &[UP], A::Go(Caret::Up), ""),
    row(C::Writing, &[DOWN], A::Go(Caret::Down), ""),
    row(C::Writing, &[PGUP], A::Go(Caret::PageUp), ""),
    row(C::Writing, &[PGDN], A::Go(Caret::PageDown), ""),
    row(C::Writing, &[CTRL_HOME], A::Go(Caret::Top), ""),
    row(C::Writing, &[CTRL_END], A::Go(Caret::Bottom), ""),
    row(C::Writing, &[Key::shift(Code::Left)], A::Select(Caret::Left), ""),
    row(C::Writing, &[Key::shift(Code::Right)], A::Select(Caret::Right), ""),
    row(C::Writing, &[Key::shift(Code::Up)], A::Select(Caret::Up), ""),
    row(C::Writing, &[Key::shift(Code::Down)], A::Select(Caret::Down), ""),
    row(C::Writing, &[Key::shift(Code::Home)], A::Select(Caret::LineStart), ""),
    row(C::Writing, &[Key::shift(Code::End)], A::Select(Caret::LineEnd), ""),

    row(C::Form, &[DOWN, TAB], A::Down, "next"),
    row(C::Form, &[UP, BACKTAB], A::Up, ""),
    row(C::Form, &[RIGHT], A::More, ""),
    row(C::Form, &[LEFT], A::Less, ""),
    row(C::Form, &[ctrl('s')], A::Save, "save"),

    row(C::Conflict, &[ENTER], A::Open, "take both changes"),
    row(C::Conflict, &[ch('1')], A::Mine, "mine"),
    row(C::Conflict, &[ch('2')], A::Theirs, "theirs"),
    row(C::Conflict, &[ch('3')], A::Both, "both, edit"),

    row(C::Versions, &[ENTER], A::Open, "show what changed since"),
    row(C::Versions, &[SPACE], A::CompareWith, "compare with this one"),

    row(C::Confirm, &[ENTER], A::Accept, "yes"),
    row(C::Confirm, &[ESC, ch('q'), ch('n')], A::Decline, "no"),

    row(C::Overlay, &[ENTER], A::Open, "open"),

    row(C::Value, &[ch('l'), RIGHT], A::More, ""),
    row(C::Value, &[ch('h'), LEFT], A::Less, ""),

    row(C::Filter, &[ENTER], A::Open, "take"),
    row(C::Filter, &[DOWN], A::Down, "down"),
    row(C::Filter, &[UP], A::Up, "up"),
    row(C::Filter, &[PGDN], A::PageDown, ""),
    row(C::Filter, &[PGUP], A::PageUp, ""),
    row(C::Filter, &[ESC], A::Back, "back"),

    row(C::Typing, &[ENTER], A::Accept, "take"),
    row(C::Typing, &[TAB], A::NextField, ""),
    row(C::Typing, &[ESC], A::StopTyping, "stop typing"),

    row(C::Editing, &[LEFT], A::Go(Caret::Left), ""),
    row(C::Editing, &[RIGHT], A::Go(Caret::Right), ""),
    row(C::Editing, &[CTRL_LEFT, alt('b'), Key::alt(Code::Left)], A::Go(Caret::WordLeft), ""),
    row(C::Editing, &[CTRL_RIGHT, alt('f'), Key::alt(Code::Right)], A::Go(Caret::WordRight), ""),
    row(C::Editing, &[ctrl('a'), HOME], A::Go(Caret::LineStart), ""),
    row(C::Editing, &[ctrl('e'), END], A::Go(Caret::LineEnd), ""),
    row(C::Editing, &[BACKSPACE, ctrl('h')], A::Delete(Caret::Left), ""),
    row(C::Editing, &[DELETE], A::Delete(Caret::Right), ""),
    row(C::Editing, &[Key::alt(Code::Backspace)], A::Delete(Caret::WordLeft), ""),
    row(C::Editing, &[ctrl('w')], A::Delete(Caret::Blank), ""),
    row(C::Editing, &[alt('d'), CTRL_DELETE], A::Delete(Caret::WordRight), ""),
    row(C::Editing, &[ctrl('u')], A::Delete(Caret::LineStart), ""),
    row(C::Editing, &[ctrl('k')], A::Delete(Caret::LineEnd), ""),
    row(C::Editing, &[ctrl('z')], A::UndoText, ""),
    row(C::Editing, &[ctrl('y')], A::RedoText, ""),

    row(C::Moving, &[ch('j'), DOWN], A::Down, ""),
    row(C::Moving, &[ch('k'), UP], A::Up, ""),
    row(C::Moving, &[ch('g'), HOME], A::First, ""),
    row(C::Moving, &[ch('G'), END], A::Last, ""),
    row(C::Moving, &[PGDN], A::PageDown, ""),
    row(C::Moving, &[PGUP], A::PageUp, ""),

    row(C::Rows, &[ch('/')], A::Find, "find"),
    row(C::Rows, &[ch('1')], A::GoTo(Place::Today), ""),
    row(C::Rows, &[ch('2')], A::GoTo(Place::Library), ""),
    row(C::Rows, &[ch('3')], A::GoTo(Place::Progress), ""),
    row(C::Rows, &[ch('4')], A::GoTo(Place::Interviews), ""),
    row(C::Rows, &[ch(',')], A::Settings, ""),
    row(C::Rows, &[ch('I')], A::Import, ""),
    row(C::Rows, &[ch('y')], A::Copy, ""),
    row(C::Rows, &[ch('u')], A::Untrash, ""),
    row(C::Rows, &[ch('U')], A::InTrash, ""),

    row(C::Screen, &[ch('!')], A::Problems, ""),

    row(C::NotTyping, &[ctrl('z')], A::Suspend, ""),
    row(C::NotTyping, &[ch('?'), ch(':')], A::Help, "keys"),
    row(C::NotTyping, &[ESC, ch('q')], A::Back, "back"),

    row(C::Anywhere, &[Key::of(Code::F(1))], A::Help, "keys"),
    row(C::Anywhere, &[ctrl('l')], A::Redraw, ""),
    row(C::Anywhere, &[ctrl('c')], A::Leave, ""),
];
