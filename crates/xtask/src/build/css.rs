//! One style sheet per entry. `style/kiosk.css` and `style/phone.css` are lists of `@import`s;
//! the browser gets what they name in one file, each part in its cascade layer.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Writes `target/style/NAME.css` from `style/NAME.css`.
pub fn bundle(root: &Path, name: &str) -> Result<()> {
    let css = inline(&root.join(format!("style/{name}.css")), &mut Vec::new())?;
    let out = root.join("target/style");
    fs::create_dir_all(&out)?;
    fs::write(out.join(format!("{name}.css")), css)?;
    Ok(())
}

/// The text of a sheet with its imports replaced by what they name.
fn inline(sheet: &Path, open: &mut Vec<PathBuf>) -> Result<String> {
    if open.iter().any(|path| path == sheet) {
        bail!("{} imports itself", sheet.display());
    }
    let text =
        fs::read_to_string(sheet).with_context(|| format!("cannot read {}", sheet.display()))?;
    let text = without_comments(&text);
    check_urls(&text).with_context(|| sheet.display().to_string())?;
    let folder = sheet.parent().context("a sheet has a folder")?;
    open.push(sheet.to_path_buf());
    let mut out = String::new();
    for line in text.lines() {
        if line.trim_start().starts_with("@import") {
            let import = Import::parse(line.trim())
                .with_context(|| format!("{}: {}", sheet.display(), line.trim()))?;
            let inner = inline(&folder.join(import.path), open)?;
            match import.layer {
                Some(layer) => writeln!(out, "@layer {layer} {{\n{inner}}}")?,
                None => out.push_str(&inner),
            }
        } else if !line.trim().is_empty() {
            out.push_str(line);
            out.push('\n');
        }
    }
    open.pop();
    Ok(out)
}

/// `@import "path" layer(name);`
#[derive(PartialEq, Debug)]
struct Import<'t> {
    path: &'t str,
    layer: Option<&'t str>,
}

impl<'t> Import<'t> {
    fn parse(line: &'t str) -> Result<Self> {
        let form =
            || "write @import \"file.css\"; or @import \"file.css\" layer(name); on one line";
        let rest = line.strip_prefix("@import").and_then(|rest| rest.strip_suffix(';'));
        let rest = rest.with_context(form)?.trim();
        let (path, rest) =
            rest.strip_prefix('"').and_then(|rest| rest.split_once('"')).with_context(form)?;
        let layer = match rest.trim() {
            "" => None,
            rest => Some(
                rest.strip_prefix("layer(")
                    .and_then(|rest| rest.strip_suffix(')'))
                    .with_context(form)?,
            ),
        };
        Ok(Self { path, layer })
    }
}

/// Removes `/* … */`, but not inside a string.
fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quote = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (None, '/') if chars.peek() == Some(&'*') => {
                chars.next();
                let mut last = ' ';
                for c in chars.by_ref() {
                    if last == '*' && c == '/' {
                        break;
                    }
                    last = c;
                }
                out.push(' ');
                continue;
            }
            (None, '"' | '\'') => quote = Some(c),
            (Some(_), '\\') => {
                out.push(c);
                out.extend(chars.next());
                continue;
            }
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        out.push(c);
    }
    out
}

/// The bundle lives elsewhere than its parts, so a relative address would point to nothing, and
/// the content policy refuses `data:`. Both would only show as a missing picture.
fn check_urls(text: &str) -> Result<()> {
    for (_, rest) in text.match_indices("url(").filter_map(|(at, _)| text.split_at_checked(at)) {
        let target = rest.trim_start_matches("url(").trim_start().trim_start_matches(['"', '\'']);
        if !target.starts_with(['/', '#']) {
            let shown: String = target.chars().take(40).collect();
            bail!("url({shown}…): only an address that starts with / or # works in a bundle");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::scratch;

    #[test]
    fn imports_nest_in_order_and_in_their_layers() {
        let root = scratch("css");
        fs::create_dir_all(root.join("style/components")).unwrap();
        let write =
            |name: &str, text: &str| fs::write(root.join("style").join(name), text).unwrap();
        write(
            "kiosk.css",
            "/* order */\n@layer tokens, components;\n@import \"tokens.css\" layer(tokens);\n\
             @import \"components/index.css\" layer(components);\n",
        );
        write("tokens.css", ":root { --ink: #111; }\n");
        write("components/index.css", "@import \"button.css\";\n@import \"field.css\";\n");
        write("components/button.css", ".app-button { color: var(--ink); }");
        write("components/field.css", ".app-field::before { content: \"/* not a comment */\"; }\n");
        bundle(&root, "kiosk").unwrap();
        let css = fs::read_to_string(root.join("target/style/kiosk.css")).unwrap();
        assert_eq!(
            css,
            "@layer tokens, components;\n\
             @layer tokens {\n:root { --ink: #111; }\n}\n\
             @layer components {\n.app-button { color: var(--ink); }\n\
             .app-field::before { content: \"/* not a comment */\"; }\n}\n"
        );
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn what_would_be_lost_in_silence_is_an_error() {
        for line in [
            "@import url(tokens.css);",
            "@import \"a.css\" print;",
            "@import \"a.css\" layer(x)",
            "@import 'a.css';",
        ] {
            assert!(Import::parse(line).is_err(), "{line}");
        }
        assert!(check_urls("a { background: url(icons/x.svg) }").is_err());
        assert!(check_urls("a { background: url(\"data:image/png;base64,\") }").is_err());
        assert!(check_urls("a { background: url(\"/icons/x.svg\"); mask: url( '#m' ) }").is_ok());
    }

    #[test]
    fn a_circle_and_a_missing_file_are_errors() {
        let root = scratch("css-circle");
        fs::create_dir_all(root.join("style")).unwrap();
        fs::write(root.join("style/a.css"), "@import \"b.css\";\n").unwrap();
        fs::write(root.join("style/b.css"), "@import \"a.css\";\n").unwrap();
        assert!(format!("{:#}", bundle(&root, "a").unwrap_err()).contains("imports itself"));
        assert!(bundle(&root, "none").is_err());
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn comments_go_and_quotes_stay() {
        assert_eq!(without_comments("a/**/b /* \" */ c"), "a b   c");
        assert_eq!(without_comments(r#"a { content: "\"/*" }"#), r#"a { content: "\"/*" }"#);
        assert_eq!(without_comments("a /* never closed"), "a  ");
        assert_eq!(without_comments("/***/x"), " x");
    }
}
