//! Set up: the values of a drill about to begin.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::screens::drill_setup::{Preset, SetUp, SetUpRow};
use crate::app::widgets::viewport::Viewport;
use crate::domain::category::Category;
use crate::domain::drill::sprint::{QUESTIONS, SECONDS};
use crate::text::time::{count, duration};
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// ```text
/// ▌ drill       ‹ standard ›     quick 3 · standard 5 · onsite 4
///   questions   5
///   ...
///   or sprint   10 questions     10 s each: which answer would you tell?
///
///   5 questions, about 15 min
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, setup: &SetUp) -> Viewport {
    page.plain_header(paint, cx, "set up a drill");
    let body = page.hanging();
    for (n, row) in SetUpRow::ALL.into_iter().enumerate() {
        let sprint = row == SetUpRow::Sprint;
        // What is no value of the drill stands apart.
        let y = n as u16 + u16::from(sprint && body.height >= ROOMY);
        let selected = row == setup.selected();
        let (value, about) = words(cx, setup, row);
        let style = paint.choice(body, y, selected);
        paint.text(body, 2, y, row.name(), paint.theme.faint);
        let value = if selected && !sprint {
            format!("‹ {value} ›")
        } else {
            format!("  {value}")
        };
        let used = paint.text(body, 12, y, &value, style);
        paint.text(body, (12 + used + 2).max(34), y, &about, paint.theme.soft);
    }
    let below = SetUpRow::ALL.len() as u16 + if body.height >= ROOMY { 2 } else { 0 };
    let minutes = setup.seconds().div_ceil(60);
    let says = match setup.selected() {
        SetUpRow::Sprint => format!("Those you miss come once more, {} seconds each.", SECONDS[1]),
        _ => format!("{}, about {minutes} min", count(setup.count, "question")),
    };
    paint.text(body, 2, below, &says, paint.theme.heading);
    keep_in_mind(paint, body, below + 2, cx);
    Viewport::of(SetUpRow::ALL.len(), SetUpRow::ALL.len())
}

/// Rows from which groups stand apart.
const ROOMY: u16 = 14;

/// The newest thing to do better, with something good before it.
fn keep_in_mind(paint: &mut Paint, body: Rect, y: u16, cx: &Context) {
    let (good, open) = cx.overview.keep_in_mind();
    let Some(open) = open else {
        return;
    };
    let says = format!("Keep in mind, from {}", open.company);
    paint.text(body, 2, y, &says, paint.theme.soft);
    let mut y = y + 1;
    if let Some(good) = good {
        paint.text(body, 2, y, "+", paint.theme.accent);
        paint.text(body, 4, y, &good.words, paint.theme.text);
        y += 1;
    }
    paint.text(body, 2, y, "○", paint.theme.text);
    paint.text(body, 4, y, &open.words, paint.theme.text);
}

fn words(cx: &Context, setup: &SetUp, row: SetUpRow) -> (String, String) {
    let plain = |value: String, about: &str| (value, about.to_owned());
    match row {
        SetUpRow::Preset => {
            let value = if setup.preset == Preset::Own {
                "own values"
            } else {
                setup.preset.name()
            };
            plain(value.to_owned(), "quick 3 · standard 5 · onsite 4")
        }
        SetUpRow::Questions => plain(setup.count.to_string(), ""),
        SetUpRow::Category => match setup.category {
            Some(category) => plain(category.id().to_owned(), category.title()),
            None => plain("all".to_owned(), "neighbours differ"),
        },
        SetUpRow::Values => match setup.lens.as_ref().and_then(|id| cx.workspace.library.lens(id)) {
            Some(lens) => {
                let titles: Vec<&str> = lens.values.iter().map(|value| value.title.as_str()).collect();
                (lens.title.clone(), titles.join(", "))
            }
            None => plain("all".to_owned(), "no company's in particular"),
        },
        SetUpRow::Pick => {
            let pick = setup.pick.unwrap_or(cx.usual_pick());
            let about = match pick {
                crate::domain::history::attempt::Pick::Weak => "what wants practice most comes most often",
                crate::domain::history::attempt::Pick::Due => "told before and fading, the most faded first",
                crate::domain::history::attempt::Pick::Random => "all alike",
                crate::domain::history::attempt::Pick::New => "never tried before",
            };
            let value = if setup.pick.is_none() {
                format!("usual: {}", pick.id())
            } else {
                pick.id().to_owned()
            };
            plain(value, about)
        }
        SetUpRow::Think => plain(duration(setup.think), if setup.think == 0 { "left out" } else { "" }),
        SetUpRow::Speak => plain(duration(setup.speak), ""),
        SetUpRow::Probes => plain(setup.probes.to_string(), "what they ask next, 45s each"),
        SetUpRow::Sprint => (
            count(QUESTIONS, "question"),
            format!("{} s each: which answer would you tell?", SECONDS[0]),
        ),
    }
}

/// The category's name where there is one, for headers.
pub(in crate::ui) fn category_id(category: Option<Category>) -> &'static str {
    category.map_or("", Category::id)
}
