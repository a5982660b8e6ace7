//! How a category was told, one column a time.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::domain::category::Category;
use crate::domain::days::ago;
use crate::domain::history::attempt::Attempt;
use crate::domain::rating::Rating;
use crate::text::shown::columns;
use crate::ui::paint::Paint;
use crate::ui::widgets::areas::behind;
use crate::ui::widgets::strip::strip;

/// Columns of the names of the ratings.
const NAMES: u16 = 9;

/// Columns of one time.
const TIME: u16 = 3;

/// Times that are shown at most.
const MOST: usize = 12;

/// ```text
/// conflict, as you told it
/// strong   ▇  ▇
/// solid          ▅  ▅
/// rough                ▃
/// froze
///          8 Nov      27 Nov
/// ```
/// The last twelve times, the newest at the right; drawn from two on.
pub(super) fn draw(paint: &mut Paint, area: Rect, cx: &Context, category: Category) {
    let (soft, faint) = (paint.theme.soft, paint.theme.faint);
    let most = usize::from(area.width.saturating_sub(NAMES) / TIME).min(MOST);
    let told = cx.workspace.history.attempts().rev();
    let mut told: Vec<&Attempt> = told.filter(|attempt| attempt.category == category).take(most).collect();
    told.reverse();
    paint.text(area, 0, 0, &format!("{category}, as you told it"), faint);
    let (Some(first), Some(last)) = (told.first(), told.last()) else {
        paint.text(area, 0, 1, "not told yet", soft);
        return;
    };
    if told.len() == 1 {
        let when = ago(cx.workspace.day_of(last.t), cx.workspace.today);
        let at = strip(paint, area, 0, 1, &[last.rating]);
        paint.text(area, at + 1, 1, &format!("{}, {when}", last.rating.word()), soft);
        return;
    }
    for (rating, y) in Rating::ALL.into_iter().rev().zip(1..) {
        paint.text(area, 0, y, rating.word(), soft);
        for (attempt, x) in told.iter().zip((NAMES..).step_by(usize::from(TIME))) {
            if attempt.rating == rating {
                strip(paint, area, x, y, &[rating]);
            }
        }
    }
    let day = |attempt: &Attempt| cx.workspace.day_of(attempt.t).strftime("%-d %b").to_string();
    let (begins, ends) = (day(first), day(last));
    let below = behind(area, NAMES);
    let used = paint.text(below, 0, 5, &begins, faint);
    let right = (told.len() as u16 * TIME).saturating_sub(TIME - 1);
    let x = right.saturating_sub(columns(&ends) as u16).max(used + 2);
    if begins != ends {
        paint.text(below, x, 5, &ends, faint);
    }
}
