//! Small changes to a page's HTML.

use std::path::Path;

/// Elements at which a browser does not look at a hash.
const UNCHECKED: &[&str] = &["as=\"fetch\"", "rel=\"icon\""];

/// Adds the hash of `name` to every element that loads it. A preload of a program gets none:
/// browsers complain about it on the console; `boot.js` hands over the hash it finds beside the
/// name.
pub fn with_integrity(html: &str, name: &str, integrity: &str) -> String {
    let is_program = Path::new(name).extension().is_some_and(|extension| extension == "wasm");
    let mut out = String::with_capacity(html.len() + integrity.len());
    for (i, part) in html.split('<').enumerate() {
        if i > 0 {
            out.push('<');
        }
        let tag = part.split('>').next().unwrap_or_default();
        let attribute = if !tag.contains(name) || UNCHECKED.iter().any(|kind| tag.contains(kind)) {
            None
        } else if tag.starts_with("meta") {
            // Both names of a program are there; the glue is checked where it is preloaded.
            is_program.then_some("data-integrity")
        } else {
            Some("integrity")
        };
        match (attribute, part.split_once(' ')) {
            (Some(attribute), Some((element, rest))) => {
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

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<link rel="stylesheet" href="/a-1.css"/>
<meta name="app-program" data-js="/a-2.js" data-wasm="/a-3.wasm">
<link rel="modulepreload" href="/a-2.js"><link rel="preload" as="fetch" href="/a-3.wasm">
<script src="/boot-4.js" type="module"></script><p>a-1.css</p>"#;

    #[test]
    fn every_loader_is_guarded_and_nothing_else_changes() {
        let mut html = PAGE.to_owned();
        for name in ["a-1.css", "a-2.js", "a-3.wasm", "boot-4.js"] {
            html = with_integrity(&html, name, &format!("sha384-{name}"));
        }
        assert_eq!(
            html,
            r#"<link integrity="sha384-a-1.css" rel="stylesheet" href="/a-1.css"/>
<meta data-integrity="sha384-a-3.wasm" name="app-program" data-js="/a-2.js" data-wasm="/a-3.wasm">
<link integrity="sha384-a-2.js" rel="modulepreload" href="/a-2.js"><link rel="preload" as="fetch" href="/a-3.wasm">
<script integrity="sha384-boot-4.js" src="/boot-4.js" type="module"></script><p>a-1.css</p>"#
        );
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
