//! The headers of every answer, by what the answer is. The connection loop adds them: a layer of
//! the router would cost each answer another box.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

/// What stands on every answer.
const ALWAYS: [(HeaderName, HeaderValue); 3] = [
    (
        header::STRICT_TRANSPORT_SECURITY,
        HeaderValue::from_static("max-age=63072000; includeSubDomains; preload"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
];

/// What stands on everything that a browser may show as a page or load into one.
const SHOWN: [(HeaderName, HeaderValue); 5] = [
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-embedder-policy"),
        HeaderValue::from_static("require-corp"),
    ),
    (header::REFERRER_POLICY, HeaderValue::from_static("no-referrer")),
    (HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, noarchive")),
    (
        HeaderName::from_static("reporting-endpoints"),
        HeaderValue::from_static(r#"csp="/csp-reports""#),
    ),
];

/// Pages of the front end. Two things differ: a form goes out from the phone's pages only.
macro_rules! page_policy {
    ($form_action:literal) => {
        concat!(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; ",
            "img-src 'self' blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; ",
            "worker-src 'self'; manifest-src 'self'; base-uri 'none'; object-src 'none'; ",
            "form-action ",
            $form_action,
            "; frame-ancestors 'none'; ",
            "require-trusted-types-for 'script'; trusted-types default; report-to csp"
        )
    };
}
const PAGE: HeaderValue = HeaderValue::from_static(page_policy!("'none'"));
const PHONE_PAGE: HeaderValue = HeaderValue::from_static(page_policy!("'self'"));
/// What is no page needs nothing at all.
const NOTHING: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");
macro_rules! permissions {
    ($camera:literal) => {
        concat!(
            "camera=",
            $camera,
            ", microphone=(), geolocation=(), display-capture=(), usb=(), ",
            "serial=(), hid=(), bluetooth=(), payment=(), clipboard-read=(), fullscreen=(self), ",
            "publickey-credentials-get=()"
        )
    };
}
const WITH_CAMERA: HeaderValue = HeaderValue::from_static(permissions!("(self)"));
const NO_CAMERA: HeaderValue = HeaderValue::from_static(permissions!("()"));

/// What an address is, as far as headers go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The kiosk's page.
    Kiosk,
    /// A page of the phone, with or without scripts.
    Phone,
    /// A file whose name holds a hash of its content.
    Hashed,
    /// Any other file.
    File,
    /// The API and all the rest.
    Api,
}

/// What `path` is.
pub fn kind(path: &str) -> Kind {
    match path {
        _ if path.starts_with("/api/") => Kind::Api,
        "/" => Kind::Kiosk,
        "/q" | "/q/" | "/Q" | "/q/plain" | "/q/status" => Kind::Phone,
        _ if path.starts_with("/g/") => Kind::Phone,
        "/healthz" | "/readyz" | "/csp-reports" => Kind::Api,
        // Named by what it is about, which may look like a hash.
        _ if path.starts_with("/content/guide/") => Kind::File,
        _ if is_hashed(path) => Kind::Hashed,
        _ => Kind::File,
    }
}

/// `kiosk-0123456789abcdef.wasm`
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, _)) = name.split_once('.') else { return false };
    let hash = stem.rsplit('-').next().unwrap_or_default();
    hash.len() < stem.len() && hash.len() >= 8 && hash.bytes().all(|b| b.is_ascii_hexdigit())
}

/// Adds the headers to an answer with `status`.
pub fn add(headers: &mut HeaderMap, kind: Kind, status: StatusCode) {
    headers.reserve(ALWAYS.len() + SHOWN.len() + 3);
    headers.extend(ALWAYS.map(|(name, value)| (Some(name), value)));
    let policy = match kind {
        Kind::Kiosk | Kind::Hashed | Kind::File => PAGE,
        Kind::Phone => PHONE_PAGE,
        Kind::Api => NOTHING,
    };
    headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    if kind != Kind::Api {
        headers.extend(SHOWN.map(|(name, value)| (Some(name), value)));
        let permissions = if kind == Kind::Kiosk { WITH_CAMERA } else { NO_CAMERA };
        headers.insert(PERMISSIONS, permissions);
    }
    let is_found = status.is_success() || status == StatusCode::NOT_MODIFIED;
    let cache = match kind {
        Kind::Hashed if is_found => "public, max-age=31536000, immutable",
        // Asked for anew each time, and mostly answered with 304.
        Kind::File if is_found => "no-cache",
        _ => "no-store",
    };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        assert!(is_hashed("/q/phone-0123456789abcdef.wasm"));
        assert!(is_hashed("/kiosk-0123456789abcdef.css"));
        for path in
            ["/boot.js", "/content/categories.json", "/content/a-b.json", "/deadbeef.js", "/"]
        {
            assert!(!is_hashed(path), "{path}");
        }
    }
}
