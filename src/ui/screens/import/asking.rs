//! What is asked over notes that are looked through.

use crate::app::context::Context;
use crate::app::screens::import::Look;
use crate::app::screens::import::asking::{Ask, QuestionRow};
use crate::app::widgets::viewport::Viewport;
use crate::domain::category::Category;
use crate::ui::page::Page;
use crate::ui::paint::Paint;
use crate::ui::widgets::filter_list;
use crate::ui::widgets::pane::open;

/// A pane over the notes.
pub(super) fn draw(paint: &mut Paint, page: &Page, cx: &Context, (look, ask): (&Look, &Ask)) -> Viewport {
    paint.dim(page.whole);
    match ask {
        Ask::Title(field) => {
            let inside = open(paint, page, "What it is called", "", 76, 3);
            paint.text(inside, 0, 0, "title", paint.theme.accent);
            paint.field(inside, 7, 0, field);
            Viewport::default()
        }
        Ask::Category(search) => filter_list::draw(paint, page, "Where it belongs", search, |category| {
            if *category == Category::Unsorted {
                ""
            } else {
                category.id()
            }
            .to_owned()
        }),
        Ask::Part(line, search) => {
            let says = line.checked_sub(1).and_then(|at| look.looked.lines.get(at));
            let title = format!("Which part is this?  {}", says.map_or("", |says| says.trim()));
            filter_list::draw(paint, page, &title, search, |_| String::new())
        }
        Ask::Question(search) => {
            let asked = |choice: &QuestionRow| {
                match choice {
                    QuestionRow::Question(_, true) => "everybody is asked",
                    QuestionRow::Question(_, false) | QuestionRow::None => "",
                }
                .to_owned()
            };
            let subject = |choice: &QuestionRow| choice.subject(cx.workspace);
            filter_list::draw_with_preview(paint, (page, cx), "What it answers", search, asked, subject)
        }
    }
}
