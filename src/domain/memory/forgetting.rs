//! How fast a person forgets: the parameters of the memory model, the usual ones or the person's own.

use fsrs::{ComputeParametersInput, DEFAULT_PARAMETERS, FSRS, FSRSItem, MemoryState, benchmark};

use super::review::Review;
use super::review::item;

/// Reviews from which on the parameters are fitted to a person's own.
pub const ENOUGH: usize = 400;
/// How much the reviews grow before the parameters are fitted again: by a tenth.
const GROWTH: (usize, usize) = (11, 10);
/// Reviews of one question that are learnt from: the first so many.
const LONGEST: usize = 64;
/// Reviews that are learnt from in all: the newest so many. More change the parameters no more.
const MOST: usize = 10_000;
/// The share of the reviews, the oldest, that the trial fit learns from; the rest judges it.
const LEARNT: f64 = 0.8;

/// The parameters of the memory model.
#[derive(Clone, Debug, PartialEq)]
pub struct ForgettingCurve {
    parameters: [f32; 21],
    fitted_to: Option<usize>,
}

impl Default for ForgettingCurve {
    fn default() -> ForgettingCurve {
        ForgettingCurve::usual()
    }
}

impl ForgettingCurve {
    /// The forgetting of most people: the crate's own parameters.
    pub fn usual() -> ForgettingCurve {
        ForgettingCurve {
            parameters: DEFAULT_PARAMETERS,
            fitted_to: None,
        }
    }

    /// A person's own, fitted to so many reviews; none where these are no parameters.
    pub fn fitted(parameters: &[f32], reviews: usize) -> Option<ForgettingCurve> {
        let parameters: [f32; 21] = parameters.try_into().ok()?;
        let pace = ForgettingCurve {
            parameters,
            fitted_to: Some(reviews),
        };
        (parameters.iter().all(|parameter| parameter.is_finite()) && pace.keeps_order()).then_some(pace)
    }

    /// The parameters.
    pub fn parameters(&self) -> &[f32; 21] {
        &self.parameters
    }

    /// Which it is, for the screen.
    pub fn words(&self) -> String {
        match self.fitted_to {
            Some(reviews) => format!("Recall goes by your own pace of forgetting, from {reviews} tellings"),
            None => "Recall goes by the usual pace of forgetting".to_owned(),
        }
    }

    /// The model with these parameters.
    pub fn model(&self) -> FSRS {
        FSRS::new(&self.parameters).unwrap_or_default()
    }

    /// How the curve of forgetting falls; the model keeps it within these bounds too.
    pub(super) fn decay(&self) -> f32 {
        self.parameters[20].clamp(0.1, 0.8)
    }

    /// Whether what is remembered better stays so through a review of any grade, and a first review leaves the more the
    /// better it went: looked at on a grid of memories and days. The usual parameters keep this order. Fitted ones need
    /// not, and with those a better rating could leave less; so a fit goes only as far from the usual ones as it is kept.
    fn keeps_order(&self) -> bool {
        if !self.parameters[..4].is_sorted() {
            return false;
        }
        let model = self.model();
        let stabilities: Vec<f32> = (-12..=36).map(|n| 10_f32.powf(n as f32 / 12.0)).collect();
        [1, 2, 4, 8, 16, 32, 64, 128].iter().all(|days| {
            [1.0, 4.0, 7.0, 10.0].iter().all(|difficulty| {
                let next: Vec<_> = stabilities
                    .iter()
                    .filter_map(|stability| {
                        let state = MemoryState {
                            stability: *stability,
                            difficulty: *difficulty,
                        };
                        let next = model.next_states(Some(state), 0.9, *days).ok()?;
                        Some([next.again, next.hard, next.good, next.easy].map(|next| next.memory.stability))
                    })
                    .collect();
                next.len() == stabilities.len()
                    && next
                        .windows(2)
                        .all(|pair| (0..4).all(|grade| pair[0][grade] <= pair[1][grade]))
            })
        })
    }
}

/// How many of so many reviews, the oldest, the parameters are fitted to; none until there are enough.
///
/// It grows in steps of a tenth, so that they are fitted rarely, and follows from the reviews alone, so that the same
/// log gives the same drill on every machine.
pub fn milestone(reviews: usize) -> Option<usize> {
    let mut step = ENOUGH;
    if reviews < step {
        return None;
    }
    while step * GROWTH.0 / GROWTH.1 <= reviews {
        step = step * GROWTH.0 / GROWTH.1;
    }
    Some(step)
}

/// A person's reviews in the shape the parameters are fitted to: for each review but a question's first, all up to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Training {
    items: Vec<(FSRSItem, i64)>,
    reviews: usize,
}

impl Training {
    /// From the [`counted`](crate::domain::memory::review::counted) reviews of each question; none until there are enough.
    pub fn of(questions: &[Vec<Review>]) -> Option<Training> {
        let mut order: Vec<(&Review, usize, usize)> = questions
            .iter()
            .enumerate()
            .flat_map(|(card, reviews)| reviews.iter().enumerate().map(move |(n, review)| (review, card, n)))
            .collect();
        order.sort_by_key(|(review, card, n)| (review.t, *card, *n));
        let reviews = milestone(order.len())?;
        order.truncate(reviews);
        order.retain(|(_, _, n)| (1..LONGEST).contains(n));
        let newest = order.split_off(order.len().saturating_sub(MOST));
        let whole = |(_, card, n): (&Review, usize, usize)| (item(&questions[card][..=n]), card as i64);
        Some(Training {
            items: newest.into_iter().map(whole).collect(),
            reviews,
        })
    }

    /// What the fit follows from, as bytes: where two are equal, so are the parameters.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.reviews.to_le_bytes().to_vec();
        for (item, card) in &self.items {
            bytes.extend(card.to_le_bytes());
            for review in &item.reviews {
                bytes.extend(review.delta_t.to_le_bytes());
                bytes.push(review.rating as u8);
            }
        }
        bytes
    }

    /// How many reviews it was taken from.
    pub fn reviews(&self) -> usize {
        self.reviews
    }

    /// The person's own pace, where it foretells better than the usual one.
    ///
    /// Parameters fitted to the older four fifths are judged by their log loss on the rest. Only if that is lower than
    /// the loss of the usual parameters are they fitted to everything and used.
    pub fn fit(&self) -> Option<ForgettingCurve> {
        let (early, late) = self.items.split_at((self.items.len() as f64 * LEARNT) as usize);
        let trial = self.pace(early)?;
        (loss(&trial, late)? < loss(&ForgettingCurve::usual(), late)?)
            .then(|| self.pace(&self.items))
            .flatten()
    }

    /// Parameters fitted to these, as far from the usual ones as the order of memories is kept.
    ///
    /// The crate has two fits of one kind. This is the one that leaves nothing out: the other drops every gap between a
    /// question's first two reviews that is not found in dozens of questions, which of two hundred questions leaves none.
    /// It stops with a panic where no question has exactly two reviews, so that is looked at before.
    fn pace(&self, items: &[(FSRSItem, i64)]) -> Option<ForgettingCurve> {
        if !items.iter().any(|(item, _)| item.reviews.len() == 2) {
            return None;
        }
        let (train_set, cards): (Vec<FSRSItem>, Vec<i64>) = items.iter().cloned().unzip();
        let parameters = benchmark(ComputeParametersInput {
            train_set,
            card_ids: Some(cards),
            ..ComputeParametersInput::default()
        });
        let towards = |share: f32| {
            let mixed = DEFAULT_PARAMETERS.iter().zip(&parameters);
            let mixed: Vec<f32> = mixed.map(|(usual, own)| usual + share * (own - usual)).collect();
            ForgettingCurve::fitted(&mixed, self.reviews)
        };
        [1.0, 0.75, 0.5, 0.25].into_iter().find_map(towards)
    }
}

/// The log loss of a pace on reviews it has not seen.
fn loss(pace: &ForgettingCurve, items: &[(FSRSItem, i64)]) -> Option<f32> {
    let (items, cards): (Vec<FSRSItem>, Vec<i64>) = items.iter().cloned().unzip();
    let evaluation = pace.model().evaluate_with_card_ids(items, cards, |_| true);
    evaluation.ok().map(|evaluation| evaluation.log_loss)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
pub(crate) mod tests {
    use super::*;
    use crate::domain::memory::Memory;
    use crate::domain::memory::review::Grade;
    use crate::domain::memory::review::counted;
    use crate::domain::random::DrillRng;
    use jiff::Timestamp;

    /// A person whose memory follows these parameters, over so many days and questions, four questions a day.
    pub(crate) fn learner(parameters: &[f32; 21], days: i64, questions: usize, seed: u64) -> Vec<Vec<Review>> {
        let pace = ForgettingCurve {
            parameters: *parameters,
            fitted_to: None,
        };
        let model = pace.model();
        let mut chance = DrillRng::new(seed);
        let mut told: Vec<(Option<Memory>, Vec<Review>)> = vec![(None, Vec::new()); questions];
        for day in 0..days {
            let t = Timestamp::from_second((20_000 + day) * 86_400 + 60_000).unwrap_or_default();
            for _ in 0..4 {
                let (memory, reviews) = &mut told[(chance.unit() * questions as f64) as usize];
                if reviews.last().is_some_and(|last| i64::from(last.day) == 20_000 + day) {
                    continue;
                }
                let recall = memory.map_or(0.5, |memory| memory.recall(&pace, t));
                let grade = if chance.unit() >= recall {
                    Grade::Again
                } else {
                    Grade::ALL[1 + (chance.unit() * 3.0) as usize]
                };
                let review = Review::new(t, 0, grade);
                reviews.push(review);
                *memory = Memory::after(memory.as_ref(), review, &model);
            }
        }
        told.into_iter().map(|(_, reviews)| counted(reviews)).collect()
    }

    /// One who forgets fast.
    pub(crate) fn forgetful() -> [f32; 21] {
        let mut parameters = DEFAULT_PARAMETERS;
        for (place, value) in [(0, 0.1), (1, 0.3), (2, 0.6), (3, 1.5), (8, 1.0), (20, 0.4)] {
            parameters[place] = value;
        }
        parameters
    }

    fn fit(reviews: &[Vec<Review>]) -> Option<ForgettingCurve> {
        Training::of(reviews).and_then(|training| training.fit())
    }

    #[test]
    fn one_who_forgets_fast_gets_a_pace_that_foretells_what_comes() {
        for seed in 0..4 {
            let told = learner(&forgetful(), 500, 80, seed);
            let own = fit(&told).unwrap();
            let later = Training::of(&learner(&forgetful(), 300, 80, 100 + seed)).unwrap();
            assert_eq!(
                own.words(),
                "Recall goes by your own pace of forgetting, from 1824 tellings"
            );
            assert!(
                loss(&own, &later.items) < loss(&ForgettingCurve::usual(), &later.items),
                "seed {seed}"
            );
        }
    }

    #[test]
    fn one_who_forgets_as_most_do_keeps_the_usual_pace() {
        // The trial is a sample, so now and then it favours a fit by chance; most often it does not.
        let own = (0..10).filter(|seed| fit(&learner(&DEFAULT_PARAMETERS, 130, 80, *seed)).is_some());
        assert!(own.count() <= 4);
    }

    #[test]
    fn what_foretells_worse_is_not_used() {
        let mut training = Training::of(&learner(&DEFAULT_PARAMETERS, 130, 80, 0)).unwrap();
        let place = (training.items.len() as f64 * LEARNT) as usize;
        for (at, (item, _)) in training.items.iter_mut().enumerate() {
            // The last fifth turns against what the first four taught.
            let last = item.reviews.len() - 1;
            item.reviews[last].rating = if at < place { 1 } else { 3 };
        }
        assert_eq!(training.fit(), None);
    }

    #[test]
    fn the_parameters_are_fitted_when_the_reviews_grew_by_a_tenth() {
        let steps: Vec<Option<usize>> = [0, 399, 400, 439, 440, 483, 484, 100_000].map(milestone).to_vec();
        let known = [None, None, Some(400), Some(400), Some(440), Some(440), Some(484)];
        assert_eq!(steps[..7], known);
        assert!(steps[7].is_some_and(|step| step > 90_000 && step <= 100_000));
        assert_eq!(
            ForgettingCurve::default().words(),
            "Recall goes by the usual pace of forgetting"
        );
    }

    #[test]
    fn a_fit_follows_from_the_reviews_alone_and_only_from_the_oldest() {
        let mut told = learner(&forgetful(), 140, 80, 3);
        let before = Training::of(&told).unwrap();
        let reviews = told.iter_mut().find(|reviews| !reviews.is_empty()).unwrap();
        let t = reviews[0].t + jiff::SignedDuration::from_hours(24 * 1000);
        reviews.push(Review::new(t, 0, Grade::Again));
        let after = Training::of(&told).unwrap();
        assert_eq!(before, after);
        assert_eq!(before.bytes(), after.bytes());
        assert_eq!(before.fit(), after.fit());
    }

    #[test]
    fn clocks_gone_mad_and_one_grade_alone_stop_no_fit() {
        let mut chance = DrillRng::new(5);
        for grade in [None, Some(Grade::Again), Some(Grade::Easy)] {
            for _ in 0..5 {
                let told: Vec<Vec<Review>> = (0..90)
                    .map(|_| {
                        let reviews = (0..8).map(|_| {
                            let second = (chance.unit() - 0.5) * 200.0 * 365.25 * 86_400.0;
                            let t = Timestamp::from_second(second as i64).unwrap_or_default();
                            Review::new(t, 0, grade.unwrap_or(Grade::ALL[(chance.unit() * 4.0) as usize]))
                        });
                        counted(reviews.collect())
                    })
                    .collect();
                let finite = |pace: ForgettingCurve| pace.parameters.iter().all(|parameter| parameter.is_finite());
                assert!(fit(&told).is_none_or(finite));
            }
        }
    }
}
