//! What the document of a home looks like: `{"greenroom_home": 1, "files": [{"path": ..., "text": ...}], "missing": []}`.

use std::fs::File;
use std::io::Read;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::domain::problem::Problem;
use crate::store::files::limits::read_up_to;
use crate::store::import::Source;

/// The largest document that is read, in bytes.
pub const DOCUMENT_BYTES: u64 = 256 << 20;

/// Bytes by which a document is known.
const HEAD: u64 = 512;

/// The version of the document that is written and read.
pub(super) const VERSION: u32 = 1;

/// A home.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Document {
    /// Its version.
    pub(super) greenroom_home: u32,
    /// Its files, by path.
    pub(super) files: Vec<HomeFile>,
    /// What could not be read when it was made.
    #[serde(default)]
    pub(super) missing: Vec<Missing>,
}

/// A file; one of `text`, `events` and `hex` holds its bytes.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct HomeFile {
    /// Where it is in the home, with `/` between names.
    pub(super) path: String,
    /// Its text.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// The events of a file of the log, a line each.
    #[serde(skip_serializing_if = "Option::is_none")]
    events: Option<Vec<Box<RawValue>>>,
    /// Its bytes, two digits each, where they are no text.
    #[serde(skip_serializing_if = "Option::is_none")]
    hex: Option<String>,
}

/// What is not in it, and why.
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct Missing {
    /// The path.
    pub(super) path: String,
    /// What hindered.
    pub(super) what: String,
}

impl HomeFile {
    /// The entry of a file.
    pub(super) fn of(path: String, bytes: Vec<u8>) -> HomeFile {
        match String::from_utf8(bytes) {
            Err(error) => HomeFile {
                path,
                hex: Some(error.as_bytes().iter().map(|byte| format!("{byte:02x}")).collect()),
                ..HomeFile::default()
            },
            Ok(text) => match events(&path, &text) {
                Some(events) => HomeFile {
                    path,
                    events: Some(events),
                    ..HomeFile::default()
                },
                None => HomeFile {
                    path,
                    text: Some(text),
                    ..HomeFile::default()
                },
            },
        }
    }

    /// The bytes of the file; none where the entry does not say them in exactly one way.
    pub(super) fn bytes(self) -> Option<Vec<u8>> {
        match (self.text, self.events, self.hex) {
            (Some(text), None, None) => Some(text.into_bytes()),
            (None, Some(events), None) => {
                let lines: Option<Vec<String>> = events.iter().map(|event| line(event)).collect();
                Some(lines?.concat().into_bytes())
            }
            (None, None, Some(hex)) => unhex(&hex),
            _ => None,
        }
    }
}

/// The lines of a file of the log, where each is one event and put together they are the file again.
fn events(path: &str, text: &str) -> Option<Vec<Box<RawValue>>> {
    if !path.starts_with("log/") || text.is_empty() || text.contains('\r') {
        return None;
    }
    let lines = text.strip_suffix('\n')?.split('\n');
    let event = |line: &str| {
        let whole = line.starts_with('{') && line.ends_with('}');
        whole.then(|| RawValue::from_string(line.to_owned()).ok()).flatten()
    };
    lines.map(event).collect()
}

/// One event as a line of the log: as it stands, on one line also where a program laid it out over several.
fn line(event: &RawValue) -> Option<String> {
    let raw = event.get();
    if raw.contains(['\n', '\r']) {
        let value: Value = serde_json::from_str(raw).ok()?;
        return Some(format!("{value}\n"));
    }
    Some(format!("{raw}\n"))
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
    let pairs = text.as_bytes().chunks(2);
    pairs
        .map(|pair| match pair {
            [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
            _ => None,
        })
        .collect()
}

/// Whether bytes begin such a document.
pub fn is_document(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(200)];
    let head = String::from_utf8_lossy(head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head));
    let inside = head.trim_start().strip_prefix('{').map(str::trim_start);
    inside.is_some_and(|inside| inside.starts_with("\"greenroom_home\""))
}

/// The bytes of a source that is a whole home; none where it is notes.
///
/// # Errors
/// The problem with reading a document of a home.
pub fn document_in(source: &Source) -> Result<Option<Vec<u8>>, Problem> {
    match source {
        Source::Piped(bytes) => Ok(is_document(bytes).then(|| bytes.clone())),
        Source::File(path) => {
            let shown = path.display().to_string();
            let mut head = Vec::new();
            let looked = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
            // What cannot be opened is said when it is read as notes.
            if looked.is_err() || !is_document(&head) {
                return Ok(None);
            }
            read_up_to(DOCUMENT_BYTES, path, &shown).map(Some)
        }
    }
}
