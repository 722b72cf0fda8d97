//! Something a page loads: encoded and packed once, sent many times.

use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use brotli::enc::BrotliEncoderParams;
use petition_domain::receipt::to_hex;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// Half a second for everything; level 11 would take many and save a few per cent.
const QUALITY: i32 = 9;
/// The largest window that every browser accepts.
const WINDOW_BITS: i32 = 22;

/// Bytes of one address.
#[derive(Clone, Debug)]
pub struct Asset {
    plain: Bytes,
    /// With brotli, where that is smaller.
    packed: Option<Bytes>,
    /// Of the plain bytes, without quotes.
    hash: String,
}

/// Why something cannot be sent.
#[derive(Debug, thiserror::Error)]
pub enum AssetError {
    /// It cannot be encoded.
    #[error(transparent)]
    Encode(#[from] postcard::Error),
    /// It cannot be packed.
    #[error(transparent)]
    Pack(#[from] std::io::Error),
}

impl Asset {
    /// Encodes and packs `value`.
    pub fn of(value: &impl Serialize) -> Result<Self, AssetError> {
        let plain = postcard::to_allocvec(value)?;
        let hash: [u8; 32] = Sha256::digest(&plain).into();
        let mut packed = Vec::new();
        let how = BrotliEncoderParams {
            quality: QUALITY,
            lgwin: WINDOW_BITS,
            ..BrotliEncoderParams::default()
        };
        brotli::BrotliCompress(&mut plain.as_slice(), &mut packed, &how)?;
        let packed = (packed.len() < plain.len()).then(|| packed.into());
        let hash = to_hex(&hash).chars().take(32).collect();
        Ok(Self { plain: plain.into(), packed, hash })
    }

    /// The answer to a request with `headers`.
    pub fn answer(&self, headers: &HeaderMap) -> Response {
        let packed = self.packed.as_ref().filter(|_| takes_brotli(headers));
        let mut told = HeaderMap::new();
        told.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        // What is packed is another sequence of bytes and needs a tag of its own.
        let tag = format!("\"{}{}\"", self.hash, if packed.is_some() { "-br" } else { "" });
        // Hexadecimal digits are always a header.
        if let Ok(tag) = HeaderValue::try_from(tag) {
            told.insert(header::ETAG, tag);
        }
        if self.is_known(headers) {
            return (StatusCode::NOT_MODIFIED, told).into_response();
        }
        let octets = HeaderValue::from_static("application/octet-stream");
        told.insert(header::CONTENT_TYPE, octets);
        if packed.is_some() {
            told.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        (told, packed.unwrap_or(&self.plain).clone()).into_response()
    }

    /// Whether the client holds this content, packed or not.
    fn is_known(&self, headers: &HeaderMap) -> bool {
        words(headers, header::IF_NONE_MATCH).any(|tag| {
            let tag = tag.strip_prefix("W/").unwrap_or(tag).trim_matches('"');
            tag == "*" || tag.strip_suffix("-br").unwrap_or(tag) == self.hash
        })
    }
}

fn takes_brotli(headers: &HeaderMap) -> bool {
    words(headers, header::ACCEPT_ENCODING).any(|coding| {
        let (name, rest) = coding.split_once(';').unwrap_or((coding, ""));
        let weight = rest.trim().strip_prefix("q=").and_then(|q| q.trim().parse::<f32>().ok());
        name.trim().eq_ignore_ascii_case("br") && weight.is_none_or(|weight| weight > 0.0)
    })
}

/// The parts between commas of all headers called `name`.
fn words(headers: &HeaderMap, name: header::HeaderName) -> impl Iterator<Item = &str> {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(name: header::HeaderName, value: &'static str) -> HeaderMap {
        HeaderMap::from_iter([(name, HeaderValue::from_static(value))])
    }

    #[test]
    fn brotli_goes_to_those_who_take_it() {
        for (value, takes) in [
            ("br", true),
            ("gzip, deflate, BR;q=0.5", true),
            ("gzip;q=1.0, br; q=0", false),
            ("gzip, brr", false),
            ("*", false),
        ] {
            assert_eq!(takes_brotli(&with(header::ACCEPT_ENCODING, value)), takes, "{value}");
        }
    }
}
