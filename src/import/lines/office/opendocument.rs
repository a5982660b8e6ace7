//! `OpenDocument` texts and spreadsheets (ISO 26300): paragraphs with their headings and lists, tables, notes.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::archive::{Extent, Office, Parts, Refusal, part};
use super::page::{Page, attribute, character};
use super::sheet::{Rows, put};

/// Blanks that one sign may stand for.
const BLANKS: usize = 80;

/// The text of a document.
pub(super) fn read(parts: &mut Parts) -> Result<Office, Refusal> {
    let xml = part(parts, "content.xml")?;
    let mut page = Page::default();
    // Elements one stands in: paragraphs, for the text between them is only layout; lists; what was deleted.
    let (mut paragraphs, mut lists, mut deleted, mut first_row) = (0_usize, 0_usize, 0_usize, false);
    let mut sign = String::new();
    let mut reader = Reader::from_str(&xml);
    let read = loop {
        let event = reader.read_event();
        let opened = matches!(event, Ok(Event::Start(_)));
        match event {
            Ok(Event::Eof) => break Extent::Whole,
            Err(_) => break Extent::BrokenOff,
            Ok(Event::Start(element) | Event::Empty(element)) => match element.local_name().as_ref() {
                "tracked-changes" => deleted += usize::from(opened),
                "h" if opened => {
                    sign = format!("{} ", "#".repeat(number(&element, "outline-level").clamp(1, 6)));
                    paragraphs += 1;
                }
                "p" if opened => paragraphs += 1,
                "p" | "h" if deleted == 0 => page.end_paragraph(""),
                "list" => lists += usize::from(opened),
                "list-item" => sign = format!("{}- ", "   ".repeat(lists.saturating_sub(1).min(8))),
                "s" => page.push(&" ".repeat(number(&element, "c").min(BLANKS)), false),
                "tab" => page.push("\t", false),
                "line-break" => page.break_line(),
                "table" => first_row = true,
                "table-row" if opened => page.begin_row(std::mem::take(&mut first_row)),
                _ => {}
            },
            Ok(Event::End(element)) => match element.local_name().as_ref() {
                "tracked-changes" => deleted = deleted.saturating_sub(1),
                "p" | "h" => {
                    paragraphs = paragraphs.saturating_sub(1);
                    if deleted == 0 {
                        page.end_paragraph(&std::mem::take(&mut sign));
                    }
                }
                "list" => lists = lists.saturating_sub(1),
                "list-item" => sign.clear(),
                "table-cell" => page.end_cell(),
                "table-row" => page.end_row(),
                _ => {}
            },
            Ok(Event::Text(text)) if paragraphs > 0 && deleted == 0 => {
                page.push(&text.xml_content(quick_xml::XmlVersion::Implicit1_0), false);
            }
            Ok(Event::GeneralRef(reference)) if paragraphs > 0 && deleted == 0 => {
                page.push(&character(&reference), false);
            }
            Ok(_) => {}
        }
    };
    Ok(Office::notes(page.end(), read))
}

/// A number an element says; 1 where it says none.
fn number(element: &BytesStart, name: &str) -> usize {
    attribute(element, name)
        .and_then(|number| number.parse().ok())
        .unwrap_or(1)
}

/// The first sheet of a spreadsheet, as rows with commas.
pub(super) fn sheet(parts: &mut Parts) -> Result<Office, Refusal> {
    let xml = part(parts, "content.xml")?;
    let mut rows = Rows::default();
    let (mut row, mut cell, mut inside, mut times) = (Vec::new(), String::new(), false, 1);
    let mut reader = Reader::from_str(&xml);
    let read = loop {
        let event = reader.read_event();
        let opened = matches!(event, Ok(Event::Start(_)));
        match event {
            Ok(Event::Eof) => break Extent::Whole,
            Err(_) => break Extent::BrokenOff,
            Ok(Event::Start(element) | Event::Empty(element)) => match element.local_name().as_ref() {
                "table-cell" | "covered-table-cell" => {
                    times = number(&element, "number-columns-repeated");
                    cell.clear();
                    if !opened {
                        put(&mut row, "", times);
                    }
                }
                "p" if opened => {
                    inside = true;
                    if !cell.is_empty() {
                        cell.push('\n');
                    }
                }
                "line-break" => cell.push('\n'),
                "s" | "tab" => cell.push(' '),
                _ => {}
            },
            Ok(Event::End(element)) => match element.local_name().as_ref() {
                "p" => inside = false,
                "table-cell" | "covered-table-cell" => put(&mut row, &cell, times),
                "table-row" => rows.push(&std::mem::take(&mut row)),
                "table" => break Extent::Whole,
                _ => {}
            },
            Ok(Event::Text(text)) if inside => {
                cell.push_str(&text.xml_content(quick_xml::XmlVersion::Implicit1_0));
            }
            Ok(Event::GeneralRef(reference)) if inside => cell.push_str(&character(&reference)),
            Ok(_) => {}
        }
    };
    rows.end(xml.matches("</table:table>").count(), read)
}
