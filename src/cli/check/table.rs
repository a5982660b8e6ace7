//! The table of codes, and one code explained.

use crate::check::codes::{self, CODES, Rule, Tongue};
use crate::cli::fault::Fault;
use crate::domain::category::Category;
use crate::domain::question::tag::TAGS;

/// Every code with its severity and name.
pub(super) fn table() -> String {
    CODES
        .iter()
        .map(|code| format!("{}  {:<8}{}\n", code.code, code.severity.id(), code.name))
        .collect()
}

/// What a code means, why it matters, what to do, and where the rule comes from.
///
/// # Errors
/// That there is no such code.
pub(super) fn explained(word: &str) -> Result<String, Fault> {
    let code = codes::find(word).ok_or_else(|| {
        Fault::new(
            format!("there is no code \"{word}\""),
            "it is not in the table of findings",
            "List the codes with `greenroom check --codes`",
        )
    })?;
    let mut text = format!(
        "{}: {} ({})\n\n{}\n{}.\n\nFrom: {}.\n",
        code.code,
        code.name,
        code.severity.id(),
        code.why,
        code.remedy,
        code.from
    );
    if code.tongue == Tongue::English {
        text.push_str("Looked for in English texts only.\n");
    }
    text.push_str(&format!(
        "Not looked for with allow: [{}] in the front matter of an answer, or in greenroom.yaml for all.\n",
        code.code
    ));
    match code.rule {
        Rule::TagUnknown => {
            text.push('\n');
            text.extend(TAGS.iter().map(|tag| format!("{:<18} {}\n", tag.id, tag.about)));
        }
        Rule::CategoryUnknown => {
            text.push('\n');
            text.extend(Category::ALL.map(|category| format!("{category:<18} {}\n", category.title())));
        }
        _ => {}
    }
    Ok(text)
}
