//! `greenroom drill --plain`: line by line, for a screen reader or a pipe. It records the same attempts.

use std::io::{self, BufRead};
use std::mem::ManuallyDrop;

use super::fault::Fault;
use super::order::nothing_fits;
use super::out::Out;
use super::session::Setting;
use crate::app::drill_request::DrillRequest;
use crate::app::route::Route;
use crate::app::widgets::field::Field;
use crate::app::workspace::Loaded;
use crate::app::{App, DiskEffect, Effect, Msg, Outcome, TerminalEffect};
use crate::domain::clock::Moment;
use crate::domain::drill::probe::PROBE_SECONDS;
use crate::domain::drill::{Hold, Phase};
use crate::domain::rating::Rating;
use crate::keys::action::Action;
use crate::runtime::disk::Worker;
use crate::runtime::settle::{World, settle, tell};
use crate::text::shown::Shown;
use crate::text::time::clock;
use crate::text::wrap::wrap;

/// The drill without a screen.
struct Plain<'a, 'o> {
    app: App,
    disk: PlainDisk<'a>,
    setting: &'a Setting,
    out: &'a mut Out<'o>,
    input: io::StdinLock<'static>,
}

/// The question that is asked.
struct Asked {
    number: usize,
    of: usize,
    ask: String,
    /// Seconds there are to speak.
    target: u64,
    /// What they listen for, a line each.
    listen_for: String,
}

/// The most columns of what was typed that are said back.
const ODD: usize = 40;

/// The disk alone: there is no screen to ask anything of.
struct PlainDisk<'a> {
    worker: Worker,
    setting: &'a Setting,
}

impl World for PlainDisk<'_> {
    fn now(&self) -> Moment {
        self.setting.clock.now()
    }

    fn terminal(&mut self, _: TerminalEffect, _: &mut Vec<Outcome>) -> io::Result<()> {
        Ok(())
    }

    fn disk(&mut self, effect: DiskEffect, told: &mut Vec<Outcome>) {
        self.worker.perform(effect, &mut |outcome| told.push(outcome));
    }

    fn stop(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What a prompt brought.
enum Said {
    Line(String),
    End,
}

/// Drills line by line until the questions or the input end.
pub(super) fn run(setting: &Setting, mut order: DrillRequest, probes: Option<u8>, out: &mut Out) -> Result<u8, Fault> {
    setting.clear_up_on_signals();
    order.think = Some(0);
    order.probes = Some(probes.map_or(0, usize::from));
    let read = ManuallyDrop::into_inner(setting.everything()?).workspace;
    setting.say_heard();
    let startup = setting.startup();
    let worker = Worker::new(setting.places.clone(), &startup.device, &startup.run, setting.clock);
    let mut app = App::new(startup, read.library);
    app.workspace.history = read.history;
    app.workspace.settings = read.settings;
    app.workspace.read = Loaded::All;
    app.refresh(setting.clock.now());
    app.begin_at(Route::Drill(order.clone()), setting.clock.now());
    if app.screens.drill().is_none() {
        return Err(nothing_fits(&order));
    }
    let mut plain = Plain {
        app,
        disk: PlainDisk { worker, setting },
        setting,
        out,
        input: io::stdin().lock(),
    };
    if let Some(doubt) = &order.doubt {
        plain.say(&format!("{doubt}\n"))?;
    }
    plain.go()?;
    plain.finish()
}

impl Plain<'_, '_> {
    fn go(&mut self) -> Result<(), Fault> {
        while self.phase() == Some(Phase::Speak) {
            if !self.tell_one()? {
                // It asks whether to end the drill, and the answer is yes.
                self.act(Action::Back)?;
                return self.act(Action::Accept);
            }
        }
        Ok(())
    }

    fn phase(&self) -> Option<Phase> {
        self.app.screens.drill().map(|screen| screen.drill.phase)
    }

    /// One question; false when the person ends the drill.
    fn tell_one(&mut self) -> Result<bool, Fault> {
        self.hold(true);
        let Some(asked) = self.asked() else {
            return Ok(false);
        };
        let target = clock(asked.target);
        self.say(&format!("\n{} of {}: {}\n", asked.number, asked.of, asked.ask))?;
        self.say(&format!("You have {target} to speak.\n"))?;
        if !self.timed("Enter to start, q to end: ")? || !self.probed()? {
            return Ok(false);
        }
        self.say(&format!("{} of {target}\n", clock(self.spoken())))?;
        if !asked.listen_for.is_empty() {
            self.say(&format!("They listen for:\n{}", asked.listen_for))?;
        }
        let Some(rating) = self.rating()? else {
            return Ok(false);
        };
        self.act(Action::Choose(rating.number()))?;
        self.say_saved()?;
        let note = match self.ask("Note (may be empty): ")? {
            Said::Line(note) => note.trim().to_owned(),
            Said::End => String::new(),
        };
        self.note(&note)?;
        self.act(Action::Open)?;
        if !note.is_empty() {
            self.say_saved()?;
        }
        Ok(true)
    }

    /// The probes, where there are any; false when the person ends the drill.
    fn probed(&mut self) -> Result<bool, Fault> {
        while self.phase() == Some(Phase::Probe) {
            self.hold(true);
            let probe = self.app.screens.drill().map(|screen| screen.drill.probe().to_owned());
            let time = clock(u64::from(PROBE_SECONDS));
            self.say(&format!("They ask: {}\n", Shown::new(&probe.unwrap_or_default())))?;
            self.say(&format!("You have {time} to speak.\n"))?;
            if !self.timed("Enter to start: ")? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn asked(&self) -> Option<Asked> {
        let drill = &self.app.screens.drill()?.drill;
        let telling = drill.now.as_ref()?;
        let question = self.app.workspace.library.question(&telling.question)?;
        let heard = question.listen_for.iter();
        Some(Asked {
            number: drill.number(),
            of: drill.len(),
            ask: Shown::new(&question.ask).to_string(),
            target: u64::from(telling.target),
            listen_for: heard.map(|what| format!("  - {}\n", Shown::new(what))).collect(),
        })
    }

    /// Whole seconds spoken.
    fn spoken(&self) -> u64 {
        let telling = self.app.screens.drill().and_then(|screen| screen.drill.now.as_ref());
        telling.map_or(0, |telling| telling.spoken.as_secs())
    }

    /// Waits for Enter twice, with the clock between; false for `q` or the end of the input.
    fn timed(&mut self, start: &str) -> Result<bool, Fault> {
        if !self.enter(start)? {
            return Ok(false);
        }
        self.start_over();
        if !self.enter("Enter when you are done: ")? {
            return Ok(false);
        }
        self.act(Action::Open)?;
        Ok(true)
    }

    fn enter(&mut self, prompt: &str) -> Result<bool, Fault> {
        Ok(matches!(self.ask(prompt)?, Said::Line(line) if line.trim() != "q"))
    }

    fn rating(&mut self) -> Result<Option<Rating>, Fault> {
        let words: Vec<String> = Rating::ALL
            .iter()
            .map(|rating| format!("{} {}", rating.number(), rating.word()))
            .collect();
        let prompt = format!("How was it? {}: ", words.join(", "));
        loop {
            match self.ask(&prompt)? {
                Said::End => return Ok(None),
                Said::Line(line) if line.trim() == "q" => return Ok(None),
                Said::Line(line) => {
                    if let Some(rating) = line.trim().parse().ok().and_then(Rating::from_number) {
                        return Ok(Some(rating));
                    }
                    self.say(&match line.trim() {
                        "" => "Nothing was typed; it takes a number from 1 to 4.\n".to_owned(),
                        odd => format!("\"{}\" is not a number from 1 to 4.\n", Shown::new(odd).fit(ODD)),
                    })?;
                }
            }
        }
    }

    fn ask(&mut self, prompt: &str) -> Result<Said, Fault> {
        self.say(prompt)?;
        let mut bytes = Vec::new();
        let read = self
            .input
            .read_until(b'\n', &mut bytes)
            .map_err(|error| Fault::io("the input cannot be read", &error))?;
        if read == 0 {
            self.say("\n")?;
            return Ok(Said::End);
        }
        Ok(Said::Line(
            String::from_utf8_lossy(&bytes)
                .trim_end_matches(['\n', '\r'])
                .to_owned(),
        ))
    }

    /// Says something, broken between words where a terminal would break it anywhere.
    fn say(&mut self, text: &str) -> Result<(), Fault> {
        let text = match self.out.columns() {
            Some(columns) => {
                let behind = &text[text.trim_end().len()..];
                format!("{}{behind}", wrap(text.trim_end(), columns).join("\n"))
            }
            None => text.to_owned(),
        };
        self.out.words(&text).map(|_| ())
    }

    fn say_saved(&mut self) -> Result<(), Fault> {
        match self.app.outbox.not_saved() {
            None => self.say("Saved.\n"),
            Some(_) => Ok(()),
        }
    }

    fn hold(&mut self, paused: bool) {
        let now = self.setting.clock.now();
        if let Some(screen) = self.app.screens.drill_mut() {
            screen
                .drill
                .set_hold(if paused { Hold::Paused } else { Hold::Running }, now);
        }
    }

    fn start_over(&mut self) {
        let now = self.setting.clock.now();
        if let Some(screen) = self.app.screens.drill_mut() {
            screen.drill.start_over(now);
        }
    }

    fn note(&mut self, text: &str) -> Result<(), Fault> {
        if let Some(screen) = self.app.screens.drill_mut() {
            screen.note = Some(Field::read(text));
        }
        self.act(Action::Accept)
    }

    fn act(&mut self, action: Action) -> Result<(), Fault> {
        tell(&mut self.app, &mut self.disk, Msg::Act(action)).ok();
        self.say_what_is_not_saved()
    }

    fn settle(&mut self, effects: Vec<Effect>) -> Result<(), Fault> {
        settle(&mut self.app, &mut self.disk, effects).ok();
        self.say_what_is_not_saved()
    }

    /// A disk that refuses is said at once and tried again at the end.
    fn say_what_is_not_saved(&mut self) -> Result<(), Fault> {
        if let Some(shortened) = self.app.outbox.take_shortened() {
            self.say(&format!("{}\n", shortened.sentence()))?;
        }
        if let Some((count, reason)) = self.app.outbox.not_saved() {
            let line = format!("{count} not saved: {reason}\n");
            self.say(&line)?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<u8, Fault> {
        let now = self.setting.clock.now();
        let effects: Vec<Effect> = self.app.outbox.try_again(now, true).into_iter().collect();
        self.settle(effects)?;
        match self.app.outbox.not_saved() {
            None => Ok(0),
            Some((count, reason)) => Err(Fault::new(
                format!("{count} not saved"),
                format!("{}: {reason}", self.setting.places.log().display()),
                "Make room or give permission, then drill again",
            )),
        }
    }
}
