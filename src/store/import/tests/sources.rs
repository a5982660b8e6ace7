//! Sources of every kind, each with something beside what it is about.

/// Notes of every kind there is, each with something beside what it is about.
pub(super) const NOTES_OF_KINDS: [(&str, &str); 22] = [
    (
        "tabs.txt",
        "How did you cross the strait?\n\tWhat did you learn there?\n\tand some remark\n\nHow do you tie it?\n  - Which rope?\n    of hemp, or\n  - TODO ask Ann\n",
    ),
    (
        "lazy.md",
        "- How would you sail if the wind\nturned against you?\n- How do you anchor?\nlazily carried on here\n\n1. How do you dock?\n   Slowly, as I was taught by the mate.\n",
    ),
    (
        "todo.md",
        "## How do you moor? TODO ask the mate\n## How do you row at dawn? (calm, courage) #sea #deck\nI row before the others wake, and I like it.\n",
    ),
    (
        "star.md",
        "# Stories\nSome words in front.\n\n## The leak\nS: the hull leaked\nT: stop it\nA: I welded a plate\nR: we sailed\n\nGood for: \"What broke?\", \"What did you mend?\"\n\nTODO find another\n",
    ),
    (
        "grid.txt",
        "Boat: Ann\nWho: me\nHardest: the pump\nLearned: to look\n\nBoat: Bea\nWho:\nHardest: her keel\nLearned:\n\nA remark behind.\n",
    ),
    (
        "links.md",
        "- [How do you sail?](#sail)\n- [Charts](https://sea.test/charts)\n\n## [How do you sail?](https://sea.test/sail)\nI like the quiet of it.\n",
    ),
    (
        "fold.md",
        "<details open>\n<summary>How do you steer?</summary>\nBy the stars, when I can see them.\n</details>\n\n```\ncode of the harbour\n```\n",
    ),
    (
        "states.org",
        "* Deck :work:\n** TODO How do you scrub it?\n** DONE [#A] Tell me about a conflict on deck  :mate:crew:\nWe disagreed and I gave in.\n",
    ),
    (
        "table.md",
        "# Stories\n\n| Trip | Situation | Action | Result | Mood |\n|---|---|---|---|---|\n| The pump | It failed | I looked | It ran | ✓ calm |\n| The mast | It broke | Rigged an oar | Home | wild |\n\n| Word | Meaning |\n|---|---|\n| Luff | up to the wind |\n",
    ),
    (
        "ask.md",
        "# Questions for them\n- How big is the crew?\n  - because I like small ones\n- Night watches?\n\n# Tips\n- Speak slowly\n",
    ),
    (
        "inline.txt",
        "Why do you want to work at sea? => I like the water and the quiet of it.\n*How do you rest?* I sleep in the bow, under the stars.\nWhich knot? TODO\n",
    ),
    (
        "or.txt",
        "How would you turn her round?\nI would wait for the wave.\n\n(or)\nI would back the jib.\n\n???\n",
    ),
    (
        "journal.md",
        "# Interviews 2026\n## Acme (5 Oct 2026) - Sailor\nStatus: rejected, sadly\n- 2026-10-12 recruiter call with Bo\n### Afterwards\nThey wanted more knots.\n",
    ),
    (
        "twice.md",
        "- How do you pick a harbour at night?\n- How do you pick a harbour at night?\n\n## Calm\nI wait for the tide and then I go out.\n## Calm\nI wait for the tide and then I go out.\n",
    ),
    (
        "old.txt",
        "How do you sail upwind?\rI tack, as everybody does.\r\rSome remark.\r",
    ),
    (
        "ends.md",
        "## How do you reef?\r\nEarly, I have learned that.\r\n\r\n- a link: https://sea.test\r\n",
    ),
    (
        "signs.md",
        "## How do you feel at sea?\n👍\n\n## How do you feel ashore?\n…\n",
    ),
    (
        "letter.txt",
        "How do you begin?\nWith the ropes, I always do.\n\nDear captain,\nplease take me along.\n",
    ),
    (
        "brackets.md",
        "- How do you count [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[ them?\n- How do you & they *agree*?\n",
    ),
    (
        "marks.md",
        "## How do you merge?\n<<<<<<< mine\nI do it by hand, line by line.\n=======\ntheirs\n",
    ),
    (
        "option.md",
        "# How do you lead a watch?\n### My answer\nI ask first and then I say what we do.\n### Option 2\nI show it once, and then they do it.\n",
    ),
    (
        "number.txt",
        "1️⃣ How do you swim?\n✅ Strengths\nI am patient in the water.\n\nQ2: How do you dive?\nA: I hold my breath, as I was taught.\n",
    ),
];

/// Tables, with columns nobody asked for and quotes that go wrong.
pub(super) const TABLES: [(&str, &str); 6] = [
    (
        "bank.csv",
        "id,Topic,Question,My answer,Mood\n1,Conflict,\"Who, of all, argued with you?\",\"We argued,\nand I was wrong.\",cold\n2,Ropes and knots,How do you tie it?,,\n",
    ),
    (
        "prompts.csv",
        "question\nHow do you sail, and why?\n\"Tell us about \"\"the\"\" storm\",\n",
    ),
    (
        "bare.csv",
        "1;How do you row?;I have rowed since I was small and I like it;blue\n2;How do you rest?;Under the stars, as I always did at home;green\n",
    ),
    (
        "star.tsv",
        "title\tsituation\ttask\taction\tresult\tmood\nThe pump\tIt failed\t\tI looked\tIt ran\tglad\n",
    ),
    (
        "open.csv",
        "question,answer\nHow do you row?,\"I like water\nHow do you rest?,wind\n",
    ),
    (
        "quoted.csv",
        "question,answer\nHow do you row?,\"I\"ve rowed\nHow do you rest?,\"wind\"y\n",
    ),
];

/// Banks, with fields nobody asked for.
pub(super) const BANKS: [(&str, &str); 5] = [
    (
        "bank.json",
        "[{\"question\": \"How do you sail?\", \"answer_guidance\": \"They want \\\"calm\\\".\\nAnd knots.\", \"tags\": [\"wind\", \"water\"], \"difficulty\": 3, \"follow_up\": [\"What did you learn?\"], \"meta\": {\"level\": \"mate\", \"sure\": true}}, {\"question\": \"How do you row?\\nWith oars, I mean.\", \"answer\": \"I like it, and I am good at it.\", \"answer\": \"twice\"}]",
    ),
    (
        "groups.json",
        "{\"name\": \"Harbour bank\", \"failure at sea\": [\"What broke when you were out?\", \"a remark\"], \"version\": 7, \"none\": null}",
    ),
    (
        "star.json",
        "{\"title\": \"The pump\", \"star\": {\"situation\": \"It failed\", \"action\": \"I looked\", \"result\": \"It ran\", \"weather\": \"rain\"}, \"mood\": \"glad\"}",
    ),
    ("plain.json", "{\"ropes\": [\"hemp\", \"nylon\"], \"count\": 2}"),
    (
        "lines.jsonl",
        "{\"q\": \"How do you sail?\", \"source\": \"the mate\"}\n{\"q\": \"How do you row?\"}\n",
    ),
];
