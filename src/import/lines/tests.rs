use super::*;

fn read(raw: &str) -> (Mark, Option<u32>, String) {
    let line = Line::read(raw, Dialect::Markdown);
    (line.mark, line.number, line.title())
}

#[test]
fn every_kind_of_bullet_is_a_bullet() {
    for raw in [
        "- calm",
        "* calm",
        "\t•calm",
        "  ○ calm",
        "§ calm",
        "-calm",
        "- [ ] calm",
    ] {
        assert_eq!(read(raw), (Mark::Bullet, None, "calm".to_owned()), "{raw}");
    }
    assert_eq!(read("*calm*").0, Mark::Plain);
    assert_eq!(read("- cal\u{200b}m").2, "calm");
}

#[test]
fn numbers_are_found_behind_headings_and_emphasis() {
    assert_eq!(
        read("### **3. Why us?**"),
        (Mark::Heading(3), Some(3), "Why us?".to_owned())
    );
    assert_eq!(read("**2) Why us?**"), (Mark::Number, Some(2), "Why us?".to_owned()));
    assert_eq!(read("Q4: Why us?"), (Mark::Number, Some(4), "Why us?".to_owned()));
    assert_eq!(
        read("4 tell me about yourself"),
        (Mark::Number, Some(4), "tell me about yourself".to_owned())
    );
    assert_eq!(read("1.5 million rows").0, Mark::Plain);
    assert_eq!(read("3 years in support").0, Mark::Plain);
}

#[test]
fn rules_headings_quotes_and_arrows_are_told_apart() {
    assert_eq!(read("-----").0, Mark::Rule('-'));
    assert_eq!(
        read("## Two teams ##"),
        (Mark::Heading(2), None, "Two teams".to_owned())
    );
    assert_eq!(read("> said so"), (Mark::Quote, None, "said so".to_owned()));
    assert_eq!(read("-> I like maps"), (Mark::Arrow, None, "I like maps".to_owned()));
    assert_eq!(read(" \u{200b}\t").0, Mark::Blank);
}

#[test]
fn a_title_keeps_the_words_of_a_link_only() {
    assert_eq!(title("See [the **list**](http://a.b/c) now"), "See the list now");
    assert_eq!(title("an [open bracket"), "an [open bracket");
}
