use super::naming::common_beginning;
use super::*;
use crate::app::context::tests::Fixture;
use crate::domain::library::Library;

fn effects(requests: Requests) -> Vec<Effect> {
    let effect = |request| match request {
        Request::Perform(effect) => Some(effect),
        _ => None,
    };
    requests.into_iter().filter_map(effect).collect()
}

fn type_into(import: &mut Import, text: &str) {
    if let Some(line) = import.line() {
        line.insert(text);
    }
}

#[test]
fn a_path_is_completed_while_it_is_typed_and_enter_looks_at_its_file() {
    let home = Fixture::new(Library::default());
    let (mut import, asked) = Import::open();
    assert_eq!(effects(asked), [Effect::Disk(DiskEffect::CompletePath(String::new()))]);
    type_into(&mut import, "notes.txt ");
    let asked = import.line_changed(&home.at(0));
    assert_eq!(
        effects(asked),
        [Effect::Disk(DiskEffect::CompletePath("notes.txt ".to_owned()))]
    );
    let asked = import.act(Action::Open, &home.at(0));
    assert_eq!(
        effects(asked),
        [Effect::Disk(DiskEffect::LookAtNotes {
            path: "notes.txt".to_owned(),
            corrections: Vec::new()
        })]
    );
    assert!(import.line().is_none());
    assert_eq!(import.refusal(Action::Open, &home.at(0)), Some("it is being read"));
}

#[test]
fn a_file_that_could_not_be_read_leaves_its_path_to_be_mended() {
    let home = Fixture::new(Library::default());
    let (mut import, _) = Import::open();
    type_into(&mut import, "notes");
    import.act(Action::Open, &home.at(0));
    let failed = Outcome::Failed {
        doing: String::new(),
        cause: String::new(),
        hint: String::new(),
    };
    let asked = effects(import.receive(&failed, &home.at(0)));
    assert_eq!(asked, [Effect::Disk(DiskEffect::CompletePath("notes".to_owned()))]);
    assert!(matches!(&import.stage, Stage::Path { field, .. } if field.text() == "notes"));
}

#[test]
fn enter_takes_the_only_file_that_begins_so_or_the_one_that_is_chosen_and_goes_into_a_folder() {
    let home = Fixture::new(Library::default());
    let looked_at = |hints: &[&str], typed: &str, down: usize| {
        let (mut import, _) = Import::open();
        type_into(&mut import, typed);
        let hints = hints.iter().map(|hint| (*hint).to_owned()).collect();
        import.receive(&Outcome::Completed(hints), &home.at(0));
        for _ in 0..down {
            import.act(Action::Down, &home.at(0));
        }
        match effects(import.act(Action::Open, &home.at(0))).pop() {
            Some(Effect::Disk(DiskEffect::LookAtNotes { path, .. })) => path,
            Some(Effect::Disk(DiskEffect::CompletePath(path))) => format!("into {path}"),
            _ => String::new(),
        }
    };
    assert_eq!(looked_at(&["seed-notes.txt"], "seed", 0), "seed-notes.txt");
    assert_eq!(
        looked_at(&["seed-notes.txt"], "seedling", 0),
        "seedling",
        "of another text"
    );
    assert_eq!(
        looked_at(&["a.txt", "ab.txt"], "a", 0),
        "a",
        "which of them is not known"
    );
    assert_eq!(looked_at(&["a.txt", "ab.txt"], "a", 2), "ab.txt");
    assert_eq!(looked_at(&["a.txt"], "", 0), "", "nothing is named");
    assert_eq!(looked_at(&["a.txt"], "", 5), "a.txt");
    assert_eq!(looked_at(&["notes/"], "no", 0), "into notes/");
    assert_eq!(
        looked_at(&["notes/"], "notes/", 0),
        "notes/",
        "a folder is brought whole"
    );
}

#[test]
fn tab_takes_what_all_hints_share() {
    let hints = ["notes/äb.txt".to_owned(), "notes/äc.txt".to_owned()];
    assert_eq!(common_beginning(&hints), "notes/ä");
    assert_eq!(common_beginning(&[]), "");
}
