//! What the screen of one interview says: who it is, what happened and what comes, what is prepared, what was said.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::app::context::Context;
use crate::app::overview::company_row::{moment, round_words};
use crate::app::overview::feedback::tied_to;
use crate::app::overview::meetings::Row;
use crate::domain::days::{ahead, day_near};
use crate::domain::interview::agenda::Group;
use crate::domain::interview::event_time::EventTime;
use crate::domain::interview::follow_up::State;
use crate::domain::interview::follow_up::words::{BEFORE_YOU_LEAVE, called, farewell, what};
use crate::domain::interview::round::{Round, RoundState};
use crate::domain::interview::sections::{Line, Section};
use crate::domain::interview::{Interview, Outcome, Promise, Sent, SentKind};
use crate::domain::rating::Rating;
use crate::text::words::capital;

/// What a row of the screen is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Is {
    /// An empty row.
    Gap,
    /// A heading.
    Heading,
    /// What is to be done now.
    Todo,
    /// One more answer to have ready.
    Prepare,
    /// Text.
    Plain,
    /// A dim remark.
    Remark,
    /// An event with its day.
    Event,
    /// A round, by its place.
    Round(usize),
    /// A line of a section, by its place among all lines.
    Line(usize),
}

/// One row of the screen, or several where its text is long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub is: Is,
    /// Its day, where it has one.
    pub when: String,
    /// Its text.
    pub text: String,
    /// What stands at its right.
    pub right: String,
    /// How it went.
    pub rating: Option<Rating>,
    /// Whether it is ticked; none without a box.
    pub ticked: Option<bool>,
}

impl Entry {
    pub(super) fn of(is: Is, text: impl Into<String>) -> Entry {
        Entry {
            is,
            when: String::new(),
            text: text.into(),
            right: String::new(),
            rating: None,
            ticked: None,
        }
    }

    /// Whether it can be selected.
    pub fn selectable(&self) -> bool {
        matches!(self.is, Is::Todo | Is::Prepare | Is::Round(_) | Is::Line(_))
    }
}

/// Who and what it is, and what is to be done.
pub(super) fn facts(one: &Interview, cx: &Context) -> Vec<Entry> {
    let mut entries = Vec::new();
    let role = one.role.clone();
    let via = one.via.as_ref().map(|via| format!("via {via}"));
    let facts: Vec<String> = [role, via].into_iter().flatten().collect();
    if !facts.is_empty() {
        entries.push(Entry::of(Is::Plain, facts.join(" · ")));
    }
    let people = one.people.iter().map(|person| match &person.role {
        Some(role) => format!("{} ({role})", person.name),
        None => person.name.clone(),
    });
    let people: Vec<String> = people.collect();
    if !people.is_empty() {
        entries.push(Entry::of(Is::Plain, people.join(" · ")));
    }
    let row = cx.overview.meetings.row(&one.path);
    // A round that comes with its day stands just below.
    let comes = |row: &&Row| row.follow_up.state == State::Coming && row.follow_up.due.is_some();
    if let Some(row) = row.filter(|row| row.to_debrief.is_some() || !comes(row)) {
        if row.to_debrief.is_some() {
            entries.push(Entry::of(Is::Todo, "Write down how it went, three minutes"));
        } else {
            let is = if row.group == Group::Now { Is::Todo } else { Is::Plain };
            entries.push(Entry::of(is, capital(&what(one, &row.follow_up))));
            entries.extend(row.truth.map(|truth| Entry::of(Is::Remark, truth)));
        }
    }
    if let Some(farewell) = row.and_then(|row| farewell(one, &row.follow_up)) {
        if !farewell.good.is_empty() {
            let good = format!("What was good: {}.", farewell.good.join(" · "));
            entries.push(Entry::of(Is::Remark, good));
        }
        let next = cx.overview.meetings.next.as_deref();
        let next = next.unwrap_or("a drill, d on Today");
        entries.push(Entry::of(Is::Remark, format!("What comes next: {next}.")));
    }
    entries
}

/// What comes, and what happened.
pub(super) fn timeline(one: &Interview, cx: &Context) -> (Vec<Entry>, Vec<Entry>) {
    let mut way = Way {
        cx,
        to_come: Vec::new(),
        behind: Vec::new(),
    };
    if let Some(applied) = one.applied {
        way.day(applied, "you applied".to_owned());
    }
    for (place, round) in one.rounds.iter().enumerate() {
        way.round(place, round);
    }
    for sent in &one.sent {
        way.sent(sent);
    }
    if let Some(promise) = &one.promised {
        way.promised(promise);
    }
    if let Some(closed) = one.closed {
        let word = match one.outcome {
            Outcome::Open => "open again",
            Outcome::Offer => "they made an offer",
            Outcome::Rejected => "they said no",
            Outcome::Withdrawn => "you withdrew",
            Outcome::Cold => "no answer came",
        };
        way.day(closed, word.to_owned());
    }
    (in_order(way.to_come), in_order(way.behind))
}

/// Entries with the moment they stand at; none where nobody knows it yet.
type Dated = Vec<(Option<Timestamp>, Entry)>;

fn in_order(mut rows: Dated) -> Vec<Entry> {
    rows.sort_by_key(|(at, _)| (at.is_none(), *at));
    rows.into_iter().map(|(_, entry)| entry).collect()
}

fn event(when: String, text: String) -> Entry {
    Entry {
        when,
        ..Entry::of(Is::Event, text)
    }
}

/// The way of an interview so far, and as far as it is known to go on.
struct Way<'a> {
    cx: &'a Context<'a>,
    to_come: Dated,
    behind: Dated,
}

impl Way<'_> {
    fn midnight(&self, date: Date) -> Timestamp {
        EventTime::day(date).begins(&self.cx.workspace.zone)
    }

    fn day_words(&self, date: Date) -> String {
        day_near(date, self.cx.workspace.today)
    }

    /// Something of a day that has been.
    fn day(&mut self, date: Date, text: String) {
        self.behind
            .push((Some(self.midnight(date)), event(self.day_words(date), text)));
    }

    fn round(&mut self, place: usize, round: &Round) {
        let (zone, today, now) = (&self.cx.workspace.zone, self.cx.workspace.today, self.cx.now.wall);
        let at = round.at.as_ref();
        let right = match round.state {
            RoundState::Cancelled => "cancelled".to_owned(),
            RoundState::Done => "done".to_owned(),
            RoundState::Planned if round.over(now, zone) => "not written down yet".to_owned(),
            RoundState::Planned => at.map(|at| ahead(at.local_day(zone), today)).unwrap_or_default(),
        };
        let when = at.map_or_else(|| "no date yet".to_owned(), |at| moment(at, zone, today));
        let entry = Entry {
            when,
            right,
            ..Entry::of(Is::Round(place), round_words(round))
        };
        let side = if round.to_come(now, zone) {
            &mut self.to_come
        } else {
            &mut self.behind
        };
        side.push((round.begins(zone), entry));
    }

    fn sent(&mut self, sent: &Sent) {
        let zone = &self.cx.workspace.zone;
        let words = match sent.what {
            SentKind::ThankYou => "you thanked them",
            SentKind::Nudge => "you asked for news",
        };
        let when = self.day_words(sent.at.local_day(zone));
        self.behind
            .push((Some(sent.at.begins(zone)), event(when, words.to_owned())));
    }

    fn promised(&mut self, promise: &Promise) {
        let today = self.cx.workspace.today;
        let who = promise.who.as_ref();
        let who = who.map(|who| format!(", said {}", called(who))).unwrap_or_default();
        if promise.by < today {
            return self.day(promise.by, format!("their answer was due{who}"));
        }
        let entry = Entry {
            right: ahead(promise.by, today),
            ..event(self.day_words(promise.by), format!("their answer is due{who}"))
        };
        self.to_come.push((Some(self.midnight(promise.by)), entry));
    }
}

/// What to ask before leaving a round, so that there is a date to wait for.
pub(super) fn to_ask(round: &Round, cx: &Context) -> Vec<Entry> {
    let ask = BEFORE_YOU_LEAVE.iter().filter(|_| round.kind.talks_of_deciding());
    let ask = ask.filter_map(|id| cx.workspace.library.question(id));
    ask.map(|question| Entry::of(Is::Plain, question.ask.clone())).collect()
}

/// What is prepared for a round to come, and what was told there already.
pub(super) fn prepared(one: &Interview, cx: &Context) -> Vec<Entry> {
    let mut entries = section(one, Section::Prepared, cx);
    entries.push(Entry::of(Is::Prepare, "+ an answer you will have ready"));
    let told = cx.workspace.told_there(one);
    let titles = told.iter().filter_map(|id| cx.workspace.library.answer(id));
    let titles: Vec<&str> = titles.map(|answer| answer.title.as_str()).collect();
    if !titles.is_empty() {
        let says = format!("They heard already: {}", titles.join(" · "));
        entries.push(Entry::of(Is::Remark, says));
    }
    entries
}

pub(super) fn section(one: &Interview, section: Section, cx: &Context) -> Vec<Entry> {
    let lines = one.lines.iter().enumerate().filter(|(_, line)| line.section == section);
    let entry = |(place, line): (usize, &Line)| Entry {
        right: Some(tied_to(line, &cx.workspace.library))
            .filter(|tied| *tied != line.text)
            .unwrap_or_default(),
        rating: line.rating(),
        ticked: line.ticked,
        ..Entry::of(Is::Line(place), line.text.clone())
    };
    lines.map(entry).collect()
}
