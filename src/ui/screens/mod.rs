//! One picture a screen; folders as in `app/screens`.

pub(super) mod attempt;
pub(super) mod browse;
pub(super) mod drill;
pub(super) mod drill_setup;
pub(super) mod home;
pub(super) mod import;
pub(super) mod interviews;
pub(super) mod review;
pub(super) mod sprint;
pub(super) mod workbench;
