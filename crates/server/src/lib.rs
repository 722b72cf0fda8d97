//! server

