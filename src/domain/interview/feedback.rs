//! What real interviews taught: open items of feedback and questions that were asked, as they bear on practice.
//!
//! An open item takes the importance of what it is tied to half of the way that is left to twice as much ([`ITEM`]). One that names no
//! category and no answer belongs to what was asked there, at half of that ([`SPREAD`]); so does one that names only how
//! answers are told, where nothing was asked, for every category whose last telling was rated rough at it: every one, and
//! not the roughest alone, or a better telling of one category would raise the importance of another. Where none was, the item
//! raises nothing, and is kept in mind until it is told well or ticked. A question that was asked weighs less
//! ([`ASKED_BADLY`], [`ASKED`]), and for sixty days ([`ASKED_DAYS`]).
//!
//! An item that is tied to something is over with a solid telling of it after its day, and any with its tick.

use jiff::ToSpan;

use super::feedback_sources::FeedbackSources;
use super::open_item::{OpenItem, Ties};
use super::sections::Section;
use super::{Interview, upcoming};
use crate::domain::category::Category;
use crate::domain::days::day_of;
use crate::domain::history::attempt::Attempt;
use crate::domain::progress::feedback_signal::FeedbackSignal;
use crate::domain::rating::{Dimension, Rating};

/// How far an item takes the importance of its category on the way to twice as much.
pub const ITEM: f64 = 0.5;
/// How far it does where the category follows from what was asked, or from practice.
pub const SPREAD: f64 = 0.25;
/// How far a question does that was asked and went badly.
pub const ASKED_BADLY: f64 = 0.25;
/// How far any other question does that was asked.
pub const ASKED: f64 = 0.1;
/// How far any question does that the company of the next round asked before, however long ago.
pub const ASKED_HERE: f64 = 0.25;
/// Days for which a question that was asked weighs elsewhere.
pub const ASKED_DAYS: i32 = 60;

impl FeedbackSources<'_> {
    /// The lessons: what open items and questions that were asked do to the importance of categories. The weightiest of one
    /// interview stands for a category that was asked about; items stand for themselves.
    pub fn lessons(&self) -> Vec<FeedbackSignal> {
        let mut lessons = Vec::new();
        for item in self.open_items() {
            let words = format!("{}: {}", item.interview.company, lowered(&item.line.text));
            for (category, weight) in self.categories_of(&item) {
                lessons.push(FeedbackSignal {
                    category,
                    words: words.clone(),
                    weight,
                });
            }
        }
        for interview in self.interviews {
            lessons.extend(self.asked(interview));
        }
        lessons
    }

    fn categories_of(&self, item: &OpenItem) -> Vec<(Category, f64)> {
        let ties = Ties::of(item.line, self.library);
        let answers = ties.answers.iter().filter_map(|id| self.library.answer(id));
        let answers = answers.map(|answer| self.library.category_of(answer));
        let mut found: Vec<Category> = Vec::new();
        for category in ties.categories.iter().copied().chain(answers) {
            if !found.contains(&category) {
                found.push(category);
            }
        }
        if !found.is_empty() {
            return found.into_iter().map(|category| (category, ITEM)).collect();
        }
        for line in item.interview.section(Section::Asked) {
            let category = line.question().and_then(|id| self.library.question(id));
            found.extend(
                category
                    .map(|question| question.category)
                    .filter(|c| !found.contains(c)),
            );
        }
        if found.is_empty() {
            found = self.rough_at(&ties.dimensions);
        }
        found.into_iter().map(|category| (category, SPREAD)).collect()
    }

    /// The categories whose last telling with this side rated was rough at it.
    fn rough_at(&self, dimensions: &[Dimension]) -> Vec<Category> {
        let mut seen = Vec::new();
        let mut rough = Vec::new();
        if dimensions.is_empty() {
            return rough;
        }
        for attempt in self.history.attempts().rev() {
            let rated = dimensions
                .iter()
                .filter_map(|which| attempt.dimensions[*which as usize]);
            if let Some(worst) = rated.min()
                && !seen.contains(&attempt.category)
            {
                seen.push(attempt.category);
                if worst < Rating::Solid {
                    rough.push(attempt.category);
                }
            }
        }
        rough
    }

    /// What was asked lately, by category, and not told well since.
    fn asked(&self, interview: &Interview) -> Vec<FeedbackSignal> {
        let today = day_of(self.now, self.zone);
        let next = upcoming(self.interviews, self.now, self.zone);
        let here = next.is_some_and(|next| next.company.to_lowercase() == interview.company.to_lowercase());
        let mut lessons: Vec<FeedbackSignal> = Vec::new();
        for line in interview.section(Section::Asked) {
            let question = line.question().and_then(|id| self.library.question(id));
            let day = interview.day_of_line(line, self.now, self.zone);
            let (Some(question), Some(day)) = (question, day) else {
                continue;
            };
            let told_well = |attempt: &Attempt| attempt.question == question.id && attempt.rating >= Rating::Solid;
            let old = day.saturating_add(ASKED_DAYS.days()) < today;
            if old && !here || self.told_since(self.after(interview, day)).any(told_well) {
                continue;
            }
            let company = &interview.company;
            let (weight, words) = match line.rating() {
                Some(Rating::Froze | Rating::Rough) => (ASKED_BADLY, format!("{company}: was asked and went badly")),
                _ if here => (ASKED_HERE, format!("{company} has asked about it before")),
                _ => (ASKED, format!("{company}: was asked")),
            };
            let lesson = FeedbackSignal {
                category: question.category,
                words,
                weight,
            };
            match lessons.iter_mut().find(|other| other.category == lesson.category) {
                Some(other) if other.weight < weight => *other = lesson,
                Some(_) => {}
                None => lessons.push(lesson),
            }
        }
        lessons
    }
}

/// A sentence after a colon: its first letter small, unless the word is a name of capitals or *I*.
fn lowered(text: &str) -> String {
    let first = text.split_whitespace().next().unwrap_or_default();
    let mut chars = text.chars();
    let small = first.chars().skip(1).all(char::is_lowercase) && first.chars().count() > 1;
    match chars.next() {
        Some(c) if small => c.to_lowercase().chain(chars).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
pub(crate) mod tests {
    use super::*;
    use crate::domain::days::Local;
    use crate::domain::history::History;
    use crate::domain::history::event::{Event, EventKind};
    use crate::domain::history::tests::{attempt, event};
    use crate::domain::library::Library;
    use crate::domain::progress::evidence::Evidence;
    use crate::domain::progress::standing::{CategoryStatus, standings};
    use crate::domain::settings::Settings;
    use crate::store::banks::shipped;
    use crate::store::{answers, interviews};
    use jiff::Timestamp;
    use proptest::prelude::*;

    pub(crate) fn interview(rest: &str) -> Interview {
        let text =
            format!("---\ncompany: Northwind\nrounds:\n- {{kind: panel, at: 2026-11-13 10:00 UTC}}\n---\n{rest}");
        interviews::parse(&text, "interviews/2026-11-01-northwind.md")
            .unwrap()
            .0
    }

    pub(crate) fn library() -> Library {
        let (answer, _) = answers::parse(
            "---\nid: k7m2qx\ncategory: mentoring\n---\n## Action\nI did it.\n",
            "answers/a.md",
        )
        .unwrap();
        Library::new(shipped(), vec![answer])
    }

    fn told(category: Category, rating: u8, at: &str, n: u64) -> Event {
        let t: Timestamp = at.parse().unwrap();
        let questions = shipped();
        let question = questions.iter().find(|question| question.category == category).unwrap();
        let id = format!("{n}");
        let attempt = Attempt {
            answer: (category == Category::Mentoring).then(|| "k7m2qx".into()),
            dimensions: [None, Rating::from_number(rating), None, None, None],
            ..attempt(
                &id,
                t.as_second(),
                question.id.as_str(),
                category,
                Rating::from_number(rating).unwrap(),
            )
        };
        event(n, t.as_second(), EventKind::Attempt(Box::new(attempt)))
    }

    fn lessons(interviews: &[Interview], history: &History) -> Vec<(Category, String, f64)> {
        let library = library();
        let ground = FeedbackSources {
            interviews,
            library: &library,
            history,
            now: "2026-11-21T09:00:00Z".parse().unwrap(),
            zone: &Local::UTC,
        };
        let lessons = ground.lessons().into_iter();
        lessons
            .map(|lesson| (lesson.category, lesson.words, lesson.weight))
            .collect()
    }

    #[test]
    fn an_open_item_is_the_reason_until_it_is_ticked_or_told_well() {
        let open = interview("## Improve\n- [ ] Say sooner what you did yourself (failure)\n");
        let expected = (
            Category::Failure,
            "Northwind: say sooner what you did yourself".to_owned(),
            ITEM,
        );
        let none = History::default();
        assert_eq!(lessons(std::slice::from_ref(&open), &none), [expected]);
        let ticked = interview("## Improve\n- [x] Say sooner what you did yourself (failure)\n");
        assert_eq!(lessons(&[ticked], &none), []);
        for (category, rating, at, stays) in [
            (Category::Failure, 3, "2026-11-13T11:00:00Z", false),
            (Category::Failure, 4, "2026-11-20T11:00:00Z", false),
            (Category::Failure, 2, "2026-11-20T11:00:00Z", true),
            (Category::Failure, 4, "2026-11-13T10:59:00Z", true),
            (Category::Conflict, 4, "2026-11-20T11:00:00Z", true),
        ] {
            let history = History::fold(vec![told(category, rating, at, 1)]);
            assert_eq!(
                !lessons(std::slice::from_ref(&open), &history).is_empty(),
                stays,
                "{category} {at}"
            );
        }
        let dated = interview("## Improve\n- [ ] SRE terms first (failure, 2026-11-19)\n");
        let same_day = History::fold(vec![told(Category::Failure, 4, "2026-11-19T20:00:00Z", 1)]);
        assert_eq!(lessons(&[dated], &same_day)[0].1, "Northwind: SRE terms first");
    }

    #[test]
    fn an_item_finds_its_categories_by_answer_by_what_was_asked_or_by_what_went_rough() {
        let of = |rest: &str, history: &History| -> Vec<(Category, f64)> {
            let found = lessons(&[interview(rest)], history).into_iter();
            found.map(|(category, _, weight)| (category, weight)).collect()
        };
        let none = History::default();
        let by_answer = of("## Improve\n- [ ] Shorter (answer k7m2qx)\n", &none);
        assert_eq!(by_answer, [(Category::Mentoring, ITEM)]);
        let asked =
            "## Asked\n- Why (question conflict-design-review, rough)\n- Hm (question conflict-design-review)\n";
        assert_eq!(of(asked, &none), [(Category::Conflict, ASKED_BADLY)]);
        let how = format!("{asked}## Improve\n- [ ] Begin with yourself (own part)\n- [ ] Breathe\n");
        assert_eq!(
            of(&how, &none),
            [SPREAD, SPREAD, ASKED_BADLY].map(|weight| (Category::Conflict, weight))
        );
        let rough = History::fold(vec![
            told(Category::Deadline, 2, "2026-11-03T09:00:00Z", 1),
            told(Category::Failure, 3, "2026-11-03T09:00:00Z", 2),
        ]);
        let only_how = "## Improve\n- [ ] Begin with yourself (own part)\n";
        assert_eq!(of(only_how, &rough), [(Category::Deadline, SPREAD)]);
        let reasons = lessons(&[interview(only_how)], &rough);
        assert_eq!(reasons[0].1, "Northwind: begin with yourself");
        assert_eq!(of(only_how, &none), []);
        let solid = History::fold(vec![told(Category::Failure, 3, "2026-11-14T09:00:00Z", 2)]);
        assert_eq!(
            of(&how, &solid).len(),
            2,
            "the one that names only how is settled, the untied one is not"
        );
        let old = "## Asked\n- Why (question conflict-design-review, rough, 2026-09-01)\n";
        assert_eq!(of(old, &none), []);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn the_laws_of_what_is_wanted_hold_with_lessons(
            told_before in proptest::collection::vec((0..3_usize, 1..=4_u8, 0..20_i64), 1..8),
            raised in 0..8_usize,
            items in proptest::collection::vec(0..6_usize, 0..5),
        ) {
            const CATEGORIES: [Category; 3] = [Category::Failure, Category::Mentoring, Category::Conflict];
            const ITEMS: [&str; 6] = [
                "## Improve\n- [ ] a (failure)\n", "## Improve\n- [ ] b (own part)\n", "## Improve\n- [ ] c (answer k7m2qx)\n",
                "## Asked\n- d (question conflict-design-review, rough)\n", "## Improve\n- [ ] e\n", "## Improve\n- [ ] f (mentoring, own part)\n",
            ];
            let now: Timestamp = "2026-11-21T09:00:00Z".parse().unwrap();
            let interviews = [interview(&items.iter().map(|n| ITEMS[*n]).collect::<String>())];
            let library = library();
            let at = |days: i64| (now - jiff::SignedDuration::from_hours(24 * days + 1)).to_string();
            let needs = |told_before: &[(usize, u8, i64)]| -> Vec<f64> {
                let events = told_before.iter().enumerate().map(|(n, (c, rating, days))| told(CATEGORIES[*c], *rating, &at(*days), n as u64));
                let history = History::fold(events.collect());
                let ground = FeedbackSources { interviews: &interviews, library: &library, history: &history, now, zone: &Local::UTC };
                let lessons = ground.lessons();
                let settings = Settings::default();
                let practice = Evidence { library: &library, history: &history, settings: &settings, lessons: &lessons, next: None, now, zone: &Local::UTC };
                let standings = standings(&practice);
                CATEGORIES.iter().map(|category| {
                    standings.iter().find(|standing| standing.category == *category).map_or(1.0, CategoryStatus::wanted)
                }).collect()
            };
            let before = needs(&told_before);
            let mut better = told_before.clone();
            let raised = raised % better.len();
            better[raised].1 = (better[raised].1 + 1).min(4);
            let mut more = told_before.clone();
            more.push((told_before[0].0, 4, -1));
            for after in [needs(&better), needs(&more)] {
                for (before, after) in before.iter().zip(&after) {
                    prop_assert!(after <= &(before + 1e-9), "{before} {after}");
                    prop_assert!(*after >= 0.0);
                }
            }
        }
    }
}
