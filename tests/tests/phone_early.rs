//! What the phone derives before its program is there is what the server expects.

use anyhow::{Result, ensure};
use petition_domain::receipt::{QrSecret, to_hex};
use petition_tests::page::Shape;
use petition_tests::phone::{NOBODYS_SECRET, Phone, qr_text};
use petition_tests::server::Hall;
use petition_tests::stage::{self, Stage};
use petition_tests::story;
use petition_text::Lang;
use serde_json::json;

/// Takes the browser's cryptography away, as an old phone or a page without TLS does.
const WITHOUT_CRYPTOGRAPHY: &str =
    "Object.defineProperty(Crypto.prototype, 'subtle', { get: () => undefined });";

/// Secrets as they come: whole, in lower case, with look-alikes and with what messengers append.
fn fragments() -> Vec<String> {
    let mut fragments = Vec::new();
    for byte in [0_u8, 1, 0x5a, 0xa5, 0xff] {
        let bytes = std::array::from_fn(|at| byte.wrapping_mul(u8::try_from(at).unwrap_or(0) | 1));
        let secret = QrSecret::from_bytes(bytes);
        let text = secret.as_str();
        fragments.push(format!("#{text}"));
        fragments.push(format!("#{}&appinstall=0", text.to_lowercase()));
        fragments.push(format!("{}?from=x", text.replace('0', "o").replace('1', "l")));
        fragments.push(format!("#{}{text}", text.replace('0', "O").replace('1', "I")));
    }
    // None of these holds a secret.
    for text in [
        "",
        "#",
        "#abc",
        "#%E4%BD%A0",
        "#UUUUUUUUUUUUUUUUUUUUUUUUUU",
        "#ıııııııııııııııııııııııııı",
    ] {
        fragments.push(text.to_owned());
    }
    fragments
}

async fn derives_as_the_domain_does(stage: &Stage, phone: &Phone) -> Result<()> {
    let fragments = fragments();
    let function = "async (fragments) => { \
        const script = document.querySelector('script[src*=phone-early]'); \
        const early = await import(script.src); \
        return Promise.all(fragments.map((fragment) => early.lookup(fragment))); }";
    let derived: Vec<String> = phone.page.call(function, json!([fragments])).await?;
    for (fragment, derived) in fragments.iter().zip(&derived) {
        let secret = QrSecret::parse(fragment).unwrap_or_else(|| QrSecret::from_bytes([0; 17]));
        assert_eq!(*derived, to_hex(&secret.lookup()), "{fragment}");
    }
    ensure!(derived.len() == fragments.len());
    ensure!(QrSecret::parse(NOBODYS_SECRET).is_some());
    // And it opens a matter.
    let mint = stage.server.submit(1, story::individual_claim().submission, Lang::Zh).await?;
    phone.scan_again(&qr_text(stage, &mint.secret)).await
}

#[test]
fn the_browser_derives_as_the_domain_does() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let url = format!("{}/q", stage.server.url);
        let phone = Phone::open(stage, Shape::PHONE, &url).await?;
        phone.on("form").await?;
        derives_as_the_domain_does(stage, &phone).await
    })
}

#[test]
fn an_old_browser_derives_the_same() -> Result<()> {
    stage::run(&Hall::default(), async |stage| {
        let url = format!("{}/q", stage.server.url);
        let phone = Phone::open(stage, Shape::PHONE, "about:blank").await?;
        phone.page.run_first(WITHOUT_CRYPTOGRAPHY).await?;
        phone.page.goto(&url).await?;
        phone.on("form").await?;
        derives_as_the_domain_does(stage, &phone).await
    })
}
