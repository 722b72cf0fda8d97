//! Small changes to a page's HTML.

use std::path::Path;

use anyhow::{Context, Result};

/// Elements at which a browser does not look at a hash. At a preload it even complains.
const UNCHECKED: &[&str] = &["as=\"fetch\"", "rel=\"icon\""];

/// Adds the hash of `name` to every element that loads it. A program is named by the script that
/// fetches it and hands over the hash it finds beside the name.
pub fn with_integrity(html: &str, name: &str, integrity: &str) -> String {
    let is_program = Path::new(name).extension().is_some_and(|extension| extension == "wasm");
    let attribute = if is_program { "data-integrity" } else { "integrity" };
    let mut out = String::with_capacity(html.len() + integrity.len());
    for (i, part) in html.split('<').enumerate() {
        if i > 0 {
            out.push('<');
        }
        let tag = part.split('>').next().unwrap_or_default();
        let is_checked = tag.contains(name) && !UNCHECKED.iter().any(|kind| tag.contains(kind));
        match part.split_once(' ') {
            Some((element, rest)) if is_checked => {
                out.extend([element, " ", attribute, "=\"", integrity, "\" ", rest]);
            }
            _ => out.push_str(part),
        }
    }
    out
}

/// Drops comments and the line ends between elements: they are for us, not for a phone.
pub fn without_comments(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    out.push_str(rest);
    out.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The page with `program` in it instead of the addresses of `name`; `boot.js` unpacks it.
pub fn carrying(html: &str, name: &str, program: &[u8]) -> Result<String> {
    let mut out = String::with_capacity(html.len() + program.len() * 2);
    for (i, part) in html.split('<').enumerate() {
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        if tag.starts_with("link ") && tag.contains(name) {
            out.push_str(rest);
            continue;
        }
        if i > 0 {
            out.push('<');
        }
        if tag.contains(name) {
            let kept = tag.split(' ').filter(|attribute| !attribute.starts_with("data-"));
            out.push_str(&kept.collect::<Vec<_>>().join(" "));
            out.extend([">", rest]);
        } else {
            out.push_str(part);
        }
    }
    let (before, after) = out.rsplit_once("</body>").context("a page has a body")?;
    let text = as_text(program);
    Ok(format!(
        "{before}<script type=\"application/wasm\" id=\"program\">{text}</script></body>{after}"
    ))
}

/// A character a byte, which packs as well as the bytes. Three that HTML would change or could
/// take for markup get a character of their own.
fn as_text(bytes: &[u8]) -> String {
    let one = |byte: &u8| match byte {
        0 => '\u{100}',
        b'\r' => '\u{101}',
        b'<' => '\u{102}',
        other => char::from(*other),
    };
    bytes.iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<link rel="stylesheet" href="/a-1.css"/><link rel="icon" href="/a-5.svg">
<script type="module" src="/a-2.js" data-wasm="/a-3.wasm"></script>
<link rel="preload" as="fetch" href="/a-3.wasm"><p>a-1.css</p>"#;

    #[test]
    fn every_loader_is_guarded_and_nothing_else_changes() {
        let mut html = PAGE.to_owned();
        for name in ["a-1.css", "a-2.js", "a-3.wasm", "a-5.svg"] {
            html = with_integrity(&html, name, &format!("#{name}"));
        }
        assert_eq!(
            html,
            r##"<link integrity="#a-1.css" rel="stylesheet" href="/a-1.css"/><link rel="icon" href="/a-5.svg">
<script data-integrity="#a-3.wasm" integrity="#a-2.js" type="module" src="/a-2.js" data-wasm="/a-3.wasm"></script>
<link rel="preload" as="fetch" href="/a-3.wasm"><p>a-1.css</p>"##
        );
    }

    #[test]
    fn a_carried_program_needs_no_address() {
        let html = format!("<head>{PAGE}</head><body><p>x</p></body>");
        let html = with_integrity(&html, "a-3.wasm", "#3");
        assert_eq!(
            carrying(&html, "a-3.wasm", b"\0asm\xff<\r\n").unwrap(),
            "<head><link rel=\"stylesheet\" href=\"/a-1.css\"/><link rel=\"icon\" href=\"/a-5.svg\">\n\
             <script type=\"module\" src=\"/a-2.js\"></script>\n<p>a-1.css</p></head><body><p>x</p>\
             <script type=\"application/wasm\" id=\"program\">\u{100}asm\u{ff}\u{102}\u{101}\n</script></body>"
        );
        assert!(carrying("<p>", "a-3.wasm", b"").is_err());
    }

    #[test]
    fn comments_go_words_stay() {
        assert_eq!(
            without_comments("<p>一<!-- x --> 二</p>\n\n  <!--\ny --><b>三</b>"),
            "<p>一 二</p>\n<b>三</b>"
        );
        assert_eq!(without_comments("<p>1</p><!-- open"), "<p>1</p>");
    }
}
