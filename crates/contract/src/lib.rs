//! What goes over the wire between front end, server and agent: types, error codes, paths.

pub mod hall;
pub mod matter;
pub mod paths;
pub mod problem;

pub use hall::{Category, GuideFacts, HallView, PrivacyNotice};
pub use matter::{
    AttachmentView, CallRequest, CallView, DraftBlob, MatterView, OpenRequest, QueryRequest,
    Receipt, StageView, SubmitRequest,
};
pub use problem::{Code, FieldProblem, ProblemDetails};
