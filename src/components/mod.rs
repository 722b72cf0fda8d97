//! Parts that pages are built from.

pub mod button;
pub mod choice;
pub mod division;
pub mod errors;
pub mod field;
pub mod icon;
pub mod overlay;
pub mod paragraph;
pub mod qr;
