//! What is seen: a function of the state, drawn whole each time.

pub mod clicks;
mod overlays;
mod page;
mod paint;
pub mod screens;
pub mod theme;
pub mod widgets;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::app::screens::stack::AnyScreen;
use crate::app::state::App;
use crate::app::widgets::viewport::Viewport;
use crate::domain::clock::Moment;
use crate::domain::drill::Phase;
use clicks::Clicks;
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

/// Draws the state; answers with how much of its lists could be seen, and with what can be clicked.
pub fn draw(buffer: &mut Buffer, app: &App, look: &Look) -> (Viewport, Clicks) {
    let area = buffer.area;
    let mut paint = Paint::new(buffer, look.theme);
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return (too_small(&mut paint, area), Clicks::default());
    }
    let page = Page::of(area, app.notice.as_ref());
    let cx = app.context();
    let mut viewport = match app.screens.front() {
        Some(AnyScreen::Home(home)) => self::screens::home::draw(&mut paint, &page, &cx, home),
        Some(AnyScreen::SetUp(setup)) => self::screens::drill_setup::draw(&mut paint, &page, &cx, setup),
        Some(AnyScreen::Drill(screen)) => match screen.drill.phase {
            Phase::Think | Phase::Speak | Phase::Probe => {
                self::screens::drill::stage::draw(&mut paint, &page, &cx, screen, look.now)
            }
            Phase::Rate => self::screens::drill::rate::draw(&mut paint, &page, &cx, screen),
            Phase::Summary => self::screens::drill::summary::draw(&mut paint, &page, &cx, screen),
        },
        Some(AnyScreen::Sprint(sprint)) => self::screens::sprint::draw(&mut paint, &page, &cx, sprint, look.now),
        Some(AnyScreen::Import(import)) => self::screens::import::draw(&mut paint, &page, &cx, import),
        Some(AnyScreen::Browse(browse)) => self::screens::browse::draw(&mut paint, &page, &cx, browse),
        Some(AnyScreen::Workbench(bench)) => self::screens::workbench::draw(&mut paint, &page, &cx, bench),
        Some(AnyScreen::Review(review)) => self::screens::review::draw(&mut paint, &page, &cx, review),
        Some(AnyScreen::Attempt(screen)) => self::screens::attempt::draw(&mut paint, &page, &cx, screen),
        Some(AnyScreen::Interviews(list)) => self::screens::interviews::draw(&mut paint, &page, &cx, list),
        Some(AnyScreen::Interview(detail)) => self::screens::interviews::draw_interview(&mut paint, &page, &cx, detail),
        Some(AnyScreen::Message(message)) => self::screens::interviews::draw_message(&mut paint, &page, &cx, message),
        Some(AnyScreen::Feedback(feedback)) => {
            self::screens::interviews::draw_feedback(&mut paint, &page, &cx, feedback)
        }
        Some(AnyScreen::Debrief(debrief)) => self::screens::interviews::draw_debrief(&mut paint, &page, &cx, debrief),
        None => Viewport::default(),
    };
    if app.overlay.is_some() || app.unsaved.conflicts.shown().is_some() {
        paint.dim(area);
    }
    if let Some(overlay) = &app.overlay {
        viewport = self::overlays::draw(&mut paint, &page, app, overlay);
    } else if let Some(met) = app.unsaved.conflicts.shown() {
        self::overlays::met(&mut paint, &page, met);
    }
    page.footer(&mut paint, app);
    viewport.columns = usize::from(area.width);
    (viewport, paint.clicks)
}

fn too_small(paint: &mut Paint, area: Rect) -> Viewport {
    paint.text(area, 0, 0, "The window is too small.", paint.theme.text);
    paint.text(area, 0, 1, "40 by 12 is the least.", paint.theme.soft);
    Viewport::default()
}
