//! Every event the program can make, drawn at random.

use super::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// A text of any kind and length.
fn text() -> impl Strategy<Value = String> {
    let long = (
        select(vec!["a", "é", "\u{1b}", "\"", "🎉", "\\", "\n", "\u{2028}", "\u{85}"]),
        0_usize..80_000,
    );
    prop_oneof![
        8 => ".{0,40}",
        2 => any::<String>(),
        1 => long.prop_map(|(piece, times)| piece.repeat(times)),
    ]
}

/// An id as a bank may have it.
fn id() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[a-z-]{1,20}", 1 => "[a-z]{200}", 1 => ".{1,60}"].prop_filter("an id", |id| fits_as_id(id))
}

/// An id as an answer may have it, which a file's name may give.
fn answer_id() -> impl Strategy<Value = String> {
    prop_oneof![4 => "[a-z]{6}", 1 => id(), 1 => "file:answers/[\u{1}-\u{1f}]{255}"]
}

fn rating() -> impl Strategy<Value = Rating> {
    select(Rating::ALL.to_vec())
}

fn beats() -> impl Strategy<Value = BeatsTold> {
    (vec(text(), 0..6), vec(text(), 0..6), 1_usize..300).prop_map(|(hit, missed, times)| BeatsTold {
        hit: hit.into_iter().cycle().take(times).collect(),
        missed,
    })
}

fn dimensions() -> impl Strategy<Value = [Option<Rating>; 5]> {
    vec(option::of(rating()), 5).prop_map(|all| [all[0], all[1], all[2], all[3], all[4]])
}

fn told() -> impl Strategy<Value = Attempt> {
    let names = (
        id(),
        option::of((answer_id(), "[0-9a-f]{16}")),
        option::of(rating()),
        rating(),
    );
    let times = vec(any::<f64>(), 4);
    let split = option::of(vec(option::of(any::<f64>()), 5));
    let probes = vec((text(), any::<f64>()), 0..8);
    let parts = (
        vec(any::<f64>(), 0..300),
        split,
        probes,
        option::of(beats()),
        dimensions(),
    );
    let plan = (option::of(select(Pick::ALL.to_vec())), any::<u64>(), any::<bool>());
    (names, times, parts, text(), plan).prop_map(|(names, times, parts, note, (pick, seed, taken_back))| {
        let (question, answer, guess, rating) = names;
        let (gaps, split, probes, beats, dimensions) = parts;
        Attempt {
            question: question.into(),
            version: answer.as_ref().map(|(_, version)| version.as_str().into()),
            answer: answer.map(|(id, _)| id.into()),
            think: times[0],
            speak: times[1],
            over: times[2],
            paused: times[3],
            split: split.map(|all| Split([all[0], all[1], all[2], all[3], all[4]])),
            gaps,
            guess,
            dimensions,
            beats,
            probes: probes
                .into_iter()
                .map(|(ask, seconds)| ProbeAsked { ask, seconds })
                .collect(),
            note,
            pick,
            seed,
            taken_back,
            ..attempt("a1", 100, "q", Category::Failure, rating)
        }
    })
}

fn change() -> impl Strategy<Value = AttemptChange> {
    let answer = option::of(option::of((answer_id(), "[0-9a-f]{16}")));
    let said = (
        option::of(option::of(beats())),
        option::of(text()),
        option::of(any::<bool>()),
    );
    (option::of(rating()), answer, option::of(dimensions()), said).prop_map(
        |(rating, answer, dimensions, (beats, note, taken_back))| AttemptChange {
            rating,
            answer: answer.map(|answer| answer.map(|(id, version)| (id.into(), version.into()))),
            dimensions,
            beats,
            note,
            taken_back,
        },
    )
}

/// Everything the program writes down, before it is bounded.
fn anything() -> impl Strategy<Value = EventKind> {
    let questions = || {
        (vec(id(), 0..4), 0_usize..400)
            .prop_map(|(ids, times)| ids.into_iter().cycle().take(times).map(Into::into).collect::<Vec<_>>())
    };
    let begun = (text(), questions(), any::<f64>(), any::<f64>(), option::of(Just("d0")));
    let taken = (id(), option::of(answer_id()), any::<f64>(), any::<u32>(), any::<bool>());
    prop_oneof![
        told().prop_map(|told| EventKind::Attempt(Box::new(told))),
        change().prop_map(|change| EventKind::Correction {
            target: "a1".into(),
            change
        }),
        begun.prop_map(|(name, questions, think, speak, resumes)| EventKind::Drill(DrillBegun {
            drill: "d".into(),
            name,
            questions,
            think,
            speak,
            probes: 2,
            resumes: resumes.map(Into::into),
        })),
        questions().prop_map(|left| EventKind::DrillEnded {
            drill: "d".into(),
            left
        }),
        taken.prop_map(
            |(question, answer, seconds, limit, right)| EventKind::Sprint(Box::new(SprintAnswer {
                sprint: "s".into(),
                question: question.into(),
                category: Category::Unsorted,
                right: right && answer.is_some(),
                answer: answer.map(Into::into),
                seconds,
                limit,
            }))
        ),
        (text(), rating()).prop_map(|(by, rating)| EventKind::Heard {
            target: "a1".into(),
            by,
            rating
        }),
        (id(), text()).prop_map(|(question, text)| EventKind::Note {
            drill: "d".into(),
            question: question.into(),
            text
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn every_event_the_program_can_make_is_read_back_equal(what in anything()) {
        let (what, shortened) = what.bounded();
        prop_assert_eq!(what.clone().bounded(), (what.clone(), None));
        let event = event(1, 100, what);
        let text = line::write(&event).unwrap();
        prop_assert!(text.len() <= LINE_BYTES, "{:?}", shortened);
        let read = line::read(text.trim_end().as_bytes(), &mut Interner::default());
        prop_assert_eq!(read, Ok(Some(event)));
    }
}

#[test]
fn what_fits_is_written_whole_and_what_does_not_is_said() {
    let note = |length: usize| EventKind::Note {
        drill: "d".into(),
        question: "q".into(),
        text: "x".repeat(length),
    };
    assert_eq!(note(16 << 10).bounded(), (note(16 << 10), None));
    assert_eq!(note(70_000).bounded().1, Some(Shortened::Note));
    let questions: Vec<_> = (0..200).map(|n| format!("{n:0200}").into()).collect();
    let ended = EventKind::DrillEnded {
        drill: "d".into(),
        left: questions,
    };
    assert_eq!(ended.clone().bounded(), (ended, None), "the longest drill there is");
}
