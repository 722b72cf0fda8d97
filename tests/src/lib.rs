//! Helpers of the end-to-end tests: the real server, real Chromium, fingers.
//!
//! [`stage::run`] sets up one test; [`story`] says who comes to the kiosk with what; [`walk`] takes
//! that person through the pages; [`tour`] shows every screen once. Journeys, idle clock, markers,
//! accessibility and gallery all go by these.

pub mod access;
pub mod axe;
pub mod browser;
pub mod files;
pub mod guard;
pub mod intercept;
pub mod keys;
pub mod kiosk;
pub mod machine;
pub mod page;
pub mod paper;
pub mod phone;
pub mod places;
pub mod pool;
pub mod report;
pub mod server;
pub mod stage;
pub mod story;
pub mod touch;
pub mod tour;
pub mod traces;
pub mod typist;
pub mod walk;
