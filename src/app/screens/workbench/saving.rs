//! Saving a sheet: what the disk says is shown before anything of somebody else's is overwritten.

use super::buffer::{Kept, Sheet};
use crate::app::effect::{DiskEffect, Effect, TerminalEffect};
use crate::app::overlays::conflict::{Choice, Meeting, Met, Whole};
use crate::app::overlays::{Asked, Overlay};
use crate::app::state::{AnyScreen, App};
use crate::app::widgets::list::moved;
use crate::app::writes::Deed;
use crate::domain::clock::Moment;
use crate::domain::id::AnswerId;
use crate::domain::library::Library;
use crate::keys::action::Action;

impl App {
    /// Saves the sheet in front.
    pub(in crate::app) fn save_sheet(&mut self) -> Vec<Effect> {
        let Some(sheet) = self.workbench().and_then(|bench| bench.at_hand()) else {
            self.say("There is no answer in this pane");
            return Vec::new();
        };
        if sheet.kept == Kept::Saved && sheet.path.is_some() {
            self.say("Saved already");
            return Vec::new();
        }
        if sheet.path.is_none() && sheet.kept == Kept::Saved {
            self.say("There is nothing to save yet");
            return Vec::new();
        }
        let id = sheet.id.clone();
        self.write(Deed::Sheet(id))
    }

    /// The disk has the text.
    pub(in crate::app) fn answer_saved(&mut self, id: &AnswerId, path: &str, text: &str, now: Moment) {
        self.writes.came_out();
        let mut unlinked = false;
        if let Some(sheet) = self.sheet_of(id) {
            unlinked = sheet.path.is_none() && sheet.list("questions").is_empty();
            sheet.saved(path, text, now);
        }
        let link = if unlinked {
            "; esc, then m links it to a question"
        } else {
            ""
        };
        self.say(format!("Saved as {path}{link}"));
    }

    /// The disk refused; the text stays here and in the drafts.
    pub(in crate::app) fn answer_refused(&mut self, id: &AnswerId, reason: &str, now: Moment) {
        if let Some(sheet) = self.sheet_of(id) {
            sheet.not_saved(Kept::Refused(reason.to_owned()), now);
        }
        self.warn(format!("Not saved: {reason}. Your text stays here; ctrl-s tries again"));
    }

    /// The file is not as it was when it was opened.
    pub(in crate::app) fn answer_met(&mut self, id: AnswerId, theirs: String, now: Moment) {
        if let Some(sheet) = self.sheet_of(&id) {
            sheet.not_saved(Kept::NotYet, now);
            self.writes.stays();
            self.conflicts.add(Meeting::Sheet { id, theirs });
        }
    }

    /// The home was read again: sheets nobody typed in follow the disk; that somebody else changed a file is said.
    pub(in crate::app) fn sheets_follow(&mut self, before: &Library) {
        let has = |library: &Library, id: &AnswerId, text: &str| {
            library.answer(id.as_str()).is_some_and(|answer| *answer.text == *text)
        };
        let known: Vec<(AnswerId, String)> = self
            .sheets_mut()
            .into_iter()
            .map(|sheet| (sheet.id.clone(), sheet.base.clone()))
            .collect();
        let mut outside = false;
        for (id, base) in &known {
            let Some(answer) = self.workspace.library.answer(id.as_str()).cloned() else {
                continue;
            };
            if *answer.text == **base {
                continue;
            }
            let ours = known.iter().any(|(other, base)| other == id && *answer.text == **base);
            outside |= !ours && !has(before, id, &answer.text);
            let mut sheets = self.sheets_mut().into_iter();
            let same = |sheet: &&mut Sheet| sheet.id == *id && sheet.base == *base && sheet.kept == Kept::Saved;
            if let Some(sheet) = sheets.find(same) {
                sheet.follow(&answer);
            }
        }
        if outside {
            self.say("The file has changed outside; what nobody typed in here shows it as it is now");
        }
        if let Some(bench) = self.workbench_mut() {
            bench.turn_to(bench.focus);
        }
    }

    /// Every sheet there is, those in front first.
    pub(in crate::app) fn sheets_mut(&mut self) -> Vec<&mut Sheet> {
        let benches = self.screens.iter_mut().rev().filter_map(|screen| match screen {
            AnyScreen::Workbench(bench) => Some(bench),
            _ => None,
        });
        benches.flat_map(|bench| bench.sheets_mut()).collect()
    }

    /// The sheet of an answer, the one in front first.
    pub(in crate::app) fn sheet_of(&mut self, id: &AnswerId) -> Option<&mut Sheet> {
        self.sheets_mut().into_iter().find(|sheet| sheet.id == *id)
    }

    /// Leaves what is not saved: it is given up, and so are its drafts.
    pub(in crate::app) fn leave_bench(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(bench) = self.workbench_mut() {
            effects.extend(bench.sheets_mut().map(Sheet::give_up));
        }
        effects.extend(self.pop_screen());
        effects
    }

    /// Asks whether the answer in front goes into the trash: a letter alone throws nothing away.
    pub(in crate::app) fn ask_about_trash(&mut self) {
        let sheet = self.workbench().and_then(|bench| bench.sheet());
        match sheet.map(|sheet| (&sheet.kept, &sheet.path, sheet.title())) {
            Some((Kept::Saved, Some(path), title)) => {
                let path = path.clone();
                self.overlay = Some(Overlay::Asked(Asked::Trash { path, title }));
            }
            Some((_, Some(_), _)) => self.say("Save this with ctrl-s first"),
            _ => self.say("There is no saved answer in this pane"),
        }
    }

    /// Shows the next two changes that met, unless something is open or a clock runs.
    pub(in crate::app) fn show_conflict(&mut self, now: Moment) {
        if self.overlay.is_some() || self.practising() {
            return;
        }
        while let Some(meeting) = self.conflicts.next() {
            if let Some(met) = self.met(&meeting) {
                self.conflicts.show(meeting, met, now);
            }
        }
    }

    /// The keys have rested: what opened by itself takes them from now on.
    pub(in crate::app) fn keys_rest(&mut self, now: Moment) {
        if self.overlay.is_none()
            && let Some(meeting) = self.conflicts.keys_rest(now)
        {
            self.overlay = self.met(&meeting).map(Overlay::Met);
        }
    }

    /// What came of it by now; none where nobody has the text any more.
    fn met(&mut self, meeting: &Meeting) -> Option<Met> {
        match meeting {
            Meeting::Sheet { id, theirs } => {
                let sheet = self.sheet_of(id)?;
                let path = sheet.path.clone().unwrap_or_default();
                Some(Met::new(path, &sheet.base, &sheet.text(), theirs.clone()))
            }
            Meeting::Interview {
                path,
                base,
                mine,
                theirs,
                debrief,
                form,
            } => {
                // What was saved here meanwhile is no change of somebody else.
                let there = self.interview(path).map(|one| one.text.to_string());
                let met = Met::new(path.clone(), base, mine, there.unwrap_or_else(|| theirs.clone()));
                Some(Met {
                    mine: Some(Whole {
                        text: mine.clone(),
                        debrief: *debrief,
                        form: form.clone(),
                    }),
                    ..met
                })
            }
        }
    }

    /// A file changed by two: taken, chosen from, or left with both files kept.
    pub(in crate::app) fn met_action(&mut self, action: Action, now: Moment) -> Vec<Effect> {
        let (page, of) = (self.viewport.rows, self.viewport.of);
        let Some(Overlay::Met(met)) = self.overlay.as_mut() else {
            return Vec::new();
        };
        let choice = match action {
            Action::Open if met.merged.is_some() => Choice::Take,
            Action::Mine => Choice::Mine,
            Action::Theirs => Choice::Theirs,
            Action::Both => Choice::Both,
            Action::Back if met.merged.is_some() => {
                self.close_overlay(now);
                return Vec::new();
            }
            Action::Back => Choice::KeepFiles,
            action => {
                met.scroll = moved(met.scroll, of.saturating_sub(page) + 1, page, action);
                return Vec::new();
            }
        };
        self.settle_met(choice, now)
    }

    /// The person says what becomes of two changes that met.
    fn settle_met(&mut self, choice: Choice, now: Moment) -> Vec<Effect> {
        let Some(Overlay::Met(met)) = self.overlay.take() else {
            return Vec::new();
        };
        match met.mine {
            Some(mine) => self.settle_interview(Met { mine: None, ..met }, mine, choice),
            None => self.settle_sheet(met, choice, now),
        }
    }

    fn settle_sheet(&mut self, met: Met, choice: Choice, now: Moment) -> Vec<Effect> {
        let mut sheets = self.sheets_mut().into_iter();
        let Some(sheet) = sheets.find(|sheet| sheet.path.as_deref() == Some(&met.path)) else {
            return Vec::new();
        };
        let (id, mine) = (sheet.id.clone(), sheet.text());
        let text = match (choice, met.merged) {
            (Choice::Take, None) => return Vec::new(),
            (Choice::Take, Some(merged)) => merged,
            (Choice::Mine | Choice::KeepFiles, _) => mine.clone(),
            (Choice::Theirs, _) => met.theirs.clone(),
            (Choice::Both, _) => both(&mine, &met.theirs),
        };
        if choice == Choice::KeepFiles {
            self.say("Yours is kept beside it as a conflict copy");
            let path = met.path;
            return vec![Effect::Disk(DiskEffect::KeepBoth { path, text })];
        }
        sheet.set_base(&met.theirs);
        sheet.take(&text, now);
        match choice {
            Choice::Theirs => self.say("Yours is taken back with ctrl-z while this stays open"),
            Choice::Both => self.say("Both are in the text now; edit, then save"),
            _ => return self.write(Deed::Sheet(id)),
        }
        Vec::new()
    }

    /// The person says what becomes of two changes of an interview that met.
    fn settle_interview(&mut self, met: Met, mine: Whole, choice: Choice) -> Vec<Effect> {
        let (mine, debrief, form) = (mine.text, mine.debrief, mine.form);
        let path = met.path;
        if let Some(form) = form.filter(|_| choice != Choice::Theirs) {
            // What was typed into it is in this text.
            self.forms.take(&form);
        }
        let whole = |text: String, said: &'static str| Deed::Whole {
            path: path.clone(),
            base: met.theirs.as_str().into(),
            text,
            said,
            debrief,
        };
        match (choice, met.merged) {
            (Choice::Take, Some(text)) => self.write(whole(text, "Saved with both changes")),
            (Choice::Take, None) => Vec::new(),
            (Choice::Mine, _) => self.write(whole(mine, "Saved as you had it")),
            (Choice::Theirs, _) => {
                self.say("The file stays as it is on the disk");
                Vec::new()
            }
            (Choice::Both, _) => {
                let text = both(&mine, &met.theirs);
                let mut effects = self.write(whole(text, "Both are in the file"));
                effects.push(Effect::Terminal(TerminalEffect::EditFile {
                    path: path.clone(),
                    line: 1,
                }));
                effects
            }
            (Choice::KeepFiles, _) => {
                self.say("Yours is kept beside it as a conflict copy");
                vec![Effect::Disk(DiskEffect::KeepBoth { path, text: mine })]
            }
        }
    }
}

/// Mine, with theirs below it, to be edited into one.
fn both(mine: &str, theirs: &str) -> String {
    let theirs = crate::markup::document::Document::parse(theirs).editor_body();
    format!("{}\n\n## The text on the disk\n{theirs}", mine.trim_end_matches('\n'))
}
