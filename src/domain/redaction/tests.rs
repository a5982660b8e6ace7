//! What is hidden, and what is left alone.

use proptest::prelude::*;

use super::*;

fn hides(secrets: &[Secret], cases: &[(&str, &str)]) {
    let redaction = Redaction::new(secrets.iter().cloned());
    for (text, wanted) in cases {
        let wanted = wanted.replace('_', BLOCK);
        assert_eq!(redaction.apply(text).text, wanted, "{text}");
    }
}

fn word(text: &str) -> Secret {
    Secret::Word(text.to_owned())
}

fn company(text: &str) -> Secret {
    Secret::Company(text.to_owned())
}

fn person(text: &str) -> Secret {
    Secret::Person(text.to_owned())
}

fn mention(text: &str) -> Secret {
    Secret::Mention(text.to_owned())
}

#[test]
fn a_company_is_hidden_as_people_say_it() {
    hides(
        &[company("Northwind Traders GmbH")],
        &[
            ("Northwind Traders had two plans.", "_ had two plans."),
            ("At Northwind we", "At _ we"),
            ("at NORTHWIND, northwind's plan", "at _, _'s plan"),
            ("NorthwindPay and northwindpay", "_ and _"),
            ("see northwind.com, or www.northwind.com/jobs?x=1.", "see _, or _."),
            ("mail mara@northwind.com", "mail _"),
            ("#northwind2024 @northwind", "#_ @_"),
            ("north wind", "north wind"),
            ("northwind-traders, NorthwindTraders, northwind_traders", "_, _, _"),
            ("the traders", "the traders"),
            ("North\u{200b}wind", "_"),
        ],
    );
    hides(&[company("Contoso Inc.")], &[("Contoso did", "_ did")]);
    hides(&[company("Hooli GmbH & Co. KG")], &[("Hooli and co", "_ and co")]);
    hides(&[company("株式会社メルカリ")], &[("メルカリでは", "_では")]);
    hides(
        &[company("ООО Ромашка")],
        &[("в Ромашке", "в Ромашке"), ("Ромашка", "_")],
    );
    hides(
        &[company("Rock & Roll Ltd")],
        &[("rock and roll, Rock&Roll", "_, _"), ("a rock", "a rock")],
    );
    hides(
        &[company("AT&T Inc.")],
        &[("at&t, AT&T's", "_, _'s"), ("look at t-shirts", "look at t-shirts")],
    );
    hides(
        &[company("Booking.com B.V.")],
        &[("Booking said, booking.com", "_ said, _")],
    );
    hides(
        &[company("Bank of America Corp")],
        &[("Bank of America", "_"), ("a bank of tests", "a bank of tests")],
    );
    hides(
        &[company("The Trade Desk, Inc.")],
        &[("the trade desk", "the _"), ("The desk. A trade", "The desk. A trade")],
    );
    hides(
        &[company("Alphabet / Google")],
        &[("Google's Alphabet", "_'s _"), ("an alphabet", "an alphabet")],
    );
    hides(
        &[company("Initech (formerly Initrode)")],
        &[("Initrode, Initech", "_, _")],
    );
    hides(
        &[company("Müller AG")],
        &[("Mueller, MÜLLER, Muller, Mu\u{308}ller", "_, _, _, _")],
    );
    hides(&[company("Mueller AG")], &[("Müller", "_")]);
}

#[test]
fn a_person_is_hidden_whole_and_in_pieces() {
    hides(
        &[person("Dr. Anna-Lena Meyer-Schmidt")],
        &[
            ("Anna-Lena Meyer-Schmidt came", "_ came"),
            ("Anna, Lena, annalena, Meyer, schmidt", "_, _, _, _, _"),
            ("Anna\u{2010}Lena and Lena's", "_ and _'s"),
            ("a doctor, Dr. Who", "a doctor, Dr. Who"),
        ],
    );
    hides(
        &[person("Bo Xi")],
        &[
            ("Bo Xi, BoXi, bo xi, Bo's, XI", "_, _, _, _'s, _"),
            ("boxing a box, xis", "boxing a box, _"),
        ],
    );
    hides(
        &[person("José Nuñez")],
        &[("Jose\u{301} NUN\u{303}EZ, jose nunez", "_, _")],
    );
    hides(&[person("Siobhan O’Brien")], &[("O'Brien, obrien, Brien", "_, _, _")]);
    hides(
        &[person("Ludwig van der Berg")],
        &[
            ("van der Berg, a van, der Berg", "van der _, a van, der _"),
            ("Ludwig van der Berg", "_"),
        ],
    );
    hides(
        &[person("He Do")],
        &[("He said so. Do you", "He said so. Do you"), ("He Do said", "_ said")],
    );
    hides(
        &[person("Eric Tom")],
        &[(
            "American generic customers, Tomcat",
            "American generic customers, Tomcat",
        )],
    );
    hides(&[person("山田太郎")], &[("山田太郎さん", "_さん")]);
}

#[test]
fn a_mention_gives_its_names_and_not_what_people_are() {
    hides(
        &[
            mention("a former colleague, Mara Ilves (recruiter)"),
            mention("hiring manager and Tom Brandt"),
            mention("the team"),
            mention("Recruiter"),
            mention("\n  - dana@initech.com\n"),
        ],
        &[
            ("Mara, ilves and Tom: Brandt's", "_, _ and _: _'s"),
            (
                "Recruiter, hiring manager, Team, former colleague",
                "Recruiter, hiring manager, Team, former colleague",
            ),
            ("Dana of Initech", "_ of _"),
        ],
    );
    assert!(Redaction::new([mention("the hiring manager"), mention("")]).is_empty());
}

#[test]
fn an_ordinary_word_is_a_name_only_with_a_capital() {
    hides(
        &[
            company("Square"),
            company("Box, Inc."),
            person("Will Smith"),
            person("Mark"),
        ],
        &[
            ("we will mark a square box", "we will mark a square box"),
            ("Will and Mark of Square, BOX", "_ and _ of _, _"),
            ("SquarePay, Square's, Boxes", "_, _'s, _"),
            ("square.com, #square, @will", "_, #_, @_"),
            (
                "Will you come? Will came. Mark the day.",
                "Will you come? _ came. Mark the day.",
            ),
            (
                "inbox, willing, marketing, boxplot, Willing",
                "inbox, willing, marketing, boxplot, Willing",
            ),
            ("will smith", "_"),
        ],
    );
    hides(&[company("Ford")], &[("we afford Ford", "we afford _")]);
    hides(
        &[company("Meta Platforms")],
        &[("metadata, metaphors, Meta, meta's", "metadata, metaphors, _, _'s")],
    );
    hides(
        &[company("General Motors")],
        &[("In General, general motors", "In General, _")],
    );
}

#[test]
fn a_private_word_is_hidden_in_any_case_and_inside_longer_words() {
    hides(
        &[
            word("Hooli"),
            word("heron"),
            word("C++"),
            word("Project X-ray"),
            word("AI"),
            word(" "),
        ],
        &[
            ("HooliPay, Hoolis, #hooli2024, exhooli", "_, _, #_, _"),
            ("a heron, Herons and HeronPay", "a _, _ and _"),
            ("C++ and c++, not C+ nor C", "_ and _, not C+ nor C"),
            ("project  x-ray, PROJECT\nXRAY", "_, _"),
            ("said an AI, ai's paint", "said an _, _'s paint"),
        ],
    );
    hides(
        &[word("Acme"), word("Acme Rockets"), word("Ærø")],
        &[
            ("At ACME we", "At _ we"),
            ("the acme\n rockets plan", "the _ plan"),
            ("acme's team, (Acme), acme-wide.", "_'s team, (_), _-wide."),
            ("på ÆRØ, aero", "på _, _"),
            ("", ""),
        ],
    );
}

#[test]
fn what_was_hidden_is_counted_under_the_name_of_the_file() {
    let redaction = Redaction::new([company("Northwind GmbH"), person("Dana Weiss"), person("Dana Weiss")]);
    assert_eq!(redaction.names(), ["Dana Weiss", "Northwind GmbH"]);
    let found = redaction.apply("Northwind, Dana, weiss and northwind.com").found;
    assert_eq!(found, [1, 0, 0, 1]);
}

#[test]
fn names_that_are_words_leave_the_built_in_questions_alone() {
    let companies = [
        "Square",
        "Box Inc.",
        "Block",
        "Stripe",
        "Slack",
        "Meta Platforms",
        "Ford",
        "Cisco",
        "Intel",
        "Uber",
    ];
    let people = [
        "Will",
        "Mark",
        "Grace Hope",
        "Bill",
        "Dan Art",
        "Ann",
        "Eric",
        "Pat Long",
        "An Do",
        "Al Ward",
    ];
    let secrets = companies.map(company).into_iter().chain(people.map(person));
    let redaction = Redaction::new(secrets);
    for question in crate::store::banks::shipped() {
        let probes = question.probes.iter().map(|probe| &probe.ask);
        for text in [&question.ask].into_iter().chain(probes).chain(&question.listen_for) {
            assert_eq!(redaction.apply(text).text, *text);
        }
    }
}

proptest! {
    #[test]
    fn nothing_of_a_private_word_is_left_and_all_else_stays(
        before in "[a-z .]{0,12}", after in "[ .,][a-z .]{0,12}", word in "[A-Z]{4,8}",
    ) {
        let text = format!("{before} {word}{after}");
        prop_assume!(!format!("{before} {after}").to_uppercase().replace([' ', '.', ','], "").contains(&word));
        let redaction = Redaction::new([Secret::Word(word.clone())]);
        let said = redaction.apply(&text).text.into_owned();
        prop_assert!(!said.contains(&word));
        prop_assert_eq!(said.matches(BLOCK).count(), 1);
    }

    #[test]
    fn any_name_in_any_text_leaves_what_is_before_and_behind(name in "\\PC{1,12}", text in "\\PC{0,40}") {
        for secret in [company(&name), person(&name), word(&name), mention(&name)] {
            let redaction = Redaction::new([secret]);
            let hidden = redaction.apply(&text);
            prop_assert_eq!(hidden.text.matches(BLOCK).count() >= hidden.found.len(), true);
            let mut rest = text.as_str();
            for kept in hidden.text.split(BLOCK) {
                let place = rest.find(kept);
                prop_assert!(place.is_some(), "{} is not of the text", kept);
                rest = &rest[place.unwrap_or(0) + kept.len()..];
            }
        }
    }
}
