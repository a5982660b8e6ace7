//! Saving a sheet: what the disk says is shown before anything of somebody else's is overwritten.

use super::buffer::{Kept, Sheet};
use super::{Hand, Pane};
use crate::app::message::Effect;
use crate::app::overlays::Overlay;
use crate::app::state::{App, Screen};
use crate::domain::clock::Moment;
use crate::domain::id::AnswerId;
use crate::domain::problem::Problem;
use crate::domain::saved_file::{DraftOf, LeftDraft};
use crate::markup::diff::{Line, difference};
use crate::markup::merge::merge;

/// The file changed while it was edited here; nothing is written until somebody says how.
#[derive(Debug)]
pub struct Met {
    /// The file, relative to the home.
    pub path: String,
    /// What the disk has now.
    pub theirs: String,
    /// Both changes in one text, where they do not touch the same place.
    pub merged: Option<String>,
    /// The difference from what is typed here to what would be taken: the merged text, else theirs.
    pub lines: Vec<Line>,
    /// The first row shown.
    pub scroll: usize,
    /// The whole file as it was to be, where it is no sheet that has it.
    pub mine: Option<String>,
}

impl Met {
    /// What came of one file that was changed here and elsewhere.
    pub(in crate::app) fn new(path: String, base: &str, mine: &str, theirs: String) -> Met {
        let merged = merge(base, mine, &theirs).ok().map(|merged| merged.text);
        let lines = difference(mine, merged.as_deref().unwrap_or(&theirs));
        Met {
            path,
            theirs,
            merged,
            lines,
            scroll: 0,
            mine: None,
        }
    }
}

impl App {
    /// Saves the sheet in front.
    pub(in crate::app) fn save_sheet(&mut self) -> Vec<Effect> {
        let focus = self.workbench().map_or(0, |bench| bench.focus);
        let Some(bench) = self.workbench_mut() else {
            return Vec::new();
        };
        let Pane::Answer(sheet) = &mut bench.panes[focus] else {
            self.say("There is no answer in this pane");
            return Vec::new();
        };
        let text = sheet.text();
        if sheet.kept == Kept::Saved && sheet.path.is_some() {
            self.say("Saved already");
            return Vec::new();
        }
        if sheet.path.is_none() && text == sheet.base {
            self.say("There is nothing to save yet");
            return Vec::new();
        }
        sheet.kept = Kept::Saving;
        let effect = Effect::SaveAnswer {
            id: sheet.id.clone(),
            path: sheet.path.clone(),
            title: sheet.title(),
            base: sheet.base.clone(),
            text,
        };
        vec![effect]
    }

    fn sheet_of(&mut self, id: &AnswerId) -> Option<&mut Sheet> {
        self.screens.iter_mut().rev().find_map(|screen| match screen {
            Screen::Workbench(bench) => bench.sheets_mut().find(|sheet| sheet.id == *id),
            _ => None,
        })
    }

    /// The disk has the text.
    pub(in crate::app) fn answer_saved(&mut self, id: &AnswerId, path: &str, text: &str) {
        if let Some(sheet) = self.sheet_of(id) {
            sheet.saved(path, text);
        }
        self.say(format!("Saved as {path}"));
    }

    /// The drafts of an answer that is saved now: under its file, and under its id when it was new.
    pub(in crate::app) fn drop_drafts(&mut self, id: &AnswerId) -> Vec<Effect> {
        let path = self.sheet_of(id).and_then(|sheet| sheet.path.clone());
        let old = Effect::DropDraft(DraftOf::New(id.to_string()));
        path.map(|path| Effect::DropDraft(DraftOf::Answer(path)))
            .into_iter()
            .chain([old])
            .collect()
    }

    /// The disk refused; the text stays here and in the drafts.
    pub(in crate::app) fn answer_refused(&mut self, id: &AnswerId, reason: &str, now: Moment) {
        if let Some(sheet) = self.sheet_of(id) {
            sheet.kept = Kept::Refused(reason.to_owned());
            sheet.undrafted.get_or_insert(now.elapsed);
        }
        self.warn(format!("Not saved: {reason}. Your text stays here; ctrl-s tries again"));
    }

    /// The file is not as it was when it was opened.
    pub(in crate::app) fn answer_met(&mut self, id: &AnswerId, theirs: String) {
        let Some(sheet) = self.sheet_of(id) else {
            return;
        };
        sheet.kept = Kept::NotYet;
        let mine = sheet.text();
        let path = sheet.path.clone().unwrap_or_default();
        self.overlay = Some(Overlay::Met(Met::new(path, &sheet.base, &mine, theirs)));
    }

    /// The person says what becomes of two changes that met.
    pub(in crate::app) fn settle_met(&mut self, choice: Choice, now: Moment) -> Vec<Effect> {
        let Some(Overlay::Met(met)) = self.overlay.take() else {
            return Vec::new();
        };
        if met.mine.is_some() {
            return self.settle_interview(met, choice);
        }
        let Some(sheet) = self.screens.iter_mut().rev().find_map(|screen| match screen {
            Screen::Workbench(bench) => bench
                .sheets_mut()
                .find(|sheet| sheet.path.as_deref() == Some(&met.path)),
            _ => None,
        }) else {
            return Vec::new();
        };
        let mine = sheet.text();
        match (choice, met.merged) {
            (Choice::Take, Some(text)) => {
                sheet.set_base(&met.theirs);
                sheet.take(&text, now);
                self.save_sheet()
            }
            (Choice::Mine, _) => {
                sheet.set_base(&met.theirs);
                sheet.touched(now);
                self.save_sheet()
            }
            (Choice::Theirs, _) => {
                sheet.set_base(&met.theirs);
                let theirs = met.theirs;
                sheet.take(&theirs, now);
                sheet.saved(&met.path, &theirs);
                self.say("Yours is taken back with ctrl-z while this stays open");
                Vec::new()
            }
            (Choice::Both, _) => {
                sheet.set_base(&met.theirs);
                sheet.take(&both(&mine, &met.theirs), now);
                self.say("Both are in the text now; edit, then save");
                Vec::new()
            }
            (Choice::KeepFiles, _) => {
                self.say("Yours is kept beside it as a conflict copy");
                vec![Effect::KeepBoth {
                    path: met.path,
                    text: mine,
                }]
            }
            (Choice::Take, None) => Vec::new(),
        }
    }

    /// Typing that is in no draft yet is written there in time.
    pub(in crate::app) fn keep_drafts(&mut self, now: Moment, at_once: bool) -> Vec<Effect> {
        let mut effects: Vec<Effect> = self.keep_debrief(now, at_once).into_iter().collect();
        for screen in &mut self.screens {
            let Screen::Workbench(bench) = screen else {
                continue;
            };
            for sheet in bench.sheets_mut() {
                let due = sheet
                    .undrafted
                    .is_some_and(|at| at_once || now.elapsed >= at + super::buffer::DRAFT);
                if due {
                    sheet.undrafted = None;
                    effects.push(Effect::KeepDraft {
                        of: sheet.draft(),
                        base: sheet.base.clone(),
                        text: sheet.text(),
                    });
                }
            }
        }
        effects
    }

    /// The home was read again: sheets nobody typed in follow the disk, others say so.
    pub(in crate::app) fn sheets_follow(&mut self) {
        let mut changed = false;
        for screen in &mut self.screens {
            let Screen::Workbench(bench) = screen else {
                continue;
            };
            for sheet in bench.sheets_mut() {
                let Some(answer) = self.library.answer(sheet.id.as_str()) else {
                    continue;
                };
                if *answer.text == *sheet.base {
                    continue;
                }
                changed = true;
                if sheet.kept == Kept::Saved {
                    *sheet = Sheet::new(sheet.id.clone(), Some(answer.path.clone()), &answer.text, &answer.text);
                }
            }
        }
        if changed {
            if let Some(bench) = self.workbench_mut() {
                let typing = bench.hand == Hand::Typing;
                bench.set_hand(if typing { Hand::Typing } else { Hand::Reading });
            }
            self.say("The file has changed outside; what nobody typed in here shows it as it is now");
        }
    }

    /// Leaves what is not saved; its text stays in the drafts of this run until it ends.
    pub(in crate::app) fn leave_bench(&mut self) -> Vec<Effect> {
        let mut effects: Vec<Effect> = Vec::new();
        if let Some(bench) = self.workbench() {
            effects.extend(bench.sheets().map(|sheet| Effect::DropDraft(sheet.draft())));
        }
        effects.extend(self.pop_screen());
        effects
    }

    pub(in crate::app) fn trash_sheet(&mut self) -> Vec<Effect> {
        let path = self
            .workbench()
            .and_then(|bench| bench.sheet())
            .and_then(|sheet| sheet.path.clone());
        if let Some(path) = path {
            let mut effects = self.pop_screen();
            effects.push(Effect::Trash { path });
            effects
        } else {
            self.say("There is no saved answer in this pane");
            Vec::new()
        }
    }

    /// Texts that were typed and never saved, from a run that ended badly.
    pub(in crate::app) fn drafts_found(&mut self, drafts: Vec<LeftDraft>, problems: Vec<Problem>) {
        self.drafts = drafts;
        self.log_problems.extend(problems);
    }

    /// Opens a draft over the file it belongs to, the difference beside it.
    pub(in crate::app) fn open_draft(&mut self, now: Moment) -> Vec<Effect> {
        if self.drafts.is_empty() {
            return Vec::new();
        }
        let draft = self.drafts.remove(0);
        let answer = match &draft.of {
            DraftOf::Answer(path) => self.library.answers().iter().find(|answer| answer.path == *path),
            DraftOf::New(_) => None,
        };
        let interview = match &draft.of {
            DraftOf::Answer(path) => self.interview(path).map(|one| one.text.to_string()),
            DraftOf::New(_) => None,
        };
        let disk = answer
            .map(|answer| answer.text.to_string())
            .or(interview)
            .unwrap_or_default();
        let (id, path) = match (answer, &draft.of) {
            (Some(answer), _) => (answer.id.clone(), Some(answer.path.clone())),
            (None, DraftOf::Answer(path)) => (path.as_str().into(), Some(path.clone())),
            (None, DraftOf::New(id)) => (id.as_str().into(), None),
        };
        let base = if path.is_some() { draft.base.as_str() } else { "" };
        let mut sheet = Sheet::new(id, path, base, &draft.text);
        sheet.touched(now);
        let left = Pane::Version {
            title: "On the disk".to_owned(),
            sides: ["the file as it is".to_owned(), "what was typed".to_owned()],
            lines: difference(&disk, &draft.text),
            scroll: 0,
        };
        self.screens.push(Screen::Workbench(Box::new(super::Workbench {
            panes: [left, Pane::Answer(Box::new(sheet))],
            focus: 1,
            hand: Hand::Reading,
            find: None,
            form: None,
            question: None,
        })));
        self.say("Typed and never saved: ctrl-s saves it, esc leaves it");
        vec![Effect::DiscardDraft(draft)]
    }
}

/// What becomes of two changes that met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Both in one, as shown.
    Take,
    /// What is typed here.
    Mine,
    /// What the disk has.
    Theirs,
    /// Both texts in the editor.
    Both,
    /// The file as it is, and mine beside it.
    KeepFiles,
}

/// Mine, with theirs below it, to be edited into one.
pub(in crate::app) fn both(mine: &str, theirs: &str) -> String {
    let theirs = crate::markup::document::Document::parse(theirs).editor_body();
    format!("{}\n\n## The text on the disk\n{theirs}", mine.trim_end_matches('\n'))
}
