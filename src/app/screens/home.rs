//! The first screen: what to do today, and where practice is wanted.

use super::drill_setup::SetUp;
use crate::app::effect::Effect;
use crate::app::forms::value;
use crate::app::overview::meetings::Row;
use crate::app::planning::Order;
use crate::app::route::Route;
use crate::app::screens::interviews::form::SlipOf;
use crate::app::state::{AnyScreen, App, Share};
use crate::app::widgets::list::moved;
use crate::app::workspace::Read;
use crate::domain::category::Category;
use crate::domain::clock::Moment;
use crate::domain::interview::agenda::Group;
use crate::domain::progress::standing::{Standing, practise_next};
use crate::domain::saved_file::{DraftOf, LeftDraft};
use crate::keys::action::Action;

/// Which row is selected: the one that was gone to, wherever it stands by now; before that, the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    row: usize,
    chosen: Option<(&'static str, String)>,
}

impl Home {
    /// The place of the selected row among these: what is drawn as selected, and what Enter is about.
    pub fn place(&self, rows: &[HomeRow]) -> usize {
        let same = |row: &HomeRow| self.chosen.as_ref() == Some(&row.name());
        let place = rows.iter().position(same).unwrap_or(self.row);
        place.min(rows.len().saturating_sub(1))
    }

    /// Selects the row at a place among these.
    pub(in crate::app) fn go(&mut self, place: usize, rows: &[HomeRow]) {
        self.row = place;
        self.chosen = rows.get(place).map(HomeRow::name);
    }
}

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
    Practise(Standing),
}

impl HomeRow {
    /// What a row is known by, however its words change.
    fn name(&self) -> (&'static str, String) {
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
}

/// Interviews that ask for something, listed on Home.
const OWED: usize = 3;

/// Categories listed on Home.
const LISTED: usize = 8;

/// The order of the drill the first run offers.
pub fn first_order() -> Order {
    Order {
        name: "quick".to_owned(),
        count: 3,
        ..Order::default()
    }
}

impl App {
    /// The rows of Home, from the top.
    pub fn home_rows(&self) -> Vec<HomeRow> {
        if self.workspace.first_run() {
            let mut rows = vec![HomeRow::Try, HomeRow::Bring, HomeRow::Write];
            let before = self.drafted().into_iter().chain(self.go_on()).chain(self.waiting());
            rows.splice(0..0, before.chain(self.kept_in_mind()).collect::<Vec<_>>());
            return rows;
        }
        let questions = self.figures.today.len();
        let minutes = (questions * self.workspace.settings.seconds_each()).div_ceil(60);
        let mut about: Vec<Category> = Vec::new();
        for id in &self.figures.today {
            let category = self
                .workspace
                .library
                .question(id.as_str())
                .map(|question| question.category);
            about.extend(category.filter(|category| !about.contains(category)));
        }
        about.truncate(3);
        let practise = practise_next(&self.figures.standings);
        self.drafted()
            .into_iter()
            .chain(self.go_on())
            .chain([HomeRow::Today {
                questions,
                minutes,
                about,
                share: self.figures.share,
            }])
            .chain(self.waiting())
            .chain(self.kept_in_mind())
            .chain(practise.into_iter().take(LISTED).cloned().map(HomeRow::Practise))
            .collect()
    }

    /// What interviews ask for now: a round to write down, messages that are due.
    fn waiting(&self) -> Vec<HomeRow> {
        let rows = self.figures.meetings.rows.iter().filter(|row| row.group == Group::Now);
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
        rows.take(OWED).map(row).collect()
    }

    fn kept_in_mind(&self) -> Option<HomeRow> {
        let (good, open) = self.figures.keep_in_mind();
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

    fn drafted(&self) -> Option<HomeRow> {
        // Before the answers are read, nobody knows which of them a draft belongs to.
        let left = self.workspace.drafts.first();
        let left = left.filter(|_| self.workspace.read == Read::All)?;
        Some(HomeRow::Draft {
            what: self.drafted_what(left),
            when: self.drafted_when(left),
            count: self.workspace.drafts.len(),
        })
    }

    /// When something was typed that was never saved.
    pub(in crate::app) fn drafted_when(&self, left: &LeftDraft) -> String {
        let t = left.time.to_zoned(self.workspace.zone.clone());
        t.strftime("%a %-d %b %H:%M").to_string()
    }

    /// What it was typed into: a title, a company, a form, or a file.
    pub(in crate::app) fn drafted_what(&self, left: &LeftDraft) -> String {
        let about = |about: &str| {
            let mut answers = self.workspace.library.answers().iter();
            let answer = answers.find(|answer| answer.path == about || answer.id.as_str() == about);
            let title = answer.map(|answer| format!("\"{}\"", answer.title));
            title.or_else(|| self.interview(about).map(|one| one.company.clone()))
        };
        match &left.of {
            DraftOf::Answer(path) => about(path).unwrap_or_else(|| path.clone()),
            DraftOf::New(_) => "a new answer".to_owned(),
            DraftOf::Form { name, about: it } => {
                let words = match name.as_str() {
                    "question" => "a question of your own".to_owned(),
                    "partner" => "how a partner rated it".to_owned(),
                    name => SlipOf::named(name).map_or_else(|| name.to_owned(), |of| of.words()),
                };
                let company = value(&left.text, "company").filter(|company| it.is_empty() && !company.is_empty());
                match (about(it), company) {
                    (Some(it), _) => format!("{it}, {words}"),
                    (None, Some(company)) => format!("{words}, {company}"),
                    (None, None) => words,
                }
            }
        }
    }

    fn go_on(&self) -> Option<HomeRow> {
        let unended = self.figures.unended.as_ref()?;
        let hour = unended.t.to_zoned(self.workspace.zone.clone()).hour();
        Some(HomeRow::GoOn {
            left: unended.left.len(),
            of: unended.begun.questions.len().max(unended.left.len()),
            morning: hour < 12,
        })
    }

    /// All categories, in the order to practise them.
    pub fn practise_next(&self) -> Vec<&Standing> {
        practise_next(&self.figures.standings)
    }

    /// The selected row of Home, where that is in front.
    pub(in crate::app) fn home_row(&self) -> Option<HomeRow> {
        let Some(AnyScreen::Home(home)) = self.screens.last() else {
            return None;
        };
        let mut rows = self.home_rows();
        let place = home.place(&rows);
        (place < rows.len()).then(|| rows.swap_remove(place))
    }

    pub(in crate::app) fn move_on_home(&mut self, action: Action) {
        let (page, rows) = (self.viewport.rows, self.home_rows());
        if let Some(AnyScreen::Home(home)) = self.screens.last_mut() {
            home.go(moved(home.place(&rows), rows.len(), page, action), &rows);
        }
    }

    pub(in crate::app) fn open_home_row(&mut self, now: Moment) -> Vec<Effect> {
        let Some(row) = self.home_row() else {
            return Vec::new();
        };
        match row {
            HomeRow::GoOn { .. } => match self.figures.unended.clone() {
                Some(unended) => self.begin(&Order::going_on(&unended), now),
                None => Vec::new(),
            },
            HomeRow::Today { .. } => self.begin(&Order::todays(&self.context()), now),
            HomeRow::Try => self.begin(&first_order(), now),
            HomeRow::Bring => self.open(Route::Import, now),
            HomeRow::Write => {
                self.new_answer(None, now);
                Vec::new()
            }
            HomeRow::Draft { .. } => self.open_draft(0, now),
            HomeRow::Debrief { path, .. } => {
                self.open_debrief(&path, now);
                Vec::new()
            }
            HomeRow::Owed { path, .. } => {
                self.open_letter(&path);
                Vec::new()
            }
            HomeRow::Keep { .. } => {
                self.open_feedback();
                Vec::new()
            }
            HomeRow::Practise(standing) => {
                self.screens.push(AnyScreen::SetUp(SetUp::for_category(
                    &self.workspace.settings,
                    Some(standing.category),
                )));
                Vec::new()
            }
        }
    }
}
