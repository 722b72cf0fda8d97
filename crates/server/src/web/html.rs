//! What the pages for browsers without scripts have in common.

use petition_text::{Common, Lang, Phone, Word, fill};

use crate::app::App;

/// `text` as it may stand in a page or in an attribute.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// A word, escaped.
pub fn text(lang: Lang, word: impl Word) -> String {
    escape(&lang.say(word))
}

/// The language that the link on top of a page leads to.
pub const fn other(lang: Lang) -> Lang {
    match lang {
        Lang::Zh => Lang::En,
        _ => Lang::Zh,
    }
}

/// A whole page around `main`; `title` and `elsewhere`, the address of the page in the other
/// language, are escaped here.
pub fn page(app: &App, lang: Lang, title: &str, elsewhere: &str, main: &str) -> String {
    let (tag, direction) = (lang.tag(), lang.direction());
    let (title, elsewhere) = (escape(title), escape(elsewhere));
    let (other_tag, other_name) = (other(lang).tag(), text(lang, Phone::PageLanguage));
    let demo = if app.is_demo {
        format!("<p class=\"demo\">{}</p>\n", text(lang, Common::Demo))
    } else {
        String::new()
    };
    let hall = escape(app.config.hall.name.get_ref());
    let call = escape(&fill(lang, Phone::Call, &[("phone", app.phone())]));
    format!(
        r#"<!doctype html>
<html lang="{tag}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<title>{title}</title>
<link rel="stylesheet" href="/q/plain.css">
</head>
<body>
<main>
<p class="language"><a href="{elsewhere}" lang="{other_tag}">{other_name}</a></p>
{demo}<h1>{title}</h1>
{main}
</main>
<footer>
<p>{hall}<br>{call}</p>
</footer>
</body>
</html>
"#
    )
}
