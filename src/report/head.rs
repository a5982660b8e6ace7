//! The head of a page of ours: what it is called, who made it, and that it loads nothing.

use maud::{Markup, PreEscaped, html};

/// What names the maker in a page of ours, so that another page is known for somebody else's.
pub const GENERATOR: &str = "<meta name=\"generator\" content=\"greenroom";

pub(super) fn head(title: &str, style: &str) -> Markup {
    let version = env!("CARGO_PKG_VERSION");
    html! {
        head {
            meta charset="utf-8";
            // Its own spelling is looked for before a file is replaced: see GENERATOR.
            meta name="generator" content={ "greenroom " (version) };
            meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (title) }
            style { (PreEscaped(style)) }
        }
    }
}
