//! `greenroom interview`: add one or a round, write down what happened, show one.

use jiff::civil::Date;

use super::args::{AddArgs, InterviewWhat, LogArgs};
use super::fault::Fault;
use super::interview_stats;
use super::out::Out;
use super::reading::Everything;
use super::session::Setting;
use crate::app::overview::feedback::{all as all_feedback, printed};
use crate::domain::calendar::Holidays;
use crate::domain::days::{Local, day_near};
use crate::domain::home_data::HomeData;
use crate::domain::interview::date_input::{Tense, parse};
use crate::domain::interview::edit::{Change, new_file};
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::follow_up::words::{farewell, truth, what};
use crate::domain::interview::follow_up::{FollowUpCalendar, follow_up};
use crate::domain::interview::round::{Round, RoundState};
use crate::domain::interview::sections::{Line, Section, Tie, lines};
use crate::domain::interview::{Interview, Outcome, Promise, SentKind, fit, named, next_round};
use crate::domain::problem::{Problem, Unread};
use crate::domain::saved_file::NotSaved;
use crate::store::interviews::unreadable::{Unreadable, unreadable};
use crate::store::interviews::{change, create, edited};
use crate::text::legal_forms::same_company;

/// Does it.
pub(super) fn run(setting: &Setting, wanted: &InterviewWhat, out: &mut Out) -> Result<u8, Fault> {
    let said = match wanted {
        InterviewWhat::Add(wish) => Desk::to_write(setting)?.add(wish)?,
        InterviewWhat::Log(wish) => Desk::to_write(setting)?.log(wish)?,
        InterviewWhat::Show { name } => {
            let desk = Desk::new(setting, setting.home()?)?;
            desk.show(desk.find(name)?)
        }
        InterviewWhat::Feedback => feedback(&*setting.everything()?),
        InterviewWhat::Stats => interview_stats::text(&*setting.everything()?),
    };
    out.words(&said)
}

/// What the commands work on.
struct Desk<'a> {
    setting: &'a Setting,
    interviews: Vec<Interview>,
    unreadable: Vec<Unreadable>,
    holidays: Holidays,
    local: Local,
}

impl Desk<'_> {
    /// The interviews of a home; where it is not known which there are, nothing is done.
    fn new(setting: &Setting, home: HomeData) -> Result<Desk<'_>, Fault> {
        let folder = |problem: &&Problem| problem.path == "interviews" && problem.unread == Unread::Whole;
        if let Some(hidden) = home.problems.iter().find(folder) {
            return Err(Fault::problem("it is not known which interviews there are", hidden));
        }
        Ok(Desk {
            setting,
            unreadable: unreadable(&setting.places, &home.interviews, &home.problems),
            interviews: home.interviews,
            holidays: home.settings.holidays,
            local: setting.local(home.settings.day_starts),
        })
    }

    /// The same to be written to.
    fn to_write(setting: &Setting) -> Result<Desk<'_>, Fault> {
        let home = setting.home()?;
        setting.may_write()?;
        Desk::new(setting, home)
    }

    fn when(&self) -> FollowUpCalendar<'_> {
        FollowUpCalendar {
            now: self.setting.clock.now().wall,
            zone: &self.local,
            holidays: &self.holidays,
        }
    }

    fn today(&self) -> Date {
        self.when().today()
    }

    fn date(&self, text: &str, lies: Tense) -> Result<EventTime, Fault> {
        parse(text, self.today(), lies)
            .map(|at| at.in_zone(&self.local))
            .map_err(|why| Fault::new("that date cannot be read", why, "Nothing was written"))
    }

    /// The interview a name stands for, if there is one.
    ///
    /// A file that cannot be read may be open; where it would be the one, nothing else is taken for it.
    fn named(&self, name: &str) -> Result<Option<&Interview>, Fault> {
        let spelled = || {
            let there = self.interviews.iter().filter(|one| same_company(&one.company, name));
            there.max_by_key(|one| (one.is_open(), one.id()))
        };
        let found = named(&self.interviews, name).or_else(spelled);
        let best = found.and_then(|one| fit(name, &one.company, one.is_open(), one.id()));
        let odd = |odd: &&Unreadable| fit(name, &odd.company, true, odd.id()) > best;
        match self.unreadable.iter().find(odd) {
            Some(odd) => Err(Fault::problem(
                &format!("the file of {} cannot be read", odd.company),
                &odd.problem,
            )),
            None => Ok(found),
        }
    }

    fn find(&self, name: &str) -> Result<&Interview, Fault> {
        self.named(name)?.ok_or_else(|| {
            let companies: Vec<&str> = self.interviews.iter().map(|one| one.company.as_str()).collect();
            let hint = match companies.as_slice() {
                [] => "Add one with `greenroom interview add COMPANY`".to_owned(),
                some => format!("There are: {}", some.join(", ")),
            };
            Fault::new(
                "there is no such interview",
                format!("no company begins with \"{name}\""),
                hint,
            )
        })
    }

    fn add(&self, wish: &AddArgs) -> Result<String, Fault> {
        if wish.name.trim().is_empty() {
            return Err(Fault::new(
                "nothing is added",
                "the company has no name",
                "Name it: greenroom interview add Acme",
            ));
        }
        let mut changes = Vec::new();
        changes.extend(wish.role.clone().map(|role| Change::Role(Some(role))));
        changes.extend(wish.via.clone().map(|via| Change::Via(Some(via))));
        if let Some(applied) = &wish.applied {
            changes.push(Change::Applied(Some(self.date(applied, Tense::Past)?.day)));
        }
        if let Some(kind) = wish.round {
            let at = wish.at.as_deref().map(|at| self.date(at, Tense::Future)).transpose()?;
            changes.push(Change::AddRound(Round {
                minutes: wish.minutes,
                with: wish.with.clone(),
                ..Round::planned(kind, at)
            }));
        }
        let there = if wish.new { None } else { self.named(&wish.name)? };
        let open = there.filter(|one| one.is_open());
        if let (Some(one), Some(round)) = (open, changes.iter().find_map(added))
            && one.has_round(round)
        {
            return Err(Fault::new(
                "nothing is added",
                format!("{} has that round already", one.company),
                "See its rounds with `greenroom interview show`",
            ));
        }
        match open {
            Some(one) if changes.is_empty() => Err(Fault::new(
                "nothing is added",
                format!("an interview with {} is open already", one.company),
                "Say what to add, like --round onsite --at 'next tue 14:00', or begin another file with --new",
            )),
            Some(one) => self.changed(one, &changes),
            None => {
                let path = "interviews/new.md";
                let text = edited(path, &new_file(&wish.name), &changes)
                    .map_err(|problem| Fault::problem("the interview is not added", &problem))?;
                let path = create(&self.setting.places, &wish.name, self.today(), &text)
                    .map_err(|problem| Fault::problem("the interview is not added", &problem))?;
                self.told(&text, &path)
            }
        }
    }

    fn log(&self, wish: &LogArgs) -> Result<String, Fault> {
        let one = self.find(&wish.name)?;
        let on = match &wish.on {
            Some(on) => self.date(on, Tense::Past)?,
            None => EventTime::moment(self.when().now, &self.local),
        };
        let day = on.local_day(&self.local);
        let mut changes = Vec::new();
        if let Some(promised) = &wish.promised {
            changes.push(Change::Promised(Some(Promise {
                by: self.date(promised, Tense::Future)?.local_day(&self.local),
                who: wish.by.clone(),
            })));
        }
        if wish.thanked {
            changes.push(Change::Sent(SentKind::ThankYou, on.clone()));
        }
        if wish.nudged {
            changes.push(Change::Sent(SentKind::Nudge, on.clone()));
        }
        if wish.done {
            let round = one.to_debrief(self.when().now, &self.local);
            let round = round.ok_or_else(|| {
                Fault::new(
                    "no round is written down",
                    "none of its rounds is over and still open",
                    "See them with `greenroom interview show`",
                )
            })?;
            changes.push(Change::RoundState(round, RoundState::Done));
        }
        if let Some(outcome) = wish.outcome {
            changes.push(Change::Outcome(outcome, (outcome != Outcome::Open).then_some(day)));
        }
        let listed = [
            (Section::Asked, &wish.asked),
            (Section::Good, &wish.good),
            (Section::Improve, &wish.improve),
            (Section::Notes, &wish.note),
        ];
        for (section, texts) in listed {
            changes.extend(
                texts
                    .iter()
                    .filter_map(|text| said(section, text, day))
                    .map(Change::AddLine),
            );
        }
        if changes.is_empty() {
            return Err(Fault::new(
                "nothing is written",
                "what to write is empty",
                "Give it some words",
            ));
        }
        self.changed(one, &changes)
    }

    fn changed(&self, one: &Interview, changes: &[Change]) -> Result<String, Fault> {
        let places = &self.setting.places;
        match change(places, &one.path, &one.text, changes, self.when().now) {
            Ok(saved) => self.told(&saved.opened.text, &one.path),
            Err(NotSaved::Failed(problem)) => Err(Fault::problem("the interview is not changed", &problem)),
            Err(NotSaved::Changed(_) | NotSaved::Vanished) => Err(Fault::new(
                "the interview is not changed",
                format!("{} changed at the same moment", one.path),
                "Try again",
            )),
        }
    }

    /// The path, and where the interview stands now.
    fn told(&self, text: &str, path: &str) -> Result<String, Fault> {
        let (one, _) = crate::store::interviews::parse(text, path)
            .map_err(|problem| Fault::problem("the interview cannot be read again", &problem))?;
        let found = follow_up(&one, &self.when());
        let mut said = format!("{path}\n{}: {}\n", one.company, what(&one, &found));
        if let Some(farewell) = farewell(&one, &found) {
            said.push_str(&format!("{}\n", farewell.line));
            for good in farewell.good {
                said.push_str(&format!("Good: {good}\n"));
            }
            if self.unreadable.is_empty() {
                said.push_str(&self.next());
            }
        }
        Ok(said)
    }

    /// What comes after an interview that ended: the next round, or a drill.
    fn next(&self) -> String {
        let next = next_round(&self.interviews, self.when().now, &self.local);
        next.map_or("Next: greenroom drill\n".to_owned(), |next| {
            let (company, kind) = (&next.interview.company, next.round.kind.label());
            format!("Next: {company}, {kind}, {}\n", day_near(next.day, self.today()))
        })
    }

    fn show(&self, one: &Interview) -> String {
        let (when, zone) = (self.when(), &self.local);
        let found = follow_up(one, &when);
        let mut text = one.company.clone();
        text.extend(one.role.iter().map(|role| format!(", {role}")));
        text.push_str(&format!("\n{}\n\n{}", one.path, what(one, &found)));
        if found.state.owed() && found.days_late > 0 {
            text.push_str(&format!(
                " ({} late)",
                crate::text::time::count(found.days_late as usize, "day")
            ));
        }
        text.extend(truth(one, &found).map(|truth| format!("\n{truth}")));
        text.push('\n');
        if !one.rounds.is_empty() {
            text.push_str("\nRounds\n");
        }
        for round in &one.rounds {
            let at = round
                .at
                .as_ref()
                .map_or("no date yet".to_owned(), |at| said_at(at, &when));
            let with = round
                .with
                .as_ref()
                .map_or(String::new(), |with| format!("  with {with}"));
            let state = match (round.state, round.over(when.now, zone)) {
                (RoundState::Cancelled, _) => "  cancelled",
                (_, true) => "  over",
                _ => "",
            };
            text.push_str(&format!("  {:16}{at}{with}{state}\n", round.kind.label()));
        }
        for section in Section::ALL {
            let told: Vec<String> = one
                .section(section)
                .map(|line| format!("  - {}\n", line.written()))
                .collect();
            if !told.is_empty() {
                text.push_str(&format!("\n{}\n{}", section.title(), told.concat()));
            }
        }
        let comes = one.next_round(when.now, zone);
        if comes.is_some_and(|round| round.kind.talks_of_deciding()) {
            text.push_str("\nAsk before you leave: when do you review candidates, and when do you hope to decide?\n");
        }
        text
    }
}

/// All feedback there is, as it is printed or kept.
fn feedback(all: &Everything) -> String {
    match printed(&all_feedback(&all.ground())) {
        none if none.is_empty() => all
            .nothing("No feedback yet. Add some with `greenroom interview log COMPANY --good TEXT`.\n")
            .to_owned(),
        text => text,
    }
}

/// The round a change adds.
fn added(change: &Change) -> Option<&Round> {
    match change {
        Change::AddRound(round) => Some(round),
        _ => None,
    }
}

/// A date as it is said: in the local zone.
fn said_at(at: &EventTime, when: &FollowUpCalendar) -> String {
    let local = day_near(at.local_day(when.zone), when.today());
    match at.time {
        Some(_) => format!("{local} {}", when.zone.clock(at.begins(when.zone)).strftime("%H:%M")),
        None => local,
    }
}

/// A line of a section, its ties at its end; what is to be done better knows its day.
fn said(section: Section, text: &str, day: Date) -> Option<Line> {
    let body = format!(
        "## {}\n- {}\n",
        section.title(),
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    );
    let mut line = lines(&body, 0).pop().filter(|line| !line.text.is_empty())?;
    line.ticked = (section == Section::Improve).then(|| line.ticked.unwrap_or(false));
    if matches!(section, Section::Improve | Section::Asked) && line.day().is_none() {
        line.ties.push(Tie::Day(day));
    }
    Some(line)
}
