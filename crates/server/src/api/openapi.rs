//! The description of the API, and its parts that many operations share.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::Router;
use axum::http::header;
use axum::response::IntoResponse;
use axum::routing::get;
use petition_contract::problem::PROBLEM_JSON;
use petition_contract::{ProblemDetails, paths};
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};
use utoipa::openapi::{Content, KnownFormat, Ref, RefOr, Response, ResponseBuilder, SchemaFormat};
use utoipa::{IntoParams, IntoResponses, OpenApi, PartialSchema, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{attachments, calls, drafts, hall, matters, status};
use crate::app::App;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Petition reception hall",
        description = "Registers matters (信访事项) and lets their holders follow them. Every error is application/problem+json with a stable code.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    components(schemas(ProblemDetails))
)]
struct Description;

/// All operations of the API with their description.
fn described() -> OpenApiRouter<Arc<App>> {
    OpenApiRouter::with_openapi(Description::openapi())
        .routes(routes!(hall::hall))
        .routes(routes!(matters::submit))
        .routes(routes!(attachments::put_attachment, attachments::delete_attachment))
        .routes(routes!(drafts::keep_draft, drafts::fetch_draft, drafts::forget_draft))
        .routes(routes!(status::open_status))
        .routes(routes!(status::query_status))
        .routes(routes!(calls::call))
}

/// The description as the snapshot and `/api/v1/openapi.json` have it.
pub fn document() -> String {
    let (_, document) = described().split_for_parts();
    // Fails only for maps with keys that are no text, of which there are none.
    let mut text = serde_json::to_string_pretty(&document).unwrap_or_default();
    text.push('\n');
    text
}

/// The routes of the API.
pub fn router() -> Router<Arc<App>> {
    let (router, _) = described().split_for_parts();
    let document: Arc<str> = document().into();
    router.route(
        paths::OPENAPI,
        get(move || async move {
            ([(header::CONTENT_TYPE, "application/json")], document.to_string()).into_response()
        }),
    )
}

/// Errors of operations without a body.
pub struct Problems;

/// Errors of operations that take JSON.
pub struct JsonProblems;

/// The error of what is not there.
pub struct NotFound;

/// The error of an id that stands for something else.
pub struct Conflict;

impl IntoResponses for Problems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            ("400", "An id that is none"),
            ("429", "Too many tries"),
            ("503", "Busy or out of space"),
        ])
    }
}

impl IntoResponses for JsonProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[
            ("400", "Not JSON in UTF-8, or an id or key that is none"),
            ("413", "Too large"),
            ("415", "Another media type, or a file that is not taken"),
            ("422", "Another shape, or answers that are not valid"),
            ("429", "Too many tries"),
            ("503", "Busy or out of space"),
        ])
    }
}

impl IntoResponses for NotFound {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[("404", "No such thing, or not with this secret: the two are not told apart")])
    }
}

impl IntoResponses for Conflict {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        problems(&[("409", "The id stands for something else already")])
    }
}

fn problems(list: &[(&str, &str)]) -> BTreeMap<String, RefOr<Response>> {
    let one = |(status, description): &(&str, &str)| {
        let schema = Ref::from_schema_name("ProblemDetails");
        let response = ResponseBuilder::new()
            .description(*description)
            .content(PROBLEM_JSON, Content::new(Some(schema)))
            .build();
        ((*status).to_owned(), response.into())
    };
    list.iter().map(one).collect()
}

/// The id at the end of a path.
#[derive(IntoParams)]
#[into_params(parameter_in = Path)]
#[expect(dead_code, reason = "only describes the parameter")]
pub struct IdParam {
    /// 32 hexadecimal digits that the client minted.
    #[param(pattern = "^[0-9a-f]{32}$")]
    id: String,
}

/// The bytes of a file.
pub struct FileContent;

impl PartialSchema for FileContent {
    fn schema() -> RefOr<Schema> {
        let binary = SchemaFormat::KnownFormat(KnownFormat::Binary);
        ObjectBuilder::new().schema_type(Type::String).format(Some(binary)).into()
    }
}

impl ToSchema for FileContent {}
