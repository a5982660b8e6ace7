//! Where practice is wanted, why, and what to do first.

use maud::{Markup, html};

use super::{Page, section};
use crate::domain::days::ago;
use crate::domain::progress::need::{Standing, Trend, neediest_first};
use crate::text::time::count;

/// Need from which a category is called weak.
const MUCH: f64 = 0.6;
/// Need below which there is little to do.
const LITTLE: f64 = 0.35;
/// Categories something is said to do about.
const FIRST: usize = 3;

/// Columns of the bar, in the units of its drawing.
const BAR: f64 = 120.0;

impl Page<'_> {
    /// Categories that were tried, the neediest first.
    pub(super) fn tried(&self) -> Vec<(&Standing, f64)> {
        let ordered = neediest_first(&self.standings).into_iter();
        ordered
            .filter_map(|standing| Some((standing, standing.need?)))
            .collect()
    }

    /// One thing to do for each of the neediest categories.
    pub(super) fn next_steps(&self) -> Markup {
        let tried = self.tried();
        let steps: Vec<(&str, String)> = tried
            .iter()
            .take(FIRST)
            .filter_map(|(standing, _)| {
                let course = self.courses.get(&standing.category)?;
                Some((standing.category.title(), self.say(&course.to_do.says)))
            })
            .collect();
        html! {
            @if !steps.is_empty() {
                (section("next", "What to do next", "", &html! {
                    ol { @for (category, step) in &steps { li { strong { (category) } ": " (step) "." } } }
                }))
            }
        }
    }

    pub(super) fn weak(&self) -> Markup {
        let tried = self.tried();
        let mut fresh = neediest_first(&self.standings);
        fresh.retain(|standing| standing.need.is_none());
        let about = "By need: how it went lately, how much of it is still remembered, and whether there are answers.";
        let inside = html! {
            @if !tried.is_empty() {
                table.weak {
                    thead { tr {
                        th scope="col" { "Category and why" }
                        th scope="col" { "Needs practice" }
                        th scope="col" { "Last time" }
                        th.number scope="col" { "Told" }
                    } }
                    tbody { @for (standing, need) in &tried { (self.weak_row(standing, *need)) } }
                }
            }
            @if !fresh.is_empty() {
                p { "Not tried yet: "
                    @for (n, standing) in fresh.iter().enumerate() {
                        @if n > 0 { ", " }
                        (standing.category.title()) " (" (count(standing.questions, "question")) ")"
                    }
                    "."
                }
            }
        };
        section("weak", "Where practice is wanted", about, &inside)
    }

    fn weak_row(&self, standing: &Standing, need: f64) -> Markup {
        let reasons: Vec<String> = standing.reasons.iter().take(3).map(ToString::to_string).collect();
        let trend = match standing.trend {
            Some(Trend::Up) => "▲ getting better",
            Some(Trend::Down) => "▼ getting worse",
            Some(Trend::Level) | None => "",
        };
        html! {
            tr {
                th scope="row" {
                    (standing.category.title())
                    @if !reasons.is_empty() { span.why { (self.say(&reasons.join("; "))) } }
                }
                td.need { (bar(need)) span.said { (amount(need)) } }
                td {
                    @if let Some((t, rating)) = standing.last {
                        (rating.word()) " " span.muted { (ago(self.day_of(t), self.today)) }
                        @if !trend.is_empty() { span.why { (trend) } }
                    }
                }
                td.number { (standing.attempts) }
            }
        }
    }
}

fn amount(need: f64) -> &'static str {
    if need >= MUCH {
        "much"
    } else if need >= LITTLE {
        "some"
    } else {
        "little"
    }
}

/// A bar; where nobody sees it, its word is read out.
fn bar(need: f64) -> Markup {
    let width = format!("{:.1}", (need * BAR).clamp(1.0, BAR));
    html! {
        svg.bar viewBox="0 0 120 8" width="120" height="8" aria-hidden="true" {
            rect.track width="120" height="8" rx="2" {}
            rect.fill width=(width) height="8" rx="2" {}
        }
    }
}
