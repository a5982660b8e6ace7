use super::*;

#[test]
fn prompts_without_a_question_mark_are_questions() {
    for text in [
        "Tell me about a boat you sank",
        "Time when you swam alone",
        "**Describe a storm** (courage)",
        "Give me an example of a quiet day.",
        "Share an example of a long road",
        "A time where you swam alone",
        "So, tell me about a boat you sank",
        "A storm at sea and how did you get home",
    ] {
        assert_eq!(asks(text), Asks::Surely, "{text}");
    }
}

#[test]
fn sentences_and_advice_are_no_questions() {
    for text in [
        "Share the results",
        "What I did then was simple.",
        "Explain the context",
        "How I see it",
        "I asked myself: what now?",
    ] {
        assert_eq!(asks(text), Asks::No, "{text}");
    }
}

#[test]
fn remarks_behind_a_question_do_not_hide_it() {
    assert_eq!(asks("Ever sailed alone? (courage, calm)"), Asks::Surely);
    assert_eq!(without_tail("Why here? TODO ask Ann"), "Why here?");
    assert_eq!(
        inline_answer("Why boats? => I like water"),
        Some(("Why boats?", "I like water"))
    );
    assert_eq!(inline_answer("boats => water"), None);
}

#[test]
fn an_answer_behind_its_question_needs_no_sign() {
    let expected = Some(("Why boats?", "I like water."));
    for text in [
        "**Why boats?** I like water.",
        "Why boats?** - I like water.",
        "Why boats? I like water.",
        "*Why boats?* I like water.",
    ] {
        assert_eq!(inline_answer(text), expected, "{text}");
    }
    for text in [
        "Why boats? What do you like?",
        "**Why boats?** (calm, courage)",
        "What next? Nobody knew.",
    ] {
        assert_eq!(inline_answer(text), None, "{text}");
    }
}
