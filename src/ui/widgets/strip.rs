//! Height is how well: the last ratings as columns, the oldest first.

use ratatui::layout::Rect;
use ratatui::style::Style;

use super::areas::before;
use crate::app::context::Context;
use crate::domain::days::between;
use crate::domain::progress::standing::{CategoryStatus, Trend};
use crate::domain::rating::Rating;
use crate::ui::paint::Paint;

/// How many ratings a strip shows at most.
pub(in crate::ui) const STRIP: usize = 6;

/// Draws the last ratings, the oldest first, each as high as it was; a dot where nothing was told. Answers with the
/// columns used.
pub(in crate::ui) fn strip(paint: &mut Paint, area: Rect, x: u16, y: u16, ratings: &[Rating]) -> u16 {
    if ratings.is_empty() {
        let style = paint.theme.faint;
        return paint.text(area, x, y, "·", style);
    }
    let mut at = x;
    for rating in &ratings[ratings.len().saturating_sub(STRIP)..] {
        let (figure, style) = (paint.theme.height(*rating), paint.theme.of_rating(*rating));
        at += paint.text(area, at, y, figure.encode_utf8(&mut [0; 4]), style);
    }
    at - x
}

/// How a category went: its name, the last ratings from a column on, where they go, and when the last was, up to another
/// column.
pub(in crate::ui) fn went(
    paint: &mut Paint,
    area: Rect,
    y: u16,
    cx: &Context,
    (ratings, last): (u16, u16),
    (standing, style): (&CategoryStatus, Style),
) {
    let theme = *paint.theme;
    paint.text(area, 2, y, standing.category.id(), style);
    strip(paint, area, ratings, y, cx.overview.strip(standing.category));
    let (mark, trend) = match standing.trend {
        Some(Trend::Up) => ("▲", theme.accent),
        Some(Trend::Down) => ("▼", theme.warn),
        Some(Trend::Level) | None => ("", theme.text),
    };
    paint.text(area, ratings + 7, y, mark, trend);
    if let Some(told) = standing.last {
        let when = match between(told.day, cx.workspace.today) {
            ..=0 => "today".to_owned(),
            days => format!("{days} d"),
        };
        paint.right(before(area, area.width - last), y, &when, theme.soft);
    }
}

/// One day: how much was told on it.
///
/// ```text
/// · nothing   ▒ up to 2   ▓ up to 5   █ more   □ today, nothing yet
/// ```
pub(in crate::ui) fn shade(told: usize, today: bool) -> char {
    match told {
        0 if today => '□',
        0 => '·',
        1..=2 => '▒',
        3..=5 => '▓',
        _ => '█',
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;

    use super::*;
    use crate::ui::theme::{DARK, Theme};

    fn drawn(theme: &Theme, ratings: &[Rating]) -> (String, u16) {
        let area = Rect::new(0, 0, 8, 1);
        let mut buffer = Buffer::empty(area);
        let used = strip(&mut Paint::new(&mut buffer, theme), area, 0, 0, ratings);
        let text: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        (text.trim_end().to_owned(), used)
    }

    #[test]
    fn a_strip_shows_the_last_six_the_newest_at_the_right() {
        use Rating::{Froze, Rough, Solid, Strong};
        assert_eq!(drawn(&DARK, &[]), ("·".into(), 1));
        assert_eq!(drawn(&DARK, &[Froze, Rough, Solid, Strong]), ("▁▃▅▇".into(), 4));
        let seven = [Froze, Rough, Rough, Rough, Rough, Rough, Strong];
        assert_eq!(drawn(&DARK, &seven), ("▃▃▃▃▃▇".into(), 6));
    }

    #[test]
    fn days_are_darker_the_more_was_told() {
        let shades: String = [(0, false), (1, false), (4, false), (9, false), (0, true), (1, true)]
            .map(|(told, today)| shade(told, today))
            .iter()
            .collect();
        assert_eq!(shades, "·▒▓█□▒");
    }
}
