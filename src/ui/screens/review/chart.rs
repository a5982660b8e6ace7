//! The ratings of a category, week by week, with their spread.

use jiff::ToSpan;
use ratatui::layout::Rect;

use crate::domain::progress::trend::Course;
use crate::domain::rating::Rating;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::{behind, below};

/// Columns of the names of the ratings.
const NAMES: u16 = 10;

/// ```text
/// 4 strong ┤
/// 3 solid  ┤      ●
/// 2 rough  ┤  ●   │   ●
/// 1 froze  ┤
///          └ Oct ──── Nov
/// ```
/// A dot is the mean of a week, the line through it reaches from its lowest rating to its highest. Answers with the
/// columns used.
pub(super) fn draw(paint: &mut Paint, area: Rect, course: &Course, (rows, week): (u16, u16)) -> u16 {
    for rating in Rating::ALL {
        let up = u16::from(rating.number() - 1) * (rows - 1) / 3;
        let name = format!("{} {}", rating.number(), rating.word());
        paint.text(area, 0, rows - 1 - up, &name, paint.theme.soft);
    }
    for y in 0..rows {
        paint.text(area, NAMES - 1, y, "┤", paint.theme.soft);
    }
    let width = course.weeks.len() as u16 * week;
    let inside = Rect {
        width: width.min(area.width.saturating_sub(NAMES)),
        height: rows,
        ..behind(area, NAMES)
    };
    let (mut spread, mut means) = (Vec::new(), Vec::new());
    for (n, told) in course.weeks.iter().enumerate() {
        let Some(told) = told else { continue };
        let x = f64::from(n as u16 * week + week / 2);
        spread.push((x, f64::from(told.lowest.number()), f64::from(told.highest.number())));
        means.push((x, told.mean));
    }
    paint.plot(inside, (1.0, 4.0), &spread, &means);
    axis(paint, behind(below(area, rows), NAMES - 1), course, usize::from(week));
    NAMES + width
}

/// The line under the weeks, with a month where it begins.
fn axis(paint: &mut Paint, area: Rect, course: &Course, week: usize) {
    let end = 1 + course.weeks.len() * week;
    let mut text: Vec<char> = vec!['└'];
    let mut last = None;
    for n in 0..course.weeks.len() {
        let monday = course.begins.saturating_add((n as i64).weeks());
        let name = monday.strftime(" %b ").to_string();
        if last != Some(monday.month()) && text.len() <= 1 + n * week && text.len() + name.len() <= end {
            last = Some(monday.month());
            text.extend(name.chars());
        }
        while text.len() < 1 + (n + 1) * week {
            text.push('─');
        }
    }
    let text: String = text.into_iter().collect();
    paint.text(area, 0, 0, &text, paint.theme.soft);
}
