use std::io::Write;

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::archive::{CUT, TOO_LARGE, UNPACKED};
use super::*;

/// An archive of parts.
fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A Word document of this body.
fn word(body: &str) -> Vec<u8> {
    let styles = r#"<w:styles><w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Liste"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>"#;
    let lists = r#"<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#;
    archive(&[
        (
            "word/document.xml",
            format!("<w:document><w:body>{body}</w:body></w:document>").as_bytes(),
        ),
        ("word/styles.xml", styles.as_bytes()),
        ("word/numbering.xml", lists.as_bytes()),
        (
            "word/comments.xml",
            b"<w:comments><w:comment><w:p><w:r><w:t>say it shorter</w:t></w:r></w:p></w:comment></w:comments>",
        ),
    ])
}

fn text(bytes: &[u8]) -> String {
    match read(bytes) {
        Ok(read) => read.text,
        Err(_) => String::from("refused"),
    }
}

fn missing(bytes: &[u8]) -> Vec<&'static str> {
    read(bytes).map(|read| read.missing).unwrap_or_default()
}

#[test]
fn a_word_document_is_markdown_with_all_its_words() {
    let body = r#"<w:p><w:pPr><w:pStyle w:val="berschrift2"/><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>Why boats</w:t></w:r><w:r><w:t>?</w:t></w:r></w:p>
<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Situation: </w:t></w:r><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>fog &amp; rain,</w:t><w:br/><w:t>all&#160;week</w:t></w:r></w:p>
<w:p/>
<w:p><w:pPr><w:pStyle w:val="Liste"/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>first</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>inside</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr><w:r><w:t>second</w:t><w:delText>gone</w:delText></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Question</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Answer</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>a|b</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p><w:p><w:r><w:t>d</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><mc:AlternateContent><mc:Choice><w:r><w:t>beside</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>beside</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>"#;
    let expected = "## Why boats?\n**Situation:** fog & rain,\nall\u{a0}week\n\n- one\n1. first\n   - inside\n2. second\n| Question | Answer |\n|---|---|\n| a\\|b | c d |\nin a box\nbeside\nsay it shorter\n";
    assert_eq!(text(&word(body)), expected);
}

#[test]
fn an_opendocument_text_is_markdown_and_its_sheet_a_table() {
    let content = r#"<office:text><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>
<text:h text:outline-level="3">Why boats?</text:h><text:p>I like<text:s text:c="2"/>water &lt;3</text:p>
<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>two</text:p></text:list-item></text:list></text:list-item></text:list></office:text>"#;
    let bytes = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
    ]);
    assert_eq!(text(&bytes), "### Why boats?\nI like  water <3\n- one\n   - two\n");
    let content = r#"<table:table><table:table-row><table:table-cell><text:p>Question</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2"/><table:table-cell><text:p>Say "it"</text:p><text:p>twice</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row></table:table><table:table><table:table-row><table:table-cell><text:p>another sheet</text:p></table:table-cell></table:table-row></table:table>"#;
    let bytes = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
    ]);
    assert_eq!(text(&bytes), "\"Question\",\"\",\"\",\"Say \"\"it\"\"\ntwice\"\n");
    assert_eq!(missing(&bytes), ["only its first sheet is read"]);
}

/// A workbook of one sheet.
fn workbook(sheet: &str) -> Vec<u8> {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let book = format!(
        r#"<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="Notes" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let links = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    let sheet = format!(r#"<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>"#);
    let first = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    archive(&[
        ("_rels/.rels", first.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", links.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn the_first_sheet_of_a_workbook_is_a_table_and_two_cells_far_apart_are_two_cells() {
    let sheet = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Question</t></is></c><c r="C1"><v>3</v></c></row><row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Why boats?</t></is></c><c r="XFD1048576" t="inlineStr"><is><t>far</t></is></c></row>"#;
    assert_eq!(text(&workbook(sheet)), "\"Question\",\"\",\"3\"\n\"Why boats?\"\n");
    assert_eq!(
        missing(&workbook(sheet)),
        ["what stands behind the 256th column is not read"]
    );
    assert!(missing(&workbook(r#"<row r="1"><c r="A1"><v>3</v></c></row>"#)).is_empty());
}

#[test]
fn what_never_ends_is_broken_or_is_no_document_is_refused() {
    let endless = vec![b' '; UNPACKED as usize + 1];
    let refused = |bytes: &[u8]| match read(bytes) {
        Err(Refusal::Broken(what)) => what,
        Err(Refusal::Unknown) => "unknown",
        Err(Refusal::Deck) => "a deck",
        Ok(_) => "read",
    };
    assert_eq!(refused(&archive(&[("word/document.xml", &endless)])), TOO_LARGE);
    assert_eq!(
        refused(&archive(&[
            ("xl/workbook.xml", b""),
            ("xl/sharedStrings.xml", &endless)
        ])),
        TOO_LARGE
    );
    assert_eq!(refused(&archive(&[("../../evil.txt", b"x")])), "unknown");
    let deck = [
        ("collection.anki21b", &b"x"[..]),
        ("collection.anki2", b"SQLite format 3"),
    ];
    assert_eq!(refused(&archive(&deck)), "a deck");
    let whole = word("<w:p><w:r><w:t>one</w:t></w:r></w:p>");
    assert_eq!(refused(&whole[..whole.len() / 2]), "the archive is broken");
    assert_eq!(refused(ARCHIVE), "the archive is broken");
    let cut = archive(&[("word/document.xml", b"<w:p><w:r><w:t>one</w:t></w:r></w:p><w:p")]);
    assert_eq!(text(&cut), "one\n", "what stands before a break is there");
    assert_eq!(missing(&cut), [CUT], "and that something is missing is said");
    assert!(missing(&whole).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn spoilt_documents_are_read_or_refused(which in 0..2_usize, at in any::<prop::sample::Index>(), byte in any::<u8>(), xml in "(<w:(p|r|t|tr|tc|tbl|b|br)/?>|</w:(p|r|t|tr|tc|tbl)>|[a-z&;]{0,3}){0,40}") {
        prop_assert_ne!(text(&word(&xml)), "refused");
        let mut bytes = [word("<w:p><w:r><w:t>one</w:t></w:r></w:p>"), workbook("<row><c r=\"A1\"><v>1</v></c></row>")][which].clone();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        drop(read(&bytes));
    }
}
