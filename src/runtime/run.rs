//! The loop: draw, wait, update, perform, until it is time to leave.

use std::io;
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use signal_hook::consts::{SIGHUP, SIGTSTP};

use super::clock::Clock;
use super::disk::Job;
use super::effects::{Disk, Next, perform};
use super::fail_point::mishap;
use super::signals::GRACE;
use super::terminal::{Hold, Screen};
use super::threads::{give_back_on_panic, spawn, start_disk, start_watchers};
use super::{input, signals};
use crate::app::planning::Order;
use crate::app::screens::workbench::Hand;
use crate::app::workspace::Read;
use crate::app::{App, Birth, Effect, Msg, Outcome};
use crate::domain::id::{AnswerId, QuestionId};
use crate::domain::library::Library;
use crate::store::files::places::Places;
use crate::ui::theme::{Surroundings, Theme};
use crate::ui::{self, Look};

/// How long the first frame waits for the files: longer, and it is drawn without them.
const FIRST_FRAME: Duration = Duration::from_millis(5);

/// How long leaving waits for the disk.
const LAST_WRITE: Duration = Duration::from_secs(2);

/// Something happened outside the program.
#[derive(Debug)]
pub(super) enum Happening {
    /// Keys, pasted text, a new size.
    Input(Vec<Msg>),
    /// A signal to leave.
    Signal(i32),
    /// The program is to be stopped.
    Stop,
    /// The program goes on after a stop.
    Continued,
    /// The terminal is gone.
    Gone,
    /// Something asked for was done.
    Did(Outcome),
    /// A thread of ours came to grief; its panic is already reported.
    Died,
}

/// How the program begins.
#[derive(Clone, Debug)]
pub enum Start {
    /// On Home.
    Home,
    /// With a drill, after which the program ends.
    Drill(Order),
    /// With a sprint, after which the program ends.
    Sprint,
    /// With Browse, perhaps of a category or of what has some words.
    Browse(String),
    /// With the interviews.
    Interviews,
    /// With Review.
    Review,
    /// With an answer to edit.
    Edit(AnswerId),
    /// With a new answer, perhaps for a question.
    New(Option<QuestionId>),
}

/// All that the loop needs from outside.
pub struct Setting {
    /// The files.
    pub places: Places,
    /// What the program is born with.
    pub birth: Birth,
    /// The clock.
    pub clock: Clock,
    /// What is known of colours.
    pub surroundings: Surroundings,
    /// `--theme`, which goes before the settings.
    pub theme: Option<crate::domain::settings::ThemeChoice>,
    /// How to begin.
    pub start: Start,
    /// The folder of a demo, which goes with the program.
    pub throw_away: Option<PathBuf>,
}

/// How the program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The person left.
    Left,
    /// A signal, or the terminal went away.
    Signal(i32),
    /// A panic, already reported.
    Died,
    /// There was nothing to drill.
    Nothing,
}

/// Runs the program in the terminal until the person leaves.
///
/// # Errors
/// When the terminal cannot be taken.
pub fn run(setting: &Setting) -> io::Result<Ended> {
    let (out, happenings) = channel();
    let hold = Hold::default();
    give_back_on_panic(&hold);
    let signals = signals::register()?;
    let disk = start_disk(setting, &out);
    let left = start_watchers(signals, &out, &hold, setting.throw_away.as_ref());
    let mut screen = Screen::take(hold.clone())?;
    let (leave_to_read, leaves) = channel();
    let input_out = out.clone();
    spawn("input", &out, move || input::listen(&leaves, &input_out));
    let mut stage = Loop {
        app: ManuallyDrop::new(App::new(setting.birth.clone(), Library::default())),
        setting,
        screen: &mut screen,
        hold: hold.clone(),
        disk: Disk::Thread(disk.jobs),
        drawn: Some(disk.drawn),
        happenings: &happenings,
        leave_to_read,
        start: Some(setting.start.clone()),
        ended: None,
    };
    let ended = stage.go();
    drop(stage);
    drop(screen);
    drop(left);
    let written = disk.idle.recv_timeout(LAST_WRITE);
    if written == Err(RecvTimeoutError::Timeout) {
        hold.release();
    }
    ended
}

struct Loop<'a> {
    /// Not freed piece by piece at the end: with a long log that takes longer than anything else in leaving.
    app: ManuallyDrop<App>,
    setting: &'a Setting,
    screen: &'a mut Screen,
    hold: Hold,
    disk: Disk,
    /// Told once, when the first frame is drawn or must wait for the log.
    drawn: Option<Sender<()>>,
    happenings: &'a Receiver<Happening>,
    leave_to_read: Sender<()>,
    start: Option<Start>,
    ended: Option<Ended>,
}

impl Loop<'_> {
    fn go(&mut self) -> io::Result<Ended> {
        let played = catch_unwind(AssertUnwindSafe(|| self.play())).unwrap_or_else(|panic| {
            // The panic is reported already. A second one, over what the first left, changes nothing.
            catch_unwind(AssertUnwindSafe(|| self.leave_quietly())).ok();
            self.wait_for_the_disk();
            resume_unwind(panic)
        });
        played.or_else(|error| {
            // Whatever was asked of a terminal that is gone, nobody is there any more.
            if !gone(&error) {
                return Err(error);
            }
            self.leave_quietly();
            Ok(Ended::Signal(SIGHUP))
        })
    }

    fn play(&mut self) -> io::Result<Ended> {
        self.wait_for_files()?;
        self.grant();
        loop {
            if let Some(ended) = self.ended {
                return Ok(ended);
            }
            self.draw()?;
            let now = self.setting.clock.now();
            let next = match self.app.wake_in(now) {
                Some(wait) => self.happenings.recv_timeout(wait),
                None => self.happenings.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match next {
                Ok(happening) => self.take(happening)?,
                Err(RecvTimeoutError::Timeout) => self.tell(Msg::Tick)?,
                Err(RecvTimeoutError::Disconnected) => return Ok(Ended::Died),
            }
            while let Ok(happening) = self.happenings.try_recv() {
                self.take(happening)?;
            }
        }
    }

    /// Small homes are read before the first frame; large ones come in behind it.
    fn wait_for_files(&mut self) -> io::Result<()> {
        let begun = self.setting.clock.now().elapsed;
        let must = !matches!(self.setting.start, Start::Home);
        if must {
            self.let_the_log_be_read();
        }
        // An answer is opened with what was typed into it before and never saved.
        let edits = matches!(self.setting.start, Start::Edit(_));
        let all = |app: &App| app.workspace.read == Read::All && (!edits || app.workspace.looked_for_drafts);
        while !all(&self.app) && self.ended.is_none() {
            let spent = self.setting.clock.now().elapsed.saturating_sub(begun);
            let wait = if must {
                Duration::from_secs(60)
            } else {
                FIRST_FRAME.saturating_sub(spent)
            };
            match self.happenings.recv_timeout(wait) {
                Ok(happening) => self.take(happening)?,
                Err(_) => break,
            }
        }
        let now = self.setting.clock.now();
        match self.start.take() {
            Some(Start::Drill(order)) => {
                self.app.screens.clear();
                let effects = self.app.begin(&order, now);
                self.begin(effects)?;
            }
            Some(Start::Sprint) => {
                self.app.screens.clear();
                let effects = self.app.begin_sprint(now);
                self.begin(effects)?;
            }
            Some(Start::Edit(id)) => {
                self.app.screens.clear();
                self.app.open_answer(&id, Hand::Typing);
            }
            Some(Start::New(question)) => {
                self.app.screens.clear();
                self.app.new_answer(question.as_ref(), now);
            }
            Some(Start::Interviews) => self.app.open_interviews(now),
            Some(Start::Browse(query)) => self.app.open_browse(&query, now),
            Some(Start::Review) => self.app.open_review(now),
            Some(Start::Home) | None => {}
        }
        Ok(())
    }

    /// Carries out what beginning asks for; with nothing begun, the program ends.
    fn begin(&mut self, effects: Vec<Effect>) -> io::Result<()> {
        self.settle(effects)?;
        if self.app.screens.is_empty() {
            self.ended = Some(Ended::Nothing);
        }
        Ok(())
    }

    fn grant(&self) {
        // The reader may have ended with the terminal; the loop then leaves by itself.
        self.leave_to_read.send(()).ok();
    }

    fn let_the_log_be_read(&mut self) {
        if let Some(drawn) = self.drawn.take() {
            drawn.send(()).ok();
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        let choice = self.setting.theme.unwrap_or(self.app.workspace.settings.theme);
        let theme = Theme::choose(choice, &self.setting.surroundings);
        let look = Look {
            theme: &theme,
            now: self.setting.clock.now(),
        };
        self.screen.set_mouse(self.app.workspace.settings.mouse.is_on())?;
        let app = &mut self.app;
        let mut seen = None;
        self.screen.draw(|frame| {
            seen = Some(ui::draw(frame.buffer_mut(), app, &look));
            if app.overlay.is_some() {
                mishap("draw");
            }
        })?;
        if let Some(viewport) = seen {
            app.saw(viewport);
        }
        self.let_the_log_be_read();
        Ok(())
    }

    fn take(&mut self, happening: Happening) -> io::Result<()> {
        match happening {
            Happening::Input(batch) => {
                mishap("loop");
                self.hold.typed();
                for msg in batch {
                    self.tell(msg)?;
                }
                self.grant();
                Ok(())
            }
            Happening::Did(outcome) => self.tell(Msg::Did(outcome)),
            Happening::Stop => self.stop(),
            Happening::Continued => {
                // The shell may have changed the terminal while we could not know.
                self.screen.give();
                self.screen.retake()?;
                self.tell(Msg::Resumed)
            }
            Happening::Signal(signal) => {
                self.leave_quietly();
                self.ended = Some(Ended::Signal(signal));
                Ok(())
            }
            Happening::Gone => {
                self.leave_quietly();
                self.ended = Some(Ended::Signal(SIGHUP));
                Ok(())
            }
            Happening::Died => {
                self.leave_quietly();
                self.ended = Some(Ended::Died);
                Ok(())
            }
        }
    }

    /// Writes down what is open before the program leaves unasked: the log, and a draft of all that is typed.
    fn leave_quietly(&mut self) {
        let now = self.setting.clock.now();
        let effects = self.app.update(Msg::Leaving, now);
        for effect in effects {
            if let (Effect::Disk(effect), Disk::Thread(jobs)) = (effect, &self.disk) {
                jobs.send(Job::Do(effect)).ok();
            }
        }
    }

    fn tell(&mut self, msg: Msg) -> io::Result<()> {
        let now = self.setting.clock.now();
        let effects = self.app.update(msg, now);
        self.settle(effects)
    }

    /// Carries out effects and what follows from them, until it is quiet.
    fn settle(&mut self, effects: Vec<Effect>) -> io::Result<()> {
        let mut todo = effects;
        while !todo.is_empty() {
            let mut outcomes = Vec::new();
            let mut stop = false;
            for effect in todo.drain(..) {
                let places = &self.setting.places;
                match perform(effect, self.screen, &mut self.disk, places, &mut outcomes)? {
                    Next::Done => {}
                    Next::Suspend => stop = true,
                    Next::Quit => self.ended = Some(self.ended.unwrap_or(Ended::Left)),
                }
            }
            if stop {
                self.stop()?;
            }
            for outcome in outcomes {
                let now = self.setting.clock.now();
                todo.extend(self.app.update(Msg::Did(outcome), now));
            }
        }
        Ok(())
    }

    /// A stopped program writes nothing, and may never go on: what was asked of the disk is done first.
    fn wait_for_the_disk(&self) {
        let (asked, done) = channel();
        if let Disk::Thread(jobs) = &self.disk
            && jobs.send(Job::Done(asked)).is_ok()
        {
            done.recv_timeout(GRACE).ok();
        }
    }

    /// To the shell, as Ctrl-Z does it, and back.
    fn stop(&mut self) -> io::Result<()> {
        self.tell(Msg::Stopping)?;
        self.wait_for_the_disk();
        self.screen.give();
        let stopped = signal_hook::low_level::emulate_default_handler(SIGTSTP);
        self.screen.retake()?;
        stopped?;
        self.tell(Msg::Resumed)
    }
}

/// Whether something failed because there is no terminal any more.
fn gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe || error.raw_os_error() == Some(5)
}
