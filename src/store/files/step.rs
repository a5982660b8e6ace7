//! The steps of writing a file, where tests may step in: fail, as a full disk does, or do what somebody else might do.

#[cfg(test)]
use std::cell::RefCell;
use std::io;

/// A step of writing a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SaveStep {
    /// Nothing is there yet.
    Begin,
    /// The new text is on the disk, under a name of its own.
    Beside,
    /// The file has its new text; its folder is not on the disk yet.
    Named,
}

/// What a test does at each step.
#[cfg(test)]
type Hook = Box<dyn FnMut() -> io::Result<()>>;

#[cfg(test)]
thread_local! {
    static HOOK: RefCell<Option<Hook>> = const { RefCell::new(None) };
}

/// Goes on, but for a test that steps in.
#[cfg(not(test))]
#[expect(clippy::unnecessary_wraps, reason = "it fails in tests only")]
pub(super) fn at(_step: SaveStep) -> io::Result<()> {
    Ok(())
}

/// The same in tests.
#[cfg(test)]
pub(super) fn at(_step: SaveStep) -> io::Result<()> {
    // What the hook writes itself is not stepped into.
    let hook = HOOK.with_borrow_mut(Option::take);
    let Some(mut hook) = hook else { return Ok(()) };
    let done = hook();
    HOOK.set(Some(hook));
    done
}

/// Does something while every step of writing on this thread, from the first on, calls a hook.
#[cfg(test)]
pub(in crate::store) fn hooked<T>(hook: impl FnMut() -> io::Result<()> + 'static, action: impl FnOnce() -> T) -> T {
    HOOK.set(Some(Box::new(hook)));
    let done = action();
    HOOK.set(None);
    done
}

/// Does something that fails at one step of writing, as if the program had ended there; answers with what came of it, and
/// whether it came so far.
#[cfg(test)]
pub(in crate::store) fn stopped_at<T>(step: usize, action: impl FnOnce() -> T) -> (T, bool) {
    use std::rc::Rc;
    let left = Rc::new(std::cell::Cell::new(step + 1));
    let counting = Rc::clone(&left);
    let fail = move || {
        counting.set(counting.get().saturating_sub(1));
        let reached = counting.get() == 0;
        if reached {
            Err(io::Error::other("stopped"))
        } else {
            Ok(())
        }
    };
    let done = hooked(fail, action);
    (done, left.get() == 0)
}
