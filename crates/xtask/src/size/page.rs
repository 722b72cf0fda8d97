//! What a page makes a browser load before its first screen, read from the page itself.

/// Attributes whose value is a file of ours.
const ADDRESSES: &[&str] = &["href", "src", "data-wasm"];
/// Fetched after the page is shown, or never by a kiosk.
const LATER: &[&str] = &["icon", "apple-touch-icon", "manifest", "license", "canonical"];
/// Elements that load what they name. A link to another page does not.
const LOADING: &[&str] = &["link", "script", "img"];

/// Paths below the dist folder, each once, in the order of the page.
pub fn first_files(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|part| part.split('>').next()) {
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        if !LOADING.contains(&name) {
            continue;
        }
        let attributes = attributes(tag.get(name.len()..).unwrap_or_default());
        let is_later = attributes
            .iter()
            .any(|(key, value)| *key == "rel" && value.split(' ').any(|rel| LATER.contains(&rel)));
        if is_later {
            continue;
        }
        for (key, value) in attributes {
            let Some(path) = value.strip_prefix('/').filter(|_| ADDRESSES.contains(&key)) else {
                continue;
            };
            if !path.is_empty() && !found.iter().any(|known| known == path) {
                found.push(path.to_owned());
            }
        }
    }
    found
}

/// `key="value"`, `key='value'` and the minifier's `key=value`.
fn attributes(mut text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    while let Some((before, after)) = text.split_once('=') {
        let key = before.split_whitespace().next_back().unwrap_or_default();
        let after = after.trim_start();
        let (value, rest) = match after.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inner = after.get(1..).unwrap_or_default();
                inner.split_once(quote).unwrap_or((inner, ""))
            }
            _ => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        found.push((key, value));
        text = rest;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_is_loaded_once_and_nothing_else() {
        let html = r#"<!doctype html><link rel="icon" href="/icon.svg">
            <link rel=stylesheet href=/kiosk-1.css integrity="sha384-a=="><link rel="modulepreload"
            href='/more-2.js' crossorigin><script src="/kiosk-4.js" type=module data-wasm=/kiosk-3.wasm>
            </script><link crossorigin=anonymous rel=preload href=/kiosk-3.wasm as=fetch>
            <meta name=see content=/x.css><a href="/help.html">?</a>
            <link rel="preload" as="image" href="https://elsewhere.example/x.png">"#;
        assert_eq!(first_files(html), ["kiosk-1.css", "more-2.js", "kiosk-4.js", "kiosk-3.wasm"]);
    }
}
