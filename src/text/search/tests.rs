use super::*;

fn found(lines: &[&str], query: &str) -> Vec<usize> {
    let index = Index::new(lines.iter().map(|line| (*line).to_owned()).collect());
    index.find(query).into_iter().map(|found| found.place).collect()
}

#[test]
fn whole_words_come_before_scattered_letters() {
    let lines = [
        "far allowed in time",
        "a failed release",
        "nothing here",
        "release that failed",
    ];
    assert_eq!(found(&lines, "failed").len(), 2);
    assert_eq!(found(&lines, "fail rel").len(), 2);
    assert_eq!(found(&lines, "fai"), [1, 3]);
    assert_eq!(
        found(&lines, "fld rel"),
        [3, 1],
        "letters in order, but inside one word"
    );
    assert_eq!(found(&lines, "  "), [0, 1, 2, 3]);
    assert_eq!(found(&lines, "zz"), [0_usize; 0]);
}

#[test]
fn the_letters_found_are_marked() {
    let index = Index::new(vec!["Über Konflikt".into()]);
    assert_eq!(index.find("konf")[0].marks, [5, 6, 7, 8]);
}

#[test]
fn a_line_is_found_by_its_label_and_by_its_text_with_the_passage_shown() {
    let lines = ["The queue", "Half the pages", "Which numbers do you watch?"].map(str::to_owned);
    let text = "## Situation\nNobody knew.\n- asked for the **Numbers** behind it\n";
    let index = Index::new(lines.to_vec())
        .labelled(vec!["answer", "answer", "decisions"])
        .with_texts([(0, text.into())].into_iter());
    let places = |query: &str| index.find(query).iter().map(|found| found.place).collect::<Vec<_>>();
    assert_eq!(places("numbers"), [2, 0]);
    let found = &index.find("numbers")[1];
    assert_eq!(index.shown(found), "The queue: asked for the Numbers behind it");
    assert_eq!(found.marks, [25, 26, 27, 28, 29, 30, 31]);
    assert!(found.whole);
    assert_eq!(places("decis"), [2]);
    assert_eq!(places("answer pages"), [1]);
    assert_eq!(places("nu"), [2], "two letters are in every text");
    assert_eq!(index.find("nmbrs")[0].marks, [6, 8, 9, 11, 12]);
}

#[test]
fn a_line_is_found_however_its_accents_are_written_and_its_letters_are_marked_with_them() {
    let lines = [
        "Café migration in Zürich",
        "Cafe\u{301} migration in Zu\u{308}rich",
        "Straße",
    ];
    for query in ["zurich", "Zürich", "Zu\u{308}rich", "ZURICH cafe", "café"] {
        assert_eq!(found(&lines, query), [0, 1], "{query}");
    }
    assert_eq!(found(&lines, "strasse"), [2]);
    let index = Index::new(lines.map(str::to_owned).to_vec());
    let marks = |place: usize| {
        let all = index.find("zurich");
        let one = all.into_iter().find(|found| found.place == place);
        let chars: Vec<char> = lines[place].chars().collect();
        let marks = one.map(|found| found.marks).unwrap_or_default();
        marks.iter().map(|mark| chars[*mark]).collect::<String>()
    };
    assert_eq!((marks(0).as_str(), marks(1).as_str()), ("Zürich", "Zu\u{308}rich"));
    let texts = [(2, Arc::from("Before it: the o\u{308}ffentlich street"))];
    let index = index.with_texts(texts.into_iter());
    let passage = &index.find("offentlich")[0];
    let shown: Vec<char> = index.shown(passage).chars().collect();
    assert_eq!(
        passage.marks.iter().map(|mark| shown[*mark]).collect::<String>(),
        "o\u{308}ffentlich"
    );
}

#[test]
fn a_word_is_marked_where_it_stands_best_and_the_first_of_such_places_counts() {
    let marks = |line: &str, query: &str| {
        let index = Index::new(vec![line.to_owned()]);
        index.find(query).remove(0).marks
    };
    assert_eq!(marks("manage an age", "age"), [10, 11, 12]);
    assert_eq!(marks("an age, another age", "age"), [3, 4, 5]);
    assert_eq!(marks("déjà géré en équipe", "equipe"), [13, 14, 15, 16, 17, 18]);
}
