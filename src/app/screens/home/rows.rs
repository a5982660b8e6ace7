//! The rows of Home, from the top: what waits, what to do today, and where practice is wanted.

use crate::app::context::Context;
use crate::app::overview::Share;
use crate::app::overview::meetings::Row;
use crate::domain::category::Category;
use crate::domain::interview::agenda::Group;
use crate::domain::progress::standing::CategoryStatus;

/// One row that can be selected.
#[derive(Clone, Debug, PartialEq)]
pub enum HomeRow {
    /// Go on with a drill of today.
    GoOn {
        /// Questions left.
        left: usize,
        /// Questions it had.
        of: usize,
        /// Whether it was begun before noon.
        morning: bool,
    },
    /// Text that was typed and never saved.
    Draft {
        /// Of what: a title, or a file.
        what: String,
        /// When.
        when: String,
        /// How many there are.
        count: usize,
    },
    /// A round took place and nothing is written down about it.
    Debrief {
        /// The interview's file.
        path: String,
        /// What is to be done.
        says: String,
    },
    /// Something is to be written to a company.
    Owed {
        /// The interview's file.
        path: String,
        /// The company, and what to do.
        says: String,
        /// Why now.
        since: String,
    },
    /// The newest thing to do better, with something good before it.
    Keep {
        /// What was good.
        good: Option<String>,
        /// What to do better.
        better: String,
        /// Who said it, and when.
        from: String,
    },
    /// Today's drill.
    Today {
        /// Questions.
        questions: usize,
        /// Minutes.
        minutes: usize,
        /// The first categories it is about.
        about: Vec<Category>,
        /// What it is of the day.
        share: Share,
    },
    /// First run: three questions.
    Try,
    /// First run: notes.
    Bring,
    /// First run: an answer.
    Write,
    /// A category to practise.
    Practise(CategoryStatus),
}

impl HomeRow {
    /// What a row is known by, however its words change.
    pub(super) fn name(&self) -> (&'static str, String) {
        match self {
            HomeRow::GoOn { .. } => ("go on", String::new()),
            HomeRow::Draft { .. } => ("draft", String::new()),
            HomeRow::Debrief { path, .. } => ("debrief", path.clone()),
            HomeRow::Owed { path, .. } => ("owed", path.clone()),
            HomeRow::Keep { .. } => ("keep", String::new()),
            HomeRow::Today { .. } => ("today", String::new()),
            HomeRow::Try => ("try", String::new()),
            HomeRow::Bring => ("bring", String::new()),
            HomeRow::Write => ("write", String::new()),
            HomeRow::Practise(standing) => ("practise", standing.category.id().to_owned()),
        }
    }
    /// Which rows stand together: a blank row is between groups, and none inside.
    pub fn group(&self) -> u8 {
        match self {
            HomeRow::Draft { .. } => 0,
            HomeRow::GoOn { .. } => 1,
            HomeRow::Today { .. } => 2,
            HomeRow::Debrief { .. } | HomeRow::Owed { .. } | HomeRow::Keep { .. } => 3,
            HomeRow::Try | HomeRow::Bring | HomeRow::Write => 4,
            HomeRow::Practise(_) => 5,
        }
    }

    /// The word for what Enter does with it.
    pub(super) fn word(&self) -> &'static str {
        match self {
            HomeRow::GoOn { .. } => "go on",
            HomeRow::Draft { .. } => "open it",
            HomeRow::Debrief { .. } => "write it down",
            HomeRow::Owed { .. } => "the message",
            HomeRow::Keep { .. } => "all feedback",
            HomeRow::Today { .. } | HomeRow::Try => "start",
            HomeRow::Bring => "bring notes",
            HomeRow::Write => "write",
            HomeRow::Practise(_) => "set up a drill",
        }
    }
}

/// Interviews that ask for something, listed on Home.
const OWED: usize = 3;

/// The rows of Home, from the top.
pub fn rows(cx: &Context) -> Vec<HomeRow> {
    let above = drafted(cx).into_iter().chain(go_on(cx));
    let waits = waiting(cx).chain(kept_in_mind(cx));
    if cx.workspace.first_run() {
        return above
            .chain(waits)
            .chain([HomeRow::Try, HomeRow::Bring, HomeRow::Write])
            .collect();
    }
    let order = cx.overview.neediest().into_iter();
    above
        .chain([today(cx)])
        .chain(waits)
        .chain(order.cloned().map(HomeRow::Practise))
        .collect()
}

/// Today's drill.
fn today(cx: &Context) -> HomeRow {
    let ids = &cx.overview.today;
    let mut about: Vec<Category> = Vec::new();
    for question in ids.iter().filter_map(|id| cx.workspace.library.question(id)) {
        if !about.contains(&question.category) {
            about.push(question.category);
        }
    }
    about.truncate(3);
    HomeRow::Today {
        questions: ids.len(),
        minutes: (ids.len() * cx.workspace.settings.seconds_each()).div_ceil(60),
        about,
        share: cx.overview.share,
    }
}

/// What interviews ask for now: a round to write down, messages that are due.
fn waiting(cx: &Context) -> impl Iterator<Item = HomeRow> {
    let rows = cx.overview.meetings.rows.iter().filter(|row| row.group == Group::Now);
    let row = |row: &Row| match row.to_debrief {
        Some(_) => HomeRow::Debrief {
            path: row.path.clone(),
            says: format!("{}: {}", row.company, row.when),
        },
        None => HomeRow::Owed {
            path: row.path.clone(),
            says: format!("{}: {}", row.company, row.says),
            since: row.when.clone(),
        },
    };
    rows.take(OWED).map(row)
}

fn kept_in_mind(cx: &Context) -> Option<HomeRow> {
    let (good, open) = cx.overview.keep_in_mind();
    let open = open?;
    let on = open
        .day
        .map(|on| format!(", {}", on.strftime("%-d %b")))
        .unwrap_or_default();
    Some(HomeRow::Keep {
        good: good.map(|item| item.words.clone()),
        better: open.words.clone(),
        from: format!("{}{on}", open.company),
    })
}

fn drafted(cx: &Context) -> Option<HomeRow> {
    // Before the answers are read, nobody knows which of them a draft belongs to.
    let left = cx.workspace.drafts.first();
    let left = left.filter(|_| cx.workspace.all_read())?;
    Some(HomeRow::Draft {
        what: cx.workspace.drafted_what(left),
        when: cx.workspace.drafted_when(left),
        count: cx.workspace.drafts.len(),
    })
}

fn go_on(cx: &Context) -> Option<HomeRow> {
    let unended = cx.overview.unended.as_ref()?;
    let hour = cx.workspace.zone.clock(unended.t).hour();
    Some(HomeRow::GoOn {
        left: unended.left.len(),
        of: unended.begun.questions.len().max(unended.left.len()),
        morning: hour < 12,
    })
}
