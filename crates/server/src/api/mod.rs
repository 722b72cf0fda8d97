//! The HTTP API under `/api/v1`: one file a resource.

pub mod attachments;
pub mod body;
mod calls;
mod drafts;
mod hall;
pub mod health;
mod id;
pub mod limit;
mod matters;
pub mod openapi;
pub mod problem;
pub mod status;
mod view;

pub use drafts::DRAFT_SECONDS;
pub use matters::prepare;
