//! A message that fits now: whom to write to, the text, what to ask.

use crate::app::context::Context;
use crate::app::screens::interviews::message::FollowUpMessage;
use crate::app::widgets::viewport::Viewport;
use crate::domain::interview::follow_up::words::{called, questions, what};
use crate::text::words::capital;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::reading::{Line, Weight, rows, wrapped};

/// ```text
///   ask Mara Ilves when they decide
///   A date that slips is not a no. Asking after it is expected, not rude.
///
///   To Mara Ilves
///   Hello Mara, ...
///
///   Questions that fit
///    · What happens next, after our conversation today?
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, message: &FollowUpMessage) -> Viewport {
    let one = cx.workspace.interview(&message.path);
    let company = one.map_or("", |one| one.company.as_str());
    page.titled_header(paint, cx, &["interviews", company, "a message"]);
    let columns = usize::from(page.body.width.saturating_sub(4)).min(76);
    let mut lines: Vec<Line> = Vec::new();
    let mut add = |text: &str, weight: Weight| lines.extend(wrapped(text, columns, weight));
    if let (Some(one), Some(row)) = (one, cx.overview.meetings.row(&message.path)) {
        add(&capital(&what(one, &row.follow_up)), Weight::Bold);
        if let Some(truth) = row.truth {
            add(truth, Weight::Dim);
        }
        add("", Weight::Plain);
        let whom = row.follow_up.whom.as_deref().map(called);
        let mut to = format!("To {}", whom.as_deref().unwrap_or("whoever wrote to you last"));
        if cx.workspace.messages.contains_key(&message.name) {
            to.push_str(" · as you changed it");
        }
        add(&to, Weight::Dim);
        add(message.text(cx), Weight::Plain);
        let ids = questions(&row.follow_up).iter();
        let asked: Vec<&str> = ids
            .filter_map(|id| Some(cx.workspace.library.question(id)?.ask.as_str()))
            .collect();
        if !asked.is_empty() {
            add("", Weight::Plain);
            add("Questions that fit, if you speak to them", Weight::Dim);
        }
        for ask in asked {
            add(&format!("· {ask}"), Weight::Plain);
        }
        add("", Weight::Plain);
        let says = "Greenroom sends nothing: enter copies it, you send it yourself, and enter again says so.";
        add(says, Weight::Dim);
    }
    rows(paint, page.hanging(), &lines, message.scroll);
    Viewport::of(usize::from(page.hanging().height), lines.len())
}
