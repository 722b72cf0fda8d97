//! The server as a client sees it.

mod bad_input;
mod command;
mod config;
mod drafts;
mod files;
mod openapi;
mod retry;
mod status;
mod storage;
mod submit;
mod support;
mod uploads;
