//! Practice as one page to send to somebody: HTML that stands alone, with drawings, without scripts.
//!
//! The page loads nothing from anywhere and says so to the browser; it follows the reader's choice of light or dark, and
//! prints on paper. Text is escaped by the template, and reaches it through one function that takes private words out.

mod attempts;
mod calendar;
mod coverage;
pub mod head;
pub mod sheet;
mod time;
mod trends;
mod weak;

use std::cell::RefCell;
use std::collections::HashMap;

use jiff::civil::Date;
use maud::{DOCTYPE, Markup, html};

use self::head::head;
use crate::domain::category::Category;
use crate::domain::days::{Local, day_of};
use crate::domain::interview::{Interview, Next, next_round};
use crate::domain::progress::evidence::Evidence;
use crate::domain::progress::standing::{CategoryStatus, standings};
use crate::domain::progress::trend::CategoryTrend;
use crate::domain::redaction::Redaction;
use crate::text::shown::Shown;
use crate::text::time::count;

const STYLE: &str = include_str!("style.css");

/// What every section looks at.
struct Page<'a> {
    practice: &'a Evidence<'a>,
    next: Option<Next<'a>>,
    zone: &'a Local,
    hidden: &'a Redaction,
    found: RefCell<Vec<usize>>,
    missing: Option<&'a str>,
    today: Date,
    standings: Vec<CategoryStatus>,
    courses: HashMap<Category, CategoryTrend>,
}

/// What a page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// What was practised, and on what.
    pub practice: &'a Evidence<'a>,
    /// Real interviews.
    pub interviews: &'a [Interview],
    /// What it hides.
    pub hidden: &'a Redaction,
    /// What could not be read, in a sentence.
    pub missing: Option<&'a str>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The page as HTML.
    pub html: String,
    /// What is hidden in it, and how often, the most often first.
    pub hidden: Vec<(String, usize)>,
}

/// The page. Days are those of the zone practised in.
pub fn page(source: Source) -> Made {
    let Source {
        practice,
        interviews,
        hidden,
        missing,
    } = source;
    let Evidence {
        library,
        history,
        settings,
        now,
        zone,
        ..
    } = *practice;
    let page = Page {
        practice,
        next: next_round(interviews, now, zone),
        zone,
        hidden,
        found: RefCell::new(vec![0; hidden.names().len()]),
        missing,
        today: day_of(now, zone),
        standings: standings(practice),
        courses: CategoryTrend::by_category(library, history, settings, (now, zone)),
    };
    let html = page.whole().into_string();
    let names = hidden.names().iter().cloned();
    let mut hidden: Vec<(String, usize)> = names.zip(page.found.take()).filter(|(_, times)| *times > 0).collect();
    hidden.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
    Made { html, hidden }
}

impl Page<'_> {
    fn whole(&self) -> Markup {
        let title = format!("Interview practice, {}", long(self.today));
        html! {
            (DOCTYPE)
            html lang="en" {
                (head(&title, STYLE))
                body {
                    header {
                        h1 { "Interview practice" }
                        p { (self.summary()) }
                        @if let Some(missing) = self.missing {
                            p { "This page is not whole: " (missing) "." }
                        }
                        @if let Some(next) = &self.next {
                            p {
                                "Next: " (next.round.kind.id()) " at " (self.say(&next.interview.company)) ", "
                                (long(next.day))
                            }
                        }
                    }
                    main {
                        (self.next_steps())
                        (self.weak())
                        (self.trends())
                        (self.times())
                        (self.covered())
                        (self.calendar())
                        (self.attempts())
                    }
                    footer {
                        p {
                            "Made with greenroom on " (long(self.today)) ". "
                            "Ratings are the speaker's own: froze, rough, solid, strong."
                            @if !self.hidden.is_empty() { " Private words, companies and people are hidden." }
                        }
                    }
                }
            }
        }
    }

    /// A text from files: on one line, harmless, and without private words.
    fn say(&self, text: &str) -> String {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let hidden = self.hidden.apply(&line);
        for secret in hidden.found {
            self.found.borrow_mut()[secret] += 1;
        }
        Shown::new(&hidden.text).to_string()
    }

    /// How much, on how many days, since when.
    fn summary(&self) -> String {
        let mut days: Vec<Date> = self.practice.history.attempts().map(|a| a.day(self.zone)).collect();
        let told = days.len();
        days.sort_unstable();
        days.dedup();
        match (days.first(), days.last()) {
            (Some(first), Some(last)) if first != last => format!(
                "{} told on {}, {} to {}",
                count(told, "question"),
                count(days.len(), "day"),
                long(*first),
                long(*last)
            ),
            (Some(first), _) => format!("{} told on {}", count(told, "question"), long(*first)),
            _ => format!("Nothing told yet, {}", long(self.today)),
        }
    }
}

/// A section with its heading, and what it is for in one line.
fn section(id: &str, title: &str, about: &str, inside: &Markup) -> Markup {
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (title) }
            @if !about.is_empty() { p.about { (about) } }
            (inside)
        }
    }
}

/// A day as it is written out: `21 November 2026`.
fn long(day: Date) -> String {
    day.strftime("%-d %B %Y").to_string()
}

/// A day without its year: `21 Nov`.
fn short(day: Date) -> String {
    day.strftime("%-d %b").to_string()
}
