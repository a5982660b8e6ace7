//! Which answers serve which categories: gaps first, and what is told for everything.

use maud::{Markup, html};

use super::{Page, section};
use crate::domain::drill::sprint::mixed_up;
use crate::domain::progress::coverage::{Cell, Coverage, Row, Topic};
use crate::text::time::count;

/// Answers from which on there is no room for a column each.
const COLUMNS: usize = 26;

impl Page<'_> {
    pub(super) fn covered(&self) -> Markup {
        let practice = self.practice;
        let coverage = Coverage::by_category(practice.library, practice.history, practice.settings);
        let inside = html! {
            @if coverage.columns.is_empty() {
                p { "There are no answers yet." }
            } @else {
                @if coverage.columns.len() <= COLUMNS { (self.matrix(&coverage)) } @else { (self.lists(&coverage)) }
                (self.sums(&coverage))
            }
            (self.mixed())
        };
        section("coverage", "Which answers there are", "", &inside)
    }

    /// Categories down, answers across.
    fn matrix(&self, coverage: &Coverage) -> Markup {
        html! {
            p.about.marks {
                @for says in ["● told well", "◐ told, rough", "○ not told yet", "· not meant for it"] { span { (says) } " " }
            }
            section.scroll aria-label="Categories and answers" tabindex="0" {
                table.matrix {
                    thead { tr {
                        th scope="col" { "Category" }
                        @for (n, column) in coverage.columns.iter().enumerate() {
                            th scope="col" { abbr title=(self.say(&column.title)) { (letter(n)) } }
                        }
                    } }
                    tbody { @for row in &coverage.rows {
                        tr {
                            th scope="row" { (name(row)) @if row.is_gap() { span.why { "no answer" } } }
                            @for cell in &row.cells { td { (mark(*cell)) } }
                        }
                    } }
                }
            }
            ol.legend { @for column in &coverage.columns {
                li { (self.say(&column.title)) @if column.overused() { (overused(column.categories)) } }
            } }
        }
    }

    /// The same where there are more answers than columns fit.
    fn lists(&self, coverage: &Coverage) -> Markup {
        html! {
            dl { @for row in &coverage.rows {
                dt { (name(row)) }
                @for (column, cell) in coverage.columns.iter().zip(&row.cells).filter(|(_, cell)| **cell != Cell::Apart) {
                    dd { (mark(*cell)) " " (self.say(&column.title)) @if column.overused() { (overused(column.categories)) } }
                }
                @if row.is_gap() { dd { "no answer" } }
            } }
        }
    }

    fn sums(&self, coverage: &Coverage) -> Markup {
        let few: Vec<String> = coverage
            .fewest
            .iter()
            .map(|n| self.say(&coverage.columns[*n].title))
            .collect();
        let gaps: Vec<&str> = coverage.gaps().map(name).collect();
        html! {
            @if !gaps.is_empty() { p { (count(gaps.len(), "category")) " without an answer: " (gaps.join("; ")) "." } }
            @if !few.is_empty() { p { "The fewest that cover the rest: " (few.join("; ")) "." } }
        }
    }

    /// What sprints found mixed up.
    fn mixed(&self) -> Markup {
        let library = self.practice.library;
        let mixed = mixed_up(self.practice.history.taken(), library);
        html! {
            @if !mixed.is_empty() {
                h3 { "Mixed up in sprints" }
                ul { @for one in &mixed {
                    @let title = library.answer(&one.answer).map_or("", |answer| &answer.title);
                    @let serves: Vec<String> = one.serves.iter().map(|category| quoted(category.title())).collect();
                    li {
                        (quoted(&self.say(title))) ", which serves " (serves.join(" and "))
                        ", was taken for " (quoted(one.asked.title()))
                        @if one.times > 1 { ", " (one.times) " times" }
                    }
                } }
            }
        }
    }
}

/// A category as a person reads it.
fn name(row: &Row) -> &str {
    match row.topic {
        Topic::Category(category) => category.title(),
        Topic::Value(_) => &row.name,
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn overused(categories: usize) -> Markup {
    html! { span.why { "used in " (categories) " categories" } }
}

fn letter(n: usize) -> char {
    (b'a'..=b'z').nth(n).map_or('?', char::from)
}

/// A mark, and its words for who does not see it.
fn mark(cell: Cell) -> Markup {
    let (mark, words) = match cell {
        Cell::Apart => return html! { span.apart aria-hidden="true" { "·" } },
        Cell::Untold => ("○", "not told yet"),
        Cell::Rough => ("◐", "told, rough"),
        Cell::Well => ("●", "told well"),
    };
    html! { span aria-hidden="true" { (mark) } span.said { (words) } }
}
