//! Notes in which lines of one kind decide together, and what is nobody's answer.

use super::*;
use crate::import::read as read_file;

/// Each item as `kind: title`, an answer with the number of its question and its parts.
fn read(name: &str, text: &str) -> Vec<String> {
    let items = read_file(name, text.as_bytes()).items;
    let said = |item: &Item| {
        let answers: String = item.answers.iter().map(|to| format!(" to {to}")).collect();
        let parts: String = item.parts.iter().map(|part| &part.title()[..1]).collect();
        let parts = if parts.is_empty() { parts } else { format!(" {parts}") };
        format!(
            "{}{answers}{parts}: {}",
            item.kind.id(),
            item.title.as_deref().unwrap_or("-")
        )
    };
    items.iter().map(said).collect()
}

#[test]
fn a_bare_mark_asks_wherever_it_stands() {
    let text = "Q Who are you, in two words ?\nI mend boats. Before that I sold fish for nine years.\n\nQ the part of the day you like least\nThe hour before the tide turns.\n\nQ. describe a quarrel on deck\nTwo of us wanted the tiller and I gave it away.\n";
    let found = read("a.txt", text);
    assert_eq!(
        found.iter().filter(|item| item.starts_with("question:")).count(),
        3,
        "{found:?}"
    );
    assert_eq!(found[2], "question: the part of the day you like least");
}

#[test]
fn a_line_that_begins_with_a_part_is_no_question_and_a_legend_is_no_part() {
    let text = "### Leaks\n\n- Tell me about a leak nobody found. - A: below\n- When did you give up on a pump? - A: I sold it after a week.\n- Which rope held?\n\n<hr/>\n\nS : Situation, T : Task, A : Action, R : Result\n\n- S : The hold was wet on Mondays.\n\n- T : I was to find out why.\n\n- A : I slept there for a week.\n\n- R : A valve in another boat was ours.\n";
    let found = read("a.md", text);
    assert_eq!(found[0], "question: Tell me about a leak nobody found.");
    assert_eq!(
        found.last().map(String::as_str),
        Some("story to 0 STAR: -"),
        "{found:?}"
    );
    assert_eq!(found.iter().filter(|item| item.starts_with("question:")).count(), 3);
}

#[test]
fn an_item_right_over_a_question_names_what_it_is_about() {
    let text = "# Values\n\n- Care for the crew\nDescribe a day you changed a plan for one sailor.\n\n- Keep the boat\nTell me about something you mended though it was not yours.\n\n- Stay plain\nWhen did you throw a rope away that nobody missed?\n";
    let found = read_file("a.md", text.as_bytes()).items;
    assert!(
        found
            .iter()
            .all(|item| item.kind == ItemKind::Question && item.answered == Some(false)),
        "{found:#?}"
    );
    assert_eq!(found.len(), 3);
}

#[test]
fn questions_set_off_in_one_way_are_of_one_kind() {
    let text = "Why us?\nbecause the quay is near.\n\nWhy should we take you?\nI have sailed for years.\nIt was cold.\n\nwhy move from nets to maps?\nI wanted to see the whole coast.\n";
    let found = read("a.txt", text);
    assert_eq!(found[4], "question: why move from nets to maps?");
}

#[test]
fn a_prompt_without_text_is_to_be_written() {
    let text = "# Answers\n\n## A quarrel (with the mate or the cook)\n**S:** ...\n**T:** ...\n**A:** ...\n**R:** ...\n\n## Wrong course\n...\n\n## A new rig\n**S:** We got another sail.\n**T:** Nobody could set it.\n**A:** I read the sheet on the pier.\n**R:** .\n";
    let items = read_file("a.md", text.as_bytes()).items;
    assert_eq!(
        items[..2].iter().map(|item| item.kind).collect::<Vec<_>>(),
        [ItemKind::Question; 2]
    );
    assert!(
        items[..2]
            .iter()
            .all(|item| item.answered == Some(false) && !item.unfinished.is_empty())
    );
    assert_eq!(items[2].parts.len(), 3);
}

#[test]
fn headings_that_mean_nothing_alone_stand_behind_the_one_above() {
    let text = "# Answers\n\n## The best of a voyage\n\n### Leith\nThe pilot let me steer.\n\n### Oban\nThey ate together.\n\n## Something to mend\n\n### Leith\nI drew every chart by hand.\n";
    assert_eq!(
        read("a.md", text),
        [
            "question: The best of a voyage",
            "point to 0: The best of a voyage: Leith",
            "point to 0: The best of a voyage: Oban",
            "question: Something to mend",
            "story to 3: Something to mend: Leith"
        ]
    );
}

#[test]
fn a_hint_is_a_note_and_headings_beside_a_prompt_prompt() {
    let text = "### Describe a voyage you made with others\n{{say we, not only I}}\n###### The watch list\n- Asked each for one night\n- Full in a week\n\n### Show how it could have gone better\n- ??? the shared chart\n";
    assert_eq!(
        read("a.md", text),
        [
            "question: Describe a voyage you made with others",
            "note: -",
            "story to 0: The watch list",
            "question: Show how it could have gone better"
        ]
    );
}

#[test]
fn an_index_and_a_definition_are_nobodys_answer() {
    let text = "# Stories by value\n\n### 1. Care for the crew\n1. [The late boat](#the-late-boat)\n2. [Two ropes](#two-ropes)\n\n### 2. Look ahead\nPeople here think in years and look behind the next cape. They are not afraid of fog.\n\n## Details\n\n### The late boat\n**Situation**: A boat lay for an hour.\n**Action**: I rowed out and asked.\n**Result**: We moved the bell.\n**Key Learning**: walk the quay.\n";
    let found = read("a.md", text);
    assert_eq!(
        found.iter().filter(|item| !item.starts_with("note")).count(),
        1,
        "{found:?}"
    );
    assert!(found.contains(&"story SARR: The late boat".to_owned()), "{found:?}");
}

#[test]
fn planned_stories_keep_what_stands_beside_them_and_are_to_be_finished() {
    let text = "# My stories\n\n| Story | Evidence | Status |\n|---|---|---|\n| Calming a skipper | The week at Oban | Needs numbers |\n| Teaching a hand | Two boys, summer | Not begun |\n";
    let reading = read_file("a.md", text.as_bytes());
    assert_eq!(reading.items.len(), 2);
    assert_eq!(
        reading.body(&reading.items[0]),
        "Evidence: The week at Oban\nStatus: Needs numbers"
    );
    assert_eq!(reading.items[1].unfinished, [6]);
}

#[test]
fn a_line_that_only_begins_prompts_makes_prompts_of_its_list() {
    let text = "## More\n\nA time when you:\n\n- Rowed alone\n- Had to be frugal\n- Kept the watch awake\n";
    assert_eq!(
        read("a.md", text),
        [
            "note: More",
            "question: Rowed alone",
            "question: Had to be frugal",
            "question: Kept the watch awake"
        ]
    );
}

#[test]
fn answers_in_sections_below_their_question_belong_to_it() {
    let text = "## 1. The leak\n\n**Question:** Tell me about a leak you found.\n\n### Quick points (STAR)\n\n- **Situation:** The hold was wet.\n- **Task:** Keep the cargo dry.\n- **Action:** Found the seam, caulked it.\n- **Result:** Dry by noon.\n\n### Story (long form)\n\nWe were off Leith when I saw water in the hold. I found the seam and I caulked it while the others bailed.\n";
    let found = read("a.md", text);
    assert_eq!(found[0], "question: Tell me about a leak you found.");
    assert!(found[1].starts_with("story to 0 STAR"), "{found:?}");
    assert!(found[2].starts_with("story to 0"), "{found:?}");
}

#[test]
fn the_parts_and_the_questions_are_known_in_other_languages() {
    for text in [
        "# Das Leck\nSituation: Der Raum war nass.\nAufgabe: Trocken halten.\nHandlung: Ich fand die Naht.\nErgebnis: Trocken.\n",
        "# La fuga\n**Situación:** La bodega mojada.\n**Tarea:** Mantenerla seca.\n**Acción:** Encontré la costura.\n**Resultado:** Seca.\n",
        "# 漏水\n状況：船倉が濡れた。\n課題：乾かす。\n行動：継ぎ目を探した。\n結果：乾いた。\n",
        "# Течь\nСитуация: трюм мокрый.\nЗадача: сохранить груз.\nДействия: я нашёл шов.\nРезультат: сухо.\n",
    ] {
        let found = read("a.md", text);
        assert!(found.len() == 1 && found[0].starts_with("story STAR: "), "{found:?}");
    }
    let asked = read(
        "a.txt",
        "1. ¿Por qué barcos?\n2. Warum Wasser?\n3. なぜ海ですか？\n4. Расскажите о буре\n",
    );
    assert_eq!(
        asked.iter().filter(|item| item.starts_with("question")).count(),
        4,
        "{asked:?}"
    );
}

#[test]
fn lines_ended_in_any_way_are_lines() {
    for end in ["\n", "\r", "\r\n", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}"] {
        let text = [
            "Tell me about a storm",
            "I reefed early and we came through.",
            "",
            "Why boats?",
            "I like water.",
        ]
        .join(end);
        assert_eq!(read("a.txt", &text).len(), 4, "{end:?}");
    }
}

#[test]
fn prompts_quoted_behind_a_label_are_questions_that_the_story_answers() {
    let text = "### The crane on the east pier\n\n**Use for:** “How do you plan a move?”, “Tell me about a risk” or “Why boats?”\n\n- Situation: The crane stood in the way.\n- Task: It had to go before the ship came.\n- Action: I asked the two who had moved one.\n- Result: Gone in a night.\n";
    assert_eq!(
        read("a.md", text),
        [
            "question: How do you plan a move?",
            "question: Tell me about a risk",
            "question: Why boats?",
            "story to 0 to 1 to 2 STAR: The crane on the east pier"
        ]
    );
    for said in [
        "She said: \"Why boats?\" and left the room",
        "What I asked her then: \"a rope\"",
        "This is what each of us heard on that day: \"Why boats?\"",
    ] {
        let found = read(
            "a.md",
            &format!("# The pier\n\nI went there with Ada.\n{said}\nI built it in a week.\n"),
        );
        assert!(!found.iter().any(|item| item.starts_with("question")), "{found:?}");
    }
}

#[test]
fn a_case_put_to_somebody_asks_in_whatever_order_its_words_stand() {
    let text = "1. you have two ships and one berth, what you will do\n2. If you see a leak, how would you say it\n3. what is the hardest watch you had last winter\n";
    let found = read("a.md", text);
    assert!(
        found.iter().all(|item| item.starts_with("question")) && found.len() == 3,
        "{found:?}"
    );
    let advice = read(
        "a.md",
        "# Tips\n\n- You should say what you did\n- If asked, say how you felt\n",
    );
    assert!(!advice.iter().any(|item| item.starts_with("question")), "{advice:?}");
}

#[test]
fn situations_where_you_did_something_are_asked() {
    let text = "## Situation where you had to win somebody over\n\nI drew the map for the pilot.\n\n## Example where you found a leak\n\nI heard it at night.\n";
    let found = read("a.md", text);
    assert_eq!(
        found.iter().filter(|item| item.starts_with("question")).count(),
        2,
        "{found:?}"
    );
}

#[test]
fn a_table_that_says_how_far_each_story_is_lists_stories_and_tells_none() {
    let rows = [
        "A hard crossing | Log of March | Ready",
        "A new mate | Letters | Ready",
        "A quarrel ashore | Nothing yet | To do",
        "A leak | Log of May | To do",
    ];
    let text = format!(
        "# Stories\n\n| Story | Where | Status |\n|---|---|---|\n| {} |\n",
        rows.join(" |\n| ")
    );
    let found = read("a.md", &text);
    assert!(!found.iter().any(|item| item.starts_with("story")), "{found:?}");
}

#[test]
fn letters_set_tight_to_the_text_name_parts_where_several_do() {
    let text = "## Story 1 MAST\nS-For a new mast, one of the mates wanted oak.\nA-I showed where it would break.\nThen I wrote it down.\nR-Now we have a light mast that holds.\n";
    assert_eq!(read("a.md", text), ["story SAR: Story 1 MAST"]);
    let shirts = read(
        "a.md",
        "# Shirts\nT-shirts were what I sold in the first summer.\nI liked it and I sold more of them.\n",
    );
    assert_eq!(shirts, ["story: Shirts"]);
}

#[test]
fn a_question_broken_anywhere_in_a_script_without_blanks_is_one() {
    let text = "a. 你有没有遇到过船来不及的情况，你怎么解决的。\nI made a list of all that was left.\n\nb. 你发现你的船员来不及了，你该\n怎么做。\n\nI will first talk to him.\n\nc. 你的船长让你用别的帆，你怎么办。\n\nI will try to convince him.\n";
    let found = read("a.md", text);
    assert_eq!(
        found.iter().filter(|item| item.starts_with("question")).count(),
        3,
        "{found:?}"
    );
}

#[test]
fn advice_with_examples_in_quotes_code_and_empty_forms_are_nobodys_answer() {
    let text = "# Telling it\n\n### Figures that are missing\nEven if nobody counted, estimate:\n* \"I cut the time at the quay by half and the crew was glad.\"\n* \"We caught every boat before noon and I was thanked.\"\n\n### Tools\nDo not build what is there:\n```go\nfound, err := rope.Tied()\nif err != nil { started, loaded, checked }\n```\n\n### A form\n```\n- Situation:\n- Task:\n- Action:\n- Result:\n```\n";
    let found = read("a.md", text);
    assert!(found.iter().all(|item| item.starts_with("note")), "{found:?}");
    let told = read(
        "a.md",
        "# Tidings\n\n### The pilot\n\"I was on the pier when the pilot left us, and I steered her in myself.\"\n",
    );
    assert!(told.iter().any(|item| item.starts_with("story")), "{told:?}");
}

#[test]
fn fields_of_a_form_ask_nothing() {
    let text = "### The tide table\n- What ????\n\t- a table that I built for the harbour\n- Why ????\n\t- we waited for water each week\n- Impact ????\n\t- I saved two days a month\n";
    let found = read("a.md", text);
    assert!(!found.iter().any(|item| item.starts_with("question")), "{found:?}");
    assert!(found[0].ends_with("The tide table"), "{found:?}");
}

#[test]
fn pictures_beside_the_names_of_parts_are_ornament_and_what_one_asks_them_is_known_by_how_its_heading_begins() {
    let text = "# The tide\n\n**📋 S** : The water was low.\n\n**📌 T** : I was to bring her in.\n\n👔 Action: I waited an hour.\n\n**💡 R** : She came in.\n";
    assert_eq!(read("a.md", text), ["story STAR: The tide"]);
    let asked = read(
        "a.md",
        "# Perguntas para fazer ao mestre do porto?\n\n- Como o porto se organiza?\n- Quais são os barcos?\n",
    );
    assert_eq!(
        asked.iter().filter(|item| item.starts_with("ask-them")).count(),
        2,
        "{asked:?}"
    );
}

#[test]
fn one_text_under_several_questions_answers_none() {
    let row = |ask: &str, answer: &str| format!("{{\"question\": \"{ask}\", \"answer\": \"{answer}\"}}");
    let rows = [
        row(
            "Why boats?",
            "I like the quiet of the sea, and I have sailed for years.",
        ),
        row("Why nets?", "Our crew writes this one, come back soon."),
        row("Why ropes?", "Our crew writes this one, come back soon."),
        row("Why bells?", "Our crew writes this one, come back soon."),
    ];
    let items = read_file("a.json", format!("[{}]", rows.join(",\n")).as_bytes()).items;
    let answered: Vec<bool> = items.iter().filter_map(|item| item.answered).collect();
    assert_eq!(answered, [true, false, false, false], "{items:#?}");
}
