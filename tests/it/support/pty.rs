//! The program in a terminal of its own. Everything waits for a condition with a deadline; nothing sleeps.

use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use super::{GREENROOM, TestEnvironment};

/// How long anything may take on a busy machine.
const DEADLINE: Duration = Duration::from_secs(20);

/// How often is looked for what the screen does not tell.
const LOOK: Duration = Duration::from_millis(20);

/// A program in a terminal.
pub(crate) struct Pty {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    reader: Option<Reader>,
    screen: vt100::Parser,
    bytes: Vec<u8>,
    cooked: String,
}

/// A thread that reads once for every leave given, so that the terminal can be closed while it has none.
struct Reader {
    leave: Sender<()>,
    asked: bool,
    bytes: Receiver<Vec<u8>>,
    thread: JoinHandle<()>,
}

impl TestEnvironment {
    /// The program in a terminal of 100 columns and 30 rows.
    pub(crate) fn pty(&self, words: &[&str]) -> Pty {
        self.pty_with(words, &[])
    }

    /// The same with more variables.
    pub(crate) fn pty_with(&self, words: &[&str], variables: &[(&str, &str)]) -> Pty {
        let mut command = vec![GREENROOM.to_owned()];
        command.extend(self.arguments(words));
        self.pty_of(&command, variables)
    }

    /// A shell script in a terminal; the program with its arguments is `"$@"`.
    pub(crate) fn pty_in_shell(&self, script: &str, words: &[&str]) -> Pty {
        let mut command: Vec<String> = ["sh", "-c", script, "sh", GREENROOM].map(str::to_owned).to_vec();
        command.extend(self.arguments(words));
        self.pty_of(&command, &[])
    }

    /// Any command in a terminal.
    pub(crate) fn pty_of(&self, command: &[String], variables: &[(&str, &str)]) -> Pty {
        let pair = native_pty_system().openpty(size(100, 30)).unwrap();
        let cooked = modes(&*pair.master);
        let mut builder = CommandBuilder::new(&command[0]);
        builder.args(&command[1..]);
        builder.cwd(self.path(""));
        builder.env_clear();
        for (name, value) in self.variables() {
            builder.env(name, value);
        }
        for (name, value) in variables {
            builder.env(name, value);
        }
        let child = pair.slave.spawn_command(builder).unwrap();
        drop(pair.slave);
        Pty {
            child,
            writer: Some(pair.master.take_writer().unwrap()),
            reader: Some(Reader::start(pair.master.try_clone_reader().unwrap())),
            master: Some(pair.master),
            screen: vt100::Parser::new(30, 100, 0),
            bytes: Vec::new(),
            cooked,
        }
    }
}

impl Reader {
    fn start(mut terminal: Box<dyn Read + Send>) -> Reader {
        let (leave, leaves) = channel::<()>();
        let (out, bytes) = channel();
        let thread = thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while leaves.recv().is_ok() {
                match terminal.read(&mut buffer) {
                    Ok(count) if count > 0 && out.send(buffer[..count].to_vec()).is_ok() => {}
                    _ => return,
                }
            }
        });
        Reader {
            leave,
            asked: false,
            bytes,
            thread,
        }
    }

    fn read(&mut self, within: Duration) -> Result<Vec<u8>, RecvTimeoutError> {
        if !self.asked {
            self.asked = true;
            // A thread that has ended closes the other channel, which is what is looked at.
            self.leave.send(()).ok();
        }
        let read = self.bytes.recv_timeout(within);
        self.asked = read == Err(RecvTimeoutError::Timeout);
        read
    }
}

impl Pty {
    /// What is on the screen.
    pub(crate) fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// What stands before its cursor in the cursor's row, while that is shown.
    fn before_the_cursor(&self) -> Option<String> {
        let screen = self.screen.screen();
        let (row, column) = screen.cursor_position();
        (!screen.hide_cursor()).then(|| screen.contents_between(row, 0, row, column))
    }

    /// Every byte the terminal got.
    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Types keys by name or as they are: `enter tab esc space ctrl-c`, `x`.
    pub(crate) fn keys(&mut self, names: &str) -> &mut Pty {
        let typed: String = names.split_whitespace().map(key).collect();
        self.send(&typed)
    }

    /// Types text in one go.
    pub(crate) fn send(&mut self, text: &str) -> &mut Pty {
        self.writer.as_mut().unwrap().write_all(text.as_bytes()).unwrap();
        self
    }

    /// Waits until the screen has this text.
    pub(crate) fn wait(&mut self, text: &str) -> &mut Pty {
        self.wait_until(&format!("\"{text}\""), |screen| screen.contains(text))
    }

    /// Waits until the screen has this text, while the terminal says again and again that its window has lost the focus,
    /// which changes nothing: a key that comes in one wake-up with a new size is seen with the next input only
    /// (crossterm 0.29, mio source).
    pub(crate) fn wait_with_more_input(&mut self, text: &str) -> &mut Pty {
        let waited = Waited::new();
        while !self.text().contains(text) && !waited.left().is_zero() {
            match self.read(LOOK) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => drop(self.send("\x1b[O")),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.wait(text)
    }

    /// Waits until the screen no longer has this text.
    pub(crate) fn wait_gone(&mut self, text: &str) -> &mut Pty {
        self.wait_until(&format!("no \"{text}\""), |screen| !screen.contains(text))
    }

    /// Waits until a shell asks for the next command.
    pub(crate) fn wait_for_shell(&mut self) -> &mut Pty {
        self.wait_until("the shell", |screen| screen.trim_end().ends_with("$>"))
    }

    /// Waits until the screen is as it should be.
    pub(crate) fn wait_until(&mut self, what: &str, is_so: impl Fn(&str) -> bool) -> &mut Pty {
        self.wait_to_see(what, |pty| is_so(&pty.text()))
    }

    /// Waits until this is so of what stands before the cursor, none while it is hidden.
    pub(crate) fn wait_for_cursor(&mut self, what: &str, is_so: impl Fn(Option<&str>) -> bool) -> &mut Pty {
        self.wait_to_see(what, |pty| is_so(pty.before_the_cursor().as_deref()))
    }

    fn wait_to_see(&mut self, what: &str, is_so: impl Fn(&Pty) -> bool) -> &mut Pty {
        let waited = Waited::new();
        while !is_so(self) {
            let left = waited.left();
            assert!(
                !left.is_zero() && self.read(left) != Err(RecvTimeoutError::Disconnected),
                "waited for {what}; the screen is\n{}",
                self.text()
            );
        }
        self
    }

    /// Waits until something is so that the screen does not tell, while the terminal is read.
    pub(crate) fn wait_for(&mut self, what: &str, is_so: impl Fn() -> bool) -> &mut Pty {
        let waited = Waited::new();
        while !is_so() {
            let ended = self.read(LOOK) == Err(RecvTimeoutError::Disconnected);
            assert!(
                !ended && !waited.left().is_zero(),
                "waited for {what}; the screen is\n{}",
                self.text()
            );
        }
        self
    }

    /// Waits until the screen is as it should be, and says what is on it; none where the program ended before.
    pub(crate) fn until_or_end(&mut self, is_so: impl Fn(&str) -> bool) -> Option<String> {
        let waited = Waited::new();
        while !is_so(&self.text()) {
            match self.read(waited.left()) {
                Ok(()) => {}
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => panic!("waited in vain; the screen is\n{}", self.text()),
            }
        }
        Some(self.text())
    }

    /// Reads for this long whatever comes.
    pub(crate) fn read_for(&mut self, time: Duration) -> &mut Pty {
        let waited = Waited::new();
        while let Some(left) = time.checked_sub(waited.so_far()).filter(|left| !left.is_zero()) {
            if self.read(left) == Err(RecvTimeoutError::Disconnected) {
                break;
            }
        }
        self
    }

    fn read(&mut self, within: Duration) -> Result<(), RecvTimeoutError> {
        let bytes = self.reader.as_mut().unwrap().read(within)?;
        self.screen.process(&bytes);
        self.bytes.extend(bytes);
        Ok(())
    }

    /// Gives the terminal another size.
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Pty {
        // A frame for the size before may still come, and in fewer cells than these the emulator itself gives up.
        self.screen.screen_mut().set_size(rows.max(12), columns.max(40));
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
        self
    }

    /// The process in the terminal.
    pub(crate) fn pid(&self) -> Pid {
        Pid::from_raw(self.child.process_id().unwrap() as i32).unwrap()
    }

    pub(crate) fn signal(&mut self, signal: Signal) -> &mut Pty {
        kill_process(self.pid(), signal).unwrap();
        self
    }

    /// Closes the terminal as a window is closed, and waits for the end.
    pub(crate) fn close(mut self) -> ExitStatus {
        let reader = self.reader.take().unwrap();
        drop(reader.leave);
        if reader.asked {
            // The frame drawn for a new size is what its last read gets.
            self.resize(90, 25);
        }
        reader.thread.join().unwrap();
        drop((self.writer.take(), self.master.take()));
        self.ended()
    }

    /// Waits for the end and reads what is left.
    pub(crate) fn leave(&mut self) -> ExitStatus {
        let waited = Waited::new();
        while self.read(waited.left()).is_ok() {}
        self.ended()
    }

    /// Waits for the end, whatever is still to be read.
    pub(crate) fn ended(&mut self) -> ExitStatus {
        let waited = Waited::new();
        loop {
            match self.child.try_wait().unwrap() {
                Some(status) => return status,
                None => assert!(
                    !waited.left().is_zero(),
                    "it does not end; the screen is\n{}",
                    self.text()
                ),
            }
            thread::yield_now();
        }
    }

    /// Waits for the end; the code must be this and the terminal as it was.
    pub(crate) fn leaves(&mut self, code: u32) {
        let status = self.leave();
        assert_eq!(status.exit_code(), code, "{status:?}\n{}", self.text());
        self.is_given_back();
    }

    /// The same where what was typed before may have ended it already.
    pub(crate) fn leaves_or_has_left(&mut self, code: u32) {
        let status = self.leave();
        assert!([code, 0].contains(&status.exit_code()), "{status:?}\n{}", self.text());
        self.is_given_back();
    }

    /// The terminal is as it was before the program came.
    pub(crate) fn is_given_back(&self) {
        self.is_given_back_to_a_shell();
        assert_eq!(modes(&**self.master.as_ref().unwrap()), self.cooked);
    }

    /// The same, but for the modes of the line, which a shell has its own wishes for.
    pub(crate) fn is_given_back_to_a_shell(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is hidden");
        assert!(!screen.bracketed_paste(), "pastes are still bracketed");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }

    /// The cursor is on a row below everything that is written.
    pub(crate) fn is_below_all_text(&self) {
        let rows = self.text().trim_end().lines().count();
        let (row, column) = self.screen.screen().cursor_position();
        assert!(
            usize::from(row) >= rows && column == 0,
            "the cursor is at {row}:{column} of\n{}",
            self.text()
        );
    }
}

impl Drop for Pty {
    fn drop(&mut self) {
        if self.child.try_wait().is_ok_and(|status| status.is_none()) {
            self.child.kill().ok();
        }
    }
}

/// Time that passes while something is waited for.
pub(crate) struct Waited(Instant);

impl Waited {
    #[allow(clippy::disallowed_methods, reason = "deadlines of tests are real time")]
    pub(crate) fn new() -> Waited {
        Waited(Instant::now())
    }

    pub(crate) fn so_far(&self) -> Duration {
        self.0.elapsed()
    }

    fn left(&self) -> Duration {
        DEADLINE.saturating_sub(self.so_far())
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols,
        ..PtySize::default()
    }
}

/// The line discipline's modes, to be compared.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

fn key(name: &str) -> String {
    match name {
        "enter" => "\r".to_owned(),
        "tab" => "\t".to_owned(),
        "esc" => "\u{1b}".to_owned(),
        "space" => " ".to_owned(),
        "down" => "\u{1b}[B".to_owned(),
        "f1" => "\u{1b}OP".to_owned(),
        name => match name.strip_prefix("ctrl-") {
            Some(letter) => char::from(letter.as_bytes()[0] & 0x1f).to_string(),
            None => name.to_owned(),
        },
    }
}
