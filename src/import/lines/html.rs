//! HTML as the text it shows, block for block: a page keeps the numbers of its lines.

/// Ends a line inside a line of the page: no editor counts it where others are.
const BREAK: char = '\u{2028}';

/// Tags whose lines begin or end something.
const BLOCKS: [&str; 22] = [
    "p", "div", "ul", "ol", "li", "table", "thead", "tbody", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6",
    "section", "article", "dl", "dt", "dd",
];

/// Tags whose text a page does not show.
const UNSEEN: [&str; 4] = ["script", "style", "head", "template"];

/// Whether a text is a page, or notes most of which are written in tags.
pub(in crate::import) fn speaks(name: &str, lines: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    if matches!(ending.as_str(), "html" | "htm" | "xhtml") {
        return true;
    }
    let full = lines.iter().filter(|line| !line.trim().is_empty());
    let (mut all, mut tagged) = (0, 0);
    for line in full {
        all += 1;
        tagged += usize::from(tag(line.trim()).is_some_and(|(name, _)| BLOCKS.contains(&name.as_str())));
    }
    tagged >= 8 && tagged * 10 >= all * 4
}

/// The text of a page: headings, list items and bold words by their signs in Markdown, cells parted, nothing else of the
/// tags; every line end stays where it is, and what a block begins or ends on a line stands on a line of its own.
pub(in crate::import) fn to_text(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    let mut hidden: Option<&'static str> = None;
    let mut ended = false;
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        push(&mut found, &rest[..at], hidden, &mut ended);
        rest = &rest[at..];
        if let Some(end) = rest.strip_prefix("<!--").and_then(|inner| inner.find("-->")) {
            push_ends(&mut found, &rest[..end + 7]);
            rest = &rest[end + 7..];
            continue;
        }
        let Some((name, length)) = tag(rest) else {
            push(&mut found, "<", hidden, &mut ended);
            rest = &rest[1..];
            continue;
        };
        push_ends(&mut found, &rest[..length]);
        match hidden {
            Some(open) if name == format!("/{open}") => hidden = None,
            Some(_) => {}
            None => {
                hidden = UNSEEN.into_iter().find(|one| *one == name);
                if hidden.is_none() {
                    ended |= breaks(&name) && begun(&found);
                    say(&mut found, &sign(&name), &mut ended);
                }
            }
        }
        rest = &rest[length..];
    }
    push(&mut found, rest, hidden, &mut ended);
    // How far in a line of a page stands says nothing.
    found
        .split_inclusive(['\n', BREAK])
        .map(|line| line.trim_start_matches([' ', '\t']))
        .collect()
}

fn push(found: &mut String, text: &str, hidden: Option<&str>, ended: &mut bool) {
    if hidden.is_some() {
        push_ends(found, text);
    } else {
        say(found, &entities(text), ended);
    }
}

/// Text behind what there is, on a line of its own where a block ended before it.
fn say(found: &mut String, text: &str, ended: &mut bool) {
    if *ended {
        match text.trim_start_matches([' ', '\t']).chars().next() {
            None => return,
            Some('\n' | '\r') => {}
            Some(_) if begun(found) => found.push(BREAK),
            Some(_) => {}
        }
        *ended = false;
    }
    found.push_str(text);
}

/// Whether a tag ends the line before it; cells of one row stay on it.
fn breaks(name: &str) -> bool {
    let name = name.trim_start_matches('/');
    matches!(name, "br" | "hr") || BLOCKS.contains(&name) && !matches!(name, "td" | "th")
}

/// Whether the last line holds more than the sign it begins with.
fn begun(found: &str) -> bool {
    let line = found.rsplit(['\n', '\r', BREAK]).next().unwrap_or_default();
    !line.trim_matches(['#', '-', '*', ' ', '\t']).is_empty()
}

/// The line ends of what is left out.
fn push_ends(found: &mut String, text: &str) {
    found.extend(text.chars().filter(|c| matches!(c, '\n' | '\r')));
}

/// What a tag is in Markdown.
fn sign(name: &str) -> String {
    match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "summary" => {
            let depth = name.strip_prefix('h').and_then(|depth| depth.parse().ok()).unwrap_or(6);
            format!("{} ", "#".repeat(depth))
        }
        "li" | "dd" => "- ".to_owned(),
        "b" | "strong" | "/b" | "/strong" | "dt" | "/dt" => "**".to_owned(),
        "/td" | "/th" => "\t".to_owned(),
        "hr" | "hr/" => "---".to_owned(),
        _ => String::new(),
    }
}

/// The name of the tag a text begins with, with its slash, and how many bytes it has.
fn tag(text: &str) -> Option<(String, usize)> {
    const LONGEST: usize = 2000;
    let inner = text.strip_prefix('<')?;
    let close = inner.strip_prefix('/').unwrap_or(inner);
    if !close.starts_with(|c: char| c.is_ascii_alphabetic()) && !inner.starts_with('!') {
        return None;
    }
    let end = inner.bytes().take(LONGEST).position(|byte| byte == b'>')?;
    let name: String = inner[..end]
        .trim_end_matches('/')
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '/')
        .collect();
    Some((name.to_lowercase(), end + 2))
}

/// A text with the usual named characters and numbered ones as they are.
fn entities(text: &str) -> String {
    let mut found = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        found.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.bytes().take(12).position(|byte| byte == b';');
        let shown = end.and_then(|end| Some((character(&rest[1..end])?, end)));
        if let Some((c, end)) = shown {
            found.push(c);
            rest = &rest[end + 1..];
        } else {
            found.push('&');
            rest = &rest[1..];
        }
    }
    found.push_str(rest);
    found
}

fn character(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" | "rsquo" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "ldquo" => '“',
        "rdquo" => '”',
        "lsquo" => '‘',
        "bull" => '•',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_its_lines_and_its_words() {
        let page = "<html><head><title>x</title>\n<style>a{}</style></head>\n<body class=\"a\n b\"><h2>Why boats?</h2>\n<ul><li>I like&nbsp;water &amp; <b>wind</b></li></ul>\n3 < 4 <!-- not\nthis -->\n</body></html>\n";
        let text = to_text(page);
        assert_eq!(text.lines().count(), page.lines().count());
        assert_eq!(text, "\n\n\n## Why boats?\n- I like water & **wind**\n3 < 4 \n\n\n");
    }

    #[test]
    fn blocks_on_one_line_stand_on_lines_of_their_own() {
        let page = "<body><h2>Why boats?</h2><p><b>Situation:</b> fog<br/>and rain</p><ul><li><p>one</p></li><li>two</li></ul><table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table><script>x()</script></body>\n";
        let lines: Vec<String> = to_text(page)
            .lines()
            .flat_map(|l| l.split(BREAK).map(|l| l.trim_end().to_owned()).collect::<Vec<_>>())
            .collect();
        assert_eq!(
            lines,
            [
                "## Why boats?",
                "**Situation:** fog",
                "and rain",
                "- one",
                "- two",
                "a\tb",
                "c"
            ]
        );
        assert_eq!(to_text(page).lines().count(), 1);
    }

    #[test]
    fn notes_with_a_tag_here_and_there_are_no_page() {
        let notes: Vec<&str> = "# A\n<details>\ntext\n<br>\ntext\n".lines().collect();
        assert!(!speaks("a.md", &notes) && speaks("a.html", &notes));
        let table = "<tr>\n<td>a</td>\n".repeat(5);
        assert!(speaks("a.md", &table.lines().collect::<Vec<_>>()));
    }
}
