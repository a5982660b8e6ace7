//! Where practice is wanted, why, and what to do first.

use maud::{Markup, html};

use super::{Page, section};
use crate::domain::days::ago;
use crate::domain::progress::standing::{CategoryStatus, Trend, practise_next};
use crate::domain::rating::{Rating, strip};

/// Categories something is said to do about.
const FIRST: usize = 3;

impl Page<'_> {
    /// Categories that were tried, in the order to practise them.
    pub(super) fn tried(&self) -> Vec<&CategoryStatus> {
        let mut tried = practise_next(&self.standings);
        tried.retain(|standing| standing.attempts > 0);
        tried
    }

    /// One thing to do for each of the categories that come first.
    pub(super) fn next_steps(&self) -> Markup {
        let tried = self.tried();
        let steps: Vec<(&str, String)> = tried
            .iter()
            .take(FIRST)
            .filter_map(|standing| {
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
        let all = practise_next(&self.standings);
        let about = "In the order to practise them: how much each matters, times what is missing of it: how it went, how much \
                     is still remembered, and whether there are answers.";
        let inside = html! {
            @if !all.is_empty() {
                table.weak {
                    thead { tr {
                        th scope="col" { "Category and why" }
                        th scope="col" { "Last six" }
                        th scope="col" { "Last time" }
                        th.number scope="col" { "Told" }
                    } }
                    tbody { @for standing in &all { (self.weak_row(standing)) } }
                }
            }
        };
        section("weak", "Where practice is wanted", about, &inside)
    }

    fn weak_row(&self, standing: &CategoryStatus) -> Markup {
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
                td.strip { (heights(&standing.strip)) }
                td {
                    @if let Some(last) = standing.last {
                        (last.rating.word()) " " span.muted { (ago(last.day, self.today)) }
                        @if !trend.is_empty() { span.why { (trend) } }
                    }
                }
                td.number { (standing.attempts) }
            }
        }
    }
}

/// Ratings as heights; where nobody sees them, their words are read out.
fn heights(ratings: &[Rating]) -> Markup {
    let words: Vec<&str> = ratings.iter().map(|rating| rating.word()).collect();
    html! {
        span role="img" aria-label=(words.join(", ")) title=(words.join(", ")) { (strip(ratings)) }
    }
}
