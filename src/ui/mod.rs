//! What is seen: a function of the state, drawn whole each time.

mod answer;
mod attempt;
pub mod bars;
mod browse;
mod browse_form;
mod card;
mod difference;
mod drill;
mod form;
mod home;
mod import;
mod interviews;
mod kept;
mod overlay;
mod page;
mod paint;
mod rate;
mod review;
mod setup;
mod sprint;
mod summary;
pub mod theme;
mod workbench;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::context::SIDE_BY_SIDE;
use crate::app::state::{App, Screen, Viewport};
use crate::domain::clock::Moment;
use crate::domain::drill::Phase;
use page::Page;
use paint::Paint;
use theme::Theme;

/// What a view may know besides the state.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The colours.
    pub theme: &'a Theme,
    /// The moment shown.
    pub now: Moment,
}

/// The smallest terminal that is drawn on.
const SMALLEST: (u16, u16) = (40, 12);

/// The widest the content of a screen becomes.
const WIDEST: u16 = 100;

/// Draws the state; answers with how much of its lists could be seen.
pub fn draw(buffer: &mut Buffer, app: &App, look: &Look) -> Viewport {
    let area = buffer.area;
    let mut paint = Paint::new(buffer, look.theme);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return too_small(&mut paint, area);
    }
    let widest = match app.screen() {
        Some(Screen::Browse(_) | Screen::Workbench(_) | Screen::Review(_)) => SIDE_BY_SIDE as u16,
        _ => WIDEST,
    };
    let page = Page::of(area, widest);
    let mut viewport = match app.screen() {
        Some(Screen::Home(home)) => home::draw(&mut paint, &page, app, home),
        Some(Screen::SetUp(setup)) => setup::draw(&mut paint, &page, app, setup),
        Some(Screen::Drill(screen)) => match screen.drill.phase {
            Phase::Think | Phase::Speak | Phase::Probe => drill::draw(&mut paint, &page, app, screen, look.now),
            Phase::Rate => rate::draw(&mut paint, &page, app, screen),
            Phase::Summary => summary::draw(&mut paint, &page, app, screen),
        },
        Some(Screen::Sprint(sprint)) => sprint::draw(&mut paint, &page, app, sprint, look.now),
        Some(Screen::Import(import)) => import::draw(&mut paint, &page, app, import),
        Some(Screen::Browse(browse)) => browse::draw(&mut paint, &page, app, browse),
        Some(Screen::Workbench(bench)) => workbench::draw(&mut paint, &page, app, bench),
        Some(Screen::Review(review)) => review::draw(&mut paint, &page, app, review),
        Some(Screen::Attempt(screen)) => attempt::draw(&mut paint, &page, app, screen),
        Some(Screen::Card(card)) => card::draw(&mut paint, &page, app, card),
        Some(Screen::Interviews(list)) => interviews::draw(&mut paint, &page, app, list),
        Some(Screen::Interview(detail)) => interviews::draw_interview(&mut paint, &page, app, detail),
        Some(Screen::Letter(letter)) => interviews::draw_letter(&mut paint, &page, app, letter),
        Some(Screen::Feedback(feedback)) => interviews::draw_feedback(&mut paint, &page, app, feedback),
        Some(Screen::Debrief(debrief)) => interviews::draw_debrief(&mut paint, &page, app, debrief),
        None => Viewport::default(),
    };
    if let Some(overlay) = &app.overlay {
        viewport = overlay::draw(&mut paint, &page, app, overlay);
    }
    page.footer(&mut paint, app);
    viewport.columns = usize::from(area.width);
    viewport
}

fn too_small(paint: &mut Paint, area: Rect) -> Viewport {
    paint.text(area, 0, 0, "The window is too small.", paint.theme.text);
    paint.text(area, 0, 1, "40 by 12 is the least.", paint.theme.muted);
    Viewport::default()
}
