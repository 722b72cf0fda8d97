//! The front end of a petition reception hall: one library, an entry each for kiosk and phone.

pub mod kiosk;
pub mod phone;
