//! The one table of what `check` can find.

/// What is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the table below says what each is")]
pub enum Rule {
    IdMissing,
    IdForm,
    IdTwice,
    PromptMissing,
    PromptLong,
    PromptDouble,
    AlsoFew,
    ProbeCount,
    ProbeWhen,
    ProbeForm,
    ListenCount,
    ListenLong,
    CategoryUnknown,
    LevelUnknown,
    TagUnknown,
    PartUnknown,
    SpeakUnclear,
    Hidden,
    PromptAlike,
    ProbeAlike,
    ListenAlike,
    WordingTwice,
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// What is found.
    pub rule: Rule,
    /// The code that is printed; it never changes its meaning.
    pub code: &'static str,
    /// Its name in few words.
    pub name: &'static str,
    /// One sentence on why it matters.
    pub why: &'static str,
    /// What to do.
    pub remedy: &'static str,
}

const fn row(rule: Rule, code: &'static str, name: &'static str, why: &'static str, remedy: &'static str) -> Code {
    Code {
        rule,
        code,
        name,
        why,
        remedy,
    }
}

/// All codes in the order of [`Rule`]. `GR1xx` are about banks.
#[rustfmt::skip]
pub const CODES: [Code; 22] = [
    row(Rule::IdMissing, "GR101", "id missing",
        "History hangs on the id, so a question without one is not loaded.",
        "Give it an id like conflict-design-review"),
    row(Rule::IdForm, "GR102", "id ill-formed",
        "An id is typed on the command line and written in answers, so it must be plain.",
        "Write words in lower case joined by single hyphens"),
    row(Rule::IdTwice, "GR103", "id twice",
        "Of two questions with one id only the later is loaded, and their histories mix.",
        "Give one of the two another id"),
    row(Rule::PromptMissing, "GR104", "prompt missing",
        "A question without a prompt is not loaded.",
        "Write what the interviewer says under ask:"),
    row(Rule::PromptLong, "GR105", "prompt too long",
        "Nobody keeps 30 words in mind while looking for a story.",
        "Say it in under 30 words"),
    row(Rule::PromptDouble, "GR106", "more than one question",
        "Two questions at once leave one unanswered, and the rating means nothing.",
        "Keep the first question and make the other a probe"),
    row(Rule::AlsoFew, "GR107", "too few other wordings",
        "A built-in question that everybody is asked is known by many wordings, and is looked for by each of them.",
        "Write three or more other wordings under also:"),
    row(Rule::ProbeCount, "GR111", "too few or too many probes",
        "A scored question is drilled with what comes next, so it needs something to ask.",
        "Give it two to four probes"),
    row(Rule::ProbeWhen, "GR112", "no probe for a missing part",
        "A probe with when: is asked when the answer left that part out; without one, nothing asks for it.",
        "Give one probe when: with the part it asks for, such as result"),
    row(Rule::ProbeForm, "GR113", "probe not one short question",
        "A probe is thrown in while somebody thinks: one question, at most 20 words.",
        "Ask one thing in at most 20 words, with one question mark"),
    row(Rule::ListenCount, "GR121", "too few or too many lines of listen_for",
        "They are read while rating oneself: with none there is no measure, with many nobody reads them.",
        "Write two to four lines on what a strong answer shows"),
    row(Rule::ListenLong, "GR122", "line of listen_for too long",
        "The line is compared with what was just said, at one glance.",
        "Say it in at most 16 words"),
    row(Rule::CategoryUnknown, "GR131", "category unknown",
        "Questions of an unknown category are unsorted, so they are in nobody's plan.",
        "Use an id that `greenroom list categories` prints"),
    row(Rule::LevelUnknown, "GR132", "level unknown",
        "A word that is no level is left out, and the question may be asked of everybody.",
        "Write junior, senior, staff or manager"),
    row(Rule::TagUnknown, "GR133", "tag unknown",
        "Lenses find questions by their tags; a tag nobody knows is found by none.",
        "Use a tag that `greenroom check --explain GR133` prints"),
    row(Rule::PartUnknown, "GR134", "part unknown",
        "A word that is no part is left out, so the probe is asked any time.",
        "Write situation, task, action, result or reflection; under parts: star or none"),
    row(Rule::SpeakUnclear, "GR135", "time unclear",
        "A time that cannot be read is left out, and the drill's time is used.",
        "Write it like 90s, 2m or 1m30s"),
    row(Rule::Hidden, "GR141", "hidden character",
        "Characters that are not seen can steer a terminal or hide words from a search.",
        "Delete the character, or write what was meant"),
    row(Rule::PromptAlike, "GR151", "prompt near another",
        "The same question in other words takes the place of one not yet practised.",
        "Reword it, or keep only one of the two"),
    row(Rule::ProbeAlike, "GR152", "probe near another",
        "A probe that fits many questions probes none of them.",
        "Ask for something that only this question brings up"),
    row(Rule::ListenAlike, "GR153", "line of listen_for near another",
        "A line that fits many questions is no measure for this one.",
        "Say what a strong answer to this very question shows"),
    row(Rule::WordingTwice, "GR154", "wording claimed twice",
        "Whoever looks for these words finds one of the two questions, and it may be the wrong one.",
        "Leave the wording to the question it fits best"),
];

impl Rule {
    /// Its row.
    pub fn code(self) -> &'static Code {
        &CODES[self as usize]
    }
}

/// The row with this code, in whatever case it is typed.
pub fn find(code: &str) -> Option<&'static Code> {
    CODES.iter().find(|row| row.code.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_stand_in_the_order_of_the_rules_and_their_codes_rise() {
        for (place, row) in CODES.iter().enumerate() {
            assert_eq!(row.rule as usize, place, "{}", row.code);
            assert_eq!(row.rule.code().code, row.code);
            assert!(row.why.ends_with('.') && !row.remedy.ends_with('.'), "{}", row.code);
        }
        assert!(CODES.windows(2).all(|pair| pair[0].code < pair[1].code));
        assert_eq!(find("gr105").map(|row| row.rule), Some(Rule::PromptLong));
    }
}
