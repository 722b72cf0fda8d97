//! What the machine offers: the page, the camera, the printer.

pub mod camera;
pub mod dom;
