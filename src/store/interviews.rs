//! Interviews: one Markdown file a company, with front matter that keeps whatever else stands in it.

use std::io;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use super::answers::{conflict_copy, each_text, unmarked};
use super::document;
use super::interview_front::{Front, PersonRead, PromiseRead, RoundRead, Said, SentRead, slip};
use super::limits::read_text;
use super::naming::save_under;
use super::outline::Outline;
use super::places::Places;
use super::yaml;
use crate::domain::document::{Document, FrontMatter, front_matter};
use crate::domain::interview::at::At;
use crate::domain::interview::body::lines;
use crate::domain::interview::edit::{Change, changed, new_file};
use crate::domain::interview::round::{Round, RoundKind, RoundState, minutes};
use crate::domain::interview::{Interview, Outcome, Person, Promise, Sent, SentKind};
use crate::domain::problem::Problem;
use crate::domain::saving::{NotSaved, Saved};
use crate::domain::when::certain;
use crate::import::journal::Entry;

/// All interviews of a home, by file name. A file that cannot be read is a problem and the rest is loaded.
pub fn load(places: &Places) -> (Vec<Interview>, Vec<Problem>) {
    let mut interviews = Vec::new();
    let mut more = Vec::new();
    let mut problems = each_text(&places.interviews(), "interviews", "interview", |_, shown, text| {
        let (interview, odd) = parse(text, shown)?;
        interviews.push(interview);
        more.extend(odd);
        Ok(())
    });
    problems.extend(more);
    (interviews, problems)
}

/// Reads one interview from its text; what is odd in it is listed and left out.
///
/// # Errors
/// The problem that makes it unreadable.
pub fn parse(text: &str, shown: &str) -> Result<(Interview, Vec<Problem>), Problem> {
    unmarked(text, shown)?;
    let (matter, body_start) = front_matter(text);
    let (front, problems) = match matter {
        Some(matter) => yaml::parse_with::<Option<Front>>(matter.inner, shown, 2, slip)?,
        None => (None, Vec::new()),
    };
    let front = front.unwrap_or_default();
    let stem = Path::new(shown).file_stem().unwrap_or_default().to_string_lossy();
    let mut reader = Reader {
        outline: None,
        matter,
        shown,
        problems,
    };
    let company = front.company.map(|name| name.trim().to_owned());
    let interview = Interview {
        path: shown.to_owned(),
        company: company
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| company_in(&stem)),
        role: front.role,
        via: front.via,
        applied: reader.day("applied", front.applied),
        people: front.people.unwrap_or_default().into_iter().map(person).collect(),
        rounds: reader.rounds(front.rounds.unwrap_or_default()),
        promised: reader.promise(front.promised),
        sent: reader.sent(front.sent.unwrap_or_default()),
        outcome: reader.outcome(front.outcome),
        closed: reader.day("closed", front.closed),
        lines: lines(&text[body_start..], text[..body_start].matches('\n').count()),
        text: Arc::from(text),
    };
    Ok((interview, reader.problems))
}

/// The company a file name says: without its date, hyphens as blanks.
fn company_in(stem: &str) -> String {
    let dated = stem.get(..10).is_some_and(|date| date.parse::<Date>().is_ok());
    let name = if dated {
        stem[10..].trim_start_matches('-')
    } else {
        stem
    };
    let name = if name.is_empty() { stem } else { name };
    name.replace('-', " ")
}

/// Somebody there; in words the role stands in brackets or behind a comma.
fn person(person: Said<PersonRead>) -> Person {
    let words = match person {
        Said::Keys(PersonRead { name, role }) => return Person { name, role },
        Said::Words(words) => words,
    };
    let (name, role) = match words.trim().strip_suffix(')').and_then(|words| words.rsplit_once('(')) {
        Some(parts) => parts,
        None => words.split_once(',').unwrap_or((&words, "")),
    };
    Person {
        name: name.trim().to_owned(),
        role: Some(role.trim().to_owned()).filter(|role| !role.is_empty()),
    }
}

/// Reads values and says which cannot be, at their lines.
struct Reader<'a> {
    /// Made when the first line is asked for.
    outline: Option<Outline<'a>>,
    matter: Option<FrontMatter<'a>>,
    shown: &'a str,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn say(&mut self, path: &str, what: String, remedy: &str) {
        let inner = self.matter.map_or("", |matter| matter.inner);
        let outline = self.outline.get_or_insert_with(|| Outline::new(inner));
        let line = outline.line_of_path(path) + 1;
        self.problems.push(Problem::line(self.shown, line, what, remedy));
    }

    fn day(&mut self, path: &str, text: Option<String>) -> Option<Date> {
        self.at(path, text).map(|at| at.day)
    }

    fn at(&mut self, path: &str, text: Option<String>) -> Option<At> {
        match certain(&text?) {
            Ok(at) => Some(at),
            Err(what) => {
                self.say(path, what, "Mend the line; until then it counts as not known");
                None
            }
        }
    }

    /// What a word stands for; case makes no difference, and a blank is as good as a hyphen. `until` says what counts
    /// where it stands for nothing.
    fn word<T>(
        &mut self,
        path: &str,
        text: Option<String>,
        known: impl Fn(&str) -> Option<T>,
        all: &[&str],
        until: &str,
    ) -> Option<T> {
        let text = text?;
        let found = known(&text.trim().to_lowercase().replace([' ', '_'], "-"));
        if found.is_none() {
            let key = path.rsplit('.').next().unwrap_or(path);
            let what = format!("\"{text}\" is not known for {key}: {until}");
            self.say(path, what, &format!("Write one of {}", all.join(", ")));
        }
        found
    }

    /// The keys of an entry; words alone are said and stay in the file.
    fn keys<T: Default>(&mut self, path: &str, read: Said<T>, like: &str) -> T {
        match read {
            Said::Keys(keys) => keys,
            Said::Words(words) => {
                self.say(
                    path,
                    format!("\"{words}\" has no keys"),
                    &format!("Write it like {like}"),
                );
                T::default()
            }
        }
    }

    fn rounds(&mut self, read: Vec<Said<RoundRead>>) -> Vec<Round> {
        let kinds = RoundKind::ALL.map(RoundKind::id);
        let states = RoundState::ALL.map(RoundState::id);
        let round = |(n, read): (usize, Said<RoundRead>)| {
            let read = self.keys(&format!("rounds.{n}"), read, "{kind: onsite, at: 2026-11-30 10:00}");
            let path = |key: &str| format!("rounds.{n}.{key}");
            let (kind, state) = (path("kind"), path("state"));
            let kind = self.word(&kind, read.kind, RoundKind::from_id, &kinds, "it counts as other");
            let state = self.word(&state, read.state, RoundState::from_id, &states, "it counts as planned");
            Round {
                kind: kind.unwrap_or(RoundKind::Other),
                at: self.at(&path("at"), read.at),
                minutes: self.minutes(&path("minutes"), read.minutes),
                state: state.unwrap_or_default(),
                with: read.with,
            }
        };
        read.into_iter().enumerate().map(round).collect()
    }

    fn minutes(&mut self, path: &str, text: Option<String>) -> Option<u32> {
        let text = text?;
        let found = minutes(&text);
        if found.is_none() {
            let what = format!("\"{text}\" is no length of a round");
            let remedy = format!("Write the minutes, like 90; until then {} count", Round::MINUTES);
            self.say(path, what, &remedy);
        }
        found
    }

    fn promise(&mut self, read: Option<Said<PromiseRead>>) -> Option<Promise> {
        let (by, who, path) = match read? {
            Said::Words(by) => (Some(by), None, "promised"),
            Said::Keys(PromiseRead { by, who }) => (by, who, "promised.by"),
        };
        if by.is_none() {
            let what = "promised has no day".to_owned();
            self.say(
                "promised",
                what,
                "Write it like promised: {by: 2026-11-19, who: recruiter}",
            );
        }
        let by = self.day(path, by)?;
        Some(Promise { by, who })
    }

    fn sent(&mut self, read: Vec<Said<SentRead>>) -> Vec<Sent> {
        let mut sent = Vec::new();
        for (n, read) in read.into_iter().enumerate() {
            let read = self.keys(&format!("sent.{n}"), read, "{what: nudge, at: 2026-11-30}");
            let path = |key: &str| format!("sent.{n}.{key}");
            let known = ["thank-you", "nudge"];
            let what = self.word(&path("what"), read.what, SentKind::from_id, &known, "it does not count");
            let at = self.at(&path("at"), read.at);
            if let (Some(what), Some(at)) = (what, at) {
                sent.push(Sent { what, at });
            }
        }
        sent
    }

    fn outcome(&mut self, read: Option<String>) -> Outcome {
        let all = Outcome::ALL.map(Outcome::id);
        let found = self.word("outcome", read, Outcome::from_id, &all, "it counts as open");
        found.unwrap_or_default()
    }
}

/// A file that cannot be read, and so is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The company, as far as the file or its name says.
    pub company: String,
    /// Why, and where.
    pub problem: Problem,
}

impl Unreadable {
    /// The name of its file.
    pub fn id(&self) -> &str {
        let name = self.problem.path.rsplit('/').next().unwrap_or_default();
        name.strip_suffix(".md").unwrap_or(name)
    }
}

/// The files of interviews that cannot be read, out of all problems there are.
pub fn unreadable(places: &Places, interviews: &[Interview], problems: &[Problem]) -> Vec<Unreadable> {
    let of_a_file = |problem: &&Problem| {
        let name = problem.path.strip_prefix("interviews/");
        let left_out = !interviews.iter().any(|one| one.path == problem.path);
        left_out && name.is_some_and(|name| !conflict_copy(name))
    };
    let plain = |value: &str| value.trim().trim_matches(['"', '\'']).to_owned();
    let company = |problem: &Problem| {
        let text = read_text(&places.home.join(&problem.path), &problem.path).ok();
        let written = text.as_deref().map(Document::parse);
        let written = written.and_then(|document| document.raw("company").map(plain));
        let stem = Path::new(&problem.path)
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy();
        written
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| company_in(&stem))
    };
    let problems = problems.iter().filter(of_a_file);
    problems
        .map(|problem| Unreadable {
            company: company(problem),
            problem: problem.clone(),
        })
        .collect()
}

/// Writes a new interview file under the day and the company's name, with a number where that is taken; answers with its
/// path, relative to the home.
///
/// # Errors
/// What the system said.
pub fn create(places: &Places, company: &str, today: Date, text: &str) -> io::Result<String> {
    let stem = format!("{today}-{}", super::answers::slug_or(company, "company"));
    let path = save_under(&places.interviews(), &stem, text.as_bytes())?;
    Ok(places.shown(&path))
}

/// Writes what a section of a journal says as a new file, under its earliest day. `today` holds where it names none.
///
/// # Errors
/// The problem that hinders it.
pub(super) fn add(places: &Places, entry: &Entry, body: &str, today: Date) -> Result<String, Problem> {
    let mut changes = vec![
        Change::Role(entry.role.clone()),
        Change::Via(entry.via.clone()),
        Change::Applied(entry.applied),
    ];
    changes.extend(entry.rounds.iter().cloned().map(Change::AddRound));
    if entry.outcome != Outcome::Open {
        changes.push(Change::Outcome(entry.outcome, None));
    }
    let head = new_file(&entry.company);
    let (_, at) = front_matter(&head);
    let text = edited("interviews/new.md", &format!("{}{body}", &head[..at]), &changes)?;
    create(places, &entry.company, entry.begun().unwrap_or(today), &text)
        .map_err(|error| document::problem("interviews", &error))
}

/// Makes changes in an interview file, if it is as it was read.
///
/// # Errors
/// Why it is not saved; the file then is as it was.
pub fn change(
    places: &Places,
    path: &str,
    base: &str,
    changes: &[Change],
    now: jiff::Timestamp,
) -> Result<Saved, NotSaved> {
    let text = edited(path, base, changes).map_err(NotSaved::Failed)?;
    document::save(places, path, base, &text, now)
}

/// The text with the changes made, read back and looked at.
///
/// # Errors
/// Why it cannot be changed by the program.
pub fn edited(path: &str, base: &str, changes: &[Change]) -> Result<String, Problem> {
    parse(base, path)?;
    let odd = |what: String| Problem::file(path, what, "Change it in your editor");
    let text = changed(base, changes).map_err(|error| odd(error.to_string()))?;
    parse(&text, path).map_err(|problem| odd(format!("the change would make it unreadable: {}", problem.what)))?;
    Ok(text)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failing test should stop at the place")]
mod tests {
    use super::*;
    use crate::domain::interview::body::{Line, Section};
    use crate::domain::interview::{named, next_round};
    use crate::store::load::shelf;
    use jiff::Timestamp;
    use jiff::tz::TimeZone;

    const TEXT: &str = "\
---
company: Northwind
role: SRE # the second time
via: a former colleague
mood: hopeful
people:
  - name: Mara Ilves
    role: recruiter
rounds:
  # so far
  - kind: recruiter
    at: 2026-11-05 10:00 Europe/Berlin
    state: done
  - kind: onsite
    at: 2026-11-30
    minutes: 240
    parking: yes
promised: {by: 2026-11-19, who: Mara}
sent:
  - {what: thank-you, at: 2026-11-05 18:00}
---
## Asked
- Tell me about a failure (question failure-production, told k7m2qx, rough)

## What they eat
- soup

## Improve
- [ ] Say sooner what you did yourself (own part)
";

    fn home() -> (tempfile::TempDir, Places) {
        let folder = tempfile::tempdir().unwrap();
        let places = Places {
            home: folder.path().join("h"),
            state: folder.path().join("s"),
        };
        (folder, places)
    }

    fn now() -> Timestamp {
        "2026-11-21T09:00:00Z".parse().unwrap()
    }

    #[test]
    fn a_company_without_a_letter_still_gets_a_file() {
        let (_folder, places) = home();
        let today = jiff::civil::date(2026, 11, 21);
        let path = create(&places, "///", today, "---\ncompany: \"///\"\n---\n").unwrap();
        assert_eq!(path, "interviews/2026-11-21-company.md");
    }

    #[test]
    fn a_file_written_by_hand_is_read_whole_and_a_slip_of_the_pen_is_said() {
        let (interview, problems) = parse(TEXT, "interviews/2026-11-02-northwind.md").unwrap();
        assert_eq!(interview.id(), "2026-11-02-northwind");
        assert_eq!(
            interview.begun().map(|day| day.to_string()),
            Some("2026-11-02".to_owned())
        );
        assert_eq!(
            (interview.company.as_str(), interview.role.as_deref()),
            ("Northwind", Some("SRE"))
        );
        assert_eq!(interview.people[0].role.as_deref(), Some("recruiter"));
        assert_eq!(interview.rounds.len(), 2);
        assert_eq!(interview.rounds[1].minutes, Some(240));
        assert_eq!(interview.promised.as_ref().unwrap().who.as_deref(), Some("Mara"));
        assert_eq!(interview.sent[0].what, SentKind::ThankYou);
        assert!(interview.is_open());
        assert_eq!(interview.lines.len(), 2);
        assert_eq!(interview.lines[0].line, 23);
        assert_eq!(problems, [], "keys of one's own are welcome");
        let slipped = TEXT
            .replace("role: SRE", "rolle: SRE")
            .replace("    at: 2026-11-30", "    date: 2026-11-30");
        let (_, problems) = parse(&slipped, "interviews/x.md").unwrap();
        let said: Vec<(Option<usize>, &str)> = problems.iter().map(|p| (p.line, p.what.as_str())).collect();
        assert_eq!(
            said,
            [
                (Some(3), "the key \"rolle\" is not known here"),
                (Some(15), "the key \"date\" is not known here")
            ]
        );
    }

    #[test]
    fn what_cannot_be_understood_has_its_line_and_the_rest_is_read() {
        let text = "---\ncompany: A\nrounds:\n  - kind: dinner\n    at: soon\n    state: eaten\n  - kind: panel\npromised:\n  \
            by: friday\nsent:\n  - what: flowers\n    at: 2026-11-05\noutcome: maybe\nclosed: 2026\n---\n";
        let (interview, problems) = parse(text, "interviews/x.md").unwrap();
        let lines: Vec<Option<usize>> = problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [4, 6, 5, 9, 11, 13, 14].map(Some));
        assert!(problems[0].remedy.contains("hiring-manager"), "{}", problems[0].remedy);
        assert_eq!(
            (problems[5].what.as_str(), problems[5].remedy.as_str()),
            (
                "\"maybe\" is not known for outcome: it counts as open",
                "Write one of open, offer, rejected, withdrawn, cold"
            )
        );
        assert_eq!((interview.rounds.len(), interview.sent.len()), (2, 0));
        assert_eq!(interview.rounds[0].kind, RoundKind::Other);
        assert!(interview.is_open() && interview.promised.is_none());
    }

    #[test]
    fn what_people_write_in_one_word_is_read_and_what_is_odd_leaves_nothing_out() {
        let text = "---\ncompany: 37\npeople:\n- Mara Ilves (recruiter)\n- Tom Brandt, hiring manager\n- Ines\n\
            - {name: Jo, email: jo@example.com}\nrounds:\n- kind: Hiring Manager\n  at: 5 Nov 2026 10am\n  \
            minutes: 1h 30\n  state: DONE\n- kind: technical\n  at: 5 Dec\n  minutes: long\n- onsite\n\
            applied: 1.11.2026\npromised: 2026-12-5\nsent:\n- what: Thank you\n  at: 2026-11-05 18:00\n- nudge\n\
            outcome: Ghosted\n---\n";
        let (one, problems) = parse(text, "interviews/x.md").unwrap();
        let people: Vec<(&str, Option<&str>)> = one
            .people
            .iter()
            .map(|p| (p.name.as_str(), p.role.as_deref()))
            .collect();
        assert_eq!(
            people,
            [
                ("Mara Ilves", Some("recruiter")),
                ("Tom Brandt", Some("hiring manager")),
                ("Ines", None),
                ("Jo", None)
            ]
        );
        let first = &one.rounds[0];
        assert_eq!(
            (first.kind, first.state, first.minutes),
            (RoundKind::HiringManager, RoundState::Done, Some(90))
        );
        assert_eq!(
            first.at.as_ref().map(At::to_string).as_deref(),
            Some("2026-11-05 10:00")
        );
        assert_eq!(one.applied.map(|day| day.to_string()).as_deref(), Some("2026-11-01"));
        assert_eq!(
            one.promised.as_ref().map(|p| p.by.to_string()).as_deref(),
            Some("2026-12-05")
        );
        assert_eq!((one.company.as_str(), one.rounds.len(), one.sent.len()), ("37", 3, 1));
        let mut said: Vec<(usize, &str)> = problems.iter().map(|p| (p.line.unwrap(), p.what.as_str())).collect();
        said.sort_unstable();
        assert_eq!(
            said,
            [
                (13, "\"technical\" is not known for kind: it counts as other"),
                (14, "\"5 Dec\" is not one certain day; write it like 2026-11-30"),
                (15, "\"long\" is no length of a round"),
                (16, "\"onsite\" has no keys"),
                (22, "\"nudge\" has no keys"),
                (23, "\"Ghosted\" is not known for outcome: it counts as open"),
            ]
        );
        // A form that changes something else leaves what it could not read.
        let mut now = one.rounds[1].clone();
        now.with = Some("Ines".to_owned());
        let both = Box::new((one.rounds[1].clone(), now));
        let saved = edited("x.md", text, &[Change::SetRound(1, both)]).unwrap();
        assert_eq!(saved, text.replace("minutes: long\n", "minutes: long\n  with: Ines\n"));
    }

    #[test]
    fn a_damaged_file_is_a_problem_with_its_line_and_the_others_are_read() {
        let (_folder, places) = home();
        let write = |name: &str, text: &str| {
            std::fs::create_dir_all(places.interviews()).unwrap();
            std::fs::write(places.interviews().join(name), text).unwrap();
        };
        write("2026-11-02-northwind.md", TEXT);
        write("2026-11-03-broken.md", "---\ncompany: B\nrounds: [\n---\n");
        write(
            "2026-11-04-halden.md",
            "# Halden\nNo front matter at all\n## Notes\n- kept\n",
        );
        write("2026-11-05-acme.md", "---\ncompany: [A]\n---\n");
        write("2026-11-06-both.md", "---\ncompany: C\n---\n<<<<<<< HEAD\n");
        write("2026-11-02-northwind.conflict-abc-1.md", TEXT);
        write("2026-11-07-twice.md", "---\ncompany: A\ncompany: B\n---\n");
        let shelf = shelf(&places);
        let companies: Vec<&str> = shelf.interviews.iter().map(|i| i.company.as_str()).collect();
        assert_eq!(companies, ["Northwind", "halden"]);
        for name in ["broken", "acme", "both", "conflict", "twice"] {
            let problem = shelf.problems.iter().find(|problem| problem.path.contains(name));
            assert!(problem.is_some(), "{name}: {:?}", shelf.problems);
        }
        let refused = change(
            &places,
            "interviews/2026-11-03-broken.md",
            "---\ncompany: B\nrounds: [\n---\n",
            &[],
            now(),
        );
        assert!(matches!(refused, Err(NotSaved::Failed(_))));
    }

    #[test]
    fn a_change_touches_its_lines_and_meets_a_change_from_outside_as_answers_do() {
        let (_folder, places) = home();
        let path = create(&places, "Northwind", "2026-11-02".parse().unwrap(), TEXT).unwrap();
        assert_eq!(path, "interviews/2026-11-02-northwind.md");
        let again = create(&places, "northwind!", "2026-11-02".parse().unwrap(), TEXT).unwrap();
        assert_eq!(again, "interviews/2026-11-02-northwind-2.md");
        let done = [
            Change::RoundState(1, RoundState::Done),
            Change::AddLine(Line::new(Section::Good, "calm", Vec::new())),
        ];
        let saved = change(&places, &path, TEXT, &done, now()).unwrap();
        assert_eq!(saved.not_kept, None);
        let expected =
            TEXT.replace("    parking: yes\n", "    parking: yes\n    state: done\n") + "\n## Good\n- calm\n";
        assert_eq!(saved.opened.text, expected);
        let theirs = expected.replace("hopeful", "tired");
        std::fs::write(places.home.join(&path), &theirs).unwrap();
        let outcome = [Change::Outcome(Outcome::Cold, None)];
        let Err(NotSaved::Changed(met)) = change(&places, &path, &expected, &outcome, now()) else {
            unreachable!("the file changed outside");
        };
        let merged = met.merged.clone().unwrap().text;
        assert_eq!(merged, theirs.replace("18:00}\n", "18:00}\noutcome: cold\n"));
        let theirs = expected.replace("sent:\n", "outcome: offer\nsent:\n");
        std::fs::write(places.home.join(&path), &theirs).unwrap();
        let clash = change(&places, &path, &expected, &outcome, now());
        assert!(matches!(clash, Err(NotSaved::Changed(met)) if met.merged.is_err()));
        assert_eq!(std::fs::read_to_string(places.home.join(&path)).unwrap(), theirs);
    }

    #[test]
    fn the_next_round_and_the_newest_open_file_are_found() {
        let read = |name: &str, text: &str| parse(text, &format!("interviews/{name}.md")).unwrap().0;
        let local = TimeZone::get("America/New_York").unwrap();
        let interviews = [
            read(
                "2026-10-01-acme",
                "---\ncompany: Acme\nrounds: [{kind: onsite, at: 2026-12-09}]\n---\n",
            ),
            read(
                "2026-11-01-acme",
                "---\ncompany: Acme Labs\noutcome: cold\nrounds: [{at: 2026-11-22}]\n---\n",
            ),
            read("2026-11-02-northwind", TEXT),
            read(
                "2026-11-03-halden",
                "---\ncompany: Halden\nrounds:\n- {at: 2026-11-21 08:30 UTC}\n- {at: 2026-11-20}\n- {at: 2026-11-24, state: cancelled}\n- {kind: panel}\n---\n",
            ),
        ];
        let next = next_round(&interviews, now(), &local).unwrap();
        assert_eq!(
            (next.interview.company.as_str(), next.day.to_string()),
            ("Halden", "2026-11-21".into())
        );
        let later = "2026-11-21T09:30:00Z".parse().unwrap();
        let next = next_round(&interviews, later, &local).unwrap();
        assert_eq!(
            (next.interview.company.as_str(), next.day.to_string()),
            ("Northwind", "2026-11-30".into())
        );
        assert_eq!(next.begins.to_string(), "2026-11-30T05:00:00Z");
        assert_eq!(interviews[3].next_round(later, &local).unwrap().kind, RoundKind::Panel);
        assert_eq!(interviews[3].to_debrief(later, &local), Some(0));
        let path = |name: &str| named(&interviews, name).map(Interview::id);
        assert_eq!(path("acme"), Some("2026-10-01-acme"));
        assert_eq!(path("ACME L"), Some("2026-11-01-acme"));
        assert_eq!((path("cme"), path(" ")), (None, None));
        assert_eq!(next_round(&[], later, &local), None);
    }
}
