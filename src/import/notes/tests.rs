use super::*;
use crate::domain::part::Part;
use crate::import::read as read_file;

fn kinds(text: &str) -> Vec<(ItemKind, Option<String>, (usize, usize))> {
    read_file("a.md", text.as_bytes())
        .items
        .into_iter()
        .map(|item| (item.kind, item.title, item.lines))
        .collect()
}

fn only(text: &str, kind: ItemKind) -> Vec<String> {
    kinds(text)
        .into_iter()
        .filter(|(one, _, _)| *one == kind)
        .filter_map(|(_, title, _)| title)
        .collect()
}

#[test]
fn stories_in_one_section_stay_apart_and_blank_lines_do_not_end_them() {
    let text = "Storms\n------\n- The night off Leith\n\tWe lost the mast.\n\n\tI cut it loose and we were towed.\n- The fog\n\tI rang the bell and waited.\n\tNobody was hurt.\n";
    let found = kinds(text);
    assert_eq!(
        found.iter().map(|(kind, _, lines)| (*kind, *lines)).collect::<Vec<_>>(),
        [(ItemKind::Story, (3, 6)), (ItemKind::Story, (7, 9))]
    );
    assert_eq!(found[0].1.as_deref(), Some("The night off Leith"));
}

#[test]
fn a_topic_with_one_text_is_one_answer_with_its_heading_as_title() {
    let text = "Failures\n--------\n- I moored the boat badly and it drifted.\n  Another crew caught it.\n\n  Then I learned the knot.\n\nNew hires\n---------\n- I will show them the ropes\n- Then they try it\n";
    let items = read_file("a.txt", text.as_bytes()).items;
    assert_eq!(
        (items[0].kind, items[0].lines, items[0].category),
        (ItemKind::Story, (1, 6), Category::Failure)
    );
    assert_eq!(items[0].body, Body::Lines(vec![(3, 6)]));
    assert_eq!(
        (items[1].kind, items[1].category),
        (ItemKind::Point, Category::Mentoring)
    );
}

#[test]
fn a_question_owns_what_stands_under_it() {
    let text = "1. Why boats?\n\nI like the water.\n2. Why us?\n   - TODO\n3. Tell me about a storm\nThe mast broke. I cut it loose.\n";
    let items = read_file("a.txt", text.as_bytes()).items;
    let shape: Vec<_> = items
        .iter()
        .map(|item| (item.kind, item.answered, item.answers.clone()))
        .collect();
    assert_eq!(
        shape,
        [
            (ItemKind::Question, Some(true), vec![]),
            (ItemKind::Point, None, vec![0]),
            (ItemKind::Question, Some(false), vec![]),
            (ItemKind::Question, Some(true), vec![]),
            (ItemKind::Story, None, vec![3]),
        ]
    );
    assert_eq!(items[2].unfinished, [5]);
}

#[test]
fn a_story_under_headings_of_its_parts_answers_the_question_it_quotes() {
    let text = "# The pump\n\n> **Question:** Tell me about a repair.\n\n## Situation\nIt failed.\n\n## Task\nFind out.\n\n## Action\n- I looked.\n\n## Result\nIt ran.\n\n**Takeaway:** Look first.\n";
    let items = read_file("a.md", text.as_bytes()).items;
    assert_eq!(items.len(), 2, "{items:?}");
    assert_eq!(
        (items[1].kind, items[1].title.as_deref(), items[1].answers.as_slice()),
        (ItemKind::Story, Some("The pump"), &[0][..])
    );
    assert_eq!(items[1].parts, Part::ALL);
}

#[test]
fn questions_for_the_interviewer_are_known_under_a_heading_and_under_a_question() {
    let text = "# Common questions\n1. Why boats?\n2. Do you have any questions for us?\n   - Who mends the sails?\n   - How long is a watch?\n\n# Questions to ask\n- what does the crew eat\n";
    assert_eq!(
        only(text, ItemKind::AskThem),
        ["Who mends the sails?", "How long is a watch?", "what does the crew eat"]
    );
    assert_eq!(only(text, ItemKind::Question).len(), 2);
}

#[test]
fn advice_links_and_legends_are_notes() {
    let text = "# STAR\n1. Situation (what you were in)\n2. Task (what you had to do)\n3. Action (what you did)\n4. Result (what came of it)\n\n# Tips\n- Keep it short\n\n# Reading\nhttps://a.example/b\n";
    assert!(
        kinds(text).iter().all(|(kind, _, _)| *kind == ItemKind::Note),
        "{:?}",
        kinds(text)
    );
}

#[test]
fn a_question_and_its_answer_may_share_a_line() {
    let reading = read_file("a.txt", b"Why boats? => I like water\n\nWhy now? =>\n");
    assert_eq!(reading.items[0].answered, Some(true));
    assert_eq!(reading.body(&reading.items[1]), "I like water");
    assert_eq!(
        (reading.items[2].answered, reading.items[2].unfinished.as_slice()),
        (Some(false), &[3][..])
    );
}

#[test]
fn a_grid_is_a_story_a_title_and_its_empty_keys_are_unfinished() {
    let text = "The pump:\nWho: Ann\nHardest:\nLearned: to look\n\nThe mast:\nWho:\nHardest:\nLearned:\n";
    let items = read_file("a.txt", text.as_bytes()).items;
    assert_eq!(
        items
            .iter()
            .map(|item| (item.kind, item.unfinished.clone()))
            .collect::<Vec<_>>(),
        [(ItemKind::Story, vec![3]), (ItemKind::Story, vec![7, 8, 9])]
    );
}

#[test]
fn a_section_gives_its_category_to_its_questions() {
    let text = "1. Customer obsession\n   - Who was hard to please?\n   - Tell me about a passenger.\n2. Frugality\n   - What did you save?\n";
    let items = read_file("a.txt", text.as_bytes()).items;
    assert_eq!(items[0].category, Category::Customer);
    assert_eq!(items[1].category, Category::Customer);
}

#[test]
fn a_file_of_feedback_proposes_no_answer() {
    let text = "what they look for\n\n- numbers\n- calm\n\nhow it went\n\n- be shorter\n- answer the question first\n";
    assert!(
        kinds(text).iter().all(|(kind, _, _)| *kind == ItemKind::Note),
        "{:?}",
        kinds(text)
    );
}

#[test]
fn a_title_line_right_above_labels_is_the_title_of_the_story() {
    let text = "The pump\nS: It failed on a Friday.\nT: Mend it.\nA: I took it apart.\nR: It ran.\n\nThe mast\nS: It broke.\nA: I climbed up.\nR: It held.\n\nInterview questions\n\nWhy boats?\nI like water.\n";
    assert_eq!(only(text, ItemKind::Story), ["The pump", "The mast"]);
    assert_eq!(only(text, ItemKind::Question), ["Why boats?"]);
}

#[test]
fn short_numbered_items_between_questions_are_questions() {
    let text = "1) Introduce yourself\nI mend boats.\n2) Hardest repair\nWe rebuilt the pump. I led it.\n3) Why boats?\nWater.\n";
    assert_eq!(
        only(text, ItemKind::Question),
        ["Introduce yourself", "Hardest repair", "Why boats?"]
    );
}

#[test]
fn an_answer_mark_without_an_answer_answers_nothing() {
    let items = read_file("a.md", b"**Q: Why boats?**\nA: I like water.\n\n**Q: Why now?**\nA:\n").items;
    assert_eq!(
        items.iter().map(|item| item.answered).collect::<Vec<_>>(),
        [Some(true), None, Some(false)]
    );
}

#[test]
fn a_story_stays_one_though_a_question_stands_below_it() {
    let text = "A quarrel with the mate\n------\n- He wanted to sail at once, so I asked the harbour first.\n- We sailed a day later.\n\nDo you prefer to sail alone?\n";
    let items = read_file("a.txt", text.as_bytes()).items;
    assert_eq!(
        (items[0].kind, items[0].title.as_deref(), items[0].lines),
        (ItemKind::Story, Some("A quarrel with the mate"), (1, 4))
    );
    assert_eq!(items[1].kind, ItemKind::Question);
}

#[test]
fn ones_own_words_under_a_heading_are_an_answer_and_an_introduction_is_not() {
    let text = "# Boats\n\nSome words in front.\n\n## Odds and ends\n\nI like a tidy deck.\n\n## The second storm\n\nThe sail tore and I sewed it.\n";
    assert_eq!(only(text, ItemKind::Point), ["Odds and ends"]);
    assert_eq!(only(text, ItemKind::Story), ["The second storm"]);
    assert_eq!(kinds(text)[0].0, ItemKind::Note);
}

#[test]
fn headings_under_a_question_are_answers_to_it() {
    let text = "## Tell me about a quarrel\n\n### The rope\n\nHe wanted it long. I cut two and we tried both.\n\n### Option 2\n\nShe shouted, and I waited until she was done.\n";
    let items = read_file("a.md", text.as_bytes()).items;
    let shape: Vec<_> = items
        .iter()
        .map(|item| (item.kind, item.title.as_deref(), item.answers.clone()))
        .collect();
    assert_eq!(
        shape,
        [
            (ItemKind::Question, Some("Tell me about a quarrel"), vec![]),
            (ItemKind::Story, Some("The rope"), vec![0]),
            (ItemKind::Story, None, vec![0]),
        ]
    );
    assert_eq!(items[0].answered, Some(true));
}

#[test]
fn a_table_of_questions_is_read_and_any_other_is_text() {
    let text = "# Boats\n\n| Question | My answer |\n|---|---|\n| Why boats? | I like water. |\n| Tell me about a storm | The mast broke \\| fell. I cut it loose. |\n\n## Signals\n\n| Flag | Meaning |\n|---|---|\n| A | diver |\n";
    let reading = read_file("a.md", text.as_bytes());
    let shape: Vec<_> = reading
        .items
        .iter()
        .map(|item| (item.kind, item.lines, item.answers.clone()))
        .collect();
    assert_eq!(
        shape,
        [
            (ItemKind::Question, (5, 5), vec![]),
            (ItemKind::Point, (5, 5), vec![0]),
            (ItemKind::Question, (6, 6), vec![]),
            (ItemKind::Story, (6, 6), vec![2]),
            (ItemKind::Note, (8, 12), vec![]),
        ]
    );
    assert_eq!(
        reading.body(&reading.items[3]),
        "The mast broke | fell. I cut it loose."
    );
}

#[test]
fn what_folds_is_read_under_its_summary() {
    let text = "<details>\n<summary>1. Why boats?</summary>\n\nI like water.\n\n</details>\n\n<details>\n<summary>The night off Leith</summary>\n\nWe lost the mast. I cut it loose and we rowed.\n\n</details>\n";
    assert_eq!(only(text, ItemKind::Question), ["Why boats?"]);
    assert_eq!(only(text, ItemKind::Story), ["The night off Leith"]);
}

#[test]
fn titles_alone_over_prose_are_headings_where_there_are_two() {
    let story = "The mast broke in the second night, and I climbed up with the cook to cut it loose.";
    let text = format!("The night off Leith\n\n{story}\n\nThe long calm\n\n{story}\n");
    assert_eq!(only(&text, ItemKind::Story), ["The night off Leith", "The long calm"]);
}

#[test]
fn numbered_titles_under_a_heading_of_stories_are_stories() {
    let text = "my stories\n1. the mast\n   it broke at night. i cut it loose\n2. the calm\n   we rowed for a day and sang\n\nquestions they ask\n- tell me about a storm\n- greatest wave\n";
    assert_eq!(only(text, ItemKind::Story), ["the mast", "the calm"]);
    assert_eq!(
        only(text, ItemKind::Question),
        ["tell me about a storm", "greatest wave"]
    );
}

#[test]
fn a_labelled_story_of_list_items_is_one() {
    let text = "# Stories\n\n## The pump\n- S: it failed\n- T: mend it\n- A: I took it apart\n- R: it ran\n";
    assert_eq!(only(text, ItemKind::Story), ["The pump"]);
}

#[test]
fn prose_in_another_language_is_an_answer_too() {
    let text = "Der Sturm\n---\n- Der Mast ist gebrochen und ich habe ihn gekappt.\n";
    assert_eq!(only(text, ItemKind::Point), ["Der Sturm"]);
}

#[test]
fn a_label_over_prose_and_a_numbered_story_are_headings() {
    let prose = "the mast broke at night and i cut it loose with the cook";
    let text =
        format!("storm:\n{prose}\n\ncalm:\n{prose}\n\nSTORY 1: THE PUMP\nS - it failed\nA - I mended it\nR - it ran\n");
    assert_eq!(only(&text, ItemKind::Story), ["storm", "calm", "STORY 1: THE PUMP"]);
}

#[test]
fn a_question_may_be_numbered_without_a_sign_or_name_only_whom_it_is_about() {
    let text = "Q1 Why do you like boats?\nAns: I like water.\n\nQ2 Tell me about a storm\nAns: The mast broke and I cut it loose.\n";
    assert_eq!(
        only(text, ItemKind::Question),
        ["Why do you like boats?", "Tell me about a storm"]
    );
    assert_eq!(
        only(
            "## Why Leith\nI like the harbour.\n\n## Why it broke\nSalt.\n",
            ItemKind::Question
        ),
        ["Why Leith"]
    );
}
