//! The one table of keys. Resolution, footer, help and the README's key list all come from it.

use super::action::{Action, Caret};
pub use super::context::Context;
use super::key::{Code, Key};
use super::place::Place;

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
const CTRL_LEFT: Key = Key::with_ctrl(Code::Left);
const CTRL_RIGHT: Key = Key::with_ctrl(Code::Right);
const CTRL_DELETE: Key = Key::with_ctrl(Code::Delete);
const CTRL_HOME: Key = Key::with_ctrl(Code::Home);
const CTRL_END: Key = Key::with_ctrl(Code::End);

const fn alt(c: char) -> Key {
    Key::alt(Code::Char(c))
}

use Action as A;
use Context as C;

/// Every binding there is.
#[rustfmt::skip]
pub const BINDINGS: &[Binding] = &[
    row(C::Home, &[ch('q')], A::Quit, "quit"),

    row(C::ImportReview, &[ch('p')], A::Part, "part"),
    row(C::ImportReview, &[ch('a')], A::Likewise, "all like it"),
    row(C::ImportReview, &[ch('s')], A::Split, "split here"),
    row(C::ImportReview, &[ch('c')], A::Categorise, "category"),

    row(C::Ratings, &[ch('1')], A::Choose(1), ""),
    row(C::Ratings, &[ch('2')], A::Choose(2), ""),
    row(C::Ratings, &[ch('3')], A::Choose(3), ""),
    row(C::Ratings, &[ch('4')], A::Choose(4), ""),

    row(C::Workbench, &[ctrl('s')], A::Save, "save"),
    row(C::Workbench, &[ctrl('n')], A::NextFinding, "next finding"),
    row(C::Workbench, &[ctrl('o')], A::ShowOther, "show another"),
    row(C::Workbench, &[ctrl('y'), ctrl('r')], A::RedoText, ""),

    row(C::Verbs, &[ENTER], A::Open, ""),
    row(C::Verbs, &[RIGHT, ch('l')], A::More, ""),
    row(C::Verbs, &[LEFT, ch('h')], A::Less, ""),
    row(C::Verbs, &[TAB], A::Next, ""),
    row(C::Verbs, &[BACKTAB], A::Previous, ""),
    row(C::Verbs, &[SPACE], A::Toggle, ""),
    row(C::Verbs, &[ch('d')], A::Drill, ""),
    row(C::Verbs, &[ch('n')], A::New, ""),
    row(C::Verbs, &[ch('e')], A::Edit, ""),
    row(C::Verbs, &[ch('f')], A::Filter, ""),
    row(C::Verbs, &[ch('x'), ch('D')], A::LeaveOut, ""),
    row(C::Verbs, &[ch('u')], A::TakeBack, ""),
    row(C::Verbs, &[ch('y')], A::Copy, ""),
    row(C::Verbs, &[ch('E')], A::External, ""),

    row(C::Writing, &[TAB], A::Next, ""),
    row(C::Writing, &[ESC], A::StopTyping, "stop typing"),
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

    row(C::Debrief, &[DOWN], A::Down, ""),
    row(C::Debrief, &[UP], A::Up, ""),
    row(C::Debrief, &[BACKTAB], A::Previous, ""),

    row(C::Confirm, &[ENTER], A::Accept, "yes"),
    row(C::Confirm, &[ESC, ch('q'), ch('n')], A::Decline, "no"),

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

    row(C::Moving, &[DOWN, ch('j')], A::Down, ""),
    row(C::Moving, &[UP, ch('k')], A::Up, ""),
    row(C::Moving, &[HOME, ch('g')], A::First, ""),
    row(C::Moving, &[END, ch('G')], A::Last, ""),
    row(C::Moving, &[PGDN], A::PageDown, ""),
    row(C::Moving, &[PGUP], A::PageUp, ""),

    row(C::Places, &[ch('/')], A::Find, "find"),
    row(C::Places, &[ch('1')], A::GoTo(Place::Today), ""),
    row(C::Places, &[ch('2'), ch('b')], A::GoTo(Place::Library), ""),
    row(C::Places, &[ch('3'), ch('r')], A::GoTo(Place::Progress), ""),
    row(C::Places, &[ch('4'), ch('i')], A::GoTo(Place::Interviews), ""),
    row(C::Places, &[ch(',')], A::Settings, ""),
    row(C::Places, &[ch('I')], A::Import, ""),

    row(C::NotTyping, &[ch('!')], A::Problems, ""),
    row(C::NotTyping, &[ctrl('z')], A::Suspend, ""),
    row(C::NotTyping, &[ch('?'), ch(':')], A::Help, "keys"),
    row(C::NotTyping, &[ESC, ch('q')], A::Back, "back"),

    row(C::Anywhere, &[Key::of(Code::F(1))], A::Help, "keys"),
    row(C::Anywhere, &[ctrl('l')], A::Redraw, ""),
    row(C::Anywhere, &[ctrl('c')], A::Leave, ""),
];
