//! Paths of the API. Nothing in a path identifies a matter or a person.

/// Where the API begins.
pub const API: &str = "/api/v1";
/// `GET`: what the front end must know about the hall.
pub const HALL: &str = "/api/v1/hall";
/// `POST` with `Idempotency-Key`: submits a matter.
pub const MATTERS: &str = "/api/v1/matters";
/// `PUT`, `DELETE` on `/{id}`: an upload that waits for its submission.
pub const ATTACHMENTS: &str = "/api/v1/attachments";
/// `PUT`, `GET`, `DELETE` on `/{id}`: a sealed draft, kept for a reload.
pub const DRAFTS: &str = "/api/v1/drafts";
/// `POST`: opens a matter by what the QR secret derives.
pub const STATUS_OPEN: &str = "/api/v1/status/open";
/// `POST`: stage and dates by number and stretched query code.
pub const STATUS_QUERY: &str = "/api/v1/status/query";
/// `POST`: rings for staff.
pub const CALLS: &str = "/api/v1/calls";
/// `GET`: the description of all this.
pub const OPENAPI: &str = "/api/v1/openapi.json";
/// Ends a session: the answer clears the browser's storage and leads to the welcome page.
pub const RESET: &str = "/reset";
/// Header of `POST` [`MATTERS`]: 32 hexadecimal digits, minted when the draft begins.
pub const IDEMPOTENCY_KEY: &str = "idempotency-key";
