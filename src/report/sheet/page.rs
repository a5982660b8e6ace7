//! The sheet as HTML that prints on one page.

use maud::{DOCTYPE, Markup, html};

use super::contents::{NO_STORY, Sheet, Values};
use super::plain::one_line;
use super::stories::Story;
use crate::report::head::head;

const STYLE: &str = include_str!("sheet.css");

impl Sheet {
    /// The page as HTML: it stands alone and loads nothing.
    pub fn html(&self) -> String {
        let title = format!("Before the talk: {}", one_line(&self.company));
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                (head(&title, STYLE))
                body {
                    header {
                        h1 { (one_line(&self.company)) }
                        @for line in self.when.iter().chain(&self.missing) { p { (one_line(line)) } }
                    }
                    main { (self.inside()) }
                }
            }
        };
        page.into_string()
    }

    fn inside(&self) -> Markup {
        html! {
            @if let Some(Values { lens, each }) = &self.values {
                section {
                    h2 { "What they value: " (one_line(lens)) }
                    ul.values { @for (name, about) in each {
                        li { b { (one_line(name)) } @if let Some(about) = about { ": " (one_line(about)) } }
                    } }
                }
            }
            section {
                h2 { "Stories" }
                @if self.stories.is_empty() { p { (NO_STORY) } }
                ol { @for story in &self.stories { (told(story)) } }
            }
            (list("They heard already", &self.heard))
            @if !self.remember.is_empty() {
                section {
                    h2 { "Keep in mind" }
                    ul { @for (what, who) in &self.remember {
                        li { (one_line(what)) " " span.soft { (one_line(who)) } }
                    } }
                }
            }
            (list("Ask them", &self.ask))
        }
    }
}

fn told(story: &Story) -> Markup {
    let shows: Vec<String> = story.shows.iter().map(|one| one_line(one)).collect();
    let figures: Vec<String> = story.figures.iter().map(|one| one_line(one)).collect();
    html! {
        li {
            b { (one_line(&story.title)) }
            @if !shows.is_empty() { " " span.soft { (shows.join(", ")) } }
            @if !story.opens.is_empty() { p { (one_line(&story.opens)) } }
            @if !figures.is_empty() { p.figures { (figures.join(" · ")) } }
        }
    }
}

fn list(title: &str, lines: &[String]) -> Markup {
    html! {
        @if !lines.is_empty() {
            section {
                h2 { (title) }
                ul { @for line in lines { li { (one_line(line)) } } }
            }
        }
    }
}
