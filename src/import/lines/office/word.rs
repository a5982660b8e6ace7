//! Word documents (ECMA-376): paragraphs with their headings and lists, tables, notes and comments.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::archive::{Extent, Office, Parts, Refusal, part};
use super::page::{Page, attribute, character};

/// The parts with text, in the order they are read in.
const TEXTS: [&str; 4] = [
    "word/document.xml",
    "word/footnotes.xml",
    "word/endnotes.xml",
    "word/comments.xml",
];

/// The text of a document.
pub(super) fn read(parts: &mut Parts) -> Result<Office, Refusal> {
    let styles = styles(&part(parts, "word/styles.xml")?);
    let numbered = numbered(&part(parts, "word/numbering.xml")?);
    let mut lists = Lists {
        numbered,
        counts: HashMap::new(),
    };
    let (mut text, mut extent) = (String::new(), Extent::Whole);
    for name in TEXTS {
        let (words, read) = page(&part(parts, name)?, &styles, &mut lists);
        text.push_str(&words);
        if read == Extent::BrokenOff {
            extent = read;
        }
    }
    Ok(Office::notes(text, extent))
}

/// What is known of a style, and of the paragraph one reads in.
#[derive(Clone, Default)]
struct Paragraph {
    heading: Option<usize>,
    list: Option<String>,
    level: usize,
}

fn page(xml: &str, styles: &HashMap<String, Paragraph>, lists: &mut Lists) -> (String, Extent) {
    let mut page = Page::default();
    let mut paragraph = Paragraph::default();
    let (mut in_run, mut in_text, mut bold, mut again, mut first_row) = (false, false, false, 0, false);
    let mut reader = Reader::from_str(xml);
    let read = loop {
        let event = reader.read_event();
        let opened = matches!(event, Ok(Event::Start(_)));
        match event {
            Ok(Event::Eof) => break Extent::Whole,
            // What was read before it breaks off stays.
            Err(_) => break Extent::BrokenOff,
            Ok(Event::Start(element) | Event::Empty(element)) => {
                let value = || attribute(&element, "val");
                match element.local_name().as_ref() {
                    // The same text for older programs.
                    "Fallback" => again += usize::from(opened),
                    "pStyle" => paragraph = value().and_then(|id| styles.get(&id).cloned()).unwrap_or_default(),
                    "numId" => paragraph.list = value().filter(|id| id != "0"),
                    "ilvl" => paragraph.level = value().and_then(|level| level.parse().ok()).unwrap_or(0).min(8),
                    "r" => (in_run, bold) = (opened, false),
                    "b" if in_run && paragraph.heading.is_none() => {
                        bold = !value().is_some_and(|on| on == "0" || on == "false");
                    }
                    "t" => in_text = opened,
                    "tab" if in_run && again == 0 => page.push("\t", bold),
                    "br" | "cr" if in_run && again == 0 => page.break_line(),
                    "p" if !opened && again == 0 => page.end_paragraph(""),
                    "tbl" => first_row = true,
                    "tr" if opened => page.begin_row(std::mem::take(&mut first_row)),
                    _ => {}
                }
            }
            Ok(Event::End(element)) => match element.local_name().as_ref() {
                "Fallback" => again -= usize::from(again > 0),
                "t" => in_text = false,
                "r" => in_run = false,
                "p" if again == 0 => page.end_paragraph(&lists.sign(&std::mem::take(&mut paragraph))),
                "tc" => page.end_cell(),
                "tr" => page.end_row(),
                _ => {}
            },
            Ok(Event::Text(text)) if in_text && again == 0 => {
                page.push(&text.xml_content(quick_xml::XmlVersion::Implicit1_0), bold);
            }
            Ok(Event::GeneralRef(reference)) if in_text && again == 0 => page.push(&character(&reference), bold),
            Ok(_) => {}
        }
    };
    (page.end(), read)
}

/// The lists of a document, with how far each is counted.
struct Lists {
    /// The levels of lists that are numbered.
    numbered: HashMap<String, Vec<bool>>,
    counts: HashMap<(String, usize), usize>,
}

impl Lists {
    /// The sign a paragraph begins with.
    fn sign(&mut self, paragraph: &Paragraph) -> String {
        if let Some(level) = paragraph.heading {
            return format!("{} ", "#".repeat(level));
        }
        let Some(list) = &paragraph.list else {
            return String::new();
        };
        let indent = "   ".repeat(paragraph.level);
        let levels = self.numbered.get(list);
        if levels.is_none_or(|levels| levels.get(paragraph.level) != Some(&true)) {
            return format!("{indent}- ");
        }
        let here = (list.clone(), paragraph.level);
        self.counts
            .retain(|(other, level), _| other != list || *level <= paragraph.level);
        let count = self.counts.entry(here).or_default();
        *count += 1;
        format!("{indent}{count}. ")
    }
}

/// What each style makes of its paragraphs, by its id: the name of a heading is the same in all languages of Word.
fn styles(xml: &str) -> HashMap<String, Paragraph> {
    let mut found: HashMap<String, Paragraph> = HashMap::new();
    let mut id = String::new();
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(element) | Event::Empty(element) => {
                let value = |name| attribute(&element, name).unwrap_or_default();
                match element.local_name().as_ref() {
                    "style" => id = value("styleId"),
                    "name" => {
                        let name = value("val").to_lowercase();
                        let depth = name
                            .strip_prefix("heading ")
                            .and_then(|depth| depth.parse::<usize>().ok());
                        let depth = depth.or((name == "title").then_some(1));
                        found.entry(id.clone()).or_default().heading = depth.map(|depth| depth.clamp(1, 6));
                    }
                    "numId" => found.entry(id.clone()).or_default().list = Some(value("val")),
                    "ilvl" => found.entry(id.clone()).or_default().level = value("val").parse().unwrap_or(0).min(8),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    found
}

/// Which levels of each list are numbered.
fn numbered(xml: &str) -> HashMap<String, Vec<bool>> {
    let (mut kinds, mut found): (HashMap<String, Vec<bool>>, HashMap<String, Vec<bool>>) = Default::default();
    let (mut kind, mut list) = (String::new(), String::new());
    let mut reader = Reader::from_str(xml);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Eof => break,
            Event::Start(element) | Event::Empty(element) => {
                let value = |name| attribute(&element, name).unwrap_or_default();
                match element.local_name().as_ref() {
                    "abstractNum" => kind = value("abstractNumId"),
                    "numFmt" => kinds
                        .entry(kind.clone())
                        .or_default()
                        .push(!matches!(value("val").as_str(), "bullet" | "none")),
                    "num" => list = value("numId"),
                    "abstractNumId" => {
                        found.extend(kinds.get(&value("val")).map(|levels| (list.clone(), levels.clone())));
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    found
}
