//! Set up: the values of a drill about to begin.

use ratatui::layout::Rect;

use crate::app::context::Context;
use crate::app::screens::drill_setup::{Preset, SetUp, SetUpRow};
use crate::app::state::Viewport;
use crate::domain::category::Category;
use crate::domain::drill::probe::PROBE_SECONDS;
use crate::domain::drill::sprint::SECONDS;
use crate::text::time::{count, duration};
use crate::ui::page::Page;
use crate::ui::paint::Paint;

/// ```text
/// ▌ drill       standard         quick 3 · standard 5 · onsite 4 with probes
///   questions   5
///   ...
///   5 questions, about 15 min
/// ```
pub(in crate::ui) fn draw(paint: &mut Paint, page: &Page, cx: &Context, setup: &SetUp) -> Viewport {
    page.plain_header(paint, cx, "set up a drill");
    let body = page.body;
    for (n, row) in setup.rows().iter().enumerate() {
        let y = n as u16;
        let selected = n == setup.row;
        let (name, value, about) = words(cx, setup, *row);
        let style = paint.choice(body, y, selected);
        paint.text(body, 2, y, name, paint.theme.soft);
        paint.text(body, 14, y, &value, style);
        paint.text(body, 30, y, &about, paint.theme.soft);
    }
    let below = setup.rows().len() as u16 + 1;
    if setup.preset == Preset::Sprint {
        let says = format!(
            "{}, {} seconds each: type which of your answers you would tell.",
            count(setup.count, "question"),
            SECONDS[0]
        );
        paint.text(body, 2, below, &says, paint.theme.text);
        let says = format!("Those you miss come once more, {} seconds each.", SECONDS[1]);
        paint.text(body, 2, below + 1, &says, paint.theme.soft);
        return viewport(setup);
    }
    let each = setup.think + setup.speak + PROBE_SECONDS * setup.probes as u32 + 30;
    let minutes = (each as usize * setup.count).div_ceil(60);
    let says = format!("{}, about {minutes} min", count(setup.count, "question"));
    paint.text(body, 2, below, &says, paint.theme.text);
    keep_in_mind(paint, body, below + 2, cx);
    viewport(setup)
}

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

fn viewport(setup: &SetUp) -> Viewport {
    Viewport {
        rows: setup.rows().len(),
        of: setup.rows().len(),
        ..Viewport::default()
    }
}

fn words(cx: &Context, setup: &SetUp, row: SetUpRow) -> (&'static str, String, String) {
    let plain = |name, value: String, about: &str| (name, value, about.to_owned());
    match row {
        SetUpRow::Preset => {
            let value = if setup.preset == Preset::Own {
                "own values"
            } else {
                setup.preset.name()
            };
            plain("drill", value.to_owned(), "quick 3 · standard 5 · onsite 4 · sprint 10")
        }
        SetUpRow::Questions => plain("questions", setup.count.to_string(), ""),
        SetUpRow::Category => match setup.category {
            Some(category) => plain("category", category.id().to_owned(), category.title()),
            None => plain("category", "all".to_owned(), "neighbours differ"),
        },
        SetUpRow::Values => match setup.lens.as_ref().and_then(|id| cx.workspace.library.lens(id)) {
            Some(lens) => plain("values", lens.title.clone(), ""),
            None => plain("values", "all".to_owned(), "no company's in particular"),
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
            plain("picked", value, about)
        }
        SetUpRow::Think => plain(
            "think",
            duration(setup.think),
            if setup.think == 0 { "left out" } else { "" },
        ),
        SetUpRow::Speak => plain("speak", duration(setup.speak), ""),
        SetUpRow::Probes => plain("probes", setup.probes.to_string(), "what they ask next, 45s each"),
    }
}

/// The category's name where there is one, for headers.
pub(in crate::ui) fn category_id(category: Option<Category>) -> &'static str {
    category.map_or("", Category::id)
}
