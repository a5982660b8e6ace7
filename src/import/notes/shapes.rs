//! Shapes of notes that people keep, each with what a careful reader finds in it.

use super::*;
use crate::domain::part::Part;
use crate::import::read as read_file;

pub(super) const STAR: [Part; 4] = [Part::Situation, Part::Task, Part::Action, Part::Result];

/// Each item as `kind first-last title`, a point with its question's number.
pub(super) fn shape(name: &str, text: &str) -> Vec<String> {
    read_file(name, text.as_bytes())
        .items
        .iter()
        .map(|item| {
            let answers: String = item.answers.iter().map(|to| format!(" to {to}")).collect();
            format!(
                "{} {}-{}{answers}: {}",
                item.kind.id(),
                item.lines.0,
                item.lines.1,
                item.title.as_deref().unwrap_or("-")
            )
        })
        .collect()
}

pub(super) fn story(text: &str) -> Item {
    let items = read_file("a.md", text.as_bytes()).items;
    let stories: Vec<&Item> = items.iter().filter(|item| item.kind == ItemKind::Story).collect();
    assert_eq!(stories.len(), 1, "{items:#?}");
    stories[0].clone()
}

#[test]
fn a_table_of_contents_repeats_nothing() {
    let text = "- [Why boats?](#why-boats)\n- [Which storm?](#which-storm)\n\n## Why boats?\nI like the water.\n## Which storm?\n";
    assert_eq!(
        shape("a.md", text),
        [
            "question 4-4: Why boats?",
            "point 5-5 to 0: -",
            "question 6-6: Which storm?"
        ]
    );
    assert_eq!(read_file("a.md", text.as_bytes()).coverage.remainder, [(1, 2)]);
}

#[test]
fn numbers_on_keys_number_questions() {
    let text = "1️⃣ Tell me about yourself\n\n“I mend boats.”\n\n2️⃣ What are your strengths and weaknesses?\n✅ Strengths\n\nI am patient with rope.\n\n⚠️ Weakness\n\nI hurry on land.\n\n3️⃣ Why should we hire you?\n\nI know this harbour.\n";
    assert_eq!(
        shape("a.md", text),
        [
            "question 1-1: Tell me about yourself",
            "point 3-3 to 0: -",
            "question 5-5: What are your strengths and weaknesses?",
            "point 6-12 to 2: -",
            "question 14-14: Why should we hire you?",
            "point 16-16 to 4: -",
        ]
    );
}

#[test]
fn a_remark_before_the_prompt_is_part_of_the_question() {
    let text = "Everybody gets lost. Tell me about a time you did.\nDescribe a calm day.\nWith many ropes it is hard to see which one holds. How do you find out?\n";
    assert_eq!(
        shape("a.txt", text),
        [
            "question 1-1: Everybody gets lost. Tell me about a time you did.",
            "question 2-2: Describe a calm day.",
            "question 3-3: With many ropes it is hard to see which one holds. How do you find out?"
        ]
    );
}

#[test]
fn one_story_told_in_bullets_is_one_story() {
    let text = "Mooring conflict story\n\n- I tied up where the mate wanted to.\n- He was angry and said so.\n- I asked him to talk it over, and we agreed on a list.\n\n-----\n\nMy worst mistake\n\n- I left the hatch open.\n- Water came in and I pumped for an hour.\n";
    assert_eq!(
        shape("a.txt", text),
        ["story 1-5: Mooring conflict story", "story 9-12: My worst mistake"]
    );
}

#[test]
fn rules_and_numbers_make_titles_of_lines_that_do_not_look_like_it() {
    let text = "----\nSuccesses\n\nBoat project #1 (with the harbour: both crews):\n- I drew the plan.\n- We built it in a week and nobody complained.\n\nBoat project that went well #2\nNew ropes for the whole fleet.\n\n----\nQs for engineers\nHow big is the crew?\nWho decides on the course?\nNight watches?\n";
    assert_eq!(
        shape("a.txt", text),
        [
            "story 4-6: Boat project #1 (with the harbour: both crews)",
            "story 8-9: Boat project that went well #2",
            "ask-them 13-13: How big is the crew?",
            "ask-them 14-14: Who decides on the course?",
            "ask-them 15-15: Night watches?"
        ]
    );
}

#[test]
fn questions_right_behind_the_bullets_of_the_last_answer_begin_anew() {
    let text = "Why do you want to work at sea?\n* I like the water\n* I like the quiet\nWhat don’t you like about it?\n* The food, I have to say\n";
    assert_eq!(
        shape("a.txt", text),
        [
            "question 1-1: Why do you want to work at sea?",
            "point 2-3 to 0: -",
            "question 4-4: What don’t you like about it?",
            "point 5-5 to 2: -"
        ]
    );
}

#[test]
fn headings_with_letters_signs_and_rules_between_them_label_one_story() {
    for text in [
        "# A leak\n## S [situation]\nThe hull leaked.\n## T [task] + A[action]\nI was to stop it, so I welded a plate.\n## R [result]\nWe sailed.\n",
        "# A leak\n### ✅ **S - Situation**\nThe hull leaked.\n\n---\n### ✅ **T - Task**\nI was to stop it.\n\n---\n### ✅ **A - Action**\n1. **Looked:**\n\n   * I looked at every seam.\n\n2. **Welded:**\n\n   * I welded a plate.\n\n---\n### ✅ **R - Result**\nWe sailed.\n",
        "# A leak\n* situation:\n  * The hull leaked.\n* task\n  * I was to stop it.\n* action\n  * I welded a plate.\n* result\n  * We sailed.\n",
        "# A leak\n**S：** The hull leaked.\n**T：** I was to stop it.\n\n**A：**\n- I welded a plate.\n\n**R：** We sailed.\n",
        "# A leak\nGood for: “What broke?”, “What did you mend?”\n\n- Situation: the hull leaked.\n- Task: I was to stop it.\n- Action: I welded a plate.\n- Result: we sailed.\n\n**Short version:**\n\n> We had a leak and I mended it.\n",
    ] {
        let one = story(text);
        assert_eq!(
            (one.title.as_deref(), &one.parts[..], one.labelled),
            (Some("A leak"), &STAR[..], true),
            "{text}"
        );
    }
}

#[test]
fn a_method_explained_to_the_reader_is_no_story() {
    for text in [
        "## How it works\n* **S – Situation**\n* **T – Task**\n* **A – Action**\n* **R – Result**\n",
        "## Answering\n**1. Situation**\n- Be brief and say where you were\n\n**2. Task**\n- Make your part clear\n\n**3. Action**\n- Give your steps in order\n\n**4. Result**\n- Say what your work led to\n",
        "### General\n- AVOID\n  - being vague about your part\n  - talking down your crew\n- TRY\n  - giving your own steps\n  - keeping your voice calm\n",
    ] {
        let kinds: Vec<ItemKind> = read_file("a.md", text.as_bytes())
            .items
            .iter()
            .map(|item| item.kind)
            .collect();
        assert_eq!(kinds, [ItemKind::Note], "{text}");
    }
}

#[test]
fn a_story_under_the_name_of_a_method_is_one() {
    let text = "## STAR scenario 1: a conflict on deck\n*   **The story:**\n    *   **S (Situation):** In the last harbour we had two plans for the mast.\n    *   **T (Task):** I had to get both crews to one of them by noon.\n    *   **A (Action):** I took the drawings and went to each of them in turn.\n    *   **R (Result):** We raised it together and it held.\n";
    let one = story(text);
    assert_eq!((one.category, &one.parts[..]), (Category::Conflict, &STAR[..]));
}

#[test]
fn a_heading_that_only_says_answer_has_its_title_from_above() {
    let text = "## The leaking hull\n### STAR answer\nSituation: the hull leaked.\nTask: I was to stop it.\nAction: I welded a plate.\nResult: we sailed.\n\n## Tell me about a storm\n### My answer\nI reefed early and we came through.\n";
    assert_eq!(
        shape("a.md", text),
        [
            "story 1-6: The leaking hull",
            "question 8-8: Tell me about a storm",
            "story 9-10 to 1: -"
        ]
    );
}

#[test]
fn what_stands_under_answers_is_one_even_where_nobody_speaks() {
    let text = "# Answers\n## First weeks:\nLearning the ropes, then the charts, then the radio.\n";
    assert_eq!(shape("a.md", text), ["point 2-3: First weeks"]);
}

#[test]
fn prompts_under_a_prompt_are_questions_and_probes_are_not() {
    let text = "- Time when you had a conflict at sea.\n  - Tell me about a time you disagreed with the mate\n  - A time when I had to give in\n  - Tell me about a quarrel in the crew\n- Tell me about a storm.\n  - What did you do?\n  - Why?\n";
    assert_eq!(
        shape("a.md", text),
        [
            "question 1-1: Time when you had a conflict at sea.",
            "question 2-2: Tell me about a time you disagreed with the mate",
            "question 3-3: A time when I had to give in",
            "question 4-4: Tell me about a quarrel in the crew",
            "question 5-7: Tell me about a storm."
        ]
    );
}

#[test]
fn links_and_advice_behind_a_list_of_questions_answer_none_of_it() {
    let list = "- Why boats?\n- Why water?\n- Why us?\n- Tell me about a storm\n";
    let advice = format!("{list}\nTake your time when you answer, and keep your examples to what you did yourself.\n");
    let links = format!("{list}\nLINKS:\n[Good tips](https://sea.test/tips)\n");
    for text in [advice, links] {
        let found = shape("a.md", &text);
        assert_eq!(found.len(), 5, "{found:?}");
        assert!(found[4].starts_with("note "), "{found:?}");
    }
    let read = "**Reading**\n\n- [Tell me about yourself, explained](https://sea.test/v?a=1)\n- [Questions at sea](https://sea.test/q)\n";
    assert_eq!(shape("a.md", read), ["note 1-4: Reading"]);
}

#[test]
fn stars_are_headings_where_no_other_heading_is_used() {
    let text = "* Questions\n** Describe a storm.\n** Please discuss a letter you had to write.\n** Tell me about a calm day.\n";
    assert_eq!(
        shape("a.md", text),
        [
            "question 2-2: Describe a storm.",
            "question 3-3: Please discuss a letter you had to write.",
            "question 4-4: Tell me about a calm day."
        ]
    );
}

#[test]
fn the_title_of_a_story_lends_its_category_to_nothing_below_it() {
    let text = "# Helping the new mate\nSituation: he was lost.\nTask: I was to teach him.\nAction: I drew a map.\nResult: he found it.\n## Blue whales\nSituation: we saw two.\nTask: I steered.\nAction: I turned away.\nResult: they passed.\n";
    let found: Vec<Category> = read_file("a.md", text.as_bytes())
        .items
        .iter()
        .map(|item| item.category)
        .collect();
    assert_eq!(found, [Category::Mentoring, Category::Unsorted]);
}

#[test]
fn numbered_titles_in_which_nobody_speaks_are_notes() {
    let text = "1. Knots\nThe bowline holds under load.\nIt opens by hand.\n\n2. Splices\nThree strands, five tucks.\nTaper the ends.\n";
    assert!(shape("a.txt", text).iter().all(|item| item.starts_with("note ")));
}

#[test]
fn states_and_tags_of_org_headings_are_not_said() {
    let text = "* Deck :work:\n** TODO Tell me about a storm\n** DONE [#A] Tell me about a conflict  :mate:crew:\nWe disagreed and I gave in.\n";
    assert_eq!(
        shape("a.org", text),
        [
            "question 2-2: Tell me about a storm",
            "question 3-3: Tell me about a conflict",
            "story 4-4 to 1: -"
        ]
    );
    assert_eq!(read_file("a.org", text.as_bytes()).items[0].unfinished, [2]);
}

#[test]
fn callouts_ask_and_answer_and_tags_are_no_title() {
    let text = "> [!question]- Tell me about a storm\n> I reefed early and we came through.\n\n## Tell me about a calm #sea #deck\nI painted the deck that week.\n";
    assert_eq!(
        shape("a.md", text),
        [
            "question 1-1: Tell me about a storm",
            "story 2-2 to 0: -",
            "question 4-4: Tell me about a calm",
            "story 5-5 to 2: -"
        ]
    );
}

#[test]
fn a_story_named_in_a_table_and_told_below_is_one() {
    let text = "| Story | Conflict | Failure |\n|---|---|---|\n| The mast | x | |\n| The fog | | x |\n\n## The mast\n**S** The mast broke off Leith.\n**T** I led the watch.\n**A** I cut it loose.\n**R** We were towed home.\n";
    assert_eq!(
        shape("a.md", text),
        ["note 3-3: The mast", "story 4-4: The fog", "story 6-10: The mast"]
    );
    assert_eq!(story(&text[text.find("## ").unwrap_or(0)..]).parts, STAR);
}

#[test]
fn short_topics_among_questions_end_the_answer_above() {
    let text = "- Tell me about a storm\n  - S: the mast broke\n  - T: save the boat\n  - A: I cut it loose\n  - R:\n- Tell me about the crew\n  - We were four and I cooked\n- Strengths\n  - patient\n";
    assert_eq!(
        shape("a.md", text),
        [
            "question 1-1: Tell me about a storm",
            "story 2-5 to 0: -",
            "question 6-6: Tell me about the crew",
            "story 7-7 to 2: -",
            "question 8-8: Strengths",
            "point 9-9 to 4: -"
        ]
    );
    assert_eq!(read_file("a.md", text.as_bytes()).items[1].unfinished, [5]);
}

#[test]
fn sub_headings_by_other_names_are_the_parts_of_a_story() {
    let found = story(
        "# Stories\n\n## The lost chart\n\n### Background\nOur charts were gone.\n\n### Problem\nNobody knew the shoals and I was on duty.\n\n\
         ### What I did\nI rang every skipper.\n\n### Impact\nWe sailed on time.\n\n### Takeaway\nKeep two copies.\n",
    );
    assert_eq!((found.title.as_deref(), found.labelled), (Some("The lost chart"), true));
    assert_eq!(
        found.parts,
        [Part::Situation, Part::Action, Part::Result, Part::Reflection]
    );
}

#[test]
fn what_a_story_asks_between_its_parts_belongs_to_it() {
    let found = story(
        "## The pump\n**SITUATION**\nOur pump failed at sea and I had the watch.\n\n**ACTION**\n- I took it apart.\n\
         - `[?] which bolt was it? how many hours went by?`\n\n**RESULT** — It ran.\n\n**LESSON** — Look first.\n",
    );
    assert_eq!(found.lines, (1, 11));
    assert_eq!(
        found.parts,
        [Part::Situation, Part::Action, Part::Result, Part::Reflection]
    );
    assert_eq!(found.unfinished, [7]);
}

#[test]
fn rows_that_tell_stories_are_read_under_the_name_of_the_method_too() {
    let text = "# STAR table\n\n| Trip | Situation | Task | Action | Result |\n|---|---|---|---|---|\n\
                | The pump | It failed | Mend it | Took it apart | It ran |\n| The mast | It broke | Get home | Rigged an oar | Home by noon |\n";
    assert_eq!(shape("a.md", text), ["story 5-5: The pump", "story 6-6: The mast"]);
}

#[test]
fn a_prompt_over_its_answer_keeps_it_where_other_prompts_follow() {
    let text = "Why water?\n\nTell me about yourself?\n- where you learned to sail\n- what you mend\n\nTell me about a storm.\n\n\
                Describe a calm day.\n\nGive an example of a knot you tied.\n";
    assert_eq!(only_questions(text).len(), 5);
}

#[test]
fn an_answer_that_ends_in_a_question_is_an_answer_still() {
    let text = "## Describe your first boat.\n\nMending the old ferry with the children from the harbour - which plank goes where?\n";
    assert_eq!(shape("a.md", text)[1], "point 3-3 to 0: -");
}

#[test]
fn stories_listed_over_questions_stay_stories() {
    let text = "# Storms\n## Stories\n1. The night off Leith\n2. The fog\n3.\n- Tell me about a storm\n- When were you calm?\n- Have you ever turned back?\n\n## Crew stories\n1. The new cook\n";
    let found = shape("a.md", text);
    assert_eq!(found[..2], ["story 3-3: The night off Leith", "story 4-4: The fog"]);
    assert_eq!(found.last().map(String::as_str), Some("story 11-11: The new cook"));
    assert_eq!((found.len(), found[2].as_str()), (7, "note 5-5: -"));
}

pub(super) fn only_questions(text: &str) -> Vec<String> {
    let questions = |line: &String| line.starts_with("question");
    shape("a.txt", text).into_iter().filter(questions).collect()
}

#[test]
fn items_that_each_tell_something_of_their_own_are_stories_of_their_own() {
    let text = "# Things that went wrong\n\n- The mast broke off Leith, at night. I cut it loose and we rowed home by noon.\n- The chart was a year old, and nobody had looked. I marked the new rocks by hand.\n\nQ why do masts break?\nQ what do you check first?\n";
    assert_eq!(
        shape("a.md", text)[..2],
        [
            "story 3-3: The mast broke off Leith, at night",
            "story 4-4: The chart was a year old, and nobody had looked"
        ]
    );
    let text = "# Fehler\n\n- Der Mast brach in der Nacht vor dem Hafen.\n  Ich schnitt ihn los, und wir ruderten heim.\n\n- Die Karte war ein Jahr alt und keiner sah es.\n  Ich zeichnete die neuen Felsen von Hand ein.\n";
    assert_eq!(shape("a.md", text).len(), 2);
}

#[test]
fn items_that_go_on_with_one_another_are_one_story() {
    for text in [
        "# The mast\n\n- The mast broke off Leith. It was dark and I was alone.\n- I cut it loose. Then we rowed for six hours.\n",
        "# The mast\n\n- The mast broke off Leith and nobody\n  was awake to hear it but me.\n- The harbour sent a boat for us when\n  I called, and it came at noon.\n",
        "# Why boats?\n\n- The sea is quiet. I like that more than I can say, and did so as a child.\n- The crew is small. I know everyone and they know me, which I wanted.\n",
    ] {
        let items = read_file("a.md", text.as_bytes()).items;
        let told = items
            .iter()
            .filter(|item| matches!(item.kind, ItemKind::Story | ItemKind::Point));
        assert_eq!(told.count(), 1, "{text}");
    }
}

#[test]
fn lines_counted_by_one_word_name_what_is_under_each() {
    let text = "## from the yard\n\nstory 1: (a gale)\nsituation: the mast was bent.\naction: I cut it down.\n\nstory 2: \nsituation: two mates fell out over a knot.\naction: I sat down with both.\n\nstory 3.\nwe had no cook, so I cooked for a month.\nsituation: nobody could.\n\nstory 4: (fog)\nsituation: we saw nothing, and I rang the bell.\n";
    let found = shape("a.md", text);
    let begun: Vec<&str> = found
        .iter()
        .map(|item| item.split(':').next().unwrap_or_default())
        .collect();
    assert_eq!(
        begun,
        ["story 3-5", "story 7-9", "story 11-13", "story 15-16"],
        "{found:#?}"
    );
}

#[test]
fn a_line_that_says_whom_the_list_below_it_is_for_is_its_heading() {
    let text = "# Yard\n\nI tied the rope twice and it held.\n\nquestions to ask to interviewer\nto learn of the crew and the boat:\n- what the crew is like\n- how old the boat is\n- who steers\n";
    let found = shape("a.md", text);
    let them: Vec<&String> = found.iter().filter(|item| item.starts_with("ask-them")).collect();
    assert_eq!(them.len(), 3, "{found:#?}");
}
