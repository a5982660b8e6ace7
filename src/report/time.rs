//! Where the time goes: the share of each part beside the aim.

use maud::{Markup, html};

use super::{Page, section};
use crate::domain::part::Part;

/// The four parts that have a share, in the order they are told.
const PARTS: [Part; 4] = [Part::Situation, Part::Task, Part::Action, Part::Result];

impl Page<'_> {
    pub(super) fn times(&self) -> Markup {
        let rows: Vec<(&str, [f64; 4])> = self
            .tried()
            .iter()
            .filter_map(|standing| {
                let shares = self.courses.get(&standing.category)?.shares?;
                Some((standing.category.title(), shares.told))
            })
            .collect();
        let aim = self.practice.settings.band.0.map(f64::from);
        let inside = html! {
            @if rows.is_empty() {
                p { "The parts of a story were not marked yet." }
            } @else {
                table.times {
                    thead { tr {
                        th scope="col" { "Category" }
                        @for (n, part) in PARTS.iter().enumerate() {
                            th.number scope="col" { (key(n)) (part.title()) }
                        }
                        th.wide scope="col" { "Shares" }
                    } }
                    tbody {
                        tr.aim { th scope="row" { "Aim" } (cells(aim, None)) }
                        @for (title, told) in &rows { tr { th scope="row" { (title) } (cells(*told, Some(aim))) } }
                    }
                }
            }
        };
        let about = "The mean of the last tellings with marked parts, in percent. Reflection counts into the result. Bold lies ten or more beside the aim.";
        section("time", "Where the time goes", about, &inside)
    }
}

fn cells(shares: [f64; 4], aim: Option<[f64; 4]>) -> Markup {
    let beside = |n: usize| aim.is_some_and(|aim| (shares[n] - aim[n]).abs() >= 10.0);
    html! {
        @for (n, share) in shares.iter().enumerate() {
            td.number { @if beside(n) { b { (percent(*share)) } } @else { (percent(*share)) } }
        }
        td.wide { (stack(shares)) }
    }
}

fn percent(share: f64) -> String {
    format!("{share:.0} %")
}

/// The patch of colour a part has in the bars.
fn key(n: usize) -> Markup {
    html! {
        svg.key width="9" height="9" viewBox="0 0 9 9" aria-hidden="true" {
            rect class={ "part" (n) } width="9" height="9" rx="2" {}
        }
        " "
    }
}

/// The shares as one bar; the figures beside it say the same.
fn stack(shares: [f64; 4]) -> Markup {
    let mut at = 0.0;
    let pieces: Vec<(f64, f64)> = shares
        .iter()
        .map(|share| {
            let from = at;
            at += share * 2.0;
            (from, (share * 2.0 - 1.0).max(0.0))
        })
        .collect();
    html! {
        svg.stack viewBox="0 0 200 10" width="200" height="10" preserveAspectRatio="none" aria-hidden="true" {
            @for (n, (from, width)) in pieces.iter().enumerate() {
                rect class={ "part" (n) } x=(format!("{from:.1}")) width=(format!("{width:.1}")) height="10" {}
            }
        }
    }
}
