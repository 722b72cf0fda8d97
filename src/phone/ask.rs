//! Asking the server, and what may come of it.

use gloo_net::http::Request;
use petition_contract::paths;
use petition_domain::identity::to_plain;

/// Why there is nothing to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Wrong, unknown, revoked or malformed: not told apart.
    NotFound,
    /// No connection.
    Offline,
    /// Too many tries.
    TooMany,
    /// The server has too much to do.
    Busy,
    /// Anything else.
    Unexpected,
}

impl Trouble {
    /// What an HTTP status other than 200 means here.
    pub const fn of_status(status: u16) -> Self {
        match status {
            400 | 404 | 422 => Self::NotFound,
            429 => Self::TooMany,
            503 => Self::Busy,
            _ => Self::Unexpected,
        }
    }
}

/// The body of a good answer, or why there is none.
pub type Answer = Result<String, Trouble>;

/// Opens a matter by what its secret derives.
pub async fn open(lookup: &str) -> Answer {
    post(paths::STATUS_OPEN, open_body(lookup)).await
}

/// Asks for the stage by number, as typed, and stretched code.
pub async fn query(number: &str, stretched: &str) -> Answer {
    post(paths::STATUS_QUERY, query_body(number, stretched)).await
}

async fn post(path: &str, body: String) -> Answer {
    let request = Request::post(path)
        .header("content-type", "application/json")
        .body(body)
        .map_err(|_| Trouble::Unexpected)?;
    let response = request.send().await.map_err(|_| Trouble::Offline)?;
    match response.status() {
        200 => response.text().await.map_err(|_| Trouble::Offline),
        status => Err(Trouble::of_status(status)),
    }
}

/// `OpenRequest`; written by hand because serde would be half of this file's code. Nothing in it
/// needs escaping.
fn open_body(lookup: &str) -> String {
    ["{\"lookup\":\"", lookup, "\"}"].concat()
}

/// `QueryRequest`. What is no digit cannot be part of a number and is not sent.
fn query_body(number: &str, stretched: &str) -> String {
    let digits: String = to_plain(number).chars().filter(char::is_ascii_digit).take(20).collect();
    ["{\"number\":\"", &digits, "\",\"stretched_code\":\"", stretched, "\"}"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use petition_contract::{OpenRequest, QueryRequest};

    #[test]
    fn bodies_are_what_the_contract_asks_for() {
        let lookup = "0af3".repeat(16);
        let open: OpenRequest = serde_json::from_str(&open_body(&lookup)).unwrap();
        assert_eq!(open, OpenRequest { lookup: lookup.clone() });
        for (typed, number) in [
            ("4837 2910 6475 31", "48372910647531"),
            ("４８３７-2910", "48372910"),
            ("\"}\u{0}\\", ""),
        ] {
            let query: QueryRequest = serde_json::from_str(&query_body(typed, &lookup)).unwrap();
            assert_eq!(query.number, number);
            assert_eq!(query.stretched_code, lookup);
        }
    }

    #[test]
    fn what_is_malformed_looks_like_what_is_unknown() {
        assert_eq!(Trouble::of_status(400), Trouble::of_status(404));
        assert_eq!(Trouble::of_status(422), Trouble::of_status(404));
        assert_eq!(Trouble::of_status(500), Trouble::Unexpected);
    }
}
