//! `greenroom drill --plain`: line by line, for a screen reader or a pipe. It records the same attempts.

use std::io::{self, BufRead, Write};
use std::mem::ManuallyDrop;

use super::fault::Fault;
use super::order::nothing_fits;
use super::session::Setting;
use crate::app::planning::Order;
use crate::app::widgets::field::Field;
use crate::app::workspace::Read;
use crate::app::{App, Effect, Msg};
use crate::domain::drill::{Hold, Phase};
use crate::domain::rating::Rating;
use crate::keys::action::Action;
use crate::runtime::disk::Worker;
use crate::text::shown::Shown;
use crate::text::time::clock;

/// The drill without a screen.
struct Plain<'a> {
    app: App,
    worker: Worker,
    setting: &'a Setting,
    out: &'a mut dyn Write,
    input: io::StdinLock<'static>,
}

/// What a prompt brought.
enum Said {
    Line(String),
    End,
}

/// Drills line by line until the questions or the input end.
pub(super) fn run(setting: &Setting, mut order: Order, probes: Option<u8>, out: &mut dyn Write) -> Result<u8, Fault> {
    setting.clear_up_on_signals();
    order.think = Some(0);
    order.probes = Some(probes.map_or(0, usize::from));
    let all = ManuallyDrop::into_inner(setting.everything()?);
    setting.say_heard();
    setting.say_heard();
    let birth = setting.birth();
    let worker = Worker::new(setting.places.clone(), &birth.device, &birth.run, setting.clock);
    let mut app = App::new(birth, all.library);
    app.workspace.history = all.history;
    app.workspace.settings = all.settings;
    app.workspace.read = Read::All;
    app.screens.clear();
    app.refresh(setting.clock.now());
    app.begin(&order, setting.clock.now());
    if app.drill().is_none() {
        return Err(nothing_fits());
    }
    let mut plain = Plain {
        app,
        worker,
        setting,
        out,
        input: io::stdin().lock(),
    };
    plain.go()?;
    plain.finish()
}

impl Plain<'_> {
    fn go(&mut self) -> Result<(), Fault> {
        while self.phase() == Some(Phase::Speak) {
            if !self.tell_one()? {
                let now = self.setting.clock.now();
                let effects = self.app.end_early(now);
                return self.settle(effects);
            }
        }
        Ok(())
    }

    fn phase(&self) -> Option<Phase> {
        self.app.drill().map(|screen| screen.drill.phase)
    }

    /// One question; false when the person ends the drill.
    fn tell_one(&mut self) -> Result<bool, Fault> {
        self.hold(true);
        let Some((number, of, ask, target)) = self.present() else {
            return Ok(false);
        };
        self.say(&format!("\n{number} of {of}: {ask}\n"))?;
        if !self.timed(
            "Enter to start, q to end: ",
            &format!("Enter when you are done ({} to speak): ", clock(target)),
        )? {
            return Ok(false);
        }
        while self.phase() == Some(Phase::Probe) {
            self.hold(true);
            let probe = self
                .app
                .drill()
                .map(|screen| screen.drill.probe().to_owned())
                .unwrap_or_default();
            self.say(&format!("They ask: {}\n", Shown::new(&probe)))?;
            if !self.timed("Enter to start: ", "Enter when you are done: ")? {
                return Ok(false);
            }
        }
        let spoken = self
            .app
            .drill()
            .and_then(|screen| screen.drill.now.as_ref())
            .map_or(0, |t| t.spoken.as_secs());
        self.say(&format!("{} of {}\n", clock(spoken), clock(target)))?;
        let Some(rating) = self.rating()? else {
            return Ok(false);
        };
        self.act(Action::Rate(rating))?;
        if let Said::Line(note) = self.ask("Note (may be empty): ")? {
            self.note(note.trim());
        }
        self.act(Action::Forward)?;
        Ok(true)
    }

    fn present(&self) -> Option<(usize, usize, String, u64)> {
        let drill = &self.app.drill()?.drill;
        let telling = drill.now.as_ref()?;
        let ask = self.app.workspace.library.question(telling.question.as_str())?;
        let shown = Shown::new(&ask.ask).to_string();
        Some((drill.number(), drill.len(), shown, u64::from(telling.target)))
    }

    /// Waits for Enter twice, with the clock between; false for `q` or the end of the input.
    fn timed(&mut self, start: &str, stop: &str) -> Result<bool, Fault> {
        if !self.enter(start)? {
            return Ok(false);
        }
        self.start_over();
        if !self.enter(stop)? {
            return Ok(false);
        }
        self.act(Action::Forward)?;
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

    fn say(&mut self, text: &str) -> Result<(), Fault> {
        super::print(self.out, text.as_bytes()).map(|_| ())
    }

    fn hold(&mut self, paused: bool) {
        let now = self.setting.clock.now();
        if let Some(screen) = self.app.drill_in_front() {
            screen
                .drill
                .set_hold(if paused { Hold::Paused } else { Hold::Running }, now);
        }
    }

    fn start_over(&mut self) {
        let now = self.setting.clock.now();
        if let Some(screen) = self.app.drill_in_front() {
            screen.drill.start_over(now);
        }
    }

    fn note(&mut self, text: &str) {
        let now = self.setting.clock.now();
        if let Some(screen) = self.app.drill_in_front() {
            screen.note = Some(Field::read(text));
        }
        self.app.take_note(now);
    }

    fn act(&mut self, action: Action) -> Result<(), Fault> {
        let now = self.setting.clock.now();
        let effects = self.app.act(action, now);
        self.settle(effects)
    }

    /// Writes what is to be written; a disk that refuses is said at once and tried again at the end.
    fn settle(&mut self, effects: Vec<Effect>) -> Result<(), Fault> {
        let mut todo = effects;
        while let Some(effect) = todo.pop() {
            let mut outcomes = Vec::new();
            self.worker.perform(effect, &mut |outcome| outcomes.push(outcome));
            for outcome in outcomes {
                let now = self.setting.clock.now();
                todo.extend(self.app.update(Msg::Did(outcome), now));
            }
        }
        if let Some(shortened) = self.app.record.take_shortened() {
            self.say(&format!("{}\n", shortened.sentence()))?;
        }
        if let Some((count, reason)) = self.app.record.not_saved() {
            let line = format!("{count} not saved: {reason}\n");
            self.say(&line)?;
        }
        Ok(())
    }

    fn finish(mut self) -> Result<u8, Fault> {
        let now = self.setting.clock.now();
        let effects: Vec<Effect> = self.app.record.try_again(now, true).into_iter().collect();
        self.settle(effects)?;
        match self.app.record.not_saved() {
            None => Ok(0),
            Some((count, reason)) => Err(Fault::new(
                format!("{count} not saved"),
                format!("{}: {reason}", self.setting.places.log().display()),
                "Make room or give permission, then drill again",
            )),
        }
    }
}
