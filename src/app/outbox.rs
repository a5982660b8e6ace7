//! Events on their way to the disk: kept until the disk has them, tried again while it has not.

use std::sync::Arc;
use std::time::Duration;

use super::effect::{DiskEffect, Effect};
use crate::domain::clock::Moment;
use crate::domain::history::bounds::Shortened;
use crate::domain::history::event::{Event, EventKind, EventMeta};
use crate::domain::id::EventId;
use crate::domain::new_ids::NewIds;

/// How long after a failure the disk is tried again.
const RETRY: Duration = Duration::from_secs(5);

/// Events not yet on the disk.
#[derive(Debug)]
pub struct Outbox {
    device: Arc<str>,
    run: Arc<str>,
    ids: NewIds,
    n: u64,
    pending: Vec<Event>,
    on_its_way: bool,
    /// Whether something was written down since it was last sent.
    unsent: bool,
    failed: Option<(String, Duration)>,
    /// What was too long, until it is told.
    shortened: Option<Shortened>,
    /// Everything this run wrote down, until the log of the earlier runs is read.
    early: Option<Vec<Event>>,
}

impl Outbox {
    /// Nothing written yet, for a run on a device.
    pub fn new(device: Arc<str>, run: Arc<str>) -> Outbox {
        Outbox {
            ids: NewIds::new(&run, 0),
            device,
            run,
            n: 0,
            pending: Vec::new(),
            on_its_way: false,
            unsent: false,
            failed: None,
            shortened: None,
            early: Some(Vec::new()),
        }
    }

    /// What was too long since it was last asked for, for a front end without notices.
    pub fn take_shortened(&mut self) -> Option<Shortened> {
        self.shortened.take()
    }

    /// Whether an event is on the disk.
    pub fn saved(&self, id: &EventId) -> bool {
        !self.pending.iter().any(|event| event.meta.id == *id)
    }

    /// Attempts the disk has refused so far, and why.
    pub fn not_saved(&self) -> Option<(usize, &str)> {
        let (reason, _) = self.failed.as_ref()?;
        let attempts = self
            .pending
            .iter()
            .filter(|event| matches!(event.kind, EventKind::Attempt(_) | EventKind::Sprint(_)))
            .count();
        (!self.pending.is_empty()).then_some((attempts.max(1), reason.as_str()))
    }

    /// When it is to be tried again.
    pub fn wake_in(&self, now: Moment) -> Option<Duration> {
        let (_, at) = self.failed.as_ref()?;
        (!self.pending.is_empty() && !self.on_its_way).then(|| (*at + RETRY).saturating_sub(now.elapsed))
    }

    /// A new event's id.
    pub fn new_id(&mut self, now: Moment) -> EventId {
        self.ids.event(now.wall)
    }

    /// A new answer's id.
    pub fn new_answer_id(&mut self, now: Moment) -> String {
        self.ids.answer(now.wall)
    }

    fn meta(&mut self, id: EventId, off: i32, now: Moment) -> EventMeta {
        self.n += 1;
        let t = jiff::Timestamp::from_millisecond(now.wall.as_millisecond()).unwrap_or(now.wall);
        EventMeta {
            t,
            dev: self.device.clone(),
            run: self.run.clone(),
            n: self.n,
            id,
            off,
        }
    }

    /// Writes something down, as far as it fits a line of the log; it is sent with the next flush. Answers with the event,
    /// and with what was too long.
    pub(super) fn write_down(
        &mut self,
        id: EventId,
        kind: EventKind,
        off: i32,
        now: Moment,
    ) -> (Event, Option<Shortened>) {
        let (kind, shortened) = kind.bounded();
        let meta = self.meta(id, off, now);
        let mut event = Event { meta, kind };
        if let EventKind::Attempt(attempt) = &mut event.kind {
            attempt.t = event.meta.t;
        }
        if let Some(early) = self.early.as_mut() {
            early.push(event.clone());
        }
        self.pending.push(event.clone());
        self.unsent = true;
        self.shortened = shortened.or(self.shortened.take());
        (event, shortened)
    }

    /// Sends what was written down since the last time, as one, with what is not on the disk yet; none where there is
    /// nothing new, or something is on its way.
    pub fn flush(&mut self) -> Option<Effect> {
        self.unsent.then(|| self.send())?
    }

    fn send(&mut self) -> Option<Effect> {
        if self.pending.is_empty() || self.on_its_way {
            return None;
        }
        self.on_its_way = true;
        self.unsent = false;
        Some(Effect::Disk(DiskEffect::Log(self.pending.clone())))
    }

    /// Adds what this run wrote down to a history read from a disk that may not have it yet.
    pub fn replay(&mut self, history: &mut crate::domain::history::History) {
        for event in self.early.take().into_iter().flatten() {
            history.add(event);
        }
    }

    /// The disk has these; what came since is sent.
    pub fn logged(&mut self, ids: &[EventId]) -> Option<Effect> {
        self.on_its_way = false;
        self.failed = None;
        self.pending.retain(|event| !ids.contains(&event.meta.id));
        self.send()
    }

    /// The disk refused.
    pub fn refused(&mut self, reason: String, now: Moment) {
        self.on_its_way = false;
        self.failed = Some((reason, now.elapsed));
    }

    /// Tries again after a failure: at any key, or when it is time.
    pub fn try_again(&mut self, now: Moment, key: bool) -> Option<Effect> {
        let (_, at) = self.failed.as_ref()?;
        if key || now.elapsed >= *at + RETRY {
            self.send()
        } else {
            None
        }
    }
}
