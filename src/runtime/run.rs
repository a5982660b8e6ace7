//! The loop: draw, wait, update, perform, until it is time to leave.

use std::io;
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use ratatui::layout::Position;
use signal_hook::consts::{SIGHUP, SIGTSTP};

use super::click::click;
use super::effects::{Disk, perform};
use super::event::{Input, LoopEvent};
use super::fail_point::fail_at;
use super::settle::{World, settle, suspend, tell};
use super::setup::{Ended, Setting};
use super::signals::GRACE;
use super::terminal::{Hold, Screen};
use super::threads::{give_back_on_panic, spawn, start_disk, start_watchers};
use super::{ground, input, signals};
use crate::app::route::Route;
use crate::app::{App, DiskEffect, Effect, Msg, Outcome, TerminalEffect};
use crate::domain::clock::Moment;
use crate::domain::library::Library;
use crate::ui::clicks::Clicks;
use crate::ui::theme::Theme;
use crate::ui::theme::terminal::{Ground, Surroundings};
use crate::ui::{self, Look};

/// How long the first frame waits for the files: longer, and it is drawn without them.
const FIRST_FRAME: Duration = Duration::from_millis(5);

/// How long leaving waits for the disk.
const LAST_WRITE: Duration = Duration::from_secs(2);

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
    if setting.surroundings.answers(setting.theme) {
        screen.send(ground::QUESTION)?;
    }
    let (leave_to_read, leaves) = channel();
    let input_out = out.clone();
    spawn("input", &out, move || input::listen(&leaves, &input_out));
    let mut stage = Loop {
        app: ManuallyDrop::new(App::new(setting.startup.clone(), Library::default())),
        setting,
        world: Terminal {
            screen,
            disk: Disk::Thread(disk.jobs),
            setting,
            ended: None,
        },
        hold: hold.clone(),
        drawn: Some(disk.drawn),
        happenings: &happenings,
        leave_to_read,
        start: setting.start.clone(),
        clicks: Clicks::default(),
        ground: None,
        stale: true,
    };
    let ended = stage.go();
    drop(stage);
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
    world: Terminal<'a>,
    hold: Hold,
    /// Told once, when the first frame is drawn or must wait for the log.
    drawn: Option<Sender<()>>,
    happenings: &'a Receiver<LoopEvent>,
    leave_to_read: Sender<()>,
    start: Option<Route>,
    /// What can be clicked in the last frame.
    clicks: Clicks,
    /// What the terminal said of its ground.
    ground: Option<Ground>,
    /// Whether anything happened since the last frame that may show in one.
    stale: bool,
}

/// The terminal and the disk as the loop has them.
struct Terminal<'a> {
    screen: Screen,
    disk: Disk,
    setting: &'a Setting,
    ended: Option<Ended>,
}

impl World for Terminal<'_> {
    fn now(&self) -> Moment {
        self.setting.clock.now()
    }

    fn terminal(&mut self, effect: TerminalEffect, told: &mut Vec<Outcome>) -> io::Result<()> {
        match effect {
            TerminalEffect::Quit => self.ended = Some(self.ended.unwrap_or(Ended::Left)),
            TerminalEffect::EditFile { .. } | TerminalEffect::EditMessage { .. } => {
                // What the editor opens is what was asked to be written.
                self.disk.wait(GRACE);
                perform(effect, &mut self.screen, &self.setting.places, told)?;
            }
            effect => perform(effect, &mut self.screen, &self.setting.places, told)?,
        }
        Ok(())
    }

    fn disk(&mut self, effect: DiskEffect, told: &mut Vec<Outcome>) {
        self.disk.perform(effect, told);
    }

    fn stop(&mut self) -> io::Result<()> {
        // A stopped program writes nothing, and may never go on: what was asked of the disk is done first.
        self.disk.wait(GRACE);
        self.screen.give();
        let stopped = signal_hook::low_level::emulate_default_handler(SIGTSTP);
        self.screen.retake()?;
        stopped
    }
}

impl Loop<'_> {
    fn go(&mut self) -> io::Result<Ended> {
        let played = catch_unwind(AssertUnwindSafe(|| self.play())).unwrap_or_else(|panic| {
            // The panic is reported already. A second one, over what the first left, changes nothing.
            catch_unwind(AssertUnwindSafe(|| self.leave_quietly())).ok();
            self.world.disk.wait(GRACE);
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
            if let Some(ended) = self.world.ended {
                return Ok(ended);
            }
            if self.stale {
                self.draw()?;
            }
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
        let must = self.setting.start.is_some();
        if must {
            self.let_the_log_be_read();
        }
        // An answer is opened with what was typed into it before and never saved.
        let edits = matches!(self.start, Some(Route::EditAnswer(..)));
        let all = |app: &App| app.workspace.all_read() && (!edits || app.workspace.looked_for_drafts);
        while !all(&self.app) && self.world.ended.is_none() {
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
        if let Some(route) = self.start.take() {
            let effects = self.app.begin_at(route, self.world.now());
            settle(&mut self.app, &mut self.world, effects)?;
        }
        if self.app.screens.is_empty() {
            self.world.ended = Some(Ended::Nothing);
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

    /// The theme by what is chosen and known now.
    fn theme(&self) -> Theme {
        let settings = &self.app.workspace.settings;
        let choice = self.setting.theme.unwrap_or(settings.theme);
        let surroundings = Surroundings {
            ground: self.ground,
            ..self.setting.surroundings.clone()
        };
        Theme::choose(choice, &settings.colours, &surroundings)
    }

    fn draw(&mut self) -> io::Result<()> {
        self.stale = false;
        let theme = self.theme();
        let look = Look {
            theme: &theme,
            now: self.setting.clock.now(),
        };
        self.world.screen.set_mouse(self.app.workspace.settings.mouse.is_on())?;
        let app = &mut self.app;
        let mut seen = None;
        self.world.screen.draw(|frame| {
            let (viewport, clicks) = ui::draw(frame.buffer_mut(), app, &look);
            if app.overlay.is_some() {
                fail_at("draw");
            }
            let cursor = clicks.cursor();
            seen = Some((viewport, clicks));
            cursor
        })?;
        if let Some((viewport, clicks)) = seen {
            app.saw(viewport);
            self.clicks = clicks;
        }
        self.let_the_log_be_read();
        Ok(())
    }

    fn take(&mut self, happening: LoopEvent) -> io::Result<()> {
        self.stale |= !matches!(happening, LoopEvent::Ground(_));
        match happening {
            LoopEvent::Input(batch) => {
                fail_at("loop");
                self.hold.typed();
                for input in batch {
                    match input {
                        Input::Told(msg) => self.tell(msg)?,
                        Input::Click(at) => self.click(at)?,
                    }
                }
                self.grant();
                Ok(())
            }
            LoopEvent::Changed(told) => told.into_iter().try_for_each(|msg| self.tell(msg)),
            LoopEvent::Ground(ground) => {
                let before = self.theme();
                self.ground = Some(ground);
                self.stale |= self.theme() != before;
                Ok(())
            }
            LoopEvent::Resized => self.tell(Msg::Resized),
            LoopEvent::Did(outcome) => self.tell(Msg::Did(outcome)),
            LoopEvent::Stop => suspend(&mut self.app, &mut self.world),
            LoopEvent::Continued => {
                // The shell may have changed the terminal while we could not know.
                self.world.screen.give();
                self.world.screen.retake()?;
                self.tell(Msg::Resumed)
            }
            LoopEvent::Ended(how) => {
                self.leave_quietly();
                self.world.ended = Some(how);
                Ok(())
            }
        }
    }

    /// Writes down what is open before the program leaves unasked: the log, and a draft of all that is typed.
    fn leave_quietly(&mut self) {
        let now = self.setting.clock.now();
        let effects = self.app.update(Msg::Leaving, now);
        for effect in effects {
            if let Effect::Disk(effect) = effect {
                self.world.disk.perform(effect, &mut Vec::new());
            }
        }
    }

    fn click(&mut self, at: Position) -> io::Result<()> {
        let clicks = self.clicks.clone();
        click(at, &clicks, |msg| {
            self.tell(msg)?;
            self.draw()?;
            Ok(self.clicks.clone())
        })
    }

    fn tell(&mut self, msg: Msg) -> io::Result<()> {
        self.stale = true;
        tell(&mut self.app, &mut self.world, msg)
    }
}

/// Whether something failed because there is no terminal any more.
fn gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe || error.raw_os_error() == Some(5)
}
