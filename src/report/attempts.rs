//! Every attempt, the latest first.

use maud::{Markup, html};

use super::{Page, section};
use crate::domain::history::attempt::Attempt;
use crate::text::time::clock;

impl Page<'_> {
    pub(super) fn attempts(&self) -> Markup {
        let all: Vec<&Attempt> = self.practice.history.attempts().rev().collect();
        let inside = html! {
            @if all.is_empty() {
                p { "Nothing was told yet." }
            } @else {
                table.attempts {
                    thead { tr {
                        th scope="col" { "Date" }
                        th scope="col" { "Question" }
                        th scope="col" { "Rating" }
                        th.number scope="col" { "Time" }
                    } }
                    tbody { @for attempt in all { (self.attempt(attempt)) } }
                }
            }
        };
        section("attempts", "What was told", "", &inside)
    }

    fn attempt(&self, attempt: &Attempt) -> Markup {
        let library = self.practice.library;
        let day = attempt.day(self.zone);
        let ask = library.question(&attempt.question).map_or_else(
            || "A question that is no longer in the banks".to_owned(),
            |question| self.say(&question.ask),
        );
        let told = attempt.answer.as_ref().and_then(|id| library.answer(id));
        html! {
            tr {
                td { time datetime=(day) { (day.strftime("%-d %b %Y")) } }
                td {
                    (ask)
                    span.why {
                        (attempt.category.title())
                        @if let Some(answer) = told { " · " (self.say(&answer.title)) }
                    }
                    @if !attempt.note.is_empty() { span.note { (self.say(&attempt.note)) } }
                }
                td { span class={ "rated rated" (attempt.rating.number()) } { (attempt.rating.word()) } }
                td.number {
                    (clock(attempt.speak as u64))
                    @if attempt.over > 0.0 { span.why { (clock(attempt.over as u64)) " over" } }
                }
            }
        }
    }
}
