//! The front end of a petition reception hall: one library, an entry each for kiosk, guide, keyboard and phone.

pub mod client;
pub mod components;
pub mod device;
pub mod guide;
pub mod input;
pub mod kiosk;
pub mod phone;
pub mod session;
