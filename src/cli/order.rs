//! What a drill is asked to be: its words on the command line as an order.

use super::args::DrillArgs;
use super::fault::Fault;
use crate::app::planning::Order;
use crate::app::screens::drill_setup::Preset;
use crate::domain::category::Category;
use crate::domain::library::Library;

/// The words of an order: a lens, categories and question ids.
pub(super) fn order(wish: &DrillArgs, library: &Library) -> Result<Order, Fault> {
    let mut order = Order {
        name: Preset::Standard.name().to_owned(),
        count: wish.number.map_or(5, usize::from),
        pick: wish.pick,
        think: wish.think,
        speak: wish.speak,
        probes: wish.probes.map(usize::from),
        ..Order::default()
    };
    if wish.number.is_some() || wish.think.is_some() || wish.speak.is_some() || wish.probes.is_some() {
        Preset::Own.name().clone_into(&mut order.name);
    }
    if let Some(id) = wish.lens.as_ref().filter(|id| *id != "all") {
        let lens = library.lens(id).ok_or_else(|| unknown_lens(id, library))?;
        lens.id.clone_into(&mut order.name);
        order.tags = lens.tags();
    }
    for word in &wish.what {
        if let Some(category) = Category::from_id(word) {
            order.categories.push(category);
        } else if let Some(question) = library.question(word) {
            order.questions.push(question.id.clone());
        } else {
            return Err(Fault::new(
                format!("there is nothing called \"{word}\" to drill"),
                "it is neither a category nor the id of a question",
                format!("Categories: {}", Category::ALL.map(Category::id).join(" ")),
            ));
        }
    }
    Ok(order)
}

fn unknown_lens(id: &str, library: &Library) -> Fault {
    let known: Vec<&str> = library.lenses().iter().map(|lens| lens.id.as_str()).collect();
    Fault::new(
        format!("there is no lens called \"{id}\""),
        "no built-in lens and no file in questions/lenses has that id",
        format!("Lenses: {}", known.join(" ")),
    )
}

pub(super) fn nothing_fits() -> Fault {
    Fault::new(
        "there is nothing to drill",
        "no question fits what was asked for",
        "Leave the category, --lens or --pick out, or look at level: and hide: in greenroom.yaml",
    )
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::history::History;
    use crate::domain::history::attempt::Pick;
    use crate::domain::progress::evidence::Practice;
    use crate::domain::progress::selection::{Wish, pick};
    use crate::domain::random::Chance;
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
        let order = Order {
            tags: vec!["backbone".to_owned()],
            ..order
        };
        let wish = Wish {
            categories: &order.categories,
            tags: &order.tags,
            count: 100,
            pick: Pick::Random,
            first: None,
        };
        let (history, settings) = (History::default(), Settings::default());
        let practice = Practice {
            library: &library,
            history: &history,
            settings: &settings,
            lessons: &[],
            now: jiff::Timestamp::UNIX_EPOCH,
            zone: &jiff::tz::TimeZone::UTC,
        };
        let asked = pick(&practice, &wish, &mut Chance::new(1));
        let tagged = |question: &&crate::domain::question::Question| question.tags.contains(&"backbone".to_owned());
        let conflict = || library.questions().iter().filter(|q| q.category == Category::Conflict);
        assert_eq!(asked.len(), conflict().filter(tagged).count());
        assert!(!asked.is_empty() && asked.len() < conflict().count());
        assert!(asked.iter().all(|question| question.category == Category::Conflict));
    }

    #[test]
    fn an_unknown_lens_is_a_fault_that_names_those_there_are() {
        let fault = order(&wish("initech", &[]), &library()).unwrap_err();
        assert_eq!(fault.error, "there is no lens called \"initech\"");
        assert_eq!(fault.hint, "Lenses: amazon google level meta");
        assert!(order(&wish("all", &[]), &library()).unwrap().tags.is_empty());
    }
}
