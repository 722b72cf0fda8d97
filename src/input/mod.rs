//! The keyboard on the screen: drawing, pinyin, digits, letters, for machines that have no other.
//!
//! A program of its own, which the kiosk loads when somebody touches the first field, or while
//! nobody is there. It writes into whatever field has the focus and needs to know nothing of the
//! pages; a page only keeps a place for it (`#keys`). The engines read in a worker.

mod board;
mod choices;
mod draw;
pub mod engine;
mod field;
mod follow;
mod keys;
mod pad;
mod press;
pub mod protocol;
mod rows;
mod typing;
mod worker;

pub use follow::start;
