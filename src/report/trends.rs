//! How ratings went, week by week: one small chart for each category.

use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::{Page, section, short};
use crate::domain::category::Category;
use crate::domain::progress::trend::{CategoryTrend, WEEKS, Week};
use crate::domain::rating::Rating;
use crate::text::time::count;

/// Where the weeks begin and how far they lie apart, in the units of the drawing.
const LEFT: f64 = 46.0;
const STEP: f64 = 23.0;
/// Where *strong* stands, and how far down each rating below.
const TOP: f64 = 12.0;
const DOWN: f64 = 18.0;

impl Page<'_> {
    pub(super) fn trends(&self) -> Markup {
        let tried = self.tried();
        let drawn: Vec<(Category, &CategoryTrend)> = tried
            .iter()
            .filter_map(|standing| Some((standing.category, self.courses.get(&standing.category)?)))
            .filter(|(_, course)| course.weeks.iter().any(Option::is_some))
            .collect();
        let inside = html! {
            @if drawn.is_empty() {
                p { "Nothing was told in the last " (WEEKS) " weeks." }
            } @else {
                div.charts { @for (n, (category, course)) in drawn.iter().enumerate() { (chart(n, *category, course)) } }
            }
        };
        let about = "The last eight weeks. A dot is the mean of a week, the line through it runs from its lowest rating to its highest.";
        section("trends", "How it went", about, &inside)
    }
}

fn chart(n: usize, category: Category, course: &CategoryTrend) -> Markup {
    let (title, desc) = (format!("trend-{n}-title"), format!("trend-{n}-desc"));
    let points: Vec<(f64, &Week)> = course
        .weeks
        .iter()
        .enumerate()
        .filter_map(|(n, week)| Some((x(n), week.as_ref()?)))
        .collect();
    let line: Vec<String> = points
        .iter()
        .map(|(x, week)| format!("{x:.1},{:.1}", y(week.mean)))
        .collect();
    html! {
        figure {
            svg viewBox="0 0 225 96" role="img" aria-labelledby={ (title) " " (desc) } {
                title id=(title) { (category.title()) }
                desc id=(desc) { (in_words(course)) }
                @for rating in Rating::ALL {
                    @let at = y(f64::from(rating.number()));
                    line.grid x1=(LEFT - 6.0) x2="220" y1=(at) y2=(at) {}
                    text.label x="36" y=(at + 3.5) text-anchor="end" { (rating.word()) }
                }
                @if line.len() > 1 { polyline.course points=(line.join(" ")) {} }
                @for (x, week) in &points {
                    line.spread x1=(x) x2=(x) y1=(y(number(week.lowest))) y2=(y(number(week.highest))) {}
                    circle.mean cx=(x) cy=(format!("{:.1}", y(week.mean))) r="3.5" {}
                }
                text.label x=(LEFT - 6.0) y="91" { (short(course.begins)) }
                text.label x="220" y="91" text-anchor="end" { (short(monday(course, WEEKS - 1))) }
            }
            figcaption { (category.title()) }
        }
    }
}

fn number(rating: Rating) -> f64 {
    f64::from(rating.number())
}

fn x(week: usize) -> f64 {
    LEFT + STEP * week as f64
}

fn y(rating: f64) -> f64 {
    TOP + DOWN * (4.0 - rating)
}

/// The Monday of one of the weeks.
fn monday(course: &CategoryTrend, week: usize) -> Date {
    let weeks = i64::try_from(week).unwrap_or(0);
    course.begins.checked_add(weeks.weeks()).unwrap_or(course.begins)
}

/// The chart for who cannot see it.
fn in_words(course: &CategoryTrend) -> String {
    let weeks: Vec<String> = course
        .weeks
        .iter()
        .enumerate()
        .filter_map(|(n, week)| {
            let week = week.as_ref()?;
            let how = if week.lowest == week.highest {
                week.lowest.word().to_owned()
            } else {
                format!("{} to {}", week.lowest.word(), week.highest.word())
            };
            let day = short(monday(course, n));
            Some(format!("Week of {day}: {}, {how}.", count(week.told, "question")))
        })
        .collect();
    weeks.join(" ")
}
