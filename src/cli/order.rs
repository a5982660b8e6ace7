//! What a drill is asked to be: its words on the command line as an order.

use std::collections::HashSet;
use std::path::Path;

use super::args::DrillArgs;
use super::fault::Fault;
use crate::app::drill_request::DrillRequest;
use crate::app::screens::drill_setup::Preset;
use crate::domain::category::Category;
use crate::domain::history::attempt::Pick;
use crate::domain::id::QuestionId;
use crate::domain::library::Library;
use crate::domain::progress::selection::Only;
use crate::domain::question::Question;
use crate::domain::question::wording::Meant;
use crate::store::files::places::Places;
use crate::store::import::{Brought, brought};

/// The words of an order: a lens, categories, question ids and wordings of questions.
pub(super) fn order(wish: &DrillArgs, library: &Library) -> Result<DrillRequest, Fault> {
    let mut order = DrillRequest {
        name: Preset::Standard.name().to_owned(),
        count: wish.number.map_or(5, usize::from),
        pick: wish.pick,
        only: Only {
            common: wish.common,
            answered: wish.answered,
            levels: wish.level,
            among: None,
        },
        think: wish.think,
        speak: wish.speak,
        probes: wish.probes.map(usize::from),
        ..DrillRequest::default()
    };
    if wish.number.is_some() || wish.think.is_some() || wish.speak.is_some() || wish.probes.is_some() {
        Preset::Own.name().clone_into(&mut order.name);
    }
    if let Some(id) = wish.lens.as_ref().filter(|id| *id != "all") {
        let lens = library.lens(id).ok_or_else(|| unknown_lens(id, library))?;
        lens.id.clone_into(&mut order.name);
        order.tags = lens.tags();
        order.lens = Some(lens.id.clone());
    }
    let known = |word: &str| Category::from_id(word).is_some() || library.question(word).is_some();
    let several = wish.what.iter().any(|word| !known(word) && !word.contains(' '));
    // Words that are neither are the words of one question, typed without quotes.
    let words = if several {
        vec![wish.what.join(" ")]
    } else {
        wish.what.clone()
    };
    for word in &words {
        if let Some(category) = Category::from_id(word) {
            order.categories.push(category);
        } else {
            let question = if let Some(question) = library.question(word) {
                question
            } else {
                let (question, other) = worded(word, library)?;
                // The one that is asked is in front of them.
                order.doubt = other.map(|other| format!("As close: {}", other.ask)).or(order.doubt);
                question
            };
            order.questions.push(question.id.clone());
        }
    }
    match narrowing(wish).first() {
        Some(flag) if !order.picks() => Err(Fault::new(
            format!("{flag} does not go with a question that is named"),
            "a question that is named is asked whatever it is",
            format!("Leave {flag} out, or name a category instead of the question"),
        )),
        _ => Ok(order),
    }
}

/// The flags that leave questions out.
fn narrowing(wish: &DrillArgs) -> Vec<&'static str> {
    let flags = [
        ("--lens", wish.lens.as_ref().is_some_and(|id| id != "all")),
        ("--common", wish.common),
        ("--answered", wish.answered),
        ("--from", wish.from.is_some()),
        ("--level", wish.level.is_some()),
    ];
    flags
        .into_iter()
        .filter(|(_, given)| *given)
        .map(|(flag, _)| flag)
        .collect()
}

/// The questions a file brought when it was imported, for a drill of these.
///
/// # Errors
/// That no such file was brought, or nothing in it is a question.
pub(super) fn brought_by(file: &Path, places: &Places, library: &Library) -> Result<HashSet<QuestionId>, Fault> {
    let shown = file.display();
    match brought(places, library, file) {
        Err(problem) => Err(Fault::problem("it is not known what was brought", &problem)),
        Ok(Brought::Questions(ids)) if ids.is_empty() => Err(Fault::new(
            format!("there is nothing of \"{shown}\" to drill"),
            "none of what it brought is a question or linked to one",
            "Link its answers to questions: link in `?` of the Library, or `questions:` in their files",
        )),
        Ok(Brought::Questions(ids)) => Ok(ids),
        Ok(Brought::Nothing(others)) => Err(Fault::new(
            format!("nothing was brought from \"{shown}\""),
            "no answer was made of a file of this name, and there is no copy of one in imports/",
            match others.as_slice() {
                [] => format!("Bring it with `greenroom import {shown}`"),
                others => format!(
                    "Bring it with `greenroom import`, or name one that was brought: {}",
                    some(others)
                ),
            },
        )),
    }
}

/// The first names of a list, and how many more there are.
fn some(names: &[String]) -> String {
    let more = names.len().saturating_sub(FILES);
    let first = names[..names.len() - more].join(", ");
    if more == 0 {
        first
    } else {
        format!("{first} and {more} more")
    }
}

/// Files named where none of a name was brought.
const FILES: usize = 6;

/// Questions named when none is surely meant.
const NAMED: usize = 3;

/// The question that is surely meant by these words, and the one that may as well be.
fn worded<'a>(words: &str, library: &'a Library) -> Result<(&'a Question, Option<&'a Question>), Fault> {
    let found = library.wordings().look_up(words, NAMED);
    let question = |meant: &Meant| library.questions().get(meant.place);
    if let Some((first, rest)) = found.split_first().filter(|(first, _)| first.sure.enough())
        && let Some(meant) = question(first)
    {
        let other = rest.first().filter(|other| other.as_likely_as(first));
        return Ok((meant, other.and_then(question)));
    }
    let near: Vec<String> = found
        .iter()
        .filter_map(question)
        .map(|question| format!("{} ({})", question.id, question.ask))
        .collect();
    let hint = if near.is_empty() {
        format!("Categories: {}", Category::ALL.map(Category::id).join(" "))
    } else {
        format!("Perhaps one of these ids: {}", near.join(", "))
    };
    Err(Fault::new(
        format!("there is nothing called \"{words}\" to drill"),
        "it is neither a category, nor the id of a question, nor a wording of one",
        hint,
    ))
}

fn unknown_lens(id: &str, library: &Library) -> Fault {
    let known: Vec<&str> = library.lenses().iter().map(|lens| lens.id.as_str()).collect();
    Fault::new(
        format!("there is no lens called \"{id}\""),
        "no built-in lens and no file in questions/lenses has that id",
        format!("Lenses: {}", known.join(" ")),
    )
}

/// No question fits what was asked for.
pub(super) fn nothing_fits(order: &DrillRequest) -> Fault {
    let narrowed = [
        ("the category", !order.categories.is_empty()),
        ("--lens", !order.tags.is_empty()),
        ("--pick", order.pick.is_some()),
        ("--common", order.only.common),
        ("--answered", order.only.answered),
        ("--from", order.only.among.is_some()),
        ("--level", order.only.levels.is_some()),
    ];
    let given: Vec<&str> = narrowed
        .into_iter()
        .filter(|(_, given)| *given)
        .map(|(flag, _)| flag)
        .collect();
    let settings = "ook at level: and hide: in greenroom.yaml";
    Fault::new(
        "there is nothing to drill",
        match order.pick {
            Some(Pick::Due) => "nothing you have told is fading yet",
            Some(Pick::New) => "you have tried every question that fits",
            _ if order.only.answered => "no question that fits has an answer of yours",
            _ => "no question fits what was asked for",
        },
        match given.as_slice() {
            [] => format!("L{settings}"),
            given => format!("Leave {} out, or l{settings}", given.join(" or ")),
        },
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::history::History;
    use crate::domain::progress::evidence::Evidence;
    use crate::domain::progress::selection::{SelectionCriteria, pick};
    use crate::domain::random::DrillRng;
    use crate::domain::settings::Settings;
    use crate::store::banks;
    use crate::store::banks::lenses;

    fn library() -> Library {
        Library::new(banks::shipped(), Vec::new()).with_lenses(lenses::shipped())
    }

    fn wish(lens: &str, what: &[&str]) -> DrillArgs {
        DrillArgs {
            lens: Some(lens.to_owned()),
            what: what.iter().map(|word| (*word).to_owned()).collect(),
            ..DrillArgs::default()
        }
    }

    #[test]
    fn a_lens_and_a_category_together_restrict_a_drill() {
        let library = library();
        let order = order(&wish("amazon", &["conflict"]), &library).unwrap();
        assert_eq!(order.name, "amazon");
        assert_eq!(order.tags, library.lens("amazon").unwrap().tags());
        let order = DrillRequest {
            tags: vec!["backbone".to_owned()],
            ..order
        };
        let wish = SelectionCriteria {
            categories: &order.categories,
            tags: &order.tags,
            only: &Only::default(),
            count: 100,
            pick: Pick::Random,
            first: None,
        };
        let (history, settings) = (History::default(), Settings::default());
        let practice = Evidence {
            library: &library,
            history: &history,
            settings: &settings,
            lessons: &[],
            next: None,
            now: jiff::Timestamp::UNIX_EPOCH,
            zone: &crate::domain::days::Local::UTC,
        };
        let asked = pick(&practice, &wish, &mut DrillRng::new(1));
        let tagged = |question: &&crate::domain::question::Question| question.tags.contains(&"backbone".to_owned());
        let conflict = || library.questions().iter().filter(|q| q.category == Category::Conflict);
        let suits = |question: &&crate::domain::question::Question| question.suits(None);
        assert_eq!(asked.len(), conflict().filter(tagged).filter(suits).count());
        assert!(!asked.is_empty() && asked.len() < conflict().count());
        assert!(asked.iter().all(|question| question.category == Category::Conflict));
    }

    #[test]
    fn a_question_is_drilled_by_its_wording_with_quotes_and_without() {
        let library = library();
        let asked = |what: &[&str]| {
            let wish = DrillArgs {
                what: wish("all", what).what,
                ..DrillArgs::default()
            };
            let order = order(&wish, &library)?;
            let ids: Vec<String> = order.questions.iter().map(ToString::to_string).collect();
            Ok::<_, Fault>((order.categories, ids))
        };
        let story = (Vec::new(), vec!["motivation-your-story".to_owned()]);
        assert_eq!(asked(&["tell me about yourself"]).unwrap(), story);
        assert_eq!(asked(&["tell", "me", "about", "yourself"]).unwrap(), story);
        assert_eq!(asked(&["Walk me through your CV!"]).unwrap(), story);
        let both = (vec![Category::Conflict], story.1.clone());
        assert_eq!(asked(&["conflict", "tell me about yourself"]).unwrap(), both);
        assert_eq!(
            asked(&["tell", "me", "about", "a", "conflict"]).unwrap().1,
            ["conflict-coworker"]
        );
        assert_eq!(asked(&["weakness"]).unwrap().1, ["growth-weakness"]);
    }

    #[test]
    fn words_that_may_as_well_mean_another_question_take_the_first_and_say_the_other() {
        let question = |id: &str, ask: &str| Question {
            ask: ask.to_owned(),
            ..crate::domain::progress::selection::tests::question(id, Category::Conflict)
        };
        let (late, lost) = (
            "Tell me about the old ferry that was late one stormy winter night.",
            "Tell me about the old ferry that was lost one stormy winter night.",
        );
        let library = Library::new(vec![question("late", late), question("lost", lost)], Vec::new());
        let asked = |words: &str| {
            let order = order(&wish("all", &[words]), &library).unwrap();
            (order.questions, order.doubt)
        };
        let either = asked("the old ferry of one stormy winter night");
        assert_eq!(either, (vec!["late".into()], Some(format!("As close: {lost}"))));
        assert_eq!(asked(lost), (vec!["lost".into()], None), "word for word");
        assert_eq!(asked("the old ferry that was late, one stormy winter night").1, None);
    }

    #[test]
    fn words_that_surely_mean_no_question_name_the_nearest() {
        let library = library();
        let fault = |what: &[&str]| order(&wish("all", what), &library).unwrap_err();
        let near = fault(&["the deadline of the harbor master"]);
        assert_eq!(
            near.error,
            "there is nothing called \"the deadline of the harbor master\" to drill"
        );
        assert!(
            near.hint.starts_with("Perhaps one of these ids: deadline-"),
            "{}",
            near.hint
        );
        assert!(fault(&["quixotry"]).hint.starts_with("Categories: motivation "));
    }

    #[test]
    fn an_unknown_lens_is_a_fault_that_names_those_there_are() {
        let fault = order(&wish("initech", &[]), &library()).unwrap_err();
        assert_eq!(fault.error, "there is no lens called \"initech\"");
        assert_eq!(fault.hint, "Lenses: amazon google level meta");
        assert!(order(&wish("all", &[]), &library()).unwrap().tags.is_empty());
    }
}
