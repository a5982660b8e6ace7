//! `greenroom drill`: on the screen, or line by line where that is asked for or there is no terminal.

use super::args::DrillArgs;
use super::fault::Fault;
use super::order::{brought_by, order};
use super::out::{Out, on_a_terminal};
use super::plain_drill;
use super::session::Setting;
use crate::app::route::Route;
use crate::domain::category::Category;
use crate::domain::library::Library;

/// Drills what is asked for.
pub(super) fn run(setting: &Setting, wish: &DrillArgs, out: &mut Out) -> Result<u8, Fault> {
    let no_category = |word: &String| Category::from_id(word).is_none();
    let library = if wish.lens.is_some() || wish.from.is_some() || wish.what.iter().any(no_category) {
        setting.home()?.library
    } else {
        Library::default()
    };
    let mut order = order(wish, &library)?;
    if let Some(file) = &wish.from {
        order.only.among = Some(brought_by(file, &setting.places, &library)?);
    }
    if wish.plain || !on_a_terminal() {
        plain_drill::run(setting, order, wish.probes, out)
    } else {
        setting.open(Some(Route::Drill(order)))
    }
}
