//! The rules of petition matters (信访事项): what may be asked, what is valid, which clock runs.
//!
//! No I/O, no clock, no randomness, no async. Time, random seeds and reference data are passed in;
//! the same code validates on a kiosk and on the server. Facts of law stand in `public/content`.

pub mod attachment;
pub mod channel;
pub mod clocks;
pub mod day;
pub mod division;
pub mod draft;
pub mod fault;
pub mod identity;
pub mod idle;
pub mod matter;
pub mod prose;
pub mod receipt;
pub mod span;
pub mod submission;
pub mod working_days;

pub use day::{Day, Moment};
pub use fault::{Fault, Field, PersonField, Problem};
