//! Every visible word, in zh-CN and en, for kiosk, phone and server pages.
//!
//! A key without its translation does not compile. Two pseudo-languages, made from the English, show
//! in tests that no word on a screen was written anywhere else.

mod card;
mod common;
mod date;
mod fault;
mod help;
mod keys;
mod kiosk;
mod lang;
mod matter;
mod phone;
mod pseudo;

pub use card::Card;
pub use common::Common;
pub use date::{day, day_in_year, moment};
pub use fault::{Mend, field_label, sentence};
pub use help::{Help, span};
pub use keys::Keys;
pub use kiosk::{Guide, Kiosk, Options};
pub use lang::{Lang, Word, fill};
pub use matter::{
    Timeline, clock_sentence, event_detail, event_title, next_step, outcome, path_name, purpose,
    refusal, stage,
};
pub use phone::Phone;

#[cfg(test)]
mod tests;
