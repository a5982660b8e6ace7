//! Review: where one is weak, what is covered, what was told; from Home and back.

use greenroom::app::screens::review::Review;
use greenroom::app::screens::stack::AnyScreen;
use greenroom::domain::category::Category;
use greenroom::domain::history::attempt::Attempt;
use greenroom::domain::progress::coverage::Cell;
use greenroom::domain::rating::Rating;

use greenroom::store::files::atomic::write_new;

use crate::screens::practised;
use crate::session::{Session, session};
#[cfg(unix)]
use crate::support::TestEnvironment;

fn shot(name: &str, session: &mut Session) {
    insta::assert_snapshot!(name, session.screen());
}

/// Review, if it is in front.
fn review(session: &Session) -> Option<&Review> {
    match session.app.screens.front()? {
        AnyScreen::Review(review) => Some(review),
        _ => None,
    }
}

/// The attempt in front, if one is.
fn attempt(session: &Session) -> Option<&Attempt> {
    match session.app.screens.front()? {
        AnyScreen::Attempt(screen) => session.app.workspace.history.attempt(&screen.id),
        _ => None,
    }
}

/// The row the chevron stands in.
fn selected(session: &mut Session) -> String {
    let screen = session.screen();
    let row = screen.lines().find(|line| line.starts_with('▌'));
    row.unwrap_or_default().trim_start_matches("▌ ").to_owned()
}

#[test]
fn three_tabs_after_some_practice() {
    let mut session = practised();
    session.size(120, 40).keys("r");
    shot("review_weak", &mut session);
    insta::assert_snapshot!("review_weak_styled", session.styled());
    shot("review_weak_80", session.size(80, 24));
    shot("review_weak_40x12", session.size(40, 12));
    session.size(120, 40).keys("<tab>");
    shot("review_coverage", &mut session);
    shot("review_coverage_80", session.size(80, 24));
    shot("review_coverage_60x14", session.size(60, 14));
    session.size(120, 40).keys("<right>");
    shot("review_values", &mut session);
    session.keys("<tab>");
    shot("review_history", &mut session);
    shot("review_history_80", session.size(80, 24));
    shot("review_history_40x12", session.size(40, 12));
    session.size(120, 40).keys("f");
    shot("review_filter", &mut session);
    session.keys("<esc><enter>");
    shot("review_attempt", &mut session);
    shot("review_attempt_80", session.size(80, 24));
}

#[test]
fn a_row_names_the_best_of_its_answers_and_says_how_many_more_there_are() {
    let mut session = Session::demo();
    session.keys("r<tab>");
    for (columns, rows) in [(40, 12), (60, 14), (80, 24), (100, 30), (132, 40)] {
        session.size(columns, rows).keys("g");
        let table = review(&session)
            .and_then(|review| review.cover.table.clone())
            .expect("the table");
        for row in &table.rows {
            let line = selected(&mut session);
            assert!(line.starts_with(&row.name), "{columns}x{rows}: {line}");
            let served = row.cells.iter().filter(|cell| **cell != Cell::Apart).count();
            assert_eq!(line.contains("no answer"), served == 0, "{line}");
            let titles = table
                .columns
                .iter()
                .map(|column| column.title.chars().take(6).collect::<String>());
            let named = titles.filter(|title| line.contains(title.as_str())).count();
            let more = line
                .split_once("+ ")
                .and_then(|(_, rest)| rest.split(' ').next()?.parse().ok());
            assert_eq!(named + more.unwrap_or(0), served, "{columns}x{rows}: {line}");
            session.keys("j");
        }
    }
}

#[test]
fn an_empty_home_is_told_what_goes_where() {
    let mut session = session();
    session.size(80, 24).keys("r");
    shot("review_weak_empty", &mut session);
    session.keys("<tab>");
    shot("review_coverage_empty", &mut session);
    session.keys("<tab>");
    shot("review_history_empty", &mut session);
    session.keys("<enter>");
    assert!(session.screen().contains("There is nothing in this list"));
    session.keys("<esc>");
    assert!(matches!(session.app.screens.front(), Some(AnyScreen::Home(_))));
}

#[test]
fn tabs_turn_both_ways_and_a_digit_goes_to_its_place() {
    let mut session = practised();
    let front = |session: &Session| review(session).map(|review| review.tab.title());
    session.keys("r");
    let mut seen = Vec::new();
    for keys in ["", "<tab>", "<tab>", "<tab>", "<backtab>"] {
        session.keys(keys);
        seen.extend(front(&session));
    }
    assert_eq!(
        seen,
        ["Practise next", "Coverage", "All you told", "The plan", "All you told"]
    );
    session.keys("2");
    assert!(session.app.screens.browse().is_some(), "{}", session.screen());
    session.keys("4");
    assert!(
        session.screen().contains("No interview stands here yet"),
        "{}",
        session.screen()
    );
    session.keys("1");
    assert_eq!(session.app.screens.len(), 1);
}

#[test]
fn enter_drills_exactly_the_selected_category() {
    let mut session = practised();
    session.keys("rjj");
    let category = selected(&mut session);
    let category = category.split_whitespace().next().and_then(Category::from_id);
    session.keys("<enter>");
    let drill = session.app.screens.drill().map(|screen| screen.drill.plan.clone());
    let plan = drill.unwrap();
    let asked: Vec<Option<Category>> = plan
        .questions
        .iter()
        .map(|id| {
            session
                .app
                .workspace
                .library
                .question(id.as_str())
                .map(|question| question.category)
        })
        .collect();
    assert_eq!(asked, [category; 3]);
    assert_eq!(Some(plan.name.as_str()), category.map(Category::id));
    session.keys("<esc><enter>");
    assert!(review(&session).is_some(), "a drill ends where it was begun");
}

#[test]
fn a_drill_from_review_is_in_its_figures_when_it_ends() {
    let mut session = practised();
    session.keys("r<tab><tab>");
    let before = review(&session).map(|review| review.past.listed().len());
    session
        .keys("<tab><enter><enter>")
        .wait(30)
        .keys("<enter>3<enter><esc><enter><esc>");
    session.keys("<backtab>");
    let after = review(&session).map(|review| review.past.listed().len());
    assert_eq!(after, before.map(|count| count + 1));
}

#[test]
fn enter_on_a_gap_begins_an_answer_for_it() {
    let mut session = practised();
    session.keys("r<tab>");
    let gap = selected(&mut session);
    assert!(gap.contains("no answer"), "{gap}");
    let category = gap.split_whitespace().next().and_then(Category::from_id);
    session.keys("<enter>");
    let question = session.app.screens.workbench().and_then(|bench| bench.question.clone());
    let question = question.and_then(|id| session.app.workspace.library.question(id.as_str()).cloned());
    assert_eq!(question.map(|question| question.category), category);
    session.keys("What I did.<ctrl-s><esc><esc>");
    let row = review(&session).and_then(|review| review.cover.selected());
    assert_eq!(
        row.map(|row| (row.name.as_str(), row.is_gap())),
        category.map(|category| (category.id(), false))
    );
}

#[test]
fn e_opens_the_answer_of_a_row_lists_several_and_begins_one_where_there_is_none() {
    let mut session = practised();
    let open = |session: &Session| {
        session
            .app
            .screens
            .workbench()
            .and_then(|bench| Some(bench.buffer()?.path.is_some()))
    };
    session.keys("r<tab>G");
    assert!(selected(&mut session).contains('▇'), "what is covered well is last");
    session.keys("e");
    assert_eq!(open(&session), Some(true));
    session.keys("<esc><backtab>");
    let mut row = selected(&mut session);
    while row.starts_with("conflict") || row.starts_with("influence") {
        session.keys("j");
        row = selected(&mut session);
    }
    session.keys("e");
    assert_eq!(open(&session), Some(false), "a new one, not on the disk yet");
    let first = session.app.screens.workbench().and_then(|bench| bench.question.clone());
    session.keys("What I did.<ctrl-s><esc><esc>e<esc>");
    session.keys("n");
    let second = session.app.screens.workbench().and_then(|bench| bench.question.clone());
    assert!(
        second.is_some() && second != first,
        "the next question without an answer"
    );
    session.keys("Another.<ctrl-s><esc><esc>e");
    assert!(
        session.screen().contains("Find"),
        "several are listed: {}",
        session.screen()
    );
    session.keys("<down><enter>");
    assert!(session.app.screens.browse().is_some(), "{}", session.screen());
}

#[test]
fn what_a_tab_is_for_is_said_until_it_was_used() {
    let mut session = practised();
    session.keys("r<tab><tab>");
    assert!(session.screen().contains("All you have told"));
    session.keys("<enter><esc>");
    assert!(!session.screen().contains("All you have told"));
    session.keys("<tab><tab>");
    assert!(
        session.screen().contains("What to practise next and why"),
        "the other tabs say theirs"
    );
    session.size(80, 19);
    assert!(
        !session.screen().contains("What to practise next and why"),
        "short of rows, it goes first"
    );
    let mut session = session.again("24h");
    session.keys("r<tab><tab>");
    assert!(
        !session.screen().contains("All you have told"),
        "it was used on another day"
    );
    session.keys("<tab><tab>");
    assert!(session.screen().contains("What to practise next and why"));
}

#[test]
fn enter_on_weak_begins_with_the_question_what_to_do_speaks_of() {
    let mut session = practised();
    session.keys("r");
    while !selected(&mut session).starts_with("conflict ") {
        session.keys("j");
    }
    let says = session.screen();
    assert!(says.contains("  Tell \"The queue that could wait\""), "{says}");
    for _ in 0..4 {
        session.keys("<enter>");
        let told = session
            .app
            .screens
            .drill()
            .and_then(|screen| screen.drill.now.clone())
            .unwrap();
        let answer = told.answer.and_then(|id| {
            session
                .app
                .workspace
                .library
                .answer(id.as_str())
                .map(|answer| answer.title.clone())
        });
        assert_eq!(answer.as_deref(), Some("The queue that could wait"));
        session.keys("<esc><enter>");
    }
}

#[test]
fn more_answers_than_there_is_room_for_are_counted_and_an_overused_one_is_named() {
    let mut session = Session::with(|places| {
        for n in 0..28 {
            let questions = match n {
                0 => {
                    "questions: [conflict-design-review, ownership-unasked, failure-production, deadline-immovable, mentoring-newcomer]\n"
                }
                _ => "category: failure\n",
            };
            let text = format!("---\nid: tale{n:02}\ntitle: Tale {n:02}\n{questions}---\n## Action\n- did it\n");
            write_new(&places.answers().join(format!("tale-{n:02}.md")), text.as_bytes()).unwrap();
        }
    });
    session.size(80, 24).keys("r<tab>G");
    let screen = session.screen();
    assert!(screen.contains("Tale 00") && screen.contains("+ 27 more"), "{screen}");
    assert!(screen.contains("Used in many   Tale 00 in 5"), "{screen}");
}

#[test]
fn company_values_take_the_place_of_categories_and_give_it_back() {
    let mut session = practised();
    session.keys("r<tab>");
    let lenses = session.app.workspace.library.lenses().len();
    session.keys("<right>");
    let shown = |session: &Session| {
        let lens = review(session)?.cover.lens_shown(&session.app.context())?;
        Some((lens.title.clone(), lens.values.len()))
    };
    let (title, values) = shown(&session).unwrap();
    let begins = title.split(' ').next().unwrap_or_default();
    assert!(session.screen().contains(&format!("‹ {begins}")));
    let rows = review(&session)
        .and_then(|review| review.cover.table.as_ref())
        .map(|table| table.rows.len());
    assert_eq!(rows, Some(values));
    session.keys(&"<right>".repeat(lenses));
    assert_eq!(shown(&session), None);
}

#[test]
fn history_is_filtered_by_category_rating_and_answer_and_found_in() {
    let mut session = practised();
    session.keys("r<tab><tab>");
    let listed = |session: &Session| -> Vec<(Category, Rating)> {
        let (review, cx) = (review(session).unwrap(), session.app.context());
        let rows = 0..review.past.listed().len();
        let attempts = rows.filter_map(|row| review.past.attempt(row, &cx));
        attempts.map(|attempt| (attempt.category, attempt.rating)).collect()
    };
    assert_eq!(listed(&session).len(), 6);
    assert_eq!(
        listed(&session)[0],
        (Category::Failure, Rating::Rough),
        "the last first"
    );
    session.keys("fjj<enter>");
    assert!(listed(&session).iter().all(|(_, rating)| *rating == Rating::Rough));
    assert!(session.screen().contains("only rough, 2 of 6"));
    session.keys("fG<enter>");
    assert!(session.screen().contains("only \"The queue that could wait\""));
    session.keys("fg<enter>/get up to speed<enter>");
    let attempt = attempt(&session).map(|attempt| attempt.category);
    assert_eq!(attempt, Some(Category::Mentoring));
    session.keys("<esc>");
    assert!(
        selected(&mut session).contains("mentoring"),
        "what was found is selected"
    );
}

#[test]
fn a_partners_rating_stands_beside_ones_own_and_survives_a_restart() {
    let mut session = practised();
    session.keys("r<tab><tab><enter>");
    let before = attempt(&session).cloned();
    session.keys("nMira<enter>");
    shot("review_partner", &mut session);
    session.keys("2");
    assert!(session.screen().contains("Written down: Mira heard it as rough"));
    session.keys("nJon<enter>4");
    let mut session = session.again("24h");
    session.keys("r<tab><tab><enter>");
    assert_eq!(attempt(&session).cloned(), before, "one's own rating is as it was");
    let screen = session.screen();
    let row = |name: &str| {
        screen
            .lines()
            .find(|line| line.trim_start().starts_with(name))
            .map(str::to_owned)
    };
    assert!(
        row("Mira").is_some_and(|row| row.contains("rough, said yesterday")),
        "{screen}"
    );
    assert!(row("Jon").is_some_and(|row| row.contains("strong, said yesterday")));
    session.keys("n<enter><esc><esc>n");
    assert!(session.screen().contains("Enter alone: Jon"));
    session.keys("Mira<enter>3");
    let heard = attempt(&session).map(|attempt| attempt.id.clone());
    let heard = heard.map(|id| session.app.workspace.history.heard(&id).len());
    assert_eq!(heard, Some(2), "the same partner may change their mind");
}

#[test]
fn a_guess_goes_from_the_key_to_the_log_to_the_detail() {
    let mut session = session();
    session.keys(",");
    let rows = greenroom::app::overlays::settings::SettingRow::all();
    let predict = rows.iter().position(|row| row.name() == "guess first");
    session.keys(&"j".repeat(predict.unwrap())).keys("l<esc>");
    assert!(session.app.workspace.settings.predict.is_on());
    for (guess, rating) in [("4", "2"), ("4", "3"), ("3", "2"), ("4", "2"), ("3", "3")] {
        let listed = session.keys("/manager asked<enter>d").wait(3).keys("?").screen();
        assert!(
            listed.contains("guess that it goes rough") && !listed.contains("rate it"),
            "{listed}"
        );
        session.keys("<esc>").keys(guess).keys("<enter>");
        session.wait(60).keys("<enter>").keys(rating);
        let screen = session.screen();
        let row = |word: &str| screen.lines().find(|line| line.contains(word)).unwrap().to_owned();
        match (guess, rating) {
            ("3", "3") => assert!(row("▅ solid").contains("   as you guessed"), "{screen}"),
            ("4", _) => assert!(row("▇ strong").contains("   you guessed"), "{screen}"),
            _ => assert!(row("▅ solid").contains("   you guessed"), "{screen}"),
        }
        session.keys("<enter>");
        assert!(
            session.screen().contains("you guessed "),
            "the summary says it too: {}",
            session.screen()
        );
        session.keys("<esc><esc>");
    }
    let mut session = session.again("1h");
    session.keys("rG");
    assert!(
        session.screen().contains("You guessed too high in 4 of 5."),
        "{}",
        session.screen()
    );
    session.keys("<tab><tab><enter>");
    assert!(session.screen().contains("you guessed  solid; so it was"));
    session.keys("<esc>j<enter>");
    assert!(session.screen().contains("you guessed  strong; it was less than that"));
}

#[cfg(unix)]
#[test]
fn the_command_opens_review_and_a_partners_rating_is_a_line_of_its_own() {
    let env = TestEnvironment::new();
    let mut pty = env.pty(&["drill", "-n", "1", "--think", "0s", "--seed", "7"]);
    pty.wait("speaking")
        .keys("enter")
        .wait("How was it?")
        .keys("3")
        .wait("saved");
    pty.keys("enter").wait("summary").keys("q").leaves(0);
    let mut pty = env.pty(&["review"]);
    pty.wait("last six")
        .keys("tab tab")
        .wait("spoken")
        .keys("enter")
        .wait("tell it again");
    pty.keys("n")
        .wait("Who heard it")
        .keys("M i r a enter")
        .wait("How was it, to Mira")
        .keys("2");
    pty.wait("rough, said today").keys("q").wait("spoken");
    pty.keys("q").wait("Today").keys("q").leaves(0);
    let lines = env.logs().into_iter().flat_map(|path| {
        let text = std::fs::read_to_string(path).unwrap();
        text.lines().map(str::to_owned).collect::<Vec<_>>()
    });
    let heard = lines.filter(|line| line.contains("\"heard\"")).collect::<Vec<_>>();
    assert_eq!(heard.len(), 1);
    let line: serde_json::Value = serde_json::from_str(&heard[0]).unwrap();
    assert_eq!(
        (line["type"].as_str(), line["name"].as_str()),
        (Some("heard"), Some("Mira"))
    );
    assert_eq!(line["rating"], 2);
    assert_eq!(line["target"], env.rows("attempts")[0]["id"]);
    assert_eq!(env.rows("attempts")[0]["rating"], 3, "one's own rating stays");
}

#[test]
fn at_eighty_columns_the_guess_stands_beside_the_ratings() {
    let mut session = Session::with(|places| {
        write_new(&places.settings(), b"format: 1\npredict: on\n").unwrap();
    });
    session
        .size(80, 24)
        .keys("/manager asked<enter>d")
        .wait(3)
        .keys("4<enter>");
    session.wait(60).keys("<enter>");
    for pane in ["the answer", "what was said"] {
        let screen = session.screen();
        let strong = screen.lines().find(|line| line.contains("▇ strong")).unwrap();
        assert!(
            strong.contains("tomorrow just like this") && strong.ends_with("   you guessed"),
            "{pane}: {screen}"
        );
        session.keys("<tab>");
    }
}

#[test]
fn a_day_off_is_one_on_today_too_and_in_the_file() {
    let mut session = practised();
    session.keys("r<backtab>x");
    let written = std::fs::read_to_string(session.places.settings()).expect("the settings");
    assert!(written.contains("days_off: [\"2026-11-30\"]"), "{written}");
    session.keys("<esc>");
    let screen = session.screen();
    assert!(
        screen.contains("▌ A day off") && screen.contains("6 all the same"),
        "{screen}"
    );
    session.keys("r<backtab>x<esc>");
    assert!(session.screen().contains("▌ Practise now"), "{}", session.screen());
}
